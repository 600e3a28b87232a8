#include "parsers/form/line_records.hpp"

#include <utility>

#include "parsers/form/line_reading.hpp"

namespace torimatome::parsers {

namespace {

LineReading read_lines(const std::vector<StreamRow>& rows, const TextEnd& end, const Form& form,
                       const Mappings& mappings) {
    const std::vector<BodyLine> lines = body_lines(rows);
    return form.lines.kind == LineLayout::Kind::torn ? read_torn_lines(lines, form, mappings)
                                                     : read_narrow_lines(lines, end, form);
}

void add_unplaced_cells(const StreamRow& row, DocumentDraft& draft) {
    for (const RowCell& cell : row.cells) {
        if (!cell.own || cell.cell->empty()) continue;
        add_unplaced({cell.cell->text(), position_of(*row.table, *cell.cell)}, draft);
    }
}

}  // namespace

void read_line_records(const std::vector<StreamRow>& rows, const TextEnd& end, const LeftOutTables& left_out,
                       const Mappings& mappings, DocumentDraft& draft) {
    LineReading reading = read_lines(rows, end, draft.form, mappings);
    draft.document.title = std::move(reading.title);
    draft.document.label = std::move(reading.label);
    draft.document.year = reading.year;
    draft.document.sections = std::move(reading.sections);
    draft.ledger.headings += reading.headings;
    draft.ledger.furniture += reading.furniture;
    for (LineEntry& entry : reading.entries) {
        draft.assembly.start_section(entry.section);
        add_record(std::move(entry.row), entry.doubts, draft);
    }
    for (LooseText& text : reading.unplaced) add_unplaced(std::move(text), draft);
    for (const StreamRow& row : rows) {
        if (!row.loose && !is_left_out(row, left_out)) add_unplaced_cells(row, draft);
    }
}

}  // namespace torimatome::parsers
