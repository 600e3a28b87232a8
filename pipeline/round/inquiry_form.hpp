// Last year's document to the form that one department fills in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/round.hpp"
#include "pipeline/round/opinions.hpp"
#include "pipeline/round/recipients.hpp"

namespace torimatome::pipeline {

/// All that goes into one department's form.
struct InquiryForm {
    Form form;          ///< with the columns that only the form has
    Document document;  ///< what is asked about, with the fixed texts only
    RoundForm round;
    std::vector<std::string> open;  ///< ids of the fields to fill in
    std::vector<Record> previous;   ///< last year's records, one for each of `document`
    int joint = 0;                  ///< how many records other departments are asked about too
};

/// The title of a document of the fiscal year `from`, for the year `to`: mentions of that year and of the fiscal year
/// after it are moved, those of other years stay.
std::string title_of_year(const std::string& title, std::optional<int> from, int to);

/// The form for `recipient` and the fiscal year `year`. `last` is last year's document; its plans stand beside the
/// results that are asked for. `departments` as departments_of_records gives them for `last`.
InquiryForm make_inquiry_form(const Document& last, const Form& form, const Recipient& recipient,
                              const std::vector<std::vector<std::string>>& departments,
                              const std::vector<Opinion>& opinions, int year);

}  // namespace torimatome::pipeline
