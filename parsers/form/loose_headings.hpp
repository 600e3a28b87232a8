// The headings of a form's columns among plain lines, where text extraction left no table rows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/form.hpp"

namespace torimatome::parsers {

/// A plain line of extracted text.
struct BodyLine {
    std::string text;
    int number = 0;  ///< of the line in the input, 1-based
    int gap = 0;     ///< lines from the one before that is not blank: 1 where none is blank between; 0 for the first
    bool new_page = false;  ///< a page number or a page's head stood before it
    bool spaced = false;    ///< as in LooseText
    int spaced_blanks = 0;  ///< as in LooseText
};

class LooseHeadings {
  public:
    explicit LooseHeadings(const Form& form);

    struct Found {
        std::size_t lines = 0;  ///< how many lines the headings take; 0 where there are none
        std::set<const ColumnSpec*> columns;
    };

    /// The headings that start at `lines[at]`: one to three lines that say nothing but headings, one beside the other
    /// (「項目 方向性」) or broken over the lines of narrow columns (「取組」「番号 担当課」).
    Found at(const std::vector<BodyLine>& lines, std::size_t at) const;

    /// Share of the form's required columns whose headings stand among the lines, 0 to 1; 0 where no line names two.
    double coverage(const std::vector<BodyLine>& lines) const;

  private:
    bool segment(const std::string& key, std::set<const ColumnSpec*>& columns) const;

    struct Heading {
        std::string key;
        const ColumnSpec* column = nullptr;
    };
    std::vector<Heading> headings_;
    std::size_t required_ = 0;
};

}  // namespace torimatome::parsers
