// Headings above a table: of sections, with their items, and of groups of rows below them.
#pragma once

#include <string>

#include "parsers/form/document_draft.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/page_state.hpp"
#include "parsers/form/record_assembly.hpp"

namespace torimatome::parsers {

/// A section's heading, new or printed again on a further page. Finding: "section.repeat-differs" (note).
void start_section(const PageLine& line, const SourcePosition& source, PageState& page, DocumentDraft& draft);

/// The section that a sheet's name means, by its `number`; where that is empty the section before goes on.
void start_section_of_sheet(const std::string& number, PageState& page, DocumentDraft& draft);

/// Whether a text of `record`, or what follows its last sentence, reads like the heading of the next section.
bool holds_next_heading(const Record& record, const PageLines& lines);

/// An item of the section that was started last. Finding: "section.repeat-differs" (note).
void add_item(const PageLine& line, PageState& page, DocumentDraft& draft);

/// Reports a heading that is printed again with other words: one of the two is misread or mistyped.
void report_difference(const char* code, const std::string& first, const std::string& again,
                       const SourcePosition& source, Findings& findings);

/// Whether a line of unknown kind is the heading of a group: it stands below a section's heading, or in a table's body
/// (`in_body`), which it spans.
bool is_group_heading(const std::string& line, bool in_body, const Form& form, const PageState& page);

/// Gives `row` the heading of its `group`, if there is one, where the table has no column for it.
void add_group(const std::string& group, const Form& form, RawRow& row);

}  // namespace torimatome::parsers
