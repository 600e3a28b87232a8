#include "parsers/form/asked_findings.hpp"

#include <fmt/format.h>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/era_date.hpp"

namespace torimatome::parsers {

namespace {

Finding about(const char* code, Severity severity, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

Finding about_row(const char* code, Severity severity, const Record& record, std::string message, std::string hint) {
    Finding finding = about(code, severity, std::move(message), std::move(hint));
    finding.record = record.id;
    finding.source = record.source;
    return finding;
}

std::string excerpt(const std::string& text) {
    constexpr int kCharacters = 20;
    std::size_t end = 0;
    for (int i = 0; i < kCharacters && end < text.size(); ++i) end += text::code_point_at(text, end).length;
    std::string start = text.substr(0, end);
    for (char& c : start) c = c == '\n' ? ' ' : c;
    return end < text.size() ? start + "…" : start;
}

// What the column of a field is headed; the field itself where it is a column of our own.
std::string heading_of(const std::string& field, const Form& form, std::optional<int> year) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.id != field) continue;
            if (!year) return fill_years(column.heading, "本年度", "次年度");
            return fill_years(column.heading, text::fiscal_year_text(*year), text::fiscal_year_text(*year + 1));
        }
    }
    return field;
}

}  // namespace

Finding row_copied(const Record& copy, const Record& original, bool dropped) {
    const std::string what = dropped
                                 ? tell("同じ内容なので、1件として扱いました。", "It says the same and counts once.")
                                 : tell("内容が違うので、両方を残しました。", "They differ, so both were kept.");
    return about_row("form.row-copied", Severity::warning, copy,
                     tell(fmt::format("取組 {} の行が複写されています。", original.id),
                          fmt::format("The row of measure {} was copied. ", original.id)) +
                         what,
                     tell("新しい取組なのか、誤って複写したのかを確かめてください。",
                          "Please check whether it is a new measure or was copied by mistake."));
}

Finding row_added(const Record& record) {
    return about_row(
        "form.row-added", Severity::warning, record,
        tell("配布した様式にない行が加えられています。内容はそのまま残しました。",
             "The form had no such row when it went out; it was kept."),
        tell("新しい取組として扱ってよいか確かめてください。", "Please check whether it is a new measure."));
}

Finding row_of_others(const Record& record, const RoundForm& asked, const RowMark& mark) {
    std::string why = tell("担当の欄に自部署の名前がありません", "its departments do not name this one");
    if (!mark.id.empty()) {
        why = mark.year == asked.year
                  ? tell(fmt::format("ほかの部署の様式の取組 {} です", mark.id),
                         fmt::format("it is measure {} of another department's form", mark.id))
                  : tell(fmt::format("{}の様式の取組 {} です", text::fiscal_year_text(mark.year), mark.id),
                         fmt::format("it is measure {} of the form of fiscal year {}", mark.id, mark.year));
    }
    return about_row(
        "form.row-of-others", Severity::warning, record,
        tell(fmt::format("「{}」に照会していない行があります（{}）。内容はそのまま残しました。", asked.department, why),
             fmt::format("\"{}\" was not asked about this row ({}); it was kept.", asked.department, why)),
        tell("どの部署の回答か確かめてください。", "Please check whose answer it is."));
}

Finding row_dropped(const AskedRecord& asked) {
    Finding finding = about("form.row-dropped", Severity::warning,
                            tell(fmt::format("照会した取組 {} の行がありません。", asked.id),
                                 fmt::format("The row of measure {}, which was asked about, is gone.", asked.id)),
                            tell("終わった取組なのか、誤って削除したのかを確かめてください。",
                                 "Please check whether it has ended or was deleted by mistake."));
    finding.source.sheet = asked.sheet;
    return finding;
}

Finding row_id_lost(const Record& record) {
    return about_row("form.row-id-lost", Severity::note, record,
                     tell("行の番号（非表示の列）がないので、取組の内容で照合しました。",
                          "The row has lost its hidden id and was matched by its text."),
                     {});
}

Finding all_row_ids_lost() {
    return about("form.row-id-lost", Severity::warning,
                 tell("行の番号の列（非表示）がないので、取組の内容で照合しました。",
                      "The hidden column of ids is gone; rows were matched by their text."),
                 tell("配布した様式にそのまま記入されているか確かめてください。",
                      "Please check whether the form that went out was used."));
}

Finding rows_moved() {
    return about("form.rows-moved", Severity::note,
                 tell("行の順序が変えられています。取組は元の順に並べました。",
                      "Rows were moved; the measures stand in their old order again."),
                 {});
}

Finding sheet_renamed(const std::string& from, const std::string& to) {
    Finding finding = about("form.sheet-renamed", Severity::note,
                            tell(fmt::format("シート「{}」の名前が「{}」に変えられています。", from, to),
                                 fmt::format("The sheet \"{}\" was renamed to \"{}\".", from, to)),
                            {});
    finding.source.sheet = to;
    return finding;
}

Finding locked_changed(const Record& record, const std::string& field, const Form& form, std::optional<int> year,
                       text::LockedChange change) {
    const std::string heading = heading_of(field, form, year);
    const std::string text = excerpt(record.text(field));
    const Field* found = record.find(field);
    const bool notation = change == text::LockedChange::notation;
    Finding finding =
        text.empty() ? about_row("form.locked-changed", Severity::warning, record,
                                 tell(fmt::format("記入欄でない「{}」の文字が消されています。", heading),
                                      fmt::format("The locked text of \"{}\" was deleted.", heading)),
                                 {})
        : notation   ? about_row("form.locked-notation", Severity::note, record,
                                 tell(fmt::format("記入欄でない「{}」の表記が変わっています（「{}」）。", heading, text),
                                      fmt::format("The notation of the locked \"{}\" changed (\"{}\").", heading, text)),
                                 {})
                     : about_row("form.locked-changed", Severity::warning, record,
                                 tell(fmt::format("記入欄でない「{}」が書き換えられています（「{}」）。", heading, text),
                                      fmt::format("The locked text of \"{}\" was changed (\"{}\").", heading, text)),
                                 {});
    finding.field = form.find_field(field) ? field : std::string();
    if (found && !(found->source == SourcePosition{})) finding.source = found->source;
    if (!notation) {
        finding.hint = tell("変更してよいか部署に確かめ、よくなければ元の文に戻してください。",
                            "Please ask the department whether the change is meant.");
    }
    return finding;
}

Finding answer_missing(const Record& record, const std::vector<std::string>& fields, const Form& form,
                       std::optional<int> year, bool joint) {
    std::string headings;
    for (const std::string& field : fields) headings += "「" + heading_of(field, form, year) + "」";
    if (joint) {
        return about_row("form.answer-missing", Severity::note, record,
                         tell(fmt::format("ほかの部署と共同の取組で、記入がありません（{}）。", headings),
                              fmt::format("Nothing is filled in for this joint measure ({}).", headings)),
                         tell("ほかの部署の回答にあれば、それを使います。", "Another department's answer is used."));
    }
    Finding finding = about_row("form.answer-missing", Severity::warning, record,
                                tell(fmt::format("記入欄の{}が空です。", headings),
                                     fmt::format("These cells are to be filled in, but are blank: {}.", headings)),
                                tell("記入してください。ないときは「該当なし」と書いてください。",
                                     "Please fill them in; write 該当なし where there is nothing to say."));
    if (fields.size() == 1) finding.field = fields.front();
    return finding;
}

Finding not_filled_in(const RoundForm& asked) {
    return about("form.not-filled-in", Severity::note,
                 tell(fmt::format("「{}」の様式は、まだどの欄にも記入がありません。", asked.department),
                      fmt::format("The form of \"{}\" is not filled in yet.", asked.department)),
                 {});
}

Finding hidden_sheet_lost(const RoundForm& asked) {
    return about(
        "form.hidden-sheet-lost", Severity::warning,
        tell(fmt::format("「{}」の様式にあった照合用の非表示シートがないので、書き換えや行の削除を"
                         "確かめられません。回答は読み取りました。",
                         asked.department),
             fmt::format("The form of \"{}\" has lost its hidden sheet, so that changed texts and deleted rows "
                         "cannot be told. The answers were read.",
                         asked.department)),
        tell("配布した様式にそのまま記入されているか確かめてください。",
             "Please check whether the form that went out was used."));
}

Finding old_form(const RoundForm& asked, int year) {
    return about("form.old-form", Severity::warning,
                 tell(fmt::format("{}の様式ですが、見出しは{}です。古い様式を使い回したようです。",
                                  text::fiscal_year_text(asked.year), text::fiscal_year_text(year)),
                      fmt::format("The form is of fiscal year {}, but its headings say {}: an old form was used again.",
                                  asked.year, year)),
                 tell("今年度の様式で提出し直してもらってください。", "Please ask for an answer on this year's form."));
}

}  // namespace torimatome::parsers
