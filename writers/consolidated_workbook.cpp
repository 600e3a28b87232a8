#include "writers/consolidated_workbook.hpp"

#include <unistd.h>

#include <iterator>
#include <system_error>

#include "model/language.hpp"
#include "writers/workbook/extra_columns.hpp"
#include "writers/workbook/findings_sheet.hpp"
#include "writers/workbook/flat_sheet.hpp"
#include "writers/workbook/print_sheet.hpp"
#include "writers/workbook/provenance_sheet.hpp"
#include "writers/workbook/submissions_sheet.hpp"
#include "writers/workbook/summary_sheet.hpp"
#include "writers/workbook/unplaced_sheet.hpp"
#include "writers/workbook/unwritable_text.hpp"

namespace torimatome::writers {

namespace {

/// A name beside `file` that is removed again unless the complete file was moved into its place.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::filesystem::path& file) : target_(file), path_(file) {
        path_.replace_filename("." + file.filename().string() + "." + std::to_string(getpid()) + ".tmp");
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

    void move_into_place() const {
        std::error_code error;
        std::filesystem::rename(path_, target_, error);
        if (error) fail(error.message());
    }

    /// Errors name the file that the user asked for, never the temporary one.
    [[noreturn]] void fail(const std::string& reason) const {
        Finding finding;
        finding.code = "output.failed";
        finding.severity = Severity::error;
        finding.source.file = target_.string();
        finding.message = tell("「" + target_.string() + "」に書き込めませんでした。" + reason,
                               "Could not write \"" + target_.string() + "\". " + reason);
        finding.hint = tell(
            "フォルダーがあるか、書き込みの権限と空き容量があるか、ファイルを開いたままにしていないかを確かめてください"
            "。",
            "Check that the folder exists, that you may write there, that the disk has room and that "
            "the file is not open in another program.");
        throw Error(std::move(finding));
    }

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

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
    const TemporaryFile temporary(file);
    Findings findings;
    try {
        Workbook workbook(temporary.path(), book.document.title, book.created);
        findings = write_sheets(workbook, book);
        workbook.close();
    } catch (const Error& error) {
        temporary.fail(error.what());
    }
    temporary.move_into_place();
    return findings;
}

}  // namespace torimatome::writers
