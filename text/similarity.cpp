#include "text/similarity.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

/// Two neighbouring code points in one number, so that sorting and comparing them is cheap.
using Bigram = std::uint64_t;

std::vector<Bigram> sorted_bigrams(std::string_view key) {
    std::vector<Bigram> bigrams;
    bigrams.reserve(key.size() / 3 + 1);
    Bigram previous = 0;
    for (std::size_t i = 0; i < key.size();) {
        const CodePoint c = code_point_at(key, i);
        if (i > 0) bigrams.push_back(previous << 32 | c.value);
        previous = c.value;
        i += c.length;
    }
    std::sort(bigrams.begin(), bigrams.end());
    return bigrams;
}

std::size_t count_common(const std::vector<Bigram>& a, const std::vector<Bigram>& b) {
    std::size_t common = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left < *right) {
            ++left;
        } else if (*right < *left) {
            ++right;
        } else {
            ++common, ++left, ++right;
        }
    }
    return common;
}

double share(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

double bigram_dice(std::string_view key_a, std::string_view key_b) {
    if (key_a == key_b) return 1.0;
    const std::vector<Bigram> a = sorted_bigrams(key_a);
    const std::vector<Bigram> b = sorted_bigrams(key_b);
    if (a.empty() || b.empty()) return 0.0;
    return share(2 * count_common(a, b), a.size() + b.size());
}

double containment(std::string_view part_key, std::string_view whole_key) {
    if (part_key.empty()) return 1.0;
    const std::vector<Bigram> part = sorted_bigrams(part_key);
    if (part.empty()) return whole_key.find(part_key) != std::string_view::npos ? 1.0 : 0.0;
    return share(count_common(part, sorted_bigrams(whole_key)), part.size());
}

}  // namespace torimatome::text
