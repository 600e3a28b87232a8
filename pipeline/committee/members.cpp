#include "pipeline/committee/members.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

int column_headed(const Table& table, std::initializer_list<const char*> headings) {
    for (const Cell& cell : table.cells) {
        if (cell.row != 1) break;
        const std::string key = text::compare_key(cell.text());
        if (std::find(headings.begin(), headings.end(), key) != headings.end()) return cell.column;
    }
    return 0;
}

[[noreturn]] void fail(const char* code, const TableSet& tables, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = Severity::error;
    finding.source.file = tables.source.file;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    throw Error(std::move(finding));
}

}  // namespace

std::vector<Member> read_members(const TableSet& tables) {
    std::vector<Member> members;
    if (!tables.tables.empty()) {
        const Table& table = tables.tables.front();
        const int headed = column_headed(table, {"氏名", "委員", "委員名", "名前", "name"});
        const int role = column_headed(table, {"役職", "職", "役割", "区分", "role"});
        const int name = headed > 0 ? headed : 1;
        std::map<int, Member> rows;
        for (const Cell& cell : table.cells) {
            if (headed > 0 && cell.row == 1) continue;
            if (cell.column == name) rows[cell.row].name = std::string(text::trim(cell.text()));
            if (cell.column == role) rows[cell.row].role = std::string(text::trim(cell.text()));
        }
        for (auto& [row, member] : rows) {
            if (!member.name.empty()) members.push_back(std::move(member));
        }
    }
    if (members.empty()) {
        fail("members.empty", tables,
             tell(fmt::format("委員名簿「{}」に委員が1人もいません。", tables.source.file),
                  fmt::format("The list \"{}\" names no member.", tables.source.file)),
             tell("1行目に「氏名」の見出しがあるCSVを指定してください。",
                  "Please give a CSV whose first row has the heading 氏名."));
    }
    std::set<std::string> names;
    for (const Member& member : members) {
        if (names.insert(text::compare_key(member.name)).second) continue;
        fail("members.twice", tables,
             tell(fmt::format("委員名簿に「{}」が2人います。", member.name),
                  fmt::format("The list names \"{}\" twice.", member.name)),
             tell("見分けられる名前にしてください。", "Please give names that tell them apart."));
    }
    return members;
}

}  // namespace torimatome::pipeline
