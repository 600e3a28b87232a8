#include "parsers/pdf/ruled_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kSameLine = 3.0;  // points between rules of one height
constexpr double kOverText = 0.5;  // share of a text that a rule must cover to part its rows

// How much of the stretch from `from` to `to` rule `rule` covers.
double covered(const Rule& rule, double from, double to) {
    return std::max(0.0, std::min(rule.to, to) - std::max(rule.from, from)) / std::max(to - from, 0.1);
}

// The heights between the lines at which rules part rows, with the first and last line's edge around them.
std::vector<double> row_edges(const std::vector<TextLine>& lines, const std::vector<double>& edges,
                              const std::vector<Rule>& rules) {
    constexpr double kOverTable = 0.25;
    constexpr double kOverColumns = 0.5;
    const auto parts_rows = [&](const Rule& rule) {  // much of the table, or two of its columns, however narrow
        if (covered(rule, edges.front(), edges.back()) >= kOverTable) return true;
        for (std::size_t c = 0; c + 2 < edges.size(); ++c) {
            if (covered(rule, edges[c], edges[c + 2]) >= kOverColumns) return true;
        }
        return false;
    };
    double top = 1e9;
    double bottom = 0;
    for (const TextLine& line : lines) {
        top = std::min(top, (line.box.y0 + line.box.y1) / 2);
        bottom = std::max(bottom, (line.box.y0 + line.box.y1) / 2);
    }
    std::vector<double> result{top - 1};
    for (const Rule& rule : rules) {
        if (rule.at <= top || rule.at >= bottom || !parts_rows(rule)) continue;
        if (rule.at - result.back() > kSameLine) result.push_back(rule.at);
    }
    result.push_back(bottom + 1);
    return result;
}

std::size_t row_at(const std::vector<double>& heights, double y) {
    const auto next = std::upper_bound(heights.begin(), heights.end(), y);
    const auto row =
        std::clamp<std::ptrdiff_t>(next - heights.begin() - 1, 0, static_cast<std::ptrdiff_t>(heights.size()) - 2);
    return static_cast<std::size_t>(row);
}

// The rows between rules that hold several rows of the table: many of their columns hold a second text.
std::vector<std::size_t> rows_with_several(const std::vector<ColumnText>& texts, const std::vector<double>& heights,
                                           std::size_t columns) {
    std::vector<std::vector<int>> counts(heights.size() - 1, std::vector<int>(columns));
    for (const ColumnText& text : texts) {
        if (text.first == text.last) ++counts[row_at(heights, text.middle())][text.first];
    }
    std::vector<std::size_t> result;
    for (std::size_t r = 0; r < counts.size(); ++r) {
        const auto filled = std::count_if(counts[r].begin(), counts[r].end(), [](int count) { return count > 0; });
        const auto several = std::count_if(counts[r].begin(), counts[r].end(), [](int count) { return count > 1; });
        if (several > 0 && several * 2 >= filled) result.push_back(r);
    }
    return result;
}

// The edges of the rows that the texts of row `row` make: a head and the first row below it, of the same colour.
std::vector<double> inner_edges(const std::vector<ColumnText>& texts, const std::vector<double>& heights,
                                std::size_t row, std::size_t columns) {
    std::vector<ColumnText> own;
    for (const ColumnText& text : texts) {
        if (row_at(heights, text.middle()) == row) own.push_back(text);
    }
    const std::vector<double> edges = find_rows(own, columns).edges();
    return {edges.begin() + 1, edges.end() - 1};
}

// Whether some rule parts the rows at `height` where `text` stands: rules keep to cells, cells are wider than texts.
bool parts(const std::vector<Rule>& rules, double height, const ColumnText& text) {
    double share = 0;
    for (const Rule& rule : rules) {
        if (std::abs(rule.at - height) <= kSameLine) share += covered(rule, text.left, text.right);
    }
    return share >= kOverText;
}

void append(ColumnText& text, const ColumnText& line) {
    text.top = std::min(text.top, line.top);
    text.bottom = std::max(text.bottom, line.bottom);
    text.left = std::min(text.left, line.left);
    text.right = std::max(text.right, line.right);
    text.glyphs.insert(text.glyphs.end(), line.glyphs.begin(), line.glyphs.end());
}

}  // namespace

std::optional<RowBands> rows_between_rules(const std::vector<TextLine>& lines, const std::vector<ColumnText>& texts,
                                           const std::vector<double>& edges, const std::vector<Rule>& rules) {
    constexpr std::size_t kFewestRows = 4;
    std::vector<double> heights = row_edges(lines, edges, rules);
    const std::size_t columns = edges.size() - 1;
    const std::vector<std::size_t> several = rows_with_several(texts, heights, columns);
    if (heights.size() - 1 < kFewestRows || several.size() * 4 > heights.size() - 1) return std::nullopt;
    std::vector<double> unruled;
    for (const std::size_t row : several) {
        const std::vector<double> inner = inner_edges(texts, heights, row, columns);
        unruled.insert(unruled.end(), inner.begin(), inner.end());
    }
    heights.insert(heights.end(), unruled.begin(), unruled.end());
    std::sort(heights.begin(), heights.end());
    const std::size_t rows = heights.size() - 1;
    const auto parted = [&](double height, const ColumnText& text) {
        return std::find(unruled.begin(), unruled.end(), height) != unruled.end() || parts(rules, height, text);
    };
    RowBands result;
    for (std::size_t r = 0; r < rows; ++r) result.rows.push_back({heights[r], heights[r + 1]});
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> known;  // row and columns to text
    for (const TextLine& line : lines) {
        for (const ColumnText& text : line_texts(line, edges)) {
            std::size_t first = row_at(heights, text.middle());
            std::size_t last = first;
            while (first > 0 && !parted(heights[first], text)) --first;
            while (last + 1 < rows && !parted(heights[last + 1], text)) ++last;
            const auto [at, added] = known.try_emplace({first, text.first, text.last}, result.texts.size());
            if (added) {
                result.texts.push_back({text, first, last});
            } else {
                append(result.texts[at->second].text, text);
            }
        }
    }
    return result;
}

}  // namespace torimatome::parsers::pdf
