// What a line of torn pages may be by itself: a section's heading, a number, a group, a label.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/loose_headings.hpp"
#include "parsers/form/page_lines.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

/// Half-width characters of a line in the labels' narrow column.
inline constexpr int kWidestLabel = 20;

/// A number at the start of a line: alone, or with a text, a department or a label behind it.
struct NumberLine {
    text::Mark mark;
    std::string rest;
};

/// Recognises lines by their index. `last` is the number that was read last, 0 before the first. Refers to its
/// arguments.
class TornLineKinds {
  public:
    TornLineKinds(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings);

    /// What the form's lines outside tables say of the line.
    LineKind kind_at(std::size_t i) const;

    /// A section's heading; a sentence is none.
    std::optional<PageLine> section_at(std::size_t i) const;

    /// The headings of columns that start here.
    LooseHeadings::Found headings_at(std::size_t i) const;

    /// A number. With a text behind it, it must be the next one or the first of a series.
    std::optional<NumberLine> number_at(std::size_t i, int last) const;

    /// Whether the line is short enough for the names of groups and nothing else that is known.
    bool may_be_group(std::size_t i, int last) const;

    /// How many lines from `i` on make a label of the vocabulary; 0 for none.
    std::size_t label_at(std::size_t i) const;

    /// Whether the text is one term of the vocabulary.
    bool is_term(const std::string& text) const;

    /// Whether the line is nothing but a mark of reprinted measures (【再掲】).
    bool is_reprint_mark(const std::string& line) const;

  private:
    const std::vector<BodyLine>& lines_;
    const Form& form_;
    const Organisations& organisations_;
    const Vocabulary* vocabulary_;
    PageLines page_lines_;
    LooseHeadings headings_;
    text::MarkStyle style_;
};

/// Whether `number` goes on from `last` or starts a new series.
bool is_next_number(int number, int last);

}  // namespace torimatome::parsers
