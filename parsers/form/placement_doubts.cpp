#include "parsers/form/placement_doubts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

// The first characters of a text, for messages.
std::string excerpt(const std::string& text) {
    constexpr int kCharacters = 15;
    std::size_t end = 0;
    for (int i = 0; i < kCharacters && end < text.size(); ++i) end += text::code_point_at(text, end).length;
    std::string start = text.substr(0, end);
    std::replace(start.begin(), start.end(), '\n', ' ');
    return end < text.size() ? start + "…" : start;
}

// Whether the slot holds a blank cell, so that it could as well be the one that was lost.
bool is_blank_slot(const RowPlacement& placement, const std::vector<std::string>& cells, int slot) {
    return std::any_of(placement.cells.begin(), placement.cells.end(), [&](const PlacedCell& placed) {
        return placed.first_slot <= slot && slot <= placed.last_slot &&
               cells[static_cast<std::size_t>(placed.cell)].empty();
    });
}

// The headings of the lost cell: where blank cells stand beside it, it may be any of them.
std::string lost_headings(const RowPlacement& placement, const LooseLayout& layout,
                          const std::vector<std::string>& cells, int lost) {
    const int last_slot = static_cast<int>(layout.slots.size()) - 1;
    int first = lost;
    int last = lost;
    while (first > 0 && is_blank_slot(placement, cells, first - 1)) --first;
    while (last < last_slot && is_blank_slot(placement, cells, last + 1)) ++last;
    std::string headings;
    std::string previous;
    for (int slot = first; slot <= last; ++slot) {
        const std::string heading = slot_heading(layout, slot);
        if (heading == previous) continue;
        headings += (headings.empty() ? "「" : tell("か「", " or 「")) + heading + "」";
        previous = heading;
    }
    return headings;
}

void report_missing(const RowPlacement& placement, const LooseLayout& layout, const std::vector<std::string>& cells,
                    std::vector<RowDoubt>& doubts) {
    std::string lacking;
    std::string first_field;
    for (const int slot : placement.empty_slots) {
        const Slot& empty = layout.slots[static_cast<std::size_t>(slot)];
        if (!empty.field) continue;
        if (first_field.empty()) first_field = empty.field->id;
        lacking += (lacking.empty() ? "" : tell("、", ", ")) + lost_headings(placement, layout, cells, slot);
    }
    if (lacking.empty()) lacking = tell("（特定できません）", "(not known which)");
    const auto count = cells.size();
    doubts.push_back(
        {"row.cell-missing", first_field,
         tell(fmt::format("この行は欄が{}つ足りません（{}欄のうち{}欄）。{}の欄がないものとして読みました。",
                          placement.missing, count + static_cast<std::size_t>(placement.missing), count, lacking),
              fmt::format("This row lacks {} cell(s) ({} of {}). It was read as if {} were missing.", placement.missing,
                          count, count + static_cast<std::size_t>(placement.missing), lacking)),
         tell("元の資料で欄の並びを確かめてください。", "Please check the columns in the original.")});
}

void report_runner_up(const RowPlacement& placement, const LooseLayout& layout, const std::vector<std::string>& cells,
                      std::vector<RowDoubt>& doubts) {
    const auto& runner_up = *placement.runner_up;
    const auto placed = std::find_if(placement.cells.begin(), placement.cells.end(),
                                     [&](const PlacedCell& cell) { return cell.cell == runner_up.cell; });
    const Slot& slot = layout.slots[static_cast<std::size_t>(placed->last_slot)];
    const std::string text = excerpt(cells[static_cast<std::size_t>(runner_up.cell)]);
    const std::string here = slot_heading(layout, placed->last_slot);
    const std::string there = slot_heading(layout, runner_up.slot);
    doubts.push_back({"row.ambiguous", slot.field ? slot.field->id : std::string(),
                      tell(fmt::format("「{}」を「{}」として読みましたが、「{}」とも読めます。", text, here, there),
                           fmt::format("\"{}\" was read as \"{}\" but may be \"{}\".", text, here, there)),
                      tell("元の資料で欄を確かめてください。", "Please check the column in the original.")});
}

void report_shift(const RowPlacement& placement, const LooseLayout& layout, const std::vector<std::string>& cells,
                  std::vector<RowDoubt>& doubts) {
    std::string moved;
    std::string first_field;
    for (const PlacedCell& placed : placement.cells) {
        const std::string& text = cells[static_cast<std::size_t>(placed.cell)];
        const Slot& slot = layout.slots[static_cast<std::size_t>(placed.last_slot)];
        if (text.empty() || place_in_style(placement.style, placed.first_slot) == placed.cell) continue;
        if (first_field.empty() && slot.field) first_field = slot.field->id;
        moved += fmt::format("「{}」→「{}」 ", excerpt(text), slot_heading(layout, placed.last_slot));
    }
    doubts.push_back(
        {"row.cell-shifted", first_field,
         tell(fmt::format("欄がずれているので、内容から置きました：{}", text::trim(moved)),
              fmt::format("Cells stand in other columns; they were placed by what they say: {}", text::trim(moved))),
         tell("元の資料で欄の並びを確かめてください。", "Please check the columns in the original.")});
}

// A text that stands at its place but says that it is something else: a goal (○ …) in the column of results.
void report_misfits(const RowPlacement& placement, const LooseLayout& layout, const std::vector<std::string>& cells,
                    const AffinityContext& context, std::vector<RowDoubt>& doubts) {
    constexpr double kMisfit = -2;
    for (const PlacedCell& placed : placement.cells) {
        const std::string& text = cells[static_cast<std::size_t>(placed.cell)];
        const Slot& slot = layout.slots[static_cast<std::size_t>(placed.last_slot)];
        const bool single = placed.first_slot == placed.last_slot;
        if (text.empty() || !slot.field || !single || cell_affinity(*slot.field, text, context) > kMisfit) continue;
        doubts.push_back({"row.cell-doubtful", slot.field->id,
                          tell(fmt::format("「{}」は「{}」の欄にありますが、その内容に見えません。", excerpt(text),
                                           slot_heading(layout, placed.last_slot)),
                               fmt::format("\"{}\" stands in the column \"{}\" but does not read like it.",
                                           excerpt(text), slot_heading(layout, placed.last_slot))),
                          tell("元の資料で欄を確かめてください。", "Please check the column in the original.")});
    }
}

// The placed cells with texts of one prose field each, of which the form says how they read.
std::vector<PlacedCell> prose_cells(const RowPlacement& placement, const LooseLayout& layout,
                                    const std::vector<std::string>& cells) {
    std::vector<PlacedCell> prose;
    for (const PlacedCell& placed : placement.cells) {
        const FieldSpec* field = layout.slots[static_cast<std::size_t>(placed.last_slot)].field;
        const bool single = placed.first_slot == placed.last_slot;
        const bool blank = cells[static_cast<std::size_t>(placed.cell)].empty();
        if (single && !blank && field && !field->cues.empty()) prose.push_back(placed);
    }
    return prose;
}

// Two texts of a row each of which reads more like the other's column than like its own.
void report_swaps(const RowPlacement& placement, const LooseLayout& layout, const std::vector<std::string>& cells,
                  const AffinityContext& context, std::vector<RowDoubt>& doubts) {
    constexpr double kBetter = 0.4;   // each of them
    constexpr double kFarBetter = 2;  // both together
    const std::vector<PlacedCell> prose = prose_cells(placement, layout, cells);
    const auto points = [&](const PlacedCell& text, const PlacedCell& place) {
        return cell_affinity(*layout.slots[static_cast<std::size_t>(place.last_slot)].field,
                             cells[static_cast<std::size_t>(text.cell)], context);
    };
    for (std::size_t a = 0; a < prose.size(); ++a) {
        for (std::size_t b = a + 1; b < prose.size(); ++b) {
            const double first = points(prose[a], prose[b]) - points(prose[a], prose[a]);
            const double second = points(prose[b], prose[a]) - points(prose[b], prose[b]);
            if (std::min(first, second) < kBetter || first + second < kFarBetter) continue;
            const std::string here = slot_heading(layout, prose[a].last_slot);
            const std::string there = slot_heading(layout, prose[b].last_slot);
            for (const PlacedCell& placed : {prose[a], prose[b]}) {
                doubts.push_back(
                    {"row.cell-doubtful", layout.slots[static_cast<std::size_t>(placed.last_slot)].field->id,
                     tell(fmt::format("「{}」と「{}」の文が入れ替わっているように見えます。", here, there),
                          fmt::format("The texts of \"{}\" and \"{}\" seem to have changed places.", here, there)),
                     tell("元の資料で欄を確かめてください。", "Please check the column in the original.")});
            }
        }
    }
}

}  // namespace

void report_gap(const std::string& text, const std::string& field, std::vector<RowDoubt>& doubts) {
    doubts.push_back({"row.cell-doubtful", field,
                      tell(fmt::format("「{}」の中に空白の連なりがあり、いくつかの欄がまとまっているかもしれません。",
                                       excerpt(text)),
                           fmt::format("\"{}\" holds a run of spaces and may be several cells.", excerpt(text))),
                      tell("元の資料で欄の並びを確かめてください。", "Please check the columns in the original.")});
}

LooseLayout make_layout(const Header& header) {
    LooseLayout layout;
    for (const LaidColumn& column : header.columns) {
        const int index = static_cast<int>(layout.columns.size());
        layout.columns.push_back(&column);
        if (!column.spec) {
            layout.slots.push_back({nullptr, index});
            continue;
        }
        for (const FieldSpec& field : column.spec->fields) layout.slots.push_back({&field, index});
    }
    return layout;
}

std::string slot_heading(const LooseLayout& layout, int slot) {
    if (slot < 0) return tell("どの欄でもない文", "no field");
    return layout.columns[static_cast<std::size_t>(layout.slots[static_cast<std::size_t>(slot)].column)]->heading;
}

void report_placement_doubts(const RowPlacement& placement, const LooseLayout& layout,
                             const std::vector<std::string>& cells, const AffinityContext& context,
                             std::vector<RowDoubt>& doubts) {
    if (placement.missing > 0) {
        report_missing(placement, layout, cells, doubts);
    } else if (placement.shifted) {
        report_shift(placement, layout, cells, doubts);
    }
    if (placement.runner_up) report_runner_up(placement, layout, cells, doubts);
    report_misfits(placement, layout, cells, context, doubts);
    report_swaps(placement, layout, cells, context, doubts);
}

}  // namespace torimatome::parsers
