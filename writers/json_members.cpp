#include "writers/json_members.hpp"

#include <cmath>

namespace torimatome::writers {

namespace {

void box_member(JsonStream& json, const Box& box) {
    // A box of a broken page can hold an infinity, for which JSON has no number.
    if (!std::isfinite(box.x0) || !std::isfinite(box.y0) || !std::isfinite(box.x1) || !std::isfinite(box.y1)) return;
    json.key("box");
    json.begin_array(Spread::compact);
    for (const double edge : {box.x0, box.y0, box.x1, box.y1}) json.number(edge);
    json.end_array();
}

}  // namespace

void text_member(JsonStream& json, const char* name, const std::string& value) {
    json.key(name);
    json.text(value);
}

void text_member_if_set(JsonStream& json, const char* name, const std::string& value) {
    if (!value.empty()) text_member(json, name, value);
}

void number_member_if_set(JsonStream& json, const char* name, int value) {
    if (value == 0) return;
    json.key(name);
    json.number(value);
}

void member_if_true(JsonStream& json, const char* name, bool value) {
    if (!value) return;
    json.key(name);
    json.boolean(true);
}

void position_members_after_sheet(JsonStream& json, const SourcePosition& position) {
    text_member_if_set(json, "cell", position.cell);
    number_member_if_set(json, "page", position.page);
    if (position.box) box_member(json, *position.box);
    number_member_if_set(json, "line", position.line);
}

void position_member(JsonStream& json, const SourcePosition& position) {
    json.key("source");
    json.begin_object(Spread::compact);
    text_member_if_set(json, "file", position.file);
    text_member_if_set(json, "sheet", position.sheet);
    position_members_after_sheet(json, position);
    json.end_object();
}

void write_finding(JsonStream& json, const Finding& finding) {
    json.begin_object(Spread::compact);
    text_member(json, "code", finding.code);
    text_member(json, "severity", to_string(finding.severity));
    text_member_if_set(json, "record", finding.record);
    text_member_if_set(json, "field", finding.field);
    text_member(json, "message", finding.message);
    text_member_if_set(json, "hint", finding.hint);
    if (finding.source != SourcePosition{}) position_member(json, finding.source);
    json.end_object();
}

}  // namespace torimatome::writers
