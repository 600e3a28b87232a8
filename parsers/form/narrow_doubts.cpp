#include "parsers/form/narrow_doubts.hpp"

#include <algorithm>
#include <set>

#include "parsers/form/line_seams.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/narrow_measures.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

using Kind = TextFlaw::Kind;

// Lines with a bullet start left of the others, where those hang behind it.
Fullness::Kind text_kind(const BodyLine& line) {
    return text::starts_with_bullet(line.text) ? Fullness::other : Fullness::usual;
}

// Names without a mark have its room, too.
Fullness::Kind name_kind(const NarrowItem& item) { return item.mark ? Fullness::usual : Fullness::other; }

class DoubtFinder {
  public:
    DoubtFinder(const std::vector<NarrowItem>& items, const NarrowMetrics& metrics, const LineLayout& layout,
                bool damaged)
        : items_(items),
          metrics_(metrics),
          layout_(layout),
          damaged_(damaged),
          lines_(place_lines(items)),
          distances_(lines_),
          paragraph_ends_(lines_),
          seams_(texts_of(lines_)) {
        measure();
    }

    std::vector<NarrowDoubt> find() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            look_at_text(i);
            look_at_name(i);
            look_at_brackets(i);
        }
        look_at_distances();
        if (paragraph_ends_.spaced()) look_at_paragraph_ends();
        // Where something was found, weaker seams are doubtful, too.
        damaged_ = damaged_ || !doubts_.empty();
        look_for_moved_lines();
        look_at_seams();
        std::stable_sort(doubts_.begin(), doubts_.end(),
                         [](const NarrowDoubt& a, const NarrowDoubt& b) { return a.item < b.item; });
        return std::move(doubts_);
    }

  private:
    static std::vector<std::string> texts_of(const std::vector<PlacedLine>& lines) {
        std::vector<std::string> texts;
        for (const PlacedLine& line : lines) texts.push_back(line.line->text);
        return texts;
    }

    int mark_width(const PlacedLine& line) const {
        const NarrowItem& item = items_[line.item];
        const bool first = line.name && item.mark && line.line == &item.name.front();
        return first && !hanging_ ? text::display_width(item.mark->text) + 1 : 0;
    }

    // Names hang behind their mark, or go on below it.
    void measure() {
        std::vector<int> first;
        std::vector<int> rest;
        for (const NarrowItem& item : items_) {
            for (std::size_t k = 0; item.mark && k + 1 < item.name.size(); ++k) {
                (k == 0 ? first : rest).push_back(text::display_width(item.name[k].text));
            }
        }
        hanging_ = full_width_of(std::move(rest)) <= full_width_of(std::move(first)) + 1;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            const BodyLine& above = *lines_[i - 1].line;
            if (!lines_[i].goes_on || breaks(above)) continue;
            const Fullness::Kind kind = lines_[i].name ? name_kind(items_[lines_[i].item]) : text_kind(above);
            (lines_[i].name ? names_ : texts_).add(kind, above.text, lines_[i].line->text, mark_width(lines_[i - 1]));
        }
        names_.settle();
        texts_.settle();
    }

    // Whether the author broke the line here.
    bool breaks(const BodyLine& line) const { return line.spaced && paragraph_ends_.spaced(); }

    void add(std::size_t item, Kind kind, const BodyLine& line, bool name) {
        const std::string& field = name ? layout_.name : layout_.text;
        if (!told_.insert({item, name}).second) return;
        doubts_.push_back({item, flaw_doubt({kind, line.text, line.number}, field), kind == Kind::misfit});
    }

    void look_at_text(std::size_t i) {
        const std::vector<BodyLine>& lines = items_[i].text;
        if (lines.empty()) return;
        if (metrics_.bulleted && !starts_paragraph(lines.front().text)) add(i, Kind::no_start, lines.front(), false);
        for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
            const BodyLine& line = lines[k];
            const BodyLine& next = lines[k + 1];
            if (line.text == next.text) add(i, Kind::repeated, line, false);
            const bool ends = ends_sentence(line.text);
            if (text::starts_with_bullet(next.text)) {
                if (!ends) add(i, Kind::unfinished, line, false);
                continue;
            }
            if (ends && (starts_paragraph(next.text) || !metrics_.bulleted)) continue;
            if (ends && seams_.starts_within(next.text)) add(i, Kind::misfit, line, false);
            const bool gap = next.gap > metrics_.usual_gap && next.gap <= 2 * metrics_.usual_gap && !next.new_page;
            if (gap && !ends) add(i, Kind::gap, line, false);
            if (texts_.too_short(text_kind(line), line.text, next.text, 0)) add(i, Kind::short_line, line, false);
        }
        look_for_marks(i);
        const std::string last(text::trim(lines.back().text));
        // A bracket at the very edge of the column may close within a sentence that went on.
        const bool at_edge = last.ends_with("）") && !last.ends_with("。）") &&
                             text::display_width(last) >= texts_.full(text_kind(lines.back())) - 2;
        if (!ends_sentence(last) || at_edge) add(i, Kind::unfinished, lines.back(), false);
        if (!ends_sentence(last) && belongs_to_next_name(i)) add(i + 1, Kind::misfit, lines.back(), true);
        for (const BodyLine& line : lines) {
            constexpr int kOverhang = 4;
            if (text::display_width(line.text) > texts_.full(text_kind(line)) + kOverhang)
                add(i, Kind::long_line, line, false);
        }
    }

    // A narrow line that ends no sentence, below the text: it may be of the name that stands below.
    bool belongs_to_next_name(std::size_t i) const {
        const BodyLine& line = items_[i].text.back();
        const bool below = i + 1 < items_.size() && !items_[i + 1].opens_section && !items_[i + 1].name.empty();
        return below && !text::starts_with_bullet(line.text) &&
               text::display_width(line.text) <= names_.full(name_kind(items_[i + 1]));
    }

    // The next item's mark at the start of a line of text: its name became one line with the text.
    void look_for_marks(std::size_t i) {
        if (!items_[i].mark) return;
        for (const BodyLine& line : items_[i].text) {
            const auto mark = text::leading_mark(line.text, metrics_.style);
            if (!mark || mark->through_look_alike || mark->number != items_[i].mark->number + 1) continue;
            add(i, Kind::long_line, line, false);
        }
    }

    void look_at_name(std::size_t i) {
        const std::vector<BodyLine>& lines = items_[i].name;
        for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
            const BodyLine& next = lines[k + 1];
            const bool gap = next.gap > metrics_.usual_gap && next.gap <= 2 * metrics_.usual_gap && !next.new_page;
            const int mark = k == 0 && items_[i].mark && !hanging_ ? text::display_width(items_[i].mark->text) + 1 : 0;
            if (lines[k].text == next.text) add(i, Kind::repeated, lines[k], true);
            if (gap) add(i, Kind::gap, lines[k], true);
            const bool fits = names_.too_short(name_kind(items_[i]), lines[k].text, next.text, mark);
            if (fits && !breaks(lines[k])) add(i, Kind::short_line, lines[k], true);
        }
        for (const BodyLine& line : lines) {
            constexpr int kOverhang = 2;
            const int width = text::display_width(line.text);
            const bool wide = width > names_.full(name_kind(items_[i])) + kOverhang && !is_stretched(line.text);
            if (wide) add(i, Kind::long_line, line, true);
        }
        if (items_[i].mark && !lines.empty() && text::leading_mark(lines.front().text, metrics_.style)) {
            add(i, Kind::repeated, lines.front(), true);
        }
    }

    void look_at_brackets(std::size_t i) {
        for (const bool name : {true, false}) {
            const std::vector<BodyLine>& lines = name ? items_[i].name : items_[i].text;
            std::string paragraph;
            for (std::size_t k = 0; k < lines.size(); ++k) {
                paragraph += lines[k].text;
                const bool ends = k + 1 == lines.size() || (!name && text::starts_with_bullet(lines[k + 1].text));
                if (!ends) continue;
                if (!brackets_match(paragraph)) add(i, Kind::bracket, lines[k], name);
                paragraph.clear();
            }
        }
    }

    // Where a space stands behind the last line of each paragraph, one without it goes on, and one with it does not.
    void look_at_paragraph_ends() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const PlacedLine& line = lines_[i];
            const PlacedLine* next = i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
            const bool ends = ends_paragraph(line, next);
            if (ends && !line.line->spaced) add(line.item, Kind::unfinished, *line.line, line.name);
            const bool starts = ends || line.name || starts_paragraph(next->line->text) || !metrics_.bulleted;
            if (!starts && line.line->spaced) add(line.item, Kind::misfit, *line.line, false);
        }
    }

    void look_at_distances() {
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!distances_.odd(lines_[i - 1], lines_[i])) continue;
            if (lines_[i - 1].name && !lines_[i].goes_on && has_empty_cell(items_[lines_[i - 1].item], items_))
                continue;
            add(lines_[i - 1].item, Kind::gap, *lines_[i - 1].line, lines_[i - 1].name);
            add(lines_[i].item, Kind::gap, *lines_[i - 1].line, lines_[i].name);
        }
    }

    double fit(std::size_t left, std::size_t right) const {
        return seams_.fit(lines_[left].line->text, lines_[right].line->text);
    }

    // The seams of a line with the lines above and below, where it goes on in them.
    double hold(std::size_t i) const {
        double sum = 0;
        if (lines_[i].goes_on) sum += fit(i - 1, i);
        if (goes_on_below(i)) sum += fit(i, i + 1);
        return sum;
    }

    bool goes_on_below(std::size_t i) const { return i + 1 < lines_.size() && lines_[i + 1].goes_on; }

    // What the seams would be with line `other` in the place of line `i`.
    double hold_instead(std::size_t i, std::size_t other) const {
        double sum = 0;
        if (lines_[i].goes_on) sum += fit(i - 1, other);
        if (goes_on_below(i)) sum += fit(other, i + 1);
        return sum;
    }

    void look_for_moved_lines() {
        constexpr double kWeak = -1;  // two seams of a line that may not belong there
        constexpr double kGain = 6;   // by which other places must be better
        std::vector<std::size_t> weak;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (lines_[i].goes_on && hold(i) < kWeak) weak.push_back(i);
        }
        for (std::size_t a = 0; a < weak.size(); ++a) {
            for (std::size_t b = a + 1; b < weak.size(); ++b) {
                const std::size_t i = weak[a];
                const std::size_t k = weak[b];
                if (lines_[i].name != lines_[k].name || k == i + 1 || goes_on_below(i) != goes_on_below(k)) continue;
                const double gain = hold_instead(i, k) + hold_instead(k, i) - hold(i) - hold(k);
                if (gain < kGain) continue;
                add(lines_[i].item, Kind::misfit, *lines_[i].line, lines_[i].name);
                add(lines_[k].item, Kind::misfit, *lines_[k].line, lines_[k].name);
            }
        }
        for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
            if (!lines_[i].goes_on || !lines_[i + 1].goes_on) continue;
            look_for_exchange(i);
            look_for_stray(i);
        }
    }

    // Whether lines i and i + 1 read better the other way round.
    void look_for_exchange(std::size_t i) {
        const double gain = damaged_ ? 3.5 : 4.5;
        double given = fit(i - 1, i) + fit(i, i + 1);
        double other = fit(i - 1, i + 1) + fit(i + 1, i);
        if (goes_on_below(i + 1)) {
            given += fit(i + 1, i + 2);
            other += fit(i, i + 2);
        }
        if (other - given > gain) add(lines_[i].item, Kind::misfit, *lines_[i].line, lines_[i].name);
    }

    // Whether the lines around line i read better without it.
    void look_for_stray(std::size_t i) {
        const double gain = damaged_ ? 7 : 8;
        if (fit(i - 1, i + 1) - hold(i) > gain) add(lines_[i].item, Kind::misfit, *lines_[i].line, lines_[i].name);
    }

    // The weakest seams of all. Even in a sound document some read badly, so that no more are told than those.
    void look_at_seams() {
        constexpr double kDoubtful = -1.8;
        constexpr double kSurelyWrong = -4;
        constexpr double kShort = 0.6;       // names have more breaks and fewer words to learn from
        constexpr std::size_t kSeamsA = 45;  // weak seam in sound documents
        std::vector<std::pair<double, std::size_t>> weak;
        std::size_t seams = 0;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!lines_[i].goes_on) continue;
            ++seams;
            const double held = fit(i - 1, i) + (lines_[i].name ? kShort : 0);
            if (held < kDoubtful) weak.emplace_back(held, i);
        }
        std::sort(weak.begin(), weak.end());
        const std::size_t most = (seams + kSeamsA / 2) / kSeamsA;
        for (std::size_t k = 0; k < weak.size() && (k < most || weak[k].first < kSurelyWrong); ++k) {
            const std::size_t i = weak[k].second;
            add(lines_[i].item, Kind::misfit, *lines_[i - 1].line, lines_[i].name);
        }
    }

    const std::vector<NarrowItem>& items_;
    const NarrowMetrics& metrics_;
    const LineLayout& layout_;
    bool damaged_;
    std::vector<PlacedLine> lines_;
    Distances distances_;
    ParagraphEnds paragraph_ends_;
    LineSeams seams_;
    Fullness names_;
    Fullness texts_;
    bool hanging_ = true;
    std::set<std::pair<std::size_t, bool>> told_;
    std::vector<NarrowDoubt> doubts_;
};

}  // namespace

std::vector<NarrowDoubt> find_narrow_doubts(const std::vector<NarrowItem>& items, const NarrowMetrics& metrics,
                                            const LineLayout& layout, bool damaged) {
    return DoubtFinder(items, metrics, layout, damaged).find();
}

}  // namespace torimatome::parsers
