#include "pipeline/consolidate.hpp"

#include <iostream>
#include <utility>

#include "model/language.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/consolidation/roster.hpp"
#include "pipeline/creation_date.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/read_documents.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/side_file.hpp"
#include "pipeline/usage_error.hpp"
#include "writers/consolidated_workbook.hpp"

namespace torimatome::pipeline {

namespace {

std::string required_output(const Arguments& arguments) {
    std::string output = arguments.value("output");
    std::error_code error;
    if (!output.empty() && output != "-" && !std::filesystem::is_directory(output, error)) return output;
    throw usage_error(tell("-o に、出力するブックのファイル名を指定してください（例: -o 取りまとめ.xlsx）。",
                           "Please give the file name of the workbook with -o (such as -o book.xlsx)."));
}

// The base, if there is one, is the last.
std::vector<InputFile> find_submissions_and_base(const Arguments& arguments, const std::string& output) {
    const std::string base_argument = arguments.value("base");
    if (base_argument.empty()) return find_inputs(arguments.positional, output);
    const std::vector<InputFile> base = find_inputs({base_argument}, output);
    if (base.size() != 1) {
        throw usage_error(tell("--base には資料を1つだけ指定できます。", "--base takes one document only."));
    }
    std::vector<InputFile> inputs = find_inputs(arguments.positional, output, base.front().path);
    inputs.push_back(base.front());
    name_inputs(inputs);
    return inputs;
}

// The base is read with the inputs, as the last of them. Without it there is no order to follow, so it must be
// readable.
Document take_base(std::vector<Reading>& readings) {
    Reading base = std::move(readings.back());
    readings.pop_back();
    if (base.failure) {
        throw usage_error(tell("--base の資料を読み取れないので、取りまとめできません。",
                               "The document of --base cannot be read, so nothing was consolidated."));
    }
    return std::move(*base.document);
}

std::vector<RosterEntry> take_roster(const Arguments& arguments) {
    const std::string argument = arguments.value("roster");
    if (argument.empty()) return {};
    return read_roster(read_side_file(argument, "--roster"));
}

RunCounts count(const Consolidation& consolidation) {
    RunCounts counts{0, 0, tally_of(consolidation.document)};
    for (const Submission& submission : consolidation.submissions) {
        if (submission.state != SubmissionState::missing) ++counts.inputs;
        if (submission.state == SubmissionState::unreadable) ++counts.unreadable;
    }
    return counts;
}

ExitStatus run_consolidate(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    const std::string output = required_output(arguments);
    const bool has_base = !arguments.value("base").empty();
    const std::vector<InputFile> inputs = find_submissions_and_base(arguments, output);
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);

    const std::vector<RosterEntry> roster = take_roster(arguments);

    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    std::vector<Reading> readings = read_documents(inputs, mappings, options, progress);
    Document base;
    if (has_base) base = take_base(readings);
    Consolidation consolidation = consolidate(std::move(readings), has_base ? &base : nullptr, mappings);
    if (!roster.empty()) {
        report_missing(roster, mappings.organisations, *mappings.find_form(consolidation.document.form),
                       consolidation.submissions, consolidation.document);
    }
    std::vector<Source> sources;
    for (const Submission& submission : consolidation.submissions) sources.push_back(submission.source);
    const Findings unwritten = writers::write_consolidated_workbook(
        {.document = consolidation.document,
         .form = *mappings.find_form(consolidation.document.form),
         .submissions = consolidation.submissions,
         .paper = arguments.value("paper") == "a4" ? writers::Paper::a4 : writers::Paper::a3,
         .created = creation_date(sources)},
        output);
    consolidation.document.findings.insert(consolidation.document.findings.end(), unwritten.begin(), unwritten.end());
    const RunCounts counts = count(consolidation);
    write_summary(counts, options, output_words(display_text(output)));
    return exit_status(counts, options.strict);
}

}  // namespace

Command consolidate_command() {
    return {
        .name = "consolidate",
        .usage = "INPUT... [--base DOCUMENT] [--roster FILE.csv] -o BOOK.xlsx",
        .summary = {"各部署の提出物を、1冊のブックに取りまとめます。",
                    "Consolidates the departments' submissions into one workbook."},
        .details = {"取組は提言・項目・方針の順に並びます。--base の資料があれば、その順に合わせます。\n"
                    "同じ内容は1件にまとめ、答えが食い違う取組はすべて残して「要確認」シートに載せます。",
                    "Records stand in the order of sections, items and policies, or as in the document of --base.\n"
                    "The same content is there once; different answers are all kept and listed on the findings sheet."},
        .options = with_common_options({
            {"output", 'o', "BOOK.xlsx", {"出力するブック（必須）", "the workbook to write (required)"}},
            {"base",
             'b',
             "DOCUMENT",
             {"並びの基準にする資料（前年度の資料など。どの入力形式でも可）",
              "document whose order to follow (such as last year's; any kind of input)"}},
            {"roster",
             'r',
             "FILE.csv",
             {"名簿（部署と連絡先のCSV）。未提出の部署を「提出状況」に載せます",
              "the roster (CSV of departments and contacts); tells who has not answered"}},
            {"paper", 0, "a3|a4", {"印刷の用紙（既定は a3）", "paper to print on (default: a3)"}, {"a3", "a4"}},
        }),
        .example = "torimatome consolidate 提出物/ --base 前年度.xlsx -o 取りまとめ.xlsx",
        .run = run_consolidate,
    };
}

}  // namespace torimatome::pipeline
