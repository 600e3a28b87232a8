#include "writers/workbook/print_table.hpp"

#include <algorithm>
#include <cmath>

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/print_draft.hpp"
#include "writers/workbook/print_findings.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

/// The rows of the sheet that a record takes: more than one where it is higher than Excel lets a row be, or where a
/// text is longer than one cell holds.
struct RecordRows {
    int count = 1;
    double height = 0;  ///< of each
};

RecordRows rows_for(double height, int least_rows, double page_room) {
    RecordRows rows;
    if (height > page_room) {
        // Quarters of a page, so that the automatic breaks inside the record waste no room.
        rows.height = std::min(kMaxRowHeight, std::floor(page_room / 4 / 0.75) * 0.75);
        rows.count = std::max(least_rows, static_cast<int>(std::ceil(height / rows.height)));
        return rows;
    }
    rows.count = std::max(least_rows, static_cast<int>(std::ceil(height / kMaxRowHeight)));
    rows.height = std::min(kMaxRowHeight, whole_pixels(height / rows.count));
    return rows;
}

std::size_t piece_count(const PrintCell& cell) { return cell.field ? cell_piece_ends(cell.field->text).size() : 1; }

CellStyle style_of(const PrintColumn& column, double size, bool over_pages) {
    CellStyle style;
    style.size = size;
    style.edges = kAllThin;
    if (!column.first_of_heading) style.edges.left = Line::dotted;
    if (!column.last_of_heading) style.edges.right = Line::dotted;
    const FieldKind kind = column.field->kind;
    const bool alone = column.first_of_heading && column.last_of_heading;
    if (kind == FieldKind::mark || kind == FieldKind::choice || kind == FieldKind::date) {
        style.across = Across::center;
        // A mark beside its prose stands on the prose's first line; the middle of a cell that goes over pages
        // may fall on the page's edge.
        if (alone && !over_pages) style.down = Down::center;
    }
    return style;
}

class TableWriter {
  public:
    TableWriter(Workbook& workbook, const Sheet& sheet, const std::vector<const Record*>& records,
                const std::vector<PrintColumn>& columns, const PrintLayout& layout, Findings& findings)
        : workbook_(workbook),
          sheet_(sheet),
          records_(records),
          columns_(columns),
          layout_(layout),
          findings_(findings) {}

    PrintedTable write(lxw_row_t first_row, const PageRoom& room) {
        const PrintDraft draft = draft_table(records_, columns_, layout_, room);
        for (const int record : draft.plan.over_page) {
            findings_.push_back(over_page(*records_[static_cast<std::size_t>(record)]));
        }
        lay_rows(first_row, draft.cells, draft.plan, room);
        for (const PrintCell& cell : draft.cells) write_cell(cell);
        return std::move(table_);
    }

  private:
    void lay_rows(lxw_row_t first_row, const std::vector<PrintCell>& cells, const RowPlan& plan, const PageRoom& room) {
        std::vector<int> least(records_.size(), 1);
        table_.places.resize(records_.size());
        for (const PrintCell& cell : cells) {
            int& rows = least[static_cast<std::size_t>(cell.last)];
            rows = std::max(rows, static_cast<int>(piece_count(cell)));
        }
        lxw_row_t row = first_row;
        for (std::size_t record = 0; record < records_.size(); ++record) {
            table_.first_rows.push_back(row);
            const double page_room = record == 0 ? room.first : room.others;
            const RecordRows rows = rows_for(plan.heights[record], least[record], page_room);
            for (int i = 0; i < rows.count; ++i) set_row_height(sheet_, row++, rows.height);
        }
        table_.first_rows.push_back(row);
        for (const int record : plan.page_starts)
            table_.page_starts.push_back(table_.first_rows[static_cast<std::size_t>(record)]);
        for (const PrintCell& cell : cells) {
            CellCoordinates& place = table_.places[static_cast<std::size_t>(cell.first)];
            if (place.row > 0) continue;
            place.row = static_cast<int>(first_row_of(cell.first)) + 1;
            place.column = static_cast<int>(cell.column) + 1;
        }
    }

    lxw_row_t first_row_of(int record) const { return table_.first_rows[static_cast<std::size_t>(record)]; }

    bool over_pages(const PrintCell& cell) const {
        const auto next =
            std::upper_bound(table_.page_starts.begin(), table_.page_starts.end(), first_row_of(cell.first));
        return next != table_.page_starts.end() && *next < first_row_of(cell.last + 1);
    }

    void write_cell(const PrintCell& cell) {
        const PrintColumn& column = columns_[cell.column];
        const CellStyle style = style_of(column, cell.size, over_pages(cell));
        const auto at = static_cast<lxw_col_t>(cell.column);
        const lxw_row_t first = first_row_of(cell.first);
        const lxw_row_t last = first_row_of(cell.last + 1) - 1;
        if (!cell.field) return write_merged(sheet_, {first, at, last, at}, "", workbook_.format(style));
        const std::string& text = cell.field->text;
        const std::vector<std::size_t> ends = cell_piece_ends(text);
        const Record& record = *records_[static_cast<std::size_t>(cell.first)];
        if (ends.size() > 1) findings_.push_back(text_split(record, column.field->id, *cell.field, ends.size()));
        if (cell.size < layout_.text_size) findings_.push_back(text_smaller(record, column.field->id, *cell.field));
        // Runs that do not join to the whole text cannot be cut along with it.
        const bool rich = runs_apply(text, cell.field->runs);
        const auto rows_per_piece = static_cast<lxw_row_t>((last - first + 1) / ends.size());
        bool formatted = true;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const lxw_row_t from = first + static_cast<lxw_row_t>(i) * rows_per_piece;
            const lxw_row_t to = i + 1 == ends.size() ? last : from + rows_per_piece - 1;
            const auto runs = rich ? slice_runs(cell.field->runs, begin, ends[i]) : std::vector<TextRun>();
            formatted &=
                write_rich(workbook_, sheet_, {from, at, to, at}, text.substr(begin, ends[i] - begin), runs, style);
            begin = ends[i];
        }
        if (!formatted) findings_.push_back(formatting_dropped(record, column.field->id, *cell.field));
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    const std::vector<const Record*>& records_;
    const std::vector<PrintColumn>& columns_;
    const PrintLayout& layout_;
    Findings& findings_;
    PrintedTable table_;
};

}  // namespace

PrintedTable write_table(Workbook& workbook, const Sheet& sheet, lxw_row_t first_row,
                         const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                         const PrintLayout& layout, const PageRoom& room, Findings& findings) {
    return TableWriter(workbook, sheet, records, columns, layout, findings).write(first_row, room);
}

}  // namespace torimatome::writers
