#include "pipeline/consolidation/section_merge.hpp"

#include <gtest/gtest.h>

namespace torimatome::pipeline {
namespace {

Document with_sections(std::vector<Section> sections) {
    Document document;
    document.sections = std::move(sections);
    return document;
}

TEST(SectionMerge, SectionsAndItemsComeInTheOrderOfTheirNumbers) {
    std::vector<Section> sections;
    Findings findings;
    merge_sections(with_sections({{"10", "十", {}}, {"2", "二", {{"③", "さ"}, {"①", "い"}}}}), "a.xlsx", "circled",
                   sections, findings);
    merge_sections(with_sections({{"1", "一", {}}, {"2", "二", {{"②", "ろ"}, {"③", "さ"}}}}), "b.xlsx", "circled",
                   sections, findings);
    EXPECT_EQ(sections, (std::vector<Section>{
                            {"1", "一", {}}, {"2", "二", {{"②", "ろ"}, {"③", "さ"}, {"①", "い"}}}, {"10", "十", {}}}));
    EXPECT_EQ(findings, Findings{});
}

TEST(SectionMerge, ADocumentWithoutTitlesTakesThoseOfTheOthers) {
    std::vector<Section> sections = {{"1", "", {{"①", ""}}}};
    Findings findings;
    merge_sections(with_sections({{"1", "見守る体制", {{"①", "早期の把握"}}}}), "b.xlsx", "circled", sections,
                   findings);
    merge_sections(with_sections({{"1", "", {{"①", ""}}}}), "c.xlsx", "circled", sections, findings);
    EXPECT_EQ(sections, (std::vector<Section>{{"1", "見守る体制", {{"①", "早期の把握"}}}}));
    EXPECT_EQ(findings, Findings{});
}

TEST(SectionMerge, DifferingTitlesAreTold) {
    std::vector<Section> sections = {{"1", "見守る体制", {{"①", "早期の把握"}}}};
    Findings findings;
    merge_sections(with_sections({{"1", "見守りの体制", {{"①", "早期の　把握"}}}}), "b.xlsx", "circled", sections,
                   findings);
    EXPECT_EQ(sections, (std::vector<Section>{{"1", "見守る体制", {{"①", "早期の把握"}}}}));
    Finding title;
    title.code = "section.title-differs";
    title.severity = Severity::warning;
    title.source.file = "b.xlsx";
    title.message = "1 の見出しがほかの提出物と違います。「見守る体制」を使い、「見守りの体制」は使っていません。";
    title.hint = "どちらが正しいか確かめてください。";
    Finding item = title;
    item.severity = Severity::note;
    item.message = "1① の見出しがほかの提出物と違います。「早期の把握」を使い、「早期の　把握」は使っていません。";
    item.hint = "";
    EXPECT_EQ(findings, (Findings{title, item}));
}

}  // namespace
}  // namespace torimatome::pipeline
