// The whole run of one input: its bytes to what they mean.
#pragma once

#include <optional>
#include <string>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/ledger.hpp"
#include "model/table.hpp"
#include "parsers/read_options.hpp"
#include "parsers/reader.hpp"

namespace torimatome::pipeline {

/// What the user asks of the reading.
struct ReadSettings {
    std::string form;  ///< id of the form to read by; empty: the one that fits best
    parsers::HiddenCells hidden = parsers::HiddenCells::exclude;
    parsers::StruckText struck = parsers::StruckText::drop;
};

/// What `input` means: a file of any kind that can be read, or a JSON document that `convert` wrote. Throws Error where
/// nothing of the input can be used; everything smaller is a finding of the document.
Document read_document(const parsers::Input& input, const Mappings& mappings, const ReadSettings& settings);

/// The same with the account of the input's characters, which a JSON document has none of.
struct ReadDocument {
    Document document;
    std::optional<Ledger> ledger;
};
ReadDocument read_document_with_ledger(const parsers::Input& input, const Mappings& mappings,
                                       const ReadSettings& settings);

/// What stands on the pages of `input`, without a form. Throws Error where the input cannot be read, or is a JSON
/// document, which holds no tables (code "json.no-tables").
TableSet read_raw_tables(const parsers::Input& input, const ReadSettings& settings);

}  // namespace torimatome::pipeline
