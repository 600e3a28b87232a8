#include "pipeline/comparison/decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

bool about(const std::string& year, const Document& document) {
    return year.empty() || (document.year && year == std::to_string(*document.year));
}

std::optional<int> index_of(const Document& document, const std::string& id) {
    if (id.empty()) return -1;
    const auto found = std::find_if(document.records.begin(), document.records.end(),
                                    [&](const Record& record) { return record.id == id; });
    if (found == document.records.end()) return std::nullopt;
    return static_cast<int>(found - document.records.begin());
}

Finding finding_about(const PairDecision& decision, std::string code, std::string message, std::string hint) {
    Finding finding;
    finding.code = std::move(code);
    finding.severity = Severity::warning;
    finding.source.line = decision.line;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

Finding no_such_record(const PairDecision& decision, const std::string& id, bool older) {
    return finding_about(
        decision, "pairs.no-such-record",
        tell(fmt::format("対応の指定にある {} は、{}資料にありません。この行は使いませんでした。", id,
                         older ? "古い" : "新しい"),
             fmt::format("{} of the given pairs is not in the {} document. The line was left out.", id,
                         older ? "older" : "newer")),
        tell("資料の番号が変わっていないかを確かめてください。", "Check whether the records were numbered anew."));
}

bool contradicts(const IndexDecision& a, const IndexDecision& b) {
    using Kind = PairDecision::Kind;
    const bool same_pair = a.older == b.older && a.newer == b.newer;
    if (a.kind != b.kind) return same_pair;
    if (a.kind == Kind::forbid || same_pair) return false;
    const auto alone_against_pair = [](const IndexDecision& alone, const IndexDecision& pair) {
        return (alone.newer < 0 && alone.older == pair.older) || (alone.older < 0 && alone.newer == pair.newer);
    };
    return alone_against_pair(a, b) || alone_against_pair(b, a);
}

}  // namespace

std::vector<IndexDecision> find_decisions(const Document& older, const Document& newer,
                                          const std::vector<PairDecision>& decisions, Findings& findings) {
    std::vector<IndexDecision> result;
    for (const PairDecision& decision : decisions) {
        if (!about(decision.old_year, older) || !about(decision.new_year, newer)) continue;
        const std::optional<int> in_older = index_of(older, decision.old_record);
        const std::optional<int> in_newer = index_of(newer, decision.new_record);
        if (!in_older || !in_newer) {
            findings.push_back(
                no_such_record(decision, !in_older ? decision.old_record : decision.new_record, !in_older));
            continue;
        }
        const IndexDecision found{decision.kind, *in_older, *in_newer};
        if (std::any_of(result.begin(), result.end(),
                        [&](const IndexDecision& before) { return contradicts(before, found); })) {
            findings.push_back(finding_about(
                decision, "pairs.contradiction",
                tell(fmt::format("対応の指定の「{} → {}」は、前の行と食い違います。この行は使いませんでした。",
                                 decision.old_record, decision.new_record),
                     fmt::format("The given pair \"{} → {}\" contradicts an earlier line and was left out.",
                                 decision.old_record, decision.new_record)),
                tell("どちらかの行を消してください。", "Please remove one of the two.")));
            continue;
        }
        result.push_back(found);
    }
    return result;
}

}  // namespace torimatome::pipeline
