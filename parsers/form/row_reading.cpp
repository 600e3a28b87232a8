#include "parsers/form/row_reading.hpp"

#include <algorithm>

#include "parsers/form/fitted_runs.hpp"
#include "parsers/form/placement_doubts.hpp"
#include "text/code_points.hpp"
#include "text/line_break.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

std::vector<const FieldSpec*> fields_of(const ColumnSpec& column) {
    std::vector<const FieldSpec*> fields;
    for (const FieldSpec& field : column.fields) fields.push_back(&field);
    return fields;
}

// --- Gridded rows ---------------------------------------------------------------------------------------------------

RawField blank_field(const FieldSpec& spec) {
    RawField raw;
    raw.spec = &spec;
    raw.id = spec.id;
    return raw;
}

void fill_from_cell(RawField& raw, const Table& table, const RowCell& cell) {
    raw.source = position_of(table, *cell.cell);
    raw.spans = !cell.own;
}

std::string author_text(const std::string& text) { return text::keep_line_breaks(text); }

// One cell with all fields of its column.
void read_fused_cell(const StreamRow& row, const RowCell& cell, const std::vector<const FieldSpec*>& fields,
                     std::vector<RawField>& result) {
    const std::string text = author_text(cell.cell->text());
    std::size_t skipped = 0;
    for (const FusedPart& part : split_fused(text, fields)) {
        RawField raw = blank_field(*part.field);
        raw.text = part.text;
        raw.value = part.value;
        if (!part.text.empty()) fill_from_cell(raw, *row.table, cell);
        raw.runs = fit_runs(cell.cell->content->runs, raw.text, skipped);
        skipped += text::count_non_space(part.text);
        result.push_back(std::move(raw));
    }
}

bool has_space(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        if (text::is_space(c.value)) return true;
        at += c.length;
    }
    return false;
}

// Whether a cell gives one field of its column and nothing else: a mark alone, a name alone.
bool gives_field(const FieldSpec& field, const std::string& text) {
    if (field.kind == FieldKind::mark)
        return text::whole_mark(text, *text::mark_style_from_name(field.style)).has_value();
    return field.kind == FieldKind::name && !has_space(text);
}

// Cells of a column of several fields, from left to right: each takes the next field that it can be. The last cell,
// and one that is no mark or name of its own, takes all that is left, so that 「①」「ア 方針」 is read too.
void read_group(const StreamRow& row, const std::vector<RowCell>& cells, const std::vector<const FieldSpec*>& fields,
                ReadRow& result) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (next == fields.size()) {
            if (cells[i].own) {
                result.unplaced.push_back({cells[i].cell->text(), position_of(*row.table, *cells[i].cell)});
            }
            continue;
        }
        const std::string text = author_text(cells[i].cell->text());
        std::size_t field = next;
        while (field < fields.size() && !gives_field(*fields[field], text)) ++field;
        if (i + 1 == cells.size() || field == fields.size()) {
            read_fused_cell(row, cells[i], {fields.begin() + static_cast<std::ptrdiff_t>(next), fields.end()},
                            result.row.fields);
            next = fields.size();
            continue;
        }
        for (; next < field; ++next) result.row.fields.push_back(blank_field(*fields[next]));
        read_fused_cell(row, cells[i], {fields[next++]}, result.row.fields);
    }
    for (; next < fields.size(); ++next) result.row.fields.push_back(blank_field(*fields[next]));
}

std::vector<RowCell> cells_in(const StreamRow& row, const LaidColumn& column) {
    std::vector<RowCell> cells;
    for (const RowCell& cell : row.cells) {
        const int first = cell.cell->column;
        if (first >= column.first && first <= column.last && !cell.cell->empty()) cells.push_back(cell);
    }
    return cells;
}

void read_single_field(const StreamRow& row, const LaidColumn& column, const std::vector<RowCell>& cells,
                       ReadRow& result) {
    RawField raw;
    if (column.spec) {
        raw = blank_field(column.field ? *column.field : column.spec->fields.front());
    } else {
        raw.id = column.heading;
    }
    if (!cells.empty()) {
        raw.text = author_text(cells.front().cell->text());
        raw.runs = fit_runs(cells.front().cell->content->runs, raw.text);
        fill_from_cell(raw, *row.table, cells.front());
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
        result.unplaced.push_back({cells[i].cell->text(), position_of(*row.table, *cells[i].cell)});
    }
    if (column.spec || !raw.text.empty()) result.row.fields.push_back(std::move(raw));
}

// Only the last field of a column of one cell can say that a blank is meant; of several, each cell speaks for itself.
void mark_sure_blanks(const Header& header, const std::vector<bool>& merged_columns, RawRow& row) {
    for (RawField& raw : row.fields) {
        if (!raw.text.empty() || !raw.spec) continue;
        for (const LaidColumn& column : header.columns) {
            if (!column.spec || column.spec->fields.size() != 1 || &column.spec->fields.front() != raw.spec) continue;
            const auto index = static_cast<std::size_t>(column.first);
            raw.surely_blank = index < merged_columns.size() && merged_columns[index];
        }
    }
}

void add_cells_outside(const StreamRow& row, const Header& header, ReadRow& result) {
    for (const RowCell& cell : row.cells) {
        if (!cell.own || cell.cell->empty()) continue;
        const int at = cell.cell->column;
        const bool inside = std::any_of(header.columns.begin(), header.columns.end(), [at](const LaidColumn& column) {
            return at >= column.first && at <= column.last;
        });
        if (!inside) result.unplaced.push_back({cell.cell->text(), position_of(*row.table, *cell.cell)});
    }
}

// --- Extracted text -------------------------------------------------------------------------------------------------

void add_placed_cell(const StreamRow& row, const RowCell& cell, const std::vector<const FieldSpec*>& fields,
                     RawRow& result) {
    const std::string text = text::break_before_bullets(cell.cell->text());
    std::size_t skipped = 0;
    for (const FusedPart& part : split_fused(text, fields)) {
        RawField raw = blank_field(*part.field);
        raw.text = part.text;
        raw.value = part.value;
        raw.source = position_of(*row.table, *cell.cell);
        raw.runs = fit_runs(cell.cell->content->runs, raw.text, skipped);
        skipped += text::count_non_space(part.text);
        result.fields.push_back(std::move(raw));
    }
}

void add_fields(const StreamRow& row, const RowPlacement& placement, const LooseLayout& layout, ReadRow& result) {
    for (std::size_t slot = 0; slot < layout.slots.size(); ++slot) {
        const auto at = static_cast<int>(slot);
        const auto placed = std::find_if(placement.cells.begin(), placement.cells.end(), [at](const PlacedCell& cell) {
            return cell.first_slot <= at && at <= cell.last_slot;
        });
        const bool starts = placed != placement.cells.end() && placed->first_slot == at;
        const RowCell* cell = starts ? &row.cells[static_cast<std::size_t>(placed->cell)] : nullptr;
        if (placed != placement.cells.end() && !starts) continue;  // filled with its first slot
        if (!cell || cell->cell->empty()) {
            const int last = cell ? placed->last_slot : at;
            for (int blank = at; blank <= last; ++blank) {
                const FieldSpec* field = layout.slots[static_cast<std::size_t>(blank)].field;
                if (field) result.row.fields.push_back(blank_field(*field));
            }
            continue;
        }
        if (!layout.slots[slot].field) {
            RawField raw;
            raw.id = slot_heading(layout, at);
            raw.text = text::break_before_bullets(cell->cell->text());
            raw.source = position_of(*row.table, *cell->cell);
            raw.runs = fit_runs(cell->cell->content->runs, raw.text);
            result.row.fields.push_back(std::move(raw));
            continue;
        }
        std::vector<const FieldSpec*> fields;
        for (int s = placed->first_slot; s <= placed->last_slot; ++s) {
            fields.push_back(layout.slots[static_cast<std::size_t>(s)].field);
        }
        add_placed_cell(row, *cell, fields, result.row);
    }
}

// A row without the blank cells before the header's first column, where all of the table stands further right.
StreamRow without_margin(const StreamRow& row, const Header& header) {
    StreamRow result = row;
    for (int left = header.columns.front().first - 1; left > 0 && result.cells.size() > 1; --left) {
        if (!result.cells.front().cell->empty()) break;
        result.cells.erase(result.cells.begin());
    }
    return result;
}

// Whether the rows below are likelier to go on like this row than like those above: a damaged row hands down nothing,
// and one that goes with the header's cells is not followed by others.
bool sets_style(const RowPlacement& placement, const CellStyle& above, int header_cells) {
    if (above.empty()) return true;
    const bool damaged = placement.missing > 0 || placement.shifted || !placement.unplaced_cells.empty();
    const auto as_header = [&](const CellStyle& style) { return static_cast<int>(style.size()) == header_cells; };
    return !damaged && (as_header(placement.style) || !as_header(above));
}

}  // namespace

bool continues_row_above(const StreamRow& row, const Header& header) {
    bool any = false;
    for (const RowCell& cell : row.cells) {
        if (!cell.own || cell.cell->empty()) continue;
        if (!cell.cell->open_top) return false;
        for (const LaidColumn& column : header.columns) {
            if (cell.cell->column < column.first || cell.cell->column > column.last || !column.spec) continue;
            const FieldSpec& field = column.spec->fields.front();
            if (field.kind != FieldKind::prose) return false;
        }
        any = true;
    }
    return any;
}

bool has_rules_between_rows(const Table& table, const std::vector<BodyRows>& bodies) {
    constexpr int kFewestRuled = 4;
    int ruled = 0;
    int open = 0;
    for (const Cell& cell : table.cells) {
        const bool counts = std::any_of(bodies.begin(), bodies.end(), [&](const BodyRows& body) {
            return cell.row > body.first && cell.row <= body.last;
        });
        if (!counts || cell.empty()) continue;
        ++(cell.open_top ? open : ruled);
    }
    return open > 0 && ruled >= kFewestRuled;
}

std::vector<bool> columns_with_merges(const Table& table, BodyRows body) {
    std::vector<bool> merged(static_cast<std::size_t>(table.columns) + 1, false);
    for (const Cell& cell : table.cells) {
        const bool in_body = cell.row >= body.first && cell.row <= body.last;
        if (in_body && cell.row_span > 1 && cell.column <= table.columns) {
            merged[static_cast<std::size_t>(cell.column)] = true;
        }
    }
    return merged;
}

ReadRow read_gridded_row(const StreamRow& row, const Header& header, const std::vector<bool>& merged_columns) {
    ReadRow result;
    result.row.source = position_of(row);
    for (const LaidColumn& column : header.columns) {
        const std::vector<RowCell> cells = cells_in(row, column);
        if (column.field) {
            read_single_field(row, column, cells, result);
        } else if (column.spec && column.spec->fields.size() > 1 && !cells.empty()) {
            read_group(row, cells, fields_of(*column.spec), result);
        } else if (column.spec && column.spec->fields.size() > 1) {
            for (const FieldSpec& field : column.spec->fields) result.row.fields.push_back(blank_field(field));
        } else {
            read_single_field(row, column, cells, result);
        }
    }
    add_cells_outside(row, header, result);
    mark_sure_blanks(header, merged_columns, result.row);
    return result;
}

ReadRow read_loose_row(const StreamRow& whole, const Header& header, CellStyle& style, const AffinityContext& context) {
    const StreamRow row = without_margin(whole, header);
    const LooseLayout layout = make_layout(header);
    std::vector<std::string> cells;
    for (const RowCell& cell : row.cells) cells.push_back(cell.cell->text());
    const RowPlacement placement = place_row(cells, layout.slots, style, context);
    if (sets_style(placement, style, header.cells)) style = placement.style;
    ReadRow result;
    result.style = placement.style;
    result.row.source = position_of(row);
    add_fields(row, placement, layout, result);
    for (const int cell : placement.unplaced_cells) {
        const Cell& lost = *row.cells[static_cast<std::size_t>(cell)].cell;
        result.unplaced.push_back({lost.text(), position_of(*row.table, lost)});
    }
    report_placement_doubts(placement, layout, cells, context, result.doubts);
    for (const PlacedCell& placed : placement.cells) {
        const Cell& cell = *row.cells[static_cast<std::size_t>(placed.cell)].cell;
        const FieldSpec* field = layout.slots[static_cast<std::size_t>(placed.last_slot)].field;
        if (cell.gap) report_gap(cell.text(), field ? field->id : std::string(), result.doubts);
    }
    return result;
}

}  // namespace torimatome::parsers
