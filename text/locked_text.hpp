// Digests of the texts that a form of ours must bring back unchanged.
#pragma once

#include <string>
#include <string_view>

#include "model/round.hpp"

namespace torimatome::text {

/// The digests of a locked text. White space counts nothing: programs break lines and trim cells in ways of their own.
LockedText lock_text(const std::string& field, std::string_view text);

enum class LockedChange { none, notation, text };
/// How `text` differs from what was locked; `notation` where only its compare key is the same.
LockedChange change_of(const LockedText& locked, std::string_view text);

/// What a text of ours is there for: the same words may be a hint on one sheet and a heading on another.
enum class OwnText {
    guide,  ///< on a sheet that only explains
    note,   ///< beside the table of an answer sheet
};
std::string own_text_digest(OwnText kind, std::string_view text);

}  // namespace torimatome::text
