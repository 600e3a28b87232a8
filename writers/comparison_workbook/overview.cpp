#include "writers/comparison_workbook/overview.hpp"

#include <algorithm>

#include "writers/comparison_workbook/pair_rows.hpp"
#include "writers/workbook/choices.hpp"

namespace torimatome::writers {

namespace {

constexpr PairKind kKinds[] = {PairKind::same,  PairKind::notation, PairKind::changed, PairKind::moved,
                               PairKind::split, PairKind::merged,   PairKind::added,   PairKind::removed};

std::size_t column_of(PairKind kind) {
    return static_cast<std::size_t>(std::find(std::begin(kKinds), std::end(kKinds), kind) - std::begin(kKinds));
}

CountTable kinds_table(std::string title, std::string row_heading) {
    CountTable table;
    table.title = std::move(title);
    table.row_heading = std::move(row_heading);
    for (const PairKind kind : kKinds) table.columns.push_back(pair_kind_word(kind));
    return table;
}

CountRow& row_named(CountTable& table, const std::string& name) {
    const auto found =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const CountRow& row) { return row.name == name; });
    if (found != table.rows.end()) return *found;
    table.rows.push_back({name, std::vector<int>(table.columns.size(), 0)});
    return table.rows.back();
}

/// Kinds that no record has would only crowd the chart, whose shades are few.
void drop_empty_columns(CountTable& table) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const bool empty = std::all_of(table.rows.begin(), table.rows.end(),
                                       [&](const CountRow& row) { return row.counts[column] == 0; });
        if (!empty || table.columns.size() == 1) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        for (CountRow& row : table.rows) row.counts.erase(row.counts.begin() + at);
    }
}

CountTable by_section(const ComparisonView& view) {
    CountTable table =
        kinds_table(view.years + "　取組の変化", view.form.section.name.empty() ? "全体" : view.form.section.name);
    for (const RecordPair& pair : view.comparison.pairs) {
        const std::string& section = view.record_of(pair).section;
        const std::string name = section.empty() ? "全体" : view.form.section.name + section;
        ++row_named(table, name).counts[column_of(pair.kind)];
    }
    // The sections stand in the documents' order; records that moved bring none forward.
    std::vector<std::string> order;
    for (const Document* document : {&view.newer, &view.older}) {
        for (const Section& section : document->sections) order.push_back(view.form.section.name + section.number);
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const CountRow& a, const CountRow& b) {
        return std::find(order.begin(), order.end(), a.name) < std::find(order.begin(), order.end(), b.name);
    });
    drop_empty_columns(table);
    table.row_totals = true;
    table.total_name = "計";
    table.charted = true;
    table.note = "分割と統合は、分かれた先・合わさる前の取組ごとに数えています。";
    return table;
}

std::size_t choice_index(const Form& form, const FieldSpec& spec, const Record* record) {
    const Field* field = record ? record->find(spec.id) : nullptr;
    const auto choice = field ? choice_of(form, *field) : std::nullopt;
    return choice.value_or(form.choices.size());
}

CountTable transitions(const ComparisonView& view) {
    CountTable table;
    const FieldSpec* spec = first_field_of_kind(view.form, FieldKind::choice);
    if (!spec || view.form.choices.empty()) return table;
    table.title = view.years + "　" + "区分の移り変わり（行：前、列：後）";
    table.row_heading = "前の区分";
    for (const Choice& choice : view.form.choices) table.columns.push_back(choice.value + " " + choice.short_label);
    table.columns.push_back("記載なし");
    for (const std::string& name : table.columns) {
        table.rows.push_back({name, std::vector<int>(table.columns.size(), 0)});
    }
    for (const RecordPair& pair : view.comparison.pairs) {
        if (!pair.has_old() || !pair.has_new()) continue;
        const std::size_t before = choice_index(view.form, *spec, view.old_record(pair.old_record));
        const std::size_t after = choice_index(view.form, *spec, view.new_record(pair.new_record));
        ++table.rows[before].counts[after];
    }
    table.row_totals = true;
    table.total_name = "計";
    table.note = "前後とも記載のある取組だけを数えています。";
    return table;
}

CountTable by_department(const ComparisonView& view) {
    CountTable table = kinds_table(view.years + "　担当別の変化", "担当");
    const FieldSpec* spec = first_field_of_kind(view.form, FieldKind::departments);
    if (!spec) return table;
    for (const RecordPair& pair : view.comparison.pairs) {
        const Field* departments = view.record_of(pair).find(spec->id);
        if (!departments) continue;
        for (const std::string& name : departments->values) ++row_named(table, name).counts[column_of(pair.kind)];
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [&](const CountRow& a, const CountRow& b) { return table.total_of(a) > table.total_of(b); });
    table.row_totals = true;
    table.note = "複数の部署が担当する取組は、それぞれの部署に数えています。";
    return table;
}

}  // namespace

std::vector<CountTable> overview_tables(const std::vector<ComparisonView>& views) {
    std::vector<CountTable> tables;
    for (const ComparisonView& view : views) {
        if (view.comparison.old_form != view.comparison.new_form) continue;
        for (CountTable& table : std::vector<CountTable>{by_section(view), transitions(view), by_department(view)}) {
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

}  // namespace torimatome::writers
