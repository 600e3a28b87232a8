// Many jobs on a few worker processes: a job that crashes, hangs or eats all memory costs its own answer only.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "pipeline/spool.hpp"
#include "pipeline/worker.hpp"

namespace torimatome::pipeline {

/// What became of one job. `answer` is complete where there is no `failure`, and empty otherwise. Where the job threw
/// Error, the failure is its finding; else it says in plain words what happened, with one of the codes
/// "worker.crashed", "worker.ended", "worker.cpu-time", "worker.wall-time", "worker.memory", "worker.answer-size" and
/// "worker.exception".
struct JobResult {
    std::size_t index = 0;  ///< 0-based place of the job's payload
    Spool answer;
    std::optional<Finding> failure;
};

struct PoolOptions {
    unsigned workers = 1;
    WorkerLimits limits;
};

/// Runs `function` on each payload and gives the results to `deliver` one by one in the order of the payloads,
/// whatever is finished first. At most 16 jobs a worker are ahead of the delivery. Must be called while the program has
/// a single thread. What `deliver` throws goes through, and no worker is left behind. Throws Error (code
/// "worker.no-process") where no worker can be started.
void run_jobs(const std::vector<std::string>& payloads, const JobFunction& function, const PoolOptions& options,
              const std::function<void(JobResult&)>& deliver);

}  // namespace torimatome::pipeline
