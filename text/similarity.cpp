#include "text/similarity.hpp"

#include <algorithm>
#include <bit>

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

Bigrams::Bigrams(std::string_view key) : key_(key), sorted_(sorted_bigrams(key)) {
    for (const std::uint64_t bigram : sorted_) {
        const std::uint64_t hash = (bigram * 0x9E3779B97F4A7C15ULL) >> 56;  // Fibonacci hashing; 256 values
        signature_[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    }
}

double bigram_dice(const Bigrams& a, const Bigrams& b) {
    if (a.key_ == b.key_) return 1.0;
    if (a.sorted_.empty() || b.sorted_.empty()) return 0.0;
    return share(2 * count_common(a.sorted_, b.sorted_), a.sorted_.size() + b.sorted_.size());
}

bool bigram_dice_reaches(const Bigrams& a, const Bigrams& b, double least) {
    const std::size_t whole = a.sorted_.size() + b.sorted_.size();
    if (!a.sorted_.empty() && !b.sorted_.empty()) {
        std::size_t only_a = 0;
        std::size_t only_b = 0;
        for (std::size_t i = 0; i < a.signature_.size(); ++i) {
            only_a += static_cast<std::size_t>(std::popcount(a.signature_[i] & ~b.signature_[i]));
            only_b += static_cast<std::size_t>(std::popcount(b.signature_[i] & ~a.signature_[i]));
        }
        // Each bit that only one has stands for at least one bigram that the other lacks.
        const std::size_t most = std::min(a.sorted_.size() - only_a, b.sorted_.size() - only_b);
        if (share(2 * most, whole) < least) return false;
    }
    return bigram_dice(a, b) >= least;
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
