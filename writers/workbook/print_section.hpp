// Which records stand on which print sheet: one sheet a section (提言).
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

struct PrintSection {
    const Section* section = nullptr;  ///< null for records that belong to none
    std::string number;
    std::string sheet_name;  ///< as wanted: 「提言1」
    std::vector<const Record*> records;
};

/// The sections in the document's order, also those without records, then sections that only records name. Records
/// without a section go to one sheet named after the document's label or the form.
std::vector<PrintSection> print_sections(const Document& document, const Form& form);

}  // namespace torimatome::writers
