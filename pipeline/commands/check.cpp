#include "pipeline/check.hpp"

#include <fmt/format.h>

#include <iostream>

#include "model/language.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/creation_date.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/round/form_years.hpp"
#include "pipeline/round/slips.hpp"
#include "pipeline/round/year_word.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/side_file.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

void write_input(const CheckedInput& input, bool with_ledger) {
    if (input.findings.empty()) {
        std::cout << input.file + tell(": 指摘はありません。\n", ": no findings.\n");
    } else {
        std::cout << input.file + ":\n";
        for (const Finding& finding : input.findings) std::cout << finding_line(finding) + "\n";
    }
    if (with_ledger && input.ledger) std::cout << "  " + ledger_line(*input.ledger) + "\n";
}

RunCounts count(const std::vector<CheckedInput>& inputs) {
    RunCounts counts{inputs.size(), 0, {}};
    for (const CheckedInput& input : inputs) {
        if (!input.document) {
            ++counts.unreadable;
            continue;
        }
        counts.tally += tally_of(input.findings);
        counts.tally.records += static_cast<int>(input.document->records.size());
    }
    return counts;
}

std::optional<int> round_year(const Arguments& arguments) {
    const std::string word = arguments.value("year");
    if (word.empty()) return std::nullopt;
    if (const auto year = fiscal_year_of_word(word)) return year;
    throw usage_error(tell(fmt::format("--year の「{}」は年度と読めません（例: 2022、令和4）。", display_text(word)),
                           fmt::format("\"{}\" of --year is no fiscal year (such as 2022).", display_text(word))));
}

std::vector<Reading> readings_of(const std::vector<CheckedInput>& inputs) {
    std::vector<Reading> readings;
    for (const CheckedInput& input : inputs) {
        Reading& reading = readings.emplace_back();
        reading.file = input.file;
        reading.document = input.document;
        if (reading.document) reading.document->findings = input.findings;
        if (!reading.document && !input.findings.empty()) reading.failure = input.findings.front();
    }
    return readings;
}

std::string write_slips_for(const std::vector<CheckedInput>& inputs, const Mappings& mappings,
                            const Arguments& arguments) {
    if (!arguments.values.contains("slips")) return {};
    SlipSettings settings{arguments.value("due"), arguments.value("contact"), {}, {}};
    if (arguments.values.contains("roster")) {
        settings.roster = read_roster(read_side_file(arguments.value("roster"), "--roster"));
    }
    std::vector<Source> sources;
    for (const CheckedInput& input : inputs) {
        if (input.document) sources.push_back(input.document->source);
    }
    settings.created = creation_date(sources);
    const std::filesystem::path folder = arguments.value("slips");
    make_output_folder(folder);
    const SlipsWritten written = write_slips(readings_of(inputs), mappings, settings, folder);
    const std::string name = display_text(folder.string());
    std::string words = tell(fmt::format("返戻票 {} 件と返戻一覧.xlsx を「{}」に出力しました。", written.slips, name),
                             fmt::format("Wrote {} return slips and 返戻一覧.xlsx to \"{}\".", written.slips, name));
    if (written.reminded == 0) return words;
    return words + tell(fmt::format("未回答の {} 部署への督促文は 督促文.txt にあります。", written.reminded),
                        fmt::format(" 督促文.txt is for the {} departments that have not answered.", written.reminded));
}

ExitStatus run_check(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    const std::optional<int> year = round_year(arguments);
    const std::vector<InputFile> inputs = find_inputs(arguments.positional, {});
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);
    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    std::vector<CheckedInput> checked = read_and_proofread(inputs, mappings, options, progress);
    check_across(checked, mappings);
    report_forms_of_other_years(year, checked);
    settle_findings(checked, read_ignored_codes(arguments.value("ignore")));
    progress.clear();
    for (const CheckedInput& input : checked) write_input(input, arguments.has("ledger"));
    flush_standard_output();
    const std::string output = write_slips_for(checked, mappings, arguments);
    const RunCounts counts = count(checked);
    write_summary(counts, options, output);
    return exit_status(counts, true);
}

}  // namespace

Command check_command() {
    return {
        .name = "check",
        .usage = "INPUT... [--slips DIR] [--roster FILE] [--year N]",
        .summary = {"入力を読み取り、人が確かめるところ（指摘）を一覧にします。",
                    "Reads inputs and lists what a person should look at (findings)."},
        .details =
            {"入力ごとに、重いものから順に、1行に1件ずつ標準出力に表示します。\n"
             "要対応か要確認の指摘があれば、終了コードは3です。\n"
             "公表前の校正（再掲の食い違い、番号の抜け、表記の混在など）も行います。何も書き換えません。\n"
             "--slips "
             "を付けると、提出物ごとの返戻票（直してほしいところ）、返戻一覧、未回答の部署への督促文を作ります。",
             "One line each on the standard output, by input, worst first. The exit status is 3 where there are\n"
             "errors or warnings. Documents are proofread too (reprints that differ, gaps in numbering, mixed\n"
             "notation and the like); nothing is changed. --slips writes a return slip for each submission, a list of\n"
             "them, and a reminder for those who have not answered."},
        .options = with_common_options({
            {"slips",
             0,
             "DIR",
             {"返戻票・返戻一覧・督促文を出力するフォルダー", "folder for return slips, their list and the reminder"}},
            {"roster",
             'r',
             "FILE.csv",
             {"名簿（部署と連絡先）。未回答の部署への督促文を作ります", "the roster; tells who has not answered"}},
            {"year", 0, "N", {"この照会の年度（2022、令和4）", "fiscal year of the round (2022)"}},
            {"due", 0, "TEXT", {"返戻票と督促文に書く期限", "due date on the slips and in the reminder"}},
            {"contact", 0, "TEXT", {"返戻票と督促文に書く問い合わせ先", "contact on the slips and in the reminder"}},
            {"ledger",
             0,
             nullptr,
             {"文字数の内訳（取組・見出し・定型・未配置）も表示する", "also account for the characters of each input"}},
            {"ignore",
             0,
             "CODE,...",
             {"表示しない指摘のコード（notation.mixed）か分野（notation）",
              "codes (notation.mixed) or areas (notation) of findings not to show"}},
        }),
        .example = "torimatome check 回答/ --slips 返戻/ --roster 名簿.csv",
        .run = run_check,
    };
}

}  // namespace torimatome::pipeline
