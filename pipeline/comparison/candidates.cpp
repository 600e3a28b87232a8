#include "pipeline/comparison/candidates.hpp"

#include <algorithm>

#include "pipeline/comparison/in_parallel.hpp"

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
    // Each thread has an index of its own: it keeps the row that was asked for last.
    in_parallel(older.size(), [&](std::size_t begin, std::size_t end) {
        RecordLikeness likeness(older, newer);
        for (std::size_t record = begin; record < end; ++record) {
            std::vector<Evidence>& found = candidates.of_older[record];
            for (const Evidence& evidence : likeness.row(record)) {
                if (!evidence.possible()) continue;
                if (!decisions.empty() && forbidden(decisions, static_cast<int>(record), evidence.newer)) continue;
                found.push_back(evidence);
            }
            std::stable_sort(found.begin(), found.end(),
                             [](const Evidence& x, const Evidence& y) { return x.score > y.score; });
            if (found.size() > kMostCandidates) found.resize(kMostCandidates);
        }
    });
    for (std::size_t record = 0; record < older.size(); ++record) {
        for (const Evidence& evidence : candidates.of_older[record]) {
            candidates.of_newer[static_cast<std::size_t>(evidence.newer)].push_back(static_cast<int>(record));
        }
    }
    return candidates;
}

}  // namespace torimatome::pipeline
