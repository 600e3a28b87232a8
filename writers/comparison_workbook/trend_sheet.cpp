#include <fmt/format.h>

#include "text/era_date.hpp"
#include "writers/comparison_workbook/lists.hpp"
#include "writers/comparison_workbook/pair_rows.hpp"
#include "writers/workbook/choices.hpp"
#include "writers/workbook/list_sheet.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

constexpr std::size_t kExcerpt = 50;

std::string year_name(const Document& document) {
    return document.year ? text::fiscal_year_text(*document.year) : document.source.file;
}

/// The records of one measure in one year.
struct Stage {
    std::string records;
    std::string category;
    const Record* last = nullptr;
};

class Trends {
  public:
    explicit Trends(const ComparisonWorkbook& book) : book_(book) {
        for (const Document& document : book.documents) {
            auto& records = records_.emplace_back();
            for (const Record& record : document.records) records.emplace(record.id, &record);
        }
    }

    Stage stage(const Timeline& timeline, std::size_t document) const {
        Stage stage;
        const Form* form = book_.mappings.find_form(book_.documents[document].form);
        for (const std::string& id : timeline.records[document]) {
            const Record* record = records_[document].at(id);
            stage.records += (stage.records.empty() ? "" : "\n") + id;
            const FieldSpec* choice = form ? first_field_of_kind(*form, FieldKind::choice) : nullptr;
            const Field* field = choice ? record->find(choice->id) : nullptr;
            if (field) stage.category += (stage.category.empty() ? "" : "\n") + category(*form, *field);
            stage.last = record;
        }
        return stage;
    }

  private:
    static std::string category(const Form& form, const Field& field) {
        const auto choice = choice_of(form, field);
        return choice ? form.choices[*choice].value : field.text;
    }

    const ComparisonWorkbook& book_;
    std::vector<std::unordered_map<std::string, const Record*>> records_;
};

/// 「II → III」, 「変化なし」, 「新設」, 「終了」.
std::string movement(const std::vector<Stage>& stages) {
    std::string way;
    std::string last;
    bool changed = false;
    for (const Stage& stage : stages) {
        if (!stage.last) continue;
        std::string category = stage.category.empty() ? "（なし）" : stage.category;
        for (char& c : category) c = c == '\n' ? ' ' : c;
        if (category == last) continue;
        changed = changed || !last.empty();
        way += (way.empty() ? "" : " → ") + category;
        last = category;
    }
    std::string words = changed ? way : "変化なし";
    if (!stages.front().last) words = changed ? "新設、" + way : "新設";
    if (!stages.back().last) words = changed ? way + "、終了" : "終了";
    return words;
}

}  // namespace

void write_trend_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book) {
    std::vector<ListColumn> columns;
    for (const Document& document : book.documents) {
        columns.push_back({year_name(document) + "の番号", Kind::text, 15});
    }
    columns.push_back({"取組", Kind::text, 60});
    for (const Document& document : book.documents) columns.push_back({year_name(document), Kind::code, 12});
    columns.push_back({"動き", Kind::text, 24});
    ListSheet list(workbook, sheet, columns);
    const Trends trends(book);
    for (const Timeline& timeline : book.series.timelines) {
        std::vector<Stage> stages;
        const Record* last = nullptr;
        std::size_t last_document = 0;
        for (std::size_t i = 0; i < book.documents.size(); ++i) {
            stages.push_back(trends.stage(timeline, i));
            if (stages.back().last) last = stages.back().last, last_document = i;
        }
        for (const Stage& stage : stages) list.add(stage.records);
        const Form* form = book.mappings.find_form(book.documents[last_document].form);
        list.add(last && form ? record_excerpt(*last, *form, kExcerpt) : std::string());
        for (const Stage& stage : stages) list.add(stage.last ? stage.category : std::string("－"));
        list.add(movement(stages));
        list.end_row();
    }
    list.finish();
}

}  // namespace torimatome::writers
