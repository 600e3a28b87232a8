#include "writers/comparison_workbook/old_new_sheet.hpp"

#include <fmt/format.h>

#include "model/language.hpp"
#include "writers/comparison_workbook/old_new_rows.hpp"
#include "writers/comparison_workbook/pair_rows.hpp"
#include "writers/comparison_workbook/text_table.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/sheet_name.hpp"

namespace torimatome::writers {

namespace {

/// The words over the new side and the old side.
std::pair<std::string, std::string> side_headings(const ComparisonWorkbook& book, const ComparisonView& view) {
    const std::size_t comma = book.headings.find(',');
    if (comma == std::string::npos) return {"新（" + view.new_year + "）", "旧（" + view.old_year + "）"};
    return {book.headings.substr(0, comma), book.headings.substr(comma + 1)};
}

Finding not_marked(const std::string& record) {
    Finding finding;
    finding.code = "output.formatting-dropped";
    finding.severity = Severity::note;
    finding.record = record;
    finding.message = tell("変更箇所が多く、1つのセルに下線を引き分けられないので、全体に下線を引きました。",
                           "There are more changes than a cell can mark, so the whole of it is underlined.");
    return finding;
}

std::vector<RichPart> parts_of(const TextTable& table, const MarkedText& text) {
    std::vector<RichPart> parts;
    for (const auto& [words, changed] : text) parts.push_back(table.part(words, changed));
    return parts;
}

std::string place_of(const Sheet& sheet, int row) { return quoted_sheet_name(sheet.name) + "!" + cell_address(row, 1); }

}  // namespace

void write_old_new_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book,
                         const ComparisonView& view, std::unordered_map<std::string, std::string>& places,
                         Findings& findings) {
    const auto [new_heading, old_heading] = side_headings(book, view);
    const bool new_left = book.side == NewSide::left;
    TextTable table(workbook, sheet, book.paper,
                    {{"取組", 10, true},
                     {"欄", 11, false},
                     {new_left ? new_heading : old_heading, 42, false},
                     {new_left ? old_heading : new_heading, 42, false},
                     {"備考", 11, false}});
    table.write_head((view.newer.title.empty() ? view.years : view.newer.title) + "　新旧対照表",
                     "（下線部分は変更部分）");
    std::string record;
    for (const OldNewRow& row : old_new_rows(view)) {
        bool formatted = true;
        if (row.kind == OldNewRow::Kind::section) {
            table.add({true, {{table.part(row.record, false)}}}, formatted);
            continue;
        }
        const std::vector<RichPart> left = parts_of(table, new_left ? row.new_side : row.old_side);
        const std::vector<RichPart> right = parts_of(table, new_left ? row.old_side : row.new_side);
        const int at = table.add({false,
                                  {{table.part(row.record, false)},
                                   {table.part(row.field, false)},
                                   left,
                                   right,
                                   {table.part(row.remark, false)}}},
                                 formatted);
        record = row.pair->has_new() ? row.pair->new_record : row.pair->old_record;
        if (!row.record.empty()) places.emplace(record, place_of(sheet, at));
        if (!formatted) findings.push_back(not_marked(record));
    }
    table.finish();
}

void write_merged_text_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book,
                             const ComparisonView& view, bool tracked, Findings& findings) {
    TextTable table(workbook, sheet, book.paper,
                    {{"取組", 10, true}, {"欄", 14, false}, {view.new_year, 80, false}, {"備考", 10, false}});
    table.write_head(
        (view.newer.title.empty() ? view.years : view.newer.title) + (tracked ? "　見え消し" : "　溶け込み"),
        tracked ? "（取り消し線は削った部分、下線は加えた部分）" : "（変更後の本文）");
    for (const RecordPair& pair : view.comparison.pairs) {
        if (!tracked && !pair.has_new()) continue;
        bool first = true;
        for (const FieldChange& change : pair.fields) {
            const FieldSpec* spec = view.form.find_field(change.field);
            if (spec && spec->kind == FieldKind::mark) continue;
            std::vector<RichPart> parts;
            for (const DiffPart& part : change.diff) {
                const bool removed = part.op == DiffPart::Op::remove;
                if (removed && !tracked) continue;
                parts.push_back(table.part(part.text, tracked && part.op == DiffPart::Op::insert, removed));
            }
            if (parts.empty()) continue;
            bool formatted = true;
            const std::string& record = pair.has_new() ? pair.new_record : pair.old_record;
            table.add({false,
                       {{table.part(first ? record : std::string(), false)},
                        {table.part(field_heading(view.form, change.field, view.newer.year), false)},
                        parts,
                        {table.part(first ? pair_kind_word(pair.kind) : "", false)}}},
                      formatted);
            if (!formatted) findings.push_back(not_marked(record));
            first = false;
        }
    }
    table.finish();
}

}  // namespace torimatome::writers
