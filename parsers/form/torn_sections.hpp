// The sections and groups of torn pages, and which of them the numbers of a page belong to.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/torn_line_kinds.hpp"
#include "parsers/form/torn_page.hpp"

namespace torimatome::parsers {

/// Follows the headings of the pages as their lines are read one after another. What it takes goes into `reading`: the
/// sections, and the characters of their headings. Refers to its arguments.
class TornSections {
  public:
    TornSections(const std::vector<BodyLine>& lines, const Organisations& organisations, const TornLineKinds& kinds,
                 LineReading& reading);

    /// Forgets the section, groups and series of the page before.
    void start_page();

    /// Takes a list of all sections, with the groups of a section below it, as it stands at the top of a page. Gives
    /// the number of its lines; 0 where none starts at `i`. `last`: see TornLineKinds.
    std::size_t take_list(std::size_t i, int last);

    /// Takes the heading of the page's own section, or the line that leads to it; gives the number of its lines or 0.
    /// Where the sections are listed, only a line that the list has is a heading.
    std::size_t take_heading(std::size_t i, TornPage& page);

    /// Takes a line that names groups of the section.
    bool take_groups(std::size_t i, int last, TornPage& page);

    /// A new series of numbers starts on the page.
    void start_series() { ++run_; }

    /// Puts a new record of the page into its series, section and group.
    void place(TornRecord& record) const;

  private:
    void read_listed_groups(std::size_t first, std::size_t last);
    bool known_group(const std::string& word) const;
    void add_section(const PageLine& line);
    bool is_listed(const PageLine& line) const;
    bool is_heading(std::size_t i) const;
    void enter_section(const std::string& number, TornPage& page);
    bool is_new_group(std::size_t i, int last) const;
    void set_groups(TornPage& page) const;

    const std::vector<BodyLine>& lines_;
    const Organisations& organisations_;
    const TornLineKinds& kinds_;
    LineReading& reading_;
    bool listed_ = false;     // the list of sections was seen
    bool from_list_ = false;  // sections are known from a list
    bool headed_ = false;
    std::size_t run_ = 0;       // which series of numbers on the page
    std::string section_;       // of the last heading
    std::string page_section_;  // of this page
    std::vector<std::string> known_groups_;
    std::set<std::string> grouped_sections_;  // those that the list gives groups
    std::vector<std::string> run_groups_;
};

}  // namespace torimatome::parsers
