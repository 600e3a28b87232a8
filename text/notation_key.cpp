#include "text/notation_key.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// Whether the character at `at` is the comma of 1,234.
bool groups_digits(std::string_view key, std::size_t at) {
    if (key[at] != ',' || at == 0 || !is_digit(key, at - 1)) return false;
    return is_digit(key, at + 1) && is_digit(key, at + 2) && is_digit(key, at + 3) && !is_digit(key, at + 4);
}

}  // namespace

NotationFolder::NotationFolder(const Notation& notation) {
    for (const auto* variants : {&notation.variants, &notation.loose_variants}) {
        for (const std::vector<std::string>& words : *variants) add(words);
    }
    for (auto& [first, variants] : variants_) {
        std::stable_sort(variants.begin(), variants.end(),
                         [](const Variant& a, const Variant& b) { return a.first.size() > b.first.size(); });
    }
}

void NotationFolder::add(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::string key = compare_key(word);
        if (key.empty()) continue;
        variants_[code_point_at(key, 0).value].emplace_back(key, compare_key(words.front()));
    }
}

std::string NotationFolder::key(std::string_view text) const { return key_of_compare_key(compare_key(text)); }

std::string NotationFolder::key_of_compare_key(std::string_view compare_key) const {
    std::string folded;
    folded.reserve(compare_key.size());
    for (std::size_t i = 0; i < compare_key.size();) {
        const CodePoint c = code_point_at(compare_key, i);
        if (groups_digits(compare_key, i)) {
            i += c.length;
            continue;
        }
        if (may_start_year(c.value)) {
            const auto mention = scan_year(compare_key, i);
            if (mention && mention->fiscal) {
                folded += std::to_string(mention->year) + "年度";
                i = mention->end;
                continue;
            }
        }
        const auto found = variants_.find(c.value);
        const Variant* variant = nullptr;
        if (found != variants_.end()) {
            for (const Variant& each : found->second) {
                if (!compare_key.substr(i).starts_with(each.first)) continue;
                variant = &each;
                break;
            }
        }
        if (variant) {
            folded += variant->second;
            i += variant->first.size();
        } else {
            folded.append(compare_key, i, c.length);
            i += c.length;
        }
    }
    return folded;
}

}  // namespace torimatome::text
