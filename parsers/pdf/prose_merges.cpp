#include "parsers/pdf/prose_merges.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace torimatome::parsers::pdf {

namespace {

// The texts of one column between two of its sides that are surely closed.
struct MergedText {
    std::size_t first = 0;  // row
    std::size_t last = 0;   // row
    double top = 0;
    double bottom = 0;
    double size = 0;

    double middle() const { return (top + bottom) / 2; }
};

std::vector<MergedText> texts_of(const ProseColumn& column, std::size_t c, const std::vector<double>& ys,
                                 const Closed& closed) {
    std::vector<MergedText> texts;
    for (const ProseLine& line : column) {
        const auto next = std::upper_bound(ys.begin(), ys.end(), line.middle());
        const std::ptrdiff_t at = std::clamp<std::ptrdiff_t>(next - ys.begin() - 1, 0, std::ssize(ys) - 2);
        const auto row = static_cast<std::size_t>(at);
        const bool same =
            !texts.empty() && std::none_of(closed.begin() + static_cast<std::ptrdiff_t>(texts.back().last) + 1,
                                           closed.begin() + at + 1, [c](const auto& sides) { return sides[c]; });
        if (same) {
            texts.back().last = row;
            texts.back().bottom = line.bottom;
        } else {
            texts.push_back({row, row, line.top, line.bottom, line.size});
        }
    }
    return texts;
}

// Opens the sides of blank cells that belong to merged ones: where the texts of a column do not stand at the top of
// their rows, each stands in the middle of its rows and the blank ones around.
class MergedCells {
  public:
    MergedCells(const std::vector<RowBorder>& borders, const std::vector<double>& ys, const std::vector<bool>& barriers)
        : borders_(borders), ys_(ys), barriers_(barriers) {}

    void open(const std::vector<ProseColumn>& columns, Closed& closed) const {
        if (ys_.size() < 4 || !stand_in_middle(columns, closed)) return;
        for (std::size_t c = 0; c < columns.size(); ++c) open_column(body_texts(columns, c, closed), c, closed);
    }

  private:
    std::vector<MergedText> body_texts(const std::vector<ProseColumn>& columns, std::size_t c,
                                       const Closed& closed) const {
        std::vector<MergedText> texts = texts_of(columns[c], c, ys_, closed);
        std::erase_if(texts, [](const MergedText& text) { return text.first == 0; });
        return texts;
    }

    // Whether the columns full of text have one in the first row: the rest of a row that a page's end cut has fewer.
    bool fills_first_row(const std::vector<ProseColumn>& columns) const {
        constexpr double kFull = 0.5;
        const std::vector<double> weights = weights_of(columns);
        const std::vector<bool> filled = filled_between(columns, ys_[1], ys_[2]);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (weights[c] >= kFull && !filled[c]) return false;
        }
        return true;
    }

    // Whether merged cells' texts stand in their middle: some stand nowhere else, or, with none that hangs from the top
    // of its rows, blank rows come first.
    bool stand_in_middle(const std::vector<ProseColumn>& columns, const Closed& closed) const {
        bool free = false;
        bool blank_first = false;
        bool hangs = false;
        const bool whole_first = !barriers_[1] && fills_first_row(columns);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::vector<MergedText> texts = body_texts(columns, c, closed);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const std::size_t next = i + 1 < texts.size() ? texts[i + 1].first : ys_.size() - 1;
                const bool at_top = std::abs(texts[i].top - borders_[texts[i].first].top) <= 0.6 * texts[i].size;
                hangs = hangs || (at_top && next > texts[i].last + 1);
                free = free || stands_free(texts[i]);
            }
            blank_first = blank_first || (whole_first && !texts.empty() && texts.front().first > 1);
        }
        return free || (blank_first && !hangs);
    }

    void open_column(const std::vector<MergedText>& texts, std::size_t c, Closed& closed) const {
        std::size_t from = 1;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t until = i + 1 < texts.size() ? texts[i + 1].first : ys_.size() - 1;
            const auto [first, last] = best_rows(texts[i], c, from, until);
            for (std::size_t row = first + 1; row <= last; ++row) closed[row][c] = false;
            from = last + 1;
        }
    }

    // Neither at the top of its rows nor in their middle.
    bool stands_free(const MergedText& text) const {
        const double off = std::abs((ys_[text.first] + ys_[text.last + 1]) / 2 - text.middle());
        return std::abs(text.top - borders_[text.first].top) > 0.6 * text.size && off > 0.6 * text.size;
    }

    bool is_edge(std::size_t row, std::size_t c) const {
        return barriers_[row] || barriers_[row - 1] || (borders_[row].ruled && borders_[row].edges[c]);
    }

    // The rows, from `from` to before `until`, that the text stands in the middle of; its own where it does of none.
    std::pair<std::size_t, std::size_t> best_rows(const MergedText& text, std::size_t c, std::size_t from,
                                                  std::size_t until) const {
        constexpr double kNear = 0.7;  // sizes of the type
        constexpr double kAlike = 0.2;
        std::pair<std::size_t, std::size_t> best{text.first, text.last};
        double least = stands_free(text) ? 1e9 : 0.3 * text.size;
        for (std::size_t first = text.first + 1; first-- > from;) {
            for (std::size_t last = text.last; last < std::max(until, text.last + 1); ++last) {
                if (last > text.last && is_edge(last, c)) break;
                const double off = std::abs((ys_[first] + ys_[last + 1]) / 2 - text.middle());
                const bool wider = last - first > best.second - best.first;
                if (off > kNear * text.size || off >= least + (wider ? kAlike * text.size : 0)) continue;
                least = off;
                best = {first, last};
            }
            if (is_edge(first, c)) break;
        }
        return best;
    }

    const std::vector<RowBorder>& borders_;
    const std::vector<double>& ys_;
    const std::vector<bool>& barriers_;
};

}  // namespace

void open_merged_cells(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders,
                       const std::vector<double>& ys, const std::vector<bool>& barriers, Closed& closed) {
    MergedCells(borders, ys, barriers).open(columns, closed);
}

}  // namespace torimatome::parsers::pdf
