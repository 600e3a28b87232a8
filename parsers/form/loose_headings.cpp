#include "parsers/form/loose_headings.hpp"

#include <algorithm>

#include "text/compare_key.hpp"
#include "text/era_date.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kMostLines = 3;
constexpr std::size_t kLongestHeadings = 300;  // bytes of all headings in a row

std::string folded(const std::string& text) {
    text::KeyOptions options;
    options.fold_years = true;
    return text::compare_key(text, options);
}

}  // namespace

LooseHeadings::LooseHeadings(const Form& form) {
    const auto add = [&](const std::string& heading, const ColumnSpec& column) {
        headings_.push_back(
            {folded(fill_years(heading, text::fiscal_year_text(2021), text::fiscal_year_text(2022))), &column});
    };
    for (const ColumnSpec& column : form.columns) {
        if (!column.optional) ++required_;
        add(column.heading, column);
        for (const std::string& alias : column.aliases) add(alias, column);
    }
}

// Whether `key` is headings and nothing else.
bool LooseHeadings::segment(const std::string& key, std::set<const ColumnSpec*>& columns) const {
    std::vector<const Heading*> last(key.size() + 1, nullptr);
    std::vector<bool> reached(key.size() + 1, false);
    reached[0] = true;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (!reached[i]) continue;
        for (const Heading& heading : headings_) {
            const std::size_t end = i + heading.key.size();
            if (end > key.size() || reached[end] || key.compare(i, heading.key.size(), heading.key) != 0) continue;
            reached[end] = true;
            last[end] = &heading;
        }
    }
    if (key.empty() || !reached[key.size()]) return false;
    for (std::size_t i = key.size(); i > 0; i -= last[i]->key.size()) columns.insert(last[i]->column);
    return true;
}

LooseHeadings::Found LooseHeadings::at(const std::vector<BodyLine>& lines, std::size_t at) const {
    Found best;
    std::string joined;
    for (std::size_t n = 1; n <= kMostLines && at + n <= lines.size(); ++n) {
        joined += lines[at + n - 1].text;
        if (joined.size() > kLongestHeadings) break;
        std::set<const ColumnSpec*> columns;
        if (segment(folded(joined), columns)) best = {n, std::move(columns)};
    }
    return best;
}

double LooseHeadings::coverage(const std::vector<BodyLine>& lines) const {
    std::set<const ColumnSpec*> columns;
    bool beside = false;
    for (std::size_t i = 0; i < lines.size();) {
        Found found = at(lines, i);
        beside = beside || found.columns.size() > 1;
        columns.insert(found.columns.begin(), found.columns.end());
        i += std::max<std::size_t>(found.lines, 1);
    }
    const auto required = static_cast<double>(
        std::count_if(columns.begin(), columns.end(), [](const ColumnSpec* column) { return !column->optional; }));
    return beside && required_ > 0 ? required / static_cast<double>(required_) : 0;
}

}  // namespace torimatome::parsers
