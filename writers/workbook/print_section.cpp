#include "writers/workbook/print_section.hpp"

#include <algorithm>

namespace torimatome::writers {

namespace {

std::string name_without_section(const Document& document, const Form& form) {
    for (const std::string* name : {&document.label, &form.label, &form.name}) {
        if (!name->empty()) return *name;
    }
    return "資料";
}

}  // namespace

std::vector<PrintSection> print_sections(const Document& document, const Form& form) {
    std::vector<PrintSection> sections;
    for (const Section& section : document.sections) {
        sections.push_back({&section, section.number, form.section.name + section.number, {}});
    }
    for (const Record& record : document.records) {
        auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const PrintSection& section) { return section.number == record.section; });
        if (found == sections.end()) {
            const std::string name =
                record.section.empty() ? name_without_section(document, form) : form.section.name + record.section;
            sections.push_back({nullptr, record.section, name, {}});
            found = sections.end() - 1;
        }
        found->records.push_back(&record);
    }
    if (sections.empty()) sections.push_back({nullptr, "", name_without_section(document, form), {}});
    return sections;
}

}  // namespace torimatome::writers
