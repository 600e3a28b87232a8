// A round (照会): forms go out to the departments, and the answers come back. What a form that was made for a
// department says of itself, so that its answer is known again whatever was done to its rows, columns and sheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome {

/// Every cell in which a workbook of ours tells something to itself starts with this. Such cells are told by their
/// text, not by where they stand: other programs rename sheets, move rows and drop names, but they keep texts.
inline constexpr std::string_view kFormMark = "torimatome:";
bool is_form_mark(std::string_view text);

/// A text that the recipient must not change.
struct LockedText {
    std::string field;   ///< its field's id, or the heading of a column that only our form has
    std::string exact;   ///< digest of its characters without white space
    std::string folded;  ///< digest of its compare key: the same where only the notation differs

    friend bool operator==(const LockedText&, const LockedText&) = default;
};

/// A record that a form asks about.
struct AskedRecord {
    std::string id;
    std::string section;
    std::string sheet;                   ///< on which it went out
    bool joint = false;                  ///< other departments are asked too
    std::vector<std::string> inherited;  ///< ids of fields that it shared with the record above
    std::vector<LockedText> locked;

    friend bool operator==(const AskedRecord&, const AskedRecord&) = default;
};

/// What a form carries on its hidden sheet. The sheet's rows and the marks on the other sheets are written by
/// writers/forms_workbook and read by parsers/form/form_marks.
struct RoundForm {
    std::string form;        ///< id of the form (様式)
    int year = 0;            ///< fiscal year whose results are asked for
    std::string department;  ///< who was asked
    bool complete = false;   ///< the hidden sheet is there; else only what the sheets themselves say is known
    std::vector<AskedRecord> records;
    std::vector<std::string> columns;    ///< headings of the columns that only our form has
    std::vector<std::string> own_texts;  ///< digests of hints, examples and the like

    const AskedRecord* find(const std::string& id) const;
    friend bool operator==(const RoundForm&, const RoundForm&) = default;
};

/// The ids of the fields that the recipients of a form fill in, in the form's order: what the first column, the marks
/// and departments, and the columns that span rows do not say already.
std::vector<std::string> fields_to_fill_in(const Form& form);

/// The mark of a row: 「torimatome:row|2022|1-①-ア-2」, and back.
struct RowMark {
    int year = 0;
    std::string id;

    friend bool operator==(const RowMark&, const RowMark&) = default;
};
std::string row_mark(int year, const std::string& id);
std::optional<RowMark> parse_row_mark(std::string_view text);

/// The mark of each sheet of a form: 「torimatome:form|recommendation-progress|2022|こども家庭部」, and back, as a
/// RoundForm that is not complete.
std::string sheet_mark(const RoundForm& form);
std::optional<RoundForm> parse_sheet_mark(std::string_view text);

}  // namespace torimatome
