// Tables to a document: the form is recognised, its header found, its rows read by meaning.
#pragma once

#include <string>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/ledger.hpp"
#include "model/table.hpp"
#include "parsers/read_options.hpp"

namespace torimatome::parsers {

struct BuildOptions {
    std::string form;  ///< id of the form to read by; empty: the one whose header fits best
    HiddenCells hidden = HiddenCells::exclude;
};

/// Reads the document that `tables` hold. Throws Error (code "form.unknown") where no form of `mappings` fits, and
/// ("form.no-such-form") where `options.form` is none of them. Every non-space character of the tables ends in the
/// document's records, headings or unplaced text, or was recognised as page furniture.
Document build_document(const TableSet& tables, const Mappings& mappings, const BuildOptions& options);

/// The same with the account of the input's characters.
struct BuiltDocument {
    Document document;
    Ledger ledger;
};
BuiltDocument build_document_with_ledger(const TableSet& tables, const Mappings& mappings, const BuildOptions& options);

}  // namespace torimatome::parsers
