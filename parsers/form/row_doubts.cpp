#include "parsers/form/row_doubts.hpp"

#include <iterator>

#include "model/language.hpp"
#include "parsers/form/row_column_habits.hpp"
#include "parsers/form/row_cuts.hpp"
#include "parsers/form/row_kinship.hpp"
#include "parsers/form/row_marks.hpp"
#include "parsers/form/row_order.hpp"
#include "parsers/form/row_spans.hpp"
#include "parsers/form/row_texts.hpp"
#include "text/era_date.hpp"

namespace torimatome::parsers {

namespace {

void append(Findings&& more, Findings& findings) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Finding row_finding(const char* code, const Record& record, const std::string& field, std::string message) {
    Finding finding;
    finding.code = code;
    finding.record = record.id;
    finding.field = field;
    finding.source = record.source;
    finding.message = std::move(message);
    finding.hint = tell("元の資料で前後の行と欄を確かめてください。",
                        "Please check the rows around it and their columns in the original.");
    return finding;
}

std::string heading_of(const RowsRead& rows, const std::string& field) {
    const auto year = [&](int after) {
        return rows.document.year ? text::fiscal_year_text(*rows.document.year + after) : std::string("年度");
    };
    for (const ColumnSpec& column : rows.form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.id == field) return fill_years(column.heading, year(0), year(1));
        }
    }
    return field;
}

bool is_own(const Field* field) { return field && !field->inherited; }

void report_row_doubts(const Form& form, const std::vector<RowPlace>& places, Document& document) {
    const RowsRead rows{document, form, places};
    Findings doubts = page_doubts(rows);
    append(style_doubts(rows), doubts);
    append(section_doubts(rows), doubts);
    append(empty_section_doubts(rows), doubts);
    append(mark_doubts(rows), doubts);
    append(item_doubts(rows), doubts);
    append(date_doubts(rows), doubts);
    append(date_text_doubts(rows), doubts);
    append(weekday_doubts(rows), doubts);
    append(blank_doubts(rows, Blanks::cells_and_parts), doubts);
    append(cut_doubts(rows), doubts);
    append(open_end_doubts(rows), doubts);
    append(lost_start_doubts(rows), doubts);
    append(repeated_doubts(rows), doubts);
    append(habit_doubts(rows), doubts);
    append(span_doubts(rows), doubts);
    append(kinship_doubts(rows), doubts);
    append(strayed_text_doubts(rows), doubts);
    append(std::move(doubts), document.findings);
    append(inherited_doubts(rows), document.findings);
}

void report_page_doubts(const Form& form, PageRules rules, Document& document) {
    const std::vector<RowPlace> none;
    const RowsRead rows{document, form, none};
    Findings doubts = mark_doubts(rows);
    append(item_doubts(rows), doubts);
    append(date_doubts(rows), doubts);
    const bool unruled = rules == PageRules::some_lack;
    append(blank_doubts(rows, unruled ? Blanks::cells_and_parts : Blanks::parts), doubts);
    append(cut_doubts(rows), doubts);
    append(repeated_doubts(rows), doubts);
    if (unruled) append(habit_doubts(rows), doubts);
    append(std::move(doubts), document.findings);
}

void report_lost_end(const SourcePosition& announced, Document& document) {
    if (announced.line == 0 || document.records.empty()) return;
    Finding finding = row_finding("text.end-missing", document.records.back(), {},
                                  tell("資料の終わりに、行のない頁の頭があります。この後が切れているかもしれません。",
                                       "The text ends with the head of a page without rows: the rest may be cut off."));
    finding.source = announced;
    document.findings.push_back(std::move(finding));
}

}  // namespace torimatome::parsers
