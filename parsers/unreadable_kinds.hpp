// Files that are often sent and cannot be read: each gets a message that says what it is and what to do.
#pragma once

#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Throws Error where the first bytes of `input` show a kind of file that no reader takes: nothing at all
/// ("input.empty"), protected or old Office files ("input.encrypted", "input.protected", "input.old-xls"), web pages
/// ("input.html"), PDFs, images, archives and other binary files ("input.unknown").
void refuse_unreadable_kinds(const Input& input);

}  // namespace torimatome::parsers
