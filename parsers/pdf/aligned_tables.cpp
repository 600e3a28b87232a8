#include "parsers/pdf/aligned_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

#include "model/language.hpp"
#include "parsers/pdf/cell_text.hpp"
#include "parsers/pdf/column_texts.hpp"
#include "parsers/pdf/gutters.hpp"
#include "parsers/pdf/row_bands.hpp"
#include "parsers/pdf/row_spans.hpp"
#include "parsers/pdf/ruled_rows.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kTyped = 1.25;  // sizes of the type: a space that was typed is no wider

Box box_of(const std::vector<const Glyph*>& glyphs) {
    Box box{1e9, 1e9, 0, 0};
    for (const Glyph* glyph : glyphs) {
        box = {std::min(box.x0, glyph->box.x0), std::min(box.y0, glyph->box.y0), std::max(box.x1, glyph->box.x1),
               std::max(box.y1, glyph->box.y1)};
    }
    return box;
}

// Whether a text over some of the columns stands in the middle of them: a name of several columns, no title.
bool names_columns(const ColumnText& text, const std::vector<ColumnText>& below, const std::vector<double>& edges) {
    const double near = 0.6 * text.size;
    for (std::size_t first = 1; first <= text.first; ++first) {
        for (std::size_t last = text.last; last + 1 < edges.size(); ++last) {
            if (std::abs((edges[first] + edges[last + 1]) / 2 - text.center()) < near) return true;
            const auto is_first = [first](const ColumnText& each) { return each.first == first; };
            const auto is_last = [last](const ColumnText& each) { return each.last == last; };
            const auto from = std::find_if(below.begin(), below.end(), is_first);
            const auto to = std::find_if(below.begin(), below.end(), is_last);
            if (from == below.end() || to == below.end()) continue;
            if (std::abs((from->center() + to->center()) / 2 - text.center()) < near) return true;
        }
    }
    return false;
}

// Whether line `i` is a title above the block: one run of text from the block's left edge on, with more room above it
// than below, that ends well before the block does.
bool is_title(const std::vector<TextLine>& lines, std::size_t i, const ColumnBlock& block) {
    constexpr double kShort = 0.6;
    constexpr double kMore = 1.3;
    const TextLine& line = lines[i];
    const double width = block.edges.back() - block.edges.front();
    if (!is_one_run(line) || line.box.x0 > block.edges.front() + line.size) return false;
    if (line.box.x1 > block.edges.front() + kShort * width || i + 1 >= lines.size()) return false;
    const double below = lines[i + 1].middle() - line.middle();
    return below > line.size && (i == 0 || line.middle() - lines[i - 1].middle() > kMore * below);
}

// How many lines directly above the block are its head: they stand close, in as many places as most columns, or over
// columns whose own names stand below. Lines before `free` belong to the table above.
std::size_t heading_lines(const std::vector<TextLine>& lines, const ColumnBlock& block, std::size_t free) {
    constexpr double kClose = 4;  // sizes of the type
    constexpr double kBeside = 1.35;
    constexpr double kLarger = 1.2;  // of the type below: a title
    std::size_t count = 0;
    while (count < 5 && free + count < block.first) {
        const TextLine& line = lines[block.first - count - 1];
        const TextLine& below = lines[block.first - count];
        const double distance = below.middle() - line.middle();
        if (is_title(lines, block.first - count - 1, block)) break;
        if (distance > kClose * line.size || line.size > kLarger * below.size) break;
        const std::vector<ColumnText> parts = line_texts(line, block.edges);
        std::vector<ColumnText> next;
        for (std::size_t i = block.first - count; i < std::min(block.first - count + 3, block.last); ++i) {
            for (ColumnText& text : line_texts(lines[i], block.edges)) next.push_back(std::move(text));
        }
        const bool many = parts.size() * 2 >= block.edges.size() - 1;
        // Rows of a head stand about as far apart as its next ones.
        const std::size_t next_below = block.first - count + 1;
        const bool within = next_below < block.last && distance < 1.2 * (lines[next_below].middle() - below.middle());
        const bool names =
            (distance < 2.6 * line.size || within) && std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
                const bool wide = (part.last - part.first + 1) * 2 > block.edges.size() - 1;
                if (part.first == 0 && wide) return false;
                if (part.first == part.last && parts.size() > 1) return true;
                return distance < kBeside * below.size || names_columns(part, next, block.edges);
            });
        if (!many && !names) break;
        ++count;
    }
    return count;
}

// Lines at the block's ends that stand in one column and apart: a unit above the table, a note below it.
void trim(const std::vector<TextLine>& lines, ColumnBlock& block) {
    const auto is_lone = [&](std::size_t i) { return line_texts(lines[i], block.edges).size() == 1; };
    std::vector<double> distances;
    for (std::size_t i = block.first + 1; i < block.last; ++i) {
        distances.push_back(lines[i].middle() - lines[i - 1].middle());
    }
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    const auto names = [&](std::size_t i) {
        const std::vector<ColumnText> own = line_texts(lines[i], block.edges);
        return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                           lines.begin() + static_cast<std::ptrdiff_t>(std::min(i + 4, block.last)),
                           [&](const TextLine& next) {
                               return names_columns(own.front(), line_texts(next, block.edges), block.edges);
                           });
    };
    while (block.last - block.first > 3 && is_title(lines, block.first, block)) ++block.first;
    while (block.last - block.first > 3 && is_lone(block.first) && !names(block.first) &&
           lines[block.first + 1].middle() - lines[block.first].middle() > lines[block.first].size) {
        ++block.first;
    }
    while (block.last - block.first > 3 && is_lone(block.last - 1) &&
           line_texts(lines[block.last - 1], block.edges).front().first == 0 &&
           lines[block.last - 1].middle() - lines[block.last - 2].middle() > 1.15 * *middle) {
        --block.last;
    }
    block.edges.front() = 1e9;
    block.edges.back() = 0;
    for (std::size_t i = block.first; i < block.last; ++i) {
        block.edges.front() = std::min(block.edges.front(), lines[i].box.x0);
        block.edges.back() = std::max(block.edges.back(), lines[i].box.x1);
    }
}

void drop_gutter(ColumnBlock& block, std::size_t gutter) {
    block.edges.erase(block.edges.begin() + static_cast<std::ptrdiff_t>(gutter) + 1);
    block.widths.erase(block.widths.begin() + static_cast<std::ptrdiff_t>(gutter));
}

// A name of two columns may stand in the white between them, where it looks like a column of its own: the gutters
// around it become one.
void join_gutters_around_names(const std::vector<TextLine>& lines, ColumnBlock& block) {
    constexpr std::size_t kHead = 4;  // lines
    for (std::size_t c = 1; c + 2 < block.edges.size(); ++c) {
        std::vector<ColumnText> own;
        std::size_t at = 0;
        for (std::size_t i = block.first; i < block.last; ++i) {
            for (const ColumnText& text : line_texts(lines[i], block.edges)) {
                if (text.first > c || text.last < c) continue;
                own.push_back(text);
                at = i;
            }
        }
        if (own.size() != 1 || own.front().first != own.front().last || at >= block.first + kHead) continue;
        const std::vector<ColumnText> beside = line_texts(lines[at], block.edges);
        const bool alone = std::none_of(beside.begin(), beside.end(), [c](const ColumnText& text) {
            return text.first + 1 == c || text.first == c + 1;
        });
        if (!alone) continue;
        block.edges[c] = own.front().center();
        block.widths[c - 1] += block.widths[c] + own.front().right - own.front().left;
        drop_gutter(block, c);
    }
}

// Adds the gutters at which rules begin or end within the block: rules below some of the cells show their edges.
void add_gutters_at_rules(const std::vector<TextLine>& lines, const std::vector<Rule>& rules, ColumnBlock& block) {
    constexpr double kSame = 1.5;  // points
    constexpr std::ptrdiff_t kFewest = 2;
    const double top = lines[block.first].box.y0;
    const double bottom = lines[block.last - 1].box.y1;
    std::vector<double> ends;
    for (const Rule& rule : rules) {
        if (rule.at > top && rule.at < bottom) ends.insert(ends.end(), {rule.from, rule.to});
    }
    for (const double x : ends) {
        const auto here = std::count_if(ends.begin(), ends.end(), [x](double y) { return std::abs(x - y) < kSame; });
        if (here < kFewest || x <= block.edges.front() || x >= block.edges.back()) continue;
        double left = block.edges.front();
        double right = block.edges.back();
        for (std::size_t i = block.first; i < block.last; ++i) {
            for (const Glyph* glyph : lines[i].glyphs) {
                const double middle = (glyph->box.x0 + glyph->box.x1) / 2;
                if (middle < x) left = std::max(left, glyph->box.x1);
                if (middle >= x) right = std::min(right, glyph->box.x0);
            }
        }
        const bool crossed = left > x + kSame || right < x - kSame || left >= right;
        const bool known = std::any_of(block.edges.begin(), block.edges.end(),
                                       [&](double edge) { return edge >= left - kSame && edge <= right + kSame; });
        if (crossed || known) continue;
        const auto at = std::upper_bound(block.edges.begin(), block.edges.end(), x);
        block.widths.insert(block.widths.begin() + (at - block.edges.begin()) - 1, right - left);
        block.edges.insert(at, x);
    }
}

// Moves the gutters, within their white, to where the names above leave white too: names are wider than numbers.
void fit_gutters_to_head(const std::vector<TextLine>& lines, std::size_t free, ColumnBlock& block) {
    constexpr double kClose = 4;  // sizes of the type
    constexpr double kLeast = 2;  // points
    if (block.first == free) return;
    const TextLine& head = lines[block.first - 1];
    if (lines[block.first].middle() - head.middle() > kClose * head.size) return;
    for (std::size_t g = 1; g + 1 < block.edges.size(); ++g) {
        double left = block.edges.front();
        double right = block.edges.back();
        for (std::size_t i = block.first; i < block.last; ++i) {
            for (const Glyph* glyph : lines[i].glyphs) {
                if (glyph->center_x() < block.edges[g]) left = std::max(left, glyph->box.x1);
                if (glyph->center_x() >= block.edges[g]) right = std::min(right, glyph->box.x0);
            }
        }
        double from = head.box.x0;
        double widest = kLeast;
        double middle = block.edges[g];
        bool free_here = middle <= head.box.x0 || middle >= head.box.x1;
        for (const Glyph* glyph : head.glyphs) {
            const double start = std::max(from, left);
            const double end = std::min(glyph->box.x0, right);
            free_here = free_here || (start < block.edges[g] && block.edges[g] < end);
            if (end - start > widest) {
                widest = end - start;
                middle = (start + end) / 2;
            }
            from = std::max(from, glyph->box.x1);
        }
        if (!free_here) block.edges[g] = middle;
    }
}

// The texts of each column, from top to bottom: lines, not joined.
std::vector<std::vector<ColumnText>> texts_by_column(const std::vector<TextLine>& lines, const ColumnBlock& block,
                                                     std::size_t head) {
    std::vector<std::vector<ColumnText>> columns(block.edges.size() - 1);
    for (std::size_t i = block.first - head; i < block.last; ++i) {
        for (const ColumnText& text : line_texts(lines[i], block.edges)) {
            for (std::size_t c = text.first; c <= text.last; ++c) columns[c].push_back(text);
        }
    }
    return columns;
}

bool beside(const ColumnText& a, const ColumnText& b) { return std::abs(a.middle() - b.middle()) < 0.4 * a.size; }

// Whether the line of `text` is one of the table's body: of the columns beside those of `name`, more have a text there
// below a name of their own than their first.
bool is_below_names(const std::vector<std::vector<ColumnText>>& columns, const ColumnText& text,
                    const ColumnText& name) {
    int firsts = 0;
    int seconds = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto& column = columns[c];
        if ((c >= name.first && c <= name.last) || column.size() < 2) continue;
        firsts += beside(column[0], text);
        // Below a name of several columns stands one of the column's own.
        const std::ptrdiff_t names = column[0].first == column[0].last ? 1 : 2;
        seconds += std::any_of(column.begin() + names, column.end(),
                               [&](const ColumnText& each) { return beside(each, text); });
    }
    return seconds > firsts;
}

// Whether columns `g` and `g + 1` are one that a typed space parts: only one of them has a name, or one name stands
// over both.
bool is_one_column(const std::vector<std::vector<ColumnText>>& columns, std::size_t g) {
    const auto& left = columns[g];
    const auto& right = columns[g + 1];
    if (left.size() < 2 || right.size() < 2) return false;
    const auto unnamed = [&](const auto& without, const auto& with) {
        const ColumnText& first = without.front();
        return first.top > with.front().top + first.size && beside(first, with[1]) &&
               is_below_names(columns, first, with.front());
    };
    if (unnamed(left, right) || unnamed(right, left)) return true;
    const bool named_together = left.front().last > g && right.front().first <= g;
    return named_together && beside(left[1], right[1]) && is_below_names(columns, left[1], left.front());
}

// Whether the texts left and right of gutter `g` stand equally far apart on every line, as a typed space parts them.
bool is_even(const std::vector<std::vector<ColumnText>>& columns, std::size_t g) {
    constexpr double kAlike = 1;  // points
    double least = 1e9;
    double most = 0;
    for (const ColumnText& left : columns[g]) {
        for (const ColumnText& right : columns[g + 1]) {
            if (left.last != g || right.first != g + 1 || !beside(left, right)) continue;
            least = std::min(least, right.left - left.right);
            most = std::max(most, right.left - left.right);
        }
    }
    return most - least < kAlike;
}

// Whether the texts of `column` are short ones: a number, or a word of a name, before or behind a typed space.
bool are_short(const std::vector<ColumnText>& column) {
    constexpr std::size_t kShort = 6;  // characters
    const auto few = [](const ColumnText& text) { return text.glyphs.size() <= kShort; };
    return std::count_if(column.begin(), column.end(), few) * 2 > static_cast<std::ptrdiff_t>(column.size());
}

// Drops the gutters, no wider than a space, that typed spaces make within one column (1 議会費).
void drop_typed_gutters(const std::vector<TextLine>& lines, ColumnBlock& block, std::size_t head) {
    while (true) {
        const auto columns = texts_by_column(lines, block, head);
        // A number (1) belongs to the text that stands equally near on every line, or nearer.
        std::optional<std::size_t> narrowest;
        const auto better = [&](std::size_t a, std::size_t b) {
            const bool even = is_even(columns, a);
            return even != is_even(columns, b) ? even : block.widths[a] < block.widths[b];
        };
        for (std::size_t g = 0; g < block.widths.size(); ++g) {
            const bool narrow = block.widths[g] <= kTyped * lines[block.first].size;
            if (!narrow || !(are_short(columns[g]) || are_short(columns[g + 1]))) continue;
            if (!is_one_column(columns, g)) continue;
            if (!narrowest || better(g, *narrowest)) narrowest = g;
        }
        if (!narrowest) return;
        drop_gutter(block, *narrowest);
    }
}

// Names the texts whose merged cells may be read in two ways.
void report_unsure(const Page& page, const std::vector<PlacedText>& unsure, Findings& findings) {
    for (const PlacedText& each : unsure) {
        const Box box = box_of(each.text.glyphs);
        Finding finding;
        finding.code = "table.span-unsure";
        finding.source.page = page.number;
        finding.source.turned = page.turned;
        finding.source.box = as_shown(page, box);
        const std::string text = cell_text(each.text.glyphs, box).text;
        finding.message =
            tell(fmt::format("「{}」がどの行にかかるか、罫線がなく決められません。行の中央にあるものとして読みました。",
                             text),
                 fmt::format("No rule tells which rows \"{}\" spans. It was read as standing in their middle.", text));
        finding.hint = tell("原本の頁と見比べてください。", "Compare it with the page.");
        findings.push_back(std::move(finding));
    }
}

PageTable make_table(const Page& page, const std::vector<TextLine>& lines, const ColumnBlock& block,
                     std::size_t heading, const std::vector<Rule>& rules, Findings& findings) {
    const std::size_t count = block.edges.size() - 1;
    const std::vector<TextLine> own(lines.begin() + static_cast<std::ptrdiff_t>(block.first - heading),
                                    lines.begin() + static_cast<std::ptrdiff_t>(block.last));
    const std::vector<ColumnText> texts = column_texts(own, block.edges);
    const std::optional<RowBands> ruled = rows_between_rules(own, texts, block.edges, rules);
    RowBands bands = ruled ? *ruled : find_rows(texts, count);
    const std::size_t head = head_rows(bands, count);
    span_head(bands, head, block.edges);
    if (!ruled) report_unsure(page, span_body(bands, head, count), findings);

    PageTable result;
    Table& table = result.table;
    table.page = page.number;
    table.rows = static_cast<int>(bands.rows.size());
    table.columns = static_cast<int>(count);
    table.gridded = true;
    std::vector<double> rights(count);
    for (std::size_t c = 0; c < count; ++c) {
        double left = block.edges[c + 1];
        for (const PlacedText& each : bands.texts) {
            if (each.text.first == c && each.text.last == c) left = std::min(left, each.text.left);
            if (each.text.first == c && each.text.last == c) rights[c] = std::max(rights[c], each.text.right);
        }
        result.edges.push_back(left);
    }
    double top = 1e9;
    double bottom = 0;
    for (const TextLine& line : own) {
        top = std::min(top, line.box.y0);
        bottom = std::max(bottom, line.box.y1);
    }
    result.box = {block.edges.front(), top, block.edges.back(), bottom};
    const auto key = [](const PlacedText& each) { return std::tie(each.first_row, each.text.first); };
    std::stable_sort(bands.texts.begin(), bands.texts.end(),
                     [&](const PlacedText& a, const PlacedText& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < bands.texts.size();) {
        PlacedText whole = bands.texts[i];
        for (++i; i < bands.texts.size() && key(bands.texts[i]) == key(whole); ++i) {
            const PlacedText& more = bands.texts[i];
            whole.text.glyphs.insert(whole.text.glyphs.end(), more.text.glyphs.begin(), more.text.glyphs.end());
            whole.last_row = std::max(whole.last_row, more.last_row);
            whole.text.last = std::max(whole.text.last, more.text.last);
        }
        Box box = box_of(whole.text.glyphs);
        if (whole.text.first == whole.text.last) {
            box.x0 = std::min(box.x0, result.edges[whole.text.first]);
            box.x1 = std::max(box.x1, rights[whole.text.first]);
        }
        Cell cell;
        cell.row = static_cast<int>(whole.first_row) + 1;
        cell.column = static_cast<int>(whole.text.first) + 1;
        cell.row_span = static_cast<int>(whole.last_row - whole.first_row) + 1;
        cell.column_span = static_cast<int>(whole.text.last - whole.text.first) + 1;
        cell.place = PagePlace{page.number, page.turned, as_shown(page, box)};
        cell.content = std::make_shared<const CellText>(cell_text(whole.text.glyphs, box));
        table.cells.push_back(std::move(cell));
        result.cell_edges.push_back({false, false, fills_last_line(whole.text.glyphs, box)});
    }
    return result;
}

bool is_table(const PageTable& table) {
    constexpr int kFewestRows = 3;
    std::vector<int> filled(static_cast<std::size_t>(table.table.rows) + 1);
    for (const Cell& cell : table.table.cells) ++filled[static_cast<std::size_t>(cell.row)];
    const auto rows = std::count_if(filled.begin(), filled.end(), [](int count) { return count > 1; });
    if (table.table.columns > 2) return rows >= kFewestRows;
    return rows >= kFewestRows && rows * 3 >= table.table.rows * 2;
}

// Whether the block parts prose: a mark or a numbering before each paragraph, or two columns of running text.
bool parts_prose(const std::vector<TextLine>& lines, const ColumnBlock& block) {
    constexpr double kMark = 5.5;  // sizes of the type
    if (block.widths.size() != 1) return false;
    double size = 0;
    std::vector<double> rights(2);
    std::vector<double> lefts(2, 1e9);
    std::vector<std::vector<ColumnText>> columns(2);
    for (std::size_t i = block.first; i < block.last; ++i) {
        size = std::max(size, lines[i].size);
        for (const ColumnText& part : line_texts(lines[i], block.edges)) {
            rights[part.first] = std::max(rights[part.first], part.right);
            lefts[part.first] = std::min(lefts[part.first], part.left);
            columns[part.first].push_back(part);
        }
    }
    const bool marks = rights[0] - lefts[0] < kMark * size && block.widths[0] < 1.9 * size;
    const auto runs = [&](std::size_t c) {
        const auto full = std::count_if(columns[c].begin(), columns[c].end(), [&](const ColumnText& part) {
            return part.right > rights[c] - 2.2 * part.size && part.right - part.left > 10 * part.size;
        });
        return full * 2 >= static_cast<std::ptrdiff_t>(columns[c].size());
    };
    return marks || (runs(0) && runs(1));
}

// The first lines that keep to the columns of the page before, below its head where that is printed again: at least one
// of them fills two.
ColumnBlock block_with(const std::vector<TextLine>& lines, const AlignedColumns& columns) {
    ColumnBlock block{0, 0, columns.gutters, {}};
    if (columns.gutters.size() < 3) return block;
    while (block.first < std::min(columns.head.size(), lines.size()) &&
           text_of(lines[block.first]) == columns.head[block.first]) {
        ++block.first;
    }
    block.last = block.first;
    bool parted = false;
    const auto keeps = [&](const TextLine& line) {
        for (std::size_t g = 1; g + 1 < columns.gutters.size(); ++g) {
            const double x = columns.gutters[g];
            for (const Glyph* glyph : line.glyphs) {
                if (glyph->box.x0 < x && glyph->box.x1 > x) return false;
            }
            parted = parted || (line.box.x0 < x && line.box.x1 > x);
        }
        return true;
    };
    while (block.last < lines.size() && keeps(lines[block.last])) ++block.last;
    if (!parted || block.last == block.first) block.last = 0;
    // Where the head is printed again and lines below do not keep to its columns, the page shows its own.
    constexpr double kClose = 4;  // sizes of the type
    const bool goes_on = block.first > 0 && block.last > 0 && block.last < lines.size() &&
                         lines[block.last].middle() - lines[block.last - 1].middle() < kClose * lines[block.last].size;
    if (goes_on && !is_one_run(lines[block.last])) block.last = 0;
    return block;
}

// The block's first lines, which the next page may print again.
std::vector<std::string> first_texts(const std::vector<TextLine>& lines, const ColumnBlock& block, std::size_t head) {
    constexpr std::size_t kMost = 4;
    std::vector<std::string> texts;
    for (std::size_t i = block.first - head; i < block.last && texts.size() < kMost; ++i) {
        texts.push_back(text_of(lines[i]));
    }
    return texts;
}

}  // namespace

std::vector<PageTable> find_aligned_tables(const Page& page, std::vector<const Glyph*>& glyphs,
                                           const std::vector<Rule>& rules, AlignedColumns& columns,
                                           Findings& findings) {
    constexpr double kSameLine = 0.72;  // of a glyph's height: rows that are centred against each other share less
    std::vector<PageTable> tables;
    std::vector<TextLine> lines = find_lines(glyphs, kSameLine);
    std::set<const Glyph*> taken;
    const auto take = [&](const ColumnBlock& block, std::size_t head, PageTable table) {
        for (std::size_t i = block.first - head; i < block.last; ++i) {
            taken.insert(lines[i].glyphs.begin(), lines[i].glyphs.end());
        }
        columns.gutters = block.edges;
        columns.edges = table.edges;
        tables.push_back(std::move(table));
    };
    if (const ColumnBlock block = block_with(lines, columns); block.last > 0) {
        PageTable table = make_table(page, lines, block, block.first, rules, findings);
        table.edges = columns.edges;
        take(block, block.first, std::move(table));
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(block.last));
    } else {
        columns = {{}, {}, {}, columns.prose};
    }
    std::size_t free = 0;  // the first line that no table has taken
    for (ColumnBlock block : find_column_blocks(lines)) {
        trim(lines, block);
        join_gutters_around_names(lines, block);
        add_gutters_at_rules(lines, rules, block);
        fit_gutters_to_head(lines, free, block);
        const std::size_t head = heading_lines(lines, block, free);
        drop_typed_gutters(lines, block, head);
        if (block.widths.empty() || parts_prose(lines, block)) continue;
        Findings own;
        PageTable table = make_table(page, lines, block, head, rules, own);
        if (!is_table(table)) continue;
        findings.insert(findings.end(), own.begin(), own.end());
        take(block, head, std::move(table));
        columns.head = first_texts(lines, block, head);
        free = block.last;
    }
    std::erase_if(glyphs, [&](const Glyph* glyph) { return taken.contains(glyph); });
    return tables;
}

}  // namespace torimatome::parsers::pdf
