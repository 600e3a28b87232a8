// How alike two texts are, on their compare keys.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome::text {

/// Dice coefficient of character bigrams, 0 to 1; both arguments are compare keys. Two empty keys give 1; keys of
/// one character are compared as they are. Dice (1945), with bigrams counted as a multiset.
double bigram_dice(std::string_view key_a, std::string_view key_b);

/// Share of `part`'s bigrams that `whole` has too, 0 to 1: 1 when `part` is an excerpt of `whole`.
double containment(std::string_view part_key, std::string_view whole_key);

/// The bigrams of a compare key, counted once and compared often: matching the rows of two years compares each with
/// each.
class Bigrams {
  public:
    explicit Bigrams(std::string_view key);

    const std::string& key() const { return key_; }
    /// In ascending order, each as often as it occurs.
    const std::vector<std::uint64_t>& sorted() const { return sorted_; }

  private:
    friend double bigram_dice(const Bigrams& a, const Bigrams& b);
    friend double containment(const Bigrams& part, const Bigrams& whole);
    friend bool bigram_dice_reaches(const Bigrams& a, const Bigrams& b, double least);

    std::string key_;
    std::array<std::uint64_t, 4> signature_{};  ///< a bit for each bigram, by a hash
    std::vector<std::uint64_t> sorted_;         ///< two neighbouring code points in one number
};

/// The same measures as above on bigrams already counted.
double bigram_dice(const Bigrams& a, const Bigrams& b);
double containment(const Bigrams& part, const Bigrams& whole);

/// Whether bigram_dice is `least` or more. Much quicker than the measure itself for the many pairs that are far from
/// it.
bool bigram_dice_reaches(const Bigrams& a, const Bigrams& b, double least);

}  // namespace torimatome::text
