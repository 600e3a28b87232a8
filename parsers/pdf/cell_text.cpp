#include "parsers/pdf/cell_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "parsers/pdf/grey_image.hpp"
#include "parsers/pdf/text_lines.hpp"
#include "text/code_points.hpp"
#include "text/line_break.hpp"

namespace torimatome::parsers::pdf {

namespace {

int quarters_of(Direction direction) {
    switch (direction) {
        case Direction::down:
        case Direction::vertical: return 3;
        case Direction::upended: return 2;
        case Direction::up: return 1;
        default: return 0;
    }
}

// The way that most of the glyphs run.
Direction usual_direction(const std::vector<const Glyph*>& glyphs) {
    std::array<int, 5> counts{};
    for (const Glyph* glyph : glyphs) ++counts[static_cast<std::size_t>(glyph->direction)];
    return static_cast<Direction>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// Upright characters one below the other, in more than one column: vertical writing by line breaks.
bool is_stacked(const std::vector<TextLine>& lines) {
    constexpr std::size_t kFewest = 3;
    if (lines.size() < kFewest) return false;
    double across = 0;
    int gaps = 0;
    double down = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& glyphs = lines[i].glyphs;
        if (glyphs.size() > 3) return false;
        for (std::size_t g = 0; g + 1 < glyphs.size(); ++g, ++gaps) across += glyphs[g + 1]->box.x0 - glyphs[g]->box.x1;
        if (i > 0) down += lines[i].box.y0 - lines[i - 1].box.y1;
    }
    const double size = lines.front().size;
    return gaps > 1 && across / gaps > 0.45 * size && down / static_cast<double>(lines.size() - 1) < 0.2 * size;
}

// How wide the first word of a line is: what would have had to fit at the end of the line above. Signs that must not
// start a line take the character before them along.
double first_word_width(const TextLine& line) {
    constexpr std::u32string_view kNotAtStart =
        U"、。，．）」』】〉》〕］｝・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]},.:;!?%％";
    constexpr std::u32string_view kNotAtEnd = U"（「『【〈《〔［｛([{";
    double end = line.glyphs.front()->box.x1;
    for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i) {
        const Glyph& here = *line.glyphs[i];
        const Glyph& next = *line.glyphs[i + 1];
        const bool word = !text::is_japanese(here.code) && !text::is_japanese(next.code) &&
                          next.box.x0 - here.box.x1 < 0.15 * here.size;
        const bool tied = kNotAtStart.find(next.code) != std::u32string_view::npos ||
                          kNotAtEnd.find(here.code) != std::u32string_view::npos;
        if (!word && !tied) break;
        end = next.box.x1;
    }
    return end - line.glyphs.front()->box.x0;
}

bool is_centred(const TextLine& line, double left, double right) {
    return std::abs((line.box.x0 - left) - (right - line.box.x1)) < 0.6 * line.size;
}

// Whether the width made the break after `line`: what stands first on the next line would not have fitted.
bool is_forced(const TextLine& line, const TextLine& next, double left, double right) {
    constexpr double kPadding = 0.3;  // of the type's size, on each side of a cell
    const double before = line.box.x0 - left;
    const double after = right - line.box.x1;
    // An indented first line that fills its cell stands in the middle by chance; the next one then does not.
    const bool centred = is_centred(line, left, right) && is_centred(next, left, right);
    const bool right_aligned = !centred && after < 0.8 * line.size;
    const double room = centred ? before + after - kPadding * line.size : right_aligned ? before : after;
    return room - kPadding * line.size < first_word_width(next) + 0.3 * line.size;
}

// Whether the author left a line blank above line `i`.
bool blank_between(const std::vector<TextLine>& lines, std::size_t i) {
    return lines[i].box.y0 - lines[i - 1].box.y1 > 0.9 * std::min(lines[i].size, lines[i - 1].size) &&
           lines[i].box.y0 - lines[i - 1].box.y0 > 1.8 * lines[i].size;
}

// A middle dot at the start of a line that only the width began joins two words (子ども / ・子育て), unless the text is
// a list of bullets or a sentence has ended.
bool torn_at_middle_dot(const std::string& before, const std::string& line) {
    constexpr std::u32string_view kEnds = U"。．：:）)】」";
    return line.starts_with("・") && !before.starts_with("・") && before.find("\n・") == std::string::npos &&
           kEnds.find(text::last_code_point(before).value) == std::u32string_view::npos;
}

std::string joined_text(const std::vector<TextLine>& lines, const Box& area) {
    std::string text;
    std::string paragraph;
    const auto flush = [&] {
        if (paragraph.empty()) return;
        if (!text.empty()) text += '\n';
        text += text::undo_line_breaks(paragraph);
        paragraph.clear();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && (blank_between(lines, i) || !is_forced(lines[i - 1], lines[i], area.x0, area.x1))) flush();
        const std::string line = text_of(lines[i]);
        if (!paragraph.empty() && !torn_at_middle_dot(paragraph, line)) paragraph += '\n';
        paragraph += line;
    }
    flush();
    return text;
}

// The runs of a text: the same characters with spaces and breaks put in between.
std::vector<TextRun> runs_of(const std::string& text, const std::vector<TextLine>& lines) {
    std::vector<bool> underlined;
    for (const TextLine& line : lines) {
        for (const Glyph* glyph : line.glyphs) underlined.push_back(glyph->underlined);
    }
    if (std::find(underlined.begin(), underlined.end(), true) == underlined.end()) return {};
    std::vector<TextRun> runs;
    std::size_t glyph = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        const bool space = text::is_space(c.value);
        const bool now = space
                             ? !runs.empty() && runs.back().underline && glyph < underlined.size() && underlined[glyph]
                             : glyph < underlined.size() && underlined[glyph];
        if (runs.empty() || runs.back().underline != now) {
            runs.emplace_back();
            runs.back().underline = now;
        }
        runs.back().text.append(text, at, c.length);
        if (!space) ++glyph;
        at += c.length;
    }
    return runs;
}

bool same_line(const Glyph& a, const Glyph& b) {
    return a.direction == b.direction && std::abs(a.center_y() - b.center_y()) < 0.5 * std::min(a.height(), b.height());
}

// The live glyphs with those that stand before struck ones widened over them: where text was struck out, no space is.
std::vector<Glyph> closed_up(const std::vector<const Glyph*>& live, const std::vector<const Glyph*>& struck) {
    std::vector<Glyph> glyphs;
    for (const Glyph* glyph : live) glyphs.push_back(*glyph);
    for (const Glyph* gone : struck) {
        if (gone->direction != Direction::right) continue;
        Glyph* before = nullptr;
        for (Glyph& glyph : glyphs) {
            const bool precedes = same_line(glyph, *gone) && glyph.box.x0 < gone->box.x0;
            if (precedes && (!before || glyph.box.x0 > before->box.x0)) before = &glyph;
        }
        if (before) before->box.x1 = std::max(before->box.x1, gone->box.x1);
    }
    return glyphs;
}

}  // namespace

CellText cell_text(const std::vector<const Glyph*>& glyphs, const Box& area) {
    CellText result;
    std::vector<const Glyph*> live;
    std::vector<const Glyph*> struck;
    for (const Glyph* glyph : glyphs) {
        (glyph->struck ? struck : live).push_back(glyph);
    }
    const std::vector<Glyph> closed = struck.empty() ? std::vector<Glyph>() : closed_up(live, struck);
    if (!struck.empty()) {
        live.clear();
        for (const Glyph& glyph : closed) live.push_back(&glyph);
    }
    for (const bool is_struck : {false, true}) {
        const auto& chosen = is_struck ? struck : live;
        if (chosen.empty()) continue;
        int quarters = quarters_of(usual_direction(chosen));
        std::vector<TextLine> lines;
        std::vector<Glyph> turned_glyphs;
        Box place = area;
        const auto turn_all = [&] {
            turned_glyphs.clear();
            for (const Glyph* glyph : chosen) {
                turned_glyphs.push_back(*glyph);
                turned_glyphs.back().box = turned(glyph->box, area.x1, area.y1, quarters);
            }
            place = turned(area, area.x1, area.y1, quarters);
            std::vector<const Glyph*> pointers;
            for (const Glyph& glyph : turned_glyphs) pointers.push_back(&glyph);
            lines = find_lines(pointers);
        };
        if (quarters == 0) {
            lines = find_lines(chosen);
            if (is_stacked(lines)) quarters = 3;
        }
        if (quarters != 0) turn_all();
        const std::string text = joined_text(lines, place);
        if (is_struck) {
            result.struck = text;
        } else {
            result.text = text;
            result.runs = runs_of(text, lines);
        }
    }
    return result;
}

bool fills_last_line(const std::vector<const Glyph*>& glyphs, const Box& area) {
    constexpr double kRoom = 2.5;  // of the type's size: signs that must not start a line take one more along
    if (glyphs.empty()) return false;
    const TextLine last = find_lines(glyphs).back();
    return area.x1 - last.box.x1 < kRoom * last.size;
}

}  // namespace torimatome::parsers::pdf
