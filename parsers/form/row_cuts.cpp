#include "parsers/form/row_cuts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "model/language.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/phrase_ends.hpp"
#include "parsers/form/reprint_mark.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

enum class Ending { hiragana, katakana, ideograph, digit, letter, other };

Ending ending_of(char32_t c) {
    if (text::is_hiragana(c)) return Ending::hiragana;
    if (text::is_katakana(c)) return Ending::katakana;
    if (text::is_ideograph(c)) return Ending::ideograph;
    if ((c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９')) return Ending::digit;
    if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return Ending::letter;
    return Ending::other;
}

// One text of a row, and where it stands in the index.
struct OwnText {
    const Record* record = nullptr;
    std::string field;
    std::string_view text;  // without white space at its ends
    std::size_t end = 0;    // its last character in the index
    std::size_t row_start = 0;
    std::size_t row_end = 0;
};

// 【 and ※ are words' own.
bool starts_with_dot(const std::string& text) {
    return text::starts_with_bullet(text) && !text.starts_with("【") && !text.starts_with("※");
}

bool has_bullet_line(const std::string& text) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        if (starts_with_dot(text.substr(at + 1))) return true;
    }
    return false;
}

Finding cut(const OwnText& own, const std::string& ja, const std::string& en) {
    return row_finding("text.broken", *own.record, own.field, tell(ja, en));
}

// Of one column: what its texts end in.
struct ColumnEnds {
    std::vector<OwnText> texts;
    std::map<Ending, int> endings;
    std::size_t ended = 0;  // as sentences do

    bool sentences() const { return ended * 10 >= texts.size() * 8; }
};

// Whether the text ends in another kind of character than all others of its column.
bool ends_oddly(std::u32string_view text, const ColumnEnds& column) {
    constexpr std::size_t kHabit = 8;
    const Ending ending = ending_of(text.back());
    const bool usual = ending == Ending::hiragana || ending == Ending::other;
    return !usual && column.texts.size() >= kHabit && column.endings.at(ending) == 1;
}

// `name`: of a column of names, which stand in sentences elsewhere, so that only the middle of a word tells.
void judge(const OwnText& own, const ColumnEnds& column, bool name, const TextIndex& index, Findings& findings) {
    const std::u32string text = characters_of(own.text);
    if (!may_end_phrase(text) || (!name && !column.sentences() && ends_oddly(text, column))) {
        findings.push_back(
            cut(own, "文が途中で終わっているように見えます。", "The text seems to end within a phrase."));
        return;
    }
    const TextIndex::Continuation found = index.continuation_of(own.end, own.row_start, own.row_end, name);
    if (found.end.empty()) return;
    findings.push_back(cut(
        own, fmt::format("「{}」で終わっていますが、ほかの所ではその後に「{}」などが続きます。", found.end, found.next),
        fmt::format("It ends in \"{}\", which goes on with \"{}\" or the like elsewhere.", found.end, found.next)));
}

bool is_of_kind(const RowsRead& rows, const std::string& id, FieldKind kind) {
    const FieldSpec* spec = rows.form.find_field(id);
    return spec && spec->kind == kind;
}

bool is_prose(const RowsRead& rows, const std::string& id) { return is_of_kind(rows, id, FieldKind::prose); }

void add_row(const RowsRead& rows, const Record& record, TextIndex& index, std::map<std::string, ColumnEnds>& columns) {
    const std::size_t start = index.size();
    std::vector<OwnText*> own;
    for (const auto& [id, field] : record.fields) {
        const std::string_view text = text::trim(field.text);
        if (field.inherited || text.empty()) continue;
        const std::size_t end = index.add(text);
        if (!is_prose(rows, id) && !is_of_kind(rows, id, FieldKind::name)) continue;
        ColumnEnds& column = columns[id];
        own.push_back(&column.texts.emplace_back(OwnText{&record, id, text, end, start, 0}));
        ++column.endings[ending_of(text::last_code_point(text).value)];
        column.ended += ends_sentence(text) ? 1U : 0U;
    }
    for (OwnText* text : own) text->row_end = index.size();
}

// A heading or a bullet with nothing behind it.
bool lacks_what_it_heads(const OwnText& own, const Form& form) {
    const std::size_t line = own.text.rfind('\n');
    const std::string last(line == std::string_view::npos ? own.text : own.text.substr(line + 1));
    if (last.starts_with("【") && last.ends_with("】")) return !is_reprint_mark(last, form);
    return starts_with_dot(last) && text::count_non_space(last) <= 2;
}

}  // namespace

Findings open_end_doubts(const RowsRead& rows) {
    Findings findings;
    TextIndex index;
    std::map<std::string, ColumnEnds> columns;
    for (const Record& record : rows.document.records) add_row(rows, record, index, columns);
    for (const auto& [id, column] : columns) {
        const bool name = is_of_kind(rows, id, FieldKind::name);
        for (const OwnText& own : column.texts) {
            if (lacks_what_it_heads(own, rows.form)) {
                findings.push_back(
                    cut(own, "見出しや箇条書きの後に文がありません。", "A heading or bullet has no text."));
            } else if (name && own.text.ends_with("。") && column.ended * 2 < column.texts.size()) {
                findings.push_back(cut(own, "名前の欄に文があります。", "A sentence stands where a name should."));
            } else if (!ends_sentence(own.text) && (!column.sentences() || has_bullet_line(std::string(own.text)))) {
                judge(own, column, name, index, findings);
            }
        }
    }
    return findings;
}

Findings lost_start_doubts(const RowsRead& rows) {
    constexpr int kFewest = 5;
    Findings findings;
    std::map<std::string, int> led;  // texts by field that have words before their first bullet
    std::map<std::string, std::vector<const Record*>> bare;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            if (field.inherited || !is_prose(rows, id)) continue;
            if (starts_with_dot(field.text)) {
                bare[id].push_back(&record);
            } else if (has_bullet_line(field.text)) {
                ++led[id];
            }
        }
    }
    for (const auto& [id, records] : bare) {
        if (led[id] < kFewest || records.size() > 2) continue;
        for (const Record* record : records) {
            findings.push_back(row_finding(
                "text.broken", *record, id,
                tell("ほかの行の箇条書きには見出しがありますが、この文にはありません。文の初めが落ちたかもしれません。",
                     "The lists of other rows have words before them; the start of this one may be lost.")));
        }
    }
    return findings;
}

}  // namespace torimatome::parsers
