#include "text/sentence_alignment.hpp"

#include <algorithm>

#include "text/compare_key.hpp"
#include "text/similarity.hpp"

namespace torimatome::text {

namespace {

constexpr double kAlike = 0.4;
/// Texts with more sentences than this (a whole chapter in one cell) are aligned by equal sentences only.
constexpr std::size_t kMostCompared = 200;

class Alignment {
  public:
    Alignment(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
        : a_(a), b_(b), columns_(b.size() + 1) {
        if (a.size() > kMostCompared || b.size() > kMostCompared) return;
        for (const std::string_view sentence : a) keys_a_.emplace_back(compare_key(sentence));
        for (const std::string_view sentence : b) keys_b_.emplace_back(compare_key(sentence));
    }

    std::vector<std::pair<int, int>> pairs() {
        fill();
        std::vector<std::pair<int, int>> result;
        std::size_t i = a_.size();
        std::size_t j = b_.size();
        while (i > 0 || j > 0) {
            const double here = best(i, j);
            if (j > 0 && best(i, j - 1) == here) {
                result.emplace_back(kNoSentence, static_cast<int>(--j));
            } else if (i > 0 && best(i - 1, j) == here) {
                result.emplace_back(static_cast<int>(--i), kNoSentence);
            } else {
                result.emplace_back(static_cast<int>(--i), static_cast<int>(--j));
            }
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

  private:
    double& best(std::size_t i, std::size_t j) { return best_[i * columns_ + j]; }

    /// What is won by putting two sentences together: their common length. Equal ones are worth a little more, so
    /// that a sentence goes to its equal rather than to a longer one that is like it.
    double gain(std::size_t i, std::size_t j) const {
        const double length = static_cast<double>(a_[i].size() + b_[j].size());
        if (a_[i] == b_[j]) return 1.1 * length;
        if (keys_a_.empty() || keys_b_.empty()) return 0;
        const double alike = bigram_dice(keys_a_[i], keys_b_[j]);
        return alike >= kAlike ? alike * length : 0;
    }

    void fill() {
        best_.assign((a_.size() + 1) * columns_, 0.0);
        for (std::size_t i = 1; i <= a_.size(); ++i) {
            for (std::size_t j = 1; j <= b_.size(); ++j) {
                const double together = gain(i - 1, j - 1);
                best(i, j) = std::max(best(i - 1, j), best(i, j - 1));
                if (together > 0) best(i, j) = std::max(best(i, j), best(i - 1, j - 1) + together);
            }
        }
    }

    const std::vector<std::string_view>& a_;
    const std::vector<std::string_view>& b_;
    std::size_t columns_;
    std::vector<Bigrams> keys_a_;
    std::vector<Bigrams> keys_b_;
    std::vector<double> best_;
};

}  // namespace

std::vector<std::pair<int, int>> align_sentences(const std::vector<std::string_view>& a,
                                                 const std::vector<std::string_view>& b) {
    return Alignment(a, b).pairs();
}

}  // namespace torimatome::text
