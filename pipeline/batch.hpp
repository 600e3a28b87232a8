// Many inputs, one after another or several at a time, each in a worker process.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <vector>

#include "model/finding.hpp"
#include "parsers/reader.hpp"
#include "pipeline/inputs.hpp"
#include "pipeline/progress.hpp"
#include "pipeline/spool.hpp"
#include "pipeline/tally.hpp"
#include "pipeline/worker_pool.hpp"

namespace torimatome::pipeline {

/// What is done with one input, in a worker: the action writes the tally (write_tally) and then its result.
using InputAction = std::function<void(const parsers::Input& input, std::ostream& answer)>;

/// What came of one input. Where there is a failure, the input could not be used: `tally` and `result` are empty.
struct InputResult {
    std::size_t index = 0;  ///< 0-based place among the inputs
    Tally tally;
    Spool result;
    std::optional<Finding> failure;  ///< its source.file is the input's name
};

/// Runs `action` on every input and gives the results to `deliver` in the inputs' order.
void process_inputs(const std::vector<InputFile>& inputs, const InputAction& action, const PoolOptions& options,
                    Progress& progress, const std::function<void(InputResult&)>& deliver);

}  // namespace torimatome::pipeline
