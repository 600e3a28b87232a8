#include "text/word_tokens.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

std::unique_ptr<icu::BreakIterator> make_breaks() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getJapanese(), status));
    if (U_FAILURE(status) || !breaks) {
        Finding finding;
        finding.code = "program.icu-data";
        finding.severity = Severity::error;
        finding.message = tell("ICU の単語の辞書を読み込めませんでした。ICU 72 以降を入れ直してください。",
                               "The word dictionary of ICU could not be loaded. Install ICU 72 or later again.");
        throw Error(std::move(finding));
    }
    return breaks;
}

/// Loading the dictionary takes longer than breaking a page of text.
icu::BreakIterator& breaks() {
    thread_local const std::unique_ptr<icu::BreakIterator> instance = make_breaks();
    return *instance;
}

/// `text` with radicals as the ideographs that they look like, byte for byte in place: the dictionary knows 子 only,
/// not ⼦. All of these characters take three bytes.
std::string with_ideographs(std::string_view text) {
    std::string folded(text);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (c.value >= 0x2E80 && c.value <= 0x2FDF) {
            const std::string key = compare_key(text.substr(i, c.length));
            if (key.size() == c.length) folded.replace(i, c.length, key);
        }
        i += c.length;
    }
    return folded;
}

/// Where the dictionary ends words, without the start of the text.
std::vector<std::size_t> word_ends(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    std::vector<std::size_t> ends;
    icu::BreakIterator& words = breaks();
    words.setText(&utext, status);
    if (U_SUCCESS(status)) {
        words.first();
        for (std::int32_t end = words.next(); end != icu::BreakIterator::DONE; end = words.next()) {
            ends.push_back(static_cast<std::size_t>(end));
        }
    }
    utext_close(&utext);
    if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
    return ends;
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// Byte after the number at `begin`: digits with points and commas between them and a per cent sign behind.
std::size_t end_of_number(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t i = begin; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        i += c.length;
        if (is_digit(c.value)) {
            end = i;
        } else if (c.value == U'%' || c.value == U'％') {
            return i;
        } else if (c.value != U'.' && c.value != U',' && c.value != U'．' && c.value != U'，') {
            break;
        }
    }
    return end;
}

}  // namespace

WordTokens::WordTokens(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
        if (!term.empty()) terms_[code_point_at(term, 0).value].push_back(term);
    }
    for (auto& [first, list] : terms_) {
        std::stable_sort(list.begin(), list.end(),
                         [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    }
}

/// Byte after the term, year or number that starts at `begin`; `begin` where none does.
std::size_t WordTokens::end_of_whole(std::string_view text, std::string_view folded, std::size_t begin) const {
    const CodePoint c = code_point_at(text, begin);
    if (const auto found = terms_.find(code_point_at(folded, begin).value); found != terms_.end()) {
        for (const std::string& term : found->second) {
            if (folded.substr(begin).starts_with(term)) return begin + term.size();
        }
    }
    if (may_start_year(c.value)) {
        const auto mention = scan_year(text, begin);
        if (mention && mention->year_sign) return mention->end;
    }
    return is_digit(c.value) ? end_of_number(text, begin) : begin;
}

std::vector<std::string_view> WordTokens::split(std::string_view text) const {
    std::vector<std::string_view> words;
    if (text.empty()) return words;
    const std::string folded = with_ideographs(text);
    const std::vector<std::size_t> ends = word_ends(folded);
    auto next = ends.begin();
    std::size_t begin = 0;
    std::size_t at = 0;
    const auto cut = [&](std::size_t end) {
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end;
    };
    while (at < text.size()) {
        const std::size_t whole = end_of_whole(text, folded, at);
        if (whole > at) {
            cut(at);
            cut(whole);
            at = whole;
        } else {
            at += code_point_at(text, at).length;
        }
        while (next != ends.end() && *next < at) ++next;
        if (next != ends.end() && *next == at) cut(at);
    }
    cut(text.size());
    return words;
}

}  // namespace torimatome::text
