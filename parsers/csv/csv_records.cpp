#include "parsers/csv/csv_records.hpp"

#include <algorithm>
#include <map>

namespace torimatome::parsers {

namespace {

// Reads one record from `at` on, which is moved behind it.
class RecordReader {
  public:
    RecordReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    bool at_end() const { return at_ >= text_.size(); }
    int unclosed_quote_line() const { return unclosed_quote_line_; }

    CsvRecord next() {
        CsvRecord record;
        record.line = line_;
        do {
            record.fields.push_back(next_field());
        } while (take(delimiter_));
        take('\n');
        return record;
    }

  private:
    bool take(char c) {
        if (at_end() || text_[at_] != c) return false;
        if (c == '\n') ++line_;
        ++at_;
        return true;
    }

    std::string next_field() {
        if (!at_end() && text_[at_] == '"') return quoted_field();
        std::string field;
        while (!at_end() && text_[at_] != delimiter_ && text_[at_] != '\n') field.push_back(text_[at_++]);
        return field;
    }

    std::string quoted_field() {
        const int opened_on = line_;
        std::string field;
        ++at_;
        while (!at_end()) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_end() || text_[at_] != '"') {
                    // What follows the closing quote, against the rule, is kept.
                    while (!at_end() && text_[at_] != delimiter_ && text_[at_] != '\n') field.push_back(text_[at_++]);
                    return field;
                }
            }
            if (text_[at_] == '\n') ++line_;
            field.push_back(text_[at_++]);
        }
        unclosed_quote_line_ = opened_on;
        return field;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
    int unclosed_quote_line_ = 0;
};

bool is_blank(const CsvRecord& record) {
    return std::all_of(record.fields.begin(), record.fields.end(), [](const auto& field) { return field.empty(); });
}

struct Regularity {
    double share = 0;           // of the records, that have the commonest number of fields, two or more
    double share_of_split = 0;  // of the records with two fields or more; at least two of them
    std::size_t fields = 0;     // that number
};

Regularity regularity(std::string_view text, char delimiter) {
    const CsvRecords parsed = parse_csv(text, delimiter);
    std::map<std::size_t, int> counts;
    int all = 0;
    int split = 0;
    for (const CsvRecord& record : parsed.records) {
        if (is_blank(record)) continue;
        ++all;
        if (record.fields.size() < 2) continue;
        ++split;
        ++counts[record.fields.size()];
    }
    Regularity result;
    for (const auto& [fields, count] : counts) {
        const double share = static_cast<double>(count) / all;
        if (share <= result.share) continue;
        result = {share, count > 1 ? static_cast<double>(count) / split : 0.0, fields};
    }
    return result;
}

// Text pulled out of a PDF has tab rows too, among lines without any. A file that a program wrote has tabs in every
// row, or quotes.
bool is_tab_separated(std::string_view text, const Regularity& found) {
    constexpr double kLeastRegular = 0.9;
    const bool quoted = text.find("\t\"") != std::string_view::npos;
    return (found.share == 1 && found.fields > 2) || (quoted && found.share >= kLeastRegular);
}

}  // namespace

CsvRecords parse_csv(std::string_view text, char delimiter) {
    RecordReader reader(text, delimiter);
    CsvRecords result;
    while (!reader.at_end()) result.records.push_back(reader.next());
    result.unclosed_quote_line = reader.unclosed_quote_line();
    return result;
}

std::optional<char> csv_delimiter(std::string_view text) {
    constexpr double kLeastRegular = 0.6;  // title lines above a header leave a file regular for the most part
    std::optional<char> best;
    double best_share = 0;
    for (const char delimiter : {',', '\t', ';'}) {
        const Regularity found = regularity(text, delimiter);
        // Title lines without a comma do not count against a table of three columns or more.
        const bool split_evenly = found.fields > 2 && found.share_of_split >= kLeastRegular;
        const bool fits =
            delimiter == '\t' ? is_tab_separated(text, found) : found.share >= kLeastRegular || split_evenly;
        if (!fits || found.share <= best_share) continue;
        best = delimiter;
        best_share = found.share;
    }
    return best;
}

}  // namespace torimatome::parsers
