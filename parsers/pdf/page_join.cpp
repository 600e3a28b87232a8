#include "parsers/pdf/page_join.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/language.hpp"
#include "parsers/pdf/row_join.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kNear = 4;  // points between the edges of one column on two pages

bool same_columns(const PageTable& a, const PageTable& b) {
    if (a.edges.size() != b.edges.size()) return false;
    return std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(),
                      [](double x, double y) { return std::abs(x - y) < kNear; });
}

// A head that stands alone at a page's end, or a sum alone at the next page's start, shows its merged columns as one:
// those of the other page part them.
bool is_lone_part_of(const PageTable& part, const PageTable& other) {
    constexpr int kMostRows = 2;
    constexpr int kFewestColumns = 3;
    if (part.table.rows > kMostRows || part.table.columns < kFewestColumns) return false;
    if (part.edges.size() >= other.edges.size()) return false;
    const bool same_sides = std::abs(part.edges.front() - other.edges.front()) < kNear &&
                            std::abs(part.edges.back() - other.edges.back()) < kNear;
    return same_sides && std::all_of(part.edges.begin(), part.edges.end(), [&](double edge) {
               return std::any_of(other.edges.begin(), other.edges.end(),
                                  [edge](double known) { return std::abs(edge - known) < kNear; });
           });
}

void part_columns(PageTable& part, const std::vector<double>& edges) {
    const auto place = [&](int edge) {
        const double at = part.edges[static_cast<std::size_t>(edge)];
        const auto nearest = std::min_element(edges.begin(), edges.end(),
                                              [at](double a, double b) { return std::abs(a - at) < std::abs(b - at); });
        return static_cast<int>(nearest - edges.begin());
    };
    for (Cell& cell : part.table.cells) {
        const int end = place(cell.column - 1 + cell.column_span);
        cell.column = place(cell.column - 1) + 1;
        cell.column_span = end - cell.column + 1;
    }
    part.table.columns = static_cast<int>(edges.size()) - 1;
    part.edges = edges;
}

std::string row_key(const Table& table, int row) {
    std::string key;
    for (const Cell& cell : table.cells) {
        if (cell.row == row && !cell.empty()) {
            key += std::to_string(cell.column) + ":" + text::compare_key(cell.text()) + "|";
        }
    }
    return key;
}

int filled_cells(const Table& table, int row) {
    return static_cast<int>(std::count_if(table.cells.begin(), table.cells.end(),
                                          [row](const Cell& cell) { return cell.row == row && !cell.empty(); }));
}

// How many rows of `next` only print the head of `table` again. A head of several rows ends where no cell spans on.
int repeated_head(const Table& table, const Table& next) {
    int rows = 0;
    bool columns_named = false;
    while (rows < next.rows && rows < table.rows) {
        const std::string key = row_key(next, rows + 1);
        if (key.empty() || key != row_key(table, rows + 1)) break;
        ++rows;
        columns_named = columns_named || filled_cells(next, rows) > 1;
    }
    if (!columns_named || rows == next.rows) return 0;
    return rows;
}

// The same rows stand somewhere within the table so far: a head below a title or box.
int repeated_inner_head(const Table& table, const Table& next) {
    const std::string key = row_key(next, 1);
    if (filled_cells(next, 1) < 2 || next.rows < 2) return 0;
    for (int row = 2; row <= table.rows; ++row) {
        if (row_key(table, row) != key) continue;
        int rows = 1;
        while (rows + 1 < next.rows && row + rows <= table.rows && !row_key(next, rows + 1).empty() &&
               row_key(next, rows + 1) == row_key(table, row + rows)) {
            ++rows;
        }
        return rows;
    }
    return 0;
}

// Whether `next` prints the head of `table` again over columns of about the same place: without rules, the texts alone
// tell where a column begins, and centred ones begin elsewhere on each page.
bool repeats_head(const PageTable& table, const PageTable& next) {
    constexpr double kAbout = 30;  // points
    if (table.edges.size() != next.edges.size()) return false;
    const bool about = std::equal(table.edges.begin(), table.edges.end(), next.edges.begin(),
                                  [](double x, double y) { return std::abs(x - y) < kAbout; });
    return about && repeated_head(table.table, next.table) > 0;
}

bool is_page_number(const std::string& line) {
    const std::string key = text::compare_key(line);
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '/' || c == 'p' || c == '.';
    });
}

bool stands_on(const PageTables& page, const std::string& line) {
    const std::string key = text::compare_key(line);
    const auto same = [&](const LooseText& loose) { return text::compare_key(loose.text) == key; };
    return std::any_of(page.loose.begin(), page.loose.end(), same);
}

bool same_table(const Table& a, const Table& b) {
    if (a.rows != b.rows || a.columns != b.columns) return false;
    for (int row = 1; row <= a.rows; ++row) {
        if (row_key(a, row) != row_key(b, row)) return false;
    }
    return true;
}

// Where the table that goes on stands among those of `page`; empty where none does.
std::optional<std::size_t> continuing_table(const PageTables& before, const PageTables& page) {
    if (before.tables.empty() || page.tables.empty()) return std::nullopt;
    const PageTable& last = before.tables.back();
    std::size_t at = 0;
    const auto goes_on = [&last](const PageTable& table) {
        return same_columns(last, table) || is_lone_part_of(last, table) || is_lone_part_of(table, last) ||
               repeats_head(last, table);
    };
    for (; at < page.tables.size() && !goes_on(page.tables[at]); ++at) {
        const bool repeats = std::any_of(before.tables.begin(), before.tables.end(), [&](const PageTable& table) {
            return same_table(table.table, page.tables[at].table);
        });
        if (!repeats) return std::nullopt;
    }
    if (at == page.tables.size()) return std::nullopt;
    const Table& next = page.tables[at].table;
    const double top = next.cells.empty() ? 0 : reading_depth(position_of(next, next.cells.front()));
    const auto above = [top](const SourcePosition& place) {
        if (!place.box) return false;
        const double height = place.turned % 2 == 0 ? place.box->y1 - place.box->y0 : place.box->x1 - place.box->x0;
        return reading_depth(place) + height <= top;
    };
    for (const LooseText& loose : page.loose) {
        if (above(loose.source) && !is_page_number(loose.text) && !stands_on(before, loose.text)) return std::nullopt;
    }
    return at;
}

void add_note(std::string code, int page, std::string message, Findings& findings) {
    Finding finding;
    finding.code = std::move(code);
    finding.severity = Severity::note;
    finding.source.page = page;
    finding.message = std::move(message);
    findings.push_back(std::move(finding));
}

// Where nothing is ruled, the places of texts may agree with other rows than the author's.
void report_unruled(const Table& table, Findings& findings) {
    Finding finding;
    finding.code = "table.unruled";
    finding.severity = Severity::warning;
    finding.source.page = table.page;
    finding.message = tell(
        fmt::format("{} 頁からの表には罫線がないため、文字の位置から行と列を読み取りました。", table.page),
        fmt::format("The table from page {} on has no rules: its rows and columns were told by how its texts stand.",
                    table.page));
    finding.hint =
        tell("行の区切りと結合された欄を元の資料で確かめてください。できれば元のExcelファイルを使ってください。",
             "Please compare its rows and merged cells with the original; better, use the workbook.");
    findings.push_back(std::move(finding));
}

// A table that only repeats one of the page before, as lines: a row a line.
void add_as_lines(const Table& table, std::vector<LooseText>& loose) {
    for (int row = 1; row <= table.rows; ++row) {
        LooseText line;
        for (const Cell& cell : table.cells) {
            if (cell.row != row || cell.empty()) continue;
            if (line.text.empty()) line.source = position_of(table, cell);
            line.text += (line.text.empty() ? "" : " ") + cell.text();
        }
        if (!line.text.empty()) loose.push_back(std::move(line));
    }
}

void drop_rows(PageTable& table, int rows) {
    PageTable rest = table;
    rest.table.cells.clear();
    rest.cell_edges.clear();
    for (std::size_t i = 0; i < table.table.cells.size(); ++i) {
        Cell cell = table.table.cells[i];
        if (cell.row <= rows) continue;
        cell.row -= rows;
        rest.table.cells.push_back(std::move(cell));
        rest.cell_edges.push_back(table.cell_edges[i]);
    }
    rest.table.rows -= rows;
    table = std::move(rest);
}

// A table's first row without regard to columns: sheets of one workbook begin alike.
std::string start_key(const Table& table) {
    std::string key;
    for (const Cell& cell : table.cells) {
        if (cell.row == table.cells.front().row && !cell.empty()) key += text::compare_key(cell.text()) + "|";
    }
    return key;
}

// Joins the table of `page` that goes on to `whole`, if one does.
void join_table(PageTable& whole, const PageTables& before, PageTables& page, const std::set<std::string>& starts,
                Findings& findings) {
    const auto at = continuing_table(before, page);
    if (!at) return;
    PageTable next = page.tables[*at];
    int head = repeated_head(whole.table, next.table);
    if (head == 0) head = repeated_inner_head(whole.table, next.table);
    const bool starts_anew = head == 0 && starts.contains(start_key(next.table));
    if (starts_anew || (head == 0 && *at > 0)) return;
    const int number = next.table.page;
    if (head > 0) drop_rows(next, head);
    add_note("table.joined", number,
             tell(fmt::format("{} 頁の表は、前の頁の表の続きとして読みました（列の位置が同じ{}）。", number,
                              head > 0 ? "で、見出しが繰り返されている" : ""),
                  fmt::format("The table on page {} was read as going on from the page before (same columns{}).",
                              number, head > 0 ? ", header repeated" : "")),
             findings);
    if (is_lone_part_of(whole, next)) part_columns(whole, next.edges);
    if (is_lone_part_of(next, whole)) part_columns(next, whole.edges);
    append_rows(whole, std::move(next), findings);
    for (std::size_t i = 0; i < *at; ++i) add_as_lines(page.tables[i].table, page.loose);
    page.tables.erase(page.tables.begin(), page.tables.begin() + static_cast<std::ptrdiff_t>(*at) + 1);
}

}  // namespace

void join_pages(std::vector<PageTables> pages, TableSet& result) {
    std::vector<PageTable> tables;
    const PageTables* before = nullptr;
    std::set<std::string> starts;  // how the tables so far begin
    std::vector<PageTables> originals = pages;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        PageTables& page = pages[i];
        if (before && !tables.empty()) join_table(tables.back(), *before, page, starts, result.findings);
        for (const PageTable& table : page.tables) starts.insert(start_key(table.table));
        std::move(page.findings.begin(), page.findings.end(), std::back_inserter(result.findings));
        std::move(page.tables.begin(), page.tables.end(), std::back_inserter(tables));
        std::move(page.loose.begin(), page.loose.end(), std::back_inserter(result.loose));
        before = &originals[i];
    }
    for (PageTable& table : tables) {
        if (table.unruled) report_unruled(table.table, result.findings);
        // Blank cells were kept for what the page's end left open.
        std::erase_if(table.table.cells,
                      [](const Cell& cell) { return !cell.content && cell.row_span == 1 && cell.column_span == 1; });
        result.tables.push_back(std::move(table.table));
    }
}

}  // namespace torimatome::parsers::pdf
