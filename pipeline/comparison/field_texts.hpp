// The texts of one field in two documents, and how alike they are.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/similarity.hpp"

namespace torimatome::pipeline {

/// The different texts (keys) of one field of a document.
struct FieldTexts {
    static constexpr int kNone = -1;

    std::vector<text::Bigrams> texts;
    std::vector<int> of_record;  ///< by record: index of its text, kNone where it gives none

    void add_record(const std::string& key);

  private:
    std::unordered_map<std::string, int> known_;
};

/// How alike a text of the older document is to every text of the newer one. All are compared through an index of the
/// newer one's bigrams, so that the time goes with what they have in common.
class FieldLikeness {
  public:
    FieldLikeness(const FieldTexts& older, const FieldTexts& newer);

    struct Likeness {
        float alike = 0;        ///< 0 to 1: the greater of Dice and containment of the shorter in the longer
        float information = 0;  ///< bigrams of the shorter text
    };
    /// By text of the newer document. Valid until the next call.
    const std::vector<Likeness>& row(int older_text);

  private:
    struct Posting {
        std::uint32_t text = 0;
        std::uint32_t count = 0;
    };

    const FieldTexts& older_;
    const FieldTexts& newer_;
    std::unordered_map<std::uint64_t, std::vector<Posting>> index_;
    int row_of_ = FieldTexts::kNone;
    std::vector<std::uint32_t> common_;
    std::vector<Likeness> row_;
};

/// The likeness of two texts by the number of bigrams that they have in common.
float likeness(const text::Bigrams& a, const text::Bigrams& b, std::size_t common);
float likeness(const text::Bigrams& a, const text::Bigrams& b);

}  // namespace torimatome::pipeline
