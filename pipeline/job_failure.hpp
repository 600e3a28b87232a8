// Why a job gave no answer, in plain words.
#pragma once

#include <string_view>

#include "model/finding.hpp"
#include "pipeline/worker.hpp"

namespace torimatome::pipeline {

Finding wall_time_failure(const WorkerLimits& limits);
Finding answer_size_failure(const WorkerLimits& limits);
Finding memory_failure(const WorkerLimits& limits);
Finding exception_failure(std::string_view what);

/// The failure that the wait status of a worker tells, which ended in the middle of its job.
Finding ended_failure(int wait_status, const WorkerLimits& limits);

}  // namespace torimatome::pipeline
