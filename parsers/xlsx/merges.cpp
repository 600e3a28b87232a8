#include "parsers/xlsx/merges.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "model/language.hpp"

namespace torimatome::parsers::xlsx {

namespace {

// A title may well be merged over more columns than any text stands in, but not over the whole sheet.
constexpr int kLargestLoneColumns = 256;
constexpr int kLargestLoneRows = 5000;

// The ranges that reach down to the current row, by their first column. They never overlap.
using ActiveRanges = std::map<int, std::size_t>;

bool before(const MergedRange& a, const MergedRange& b) {
    return std::tie(a.first_row, a.first_column) < std::tie(b.first_row, b.first_column);
}

std::string name_of(const MergedRange& range) {
    return cell_address(range.first_row, range.first_column) + ":" + cell_address(range.last_row, range.last_column);
}

// The active range that has a cell in the columns; ranges that ended above `row` are dropped on the way.
std::optional<std::size_t> find_active(ActiveRanges& active, const std::vector<MergedRange>& ranges, int row,
                                       int first_column, int last_column) {
    auto next = active.upper_bound(last_column);
    while (next != active.begin()) {
        const auto candidate = std::prev(next);
        const MergedRange& range = ranges[candidate->second];
        if (range.last_row < row) {
            next = active.erase(candidate);
            continue;
        }
        if (range.last_column < first_column) return std::nullopt;
        return candidate->second;
    }
    return std::nullopt;
}

std::vector<MergedRange> without_overlaps(std::vector<MergedRange> ranges, SheetFindings& findings) {
    std::stable_sort(ranges.begin(), ranges.end(), before);
    std::vector<MergedRange> accepted;
    accepted.reserve(ranges.size());
    ActiveRanges active;
    for (const MergedRange& range : ranges) {
        const auto other = find_active(active, accepted, range.first_row, range.first_column, range.last_column);
        if (!other) {
            active[range.first_column] = accepted.size();
            accepted.push_back(range);
            continue;
        }
        if (accepted[*other] == range) continue;  // named twice: nothing is lost
        add_finding(findings,
                    {"cell.merge-overlap", Severity::warning, range.first_row, range.first_column,
                     tell(fmt::format("結合範囲 {} が {} と重なっているため、結合していないものとして読みました。",
                                      name_of(range), name_of(accepted[*other])),
                          fmt::format("The merged range {} overlaps {} and was read as not merged.", name_of(range),
                                      name_of(accepted[*other]))),
                     tell("Excelで開いて結合を直してください。", "Open the file in Excel and mend the merge.")});
    }
    return accepted;
}

void report_residue(const Cell& cell, const Cell* anchor, const MergedRange& range, SheetFindings& findings) {
    // Some programs write the text of a merged range into each of its cells: then nothing is hidden.
    const bool repeated = anchor && anchor->text() == cell.text();
    const std::string& text = cell.text().empty() ? cell.content->struck : cell.text();
    const auto* place = std::get_if<SheetPlace>(&cell.place);
    add_finding(
        findings,
        {"cell.merge-residue", repeated ? Severity::note : Severity::warning, place->row, place->column,
         tell(fmt::format("結合セル {} の下に隠れた文字「{}」があります。表の文字としては読んでいません。",
                          name_of(range), text),
              fmt::format(
                  "The text \"{1}\" lies hidden under the merged range {0} and was not read as text of the table.",
                  name_of(range), text)),
         tell("必要な文字かどうか、結合を解除して確かめてください。",
              "Undo the merge and see whether the text is needed.")},
        kFindingsWithText);
}

// Sets the spans of cells with a text and drops covered ones; says which ranges have such a cell.
std::vector<bool> span_cells(const std::vector<MergedRange>& ranges, Table& table, SheetFindings& findings) {
    constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);
    std::vector<std::size_t> anchors(ranges.size(), kNoCell);
    ActiveRanges active;
    std::size_t next_range = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        Cell& cell = table.cells[i];
        for (; next_range < ranges.size() && ranges[next_range].first_row <= cell.row; ++next_range) {
            const MergedRange& range = ranges[next_range];
            if (range.last_row < cell.row) continue;
            active[range.first_column] = next_range;
        }
        const auto found = find_active(active, ranges, cell.row, cell.column, cell.column);
        if (found) {
            const MergedRange& range = ranges[*found];
            if (cell.row != range.first_row || cell.column != range.first_column) {
                const std::size_t anchor = anchors[*found];
                report_residue(cell, anchor == kNoCell ? nullptr : &table.cells[anchor], range, findings);
                continue;
            }
            anchors[*found] = kept;
            cell.row_span = range.last_row - range.first_row + 1;
            cell.column_span = range.last_column - range.first_column + 1;
        }
        if (kept != i) table.cells[kept] = std::move(cell);
        ++kept;
    }
    table.cells.resize(kept);
    std::vector<bool> used(ranges.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) used[i] = anchors[i] != kNoCell;
    return used;
}

// Rows and columns of the table: where texts stand, with spans of a sane size.
void set_extent(Table& table) {
    table.rows = 0;
    table.columns = 0;
    for (const Cell& cell : table.cells) {
        table.rows = std::max(table.rows, cell.row);
        table.columns = std::max(table.columns, cell.column);
        if (cell.column_span <= kLargestLoneColumns && cell.row_span <= kLargestLoneRows) {
            table.rows = std::max(table.rows, cell.row + cell.row_span - 1);
            table.columns = std::max(table.columns, cell.column + cell.column_span - 1);
        }
    }
    for (Cell& cell : table.cells) {
        cell.row_span = std::min(cell.row_span, table.rows - cell.row + 1);
        cell.column_span = std::min(cell.column_span, table.columns - cell.column + 1);
    }
}

void add_empty_ranges(const std::vector<MergedRange>& ranges, const std::vector<bool>& used, Table& table) {
    const std::size_t texts = table.cells.size();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const MergedRange& range = ranges[i];
        if (used[i] || range.first_row > table.rows || range.first_column > table.columns) continue;
        Cell cell;
        cell.row = range.first_row;
        cell.column = range.first_column;
        cell.row_span = std::min(range.last_row, table.rows) - range.first_row + 1;
        cell.column_span = std::min(range.last_column, table.columns) - range.first_column + 1;
        cell.place = SheetPlace{cell.row, cell.column};
        if (cell.row_span > 1 || cell.column_span > 1) table.cells.push_back(std::move(cell));
    }
    if (table.cells.size() == texts) return;
    std::inplace_merge(
        table.cells.begin(), table.cells.begin() + static_cast<std::ptrdiff_t>(texts), table.cells.end(),
        [](const Cell& a, const Cell& b) { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
}

}  // namespace

std::optional<MergedRange> parse_range(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto a = parse_cell_address(reference.substr(0, colon));
    const auto b = parse_cell_address(reference.substr(colon + 1));
    if (!a || !b || *a == *b) return std::nullopt;
    return MergedRange{std::min(a->row, b->row), std::min(a->column, b->column), std::max(a->row, b->row),
                       std::max(a->column, b->column)};
}

void apply_merges(std::vector<MergedRange> ranges, Table& table, SheetFindings& findings) {
    ranges = without_overlaps(std::move(ranges), findings);
    if (ranges.empty()) return;
    const std::vector<bool> used = span_cells(ranges, table, findings);
    set_extent(table);
    add_empty_ranges(ranges, used, table);
}

}  // namespace torimatome::parsers::xlsx
