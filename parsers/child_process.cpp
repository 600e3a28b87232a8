#include "parsers/child_process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <thread>

namespace torimatome::parsers {

namespace {

// The worker's own limits are for reading one input; an office program needs more.
void lift_limits() {
    for (const auto resource : {RLIMIT_AS, RLIMIT_CPU}) {
        rlimit limits{};
        if (getrlimit(resource, &limits) != 0) continue;
        limits.rlim_cur = limits.rlim_max;
        setrlimit(resource, &limits);
    }
}

[[noreturn]] void become(std::vector<char*> arguments) {
    setpgid(0, 0);  // so that its children can be ended with it
    lift_limits();
    signal(SIGXCPU, SIG_DFL);
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0) {
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
    }
    execv(arguments.front(), arguments.data());
    _exit(127);
}

}  // namespace

std::string find_program(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "/usr/local/bin:/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::string file = (folder.empty() ? "." : folder) + "/" + program;
        if (access(file.c_str(), X_OK) == 0) return file;
    }
    return {};
}

bool run_program(const std::vector<std::string>& arguments, int seconds) {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) become(pointers);
    setpgid(child, child);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    auto pause = std::chrono::milliseconds(2);
    int status = 0;
    while (true) {
        const pid_t done = waitpid(child, &status, WNOHANG);
        if (done == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (done < 0) return false;
        if (std::chrono::steady_clock::now() > end) break;
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::milliseconds(50));
    }
    kill(-child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
}

}  // namespace torimatome::parsers
