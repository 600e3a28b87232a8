#include <iostream>

#include "model/language.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/conversion.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

OutputPlan plan(const Arguments& arguments, const Target& target, const std::vector<InputFile>& inputs) {
    const std::string output = arguments.value("output");
    const OutputPlan result = plan_outputs(output, inputs, target.extension, target.lines);
    if (target.workbook && !result.one_file_each && result.single.empty()) {
        throw usage_error(
            tell("--to xlsx は標準出力には出力できません。", "--to xlsx cannot go to the standard output."),
            tell("-o にファイル（例: -o 結果.xlsx）かフォルダーを指定してください。",
                 "Please give a file (such as -o result.xlsx) or a folder with -o."));
    }
    if (result.one_file_each) make_output_folder(result.folder);
    return result;
}

ExitStatus run_convert(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    const Target& target = find_target(arguments.value("to", "json"));
    const std::string output = arguments.value("output");
    const std::vector<InputFile> inputs = find_inputs(arguments.positional, output);
    const Mappings mappings = target.mappings ? load_mappings_for(options.mappings, options.reading.form) : Mappings{};
    const OutputPlan outputs = plan(arguments, target, inputs);
    const bool one_line = !outputs.one_file_each && inputs.size() > 1;

    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    ConversionOutput sink(target, outputs, mappings);
    RunCounts counts{inputs.size(), 0, {}};
    process_inputs(inputs, conversion_action(target, mappings, options.reading, one_line), options.pool, progress,
                   [&](InputResult& result) {
                       if (result.failure) {
                           progress.clear();
                           report_failure(*result.failure);
                           ++counts.unreadable;
                           return;
                       }
                       counts.tally += result.tally;
                       sink.add(inputs[result.index].name, result);
                   });
    sink.finish();
    const bool written = counts.unreadable < inputs.size();
    const std::string place = outputs.one_file_each ? outputs.folder.string() : outputs.single.string();
    write_summary(counts, options, written ? output_words(display_text(place)) : std::string());
    return exit_status(counts, options.strict);
}

}  // namespace

Command convert_command() {
    return {
        .name = "convert",
        .usage = "INPUT... [--to json|tables|csv|csv-cp932|xlsx] [-o FILE|DIR|-]",
        .summary = {"入力を読み取り、ほかのプログラムや表計算で使える形に変えます。",
                    "Reads inputs and turns them into a form for other programs and spreadsheets."},
        .details =
            {"INPUT はファイル、フォルダー、標準入力（-）です。Excel、PDF、抽出テキスト、CSV、変換済みの JSON "
             "を読みます。\n"
             "入力がいくつもあるときは、-o にフォルダーを指定すると1件ずつ、.ndjson か - "
             "を指定すると1行1件で出力します。",
             "INPUT is a file, a folder or the standard input (-): workbooks, PDFs, extracted text, CSV, or JSON\n"
             "converted before. For several inputs, give a folder with -o (one file each), or an .ndjson file\n"
             "or - (one line each)."},
        .options = with_common_options({
            {"to",
             't',
             "FORMAT",
             {"出力の形: json（既定）, tables（表のまま。様式は不要）, csv（UTF-8）, "
              "csv-cp932（CP932しか読めない相手に）, xlsx（表を打ち直したブック）",
              "what to make: json (default), tables (as on the page, no form needed), csv (UTF-8), "
              "csv-cp932 (for programs that read nothing else), xlsx (the tables, typed again)"},
             {"json", "tables", "csv", "csv-cp932", "xlsx"}},
            {"output", 'o', "FILE|DIR|-", {"出力先（既定は標準出力）", "where to write (default: standard output)"}},
        }),
        .example = "torimatome convert 回答/ --to json -o 結果/",
        .run = run_convert,
    };
}

}  // namespace torimatome::pipeline
