// Torn columns (資料3) with something lost: what is misread, or may be, says so.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

// Labels that the mapping knows, and labels that only the document itself tells of.
Lines known() { return case_lines("torn_columns"); }
Lines other_labels() { return case_lines("torn_columns_of_other_labels"); }

std::size_t find_line(const Lines& lines, const std::string& text, std::size_t from = 0) {
    for (std::size_t i = from; i < lines.size(); ++i) {
        if (lines[i].find(text) != std::string::npos) return i;
    }
    ADD_FAILURE() << text << " is on no line";
    return 0;
}

// The records that carry the finding.
Lines told(const Document& document, const std::string& code) {
    Lines records;
    for (const Finding& finding : document.findings) {
        if (finding.code == code) records.push_back(finding.record);
    }
    return records;
}

Lines labels_of(const Document& document) {
    Lines labels;
    for (const Record& record : document.records) {
        labels.emplace_back();
        for (const auto& [id, field] : record.fields) {
            if (id == "job_types") labels.back() = field.text;
        }
    }
    return labels;
}

TEST(TornColumns, LearnLabelsThatTheMappingDoesNotKnow) {
    const Document document = build_lines(other_labels());
    EXPECT_EQ(told(document, "label.unknown"), Lines{});
    EXPECT_EQ(told(document, "label.missing"), Lines{});
    const Lines labels = labels_of(document);
    ASSERT_EQ(labels.size(), 20U);
    EXPECT_EQ(Lines(labels.begin(), labels.begin() + 5),
              (Lines{"共通", "介護支援専門員", "訪問介護員", "施設職員", "看護職員"}));
}

TEST(TornColumns, PutTogetherALabelThatABlankLineBroke) {
    Lines lines = other_labels();
    const Lines expected = labels_of(build_lines(lines));
    const std::size_t at = find_line(lines, "門員");
    ASSERT_EQ(lines[at - 1], "介護支援専");
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), "");
    EXPECT_EQ(labels_of(build_lines(lines)), expected);
}

TEST(TornColumns, TellThatTheLastPageIsLost) {
    Lines lines = known();
    std::size_t last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].ends_with("資料３")) last = i;
    }
    lines.resize(last);
    const Document document = build_lines(lines);
    EXPECT_EQ(told(document, "section.empty"), Lines{document.records.back().id});
}

TEST(TornColumns, TellThatTheFirstPageIsLost) {
    Lines lines = known();
    const std::size_t second = find_line(lines, "資料３", find_line(lines, "資料３") + 1);
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(second));
    const Document document = build_lines(lines);
    EXPECT_EQ(told(document, "section.empty"), Lines{document.records.front().id});
}

TEST(TornColumns, TellThatTheLineOfGroupsIsLost) {
    Lines lines = known();
    const std::size_t groups = find_line(lines, "　研修の充実");
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(groups));
    const Document document = build_lines(lines);
    Lines grouped;
    for (const Record& record : document.records) {
        if (record.section == "2") grouped.push_back(record.id);
    }
    EXPECT_EQ(told(document, "group.doubtful"), grouped);
}

TEST(TornColumns, TellThatADepartmentsNameIsCutShort) {
    Lines lines = known();
    const std::size_t at = find_line(lines, "健）生活支援課");
    lines[at] = "健）生活支";
    EXPECT_EQ(told(build_lines(lines), "divisions.doubtful").size(), 1U);
    EXPECT_EQ(told(build_lines(known()), "divisions.doubtful"), Lines{});
}

TEST(TornColumns, TellThatALineIsOfAnotherColumn) {
    Lines lines = known();
    const std::size_t right = find_line(lines, "・引き続き、残る２区の監査でも");
    lines[right] =
        "・港のまつりの会場で、津波のときに逃げる高台と道順を親子で確かめる催しを、消防団と町内会の人々の手を借りて開い"
        "た。";
    const Document document = build_lines(lines);
    const Lines broken = told(document, "text.broken");
    EXPECT_TRUE(std::find(broken.begin(), broken.end(), "1-③-1") != broken.end());
}

TEST(TornColumns, TellThatTwoLinesWereJoined) {
    Lines lines = known();
    const std::size_t at = find_line(lines, "・４区のうち２区で");
    const std::size_t above = find_line(lines, "各区のケースワーカーに周知した。");
    lines[above] += lines[at];
    lines[at].clear();
    const Lines broken = told(build_lines(lines), "text.broken");
    EXPECT_TRUE(std::find(broken.begin(), broken.end(), "1-③-1") != broken.end());
}

TEST(TornColumns, TellThatALeftTextGoesOnWithSomething) {
    Lines lines = known();
    lines[find_line(lines, "・新たに昇任した教頭に対し")] = "・引き続き進めることとする。";
    const Document document = build_lines(lines);
    const auto says = [](const Finding& finding) {
        return finding.message == "「引き続き」で始まる文です。右の欄の文かもしれません。";
    };
    EXPECT_EQ(std::count_if(document.findings.begin(), document.findings.end(), says), 1);
}

// Whichever number is lost, its measure or the one that took its texts says so.
TEST(TornColumns, TellThatANumberIsLost) {
    const Lines lines = other_labels();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] != "②" && lines[i] != "③") continue;
        Lines copy = lines;
        copy.erase(copy.begin() + static_cast<std::ptrdiff_t>(i));
        const Document document = build_lines(copy);
        const bool says = !told(document, "number.missing").empty() || !told(document, "number.out-of-order").empty() ||
                          !told(document, "column.left-over").empty();
        EXPECT_TRUE(says) << "line " << i + 1;
    }
}

// The records of which a text reads like the other column's.
Lines of_other_column(const Document& document) {
    Lines records;
    for (const Finding& finding : document.findings) {
        if (finding.message.ends_with("の欄の文のように見えます。")) records.push_back(finding.record);
    }
    return records;
}

TEST(TornColumns, TellThatATextReadsLikeTheOtherColumns) {
    Lines lines = known();
    ASSERT_EQ(of_other_column(build_lines(lines)), Lines{});
    const std::size_t at = find_line(lines, "記入の状況を確認する。");
    lines[at] = "・訪問調査の様式を改め、各区に配布した。";
    const Document document = build_lines(lines);
    EXPECT_EQ(of_other_column(document), Lines{"1-③-1"});
}

TEST(TornColumns, TellThatALabelCameAmongTheHeadings) {
    Lines lines = other_labels();
    // No list of groups says which there are.
    std::erase_if(lines, [](const std::string& line) { return line.find("研修の実施") != std::string::npos; });
    const std::size_t heading = find_line(lines, "４　多職種の連携");
    const auto insert = [&](const std::string& line) {
        Lines with = lines;
        with.insert(with.begin() + static_cast<std::ptrdiff_t>(heading) + 1, line);
        return build_lines(with);
    };
    EXPECT_EQ(told(insert("会議の進め方"), "group.doubtful"), Lines{});
    EXPECT_EQ(told(insert("施設職員"), "group.doubtful"),
              (Lines{"4-施設職員-①-1", "4-施設職員-②-1", "4-施設職員-③-1", "4-施設職員-④-1"}));
}

}  // namespace
}  // namespace torimatome::parsers
