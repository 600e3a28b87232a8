// How the reading stands on the page: what its head has said so far of the rows to come.
#pragma once

#include <optional>
#include <string>

#include "model/form.hpp"
#include "model/source_position.hpp"
#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

struct PageState {
    bool in_box = false;                 ///< a section's items may follow
    bool outside = false;                ///< a page's head has begun and its header has not come yet
    bool after_loose = false;            ///< the row before was a loose line
    bool section_seen_on_sheet = false;  ///< a section's heading stands on the sheet
    bool section_in_head = false;        ///< a section's heading has come since the last header
    bool section_differs = false;        ///< and its head contradicts an earlier page
    bool below_section = false;          ///< the line above is a section's heading
    std::optional<std::size_t> section;  ///< index of the section of the rows to come
    std::string group;                   ///< heading of the rows to come, below their section's
    SourcePosition announced;            ///< the first heading or header since the last row; line 0: none
    int titles = 0;                      ///< times the title was printed; once a page, in its head or at its foot
    int last_line = 0;                   ///< of the row or line read last within a body
    RowPlace place;                      ///< of the rows to come
};

/// Ends the page's head: what it said holds for the rows to come. `headed`: it ends with its header.
void enter_page(bool headed, const Form& form, PageState& page);

/// A heading or header at `source` says that rows will follow.
void announce_rows(const SourcePosition& source, PageState& page);

/// The head is over: neither a section's items nor other lines of it go on.
void leave_head(PageState& page);

}  // namespace torimatome::parsers
