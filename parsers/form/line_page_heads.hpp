// What stands above the records of plain lines: the title, over one line or more, and the 資料番号 beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parsers/form/line_reading.hpp"
#include "parsers/form/page_lines.hpp"

namespace torimatome::parsers {

/// Takes title and label from the lines [first, last) into `reading`, the other lines into `reading.unplaced`. A title
/// may be broken over lines, and the label may stand at its end or start: 「…について 資料２」.
void read_head_lines(const std::vector<BodyLine>& lines, std::size_t first, std::size_t last, const Form& form,
                     LineReading& reading);

/// Whether a line repeats the head of a page: the title or a line of it, the label, a page number.
class RepeatedHeads {
  public:
    RepeatedHeads(const Form& form, const LineReading& reading);
    bool contains(const std::string& line) const;
    /// Whether the line is the title again, with the label or without.
    bool is_title(const std::string& line) const;

  private:
    std::string title_key_;
    std::string label_key_;
    std::vector<text::Pattern> patterns_;
};

/// A line without the label at its end or start; `label` takes it. Nothing is taken where the line is the label alone.
std::string without_label(const std::string& line, const std::vector<text::Pattern>& labels, std::string& label);

}  // namespace torimatome::parsers
