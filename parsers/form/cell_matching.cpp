#include "parsers/form/cell_matching.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace torimatome::parsers {

namespace {

constexpr double kNever = -1e9;
constexpr std::size_t kNoPlace = 64;

// What is decided behind some text: the places that have their cell, and the one whose cell stands last.
struct State {
    std::uint64_t taken = 0;
    std::size_t last = kNoPlace;
    double score = 0;        // the best way here
    double rest = kNever;    // the best way from here to the end
    std::size_t above = 0;   // the state before on the best way
    std::size_t length = 0;  // texts of the cell that leads here
};

struct StateKey {
    std::uint64_t taken;
    std::size_t last;
    friend bool operator==(const StateKey&, const StateKey&) = default;
};

struct StateHash {
    std::size_t operator()(const StateKey& key) const {
        return std::hash<std::uint64_t>()(key.taken * 0x9E3779B97F4A7C15ULL + key.last);
    }
};

// The states behind one text.
struct Layer {
    std::vector<State> states;
    std::unordered_map<StateKey, std::size_t, StateHash> index;

    void reach(const State& state) {
        const auto [at, added] = index.try_emplace({state.taken, state.last}, states.size());
        if (added) {
            states.push_back(state);
        } else if (state.score > states[at->second].score) {
            states[at->second] = state;
        }
    }

    // States are compared by what they gained over leaving all places blank, so that few and many places compare.
    void keep_best(std::size_t most) {
        if (states.size() <= most) return;
        std::nth_element(states.begin(), states.begin() + static_cast<std::ptrdiff_t>(most), states.end(),
                         [](const State& a, const State& b) {
                             return std::tuple(-a.score, a.taken, a.last) < std::tuple(-b.score, b.taken, b.last);
                         });
        states.resize(most);
        index.clear();
        for (std::size_t i = 0; i < states.size(); ++i) index[{states[i].taken, states[i].last}] = i;
    }
};

// Over the texts from first to last. The score of a cell is what it gains over the blank place.
class LayerSearch {
  public:
    explicit LayerSearch(const MatchingProblem& problem) : problem_(problem), layers_(problem.texts + 1) {
        for (std::size_t place = 0; place < problem.places; ++place) all_blank_ += problem.blank(place);
    }

    Matching solve() {
        layers_[0].reach({});
        for (std::size_t text = 0; text < problem_.texts; ++text) {
            layers_[text].keep_best(problem_.most_states);
            advance(text);
        }
        Matching matching = trace(best_end());
        find_runners_up(matching);
        return matching;
    }

  private:
    using Fits = std::vector<double>;  // of the cells from one text on, by length and place

    Fits fits_from(std::size_t text) const {
        Fits fits;
        for (std::size_t n = 1; n <= longest_from(text); ++n) {
            for (std::size_t place = 0; place < problem_.places; ++place) {
                fits.push_back(problem_.fit({text, text + n}, place) - problem_.blank(place));
            }
        }
        return fits;
    }

    std::size_t longest_from(std::size_t text) const { return std::min(problem_.longest_cell, problem_.texts - text); }

    // Calls go(length, place or kNoPlace, gain) for every way to go on from `state`.
    template <typename Go>
    void for_steps(const State& state, std::size_t text, const Fits& fits, const Go& go) const {
        go(std::size_t{1}, kNoPlace, problem_.left_over);
        for (std::size_t place = 0; place < problem_.places; ++place) {
            if (state.taken >> place & 1) continue;
            const bool behind = problem_.follows && state.last != kNoPlace;
            const double follows = behind ? problem_.follows(state.last, place) : 0;
            for (std::size_t n = 1; n <= longest_from(text); ++n) {
                go(n, place, fits[(n - 1) * problem_.places + place] + follows);
            }
        }
    }

    static State next_of(const State& state, std::size_t place) {
        State next;
        next.taken = place == kNoPlace ? state.taken : state.taken | std::uint64_t{1} << place;
        next.last = place == kNoPlace ? state.last : place;
        return next;
    }

    void advance(std::size_t text) {
        const Fits fits = fits_from(text);
        for (std::size_t i = 0; i < layers_[text].states.size(); ++i) {
            const State state = layers_[text].states[i];
            for_steps(state, text, fits, [&](std::size_t n, std::size_t place, double gain) {
                State next = next_of(state, place);
                next.score = state.score + gain;
                next.above = i;
                next.length = n;
                layers_[text + n].reach(next);
            });
        }
    }

    std::size_t best_end() const {
        const auto& ends = layers_.back().states;
        const auto better = [](const State& a, const State& b) { return a.score < b.score; };
        return static_cast<std::size_t>(std::max_element(ends.begin(), ends.end(), better) - ends.begin());
    }

    Matching trace(std::size_t at) const {
        Matching matching;
        matching.cells.resize(problem_.places);
        matching.score = layers_.back().states[at].score + all_blank_;
        for (std::size_t text = problem_.texts; text > 0;) {
            const State& state = layers_[text].states[at];
            const State& above = layers_[text - state.length].states[state.above];
            if (state.taken != above.taken) matching.cells[state.last] = {text - state.length, text};
            at = state.above;
            text -= state.length;
        }
        return matching;
    }

    // From the last text back: what each state can still gain, and so the best matching through each step.
    void find_runners_up(Matching& matching) {
        std::vector<double> others(problem_.places, kNever);
        matching.runners_up.resize(problem_.places);
        const auto tell_of = [&](std::size_t place, CellRange cell, double score) {
            const bool same = cell == matching.cells[place] || (cell.empty() && matching.cells[place].empty());
            if (same || score <= others[place]) return;
            others[place] = score;
            matching.runners_up[place] = cell;
        };
        for (State& end : layers_.back().states) {
            end.rest = 0;
            for (std::size_t place = 0; place < problem_.places; ++place) {
                if (!(end.taken >> place & 1)) tell_of(place, {}, end.score);
            }
        }
        for (std::size_t text = problem_.texts; text-- > 0;) {
            const Fits fits = fits_from(text);
            for (State& state : layers_[text].states) {
                for_steps(state, text, fits, [&](std::size_t n, std::size_t place, double gain) {
                    const State next = next_of(state, place);
                    const auto at = layers_[text + n].index.find({next.taken, next.last});
                    if (at == layers_[text + n].index.end()) return;
                    const double rest = gain + layers_[text + n].states[at->second].rest;
                    state.rest = std::max(state.rest, rest);
                    if (place != kNoPlace) tell_of(place, {text, text + n}, state.score + rest);
                });
            }
        }
        for (const double other : others) matching.margins.push_back(matching.score - all_blank_ - other);
    }

    const MatchingProblem& problem_;
    double all_blank_ = 0;
    std::vector<Layer> layers_;
};

}  // namespace

Matching best_matching(const MatchingProblem& problem) { return LayerSearch(problem).solve(); }

}  // namespace torimatome::parsers
