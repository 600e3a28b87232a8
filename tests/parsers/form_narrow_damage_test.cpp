// Names in a narrow column beside texts: whatever a lost, doubled or broken line changes in a record, the record says
// so.
#include <gtest/gtest.h>

#include <set>

#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

std::string texts_of(const Record& record) {
    std::string texts = record.section;
    for (const auto& [id, field] : record.fields) texts += "|" + id + "=" + field.text;
    std::erase(texts, ' ');  // a space more or less is no other text
    return texts;
}

// The records that are not as in `whole`, without a finding that points at them; one whose text is gone altogether
// must be pointed at beside its place.
std::string silent_errors(const Document& whole, const Document& copy) {
    std::set<std::string> right;
    for (const Record& record : whole.records) right.insert(texts_of(record));
    std::set<std::string> doubted;
    for (const Finding& finding : copy.findings) doubted.insert(finding.record);
    std::string silent;
    for (const Record& record : copy.records) {
        if (!right.contains(texts_of(record)) && !doubted.contains(record.id)) silent += texts_of(record) + "\n";
    }
    const bool fewer = copy.records.size() < whole.records.size();
    if (fewer && doubted.empty()) silent += "a record is missing\n";
    return silent;
}

struct Case {
    const char* document;
    std::set<int> lost;    // lines whose loss leaves no sign, because a page or section starts or ends beside them
    std::set<int> merged;  // lines that say nothing of it when they became one with the next
};

class NarrowColumns : public testing::TestWithParam<Case> {
  protected:
    // The lines that change a record silently when `damage` is done to them, of all that are not blank.
    template <class Damage>
    std::set<int> silent_lines(const Damage& damage) {
        const Lines lines = case_lines(GetParam().document);
        const Document whole = build_lines(lines);
        EXPECT_GT(whole.records.size(), 4U);
        std::set<int> silent;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].find_first_not_of(' ') == std::string::npos) continue;
            Lines copy = lines;
            damage(copy, i);
            if (!silent_errors(whole, build_lines(copy)).empty()) silent.insert(static_cast<int>(i) + 1);
        }
        return silent;
    }
};

Lines::iterator place(Lines& lines, std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); }

TEST_P(NarrowColumns, SayWhereALineIsLost) {
    EXPECT_EQ(silent_lines([](Lines& lines, std::size_t i) { lines.erase(place(lines, i)); }), GetParam().lost);
}

TEST_P(NarrowColumns, SayWhereALineStandsTwice) {
    const auto twice = [](Lines& lines, std::size_t i) { lines.insert(place(lines, i), std::string(lines[i])); };
    EXPECT_EQ(silent_lines(twice), std::set<int>{});
}

TEST_P(NarrowColumns, SayWhereATagIsBroken) {
    EXPECT_EQ(silent_lines([](Lines& lines, std::size_t i) { lines[i] += "</p"; }), std::set<int>{});
}

TEST_P(NarrowColumns, SayWhereTwoLinesBecameOne) {
    const auto merge = [](Lines& lines, std::size_t i) {
        for (std::size_t next = i + 1; next < lines.size(); ++next) {
            if (lines[next].find_first_not_of(' ') == std::string::npos) continue;
            lines[i] += lines[next];
            lines.erase(place(lines, next));
            return;
        }
    };
    EXPECT_EQ(silent_lines(merge), GetParam().merged);
}

INSTANTIATE_TEST_SUITE_P(Documents, NarrowColumns,
                         testing::Values(Case{"narrow_column_of_items", {59, 64, 172}, {}},
                                         Case{"narrow_column_with_roman_sections", {41}, {59}}),
                         [](const auto& test) { return std::string(test.param.document); });

}  // namespace
}  // namespace torimatome::parsers
