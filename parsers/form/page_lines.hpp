// Lines outside the table's body: title, 資料番号, section headings and items, legend, and page furniture.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/form.hpp"
#include "text/mark.hpp"
#include "text/pattern.hpp"

namespace torimatome::parsers {

enum class LineKind { title, label, lead, section, item, legend, furniture, unknown };

struct PageLine {
    LineKind kind = LineKind::unknown;
    std::string number;       ///< of a section, as a plain number: "1"
    std::string mark;         ///< of an item
    std::string title;        ///< of a section or an item
    std::optional<int> year;  ///< fiscal year that a title names as the one reported on
};

/// Recognises the lines of one form.
class PageLines {
  public:
    explicit PageLines(const Form& form);

    /// What `line` is. `in_box`: a section's heading stands above and no header yet, so that a mark makes an item.
    /// `title` is the document's title so far; a line like it is the title again, however a character was misread.
    PageLine classify(const std::string& line, bool in_box, const std::string& title) const;

    /// The section that a sheet's name means: 「提言1」 gives "1"; empty where it means none.
    std::string section_of_sheet(const std::string& sheet_name) const;

  private:
    std::optional<PageLine> as_section(const std::string& line) const;
    std::optional<PageLine> as_item(const std::string& line) const;
    bool is_legend(const std::string& line) const;

    std::vector<text::Pattern> titles_;
    std::vector<text::Pattern> labels_;
    std::vector<text::Pattern> furniture_;
    std::vector<text::Pattern> sections_;
    std::optional<text::Pattern> lead_;
    std::optional<text::Pattern> sheet_;
    std::optional<text::MarkStyle> item_style_;
    std::vector<std::string> legend_keys_;
    std::string legend_key_;
};

}  // namespace torimatome::parsers
