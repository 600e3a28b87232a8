#include "parsers/pdf/overrun.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/language.hpp"
#include "parsers/pdf/text_lines.hpp"
#include "text/width.hpp"

namespace torimatome::parsers::pdf {

namespace {

// A glyph with the cell in which its centre stands.
struct Placed {
    const Glyph* glyph = nullptr;
    std::size_t cell = 0;
};

bool same_line(const Glyph& a, const Glyph& b) { return std::abs(a.center_y() - b.center_y()) < 0.4 * a.size; }

// Whether `b` follows `a` on its line, in the file and on the page, without a gap.
bool follows(const Glyph& a, const Glyph& b) {
    const double gap = b.box.x0 - a.box.x1;
    return a.direction == Direction::right && b.direction == Direction::right && same_line(a, b) &&
           std::abs(gap) < 0.2 * a.size;
}

bool stands_across(const Glyph& glyph, double edge) {
    constexpr double kShare = 0.2;
    return std::min(edge - glyph.box.x0, glyph.box.x1 - edge) > kShare * glyph.width();
}

// Whether the glyph may hang over the edge of its cell (ぶら下げ組): no text starts with it, but for
// the bullet.
bool may_hang(const Glyph& glyph) { return glyph.code != U'・' && !text::may_start_line(glyph.code); }

// Where the lines of each column's texts begin or end.
using Edges = std::map<int, std::vector<double>>;

constexpr double kSamePlace = 0.5;  // points

Edges starts_of(const Grid& grid, const CellGlyphs& glyphs) {
    Edges starts;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        double start = 1e9;
        for (const Glyph* glyph : glyphs[i]) start = may_hang(*glyph) ? start : std::min(start, glyph->box.x0);
        for (const Glyph* glyph : glyphs[i]) {
            const bool starts_line = !may_hang(*glyph) && glyph->box.x0 < start + kSamePlace;
            if (starts_line) starts[grid.cells[i].column].push_back(glyph->box.x0);
        }
    }
    return starts;
}

Edges ends_of(const Grid& grid, const CellGlyphs& glyphs) {
    Edges ends;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        double end = -1e9;
        for (const Glyph* glyph : glyphs[i]) end = std::max(end, glyph->box.x1);
        if (!glyphs[i].empty()) ends[grid.cells[i].column].push_back(end);
    }
    return ends;
}

bool is_usual(const std::vector<double>& places, double x) {
    constexpr std::ptrdiff_t kFewest = 3;  // the place itself among them
    return std::count_if(places.begin(), places.end(), [x](double each) { return std::abs(each - x) < kSamePlace; }) >=
           kFewest;
}

bool has_usual(const std::vector<double>& places) {
    return std::any_of(places.begin(), places.end(), [&](double each) { return is_usual(places, each); });
}

class Overruns {
  public:
    Overruns(const Page& page, const Grid& grid, CellGlyphs& glyphs, Findings& findings)
        : page_(page),
          grid_(grid),
          glyphs_(glyphs),
          findings_(findings),
          starts_(starts_of(grid, glyphs)),
          ends_(ends_of(grid, glyphs)) {
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            for (const Glyph* glyph : glyphs[i]) placed_.push_back({glyph, i});
        }
        // The order of the file.
        std::sort(placed_.begin(), placed_.end(),
                  [](const Placed& a, const Placed& b) { return std::less<>{}(a.glyph, b.glyph); });
    }

    void join() {
        for (std::size_t first = 0; first < placed_.size();) {
            std::size_t next = first + 1;
            bool over = false;
            while (next < placed_.size() && goes_on(placed_[next - 1], placed_[next])) {
                over = over || placed_[next].cell != placed_[next - 1].cell;
                ++next;
            }
            if (over && only_hangs(first, next)) {
                for (std::size_t i = first; i < next; ++i) give(placed_[i], placed_[first].cell);
            } else if (over) {
                give_to_one_cell(first, next);
            }
            first = next;
        }
    }

  private:
    // Whether `b` goes on from `a` in the same cell, or across the edge of its cell.
    bool goes_on(const Placed& a, const Placed& b) const {
        if (!follows(*a.glyph, *b.glyph)) return false;
        const auto starts = starts_.find(grid_.cells[b.cell].column);
        const bool starts_text =
            starts != starts_.end() && !may_hang(*b.glyph) && is_usual(starts->second, b.glyph->box.x0);
        if (starts_text) return false;
        if (a.cell == b.cell) return true;
        const double edge = grid_.cells[a.cell].box.x1;
        if (std::abs(grid_.cells[b.cell].box.x0 - edge) > 0.1) return false;
        // Between two characters the rule is crossed where no text of the next column begins like that.
        const bool known = starts != starts_.end() && has_usual(starts->second);
        return known || may_hang(*b.glyph) || stands_across(*a.glyph, edge) || stands_across(*b.glyph, edge);
    }

    // Whether the cell has other text on the line of [first, next).
    bool has_others(std::size_t cell, std::size_t first, std::size_t next) const {
        return std::any_of(glyphs_[cell].begin(), glyphs_[cell].end(), [&](const Glyph* glyph) {
            const bool in_line =
                !std::less<>{}(glyph, placed_[first].glyph) && !std::less<>{}(placed_[next - 1].glyph, glyph);
            return !in_line && same_line(*placed_[first].glyph, *glyph);
        });
    }

    // A line belongs to the cell in which it begins; numbers set to the right, to the one in which they end.
    void give_to_one_cell(std::size_t first, std::size_t next) {
        std::set<std::size_t> cells;
        for (std::size_t i = first; i < next; ++i) cells.insert(placed_[i].cell);
        const auto busy =
            std::count_if(cells.begin(), cells.end(), [&](std::size_t cell) { return has_others(cell, first, next); });
        if (busy > 1) return;
        const Placed& last = placed_[next - 1];
        const auto ends = ends_.find(grid_.cells[last.cell].column);
        const bool at_end = ends != ends_.end() && is_usual(ends->second, last.glyph->box.x1);
        const std::size_t owner = at_end ? last.cell : placed_[first].cell;
        for (std::size_t i = first; i < next; ++i) give(placed_[i], owner);
        report(first, next, owner);
    }

    // Whether all that stands behind the edge of the first cell hangs over it.
    bool only_hangs(std::size_t first, std::size_t next) const {
        return std::all_of(
            placed_.begin() + static_cast<std::ptrdiff_t>(first), placed_.begin() + static_cast<std::ptrdiff_t>(next),
            [&](const Placed& each) { return each.cell == placed_[first].cell || may_hang(*each.glyph); });
    }

    void give(Placed& placed, std::size_t owner) {
        if (placed.cell == owner) return;
        std::erase(glyphs_[placed.cell], placed.glyph);
        glyphs_[owner].push_back(placed.glyph);
        placed.cell = owner;
    }

    void report(std::size_t first, std::size_t next, std::size_t owner) {
        std::vector<const Glyph*> line;
        for (std::size_t i = first; i < next; ++i) line.push_back(placed_[i].glyph);
        const std::vector<TextLine> lines = find_lines(line);
        const std::string text = text_of(lines.front());
        Finding finding;
        finding.code = "text.over-edge";
        finding.severity = Severity::note;
        finding.source.page = page_.number;
        finding.source.box = as_shown(page_, grid_.cells[owner].box);
        finding.message =
            tell(fmt::format("「{}」は罫線をまたいで書かれています。1つの欄の文字として読みました。", text),
                 fmt::format("\"{}\" is written across a rule. It was read as the text of one cell.", text));
        finding.hint = tell("隣の欄の文字が混じっていないか確かめてください。",
                            "Please check that it holds nothing of the next cell.");
        findings_.push_back(std::move(finding));
    }

    const Page& page_;
    const Grid& grid_;
    CellGlyphs& glyphs_;
    Findings& findings_;
    Edges starts_;
    Edges ends_;
    std::vector<Placed> placed_;
};

}  // namespace

void take_hung_signs(const Grid& grid, CellGlyphs& glyphs, std::vector<const Glyph*>& rest) {
    std::erase_if(rest, [&](const Glyph* sign) {
        if (!may_hang(*sign)) return false;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const Box& box = grid.cells[i].box;
            const bool beside =
                sign->center_y() > box.y0 && sign->center_y() < box.y1 && std::abs(sign->box.x0 - box.x1) < sign->size;
            const bool hangs = beside && std::any_of(glyphs[i].begin(), glyphs[i].end(),
                                                     [&](const Glyph* glyph) { return follows(*glyph, *sign); });
            if (!hangs) continue;
            glyphs[i].push_back(sign);
            return true;
        }
        return false;
    });
}

void join_overruns(const Page& page, const Grid& grid, CellGlyphs& glyphs, Findings& findings) {
    Overruns(page, grid, glyphs, findings).join();
}

}  // namespace torimatome::parsers::pdf
