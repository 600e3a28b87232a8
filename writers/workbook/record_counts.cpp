#include "writers/workbook/record_counts.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/width.hpp"
#include "writers/workbook/choices.hpp"
#include "writers/workbook/headings.hpp"

namespace torimatome::writers {

namespace {

/// Rows in the order in which their names come first, whatever the notation of later ones.
class CountRows {
  public:
    explicit CountRows(std::size_t columns) : columns_(columns) {}

    std::size_t row_of(const std::string& name) {
        const auto [entry, is_new] = index_.try_emplace(text::compare_key(name), rows_.size());
        if (is_new) rows_.push_back({name, std::vector<int>(columns_, 0)});
        return entry->second;
    }
    void count(const std::string& name, std::size_t column) { ++rows_[row_of(name)].counts[column]; }
    std::vector<CountRow> take() { return std::move(rows_); }

  private:
    std::size_t columns_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<CountRow> rows_;
};

/// The columns of a count by choice: the choices, then 「その他」, then 「未記入」.
std::vector<std::string> choice_columns(const Form& form) {
    if (!first_field_of_kind(form, FieldKind::choice)) return {"取組数"};
    std::vector<std::string> columns;
    for (const Choice& choice : form.choices) {
        columns.push_back(choice.short_label.empty() ? choice.value : choice.value + " " + choice.short_label);
    }
    columns.push_back("その他");
    columns.push_back("未記入");
    return columns;
}

std::size_t choice_column(const Form& form, const Record& record) {
    const FieldSpec* spec = first_field_of_kind(form, FieldKind::choice);
    if (!spec) return 0;
    const Field* field = record.find(spec->id);
    if (!field || text::trim(field->text).empty()) return form.choices.size() + 1;
    return choice_of(form, *field).value_or(form.choices.size());
}

void drop_column_if_empty(CountTable& table, std::size_t column) {
    const auto used = [&](const CountRow& row) { return row.counts[column] > 0; };
    if (std::any_of(table.rows.begin(), table.rows.end(), used)) return;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + at);
    for (CountRow& row : table.rows) row.counts.erase(row.counts.begin() + at);
}

using NamesOf = std::function<std::vector<std::string>(const Record&)>;

CountTable count_by_choice(const Document& document, const Form& form, CountRows rows, const NamesOf& names_of) {
    CountTable table;
    table.columns = choice_columns(form);
    for (const Record& record : document.records) {
        const std::size_t column = choice_column(form, record);
        for (const std::string& name : names_of(record)) rows.count(name, column);
    }
    table.rows = rows.take();
    if (first_field_of_kind(form, FieldKind::choice)) {
        drop_column_if_empty(table, form.choices.size() + 1);
        drop_column_if_empty(table, form.choices.size());
        table.row_totals = true;
    }
    return table;
}

std::string title_of(const Form& form, const std::string& rows) {
    const FieldSpec* spec = first_field_of_kind(form, FieldKind::choice);
    return spec ? rows + "・" + field_heading(form, spec->id, std::nullopt) + "別の取組数" : rows + "の取組数";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text::trim(std::string_view(text).substr(begin, end - begin));
        if (!line.empty()) lines.emplace_back(line);
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> departments_of(const Form& form, const Record& record) {
    const FieldSpec* spec = first_field_of_kind(form, FieldKind::departments);
    const Field* field = spec ? record.find(spec->id) : nullptr;
    if (!field) return {};
    return field->values.empty() ? lines_of(field->text) : field->values;
}

/// 「保」 of 「保) 保健所」; empty where nothing that short stands before the bracket.
std::string bureau_of(const std::string& department) {
    constexpr int kWidestBureau = 8;
    for (const std::string bracket : {")", "）"}) {
        const std::size_t at = department.find(bracket);
        if (at == std::string::npos || at == 0) continue;
        const std::string name = department.substr(0, at);
        const bool opens = name.find('(') != std::string::npos || name.find("（") != std::string::npos;
        if (!opens && text::display_width(name) <= kWidestBureau) return name;
    }
    return {};
}

}  // namespace

int CountTable::total_of(const CountRow& row) const { return std::accumulate(row.counts.begin(), row.counts.end(), 0); }

CountTable count_by_section(const Document& document, const Form& form) {
    const std::string name = form.section.name;
    CountRows rows(choice_columns(form).size());
    for (const Section& section : document.sections) rows.row_of(name + section.number);
    const std::string rest = document.sections.empty() ? "全体" : "（" + name + "なし）";
    CountTable table = count_by_choice(document, form, std::move(rows), [&](const Record& record) {
        return std::vector<std::string>{record.section.empty() ? rest : name + record.section};
    });
    table.row_heading = document.sections.empty() ? "資料" : name.empty() ? "区分" : name;
    table.title = title_of(form, table.row_heading + "別");
    table.total_name = "計";
    table.charted = !table.rows.empty();
    return table;
}

CountTable count_by_bureau(const Document& document, const Form& form) {
    bool any = false;
    CountTable table =
        count_by_choice(document, form, CountRows(choice_columns(form).size()), [&](const Record& record) {
            std::vector<std::string> bureaus;
            for (const std::string& department : departments_of(form, record)) {
                const std::string bureau = bureau_of(department);
                any |= !bureau.empty();
                const std::string name = bureau.empty() ? "（局名なし）" : bureau;
                if (std::find(bureaus.begin(), bureaus.end(), name) == bureaus.end()) bureaus.push_back(name);
            }
            return bureaus;
        });
    if (!any) table.rows.clear();
    table.row_heading = "局";
    table.title = title_of(form, "局別");
    table.note = "複数の局が担当する取組は、それぞれの局に数えています。";
    table.charted = table.rows.size() >= 2;
    return table;
}

CountTable count_by_department(const Document& document, const Form& form) {
    const FieldSpec* spec = first_field_of_kind(form, FieldKind::departments);
    CountTable table = count_by_choice(document, form, CountRows(choice_columns(form).size()),
                                       [&](const Record& record) { return departments_of(form, record); });
    table.row_heading = spec ? field_heading(form, spec->id, document.year) : "担当";
    table.title = title_of(form, table.row_heading + "別");
    table.note = "複数の部署が担当する取組は、それぞれの部署に数えています。";
    return table;
}

CountTable count_by_field(const Document& document, const Form& form) {
    CountTable table;
    table.title = "欄ごとの記入状況";
    table.row_heading = "欄";
    table.columns = {"記入あり", "空欄", "うち再掲"};
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.kind == FieldKind::mark) continue;
            CountRow row{field_heading(form, spec.id, document.year), {0, 0, 0}};
            for (const Record& record : document.records) {
                const Field* field = record.find(spec.id);
                const bool filled = field && !text::trim(field->text).empty();
                ++row.counts[filled ? 0 : 1];
                if (field && field->reprinted) ++row.counts[2];
            }
            table.rows.push_back(std::move(row));
        }
    }
    table.note = "「記入あり」には、上の行と結合された欄を含みます。";
    return table;
}

const char* state_name(SubmissionState state) {
    switch (state) {
        case SubmissionState::taken: return "取り込み";
        case SubmissionState::identical: return "同じ内容";
        case SubmissionState::superseded: return "旧版";
        case SubmissionState::unreadable: return "読み取り不可";
        case SubmissionState::missing: return "未提出";
    }
    return "";
}

CountTable count_by_state(const std::vector<Submission>& submissions) {
    CountTable table;
    table.title = "提出物の状況";
    table.row_heading = "状況";
    table.columns = {"件数"};
    table.total_name = "計";
    for (const SubmissionState state : {SubmissionState::taken, SubmissionState::identical, SubmissionState::superseded,
                                        SubmissionState::unreadable, SubmissionState::missing}) {
        const auto count = std::count_if(submissions.begin(), submissions.end(),
                                         [&](const Submission& submission) { return submission.state == state; });
        if (count > 0) table.rows.push_back({state_name(state), {static_cast<int>(count)}});
    }
    return table;
}

}  // namespace torimatome::writers
