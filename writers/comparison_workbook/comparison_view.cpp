#include "writers/comparison_workbook/comparison_view.hpp"

#include "text/era_date.hpp"

namespace torimatome::writers {

namespace {

std::unordered_map<std::string, const Record*> by_id(const Document& document) {
    std::unordered_map<std::string, const Record*> records;
    for (const Record& record : document.records) records.emplace(record.id, &record);
    return records;
}

const Record* find(const std::unordered_map<std::string, const Record*>& records, const std::string& id) {
    const auto found = records.find(id);
    return found == records.end() ? nullptr : found->second;
}

std::string year_name(const Document& document) {
    return document.year ? text::fiscal_year_text(*document.year) : document.source.file;
}

}  // namespace

const Record* ComparisonView::old_record(const std::string& id) const { return find(old_records, id); }
const Record* ComparisonView::new_record(const std::string& id) const { return find(new_records, id); }

const Record& ComparisonView::record_of(const RecordPair& pair) const {
    return pair.has_new() ? *new_records.at(pair.new_record) : *old_records.at(pair.old_record);
}

std::string ComparisonView::place_of(const Record& record) const {
    std::string place = record.section.empty() ? std::string() : form.section.name + record.section;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.kind != FieldKind::mark || record.text(field.id).empty()) continue;
            place += (place.empty() ? "" : " ") + record.text(field.id);
        }
    }
    return place;
}

std::vector<ComparisonView> make_views(const ComparisonWorkbook& book) {
    std::vector<ComparisonView> views;
    for (std::size_t i = 0; i < book.series.comparisons.size(); ++i) {
        const Document& older = book.documents[i];
        const Document& newer = book.documents[i + 1];
        const Form* form = book.mappings.find_form(newer.form);
        const std::string old_year = year_name(older);
        const std::string new_year = year_name(newer);
        views.push_back({book.series.comparisons[i], older, newer, form ? *form : Form(), by_id(older), by_id(newer),
                         old_year, new_year, old_year + "→" + new_year});
    }
    return views;
}

}  // namespace torimatome::writers
