// What a form (様式) looks like, as its mapping describes it. Plain data: the mapping loader fills it, the document
// builder reads by it, the writers lay out by it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/notation.hpp"

namespace torimatome {

/// What a field's text is, which is how a cell is recognised when it stands in the wrong place.
enum class FieldKind {
    mark,         ///< a numbering mark of one style: ①, ア, (1)
    name,         ///< a short name before the first space of its cell; the rest goes to the next field
    prose,        ///< sentences or bullets
    choice,       ///< one of the form's choices: I, II, III
    departments,  ///< a list of organisations: 「保) 保健所」
    date,         ///< a calendar date, in any era notation
};

/// Whether a blank cell takes the text of the cell above.
enum class BlankCell {
    keep,     ///< blank means blank: a new measure has no result yet
    inherit,  ///< blank means "as above", as long as the row does not start a new group (mark) of its own
};

/// A word or ending that speaks for a field: prose that ends in 「した。」 is a result. Points are added when it fits.
struct Cue {
    enum class Where { start, end, inside };
    Where where = Where::end;
    std::string text;
    double points = 1.0;

    friend bool operator==(const Cue&, const Cue&) = default;
};

struct FieldSpec {
    std::string id;
    FieldKind kind = FieldKind::prose;
    std::string style;  ///< for marks: "circled", "katakana", "number", "parenthesised", "roman"
    BlankCell blank = BlankCell::keep;
    bool required = true;  ///< whether a row without its cell is a finding
    std::vector<Cue> cues;
    std::string usual_start;  ///< characters of which its texts usually start with one: 「○〇◯」; empty for none
    bool list = false;        ///< several terms, one a line or joined by 、: the field has `values`

    friend bool operator==(const FieldSpec&, const FieldSpec&) = default;
};

/// One printed column. More than one field where the form prints them under one heading: 「① ア 方針」.
/// A heading may hold {year} (the year reported on, 「令和3年度」) and {next-year}.
struct ColumnSpec {
    std::string heading;
    std::vector<std::string> aliases;  ///< other words for the heading that departments use
    double width = 20;                 ///< for output, in widths of a half-width character
    std::vector<FieldSpec> fields;
    bool optional = false;  ///< a table without this column is still complete
    bool unheaded = false;  ///< its heading is often left blank: it is then known by its place

    friend bool operator==(const ColumnSpec&, const ColumnSpec&) = default;
};

struct Choice {
    std::string value;        ///< as the form prints it: "II"
    std::string label;        ///< what it means: 「現在の取組を拡充していく項目」
    std::string short_label;  ///< for charts and counts: 「拡充」

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// How sections (提言) are headed. A pattern holds {number} and {title}; see docs/mapping.md for the pattern language.
struct SectionSpec {
    std::vector<std::string> patterns;  ///< "{number} {title}" first, then other notations; empty: no sections
    std::string lead;        ///< pattern of the line above the box: 「{any}における提言」; empty for none
    std::string item_style;  ///< the mark style of the box's items: "circled"; empty for none
    std::string name;        ///< what a section is called on sheets: 「提言」
    friend bool operator==(const SectionSpec&, const SectionSpec&) = default;
};

/// How a form reads where text extraction left no table rows but plain lines. Fields are named by id; an empty id: the
/// form has none of that kind.
struct LineLayout {
    enum class Kind {
        none,
        narrow,  ///< records one after another: a name broken over the short lines of a narrow column, then its text
        torn,    ///< columns pulled apart: numbers with what stands right of them, and elsewhere what stands left
    };
    Kind kind = Kind::none;
    std::string mark;                     ///< the field of the mark or number that starts a record
    std::string name;                     ///< narrow: the field of the narrow column
    std::string text;                     ///< the field whose text follows the name or the number
    std::string list;                     ///< torn: the field of the department list that follows the text
    std::string left;                     ///< torn: the field whose texts stand apart from their numbers
    std::string labels;                   ///< torn: the field of the short labels that stand apart too
    std::vector<std::string> continuing;  ///< torn: words in `text` that say that `left` is not blank: 「引き続き」

    friend bool operator==(const LineLayout&, const LineLayout&) = default;
};

struct Form {
    std::string id;
    std::string label;                        ///< 資料番号 that this form usually carries: 「資料1」
    std::string name;                         ///< for people
    std::vector<std::string> title_patterns;  ///< may hold {year} and {next-year}; the first is used for new documents
    SectionSpec section;
    std::vector<std::string> label_patterns;  ///< of the line that carries the 資料番号: 「資料{number}」
    std::vector<std::string> furniture;       ///< patterns of lines that repeat on pages and mean nothing
    std::vector<std::string> legend;          ///< lines above the table, as printed; may hold {year} and {next-year}
    std::vector<ColumnSpec> columns;
    std::vector<Choice> choices;
    std::vector<std::string> reprint_marks;    ///< 「【再掲】」 and its variants
    std::vector<std::string> ditto_marks;      ///< 「〃」, 「同上」: the text of the cell above
    std::vector<std::string> none_words;       ///< 「該当なし」: an answer, other than a blank cell
    std::vector<std::string> unchanged_words;  ///< 「前年のまま」: last year's text holds
    std::vector<std::string> example_sheets;   ///< words in the names of sheets that are no answer: 「記入例」
    LineLayout lines;                          ///< how it reads as plain lines
    std::string group_field;  ///< field that takes the heading below a section's (研修体制の整備); empty for none
    std::vector<std::string> identity;  ///< field ids whose values make the record id, after the section's number

    const FieldSpec* find_field(const std::string& field) const;
    friend bool operator==(const Form&, const Form&) = default;
};

/// A bureau (局) with the short name that stands before 「)」 in department lists.
struct Bureau {
    std::string short_name;  ///< 「保」
    std::string name;        ///< 「保健福祉局」
    friend bool operator==(const Bureau&, const Bureau&) = default;
};

struct Organisation {
    std::string name;                  ///< official name: 「児童相談所」
    std::string bureau;                ///< short name of its bureau; empty where it belongs to none
    std::vector<std::string> aliases;  ///< former and other names
    friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// The organisations that department lists may name. Empty lists mean: any name is taken as written.
struct Organisations {
    std::vector<Bureau> bureaus;
    std::vector<Organisation> departments;
    friend bool operator==(const Organisations&, const Organisations&) = default;
};

/// A character that reading machines put in another's place: 「工」 (kanji) where 「エ」 (katakana) stands in a list of
/// marks, or a form of another region (发 for 発).
struct LookAlike {
    std::string wrong;
    std::string right;
    bool anywhere = false;  ///< wrong in any Japanese text (a form of another region), not only as a mark
    friend bool operator==(const LookAlike&, const LookAlike&) = default;
};

/// A term that a list field may hold, with what speaks for it: the departments that answer for it, and words in prose.
struct VocabularyTerm {
    std::string name;                    ///< 「保健師」
    bool shared = false;                 ///< what concerns everybody: 「共通」
    std::vector<std::string> divisions;  ///< parts of departments' names: 「健康企画課」
    std::vector<std::string> words;      ///< words that texts about it use: 「乳幼児健診」
    friend bool operator==(const VocabularyTerm&, const VocabularyTerm&) = default;
};

/// The terms of a field, in the order in which forms print them.
struct Vocabulary {
    std::string field;  ///< field id: "job_types"
    std::vector<VocabularyTerm> terms;
    friend bool operator==(const Vocabulary&, const Vocabulary&) = default;
};

/// All that `mappings/` holds.
struct Mappings {
    std::vector<Form> forms;
    Organisations organisations;
    std::vector<LookAlike> look_alikes;
    Notation notation;
    std::vector<Vocabulary> vocabularies;

    const Form* find_form(const std::string& id) const;
    /// The vocabulary of a field; null where there is none.
    const Vocabulary* find_vocabulary(const std::string& field) const;
};

/// `template_text` with {year} and {next-year} filled in as Japanese fiscal years in the era notation given by the
/// caller, e.g. ("令和3年度", "令和4年度").
std::string fill_years(const std::string& template_text, const std::string& year, const std::string& next_year);

}  // namespace torimatome
