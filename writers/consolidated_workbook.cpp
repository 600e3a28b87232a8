#include "writers/consolidated_workbook.hpp"

#include "writers/workbook/extra_columns.hpp"
#include "writers/workbook/findings_sheet.hpp"
#include "writers/workbook/flat_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/print_sheet.hpp"
#include "writers/workbook/provenance_sheet.hpp"
#include "writers/workbook/submissions_sheet.hpp"
#include "writers/workbook/summary_sheet.hpp"
#include "writers/workbook/unplaced_sheet.hpp"
#include "writers/workbook/unwritable_text.hpp"

namespace torimatome::writers {

namespace {

void append(Findings& findings, const Findings& more) { findings.insert(findings.end(), more.begin(), more.end()); }

/// The sheets in the order of their tabs, made before any is written: the list of findings comes last to be written
/// but does not stand last.
struct Sheets {
    std::vector<PrintSection> sections;
    std::vector<Sheet> print;
    Sheet flat, summary, findings, submissions, provenance, unplaced;
};

Sheet add_derived(Workbook& workbook, const std::string& name) {
    Sheet sheet = workbook.add_sheet(name);
    workbook.mark_derived(sheet);
    return sheet;
}

Sheets add_sheets(Workbook& workbook, const ConsolidatedWorkbook& book) {
    Sheets sheets;
    sheets.sections = print_sections(book.document, book.form);
    for (const PrintSection& section : sheets.sections) sheets.print.push_back(workbook.add_sheet(section.sheet_name));
    sheets.flat = add_derived(workbook, "一覧");
    sheets.summary = add_derived(workbook, "集計");
    sheets.findings = add_derived(workbook, "要確認");
    if (!book.document.unplaced.empty()) sheets.unplaced = add_derived(workbook, "未配置");
    sheets.submissions = add_derived(workbook, "提出状況");
    sheets.provenance = add_derived(workbook, "出典");
    return sheets;
}

Findings write_sheets(Workbook& workbook, const ConsolidatedWorkbook& book) {
    const Sheets sheets = add_sheets(workbook, book);
    const std::vector<std::string> extras = extra_fields(book.document, book.form);
    const Form printed_form = with_columns(book.form, extras, kMostPrintedExtras);
    const Form full_form = with_columns(book.form, extras, extras.size());
    const ConsolidatedWorkbook printed = {book.document, printed_form, book.submissions, book.paper, book.created};
    const ConsolidatedWorkbook full = {book.document, full_form, book.submissions, book.paper, book.created};
    Findings findings = find_unwritable_text(book.document);
    append(findings, find_unprinted_columns(extras));
    RecordPlaces places;
    const PrintPage page = print_page(printed);
    for (std::size_t i = 0; i < sheets.print.size(); ++i) {
        write_print_sheet(workbook, sheets.print[i], printed, page, sheets.sections[i], places, findings);
    }
    write_flat_sheet(workbook, sheets.flat, full, findings);
    write_summary_sheet(workbook, sheets.summary, full);
    if (sheets.unplaced.handle) write_unplaced_sheet(workbook, sheets.unplaced, full);
    write_submissions_sheet(workbook, sheets.submissions, full);
    write_provenance_sheet(workbook, sheets.provenance, full);
    Findings all = book.document.findings;
    append(all, findings);
    write_findings_sheet(workbook, sheets.findings, full, all, places);
    return findings;
}

}  // namespace

Findings write_consolidated_workbook(const ConsolidatedWorkbook& book, const std::filesystem::path& file) {
    Findings findings;
    write_new_workbook(file, book.document.title, book.created,
                       [&](Workbook& workbook) { findings = write_sheets(workbook, book); });
    return findings;
}

}  // namespace torimatome::writers
