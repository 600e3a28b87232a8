#include "parsers/form/line_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/line_break.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// A line may end short of its column before a word or bracket that must not be broken.
constexpr int kRaggedEdge = 6;  // half-width characters

}  // namespace

bool starts_paragraph(const std::string& line) {
    return text::starts_with_bullet(line) || line.starts_with("\u3000") || line.starts_with("（") ||
           line.starts_with("(") || line.starts_with("※") || text::leading_mark(line, text::MarkStyle::circled);
}

bool ends_sentence(std::string_view text) {
    text = text::trim(text);
    if (text.empty()) return false;
    return is_one_of(text::last_code_point(text).value, U"。．.！？!?）)】］]」』");
}

std::string joined_text(const std::vector<BodyLine>& lines) {
    std::string text;
    for (const BodyLine& line : lines) text += (text.empty() ? "" : "\n") + line.text;
    return text::undo_line_breaks(text::break_before_bullets(text));
}

int full_width_of(std::vector<int> widths) {
    if (widths.empty()) return 0;
    std::sort(widths.begin(), widths.end());
    // The widest tenth may hold lines of another column or with a label at their end.
    return widths[widths.size() - 1 - widths.size() / 10];
}

bool brackets_match(std::string_view text) {
    constexpr std::u32string_view kOpening = U"（([「『【〔［";
    constexpr std::u32string_view kClosing = U"）)]」』】〕］";
    const auto alike = [](std::size_t kind) { return kind == 1 ? 0 : kind; };  // widths may be mixed
    constexpr std::size_t kLongestMark = 2;
    std::vector<std::size_t> open;
    std::size_t word = 0;  // characters since the last space or sign
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint c = text::code_point_at(text, i);
        i += c.length;
        if (const std::size_t kind = kOpening.find(c.value); kind != std::u32string_view::npos) {
            open.push_back(alike(kind));
        } else if (const std::size_t end = kClosing.find(c.value); end != std::u32string_view::npos) {
            if (!open.empty() && open.back() == alike(end)) {
                open.pop_back();
            } else if (word == 0 || word > kLongestMark) {
                return false;
            }
        }
        word = is_one_of(c.value, U" \u3000、。・") ? 0 : word + 1;
    }
    return open.empty();
}

TextFlaw find_flaw(const std::vector<BodyLine>& lines, int full_width, int usual_gap, bool bulleted,
                   bool plain_paragraphs) {
    if (lines.empty()) return {};
    if (bulleted && !starts_paragraph(lines.front().text)) {
        return {TextFlaw::Kind::no_start, lines.front().text, lines.front().number};
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const BodyLine& line = lines[i];
        if (line.text == lines[i + 1].text) return {TextFlaw::Kind::repeated, line.text, line.number};
        const bool ends = ends_sentence(line.text);
        if (starts_paragraph(lines[i + 1].text) && text::starts_with_bullet(lines[i + 1].text)) {
            if (!ends) return {TextFlaw::Kind::unfinished, line.text, line.number};
            continue;
        }
        if ((starts_paragraph(lines[i + 1].text) || plain_paragraphs) && ends) continue;
        const int next_gap = lines[i + 1].gap;
        if (next_gap > usual_gap && next_gap <= 2 * usual_gap && !ends) {
            return {TextFlaw::Kind::gap, line.text, line.number};
        }
        if (text::display_width(line.text) < full_width - kRaggedEdge) {
            return {TextFlaw::Kind::short_line, line.text, line.number};
        }
    }
    // A bracket at the very edge of the column may close within a sentence that went on.
    const std::string& last = lines.back().text;
    const bool at_edge = !text::trim(last).ends_with("。") && text::display_width(last) >= full_width - kRaggedEdge;
    if (!ends_sentence(last) || at_edge) return {TextFlaw::Kind::unfinished, last, lines.back().number};
    return {};
}

RowDoubt flaw_doubt(const TextFlaw& flaw, const std::string& field) {
    const std::string line = excerpt_of(flaw.line);
    std::string message;
    switch (flaw.kind) {
        case TextFlaw::Kind::none: break;
        case TextFlaw::Kind::unfinished:
            message = tell(fmt::format("「{}」の行（{}行目）の文が終わっていません。後の行が落ちたか、ほかの場所に"
                                       "あるかもしれません。",
                                       line, flaw.number),
                           fmt::format("The sentence of the line \"{}\" (line {}) does not end: what follows may be "
                                       "lost or stand elsewhere.",
                                       line, flaw.number));
            break;
        case TextFlaw::Kind::short_line:
            message =
                tell(fmt::format("「{}」の行（{}行目）は、途中なのに短くなっています。行が入れ替わったか、別の欄の"
                                 "文が続いているかもしれません。",
                                 line, flaw.number),
                     fmt::format("The line \"{}\" (line {}) is short though text follows: lines may have changed "
                                 "places, or the text of another cell follows.",
                                 line, flaw.number));
            break;
        case TextFlaw::Kind::long_line:
            message =
                tell(fmt::format("「{}」の行（{}行目）は、ほかの行より長くなっています。二つの行がつながったか、別の"
                                 "欄の文が混ざっているかもしれません。",
                                 line, flaw.number),
                     fmt::format("The line \"{}\" (line {}) is longer than the others: two lines may have become "
                                 "one, or another cell's text stands in it.",
                                 line, flaw.number));
            break;
        case TextFlaw::Kind::misfit:
            message =
                tell(fmt::format("「{}」の行（{}行目）の前後で、文がつながらないように見えます。行が落ちたか、"
                                 "入れ替わったかもしれません。",
                                 line, flaw.number),
                     fmt::format("The text does not seem to go on around the line \"{}\" (line {}): a line may be "
                                 "lost, or lines may have changed places.",
                                 line, flaw.number));
            break;
        case TextFlaw::Kind::gap:
            message = tell(fmt::format("「{}」の行（{}行目）の後に、文の途中なのに空きがあります。行が落ちているかも"
                                       "しれません。",
                                       line, flaw.number),
                           fmt::format("Blank lines follow the line \"{}\" (line {}) within a sentence: a line may be "
                                       "lost.",
                                       line, flaw.number));
            break;
        case TextFlaw::Kind::repeated:
            message = tell(fmt::format("「{}」の行（{}行目）が2回続いています。", line, flaw.number),
                           fmt::format("The line \"{}\" (line {}) stands twice.", line, flaw.number));
            break;
        case TextFlaw::Kind::bracket:
            message =
                tell(fmt::format("「{}」の行（{}行目）までの文で、かっこが対になっていません。行か文字が落ちたか、"
                                 "入れ替わったかもしれません。",
                                 line, flaw.number),
                     fmt::format("In the text that ends with the line \"{}\" (line {}) a bracket has no other "
                                 "side: a line or characters may be lost or have changed places.",
                                 line, flaw.number));
            break;
        case TextFlaw::Kind::no_start:
            message =
                tell(fmt::format("「{}」の行（{}行目）は、文の途中から始まっているように見えます。前の行が落ちたか、"
                                 "別の欄の続きかもしれません。",
                                 line, flaw.number),
                     fmt::format("The line \"{}\" (line {}) seems to start within a sentence: a line before it "
                                 "may be lost, or it goes on with another cell.",
                                 line, flaw.number));
            break;
    }
    return {"text.broken", field, std::move(message),
            tell("元の資料で行の並びを確かめてください。", "Please check the order of the lines in the original.")};
}

std::string check_original() { return tell("元の資料で確かめてください。", "Please check it in the original."); }

std::string excerpt_of(std::string_view text) {
    constexpr int kCharacters = 20;
    std::size_t end = 0;
    for (int i = 0; i < kCharacters && end < text.size(); ++i) end += text::code_point_at(text, end).length;
    std::string start(text.substr(0, end));
    std::replace(start.begin(), start.end(), '\n', ' ');
    return end < text.size() ? start + "…" : start;
}

}  // namespace torimatome::parsers
