// One worker process: forked by the pool, does one job after another under limits.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

namespace torimatome::pipeline {

/// What a job does: reads its payload and writes its answer. Runs in a worker process, which has the memory that the
/// program had when the worker was forked; what it changes there, the program does not see.
using JobFunction = std::function<void(const std::string& payload, std::ostream& answer)>;

struct WorkerLimits {
    std::uint64_t memory_bytes = 4ULL << 30;  ///< address space of a worker; not limited under sanitizers
    int cpu_seconds = 120;                    ///< computing time of one job
    std::chrono::milliseconds wall_time = std::chrono::minutes(10);  ///< of one job, waiting included
    std::uint64_t answer_bytes = 4ULL << 30;                         ///< of one answer
};

/// A worker as the program holds it.
struct WorkerHandle {
    pid_t pid = -1;
    int socket = -1;
};

/// Forks a worker. Must be called while the program has a single thread. Throws Error (code "worker.no-process")
/// where the system gives no process.
WorkerHandle start_worker(const JobFunction& function, const WorkerLimits& limits);

/// Closes the socket, kills the process if it still runs and gives its wait status.
int end_worker(WorkerHandle& worker);

}  // namespace torimatome::pipeline
