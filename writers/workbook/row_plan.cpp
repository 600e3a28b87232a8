#include "writers/workbook/row_plan.hpp"

#include <algorithm>
#include <numeric>

#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kWellFilled = 0.62;  ///< of a page: from here on it may end early to keep cells whole

/// Fills page after page with as many records as fit.
class PagePlanner {
  public:
    PagePlanner(const std::vector<CellNeed>& needs, int records, double least, const PageRoom& room)
        : records_(records),
          room_(room),
          heights_(static_cast<std::size_t>(records), least),
          spans_(heights_.size()),
          crossings_(heights_.size(), 0) {
        std::vector<CellNeed> flowing;
        for (const CellNeed& need : needs) {
            count_crossings(need);
            if (need.first == need.last) {
                double& height = heights_[static_cast<std::size_t>(need.first)];
                height = std::max(height, need.height);
            } else if (need.height > room_on_page_from(need.first)) {
                flowing.push_back(need);
            } else {
                spans_[static_cast<std::size_t>(need.first)].push_back(need);
            }
        }
        // What no page can show whole needs its height over all its pages.
        for (const CellNeed& need : flowing) add_lacking(heights_, need, 0);
    }

    RowPlan plan() const {
        RowPlan result;
        for (int begin = 0; begin < records_;) {
            if (begin > 0) result.page_starts.push_back(begin);
            const std::vector<double> page = fill(begin);
            if (sum(page) > room_on_page_from(begin)) result.over_page.push_back(begin);
            result.heights.insert(result.heights.end(), page.begin(), page.end());
            begin += static_cast<int>(page.size());
        }
        return result;
    }

  private:
    void count_crossings(const CellNeed& span) {
        for (int record = span.first + 1; record <= span.last; ++record) ++crossings_[static_cast<std::size_t>(record)];
    }

    double room_on_page_from(int record) const { return record == 0 ? room_.first : room_.others; }

    /// The heights of the page from record `begin` on: as many records as fit, but a few less where the break then cuts
    /// fewer cells in two; one record at least.
    std::vector<double> fill(int begin) const {
        const double room = room_on_page_from(begin);
        std::vector<double> best = lay_out(begin, begin + 1);
        int fewest = crossings_before(begin + 1);
        for (int end = begin + 2; end <= records_; ++end) {
            std::vector<double> next = lay_out(begin, end);
            if (sum(next) > room) break;
            const bool nearly_empty = sum(best) < kWellFilled * room;
            if (crossings_before(end) > fewest && !nearly_empty) continue;
            best = std::move(next);
            fewest = crossings_before(end);
        }
        return best;
    }

    /// How many cells a page break before `record` cuts in two; none at the end.
    int crossings_before(int record) const {
        return record < records_ ? crossings_[static_cast<std::size_t>(record)] : 0;
    }

    /// The heights of records [begin, end) when they make a page of their own.
    std::vector<double> lay_out(int begin, int end) const {
        std::vector<double> heights(heights_.begin() + begin, heights_.begin() + end);
        std::vector<CellNeed> spans;
        for (int record = begin; record < end; ++record) {
            for (CellNeed span : spans_[static_cast<std::size_t>(record)]) {
                span.last = std::min(span.last, end - 1);
                spans.push_back(span);
            }
        }
        // Inner spans first: what they add counts for the spans around them.
        std::stable_sort(spans.begin(), spans.end(), [](const CellNeed& a, const CellNeed& b) {
            return a.last != b.last ? a.last < b.last : a.first > b.first;
        });
        for (const CellNeed& span : spans) add_lacking(heights, span, begin);
        return heights;
    }

    /// Adds to the last record of `span` what its records lack; `heights` starts with record `begin`.
    static void add_lacking(std::vector<double>& heights, const CellNeed& span, int begin) {
        const auto first = heights.begin() + (span.first - begin);
        const auto last = heights.begin() + (span.last - begin);
        const double lacking = span.height - std::accumulate(first, last + 1, 0.0);
        if (lacking > 0) *last += whole_pixels(lacking);
    }

    static double sum(const std::vector<double>& heights) {
        return std::accumulate(heights.begin(), heights.end(), 0.0);
    }

    int records_;
    PageRoom room_;
    std::vector<double> heights_;
    std::vector<std::vector<CellNeed>> spans_;  ///< by the record they start at; single records are in heights_
    std::vector<int> crossings_;
};

}  // namespace

RowPlan plan_rows(const std::vector<CellNeed>& needs, int records, double least, const PageRoom& room) {
    return PagePlanner(needs, records, least, room).plan();
}

}  // namespace torimatome::writers
