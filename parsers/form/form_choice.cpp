#include "parsers/form/form_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "parsers/form/grid_paper.hpp"
#include "parsers/form/line_reading.hpp"
#include "text/line_break.hpp"
#include "text/pattern.hpp"

namespace torimatome::parsers {

namespace {

Headers find_headers(const std::vector<StreamRow>& rows, const Form& form) {
    const HeaderFinder finder(form);
    Headers headers;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto header = finder.find(rows, i);
        if (!header) continue;
        const auto height = static_cast<std::size_t>(header->rows);
        headers.emplace(i, std::move(*header));
        i += height - 1;
    }
    return headers;
}

double best_score(const Headers& headers) {
    double best = 0;
    for (const auto& entry : headers) best = std::max(best, entry.second.score);
    return best;
}

// How well plain lines fit a form that can be read from them. A table's header, which says where columns stand, is
// better than headings alone, and they are better than a title.
double line_score(const std::vector<BodyLine>& lines, const Form& form) {
    constexpr double kHeadings = 0.9;
    constexpr double kTitle = 0.3;
    if (form.lines.kind == LineLayout::Kind::none || lines.empty()) return 0;
    const double coverage = LooseHeadings(form).coverage(lines);
    if (coverage >= 0.5) return kHeadings * coverage;
    for (const std::string& source : form.title_patterns) {
        const text::Pattern pattern(source);
        for (const BodyLine& line : lines) {
            if (pattern.match(line.text)) return kTitle;
        }
    }
    return 0;
}

std::string known_forms(const Mappings& mappings) {
    std::string known;
    for (const Form& form : mappings.forms) known += (known.empty() ? "" : ", ") + form.id;
    return known;
}

// The row with the most cells among the first ones: what a person would take for the header.
std::string widest_row(const std::vector<StreamRow>& rows) {
    constexpr std::size_t kRowsLookedAt = 50;
    constexpr std::size_t kCellsShown = 8;
    const StreamRow* widest = nullptr;
    for (std::size_t i = 0; i < rows.size() && i < kRowsLookedAt; ++i) {
        if (!rows[i].table) continue;
        if (!widest || rows[i].cells.size() > widest->cells.size()) widest = &rows[i];
    }
    std::string text;
    if (!widest) return text;
    for (std::size_t i = 0; i < widest->cells.size() && i < kCellsShown; ++i) {
        const std::string cell = text::undo_line_breaks(widest->cells[i].cell->text());
        if (!cell.empty() && cell.size() < 80) text += "「" + cell + "」";
    }
    return text;
}

[[noreturn]] void fail_grid_paper() {
    Finding finding;
    finding.code = "form.one-character-cells";
    finding.severity = Severity::error;
    finding.message = tell("1マスに1文字ずつ入力された表（方眼紙）なので、文のつながりを読み取れません。",
                           "The table was typed one character a cell, so that its texts cannot be put together.");
    finding.hint = tell("1つの欄を1つのセル（または結合したセル）にまとめて入力した表を受け取ってください。",
                        "Please ask for a table with one cell, or one merged cell, for each entry.");
    throw Error(std::move(finding));
}

[[noreturn]] void fail_unknown(const std::vector<StreamRow>& rows, const Mappings& mappings) {
    if (is_grid_paper(rows)) fail_grid_paper();
    const std::string nearest = widest_row(rows);
    Finding finding;
    finding.code = "form.unknown";
    finding.severity = Severity::error;
    finding.message = tell("どの様式の見出しも見つかりません。", "No form's header was found.");
    if (!nearest.empty()) {
        finding.message += tell(fmt::format("いちばん近い行は {} です。", nearest),
                                fmt::format(" The row nearest to one is {}.", nearest));
    }
    finding.hint = tell(fmt::format("見出しの行があるか確かめ、様式がわかるときは --form で指定してください（{}）。",
                                    known_forms(mappings)),
                        fmt::format("Please check that the header row is there, or name the form with --form ({}).",
                                    known_forms(mappings)));
    throw Error(std::move(finding));
}

}  // namespace

FormChoice choose_form(const std::vector<StreamRow>& rows, const Mappings& mappings, const std::string& wanted) {
    if (!wanted.empty() && !mappings.find_form(wanted)) {
        Finding finding;
        finding.code = "form.no-such-form";
        finding.severity = Severity::error;
        finding.message = tell(fmt::format("様式「{}」はありません。あるのは {} です。", wanted, known_forms(mappings)),
                               fmt::format("There is no form \"{}\"; there are {}.", wanted, known_forms(mappings)));
        throw Error(std::move(finding));
    }
    FormChoice best;
    double best_lines = 0;
    const Form* line_form = nullptr;
    const std::vector<BodyLine> lines = body_lines(rows);
    for (const Form& form : mappings.forms) {
        if (!wanted.empty() && form.id != wanted) continue;
        if (const double score = line_score(lines, form); score > best_lines) {
            best_lines = score;
            line_form = &form;
        }
        Headers headers = find_headers(rows, form);
        if (headers.empty()) continue;
        if (!best.form || best_score(headers) > best_score(best.headers)) best = {&form, std::move(headers)};
    }
    if (line_form && best_lines > best_score(best.headers)) best = {line_form, {}};
    if (!best.form) fail_unknown(rows, mappings);
    return best;
}

std::optional<int> year_of(const Headers& headers) {
    std::optional<int> latest;
    for (const auto& entry : headers) {
        for (const LaidColumn& column : entry.second.columns) {
            if (!column.spec || !column.year) continue;
            const bool this_year = column.spec->heading.find("{year}") != std::string::npos;
            const bool next_year = column.spec->heading.find("{next-year}") != std::string::npos;
            if (!this_year && !next_year) continue;
            const int year = this_year ? *column.year : *column.year - 1;
            if (!latest || year > *latest) latest = year;
            break;
        }
    }
    return latest;
}

}  // namespace torimatome::parsers
