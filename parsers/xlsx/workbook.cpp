#include "parsers/xlsx/workbook.hpp"

#include <array>
#include <map>

#include "model/language.hpp"
#include "parsers/input_error.hpp"
#include "parsers/xlsx/xml_stream.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::string_view kUsualPart = "xl/workbook.xml";
constexpr std::string_view kDerivedName = "torimatome.derived";

struct OtherPackage {
    std::string_view part;  // that only this kind has
    const char* japanese;
    const char* english;
};
constexpr std::array<OtherPackage, 5> kOtherPackages{{
    {"xl/workbook.bin", "バイナリ形式のExcelブック（.xlsb）です。", "This is a binary Excel workbook (.xlsb)."},
    {"word/document.xml", "Word文書（.docx）です。", "This is a Word document (.docx)."},
    {"ppt/presentation.xml", "PowerPoint資料（.pptx）です。", "This is a PowerPoint presentation (.pptx)."},
    {"content.xml", "OpenDocument形式のファイル（.odsなど）です。", "This is an OpenDocument file (.ods or the like)."},
    {"Contents/section0.xml", "ハングル文書（.hwpx）です。", "This is a Hangul document (.hwpx)."},
}};

[[noreturn]] void throw_not_a_workbook(const Package& package) {
    const std::string hint = tell("Excelブック（.xlsx）として保存し直したファイルを使ってください。",
                                  "Save it as an Excel workbook (.xlsx) and use that file.");
    for (const OtherPackage& other : kOtherPackages) {
        if (has_part(package, other.part)) {
            throw input_error("input.not-a-workbook", tell(other.japanese, other.english), hint);
        }
    }
    throw input_error(
        "input.not-a-workbook",
        tell("zipファイルですが、Excelブックではありません。", "This is a zip file, but no Excel workbook."),
        tell("zipを展開し、中のExcelファイルを使ってください。", "Unpack the zip file and use the Excel files in it."));
}

std::string find_workbook_part(Package& package) {
    const std::string named = target_of_type(read_relationships(package, ""), "officeDocument");
    const bool is_workbook = named.ends_with(".xml") && named.find("word/") != 0 && named.find("ppt/") != 0;
    if (is_workbook && has_part(package, named)) return named;
    if (has_part(package, kUsualPart)) return std::string(kUsualPart);
    throw_not_a_workbook(package);
}

// Index of the sheets that carry our mark.
std::map<int, bool> read_derived(pugi::xml_node workbook) {
    std::map<int, bool> derived;
    for (pugi::xml_node name : child_named(workbook, "definedNames").children()) {
        if (attribute_named(name, "name") == kDerivedName) derived[number_of(name, "localSheetId", -1)] = true;
    }
    return derived;
}

SheetEntry read_sheet_entry(pugi::xml_node node, const std::vector<Relationship>& relationships) {
    SheetEntry sheet;
    sheet.name = clean_text(std::string(attribute_named(node, "name")));
    const std::string_view state = attribute_named(node, "state");
    sheet.hidden = state == "hidden" || state == "veryHidden";
    for (const Relationship& one : relationships) {
        if (one.id != attribute_named(node, "id") || one.external) continue;
        sheet.part = one.target;
        sheet.kind = one.type;
        break;
    }
    return sheet;
}

std::string read_saved_on(Package& package) {
    std::string part = target_of_type(read_relationships(package, ""), "core-properties");
    if (part.empty()) part = "docProps/core.xml";
    try {
        XmlPart xml;
        if (!read_xml(package, part, xml)) return {};
        const std::string modified = text_of(child_named(xml.root(), "modified"));
        const bool dated = modified.size() >= 10 && modified[4] == '-' && modified[7] == '-';
        return dated ? modified.substr(0, 10) : std::string();
    } catch (const Error& error) {
        if (error.finding().code != "part.damaged") throw;
        return {};  // the date is a help only: a workbook without one is read all the same
    }
}

}  // namespace

Workbook read_workbook(Package& package) {
    const std::string part = find_workbook_part(package);
    XmlPart xml;
    read_xml(package, part, xml);
    if (!is_named(xml.root(), "workbook")) throw_not_a_workbook(package);
    Workbook workbook;
    workbook.relationships = read_relationships(package, part);
    workbook.date1904 = flag_of(child_named(xml.root(), "workbookPr"), "date1904", false);
    const std::map<int, bool> derived = read_derived(xml.root());
    for (pugi::xml_node node : child_named(xml.root(), "sheets").children()) {
        if (!is_named(node, "sheet")) continue;
        SheetEntry sheet = read_sheet_entry(node, workbook.relationships);
        sheet.derived = derived.count(static_cast<int>(workbook.sheets.size())) > 0;
        workbook.sheets.push_back(std::move(sheet));
    }
    workbook.saved_on = read_saved_on(package);
    return workbook;
}

}  // namespace torimatome::parsers::xlsx
