// What the texts of torn pages say, each for itself, before any left-hand text is matched to a number.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/cell_matching.hpp"
#include "parsers/form/label_matching.hpp"
#include "parsers/form/torn_evidence.hpp"
#include "parsers/form/torn_page.hpp"

namespace torimatome::parsers {

/// How the texts of a document measure.
struct TornTexts {
    const Vocabulary* vocabulary = nullptr;  ///< terms of the labels; null where the form has none
    WordWeights weights;
    int left_width = 0;   ///< of full lines left of the numbers, in half-width characters
    int right_width = 0;  ///< the same right of the numbers
    int left_room = 0;    ///< of the column, as lines tell that go on in the next one; 0 where too few do
    int right_room = 0;
    bool above_numbers = false;       ///< left-hand texts stand above the numbers of their page as well as below
    std::set<std::string> divisions;  ///< comparison keys of all departments
    bool bulleted = false;            ///< most left-hand paragraphs start with a bullet
};
TornTexts measure_torn_texts(const std::vector<TornPage>& pages, const Vocabulary* vocabulary);

/// A record of a page with what evidence needs of it.
struct TornPlace {
    std::string text;
    std::vector<std::string> divisions;
    std::string first_division;  ///< its comparison key
    std::string label;           ///< its own, or the one chosen for it
    std::string group;
    bool goes_on = false;  ///< 引き続き: something was done before
    WordWeights::Vector words;
    std::vector<double> terms;  ///< of the vocabulary, how well each fits
};
TornPlace torn_place(const TornRecord& record, const LabelChoice& label, const Form& form, const TornTexts& texts);

/// Neighbouring left-hand texts as one cell, with what they say. Depends on the texts alone.
struct TornCell {
    std::string text;
    WordWeights::Vector words;
    std::vector<double> terms;
    double join = 0;  ///< points for the texts being one cell; 0 for a single text
};

/// Every cell that the left-hand texts of `page` may make, by first text and the one behind the last.
std::map<std::pair<std::size_t, std::size_t>, TornCell> torn_cells(const TornPage& page, const TornTexts& texts);

/// The lines of the left-hand texts that a cell joins.
std::vector<BodyLine> lines_in(const TornPage& page, CellRange cell);

}  // namespace torimatome::parsers
