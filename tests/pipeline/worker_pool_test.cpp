#include "pipeline/worker_pool.hpp"

#include <dirent.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/language.hpp"

namespace torimatome::pipeline {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

int open_descriptors() {
    int count = 0;
    DIR* folder = opendir("/proc/self/fd");
    while (readdir(folder)) ++count;
    closedir(folder);
    return count;
}

bool has_children() { return !(waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD); }

// Each result as one line: the answer, or the failure's code, message and hint.
std::vector<std::string> run(const std::vector<std::string>& payloads, const JobFunction& function,
                             PoolOptions options = {}) {
    if (options.workers == 1) options.workers = 2;
    const int open_before = open_descriptors();
    std::vector<std::string> lines;
    run_jobs(payloads, function, options, [&](JobResult& result) {
        EXPECT_EQ(result.index, lines.size());
        if (result.failure) {
            EXPECT_EQ(result.failure->severity, Severity::error);
            EXPECT_EQ(result.answer.size(), 0U);
            lines.push_back(result.failure->code + " " + result.failure->message + result.failure->hint);
        } else {
            lines.push_back(result.answer.text());
        }
    });
    EXPECT_FALSE(has_children());
    EXPECT_EQ(open_descriptors(), open_before);
    return lines;
}

// Does what its payload says; anything else is answered with the text itself.
void act(const std::string& payload, std::ostream& answer) {
    if (payload == "abort") std::abort();
    if (payload == "exit") std::exit(3);
    if (payload == "throw") throw std::runtime_error("broken pipe organ");
    if (payload == "segv") {
        signal(SIGSEGV, SIG_DFL);  // sanitizers handle it
        raise(SIGSEGV);
    }
    if (payload == "kill") raise(SIGKILL);
    if (payload == "spin") {
        for (;;) std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    if (payload == "hang") {
        for (;;) pause();
    }
    if (payload == "allocate") {
        std::vector<std::string> kept;
        for (;;) kept.emplace_back(1U << 24, 'x');
    }
    if (payload == "babble") {
        for (;;) answer << std::string(1000, 'b');
    }
    answer << "<" << payload << ">";
}

constexpr const char* kSaveAgain = "作ったソフトで開いて保存し直すと読めることがあります。";
constexpr const char* kSplit = "ファイルを分けるか、要らないシートやページを除いてください。";

TEST(WorkerPool, NoJobsGiveNoResults) { EXPECT_EQ(run({}, act), std::vector<std::string>{}); }

TEST(WorkerPool, AnswersComeInTheOrderOfThePayloads) {
    std::vector<std::string> payloads;
    std::vector<std::string> expected;
    for (int i = 0; i < 500; ++i) {
        payloads.push_back(std::to_string(i));
        expected.push_back("<" + std::to_string(i) + ">");
    }
    for (const unsigned workers : {1U, 3U, 16U}) {
        PoolOptions options;
        options.workers = workers;
        EXPECT_EQ(run(payloads, act, options), expected);
    }
}

TEST(WorkerPool, EmptyAndLargePayloadsAndAnswersArriveWhole) {
    const std::string large(3'000'001, 'x');
    EXPECT_EQ(run({"", large}, act), (std::vector<std::string>{"<>", "<" + large + ">"}));
}

TEST(WorkerPool, AnAnswerLargerThanTheMemoryOfASpoolArrivesWhole) {
    const auto write_much = [](const std::string&, std::ostream& answer) {
        for (int i = 0; i < 2'000'000; ++i) answer << i << '\n';
    };
    std::string expected;
    for (int i = 0; i < 2'000'000; ++i) expected += std::to_string(i) + '\n';
    const std::vector<std::string> answers = run({"a", "b", "c"}, write_much);
    ASSERT_EQ(answers.size(), 3U);
    for (const std::string& answer : answers) EXPECT_TRUE(answer == expected);
}

TEST(WorkerPool, AJobThatCrashesCostsOnlyItsOwnAnswer) {
    EXPECT_EQ(run({"1", "abort", "2", "segv", "kill", "3"}, act),
              (std::vector<std::string>{
                  "<1>", std::string("worker.crashed 処理の途中で異常終了しました（SIGABRT）。") + kSaveAgain, "<2>",
                  std::string("worker.crashed 処理の途中で異常終了しました（SIGSEGV）。") + kSaveAgain,
                  std::string("worker.crashed 処理の途中で異常終了しました（SIGKILL）。") + kSaveAgain, "<3>"}));
}

TEST(WorkerPool, AJobThatEndsTheProgramOrThrowsSaysSo) {
    EXPECT_EQ(run({"exit", "throw", "1"}, act),
              (std::vector<std::string>{
                  std::string("worker.ended 処理の途中でプログラムが終わりました（終了コード 3）。") + kSaveAgain,
                  std::string("worker.exception 処理できませんでした（broken pipe organ）。") + kSaveAgain, "<1>"}));
}

TEST(WorkerPool, AJobThatSpinsIsEndedByItsComputingTime) {
    PoolOptions options;
    options.limits.cpu_seconds = 1;
    EXPECT_EQ(run({"spin", "1"}, act, options),
              (std::vector<std::string>{
                  std::string("worker.cpu-time 計算時間が上限の1秒を超えたので、打ち切りました。") + kSplit, "<1>"}));
}

TEST(WorkerPool, AJobThatHangsIsEndedByTheClock) {
    PoolOptions options;
    options.limits.wall_time = std::chrono::milliseconds(200);
    EXPECT_EQ(run({"hang"}, act, options),
              (std::vector<std::string>{
                  std::string("worker.wall-time 0.2秒たっても処理が終わらないので、打ち切りました。") + kSplit}));
}

TEST(WorkerPool, AJobThatEatsMemoryIsEnded) {
    if (kSanitized) GTEST_SKIP() << "no memory limit under sanitizers";
    PoolOptions options;
    options.limits.memory_bytes = 512ULL << 20;
    EXPECT_EQ(run({"allocate", "1", "2"}, act, options),
              (std::vector<std::string>{
                  std::string("worker.memory メモリーが上限の 512 MiB では足りないので、打ち切りました。") + kSplit,
                  "<1>", "<2>"}));
}

TEST(WorkerPool, AnAnswerWithoutEndIsCutOff) {
    PoolOptions options;
    options.limits.answer_bytes = 1'000'000;
    EXPECT_EQ(
        run({"babble", "1"}, act, options),
        (std::vector<std::string>{
            std::string("worker.answer-size 結果が上限の 1000000 B を超えたので、打ち切りました。") + kSplit, "<1>"}));
}

TEST(WorkerPool, EveryJobMayCrash) {
    const std::vector<std::string> payloads(50, "abort");
    const std::vector<std::string> expected(
        50, std::string("worker.crashed 処理の途中で異常終了しました（SIGABRT）。") + kSaveAgain);
    EXPECT_EQ(run(payloads, act), expected);
}

TEST(WorkerPool, FailuresAreToldInEnglishToo) {
    set_message_language(Language::english);
    PoolOptions options;
    options.limits.wall_time = std::chrono::seconds(1);
    options.limits.answer_bytes = 1U << 20;
    const auto lines = run({"abort", "exit", "throw", "babble", "hang"}, act, options);
    set_message_language(Language::japanese);
    const std::string save = "Opening the file in the program that made it and saving it again may help.";
    const std::string split = "Please split the file, or take out sheets or pages that are not needed.";
    EXPECT_EQ(lines, (std::vector<std::string>{
                         "worker.crashed The program crashed on this input (SIGABRT)." + save,
                         "worker.ended The program ended on this input (exit status 3)." + save,
                         "worker.exception Failed (broken pipe organ)." + save,
                         "worker.answer-size The result is larger than the limit of 1 MiB; given up." + split,
                         "worker.wall-time Not finished after 1 s; given up." + split}));
}

TEST(WorkerPool, WhatTheDeliveryThrowsGoesThroughAndNothingIsLeft) {
    const int open_before = open_descriptors();
    PoolOptions options;
    options.workers = 3;
    EXPECT_THROW(run_jobs({"1", "hang", "2", "3"}, act, options, [](JobResult&) { throw std::logic_error("full"); }),
                 std::logic_error);
    EXPECT_FALSE(has_children());
    EXPECT_EQ(open_descriptors(), open_before);
}

TEST(WorkerPool, AWorkerKnowsWhatTheProgramKnewBeforeTheStart) {
    const std::string known = "みなと市";
    EXPECT_EQ(run({"a"}, [&](const std::string& payload, std::ostream& answer) { answer << payload << known; }),
              (std::vector<std::string>{"aみなと市"}));
}

TEST(WorkerPool, AWorkerHoldsNothingOpenButItsOwnSocket) {
    const auto count = [](const std::string&, std::ostream& answer) { answer << open_descriptors(); };
    // ".", "..", 0, 1, 2, the socket and the folder that is being counted.
    EXPECT_EQ(run({"a", "b", "c"}, count), (std::vector<std::string>{"7", "7", "7"}));
}

}  // namespace
}  // namespace torimatome::pipeline
