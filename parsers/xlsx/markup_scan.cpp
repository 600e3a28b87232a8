#include "parsers/xlsx/markup_scan.hpp"

#include <cstring>

namespace torimatome::parsers::xlsx {

namespace {

bool ends_name(char c) { return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\n' || c == '\r'; }

Markup until(std::string_view text, std::size_t from, std::string_view end, MarkupKind kind) {
    const std::size_t found = text.find(end, from);
    if (found == std::string_view::npos) return {};
    return {kind, found + end.size(), {}};
}

Markup tag_at(std::string_view text, std::size_t at) {
    const bool end_tag = text[at + 1] == '/';
    const std::size_t name_begin = at + (end_tag ? 2 : 1);
    std::size_t i = name_begin;
    while (i < text.size() && !ends_name(text[i])) ++i;
    const std::string_view name = text.substr(name_begin, i - name_begin);
    char quote = 0;
    for (; i < text.size(); ++i) {
        if (quote) {
            if (text[i] == quote) quote = 0;
        } else if (text[i] == '"' || text[i] == '\'') {
            quote = text[i];
        } else if (text[i] == '>') {
            const MarkupKind start = text[i - 1] == '/' ? MarkupKind::empty_tag : MarkupKind::start_tag;
            return {end_tag ? MarkupKind::end_tag : start, i + 1, name};
        }
    }
    return {};
}

// Whether a start tag of that local name stands at the '<' at `at`.
bool starts_item(std::string_view text, std::size_t at, std::string_view item) {
    std::size_t i = at + 1;
    while (i < text.size() && !ends_name(text[i])) ++i;
    if (i == text.size()) return false;
    const std::string_view name = text.substr(at + 1, i - at - 1);
    const std::size_t colon = name.find(':');
    return (colon == std::string_view::npos ? name : name.substr(colon + 1)) == item;
}

bool has_declarations(std::string_view text) {
    for (std::size_t i = text.find('!'); i != std::string_view::npos; i = text.find('!', i + 1)) {
        if (i > 0 && text[i - 1] == '<') return true;
    }
    return false;
}

std::size_t find_end_tag(std::string_view text, std::string_view end_tag) {
    const char* from = text.data();
    const char* const last = text.data() + text.size();
    while (const void* found = memmem(from, static_cast<std::size_t>(last - from), end_tag.data(), end_tag.size())) {
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        const std::size_t behind = at + end_tag.size();
        if (behind < text.size() && ends_name(text[behind])) return at;
        from = text.data() + at + 1;
    }
    return std::string_view::npos;
}

ListCut cut_without_declarations(std::string_view text, std::string_view end_tag, std::string_view item) {
    const std::size_t list_end = find_end_tag(text, end_tag);
    if (list_end != std::string_view::npos) return {list_end, true, false};
    std::size_t at = text.rfind('<');
    while (at != std::string_view::npos && at > 0) {
        if (starts_item(text, at, item)) return {at, false, false};
        at = text.rfind('<', at - 1);
    }
    return {};
}

ListCut cut_with_declarations(std::string_view text, std::string_view end_tag, std::string_view item) {
    ListCut cut;
    std::size_t at = text.find('<');
    while (at != std::string_view::npos) {
        const Markup markup = markup_at(text, at);
        if (markup.kind == MarkupKind::incomplete) break;
        if (markup.kind == MarkupKind::document_type) return {at, false, true};
        const bool list_end = markup.kind == MarkupKind::end_tag && markup.name == end_tag.substr(2);
        if (list_end) return {at, true, false};
        const bool opens = markup.kind == MarkupKind::start_tag || markup.kind == MarkupKind::empty_tag;
        if (opens && starts_item(text, at, item)) cut.end = at;
        at = text.find('<', markup.end);
    }
    return cut;
}

}  // namespace

Markup markup_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.size() < 2) return {};
    if (rest[1] == '?') return until(text, at, "?>", MarkupKind::instruction);
    if (rest[1] != '!') return tag_at(text, at);
    if (rest.starts_with("<!--")) return until(text, at + 4, "-->", MarkupKind::comment);
    if (rest.starts_with("<![CDATA[")) return until(text, at + 9, "]]>", MarkupKind::cdata);
    constexpr std::string_view kLongest = "<![CDATA[";
    const bool may_still_become =
        rest.size() < kLongest.size() && (std::string_view("<!--").starts_with(rest) || kLongest.starts_with(rest));
    if (may_still_become) return {};
    return {MarkupKind::document_type, at + 2, {}};
}

ListCut find_list_cut(std::string_view text, std::string_view end_tag, std::string_view item) {
    return has_declarations(text) ? cut_with_declarations(text, end_tag, item)
                                  : cut_without_declarations(text, end_tag, item);
}

}  // namespace torimatome::parsers::xlsx
