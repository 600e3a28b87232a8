#include "parsers/extracted_text/markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

struct Tag {
    std::string name;  // lower case
    bool closing = false;
    std::size_t length = 0;
};

enum class TagEffect { line_break, bold, italic, underline, struck, none };

const std::map<std::string, TagEffect>& tag_effects() {
    static const std::map<std::string, TagEffect> effects = {
        {"p", TagEffect::line_break},  {"br", TagEffect::line_break}, {"li", TagEffect::line_break},
        {"ul", TagEffect::line_break}, {"ol", TagEffect::line_break}, {"div", TagEffect::line_break},
        {"u", TagEffect::underline},   {"ins", TagEffect::underline}, {"b", TagEffect::bold},
        {"strong", TagEffect::bold},   {"i", TagEffect::italic},      {"em", TagEffect::italic},
        {"s", TagEffect::struck},      {"del", TagEffect::struck},    {"strike", TagEffect::struck},
        {"span", TagEffect::none},     {"font", TagEffect::none},     {"sup", TagEffect::none},
        {"sub", TagEffect::none},      {"td", TagEffect::none},       {"tr", TagEffect::none},
        {"th", TagEffect::none},       {"table", TagEffect::none},    {"tbody", TagEffect::none},
        {"thead", TagEffect::none},    {"a", TagEffect::none},        {"mark", TagEffect::none},
    };
    return effects;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether a tag can hold this: where its end is lost, the end of another one must not swallow the text between.
bool is_inside_tag(std::string_view inside) {
    bool quoted = false;
    for (const char c : inside) {
        if (c == '"') quoted = !quoted;
        if (c == '<' || (!quoted && static_cast<unsigned char>(c) >= 0x80)) return false;
    }
    return true;
}

std::optional<Tag> tag_at(std::string_view source, std::size_t at) {
    constexpr std::size_t kLongestTag = 300;
    if (source[at] != '<') return std::nullopt;
    const std::size_t end = source.substr(at, kLongestTag).find('>');
    if (end == std::string_view::npos || !is_inside_tag(source.substr(at + 1, end - 1))) return std::nullopt;
    Tag tag;
    tag.length = end + 1;
    std::size_t i = at + 1;
    if (i < source.size() && source[i] == '/') {
        tag.closing = true;
        ++i;
    }
    for (; i < at + end && (is_letter(source[i])); ++i) {
        tag.name.push_back(static_cast<char>(source[i] | 0x20));
    }
    const bool name_ends = i == at + end || source[i] == ' ' || source[i] == '/';
    if (!name_ends || !tag_effects().contains(tag.name)) return std::nullopt;
    return tag;
}

// The character that an entity stands for, and the entity's length.
std::optional<std::pair<char32_t, std::size_t>> entity_at(std::string_view source, std::size_t at) {
    constexpr std::size_t kLongestEntity = 12;
    static const std::map<std::string_view, char32_t> named = {{"amp", U'&'},  {"lt", U'<'},    {"gt", U'>'},
                                                               {"quot", U'"'}, {"apos", U'\''}, {"nbsp", U' '}};
    const std::size_t end = source.substr(at, kLongestEntity).find(';');
    if (source[at] != '&' || end == std::string_view::npos) return std::nullopt;
    const std::string_view name = source.substr(at + 1, end - 1);
    if (const auto found = named.find(name); found != named.end()) return std::pair{found->second, end + 1};
    if (name.size() < 2 || name[0] != '#') return std::nullopt;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (error != std::errc() || stop != digits.data() + digits.size() || !scalar) return std::nullopt;
    return std::pair{static_cast<char32_t>(value), end + 1};
}

constexpr std::string_view kBold = "**";  // Markdown

// How many signs of bold stand in `source`, less one that has no partner.
std::size_t stars_in_pairs(std::string_view source) {
    std::size_t count = 0;
    for (std::size_t at = source.find(kBold); at != std::string_view::npos;
         at = source.find(kBold, at + kBold.size())) {
        ++count;
    }
    return count / 2 * 2;
}

// Builds the runs of a cell character by character. Spaces are held back so that runs of them, and those around
// line breaks and at the ends, can be dropped.
class CellTextBuilder {
  public:
    explicit CellTextBuilder(StruckText struck) : keep_struck_(struck == StruckText::keep) {}

    void add(char32_t c) {
        if (struck_depth_ > 0 && !keep_struck_) {
            text::append_code_point(result_.struck, c);
            return;
        }
        if (c == U' ' || c == U'\t') {
            pending_space_ = true;
            return;
        }
        if (result_.text.empty()) {
            pending_space_ = pending_break_ = false;
        }
        if (pending_break_) {
            append("\n");
        } else if (pending_space_) {
            append(" ");
        }
        pending_space_ = pending_break_ = false;
        std::string bytes;
        text::append_code_point(bytes, c);
        append(bytes);
    }

    void apply(const Tag& tag) {
        const int step = tag.closing ? -1 : 1;
        switch (tag_effects().at(tag.name)) {
            case TagEffect::line_break: pending_break_ = true; break;
            case TagEffect::bold: bold_ = std::max(0, bold_ + step); break;
            case TagEffect::italic: italic_ = std::max(0, italic_ + step); break;
            case TagEffect::underline: underline_ = std::max(0, underline_ + step); break;
            case TagEffect::struck: struck_depth_ = std::max(0, struck_depth_ + step); break;
            case TagEffect::none: break;
        }
    }

    CellText finish() {
        const bool plain =
            std::all_of(result_.runs.begin(), result_.runs.end(), [](const TextRun& run) { return run.plain(); });
        if (plain) result_.runs.clear();
        return std::move(result_);
    }

  private:
    void append(const std::string& bytes) {
        result_.text += bytes;
        TextRun format;
        format.bold = bold_ > 0;
        format.italic = italic_ > 0;
        format.underline = underline_ > 0;
        if (!result_.runs.empty()) {
            TextRun& last = result_.runs.back();
            if (last.bold == format.bold && last.italic == format.italic && last.underline == format.underline) {
                last.text += bytes;
                return;
            }
        }
        format.text = bytes;
        result_.runs.push_back(std::move(format));
    }

    CellText result_;
    bool keep_struck_;
    bool pending_space_ = false;
    bool pending_break_ = false;
    int bold_ = 0;
    int italic_ = 0;
    int underline_ = 0;
    int struck_depth_ = 0;
};

}  // namespace

CellText parse_markup(std::string_view source, StruckText struck) {
    CellTextBuilder builder(struck);
    std::size_t stars = stars_in_pairs(source);
    for (std::size_t at = 0; at < source.size();) {
        if (stars > 0 && source.substr(at).starts_with(kBold)) {
            builder.apply({"b", stars % 2 != 0, kBold.size()});
            --stars;
            at += kBold.size();
            continue;
        }
        if (const auto tag = tag_at(source, at)) {
            builder.apply(*tag);
            at += tag->length;
        } else if (const auto entity = entity_at(source, at)) {
            builder.add(entity->first);
            at += entity->second;
        } else {
            const text::CodePoint c = text::code_point_at(source, at);
            builder.add(c.value);
            at += c.length;
        }
    }
    return builder.finish();
}

bool closes_open_tag(std::string_view line) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < line.size();) {
        const auto tag = tag_at(line, at);
        if (!tag) {
            ++at;
            continue;
        }
        at += tag->length;
        if (tag->name == "br") continue;
        if (!tag->closing) {
            open.push_back(tag->name);
        } else if (const auto found = std::find(open.begin(), open.end(), tag->name); found != open.end()) {
            open.erase(found);
        } else {
            return true;
        }
    }
    return false;
}

}  // namespace torimatome::parsers
