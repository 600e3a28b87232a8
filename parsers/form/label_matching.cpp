#include "parsers/form/label_matching.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kNever = -1e9;
constexpr double kUnused = -2;       // a label that nobody has
constexpr double kNone = -1.5;       // a number without a label
constexpr double kBackwards = -0.6;  // labels against the order in which forms print them
constexpr double kAgain = -0.3;      // two labels of one name beside each other

bool names_division(const VocabularyTerm& term, const std::string& key) {
    return std::any_of(term.divisions.begin(), term.divisions.end(),
                       [&](const std::string& part) { return key.find(text::compare_key(part)) != std::string::npos; });
}

// Dynamic programming over the records: how many labels of each name are left, and which one the record above has.
class LabelSearch {
  public:
    LabelSearch(const TornPage& page, const Vocabulary* vocabulary) : page_(page) {
        for (const TornLabel& label : page.labels) {
            const std::string key = text::compare_key(label.name);
            const auto known = std::find(keys_.begin(), keys_.end(), key);
            if (known != keys_.end()) {
                ++counts_[static_cast<std::size_t>(known - keys_.begin())];
                continue;
            }
            keys_.push_back(key);
            names_.push_back(label.name);
            counts_.push_back(1);
        }
        states_ = 1;
        for (const int count : counts_) {
            strides_.push_back(states_);
            states_ *= static_cast<std::size_t>(count) + 1;
        }
        score_fits(vocabulary);
    }

    bool solvable() const { return !names_.empty() && states_ <= 200000; }
    const std::vector<std::string>& names() const { return names_; }

    // By record: the index of its name, names().size() for none, and whether the label spans from the record above.
    struct Solution {
        std::vector<std::size_t> names;
        std::vector<bool> spans;
        double score = 0;
    };
    // The best solution in which `record` does not have `name`.
    Solution solve(std::size_t record, std::size_t name) const;

  private:
    void score_fits(const Vocabulary* vocabulary) {
        order_.assign(names_.size(), -1);
        for (const TornRecord& record : page_.records) {
            std::vector<double> row(names_.size(), 0.2);
            const auto divisions = division_names(record.list);
            for (std::size_t n = 0; vocabulary && n < names_.size(); ++n) {
                for (std::size_t t = 0; t < vocabulary->terms.size(); ++t) {
                    if (text::compare_key(vocabulary->terms[t].name) != keys_[n]) continue;
                    row[n] = 2 * division_fit(vocabulary->terms[t], divisions, *vocabulary);
                    order_[n] = static_cast<int>(t);
                }
                if (!record.label.empty() && text::compare_key(record.label) == keys_[n]) row[n] += 10;
            }
            fits_.push_back(std::move(row));
        }
    }

    const TornPage& page_;
    std::vector<std::string> keys_;
    std::vector<std::string> names_;
    std::vector<int> counts_;
    std::vector<int> order_;  // place of each name in the vocabulary, -1 for none
    std::vector<std::size_t> strides_;
    std::size_t states_ = 1;
    std::vector<std::vector<double>> fits_;  // by record and name
};

LabelSearch::Solution LabelSearch::solve(std::size_t forbidden_record, std::size_t forbidden_name) const {
    const std::size_t none = names_.size();
    const std::size_t labels = none + 1;
    const std::size_t records = page_.records.size();
    struct Step {
        double score = kNever;
        std::size_t state = 0;
        std::size_t label = 0;
    };
    // steps[r][state * labels + label]: after r records, the last of which has `label`.
    std::vector<std::vector<Step>> steps(records + 1, std::vector<Step>(states_ * labels));
    const std::size_t full = states_ - 1;
    steps[0][full * labels + none].score = 0;
    const auto left = [&](std::size_t state, std::size_t n) {
        return state / strides_[n] % (static_cast<std::size_t>(counts_[n]) + 1);
    };
    for (std::size_t r = 0; r < records; ++r) {
        const bool new_run = r == 0 || page_.records[r].run != page_.records[r - 1].run;
        for (std::size_t at = 0; at < steps[r].size(); ++at) {
            if (steps[r][at].score <= kNever / 2) continue;
            const std::size_t state = at / labels;
            const std::size_t above = at % labels;
            const auto go = [&](std::size_t to_state, std::size_t label, double gain) {
                if (r == forbidden_record && label == forbidden_name) return;
                Step& to = steps[r + 1][to_state * labels + label];
                if (steps[r][at].score + gain > to.score) to = {steps[r][at].score + gain, state, above};
            };
            go(state, none, kNone);
            for (std::size_t n = 0; n < names_.size(); ++n) {
                const double fit = fits_[r][n];
                if (!new_run && above == n) go(state, n, fit);
                if (left(state, n) == 0) continue;
                double gain = fit;
                if (!new_run && above == n) gain += kAgain;
                if (!new_run && above < none && order_[n] >= 0 && order_[above] > order_[n]) gain += kBackwards;
                go(state - strides_[n], n, gain);
            }
        }
    }
    std::size_t best = 0;
    Solution solution;
    solution.score = 2 * kNever;
    for (std::size_t at = 0; at < steps[records].size(); ++at) {
        double total = steps[records][at].score;
        for (std::size_t n = 0; n < names_.size(); ++n) total += kUnused * static_cast<double>(left(at / labels, n));
        if (total > solution.score) solution.score = total, best = at;
    }
    solution.names.resize(records);
    solution.spans.resize(records);
    for (std::size_t r = records; r > 0; --r) {
        const Step& step = steps[r][best];
        solution.names[r - 1] = best % labels;
        solution.spans[r - 1] = best % labels < none && step.state == best / labels;
        best = step.state * labels + step.label;
    }
    return solution;
}

}  // namespace

double division_fit(const VocabularyTerm& term, const std::vector<std::string>& divisions,
                    const Vocabulary& vocabulary) {
    double sum = 0;
    double weight = 0;
    std::size_t bureaus = 0;
    std::size_t named = 0;  // terms that some division names
    std::vector<std::string> keys;
    for (const std::string& division : divisions) keys.push_back(text::compare_key(division));
    for (const VocabularyTerm& other : vocabulary.terms) {
        if (other.shared) continue;
        named +=
            std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return names_division(other, key); });
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const double w = i == 0 ? 2 : 1;
        weight += w;
        if (keys[i].ends_with("局")) ++bureaus;
        const bool anybody = std::none_of(vocabulary.terms.begin(), vocabulary.terms.end(),
                                          [&](const VocabularyTerm& other) { return names_division(other, keys[i]); });
        if (names_division(term, keys[i])) {
            sum += w;
        } else if (term.shared && anybody) {
            sum += 0.4 * w;
        }
    }
    // Several bureaus, or departments of many terms, stand for everybody.
    if (term.shared && (bureaus > 1 || named > 3)) return 1;
    return weight > 0 ? sum / weight : 0;
}

std::vector<LabelChoice> match_labels(const TornPage& page, const Vocabulary* vocabulary) {
    std::vector<LabelChoice> choices(page.records.size());
    const LabelSearch search(page, vocabulary);
    if (!search.solvable()) return choices;
    const LabelSearch::Solution chosen = search.solve(page.records.size(), 0);
    const auto name = [&](std::size_t n) { return n < search.names().size() ? search.names()[n] : std::string(); };
    for (std::size_t r = 0; r < choices.size(); ++r) {
        const LabelSearch::Solution other = search.solve(r, chosen.names[r]);
        choices[r] = {name(chosen.names[r]), name(other.names[r]), chosen.spans[r], chosen.score - other.score};
    }
    return choices;
}

}  // namespace torimatome::parsers
