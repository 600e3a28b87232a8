// Comma and tab separated text to records, by RFC 4180.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome::parsers {

struct CsvRecord {
    std::vector<std::string> fields;
    int line = 0;  ///< line on which the record starts, 1-based; a quoted field may hold line breaks
};

struct CsvRecords {
    std::vector<CsvRecord> records;
    int unclosed_quote_line = 0;  ///< line of a quote that nothing closes; 0 where all are closed
};

/// Splits `text` (UTF-8, "\n" line ends). A quote counts only at a field's start; "" within quotes is one quote.
CsvRecords parse_csv(std::string_view text, char delimiter);

/// The delimiter of `text` if it is separated values: ',', '\t' or ';', whichever cuts most of its records into the
/// same number (two or more) of fields. Empty for running text and for extracted text, whose rows differ in length.
std::optional<char> csv_delimiter(std::string_view text);

}  // namespace torimatome::parsers
