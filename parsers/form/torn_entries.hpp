// Matched torn pages to the records that a reading of lines gives.
#pragma once

#include "model/form.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/torn_matching.hpp"
#include "parsers/form/torn_texts.hpp"

namespace torimatome::parsers {

/// Adds an entry for each record of the page, with its doubts; texts and labels that went to no record are unplaced.
void add_torn_entries(const MatchedPage& page, const Form& form, const TornTexts& texts, LineReading& reading);

/// Doubts records without a group in a section whose other records have one.
void doubt_missing_groups(LineReading& reading, const Form& form);

/// Doubts records whose group is a label of other records or, where there are any, one of the known terms.
void doubt_label_groups(LineReading& reading, const Form& form, const Vocabulary* known);

/// Doubts the records beside a section that is listed and has none. To be called when all pages are added.
void doubt_empty_sections(LineReading& reading);

/// Doubts the first record behind a gap in the numbers of the sections, where no list names those between.
void doubt_skipped_sections(LineReading& reading);

}  // namespace torimatome::parsers
