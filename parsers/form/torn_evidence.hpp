// What speaks for a left-hand text belonging to a number: words of its label, words that both texts share, departments
// that the text names, what the same department wrote elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/form.hpp"

namespace torimatome::parsers {

/// A text's character pairs, weighed by how rare each is among the document's texts. Pairs of hiragana say nothing.
class WordWeights {
  public:
    void add(const std::string& text);

    struct Vector {
        std::vector<std::pair<std::uint64_t, double>> weights;  ///< by pair, sorted
        double length = 0;
    };
    Vector vector_of(const std::string& text) const;

  private:
    std::map<std::uint64_t, int> texts_with_;
    int texts_ = 0;
};

/// How much two texts share, 0 to 1 (cosine).
double shared_words(const WordWeights::Vector& a, const WordWeights::Vector& b);

/// How a text speaks for each term of a vocabulary: 1 for the term whose words it uses most, less for others, 0 for a
/// term of which it has no word. All 0 where it has words of none.
std::vector<double> term_evidence(const std::string& text, const Vocabulary& vocabulary);

/// Share of the departments that a text names, by their name without the bureau, 0 to 1.
double named_divisions(const std::string& text, const std::vector<std::string>& divisions);

}  // namespace torimatome::parsers
