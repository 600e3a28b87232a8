#include "writers/workbook/print_sheet.hpp"

#include <algorithm>

#include "writers/workbook/checked.hpp"
#include "writers/workbook/page_setup.hpp"
#include "writers/workbook/print_frame.hpp"
#include "writers/workbook/print_table.hpp"
#include "writers/workbook/sheet_name.hpp"

namespace torimatome::writers {

namespace {

constexpr std::size_t kMaxPageBreaks = 1023;  ///< of Excel, and so of the library
/// Programs round row heights and margins differently; a page that is planned to the last point would spill.
constexpr double kSureRoom = 0.985;

struct Repeat {
    bool whole_frame = true;
    PageRoom room;
};

/// What is printed again on every page: the whole frame as long as it leaves most of the page to the records.
Repeat plan_repeat(const PrintFrame& frame, const PrintLayout& layout) {
    const double page = layout.printable_height() * kSureRoom;
    Repeat repeat;
    repeat.whole_frame = frame.height <= layout.repeat_share * page;
    repeat.room.first = std::max(page - frame.height, page / 4);
    repeat.room.others = page - (repeat.whole_frame ? frame.height : frame.header_height);
    return repeat;
}

void set_columns(Workbook& workbook, const Sheet& sheet, const std::vector<PrintColumn>& columns,
                 const PrintLayout& layout) {
    CellStyle blank;
    blank.size = layout.text_size;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        set_column_pixels(sheet, static_cast<lxw_col_t>(i), columns[i].pixels, workbook.format(blank));
    }
}

void set_page(const Sheet& sheet, const PrintLayout& layout) {
    set_landscape_page(sheet, layout);
    worksheet_center_horizontally(sheet.handle);
    set_footer(sheet, "");
}

void set_print_ranges(const Sheet& sheet, const PrintFrame& frame, const Repeat& repeat, const PrintedTable& table,
                      std::size_t column_count) {
    const auto last_column = static_cast<lxw_col_t>(column_count - 1);
    checked(worksheet_repeat_rows(sheet.handle, repeat.whole_frame ? 0 : frame.header_row, frame.header_row),
            sheet.name);
    checked(worksheet_print_area(sheet.handle, 0, 0, table.first_rows.back() - 1, last_column), sheet.name);
    std::vector<lxw_row_t> breaks = table.page_starts;
    // Beyond that number the program breaks pages by itself, between rows.
    if (breaks.size() > kMaxPageBreaks) breaks.resize(kMaxPageBreaks);
    if (breaks.empty()) return;
    breaks.push_back(0);
    checked(worksheet_set_h_pagebreaks(sheet.handle, breaks.data()), sheet.name);
}

}  // namespace

PrintPage print_page(const ConsolidatedWorkbook& book) {
    const PrintLayout layout = print_layout(book.paper);
    return {layout, print_columns(book.form, book.document, layout)};
}

void write_print_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book, const PrintPage& page,
                       const PrintSection& section, RecordPlaces& places, Findings& findings) {
    const auto& [layout, columns] = page;
    if (columns.empty()) return;
    set_columns(workbook, sheet, columns, layout);
    set_page(sheet, layout);
    const PrintFrame frame = write_frame(workbook, sheet, book.document, book.form, section, columns, layout);
    const Repeat repeat = plan_repeat(frame, layout);
    const PrintedTable table =
        write_table(workbook, sheet, frame.header_row + 1, section.records, columns, layout, repeat.room, findings);
    set_print_ranges(sheet, frame, repeat, table, columns.size());
    for (std::size_t i = 0; i < section.records.size(); ++i) {
        places.emplace(section.records[i]->id,
                       quoted_sheet_name(sheet.name) + "!" + cell_address(table.places[i].row, table.places[i].column));
    }
}

}  // namespace torimatome::writers
