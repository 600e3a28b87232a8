#include "parsers/xlsx/drawing.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/language.hpp"
#include "parsers/xlsx/anchor.hpp"
#include "parsers/xlsx/xml_text.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::size_t kShownCharacters = 20;
constexpr std::size_t kShownAddresses = 5;

// Where shapes of one sort lie, to be told in one finding.
struct Places {
    std::size_t count = 0;
    std::string first;  // the addresses of the first few
};

struct Drawing {
    SheetFindings& findings;
    std::vector<LooseText>& loose;
    Places rings;     // shapes and lines without text
    Places pictures;  // pictures, charts, diagrams, ink
};

void add_place(Places& places, const CellCoordinates& cell) {
    if (++places.count > kShownAddresses || cell.row == 0) return;
    if (!places.first.empty()) places.first += tell("、", ", ");
    places.first += cell_address(cell.row, cell.column);
}

void append_paragraph(pugi::xml_node paragraph, std::string& text) {
    for (pugi::xml_node part : paragraph.children()) {
        if (is_named(part, "br")) text += "\n";
        if (is_named(part, "r") || is_named(part, "fld")) append_text(child_named(part, "t"), text);
    }
}

std::string shape_text(pugi::xml_node shape) {
    std::string text;
    for (pugi::xml_node paragraph : child_named(shape, "txBody").children()) {
        if (!is_named(paragraph, "p")) continue;
        if (!text.empty()) text += "\n";
        append_paragraph(paragraph, text);
    }
    return clean_text(std::string(text::trim(text)));
}

// Excel draws form controls as shapes, too: they refer to the control by an extension.
bool is_control(pugi::xml_node shape) {
    return static_cast<bool>(shape.find_node(
        [](pugi::xml_node node) { return is_named(node, "compatExt") && has_attribute(node, "spid"); }));
}

std::string first_characters(const std::string& text) {
    std::size_t end = 0;
    std::size_t count = 0;
    while (end < text.size() && count < kShownCharacters) {
        end += text::code_point_at(text, end).length;
        ++count;
    }
    return end < text.size() ? text.substr(0, end) + "…" : text;
}

void take_shape(pugi::xml_node shape, const CellCoordinates& cell, Drawing& drawing) {
    if (is_control(shape)) return;
    const std::string text = shape_text(shape);
    if (!has_ink(text)) {
        add_place(drawing.rings, cell);
        return;
    }
    SourcePosition place;
    place.sheet = drawing.findings.sheet;
    if (cell.row > 0) place.cell = cell_address(cell.row, cell.column);
    drawing.loose.push_back({text, place});
    add_finding(drawing.findings,
                {"sheet.shape-text", Severity::warning, cell.row, cell.column,
                 tell(fmt::format("図形に文字があります：「{}」", first_characters(text)),
                      fmt::format("A shape holds text: \"{}\"", first_characters(text))),
                 tell("図形の文字は表の外の文字として扱います。回答であれば、セルに書き写してください。",
                      "It is taken as text outside the table; if it is an answer, write it into its cell.")});
}

CellCoordinates anchor_cell(pugi::xml_node anchor) {
    const pugi::xml_node from = child_named(anchor, "from");
    if (!from) return {};
    const auto row = child_named(from, "row").text().as_uint();
    const auto column = child_named(from, "col").text().as_uint();
    return cell_counted_from_zero(row, column);
}

void visit(pugi::xml_node node, const CellCoordinates& cell, Drawing& drawing);

void visit_children(pugi::xml_node parent, const CellCoordinates& cell, Drawing& drawing) {
    for (pugi::xml_node child : parent.children()) visit(child, cell, drawing);
}

void visit(pugi::xml_node node, const CellCoordinates& cell, Drawing& drawing) {
    const std::string_view name = local_name(node.name());
    if (name.ends_with("Anchor")) {
        visit_children(node, anchor_cell(node), drawing);
    } else if (name == "AlternateContent") {  // the same thing in two ways: the first one is enough
        const pugi::xml_node choice = child_named(node, "Choice");
        visit_children(choice ? choice : child_named(node, "Fallback"), cell, drawing);
    } else if (name == "grpSp") {
        visit_children(node, cell, drawing);
    } else if (name == "sp" || name == "cxnSp") {
        take_shape(node, cell, drawing);
    } else if (name == "pic" || name == "graphicFrame" || name == "contentPart") {
        add_place(drawing.pictures, cell);
    }
}

void report_places(Drawing& drawing) {
    if (drawing.rings.count > 0) {
        add_finding(
            drawing.findings,
            {"sheet.shape", Severity::warning, 0, 0,
             tell(
                 fmt::format("文字のない図形や線が {} 個あります（{}）。丸囲みや抹消線の意味は読み取れません。",
                             drawing.rings.count, drawing.rings.first),
                 fmt::format("There are {} shapes or lines without text ({}); what they ring or cross out is not read.",
                             drawing.rings.count, drawing.rings.first)),
             tell("図形で答えている欄がないか確かめてください。", "See whether a field is answered with a shape.")});
    }
    if (drawing.pictures.count > 0) {
        add_finding(drawing.findings,
                    {"sheet.picture", Severity::note, 0, 0,
                     tell(fmt::format("画像やグラフが {} 個あります（{}）。中の文字は読んでいません。",
                                      drawing.pictures.count, drawing.pictures.first),
                          fmt::format("There are {} pictures or charts ({}); text in them is not read.",
                                      drawing.pictures.count, drawing.pictures.first)),
                     ""});
    }
}

}  // namespace

void read_drawing(pugi::xml_node root, SheetFindings& findings, std::vector<LooseText>& loose) {
    Drawing drawing{findings, loose, {}, {}};
    visit_children(root, {}, drawing);
    report_places(drawing);
}

}  // namespace torimatome::parsers::xlsx
