#include "writers/workbook/rich_text.hpp"

#include <algorithm>

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"

namespace torimatome::writers {

namespace {

CellStyle style_of_run(CellStyle style, const TextRun& run) {
    style.bold = style.bold || run.bold;
    style.italic = run.italic;
    style.underline = run.underline;
    style.color = run.color;
    return style;
}

/// libxlsxwriter 1.1.4 counts fragments in one byte: with 256 of them it never comes back.
constexpr std::size_t kMaxFragments = 250;

/// The parts as the library wants them: clean, none empty, no two neighbours alike.
std::vector<RichPart> joined_by_look(const std::vector<RichPart>& parts) {
    std::vector<RichPart> result;
    for (const RichPart& part : parts) {
        std::string text = cell_text(part.text);
        if (text.empty()) continue;
        if (!result.empty() && result.back().style == part.style) {
            result.back().text += text;
        } else {
            result.push_back({std::move(text), part.style});
        }
    }
    return result;
}

lxw_error write_fragments(Workbook& workbook, const Sheet& sheet, const CellRange& range,
                          const std::vector<RichPart>& parts, const CellStyle& style) {
    std::vector<lxw_rich_string_tuple> fragments;
    fragments.reserve(parts.size());
    for (const RichPart& part : parts) {
        // A fragment without a format would be drawn in the Normal font, which is not the cell's.
        fragments.push_back({workbook.format(part.style), const_cast<char*>(part.text.c_str())});
    }
    std::vector<lxw_rich_string_tuple*> pointers;
    for (lxw_rich_string_tuple& fragment : fragments) pointers.push_back(&fragment);
    pointers.push_back(nullptr);
    return worksheet_write_rich_string(sheet.handle, range.first_row, range.first_column, pointers.data(),
                                       workbook.format(style));
}

}  // namespace

bool runs_apply(const std::string& text, const std::vector<TextRun>& runs) {
    if (std::all_of(runs.begin(), runs.end(), [](const TextRun& run) { return run.plain(); })) return false;
    std::size_t at = 0;
    for (const TextRun& run : runs) {
        if (text.compare(at, run.text.size(), run.text) != 0) return false;
        at += run.text.size();
    }
    return at == text.size();
}

bool write_rich_parts(Workbook& workbook, const Sheet& sheet, const CellRange& range,
                      const std::vector<RichPart>& parts, const CellStyle& style) {
    std::string text;
    for (const RichPart& part : parts) text += part.text;
    const std::vector<RichPart> looks = joined_by_look(parts);
    if (looks.size() == 1) {
        // One look for the whole cell: the library refuses a rich string of one fragment.
        write_merged(sheet, range, text, workbook.format(looks.front().style));
        return true;
    }
    write_merged(sheet, range, text, workbook.format(style));
    if (looks.empty()) return true;
    if (looks.size() > kMaxFragments) return false;
    const lxw_error result = write_fragments(workbook, sheet, range, looks, style);
    // The library counts the marks of the formatting as characters of the cell. The plain text stands there already.
    if (result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) return false;
    checked(result, sheet.name, range.first_row, range.first_column);
    return true;
}

bool write_rich(Workbook& workbook, const Sheet& sheet, const CellRange& range, const std::string& text,
                const std::vector<TextRun>& runs, const CellStyle& style) {
    if (!runs_apply(text, runs)) {
        write_merged(sheet, range, text, workbook.format(style));
        return true;
    }
    std::vector<RichPart> parts;
    for (const TextRun& run : runs) parts.push_back({run.text, style_of_run(style, run)});
    return write_rich_parts(workbook, sheet, range, parts, style);
}

}  // namespace torimatome::writers
