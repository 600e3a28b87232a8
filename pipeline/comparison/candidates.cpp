#include "pipeline/comparison/candidates.hpp"

#include <algorithm>

namespace torimatome::pipeline {

namespace {

/// More than any goal has rows; where hundreds of rows say the same, only the path tells them apart, and the nearest
/// ones are among the best.
constexpr std::size_t kMostCandidates = 48;

bool forbidden(const std::vector<IndexDecision>& decisions, int older, int newer) {
    return std::any_of(decisions.begin(), decisions.end(), [&](const IndexDecision& decision) {
        return decision.kind == PairDecision::Kind::forbid && decision.older == older && decision.newer == newer;
    });
}

}  // namespace

const Evidence* Candidates::find(int older, int newer) const {
    for (const Evidence& evidence : of_older[static_cast<std::size_t>(older)]) {
        if (evidence.newer == newer) return &evidence;
    }
    return nullptr;
}

Candidates find_candidates(const DocumentProfile& older, const DocumentProfile& newer,
                           const std::vector<IndexDecision>& decisions) {
    Candidates candidates;
    candidates.of_older.resize(older.size());
    candidates.of_newer.resize(newer.size());
    RecordLikeness likeness(older, newer);
    for (std::size_t record = 0; record < older.size(); ++record) {
        std::vector<Evidence>& found = candidates.of_older[record];
        for (const Evidence& evidence : likeness.row(record)) {
            if (!evidence.possible()) continue;
            if (!decisions.empty() && forbidden(decisions, static_cast<int>(record), evidence.newer)) continue;
            found.push_back(evidence);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Evidence& a, const Evidence& b) { return a.score > b.score; });
        if (found.size() > kMostCandidates) found.resize(kMostCandidates);
        for (const Evidence& evidence : found) {
            candidates.of_newer[static_cast<std::size_t>(evidence.newer)].push_back(static_cast<int>(record));
        }
    }
    return candidates;
}

}  // namespace torimatome::pipeline
