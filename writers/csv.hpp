// A document as flat CSV for Excel: UTF-8 with byte order mark, CRLF, RFC 4180; one record a row.
#pragma once

#include <iosfwd>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// Columns: id, section number and title, the form's fields under their headings, reprint and inherit flags, source.
/// `form` gives headings and order. Text that Excel would take for a formula (= + @ -) is written as it is, quoted.
void write_csv(const Document& document, const Form& form, std::ostream& out);

}  // namespace torimatome::writers
