#include "writers/workbook/unwritable_text.hpp"

#include "model/language.hpp"
#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/extra_columns.hpp"
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

void check_field(const Record& record, const std::string& id, const Field& field, Findings& findings) {
    Finding about;
    about.record = record.id;
    about.field = id;
    about.source = field_position(record, field);
    check_text(field.text, about, findings);
}

}  // namespace

Findings find_unwritable_text(const Document& document) {
    Findings findings;
    const Finding whole;
    check_text(document.title, whole, findings);
    for (const Section& section : document.sections) {
        check_text(section.title, whole, findings);
        for (const SectionItem& item : section.items) check_text(item.title, whole, findings);
    }
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) check_field(record, id, field, findings);
    }
    for (const LooseText& loose : document.unplaced) {
        Finding about;
        about.source = loose.source;
        check_text(loose.text, about, findings);
    }
    return findings;
}

Findings find_unprinted_columns(const std::vector<std::string>& fields) {
    Findings findings;
    for (std::size_t i = kMostPrintedExtras; i < fields.size(); ++i) {
        Finding finding;
        finding.code = "output.column-not-printed";
        finding.field = fields[i];
        finding.message =
            tell("様式にない欄が多いため、「" + fields[i] + "」は印刷用のシートに出さず、シート「一覧」に書きました。",
                 "There are many columns that the form does not know: \"" + fields[i] +
                     "\" is not on the print sheets but on the sheet 「一覧」.");
        finding.hint = tell("必要な欄であれば、様式の定義（mappings）に加えてください。",
                            "Add it to the form's mapping if it belongs to the form.");
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace torimatome::writers
