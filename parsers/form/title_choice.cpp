#include "parsers/form/title_choice.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/source_position.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kShortestTitle = 8;  // characters

// What is no title of a kind that the form knows may still be one: it names a year, or ends as titles do.
// 「担当：…」 and contact lines are entries of a form's head.
bool reads_like_title(const std::string& line) {
    const auto has = [&](const char* part) { return line.find(part) != std::string::npos; };
    if (has("：") || has(":")) return false;
    if (has("令和") || has("平成") || has("20")) return true;
    const std::string_view bare = text::trim(line);
    constexpr std::array<std::string_view, 10> kEndings = {"について", "一覧", "一覧表", "結果",   "状況",
                                                           "経過",     "取組", "調査票", "報告書", "計画"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [bare](std::string_view ending) { return bare.ends_with(ending); });
}

bool is_before(const SourcePosition& source, const std::vector<Record>& records) {
    if (records.empty()) return true;
    const SourcePosition& first = records.front().source;
    if (source.line > 0) return source.line < first.line;
    if (source.page > 0) return source.page <= first.page;
    const auto cell = parse_cell_address(source.cell);
    const auto first_cell = parse_cell_address(first.cell);
    return source.sheet == first.sheet && cell && first_cell && cell->row < first_cell->row;
}

}  // namespace

bool may_be_title(const LooseText& line, const std::vector<Record>& records) {
    return is_before(line.source, records) && text::count_non_space(line.text) >= kShortestTitle &&
           reads_like_title(line.text);
}

}  // namespace torimatome::parsers
