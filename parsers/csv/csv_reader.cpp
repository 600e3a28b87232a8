#include "parsers/csv/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "model/language.hpp"
#include "parsers/csv/csv_records.hpp"
#include "parsers/form_marks.hpp"
#include "parsers/text_encoding.hpp"
#include "text/decode.hpp"
#include "text/line_break.hpp"

namespace torimatome::parsers {

namespace {

void report_unclosed_quote(int line, TableSet& result) {
    Finding finding;
    finding.code = "csv.quote-open";
    finding.source.line = line;
    finding.message =
        tell(fmt::format("{}行目の引用符（\"）が閉じていません。その後をすべて1つの欄として読みました。", line),
             fmt::format("The quote (\") on line {} is not closed; all after it was read as one cell.", line));
    finding.hint = tell("元のファイルの引用符を確かめてください。", "Please check the quotes in the original file.");
    result.findings.push_back(std::move(finding));
}

void add_record(const CsvRecord& record, Table& table) {
    ++table.rows;
    table.columns = std::max(table.columns, static_cast<int>(record.fields.size()));
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        std::string text = text::keep_line_breaks(record.fields[i]);
        if (text.empty()) continue;
        Cell cell;
        cell.row = table.rows;
        cell.column = static_cast<int>(i) + 1;
        cell.place = LinePlace{record.line};
        cell.content = std::make_shared<const CellText>(CellText{std::move(text), {}, {}});
        table.cells.push_back(std::move(cell));
    }
}

// Excel saves "Unicode text" as UTF-16 with tabs, whatever stands above the table. Text with HTML remains was pulled
// out of a PDF.
std::optional<char> delimiter_of(const text::Decoded& decoded) {
    const bool tabs = decoded.text.find('\t') != std::string::npos;
    if (tabs && decoded.encoding.starts_with("UTF-16")) return '\t';
    const bool markup = decoded.text.find("<p>") != std::string::npos || decoded.text.find("<u>") != std::string::npos;
    if (tabs && markup) return std::nullopt;
    return csv_delimiter(decoded.text);
}

}  // namespace

bool is_csv(std::string_view bytes) {
    const auto decoded = text::decode(bytes);
    return decoded && delimiter_of(*decoded).has_value();
}

TableSet read_csv(const Input& input, const ReadOptions&) {
    TableSet result;
    const text::Decoded decoded = decode_input(input, result.findings);
    result.source.file = input.name;
    result.source.format = "csv";
    result.source.sha256 = sha256_hex(input.bytes);
    const CsvRecords parsed = parse_csv(decoded.text, delimiter_of(decoded).value_or(','));
    Table table;
    table.gridded = true;
    for (const CsvRecord& record : parsed.records) add_record(record, table);
    if (parsed.unclosed_quote_line > 0) report_unclosed_quote(parsed.unclosed_quote_line, result);
    flag_form_marks(table);
    result.tables.push_back(std::move(table));
    return result;
}

}  // namespace torimatome::parsers
