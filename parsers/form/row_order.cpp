#include "parsers/form/row_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "model/language.hpp"
#include "parsers/form/date_cell.hpp"
#include "parsers/form/line_text.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

using Indices = std::vector<std::size_t>;

struct SectionRun {
    int number = 0;
    Indices records;
};

std::vector<SectionRun> section_runs(const Document& document) {
    std::vector<SectionRun> runs;
    const std::string* last = nullptr;
    for (std::size_t i = 0; i < document.records.size(); ++i) {
        const std::string& section = document.records[i].section;
        if (!last || *last != section) runs.push_back({text::numeral_value(section).value_or(0), {}});
        last = &section;
        runs.back().records.push_back(i);
    }
    return runs;
}

void doubt_run(const RowsRead& rows, const SectionRun& run, std::size_t from, Findings& findings) {
    for (std::size_t i = from; i < run.records.size(); ++i) {
        findings.push_back(row_finding(
            "section.skipped", rows.document.records[run.records[i]], {},
            tell("見出しの番号が順番どおりではありません。見出しが落ちたか入れ替わり、この行は別の見出しのものかもし"
                 "れません。",
                 "The headings' numbers are out of order: one may be lost or misplaced, and this row another's.")));
    }
}

// Two years with nothing between them that makes a span of them.
bool holds_two_dates(const std::string& text) {
    constexpr std::string_view kYear = "年";
    constexpr std::array<std::string_view, 8> kSpans = {"～", "〜", "~", "-", "－", "から", "、", "・"};
    const std::size_t first = text.find(kYear);
    if (first == std::string::npos || text.find(kYear, first + kYear.size()) == std::string::npos) return false;
    return std::none_of(kSpans.begin(), kSpans.end(),
                        [&](std::string_view sign) { return text.find(sign) != std::string::npos; });
}

Finding without_rows(const Record& beside, const Section& section) {
    return row_finding(
        "section.empty", beside, {},
        tell(fmt::format("見出し「{} {}」の行が1つもありません。落ちたか、この行の前後に入ったかもしれません。",
                         section.number, section.title),
             fmt::format("The section \"{} {}\" has no row: they are lost, or stand beside this one.", section.number,
                         section.title)));
}

}  // namespace

Findings page_doubts(const RowsRead& rows) {
    Findings findings;
    for (std::size_t i = 0; i < rows.places.size(); ++i) {
        const RowPlace& place = rows.places[i];
        const Record& record = rows.document.records[i];
        if (!place.headed) {
            findings.push_back(row_finding(
                "row.without-header", record, {},
                tell("この行の頁に列の見出しがないので、前の頁の並びで読みました。",
                     "The page of this row has no column headings; it was read by those of the page before.")));
        }
        if (!place.section_headed && !rows.document.sections.empty()) {
            findings.push_back(row_finding(
                "section.missing", record, {},
                tell("この行の頁に見出しがないので、前の頁の見出しのものとして読みました。",
                     "The page of this row has no section heading; it was read as going on with the page before.")));
        }
        if (place.below_heading_text) {
            findings.push_back(row_finding(
                "section.doubtful", record, {},
                tell("上の行の文に、次の見出しのように見えるところがあります。この行はその見出しのものかもし"
                     "れません。",
                     "A text above seems to hold the next section's heading; this row may be that one's.")));
        }
        if (place.section_differs) {
            findings.push_back(
                row_finding("section.doubtful", record, {},
                            tell("この行の頁の見出しが、同じ番号の前の見出しと違います。",
                                 "The page of this row heads its section otherwise than an earlier page does.")));
        }
    }
    return findings;
}

Findings style_doubts(const RowsRead& rows) {
    std::map<int, std::map<CellStyle, int>> pages;
    for (const RowPlace& place : rows.places) ++pages[place.page][place.style];
    Findings findings;
    for (std::size_t i = 0; i < rows.places.size(); ++i) {
        const RowPlace& place = rows.places[i];
        const auto& styles = pages[place.page];
        const int most = std::max_element(styles.begin(), styles.end(), [](const auto& a, const auto& b) {
                             return a.second < b.second;
                         })->second;
        const int same = styles.at(place.style);
        const bool tie = styles.size() > 1 && static_cast<int>(place.style.size()) != place.cells;
        if (same == most && !tie) continue;
        findings.push_back(row_finding(
            "row.cells-differ", rows.document.records[i], {},
            tell("この行の欄の分かれ方が、同じ頁のほかの行と違います。行がまとまったか、欄が分かれたかもしれません。",
                 "The cells of this row hold other fields than those of the page's other rows: rows may have run "
                 "together, or cells come apart.")));
    }
    return findings;
}

Findings section_doubts(const RowsRead& rows) {
    Findings findings;
    const std::vector<SectionRun> runs = section_runs(rows.document);
    const bool headed = std::any_of(runs.begin(), runs.end(), [](const SectionRun& run) { return run.number > 0; });
    if (!headed) return findings;
    if (runs.front().number == 0) doubt_run(rows, runs.front(), 0, findings);  // its heading is lost
    const auto later = [&](std::size_t from, int number) {
        return std::any_of(runs.begin() + static_cast<std::ptrdiff_t>(from), runs.end(),
                           [number](const SectionRun& run) { return run.number == number; });
    };
    if (runs.front().number > 1) doubt_run(rows, runs.front(), 0, findings);
    std::set<std::size_t> doubted;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const int step = runs[i].number - runs[i - 1].number;
        if (step == 1) continue;
        const bool moved = step < 0 || later(i, runs[i - 1].number + 1);
        if (doubted.insert(i - 1).second) doubt_run(rows, runs[i - 1], moved ? 0 : 1, findings);
        if (doubted.insert(i).second) doubt_run(rows, runs[i], 0, findings);
    }
    return findings;
}

Findings empty_section_doubts(const RowsRead& rows) {
    std::map<std::string, std::pair<const Record*, const Record*>> ends;  // first and last row by section
    for (const Record& record : rows.document.records) {
        const auto [at, added] = ends.try_emplace(record.section, &record, &record);
        if (!added) at->second.second = &record;
    }
    Findings findings;
    const auto& sections = rows.document.sections;
    const auto has_rows = [&](const Section& section) { return ends.contains(section.number); };
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        if (has_rows(*section)) continue;
        const auto above = std::find_if(std::make_reverse_iterator(section), sections.rend(), has_rows);
        const auto below = std::find_if(section, sections.end(), has_rows);
        if (above != sections.rend()) findings.push_back(without_rows(*ends.at(above->number).second, *section));
        if (below != sections.end()) findings.push_back(without_rows(*ends.at(below->number).first, *section));
    }
    return findings;
}

Findings date_text_doubts(const RowsRead& rows) {
    Findings findings;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (!spec || spec->kind != FieldKind::date || field.inherited || !field.value.empty()) continue;
            if (read_date_cell(field.text).is_date && !holds_two_dates(field.text)) continue;
            findings.push_back(row_finding("row.cell-doubtful", record, id,
                                           tell(fmt::format("「{}」は日付に見えません。", field.text),
                                                fmt::format("\"{}\" does not read like a date.", field.text))));
        }
    }
    return findings;
}

Findings weekday_doubts(const RowsRead& rows) {
    constexpr std::size_t kHabit = 6;
    std::vector<std::pair<const Record*, std::string>> without;
    std::size_t dates = 0;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (!spec || spec->kind != FieldKind::date || field.inherited) continue;
            ++dates;
            if (!ends_sentence(field.text)) without.emplace_back(&record, id);
        }
    }
    if (without.size() != 1 || dates <= kHabit) return {};
    const auto& [record, field] = without.front();
    return {
        row_finding("text.broken", *record, field,
                    tell("ほかの日付には曜日などの括弧がありますが、この日付にはありません。",
                         "The other dates have brackets behind them, with the day of the week; this one has none."))};
}

Findings date_doubts(const RowsRead& rows) {
    Findings findings;
    std::size_t dates = 0;
    const Record* above = nullptr;
    const std::string* last = nullptr;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (!spec || spec->kind != FieldKind::date || field.value.size() != 10) continue;
            ++dates;
            if (last && field.value < *last) {
                const auto say = [&](const Record& of) {
                    findings.push_back(row_finding(
                        "date.out-of-order", of, id,
                        tell(fmt::format("日付が前後しています（{}の次に{}）。行が入れ替わったかもしれません。", *last,
                                         field.value),
                             fmt::format("Dates go back ({} after {}): rows may have changed places.", field.value,
                                         *last))));
                };
                say(*above);
                say(record);
            }
            last = &field.value;
            above = &record;
        }
    }
    // A list with the newest first, or in no order, is meant so.
    if (findings.size() > 4 && findings.size() > dates) findings.clear();
    return findings;
}

}  // namespace torimatome::parsers
