// Excel number formats: what a number looks like in its cell, in Japanese Excel.
// Sources: ECMA-376 part 1, 18.8.30 (numFmt) and 18.8.31 (numFmts); behaviour of Japanese Excel where it says less.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fiscal_year.hpp"

namespace torimatome::parsers::xlsx {

enum class TokenKind {
    literal,   ///< text that is printed as it is
    digit,     ///< 0, # or ?: `text` is the character
    point,     ///< the decimal point
    percent,   ///< % (it is printed too)
    exponent,  ///< E+ or E-
    slash,     ///< the bar of a fraction
    general,   ///< General
    text,      ///< @
    date,      ///< y m d a e g h s and their repetitions: `text` is the letter, `count` how often
    minute,    ///< m or mm that stands for minutes
    elapsed,   ///< [h] [m] [s]
    fraction,  ///< the zeros after the seconds' point: `count` of them
    half_day,  ///< AM/PM or A/P
};

struct FormatToken {
    TokenKind kind = TokenKind::literal;
    std::string text;
    int count = 1;
};

/// One of the up to four parts of a format that are divided by semicolons.
struct FormatSection {
    std::vector<FormatToken> tokens;
    bool date = false;
    bool grouping = false;     ///< a comma between the digits
    int scale = 0;             ///< thousands to divide by: the commas behind the last digit
    bool japanese = false;     ///< names of months and days in Japanese: [$-411]
    bool western_era = false;  ///< a locale in which e is the western year
    bool gannen = false;       ///< the first year of an era is 元
    int kanji_digits = 0;      ///< 1 to 3 for [DBNum1] to [DBNum3]
    std::string comparison;    ///< of a condition: "<", ">=" …; empty for none
    double limit = 0;
};

struct NumberFormat {
    std::vector<FormatSection> numbers;  ///< at least one
    std::optional<FormatSection> text;   ///< how text is shown; empty: as it is
    bool plain = false;                  ///< General or @: nothing but the value itself
};

/// Reads a format code such as `#,##0;[Red]-#,##0` or `[$-411]ggge"年"m"月"d"日";@`. Never fails: what is no format
/// language is a literal.
NumberFormat parse_number_format(std::string_view code);

/// The code of a format that workbooks name by number only, as Japanese Excel shows it; "General" for unknown ids.
std::string_view builtin_format_code(int id);

/// A value as its cell shows it.
struct Shown {
    std::string text;
    bool hidden = false;         ///< the format shows nothing of the value; `text` is then the value in General
    bool unshowable = false;     ///< a negative or far date, which Excel shows as ####; `text` is the number
    std::optional<Date> fiscal;  ///< the date of a cell that its format shows as 「…年度」
};

/// Whether show_number takes `value` for a number.
bool is_number(std::string_view value);

/// Shows the number that is written as `value`. `date1904`: days are counted from 1904-01-01. A text that is no
/// number comes back as it is.
Shown show_number(const NumberFormat& format, std::string_view value, bool date1904);

/// What the format puts around a text, or that it hides it.
struct TextFrame {
    std::string before;
    std::string after;
    bool hidden = false;
};
TextFrame frame_of_text(const NumberFormat& format);

/// `serial` (a day and its time, 1900 system) by the date parts of a section; empty where there is no such date.
std::optional<Shown> show_date(const FormatSection& section, double serial);

/// A whole number in Japanese numerals: style 1 二十一, 2 弐拾壱, 3 ２１.
std::string kanji_number(int value, int style);
/// Digits one by one: style 1 二〇二一, 2 弐〇弐壱, 3 ２０２１. Other characters stay.
std::string kanji_digits(std::string_view digits, int style);

/// The serial number (1900 system) of an ISO 8601 date, date and time, or time; empty where `text` is none.
std::optional<double> serial_of_iso(std::string_view text);

}  // namespace torimatome::parsers::xlsx
