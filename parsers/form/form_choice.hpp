// Which form an input is: the one whose headings its tables show best.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/header.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// The headers of one form in an input, by the index of the stream row at which each starts.
using Headers = std::map<std::size_t, Header>;

struct FormChoice {
    const Form* form = nullptr;
    Headers headers;  ///< empty where the form reads as plain lines (see LineLayout)
};

/// The form of the id `wanted`, or where that is empty the one with the best header, in table rows or
/// among plain lines, or else with its title. Throws Error "form.no-such-form"
/// or "form.unknown" (with the headings that the input shows and the forms that there are).
FormChoice choose_form(const std::vector<StreamRow>& rows, const Mappings& mappings, const std::string& wanted);

/// The latest fiscal year that the headings with {year} and {next-year} name as the one reported on; empty where none
/// does.
std::optional<int> year_of(const Headers& headers);

}  // namespace torimatome::parsers
