#include "writers/workbook/print_draft.hpp"

#include <algorithm>

#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

const Field* field_of(const Record& record, const PrintColumn& column) { return record.find(column.field->id); }

bool continues(const Record& above, const Record& record, const PrintColumn& column) {
    const Field* field = field_of(record, column);
    if (!field || !field->inherited) return false;
    const Field* before = field_of(above, column);
    return before && before->text == field->text;
}

double height_of(const PrintCell& cell, const std::vector<PrintColumn>& columns, double size) {
    return text_height(cell.field->text, half_widths_of(columns[cell.column].pixels, size), size);
}

/// Cells of one record count only where they are its highest so far, so most of them need not be measured.
std::vector<CellNeed> needs_of(const std::vector<PrintCell>& cells, const std::vector<PrintColumn>& columns,
                               std::size_t records) {
    std::vector<CellNeed> needs;
    std::vector<double> highest(records, 0);
    for (const PrintCell& cell : cells) {
        if (!cell.field) continue;
        const int half_widths = half_widths_of(columns[cell.column].pixels, cell.size);
        double& so_far = highest[static_cast<std::size_t>(cell.first)];
        if (cell.of_one_record() && surely_within(cell.field->text, half_widths, cell.size, so_far)) continue;
        needs.push_back({cell.first, cell.last, text_height(cell.field->text, half_widths, cell.size)});
        if (cell.of_one_record()) so_far = std::max(so_far, needs.back().height);
    }
    return needs;
}

/// Sets the cells that make `record` taller than `room` in smaller type, where that helps. Whether any was.
bool set_smaller(std::vector<PrintCell>& cells, const std::vector<PrintColumn>& columns, int record, double room,
                 double least_size) {
    constexpr double kPixel = 0.75;
    bool any = false;
    for (PrintCell& cell : cells) {
        if (!cell.field || !cell.of_one_record() || cell.first != record) continue;
        if (height_of(cell, columns, cell.size) <= room) continue;
        for (double size = cell.size - kPixel; size >= least_size; size -= kPixel) {
            if (height_of(cell, columns, size) > room) continue;
            cell.size = size;
            any = true;
            break;
        }
    }
    return any;
}

}  // namespace

std::vector<PrintCell> print_cells(const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                                   const PrintLayout& layout) {
    std::vector<PrintCell> cells;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        for (int i = 0; i < static_cast<int>(records.size()); ++i) {
            const Record& record = *records[static_cast<std::size_t>(i)];
            if (i > 0 && continues(*records[static_cast<std::size_t>(i - 1)], record, columns[column])) {
                cells.back().last = i;
            } else {
                cells.push_back({column, i, i, field_of(record, columns[column]), layout.text_size});
            }
        }
    }
    return cells;
}

PrintDraft draft_table(const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                       const PrintLayout& layout, const PageRoom& room) {
    const int count = static_cast<int>(records.size());
    const double least = text_height("", 2, layout.text_size);
    PrintDraft draft;
    draft.cells = print_cells(records, columns, layout);
    draft.plan = plan_rows(needs_of(draft.cells, columns, records.size()), count, least, room);
    bool again = false;
    for (const int record : draft.plan.over_page) {
        const double page = record == 0 ? room.first : room.others;
        again |= set_smaller(draft.cells, columns, record, page, layout.least_text_size);
    }
    if (again) draft.plan = plan_rows(needs_of(draft.cells, columns, records.size()), count, least, room);
    return draft;
}

}  // namespace torimatome::writers
