#include "pipeline/comparison/field_texts.hpp"

#include <algorithm>

namespace torimatome::pipeline {

namespace {

/// The bigrams of a short text are found by chance in any long one.
constexpr std::size_t kLeastContained = 12;

}  // namespace

void FieldTexts::add_record(const std::string& key) {
    if (key.empty()) {
        of_record.push_back(kNone);
        return;
    }
    const auto [entry, is_new] = known_.emplace(key, static_cast<int>(texts.size()));
    if (is_new) texts.emplace_back(key);
    of_record.push_back(entry->second);
}

float likeness(const text::Bigrams& a, const text::Bigrams& b, std::size_t common) {
    const auto [shorter, longer] = std::minmax({a.sorted().size(), b.sorted().size()});
    // Only texts of the same bigrams can be equal; most pairs need no look at their characters.
    if (shorter == longer && common == shorter && a.key() == b.key()) return 1;
    if (shorter == 0) return 0;
    const float dice = 2 * static_cast<float>(common) / static_cast<float>(shorter + longer);
    if (shorter < kLeastContained) return dice;
    return std::max(dice, static_cast<float>(common) / static_cast<float>(shorter));
}

float likeness(const text::Bigrams& a, const text::Bigrams& b) {
    const auto [shorter, longer] = std::minmax({a.sorted().size(), b.sorted().size()});
    const double common = text::bigram_dice(a, b) * static_cast<double>(shorter + longer) / 2;
    return likeness(a, b, static_cast<std::size_t>(common + 0.5));
}

FieldLikeness::FieldLikeness(const FieldTexts& older, const FieldTexts& newer)
    : older_(older), newer_(newer), common_(newer.texts.size()), row_(newer.texts.size()) {
    for (std::size_t text = 0; text < newer.texts.size(); ++text) {
        for (const std::uint64_t bigram : newer.texts[text].sorted()) {
            std::vector<Posting>& postings = index_[bigram];
            if (postings.empty() || postings.back().text != text) {
                postings.push_back({static_cast<std::uint32_t>(text), 0});
            }
            ++postings.back().count;
        }
    }
}

const std::vector<FieldLikeness::Likeness>& FieldLikeness::row(int older_text) {
    if (older_text == row_of_) return row_;
    row_of_ = older_text;
    const text::Bigrams& older = older_.texts[static_cast<std::size_t>(older_text)];
    std::fill(common_.begin(), common_.end(), 0U);
    for (auto begin = older.sorted().begin(); begin != older.sorted().end();) {
        const auto end = std::find_if(begin, older.sorted().end(), [&](std::uint64_t b) { return b != *begin; });
        const auto count = static_cast<std::uint32_t>(end - begin);
        if (const auto found = index_.find(*begin); found != index_.end()) {
            for (const Posting& posting : found->second) common_[posting.text] += std::min(count, posting.count);
        }
        begin = end;
    }
    for (std::size_t i = 0; i < row_.size(); ++i) {
        const text::Bigrams& newer = newer_.texts[i];
        row_[i].alike = likeness(older, newer, common_[i]);
        row_[i].information = static_cast<float>(std::min(older.sorted().size(), newer.sorted().size()));
    }
    return row_;
}

}  // namespace torimatome::pipeline
