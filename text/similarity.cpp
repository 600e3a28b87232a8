#include "text/similarity.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

std::vector<std::uint64_t> sorted_bigrams(std::string_view key) {
    std::vector<std::uint64_t> bigrams;
    bigrams.reserve(key.size() / 3 + 1);
    std::uint64_t previous = 0;
    for (std::size_t i = 0; i < key.size();) {
        const CodePoint c = code_point_at(key, i);
        if (i > 0) bigrams.push_back(previous << 32 | c.value);
        previous = c.value;
        i += c.length;
    }
    std::sort(bigrams.begin(), bigrams.end());
    return bigrams;
}

std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
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

Bigrams::Bigrams(std::string_view key) : key_(key), sorted_(sorted_bigrams(key)) {}

double bigram_dice(const Bigrams& a, const Bigrams& b) {
    if (a.key_ == b.key_) return 1.0;
    if (a.sorted_.empty() || b.sorted_.empty()) return 0.0;
    return share(2 * count_common(a.sorted_, b.sorted_), a.sorted_.size() + b.sorted_.size());
}

double containment(const Bigrams& part, const Bigrams& whole) {
    if (part.key_.empty()) return 1.0;
    if (part.sorted_.empty()) return whole.key_.find(part.key_) != std::string::npos ? 1.0 : 0.0;
    return share(count_common(part.sorted_, whole.sorted_), part.sorted_.size());
}

double bigram_dice(std::string_view key_a, std::string_view key_b) {
    return key_a == key_b ? 1.0 : bigram_dice(Bigrams(key_a), Bigrams(key_b));
}

double containment(std::string_view part_key, std::string_view whole_key) {
    return containment(Bigrams(part_key), Bigrams(whole_key));
}

}  // namespace torimatome::text
