#include "parsers/form/header.hpp"

#include <algorithm>
#include <set>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"
#include "text/line_break.hpp"
#include "text/similarity.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kLongestHeading = 150;  // bytes: about 50 characters
constexpr int kTallestHeader = 3;             // rows
constexpr double kLeastSimilarity = 0.7;      // Dice on folded keys: one or two misread characters in a heading

std::string heading_key(const std::string& heading) {
    text::KeyOptions options;
    options.fold_years = true;
    return text::compare_key(heading, options);
}

std::string template_key(const std::string& heading) {
    return heading_key(fill_years(heading, text::fiscal_year_text(2021), text::fiscal_year_text(2022)));
}

// What a table column says in the header rows, from top to bottom. A cell over several columns says it in each.
struct HeadingText {
    std::string text;
    std::string lowest;
    int first = 0;
    int last = 0;
    SourcePosition source;
};

void add_heading_cell(const StreamRow& row, const Cell& cell, std::vector<HeadingText>& texts) {
    for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        const auto index = static_cast<std::size_t>(column - 1);
        if (index >= texts.size()) texts.resize(index + 1);
        HeadingText& text = texts[index];
        if (text.text.empty()) text.source = position_of(*row.table, cell);
        text.lowest = text::undo_line_breaks(cell.text());
        text.text += text.lowest;
    }
}

// Neighbouring columns under the very same heading cells are one column.
std::vector<HeadingText> heading_texts(const std::vector<StreamRow>& rows, std::size_t at, int height) {
    std::vector<HeadingText> texts;
    for (std::size_t r = at; r < at + static_cast<std::size_t>(height); ++r) {
        for (const RowCell& cell : rows[r].cells) {
            if (cell.own && !cell.cell->empty()) add_heading_cell(rows[r], *cell.cell, texts);
        }
    }
    std::vector<HeadingText> joined;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const int column = static_cast<int>(i) + 1;
        const bool same = !joined.empty() && !texts[i].text.empty() && joined.back().last == column - 1 &&
                          joined.back().text == texts[i].text && joined.back().source == texts[i].source;
        if (same) {
            joined.back().last = column;
        } else if (!texts[i].text.empty()) {
            joined.push_back({texts[i].text, texts[i].lowest, column, column, texts[i].source});
        }
    }
    return joined;
}

int cell_count(const StreamRow& row) {
    return row.cells.empty() ? 0 : row.cells.back().cell->column + row.cells.back().cell->column_span - 1;
}

std::optional<int> named_year(const std::string& heading) {
    const auto years = text::find_fiscal_years(heading);
    if (years.empty()) return std::nullopt;
    return years.front().year;
}

// A heading over one cell of an area without headings of its own goes on to the next heading: 「取組方針」 over ①, ア
// and the policy where the blanks beside it were not merged.
void extend_over_blanks(Header& header) {
    for (std::size_t i = 0; i + 1 < header.columns.size(); ++i) {
        LaidColumn& column = header.columns[i];
        if (column.spec && column.spec->fields.size() > 1) column.last = header.columns[i + 1].first - 1;
    }
}

}  // namespace

HeaderFinder::HeaderFinder(const Form& form) : form_(form) {
    for (const ColumnSpec& column : form.columns) {
        if (!column.optional) ++required_columns_;
        headings_.push_back({&column, template_key(column.heading), false});
        for (const std::string& alias : column.aliases) headings_.push_back({&column, template_key(alias), true});
    }
    for (const Heading& heading : headings_) exact_.emplace(heading.key, heading.spec);
}

bool HeaderFinder::may_start_header(const StreamRow& row) const {
    if (!row.table) return false;
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
        const std::string& text = cell.cell->text();
        if (!cell.own || text.empty() || text.size() > kLongestHeading) return false;
        return exact_.contains(heading_key(text));
    });
}

void HeaderFinder::assign(Header& header) const {
    // Best pairs first, so that a heading misread into another's neighbourhood does not take its place.
    struct Candidate {
        double score = 0;
        std::size_t column = 0;
        const ColumnSpec* spec = nullptr;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const std::string key = heading_key(header.columns[i].heading);
        const std::string lowest = heading_key(header.columns[i].lowest);
        for (const Heading& heading : headings_) {
            // A year over several columns says nothing of the category among them: its own heading alone does.
            const double whole = heading.key == key ? 1.0 : text::bigram_dice(heading.key, key);
            const double own = heading.key == lowest ? 0.95 : 0.0;
            const double score = std::max(whole, own);
            if (score >= kLeastSimilarity) candidates.push_back({score - (heading.alias ? 0.01 : 0), i, heading.spec});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::set<const ColumnSpec*> taken;
    for (const Candidate& candidate : candidates) {
        LaidColumn& column = header.columns[candidate.column];
        if (column.spec || !taken.insert(candidate.spec).second) continue;
        column.spec = candidate.spec;
        header.score += candidate.score;
    }
}

// A column without a heading stands directly before the form's next column.
void HeaderFinder::add_unheaded(Header& header) const {
    for (std::size_t i = 0; i + 1 < form_.columns.size(); ++i) {
        const ColumnSpec& spec = form_.columns[i];
        const auto is = [](const ColumnSpec& wanted) { return [&](const LaidColumn& c) { return c.spec == &wanted; }; };
        auto& columns = header.columns;
        if (!spec.unheaded || std::any_of(columns.begin(), columns.end(), is(spec))) continue;
        const auto next = std::find_if(columns.begin(), columns.end(), is(form_.columns[i + 1]));
        if (next == columns.end()) continue;
        const int place = next->first - 1;
        const int free_from = next == columns.begin() ? 1 : std::prev(next)->last + 1;
        if (place < free_from) continue;
        LaidColumn column;
        column.spec = &spec;
        column.heading = spec.heading;
        column.first = column.last = place;
        column.source = next->source;
        columns.insert(next, std::move(column));
    }
}

std::optional<Header> HeaderFinder::read(const std::vector<StreamRow>& rows, std::size_t at, int height) const {
    Header header;
    header.rows = height;
    for (const HeadingText& text : heading_texts(rows, at, height)) {
        LaidColumn column;
        column.heading = text.text;
        column.lowest = text.lowest;
        column.first = text.first;
        column.last = text.last;
        column.year = named_year(text.text);
        column.source = text.source;
        header.columns.push_back(std::move(column));
    }
    for (std::size_t r = at; r < at + static_cast<std::size_t>(height); ++r) {
        header.cells = std::max(header.cells, cell_count(rows[r]));
    }
    assign(header);
    add_unheaded(header);
    const auto found = static_cast<std::size_t>(
        std::count_if(header.columns.begin(), header.columns.end(), [](const LaidColumn& c) { return c.spec; }));
    if (found < 2 || found * 2 < required_columns_) return std::nullopt;
    header.score /= static_cast<double>(required_columns_);
    extend_over_blanks(header);
    return header;
}

std::optional<Header> HeaderFinder::find(const std::vector<StreamRow>& rows, std::size_t at) const {
    if (!may_start_header(rows[at])) return std::nullopt;
    std::optional<Header> best;
    for (int height = 1; height <= kTallestHeader; ++height) {
        const std::size_t last = at + static_cast<std::size_t>(height) - 1;
        if (last >= rows.size() || rows[last].table != rows[at].table) break;
        auto header = read(rows, at, height);
        if (header && (!best || header->score > best->score + 0.02)) best = std::move(header);
    }
    return best;
}

}  // namespace torimatome::parsers
