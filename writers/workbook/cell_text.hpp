// Text as a workbook's cell can hold it: no character that makes Excel call the file corrupt, none of its escapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.hpp"

namespace torimatome::writers {

/// Limits of Excel for one cell: characters are counted in UTF-16 units.
inline constexpr std::size_t kMaxCellUnits = 32'767;
inline constexpr std::size_t kMaxCellLineBreaks = 253;

/// `text` without what XML cannot hold (control characters, U+FFFE and U+FFFF, broken bytes), with CR LF and CR as LF,
/// and with
/// `_x0041_`, which Excel would read as an escape for "A", escaped itself (`_x005F_x0041_`).
std::string cell_text(std::string_view text);

/// The characters that `cell_text` leaves out, as "U+0001", each once, in order; "不正なバイト" (in the user's
/// language) stands for bytes that are no character.
std::vector<std::string> dropped_characters(std::string_view text);

/// How many UTF-16 units `text` takes.
std::size_t utf16_length(std::string_view text);

/// Where `text` must be cut so that each piece keeps within both limits: the end offset of every piece, the last
/// one being `text.size()`. One entry, nearly always. Cuts are made at line breaks where there is one.
std::vector<std::size_t> cell_piece_ends(std::string_view text);

/// The part of `runs` that covers the bytes [begin, end) of their joined text.
std::vector<TextRun> slice_runs(const std::vector<TextRun>& runs, std::size_t begin, std::size_t end);

/// The first `characters` characters of `text` on one line (line breaks as spaces), with 「…」 where more follows.
std::string excerpt(std::string_view text, std::size_t characters);

}  // namespace torimatome::writers
