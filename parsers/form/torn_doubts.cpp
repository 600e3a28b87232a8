#include "parsers/form/torn_doubts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/cell_affinity.hpp"
#include "parsers/form/line_text.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kSmallMargin = 0.8;       // below it the runner-up is named
constexpr double kSmallJoinMargin = 1.35;  // the same where only joining or leaving blank differs: words say less of it
constexpr double kSmallLabelMargin = 0.45;
constexpr double kForcedJoin = -1.0;  // of a text that adds less to its cell: it only had nowhere else to go
constexpr double kClearFit = 0.5;     // of a label and departments
constexpr int kStandsOut = 10;        // half-width characters over a column's width: 、。 and brackets hang over it

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

// The beginning of some of the page's left-hand texts, with the line on which it stands.
std::string place_of(const TornPage& page, CellRange cell) {
    const std::vector<BodyLine> lines = lines_in(page, cell);
    const std::string excerpt = excerpt_of(joined_text(lines));
    const int line = lines.front().number;
    return tell(fmt::format("「{}」（{}行目）", excerpt, line), fmt::format("\"{}\" (line {})", excerpt, line));
}

// The texts of `whole` that `other`, which shares some with it, does not have; those before it where both ends differ.
CellRange beyond(CellRange whole, CellRange other) {
    if (whole.first < other.first) return {whole.first, other.first};
    return {std::max(whole.first, other.last), std::max(whole.last, other.last)};
}

// What to say where a text of its own may be the right one instead, or none.
std::string other_text(const TornPage& page, CellRange taken, CellRange other) {
    const std::string here = place_of(page, taken);
    const std::string there = place_of(page, other);
    return tell(fmt::format("列が離れているので内容から組み合わせ、{}を当てましたが、{}かもしれません。", here, there),
                fmt::format("The columns stand apart; by what they say {} was taken, but it may be {}.", here, there));
}

// What to say where the cell may hold more or fewer of the texts beside one another, or none at all.
std::string other_cut(const TornPage& page, CellRange taken, CellRange other) {
    const bool fewer = !taken.empty() && (other.empty() || !beyond(taken, other).empty());
    if (other.empty() || taken.empty()) {
        const std::string text = place_of(page, fewer ? taken : other);
        return fewer ? tell(fmt::format("列が離れているので内容から{}を当てましたが、空欄かもしれません。", text),
                            fmt::format("The columns stand apart; by what they say {} was taken, but the cell may be "
                                        "blank.",
                                        text))
                     : tell(fmt::format("列が離れているので内容から空欄としましたが、{}かもしれません。", text),
                            fmt::format("The columns stand apart; the cell was left blank, but it may be {}.", text));
    }
    const std::string part = place_of(page, fewer ? beyond(taken, other) : beyond(other, taken));
    return fewer
               ? tell(fmt::format(
                          "列が離れているので内容から組み合わせましたが、{}からの部分は別の欄のものかもしれません。",
                          part),
                      fmt::format("The columns stand apart; the part that begins with {} may belong to another cell.",
                                  part))
               : tell(fmt::format(
                          "列が離れているので内容から組み合わせましたが、{}からの部分もこの欄のものかもしれません。",
                          part),
                      fmt::format("The columns stand apart; the part that begins with {} may belong to this cell, too.",
                                  part));
}

void doubt_matching(const MatchedPage& page, std::size_t r, const std::string& field, Doubts& doubts) {
    const CellRange a = page.matching.cells[r];
    const CellRange b = page.matching.runners_up[r];
    if (a == b) return;
    const bool joins = a.empty() || b.empty() || (a.first < b.last && b.first < a.last);
    if (page.matching.margins[r] >= (joins ? kSmallJoinMargin : kSmallMargin)) return;
    doubts.push_back({"column.doubtful", field, joins ? other_cut(*page.page, a, b) : other_text(*page.page, a, b),
                      check_original()});
}

// Texts that were joined against what they say, and those that stand where no text of the document's pages stands.
void doubt_cell(const MatchedPage& page, std::size_t r, const std::string& field, const TornTexts& texts,
                Doubts& doubts) {
    const CellRange cell = page.matching.cells[r];
    if (page.least_parts[r] < kForcedJoin) {
        doubts.push_back({"column.doubtful", field,
                          tell("この欄の文は離れた段落を合わせたものですが、内容からはひとつの欄と言えません。",
                               "This text joins paragraphs that stand apart, though they do not say they are one."),
                          check_original()});
    }
    if (page.without_word[r]) {
        doubts.push_back({"column.doubtful", field,
                          tell("並び順から当てた文で、この番号のものだと示す言葉がありません。",
                               "This text was given by its order: no word of it speaks for this number."),
                          check_original()});
    }
    if (!cell.empty() && cell.first < page.page->blocks_above && !texts.above_numbers) {
        doubts.push_back({"column.doubtful", field,
                          tell("この文だけが頁の番号より上にあります。前の頁のものかもしれません。",
                               "This text alone stands above the page's numbers: it may be of the page before."),
                          check_original()});
    }
}

const std::string& heading_of(const std::string& id, const Form& form) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.id == id) return column.heading;
        }
    }
    return id;
}

// A line wider than its column: it stands in another column's text.
void doubt_widths(const std::vector<BodyLine>& lines, int room, const std::string& field, Doubts& doubts) {
    for (const BodyLine& line : lines) {
        if (room == 0 || text::display_width(line.text) <= room + kStandsOut) continue;
        doubts.push_back({"text.broken", field,
                          tell(fmt::format("「{}」の行（{}行目）は、この欄の行より長く、別の欄の文かもしれません。",
                                           excerpt_of(line.text), line.number),
                               fmt::format("The line \"{}\" (line {}) is longer than those of this column: it may "
                                           "belong to another one.",
                                           excerpt_of(line.text), line.number)),
                          check_original()});
    }
}

// A bullet behind a sentence on one line: two lines were joined, and the second may be another cell's.
void doubt_joined_lines(const std::vector<BodyLine>& lines, const std::string& field, Doubts& doubts) {
    for (const BodyLine& line : lines) {
        const std::size_t at = line.text.find("。");
        const bool bullet_behind = at != std::string::npos && text::starts_with_bullet(line.text.substr(at + 3));
        if (!bullet_behind) continue;
        doubts.push_back(
            {"text.broken", field,
             tell(fmt::format("「{}」の行（{}行目）では、文の後に別の段落が続いています。2つの行がつながった"
                              "ようです。",
                              excerpt_of(line.text), line.number),
                  fmt::format("On the line \"{}\" (line {}) another paragraph follows a sentence: two "
                              "lines seem to be joined.",
                              excerpt_of(line.text), line.number)),
             check_original()});
    }
}

std::vector<std::string> paragraphs_of(const std::vector<BodyLine>& lines) {
    std::vector<std::string> paragraphs(1);
    for (const char c : joined_text(lines)) {
        if (c == '\n') {
            paragraphs.emplace_back();
        } else {
            paragraphs.back() += c;
        }
    }
    return paragraphs;
}

// A paragraph that reads like the other column's: what is to be done among what was done, by the form's cues.
void doubt_tenses(const std::vector<BodyLine>& lines, const std::string& field, const std::string& other,
                  const Form& form, Doubts& doubts) {
    constexpr double kFarBetter = 3;
    const FieldSpec* here = form.find_field(field);
    const FieldSpec* there = form.find_field(other);
    if (lines.empty() || !here || !there) return;
    const AffinityContext context{&form, nullptr, {}};
    for (const std::string& paragraph : paragraphs_of(lines)) {
        if (cue_affinity(*there, paragraph, context) - cue_affinity(*here, paragraph, context) < kFarBetter) continue;
        const std::string heading = heading_of(other, form);
        doubts.push_back(
            {"column.doubtful", field,
             tell(fmt::format("「{}」は、「{}」の欄の文のように見えます。", excerpt_of(paragraph), heading),
                  fmt::format("\"{}\" reads like a text of the column \"{}\".", excerpt_of(paragraph), heading)),
             check_original()});
    }
}

// A left-hand text that starts with what was done before stands right of the numbers elsewhere.
void doubt_going_on(const std::vector<BodyLine>& left, const Form& form, Doubts& doubts) {
    if (left.empty()) return;
    const std::string& start = left.front().text;
    for (const std::string& word : form.lines.continuing) {
        const std::size_t at = start.find(word);
        if (at == std::string::npos || at > 3) continue;
        doubts.push_back({"column.doubtful", form.lines.left,
                          tell(fmt::format("「{}」で始まる文です。右の欄の文かもしれません。", word),
                               fmt::format("The text starts with \"{}\": it may be of the column on the right.", word)),
                          check_original()});
        return;
    }
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

// A name that is but a part of another one: the rest of its line may be lost.
void doubt_parts(const std::vector<std::string>& divisions, const std::set<std::string>& all, const std::string& field,
                 Doubts& doubts) {
    constexpr std::size_t kTwoCharacters = 6;  // bytes
    for (const std::string& division : divisions) {
        const std::string key = text::compare_key(division);
        const auto whole = std::find_if(all.begin(), all.end(), [&](const std::string& other) {
            return other != key && other != key + "." && (other.ends_with(key) || other.starts_with(key));
        });
        if (whole == all.end() && key.size() > kTwoCharacters) continue;
        doubts.push_back({"divisions.doubtful", field,
                          tell(fmt::format("担当「{}」は、名前の一部だけが残ったもののようです。", division),
                               fmt::format("The department \"{}\" seems to be but a part of its name.", division)),
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
    doubt_cell(page, r, layout.left, texts, doubts);
    const TextFlaw in_left = find_flaw(left, texts.left_width, 1, texts.bulleted);
    if (in_left.kind != TextFlaw::Kind::none) doubts.push_back(flaw_doubt(in_left, layout.left));
    const TextFlaw in_text = find_flaw(record.text, texts.right_width, 1, texts.bulleted);
    if (in_text.kind != TextFlaw::Kind::none) doubts.push_back(flaw_doubt(in_text, layout.text));
    doubt_widths(left, texts.left_room, layout.left, doubts);
    doubt_widths(record.text, texts.right_room, layout.text, doubts);
    doubt_joined_lines(left, layout.left, doubts);
    doubt_joined_lines(record.text, layout.text, doubts);
    // What was done may tell what follows from it; a plan does not end in what was done.
    doubt_tenses(record.text, layout.text, layout.left, form, doubts);
    doubt_going_on(left, form, doubts);
    doubt_blanks(record, left, form, doubts);
    doubt_divisions(page.places[r].divisions, layout.list, doubts);
    doubt_parts(page.places[r].divisions, texts.divisions, layout.list, doubts);
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
    if (page.groups == 0 && page.grouped) {
        doubts.push_back({"group.doubtful", form.group_field,
                          tell("一覧ではこの見出しに区分がありますが、頁には区分の行が見当たりません。",
                               "The list of sections names groups for this section, but the page has no line of them."),
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

RowDoubt without_group(const Form& form) {
    return {"group.doubtful", form.group_field,
            tell("同じ見出しのほかの取組には区分がありますが、この取組の区分は見当たりません。",
                 "Other measures of the section have a group, but none was found for this one."),
            check_original()};
}

RowDoubt group_is_label(const std::string& group, const Form& form) {
    return {
        "group.doubtful", form.group_field,
        tell(fmt::format("区分「{}」は、ほかの欄の語（対象）と同じです。その語が見出しの所に入ったようです。", group),
             fmt::format("The group \"{}\" is a label: it seems to have come among the headings.", group)),
        check_original()};
}

RowDoubt section_without_records(const Section& section) {
    return {
        "section.empty",
        {},
        tell(fmt::format("見出し「{} {}」の取組が1つもありません。頁が落ちているか、その取組がこの前後に入っているかも"
                         "しれません。",
                         section.number, section.title),
             fmt::format("The section \"{} {}\" has no measures: a page is lost, or they stand among those "
                         "before or behind it.",
                         section.number, section.title)),
        check_original()};
}

RowDoubt sections_skip(const std::string& above, const std::string& here) {
    return {"section.skipped",
            {},
            above.empty()
                ? tell(fmt::format("見出しが「{}」から始まっています。前の頁が落ちているかもしれません。", here),
                       fmt::format("The sections start with \"{}\": pages before may be lost.", here))
                : tell(fmt::format("見出しの番号が「{}」から「{}」に飛んでいます。間の頁が落ちているかもしれません。",
                                   above, here),
                       fmt::format("The sections' numbers go from \"{}\" to \"{}\": pages between may be lost.", above,
                                   here)),
            check_original()};
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
