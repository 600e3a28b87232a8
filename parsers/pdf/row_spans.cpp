#include "parsers/pdf/row_spans.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace torimatome::parsers::pdf {

namespace {

bool is_single(const PlacedText& each) { return each.text.first == each.text.last; }

// The texts of one column, from top to bottom.
std::vector<PlacedText*> column_of(RowBands& bands, std::size_t column, std::size_t from_row) {
    std::vector<PlacedText*> result;
    for (PlacedText& each : bands.texts) {
        if (each.text.first <= column && column <= each.text.last && each.first_row >= from_row) {
            result.push_back(&each);
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const PlacedText* a, const PlacedText* b) { return a->text.top < b->text.top; });
    return result;
}

struct Rows {
    std::size_t first = 0;
    std::size_t last = 0;

    friend bool operator==(const Rows&, const Rows&) = default;
};

// The rows from `start` on that text `each` stands in the middle of, up to `end` (a row).
std::optional<Rows> rows_around(const std::vector<double>& edges, const PlacedText& each, std::size_t start,
                                std::size_t end) {
    constexpr double kNear = 0.45;  // sizes of the type
    std::optional<Rows> best;
    double least = 1e9;
    for (std::size_t last = each.last_row; last < end; ++last) {
        const double off = std::abs((edges[start] + edges[last + 1]) / 2 - each.text.middle());
        const double height = edges[last + 1] - edges[last];
        if (off > std::min(kNear * each.text.size, 0.3 * height) + 0.04 * (edges[last + 1] - edges[start])) continue;
        if (off < least) {
            least = off;
            best = Rows{start, last};
        }
    }
    return best;
}

// The rows of each text of a column whose texts stand in the middle of their rows, which leave none out.
std::optional<std::vector<Rows>> centred_rows(const std::vector<double>& edges, const std::vector<PlacedText*>& texts,
                                              std::size_t start) {
    const std::size_t rows = edges.size() - 1;
    std::vector<Rows> result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t end = i + 1 < texts.size() ? texts[i + 1]->first_row + 1 : rows;
        if (start > texts[i]->first_row) return std::nullopt;
        const auto around = rows_around(edges, *texts[i], start, end);
        if (!around) return std::nullopt;
        result.push_back(*around);
        start = around->last + 1;
    }
    if (start != rows) return std::nullopt;
    return result;
}

// Whether row `row` has a text in `column`.
bool is_filled(const RowBands& bands, std::size_t row, std::size_t column) {
    return std::any_of(bands.texts.begin(), bands.texts.end(), [&](const PlacedText& each) {
        return each.first_row <= row && row <= each.last_row && each.text.first <= column && column <= each.text.last;
    });
}

// The rows of each text of a leading column that stands at the top of its rows: those below it that are blank but in
// it. Where a text's own row is blank beside it, it heads the rows below and spans none.
std::optional<std::vector<Rows>> hanging_rows(const RowBands& bands, const std::vector<PlacedText*>& texts,
                                              std::size_t column, std::size_t start) {
    const std::size_t rows = bands.rows.size();
    if (texts.empty() || texts.front()->first_row != start) return std::nullopt;
    std::vector<Rows> result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t next = i + 1 < texts.size() ? texts[i + 1]->first_row : rows;
        const std::size_t row = texts[i]->first_row;
        if (next <= row) return std::nullopt;
        for (std::size_t r = row; r < next; ++r) {
            if (!is_filled(bands, r, column + 1)) return std::nullopt;
        }
        result.push_back({row, next - 1});
    }
    return result;
}

// Whether the texts of rows with several lines stand in the rows' middle; unknown where no row tells.
std::optional<bool> stands_centred(const RowBands& bands, std::size_t head) {
    int centred = 0;
    int hanging = 0;
    for (const PlacedText& each : bands.texts) {
        if (each.first_row != each.last_row || each.first_row < head) continue;
        const RowBand& row = bands.rows[each.first_row];
        if (row.bottom - row.top - (each.text.bottom - each.text.top) < 0.8 * each.text.size) continue;
        const double above = each.text.top - row.top;
        const double below = row.bottom - each.text.bottom;
        centred += std::abs(above - below) < 0.3 * each.text.size;
        hanging += above < 0.3 * each.text.size;
    }
    if (centred == 0 && hanging == 0) return std::nullopt;
    return centred >= hanging;
}

// A run of columns of a head's row that names of several columns share among themselves.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<PlacedText*> names;
};

// The middles of the columns' own names, or of their texts.
std::vector<double> column_centers(const RowBands& bands, std::size_t head, const std::vector<double>& edges) {
    std::vector<double> centers;
    for (std::size_t c = 0; c + 1 < edges.size(); ++c) centers.push_back((edges[c] + edges[c + 1]) / 2);
    for (const PlacedText& each : bands.texts) {
        if (is_single(each) && each.last_row + 1 == head) centers[each.text.first] = each.text.center();
    }
    return centers;
}

// Where the columns' own texts begin.
std::vector<double> column_starts(const RowBands& bands, std::size_t columns) {
    std::vector<double> starts(columns, 1e9);
    for (const PlacedText& each : bands.texts) {
        if (is_single(each)) starts[each.text.first] = std::min(starts[each.text.first], each.text.left);
    }
    return starts;
}

// How far from the middle of columns [first, last] the text stands.
double off_centre(const ColumnText& text, std::size_t first, std::size_t last, const std::vector<double>& centers,
                  const std::vector<double>& edges) {
    const double by_names = std::abs((centers[first] + centers[last]) / 2 - text.center());
    const double by_edges = std::abs((edges[first] + edges[last + 1]) / 2 - text.center());
    return std::min(by_names, by_edges) + 0.2 * by_names;
}

// Shares the run's columns among its names at the least cost in all; `column_cost` is that of a name over
// columns [first, last].
template <typename Cost>
void share_columns(const Run& run, Cost column_cost) {
    const std::size_t columns = run.last - run.first + 1;
    const std::size_t names = run.names.size();
    if (names == 0 || names > columns) return;
    const auto cost = [&](std::size_t name, std::size_t from, std::size_t to) {  // columns [from, to) of the run
        return column_cost(run.names[name]->text, run.first + from, run.first + to - 1);
    };
    std::vector<std::vector<double>> least(names + 1, std::vector<double>(columns + 1, 1e9));
    std::vector<std::vector<std::size_t>> from(names + 1, std::vector<std::size_t>(columns + 1));
    // A column beside that no name stands over costs a little: its own name may stand lower.
    constexpr double kLeftOut = 2;  // points
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    for (std::size_t to = 0; to <= columns; ++to) {
        least[0][to] = kLeftOut * static_cast<double>(to);
        from[0][to] = kNone;
    }
    for (std::size_t n = 0; n < names; ++n) {
        for (std::size_t to = n + 1; to <= columns; ++to) {
            if (least[n + 1][to - 1] + kLeftOut < least[n + 1][to]) {
                least[n + 1][to] = least[n + 1][to - 1] + kLeftOut;
                from[n + 1][to] = kNone;
            }
            for (std::size_t at = n; at < to; ++at) {
                const double sum = least[n][at] + cost(n, at, to);
                if (sum >= least[n + 1][to]) continue;
                least[n + 1][to] = sum;
                from[n + 1][to] = at;
            }
        }
    }
    for (std::size_t n = names, to = columns; n > 0; --n) {
        while (from[n][to] == kNone) --to;
        run.names[n - 1]->text.first = run.first + from[n][to];
        run.names[n - 1]->text.last = run.first + to - 1;
        to = from[n][to];
    }
}

// Whether text `each` of a head's row has names below it, in its own columns.
bool has_names_below(const RowBands& bands, const PlacedText& each, std::size_t head) {
    return std::any_of(bands.texts.begin(), bands.texts.end(), [&](const PlacedText& other) {
        return other.first_row > each.last_row && other.last_row < head && other.text.first <= each.text.last &&
               other.text.last >= each.text.first;
    });
}

// The runs of columns in head row `row` that no name of a single column takes.
std::vector<Run> open_runs(RowBands& bands, std::size_t row, std::size_t head, std::size_t columns) {
    std::vector<bool> taken(columns);
    std::vector<PlacedText*> names;
    for (PlacedText& each : bands.texts) {
        if (each.first_row > row || each.last_row < row) continue;
        if (each.first_row == each.last_row && (!is_single(each) || has_names_below(bands, each, head))) {
            names.push_back(&each);
        } else {
            for (std::size_t c = each.text.first; c <= each.text.last; ++c) taken[c] = true;
        }
    }
    // A column whose only name stands in a row of its own below, beside a name that spans, is a column alone.
    std::vector<Run> runs;
    for (std::size_t c = 0; c < columns; ++c) {
        if (taken[c]) continue;
        if (runs.empty() || runs.back().last + 1 != c) runs.push_back({c, c, {}});
        runs.back().last = c;
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const PlacedText* a, const PlacedText* b) { return a->text.left < b->text.left; });
    for (Run& run : runs) {
        for (PlacedText* name : names) {
            if (name->text.first >= run.first && name->text.last <= run.last) run.names.push_back(name);
        }
    }
    return runs;
}

// Widens the names of a head of one row over columns without a name (取組方針 over a mark and a text), where they
// stand in the middle of those columns rather than at the edge or in the middle of their own.
void span_only_row(RowBands& bands, const std::vector<double>& edges) {
    constexpr double kAligned = 1.5;  // points
    const std::size_t columns = edges.size() - 1;
    std::vector<double> starts(columns, 1e9);
    std::vector<double> ends(columns, -1e9);
    Run run{0, columns - 1, {}};
    for (PlacedText& each : bands.texts) {
        if (each.first_row == 0) {
            run.names.push_back(&each);
        } else if (is_single(each)) {
            starts[each.text.first] = std::min(starts[each.text.first], each.text.left);
            ends[each.text.first] = std::max(ends[each.text.first], each.text.right);
        }
    }
    std::vector<double> centers;
    for (std::size_t c = 0; c < columns; ++c) centers.push_back((starts[c] + ends[c]) / 2);
    if (run.names.size() >= columns) return;
    std::stable_sort(run.names.begin(), run.names.end(),
                     [](const PlacedText* a, const PlacedText* b) { return a->text.left < b->text.left; });
    share_columns(run, [&](const ColumnText& text, std::size_t first, std::size_t last) {
        constexpr double kNever = 1e6;
        if (first > text.first || last < text.last) return kNever;
        const bool own = first == text.first && last == text.last;
        const bool at_edge =
            std::abs(starts[first] - text.left) < kAligned || std::abs(ends[last] - text.right) < kAligned;
        return own && at_edge ? 0.0 : off_centre(text, first, last, centers, edges);
    });
}

}  // namespace

std::size_t head_rows(const RowBands& bands, std::size_t columns) {
    std::size_t head = 0;
    while (head + 1 < bands.rows.size() && head < 4) {
        const auto goes_on = [&](const PlacedText& each) {
            if (each.first_row != head) return false;
            return !is_single(each) || each.last_row == head + 1;
        };
        std::size_t own = 0;
        for (const PlacedText& each : bands.texts) own += each.first_row == head && each.last_row == head;
        if (own >= columns || std::none_of(bands.texts.begin(), bands.texts.end(), goes_on)) break;
        ++head;
    }
    return head + 1;
}

void span_head(RowBands& bands, std::size_t head, const std::vector<double>& edges) {
    const std::size_t columns = edges.size() - 1;
    const std::vector<double> centers = column_centers(bands, head, edges);
    const std::vector<double> starts = column_starts(bands, columns);
    // Each name stands as near as can be to the middle of its columns, or begins where the first of them does.
    const auto cost = [&](const ColumnText& text, std::size_t first, std::size_t last) {
        constexpr double kSameStart = 1;  // points
        const double centred = off_centre(text, first, last, centers, edges);
        const double by_start = std::abs(starts[first] - text.left);
        return by_start < kSameStart ? std::min(by_start, centred) : centred;
    };
    for (std::size_t row = 0; row + 1 < head; ++row) {
        for (const Run& run : open_runs(bands, row, head, columns)) share_columns(run, cost);
    }
    if (head < 2) return span_only_row(bands, edges);
    for (PlacedText& each : bands.texts) {
        if (each.last_row >= head) continue;
        const auto is_free = [&](std::size_t row) {
            for (std::size_t c = each.text.first; c <= each.text.last; ++c) {
                if (is_filled(bands, row, c)) return false;
            }
            return true;
        };
        while (each.first_row > 0 && is_free(each.first_row - 1)) --each.first_row;
        while (each.last_row + 1 < head && is_free(each.last_row + 1)) ++each.last_row;
    }
}

std::vector<PlacedText> span_body(RowBands& bands, std::size_t head, std::size_t columns) {
    std::vector<PlacedText> unsure;
    const std::size_t start = head > 1 ? head : 0;
    if (start >= bands.rows.size()) return unsure;
    const std::vector<double> edges = bands.edges();
    const std::optional<bool> middle = stands_centred(bands, head);
    bool leading = true;
    for (std::size_t c = 0; c < columns; ++c) {
        const std::vector<PlacedText*> texts = column_of(bands, c, start);
        const bool between = std::any_of(texts.begin(), texts.end(),
                                         [](const PlacedText* each) { return each->first_row != each->last_row; });
        const bool whole = texts.size() == bands.rows.size() - start;
        const bool single =
            std::all_of(texts.begin(), texts.end(), [](const PlacedText* each) { return is_single(*each); });
        std::optional<std::vector<Rows>> spans;
        std::optional<std::vector<Rows>> other;
        bool two_ways = false;
        if (!whole && single && !texts.empty() && (leading || between)) {
            const auto centred = centred_rows(edges, texts, start);
            const auto hanging = between || c + 1 == columns ? std::nullopt : hanging_rows(bands, texts, c, start);
            // A text that stands between rows is centred, whatever the others do.
            spans = centred && (between || middle.value_or(true)) ? centred : hanging;
            two_ways = centred && hanging && !middle;
            other = hanging;
        }
        if (spans) {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                texts[i]->first_row = (*spans)[i].first;
                texts[i]->last_row = (*spans)[i].last;
                if (two_ways && !((*other)[i] == (*spans)[i])) unsure.push_back(*texts[i]);
            }
        }
        leading = leading && (spans || whole) && !whole;
    }
    return unsure;
}

}  // namespace torimatome::parsers::pdf
