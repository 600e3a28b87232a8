// Who is asked about what: the departments of a document, with their records.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "pipeline/consolidation/roster.hpp"

namespace torimatome::pipeline {

/// A department that a form goes to.
struct Recipient {
    std::string department;            ///< official name, without the bureau's short name
    std::string contact;               ///< from the roster
    std::vector<std::size_t> records;  ///< indexes of the document's records
};

/// The name behind 「こ) こども家庭部」, by the list of organisations where it is there under another name.
std::string department_name(const std::string& written, const Organisations& organisations);

/// The departments that each record names, by their official names, in the record's order.
std::vector<std::vector<std::string>> departments_of_records(const Document& document, const Form& form,
                                                             const Organisations& organisations);

/// The departments in the roster's order where there is one, then in the order in which the records name them. Records
/// that name none go to a recipient without a name. Findings: "distribute.no-department" (a record that names none),
/// "distribute.not-in-roster", "distribute.nothing-to-ask" (a department of the roster without records).
std::vector<Recipient> find_recipients(const Document& document, const Form& form, const Organisations& organisations,
                                       const std::vector<RosterEntry>& roster, Findings& findings);

}  // namespace torimatome::pipeline
