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
    if (has(U"、", a) && has(U"のにとでもして（", b)) return kImpossible / 2;
    if (has(U"をがはへ", a) && has(U"をがはにでへと、。", b)) return kImpossible;
    if (has(U"ッャュョァィゥェォ", a) && !is_katakana(b)) return kImpossible / 2;
    if (a == U'っ' && !has(U"かきくけこさしすせそたちつてとぱぴぷぺぽ", b)) return kImpossible;
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
            for (const std::size_t run : {std::size_t{2}, std::size_t{3}}) {
                if (i + run >= characters.size()) continue;
                ++behind_[characters.substr(i, run)][characters[i + run]];
                ++before_[characters.substr(i + 1, run)][characters[i]];
            }
        }
    }
    learn_words(lines);
}

void LineSeams::learn_words(const std::vector<std::string>& lines) {
    std::unordered_map<std::u32string, int> between;  // pairs of characters on both sides of a word's end
    for (const std::string& line : lines) {
        std::u32string before;
        const std::string bare = utf8(characters_of(line));
        const std::vector<std::string_view> words = words_.split(bare);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::u32string characters = characters_of(words[i]);
            if (characters.empty()) continue;
            if (i > 0 && i + 1 < words.size()) whole_words_.insert(characters);
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
    constexpr double kHabit = 0.7;
    const auto run = [](const std::u32string& from, std::size_t at, std::size_t size) {
        return from.size() < size ? std::u32string_view() : std::u32string_view(from).substr(at, size);
    };
    const double habit = habit_fit(behind_, run(l, l.size() - std::min<std::size_t>(l.size(), 2), 2),
                                   run(l, l.size() - std::min<std::size_t>(l.size(), 3), 3), r.front()) +
                         habit_fit(before_, run(r, 0, 2), run(r, 0, 3), l.back());
    return fit + kHabit * habit + grammar_fit(l.back(), r.front()) + word_fit(l, r);
}

// How surely the characters on one side of the seam want another one on its other side than the one that is there.
double LineSeams::habit_fit(const Neighbours& seen, std::u32string_view two, std::u32string_view three,
                            char32_t beside) {
    constexpr int kFewest = 2;
    constexpr double kKnown = 0.5;
    for (const std::u32string_view run : {three, two}) {
        const auto found = seen.find(std::u32string(run));
        if (found == seen.end()) continue;
        int times = 0;
        for (const auto& [c, count] : found->second) times += count;
        if (times < kFewest) continue;
        if (found->second.contains(beside)) return kKnown;
        // Any word may stand beside a particle.
        if (!is_hiragana(beside) && std::all_of(run.begin(), run.end(), is_hiragana)) return 0;
        // The more characters were seen beside this run, the likelier is a new one (Witten and Bell).
        const auto kinds = static_cast<double>(found->second.size());
        return std::log((kinds + 0.3) / (times + kinds));
    }
    return 0;
}

// Pieces of words that a line break left stand nowhere else in the document as words. `front`: it may be the front of
// one, else the rest of one.
double LineSeams::fragment_fit(const std::u32string& word, bool front) const {
    constexpr double kPiece = -1.5;
    constexpr double kNewWord = -0.3;
    const bool particle = word.size() == 1 && has(U"をがはへにのともでやかな、。（）「」・", word.front());
    if (particle || whole_words_.contains(word)) return 0;
    const bool hiragana = std::all_of(word.begin(), word.end(), is_hiragana);
    if (word.size() == 1 || (hiragana && word.size() == 2)) return kPiece;
    return is_part_of_katakana(word, front) ? 2 * kPiece : kNewWord;
}

bool LineSeams::is_part_of_katakana(const std::u32string& word, bool front) const {
    if (!std::all_of(word.begin(), word.end(), is_katakana)) return false;
    return std::any_of(whole_words_.begin(), whole_words_.end(), [&](const std::u32string& whole) {
        if (whole.size() <= word.size() || !std::all_of(whole.begin(), whole.end(), is_katakana)) return false;
        return front ? whole.starts_with(word) : whole.ends_with(word);
    });
}

bool LineSeams::starts_within(std::string_view line) const {
    const std::u32string characters = characters_of(line);
    if (characters.empty()) return false;
    if (has(U"をるれんっゃゅょ、。」）", characters.front())) return true;
    const std::string start = utf8(std::u32string_view(characters).substr(0, kContext));
    const std::u32string first = characters_of(words_.split(start).front());
    return first.size() == 1 && has(U"がはへにのともてで", first.front());
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
            double kinds = kind_fit(kind_of(last), kind_of(w));
            // Behind a long word of hiragana (について) any noun may stand.
            constexpr std::size_t kLong = 3;
            constexpr double kNoun = -0.3;
            if (is_hiragana(a) && last.size() >= kLong && (is_kanji(b) || is_katakana(b)))
                kinds = std::max(kinds, kNoun);
            double fit = kinds + fragment_fit(last, true) + fragment_fit(w, false);
            // What only stands behind a noun: 化, 性, 的, 者, 等.
            const bool suffix = w.size() == 1 && has(U"化性的者等", b);
            if (suffix && !is_kanji(a) && !is_katakana(a) && a > 0x7F) fit -= 1.5;
            if (is_katakana(a) != is_katakana(b) && (is_katakana(a) ? last.size() : w.size()) == 1) fit -= 1.0;
            return fit;
        }
        last = w;
        at += word.size();
    }
    return 0;
}

}  // namespace torimatome::parsers
