#include "parsers/form/term_list.hpp"

#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kMostParts = 4;

std::vector<std::string> split_parts(const std::string& text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint c = text::code_point_at(text, i);
        if (c.value == U'\n' || c.value == U'、' || c.value == U'，' || c.value == U',') {
            parts.emplace_back();
        } else {
            parts.back() += text.substr(i, c.length);
        }
        i += c.length;
    }
    std::vector<std::string> trimmed;
    for (const std::string& part : parts) {
        if (text::count_non_space(part) > 0) trimmed.emplace_back(text::trim(part));
    }
    return trimmed;
}

}  // namespace

TermAt term_at(const std::vector<std::string>& parts, std::size_t at, const Vocabulary* vocabulary) {
    TermAt found;
    if (!vocabulary) return found;
    std::string joined;
    for (std::size_t n = 1; n <= kMostParts && at + n <= parts.size(); ++n) {
        joined += parts[at + n - 1];
        const std::string key = text::compare_key(joined);
        for (const VocabularyTerm& term : vocabulary->terms) {
            if (text::compare_key(term.name) == key) found = {n, &term};
        }
    }
    return found;
}

std::vector<std::string> split_terms(const std::string& text, const Vocabulary* vocabulary) {
    const std::vector<std::string> parts = split_parts(text);
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < parts.size();) {
        const std::size_t n = std::max<std::size_t>(term_at(parts, i, vocabulary).parts, 1);
        std::string term;
        for (std::size_t k = i; k < i + n; ++k) term += parts[k];
        terms.push_back(std::move(term));
        i += n;
    }
    return terms;
}

}  // namespace torimatome::parsers
