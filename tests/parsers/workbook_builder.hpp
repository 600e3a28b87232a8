// Makes workbooks in memory for tests: the XML that matters is written in the test, the rest is filled in here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.hpp"
#include "parsers/read_options.hpp"

namespace torimatome::parsers {

struct ZipPart {
    std::string name;
    std::string bytes;
    bool stored = false;
};

/// A zip file with these parts, made by libzip.
std::string make_zip(const std::vector<ZipPart>& parts);

struct SheetSpec {
    std::string name = "様式1";
    std::string rows;        ///< inside <sheetData>
    std::string before;      ///< before <sheetData>: <cols> and the like
    std::string after;       ///< behind it: <mergeCells>, <legacyDrawing r:id="…"/> and the like
    std::string attributes;  ///< of its <sheet>: `state="hidden"`
    std::string relations;   ///< <Relationship> elements of the sheet
};

struct WorkbookSpec {
    std::vector<SheetSpec> sheets;
    std::vector<std::string> strings;          ///< inside each <si>
    std::string styles;                        ///< inside <styleSheet>
    std::string properties;                    ///< inside <workbook>, before <sheets>
    std::string names;                         ///< inside <definedNames>
    std::map<std::string, std::string> parts;  ///< added, or put in the place of what is made here
    std::vector<std::string> removed;          ///< parts that are left out

    WorkbookSpec& cell_xfs(const std::vector<std::string>& xfs);
};

std::vector<ZipPart> workbook_parts(const WorkbookSpec& spec);
std::string make_workbook(const WorkbookSpec& spec);

/// A workbook of one sheet with these rows.
WorkbookSpec one_sheet(std::string rows, std::vector<std::string> strings = {});

/// Reads bytes as the file "回答.xlsx".
TableSet read_bytes(std::string_view bytes, const ReadOptions& options = {});
TableSet read_workbook(const WorkbookSpec& spec, const ReadOptions& options = {});

/// The cells as "A1=text" lines, a span as "A1:B2=text", and marks " hidden", " struck:…" behind it.
std::vector<std::string> lines_of(const Table& table);

/// The findings as "code severity sheet!cell: message" lines.
std::vector<std::string> lines_of(const Findings& findings);

/// The one style of number format `code` (number 1) for tests of formats.
std::string styles_with_formats(const std::vector<std::string>& codes);

}  // namespace torimatome::parsers
