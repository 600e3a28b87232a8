#include "pipeline/batch.hpp"

#include <string>

#include "pipeline/input_bytes.hpp"

namespace torimatome::pipeline {

void process_inputs(const std::vector<InputFile>& inputs, const InputAction& action, const PoolOptions& options,
                    Progress& progress, const std::function<void(InputResult&)>& deliver) {
    // Workers have the list of inputs in their memory (and the standard input's bytes with it): the place in it is
    // all that a job needs.
    std::vector<std::string> payloads;
    for (std::size_t i = 0; i < inputs.size(); ++i) payloads.push_back(std::to_string(i));
    const JobFunction job = [&](const std::string& payload, std::ostream& answer) {
        const InputFile& input = inputs.at(std::stoul(payload));
        const InputBytes bytes(input);
        action({input.name, bytes.view()}, answer);
    };
    progress.show(0, inputs.size());
    run_jobs(payloads, job, options, [&](JobResult& job_result) {
        InputResult result;
        result.index = job_result.index;
        result.failure = std::move(job_result.failure);
        if (result.failure) {
            result.failure->source.file = inputs[result.index].name;
        } else {
            result.tally = read_tally(job_result.answer.take_line());
            result.result = std::move(job_result.answer);
        }
        deliver(result);
        progress.show(result.index + 1, inputs.size());
    });
    progress.clear();
}

}  // namespace torimatome::pipeline
