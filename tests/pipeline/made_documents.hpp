// Small documents and a small form, made in code.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome {

/// A form with the columns 方針 (item, mark, policy), 目標, 結果, 予定, 区分 and 担当.
inline Form made_form() {
    Form form;
    form.id = "progress";
    form.label = "資料1";
    form.name = "取組の進み具合";
    form.section.name = "提言";
    form.section.item_style = "circled";
    const auto field = [](const char* id, FieldKind kind, BlankCell blank, const char* style = "") {
        FieldSpec spec;
        spec.id = id;
        spec.kind = kind;
        spec.blank = blank;
        spec.style = style;
        return spec;
    };
    const auto column = [](const char* heading, std::vector<FieldSpec> fields) {
        ColumnSpec spec;
        spec.heading = heading;
        spec.fields = std::move(fields);
        return spec;
    };
    form.columns = {
        column("方針", {field("item", FieldKind::mark, BlankCell::inherit, "circled"),
                        field("mark", FieldKind::mark, BlankCell::inherit, "katakana"),
                        field("policy", FieldKind::prose, BlankCell::inherit)}),
        column("目標", {field("goal", FieldKind::prose, BlankCell::inherit)}),
        column("{year}の結果", {field("result", FieldKind::prose, BlankCell::keep)}),
        column("{next-year}の予定", {field("plan", FieldKind::prose, BlankCell::keep)}),
        column("区分", {field("category", FieldKind::choice, BlankCell::keep)}),
        column("担当", {field("departments", FieldKind::departments, BlankCell::inherit)}),
    };
    form.choices = {{"I", "新規", "新規"}, {"II", "拡充", "拡充"}, {"III", "継続", "継続"}};
    form.identity = {"item", "mark"};
    return form;
}

/// Mappings with made_form() and some organisations.
inline Mappings made_mappings() {
    Mappings mappings;
    mappings.forms = {made_form()};
    mappings.organisations.bureaus = {{"健", "健康福祉局"}, {"教", "教育委員会"}};
    mappings.organisations.departments = {
        {"保健所", "健", {}}, {"福祉部", "健", {"福祉総務部"}}, {"学校教育部", "教", {}}};
    return mappings;
}

/// A record with the given id (「1-①-ア-1」 gives its section and marks); departments are one a line. Empty texts make
/// no field. Its place is a line, counted by the caller.
struct MadeRecord {
    std::string id;
    std::string goal;
    std::string result;
    std::string plan;
    std::string category;
    std::string departments;
};

inline Record made_record(const MadeRecord& made, int line) {
    Record record;
    record.id = made.id;
    record.source.line = line;
    std::vector<std::string> parts(1);
    for (const char c : made.id) {
        if (c == '-') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    record.section = parts.size() > 1 ? parts[0] : "";
    const auto add = [&](const char* id, const std::string& text) {
        if (text.empty()) return;
        Field field;
        field.text = text;
        record.fields.emplace_back(id, field);
    };
    if (parts.size() == 4) {
        add("item", parts[1]);
        add("mark", parts[2]);
    }
    add("policy", "方針の文");
    add("goal", made.goal);
    add("result", made.result);
    add("plan", made.plan);
    add("category", made.category);
    add("departments", made.departments);
    if (Field* departments = record.find("departments")) {
        std::string value;
        for (const char c : made.departments + "\n") {
            if (c == '\n') {
                departments->values.push_back(value);
                value.clear();
            } else {
                value += c;
            }
        }
    }
    return record;
}

/// A document of made_form() about 令和3年度, with one section and the given records on the lines 1, 2, ….
inline Document made_document(const std::string& file, const std::vector<MadeRecord>& records) {
    Document document;
    document.form = "progress";
    document.label = "資料1";
    document.title = "令和3年度の取組結果";
    document.year = 2021;
    document.source = {file, "text", "hash of " + file, ""};
    document.sections = {{"1", "見守る体制", {{"①", "早期の把握"}}}};
    int line = 0;
    for (const MadeRecord& record : records) document.records.push_back(made_record(record, ++line));
    return document;
}

}  // namespace torimatome
