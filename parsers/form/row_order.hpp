// Order of rows: pages without their heads, sections and dates that do not go on from the row above.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Rows of pages that lack their header or their section's heading, or whose heads contradict an earlier page.
Findings page_doubts(const RowsRead& rows);

/// Rows whose cells hold other fields than those of the rows around them.
Findings style_doubts(const RowsRead& rows);

/// Sections that do not follow one another: a heading within the table was lost or stands elsewhere.
Findings section_doubts(const RowsRead& rows);

/// Sections with a heading and no row: the rows beside the gap say so.
Findings empty_section_doubts(const RowsRead& rows);

/// Texts of date columns that are no dates: two rows' dates in one cell.
Findings date_text_doubts(const RowsRead& rows);

/// The one date without the bracket that all others have.
Findings weekday_doubts(const RowsRead& rows);

/// Dates before that of the row above, where dates go up.
Findings date_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
