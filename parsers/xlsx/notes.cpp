#include "parsers/xlsx/notes.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "model/language.hpp"
#include "parsers/xlsx/drawing.hpp"
#include "parsers/xlsx/form_controls.hpp"
#include "parsers/xlsx/relationships.hpp"
#include "parsers/xlsx/rich_text.hpp"
#include "parsers/xlsx/xml_stream.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

using Addresses = std::set<std::pair<int, int>>;

void add_comment(std::string_view reference, const std::string& text, SheetFindings& findings) {
    const auto cell = parse_cell_address(reference);
    if (!has_ink(text)) return;
    add_finding(findings,
                {"cell.comment", Severity::note, cell ? cell->row : 0, cell ? cell->column : 0,
                 tell(fmt::format("コメントがあります：「{}」", text), fmt::format("There is a comment: \"{}\"", text)),
                 tell("コメントは表の文字としては読んでいません。必要ならセルに書き写してください。",
                      "Comments are not read as text of the table; write it into a cell if it is needed.")},
                kFindingsWithText);
}

// Threaded comments: Excel leaves an old-style comment with a notice in each of their cells.
Addresses read_threads(pugi::xml_node root, SheetFindings& findings) {
    Addresses cells;
    for (pugi::xml_node node : root.children()) {
        if (!is_named(node, "threadedComment")) continue;
        const std::string_view reference = attribute_named(node, "ref");
        if (const auto cell = parse_cell_address(reference)) cells.emplace(cell->row, cell->column);
        add_comment(reference, clean_text(text_of(child_named(node, "text"))), findings);
    }
    return cells;
}

void read_comments(pugi::xml_node root, const Addresses& threads, SheetFindings& findings) {
    const Palette palette;
    for (pugi::xml_node node : child_named(root, "commentList").children()) {
        if (!is_named(node, "comment")) continue;
        const std::string_view reference = attribute_named(node, "ref");
        const auto cell = parse_cell_address(reference);
        if (cell && threads.count({cell->row, cell->column}) > 0) continue;
        add_comment(reference, all_text(read_rich_text(child_named(node, "text"), palette)), findings);
    }
}

template <typename Read>
void read_parts(Package& package, const std::vector<Relationship>& relationships, std::string_view type,
                SheetFindings& findings, Read read) {
    for (const Relationship& one : relationships) {
        if (one.type != type || one.external) continue;
        try {
            XmlPart part;
            if (read_xml(package, one.target, part)) read(part.root());
        } catch (const Error& error) {
            if (error.finding().code != "part.damaged") throw;
            add_finding(findings, {"sheet.notes-damaged", Severity::warning, 0, 0, error.finding().message,
                                   tell("コメントや図形に文字がないか、Excelで確かめてください。",
                                        "Look in Excel whether there is text in comments or shapes.")});
        }
    }
}

}  // namespace

void read_notes(Package& package, std::string_view sheet_part, SheetFindings& findings, std::vector<LooseText>& loose) {
    const std::vector<Relationship> relationships = read_relationships(package, sheet_part);
    Addresses threads;
    read_parts(package, relationships, "threadedComment", findings,
               [&](pugi::xml_node root) { threads.merge(read_threads(root, findings)); });
    read_parts(package, relationships, "comments", findings,
               [&](pugi::xml_node root) { read_comments(root, threads, findings); });
    read_parts(package, relationships, "drawing", findings,
               [&](pugi::xml_node root) { read_drawing(root, findings, loose); });
    read_parts(package, relationships, "vmlDrawing", findings,
               [&](pugi::xml_node root) { read_form_controls(root, findings); });
}

}  // namespace torimatome::parsers::xlsx
