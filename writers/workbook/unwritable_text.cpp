#include "writers/workbook/unwritable_text.hpp"

#include "model/language.hpp"
#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

namespace {

void check_text(const std::string& text, const Finding& about, Findings& findings) {
    const std::vector<std::string> dropped = dropped_characters(text);
    if (dropped.empty()) return;
    std::string names;
    for (const std::string& name : dropped) names += (names.empty() ? "" : ", ") + name;
    Finding finding = about;
    finding.code = "output.character-dropped";
    finding.message = tell("Excelのブックに書けない文字（" + names + "）を除いて書きました。",
                           "Left out characters that a workbook cannot hold (" + names + ").");
    finding.hint = tell("原本で、その位置に別の文字がないか確かめてください。",
                        "Check in the original whether another character should stand there.");
    findings.push_back(std::move(finding));
}

void check_field(const Record& record, const std::string& id, const Field& field, const Form& form,
                 Findings& findings) {
    Finding about;
    about.record = record.id;
    about.field = id;
    about.source = field_position(record, field);
    check_text(field.text, about, findings);
    if (form.find_field(id)) return;
    about.code = "output.field-unknown";
    about.message =
        tell("様式に「" + id + "」という欄がないため、印刷用のシートと一覧に出ていません：" + field.text,
             "The form has no field \"" + id + "\", so the print sheets and the list lack it: " + field.text);
    about.hint = tell("様式の定義（mappings）に欄を加えるか、--form で様式を選び直してください。",
                      "Add the field to the form's mapping or choose the form with --form.");
    findings.push_back(std::move(about));
}

}  // namespace

Findings find_unwritable_text(const Document& document, const Form& form) {
    Findings findings;
    const Finding whole;
    check_text(document.title, whole, findings);
    for (const Section& section : document.sections) {
        check_text(section.title, whole, findings);
        for (const SectionItem& item : section.items) check_text(item.title, whole, findings);
    }
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) check_field(record, id, field, form, findings);
    }
    for (const LooseText& loose : document.unplaced) {
        Finding about;
        about.source = loose.source;
        check_text(loose.text, about, findings);
    }
    return findings;
}

}  // namespace torimatome::writers
