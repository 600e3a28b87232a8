#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/compare.hpp"
#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

// A form that names what each record is about (項目) and what will be done (方向性).
Form directions_form() {
    Form form;
    form.id = "directions";
    FieldSpec mark;
    mark.id = "mark";
    mark.kind = FieldKind::mark;
    FieldSpec item;
    item.id = "item";
    FieldSpec direction;
    direction.id = "direction";
    ColumnSpec items;
    items.heading = "項目";
    items.fields = {mark, item};
    ColumnSpec directions;
    directions.heading = "方向性";
    directions.fields = {direction};
    form.columns = {items, directions};
    return form;
}

TEST(TopicsTest, PutsWhatOneDocumentSaysBesideTheItemsOfTheOther) {
    Mappings mappings = made_mappings();
    mappings.forms.push_back(directions_form());
    Document older = made_document("資料1.txt", {{"1-①-ア-1", "○目標", "結果", "予定", "", ""}});
    older.sections[0].items = {{"①", "支援が必要な家庭の早期の把握について"}, {"②", "関係機関との連携の強化"}};
    Document newer;
    newer.form = "directions";
    const auto add = [&](const char* id, const char* item, const char* direction) {
        Record record;
        record.id = id;
        record.fields = {{"item", {item}}, {"direction", {direction}}};
        newer.records.push_back(record);
    };
    add("1-ア-1", "支援が必要な家庭を早期に把握する体制", "面談を増やす。");
    add("1-イ-1", "職員の研修", "手引を作る。");
    const Comparison comparison = compare(older, newer, {mappings});
    EXPECT_TRUE(comparison.pairs.empty());
    ASSERT_EQ(comparison.topics.size(), 3U);
    const TopicAnswer& first = comparison.topics[0];
    EXPECT_EQ(first.topic, (Statement{"1-①", "支援が必要な家庭の早期の把握について"}));
    EXPECT_THAT(first.records, testing::ElementsAre(Statement{"1-①-ア-1", "方針の文"}));
    EXPECT_EQ(first.answer_topic, (Statement{"1-ア-1", "支援が必要な家庭を早期に把握する体制"}));
    EXPECT_THAT(first.answers, testing::ElementsAre(Statement{"1-ア-1", "面談を増やす。"}));
    EXPECT_EQ(comparison.topics[1].answer_topic, std::nullopt);
    EXPECT_EQ(comparison.topics[2].topic, Statement{});
    EXPECT_EQ(comparison.topics[2].answer_topic, (Statement{"1-イ-1", "職員の研修"}));
}

}  // namespace
}  // namespace torimatome::pipeline
