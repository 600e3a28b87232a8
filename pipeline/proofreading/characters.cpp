#include <fmt/format.h>

#include <map>
#include <set>

#include "model/language.hpp"
#include "pipeline/proofreading/place.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "text/code_points.hpp"
#include "text/encode.hpp"

namespace torimatome::pipeline {

namespace {

struct Seen {
    FieldPlace first;
    int count = 0;
};

void add_unencodable(const std::vector<FieldPlace>& places, Findings& findings) {
    std::map<std::string, Seen> seen;
    std::vector<std::string> order;
    for (const FieldPlace& place : places) {
        for (const text::Unencodable& lost : text::encode_cp932(place.content->text).lost) {
            const auto [entry, is_new] = seen.emplace(lost.character, Seen{place, 0});
            entry->second.count += lost.count;
            if (is_new) order.push_back(lost.character);
        }
    }
    for (const std::string& character : order) {
        const Seen& each = seen.at(character);
        const auto code = static_cast<unsigned>(text::code_point_at(character, 0).value);
        findings.push_back(finding_at(
            each.first, "text.not-in-cp932", Severity::note,
            tell(fmt::format("「{}」（U+{:04X}、{}か所）は Shift_JIS（CP932）にない文字です。", character, code,
                             each.count),
                 fmt::format("\"{}\" (U+{:04X}, {} times) is not in code page 932.", character, code, each.count)),
            tell("古いシステムに渡すときは「〓」などになります。字形が正しいか確かめてください。",
                 "Older systems cannot hold it. Please check that it is the right character.")));
    }
}

bool is_latin_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

bool is_long_dash(char32_t c) { return c == 0x2015 || c == 0x2014 || c == 0x2013 || c == 0x2500 || c == 0x30FC; }

// The Latin words joined by a dash: 「Off―JT」.
std::vector<std::string> words_with_dash(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    bool dash_within = false;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        const char32_t after = at + c.length < text.size() ? text::code_point_at(text, at + c.length).value : 0;
        const bool dash = is_long_dash(c.value) && is_latin_letter(before) && is_latin_letter(after);
        if (is_latin_letter(c.value) || dash) {
            word.append(text, at, c.length);
            dash_within = dash_within || dash;
        } else {
            if (dash_within) words.push_back(word);
            word.clear();
            dash_within = false;
        }
        before = c.value;
        at += c.length;
    }
    if (dash_within) words.push_back(word);
    return words;
}

void add_dashes(const std::vector<FieldPlace>& places, Findings& findings) {
    std::set<std::string> told;
    for (const FieldPlace& place : places) {
        for (const std::string& word : words_with_dash(place.content->text)) {
            if (!told.insert(word).second) continue;
            findings.push_back(
                finding_at(place, "text.dash", Severity::note,
                           tell(fmt::format("「{}」の横線は、ハイフン（-）ではなく長い線です。", word),
                                fmt::format("The dash of \"{}\" is a long one and no hyphen (-).", word)),
                           tell("文字の取り違えでないか確かめてください。", "Please check whether it is a slip.")));
        }
    }
}

}  // namespace

Findings check_characters(const Document& document) {
    Findings findings;
    const std::vector<FieldPlace> places = own_fields(document);
    add_unencodable(places, findings);
    add_dashes(places, findings);
    return findings;
}

}  // namespace torimatome::pipeline
