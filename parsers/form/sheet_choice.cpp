#include "parsers/form/sheet_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/language.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"

namespace torimatome::parsers {

namespace {

bool is_example(const std::string& sheet, const Form& form) {
    const std::string key = text::compare_key(sheet);
    return std::any_of(form.example_sheets.begin(), form.example_sheets.end(),
                       [&](const std::string& word) { return key.find(text::compare_key(word)) != std::string::npos; });
}

std::optional<int> year_of_name(const std::string& sheet) {
    const auto years = text::find_fiscal_years(sheet);
    if (years.size() != 1) return std::nullopt;
    return years.front().year;
}

void report(const std::string& code, Severity severity, const std::string& sheet, std::string message, std::string hint,
            Findings& findings) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.source.sheet = sheet;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    findings.push_back(std::move(finding));
}

void report_example(const std::string& sheet, Findings& findings) {
    report("sheet.example", Severity::note, sheet,
           tell(fmt::format("シート「{}」は記入例と見て、読みませんでした。", sheet),
                fmt::format("The sheet \"{}\" was taken for an example and not read.", sheet)),
           tell("回答が書かれているときは、シートの名前を変えてください。",
                "If it holds an answer, please rename the sheet."),
           findings);
}

void report_other_year(const std::string& sheet, int year, Findings& findings) {
    const std::string named = text::fiscal_year_text(year);
    report("sheet.other-year", Severity::warning, sheet,
           tell(fmt::format("シート「{}」は{}のものなので、読みませんでした。", sheet, named),
                fmt::format("The sheet \"{}\" is about {} and was not read.", sheet, named)),
           tell("今回の回答なら、見出しの年度を直してください。",
                "If it is this round's answer, please correct the year in its headings."),
           findings);
}

void report_not_the_form(const std::string& sheet, const Form& form, Findings& findings) {
    report("sheet.not-the-form", Severity::note, sheet,
           tell(fmt::format("シート「{}」には「{}」の見出しがないので、その文字は置き場所を決めずに残しました。", sheet,
                            form.name),
                fmt::format("The sheet \"{}\" does not show the form \"{}\"; its text was kept as unplaced.", sheet,
                            form.id)),
           {}, findings);
}

// The year that the headings of each table with a header name; empty where they name none.
std::map<std::size_t, std::optional<int>> years_of_forms(const std::vector<StreamRow>& rows, const Headers& headers) {
    std::map<std::size_t, std::optional<int>> years;
    for (const auto& [at, header] : headers) {
        years.emplace(rows[at].table_index, year_of({{at, header}}));
    }
    return years;
}

}  // namespace

std::set<std::size_t> sheets_left_out(const TableSet& tables, const std::vector<StreamRow>& rows,
                                      const FormChoice& choice, std::optional<int> year, Findings& findings) {
    const auto forms = years_of_forms(rows, choice.headers);
    std::set<std::size_t> left_out;
    if (tables.tables.size() < 2 || forms.empty()) return left_out;
    const auto answers = std::count_if(forms.begin(), forms.end(), [&](const auto& entry) {
        return !is_example(tables.tables[entry.first].sheet, *choice.form);
    });
    std::set<std::size_t> shown;
    for (const StreamRow& row : rows) {
        if (row.table && row.table->gridded) shown.insert(row.table_index);
    }
    for (const std::size_t index : shown) {
        const std::string& sheet = tables.tables[index].sheet;
        const auto form = forms.find(index);
        if (tables.tables[index].page > 0) continue;  // a page's tables are no sheets: several make one form
        if (form == forms.end()) {
            report_not_the_form(sheet, *choice.form, findings);
        } else if (answers > 0 && is_example(sheet, *choice.form)) {
            report_example(sheet, findings);
            left_out.insert(index);
        } else if (form->second && year && form->second != year && year_of_name(sheet) == form->second) {
            report_other_year(sheet, *form->second, findings);
            left_out.insert(index);
        }
    }
    return left_out;
}

}  // namespace torimatome::parsers
