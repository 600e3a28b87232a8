// The sheets of a form that explain: the covering page (照会文) and the filled-in example (記入例).
#pragma once

#include "model/round.hpp"
#include "writers/forms_workbook/inquiry_workbook.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/print_section.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes the covering page. Its words go into `round` as digests; its open cells (who answers, a message) do not.
void write_covering_page(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                         const std::vector<PrintSection>& sections, const PrintLayout& layout, RoundForm& round);

/// Writes one made-up measure as it should be filled in.
void write_example(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                   const std::vector<PrintColumn>& columns, const PrintLayout& layout, RoundForm& round);

}  // namespace torimatome::writers
