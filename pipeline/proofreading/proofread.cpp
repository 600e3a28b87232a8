#include "pipeline/proofreading/proofread.hpp"

#include <algorithm>

#include "model/round.hpp"

namespace torimatome::pipeline {

namespace {

// What a department typed into a form of ours: the fixed texts are the city's own, and the form itself tells which
// answers are missing.
Document typed_answers(const Document& document, const Form& form) {
    const std::vector<std::string> open = fields_to_fill_in(form);
    Document typed = document;
    for (Record& record : typed.records) {
        std::erase_if(record.fields, [&](const auto& field) {
            const bool fixed = std::find(open.begin(), open.end(), field.first) == open.end();
            return form.find_field(field.first) && fixed && !record.asked.empty();
        });
    }
    return typed;
}

}  // namespace

Findings proofread(const Document& document, const Form& form, const Mappings& mappings) {
    Findings all;
    const auto add = [&](const Findings& findings) { all.insert(all.end(), findings.begin(), findings.end()); };
    if (!document.department.empty()) {
        const Document typed = typed_answers(document, form);
        add(check_reprints(typed, form, mappings));
        add(check_characters(typed));
        add(check_notation(typed, mappings.notation));
        return all;
    }
    add(check_title_year(document, form));
    add(check_required_fields(document, form));
    add(check_numbering(document, form));
    add(check_reprints(document, form, mappings));
    add(check_departments(document, form, mappings.organisations));
    add(check_characters(document));
    add(check_notation(document, mappings.notation));
    return all;
}

}  // namespace torimatome::pipeline
