#include "pipeline/form_description.hpp"

#include <fmt/format.h>

#include <vector>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

std::string kind_words(const FieldSpec& field) {
    switch (field.kind) {
        case FieldKind::mark:
            return tell(fmt::format("記号（{}）", field.style), fmt::format("mark ({})", field.style));
        case FieldKind::name: return tell("名前", "name");
        case FieldKind::prose: return tell("文章", "prose");
        case FieldKind::choice: return tell("区分", "choice");
        case FieldKind::departments: return tell("担当部課の一覧", "list of departments");
        case FieldKind::date: return tell("日付", "date");
    }
    return {};
}

std::string field_line(const FieldSpec& field) {
    std::string line = fmt::format("    {}: {}", field.id, kind_words(field));
    if (field.blank == BlankCell::inherit) line += tell("、空欄は上と同じ", ", blank means as above");
    if (field.list) line += tell("、いくつかの語", ", several terms");
    if (!field.required) line += tell("、なくてもよい", ", need not be there");
    return line + "\n";
}

std::string column_lines(const ColumnSpec& column) {
    std::string lines = "  " + tell(fmt::format("「{}」", column.heading), fmt::format("\"{}\"", column.heading));
    if (column.optional) lines += tell("（ない表もある）", " (some tables have none)");
    lines += "\n";
    std::string aliases;
    for (const std::string& alias : column.aliases) aliases += (aliases.empty() ? "" : tell("、", ", ")) + alias;
    if (!aliases.empty()) lines += "    " + tell("ほかの見出し: ", "other headings: ") + aliases + "\n";
    for (const FieldSpec& field : column.fields) lines += field_line(field);
    return lines;
}

std::string layout_line(const Form& form) {
    switch (form.lines.kind) {
        case LineLayout::Kind::none: return {};
        case LineLayout::Kind::narrow:
            return tell("表のない文字では: 狭い欄の項目名の後に文が続くものとして読む\n",
                        "As plain lines: names in a narrow column, each followed by its text\n");
        case LineLayout::Kind::torn:
            return tell("表のない文字では: 離れた列を、内容から番号に組み合わせて読む\n",
                        "As plain lines: columns that were pulled apart are joined to numbers by what they say\n");
    }
    return {};
}

std::string list_lines(const std::string& heading, const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    std::string lines = heading + "\n";
    for (const std::string& text : texts) lines += "  " + text + "\n";
    return lines;
}

}  // namespace

std::string form_line(const Form& form) { return form.id + "\t" + form.label + "\t" + form.name; }

std::string describe_form(const Form& form) {
    std::string text = fmt::format("{}  {}  {}\n", form.id, form.label, form.name);
    text += list_lines(tell("題名:", "Titles:"), form.title_patterns);
    text += list_lines(tell("見出し（", "Sections (") + form.section.name + tell("）:", "):"), form.section.patterns);
    text += tell("列:", "Columns:") + "\n";
    for (const ColumnSpec& column : form.columns) text += column_lines(column);
    text += layout_line(form);
    std::vector<std::string> choices;
    for (const Choice& choice : form.choices) {
        choices.push_back(tell(fmt::format("{}: {}（{}）", choice.value, choice.label, choice.short_label),
                               fmt::format("{}: {} ({})", choice.value, choice.label, choice.short_label)));
    }
    text += list_lines(tell("区分:", "Choices:"), choices);
    text += list_lines(tell("再掲の印:", "Marks of reprints:"), form.reprint_marks);
    return text + list_lines(tell("取組を見分ける欄:", "Fields that tell records apart:"), form.identity);
}

}  // namespace torimatome::pipeline
