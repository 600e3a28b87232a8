#include "writers/workbook/summary_sheet.hpp"

#include <algorithm>
#include <vector>

#include "writers/workbook/checked.hpp"
#include "writers/workbook/count_chart.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/record_counts.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kTextSize = 10.5;
constexpr double kRowHeight = 18;
constexpr int kLeastNamePixels = 200;
constexpr int kMostNamePixels = 420;
constexpr int kCountPixels = 78;
constexpr auto kChartRows = static_cast<lxw_row_t>(kChartHeight * kPixelPoints / kRowHeight + 2);

constexpr int kGapPixels = 24;
constexpr int kIndentHalfWidths = 3;  ///< what an indent takes of a cell

/// A4 landscape, in points.
constexpr double kPageWidth = 841.89;
constexpr double kPageHeight = 595.28;
constexpr double kSideMargin = 29;
constexpr double kTopMargin = 36;
constexpr double kBottomMargin = 43;

struct Columns {
    int name_pixels = 0;
    int name_half_widths = 0;
    lxw_col_t chart = 0;
    int pixels = 0;  ///< of all columns and the charts

    /// What fits on a page at the scale at which the columns fill it, in points of the sheet.
    double page_room() const {
        const double wide = pixels / kPixelsPerUnit * kPaperPointsPerUnit;
        const double scale = std::min(1.0, (kPageWidth - 2 * kSideMargin) / wide);
        return (kPageHeight - kTopMargin - kBottomMargin) / scale * 0.97;
    }
};

struct Styles {
    CellStyle title;
    CellStyle heading;
    CellStyle name;
    CellStyle number;
    CellStyle total_name;
    CellStyle total;
    CellStyle note;
};

Styles make_styles() {
    Styles styles;
    CellStyle base;
    base.size = kTextSize;
    base.down = Down::center;
    styles.note = base;
    styles.note.size = 9;
    styles.note.wrap = false;
    styles.title = base;
    styles.title.face = Face::gothic;
    styles.title.size = 12;
    styles.title.wrap = false;
    base.edges = kAllThin;
    styles.name = base;
    styles.name.indent = 1;
    styles.number = base;
    styles.number.across = Across::right;
    styles.number.thousands = true;
    styles.number.wrap = false;
    styles.heading = base;
    styles.heading.face = Face::gothic;
    styles.heading.across = Across::center;
    styles.heading.fill = "D9E2F3";
    styles.total_name = styles.name;
    styles.total = styles.number;
    styles.total_name.face = styles.total.face = Face::gothic;
    styles.total_name.fill = styles.total.fill = "F2F2F2";
    return styles;
}

class SummaryWriter {
  public:
    SummaryWriter(Workbook& workbook, const Sheet& sheet, const Columns& columns)
        : workbook_(workbook), sheet_(sheet), columns_(columns), styles_(make_styles()) {}

    void add_title(const std::string& text) {
        CellStyle style = styles_.title;
        style.size = 14;
        put_text(0, text, style);
        next_row(24);
        next_row(kRowHeight / 2);
    }

    void add_table(const CountTable& table) {
        if (table.rows.empty()) return;
        break_page_before(height_of(table));
        put_text(0, table.title, styles_.title);
        next_row(kRowHeight + 3);
        const lxw_row_t header = row_;
        write_header(table);
        for (const CountRow& row : table.rows) write_row(table, row, styles_.name, styles_.number);
        if (!table.total_name.empty()) write_row(table, sums(table), styles_.total_name, styles_.total);
        if (!table.note.empty()) {
            put_text(0, table.note, styles_.note);
            next_row(kRowHeight);
        }
        if (table.charted) {
            insert_count_chart(workbook_, sheet_, table, {header, 0}, header - 1, columns_.chart);
            while (row_ < header + kChartRows) next_row(kRowHeight);
        }
        next_row(kRowHeight);
    }

    void finish() {
        if (breaks_.empty()) return;
        breaks_.push_back(0);
        checked(worksheet_set_h_pagebreaks(sheet_.handle, breaks_.data()), sheet_.name);
    }

  private:
    void put_text(std::size_t column, const std::string& text, const CellStyle& style) {
        write_text(sheet_, row_, static_cast<lxw_col_t>(column), text, workbook_.format(style));
    }

    void next_row(double height) {
        const double set = std::min(height, kMaxRowHeight);
        set_row_height(sheet_, row_++, set);
        used_ += set;
    }

    /// A table starts a new page rather than being cut, unless it is longer than a page anyway.
    void break_page_before(double height) {
        const double room = columns_.page_room();
        if (used_ + height > room && height <= room) {
            breaks_.push_back(row_);
            used_ = 0;
        }
    }

    double height_of(const CountTable& table) const {
        double height = 4 * kRowHeight;
        for (const CountRow& row : table.rows) height += height_of(row.name, columns_.name_half_widths);
        return table.charted ? std::max(height, kChartRows * kRowHeight) : height;
    }

    static double height_of(const std::string& text, int half_widths) {
        return std::max(kRowHeight, text_height(text, half_widths, kTextSize));
    }

    void write_header(const CountTable& table) {
        put_text(0, table.row_heading, styles_.heading);
        double height = kRowHeight;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            put_text(i + 1, table.columns[i], styles_.heading);
            height = std::max(height, height_of(table.columns[i], half_widths_of(kCountPixels, kTextSize)));
        }
        if (table.row_totals) put_text(table.columns.size() + 1, "計", styles_.heading);
        next_row(height);
    }

    void write_row(const CountTable& table, const CountRow& row, const CellStyle& name, const CellStyle& number) {
        put_text(0, row.name, name);
        std::size_t column = 1;
        for (const int count : row.counts) put_number(column++, count, number);
        if (table.row_totals) put_number(column, table.total_of(row), styles_.total);
        next_row(height_of(row.name, columns_.name_half_widths));
    }

    void put_number(std::size_t column, int number, const CellStyle& style) {
        write_number(sheet_, row_, static_cast<lxw_col_t>(column), number, workbook_.format(style));
    }

    static CountRow sums(const CountTable& table) {
        CountRow total{table.total_name, std::vector<int>(table.columns.size(), 0)};
        for (const CountRow& row : table.rows) {
            for (std::size_t i = 0; i < row.counts.size(); ++i) total.counts[i] += row.counts[i];
        }
        return total;
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    Columns columns_;
    Styles styles_;
    lxw_row_t row_ = 0;
    double used_ = 0;  ///< points of the page so far
    std::vector<lxw_row_t> breaks_;
};

/// Sets the columns' widths: names as wide as the longest, then counts, a gap and the charts.
Columns set_columns(Workbook& workbook, const Sheet& sheet, const std::vector<CountTable>& tables) {
    double widest_name = 0;
    std::size_t counts = 4;
    for (const CountTable& table : tables) {
        counts = std::max(counts, table.columns.size() + (table.row_totals ? 1 : 0));
        for (const CountRow& row : table.rows) widest_name = std::max(widest_name, roomy_width(row.name));
    }
    CellStyle blank;
    blank.size = kTextSize;
    const int wanted = static_cast<int>((widest_name + kIndentHalfWidths + 1) * kTextSize / 2 / kPixelPoints);
    Columns columns;
    columns.name_pixels = std::clamp(wanted, kLeastNamePixels, kMostNamePixels);
    columns.name_half_widths = half_widths_of(columns.name_pixels, kTextSize) - kIndentHalfWidths;
    columns.chart = static_cast<lxw_col_t>(counts + 2);
    set_column_pixels(sheet, 0, columns.name_pixels, workbook.format(blank));
    for (std::size_t i = 1; i <= counts; ++i) {
        set_column_pixels(sheet, static_cast<lxw_col_t>(i), kCountPixels, workbook.format(blank));
    }
    set_column_pixels(sheet, static_cast<lxw_col_t>(counts + 1), kGapPixels, workbook.format(blank));
    columns.pixels = columns.name_pixels + static_cast<int>(counts) * kCountPixels + kGapPixels + kChartWidth;
    return columns;
}

void set_page(const Sheet& sheet) {
    worksheet_set_landscape(sheet.handle);
    worksheet_set_paper(sheet.handle, 9);
    worksheet_fit_to_pages(sheet.handle, 1, 0);
    worksheet_set_margins(sheet.handle, kSideMargin / 72, kSideMargin / 72, kTopMargin / 72, kBottomMargin / 72);
    worksheet_gridlines(sheet.handle, LXW_HIDE_ALL_GRIDLINES);
    set_footer(sheet, sheet.name);
}

}  // namespace

void write_count_sheet(Workbook& workbook, const Sheet& sheet, const std::string& title,
                       const std::vector<CountTable>& tables) {
    set_page(sheet);
    SummaryWriter writer(workbook, sheet, set_columns(workbook, sheet, tables));
    writer.add_title(title);
    for (const CountTable& table : tables) writer.add_table(table);
    writer.finish();
}

void write_summary_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book) {
    const std::vector<CountTable> tables = {count_by_section(book.document, book.form),
                                            count_by_bureau(book.document, book.form),
                                            count_by_field(book.document, book.form), count_by_state(book.submissions),
                                            count_by_department(book.document, book.form)};
    write_count_sheet(workbook, sheet, "集計", tables);
}

}  // namespace torimatome::writers
