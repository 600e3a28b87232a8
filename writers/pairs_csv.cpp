#include "writers/pairs_csv.hpp"

#include <ostream>

#include "writers/comparison_workbook/pair_rows.hpp"

namespace torimatome::writers {

namespace {

void write_row(const std::vector<std::string>& values, std::ostream& out) {
    bool first = true;
    for (const std::string& value : values) {
        if (!first) out << ',';
        first = false;
        out << '"';
        for (const char c : value) out << (c == '"' ? "\"" : "") << c;
        out << '"';
    }
    out << "\r\n";
}

}  // namespace

void write_pairs_csv(const std::vector<Document>& documents, const ComparisonSeries& series, const Mappings& mappings,
                     std::ostream& out) {
    out << "\xEF\xBB\xBF";
    write_row(pair_columns(), out);
    for (std::size_t i = 0; i < series.comparisons.size(); ++i) {
        const Form* form = mappings.find_form(series.comparisons[i].new_form);
        for (const auto& row :
             pair_rows(documents[i], documents[i + 1], series.comparisons[i], form ? *form : Form())) {
            write_row(row, out);
        }
    }
}

}  // namespace torimatome::writers
