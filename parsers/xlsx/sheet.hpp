// One worksheet to one table.
#pragma once

#include <cstdint>

#include "model/table.hpp"
#include "parsers/read_options.hpp"
#include "parsers/xlsx/cell_value.hpp"
#include "parsers/xlsx/package.hpp"
#include "parsers/xlsx/workbook.hpp"
#include "parsers/xlsx/xml_stream.hpp"

namespace torimatome::parsers::xlsx {

/// How much of the limits the sheets read so far have used up.
struct Usage {
    std::uint64_t cells = 0;
    std::uint64_t merged_ranges = 0;
};

/// Reads a sheet's cells, merges and hidden lines. `rest` gives what stands around the rows and merges. Rows that come
/// before damage are kept ("sheet.damaged"). Throws Error where a limit is passed.
Table read_sheet(Package& package, const SheetEntry& entry, CellContext& context, const ReadLimits& limits,
                 Usage& usage, SheetFindings& findings, XmlPart& rest);

}  // namespace torimatome::parsers::xlsx
