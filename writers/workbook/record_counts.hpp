// What is counted for 集計: plain numbers, no workbook.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/submission.hpp"

namespace torimatome::writers {

struct CountRow {
    std::string name;
    std::vector<int> counts;  ///< one a column

    friend bool operator==(const CountRow&, const CountRow&) = default;
};

/// A table of counts with one heading over its rows and one over each column.
struct CountTable {
    std::string title;
    std::string row_heading;
    std::vector<std::string> columns;
    std::vector<CountRow> rows;
    bool row_totals = false;  ///< a last column 「計」: the columns part the records among them
    std::string total_name;   ///< heading of a last row of sums; empty for none
    std::string note;         ///< what a reader must know about the counts; empty for nothing
    bool charted = false;

    int total_of(const CountRow& row) const;

    friend bool operator==(const CountTable&, const CountTable&) = default;
};

/// Records by section × choice (取組区分). Columns 「その他」 (a text that is none of the choices) and 「未記入」 only
/// where there are such records. Without choices in the form, one column of records.
CountTable count_by_section(const Document& document, const Form& form);

/// Records by bureau (局) × choice: the short name before 「)」 in department lists. No rows where no list has one.
CountTable count_by_bureau(const Document& document, const Form& form);

/// Records by department × choice. A record of several departments counts for each of them.
CountTable count_by_department(const Document& document, const Form& form);

/// For each field but marks: records with text, without, with a reprint (再掲).
CountTable count_by_field(const Document& document, const Form& form);

/// Submissions by what became of them.
CountTable count_by_state(const std::vector<Submission>& submissions);

/// 「取り込み」, 「同じ内容」, 「旧版」, 「読み取り不可」 or 「未提出」.
const char* state_name(SubmissionState state);

}  // namespace torimatome::writers
