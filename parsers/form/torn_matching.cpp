#include "parsers/form/torn_matching.hpp"

#include <algorithm>
#include <cmath>

#include "parsers/form/line_text.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"

namespace torimatome::parsers {

namespace {

// Weights of the evidence, found on documents of our own (see samples/): what a text says of its job type and what it
// shares with the text beside it decide, the rest breaks ties.
constexpr double kTerm = 1.05;
constexpr double kNoWordOfTerm = -0.9;  // the text uses words of other terms only
constexpr double kShared = 5.2;
constexpr double kNamed = 2.0;
constexpr double kElsewhere = 3.2;
constexpr double kGroup = 1.95;
constexpr double kOrder = -0.2;
// Texts are pulled apart in pieces; within one the order of the numbers stays.
constexpr double kGoesBack = -0.5;
constexpr double kSkips = -0.1;  // a number between
constexpr double kMostSkips = -0.3;
constexpr double kBlankButGoesOn = -1.0;
constexpr double kBlankBoth = -1.0;
constexpr double kNothingBeside = 2.0;  // a number without departments is none: it was printed twice, or made up

double term_fit(const TornCell& cell, const TornPlace& place) {
    if (cell.terms.empty() || place.terms.empty()) return 0;
    double best = 0;
    double any = 0;
    for (std::size_t t = 0; t < cell.terms.size(); ++t) {
        best = std::max(best, cell.terms[t] * place.terms[t]);
        any = std::max(any, cell.terms[t]);
    }
    if (any <= 0) return 0;
    return kNoWordOfTerm + best * (kTerm - kNoWordOfTerm);
}

// What the same department has elsewhere: the texts beside its other numbers, and what was matched to them.
double elsewhere(const TornCell& cell, const TornPlace& place, const MatchedPage& here,
                 const std::vector<MatchedPage>& pages) {
    if (place.first_division.empty()) return 0;
    double best = 0;
    for (const MatchedPage& page : pages) {
        for (std::size_t r = 0; r < page.places.size(); ++r) {
            const TornPlace& other = page.places[r];
            if (&page == &here || other.first_division != place.first_division) continue;
            best = std::max(best, 0.6 * shared_words(cell.words, other.words));
            if (r < page.known.size()) best = std::max(best, shared_words(cell.words, page.known[r]));
        }
    }
    return best;
}

double group_fit(const TornCell& cell, const TornPlace& place, const MatchedPage& page) {
    const auto part = [&](const std::string& group) {
        return group.empty() ? 0.0 : text::containment(text::compare_key(group), text::compare_key(cell.text));
    };
    double others = 0;
    for (const TornPlace& other : page.places) {
        if (other.group != place.group) others = std::max(others, part(other.group));
    }
    return part(place.group) - others;
}

double fit(const MatchedPage& page, std::size_t first, const TornCell& cell, std::size_t r,
           const std::vector<MatchedPage>& pages) {
    const TornPlace& place = page.places[r];
    const double where = (static_cast<double>(first) + 0.5) / static_cast<double>(page.page->blocks.size());
    const double there = (static_cast<double>(r) + 0.5) / static_cast<double>(page.places.size());
    double sum = cell.join + term_fit(cell, place);
    sum += kShared * shared_words(cell.words, place.words);
    sum += kNamed * named_divisions(cell.text, place.divisions);
    sum += kElsewhere * elsewhere(cell, place, page, pages);
    sum += kGroup * group_fit(cell, place, page);
    return sum + kOrder * std::abs(where - there);
}

// What it costs that the text of number `r` stands directly behind that of `above`.
double follows(std::size_t above, std::size_t r) {
    if (r < above) return kGoesBack;
    return std::max(kMostSkips, kSkips * static_cast<double>(r - above - 1));
}

// The result refers to `page`.
MatchingProblem problem_of(const MatchedPage& page, const std::vector<MatchedPage>& pages) {
    MatchingProblem problem;
    problem.texts = page.page->blocks.size();
    problem.places = page.places.size();
    std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> fits;
    for (const auto& [range, cell] : page.cells) {
        auto& row = fits[range];
        for (std::size_t r = 0; r < problem.places; ++r) row.push_back(fit(page, range.first, cell, r, pages));
    }
    problem.fit = [fits = std::move(fits)](CellRange cell, std::size_t place) {
        return fits.at({cell.first, cell.last})[place];
    };
    problem.blank = [&page](std::size_t r) {
        const TornPlace& place = page.places[r];
        if (place.text.empty()) return place.divisions.empty() ? kNothingBeside : kBlankBoth;
        return place.goes_on ? kBlankButGoesOn : 0.0;
    };
    problem.follows = follows;
    return problem;
}

// What the text at an end of a joined cell adds to it, the least of both ends.
double least_part(const MatchingProblem& problem, CellRange cell, std::size_t r) {
    if (cell.last < cell.first + 2) return 0;
    const double whole = problem.fit(cell, r);
    return std::min(whole - problem.fit({cell.first, cell.last - 1}, r),
                    whole - problem.fit({cell.first + 1, cell.last}, r));
}

// Whether no word of the cell speaks for the place: only its order and that the place is not blank do.
bool has_no_word(const TornCell& cell, const TornPlace& place, const MatchedPage& page,
                 const std::vector<MatchedPage>& pages) {
    constexpr double kNothing = 0.25;  // points
    return term_fit(cell, place) <= 0 && kShared * shared_words(cell.words, place.words) < kNothing &&
           named_divisions(cell.text, place.divisions) <= 0 &&
           kElsewhere * elsewhere(cell, place, page, pages) < kNothing;
}

void match(MatchedPage& page, const std::vector<MatchedPage>& pages, const TornTexts& texts) {
    const MatchingProblem problem = problem_of(page, pages);
    page.matching = best_matching(problem);
    page.known.clear();
    page.least_parts.clear();
    page.without_word.clear();
    for (std::size_t r = 0; r < page.places.size(); ++r) {
        const CellRange cell = page.matching.cells[r];
        page.known.push_back(texts.weights.vector_of(joined_text(lines_in(*page.page, cell))));
        page.least_parts.push_back(least_part(problem, cell, r));
        page.without_word.push_back(!cell.empty() &&
                                    has_no_word(page.cells.at({cell.first, cell.last}), page.places[r], page, pages));
    }
}

}  // namespace

std::vector<MatchedPage> match_torn_pages(const std::vector<TornPage>& pages, const Form& form,
                                          const TornTexts& texts) {
    std::vector<MatchedPage> matched;
    for (const TornPage& page : pages) {
        MatchedPage& next = matched.emplace_back();
        next.page = &page;
        next.labels = match_labels(page, texts.vocabulary);
        for (std::size_t r = 0; r < page.records.size(); ++r) {
            next.places.push_back(torn_place(page.records[r], next.labels[r], form, texts));
        }
        next.cells = torn_cells(page, texts);
    }
    // What a department wrote on other pages is known when those are matched.
    for (MatchedPage& page : matched) match(page, matched, texts);
    for (MatchedPage& page : matched) match(page, matched, texts);
    return matched;
}

}  // namespace torimatome::parsers
