#include "pipeline/interruption.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>

namespace torimatome::pipeline {

namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler may use no std::string; the name is complete before a handler can see it.
std::array<char, 4096> file_name{};
volatile sig_atomic_t has_file = 0;

void remove_and_end(int signal_number) {
    if (has_file) unlink(file_name.data());
    raise(signal_number);  // the handler is taken off by SA_RESETHAND: the program ends as if there were none
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESETHAND | SA_NODEFER;
    for (const int signal_number : kSignals) {
        struct sigaction before {};
        // What the caller ignores (nohup) stays ignored.
        if (sigaction(signal_number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        sigaction(signal_number, &action, nullptr);
    }
}

}  // namespace

RemovedWhenInterrupted::RemovedWhenInterrupted(const std::filesystem::path& file) {
    const std::string name = file.string();
    if (has_file || name.size() >= file_name.size()) return;
    *std::copy(name.begin(), name.end(), file_name.begin()) = '\0';
    has_file = 1;
    covered_ = true;
    handle(remove_and_end);
}

RemovedWhenInterrupted::~RemovedWhenInterrupted() {
    if (!covered_) return;
    handle(SIG_DFL);
    has_file = 0;
}

void end_at_once_when_interrupted() { handle(SIG_DFL); }

}  // namespace torimatome::pipeline
