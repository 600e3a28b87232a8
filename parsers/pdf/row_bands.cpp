#include "parsers/pdf/row_bands.hpp"

#include <algorithm>
#include <optional>

namespace torimatome::parsers::pdf {

namespace {

// How much of the lower of the two stands beside the other.
double shared(const ColumnText& text, const RowBand& row) {
    const double height = std::min(text.bottom, row.bottom) - std::max(text.top, row.top);
    return height / std::min(text.bottom - text.top, row.bottom - row.top);
}

constexpr double kBeside = 0.35;

void insert_row(std::vector<RowBand>& rows, const ColumnText& text) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const RowBand& row) { return row.top > text.top; });
    rows.insert(at, {text.top, text.bottom});
}

// Whether `text`, which stands beside no row, is too near the rows above and below for a row of its own.
bool stands_between(const std::vector<RowBand>& rows, const ColumnText& text) {
    const auto below = std::find_if(rows.begin(), rows.end(), [&](const RowBand& row) { return row.top > text.top; });
    if (below == rows.end() || below == rows.begin()) return false;
    const double room = below->top - (below - 1)->bottom;
    double least = room;  // a row of its own would have as much white above and below as other rows have
    for (std::size_t r = 1; r < rows.size(); ++r) least = std::min(least, rows[r].top - rows[r - 1].bottom);
    return room < (text.bottom - text.top) + std::max(1.6 * least, 0.3 * text.size);
}

void place(std::vector<RowBand>& rows, const ColumnText& text) {
    std::vector<RowBand*> beside;
    for (RowBand& row : rows) {
        if (shared(text, row) > kBeside) beside.push_back(&row);
    }
    if (beside.empty() && !stands_between(rows, text)) insert_row(rows, text);
    if (beside.size() != 1) return;
    beside.front()->top = std::min(beside.front()->top, text.top);
    beside.front()->bottom = std::max(beside.front()->bottom, text.bottom);
}

// The columns, those with most texts first.
std::vector<std::size_t> by_texts(const std::vector<ColumnText>& texts, std::size_t columns) {
    std::vector<std::size_t> counts(columns);
    for (const ColumnText& text : texts) counts[text.first] += text.first == text.last;
    std::vector<std::size_t> order(columns);
    for (std::size_t c = 0; c < columns; ++c) order[c] = c;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    return order;
}

// The names of columns below names of several columns: they, not the names of lone columns, tell a head's rows.
std::vector<const ColumnText*> inner_names(const std::vector<ColumnText>& texts) {
    constexpr double kClose = 4;  // sizes of the type
    double top = 1e9;
    for (const ColumnText& text : texts) top = std::min(top, text.top);
    double lowest = -1;
    for (const ColumnText& text : texts) {
        if (text.first < text.last && text.top - top < kClose * text.size) lowest = std::max(lowest, text.top);
    }
    std::vector<const ColumnText*> names;
    for (const ColumnText& over : texts) {
        if (over.first == over.last || lowest - over.top > 0.3 * over.size || over.top > lowest) continue;
        for (std::size_t c = over.first; c <= over.last; ++c) {
            const ColumnText* name = nullptr;
            for (const ColumnText& text : texts) {
                const bool own = text.first == c && text.last == c && text.top > over.bottom;
                if (own && (!name || text.top < name->top)) name = &text;
            }
            if (name) names.push_back(name);
        }
    }
    return names;
}

PlacedText placed(const std::vector<RowBand>& rows, const ColumnText& text) {
    PlacedText result{text, rows.size(), 0};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (shared(text, rows[r]) <= kBeside) continue;
        result.first_row = std::min(result.first_row, r);
        result.last_row = r;
    }
    if (result.first_row < rows.size()) return result;
    const auto below = std::find_if(rows.begin(), rows.end(), [&](const RowBand& row) { return row.top > text.top; });
    const auto next = static_cast<std::size_t>(below - rows.begin());
    result.last_row = std::min(next, rows.size() - 1);
    result.first_row = next == 0 ? 0 : next - 1;
    return result;
}

}  // namespace

std::vector<double> RowBands::edges() const {
    std::vector<double> result;
    double room = 0;  // the usual white between rows
    std::vector<double> rooms;
    for (std::size_t r = 1; r < rows.size(); ++r) rooms.push_back(rows[r].top - rows[r - 1].bottom);
    if (!rooms.empty()) {
        const auto middle = rooms.begin() + static_cast<std::ptrdiff_t>(rooms.size() / 2);
        std::nth_element(rooms.begin(), middle, rooms.end());
        room = *middle;
    }
    result.push_back(rows.front().top - room / 2);
    for (std::size_t r = 1; r < rows.size(); ++r) result.push_back((rows[r - 1].bottom + rows[r].top) / 2);
    result.push_back(rows.back().bottom + room / 2);
    return result;
}

RowBands find_rows(const std::vector<ColumnText>& texts, std::size_t columns) {
    RowBands result;
    const std::vector<const ColumnText*> names = inner_names(texts);
    if (!names.empty()) {
        for (const ColumnText& text : texts) {
            if (text.first != text.last && text.top < names.front()->top) place(result.rows, text);
        }
        for (const ColumnText* name : names) place(result.rows, *name);
    }
    for (const std::size_t column : by_texts(texts, columns)) {
        for (const ColumnText& text : texts) {
            if (text.first == column && text.last == column) place(result.rows, text);
        }
    }
    for (const ColumnText& text : texts) {
        if (text.first != text.last) place(result.rows, text);
    }
    for (const ColumnText& text : texts) result.texts.push_back(placed(result.rows, text));
    return result;
}

}  // namespace torimatome::parsers::pdf
