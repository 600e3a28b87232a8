#include "tests/parsers/workbook_builder.hpp"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

#include "parsers/reader.hpp"

namespace torimatome::parsers {

namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kRelation + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string sheet_xml(const SheetSpec& sheet) {
    return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"") + kMain + "\" xmlns:r=\"" +
           kRelation + "\">" + sheet.before + "<sheetData>" + sheet.rows + "</sheetData>" + sheet.after +
           "</worksheet>";
}

std::string workbook_xml(const WorkbookSpec& spec) {
    std::string sheets;
    for (std::size_t i = 0; i < spec.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        sheets += "<sheet name=\"" + spec.sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\" " +
                  spec.sheets[i].attributes + "/>";
    }
    const std::string names = spec.names.empty() ? "" : "<definedNames>" + spec.names + "</definedNames>";
    return std::string("<workbook xmlns=\"") + kMain + "\" xmlns:r=\"" + kRelation + "\">" + spec.properties +
           "<sheets>" + sheets + "</sheets>" + names + "</workbook>";
}

std::string workbook_relations(const WorkbookSpec& spec) {
    std::string xml = kRelations;
    for (std::size_t i = 0; i < spec.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    }
    xml += relation("rIdStrings", "sharedStrings", "sharedStrings.xml") + relation("rIdStyles", "styles", "styles.xml");
    return xml + "</Relationships>";
}

std::string strings_xml(const std::vector<std::string>& strings) {
    std::string xml = std::string("<sst xmlns=\"") + kMain + "\">";
    for (const std::string& string : strings) xml += "<si>" + string + "</si>";
    return xml + "</sst>";
}

}  // namespace

std::string make_zip(const std::vector<ZipPart>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (!archive) throw std::runtime_error(zip_error_strerror(&error));
    for (const ZipPart& part : parts) {
        zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) throw std::runtime_error(zip_strerror(archive));
        if (part.stored) zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

WorkbookSpec& WorkbookSpec::cell_xfs(const std::vector<std::string>& xfs) {
    styles += "<cellXfs>";
    for (const std::string& xf : xfs) styles += "<xf " + xf + "/>";
    styles += "</cellXfs>";
    return *this;
}

std::vector<ZipPart> workbook_parts(const WorkbookSpec& spec) {
    std::map<std::string, std::string> parts{
        {"_rels/.rels",
         std::string(kRelations) + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", workbook_xml(spec)},
        {"xl/_rels/workbook.xml.rels", workbook_relations(spec)},
        {"xl/sharedStrings.xml", strings_xml(spec.strings)},
        {"xl/styles.xml", std::string("<styleSheet xmlns=\"") + kMain + "\">" + spec.styles + "</styleSheet>"},
    };
    for (std::size_t i = 0; i < spec.sheets.size(); ++i) {
        const std::string name = "sheet" + std::to_string(i + 1) + ".xml";
        parts["xl/worksheets/" + name] = sheet_xml(spec.sheets[i]);
        if (spec.sheets[i].relations.empty()) continue;
        parts["xl/worksheets/_rels/" + name + ".rels"] = kRelations + spec.sheets[i].relations + "</Relationships>";
    }
    for (const auto& [name, bytes] : spec.parts) parts[name] = bytes;
    for (const std::string& name : spec.removed) parts.erase(name);
    std::vector<ZipPart> list;
    for (const auto& [name, bytes] : parts) list.push_back({name, bytes, false});
    return list;
}

std::string make_workbook(const WorkbookSpec& spec) { return make_zip(workbook_parts(spec)); }

WorkbookSpec one_sheet(std::string rows, std::vector<std::string> strings) {
    WorkbookSpec spec;
    spec.sheets.emplace_back();
    spec.sheets[0].rows = std::move(rows);
    spec.strings = std::move(strings);
    return spec;
}

TableSet read_bytes(std::string_view bytes, const ReadOptions& options) {
    return read_tables({"回答.xlsx", bytes}, options);
}

TableSet read_workbook(const WorkbookSpec& spec, const ReadOptions& options) {
    return read_bytes(make_workbook(spec), options);
}

std::vector<std::string> lines_of(const Table& table) {
    std::vector<std::string> lines;
    for (const Cell& cell : table.cells) {
        std::string line = cell_address(cell.row, cell.column);
        if (cell.row_span > 1 || cell.column_span > 1) {
            line += ":" + cell_address(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1);
        }
        line += "=" + cell.text();
        if (cell.hidden) line += " hidden";
        if (cell.open_top) line += " open";
        if (cell.content && !cell.content->struck.empty()) line += " struck:" + cell.content->struck;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> lines_of(const Findings& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        const std::string place = finding.source.sheet + (finding.source.cell.empty() ? "" : "!" + finding.source.cell);
        lines.push_back(finding.code + " " + to_string(finding.severity) + " " + place + ": " + finding.message);
    }
    return lines;
}

std::string styles_with_formats(const std::vector<std::string>& codes) {
    std::string formats;
    std::string xfs = "<xf numFmtId=\"0\"/>";
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string id = std::to_string(200 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>";
        xfs += "<xf numFmtId=\"" + id + "\"/>";
    }
    return "<numFmts>" + formats + "</numFmts><cellXfs>" + xfs + "</cellXfs>";
}

}  // namespace torimatome::parsers
