// Department names in lines of torn columns: on lines of their own, or glued to the end of a text.
#pragma once

#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/loose_headings.hpp"

namespace torimatome::parsers {

/// Whether the line is department names and nothing else.
bool is_division_line(const std::string& line, const Organisations& organisations);

/// A text with department names behind it: 「…検討を進める。 総）職員育成担当課」. `division` is empty where none are.
struct GluedDivision {
    std::string text;
    std::string division;
};
GluedDivision split_glued(const std::string& line, const Organisations& organisations);

/// The department lines as one text, one name a line; a name that a narrow column broke is put together.
std::string division_text(const std::vector<BodyLine>& lines);

/// The same names, each on its own.
std::vector<std::string> division_names(const std::vector<BodyLine>& lines);

}  // namespace torimatome::parsers
