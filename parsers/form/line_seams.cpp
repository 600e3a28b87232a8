#include "parsers/form/line_seams.hpp"

#include <algorithm>
#include <cmath>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kContext = 6;  // characters looked at on each side

bool has(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
bool is_kanji(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == U'々'; }
bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == U'ー'; }

std::u32string characters_of(std::string_view line) {
    std::u32string characters;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint c = text::code_point_at(line, i);
        if (!text::is_space(c.value)) characters += c.value;
        i += c.length;
    }
    return characters;
}

std::string utf8(std::u32string_view characters) {
    std::string text;
    for (const char32_t c : characters) text::append_code_point(text, c);
    return text;
}

// What kind of word it is: words of hiragana, signs and single kanji stand for themselves, others for their script.
std::u32string kind_of(const std::u32string& word) {
    if (word.empty()) return U" ";
    bool kanji = false;
    bool hiragana = false;
    bool katakana = false;
    for (const char32_t c : word) {
        kanji = kanji || is_kanji(c);
        hiragana = hiragana || is_hiragana(c);
        katakana = katakana || is_katakana(c);
    }
    if (kanji) return hiragana ? U"kanji and hiragana" : (word.size() == 1 ? U"one kanji" : U"kanji");
    if (katakana) return U"katakana";
    if (!hiragana && word.front() < 0x80) return U"latin";
    return word;
}

// Grammar: what cannot stand behind a comma, a full stop or another particle.
double grammar_fit(char32_t a, char32_t b) {
    constexpr double kImpossible = -4;
    if (has(U"、。「（『【", a) && has(U"をがはへるれらりくけげせんっゃゅょ、。」）", b)) return kImpossible;
    if (has(U"、", a) && has(U"のにとでもし", b)) return kImpossible / 2;
    if (has(U"をがはへ", a) && has(U"をがはにでへと、。", b)) return kImpossible;
    if (a == U'の' && has(U"をがはにへの、。", b)) return kImpossible / 2;
    if (has(U"をがはにのとで、", a) && is_kanji(b)) return 0.5;
    return 0;
}

}  // namespace

LineSeams::LineSeams(const std::vector<std::string>& lines) : words_({}) {
    for (const std::string& line : lines) {
        const std::u32string characters = characters_of(line);
        for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
            ++seen_[characters.substr(i, 2)];
            if (i + 2 < characters.size()) ++seen_[characters.substr(i, 3)];
        }
    }
    learn_words(lines);
}

void LineSeams::learn_words(const std::vector<std::string>& lines) {
    std::unordered_map<std::u32string, int> between;  // pairs of characters on both sides of a word's end
    for (const std::string& line : lines) {
        std::u32string before;
        const std::string bare = utf8(characters_of(line));
        for (const std::string_view word : words_.split(bare)) {
            const std::u32string characters = characters_of(word);
            if (characters.empty()) continue;
            if (!before.empty()) {
                const std::u32string left = kind_of(before);
                const std::u32string right = kind_of(characters);
                ++kind_pairs_[left + U'|' + right];
                ++kinds_before_[left];
                ++kinds_behind_[right];
                ++kind_count_;
                ++between[std::u32string{before.back(), characters.front()}];
            }
            before = characters;
        }
    }
    // As many pairs will be new at a seam as stand but once in the lines (Good and Turing).
    double once = 1;
    for (const auto& [pair, times] : between) once += times == 1 ? 1 : 0;
    constexpr double kSeenByChance = 0.12;
    constexpr double kLeast = 0.25;
    const double new_share = std::clamp(once / (kind_count_ + 1), kLeast, 0.95);
    pair_seen_ = std::log((1 - new_share) / kSeenByChance);
    pair_new_ = std::log(new_share / (1 - kSeenByChance));
}

// How much likelier than by chance words of these two kinds follow one another in the document.
double LineSeams::kind_fit(const std::u32string& left, const std::u32string& right) const {
    constexpr double kPrior = 0.5;  // pairs
    constexpr double kMost = 2.5;
    const auto times = [](const auto& counts, const std::u32string& key) {
        const auto found = counts.find(key);
        return found == counts.end() ? 0.0 : static_cast<double>(found->second);
    };
    const double by_chance = times(kinds_before_, left) * times(kinds_behind_, right) / std::max(1.0, kind_count_);
    const double both = times(kind_pairs_, left + U'|' + right);
    return std::clamp(std::log((both + kPrior) / (by_chance + kPrior)), -kMost, kMost);
}

double LineSeams::fit(std::string_view left, std::string_view right) const {
    const std::u32string l = characters_of(left);
    const std::u32string r = characters_of(right);
    if (l.empty() || r.empty()) return 0;
    const auto times = [&](const std::u32string& run) {
        const auto found = seen_.find(run);
        return found == seen_.end() ? 0 : found->second;
    };
    constexpr double kTripleSeen = 1.5;
    const std::u32string pair{l.back(), r.front()};
    double fit = times(pair) > 0 ? pair_seen_ : pair_new_;
    if (l.size() > 1 && times(l.substr(l.size() - 2) + r.front()) > 0) fit += kTripleSeen;
    if (r.size() > 1 && times(std::u32string(1, l.back()) + r.substr(0, 2)) > 0) fit += kTripleSeen;
    return fit + grammar_fit(l.back(), r.front()) + word_fit(l, r);
}

// A break within a word of the dictionary is a good one. One between two single kanji tears two words.
double LineSeams::word_fit(std::u32string_view left, std::u32string_view right) const {
    const char32_t a = left.back();
    const char32_t b = right.front();
    const std::string before = utf8(left.substr(left.size() - std::min(left.size(), kContext)));
    const std::string joined = before + utf8(right.substr(0, kContext));
    std::size_t at = 0;
    std::u32string last;
    for (const std::string_view word : words_.split(joined)) {
        const std::u32string w = characters_of(word);
        if (at < before.size() && at + word.size() > before.size()) {  // the word goes over the seam
            const bool kanji = is_kanji(a) && is_kanji(b);
            if (is_katakana(a) && is_katakana(b)) return 0.5;
            return kanji ? 2.5 : (is_hiragana(a) && is_hiragana(b) ? 1.0 : 1.5);
        }
        if (at == before.size()) {
            double fit = kind_fit(kind_of(last), kind_of(w));
            if (is_katakana(a) != is_katakana(b) && (is_katakana(a) ? last.size() : w.size()) == 1) fit -= 1.0;
            return fit;
        }
        last = w;
        at += word.size();
    }
    return 0;
}

}  // namespace torimatome::parsers
