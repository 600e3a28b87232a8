#include "parsers/form/torn_texts.hpp"

#include <algorithm>

#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

// Points for two paragraphs being one cell, found on documents of our own (see samples/).
constexpr double kJoin = -0.7;
constexpr double kJoinIndented = 0.9;  // the second starts with no bullet, as a paragraph that goes on
constexpr double kJoinBroken = 2.0;    // the first does not end
constexpr double kJoinSameTerm = 0.4;  // both say most of the same term

// Whether both texts use the words of one term most.
bool same_term(const std::vector<double>& above, const std::vector<double>& below) {
    for (std::size_t t = 0; t < above.size(); ++t) {
        if (above[t] >= 1 && below[t] >= 1) return true;
    }
    return false;
}

TornCell cell_of(const TornPage& page, CellRange range, const std::vector<TornCell>& single, const TornTexts& texts) {
    TornCell cell;
    cell.text = joined_text(lines_in(page, range));
    cell.words = texts.weights.vector_of(cell.text);
    if (texts.vocabulary) cell.terms = term_evidence(cell.text, *texts.vocabulary);
    for (std::size_t b = range.first + 1; b < range.last; ++b) {
        const auto& above = page.blocks[b - 1];
        const std::string& start = page.blocks[b].front().text;
        cell.join += kJoin;
        if (texts.bulleted && !text::starts_with_bullet(start)) cell.join += kJoinIndented;
        if (!ends_sentence(above.back().text)) cell.join += kJoinBroken;
        if (same_term(single[b - 1].terms, single[b].terms)) cell.join += kJoinSameTerm;
    }
    return cell;
}

// The widths of the lines whose sentence goes on in the next line.
void add_wrapped(const std::vector<BodyLine>& lines, std::vector<int>& widths) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const bool wrapped = !ends_sentence(lines[i].text) && !text::starts_with_bullet(lines[i + 1].text);
        if (wrapped) widths.push_back(text::display_width(lines[i].text));
    }
}

int room_of(std::vector<int> wrapped) {
    constexpr std::size_t kEnough = 3;
    return wrapped.size() < kEnough ? 0 : full_width_of(std::move(wrapped));
}

}  // namespace

TornTexts measure_torn_texts(const std::vector<TornPage>& pages, const Vocabulary* vocabulary) {
    TornTexts texts;
    texts.vocabulary = vocabulary;
    std::vector<int> left;
    std::vector<int> right;
    std::vector<int> wrapped_left;
    std::vector<int> wrapped_right;
    std::size_t bullets = 0;
    std::size_t blocks = 0;
    std::size_t above = 0;
    for (const TornPage& page : pages) {
        for (const auto& block : page.blocks) {
            for (const BodyLine& line : block) left.push_back(text::display_width(line.text));
            add_wrapped(block, wrapped_left);
            bullets += text::starts_with_bullet(block.front().text);
            ++blocks;
            texts.weights.add(joined_text(block));
        }
        above += page.blocks_above;
        for (const TornRecord& record : page.records) {
            for (const std::string& name : division_names(record.list)) {
                texts.divisions.insert(text::compare_key(name));
            }
            for (const BodyLine& line : record.text) right.push_back(text::display_width(line.text));
            add_wrapped(record.text, wrapped_right);
            texts.weights.add(joined_text(record.text));
        }
    }
    texts.left_width = full_width_of(std::move(left));
    texts.right_width = full_width_of(std::move(right));
    texts.left_room = room_of(std::move(wrapped_left));
    texts.right_room = room_of(std::move(wrapped_right));
    texts.above_numbers = above * 10 > blocks;
    texts.bulleted = bullets * 2 > blocks;
    return texts;
}

TornPlace torn_place(const TornRecord& record, const LabelChoice& label, const Form& form, const TornTexts& texts) {
    TornPlace place;
    place.text = joined_text(record.text);
    place.divisions = division_names(record.list);
    if (!place.divisions.empty()) place.first_division = text::compare_key(place.divisions.front());
    place.label = record.label.empty() ? label.name : record.label;
    place.group = record.group;
    place.words = texts.weights.vector_of(place.text);
    const auto& continuing = form.lines.continuing;
    place.goes_on = std::any_of(continuing.begin(), continuing.end(),
                                [&](const std::string& word) { return place.text.find(word) != std::string::npos; });
    if (!texts.vocabulary) return place;
    for (const VocabularyTerm& term : texts.vocabulary->terms) {
        const bool same = !place.label.empty() && text::compare_key(term.name) == text::compare_key(place.label);
        place.terms.push_back(same ? 1.0 : 0.5 * division_fit(term, place.divisions, *texts.vocabulary));
    }
    return place;
}

std::map<std::pair<std::size_t, std::size_t>, TornCell> torn_cells(const TornPage& page, const TornTexts& texts) {
    const std::size_t count = page.blocks.size();
    std::vector<TornCell> single;
    for (std::size_t b = 0; b < count; ++b) single.push_back(cell_of(page, {b, b + 1}, {}, texts));
    const std::size_t longest = MatchingProblem().longest_cell;
    std::map<std::pair<std::size_t, std::size_t>, TornCell> cells;
    for (std::size_t first = 0; first < count; ++first) {
        for (std::size_t last = first + 1; last <= std::min(count, first + longest); ++last) {
            cells[{first, last}] = cell_of(page, {first, last}, single, texts);
        }
    }
    return cells;
}

std::vector<BodyLine> lines_in(const TornPage& page, CellRange cell) {
    std::vector<BodyLine> lines;
    for (std::size_t b = cell.first; b < cell.last; ++b) {
        lines.insert(lines.end(), page.blocks[b].begin(), page.blocks[b].end());
    }
    return lines;
}

}  // namespace torimatome::parsers
