// Damaged copies of plain-line documents: nothing is lost, nothing crashes, and what is misread says so.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "parsers/form/cell_matching.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/form/mapping_loader.hpp"
#include "parsers/form/term_list.hpp"
#include "parsers/reader.hpp"

namespace torimatome::parsers {
namespace {

namespace fs = std::filesystem;

const Mappings& mappings() {
    static const Mappings loaded = load_mappings(TORIMATOME_SOURCE_DIR "/mappings");
    return loaded;
}

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream stream(fs::path(TORIMATOME_SOURCE_DIR "/tests/cases/documents") / name / "input.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

BuiltDocument build(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return build_document_with_ledger(read_tables({"copy.txt", text}, {}), mappings(), {});
}

// One of: a line dropped, doubled, moved, two swapped, a tag broken, the end cut off.
void damage(std::vector<std::string>& lines, std::mt19937& random) {
    const auto any = [&] { return random() % lines.size(); };
    const std::size_t at = any();
    switch (random() % 6) {
        case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
        case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[at]); break;
        case 2: std::swap(lines[at], lines[any()]); break;
        case 3: std::swap(lines[at], lines[std::min(at + 1, lines.size() - 1)]); break;
        case 4: lines[at] += "</p"; break;
        case 5: lines.resize(std::max<std::size_t>(at, lines.size() / 2)); break;
    }
}

class DamagedCopies : public testing::TestWithParam<const char*> {};

TEST_P(DamagedCopies, LoseNoCharacter) {
    const std::vector<std::string> lines = lines_of(GetParam());
    for (unsigned seed = 1; seed <= 30; ++seed) {
        std::mt19937 random(seed);
        std::vector<std::string> copy = lines;
        for (unsigned times = 0; times <= seed % 3; ++times) damage(copy, random);
        const BuiltDocument built = build(copy);
        EXPECT_TRUE(built.ledger.balanced()) << "seed " << seed;
    }
}

// A broken tag stays in its text, and the record says so.
TEST_P(DamagedCopies, SayWhereATagIsBroken) {
    const std::vector<std::string> lines = lines_of(GetParam());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find("。") == std::string::npos) continue;
        std::vector<std::string> copy = lines;
        copy[i] += "</p";
        const Document document = build(copy).document;
        EXPECT_TRUE(std::any_of(document.findings.begin(), document.findings.end(),
                                [](const Finding& finding) { return !finding.record.empty(); }))
            << "line " << i + 1;
    }
}

// A line printed twice within a text is pointed out on a record.
TEST_P(DamagedCopies, SayWhereALineStandsTwice) {
    const std::vector<std::string> lines = lines_of(GetParam());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].starts_with("・")) continue;
        std::vector<std::string> copy = lines;
        copy.insert(copy.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
        const Document document = build(copy).document;
        EXPECT_TRUE(std::any_of(document.findings.begin(), document.findings.end(),
                                [](const Finding& finding) { return finding.code == "text.broken"; }))
            << "line " << i + 1;
    }
}

INSTANTIATE_TEST_SUITE_P(Layouts, DamagedCopies, testing::Values("narrow_column_of_items", "torn_columns"));

MatchingProblem problem(std::vector<std::vector<double>> fits, double join) {
    MatchingProblem problem;
    problem.texts = fits.size();
    problem.places = fits.front().size();
    problem.fit = [fits = std::move(fits), join](CellRange cell, std::size_t place) {
        double sum = 0;
        for (std::size_t text = cell.first; text < cell.last; ++text) sum += fits[text][place];
        return sum + join * static_cast<double>(cell.last - cell.first - 1);
    };
    problem.blank = [](std::size_t) { return 0.0; };
    return problem;
}

TEST(CellMatching, GivesEachTextToThePlaceThatItFitsBestOverAll) {
    const Matching matching = best_matching(problem({{3, 2}, {3, 0}}, -5));
    EXPECT_EQ(matching.cells, (std::vector<CellRange>{{1, 2}, {0, 1}}));
    EXPECT_DOUBLE_EQ(matching.score, 5);
}

TEST(CellMatching, JoinsNeighboursWhereBothFitOnePlace) {
    const Matching matching = best_matching(problem({{2, -1}, {2, -1}}, -0.5));
    EXPECT_EQ(matching.cells, (std::vector<CellRange>{{0, 2}, {0, 0}}));
    EXPECT_DOUBLE_EQ(matching.score, 3.5);
}

TEST(CellMatching, GivesTheRunnersUpAndHowMuchWorseTheyAre) {
    const Matching matching = best_matching(problem({{3, 2}, {3, 0}}, -5));
    EXPECT_EQ(matching.runners_up, (std::vector<CellRange>{{0, 1}, {1, 2}}));
    EXPECT_EQ(matching.margins, (std::vector<double>{2, 2}));
}

TEST(CellMatching, HoldsABlankAgainstTheCell) {
    const Matching matching = best_matching(problem({{1}}, 0));
    EXPECT_EQ(matching.cells, (std::vector<CellRange>{{0, 1}}));
    EXPECT_EQ(matching.runners_up, (std::vector<CellRange>{{0, 0}}));
    EXPECT_EQ(matching.margins, (std::vector<double>{4}));  // the text would be left over
}

TEST(CellMatching, KeepsTheOrderWhereTheTextsSayNothing) {
    MatchingProblem same = problem({{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, -5);
    same.follows = [](std::size_t above, std::size_t place) { return place == above + 1 ? 0.5 : 0.0; };
    EXPECT_EQ(best_matching(same).cells, (std::vector<CellRange>{{0, 1}, {1, 2}, {2, 3}}));
}

TEST(CellMatching, LeavesOverWhatFitsNowhere) {
    const Matching matching = best_matching(problem({{-9}, {4}}, -5));
    EXPECT_EQ(matching.cells, (std::vector<CellRange>{{1, 2}}));
    EXPECT_DOUBLE_EQ(matching.score, 1);
}

TEST(CellMatching, MatchesManyPlaces) {
    std::vector<std::vector<double>> fits(20, std::vector<double>(20, 0.0));
    for (std::size_t i = 0; i < 20; ++i) fits[i][19 - i] = 2;
    const Matching matching = best_matching(problem(fits, -5));
    for (std::size_t place = 0; place < 20; ++place) {
        EXPECT_EQ(matching.cells[place], (CellRange{19 - place, 20 - place})) << place;
    }
    EXPECT_DOUBLE_EQ(matching.score, 40);
}

TEST(TermList, PutsTermsTogetherThatANarrowColumnBroke) {
    const Vocabulary* vocabulary = mappings().find_vocabulary("job_types");
    EXPECT_EQ(split_terms("児童相談\n所・福祉\nコース職員\n保健師、保育士", vocabulary),
              (std::vector<std::string>{"児童相談所・福祉コース職員", "保健師", "保育士"}));
}

TEST(TermList, KeepsUnknownTermsAsWritten) {
    EXPECT_EQ(split_terms("保健師\n通訳", nullptr), (std::vector<std::string>{"保健師", "通訳"}));
}

}  // namespace
}  // namespace torimatome::parsers
