#include "pipeline/committee/table_packet.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

namespace torimatome::pipeline {

void pack_tables(const TableSet& tables, std::ostream& out) {
    nlohmann::json packet;
    packet["source"] = {tables.source.file, tables.source.format, tables.source.sha256, tables.source.date};
    packet["tables"] = nlohmann::json::array();
    for (const Table& table : tables.tables) {
        nlohmann::json cells = nlohmann::json::array();
        for (const Cell& cell : table.cells) {
            if (!cell.empty()) cells.push_back({cell.row, cell.column, cell.text(), cell.form_mark});
        }
        packet["tables"].push_back({table.sheet, std::move(cells)});
    }
    packet["findings"] = nlohmann::json::array();
    for (const Finding& finding : tables.findings) {
        packet["findings"].push_back({finding.code, to_string(finding.severity), finding.message, finding.hint,
                                      finding.source.sheet, finding.source.cell});
    }
    out << packet.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TableSet unpack_tables(const std::string& text) {
    const nlohmann::json packet = nlohmann::json::parse(text);
    TableSet tables;
    const auto& source = packet.at("source");
    tables.source = {source.at(0), source.at(1), source.at(2), source.at(3)};
    for (const auto& each : packet.at("tables")) {
        Table& table = tables.tables.emplace_back();
        table.sheet = each.at(0);
        table.gridded = true;
        for (const auto& packed : each.at(1)) {
            Cell& cell = table.cells.emplace_back();
            cell.row = packed.at(0);
            cell.column = packed.at(1);
            cell.place = SheetPlace{cell.row, cell.column};
            cell.content = std::make_shared<const CellText>(CellText{packed.at(2), {}, {}});
            cell.form_mark = packed.at(3);
        }
    }
    for (const auto& packed : packet.at("findings")) {
        Finding& finding = tables.findings.emplace_back();
        finding.code = packed.at(0);
        finding.severity = severity_from_string(packed.at(1));
        finding.message = packed.at(2);
        finding.hint = packed.at(3);
        finding.source.sheet = packed.at(4);
        finding.source.cell = packed.at(5);
    }
    return tables;
}

}  // namespace torimatome::pipeline
