#include "parsers/form/marked_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "model/language.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::string_view kColumnMark = "torimatome:column|";

const ColumnSpec* column_of(const Form& form, const std::string& field) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.id == field) return &column;
        }
    }
    return nullptr;
}

std::map<int, std::string> marks_of(const Table& table) {
    std::map<int, std::string> marks;
    for (const Cell& cell : table.cells) {
        if (cell.form_mark && cell.text().starts_with(kColumnMark)) {
            marks[cell.column] = cell.text().substr(kColumnMark.size());
        }
    }
    return marks;
}

const LaidColumn* laid_at(const Header& header, int column) {
    const auto found = std::find_if(header.columns.begin(), header.columns.end(), [column](const LaidColumn& laid) {
        return laid.first <= column && column <= laid.last;
    });
    return found == header.columns.end() ? nullptr : &*found;
}

Finding heading_changed(const LaidColumn& laid, const std::string& heading) {
    Finding finding;
    finding.code = "form.heading-changed";
    finding.source = laid.source;
    finding.message =
        tell(fmt::format("見出し「{}」が「{}」に変えられています。元の列として読みました。", heading, laid.heading),
             fmt::format("The heading \"{}\" was changed to \"{}\"; it was read as the column that it was.", heading,
                         laid.heading));
    finding.hint = tell("列の内容が入れ替わっていないか確かめてください。", "Please check what the column holds.");
    return finding;
}

LaidColumn marked_column(int column, const std::string& id, const Header& header, const Form& form,
                         Findings& findings) {
    LaidColumn result;
    result.first = result.last = column;
    result.spec = column_of(form, id);
    result.field = form.find_field(id);
    result.heading = result.spec ? result.spec->heading : id;
    const LaidColumn* laid = laid_at(header, column);
    if (!laid) return result;
    result.source = laid->source;
    result.year = laid->year;
    const bool first = laid->first == column;
    const bool same = result.spec ? laid->spec == result.spec : laid->heading == id;
    if (first && !same) findings.push_back(heading_changed(*laid, result.heading));
    if (result.spec && same) result.heading = laid->heading;
    return result;
}

}  // namespace

Header lay_by_marks(const Header& header, const Table& table, const Form& form, Findings& findings) {
    const std::map<int, std::string> marks = marks_of(table);
    if (marks.empty()) return header;
    Header result = header;
    result.columns.clear();
    for (const auto& [column, id] : marks) {
        result.columns.push_back(marked_column(column, id, header, form, findings));
    }
    for (const LaidColumn& laid : header.columns) {
        if (marks.contains(laid.first)) continue;
        LaidColumn added = laid;
        added.spec = nullptr;
        added.last = added.first;
        result.columns.push_back(std::move(added));
    }
    std::sort(result.columns.begin(), result.columns.end(),
              [](const LaidColumn& a, const LaidColumn& b) { return a.first < b.first; });
    return result;
}

}  // namespace torimatome::parsers
