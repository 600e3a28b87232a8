#include "writers/workbook/list_sheet.hpp"

#include <algorithm>
#include <cmath>

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kTextSize = 9;
constexpr lxw_row_t kLastRow = 1'048'575;
constexpr int kMaxLinks = 65'530;  ///< of a sheet; Excel drops the ones beyond
constexpr double kMaxColumnWidth = 250;
constexpr double kFilterButton = 3;  ///< half-width characters that the filter's button covers in the header

CellStyle base_style() {
    CellStyle style;
    style.size = kTextSize;
    style.edges = kAllThin;
    return style;
}

CellStyle style_of(ListColumn::Kind kind) {
    CellStyle style = base_style();
    if (kind == ListColumn::Kind::code) style.across = Across::center;
    if (kind == ListColumn::Kind::number) {
        style.across = Across::right;
        style.wrap = false;
    }
    return style;
}

int pixels_of(double half_widths) {
    return static_cast<int>(std::ceil(half_widths * kTextSize / 2 / kPixelPoints)) + 9;
}

}  // namespace

void widen(double& width, std::string_view text, double most) {
    // No character is wider than it has bytes and a half.
    if (width >= most || static_cast<double>(text.size()) * 1.5 <= width) return;
    width = std::min(most, std::max(width, std::ceil(roomy_width(text))));
}

void widen_for_height(ListColumn& column, std::string_view text) {
    while (column.width < kMaxColumnWidth) {
        const int width = static_cast<int>(column.width);
        if (surely_within(text, width, kTextSize, kMaxRowHeight)) return;
        if (text_height(text, width, kTextSize) <= kMaxRowHeight) return;
        column.width = std::min(kMaxColumnWidth, column.width * 1.25);
    }
}

ListSheet::ListSheet(Workbook& workbook, Sheet sheet, std::vector<ListColumn> columns)
    : workbook_(workbook), sheet_(std::move(sheet)), columns_(std::move(columns)) {
    CellStyle header = base_style();
    header.face = Face::gothic;
    header.across = Across::center;
    header.down = Down::center;
    header.fill = "D9E2F3";
    double height = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        ListColumn& column = columns_[i];
        column.width = std::min(column.width, kMaxColumnWidth);
        const auto at = static_cast<lxw_col_t>(i);
        formats_.push_back(workbook_.format(style_of(column.kind)));
        set_column_pixels(sheet_, at, pixels_of(column.width), formats_.back());
        write_text(sheet_, 0, at, column.heading, workbook_.format(header));
        const int heading_room = std::max(2, static_cast<int>(column.width - kFilterButton));
        height = std::max(height, text_height(column.heading, heading_room, kTextSize));
    }
    set_row_height(sheet_, 0, height);
    CellStyle link = base_style();
    link.underline = true;
    link.color = "0563C1";
    link_format_ = workbook_.format(link);
    CellStyle decimal = style_of(ListColumn::Kind::number);
    decimal.decimals = true;
    decimal_format_ = workbook_.format(decimal);
    worksheet_freeze_panes(sheet_.handle, 1, 0);
    set_page();
}

void ListSheet::set_page() {
    constexpr double kA4Units = 190;  ///< of column width on a page across, at four fifths of the size
    constexpr double kA3Units = 330;  ///< at two thirds
    double units = 0;
    for (const ListColumn& column : columns_) units += pixels_of(column.width) / kPixelsPerUnit;
    const bool wide = units > kA4Units;
    const auto pages = static_cast<std::uint16_t>(std::ceil(units / kA3Units));
    worksheet_set_landscape(sheet_.handle);
    worksheet_set_paper(sheet_.handle, wide ? 8 : 9);
    worksheet_fit_to_pages(sheet_.handle, wide ? pages : 1, 0);
    worksheet_set_margins(sheet_.handle, 0.4, 0.4, 0.5, 0.6);
    checked(worksheet_repeat_rows(sheet_.handle, 0, 0), sheet_.name);
    if (wide && pages > 1) checked(worksheet_repeat_columns(sheet_.handle, 0, 0), sheet_.name);
    set_footer(sheet_, sheet_.name);
}

void ListSheet::note_height(const std::string& text) {
    const int width = static_cast<int>(columns_[column_].width);
    if (text.empty() || surely_within(text, width, kTextSize, height_)) return;
    height_ = std::max(height_, text_height(text, width, kTextSize));
}

void ListSheet::add(const std::string& text) {
    if (text.size() > kMaxCellUnits && utf16_length(text) > kMaxCellUnits) {
        add_text(text.substr(0, cell_piece_ends(text).front()));
        complete_ = false;
    } else {
        add_text(text);
    }
}

void ListSheet::add_text(const std::string& text) {
    write_text(sheet_, row_, static_cast<lxw_col_t>(column_), text, formats_[column_]);
    note_height(text);
    ++column_;
}

void ListSheet::add(int number) {
    write_number(sheet_, row_, static_cast<lxw_col_t>(column_), number, formats_[column_]);
    ++column_;
}

void ListSheet::add(double number) {
    write_number(sheet_, row_, static_cast<lxw_col_t>(column_), number, decimal_format_);
    ++column_;
}

void ListSheet::add_link(const std::string& target, const std::string& text) {
    if (text.empty() || target.empty() || links_ >= kMaxLinks) return add(text);
    write_link(sheet_, row_, static_cast<lxw_col_t>(column_), target, text, link_format_);
    note_height(text);
    ++links_;
    ++column_;
}

void ListSheet::add_underlined(const std::vector<std::pair<std::string, bool>>& parts) {
    const CellStyle plain = style_of(columns_[column_].kind);
    CellStyle underlined = plain;
    underlined.underline = true;
    std::string text;
    std::vector<RichPart> rich;
    for (const auto& [part, changed] : parts) {
        text += part;
        rich.push_back({part, changed ? underlined : plain});
    }
    if (text.size() > kMaxCellUnits && utf16_length(text) > kMaxCellUnits) return add(text);
    const auto column = static_cast<lxw_col_t>(column_);
    write_rich_parts(workbook_, sheet_, {row_, column, row_, column}, rich, plain);
    note_height(text);
    ++column_;
}

bool ListSheet::end_row() {
    const double height = std::max(height_, text_height("", 2, kTextSize));
    set_row_height(sheet_, row_, std::min(height, kMaxRowHeight));
    const bool complete = complete_ && height <= kMaxRowHeight;
    ++row_;
    column_ = 0;
    height_ = 0;
    complete_ = true;
    return complete;
}

bool ListSheet::full() const { return row_ > kLastRow; }

void ListSheet::finish() {
    const auto last_column = static_cast<lxw_col_t>(columns_.size() - 1);
    checked(worksheet_autofilter(sheet_.handle, 0, 0, row_ - 1, last_column), sheet_.name);
    checked(worksheet_print_area(sheet_.handle, 0, 0, row_ - 1, last_column), sheet_.name);
}

}  // namespace torimatome::writers
