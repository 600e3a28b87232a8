// What is not sure of records that were put together of torn columns.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "parsers/form/row_reading.hpp"
#include "parsers/form/torn_matching.hpp"
#include "parsers/form/torn_page.hpp"
#include "parsers/form/torn_texts.hpp"

namespace torimatome::parsers {

/// Doubts about record `r` of a page: its label, which left-hand text it has, what its texts lack. Those found when
/// its lines were read (TornRecord::doubts) are not among them.
std::vector<RowDoubt> doubts_of_record(const MatchedPage& page, std::size_t r, const Form& form,
                                       const TornTexts& texts);

/// Doubts about every record of a page: which section and group they belong to. `has_sections`: some page has a
/// section's heading.
std::vector<RowDoubt> doubts_of_page(const TornPage& page, const Form& form, bool has_sections);

/// That other records of the section have a group, but this one has none.
RowDoubt without_group(const Form& form);

/// That the record's group is a term that labels have.
RowDoubt group_is_label(const std::string& group, const Form& form);

/// That the document lists a section, but no record is of it.
RowDoubt section_without_records(const Section& section);

/// That the numbers of the sections leave some out between `above` (empty at the start) and `here`.
RowDoubt sections_skip(const std::string& above, const std::string& here);

/// That the left-hand text, or the label, which starts on `line` went to no record of its page.
RowDoubt text_left_over(const std::string& text, int line, const Form& form);
RowDoubt label_left_over(const std::string& label, int line, const Form& form);

}  // namespace torimatome::parsers
