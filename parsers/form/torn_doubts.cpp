#include "parsers/form/torn_doubts.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/language.hpp"
#include "parsers/form/line_text.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kSmallMargin = 0.8;       // below it the runner-up is named
constexpr double kSmallJoinMargin = 1.35;  // the same where only joining or leaving blank differs: words say less of it
constexpr double kSmallLabelMargin = 0.45;
constexpr double kClearFit = 0.5;  // of a label and departments

using Doubts = std::vector<RowDoubt>;

// A label that the vocabulary does not have, or that fits the departments less than another one does.
void doubt_label_fit(const TornPlace& place, const std::string& field, const Vocabulary& vocabulary, Doubts& doubts) {
    const VocabularyTerm* own = nullptr;
    const VocabularyTerm* best = nullptr;
    double best_fit = kClearFit;
    for (const VocabularyTerm& term : vocabulary.terms) {
        if (text::compare_key(term.name) == text::compare_key(place.label)) own = &term;
        const double fit = division_fit(term, place.divisions, vocabulary);
        if (fit > best_fit) best_fit = fit, best = &term;
    }
    if (!own) {
        doubts.push_back({"label.unknown", field,
                          tell(fmt::format("「{}」は知らない語です。欄の内容か確かめてください。", place.label),
                               fmt::format("\"{}\" is no known label.", place.label)),
                          check_original()});
    } else if (best && best != own && division_fit(*own, place.divisions, vocabulary) <= 0) {
        doubts.push_back(
            {"label.doubtful", field,
             tell(fmt::format("「{}」を当てましたが、担当からは「{}」と考えられます。", place.label, best->name),
                  fmt::format("\"{}\" was taken, but the departments speak for \"{}\".", place.label, best->name)),
             check_original()});
    }
}

void doubt_label(const MatchedPage& page, std::size_t r, const std::string& field, const Vocabulary* vocabulary,
                 Doubts& doubts) {
    if (field.empty()) return;
    const std::string& label = page.places[r].label;
    if (label.empty()) {
        doubts.push_back({"label.missing", field,
                          tell("この取組に当たる語（対象）が頁に見当たりません。欄は空のままにしました。",
                               "No label on the page is left for this measure; the field was left out."),
                          check_original()});
        return;
    }
    if (vocabulary) doubt_label_fit(page.places[r], field, *vocabulary, doubts);
    const LabelChoice& choice = page.labels[r];
    if (!page.page->records[r].label.empty() || choice.margin >= kSmallLabelMargin) return;
    doubts.push_back(
        {"label.doubtful", field,
         choice.runner_up.empty()
             ? tell(fmt::format("離れたところにある「{}」を当てましたが、確かではありません。", label),
                    fmt::format("\"{}\", which stands apart, was taken, but not surely.", label))
             : tell(fmt::format("離れたところにある「{}」を当てましたが、「{}」かもしれません。", label,
                                choice.runner_up),
                    fmt::format("\"{}\", which stands apart, was taken; it may be \"{}\".", label, choice.runner_up)),
         check_original()});
}

void doubt_matching(const MatchedPage& page, std::size_t r, const std::string& field, Doubts& doubts) {
    const CellRange a = page.matching.cells[r];
    const CellRange b = page.matching.runners_up[r];
    const bool joins = a.empty() || b.empty() || (a.first < b.last && b.first < a.last);
    if (page.matching.margins[r] >= (joins ? kSmallJoinMargin : kSmallMargin)) return;
    const auto words = [&](CellRange cell) {
        return cell.empty() ? tell("空欄", "a blank")
                            : "「" + excerpt_of(joined_text(lines_in(*page.page, cell))) + "」";
    };
    const std::string here = words(a);
    const std::string there = words(b);
    doubts.push_back(
        {"column.doubtful", field,
         tell(fmt::format("列が離れているので内容から組み合わせ、{}を当てましたが、{}かもしれません（差 {:.2f}）。",
                          here, there, page.matching.margins[r]),
              fmt::format("The columns stand apart; by what they say {} was taken, but it may be {} (margin {:.2f}).",
                          here, there, page.matching.margins[r])),
         check_original()});
}

const std::string& heading_of(const std::string& id, const Form& form) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.id == id) return column.heading;
        }
    }
    return id;
}

// In torn columns a lost cell looks like a blank one.
void doubt_blanks(const TornRecord& record, const std::vector<BodyLine>& left, const Form& form, Doubts& doubts) {
    for (const auto& [lines, id] : {std::pair{&left, &form.lines.left}, std::pair{&record.text, &form.lines.text}}) {
        if (!lines->empty()) continue;
        const std::string& heading = heading_of(*id, form);
        doubts.push_back(
            {"column.blank", *id,
             tell(fmt::format("「{}」の欄に当たる文がありません。空欄か、文が落ちています。", heading),
                  fmt::format("No text stands for the column \"{}\": it is blank, or its text is lost.", heading)),
             check_original()});
    }
}

void doubt_divisions(const std::vector<std::string>& divisions, const std::string& field, Doubts& doubts) {
    for (std::size_t i = 1; i < divisions.size(); ++i) {
        if (text::compare_key(divisions[i]) != text::compare_key(divisions[i - 1])) continue;
        doubts.push_back({"divisions.repeated", field,
                          tell(fmt::format("担当「{}」が2回続いています。", divisions[i]),
                               fmt::format("The department \"{}\" stands twice.", divisions[i])),
                          check_original()});
    }
}

}  // namespace

std::vector<RowDoubt> doubts_of_record(const MatchedPage& page, std::size_t r, const Form& form,
                                       const TornTexts& texts) {
    const LineLayout& layout = form.lines;
    const TornRecord& record = page.page->records[r];
    const std::vector<BodyLine> left = lines_in(*page.page, page.matching.cells[r]);
    Doubts doubts;
    doubt_label(page, r, layout.labels, texts.vocabulary, doubts);
    doubt_matching(page, r, layout.left, doubts);
    const TextFlaw in_left = find_flaw(left, texts.left_width, 1, texts.bulleted);
    if (in_left.kind != TextFlaw::Kind::none) doubts.push_back(flaw_doubt(in_left, layout.left));
    const TextFlaw in_text = find_flaw(record.text, texts.right_width, 1, texts.bulleted);
    if (in_text.kind != TextFlaw::Kind::none) doubts.push_back(flaw_doubt(in_text, layout.text));
    doubt_blanks(record, left, form, doubts);
    doubt_divisions(page.places[r].divisions, layout.list, doubts);
    if (record.list.empty()) {
        doubts.push_back({"divisions.missing", layout.list,
                          tell("この番号の後に担当がありません。", "No departments follow this number."),
                          check_original()});
    }
    return doubts;
}

std::vector<RowDoubt> doubts_of_page(const TornPage& page, const Form& form, bool has_sections) {
    Doubts doubts;
    // Groups go to series of numbers one after another: where their counts differ, no group is sure.
    const std::size_t runs = page.records.empty() ? 0 : page.records.back().run + 1;
    if (page.groups > 0 && page.groups != runs) {
        doubts.push_back({"group.doubtful", form.group_field,
                          tell(fmt::format("頁の見出しの区分は{}つですが、番号は{}組あります。", page.groups, runs),
                               fmt::format("The page's headings name {} group(s), but there are {} series of numbers.",
                                           page.groups, runs)),
                          check_original()});
    }
    if (page.several_sections) {
        doubts.push_back({"section.doubtful",
                          {},
                          tell("この頁には見出しが2つ以上あり、どの取組がどちらのものか確かではありません。",
                               "This page has more than one section heading; it is not sure which measures are whose."),
                          check_original()});
    }
    if (!page.headed && has_sections) {
        doubts.push_back({"section.missing",
                          {},
                          tell("この頁に見出しがありません。前の頁の見出しのものとして読みました。",
                               "This page has no section heading; it was read as going on with the page before."),
                          check_original()});
    }
    return doubts;
}

RowDoubt text_left_over(const std::string& text, int line, const Form& form) {
    const std::string excerpt = excerpt_of(text);
    return {
        "column.left-over", form.lines.left,
        tell(fmt::format("「{}」（{}行目）は、どの番号のものか決められませんでした。この頁の取組のいずれかに入ります。",
                         excerpt, line),
             fmt::format("\"{}\" (line {}) could not be given to any number of this page.", excerpt, line)),
        check_original()};
}

RowDoubt label_left_over(const std::string& label, int line, const Form& form) {
    return {"label.left-over", form.lines.labels,
            tell(fmt::format("「{}」（{}行目）は、どの番号のものか決められませんでした。", label, line),
                 fmt::format("\"{}\" (line {}) could not be given to any number.", label, line)),
            check_original()};
}

}  // namespace torimatome::parsers
