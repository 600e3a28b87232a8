// The strings that all sheets of a workbook share.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "model/table.hpp"
#include "parsers/read_options.hpp"
#include "parsers/xlsx/package.hpp"
#include "parsers/xlsx/rich_text.hpp"

namespace torimatome::parsers::xlsx {

/// One string. Most are plain and then held once, as the text that all their cells point to.
struct SharedString {
    std::shared_ptr<const CellText> plain;  ///< as it is in a cell without formatting; null for white space
    std::unique_ptr<RichText> rich;         ///< only where a run has a font of its own
    bool broken = false;                    ///< has characters that could not be read
};

struct SharedStrings {
    std::deque<SharedString> items;  ///< grows without moving what is there
    bool missing = false;            ///< the workbook has no such part, or it could not be read to its end
};

/// Reads the part; `missing` where there is none. Throws Error as stream_xml does; `strings` then holds what came
/// before.
void read_shared_strings(Package& package, const std::string& part, const Palette& palette, StruckText struck,
                         SharedStrings& strings);

}  // namespace torimatome::parsers::xlsx
