// The sheet of a form that is filled in: one section's records, one row each, fixed texts locked.
#pragma once

#include "model/finding.hpp"
#include "model/round.hpp"
#include "writers/forms_workbook/inquiry_workbook.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/print_section.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// Writes the records of `section` and a few open rows for new ones. The digests of the sheet's own notes go into
/// `round`.
void write_answer_sheet(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                        const PrintSection& section, const std::vector<PrintColumn>& columns, const PrintLayout& layout,
                        RoundForm& round, Findings& findings);

/// Writes the headings of `columns` into `row`, from column B on. A heading over several columns stands in the first of
/// them. Returns the row's height, which is set.
double write_form_headings(Workbook& workbook, const Sheet& sheet, lxw_row_t row, const InquiryWorkbook& book,
                           const std::vector<PrintColumn>& columns, const PrintLayout& layout);

/// Whether `field` is one of the fields to fill in.
bool is_open(const InquiryWorkbook& book, const std::string& field);
/// Whether `field` shows last year's answer or the like.
bool is_reference(const RoundForm& round, const std::string& field);

}  // namespace torimatome::writers
