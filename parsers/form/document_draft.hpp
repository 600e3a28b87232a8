// A document while it is read: every text that goes into it is entered in the account of characters too.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/ledger.hpp"
#include "parsers/form/record_assembly.hpp"
#include "parsers/form/row_doubts.hpp"
#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

/// A line of a kind that the form does not know. What it is shows once all the records are read.
struct UnknownLine {
    LooseText line;
    bool among_rows = false;
    std::size_t below = 0;  ///< index of the record that came next
};

struct DocumentDraft {
    DocumentDraft(const Form& form, const Mappings& mappings);

    const Form& form;
    RecordAssembly assembly;
    Document document;
    Ledger ledger;
    std::vector<RowPlace> places;  ///< of the records from tab rows
    std::vector<UnknownLine> unknown_lines;
};

/// Adds the record of `row`, and reports the doubts about it; the record stays valid until the next one is added.
Record& add_record(RawRow row, const std::vector<RowDoubt>& doubts, DocumentDraft& draft);

/// Adds `row` to the record above, of which it is the next part. Finding: "row.joined" (note).
void join_record_above(const RawRow& row, DocumentDraft& draft);

/// Adds text that stands in no record's row.
void add_unplaced(LooseText text, DocumentDraft& draft);

/// Adds text that stands in the last record's row, but in no column of it. Finding: "row.text-unplaced".
void add_unplaced_of_row(LooseText text, DocumentDraft& draft);

/// Reports "row.text-unplaced": `text` may belong to `record`.
void report_unplaced(const LooseText& text, const Record& record, Findings& findings);

}  // namespace torimatome::parsers
