#include "tests/golden/line_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <vector>

namespace torimatome {

namespace {

constexpr std::size_t kContext = 2;  // equal lines shown before and after a difference

struct DiffLine {
    char sign = ' ';
    std::string text;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// Lengths of the longest common subsequence of what stands from line i of `a` and line j of `b` on.
std::vector<std::vector<std::size_t>> common_lengths(const std::vector<std::string>& a,
                                                     const std::vector<std::string>& b) {
    std::vector<std::vector<std::size_t>> lengths(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

std::vector<DiffLine> align(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto lengths = common_lengths(a, b);
    std::vector<DiffLine> lines;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            lines.push_back({' ', a[i]});
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            lines.push_back({'-', a[i++]});
        } else {
            lines.push_back({'+', b[j++]});
        }
    }
    return lines;
}

bool near_difference(const std::vector<DiffLine>& lines, std::size_t at) {
    const std::size_t first = at > kContext ? at - kContext : 0;
    const std::size_t last = std::min(lines.size() - 1, at + kContext);
    for (std::size_t i = first; i <= last; ++i) {
        if (lines[i].sign != ' ') return true;
    }
    return false;
}

}  // namespace

std::string line_diff(const std::string& expected, const std::string& actual) {
    if (expected == actual) return {};
    const std::vector<DiffLine> lines = align(lines_of(expected), lines_of(actual));
    std::string diff;
    bool skipped = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!near_difference(lines, i)) {
            skipped = true;
            continue;
        }
        if (skipped) diff += "  ...\n";
        skipped = false;
        diff += std::string(1, lines[i].sign) + " " + lines[i].text + "\n";
    }
    return diff.empty() ? "(the texts differ in their line ends only)\n" : diff;
}

}  // namespace torimatome
