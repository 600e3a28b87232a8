#include "pipeline/comparison/assignment.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace torimatome::pipeline {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// Every row has a column of its own behind the real ones, which costs what pairing nobody costs.
class Assignment {
  public:
    Assignment(const std::vector<std::vector<Gain>>& gains, int columns)
        : gains_(gains),
          real_columns_(columns),
          rows_(gains.size()),
          column_price_(static_cast<std::size_t>(columns) + gains.size(), 0.0),
          row_of_column_(column_price_.size(), kUnpaired),
          column_of_row_(rows_, kUnpaired) {}

    std::vector<int> run() {
        take_cheapest_where_free();
        for (std::size_t row = 0; row < rows_; ++row) {
            if (column_of_row_[row] == kUnpaired) augment(static_cast<int>(row));
        }
        for (int& column : column_of_row_) {
            if (column >= real_columns_) column = kUnpaired;
        }
        return column_of_row_;
    }

  private:
    int own_column(int row) const { return real_columns_ + row; }

    template <typename Visit>
    void visit_costs(int row, const Visit& visit) const {
        for (const Gain& gain : gains_[static_cast<std::size_t>(row)]) visit(gain.column, -gain.gain);
        visit(own_column(row), 0.0);
    }

    void pair(int row, int column) {
        column_of_row_[static_cast<std::size_t>(row)] = column;
        row_of_column_[static_cast<std::size_t>(column)] = row;
    }

    // With all prices at 0 the cheapest column of a row is right for it as long as nobody else has taken it.
    void take_cheapest_where_free() {
        for (std::size_t row = 0; row < rows_; ++row) {
            int best = kUnpaired;
            double least = kNever;
            visit_costs(static_cast<int>(row), [&](int column, double cost) {
                if (cost < least) least = cost, best = column;
            });
            if (row_of_column_[static_cast<std::size_t>(best)] == kUnpaired) pair(static_cast<int>(row), best);
        }
    }

    // What the row pays for the column that it has, beyond the column's price.
    double price_of_row(int row) const {
        double price = kNever;
        const int own = column_of_row_[static_cast<std::size_t>(row)];
        visit_costs(row, [&](int column, double cost) {
            if (column == own) price = std::min(price, cost - column_price_[static_cast<std::size_t>(column)]);
        });
        return price;
    }

    void augment(int start) {
        std::vector<double> distance(column_price_.size(), kNever);
        std::vector<int> reached_from(column_price_.size(), kUnpaired);
        std::vector<bool> done(column_price_.size(), false);
        std::vector<int> order;
        using Entry = std::pair<double, int>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        const auto reach = [&](int row, double so_far, double row_price) {
            visit_costs(row, [&](int column, double cost) {
                const auto at = static_cast<std::size_t>(column);
                const double length = so_far + cost - column_price_[at] - row_price;
                if (done[at] || length >= distance[at]) return;
                distance[at] = length;
                reached_from[at] = row;
                queue.emplace(length, column);
            });
        };
        reach(start, 0, 0);
        int end = kUnpaired;
        while (end == kUnpaired) {
            const auto [length, column] = queue.top();
            queue.pop();
            const auto at = static_cast<std::size_t>(column);
            if (done[at]) continue;
            done[at] = true;
            order.push_back(column);
            if (row_of_column_[at] == kUnpaired) {
                end = column;
            } else {
                reach(row_of_column_[at], length, price_of_row(row_of_column_[at]));
            }
        }
        const double total = distance[static_cast<std::size_t>(end)];
        for (const int column : order) {
            const auto at = static_cast<std::size_t>(column);
            column_price_[at] += distance[at] - total;
        }
        while (true) {
            const int row = reached_from[static_cast<std::size_t>(end)];
            const int before = column_of_row_[static_cast<std::size_t>(row)];
            pair(row, end);
            if (row == start) break;
            end = before;
        }
    }

    const std::vector<std::vector<Gain>>& gains_;
    int real_columns_;
    std::size_t rows_;
    std::vector<double> column_price_;
    std::vector<int> row_of_column_;
    std::vector<int> column_of_row_;
};

}  // namespace

std::vector<int> best_assignment(const std::vector<std::vector<Gain>>& gains, int columns) {
    return Assignment(gains, columns).run();
}

}  // namespace torimatome::pipeline
