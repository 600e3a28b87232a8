#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "writers/comparison_workbook/old_new_rows.hpp"

namespace torimatome::writers {
namespace {

using Op = DiffPart::Op;
using testing::ElementsAre;

FieldChange change(const std::string& field, FieldKindOfChange kind, Diff diff) {
    FieldChange result;
    result.field = field;
    result.kind = kind;
    for (const DiffPart& part : diff) {
        if (part.op != Op::insert) result.old_text = result.old_text.value_or("") + part.text;
        if (part.op != Op::remove) result.new_text = result.new_text.value_or("") + part.text;
    }
    result.diff = std::move(diff);
    return result;
}

class OldNewRows : public testing::Test {
  protected:
    OldNewRows() {
        ColumnSpec goal;
        goal.heading = "目標";
        goal.fields.emplace_back();
        goal.fields[0].id = "goal";
        goal.fields[0].blank = BlankCell::inherit;
        ColumnSpec plan;
        plan.heading = "{next-year}の取組";
        plan.fields.emplace_back();
        plan.fields[0].id = "plan";
        form_.columns = {goal, plan};
        form_.section.name = "提言";
        older_.year = 2021;
        newer_.year = 2022;
        older_.sections = newer_.sections = {{"1", "見守る体制", {}}};
        comparison_.old_year = 2021;
        comparison_.new_year = 2022;
    }

    void add(const std::string& old_id, const std::string& new_id, PairKind kind, std::vector<FieldChange> fields) {
        const auto record = [](const std::string& id) {
            Record made;
            made.id = id;
            made.section = "1";
            return made;
        };
        if (!old_id.empty()) older_.records.push_back(record(old_id));
        if (!new_id.empty()) newer_.records.push_back(record(new_id));
        RecordPair pair;
        pair.old_record = old_id;
        pair.new_record = new_id;
        pair.kind = kind;
        pair.fields = std::move(fields);
        comparison_.pairs.push_back(std::move(pair));
    }

    // 「record|field|new|old|remark」, changed parts in 〔〕.
    std::vector<std::string> rows() {
        ComparisonView view{comparison_, older_, newer_, form_, {}, {}, "令和3年度", "令和4年度", ""};
        for (const Record& record : older_.records) view.old_records.emplace(record.id, &record);
        for (const Record& record : newer_.records) view.new_records.emplace(record.id, &record);
        const auto side = [](const MarkedText& text) {
            std::string shown;
            for (const auto& [words, changed] : text) shown += changed ? "〔" + words + "〕" : words;
            return shown;
        };
        std::vector<std::string> lines;
        for (const OldNewRow& row : old_new_rows(view)) {
            lines.push_back(row.record + "|" + row.field + "|" + side(row.new_side) + "|" + side(row.old_side) + "|" +
                            row.remark);
        }
        return lines;
    }

    Form form_;
    Document older_;
    Document newer_;
    Comparison comparison_;
};

TEST_F(OldNewRows, ShowsWhatChangedAndOmitsTheRest) {
    const FieldChange same = change("goal", FieldKindOfChange::same, {{Op::equal, "○目標"}});
    add("1-1", "1-1", PairKind::changed,
        {same, change("plan", FieldKindOfChange::changed,
                      {{Op::equal, "窓口を"}, {Op::remove, "2"}, {Op::insert, "3"}, {Op::equal, "か所"}})});
    add("1-2", "1-2", PairKind::same, {same});
    add("1-3", "1-3", PairKind::same, {same});
    EXPECT_THAT(rows(), ElementsAre("提言1　見守る体制||||", "1-1|令和5年度の取組|窓口を〔3〕か所|窓口を〔2〕か所|",
                                    "|その他の欄|（略）|（略）|", "1-2〜1-3|全ての欄|（略）|（略）|"));
}

TEST_F(OldNewRows, ShowsWhatIsNewAndWhatIsGone) {
    add("1-1", "", PairKind::removed,
        {change("goal", FieldKindOfChange::changed, {{Op::remove, "○目標"}}),
         change("plan", FieldKindOfChange::changed, {{Op::remove, "配る。"}})});
    add("", "1-1", PairKind::added, {change("plan", FieldKindOfChange::changed, {{Op::insert, "増やす。"}})});
    add("1-4", "1-2", PairKind::moved, {});
    EXPECT_THAT(rows(), ElementsAre("提言1　見守る体制||||", "1-1|目標|（削る）|〔○目標〕|削除",
                                    "|令和5年度の取組||〔配る。〕|", "1-1|令和5年度の取組|〔増やす。〕|（新設）|新設",
                                    "1-2|全ての欄|（略）|（略）|移動（1-4 から）"));
}

TEST_F(OldNewRows, ShowsWhatRecordsShareOnce) {
    const FieldChange goal =
        change("goal", FieldKindOfChange::changed, {{Op::equal, "○"}, {Op::remove, "前"}, {Op::insert, "後"}});
    add("1-1", "1-1", PairKind::changed, {goal});
    add("1-2", "1-2", PairKind::changed, {goal});
    EXPECT_THAT(rows(),
                ElementsAre("提言1　見守る体制||||", "1-1|目標|○〔後〕|○〔前〕|", "1-2|全ての欄|（略）|（略）|"));
}

}  // namespace
}  // namespace torimatome::writers
