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

bool same_look(const TextRun& a, const TextRun& b) {
    return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline && a.color == b.color;
}

/// libxlsxwriter 1.1.4 counts fragments in one byte: with 256 of them it never comes back.
constexpr std::size_t kMaxFragments = 250;

/// The runs as the library wants them: clean, none empty, no two neighbours alike.
std::vector<TextRun> joined_by_look(const std::vector<TextRun>& runs) {
    std::vector<TextRun> result;
    for (const TextRun& run : runs) {
        std::string text = cell_text(run.text);
        if (text.empty()) continue;
        if (!result.empty() && same_look(result.back(), run)) {
            result.back().text += text;
        } else {
            result.push_back(run);
            result.back().text = std::move(text);
        }
    }
    return result;
}

lxw_error write_fragments(Workbook& workbook, const Sheet& sheet, const CellRange& range,
                          const std::vector<TextRun>& runs, const CellStyle& style) {
    std::vector<lxw_rich_string_tuple> fragments;
    fragments.reserve(runs.size());
    for (const TextRun& run : runs) {
        // A fragment without a format would be drawn in the Normal font, which is not the cell's.
        fragments.push_back({workbook.format(style_of_run(style, run)), const_cast<char*>(run.text.c_str())});
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

bool write_rich(Workbook& workbook, const Sheet& sheet, const CellRange& range, const std::string& text,
                const std::vector<TextRun>& runs, const CellStyle& style) {
    const std::vector<TextRun> looks = runs_apply(text, runs) ? joined_by_look(runs) : std::vector<TextRun>();
    if (looks.size() == 1) {
        // One look for the whole cell: the library refuses a rich string of one fragment.
        write_merged(sheet, range, text, workbook.format(style_of_run(style, looks.front())));
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

}  // namespace torimatome::writers
