#include "writers/tables_workbook.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/language.hpp"
#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/sheet_cells.hpp"
#include "writers/workbook/text_height.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

namespace {

constexpr double kSize = 9;       // of the type, in points
constexpr double kNarrowest = 3;  // column, in half-width characters
constexpr double kWidest = 60;
constexpr double kPaddingUnits = 1.5;

// What goes on one sheet, in reading order: tables and the lines between them.
struct Entry {
    const Table* table = nullptr;
    const LooseText* loose = nullptr;
};
using Entries = std::vector<Entry>;

std::tuple<int, int, double> place_of(const SourcePosition& source) {
    return {source.page, source.line, reading_depth(source)};
}

SourcePosition start_of(const Table& table) {
    return table.cells.empty() ? SourcePosition{} : position_of(table, table.cells.front());
}

std::vector<Entries> sheets_of(const TableSet& set) {
    Entries all;
    for (const Table& table : set.tables) all.push_back({&table, nullptr});
    for (const LooseText& loose : set.loose) all.push_back({nullptr, &loose});
    const auto place = [](const Entry& entry) {
        return place_of(entry.table ? start_of(*entry.table) : entry.loose->source);
    };
    std::stable_sort(all.begin(), all.end(), [&](const Entry& a, const Entry& b) { return place(a) < place(b); });
    if (set.source.format == "text" || set.source.format == "csv") return {all};
    std::vector<Entries> sheets(1);
    for (const Entry& entry : all) {
        sheets.back().push_back(entry);
        if (entry.table) sheets.emplace_back();
    }
    // Lines below the last table stay on its sheet.
    if (sheets.size() > 1) {
        const Entries rest = std::move(sheets.back());
        sheets.pop_back();
        sheets.back().insert(sheets.back().end(), rest.begin(), rest.end());
    }
    return sheets;
}

std::string sheet_name(const Entries& entries, std::size_t number) {
    for (const Entry& entry : entries) {
        if (!entry.table) continue;
        if (!entry.table->sheet.empty()) return entry.table->sheet;
        if (entry.table->page > 0) return "p." + std::to_string(entry.table->page);
    }
    return tell("表", "Table ") + std::to_string(number);
}

// How wide the page shows a cell, in points, as its text is read; 0 where no page tells.
double width_on_page(const Cell& cell) {
    const auto* place = std::get_if<PagePlace>(&cell.place);
    if (!place) return 0;
    const Box& box = place->box;
    return place->turned % 2 == 0 ? box.x1 - box.x0 : box.y1 - box.y0;
}

// Widths in half-width characters: those of the page where it gives them, else what the texts need.
std::map<int, double> widths_of(const Entries& entries) {
    constexpr double kPointsPerUnit = 5.4;
    std::map<int, double> on_page;
    std::map<int, double> needed;
    for (const Entry& entry : entries) {
        if (!entry.table) continue;
        for (const Cell& cell : entry.table->cells) {
            if (cell.column_span > 1) continue;
            if (const double width = width_on_page(cell); width > 0)
                on_page[cell.column] = std::max(on_page[cell.column], width);
            needed[cell.column] = std::max(needed[cell.column], roomy_width(cell.text()));
        }
    }
    std::map<int, double> widths;
    for (const auto& [column, width] : needed) {
        const bool known = on_page.contains(column);
        const double wanted = known ? on_page[column] / kPointsPerUnit : width + kPaddingUnits;
        widths[column] = std::clamp(wanted, kNarrowest, kWidest);
    }
    return widths;
}

CellStyle style_of(bool in_table) {
    CellStyle style;
    style.size = kSize;
    style.edges = in_table ? kAllThin : Edges{};
    style.wrap = in_table;
    return style;
}

class SheetWriter {
  public:
    SheetWriter(Workbook& workbook, const Sheet& sheet, const Entries& entries)
        : workbook_(workbook), sheet_(sheet), widths_(widths_of(entries)) {
        for (const auto& [column, width] : widths_) {
            set_column_pixels(sheet_, static_cast<lxw_col_t>(column - 1), static_cast<int>(width * kPixelsPerUnit),
                              nullptr);
        }
    }

    void add(const Entry& entry) {
        if (entry.table) {
            add_table(*entry.table);
        } else {
            add_line(entry.loose->text);
        }
    }

  private:
    void add_line(const std::string& text) {
        std::size_t begin = 0;
        for (const std::size_t end : cell_piece_ends(text)) {
            write_text(sheet_, row_++, 0, cell_text(text.substr(begin, end - begin)),
                       workbook_.format(style_of(false)));
            begin = end;
        }
    }

    void add_table(const Table& table) {
        lxw_format* live_format = workbook_.format(style_of(true));
        CellStyle crossed_out = style_of(true);
        crossed_out.struck = true;
        lxw_format* struck_format = workbook_.format(crossed_out);
        const bool workbook_input = !table.sheet.empty();
        const lxw_row_t first = workbook_input ? 0 : row_;
        std::map<int, double> heights;
        for (const Cell& cell : table.cells) {
            const auto row = first + static_cast<lxw_row_t>(cell.row - 1);
            const auto column = static_cast<lxw_col_t>(cell.column - 1);
            const CellRange range{row, column, row + static_cast<lxw_row_t>(cell.row_span - 1),
                                  static_cast<lxw_col_t>(column + cell.column_span - 1)};
            // Text that is struck through is shown so: nothing of the page is lost.
            const std::string struck = cell.content ? cell.content->struck : std::string();
            const bool both = !struck.empty() && !cell.empty();
            const std::string text = both ? cell.text() + "\n" + struck : struck + cell.text();
            const std::size_t end = cell_piece_ends(text).front();
            const std::string piece = cell_text(text.substr(0, end));
            if (both && end == text.size()) {
                const std::vector<RichPart> parts = {{cell.text() + "\n", style_of(true)}, {struck, crossed_out}};
                write_rich_parts(workbook_, sheet_, range, parts, style_of(true));
            } else {
                write_merged(sheet_, range, piece, both || struck.empty() ? live_format : struck_format);
            }
            if (end < text.size()) rest_.push_back(text.substr(end));
            if (cell.row_span == 1) {
                double& height = heights[cell.row];
                height = std::max(height, text_height(text, half_widths(cell), kSize));
            }
        }
        raise_for_spans(table, heights);
        for (const auto& [row, height] : heights) {
            set_row_height(sheet_, first + static_cast<lxw_row_t>(row - 1),
                           std::min(whole_pixels(height), kMaxRowHeight));
        }
        row_ = std::max(row_, first + static_cast<lxw_row_t>(table.rows));
        for (const std::string& rest : rest_) add_line(rest);
        rest_.clear();
    }

    int half_widths(const Cell& cell) const {
        double width = 0;
        for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
            const auto known = widths_.find(column);
            width += known == widths_.end() ? 8 : known->second;
        }
        return std::max(static_cast<int>(width - 1), 1);
    }

    // What a spanning cell needs more than its rows have goes to the last of them.
    void raise_for_spans(const Table& table, std::map<int, double>& heights) const {
        const double line = text_height("", 10, kSize);
        const auto height_of = [&](int row) {
            const auto known = heights.find(row);
            return known == heights.end() ? line : known->second;
        };
        for (const Cell& cell : table.cells) {
            if (cell.row_span == 1 || cell.empty()) continue;
            const double need = text_height(cell.text(), half_widths(cell), kSize);
            const int last = cell.row + cell.row_span - 1;
            double have = 0;
            for (int row = cell.row; row <= last && have < need; ++row) have += height_of(row);
            if (have < need) heights[last] = height_of(last) + need - have;
        }
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    std::map<int, double> widths_;
    std::vector<std::string> rest_;
    lxw_row_t row_ = 0;
};

void write_findings(Workbook& workbook, const Findings& findings) {
    if (findings.empty()) return;
    const Sheet sheet = workbook.add_sheet("要確認");
    workbook.mark_derived(sheet);
    lxw_format* format = workbook.format(style_of(true));
    const std::vector<std::string> heads{tell("コード", "Code"), tell("場所", "Place"), tell("内容", "Message"),
                                         tell("どうするか", "What to do")};
    const std::vector<int> widths{120, 120, 460, 360};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        set_column_pixels(sheet, static_cast<lxw_col_t>(i), widths[i], nullptr);
        write_text(sheet, 0, static_cast<lxw_col_t>(i), heads[i], format);
    }
    lxw_row_t row = 0;
    for (const Finding& finding : findings) {
        const std::vector<std::string> cells{finding.code, describe(finding.source), finding.message, finding.hint};
        ++row;
        double height = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string text = cell_text(cells[i].substr(0, cell_piece_ends(cells[i]).front()));
            write_text(sheet, row, static_cast<lxw_col_t>(i), text, format);
            height = std::max(height, text_height(text, widths[i] / 7 - 1, kSize));
        }
        set_row_height(sheet, row, std::min(whole_pixels(height), kMaxRowHeight));
    }
}

}  // namespace

void write_tables_workbook(const TableSet& tables, const Date& created, const std::filesystem::path& file) {
    write_new_workbook(file, tables.source.file, created, [&](Workbook& workbook) {
        std::size_t number = 0;
        for (const Entries& entries : sheets_of(tables)) {
            const Sheet sheet = workbook.add_sheet(sheet_name(entries, ++number));
            SheetWriter writer(workbook, sheet, entries);
            for (const Entry& entry : entries) writer.add(entry);
        }
        write_findings(workbook, tables.findings);
    });
}

}  // namespace torimatome::writers
