// The list of pairs (対応表) as CSV that a clerk edits and `compare --pairs` reads.
#pragma once

#include <iosfwd>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// UTF-8 with byte order mark and CRLF, so that Excel opens it; every value quoted.
void write_pairs_csv(const std::vector<Document>& documents, const ComparisonSeries& series, const Mappings& mappings,
                     std::ostream& out);

}  // namespace torimatome::writers
