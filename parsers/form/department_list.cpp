#include "parsers/form/department_list.hpp"

#include <algorithm>
#include <array>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kLongestShortName = 3;  // characters before 「)」
constexpr std::size_t kLongestName = 30;      // characters of one entry

constexpr std::array<std::string_view, 25> kOrganisationEndings = {
    "部", "課", "局", "室", "所",   "係",   "署",       "館",     "院",     "校",     "園",   "会",  "区",
    "市", "庁", "班", "団", "部門", "担当", "センター", "委員会", "事務局", "推進室", "各区", "全庁"};

bool opens(char32_t c) { return c == U'(' || c == U'（' || c == U'【' || c == U'［' || c == U'['; }
bool closes(char32_t c) { return c == U')' || c == U'）' || c == U'】' || c == U'］' || c == U']'; }
bool separates(char32_t c) { return c == U'\n' || c == U'、' || c == U'，' || c == U','; }

struct Character {
    char32_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        characters.push_back({c.value, at, at + c.length});
        at += c.length;
    }
    return characters;
}

bool is_known_short_name(std::string_view name, const Organisations& organisations) {
    return std::any_of(organisations.bureaus.begin(), organisations.bureaus.end(),
                       [name](const Bureau& bureau) { return bureau.short_name == name; });
}

// Where the short name that the bracket at `closing` ends begins, or npos where the bracket ends none.
std::size_t short_name_start(const std::vector<Character>& characters, std::size_t closing, std::string_view text,
                             const Organisations& organisations) {
    constexpr std::size_t kNone = std::string_view::npos;
    for (std::size_t length = 1; length <= kLongestShortName && length <= closing; ++length) {
        const std::size_t start = closing - length;
        const char32_t c = characters[start].value;
        if (text::is_space(c) || separates(c) || opens(c) || closes(c)) return kNone;
        const char32_t before = start == 0 ? U' ' : characters[start - 1].value;
        const bool at_start = text::is_space(before) || separates(before) || closes(before);
        const std::string_view name =
            text.substr(characters[start].begin, characters[closing].begin - characters[start].begin);
        if (opens(before)) return start - 1;  // 「(保)」
        if (at_start || is_known_short_name(name, organisations)) return start;
    }
    // 「総務部子)児童相談所」: no space and no known name; one character before an unopened bracket is a short name.
    const bool opened = std::any_of(characters.begin(), characters.begin() + static_cast<std::ptrdiff_t>(closing),
                                    [](const Character& c) { return opens(c.value); });
    return opened || closing == 0 ? kNone : closing - 1;
}

std::vector<std::size_t> entry_starts(const std::vector<Character>& characters, std::string_view text,
                                      const Organisations& organisations) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const bool ends_entry = i + 1 == characters.size() || separates(characters[i + 1].value);
        if (!closes(characters[i].value) || ends_entry) continue;  // 「保健所 (本所)」
        const std::size_t start = short_name_start(characters, i, text, organisations);
        if (start == std::string_view::npos) continue;
        // A bracket that goes with a name before it (保健所（本所）) closes what it opened at its end.
        const bool encloses = opens(characters[start].value);
        const bool first =
            start == 0 || text::is_space(characters[start - 1].value) || separates(characters[start - 1].value);
        if (!encloses || first) starts.push_back(start);
    }
    return starts;
}

// 「保健所（本所）」 without what the bracket adds.
std::string_view without_bracket_at_end(std::string_view name) {
    const auto characters = characters_of(name);
    if (characters.empty() || !closes(characters.back().value)) return name;
    for (std::size_t i = characters.size(); i-- > 1;) {
        if (opens(characters[i].value)) return text::trim(name.substr(0, characters[i].begin));
    }
    return name;
}

bool ends_like_organisation(std::string_view name) {
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.remove_suffix(1);
    name = without_bracket_at_end(name);
    return std::any_of(kOrganisationEndings.begin(), kOrganisationEndings.end(),
                       [name](std::string_view ending) { return name.ends_with(ending); });
}

bool is_plausible_entry(std::string_view entry, const Organisations& organisations) {
    const auto characters = characters_of(entry);
    if (characters.empty() || characters.size() > kLongestName) return false;
    const bool sentence = std::any_of(characters.begin(), characters.end(),
                                      [](const Character& c) { return c.value == U'。' || c.value == U'○'; });
    if (sentence) return false;
    if (characters.back().value >= U'0' && characters.back().value <= U'9') return false;  // 「環) 環境保全課1/3」
    // 「保) 保健所 区)」: the name behind the last short name is lost.
    const bool opened =
        std::any_of(characters.begin(), characters.end(), [](const Character& c) { return opens(c.value); });
    if (closes(characters.back().value) && !opened) return false;
    for (std::size_t i = 0; i < characters.size() && i <= kLongestShortName + 1; ++i) {
        if (closes(characters[i].value) && i > 0 && i + 1 < characters.size()) return true;
    }
    if (ends_like_organisation(entry)) return true;
    const std::string key = text::compare_key(entry);
    return std::any_of(
        organisations.departments.begin(), organisations.departments.end(), [&](const Organisation& department) {
            return text::compare_key(department.name) == key ||
                   std::any_of(department.aliases.begin(), department.aliases.end(),
                               [&](const std::string& alias) { return text::compare_key(alias) == key; });
        });
}

void add_entry(std::string_view entry, std::vector<std::string>& values) {
    entry = text::trim(entry);
    if (!entry.empty()) values.emplace_back(entry);
}

bool may_separate(char32_t c) { return text::is_space(c) || c == U'・' || c == U'/' || c == U'／'; }

// Splits at spaces and dots where every part is a name of its own: 「子ども未来局 保健福祉局」, but 「保健・福祉課」.
void add_split_at_spaces(std::string_view entry, const Organisations& organisations, std::vector<std::string>& values) {
    std::vector<std::string> parts;
    std::string part;
    for (const Character& c : characters_of(entry)) {
        if (!may_separate(c.value)) {
            part += entry.substr(c.begin, c.end - c.begin);
        } else if (!part.empty()) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    if (!part.empty()) parts.push_back(std::move(part));
    const bool all_names = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const std::string& name) {
                               return is_plausible_entry(name, organisations) && ends_like_organisation(name);
                           });
    if (!all_names) return add_entry(entry, values);
    for (const std::string& name : parts) add_entry(name, values);
}

}  // namespace

DepartmentList split_departments(std::string_view text, const Organisations& organisations) {
    const auto characters = characters_of(text);
    const auto starts = entry_starts(characters, text, organisations);
    DepartmentList list;
    std::size_t begin = 0;
    const auto flush = [&](std::size_t end) {
        if (end > begin) add_split_at_spaces(text.substr(begin, end - begin), organisations, list.values);
    };
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (separates(characters[i].value)) {
            flush(characters[i].begin);
            begin = characters[i].end;
        } else if (std::find(starts.begin(), starts.end(), i) != starts.end()) {
            flush(characters[i].begin);
            begin = characters[i].begin;
        }
    }
    flush(text.size());
    list.plausible = !list.values.empty() &&
                     std::all_of(list.values.begin(), list.values.end(),
                                 [&](const auto& value) { return is_plausible_entry(value, organisations); });
    return list;
}

}  // namespace torimatome::parsers
