// Numbering marks (①, (1), ア, Ⅰ) and bullets (○ ・ •), as item marks of official documents use them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace torimatome::text {

enum class MarkStyle {
    circled,                 ///< ① … ⑳ ㉑ …
    katakana,                ///< ア イ ウ … (the order of official documents: アイウエオカキ…)
    parenthesised,           ///< (1) （１） ⑴
    number,                  ///< 1 １ 1. １．
    roman,                   ///< Ⅰ I １-as-Roman: I II III, ⅰ
    letter,                  ///< a b c, (a)
    parenthesised_katakana,  ///< (ア) （ア）
};

/// The style of that name ("circled", "katakana", "parenthesised", "number", "roman", "letter",
/// "parenthesised-katakana"); empty for any other word.
std::optional<MarkStyle> mark_style_from_name(std::string_view name);

struct Mark {
    MarkStyle style = MarkStyle::circled;
    int number = 0;                   ///< 1-based place in its series: ア is 1, オ is 5, ② is 2
    std::string text;                 ///< as written, with its brackets: "（１）"
    std::size_t length = 0;           ///< bytes of the original that the mark takes, without what follows
    bool through_look_alike = false;  ///< read through a look-alike: 工 (kanji) for エ
};

/// The mark of `style` with which `text` starts, after leading spaces (which `length` then includes). A mark must be
/// followed by the end, a space, a full stop or comma, or, for circled and bracketed marks, anything. Katakana and
/// numbers that go on (アセスメント, 10区) are no marks. Look-alikes (工 for エ, 力 for カ, 口 for ロ, 二 for ニ, 八
/// for ハ, 卜 for ト, 夕 for タ, full and half width) are read as the mark that they stand for, and say so.
std::optional<Mark> leading_mark(std::string_view text, MarkStyle style);

/// The mark that `text` is as a whole, spaces apart.
std::optional<Mark> whole_mark(std::string_view text, MarkStyle style);

/// The text of mark number `number` in `style`, in the usual form: 3 gives "③", "ウ", "(3)", "3", "III", "c", "(ウ)".
std::string mark_text(MarkStyle style, int number);

/// Whether a line starts with a bullet or a heading that stands on a line of its own: ・ • ○ ● ◎ ◯ ※ 【 ■ □ ◆ ◇ － and
/// - followed by a space.
bool starts_with_bullet(std::string_view line);

/// A category as a number whatever its notation: I, Ⅰ, Ｉ, 1, １ and ⅰ give 1; empty for text that is no Roman or
/// Arabic numeral.
std::optional<int> numeral_value(std::string_view text);

}  // namespace torimatome::text
