// Where XML may be cut: just enough of a scanner to know comments, CDATA sections and quoted attribute values.
#pragma once

#include <cstddef>
#include <string_view>

namespace torimatome::parsers::xlsx {

/// What starts at a '<'.
enum class MarkupKind { start_tag, empty_tag, end_tag, comment, cdata, instruction, document_type, incomplete };

struct Markup {
    MarkupKind kind = MarkupKind::incomplete;
    std::size_t end = 0;    ///< offset behind it; meaningless where it is incomplete
    std::string_view name;  ///< of a tag, with its prefix
};

/// The markup that starts at `at`, where `text` has a '<'.
Markup markup_at(std::string_view text, std::size_t at);

/// Where a list can be cut.
struct ListCut {
    std::size_t end = 0;     ///< everything before it is whole items; 0 where not even one item is known to be whole
    bool list_ends = false;  ///< at `end` stands the end tag of the list
    bool document_type = false;  ///< a declaration stands where none may be
};

/// The last place in `text`, which starts between two items, at which it can be cut between two items. `end_tag` is
/// the list's end tag without its ">", `item` the items' local name. An item's start or the list's end within a
/// comment or CDATA section is none.
ListCut find_list_cut(std::string_view text, std::string_view end_tag, std::string_view item);

}  // namespace torimatome::parsers::xlsx
