#include "parsers/form/torn_learning.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "parsers/form/label_matching.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "parsers/form/torn_evidence.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"

namespace torimatome::parsers {

namespace {

// Weights of the evidence, found on documents of our own (see samples/).
constexpr double kUnbalanced = 1.0;  // a label too many or too few on a page
constexpr double kName = 1.0;
constexpr double kText = 1.5;
constexpr double kBlock = 5.2;
constexpr double kWords = 0.5;
constexpr double kBureau = 0.4;      // the bureau's short name stands in the term
constexpr double kSameBureau = 0.1;  // for two divisions of one bureau having one term
constexpr double kNearlyAsGood = 0.35;

constexpr std::size_t kNoTerm = static_cast<std::size_t>(-1);

// Share of a name that a text has, its rare pairs of characters counting most.
double part_of_name(const WordWeights::Vector& name, const WordWeights::Vector& text) {
    double all = 0;
    double found = 0;
    auto other = text.weights.begin();
    for (const auto& [pair, weight] : name.weights) {
        all += weight;
        while (other != text.weights.end() && other->first < pair) ++other;
        if (other != text.weights.end() && other->first == pair) found += weight;
    }
    return all > 0 ? found / all : 0;
}

std::string bureau_of(const std::string& key) {
    const std::size_t at = key.find(')');
    return at == std::string::npos ? std::string() : key.substr(0, at);
}

std::string without_bureau(const std::string& key) {
    const std::size_t at = key.find(')');
    return at == std::string::npos ? key : key.substr(at + 1);
}

// A row of a page as learning needs it.
struct Row {
    std::size_t page = 0;
    std::size_t run = 0;
    std::size_t fixed = kNoTerm;     // the term that the mapping tells
    std::size_t division = kNoTerm;  // index of the first division, where no term is told
};

class DivisionLearner {
  public:
    DivisionLearner(const std::vector<TornPage>& pages, Vocabulary& terms) : pages_(pages), terms_(terms) {
        count_labels();
        read_rows();
    }

    void learn() {
        if (divisions_.empty() || terms_.terms.empty()) return;
        weigh_evidence();
        std::vector<std::size_t> best = start();
        const double score = improve(best, kNoTerm);
        for (std::size_t d = 0; d < divisions_.size(); ++d) give(d, best, score);
        sort_terms(best);
    }

  private:
    void count_labels() {
        printed_.assign(pages_.size(), std::vector<int>(terms_.terms.size()));
        for (std::size_t p = 0; p < pages_.size(); ++p) {
            for (const TornLabel& label : pages_[p].labels) {
                const std::string key = text::compare_key(label.name);
                for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
                    printed_[p][t] += text::compare_key(terms_.terms[t].name) == key;
                }
            }
        }
    }

    void read_rows() {
        for (std::size_t p = 0; p < pages_.size(); ++p) {
            for (const TornRecord& record : pages_[p].records) {
                Row row{p, record.run, kNoTerm, kNoTerm};
                const std::vector<std::string> names = division_names(record.list);
                double best = 0.45;
                for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
                    const double fit = division_fit(terms_.terms[t], names, terms_);
                    if (fit > best) best = fit, row.fixed = t;
                }
                if (row.fixed == kNoTerm && !names.empty()) row.division = index_of(text::compare_key(names.front()));
                rows_.push_back(row);
                texts_of_rows_.push_back(joined_text(record.text));
            }
        }
    }

    std::size_t index_of(const std::string& key) {
        const auto known = std::find(divisions_.begin(), divisions_.end(), key);
        if (known == divisions_.end()) divisions_.push_back(key);
        return static_cast<std::size_t>(std::find(divisions_.begin(), divisions_.end(), key) - divisions_.begin());
    }

    // What names and texts say of each division and term.
    void weigh_evidence() {
        WordWeights weights;
        std::vector<std::string> blocks;
        for (const TornPage& page : pages_) {
            for (const auto& block : page.blocks) blocks.push_back(joined_text(block));
        }
        for (const std::string& text : blocks) weights.add(text);
        for (const std::string& text : texts_of_rows_) weights.add(text);
        std::vector<WordWeights::Vector> of_blocks;
        for (const std::string& text : blocks) of_blocks.push_back(weights.vector_of(text));
        evidence_.assign(divisions_.size(), std::vector<double>(terms_.terms.size()));
        for (std::size_t d = 0; d < divisions_.size(); ++d) {
            std::string texts;
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                if (rows_[r].division == d) texts += texts_of_rows_[r] + "\n";
            }
            const WordWeights::Vector of_texts = weights.vector_of(texts);
            const std::vector<double> words = term_evidence(texts, terms_);
            const std::string bureau = bureau_of(divisions_[d]);
            for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
                const std::string key = text::compare_key(terms_.terms[t].name);
                const WordWeights::Vector name = weights.vector_of(key);
                double in_blocks = 0;
                for (const WordWeights::Vector& block : of_blocks) {
                    in_blocks = std::max(in_blocks, part_of_name(name, block) * shared_words(block, of_texts));
                }
                const std::string division = without_bureau(divisions_[d]);
                const double names = std::max(text::containment(key, division), text::containment(division, key));
                evidence_[d][t] =
                    kName * names + kText * part_of_name(name, of_texts) + kBlock * in_blocks + kWords * words[t];
                if (!bureau.empty() && key.find(bureau) != std::string::npos) evidence_[d][t] += kBureau;
            }
        }
    }

    std::vector<std::size_t> start() const {
        std::vector<std::size_t> terms;
        for (const auto& row : evidence_) {
            terms.push_back(static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin()));
        }
        return terms;
    }

    double score(const std::vector<std::size_t>& of_division) const {
        double sum = 0;
        for (std::size_t d = 0; d < of_division.size(); ++d) sum += evidence_[d][of_division[d]];
        for (std::size_t d = 0; d < of_division.size(); ++d) {
            for (std::size_t e = d + 1; e < of_division.size(); ++e) {
                const bool same = of_division[d] == of_division[e] && !bureau_of(divisions_[d]).empty() &&
                                  bureau_of(divisions_[d]) == bureau_of(divisions_[e]);
                if (same) sum += kSameBureau;
            }
        }
        std::vector<std::vector<int>> rows(pages_.size(), std::vector<int>(terms_.terms.size()));
        std::vector<std::vector<int>> spans = rows;  // neighbours may share one label
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const std::size_t t = term_of(rows_[r], of_division);
            if (t == kNoTerm) continue;
            const bool goes_on = r > 0 && rows_[r - 1].page == rows_[r].page && rows_[r - 1].run == rows_[r].run &&
                                 term_of(rows_[r - 1], of_division) == t;
            ++rows[rows_[r].page][t];
            spans[rows_[r].page][t] += !goes_on;
        }
        for (std::size_t p = 0; p < pages_.size(); ++p) {
            for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
                const int wrong = std::max(0, spans[p][t] - printed_[p][t]) + std::max(0, printed_[p][t] - rows[p][t]);
                sum -= kUnbalanced * wrong;
            }
        }
        return sum;
    }

    static std::size_t term_of(const Row& row, const std::vector<std::size_t>& of_division) {
        if (row.fixed != kNoTerm) return row.fixed;
        return row.division == kNoTerm ? kNoTerm : of_division[row.division];
    }

    // Changes one division's term, or two divisions' for each other, as long as that is better. `pinned` stays.
    double improve(std::vector<std::size_t>& terms, std::size_t pinned) const {
        double best = score(terms);
        for (bool better = true; better;) {
            better = false;
            const auto keep_if_better = [&](std::vector<std::size_t>& changed) {
                const double now = score(changed);
                if (now <= best + 1e-9) return;
                best = now;
                terms = changed;
                better = true;
            };
            for (std::size_t d = 0; d < terms.size(); ++d) {
                if (d == pinned) continue;
                for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
                    std::vector<std::size_t> changed = terms;
                    changed[d] = t;
                    keep_if_better(changed);
                }
                for (std::size_t e = d + 1; e < terms.size(); ++e) {
                    if (e == pinned || terms[d] == terms[e]) continue;
                    std::vector<std::size_t> changed = terms;
                    std::swap(changed[d], changed[e]);
                    keep_if_better(changed);
                }
            }
            // Whole terms for each other, and whole bureaus.
            for (std::size_t a = 0; a < terms_.terms.size(); ++a) {
                for (std::size_t b = a + 1; b < terms_.terms.size(); ++b) {
                    std::vector<std::size_t> changed = terms;
                    for (std::size_t d = 0; d < changed.size(); ++d) {
                        if (d == pinned) continue;
                        if (terms[d] == a) changed[d] = b;
                        if (terms[d] == b) changed[d] = a;
                    }
                    keep_if_better(changed);
                }
                for (std::size_t d = 0; d < terms.size(); ++d) {
                    const std::string bureau = bureau_of(divisions_[d]);
                    if (bureau.empty()) continue;
                    std::vector<std::size_t> changed = terms;
                    for (std::size_t e = 0; e < changed.size(); ++e) {
                        if (e != pinned && bureau_of(divisions_[e]) == bureau) changed[e] = a;
                    }
                    keep_if_better(changed);
                }
            }
        }
        return best;
    }

    void give(std::size_t d, const std::vector<std::size_t>& best, double score) {
        terms_.terms[best[d]].divisions.push_back(divisions_[d]);
        for (std::size_t t = 0; t < terms_.terms.size(); ++t) {
            if (t == best[d]) continue;
            std::vector<std::size_t> other = best;
            other[d] = t;
            // The term's own division most likely goes the other way then.
            double second = improve(other, d);
            for (std::size_t e = 0; e < best.size(); ++e) {
                if (best[e] != t) continue;
                std::vector<std::size_t> swapped = best;
                std::swap(swapped[d], swapped[e]);
                second = std::max(second, improve(swapped, d));
            }
            if (score - second < kNearlyAsGood) terms_.terms[t].divisions.push_back(divisions_[d]);
        }
    }

    // By which term stands above which within the series of numbers.
    void sort_terms(const std::vector<std::size_t>& best) {
        const std::size_t count = terms_.terms.size();
        std::vector<std::vector<int>> above(count, std::vector<int>(count));
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            for (std::size_t j = i + 1; j < rows_.size(); ++j) {
                if (rows_[i].page != rows_[j].page || rows_[i].run != rows_[j].run) break;
                const std::size_t a = term_of(rows_[i], best);
                const std::size_t b = term_of(rows_[j], best);
                if (a != kNoTerm && b != kNoTerm && a != b) ++above[a][b];
            }
        }
        std::vector<int> wins(count);
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = 0; b < count; ++b)
                wins[a] += (above[a][b] > above[b][a]) - (above[a][b] < above[b][a]);
        }
        std::vector<std::size_t> order(count);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wins[a] > wins[b]; });
        std::vector<VocabularyTerm> sorted;
        for (const std::size_t t : order) sorted.push_back(std::move(terms_.terms[t]));
        terms_.terms = std::move(sorted);
    }

    const std::vector<TornPage>& pages_;
    Vocabulary& terms_;
    std::vector<Row> rows_;
    std::vector<std::string> texts_of_rows_;
    std::vector<std::string> divisions_;         // keys of those that no term names
    std::vector<std::vector<int>> printed_;      // labels, by page and term
    std::vector<std::vector<double>> evidence_;  // by division and term
};

}  // namespace

void learn_divisions(const std::vector<TornPage>& pages, Vocabulary& terms) { DivisionLearner(pages, terms).learn(); }

}  // namespace torimatome::parsers
