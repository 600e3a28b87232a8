#include "text/mark_signs.hpp"

#include <array>
#include <string_view>

namespace torimatome::text {

namespace {

struct SignRange {
    char32_t first = 0;
    char32_t last = 0;
    MarkStyle style = MarkStyle::circled;
    int first_number = 1;
};

constexpr std::array<SignRange, 15> kSignRanges{{
    {0x2460, 0x2473, MarkStyle::circled, 1},        // ①–⑳
    {0x3251, 0x325F, MarkStyle::circled, 21},       // ㉑–㉟
    {0x32B1, 0x32BF, MarkStyle::circled, 36},       // ㊱–㊿
    {0x2776, 0x277F, MarkStyle::circled, 1},        // ❶–❿
    {0x24EB, 0x24F4, MarkStyle::circled, 11},       // ⓫–⓴
    {0x24F5, 0x24FE, MarkStyle::circled, 1},        // ⓵–⓾
    {0x2780, 0x2789, MarkStyle::circled, 1},        // ➀–➉
    {0x278A, 0x2793, MarkStyle::circled, 1},        // ➊–➓
    {0x2474, 0x2487, MarkStyle::parenthesised, 1},  // ⑴–⒇
    {0x3220, 0x3229, MarkStyle::parenthesised, 1},  // ㈠–㈩
    {0x2488, 0x249B, MarkStyle::number, 1},         // ⒈–⒛
    {0x2160, 0x216B, MarkStyle::roman, 1},          // Ⅰ–Ⅻ
    {0x2170, 0x217B, MarkStyle::roman, 1},          // ⅰ–ⅻ
    {0x249C, 0x24B5, MarkStyle::letter, 1},         // ⒜–⒵
    {0x24D0, 0x24E9, MarkStyle::letter, 1},         // ⓐ–ⓩ
}};

constexpr std::u32string_view kKatakana =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
constexpr std::u32string_view kHalfWidthKatakana = U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

// Ideographs, the Kangxi radicals that look like them, and one hiragana.
constexpr std::u32string_view kLookAlikes = U"工力口二八卜夕才へ⼯⼒⼝⼆⼋⼘⼣";
constexpr std::u32string_view kMeant = U"エカロニハトタオヘエカロニハトタ";
static_assert(kLookAlikes.size() == kMeant.size());
static_assert(kKatakana.size() == kHalfWidthKatakana.size());

}  // namespace

std::optional<MarkSign> mark_sign(char32_t c) {
    if (c < 0x2160 || c > 0x32BF) return std::nullopt;
    for (const SignRange& range : kSignRanges) {
        if (c < range.first || c > range.last) continue;
        return MarkSign{range.style, range.first_number + static_cast<int>(c - range.first)};
    }
    return std::nullopt;
}

int katakana_place(char32_t c) {
    const std::u32string_view series = c >= 0xFF66 ? kHalfWidthKatakana : kKatakana;
    const std::size_t at = series.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

char32_t katakana_at(int place) {
    return place <= static_cast<int>(kKatakana.size()) ? kKatakana[static_cast<std::size_t>(place - 1)] : 0;
}

char32_t katakana_looking_like(char32_t c) {
    const std::size_t at = kLookAlikes.find(c);
    return at == std::u32string_view::npos ? 0 : kMeant[at];
}

char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

}  // namespace torimatome::text
