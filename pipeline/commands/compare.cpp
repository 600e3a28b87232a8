#include "pipeline/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/comparison/pair_file.hpp"
#include "pipeline/creation_date.hpp"
#include "pipeline/input_bytes.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/read_documents.hpp"
#include "pipeline/report.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/usage_error.hpp"
#include "writers/comparison_json.hpp"
#include "writers/comparison_workbook.hpp"
#include "writers/pairs_csv.hpp"

namespace torimatome::pipeline {

namespace {

struct Output {
    bool json = false;
    bool workbook = false;
    std::string json_file;  ///< empty for the standard output
    std::string book;
};

Output output_of(const Arguments& arguments) {
    const std::string file = arguments.value("output");
    const bool standard = file.empty() || file == "-";
    Output output;
    output.json = arguments.value("to", "xlsx") == "json";
    // Nobody wants JSON under a workbook's name: the workbook goes there, and the JSON to the standard output.
    output.workbook = !output.json || std::filesystem::path(file).extension() == ".xlsx";
    if (output.json && !output.workbook && !standard) output.json_file = file;
    if (output.workbook) output.book = file;
    std::error_code error;
    if (output.workbook && (standard || std::filesystem::is_directory(file, error))) {
        throw usage_error(tell("-o に、出力するブックのファイル名を指定してください（例: -o 年度比較.xlsx）。",
                               "Please give the file name of the workbook with -o (such as -o book.xlsx)."));
    }
    return output;
}

std::vector<InputFile> find_documents(const Arguments& arguments, const std::string& output) {
    std::vector<InputFile> inputs = find_inputs(arguments.positional, output);
    if (inputs.size() >= 2) return inputs;
    throw usage_error(tell("比べる資料を、古い順に2つ以上指定してください。",
                           "Please give two documents or more to compare, the oldest first."));
}

std::vector<PairDecision> read_decisions(const std::string& argument) {
    if (argument.empty()) return {};
    const std::vector<InputFile> files = find_inputs({argument}, {});
    if (files.size() != 1) {
        throw usage_error(tell("--pairs にはファイルを1つだけ指定してください。", "--pairs takes one file only."));
    }
    const InputBytes bytes(files.front());
    return read_pair_decisions(parsers::read_tables({files.front().name, bytes.view()}, {}));
}

/// Only what could be read can be compared, and two documents are the least.
std::vector<Document> readable(std::vector<Reading>& readings) {
    std::vector<Document> documents;
    for (Reading& reading : readings) {
        if (reading.document) documents.push_back(std::move(*reading.document));
    }
    return documents;
}

/// Documents whose years stand in the wrong order are compared as given: they may be two versions of one year.
void note_order(const std::vector<Document>& documents, ComparisonSeries& series) {
    for (std::size_t i = 1; i < documents.size(); ++i) {
        const Document& older = documents[i - 1];
        const Document& newer = documents[i];
        if (!older.year || !newer.year || *older.year <= *newer.year) continue;
        Finding finding;
        finding.code = "comparison.order";
        finding.severity = Severity::warning;
        finding.message = tell(fmt::format("「{}」（{}年度）が「{}」（{}年度）より前に指定されています。",
                                           older.source.file, *older.year, newer.source.file, *newer.year),
                               fmt::format("\"{}\" ({}) was given before \"{}\" ({}).", older.source.file, *older.year,
                                           newer.source.file, *newer.year));
        finding.hint = tell("古い年度から順に指定してください。", "Please give the oldest year first.");
        series.comparisons[i - 1].findings.push_back(std::move(finding));
    }
}

Findings all_findings(const ComparisonSeries& series) {
    Findings findings;
    const auto add = [&](const Findings& more) { findings.insert(findings.end(), more.begin(), more.end()); };
    for (const Comparison& comparison : series.comparisons) {
        add(comparison.findings);
        for (const RecordPair& pair : comparison.pairs) add(pair.findings);
        for (const TopicAnswer& topic : comparison.topics) add(topic.findings);
    }
    return findings;
}

void write_series(const ComparisonSeries& series, const std::string& file) {
    if (file.empty()) {
        writers::write_json(series, std::cout, writers::JsonLayout::pretty);
        return flush_standard_output();
    }
    OutputFile output(file);
    writers::write_json(series, output.stream(), writers::JsonLayout::pretty);
    output.commit();
}

Date date_of(const std::vector<Document>& documents) {
    std::vector<Source> sources;
    for (const Document& document : documents) sources.push_back(document.source);
    return creation_date(sources);
}

Findings write_result(const Arguments& arguments, const Output& output, const std::vector<Document>& documents,
                      const ComparisonSeries& series, const Mappings& mappings) {
    if (const std::string pairs = arguments.value("save-pairs"); !pairs.empty()) {
        OutputFile file(pairs);
        writers::write_pairs_csv(documents, series, mappings, file.stream());
        file.commit();
    }
    if (output.json) write_series(series, output.json_file);
    if (!output.workbook) return {};
    return writers::write_comparison_workbook(
        {.documents = documents,
         .series = series,
         .mappings = mappings,
         .paper = arguments.value("paper") == "a4" ? writers::Paper::a4 : writers::Paper::a3,
         .side = arguments.value("side") == "old-left" ? writers::NewSide::right : writers::NewSide::left,
         .style = arguments.value("style", "table"),
         .headings = arguments.value("headings"),
         .created = date_of(documents)},
        output.book);
}

ExitStatus run_compare(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    const Output output = output_of(arguments);
    const std::vector<InputFile> inputs = find_documents(arguments, output.workbook ? output.book : output.json_file);
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);
    const std::vector<PairDecision> decisions = read_decisions(arguments.value("pairs"));

    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    std::vector<Reading> readings = read_documents(inputs, mappings, options, progress);
    progress.clear();
    const std::vector<Document> documents = readable(readings);
    RunCounts counts{inputs.size(), inputs.size() - documents.size(), {}};
    if (documents.size() < 2) {
        std::cerr << tell("読み取れた資料が2つないので、比べられません。\n",
                          "Fewer than two documents could be read, so nothing was compared.\n");
        return ExitStatus::unreadable_input;
    }
    ComparisonSeries series = compare_all(documents, {mappings, decisions});
    note_order(documents, series);
    Findings findings = all_findings(series);
    const Findings unwritten = write_result(arguments, output, documents, series, mappings);
    findings.insert(findings.end(), unwritten.begin(), unwritten.end());
    for (const Document& document : documents) counts.tally += tally_of(document);
    Document found;
    found.findings = std::move(findings);
    counts.tally += tally_of(found);
    write_summary(counts, options, output_words(display_text(output.workbook ? output.book : output.json_file)));
    return exit_status(counts, options.strict);
}

}  // namespace

Command compare_command() {
    return {
        .name = "compare",
        .usage = "OLD NEW [NEWER...] -o BOOK.xlsx [--to json] [--pairs FILE]",
        .summary = {"年度を比べます（新旧対照表、計画と実績、区分の推移）。",
                    "Compares years: what changed, plan against result, the way of each measure."},
        .details =
            {"資料を古い順に2つ以上指定します。同じ様式の資料は取組ごとに、違う様式の資料は題目ごとに比べます。\n"
             "組み合わせが違うときは、ブックの「対応表」（または --save-pairs の CSV）で「旧」「新」を直すか、\n"
             "「判定」に 固定・禁止 を書き、--pairs に指定してもう一度実行します。",
             "Give two documents or more, the oldest first. Documents of one form are compared measure by measure,\n"
             "those of two forms item by item. Where a pair is wrong, correct it on the sheet 対応表 (or in the CSV "
             "of\n"
             "--save-pairs): change 旧 or 新, or write 固定 (pin) or 禁止 (forbid) under 判定; then run again with "
             "--pairs."},
        .options = with_common_options({
            {"output", 'o', "FILE", {"出力先（ブックは必須。- は標準出力）", "where to write (- for the output)"}},
            {"to", 't', "xlsx|json", {"出力の形（既定は xlsx）", "what to make (default: xlsx)"}, {"xlsx", "json"}},
            {"pairs",
             'p',
             "FILE",
             {"組み合わせの指定（直した対応表の CSV かブック）", "decided pairs (an edited list, CSV or workbook)"}},
            {"save-pairs", 0, "FILE.csv", {"対応表を CSV でも書き出します", "write the list of pairs as CSV too"}},
            {"style",
             0,
             "table|tracked|clean|both",
             {"新旧対照表だけ（既定）か、見え消し（tracked）・溶け込み（clean）のシートも加えるか",
              "only the table of old and new (default), or also a sheet with changes struck and underlined (tracked),\n"
              "or with the new text alone (clean)"},
             {"table", "tracked", "clean", "both"}},
            {"side",
             0,
             "new-left|old-left",
             {"新旧対照表の左に置く側（既定は new-left）", "which side stands left (default: new-left)"},
             {"new-left", "old-left"}},
            {"headings",
             0,
             "新,旧",
             {"新旧対照表の見出し（既定は年度。例: 改正後,改正前）", "the two headings (default: the years)"}},
            {"paper", 0, "a3|a4", {"印刷の用紙（既定は a3）", "paper to print on (default: a3)"}, {"a3", "a4"}},
        }),
        .example = "torimatome compare 令和3年度/資料1.xlsx 令和4年度/資料1.xlsx -o 年度比較.xlsx",
        .run = run_compare,
    };
}

}  // namespace torimatome::pipeline
