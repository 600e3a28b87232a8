#include "parsers/xlsx/form_controls.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "model/language.hpp"
#include "parsers/xlsx/anchor.hpp"
#include "parsers/xlsx/xml_text.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::xlsx {

namespace {

struct ControlKind {
    std::string_view type;  // ObjectType of x:ClientData
    const char* japanese;
    const char* english;
    bool has_state;
};
constexpr std::array<ControlKind, 9> kKinds{{
    {"Checkbox", "チェックボックス", "check box", true},
    {"Radio", "オプションボタン", "option button", true},
    {"Drop", "ドロップダウンリスト", "drop-down list", false},
    {"List", "リストボックス", "list box", false},
    {"Spin", "スピンボタン", "spin button", false},
    {"Scroll", "スクロールバー", "scroll bar", false},
    {"Edit", "テキストボックス", "text field", false},
    {"Label", "ラベル", "label", false},
    {"Button", "ボタン", "button", false},
}};

const ControlKind* find_kind(std::string_view type) {
    for (const ControlKind& kind : kKinds) {
        if (kind.type == type) return &kind;
    }
    return nullptr;
}

// "1, 15, 2, 4, …": columns and rows with offsets, from 0.
CellCoordinates anchor_cell(const std::string& anchor) {
    std::array<unsigned, 3> numbers{};
    const char* at = anchor.data();
    const char* const end = at + anchor.size();
    for (unsigned& number : numbers) {
        while (at < end && (*at == ' ' || *at == ',' || *at == '\n' || *at == '\r')) ++at;
        const auto [behind, status] = std::from_chars(at, end, number);
        if (status != std::errc()) return {};
        at = behind;
    }
    return cell_counted_from_zero(numbers[2], numbers[0]);
}

void append_all_text(pugi::xml_node node, std::string& text) {
    append_text(node, text);
    for (pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) append_all_text(child, text);
    }
}

std::string label_of(pugi::xml_node shape) {
    std::string label;
    append_all_text(child_named(shape, "textbox"), label);
    return clean_text(std::string(text::trim(label)));
}

void report_control(pugi::xml_node shape, pugi::xml_node data, SheetFindings& findings) {
    const ControlKind* kind = find_kind(attribute_named(data, "ObjectType"));
    if (!kind) return;
    const CellCoordinates cell = anchor_cell(text_of(child_named(data, "Anchor")));
    const std::string label = label_of(shape);
    const std::string link = text_of(child_named(data, "FmlaLink"));
    const bool on = text_of(child_named(data, "Checked")) == "1";
    std::string japanese = fmt::format("{}「{}」があります", kind->japanese, label);
    std::string english = fmt::format("There is a {} \"{}\"", kind->english, label);
    if (kind->has_state) {
        japanese += on ? "（オン）" : "（オフ）";
        english += on ? ", which is on" : ", which is off";
    }
    if (!link.empty()) {
        japanese += fmt::format("。リンクするセルは {} です", link);
        english += fmt::format("; it is linked with {}", link);
    }
    add_finding(findings,
                {"sheet.control", Severity::warning, cell.row, cell.column, tell(japanese + "。", english + "."),
                 tell("表の文字としては読んでいません。回答であれば、セルに書いてください。",
                      "It is not read as text of the table; if it is an answer, write it into a cell.")});
}

void visit(pugi::xml_node node, SheetFindings& findings) {
    for (pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        const pugi::xml_node data = child_named(child, "ClientData");
        if (data) {
            report_control(child, data, findings);
        } else {
            visit(child, findings);
        }
    }
}

}  // namespace

void read_form_controls(pugi::xml_node root, SheetFindings& findings) { visit(root, findings); }

}  // namespace torimatome::parsers::xlsx
