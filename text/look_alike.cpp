#include "text/look_alike.hpp"

#include <algorithm>
#include <array>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

/// Words in which an ideograph stands between katakana by right.
constexpr std::array<std::string_view, 5> kRealCompounds{"力アップ", "力ダウン", "力チェック", "力テスト", "口コミ"};

/// Katakana that continue a word and never start one.
bool continues_word(char32_t c) {
    constexpr std::u32string_view continuing = U"ーァィゥェォッャュョヮンｰｧｨｩｪｫｯｬｭｮﾝ";
    return continuing.find(c) != std::u32string_view::npos;
}

struct Place {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
    char32_t before = 0;  // 0 at the start of the text
    char32_t after = 0;   // 0 at its end
};

bool fits_between_katakana(const Place& place) {
    if (!is_katakana(place.before) || !is_katakana(place.after)) return false;
    const std::string_view rest = place.text.substr(place.begin);
    return std::none_of(kRealCompounds.begin(), kRealCompounds.end(),
                        [rest](std::string_view word) { return rest.starts_with(word); });
}

bool is_hiragana_or_ideograph(char32_t c) { return is_hiragana(c) || is_ideograph(c); }

bool neighbours_say_wrong(const LookAlike& pair, const Place& place) {
    const char32_t wrong = code_point_at(pair.wrong, 0).value;
    const char32_t right = code_point_at(pair.right, 0).value;
    if (is_katakana(right) && is_hiragana(wrong)) {
        return is_katakana(place.before) && continues_word(place.after);  // へ is a particle: センターへアクセス
    }
    if (is_katakana(right)) return fits_between_katakana(place);
    if (is_hiragana(right) && is_katakana(wrong)) {
        return is_hiragana_or_ideograph(place.before) && is_hiragana_or_ideograph(place.after);
    }
    return false;
}

/// The pairs by the first character of their wrong form, so that most characters cost one look-up.
using Index = std::vector<std::pair<char32_t, const LookAlike*>>;

Index index_of(const std::vector<LookAlike>& pairs) {
    Index index;
    for (const LookAlike& pair : pairs) {
        if (pair.wrong.empty() || pair.right.empty()) continue;
        index.emplace_back(code_point_at(pair.wrong, 0).value, &pair);
    }
    std::stable_sort(index.begin(), index.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return index;
}

const LookAlike* pair_at(const Index& index, char32_t first, const Place& place) {
    auto entry = std::lower_bound(index.begin(), index.end(), first,
                                  [](const auto& candidate, char32_t c) { return candidate.first < c; });
    for (; entry != index.end() && entry->first == first; ++entry) {
        const LookAlike& pair = *entry->second;
        if (!place.text.substr(place.begin).starts_with(pair.wrong)) continue;
        Place whole = place;
        whole.end = place.begin + pair.wrong.size();
        whole.after = whole.end < place.text.size() ? code_point_at(place.text, whole.end).value : 0;
        if (pair.anywhere || neighbours_say_wrong(pair, whole)) return &pair;
    }
    return nullptr;
}

}  // namespace

std::vector<LookAlikeFinding> find_look_alikes(std::string_view text, const std::vector<LookAlike>& pairs) {
    std::vector<LookAlikeFinding> found;
    const Index index = index_of(pairs);
    char32_t before = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (const LookAlike* pair = pair_at(index, c.value, Place{text, i, i, before, 0})) {
            found.push_back({i, pair->wrong, pair->right});
        }
        before = c.value;
        i += c.length;
    }
    return found;
}

}  // namespace torimatome::text
