#include "parsers/xlsx/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/language.hpp"
#include "parsers/xlsx/hidden_cells.hpp"
#include "parsers/xlsx/merges.hpp"
#include "parsers/xlsx/ruled_lines.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr int kLastRow = 1'048'576;

struct SheetReading {
    std::uint64_t size = 0;  // how large the sheet says it is, in bytes
    std::uint64_t done = 0;  // how much of it was inflated
    Table& table;
    CellContext& context;
    const ReadLimits& limits;
    Usage& usage;
    SheetFindings& findings;
    HiddenLines hidden;
    RuledLines ruled;
    std::vector<MergedRange> merges;
    std::vector<bool> listed_columns = std::vector<bool>(kLastColumn + 1);  // those with a width of their own
    int row = 0;                                                            // the last row
    int last_column = 0;                                                    // of the last cell with text
    bool in_order = true;  // the cells come in row-major order, each once
};

CellType cell_type(std::string_view name) {
    if (name == "s") return CellType::shared_text;
    if (name == "inlineStr") return CellType::inline_text;
    if (name == "str") return CellType::formula_text;
    if (name == "b") return CellType::boolean;
    if (name == "e") return CellType::error;
    if (name == "d") return CellType::iso_date;
    return CellType::number;
}

std::size_t style_number(const char* digits) {
    std::size_t number = 0;
    for (; *digits >= '0' && *digits <= '9' && number < 1'000'000; ++digits) {
        number = number * 10 + static_cast<std::size_t>(*digits - '0');
    }
    return number;
}

// Reads `<c>`; a cell without an address stands right of the one before it.
RawCell read_cell(pugi::xml_node node, int row, int previous_column) {
    RawCell cell;
    cell.row = row;
    cell.column = previous_column + 1;
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
        const std::string_view name = local_name(attribute.name());
        if (name == "r") {
            if (const auto address = parse_cell_address(attribute.value())) {
                cell.row = address->row;
                cell.column = address->column;
            }
        } else if (name == "s") {
            cell.style = style_number(attribute.value());
        } else if (name == "t") {
            cell.type = cell_type(attribute.value());
        }
    }
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        const std::string_view name = local_name(child.name());
        if (name == "v") cell.value = child;
        if (name == "f") cell.formula = child;
        if (name == "is") cell.inline_text = child;
    }
    return cell;
}

// Makes room for as many cells as the sheet will have if it goes on like this: growing by doubling would copy the cells
// of a large sheet, and touch fresh memory, about as often again.
void make_room(const SheetReading& reading) {
    constexpr std::size_t kFirst = 1024;
    constexpr double kLargestGuess = 4'000'000;  // the size is only claimed
    auto& cells = reading.table.cells;
    if (cells.size() < cells.capacity()) return;
    const auto count = static_cast<double>(std::max(cells.size(), kFirst));
    const auto done = static_cast<double>(std::max<std::uint64_t>(reading.done, 1));
    const double guess = std::min(count * 1.05 * static_cast<double>(reading.size) / done, kLargestGuess);
    cells.reserve(static_cast<std::size_t>(std::max(count * 2, cells.empty() ? 0 : guess)));
}

void add_cell(SheetReading& reading, const RawCell& raw, ShownCell shown, bool open_top) {
    if (++reading.usage.cells > reading.limits.cells) {
        throw_too_large(fmt::format("文字のあるセルが多すぎます（上限 {} 個）。", reading.limits.cells),
                        fmt::format("There are too many cells with text (at most {}).", reading.limits.cells));
    }
    make_room(reading);
    Cell& cell = reading.table.cells.emplace_back();
    cell.row = raw.row;
    cell.column = raw.column;
    cell.content = std::move(shown.content);
    cell.place = SheetPlace{raw.row, raw.column};
    cell.hidden = shown.invisible;
    cell.open_top = open_top;
    reading.hidden.any_cell = reading.hidden.any_cell || shown.invisible;
    const int last_row = reading.table.rows;
    reading.in_order =
        reading.in_order && (raw.row > last_row || (raw.row == last_row && raw.column > reading.last_column));
    reading.table.rows = std::max(last_row, raw.row);
    reading.table.columns = std::max(reading.table.columns, raw.column);
    reading.last_column = raw.column;
}

void take_row(SheetReading& reading, pugi::xml_node row) {
    reading.row = number_of(row, "r", reading.row + 1);
    if (reading.row < 1 || reading.row > kLastRow) throw_damaged("row", std::to_string(reading.row));
    const bool hidden = flag_of(row, "hidden", false) || decimal_of(row, "ht", 1) == 0;
    if (hidden) hide_line(reading.hidden.rows, reading.row);
    const bool ruled = reading.context.styles.any_border;
    int column = 0;
    for (pugi::xml_node node = row.first_child(); node; node = node.next_sibling()) {
        if (!is_named(node, "c")) continue;
        const RawCell raw = read_cell(node, reading.row, column);
        column = raw.column;
        if (column > kLastColumn) throw_damaged("row", std::to_string(reading.row));
        const CellStyle& style = reading.context.styles.cell(raw.style);
        ShownCell shown = show_cell(raw, reading.context, reading.findings);
        if (shown.content) {
            const bool open = ruled && is_open_above(reading.ruled, raw.row, raw.column, style);
            add_cell(reading, raw, std::move(shown), open);
        }
        if (ruled) note_cell(reading.ruled, raw.row, raw.column, style);
    }
    if (flag_of(row, "customFormat", false)) {
        const CellStyle& style = reading.context.styles.cell(static_cast<std::size_t>(number_of(row, "s", 0)));
        reading.ruled.styled_row = reading.row;
        reading.ruled.styled_row_below = style.bottom_border;
        reading.ruled.any = reading.ruled.any || style.any_border;
    }
}

void take_columns(SheetReading& reading, pugi::xml_node node) {
    const int first = std::max(number_of(node, "min", 1), 1);
    const int last = std::min(number_of(node, "max", first), kLastColumn);
    const bool hidden = flag_of(node, "hidden", false) || decimal_of(node, "width", 1) == 0;
    const CellStyle& style = reading.context.styles.cell(static_cast<std::size_t>(number_of(node, "style", 0)));
    for (int column = first; column <= last; ++column) {
        if (hidden) hide_line(reading.hidden.columns, column);
        reading.listed_columns[static_cast<std::size_t>(column)] = true;
        reading.ruled.column_below[static_cast<std::size_t>(column)] = style.bottom_border;
    }
}

// Columns that the file does not list have the sheet's default width.
void hide_unlisted_columns(SheetReading& reading, pugi::xml_node sheet) {
    if (decimal_of(child_named(sheet, "sheetFormatPr"), "defaultColWidth", 1) != 0) return;
    for (int column = 1; column <= kLastColumn; ++column) {
        if (!reading.listed_columns[static_cast<std::size_t>(column)]) hide_line(reading.hidden.columns, column);
    }
}

void take_merge(SheetReading& reading, pugi::xml_node node) {
    if (++reading.usage.merged_ranges > reading.limits.merged_ranges) {
        throw_too_large(fmt::format("セルの結合が多すぎます（上限 {} 個）。", reading.limits.merged_ranges),
                        fmt::format("There are too many merged ranges (at most {}).", reading.limits.merged_ranges));
    }
    if (const auto range = parse_range(attribute_named(node, "ref"))) reading.merges.push_back(*range);
}

// Some writers list rows or cells in no order, and broken ones list a cell twice: the first one stays.
void put_in_order(SheetReading& reading) {
    auto& cells = reading.table.cells;
    const auto before = [](const Cell& a, const Cell& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    if (reading.in_order) return;
    std::stable_sort(cells.begin(), cells.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool doubled = kept > 0 && !before(cells[kept - 1], cells[i]);
        if (!doubled) {
            if (kept != i) cells[kept] = std::move(cells[i]);
            ++kept;
            continue;
        }
        add_finding(reading.findings,
                    {"cell.twice", Severity::error, cells[i].row, cells[i].column,
                     tell(fmt::format("同じセルがファイルの中に二つあります。二つ目の「{}」は読んでいません。",
                                      cells[i].text()),
                          fmt::format("The file has the same cell twice; the second one, \"{}\", was not read.",
                                      cells[i].text())),
                     tell("Excelで開いて確かめ、保存し直してください。",
                          "Open the file in Excel, check it and save it again.")},
                    kFindingsWithText);
    }
    cells.resize(kept);
}

void stream_sheet(Package& package, const SheetEntry& entry, SheetReading& reading, XmlPart& rest) {
    const auto take_counted_row = [&](pugi::xml_node row, std::uint64_t done) {
        reading.done = done;
        take_row(reading, row);
    };
    const std::vector<XmlList> lists{
        {"cols", "col", [&](pugi::xml_node node, std::uint64_t) { take_columns(reading, node); }},
        {"sheetData", "row", take_counted_row},
        {"mergeCells", "mergeCell", [&](pugi::xml_node node, std::uint64_t) { take_merge(reading, node); }},
    };
    stream_xml(package, entry.part, lists, rest);
    hide_unlisted_columns(reading, rest.root());
}

}  // namespace

Table read_sheet(Package& package, const SheetEntry& entry, CellContext& context, const ReadLimits& limits,
                 Usage& usage, SheetFindings& findings, XmlPart& rest) {
    Table table;
    table.sheet = entry.name;
    table.gridded = true;
    table.hidden = entry.hidden;
    table.derived = entry.derived;
    SheetReading reading{claimed_size(package, entry.part), 0, table, context, limits, usage, findings, {}, {}, {}};
    try {
        stream_sheet(package, entry, reading, rest);
    } catch (const Error& error) {
        if (error.finding().code != "part.damaged") throw;
        add_finding(findings, {"sheet.damaged", Severity::error, 0, 0,
                               error.finding().message + tell(fmt::format("{} 行目までを読みました。", reading.row),
                                                              fmt::format(" It was read up to row {}.", reading.row)),
                               error.finding().hint});
    }
    put_in_order(reading);
    apply_merges(std::move(reading.merges), table, findings);
    flag_hidden_cells(reading.hidden, table, findings);
    if (context.styles.any_border && !reading.ruled.any) {
        for (Cell& cell : table.cells) cell.open_top = false;
    }
    return table;
}

}  // namespace torimatome::parsers::xlsx
