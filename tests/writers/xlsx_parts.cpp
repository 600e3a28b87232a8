#include "xlsx_parts.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <zip.h>

#include <pugixml.hpp>

namespace torimatome::writers {

namespace {

std::string string_item(const pugi::xml_node& item) {
    std::string text = item.child("t").text().get();
    for (const pugi::xml_node run : item.children("r")) text += run.child("t").text().get();
    return text;
}

std::vector<std::string> shared_strings(const std::string& xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    std::vector<std::string> strings;
    for (const pugi::xml_node item : document.child("sst").children("si")) strings.push_back(string_item(item));
    return strings;
}

SheetDump dump(const std::string& xml, const std::vector<std::string>& strings) {
    SheetDump sheet;
    sheet.xml = xml;
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size());
    const pugi::xml_node root = document.child("worksheet");
    for (const pugi::xml_node row : root.child("sheetData").children("row")) {
        if (row.attribute("ht")) sheet.row_heights[row.attribute("r").as_int()] = row.attribute("ht").as_double();
        for (const pugi::xml_node cell : row.children("c")) {
            const std::string value = cell.child("v").text().get();
            if (value.empty()) continue;
            const bool is_string = std::string(cell.attribute("t").value()) == "s";
            sheet.cells[cell.attribute("r").value()] = is_string ? strings.at(std::stoul(value)) : value;
        }
    }
    for (const pugi::xml_node merge : root.child("mergeCells")) sheet.merges.push_back(merge.attribute("ref").value());
    for (const pugi::xml_node link : root.child("hyperlinks")) {
        sheet.links[link.attribute("ref").value()] = link.attribute("location").value();
    }
    for (const pugi::xml_node page : root.child("rowBreaks")) sheet.breaks.push_back(page.attribute("id").as_int());
    return sheet;
}

}  // namespace

std::map<std::string, std::string> xlsx_parts(const std::filesystem::path& file) {
    std::map<std::string, std::string> parts;
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
    if (!archive) {
        ADD_FAILURE() << "no zip file: " << file;
        return parts;
    }
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(entry, content.data(), stat.size);
        zip_fclose(entry);
        parts[stat.name] = std::move(content);
    }
    zip_discard(archive);
    return parts;
}

std::vector<std::pair<std::string, SheetDump>> xlsx_sheets(const std::filesystem::path& file) {
    const std::map<std::string, std::string> parts = xlsx_parts(file);
    std::vector<std::pair<std::string, SheetDump>> sheets;
    if (!parts.contains("xl/workbook.xml")) return sheets;
    const std::vector<std::string> strings = parts.contains("xl/sharedStrings.xml")
                                                 ? shared_strings(parts.at("xl/sharedStrings.xml"))
                                                 : std::vector<std::string>();
    pugi::xml_document workbook;
    workbook.load_string(parts.at("xl/workbook.xml").c_str());
    int number = 1;
    for (const pugi::xml_node sheet : workbook.child("workbook").child("sheets")) {
        const std::string part = "xl/worksheets/sheet" + std::to_string(number++) + ".xml";
        sheets.emplace_back(sheet.attribute("name").value(), dump(parts.at(part), strings));
    }
    return sheets;
}

SheetDump xlsx_sheet(const std::filesystem::path& file, const std::string& name) {
    for (auto& [sheet, content] : xlsx_sheets(file)) {
        if (sheet == name) return content;
    }
    ADD_FAILURE() << "no sheet " << name;
    return {};
}

TestFolder::TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "torimatome-XXXXXX").string();
    if (!mkdtemp(name.data())) ADD_FAILURE() << "no folder for the test";
    path_ = name;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace torimatome::writers
