// What a clerk would want to know of a document before it is published: slips that reading it well does not tell.
#pragma once

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// All findings of the checks below, in their order. Nothing of the document is changed.
Findings proofread(const Document& document, const Form& form, const Mappings& mappings);

/// Texts marked 再掲 whose words differ from their first printing ("reprint.differs", a warning), or that stand nowhere
/// else in a document that seems to be a whole one ("reprint.no-original", a note); long texts printed again without
/// the mark ("reprint.unmarked", a note).
Findings check_reprints(const Document& document, const Form& form, const Mappings& mappings);

/// Numbers that are missing or stand twice among the sections, the items of a section and the marks of the records
/// ("numbering.gap", a note, and "numbering.double", a warning). Gaps among marks are looked for only where the
/// document seems to be the whole one: a department's submission holds its own measures only.
Findings check_numbering(const Document& document, const Form& form);

/// Characters that code page 932 lacks ("text.not-in-cp932", a note), and long dashes between Latin letters
/// ("text.dash", a note): Off―JT. One finding a character or word, at its first place.
Findings check_characters(const Document& document);

/// Names of departments that are not on the list of organisations, where most names of the document are on it; else
/// names that differ from a more frequent one of the document by a character or so ("department.unknown", a warning
/// that names the nearest one).
Findings check_departments(const Document& document, const Form& form, const Organisations& organisations);

/// A title whose year is not that of the columns ("title.year-differs", a warning).
Findings check_title_year(const Document& document, const Form& form);

/// Records without a field that the form requires ("field.empty"): a warning for a choice or the departments, a note
/// for others. What the reader has already told of the same field is not told again.
Findings check_required_fields(const Document& document, const Form& form);

/// Words written in several ways ("notation.mixed", a note) and digits in both widths ("notation.mixed-width", a note),
/// with counts, at the first place of the rarest way. One-digit numbers in full and longer ones in half width are one
/// way of writing (公用文の慣例).
Findings check_notation(const Document& document, const Notation& notation);

}  // namespace torimatome::pipeline
