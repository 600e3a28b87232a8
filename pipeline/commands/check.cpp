#include <algorithm>
#include <iostream>

#include "model/language.hpp"
#include "parsers/json_document.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/run_end.hpp"
#include "writers/json.hpp"

namespace torimatome::pipeline {

namespace {

// Only what `check` tells about travels back to the program.
void read_findings(const parsers::Input& input, const Mappings& mappings, const ReadSettings& settings,
                   std::ostream& answer) {
    Document document = read_document(input, mappings, settings);
    write_tally(tally_of(document), answer);
    document.records.clear();
    document.sections.clear();
    document.unplaced.clear();
    writers::write_json(document, answer, writers::JsonLayout::one_line);
}

void write_findings(const std::string& input_name, Findings findings) {
    if (findings.empty()) {
        std::cout << input_name + tell(": 指摘はありません。\n", ": no findings.\n");
        return;
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    std::cout << input_name + ":\n";
    for (const Finding& finding : findings) std::cout << finding_line(finding) + "\n";
}

ExitStatus run_check(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    const std::vector<InputFile> inputs = find_inputs(arguments.positional, {});
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);
    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    RunCounts counts{inputs.size(), 0, {}};
    const InputAction action = [&](const parsers::Input& input, std::ostream& answer) {
        read_findings(input, mappings, options.reading, answer);
    };
    process_inputs(inputs, action, options.pool, progress, [&](InputResult& result) {
        const std::string& name = inputs[result.index].name;
        progress.clear();
        if (result.failure) {
            report_failure(*result.failure);
            write_findings(name, {*result.failure});
            ++counts.unreadable;
        } else {
            counts.tally += result.tally;
            write_findings(name, parsers::read_json_document(result.result.text(), name).findings);
        }
        flush_standard_output();
    });
    write_summary(counts, options, {});
    return exit_status(counts, true);
}

}  // namespace

Command check_command() {
    return {
        .name = "check",
        .usage = "INPUT...",
        .summary = {"入力を読み取り、人が確かめるところ（指摘）を一覧にします。",
                    "Reads inputs and lists what a person should look at (findings)."},
        .details =
            {"入力ごとに、重いものから順に、1行に1件ずつ標準出力に表示します。\n"
             "要対応か要確認の指摘があれば、終了コードは3です。",
             "One line each on the standard output, by input, worst first. The exit status is 3 where there are\n"
             "errors or warnings."},
        .options = with_common_options({}),
        .example = "torimatome check 回答/",
        .run = run_check,
    };
}

}  // namespace torimatome::pipeline
