#include "parsers/pdf/text_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "parsers/pdf/met_strokes.hpp"
#include "parsers/pdf/struck_rows.hpp"

namespace torimatome::parsers::pdf {

namespace {

bool is_line_like(char32_t c) {
    constexpr std::u32string_view kSigns = U"ー―─━│┃—–－-_＿‐−‥…・·.=＝~～〜一二三□■○●◯◎△▲☆★①";
    return kSigns.find(c) != std::u32string_view::npos || (c >= 0x2500 && c <= 0x257F);
}

// The glyphs that lie across a given line of pixels, found quickly.
class GlyphLines {
  public:
    GlyphLines(const std::vector<Glyph>& glyphs, double scale, bool horizontal) {
        for (const Glyph& glyph : glyphs) {
            const Extent extent = extent_of(glyph, scale, horizontal);
            const int first = static_cast<int>(extent.low) / kBand;
            const int last = static_cast<int>(extent.high) / kBand;
            for (int band = first; band <= last; ++band) bands_[band].push_back(extent);
        }
    }

    template <typename Take>
    void each_across(const Run& run, Take take) const {
        const auto band = bands_.find(run.edge / kBand);
        if (band == bands_.end()) return;
        for (const Extent& extent : band->second) {
            const bool across = extent.low - 1 <= run.edge && run.edge <= extent.high + 1;
            if (across && extent.to > run.first && extent.from < run.last + 1) take(extent);
        }
    }

  private:
    static constexpr int kBand = 16;  // pixels
    std::unordered_map<int, std::vector<Extent>> bands_;
};

// Strokes of neighbouring characters that meet in the picture. A line drawn through text starts and ends where its
// characters do; it never runs across the lines of text. Whether strokes happen to do so is looked at later.
bool is_chained_stroke(const Run& run, const GlyphLines& glyphs) {
    constexpr double kAtEdge = 1.2;   // pixels
    constexpr double kShared = 0.3;   // of a character's width: less, and the line only touches it
    constexpr double kFewWide = 3.5;  // of the type's size
    bool middle = true;
    bool across = true;
    double covered = 0;
    double size = 0;
    double first = 1e9;
    double last = -1e9;
    glyphs.each_across(run, [&](const Extent& extent) {
        const double depth = (run.edge - extent.low) / std::max(extent.high - extent.low, 1.0);
        if (depth < (extent.across ? 0.02 : 0.08) || depth > (extent.across ? 0.98 : 0.88)) return;
        const double shared = std::min<double>(extent.to, run.last + 1) - std::max<double>(extent.from, run.first);
        covered += shared;
        across = across && extent.across;
        if (shared < kShared * (extent.to - extent.from)) return;
        middle = middle && depth > 0.3 && depth < 0.75;
        size = std::max(size, extent.to - extent.from);
        first = std::min(first, extent.from);
        last = std::max(last, extent.to);
    });
    if (covered < 0.8 * run.length()) return false;
    if (across) return true;
    const bool at_edges = middle && std::abs(run.first - first) <= kAtEdge && std::abs(run.last + 1 - last) <= kAtEdge;
    const bool about = std::abs(run.first - first) <= 0.15 * size && std::abs(run.last + 1 - last) <= 0.15 * size;
    return !(at_edges || (about && run.length() > kFewWide * size));
}

bool is_stem_like(char32_t c) {
    constexpr std::u32string_view kStems = U"|｜│┃∣Il1i!";
    return kStems.find(c) != std::u32string_view::npos;
}

// Stems of letters that stand one below the other (I, l, 1 at the same place of several lines) look like dashes, and
// bars (|) on tight lines like a rule. A rule goes on above the first line and below the last one.
bool is_chain_of_stems(const Run& run, const GlyphLines& glyphs) {
    constexpr double kMost = 0.6;
    constexpr double kOverhang = 3;  // pixels that a stem may reach out of its glyph's box, a crossing rule included
    double covered = 0;
    double first = 1e9;
    double last = -1e9;
    glyphs.each_across(run, [&](const Extent& extent) {
        if (!extent.across || !(run.dashed || is_stem_like(extent.code))) return;
        covered += std::min<double>(extent.to, run.last + 1) - std::max<double>(extent.from, run.first);
        first = std::min(first, extent.from);
        last = std::max(last, extent.to);
    });
    return covered > kMost * run.length() && first - kOverhang <= run.first && run.last + 1 <= last + kOverhang;
}

// Whether the run goes over a single character as a line through or under it does: from edge to edge.
bool goes_over(const Run& run, const Extent& extent, double depth) {
    constexpr double kAtEdge = 0.7;  // pixels
    return !run.dashed && !extent.across && !is_line_like(extent.code) && depth > 0.3 &&
           (depth < 0.75 || depth > 0.9) && std::abs(run.first - extent.from) <= kAtEdge &&
           std::abs(run.last + 1 - extent.to) <= kAtEdge;
}

bool is_stroke(const Run& run, const GlyphLines& glyphs, bool horizontal) {
    constexpr double kNearlyAll = 0.85;
    constexpr double kOverhang = 1.5;  // pixels that a stroke may reach out of its glyph's box
    constexpr double kMost = 0.5;
    // Boxes are as wide as their characters, but higher.
    const double margin = horizontal ? 0.1 : 0.03;
    double along_lines = 0;
    double along_any = 0;
    double along_boxes = 0;
    bool within_one = false;
    glyphs.each_across(run, [&](const Extent& extent) {
        const double shared = std::min<double>(extent.to, run.last + 1) - std::max<double>(extent.from, run.first);
        const double depth = (run.edge - extent.low) / std::max(extent.high - extent.low, 1.0);
        const bool within = extent.from - kOverhang <= run.first && extent.to + kOverhang >= run.last + 1;
        within_one = within_one || (within && !goes_over(run, extent, depth));
        if (is_line_like(extent.code) && depth > 0.12 && depth < 0.88) along_lines += shared;
        if (depth > margin && depth < 1 - margin) along_any += shared;
        along_boxes += shared;
    });
    if (!run.dashed && is_chained_stroke(run, glyphs)) return true;
    // Strokes of characters in a row may stand as evenly as dashes do.
    const bool in_text = along_any > kMost * run.length() || along_boxes > kNearlyAll * run.length();
    if (run.dashed && !run.even && in_text) return true;
    return within_one || is_chain_of_stems(run, glyphs) || along_lines > kNearlyAll * run.length();
}

struct Touch {
    bool start = false;
    bool end = false;
};

Touch touches(const Rule& rule, const std::vector<Rule>& others) {
    Touch touch;
    for (const Rule& other : others) {
        const double near = touching_distance(rule, other);
        if (rule.at < other.from - near || rule.at > other.to + near) continue;
        touch.start = touch.start || std::abs(other.at - rule.from) <= near;
        touch.end = touch.end || std::abs(other.at - rule.to) <= near;
    }
    return touch;
}

constexpr double kShortestLoose = 45;  // points

// Strokes of characters on neighbouring lines that seem to run through the rule between the lines.
bool crosses(const Rule& rule, const std::vector<Rule>& others) {
    return std::any_of(others.begin(), others.end(), [&](const Rule& other) {
        return other.at > rule.from && other.at < rule.to && other.from < rule.at && rule.at < other.to;
    });
}

// Whether a column's edge, too long to be a character's stroke, meets the rule between its ends: lines of text keep to
// their cell.
bool meets_column_edge(const Rule& rule, const std::vector<Rule>& others) {
    constexpr double kWithin = 4;  // points from the rule's ends
    return std::any_of(others.begin(), others.end(), [&](const Rule& other) {
        const double near = touching_distance(rule, other);
        return other.length() >= kShortestLoose && other.at > rule.from + kWithin && other.at < rule.to - kWithin &&
               other.from < rule.at + near && other.to > rule.at - near;
    });
}

enum class TextRule { none, under, through };

// Where a rule at `at` stands to a glyph whose line is `low` to `high`.
TextRule place_to(double at, double low, double high) {
    const double depth = (at - low) / std::max(high - low, 0.1);
    if (depth >= 0.30 && depth <= 0.70) return TextRule::through;
    if (depth > 0.70 && depth <= 1.30) return TextRule::under;
    return TextRule::none;
}

bool starts_before(const Extent& a, const Extent& b) { return a.from < b.from; }
bool ends_before(const Extent& a, const Extent& b) { return a.to < b.to; }

void add(LineOfText& to, Glyph& glyph, const Extent& extent, double shared) {
    to.first = to.glyphs.empty() ? extent : std::min(to.first, extent, starts_before);
    to.last = to.glyphs.empty() ? extent : std::max(to.last, extent, ends_before);
    to.glyphs.push_back(&glyph);
    to.covered += shared;
    to.size = std::max(to.size, glyph.size);
}

// What stands along `rule`: the characters over it or those that it goes through, whichever are more.
LineOfText along(const Rule& rule, bool horizontal, std::vector<Glyph>& glyphs) {
    LineOfText under{rule, horizontal, false};
    LineOfText through{rule, horizontal, true};
    for (Glyph& glyph : glyphs) {
        const Extent extent = extent_of(glyph, 1, horizontal);
        const double shared = std::min(extent.to, rule.to) - std::max(extent.from, rule.from);
        if (shared < 0.5 * (extent.to - extent.from)) continue;
        const TextRule place = place_to(rule.at, extent.low, extent.high);
        if (place == TextRule::under) add(under, glyph, extent, shared);
        if (place == TextRule::through) add(through, glyph, extent, shared);
    }
    return under.covered > through.covered ? under : through;
}

// Whether `rule` keeps to its characters.
bool keeps_to(const Rule& rule, const LineOfText& line) {
    constexpr double kNearlyAll = 0.75;
    constexpr double kOverhang = 0.6;  // of the type's size
    return line.covered > 0 &&
           (line.covered >= kNearlyAll * rule.length() || rule.length() - line.covered < kOverhang * line.size);
}

// Whether the rule sticks out of its characters and others are just as long: the upper rule of a table without sides
// below a heading, say.
bool is_one_of_several(const Rule& rule, const LineOfText& line, const std::vector<Rule>& rules) {
    constexpr double kSamePlace = 2;  // points
    constexpr std::ptrdiff_t kFewest = 2;
    const bool sticks_out = line.first.from - rule.from > line.size || rule.to - line.last.to > line.size;
    const auto as_long = [&](const Rule& other) {
        return other.at != rule.at && std::abs(other.from - rule.from) <= kSamePlace &&
               std::abs(other.to - rule.to) <= kSamePlace;
    };
    return sticks_out && std::count_if(rules.begin(), rules.end(), as_long) >= kFewest;
}

// Takes the lines of text out of the rules of one direction.
void take_lines(std::vector<Rule>& rules, const std::vector<Rule>& others, bool horizontal, std::vector<Glyph>& glyphs,
                std::vector<LineOfText>& lines) {
    const std::vector<Rule> all = rules;
    std::erase_if(rules, [&](const Rule& rule) {
        const Touch touch = touches(rule, others);
        if (!touch.start && !touch.end && rule.length() < kShortestLoose && crosses(rule, others)) return true;
        const bool loose = (!touch.start || !touch.end) && !meets_column_edge(rule, others);
        if (!loose) return false;
        LineOfText line = along(rule, horizontal, glyphs);
        if (!keeps_to(rule, line) || is_one_of_several(rule, line, all)) return false;
        lines.push_back(std::move(line));
        return true;
    });
}

// Dashes that seem to go on into a character's strokes end where the character begins.
void trim_to_glyphs(Run& run, const GlyphLines& lines, bool horizontal) {
    const double margin = horizontal ? 0.1 : 0.03;
    int first = run.first;
    int last = run.last;
    lines.each_across(run, [&](const Extent& extent) {
        const double depth = (run.edge - extent.low) / std::max(extent.high - extent.low, 1.0);
        if (depth <= margin || depth >= 1 - margin) return;
        if (extent.from <= run.first + 2 && extent.to > first) first = static_cast<int>(extent.to) + 1;
        if (extent.to >= run.last - 1 && extent.from < last) last = static_cast<int>(extent.from) - 1;
    });
    run.first = first;
    run.last = std::max(last, first - 1);
}

// Dashes that seem to go on through a line of text (in a cell that spans them) are cut where its characters stand.
void cut_at_glyphs(const Run& run, const GlyphLines& lines, bool horizontal, std::vector<Run>& parts) {
    // Boxes are as wide as their characters, but higher.
    const double inside = horizontal ? 0.2 : 0.06;
    constexpr int kShortest = 12;  // pixels
    std::vector<std::pair<int, int>> taken;
    lines.each_across(run, [&](const Extent& extent) {
        const double depth = (run.edge - extent.low) / std::max(extent.high - extent.low, 1.0);
        if (depth < inside || depth > 1 - inside) return;
        taken.emplace_back(static_cast<int>(extent.from), static_cast<int>(extent.to));
    });
    if (taken.empty()) {
        parts.push_back(run);
        return;
    }
    std::sort(taken.begin(), taken.end());
    Run part = run;
    for (const auto& [from, to] : taken) {
        part.last = std::min(from - 1, run.last);
        if (part.length() >= kShortest) parts.push_back(part);
        part.first = std::max(part.first, to + 1);
    }
    part.last = run.last;
    if (part.length() >= kShortest) parts.push_back(part);
}

// Whether the dashes stand only where lines of text cross the run: characters that are the same in every row have their
// strokes at the same place. Between the lines of text a rule has its dashes, too; rules that cross it leave little
// ink.
bool is_only_in_text(const Run& run, const GlyphLines& lines, const GreyImage& image) {
    constexpr int kStep = 9;         // grey levels
    constexpr int kFewest = 24;      // pixels between the lines of text
    constexpr double kSparse = 0.3;  // dots are about as long as their gaps
    std::vector<bool> in_text(static_cast<std::size_t>(run.length()));
    lines.each_across(run, [&](const Extent& extent) {
        const int first = std::max(static_cast<int>(extent.from) - 1, run.first);
        const int last = std::min(static_cast<int>(extent.to) + 1, run.last);
        for (int x = first; x <= last && extent.across; ++x) in_text[static_cast<std::size_t>(x - run.first)] = true;
    });
    const std::uint8_t* above = image.row(run.edge - 1);
    const std::uint8_t* below = image.row(run.edge);
    int between = 0;
    int inked = 0;
    for (int x = run.first; x <= run.last; ++x) {
        if (in_text[static_cast<std::size_t>(x - run.first)]) continue;
        ++between;
        inked += std::abs(static_cast<int>(above[x]) - static_cast<int>(below[x])) > kStep;
    }
    return between < run.length() && between >= kFewest && inked < kSparse * between;
}

}  // namespace

void drop_strokes(std::vector<Run>& runs, const std::vector<Glyph>& glyphs, const GreyImage& image, bool horizontal) {
    const double scale = image.scale;
    const GlyphLines lines(glyphs, scale, horizontal);
    std::erase_if(runs, [&](const Run& run) { return run.dashed && is_only_in_text(run, lines, image); });
    std::vector<Run> parts;
    for (const Run& run : runs) {
        if (run.dashed) {
            cut_at_glyphs(run, lines, horizontal, parts);
        } else {
            parts.push_back(run);
        }
    }
    runs = std::move(parts);
    for (Run& run : runs) {
        if (run.dashed) trim_to_glyphs(run, lines, horizontal);
    }
    std::erase_if(runs, [&](const Run& run) { return run.length() < 1 || is_stroke(run, lines, horizontal); });
}

double touching_distance(const Rule& a, const Rule& b) {
    constexpr double kNear = 1.5;
    return kNear + std::max(a.thickness, b.thickness) / 2;
}

void mark_text_rules(Rules& rules, Page& page) {
    std::vector<LineOfText> lines;
    take_lines(rules.horizontal, rules.vertical, true, page.glyphs, lines);
    take_lines(rules.vertical, rules.horizontal, false, page.glyphs, lines);
    if (!page.recognised && !page.shaded) find_struck_rows(page, lines);
    drop_met_strokes(lines, page);
    for (const LineOfText& line : lines) {
        for (Glyph* glyph : line.glyphs) (line.through ? glyph->struck : glyph->underlined) = true;
    }
}

}  // namespace torimatome::parsers::pdf
