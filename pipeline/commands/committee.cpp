#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/scale_loader.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/committee/changes.hpp"
#include "pipeline/committee/members.hpp"
#include "pipeline/committee/score_form.hpp"
#include "pipeline/committee/table_packet.hpp"
#include "pipeline/committee/tally.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/creation_date.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/output_folder.hpp"
#include "pipeline/read_documents.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/side_file.hpp"
#include "pipeline/usage_error.hpp"
#include "writers/committee_workbook/score_workbook.hpp"
#include "writers/committee_workbook/tally_workbook.hpp"

namespace torimatome::pipeline {

namespace {

const Scale& scale_named(const std::string& id, const std::vector<Scale>& scales) {
    const auto found = std::find_if(scales.begin(), scales.end(), [&](const Scale& each) { return each.id == id; });
    if (found != scales.end()) return *found;
    std::string known;
    for (const Scale& each : scales)
        known += fmt::format("{}{}（{}）", known.empty() ? "" : tell("、", ", "), each.id, each.name);
    throw usage_error(tell(fmt::format("評価の段階「{}」はありません。あるのは {} です。", display_text(id), known),
                           fmt::format("There is no scale \"{}\"; there are {}.", display_text(id), known)));
}

std::string only_argument(const Arguments& arguments) {
    if (arguments.positional.size() == 1) return arguments.positional.front();
    throw usage_error(
        tell("評価してもらう資料を1つ指定してください（例: torimatome committee 資料1.xlsx --members 委員名簿.csv -o "
             "評価/）。",
             "Please give one document to evaluate."));
}

void tell_findings(const Findings& findings) {
    for (const Finding& finding : findings) {
        const std::string file =
            finding.source.file.empty() ? "" : tell("「" + finding.source.file + "」", finding.source.file);
        std::cerr << file + finding_line(finding) + "\n";
    }
}

RunCounts counts_of(std::size_t inputs, std::size_t unreadable, std::size_t records, const Findings& findings) {
    Document told;
    told.records.resize(records);
    told.findings = findings;
    return {inputs, unreadable, tally_of(told)};
}

ExitStatus make_sheets(const Arguments& arguments, const CommonOptions& options) {
    if (!arguments.values.contains("members")) {
        throw usage_error(
            tell("--members に委員名簿（CSV）を指定してください。", "Please give the list of members with --members."));
    }
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);
    const std::vector<Scale> scales = parsers::load_scales(options.mappings);
    const Scale& scale = scale_named(arguments.value("scale", "a-d"), scales);
    const std::vector<Member> members = read_members(read_side_file(arguments.value("members"), "--members"));
    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    const Document document = read_one_document(only_argument(arguments), "committee", mappings, options, progress);
    const Form* form = mappings.find_form(document.form);
    if (!form)
        throw usage_error(tell("資料の様式の定義がありません。", "There is no mapping for the document's form."));
    std::optional<std::map<std::string, MeasureChange>> changes;
    if (arguments.values.contains("compare")) {
        const Document older = read_one_document(arguments.value("compare"), "--compare", mappings, options, progress);
        changes = changes_since(older, document, *form, mappings);
    }
    const std::filesystem::path folder = required_output_folder(arguments, "評価/");
    ScoreForm made = make_score_form(document, *form, scale, members, changes ? &*changes : nullptr);
    Findings findings;
    std::set<std::string> names;
    for (const Member& member : members) {
        made.ballot.member = member.name;
        const Findings unwritten = writers::write_score_workbook(
            {.form = made.form,
             .document = made.document,
             .priorities = made.priorities,
             .due = arguments.value("due"),
             .contact = arguments.value("contact"),
             .compared = changes.has_value(),
             .paper = arguments.value("paper") == "a4" ? writers::Paper::a4 : writers::Paper::a3,
             .created = creation_date({document.source})},
            made.ballot, folder / (safe_file_name("評価シート_" + member.name, names) + ".xlsx"));
        if (&member == &members.front()) findings = unwritten;
    }
    tell_findings(findings);
    const RunCounts counts = counts_of(1, 0, document.records.size(), findings);
    write_summary(counts, options,
                  tell(fmt::format("評価シート {} 人分を「{}」に出力しました（重点項目 {} 件）。", members.size(),
                                   display_text(folder.string()), made.priorities.size()),
                       fmt::format("Wrote {} evaluation sheets to \"{}\" ({} priorities).", members.size(),
                                   display_text(folder.string()), made.priorities.size())));
    return exit_status(counts, options.strict);
}

std::vector<ReturnedBook> read_books(const std::vector<InputFile>& inputs, const CommonOptions& options,
                                     Progress& progress) {
    const InputAction action = [&](const parsers::Input& input, std::ostream& answer) {
        const TableSet tables = read_raw_tables(input, options.reading);
        write_tally({}, answer);
        pack_tables(tables, answer);
    };
    std::vector<ReturnedBook> books;
    process_inputs(inputs, action, options.pool, progress, [&](InputResult& result) {
        ReturnedBook& book = books.emplace_back();
        book.file = inputs[result.index].name;
        book.failure = std::move(result.failure);
        if (book.failure) {
            progress.clear();
            report_failure(*book.failure);
        } else {
            book.tables = unpack_tables(std::string(result.result.text()));
        }
    });
    return books;
}

std::filesystem::path required_book(const Arguments& arguments) {
    const std::string output = arguments.value("output");
    std::error_code error;
    if (!output.empty() && output != "-" && !std::filesystem::is_directory(output, error)) return output;
    throw usage_error(tell("-o に、出力するブックのファイル名を指定してください（例: -o 評価集計.xlsx）。",
                           "Please give the file name of the workbook with -o (such as -o tally.xlsx)."));
}

// 「評価集計.xlsx」 beside 「評価集計（公表用）.xlsx」.
std::filesystem::path public_book(const Arguments& arguments, const std::filesystem::path& named) {
    if (arguments.values.contains("public")) return arguments.value("public");
    std::filesystem::path file = named;
    file.replace_filename(named.stem().string() + "（公表用）" + named.extension().string());
    return file;
}

void report_missing_members(const std::vector<Member>& members, ScoreTally& tally) {
    for (const Member& member : members) {
        const bool known = std::any_of(tally.members.begin(), tally.members.end(),
                                       [&](const MemberReturn& each) { return each.member.name == member.name; });
        if (known) continue;
        Finding finding;
        finding.code = "ballot.missing";
        finding.message = tell(fmt::format("{} 委員の評価シートがありません。", member.name),
                               fmt::format("There is no evaluation sheet of {}.", member.name));
        tally.findings.push_back(std::move(finding));
    }
}

ExitStatus collect_sheets(const Arguments& arguments, const CommonOptions& options) {
    const std::filesystem::path named = required_book(arguments);
    const std::filesystem::path published = public_book(arguments, named);
    const std::vector<InputFile> inputs = find_inputs({arguments.value("collect")}, named, published);
    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    const std::vector<ReturnedBook> books = read_books(inputs, options, progress);
    progress.clear();
    ScoreTally tally = tally_ballots(books);
    if (arguments.values.contains("members")) {
        report_missing_members(read_members(read_side_file(arguments.value("members"), "--members")), tally);
    }
    Findings of_texts;
    const ScoreTally anonymous = anonymised(tally, of_texts);
    tally.findings.insert(tally.findings.end(), of_texts.begin(), of_texts.end());
    std::vector<Source> sources;
    std::size_t unreadable = 0;
    for (const ReturnedBook& book : books) {
        if (book.tables) sources.push_back(book.tables->source);
        unreadable += book.tables ? 0 : 1;
    }
    const Date created = creation_date(sources);
    writers::write_tally_workbook({tally, true, created}, named);
    writers::write_tally_workbook({anonymous, false, created}, published);
    tell_findings(tally.findings);
    const RunCounts counts = counts_of(inputs.size(), unreadable, tally.measures.size(), tally.findings);
    write_summary(counts, options,
                  output_words(display_text(named.string())) + " " + output_words(display_text(published.string())));
    return exit_status(counts, options.strict);
}

ExitStatus run_committee(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    return arguments.values.contains("collect") ? collect_sheets(arguments, options) : make_sheets(arguments, options);
}

}  // namespace

Command committee_command() {
    return {
        .name = "committee",
        .usage = "DOCUMENT [--compare OLDER] --members FILE [--scale ID] -o DIR | --collect DIR -o BOOK.xlsx",
        .summary = {"委員の評価シートを作り、記入されたものを集計します。",
                    "Makes the members' evaluation sheets and tallies them."},
        .details =
            {"委員ごとに1冊のブックを作ります。--compare に前年度の資料を指定すると、変わった語を示し、前年度の計画を\n"
             "並べ、先に見る取組（重点項目）を選びます。評価の段階は mappings/scales/ "
             "にあります（a-d、s-d、directions、\n"
             "four-step、progress）。\n"
             "--collect "
             "は、記入されたブックのフォルダーから、事務局用（記名）と公表用（委員A、委員B…）の集計を作ります。",
             "One workbook a member. With --compare, changed words are marked, last year's plan stands beside the\n"
             "result, and the measures to look at first are chosen. The scales are in mappings/scales/.\n"
             "--collect makes two tallies of the returned workbooks: one with names, one for publication."},
        .options = with_common_options({
            {"output",
             'o',
             "DIR|BOOK",
             {"出力するフォルダー（--collect ではブック）", "folder, or book with --collect"}},
            {"members", 'm', "FILE", {"委員名簿（氏名・役職のCSV）", "the members (CSV of names and roles)"}},
            {"compare", 0, "OLDER", {"前年度の資料", "last year's document"}},
            {"scale", 0, "ID", {"評価の段階（既定は a-d）", "the scale (default: a-d)"}},
            {"due", 0, "TEXT", {"提出期限", "due date, printed as given"}},
            {"contact", 0, "TEXT", {"提出先・問合せ先", "where to send the sheet"}},
            {"collect", 0, "DIR", {"記入された評価シートのフォルダー", "folder of the returned workbooks"}},
            {"public",
             0,
             "BOOK",
             {"公表用の集計（既定は -o の名前に「（公表用）」を付けたもの）",
              "the book for publication (by default the name of -o with （公表用）)"}},
            {"paper", 0, "a3|a4", {"印刷の用紙（既定は a3）", "paper to print on (default: a3)"}, {"a3", "a4"}},
        }),
        .example = "torimatome committee 資料1.xlsx --compare 前年度.xlsx --members 委員名簿.csv -o 評価/",
        .run = run_committee,
    };
}

}  // namespace torimatome::pipeline
