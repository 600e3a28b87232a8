#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "model/language.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/consolidation/roster.hpp"
#include "pipeline/creation_date.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/output_folder.hpp"
#include "pipeline/read_documents.hpp"
#include "pipeline/round/inquiry_form.hpp"
#include "pipeline/round/opinions.hpp"
#include "pipeline/round/recipients.hpp"
#include "pipeline/round/year_word.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/side_file.hpp"
#include "pipeline/usage_error.hpp"
#include "text/era_date.hpp"
#include "writers/forms_workbook/cover_list.hpp"
#include "writers/forms_workbook/inquiry_workbook.hpp"

namespace torimatome::pipeline {

namespace {

int round_year(const Arguments& arguments) {
    const std::string word = arguments.value("year");
    if (const auto year = fiscal_year_of_word(word)) return *year;
    throw usage_error(tell(
        fmt::format("--year に、実績を照会する年度を指定してください（例: 2022、令和4）。「{}」は年度と読めません。",
                    display_text(word)),
        fmt::format("Please give the fiscal year to ask about with --year (such as 2022); \"{}\" is none.",
                    display_text(word))));
}

struct Distribution {
    const Document& last;
    const Form& form;
    int year = 0;
    writers::Inquiry inquiry;
    writers::Paper paper = writers::Paper::a3;
    Date created;
};

std::string partner_names(const Recipient& recipient, const std::vector<std::vector<std::string>>& departments) {
    std::vector<std::string> names;
    for (const std::size_t i : recipient.records) {
        for (const std::string& name : departments[i]) {
            const bool known = std::find(names.begin(), names.end(), name) != names.end();
            if (name != recipient.department && !known) names.push_back(name);
        }
    }
    std::string words;
    for (const std::string& name : names) words += (words.empty() ? "" : "、") + name;
    return words;
}

writers::CoverEntry write_form(const Distribution& distribution, const Recipient& recipient,
                               const std::vector<std::vector<std::string>>& departments,
                               const std::vector<Opinion>& opinions, const std::filesystem::path& folder,
                               std::set<std::string>& names, Findings& findings) {
    const InquiryForm made =
        make_inquiry_form(distribution.last, distribution.form, recipient, departments, opinions, distribution.year);
    const std::string name =
        safe_file_name(text::fiscal_year_text(distribution.year) + "照会_" + made.round.department, names) + ".xlsx";
    const Findings unwritten = writers::write_inquiry_workbook({.form = made.form,
                                                                .document = made.document,
                                                                .open = made.open,
                                                                .previous = made.previous,
                                                                .inquiry = distribution.inquiry,
                                                                .paper = distribution.paper,
                                                                .created = distribution.created},
                                                               made.round, folder / name);
    findings.insert(findings.end(), unwritten.begin(), unwritten.end());
    return {made.round.department,
            name,
            static_cast<int>(recipient.records.size()),
            made.joint,
            partner_names(recipient, departments),
            recipient.contact,
            recipient.department.empty() ? "送り先を決めてください。" : ""};
}

void report_year(const Document& last, int year, Findings& findings) {
    if (!last.year || *last.year + 1 == year) return;
    Finding finding;
    finding.code = "distribute.year-gap";
    finding.message =
        tell(fmt::format("資料は{}のものですが、照会するのは{}です。", text::fiscal_year_text(*last.year),
                         text::fiscal_year_text(year)),
             fmt::format("The document is of fiscal year {}, but the forms ask about {}.", *last.year, year));
    finding.hint = tell("前年度の資料を指定しているか、--year が合っているかを確かめてください。",
                        "Please check the document and --year.");
    findings.push_back(std::move(finding));
}

// An opinion about a measure that the document does not have would reach nobody.
void report_unplaced(const Document& last, const std::vector<Opinion>& opinions, Findings& findings) {
    for (const Opinion& opinion : opinions) {
        const bool known = std::any_of(last.records.begin(), last.records.end(),
                                       [&](const Record& record) { return record.id == opinion.record; });
        if (known) continue;
        Finding finding;
        finding.code = "distribute.opinion-unplaced";
        finding.record = opinion.record;
        finding.message =
            tell(fmt::format("意見「{}」の取組番号が資料にないので、どの様式にも載せていません。", opinion.text),
                 fmt::format("The opinion \"{}\" is about a measure that the document does not have; it is "
                             "in no form.",
                             opinion.text));
        finding.hint = tell("「意見と対応」の取組番号を、この資料のものに直してください。",
                            "Please correct its number in the list of opinions.");
        findings.push_back(std::move(finding));
    }
}

void tell_findings(const Findings& findings) {
    for (const Finding& finding : findings) std::cerr << finding_line(finding) + "\n";
}

ExitStatus run_distribute(const Arguments& arguments) {
    const CommonOptions options = common_options(arguments);
    if (arguments.positional.size() != 1) {
        throw usage_error(
            tell("前年度の資料を1つ指定してください（例: torimatome distribute 資料1.xlsx --year 2022 -o 照会/）。",
                 "Please give one document: last year's."));
    }
    const int year = round_year(arguments);
    const Mappings mappings = load_mappings_for(options.mappings, options.reading.form);
    std::vector<RosterEntry> roster;
    if (arguments.values.contains("roster"))
        roster = read_roster(read_side_file(arguments.value("roster"), "--roster"));
    std::vector<Opinion> opinions;
    if (arguments.values.contains("opinions")) {
        opinions = read_opinions(read_side_file(arguments.value("opinions"), "--opinions"));
    }
    Progress progress(std::cerr, !options.quiet && standard_error_is_terminal());
    const Document last = read_one_document(arguments.positional.front(), "distribute", mappings, options, progress);
    const Form* form = mappings.find_form(last.form);
    if (!form)
        throw usage_error(tell("資料の様式の定義がありません。", "There is no mapping for the document's form."));
    const std::filesystem::path folder = required_output_folder(arguments, "照会/");

    Findings findings;
    report_year(last, year, findings);
    report_unplaced(last, opinions, findings);
    const std::string title = title_of_year(last.title, last.year, year);
    const Distribution distribution = {
        last,
        *form,
        year,
        {(title.empty() ? form->name : title) + "について（照会）", arguments.value("due"), arguments.value("contact")},
        arguments.value("paper") == "a4" ? writers::Paper::a4 : writers::Paper::a3,
        creation_date({last.source})};
    const auto departments = departments_of_records(last, *form, mappings.organisations);
    std::vector<writers::CoverEntry> entries;
    std::set<std::string> names;
    for (const Recipient& recipient : find_recipients(last, *form, mappings.organisations, roster, findings)) {
        entries.push_back(write_form(distribution, recipient, departments, opinions, folder, names, findings));
    }
    writers::write_cover_list(entries, "送付一覧", distribution.inquiry.due, distribution.created,
                              folder / "送付一覧.xlsx");

    tell_findings(findings);
    Document told;
    told.records.resize(last.records.size());
    told.findings = findings;
    const RunCounts counts{1, 0, tally_of(told)};
    write_summary(counts, options,
                  tell(fmt::format("様式 {} 部署分と 送付一覧.xlsx を「{}」に出力しました。", entries.size(),
                                   display_text(folder.string())),
                       fmt::format("Wrote {} forms and 送付一覧.xlsx to \"{}\".", entries.size(),
                                   display_text(folder.string()))));
    return exit_status(counts, options.strict);
}

}  // namespace

Command distribute_command() {
    return {
        .name = "distribute",
        .usage = "DOCUMENT --year N [--roster FILE] [--opinions BOOK] -o DIR",
        .summary = {"担当部署ごとの照会様式を、前年度の資料から作ります。",
                    "Makes a form for each department from last year's document."},
        .details =
            {"部署ごとに1冊のブックを作り、その部署の取組だけを載せます。前年度に回答した計画を、記入する欄の隣に\n"
             "載せます。記入する欄のほかは変更できません（パスワードなし）。共同の取組は、関係する全ての部署に載せます"
             "。\n"
             "回答は `check` と `consolidate` が、行の番号（非表示の列）で照合します。",
             "One workbook a department with its records only, last year's plan beside the empty result. All but\n"
             "the cells to fill in is locked (no password). Joint records go to every department concerned.\n"
             "`check` and `consolidate` match the answers by hidden row ids."},
        .options = with_common_options({
            {"output", 'o', "DIR", {"出力するフォルダー", "folder to write to"}},
            {"year", 'y', "N", {"実績を照会する年度（2022、令和4 など）", "fiscal year whose results are asked for"}},
            {"roster",
             'r',
             "FILE",
             {"名簿（部署と連絡先のCSV）。この順に作り、送付一覧に連絡先を載せます",
              "the roster (CSV of departments and contacts): order and contacts"}},
            {"opinions",
             0,
             "BOOK",
             {"委員会の意見（committee --collect のブック）。様式に意見と「意見への対応」の欄を加えます",
              "the committee's opinions (a book of committee --collect), to be answered in the form"}},
            {"due", 0, "TEXT", {"提出期限（照会文にそのまま載せます）", "due date, printed as given"}},
            {"contact", 0, "TEXT", {"提出先・問合せ先", "where to send the answer"}},
            {"paper", 0, "a3|a4", {"印刷の用紙（既定は a3）", "paper to print on (default: a3)"}, {"a3", "a4"}},
        }),
        .example = "torimatome distribute 資料1.xlsx --year 2022 --due 令和5年4月21日 -o 照会/",
        .run = run_distribute,
    };
}

}  // namespace torimatome::pipeline
