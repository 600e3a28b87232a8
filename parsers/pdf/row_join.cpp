#include "parsers/pdf/row_join.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/line_break.hpp"

namespace torimatome::parsers::pdf {

namespace {

struct EdgeCell {
    Cell cell;
    CellEdge edge;
};

std::vector<EdgeCell> cells_of(PageTable& table) {
    std::vector<EdgeCell> cells;
    for (std::size_t i = 0; i < table.table.cells.size(); ++i) {
        cells.push_back({std::move(table.table.cells[i]), table.cell_edges[i]});
    }
    return cells;
}

bool is_finished(std::string_view text) {
    constexpr std::u32string_view kEnds = U"。．」』）)】！？!?";
    const std::string_view bare = text::trim(text);
    return !bare.empty() && kEnds.find(text::last_code_point(bare).value) != std::u32string_view::npos;
}

// Whether the last two lines end in a figure each, as items of a list do.
bool is_list(const std::string& text) {
    const std::size_t last = text.rfind('\n');
    const auto ends_in_figure = [](std::string_view line) {
        const std::string_view bare = text::trim(line);
        return !bare.empty() && bare.back() >= '0' && bare.back() <= '9';
    };
    return last != std::string::npos && ends_in_figure(text) && ends_in_figure(std::string_view(text).substr(0, last));
}

bool reaches(const Cell& cell, int row) { return cell.row <= row && row < cell.row + cell.row_span; }

EdgeCell* cell_above(std::vector<EdgeCell>& cells, const Cell& below, int last_row) {
    for (EdgeCell& each : cells) {
        if (each.cell.column == below.column && each.cell.column_span == below.column_span &&
            reaches(each.cell, last_row)) {
            return &each;
        }
    }
    return nullptr;
}

// The text of a cell that goes on in `below`: as one sentence where its last line was full.
void join_text(EdgeCell& above, const EdgeCell& below) {
    above.edge.full_last_line = below.cell.empty() ? above.edge.full_last_line : below.edge.full_last_line;
    if (below.cell.empty()) return;
    if (above.cell.empty()) {
        above.cell.content = below.cell.content;
        above.cell.place = below.cell.place;
        return;
    }
    CellText joined = *above.cell.content;
    const CellText& rest = *below.cell.content;
    const bool goes_on = above.edge.full_last_line || (!is_finished(joined.text) && !is_list(joined.text));
    const std::string together = goes_on ? text::undo_line_breaks(joined.text.substr(joined.text.rfind('\n') + 1) +
                                                                  "\n" + rest.text.substr(0, rest.text.find('\n')))
                                         : std::string();
    if (!joined.runs.empty() || !rest.runs.empty()) {
        if (joined.runs.empty()) joined.runs.push_back({joined.text});
        if (rest.runs.empty()) {
            joined.runs.push_back({rest.text});
        } else {
            joined.runs.insert(joined.runs.end(), rest.runs.begin(), rest.runs.end());
        }
    }
    if (goes_on) {
        const std::size_t last = joined.text.rfind('\n') + 1;
        const std::size_t first_end = rest.text.find('\n');
        joined.text = joined.text.substr(0, last) + together +
                      (first_end == std::string::npos ? "" : rest.text.substr(first_end));
    } else {
        joined.text += "\n" + rest.text;
    }
    std::string in_runs;
    for (const TextRun& run : joined.runs) in_runs += run.text;
    if (in_runs != joined.text) joined.runs.clear();
    joined.struck += rest.struck;
    above.cell.content = std::make_shared<const CellText>(std::move(joined));
}

std::vector<const EdgeCell*> filled_in_row(const std::vector<EdgeCell>& cells, int row) {
    std::vector<const EdgeCell*> filled;
    for (const EdgeCell& each : cells) {
        if (each.cell.row == row && !each.cell.empty()) filled.push_back(&each);
    }
    return filled;
}

// Whether no rule closes the last row: the page's end cut it.
bool was_cut(const std::vector<EdgeCell>& cells, int last_row) {
    bool any = false;
    for (const EdgeCell& each : cells) {
        if (!reaches(each.cell, last_row)) continue;
        if (!each.edge.open_bottom) return false;
        any = true;
    }
    return any;
}

// Whether the next page's row has a short text of its own (a mark, a number) where the row above has one.
bool starts_with_mark(std::vector<EdgeCell>& above, const std::vector<const EdgeCell*>& filled, int last_row) {
    constexpr std::size_t kLongest = 4;  // characters
    const Cell& first = filled.front()->cell;
    const EdgeCell* over = cell_above(above, first, last_row);
    return first.column == 1 && over && !over->cell.empty() && text::count_non_space(first.text()) <= kLongest;
}

std::set<int> filled_columns(const std::vector<EdgeCell>& cells, int row) {
    std::set<int> columns;
    for (const EdgeCell* each : filled_in_row(cells, row)) columns.insert(each->cell.column);
    return columns;
}

// Whether the text stands as it is in other rows of its column: a category or a name, whole.
bool is_one_of_its_column(const Cell& cell, const std::vector<EdgeCell>& above, const std::vector<EdgeCell>& below) {
    const auto is_same = [&cell](const EdgeCell& each) {
        return &each.cell != &cell && each.cell.column == cell.column && each.cell.text() == cell.text();
    };
    return std::any_of(above.begin(), above.end(), is_same) || std::any_of(below.begin(), below.end(), is_same);
}

// Whether both begin with the same sign of a list.
bool are_items(const std::string& above, const std::string& below) {
    constexpr std::u32string_view kSigns = U"・○●◎◇◆□■※-－";
    const char32_t sign = text::code_point_at(below, 0).value;
    return kSigns.find(sign) != std::u32string_view::npos && text::code_point_at(above, 0).value == sign;
}

// Whether both are a category or a mark of at most `longest` characters, each of a row of its own.
bool are_marks(std::string_view above, std::string_view below, std::size_t longest) {
    const auto is_mark = [longest](std::string_view text) {
        return !is_finished(text) && text::count_non_space(text) <= longest;
    };
    return is_mark(above) && is_mark(below);
}

std::string_view last_word(std::string_view text) {
    const std::string_view bare = text::trim(text);
    return bare.substr(bare.find_last_of(" \n") + 1);  // all of it where it is one word
}

// Whether the next page's first row has texts only below those of the last row, and fewer than any other row of the
// table has: a row that the page's end cut between two lines, with a rule drawn at the cut.
bool lacks_what_all_rows_have(std::vector<EdgeCell>& above, const std::vector<EdgeCell>& below, int last_row,
                              int next_rows) {
    constexpr int kFewestRows = 6;  // in both parts: fewer tell nothing of what all have
    if (last_row + next_rows < kFewestRows) return false;
    constexpr std::size_t kLongestMark = 3;  // characters: an item of a list is hardly longer than a category
    const std::set<int> here = filled_columns(below, 1);
    bool finished = here.size() > 1;  // the sentences of several columns do not all end where a page does
    bool items = true;                // though those of lists may
    for (const EdgeCell* each : filled_in_row(below, 1)) {
        const EdgeCell* over = cell_above(above, each->cell, last_row);
        if (each->cell.row_span > 1 || !over || over->cell.empty() || over->cell.row != last_row) return false;
        if (is_one_of_its_column(each->cell, above, below)) return false;
        if (are_marks(over->cell.text(), each->cell.text(), kLongestMark)) return false;
        finished = finished && is_finished(over->cell.text());
        items = items && are_items(over->cell.text(), each->cell.text());
    }
    if (finished && !items) return false;
    const auto has_no_more = [&here](const std::set<int>& row) {
        return !row.empty() && std::includes(here.begin(), here.end(), row.begin(), row.end());
    };
    for (int row = 1; row <= last_row; ++row) {
        if (has_no_more(filled_columns(above, row))) return false;
    }
    for (int row = 2; row <= next_rows; ++row) {
        if (has_no_more(filled_columns(below, row))) return false;
    }
    return *here.begin() > 1;
}

// Whether a rule closes what the next page's row would go on from, while a merged cell beside it is left open: the page
// broke between two rows.
bool ends_beside_open(std::vector<EdgeCell>& above, const std::vector<const EdgeCell*>& filled, int last_row) {
    const bool any_open = std::any_of(above.begin(), above.end(), [last_row](const EdgeCell& each) {
        return reaches(each.cell, last_row) && each.edge.open_bottom;
    });
    return any_open && std::all_of(filled.begin(), filled.end(), [&](const EdgeCell* each) {
               const EdgeCell* over = cell_above(above, each->cell, last_row);
               return over && !over->edge.open_bottom && !each->edge.open_top;
           });
}

// Whether the first row of the next page goes on from the last one: nothing is ruled between them, or it has no mark of
// its own and a sentence above is not finished.
bool row_goes_on(std::vector<EdgeCell>& above, const std::vector<EdgeCell>& below, int last_row, int next_rows) {
    constexpr std::size_t kLongestMark = 5;  // characters
    const auto filled = filled_in_row(below, 1);
    if (filled.empty()) return false;
    if (std::all_of(below.begin(), below.end(),
                    [](const EdgeCell& each) { return each.cell.row != 1 || each.edge.open_top; })) {
        return true;
    }
    if (was_cut(above, last_row) && !starts_with_mark(above, filled, last_row)) return true;
    if (ends_beside_open(above, filled, last_row)) return false;
    if (lacks_what_all_rows_have(above, below, last_row, next_rows)) return true;
    int first_column = 1 << 20;
    for (const EdgeCell& each : above) {
        if (reaches(each.cell, last_row) && !each.cell.empty()) first_column = std::min(first_column, each.cell.column);
    }
    bool unfinished = false;
    bool all_unfinished = true;
    bool from_first = false;  // the first text of the row above goes on, too
    for (const EdgeCell* each : filled) {
        if (each->cell.column < first_column) return false;
        const EdgeCell* over = cell_above(above, each->cell, last_row);
        if (!over || over->cell.empty() || over->cell.row != last_row) return false;
        if (are_marks(last_word(over->cell.text()), each->cell.text(), kLongestMark)) return false;
        // A short text alone on the next page is hardly a rest: a running title, say.
        if (filled.size() == 1 && are_marks(each->cell.text(), each->cell.text(), kLongestMark)) return false;
        const bool broken_off = !is_finished(over->cell.text()) && over->edge.full_last_line;
        unfinished = unfinished || broken_off;
        all_unfinished = all_unfinished && broken_off;
        from_first = from_first || each->cell.column == first_column;
        if (is_finished(over->cell.text()) && !is_finished(each->cell.text())) return false;
    }
    return from_first ? all_unfinished : unfinished;
}

bool is_unfinished(const EdgeCell& each) {
    constexpr std::size_t kShortest = 8;  // characters: numbers and marks end in no sign
    return !each.cell.empty() && text::count_non_space(each.cell.text()) >= kShortest && each.edge.full_last_line &&
           !is_finished(each.cell.text());
}

// The same where no rules tell: every text of the next page's first row goes on from one of the last row, and one of
// these was not finished; or it lacks what all rows have.
bool unruled_row_goes_on(std::vector<EdgeCell>& above, const std::vector<EdgeCell>& below, int last_row,
                         int next_rows) {
    const auto filled = filled_in_row(below, 1);
    if (filled.empty() || starts_with_mark(above, filled, last_row)) return false;
    bool unfinished = false;
    for (const EdgeCell* each : filled) {
        const EdgeCell* over = cell_above(above, each->cell, last_row);
        if (!over || over->cell.empty()) return false;
        unfinished = unfinished || is_unfinished(*over);
    }
    return unfinished || lacks_what_all_rows_have(above, below, last_row, next_rows);
}

bool has_text_at(const std::vector<EdgeCell>& cells, int row, int column) {
    return std::any_of(cells.begin(), cells.end(), [row, column](const EdgeCell& each) {
        const Cell& cell = each.cell;
        return !cell.empty() && reaches(cell, row) && cell.column <= column && column < cell.column + cell.column_span;
    });
}

bool has_cell_at(const std::vector<EdgeCell>& cells, int row, int column) {
    return std::any_of(cells.begin(), cells.end(), [row, column](const EdgeCell& each) {
        return reaches(each.cell, row) && each.cell.column <= column &&
               column < each.cell.column + each.cell.column_span;
    });
}

// The columns that have no blank row but those the page's end may have parted from a merged cell's text above. A row
// of the next page that has no cell there at all, though the column has a text everywhere else, is merged with it.
std::set<int> columns_without_blanks(const std::vector<EdgeCell>& above, const std::vector<EdgeCell>& below,
                                     int columns, int last_row, int next_rows) {
    constexpr int kFewestRows = 6;
    std::set<int> result;
    if (last_row + next_rows < kFewestRows) return result;
    for (int column = 1; column <= columns; ++column) {
        int first = 1;  // of the next page's rows that have a text
        while (first <= next_rows && !has_text_at(below, first, column)) ++first;
        bool blank = first == 1;
        for (int row = 1; row <= last_row; ++row) blank = blank || !has_text_at(above, row, column);
        for (int row = first; row <= next_rows; ++row) blank = blank || !has_text_at(below, row, column);
        if (!blank) result.insert(column);
    }
    return result;
}

// Whether a merged cell's sentence breaks off at the page's end and goes on in the cell below, in the middle of a word
// or with a particle: rules are drawn at the cut, and the rows beside it are others.
bool are_halves(const EdgeCell& above, const EdgeCell& below) {
    if (above.cell.empty() || below.cell.empty()) return false;
    if (above.cell.row_span == 1 && below.cell.row_span == 1) return false;
    constexpr std::size_t kFewest = 15;  // characters: names may begin so, too
    if (text::count_non_space(above.cell.text()) < kFewest) return false;
    const char32_t first = text::code_point_at(below.cell.text(), 0).value;
    const bool in_sentence = first >= U'ぁ' && first <= U'ん';
    return in_sentence && above.edge.full_last_line && !is_finished(above.cell.text());
}

void note_joined_row(const Cell& cell, int page, Findings& findings) {
    Finding finding;
    finding.code = "table.row-joined";
    finding.severity = Severity::note;
    finding.source.page = page;
    if (const auto* place = std::get_if<PagePlace>(&cell.place)) finding.source.box = place->box;
    finding.message = tell(fmt::format("{} 頁のはじめの行は、前の頁で切れた行の続きとして読みました。", page),
                           fmt::format("The first row of page {} was read as the rest of the row that the page before "
                                       "cut.",
                                       page));
    findings.push_back(std::move(finding));
}

}  // namespace

void append_rows(PageTable& whole, PageTable next, Findings& findings) {
    std::vector<EdgeCell> above = cells_of(whole);
    std::vector<EdgeCell> below = cells_of(next);
    const int last_row = whole.table.rows;
    const bool unruled = whole.unruled && next.unruled;
    const bool same_row = unruled ? unruled_row_goes_on(above, below, last_row, next.table.rows)
                                  : row_goes_on(above, below, last_row, next.table.rows);
    const int offset = same_row ? last_row - 1 : last_row;
    if (same_row) note_joined_row(filled_in_row(below, 1).front()->cell, next.table.page, findings);
    const std::set<int> whole_columns =
        columns_without_blanks(above, below, whole.table.columns, last_row, next.table.rows);
    std::vector<EdgeCell> added;
    for (EdgeCell& each : below) {
        EdgeCell* over = each.cell.row == 1 ? cell_above(above, each.cell, last_row) : nullptr;
        const bool open = over && (unruled ? is_unfinished(*over) && !each.cell.empty()
                                           : over->edge.open_bottom && each.edge.open_top);
        const bool halves = over && !unruled && !same_row && are_halves(*over, each);
        if (halves) note_joined_row(each.cell, next.table.page, findings);
        const bool carried = over && each.cell.empty() && each.cell.row_span > 1 &&
                             (over->cell.row_span > 1 || whole_columns.contains(each.cell.column));
        if (over && (same_row || open || carried || halves)) {
            join_text(*over, each);
            over->cell.row_span += each.cell.row_span - (same_row ? 1 : 0);
            over->edge.open_bottom = each.edge.open_bottom;
            continue;
        }
        each.cell.row += offset;
        added.push_back(std::move(each));
    }
    // A merged cell's last row alone on the next page is a blank cell there.
    for (EdgeCell& each : above) {
        const Cell& cell = each.cell;
        const bool lone = !same_row && cell.row_span > 1 && cell.row + cell.row_span == last_row + 1 &&
                          whole_columns.contains(cell.column) && !has_cell_at(added, last_row + 1, cell.column) &&
                          has_text_at(added, last_row + 2, cell.column);
        if (lone) ++each.cell.row_span;
    }
    std::move(added.begin(), added.end(), std::back_inserter(above));
    std::stable_sort(above.begin(), above.end(), [](const EdgeCell& a, const EdgeCell& b) {
        return std::tie(a.cell.row, a.cell.column) < std::tie(b.cell.row, b.cell.column);
    });
    whole.table.cells.clear();
    whole.cell_edges.clear();
    for (EdgeCell& each : above) {
        whole.table.cells.push_back(std::move(each.cell));
        whole.cell_edges.push_back(each.edge);
    }
    whole.table.rows = offset + next.table.rows;
}

}  // namespace torimatome::parsers::pdf
