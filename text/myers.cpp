#include "text/myers.hpp"

#include <algorithm>

namespace torimatome::text {

namespace {

/// How far each diagonal has come after each number of edits.
class Trace {
  public:
    Trace(const std::vector<int>& a, const std::vector<int>& b) : a_(a), b_(b), n_(size(a)), m_(size(b)) {}

    std::vector<Edit> edits() {
        search();
        return back();
    }

  private:
    static int size(const std::vector<int>& v) { return static_cast<int>(v.size()); }

    int& at(std::vector<int>& front, int k) const { return front[static_cast<std::size_t>(k + n_ + m_ + 1)]; }

    /// Removals first: on equal progress the path that removed more is taken later on the way back.
    bool comes_by_insertion(std::vector<int>& front, int d, int k) const {
        return k == -d || (k != d && at(front, k - 1) < at(front, k + 1));
    }

    void search() {
        std::vector<int> front(static_cast<std::size_t>(2 * (n_ + m_) + 3), 0);
        for (int d = 0; d <= n_ + m_; ++d) {
            fronts_.push_back(front);
            for (int k = -d; k <= d; k += 2) {
                int x = comes_by_insertion(front, d, k) ? at(front, k + 1) : at(front, k - 1) + 1;
                while (x < n_ && x - k < m_ && x - k >= 0 && same(x, x - k)) ++x;
                at(front, k) = x;
                if (x >= n_ && x - k >= m_) return;
            }
        }
    }

    bool same(int x, int y) const { return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }

    std::vector<Edit> back() {
        std::vector<Edit> edits;
        int x = n_;
        int y = m_;
        for (int d = size_of_trace(); d >= 0; --d) {
            std::vector<int>& front = fronts_[static_cast<std::size_t>(d)];
            const int k = x - y;
            const bool insertion = comes_by_insertion(front, d, k);
            const int from_k = insertion ? k + 1 : k - 1;
            const int from_x = d == 0 ? 0 : at(front, from_k);
            const int from_y = d == 0 ? 0 : from_x - from_k;
            while (x > from_x && y > from_y) {
                edits.push_back(Edit::keep);
                --x, --y;
            }
            if (d == 0) break;
            edits.push_back(insertion ? Edit::insert : Edit::remove);
            x = from_x;
            y = from_y;
        }
        std::reverse(edits.begin(), edits.end());
        return edits;
    }

    int size_of_trace() const { return static_cast<int>(fronts_.size()) - 1; }

    const std::vector<int>& a_;
    const std::vector<int>& b_;
    int n_;
    int m_;
    std::vector<std::vector<int>> fronts_;
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
