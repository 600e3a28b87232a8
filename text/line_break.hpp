// Line breaks: which ones the author meant, and which ones the page's width forced.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace torimatome::text {

/// Joins the lines of a cell. A break stays before a bullet, a 【…】 heading, a numbering mark with a space behind it,
/// or an indented line (a full-width space) that follows a finished sentence; other breaks go, without a space between
/// Japanese characters and with one between Latin words. Runs of spaces become one; spaces at both ends of a line go.
std::string undo_line_breaks(std::string_view text);

/// The same for text whose line breaks the author made (a workbook cell): every break stays, empty lines at the ends
/// go, trailing spaces go.
std::string keep_line_breaks(std::string_view text);

/// Splits a run-on text at its bullets: 「・a ・b」 gives two lines. A bullet counts at the start and after a space
/// or a sentence's end, never inside a word (子ども・子育て).
std::string break_before_bullets(std::string_view text);

}  // namespace torimatome::text
