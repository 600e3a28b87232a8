#include "parsers/form/torn_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

// Two neighbouring characters as one number, counted.
std::map<std::uint64_t, int> pairs_of(const std::string& text) {
    const std::string key = text::compare_key(text);
    std::map<std::uint64_t, int> pairs;
    char32_t last = 0;
    for (std::size_t i = 0; i < key.size();) {
        const text::CodePoint c = text::code_point_at(key, i);
        const bool word = text::is_ideograph(c.value) || text::is_katakana(c.value) || c.value < 0x80;
        const bool pair = last != 0 && (word || !text::is_hiragana(last));
        const bool punctuation = c.value == U'、' || c.value == U'。' || c.value == U'・';
        if (pair && !punctuation) ++pairs[(std::uint64_t{last} << 32) | c.value];
        last = punctuation ? 0 : c.value;
        i += c.length;
    }
    return pairs;
}

int count_of(const std::string& text, const std::string& word) {
    int count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

}  // namespace

void WordWeights::add(const std::string& text) {
    ++texts_;
    for (const auto& entry : pairs_of(text)) ++texts_with_[entry.first];
}

WordWeights::Vector WordWeights::vector_of(const std::string& text) const {
    Vector vector;
    double sum = 0;
    for (const auto& [pair, count] : pairs_of(text)) {
        const auto known = texts_with_.find(pair);
        const int with = known == texts_with_.end() ? 1 : known->second;
        const double rarity = std::log((texts_ + 1.0) / with);
        const double weight = rarity * (1 + std::log(count));
        vector.weights.emplace_back(pair, weight);
        sum += weight * weight;
    }
    vector.length = std::sqrt(sum);
    return vector;
}

double shared_words(const WordWeights::Vector& a, const WordWeights::Vector& b) {
    if (a.length <= 0 || b.length <= 0) return 0;
    double sum = 0;
    auto other = b.weights.begin();
    for (const auto& [pair, weight] : a.weights) {
        while (other != b.weights.end() && other->first < pair) ++other;
        if (other == b.weights.end()) break;
        if (other->first == pair) sum += weight * other->second;
    }
    return sum / (a.length * b.length);
}

std::vector<double> term_evidence(const std::string& text, const Vocabulary& vocabulary) {
    const std::string key = text::compare_key(text);
    std::vector<double> evidence;
    double most = 0;
    int named = 0;
    for (const VocabularyTerm& term : vocabulary.terms) {
        double hits = 0;
        for (const std::string& word : term.words) {
            const int count = count_of(key, text::compare_key(word));
            // A word said often says little more than one said once, and a long word says more than a short one.
            if (count > 0) hits += (1 + 0.3 * std::min(count - 1, 3)) * (word.size() >= 12 ? 1.3 : 1.0);
        }
        named += hits > 0 && !term.shared;
        evidence.push_back(hits);
        most = std::max(most, hits);
    }
    if (named > 3) {
        for (std::size_t t = 0; t < evidence.size(); ++t) {
            if (vocabulary.terms[t].shared) evidence[t] = most = most + 1;
        }
    }
    for (double& value : evidence) value = most > 0 ? value / most : 0;
    return evidence;
}

double named_divisions(const std::string& text, const std::vector<std::string>& divisions) {
    if (divisions.empty()) return 0;
    const std::string key = text::compare_key(text);
    double named = 0;
    for (const std::string& division : divisions) {
        std::string name = text::compare_key(division);
        while (name.ends_with('.')) name.pop_back();
        std::string whole = name;
        std::erase(whole, ')');
        if (const std::size_t at = name.find(')'); at != std::string::npos) name.erase(0, at + 1);
        const bool long_enough = name.size() >= 9;  // three characters
        if (long_enough && (key.find(name) != std::string::npos || key.find(whole) != std::string::npos)) ++named;
    }
    return named / static_cast<double>(divisions.size());
}

}  // namespace torimatome::parsers
