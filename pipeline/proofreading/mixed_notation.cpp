#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/language.hpp"
#include "pipeline/proofreading/place.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "text/code_points.hpp"

namespace torimatome::pipeline {

namespace {

struct Usage {
    int count = 0;
    FieldPlace first;
};

void note_use(Usage& usage, const FieldPlace& place) {
    if (usage.count++ == 0) usage.first = place;
}

// A word that another way of writing goes on from (「取り組」 of 「取り組み」) is the stem of a verb as well.
std::vector<std::string> whole_words(const std::vector<std::string>& variants) {
    std::vector<std::string> words;
    for (const std::string& word : variants) {
        const bool stem = std::any_of(variants.begin(), variants.end(), [&](const std::string& other) {
            return other.size() > word.size() && other.starts_with(word) && word.size() > 3 &&
                   word.find("り") != std::string::npos;
        });
        if (!stem) words.push_back(word);
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return words;
}

// A word of one kanji (事, 所) is part of another word where a kanji stands beside it (事案, 保健所).
bool is_part_of_a_word(const std::string& text, std::size_t at, const std::string& word) {
    const text::CodePoint only = text::code_point_at(word, 0);
    if (only.length < word.size() || !text::is_ideograph(only.value)) return false;
    const std::size_t end = at + word.size();
    return (at > 0 && text::is_ideograph(text::last_code_point(std::string_view(text).substr(0, at)).value)) ||
           (end < text.size() && text::is_ideograph(text::code_point_at(text, end).value));
}

void count_words(const FieldPlace& place, const std::vector<std::string>& longest_first,
                 std::map<std::string, Usage>& usage) {
    const std::string& text = place.content->text;
    for (std::size_t at = 0; at < text.size();) {
        const auto word = std::find_if(longest_first.begin(), longest_first.end(), [&](const std::string& each) {
            return text.compare(at, each.size(), each) == 0 && !is_part_of_a_word(text, at, each);
        });
        if (word == longest_first.end()) {
            at += text::code_point_at(text, at).length;
        } else {
            note_use(usage[*word], place);
            at += word->size();
        }
    }
}

Finding mixed_words(const std::vector<std::pair<std::string, Usage>>& used) {
    std::string list;
    for (const auto& [word, usage] : used) {
        list += (list.empty() ? "" : tell("、", ", ")) +
                tell(fmt::format("「{}」{}か所", word, usage.count), fmt::format("\"{}\" {} times", word, usage.count));
    }
    return finding_at(used.back().second.first, "notation.mixed", Severity::note,
                      tell("表記が混ざっています：" + list + "。", "Written in several ways: " + list + "."),
                      tell("そろえるかどうかを確かめてください。", "Please check whether one way is wanted."));
}

void check_words(const std::vector<FieldPlace>& places, const Notation& notation, Findings& findings) {
    for (const std::vector<std::string>& variants : notation.variants) {
        const std::vector<std::string> words = whole_words(variants);
        std::map<std::string, Usage> usage;
        for (const FieldPlace& place : places) count_words(place, words, usage);
        std::vector<std::pair<std::string, Usage>> used;
        for (const std::string& word : variants) {
            if (usage.contains(word)) used.emplace_back(word, usage.at(word));
        }
        if (used.size() < 2) continue;
        std::stable_sort(used.begin(), used.end(),
                         [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
        findings.push_back(mixed_words(used));
    }
}

bool is_half_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_full_digit(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

struct DigitUsage {
    Usage full_one, full_more, half_one, half_more;
};

void count_digits(const FieldPlace& place, DigitUsage& usage) {
    const std::string& text = place.content->text;
    int full = 0;
    int half = 0;
    const auto end_number = [&] {
        if (full > 0) note_use(full == 1 ? usage.full_one : usage.full_more, place);
        if (half > 0) note_use(half == 1 ? usage.half_one : usage.half_more, place);
        full = half = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        if (is_full_digit(c.value)) {
            ++full;
        } else if (is_half_digit(c.value)) {
            ++half;
        } else {
            end_number();
        }
        at += c.length;
    }
    end_number();
}

void check_digits(const std::vector<FieldPlace>& places, Findings& findings) {
    DigitUsage usage;
    for (const FieldPlace& place : places) count_digits(place, usage);
    const int full = usage.full_one.count + usage.full_more.count;
    const int half = usage.half_one.count + usage.half_more.count;
    const bool by_length = usage.full_more.count == 0 && usage.half_one.count == 0;
    if (full == 0 || half == 0 || by_length) return;
    const Usage& rare_one = full < half ? usage.full_one : usage.half_one;
    const Usage& rare_more = full < half ? usage.full_more : usage.half_more;
    const Usage& first = rare_one.count > 0 ? rare_one : rare_more;
    findings.push_back(finding_at(
        first.first, "notation.mixed-width", Severity::note,
        tell(fmt::format("数字の全角と半角が混ざっています：全角{}か所、半角{}か所。", full, half),
             fmt::format("Digits are written in full width ({} times) and in half width ({} times).", full, half)),
        tell("そろえるかどうかを確かめてください。", "Please check whether one way is wanted.")));
}

bool is_text(const FieldPlace& place) { return place.content->values.empty() && place.content->value.empty(); }

}  // namespace

Findings check_notation(const Document& document, const Notation& notation) {
    std::vector<FieldPlace> places;
    for (const FieldPlace& place : own_fields(document)) {
        if (is_text(place)) places.push_back(place);
    }
    Findings findings;
    check_words(places, notation, findings);
    check_digits(places, findings);
    return findings;
}

}  // namespace torimatome::pipeline
