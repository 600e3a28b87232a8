#include "writers/forms_workbook/inquiry_workbook.hpp"

#include <algorithm>
#include <set>

#include "writers/forms_workbook/answer_sheet.hpp"
#include "writers/forms_workbook/guide_sheets.hpp"
#include "writers/forms_workbook/ledger_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/very_hidden.hpp"

namespace torimatome::writers {

namespace {

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ",") + value;
    return text;
}

// Read again by parsers/form/round_form.
std::vector<std::vector<std::string>> ledger_rows(const RoundForm& round) {
    std::vector<std::vector<std::string>> rows = {{"torimatome:ledger|round|1"},
                                                  {"form", round.form},
                                                  {"year", std::to_string(round.year)},
                                                  {"department", round.department}};
    for (const std::string& column : round.columns) rows.push_back({"column", column});
    const std::set<std::string> own_texts(round.own_texts.begin(), round.own_texts.end());
    for (const std::string& digest : own_texts) rows.push_back({"text", digest});
    for (const AskedRecord& record : round.records) {
        auto& row = rows.emplace_back();
        row = {
            "record", record.id, record.section, record.sheet, record.joint ? "joint" : "", joined(record.inherited)};
        for (const LockedText& locked : record.locked) {
            row.push_back(locked.field + "|" + locked.exact + "|" + locked.folded);
        }
    }
    return rows;
}

void name_sheets(const std::vector<PrintSection>& sections, const std::vector<Sheet>& sheets, RoundForm& round) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
        for (const Record* record : sections[i].records) {
            const auto asked = std::find_if(round.records.begin(), round.records.end(),
                                            [&](const AskedRecord& each) { return each.id == record->id; });
            if (asked != round.records.end()) asked->sheet = sheets[i].name;
        }
    }
}

void write_sheets(Workbook& workbook, const InquiryWorkbook& book, RoundForm& round, Findings& findings) {
    const PrintLayout layout = print_layout(book.paper);
    const std::vector<PrintColumn> columns = print_columns(book.form, book.document, layout);
    std::vector<PrintSection> sections = print_sections(book.document, book.form);
    const Sheet cover = workbook.add_sheet("照会");
    std::vector<Sheet> sheets;
    for (PrintSection& section : sections) {
        sheets.push_back(workbook.add_sheet(section.sheet_name));
        section.sheet_name = sheets.back().name;
    }
    const Sheet example = workbook.add_sheet("記入例");
    const Sheet ledger = workbook.add_sheet("torimatome");
    name_sheets(sections, sheets, round);
    write_covering_page(workbook, cover, book, sections, layout, round);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        write_answer_sheet(workbook, sheets[i], book, sections[i], columns, layout, round, findings);
    }
    write_example(workbook, example, book, columns, layout, round);
    write_ledger(workbook, ledger, ledger_rows(round));
}

}  // namespace

Findings write_inquiry_workbook(const InquiryWorkbook& book, RoundForm round, const std::filesystem::path& file) {
    Findings findings;
    write_new_workbook(
        file, book.inquiry.subject, book.created,
        [&](Workbook& workbook) { write_sheets(workbook, book, round, findings); }, make_hidden_sheets_very_hidden);
    return findings;
}

}  // namespace torimatome::writers
