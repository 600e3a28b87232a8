#include "writers/committee_workbook/score_workbook.hpp"

#include <set>

#include "writers/committee_workbook/score_guides.hpp"
#include "writers/committee_workbook/score_sheet.hpp"
#include "writers/forms_workbook/ledger_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/very_hidden.hpp"

namespace torimatome::writers {

namespace {

// Read again by parsers/form/ballot_reader.
std::vector<std::vector<std::string>> ledger_rows(const BallotForm& ballot) {
    std::vector<std::vector<std::string>> rows = {{"torimatome:ledger|ballot|1"},
                                                  {"form", ballot.form},
                                                  {"title", ballot.title},
                                                  {"year", ballot.year ? std::to_string(*ballot.year) : ""},
                                                  {"section-name", ballot.section_name},
                                                  {"member", ballot.member}};
    const Scale& scale = ballot.scale;
    rows.push_back({"scale", scale.id, scale.name, scale.ordinal ? "ordinal" : ""});
    for (const Grade& grade : scale.grades) {
        rows.push_back({"grade", grade.mark, grade.label,
                        grade.value ? std::to_string(static_cast<long>(*grade.value * 1000)) : ""});
    }
    for (const Member& member : ballot.members) rows.push_back({"asked", member.name, member.role});
    const std::set<std::string> own_texts(ballot.own_texts.begin(), ballot.own_texts.end());
    for (const std::string& digest : own_texts) rows.push_back({"text", digest});
    for (const Measure& measure : ballot.measures) {
        auto& row = rows.emplace_back();
        row = {"measure", measure.id, measure.section, measure.title, measure.goal, measure.departments};
        for (const LockedText& locked : measure.locked) {
            row.push_back(locked.field + "|" + locked.exact + "|" + locked.folded);
        }
    }
    return rows;
}

}  // namespace

Findings write_score_workbook(const ScoreWorkbook& book, BallotForm ballot, const std::filesystem::path& file) {
    Findings findings;
    write_new_workbook(
        file, "評価シート", book.created,
        [&](Workbook& workbook) {
            const Sheet scores = workbook.add_sheet("評価シート");
            const Sheet scale = workbook.add_sheet("評価の目安");
            const Sheet priorities = workbook.add_sheet("重点項目");
            const Sheet ledger = workbook.add_sheet("torimatome");
            const MeasureRows rows = write_score_sheet(workbook, scores, book, ballot, findings);
            write_scale_page(workbook, scale, book, ballot);
            write_priorities(workbook, priorities, book, ballot, rows);
            write_ledger(workbook, ledger, ledger_rows(ballot));
        },
        make_hidden_sheets_very_hidden);
    return findings;
}

}  // namespace torimatome::writers
