#include "text/word_diff.hpp"

#include <string>
#include <unordered_map>
#include <vector>

#include "text/code_points.hpp"
#include "text/myers.hpp"
#include "text/sentence_alignment.hpp"
#include "text/sentences.hpp"

namespace torimatome::text {

namespace {

using Op = DiffPart::Op;

/// Of a pair of sentences: with less than this in common, a patchwork of old and new words is harder to read than one
/// whole sentence after the other.
constexpr double kLeastCommon = 0.4;

void add(Diff& diff, Op op, std::string_view text) {
    if (text.empty()) return;
    if (!diff.empty() && diff.back().op == op) {
        diff.back().text += text;
    } else {
        diff.push_back({op, std::string(text)});
    }
}

/// Between two equal parts one removal and then one insertion.
Diff gathered(const Diff& parts) {
    Diff diff;
    std::string removed;
    std::string inserted;
    const auto flush = [&] {
        add(diff, Op::remove, removed);
        add(diff, Op::insert, inserted);
        removed.clear();
        inserted.clear();
    };
    for (const DiffPart& part : parts) {
        if (part.op == Op::equal) {
            flush();
            add(diff, Op::equal, part.text);
        } else {
            (part.op == Op::remove ? removed : inserted) += part.text;
        }
    }
    flush();
    return diff;
}

/// Whether an equal part between two changes says so little that it is easier read as changed: one particle or sign.
bool is_island(std::string_view text) {
    constexpr std::size_t kMostCharacters = 2;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++characters) {
        const CodePoint c = code_point_at(text, i);
        if (is_ideograph(c.value) || c.value == U'\n' || c.value == U'。') return false;
        i += c.length;
    }
    return characters <= kMostCharacters;
}

Diff without_islands(Diff diff) {
    for (std::size_t i = 1; i + 1 < diff.size(); ++i) {
        if (diff[i].op != Op::equal || !is_island(diff[i].text)) continue;
        const std::string text = diff[i].text;
        diff[i].op = Op::remove;
        diff.insert(diff.begin() + static_cast<std::ptrdiff_t>(++i), {Op::insert, text});
    }
    return gathered(diff);
}

double common_share(const Diff& diff) {
    std::size_t common = 0;
    std::size_t all = 0;
    for (const DiffPart& part : diff) {
        const std::size_t length = count_non_space(part.text);
        if (part.op == Op::equal) common += 2 * length;
        all += part.op == Op::equal ? 2 * length : length;
    }
    return all == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(all);
}

Diff replacement(std::string_view older, std::string_view newer) {
    Diff diff;
    add(diff, Op::remove, older);
    add(diff, Op::insert, newer);
    return diff;
}

Diff word_edits(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::unordered_map<std::string_view, int> numbers;
    const auto number_all = [&](const std::vector<std::string_view>& words) {
        std::vector<int> result;
        for (const std::string_view word : words) {
            result.push_back(numbers.emplace(word, static_cast<int>(numbers.size())).first->second);
        }
        return result;
    };
    const std::vector<int> numbers_a = number_all(a);
    const std::vector<int> numbers_b = number_all(b);
    Diff diff;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Edit edit : shortest_edits(numbers_a, numbers_b)) {
        if (edit == Edit::keep) ++j;
        if (edit == Edit::insert) {
            add(diff, Op::insert, b[j++]);
        } else {
            add(diff, edit == Edit::keep ? Op::equal : Op::remove, a[i++]);
        }
    }
    return diff;
}

}  // namespace

void WordDiff::compare_sentences(std::string_view older, std::string_view newer, Diff& diff) const {
    Diff words = without_islands(gathered(word_edits(words_.split(older), words_.split(newer))));
    if (common_share(words) < kLeastCommon) words = replacement(older, newer);
    diff.insert(diff.end(), words.begin(), words.end());
}

Diff WordDiff::compare(std::string_view older, std::string_view newer) const {
    Diff diff;
    if (older == newer) {
        add(diff, Op::equal, older);
        return diff;
    }
    const std::vector<std::string_view> a = split_sentences(older);
    const std::vector<std::string_view> b = split_sentences(newer);
    for (const auto& [in_a, in_b] : align_sentences(a, b)) {
        if (in_a == kNoSentence) {
            add(diff, Op::insert, b[static_cast<std::size_t>(in_b)]);
        } else if (in_b == kNoSentence) {
            add(diff, Op::remove, a[static_cast<std::size_t>(in_a)]);
        } else if (a[static_cast<std::size_t>(in_a)] == b[static_cast<std::size_t>(in_b)]) {
            add(diff, Op::equal, a[static_cast<std::size_t>(in_a)]);
        } else {
            compare_sentences(a[static_cast<std::size_t>(in_a)], b[static_cast<std::size_t>(in_b)], diff);
        }
    }
    return gathered(diff);
}

}  // namespace torimatome::text
