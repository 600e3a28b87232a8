// The form that one department fills in (照会様式): a covering page, one answer sheet a section, an example, and the
// hidden sheet by which the answer is known again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "model/round.hpp"
#include "writers/consolidated_workbook.hpp"

namespace torimatome::writers {

/// What the covering page says.
struct Inquiry {
    std::string subject;  ///< 「…」について（照会）
    std::string due;      ///< as it is to be printed; empty where none was given
    std::string contact;  ///< where to send it and whom to ask
};

struct InquiryWorkbook {
    /// The form's columns with those that only the form that goes out has; their fields' ids are their headings.
    const Form& form;
    /// The records that are asked about, with their fixed texts only, and the round's year and title.
    const Document& document;
    const std::vector<std::string>& open;  ///< ids of the fields to fill in
    const std::vector<Record>& previous;   ///< what was said last year, record by record: rows get room for as much
    const Inquiry& inquiry;
    Paper paper = Paper::a3;
    Date created;
};

/// Writes the form to `file` (under a temporary name first). `round` goes onto the hidden sheet; the sheets' names and
/// the digests of the form's own words are added to it. Throws Error (code "output.failed"). Findings tell of texts
/// that did not fit a row ("output.text-over-row").
Findings write_inquiry_workbook(const InquiryWorkbook& book, RoundForm round, const std::filesystem::path& file);

}  // namespace torimatome::writers
