#include "text/myers.hpp"

#include <algorithm>

namespace torimatome::text {

namespace {

/// More edits than this are no help to a reader, and their trace would take too much memory (it grows with the square).
constexpr int kMostEdits = 4000;

/// How far each diagonal has come after each number of edits.
class Trace {
  public:
    Trace(const std::vector<int>& a, const std::vector<int>& b) : a_(a), b_(b), n_(size(a)), m_(size(b)) {}

    std::vector<Edit> edits() { return search() ? back() : replacement(); }

  private:
    /// The diagonals -d to d after d edits.
    struct Front {
        int d = 0;
        std::vector<int> reach;

        explicit Front(int edits) : d(edits), reach(static_cast<std::size_t>(2 * edits + 1), 0) {}
        int& at(int k) { return reach[static_cast<std::size_t>(k + d)]; }
    };

    static int size(const std::vector<int>& v) { return static_cast<int>(v.size()); }

    /// Removals first: on equal progress the path that removed more is taken later on the way back.
    static bool comes_by_insertion(Front& before, int d, int k) {
        return k == -d || (k != d && before.at(k - 1) < before.at(k + 1));
    }

    bool search() {
        for (int d = 0; d <= std::min(n_ + m_, kMostEdits); ++d) {
            fronts_.emplace_back(d);
            Front& front = fronts_.back();
            for (int k = -d; k <= d; k += 2) {
                int x = 0;
                if (d > 0) {
                    Front& before = fronts_[static_cast<std::size_t>(d - 1)];
                    x = comes_by_insertion(before, d, k) ? before.at(k + 1) : before.at(k - 1) + 1;
                }
                while (x < n_ && x - k < m_ && x - k >= 0 && same(x, x - k)) ++x;
                front.at(k) = x;
                if (x >= n_ && x - k >= m_) return true;
            }
        }
        return false;
    }

    bool same(int x, int y) const { return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }

    std::vector<Edit> back() {
        std::vector<Edit> edits;
        int x = n_;
        int y = m_;
        for (int d = size_of_trace(); d > 0; --d) {
            Front& before = fronts_[static_cast<std::size_t>(d - 1)];
            const int k = x - y;
            const bool insertion = comes_by_insertion(before, d, k);
            const int from_k = insertion ? k + 1 : k - 1;
            const int from_x = before.at(from_k);
            const int from_y = from_x - from_k;
            while (x > from_x && y > from_y) {
                edits.push_back(Edit::keep);
                --x, --y;
            }
            edits.push_back(insertion ? Edit::insert : Edit::remove);
            x = from_x;
            y = from_y;
        }
        edits.insert(edits.end(), static_cast<std::size_t>(x), Edit::keep);
        std::reverse(edits.begin(), edits.end());
        return edits;
    }

    std::vector<Edit> replacement() const {
        std::vector<Edit> edits(static_cast<std::size_t>(n_), Edit::remove);
        edits.insert(edits.end(), static_cast<std::size_t>(m_), Edit::insert);
        return edits;
    }

    int size_of_trace() const { return static_cast<int>(fronts_.size()) - 1; }

    const std::vector<int>& a_;
    const std::vector<int>& b_;
    int n_;
    int m_;
    std::vector<Front> fronts_;
};

/// Between two kept elements removals go before insertions.
void order_edits(std::vector<Edit>& edits) {
    for (auto begin = edits.begin(); begin != edits.end();) {
        const auto end = std::find(begin, edits.end(), Edit::keep);
        std::sort(begin, end);
        begin = std::find_if(end, edits.end(), [](Edit edit) { return edit != Edit::keep; });
    }
}

}  // namespace

std::vector<Edit> shortest_edits(const std::vector<int>& a, const std::vector<int>& b) {
    const auto [end_a, end_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto [tail_a, tail_b] =
        std::mismatch(a.rbegin(), std::make_reverse_iterator(end_a), b.rbegin(), std::make_reverse_iterator(end_b));
    const std::vector<int> inner_a(end_a, tail_a.base());
    const std::vector<int> inner_b(end_b, tail_b.base());
    std::vector<Edit> edits(static_cast<std::size_t>(end_a - a.begin()), Edit::keep);
    const std::vector<Edit> inner = Trace(inner_a, inner_b).edits();
    edits.insert(edits.end(), inner.begin(), inner.end());
    edits.insert(edits.end(), static_cast<std::size_t>(tail_a - a.rbegin()), Edit::keep);
    order_edits(edits);
    return edits;
}

}  // namespace torimatome::text
