// A document to what the members of the committee evaluate by: facts, what to look at first.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/ballot.hpp"
#include "model/document.hpp"
#include "model/form.hpp"
#include "pipeline/committee/changes.hpp"
#include "writers/committee_workbook/score_workbook.hpp"

namespace torimatome::pipeline {

/// All that goes into the members' workbooks; the same for each of them but for the member's name.
struct ScoreForm {
    Form form;          ///< the columns, one field each
    Document document;  ///< one record a measure
    BallotForm ballot;
    std::vector<writers::Priority> priorities;
};

/// `changes` is null where no older document was given; `older_year` is then of no account.
ScoreForm make_score_form(const Document& document, const Form& form, const Scale& scale,
                          const std::vector<Member>& members, const std::map<std::string, MeasureChange>* changes);

/// The measures to look at first, gravest first: no result, a plan that was not answered, a category that moved, a new
/// measure, a text that changed much, a reprint (再掲) that differs from its original.
std::vector<writers::Priority> find_priorities(const Document& document, const Form& form,
                                               const std::map<std::string, MeasureChange>* changes);

}  // namespace torimatome::pipeline
