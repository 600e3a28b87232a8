#include "text/edit_distance.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        points.push_back(c.value);
        at += c.length;
    }
    return points;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::vector<char32_t> left = code_points(a);
    const std::vector<char32_t> right = code_points(b);
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::size_t count_code_points(std::string_view text) { return code_points(text).size(); }

std::string without_signs(std::string_view text) {
    std::string letters;
    for (const char32_t c : code_points(text)) {
        if (u_isalnum(static_cast<UChar32>(c)) || c == 0x30FC) append_code_point(letters, c);
    }
    return letters;
}

}  // namespace torimatome::text
