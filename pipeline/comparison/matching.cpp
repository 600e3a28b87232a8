#include "pipeline/comparison/matching.hpp"

#include <algorithm>
#include <map>

#include "pipeline/comparison/assignment.hpp"
#include "pipeline/comparison/candidates.hpp"
#include "pipeline/comparison/divisions.hpp"

namespace torimatome::pipeline {

namespace {

/// A pair is not sure where another one is nearly as good.
constexpr float kSmallMargin = 0.1F;
/// Where the other candidate ends without a partner, it is told from this score on, whatever the margin: a reworded
/// record beside a copy of its old text looks like that.
constexpr float kPlausible = 0.6F;
constexpr float kSameSection = 0.4F;
/// Gain of a pair beyond its score: pairing two records is worth it wherever the texts allow it.
constexpr double kWorth = 0.1;
/// A record that stands somewhere word for word was moved there rather than reworded for another policy.
constexpr double kVerbatim = 0.15;
/// Decides between rows that say the same: the first stays the first.
constexpr double kSameTurn = 0.004;

/// The place of each record among those of its path.
std::vector<int> turns(const DocumentProfile& profile) {
    std::map<std::string, int> count;
    std::vector<int> result;
    for (const RecordPlace& place : profile.places) result.push_back(count[place.path]++);
    return result;
}

class Matcher {
  public:
    Matcher(const DocumentProfile& older, const DocumentProfile& newer, const std::vector<IndexDecision>& decisions)
        : older_(older),
          newer_(newer),
          candidates_(find_candidates(older, newer, decisions)),
          older_turns_(turns(older)),
          newer_turns_(turns(newer)),
          older_free_(older.size(), true),
          newer_free_(newer.size(), true) {}

    Matching run(const std::vector<IndexDecision>& decisions) {
        for (const IndexDecision& decision : decisions) pin(decision);
        assign(true);
        // What is a part of its neighbour is not to be taken for something that was moved far away.
        add_divisions(older_, newer_, candidates_, older_free_, newer_free_, true, matching_.matches);
        assign(false);
        for (Match& match : matching_.matches) match.other = other_candidate(match);
        add_divisions(older_, newer_, candidates_, older_free_, newer_free_, false, matching_.matches);
        finish();
        return std::move(matching_);
    }

  private:
    void pin(const IndexDecision& decision) {
        if (decision.kind != PairDecision::Kind::pin) return;
        if (decision.older >= 0 && decision.newer >= 0) {
            Match match{decision.older, decision.newer, MatchRole::single, true, {}, {}};
            match.evidence.newer = decision.newer;
            match.evidence.score = 1;
            for (Match& before : matching_.matches) {
                if (before.older == match.older) before.role = match.role = MatchRole::split;
                if (before.newer == match.newer) before.role = match.role = MatchRole::merged;
            }
            matching_.matches.push_back(match);
        }
        if (decision.older >= 0) take(older_free_, decision.older, pinned_older_);
        if (decision.newer >= 0) take(newer_free_, decision.newer, pinned_newer_);
    }

    static void take(std::vector<bool>& free, int record, std::vector<int>& pinned) {
        free[static_cast<std::size_t>(record)] = false;
        pinned.push_back(record);
    }

    bool free(int older, int newer) const {
        return older_free_[static_cast<std::size_t>(older)] && newer_free_[static_cast<std::size_t>(newer)];
    }

    /// Within a section the path speaks for a pair; but a record whose very text stands elsewhere is not to be held by
    /// a faint likeness, nor by a copy under another policy.
    bool allowed_within_section(int older, const Evidence& evidence) const {
        if (evidence.place < kSameSection) return false;
        constexpr float kClear = 0.5F;
        if (evidence.exact || (evidence.near && std::max(evidence.own, evidence.answer) >= kClear)) return true;
        const auto exact = [](const Evidence* other) { return other && other->exact && other->information >= 1; };
        const auto& of_older = candidates_.of_older[static_cast<std::size_t>(older)];
        const auto& of_newer = candidates_.of_newer[static_cast<std::size_t>(evidence.newer)];
        return std::none_of(of_older.begin(), of_older.end(), [&](const Evidence& e) { return exact(&e); }) &&
               std::none_of(of_newer.begin(), of_newer.end(),
                            [&](int other) { return exact(candidates_.find(other, evidence.newer)); });
    }

    double gain(int older, const Evidence& evidence) const {
        const bool same_turn =
            older_turns_[static_cast<std::size_t>(older)] == newer_turns_[static_cast<std::size_t>(evidence.newer)];
        const double verbatim = evidence.exact && evidence.information >= 1 ? kVerbatim : 0.0;
        return kWorth + evidence.score + verbatim + (evidence.near && same_turn ? kSameTurn : 0.0);
    }

    void assign(bool within_sections) {
        std::vector<std::vector<Gain>> gains(older_.size());
        for (std::size_t record = 0; record < older_.size(); ++record) {
            for (const Evidence& evidence : candidates_.of_older[record]) {
                const int older = static_cast<int>(record);
                if (!free(older, evidence.newer)) continue;
                if (within_sections && !allowed_within_section(older, evidence)) continue;
                gains[record].push_back({evidence.newer, gain(older, evidence)});
            }
        }
        const std::vector<int> assigned = best_assignment(gains, static_cast<int>(newer_.size()));
        for (std::size_t record = 0; record < older_.size(); ++record) {
            const int newer = assigned[record];
            if (newer == kUnpaired) continue;
            older_free_[record] = false;
            newer_free_[static_cast<std::size_t>(newer)] = false;
            const Evidence* evidence = candidates_.find(static_cast<int>(record), newer);
            matching_.matches.push_back(
                {static_cast<int>(record), newer, MatchRole::single, false, *evidence, std::nullopt});
        }
    }

    static bool contains(const std::vector<int>& list, int value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    }

    /// Whether `other` makes `match` doubtful.
    bool doubtful(const Match& match, const Evidence& other, bool other_is_free) const {
        if (match.evidence.exact && match.evidence.near && !other.exact) return false;
        if (other_is_free && other.score >= kPlausible) return true;
        return match.evidence.score - other.score < kSmallMargin;
    }

    std::optional<OtherCandidate> other_candidate(const Match& match) const {
        std::optional<OtherCandidate> best;
        if (match.pinned || match.role != MatchRole::single) return best;
        const auto consider = [&](int record, bool newer, const Evidence& evidence, bool is_free) {
            if (!doubtful(match, evidence, is_free) || (best && best->score >= evidence.score)) return;
            best = {record, newer, evidence.score};
        };
        for (const Evidence& evidence : candidates_.of_older[static_cast<std::size_t>(match.older)]) {
            if (evidence.newer == match.newer || contains(pinned_newer_, evidence.newer)) continue;
            consider(evidence.newer, true, evidence, newer_free_[static_cast<std::size_t>(evidence.newer)]);
        }
        for (const int older : candidates_.of_newer[static_cast<std::size_t>(match.newer)]) {
            if (older == match.older || contains(pinned_older_, older)) continue;
            consider(older, false, *candidates_.find(older, match.newer), older_free_[static_cast<std::size_t>(older)]);
        }
        return best;
    }

    void finish() {
        std::stable_sort(matching_.matches.begin(), matching_.matches.end(), [](const Match& a, const Match& b) {
            return a.newer != b.newer ? a.newer < b.newer : a.older < b.older;
        });
        std::vector<bool> older_matched(older_.size(), false);
        std::vector<bool> newer_matched(newer_.size(), false);
        for (const Match& match : matching_.matches) {
            older_matched[static_cast<std::size_t>(match.older)] = true;
            newer_matched[static_cast<std::size_t>(match.newer)] = true;
        }
        for (std::size_t i = 0; i < older_.size(); ++i) {
            if (!older_matched[i]) matching_.removed.push_back(static_cast<int>(i));
        }
        for (std::size_t i = 0; i < newer_.size(); ++i) {
            if (!newer_matched[i]) matching_.added.push_back(static_cast<int>(i));
        }
    }

    const DocumentProfile& older_;
    const DocumentProfile& newer_;
    Candidates candidates_;
    std::vector<int> older_turns_;
    std::vector<int> newer_turns_;
    std::vector<bool> older_free_;
    std::vector<bool> newer_free_;
    std::vector<int> pinned_older_;
    std::vector<int> pinned_newer_;
    Matching matching_;
};

}  // namespace

Matching match_records(const DocumentProfile& older, const DocumentProfile& newer,
                       const std::vector<IndexDecision>& decisions) {
    return Matcher(older, newer, decisions).run(decisions);
}

}  // namespace torimatome::pipeline
