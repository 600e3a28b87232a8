// XML parts of any size: long lists (rows, strings, merges) come in batches, what stands around them as a document.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/xlsx/package.hpp"

namespace torimatome::parsers::xlsx {

/// A long list in a part: the children `item` of the element `list` (local names), handed over one by one. `done` says
/// how many bytes of the part were inflated so far.
struct XmlList {
    std::string_view list;
    std::string_view item;
    std::function<void(pugi::xml_node item, std::uint64_t done)> take;
};

/// A part without its long lists. The document points into the buffer.
struct XmlPart {
    std::string buffer;
    pugi::xml_document document;

    pugi::xml_node root() const;
};

inline constexpr std::size_t kReadSize = 1 << 17;

/// Reads the part `name`, which must exist. Throws Error: "part.damaged" where it is no well-formed XML or in an
/// encoding other than UTF-8 and UTF-16, "input.document-type" where it declares a document type (entities),
/// "input.too-large". Batches that were handed over before such an error were whole. Never cuts within an item,
/// whatever `read_size` is.
void stream_xml(Package& package, std::string_view name, const std::vector<XmlList>& lists, XmlPart& rest,
                std::size_t read_size = kReadSize);

/// Reads a whole part into `part`; false where the package has none of that name. Throws like stream_xml.
bool read_xml(Package& package, std::string_view name, XmlPart& part);

}  // namespace torimatome::parsers::xlsx
