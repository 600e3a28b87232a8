#include "parsers/form/torn_divisions.hpp"

#include <algorithm>

#include "parsers/form/department_list.hpp"
#include "parsers/form/line_text.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr int kWidestDivision = 60;  // half-width characters: several names on one line

bool has(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool has_short_name(const std::string& line) {
    int characters = 0;
    for (std::size_t i = 0; i < line.size() && characters < 5;) {
        const text::CodePoint c = text::code_point_at(line, i);
        if (has(U")）】］", c.value)) return characters > 0;
        i += c.length;
        ++characters;
    }
    return false;
}

bool ends_like_name(std::string_view line) {
    line = text::trim(line);
    while (!line.empty() &&
           (line.back() == '.' || line.ends_with("．") || line.ends_with("）") || line.back() == ')')) {
        line.remove_suffix(line.back() == '.' || line.back() == ')' ? 1 : 3);
    }
    return !line.empty() && has(U"課部局室所係署館院校園会区市庁班団当ー", text::last_code_point(line).value);
}

}  // namespace

bool is_division_line(const std::string& line, const Organisations& organisations) {
    if (text::starts_with_bullet(line) || text::display_width(line) > kWidestDivision) return false;
    for (const char* sign : {"。", "、", "「", "：", "→"}) {
        if (line.find(sign) != std::string::npos && std::string_view(sign) != "、") return false;
    }
    const DepartmentList list = split_departments(line, organisations);
    if (!list.plausible) return false;
    return std::all_of(list.values.begin(), list.values.end(), [](const std::string& value) {
        // A name that goes on in the next line ends in no particle: 「教）総務課と各区にも」 is prose.
        return ends_like_name(value) ||
               (has_short_name(value) && !text::is_hiragana(text::last_code_point(value).value));
    });
}

GluedDivision split_glued(const std::string& line, const Organisations& organisations) {
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint c = text::code_point_at(line, i);
        if (text::is_space(c.value)) {
            const std::string before(text::trim(std::string_view(line).substr(0, i)));
            const std::string behind(text::trim(std::string_view(line).substr(i)));
            if (ends_sentence(before) && is_division_line(behind, organisations)) return {before, behind};
        }
        i += c.length;
    }
    return {line, {}};
}

std::string division_text(const std::vector<BodyLine>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string line(text::trim(lines[i].text));
        const bool broken = i > 0 && !ends_like_name(lines[i - 1].text) && !has_short_name(line);
        if (!text.empty() && !broken) text += '\n';
        text += line;
    }
    return text;
}

std::vector<std::string> division_names(const std::vector<BodyLine>& lines) {
    const std::string text = division_text(lines);
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) names.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

}  // namespace torimatome::parsers
