// Rows of placed fields to records: what blank cells inherit, list values, reprints, ids.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::parsers {

/// A field of a row as it was placed, before its blanks are filled.
struct RawField {
    const FieldSpec* spec = nullptr;  ///< null for a column that the form does not know
    std::string id;                   ///< the field's id, or the unknown column's heading
    std::string text;                 ///< empty for a blank cell
    std::vector<TextRun> runs;
    std::string value;          ///< the recognised mark, where it was read through a look-alike
    bool spans = false;         ///< the text stands in a cell that reaches into this row from above
    bool of_heading = false;    ///< the text stands in a heading above, and is counted there
    bool surely_blank = false;  ///< a blank cell of its own among cells that were merged where they span
    SourcePosition source;
};

struct RawRow {
    std::vector<RawField> fields;  ///< in any order
    bool complete = false;         ///< gives all that it has itself: its blanks inherit nothing
    SourcePosition source;
};

/// Makes records of rows, one after another; keeps what later rows inherit.
class RecordAssembly {
  public:
    RecordAssembly(const Form& form, const Mappings& mappings);

    /// A new section: nothing is inherited across it. `number` is empty where there are no sections; the number of the
    /// section that goes on changes nothing.
    void start_section(const std::string& number);

    /// A new sheet: nothing is inherited across it, whatever its section.
    void start_sheet();

    /// The record of `row`, with what is doubtful in it added to `findings`.
    Record add(RawRow row, Findings& findings);

    /// Adds the text of `row`, which goes on with the row above it, to `record`, the last one that was made.
    void continue_record(const RawRow& row, Record& record);

  private:
    void order_by_form(RawRow& row) const;
    Field make_field(const RawField& raw, const SourcePosition& row_source) const;
    bool starts_group(const RawRow& row) const;
    std::optional<Field> inherited_field(const RawRow& row, std::size_t index, bool group_start) const;
    bool is_ditto(const RawField& raw) const;
    std::optional<Field> ditto_field(const RawField& raw) const;
    std::string answer_kind(const std::string& text) const;
    void report_dittos(const RawRow& row, const Record& record, Findings& findings) const;
    void report_crossing_merges(const RawRow& row, const Record& record, bool group_start, Findings& findings) const;
    void report_answer_kinds(const Record& record, Findings& findings) const;
    void remember(const Record& record);
    std::string next_id(const Record& record);
    void report_doubts(const RawField& raw, const Record& record, Findings& findings) const;
    bool is_key_field(const FieldSpec& spec) const;

    const Form& form_;
    const Mappings& mappings_;
    std::string section_;
    std::map<std::string, Field> above_;
    std::map<std::string, SourcePosition> above_source_;
    std::map<std::string, int> ordinals_;
};

}  // namespace torimatome::parsers
