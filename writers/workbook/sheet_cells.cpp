#include "writers/workbook/sheet_cells.hpp"

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"

namespace torimatome::writers {

void write_text(const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    const lxw_error result = text.empty()
                                 ? worksheet_write_blank(sheet.handle, row, column, format)
                                 : worksheet_write_string(sheet.handle, row, column, cell_text(text).c_str(), format);
    checked(result, sheet.name, row, column);
}

void write_number(const Sheet& sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* format) {
    checked(worksheet_write_number(sheet.handle, row, column, number, format), sheet.name, row, column);
}

void write_link(const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& target, const std::string& text,
                lxw_format* format) {
    const std::string url = "internal:" + target;
    checked(worksheet_write_url_opt(sheet.handle, row, column, url.c_str(), format, cell_text(text).c_str(), nullptr),
            sheet.name, row, column);
}

void write_merged(const Sheet& sheet, const CellRange& range, const std::string& text, lxw_format* format) {
    if (!range.single()) {
        checked(worksheet_merge_range(sheet.handle, range.first_row, range.first_column, range.last_row,
                                      range.last_column, "", format),
                sheet.name, range.first_row, range.first_column);
    }
    write_text(sheet, range.first_row, range.first_column, text, format);
}

void set_row_height(const Sheet& sheet, lxw_row_t row, double height) {
    checked(worksheet_set_row(sheet.handle, row, height, nullptr), sheet.name, row, 0);
}

void set_column_pixels(const Sheet& sheet, lxw_col_t column, int pixels, lxw_format* format) {
    checked(worksheet_set_column_pixels(sheet.handle, column, column, static_cast<std::uint32_t>(pixels), format),
            sheet.name, 0, column);
}

void set_footer(const Sheet& sheet, const std::string& left) {
    std::string escaped;
    // 「&」 starts a code in headers and footers; the whole may hold 255 characters.
    for (const char c : excerpt(cell_text(left), 60)) {
        escaped += c;
        if (c == '&') escaped += c;
    }
    const std::string font = "&\"ＭＳ 明朝,標準\"&9";
    const std::string footer = (escaped.empty() ? "" : "&L" + font + " " + escaped) + "&C" + font + " &P / &N";
    checked(worksheet_set_footer(sheet.handle, footer.c_str()), sheet.name);
}

}  // namespace torimatome::writers
