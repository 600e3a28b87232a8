// Which left-hand text of a torn page belongs to which number, by what both say.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "parsers/form/cell_matching.hpp"
#include "parsers/form/label_matching.hpp"
#include "parsers/form/torn_page.hpp"
#include "parsers/form/torn_texts.hpp"

namespace torimatome::parsers {

/// A page with its left-hand texts and labels given to its records. Vectors are by record.
struct MatchedPage {
    const TornPage* page = nullptr;
    std::vector<LabelChoice> labels;
    std::vector<TornPlace> places;
    std::map<std::pair<std::size_t, std::size_t>, TornCell> cells;  ///< all that the texts may make, by their range
    Matching matching;
    std::vector<WordWeights::Vector> known;  ///< words of the cells that were matched
    std::vector<double> least_parts;  ///< what the text adds to its joined cell that adds least; 0 for single texts
    std::vector<bool> without_word;   ///< whether no word of the cell speaks for its record
};

/// Matches the pages of a document. What a department wrote on one page speaks for texts of the others. The result
/// points into `pages`.
std::vector<MatchedPage> match_torn_pages(const std::vector<TornPage>& pages, const Form& form, const TornTexts& texts);

}  // namespace torimatome::parsers
