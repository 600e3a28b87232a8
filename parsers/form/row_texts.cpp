#include "parsers/form/row_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "model/language.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/phrase_ends.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

bool ends_in_a_list(const std::string& text) {
    const std::size_t line = text.rfind('\n');
    return line != std::string::npos && text::starts_with_bullet(std::string_view(text).substr(line + 1));
}

bool has_finding(const Document& document, const std::string& record, const std::string& field) {
    return std::any_of(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
        return finding.record == record && (finding.field == field || finding.code == "row.cell-missing");
    });
}

template <class Each>
void each_field(const Form& form, const Each& each) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) each(column, spec);
    }
}

// 「」『』【】 and round brackets, full and half width taken for one another.
int bracket_kind(char32_t c, bool& opens) {
    constexpr std::u32string_view kOpening = U"「『【（(";
    constexpr std::u32string_view kClosing = U"」』】）)";
    const std::size_t opening = kOpening.find(c);
    const std::size_t closing = kClosing.find(c);
    opens = opening != std::u32string_view::npos;
    const std::size_t at = opens ? opening : closing;
    return at == std::u32string_view::npos ? -1 : static_cast<int>(std::min<std::size_t>(at, 3));
}

constexpr int kRound = 3;

// The bracket that has no partner. A round one may close what nobody opened: 1) and ア).
std::string lone_bracket(const std::string& text) {
    std::vector<std::pair<int, std::string>> open;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        const std::string sign = text.substr(at, c.length);
        at += c.length;
        bool opens = false;
        const int kind = bracket_kind(c.value, opens);
        if (kind < 0) continue;
        if (opens) {
            open.emplace_back(kind, sign);
        } else if (!open.empty() && open.back().first == kind) {
            open.pop_back();
        } else if (kind != kRound) {
            return open.empty() ? sign : open.back().second;
        }
    }
    return open.empty() ? std::string() : open.back().second;
}

// A sentence cannot start with these.
bool starts_within(const std::string& text) {
    constexpr std::u32string_view kNever = U"、。，．）」』】ーんっゃゅょァィゥェォッャュョン々";
    if (!may_start_phrase(characters_of(text))) return true;
    return !text.empty() && kNever.find(text::code_point_at(text, 0).value) != std::u32string_view::npos;
}

// Of the fields whose texts nearly all end as sentences do.
std::map<std::string, bool> ends_with_sentences(const RowsRead& rows) {
    constexpr int kFewest = 6;  // of less texts all but one must
    constexpr int kTooFew = 3;
    std::map<std::string, std::pair<int, int>> counts;  // all, ended
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            if (field.inherited) continue;
            ++counts[id].first;
            counts[id].second += ends_sentence(field.text) ? 1 : 0;
        }
    }
    std::map<std::string, bool> ends;
    for (const auto& [id, count] : counts) {
        const auto [all, ended] = count;
        ends[id] = all >= kFewest ? ended * 10 >= all * 8 : all >= kTooFew && ended + 1 >= all;
    }
    return ends;
}

std::string bracket_flaw(const std::string& text) {
    const std::string bracket = lone_bracket(text);
    if (bracket.empty()) return {};
    return tell(fmt::format("括弧「{}」の相手がありません。", bracket),
                fmt::format("The bracket \"{}\" has no partner.", bracket));
}

std::string flaw_of(const Field& field, bool sentences) {
    if (std::string flaw = bracket_flaw(field.text); !flaw.empty()) return flaw;
    if (starts_within(field.text)) return tell("文が途中から始まっています。", "The text starts within a sentence.");
    if (sentences && !ends_sentence(field.text) && !ends_in_a_list(field.text) && field.value.empty()) {
        return tell("文が途中で終わっています。", "The text ends within a sentence.");
    }
    return {};
}

// Entries of lists that are the start of another entry of the document: 「健) 健康推進」 beside 「健) 健康推進課」.
void add_cut_entries(const RowsRead& rows, Findings& findings) {
    std::set<std::string> entries;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) entries.insert(field.values.begin(), field.values.end());
    }
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (field.inherited || !spec || spec->kind != FieldKind::departments) continue;
            for (const std::string& entry : field.values) {
                const auto longer = entries.upper_bound(entry);
                if (longer == entries.end() || !longer->starts_with(entry)) continue;
                findings.push_back(
                    row_finding("text.broken", record, id,
                                tell(fmt::format("「{}」は「{}」の途中までのように見えます。", entry, *longer),
                                     fmt::format("\"{}\" seems to be the start of \"{}\".", entry, *longer))));
            }
        }
    }
}

std::string own_text(const Record& record) {
    std::string text;
    for (const auto& [id, field] : record.fields) {
        if (field.inherited) continue;
        for (std::size_t at = 0; at < field.text.size();) {
            const text::CodePoint c = text::code_point_at(field.text, at);
            if (!text::is_space(c.value)) text += field.text.substr(at, c.length);
            at += c.length;
        }
        text += "\t";
    }
    return text;
}

}  // namespace

Findings blank_doubts(const RowsRead& rows, Blanks which) {
    constexpr std::size_t kManyRows = 8;
    Findings findings;
    const auto& records = rows.document.records;
    each_field(rows.form, [&](const ColumnSpec& column, const FieldSpec& spec) {
        if (spec.kind == FieldKind::mark) return;
        const auto blank =
            std::count_if(records.begin(), records.end(), [&](const Record& record) { return !record.find(spec.id); });
        if (static_cast<std::size_t>(blank) * 2 > records.size()) return;  // a column that is not filled in yet
        // A part of a cell that need not be there is remarkable where all other rows have it.
        const bool alone = blank == 1 && records.size() > kManyRows && column.fields.size() > 1;
        const bool whole = spec.required && which == Blanks::cells_and_parts;
        if (!whole && !alone) return;
        for (const Record& record : records) {
            if (record.find(spec.id) || has_finding(rows.document, record.id, spec.id)) continue;
            const std::string heading = heading_of(rows, spec.id);
            findings.push_back(row_finding(
                "row.cell-blank", record, spec.id,
                tell(fmt::format("「{}」の欄が空です。もともと空欄か、文が落ちたか、区別できません。", heading),
                     fmt::format("The cell of \"{}\" is blank: it may be meant so, or its text is lost.", heading))));
        }
    });
    return findings;
}

Findings cut_doubts(const RowsRead& rows) {
    Findings findings;
    const std::map<std::string, bool> sentences = ends_with_sentences(rows);
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (field.inherited || !spec) continue;
            const bool prose = spec->kind == FieldKind::prose || spec->kind == FieldKind::name;
            std::string flaw = prose ? flaw_of(field, sentences.at(id)) : bracket_flaw(field.text);
            if (!flaw.empty()) findings.push_back(row_finding("text.broken", record, id, std::move(flaw)));
        }
    }
    add_cut_entries(rows, findings);
    return findings;
}

Findings repeated_doubts(const RowsRead& rows) {
    constexpr std::size_t kShortest = 45;  // bytes: shorter rows may be the same by chance
    Findings findings;
    std::map<std::string, const Record*> seen;
    for (const Record& record : rows.document.records) {
        const std::string text = own_text(record);
        if (text.size() < kShortest) continue;
        const auto [first, added] = seen.emplace(text, &record);
        if (added) continue;
        findings.push_back(row_finding("row.repeated", record, {},
                                       tell(fmt::format("「{}」と全く同じ行です。", first->second->id),
                                            fmt::format("This row is the very same as {}.", first->second->id))));
    }
    return findings;
}

}  // namespace torimatome::parsers
