// What a document means: form, title, fiscal year, sections, records with named fields, findings, unplaced text.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.hpp"
#include "model/table.hpp"

namespace torimatome {

/// One field (欄) of a record. A field that the document does not give is absent from the record, never empty here
/// by a guess.
struct Field {
    std::string text;           ///< the author's text; forced line breaks undone, bullets and headings on new lines
    bool inherited = false;     ///< taken from a cell above that spans to this row
    bool reprinted = false;     ///< carries 【再掲】
    std::vector<TextRun> runs;  ///< only where there is formatting to keep; joined they give `text`
    std::vector<std::string> values;  ///< the entries of a list field, each as written
    std::string
        value;  ///< the recognised value where it differs from the text: an ISO date, a mark read through a look-alike
    SourcePosition source;  ///< where it differs from the record's own; else empty

    friend bool operator==(const Field&, const Field&) = default;
};

/// One measure (取組): a logical row of the table.
struct Record {
    std::string id;       ///< unique in its document, made from section and marks: "1-①-ア-2"
    std::string section;  ///< the section's number, empty where the document has no sections
    std::vector<std::pair<std::string, Field>> fields;  ///< by field id, in the form's order
    SourcePosition source;
    /// The id of the record that a form of ours asked about (照会), which its row carries in a hidden column; empty for
    /// a row that carries none.
    std::string asked;

    const Field* find(const std::string& field) const;
    Field* find(const std::string& field);
    /// The text of a field; empty where it is absent.
    const std::string& text(const std::string& field) const;

    friend bool operator==(const Record&, const Record&) = default;
};

/// An item (項目) of a section's box: "① 区を単位とした…".
struct SectionItem {
    std::string mark;
    std::string title;

    friend bool operator==(const SectionItem&, const SectionItem&) = default;
};

/// A section (提言) with the items of its box.
struct Section {
    std::string number;
    std::string title;
    std::vector<SectionItem> items;

    friend bool operator==(const Section&, const Section&) = default;
};

struct Document {
    std::string form;   ///< id of the form (様式)
    std::string label;  ///< 資料番号 as printed: "資料1"
    std::string title;
    std::optional<int> year;  ///< fiscal year whose results are reported, as a western year
    Source source;
    std::vector<Section> sections;
    std::vector<Record> records;
    Findings findings;
    std::vector<LooseText> unplaced;
    std::string department;  ///< the department that the form was made for (照会); empty where no form of ours says so

    friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace torimatome
