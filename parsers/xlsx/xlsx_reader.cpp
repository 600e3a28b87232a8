#include "parsers/xlsx/xlsx_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/language.hpp"
#include "parsers/xlsx/notes.hpp"
#include "parsers/xlsx/sheet.hpp"
#include "parsers/xlsx/workbook.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers {

namespace {

using namespace xlsx;

// Damage to a part that the cells can do without is told, and reading goes on.
template <typename Read>
void read_or_report(Findings& findings, const char* code, Read read) {
    try {
        read();
    } catch (const Error& error) {
        if (error.finding().code != "part.damaged") throw;
        Finding finding = error.finding();
        finding.code = code;
        findings.push_back(std::move(finding));
    }
}

std::string part_of_type(const Package& package, const Workbook& workbook, std::string_view type, const char* usual) {
    const std::string named = target_of_type(workbook.relationships, type);
    return named.empty() || !has_part(package, named) ? std::string(usual) : named;
}

CellContext read_context(Package& package, const Workbook& workbook, const ReadOptions& options, Findings& findings) {
    CellContext context;
    context.date1904 = workbook.date1904;
    context.struck = options.struck;
    context.styles = default_styles();
    Palette palette = standard_palette();
    read_or_report(findings, "workbook.theme-damaged", [&] {
        XmlPart theme;
        if (read_xml(package, part_of_type(package, workbook, "theme", "xl/theme/theme1.xml"), theme)) {
            read_theme_colors(theme.root(), palette);
        }
    });
    read_or_report(findings, "workbook.styles-damaged", [&] {
        XmlPart styles;
        if (read_xml(package, part_of_type(package, workbook, "styles", "xl/styles.xml"), styles)) {
            context.styles = read_styles(styles.root(), palette);
        }
    });
    read_or_report(findings, "workbook.strings-damaged", [&] {
        const std::string part = part_of_type(package, workbook, "sharedStrings", "xl/sharedStrings.xml");
        read_shared_strings(package, part, context.styles.palette, options.struck, context.strings);
    });
    return context;
}

void report_no_table(const SheetEntry& entry, bool missing, Findings& findings) {
    Finding finding;
    finding.source.sheet = entry.name;
    if (missing) {
        finding.code = "sheet.missing";
        finding.severity = Severity::error;
        finding.message =
            tell("シートの中身がファイルにありません。", "The contents of the sheet are not in the file.");
        finding.hint =
            tell("Excelで開いて確かめ、保存し直してください。", "Open the file in Excel, check it and save it again.");
    } else {
        finding.code = "sheet.no-table";
        finding.severity = Severity::note;
        finding.message = tell("表のシートではない（グラフなどの）ため、読んでいません。",
                               "This is no sheet with a table (but a chart or the like) and was not read.");
    }
    findings.push_back(std::move(finding));
}

}  // namespace

TableSet read_xlsx(const Input& input, const ReadOptions& options) {
    Package package = open_package(input.bytes, options.limits);
    const Workbook workbook = read_workbook(package);
    TableSet result;
    result.source = {input.name, "xlsx", sha256_hex(input.bytes), workbook.saved_on};
    CellContext context = read_context(package, workbook, options, result.findings);
    Usage usage;
    for (const SheetEntry& entry : workbook.sheets) {
        const bool missing = entry.part.empty() || !has_part(package, entry.part);
        if (missing || entry.kind != "worksheet") {
            report_no_table(entry, missing, result.findings);
            continue;
        }
        SheetFindings findings{entry.name, {}, {}};
        XmlPart rest;
        result.tables.push_back(read_sheet(package, entry, context, options.limits, usage, findings, rest));
        read_notes(package, entry.part, findings, result.loose);
        finish(findings, result.findings);
    }
    return result;
}

}  // namespace torimatome::parsers
