#include <array>

#include "parsers/xlsx/number_format.hpp"

namespace torimatome::parsers::xlsx {

namespace {

using Digits = std::array<std::string_view, 10>;
constexpr Digits kKanji{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kFormalKanji{"〇", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"};
constexpr Digits kFullWidth{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 4> kPlaces{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> kFormalPlaces{"", "拾", "百", "阡"};
constexpr std::array<std::string_view, 4> kGroups{"", "万", "億", "兆"};

const Digits& digits_of(int style) { return style == 2 ? kFormalKanji : style == 3 ? kFullWidth : kKanji; }

// Up to four digits: 千二百三. Only the plain style drops the one before 十, 百 and 千.
std::string group_text(int value, int style) {
    const Digits& digits = digits_of(style);
    std::string text;
    int unit = 1000;
    for (std::size_t place = 4; place-- > 0; unit /= 10) {
        const int digit = value / unit % 10;
        if (digit == 0) continue;
        const bool silent_one = digit == 1 && place > 0 && style == 1;
        if (!silent_one) text += digits[static_cast<std::size_t>(digit)];
        text += style == 2 ? kFormalPlaces[place] : kPlaces[place];
    }
    return text;
}

}  // namespace

std::string kanji_number(int value, int style) {
    if (style == 3) return kanji_digits(std::to_string(value), style);
    if (value == 0) return std::string(kKanji[0]);
    std::string text;
    for (std::size_t group = 0; value > 0 && group < kGroups.size(); ++group, value /= 10'000) {
        const std::string part = group_text(value % 10'000, style);
        if (!part.empty()) text = part + std::string(kGroups[group]) + text;
    }
    return text;
}

std::string kanji_digits(std::string_view digits, int style) {
    if (style == 0) return std::string(digits);
    std::string text;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') {
            text += digits_of(style)[static_cast<std::size_t>(c - '0')];
        } else {
            text.push_back(c);
        }
    }
    return text;
}

}  // namespace torimatome::parsers::xlsx
