#include "pipeline/proofreading/proofread.hpp"

namespace torimatome::pipeline {

Findings proofread(const Document& document, const Form& form, const Mappings& mappings) {
    Findings all;
    const auto add = [&](const Findings& findings) { all.insert(all.end(), findings.begin(), findings.end()); };
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
