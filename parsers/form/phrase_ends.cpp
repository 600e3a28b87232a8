#include "parsers/form/phrase_ends.hpp"

#include <algorithm>
#include <array>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Verbs and adjectives end with these; they may go on with others behind the latter.
bool ends_verb(char32_t c) { return is_one_of(c, U"うくすつぬむるぐぶ"); }
bool may_end_word(char32_t c) { return ends_verb(c) || is_one_of(c, U"ただていりしきみ"); }

std::string utf8_of(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) text::append_code_point(result, c);
    return result;
}

bool stops(char32_t c) { return is_one_of(c, U"、，．）)」』】（(「『【・※ 　\n\t"); }

}  // namespace

std::u32string characters_of(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        result += c.value;
        at += c.length;
    }
    return result;
}

bool may_end_phrase(std::u32string_view text) {
    constexpr std::array<std::u32string_view, 8> kNouns = {U"もの", U"こと", U"もと", U"ごと",
                                                           U"まで", U"ひと", U"あと", U"目的"};
    constexpr std::array<std::u32string_view, 3> kBeforeNouns = {U"関する", U"対する", U"おける"};
    const auto ends = [text](auto word) { return text.ends_with(word); };
    if (std::any_of(kBeforeNouns.begin(), kBeforeNouns.end(), ends)) return false;
    if (std::any_of(kNouns.begin(), kNouns.end(), ends)) return true;
    return text.empty() || !is_one_of(text.back(), U"をのにはがへやと、でっ的・");
}

bool may_start_phrase(std::u32string_view text) {
    if (text.empty()) return true;
    if (text.front() == U'を') return false;
    const bool noun = text.size() > 1 && text::is_ideograph(text[1]);
    return !(noun && is_one_of(text.front(), U"にはがのでへや"));
}

std::size_t TextIndex::add(std::string_view text) {
    for (const char32_t c : characters_of(text)) {
        all_ += c;
        if (all_.size() > 1 && c != U'\n') pairs_[pair_at(all_.size() - 1)].push_back(all_.size() - 1);
    }
    all_ += U'\n';
    return all_.size() - 2;
}

std::uint64_t TextIndex::pair_at(std::size_t last) const {
    return (static_cast<std::uint64_t>(all_[last - 1]) << 32U) | static_cast<std::uint64_t>(all_[last]);
}

std::size_t TextIndex::common_end(std::size_t a, std::size_t b) const {
    constexpr std::size_t kLongest = 14;
    std::size_t length = 0;
    while (length < kLongest && length <= std::min(a, b) && all_[a - length] == all_[b - length] &&
           all_[a - length] != U'\n') {
        ++length;
    }
    return length;
}

// The longest common ends first.
std::vector<TextIndex::Place> TextIndex::places_of(std::size_t last, std::size_t row_start, std::size_t row_end) const {
    constexpr std::size_t kMostPlaces = 5000;
    std::vector<Place> places;
    if (last == 0) return places;
    const auto found = pairs_.find(pair_at(last));
    if (found == pairs_.end() || found->second.size() > kMostPlaces) return places;
    for (const std::size_t at : found->second) {
        if (at == last) continue;
        places.push_back({at, common_end(last, at), all_[at + 1], at >= row_start && at < row_end});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.common > b.common; });
    return places;
}

// Whether the dictionary's word goes on behind the character at `at`.
bool TextIndex::within_word_at(std::size_t at) const {
    constexpr std::size_t kAround = 10;  // characters
    std::size_t begin = at;
    while (begin > 0 && at - begin < kAround && all_[begin - 1] != U'\n') --begin;
    const std::size_t end = std::min(all_.find(U'\n', at), at + kAround);
    const std::string context = utf8_of(std::u32string_view(all_).substr(begin, end - begin));
    const std::size_t cut = utf8_of(std::u32string_view(all_).substr(begin, at + 1 - begin)).size();
    std::size_t length = 0;
    for (const std::string_view word : words_.split(context)) {
        length += word.size();
        if (length >= cut) break;
    }
    return length > cut;
}

TextIndex::Continuation TextIndex::continuation_of(std::size_t last, std::size_t row_start, std::size_t row_end,
                                                   bool within_word) const {
    constexpr std::size_t kLongEnd = 5;    // characters; at such an end one other place is enough,
    constexpr std::size_t kLongInRow = 3;  // and at this one, where the place is in the same row
    constexpr std::size_t kMany = 2;       // more places that go on the same way tell even behind the end of a word
    const std::vector<Place> places = places_of(last, row_start, row_end);
    const char32_t end = all_[last];
    const bool word = !text::is_hiragana(end);
    bool same = true;
    bool in_row = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place& place = places[i];
        same = same && place.next == places.front().next;
        in_row = in_row || place.in_row;
        const bool goes_on = place.next == U'。'
                                 ? same && !within_word
                                 : !stops(place.next) &&
                                       (!may_end_word(end) || (same && places.size() > kMany && !ends_verb(end))) &&
                                       (!within_word || within_word_at(place.at));
        if (!goes_on) return {};
        if (i + 1 < places.size() && places[i + 1].common == place.common) continue;
        const bool enough =
            (same && i > 0) || (word && place.next != U'。' && place.common >= (in_row ? kLongInRow : kLongEnd));
        if (!enough) continue;
        return {utf8_of(std::u32string_view(all_).substr(last + 1 - place.common, place.common)),
                utf8_of({&places.front().next, 1})};
    }
    return {};
}

}  // namespace torimatome::parsers
