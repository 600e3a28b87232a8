#include "parsers/form/narrow_items.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "parsers/form/line_text.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr int kSlack = 4;  // half-width characters: two that hang over the column's edge
constexpr std::size_t kMostNameLines = 30;
constexpr std::size_t kLinesABullet = 40;  // a document with fewer bullets writes its texts without them

bool ends_in_full_stop(const std::string& line) {
    const std::string_view bare = text::trim(line);
    return bare.ends_with("。") || bare.ends_with("。）") || bare.ends_with("．");
}

bool narrower_than_text(int width, int text_width) { return width * 10 < text_width * 7; }

bool is_narrow(const std::string& line, const NarrowMetrics& metrics) {
    const int width = text::display_width(line);
    return width <= metrics.name_width + kSlack && narrower_than_text(width, metrics.text_width);
}

// Where a bullet stands within a line, behind a name; the line's size where none does.
std::size_t inner_bullet(const std::string& line) {
    for (const char* bullet : {" ・", " ○", " •", " ●"}) {
        if (const std::size_t at = line.find(bullet); at != std::string::npos && at > 0) return at + 1;
    }
    return line.size();
}

int usual_gap_of(const std::vector<BodyLine>& lines) {
    std::map<int, int> counts;
    for (const BodyLine& line : lines) {
        if (line.gap > 0) ++counts[line.gap];
    }
    int gap = 1;
    int most = 0;
    for (const auto& [value, count] : counts) {
        if (count > most) gap = value, most = count;
    }
    return gap;
}

// 「ウ要対協の…」: the mark that is next, with nothing between it and a name that is no katakana word.
std::optional<text::Mark> fused_mark(const std::string& line, int number, text::MarkStyle style) {
    if (style != text::MarkStyle::katakana) return std::nullopt;
    const std::string mark = text::mark_text(style, number);
    if (!line.starts_with(mark) || line.size() == mark.size()) return std::nullopt;
    if (text::is_katakana(text::code_point_at(line, mark.size()).value)) return std::nullopt;
    text::Mark found;
    found.style = style;
    found.number = number;
    found.text = mark;
    found.length = mark.size();
    return found;
}

// Splits one section's lines step by step.
class Splitter {
  public:
    Splitter(const std::vector<BodyLine>& lines, const BodyLine& behind, const NarrowMetrics& metrics)
        : lines_(lines), behind_(behind), metrics_(metrics) {}

    std::vector<NarrowItem> split() {
        for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
        for (NarrowItem& item : items_) look_behind(item);
        if (!items_.empty()) items_.back().closes_section = true;
        return std::move(items_);
    }

  private:
    void take(const BodyLine& line) {
        // 「エ その他 ・引き続き…」: name and text in one line.
        const std::size_t bullet = inner_bullet(line.text);
        const std::string head = line.text.substr(0, bullet);
        if (const auto mark = item_mark(line, head)) {
            start(line, mark);
            add_name(line, head.substr(mark->length));
        } else if (starts_without_mark(line, head)) {
            const bool below_name = !items_.empty() && items_.back().text.empty();
            start(line, std::nullopt);
            items_.back().guessed_start = items_.size() > 1 && (!metrics_.bulleted || below_name);
            add_name(line, head);
        } else if (items_.empty()) {
            start(line, std::nullopt);
            add_text(line, line.text);
            return;
        } else if (goes_on_with_name(line, head)) {
            add_name(line, head);
        } else {
            add_text(line, line.text);
            return;
        }
        if (bullet < line.text.size()) add_text(line, line.text.substr(bullet));
    }

    std::optional<text::Mark> item_mark(const BodyLine& line, const std::string& head) const {
        if (!is_narrow(head, metrics_)) return std::nullopt;
        const bool in_text = !items_.empty() && !items_.back().text.empty();
        const bool finished = !in_text || ends_sentence(items_.back().text.back().text);
        const int next = last_mark_ + 1;
        if (const auto mark = text::leading_mark(line.text, metrics_.style)) {
            if (mark->number == next) return mark;
            // After items whose marks are lost, the next mark counts them.
            const bool counts_all = mark->number == static_cast<int>(items_.size()) + 1;
            const bool first_of_all = items_.empty() || items_.back().mark || counts_all;
            if (is_stretched(head)) return std::nullopt;
            if (finished && first_of_all && !mark->through_look_alike && mark->length < head.size()) return mark;
            return std::nullopt;
        }
        if (!finished) return std::nullopt;
        if (in_text || items_.empty()) return fused_mark(line.text, next, metrics_.style);
        return std::nullopt;
    }

    bool starts_without_mark(const BodyLine& line, const std::string& head) const {
        if (!is_narrow(head, metrics_) || text::starts_with_bullet(line.text) || ends_in_full_stop(line.text)) {
            return false;
        }
        if (items_.empty()) return true;
        const auto& marks = metrics_.reprint_marks;
        if (std::find(marks.begin(), marks.end(), text::compare_key(line.text)) != marks.end()) return false;
        const NarrowItem& last = items_.back();
        if (last.mark || line.text.starts_with("（")) return false;
        if (last.text.empty()) return !last.name.empty() && line.gap > metrics_.usual_gap && !line.new_page;
        return ends_sentence(last.text.back().text) && name_starts_here(head.size() < line.text.size());
    }

    // A name is followed by the text of its item.
    bool name_starts_here(bool text_beside) const {
        if (text_beside) return true;
        for (std::size_t i = at_ + 1; i < lines_.size() && i < at_ + kMostNameLines; ++i) {
            const std::string& next = lines_[i].text;
            if (text::starts_with_bullet(next) || inner_bullet(next) < next.size()) return true;
            if (!is_narrow(next, metrics_) || ends_in_full_stop(next)) return !metrics_.bulleted;
        }
        return false;
    }

    bool goes_on_with_name(const BodyLine& line, const std::string& head) const {
        const NarrowItem& item = items_.back();
        return item.text.empty() && !text::starts_with_bullet(line.text) && is_narrow(head, metrics_) &&
               !ends_in_full_stop(line.text) && item.name.size() < kMostNameLines;
    }

    void start(const BodyLine& line, const std::optional<text::Mark>& mark) {
        NarrowItem item;
        item.mark = mark;
        item.line = line.number;
        if (mark) {
            item.mark_out_of_order = mark->number != last_mark_ + 1;
            last_mark_ = mark->number;
        }
        items_.push_back(std::move(item));
    }

    void add_name(const BodyLine& line, const std::string& text) {
        BodyLine part = line;
        part.text = text::trim(text);
        if (!part.text.empty()) items_.back().name.push_back(std::move(part));
    }

    void add_text(const BodyLine& line, const std::string& text) {
        BodyLine part = line;
        part.text = text;
        items_.back().text.push_back(std::move(part));
    }

    void look_behind(NarrowItem& item) const {
        if (item.name.empty() && item.text.empty()) return;
        const int last = item.text.empty() ? item.name.back().number : item.text.back().number;
        const auto found =
            std::find_if(lines_.begin(), lines_.end(), [&](const BodyLine& other) { return other.number > last; });
        const BodyLine& next = found == lines_.end() ? behind_ : *found;
        item.gap_behind = next.gap;
        item.spaced_behind = next.spaced_blanks;
        item.blank_after_name = item.text.empty() && (next.gap == 0 || next.gap > metrics_.usual_gap);
    }

    const std::vector<BodyLine>& lines_;
    const BodyLine& behind_;
    const NarrowMetrics& metrics_;
    std::vector<NarrowItem> items_;
    std::size_t at_ = 0;
    int last_mark_ = 0;
};

// Lines that start with the marks of `style` in order, and how wide the widest of them is.
struct MarkedLines {
    int count = 0;
    int widest = 0;
};

MarkedLines marked_lines(const std::vector<BodyLine>& lines, text::MarkStyle style, int text_width) {
    MarkedLines found;
    int last = 0;
    for (const BodyLine& line : lines) {
        const std::string head = line.text.substr(0, inner_bullet(line.text));
        const auto mark = text::leading_mark(head, style);
        const int width = text::display_width(head);
        if (!mark || mark->through_look_alike || mark->length == head.size()) continue;
        if (!narrower_than_text(width, text_width) || ends_in_full_stop(head)) continue;
        const bool first_lost = last == 0 && mark->number == 2;
        if (mark->number != 1 && mark->number != last + 1 && !first_lost) continue;
        last = mark->number;
        ++found.count;
        found.widest = std::max(found.widest, width);
    }
    return found;
}

// How wide the narrow lines are that stand between a finished text and the next text: names, where no mark tells them.
int unmarked_name_width(const std::vector<BodyLine>& lines, int text_width) {
    std::vector<int> widths;
    std::vector<int> run;
    bool finished = true;
    for (const BodyLine& line : lines) {
        const int width = text::display_width(line.text);
        const bool name = finished && !text::starts_with_bullet(line.text) && !ends_in_full_stop(line.text) &&
                          narrower_than_text(width, text_width);
        if (name) {
            run.push_back(width);
            continue;
        }
        if (run.size() < kMostNameLines) widths.insert(widths.end(), run.begin(), run.end());
        run.clear();
        finished = ends_sentence(line.text);
    }
    return widths.empty() ? text_width / 3 : *std::max_element(widths.begin(), widths.end());
}

}  // namespace

bool is_stretched(const std::string& line) {
    constexpr int kFewest = 3;
    int characters = 0;
    bool space = true;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint c = text::code_point_at(line, i);
        const bool is_space = text::is_space(c.value);
        if (!is_space && !space) return false;
        if (!is_space) ++characters;
        space = is_space;
        i += c.length;
    }
    return characters >= kFewest;
}

NarrowMetrics measure_narrow(const std::vector<BodyLine>& lines, text::MarkStyle usual_style) {
    NarrowMetrics metrics;
    metrics.usual_gap = usual_gap_of(lines);
    std::vector<int> widths;
    for (const BodyLine& line : lines) widths.push_back(text::display_width(line.text));
    metrics.text_width = full_width_of(std::move(widths));
    const auto bullets = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const BodyLine& line) {
        return inner_bullet(line.text) < line.text.size() || text::starts_with_bullet(line.text);
    }));
    metrics.bulleted = bullets * kLinesABullet >= lines.size();
    metrics.style = usual_style;
    using text::MarkStyle;
    MarkedLines best = marked_lines(lines, usual_style, metrics.text_width);
    for (const MarkStyle style : {MarkStyle::circled, MarkStyle::parenthesised_katakana, MarkStyle::parenthesised,
                                  MarkStyle::number, MarkStyle::letter, MarkStyle::roman}) {
        const MarkedLines other = marked_lines(lines, style, metrics.text_width);
        if (other.count <= best.count) continue;
        metrics.style = style;
        best = other;
    }
    metrics.name_width = best.count > 0 ? best.widest : unmarked_name_width(lines, metrics.text_width);
    return metrics;
}

std::vector<NarrowItem> split_items(const std::vector<BodyLine>& lines, const BodyLine& behind,
                                    const NarrowMetrics& metrics) {
    return Splitter(lines, behind, metrics).split();
}

bool has_empty_cell(const NarrowItem& item, const std::vector<NarrowItem>& all) {
    if (!item.text.empty() || item.gap_behind == 0) return false;
    int usual = 0;
    for (const NarrowItem& other : all) {
        for (const BodyLine& line : other.text) {
            if (line.gap <= item.gap_behind) usual = std::max(usual, line.spaced_blanks);
        }
        const bool alike = other.closes_section == item.closes_section && other.gap_behind <= item.gap_behind;
        if (alike && !other.text.empty()) usual = std::max(usual, other.spaced_behind);
    }
    return item.spaced_behind > usual;
}

}  // namespace torimatome::parsers
