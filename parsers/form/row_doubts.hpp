// Doubts that no row shows alone: what the rows of extracted text say of one another once all of them are read.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "parsers/form/row_placement.hpp"

namespace torimatome::parsers {

/// How the page stood above a record's row.
struct RowPlace {
    int page = 0;                     ///< counts the headers so far, 1-based
    bool headed = true;               ///< the page's head was followed by its header
    bool section_headed = true;       ///< the page's head names its section
    bool section_differs = false;     ///< the page's head says otherwise of the section than an earlier page
    bool below_heading_text = false;  ///< a text of a row above reads like the next section's heading
    CellStyle style;                  ///< how the row's cells were shared among the fields
    int cells = 0;                    ///< of the page's header
};

/// The records of tab rows as they were read. `places` goes with the document's records.
struct RowsRead {
    const Document& document;
    const Form& form;
    const std::vector<RowPlace>& places;
};

/// Adds what speaks against rows: marks and sections out of order, blank or cut texts, rows that stand twice, texts
/// that read like another column's, and what was taken from a doubtful row above.
void report_row_doubts(const Form& form, const std::vector<RowPlace>& places, Document& document);

/// Whether rules part the cells of all tables on a document's pages.
enum class PageRules { all_ruled, some_lack };

/// Adds what speaks against the records of tables that were read off printed pages: the same for what needs no lines.
/// Where rules lack, a blank cell's text may stand in another, too.
void report_page_doubts(const Form& form, PageRules rules, Document& document);

/// Adds that the text ends behind a heading or header at `announced` (line 0: none), whose rows may be cut off.
void report_lost_end(const SourcePosition& announced, Document& document);

/// A warning about a record; `field` may be empty.
Finding row_finding(const char* code, const Record& record, const std::string& field, std::string message);

/// The heading of the field's column, with the document's years.
std::string heading_of(const RowsRead& rows, const std::string& field);

/// Whether the field stands in the record's own row.
bool is_own(const Field* field);

}  // namespace torimatome::parsers
