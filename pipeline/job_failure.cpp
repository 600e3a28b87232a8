#include "pipeline/job_failure.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

Finding failure(const char* code, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = Severity::error;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

std::string split_hint() {
    return tell("ファイルを分けるか、要らないシートやページを除いてください。",
                "Please split the file, or take out sheets or pages that are not needed.");
}

std::string save_again_hint() {
    return tell("作ったソフトで開いて保存し直すと読めることがあります。",
                "Opening the file in the program that made it and saving it again may help.");
}

// In the largest unit that gives a whole number: 4 GiB, 512 MiB.
std::string size_text(std::uint64_t bytes) {
    if (bytes >= 1ULL << 30 && bytes % (1ULL << 30) == 0) return fmt::format("{} GiB", bytes >> 30);
    if (bytes >= 1ULL << 20 && bytes % (1ULL << 20) == 0) return fmt::format("{} MiB", bytes >> 20);
    return fmt::format("{} B", bytes);
}

// In seconds, with decimals only where there are some: 600, 0.2.
std::string seconds_text(std::chrono::milliseconds time) {
    if (time.count() % 1000 == 0) return fmt::format("{}", time.count() / 1000);
    return fmt::format("{:g}", static_cast<double>(time.count()) / 1000.0);
}

std::string signal_name(int signal_number) {
    const char* name = sigabbrev_np(signal_number);
    return name ? fmt::format("SIG{}", name) : std::to_string(signal_number);
}

}  // namespace

Finding wall_time_failure(const WorkerLimits& limits) {
    const std::string seconds = seconds_text(limits.wall_time);
    return failure("worker.wall-time",
                   tell(fmt::format("{}秒たっても処理が終わらないので、打ち切りました。", seconds),
                        fmt::format("Not finished after {} s; given up.", seconds)),
                   split_hint());
}

Finding answer_size_failure(const WorkerLimits& limits) {
    const std::string size = size_text(limits.answer_bytes);
    return failure("worker.answer-size",
                   tell(fmt::format("結果が上限の {} を超えたので、打ち切りました。", size),
                        fmt::format("The result is larger than the limit of {}; given up.", size)),
                   split_hint());
}

Finding memory_failure(const WorkerLimits& limits) {
    const std::string size = size_text(limits.memory_bytes);
    return failure("worker.memory",
                   tell(fmt::format("メモリーが上限の {} では足りないので、打ち切りました。", size),
                        fmt::format("The memory limit of {} is not enough; given up.", size)),
                   split_hint());
}

Finding exception_failure(std::string_view what) {
    return failure("worker.exception",
                   tell(fmt::format("処理できませんでした（{}）。", what), fmt::format("Failed ({}).", what)),
                   save_again_hint());
}

Finding ended_failure(int wait_status, const WorkerLimits& limits) {
    if (WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == SIGXCPU) {
        return failure("worker.cpu-time",
                       tell(fmt::format("計算時間が上限の{}秒を超えたので、打ち切りました。", limits.cpu_seconds),
                            fmt::format("More than {} s of computing time; given up.", limits.cpu_seconds)),
                       split_hint());
    }
    if (WIFSIGNALED(wait_status)) {
        const std::string name = signal_name(WTERMSIG(wait_status));
        return failure("worker.crashed",
                       tell(fmt::format("処理の途中で異常終了しました（{}）。", name),
                            fmt::format("The program crashed on this input ({}).", name)),
                       save_again_hint());
    }
    const int status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
    return failure("worker.ended",
                   tell(fmt::format("処理の途中でプログラムが終わりました（終了コード {}）。", status),
                        fmt::format("The program ended on this input (exit status {}).", status)),
                   save_again_hint());
}

}  // namespace torimatome::pipeline
