#include "parsers/form/narrow_items.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "parsers/form/line_text.hpp"
#include "text/code_points.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr int kSlack = 4;  // half-width characters: two that hang over the column's edge
constexpr std::size_t kMostNameLines = 12;

bool ends_in_full_stop(const std::string& line) {
    const std::string_view bare = text::trim(line);
    return bare.ends_with("。") || bare.ends_with("。）") || bare.ends_with("．");
}

bool is_narrow(const std::string& line, const NarrowMetrics& metrics) {
    const int width = text::display_width(line);
    return width <= metrics.name_width + kSlack && width * 10 < metrics.text_width * 7;
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
    Splitter(const std::vector<BodyLine>& lines, int gap_behind, const NarrowMetrics& metrics)
        : lines_(lines), gap_behind_(gap_behind), metrics_(metrics) {}

    std::vector<NarrowItem> split() {
        for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
        for (NarrowItem& item : items_) {
            if (item.text.empty() && !item.name.empty()) item.blank_after_name = blank_behind(item.name.back());
        }
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
            start(line, std::nullopt);
            items_.back().guessed_start = items_.size() > 1;
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

    static std::size_t inner_bullet(const std::string& line) {
        for (const char* bullet : {" ・", " ○", " •", " ●"}) {
            if (const std::size_t at = line.find(bullet); at != std::string::npos && at > 0) return at + 1;
        }
        return line.size();
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
        const NarrowItem& last = items_.back();
        if (last.mark || last.text.empty() || !ends_sentence(last.text.back().text)) return false;
        // A name is followed by the text of its item.
        for (std::size_t i = at_ + 1; i < lines_.size() && i < at_ + kMostNameLines; ++i) {
            if (text::starts_with_bullet(lines_[i].text)) return true;
            if (!is_narrow(lines_[i].text, metrics_) || ends_in_full_stop(lines_[i].text)) return false;
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

    bool blank_behind(const BodyLine& line) const {
        const auto found = std::find_if(lines_.begin(), lines_.end(),
                                        [&](const BodyLine& other) { return other.number > line.number; });
        const int gap = found == lines_.end() ? gap_behind_ : found->gap;
        return gap == 0 || gap > metrics_.usual_gap;
    }

    const std::vector<BodyLine>& lines_;
    int gap_behind_;
    const NarrowMetrics& metrics_;
    std::vector<NarrowItem> items_;
    std::size_t at_ = 0;
    int last_mark_ = 0;
};

// How many lines look like names that start with a mark of `style`, and how wide the widest of them is.
std::pair<int, int> marked_lines(const std::vector<BodyLine>& lines, text::MarkStyle style, int text_width) {
    int count = 0;
    int widest = 0;
    for (const BodyLine& line : lines) {
        const auto mark = text::leading_mark(line.text, style);
        const int width = text::display_width(line.text);
        if (!mark || mark->through_look_alike || mark->length == line.text.size() || width * 2 > text_width) continue;
        ++count;
        widest = std::max(widest, width);
    }
    return {count, widest};
}

}  // namespace

NarrowMetrics measure_narrow(const std::vector<BodyLine>& lines, text::MarkStyle usual_style) {
    NarrowMetrics metrics;
    metrics.usual_gap = usual_gap_of(lines);
    std::vector<int> widths;
    for (const BodyLine& line : lines) widths.push_back(text::display_width(line.text));
    metrics.text_width = full_width_of(std::move(widths));
    metrics.style = usual_style;
    using text::MarkStyle;
    auto [count, widest] = marked_lines(lines, usual_style, metrics.text_width);
    for (const MarkStyle style : {MarkStyle::circled, MarkStyle::parenthesised_katakana, MarkStyle::parenthesised,
                                  MarkStyle::letter, MarkStyle::number}) {
        const auto [other_count, other_widest] = marked_lines(lines, style, metrics.text_width);
        if (count > 0 || other_count == 0) continue;
        metrics.style = style;
        count = other_count;
        widest = other_widest;
    }
    metrics.name_width = count > 0 ? widest : metrics.text_width / 3;
    return metrics;
}

std::vector<NarrowItem> split_items(const std::vector<BodyLine>& lines, int gap_behind, const NarrowMetrics& metrics) {
    return Splitter(lines, gap_behind, metrics).split();
}

}  // namespace torimatome::parsers
