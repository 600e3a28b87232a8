#include "writers/comparison_workbook/lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/pair_sheet.hpp"
#include "writers/comparison_workbook/old_new_rows.hpp"
#include "writers/comparison_workbook/pair_rows.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/list_sheet.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

constexpr std::size_t kExcerpt = 60;

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) result += (result.empty() ? "" : "\n") + text;
    return result;
}

std::string joined(const std::vector<Statement>& statements) {
    std::string result;
    for (const Statement& statement : statements) result += (result.empty() ? "" : "\n") + statement.text;
    return result;
}

std::string place_in(const PairPlaces& places, std::size_t comparison, const std::string& record) {
    const auto found = places[comparison].find(record);
    return found == places[comparison].end() ? std::string() : found->second;
}

std::string score_text(double score) { return fmt::format("{:.2f}", score); }

const std::string& name_of(const RecordPair& pair) { return pair.has_new() ? pair.new_record : pair.old_record; }

std::string departments_of(const Form& form, const Record& record) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.kind == FieldKind::departments) return record.text(field.id);
        }
    }
    return {};
}

}  // namespace

void write_plan_sheet(Workbook& workbook, const Sheet& sheet, const Views& views) {
    std::vector<ListColumn> columns = {{"年度", Kind::text, 14},         {"計画の取組", Kind::text, 13},
                                       {"計画", Kind::text, 52},         {"実績の取組", Kind::text, 13},
                                       {"実績", Kind::text, 52},         {"類似度", Kind::code, 8},
                                       {"未回答の計画", Kind::text, 40}, {"計画にない実績", Kind::text, 40}};
    for (const ComparisonView& view : views) {
        for (const PlanAnswer& answer : view.comparison.plan_to_result) {
            widen_for_height(columns[2], answer.plan.text);
            if (answer.result) widen_for_height(columns[4], answer.result->text);
            widen_for_height(columns[6], joined(answer.unanswered));
            widen_for_height(columns[7], joined(answer.unannounced));
        }
    }
    ListSheet list(workbook, sheet, columns);
    for (const ComparisonView& view : views) {
        for (const PlanAnswer& answer : view.comparison.plan_to_result) {
            list.add(view.years);
            list.add(answer.plan.record);
            list.add(answer.plan.text);
            list.add(answer.result ? answer.result->record : std::string());
            list.add(answer.result ? answer.result->text : "（実績の記載なし）");
            list.add(answer.result ? score_text(answer.similarity) : std::string());
            list.add(joined(answer.unanswered));
            list.add(joined(answer.unannounced));
            list.end_row();
        }
        for (const Statement& result : view.comparison.unannounced) {
            for (const std::string& text : {view.years, std::string(), std::string("（計画なし）"), result.record,
                                            result.text, std::string(), std::string(), result.text}) {
                list.add(text);
            }
            list.end_row();
        }
    }
    list.finish();
}

void write_moves_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places) {
    ListSheet list(workbook, sheet,
                   {{"年度", Kind::text, 14},
                    {"種類", Kind::code, 8},
                    {"旧", Kind::text, 13},
                    {"新", Kind::text, 13},
                    {"旧の位置", Kind::text, 16},
                    {"新の位置", Kind::text, 16},
                    {"取組", Kind::text, 56},
                    {"担当", Kind::text, 24},
                    {"一致度", Kind::code, 8}});
    for (std::size_t i = 0; i < views.size(); ++i) {
        const ComparisonView& view = views[i];
        for (const RecordPair& pair : view.comparison.pairs) {
            const bool listed = pair.kind == PairKind::added || pair.kind == PairKind::removed ||
                                pair.kind == PairKind::moved || pair.kind == PairKind::split ||
                                pair.kind == PairKind::merged;
            if (!listed) continue;
            const Record& record = view.record_of(pair);
            list.add(view.years);
            list.add(pair_kind_word(pair.kind));
            const std::string place = place_in(places, i, name_of(pair));
            list.add_link(pair.has_new() ? std::string() : place, pair.old_record);
            list.add_link(place, pair.new_record);
            list.add(pair.has_old() ? view.place_of(*view.old_record(pair.old_record)) : std::string());
            list.add(pair.has_new() ? view.place_of(record) : std::string());
            list.add(record_excerpt(record, view.form, kExcerpt));
            list.add(departments_of(view.form, record));
            list.add(pair.has_old() && pair.has_new() ? score_text(pair.score) : std::string());
            list.end_row();
        }
    }
    list.finish();
}

void write_notation_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places) {
    std::vector<ListColumn> columns = {{"年度", Kind::text, 14},
                                       {"取組", Kind::text, 13},
                                       {"欄", Kind::text, 24},
                                       {"新（下線部分は変更部分）", Kind::text, 60},
                                       {"旧", Kind::text, 60}};
    ListSheet list(workbook, sheet, columns);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const ComparisonView& view = views[i];
        std::unordered_map<std::string, std::string> shown;
        for (const RecordPair& pair : view.comparison.pairs) {
            for (const FieldChange& change : pair.fields) {
                if (change.kind != FieldKindOfChange::notation) continue;
                // What several records share is told once.
                const std::string texts = *change.old_text + "\x01" + *change.new_text;
                if (std::exchange(shown[change.field], texts) == texts) continue;
                list.add(view.years);
                list.add_link(place_in(places, i, name_of(pair)), name_of(pair));
                list.add(field_heading(view.form, change.field, view.newer.year));
                list.add_underlined(marked_side(change.diff, DiffPart::Op::insert));
                list.add_underlined(marked_side(change.diff, DiffPart::Op::remove));
                list.end_row();
            }
        }
    }
    list.finish();
}

void write_topics_sheet(Workbook& workbook, const Sheet& sheet, const Views& views) {
    std::vector<ListColumn> columns = {{"番号", Kind::code, 8},          {"題目", Kind::text, 36},
                                       {"記載", Kind::text, 60},         {"対応する番号", Kind::code, 14},
                                       {"対応する題目", Kind::text, 36}, {"対応する記載", Kind::text, 60},
                                       {"一致度", Kind::code, 8}};
    for (const ComparisonView& view : views) {
        for (const TopicAnswer& topic : view.comparison.topics) {
            widen_for_height(columns[2], joined(topic.records));
            widen_for_height(columns[5], joined(topic.answers));
        }
    }
    ListSheet list(workbook, sheet, columns);
    for (const ComparisonView& view : views) {
        for (const TopicAnswer& topic : view.comparison.topics) {
            list.add(topic.topic.record);
            list.add(topic.topic.text);
            list.add(joined(topic.records));
            list.add(topic.answer_topic ? topic.answer_topic->record : std::string());
            list.add(topic.answer_topic ? topic.answer_topic->text : "（対応する題目なし）");
            list.add(joined(topic.answers));
            list.add(topic.answer_topic && topic.similarity > 0 ? score_text(topic.similarity) : std::string());
            list.end_row();
        }
    }
    list.finish();
}

void write_pair_sheet(Workbook& workbook, const Sheet& sheet, const Views& views) {
    std::vector<ListColumn> columns;
    for (const std::string& heading : pair_columns()) columns.push_back({heading, Kind::text, 12});
    columns[7].width = columns[8].width = 40;
    columns[9].width = 26;
    ListSheet list(workbook, sheet, columns);
    int rows = 0;
    for (const ComparisonView& view : views) {
        for (const auto& row : pair_rows(view.older, view.newer, view.comparison, view.form)) {
            for (const std::string& text : row) list.add(text);
            list.end_row();
            ++rows;
        }
    }
    list.finish();
    if (rows == 0) return;
    const char* words[] = {pair_sheet::kAutomatic, pair_sheet::kPin, pair_sheet::kForbid, nullptr};
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(words);
    checked(worksheet_data_validation_range(sheet.handle, 1, 4, static_cast<lxw_row_t>(rows), 4, &validation),
            sheet.name);
}

}  // namespace torimatome::writers
