#include "writers/comparison_workbook/text_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/page_setup.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

/// Pieces of a cell that is longer than Excel's limit keep well below it: formatting counts as characters too.
constexpr std::size_t kPieceBytes = 24'000;

std::string text_of(const std::vector<RichPart>& parts) {
    std::string text;
    for (const RichPart& part : parts) text += part.text;
    return text;
}

/// The parts cut so that each list makes one cell.
std::vector<std::vector<RichPart>> pieces_of(const std::vector<RichPart>& parts) {
    std::vector<std::vector<RichPart>> pieces(1);
    std::size_t used = 0;
    for (const RichPart& part : parts) {
        for (std::size_t begin = 0; begin < part.text.size();) {
            std::size_t end = std::min(part.text.size(), begin + (kPieceBytes - used));
            while (end < part.text.size() && (static_cast<unsigned char>(part.text[end]) & 0xC0U) == 0x80U) --end;
            pieces.back().push_back({part.text.substr(begin, end - begin), part.style});
            used += end - begin;
            begin = end;
            if (begin < part.text.size() || used >= kPieceBytes) {
                pieces.emplace_back();
                used = 0;
            }
        }
    }
    if (pieces.size() > 1 && pieces.back().empty()) pieces.pop_back();
    return pieces;
}

}  // namespace

TextTable::TextTable(Workbook& workbook, const Sheet& sheet, Paper paper, std::vector<TextColumn> columns)
    : workbook_(workbook), sheet_(sheet), columns_(std::move(columns)) {
    const PrintLayout layout = print_layout(paper);
    text_size_ = layout.text_size;
    title_size_ = layout.title_size;
    // A little less than the page, so that no rounding adds a second page across.
    const double page = layout.printable_width() / kPaperPointsPerUnit * kPixelsPerUnit * 0.995;
    const double shares = std::accumulate(columns_.begin(), columns_.end(), 0.0,
                                          [](double sum, const TextColumn& column) { return sum + column.share; });
    CellStyle blank;
    blank.size = text_size_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        pixels_.push_back(static_cast<int>(page * columns_[i].share / shares));
        set_column_pixels(sheet_, static_cast<lxw_col_t>(i), pixels_.back(), workbook_.format(blank));
    }
    set_landscape_page(sheet_, layout);
    worksheet_center_horizontally(sheet_.handle);
    set_footer(sheet_, sheet_.name);
}

RichPart TextTable::part(const std::string& text, bool underline, bool struck) const {
    CellStyle style;
    style.size = text_size_;
    style.edges = kAllThin;
    style.underline = underline;
    style.struck = struck;
    return {text, style};
}

CellStyle TextTable::cell_style(std::size_t column) const {
    CellStyle style;
    style.size = text_size_;
    style.edges = kAllThin;
    if (columns_[column].narrow) style.across = Across::center;
    return style;
}

void TextTable::write_head(const std::string& title, const std::string& legend) {
    const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
    const int width = std::accumulate(pixels_.begin(), pixels_.end(), 0);
    CellStyle style;
    style.face = Face::gothic;
    style.size = title_size_;
    style.across = Across::center;
    style.down = Down::center;
    write_merged(sheet_, {row_, 0, row_, last}, title, workbook_.format(style));
    set_row_height(sheet_, row_++,
                   std::min(kMaxRowHeight, text_height(title, half_widths_of(width, title_size_), title_size_)));
    CellStyle note;
    note.size = text_size_;
    note.across = Across::right;
    note.down = Down::center;
    write_merged(sheet_, {row_, 0, row_, last}, legend, workbook_.format(note));
    set_row_height(sheet_, row_++, text_height(legend, half_widths_of(width, text_size_), text_size_));
    CellStyle heading;
    heading.face = Face::gothic;
    heading.size = text_size_;
    heading.across = Across::center;
    heading.down = Down::center;
    heading.edges = kAllThin;
    heading.fill = "E7E6E6";
    double height = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        write_text(sheet_, row_, static_cast<lxw_col_t>(i), columns_[i].heading, workbook_.format(heading));
        height = std::max(height, text_height(columns_[i].heading, half_widths_of(pixels_[i], text_size_), text_size_));
    }
    set_row_height(sheet_, row_, std::min(kMaxRowHeight, whole_pixels(height + text_size_ / 2)));
    header_ = row_++;
    worksheet_freeze_panes(sheet_.handle, row_, 0);
}

void TextTable::write_cell(lxw_row_t first, lxw_row_t last, std::size_t column, const std::vector<RichPart>& parts,
                           bool& formatted) {
    const auto at = static_cast<lxw_col_t>(column);
    const auto pieces = pieces_of(parts);
    const auto each = static_cast<lxw_row_t>((last - first + 1) / pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const lxw_row_t from = first + static_cast<lxw_row_t>(i) * each;
        const lxw_row_t to = i + 1 == pieces.size() ? last : from + each - 1;
        if (write_rich_parts(workbook_, sheet_, {from, at, to, at}, pieces[i], cell_style(column))) continue;
        // Too many changes for a cell's formatting: all of it is marked, which loses the words but not the fact.
        CellStyle whole = cell_style(column);
        whole.underline = true;
        write_text(sheet_, from, at, text_of(pieces[i]), workbook_.format(whole));
        formatted = false;
    }
}

int TextTable::add(const TextRow& row, bool& formatted) {
    const lxw_row_t first = row_;
    if (row.section) {
        CellStyle style;
        style.face = Face::gothic;
        style.size = text_size_;
        style.down = Down::center;
        style.edges = kAllThin;
        style.fill = "F2F2F2";
        const std::string text = text_of(row.cells.front());
        const int width = std::accumulate(pixels_.begin(), pixels_.end(), 0);
        write_merged(sheet_, {row_, 0, row_, static_cast<lxw_col_t>(columns_.size() - 1)}, text,
                     workbook_.format(style));
        const double height = text_height(text, half_widths_of(width, text_size_), text_size_);
        set_row_height(sheet_, row_++, std::min(kMaxRowHeight, whole_pixels(height + 3)));
        return static_cast<int>(first) + 1;
    }
    double height = 0;
    std::size_t pieces = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        height =
            std::max(height, text_height(text_of(row.cells[i]), half_widths_of(pixels_[i], text_size_), text_size_));
        pieces = std::max(pieces, pieces_of(row.cells[i]).size());
    }
    const auto rows = std::max(pieces, static_cast<std::size_t>(std::ceil(height / kMaxRowHeight)));
    const double each = std::min(kMaxRowHeight, whole_pixels(height / static_cast<double>(rows)));
    for (std::size_t i = 0; i < rows; ++i) set_row_height(sheet_, row_++, each);
    for (std::size_t i = 0; i < row.cells.size(); ++i) write_cell(first, row_ - 1, i, row.cells[i], formatted);
    return static_cast<int>(first) + 1;
}

void TextTable::finish() {
    checked(worksheet_repeat_rows(sheet_.handle, 0, header_), sheet_.name);
    checked(worksheet_print_area(sheet_.handle, 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_.size() - 1)),
            sheet_.name);
}

}  // namespace torimatome::writers
