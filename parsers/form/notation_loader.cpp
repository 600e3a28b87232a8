#include "parsers/form/notation_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace torimatome::parsers {

namespace {

[[noreturn]] void fail_twice(const MappingFile& file, const pugi::xml_node& node, const std::string& word) {
    fail_at(file, node, fmt::format("「{}」が2回あります。", word), fmt::format("\"{}\" is there twice.", word));
}

}  // namespace

void load_notation(const MappingFile& file, const pugi::xml_node& node, Notation& notation) {
    expect_only(file, node, {}, {"same"});
    std::set<std::string> known;
    for (const auto* variants : {&notation.variants, &notation.loose_variants}) {
        for (const std::vector<std::string>& words : *variants) known.insert(words.begin(), words.end());
    }
    for (const pugi::xml_node& same : node.children("same")) {
        expect_only(file, same, {"proofread"}, {"word"});
        std::vector<std::string> words;
        for (const pugi::xml_node& word : same.children("word")) {
            words.push_back(text_of(file, word, {}));
            if (!known.insert(words.back()).second) fail_twice(file, word, words.back());
        }
        if (words.size() < 2) {
            fail_at(file, same, "<same> には2つ以上の <word> が要ります。", "<same> needs two <word> or more.");
        }
        const bool proofread = yes_no_attribute(file, same, "proofread", true);
        (proofread ? notation.variants : notation.loose_variants).push_back(std::move(words));
    }
}

void load_terms(const MappingFile& file, const pugi::xml_node& node, Notation& notation) {
    expect_only(file, node, {}, {"term"});
    std::set<std::string> known(notation.terms.begin(), notation.terms.end());
    for (const pugi::xml_node& term : node.children("term")) {
        notation.terms.push_back(text_of(file, term, {}));
        if (!known.insert(notation.terms.back()).second) fail_twice(file, term, notation.terms.back());
    }
}

}  // namespace torimatome::parsers
