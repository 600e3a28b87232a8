#include "pipeline/comparison/pair_findings.hpp"

#include <fmt/format.h>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

const Record& record_at(const Document& document, int index) {
    return document.records[static_cast<std::size_t>(index)];
}

Finding make(std::string code, Severity severity, const Record& record, std::string message, std::string hint) {
    Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.record = record.id;
    finding.source = record.source;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

std::string pin_hint() {
    return tell("正しい組でなければ、「対応表」を直し、--pairs に指定してもう一度実行してください。",
                "If the pair is wrong, correct the sheet 対応表 and run again with --pairs.");
}

Finding close(const Match& match, const Document& older, const Document& newer) {
    const Record& mine = record_at(newer, match.newer);
    const Record& before = record_at(older, match.older);
    const Record& other = record_at(match.other->newer ? newer : older, match.other->record);
    const std::string which = match.other->newer ? tell("新しい資料の", "the newer document's ")
                                                 : tell("古い資料の", "the older document's ");
    return make("pair.close", Severity::warning, mine,
                tell(fmt::format("前の {} に対応するとみなしました（一致度 {:.2f}）が、{} {} "
                                 "もよく似ています（一致度 {:.2f}）。",
                                 before.id, match.evidence.score, which, other.id, match.other->score),
                     fmt::format("Taken for {} of before (score {:.2f}), but {}{} is much like it too (score {:.2f}).",
                                 before.id, match.evidence.score, which, other.id, match.other->score)),
                pin_hint());
}

Finding moved(const Match& match, const Document& older, const Document& newer) {
    // A record that ended and a copy of it that was made for another policy look the same as a move.
    const bool reworded = !match.evidence.exact && !match.pinned;
    const Record& record = record_at(newer, match.newer);
    const std::string& before = record_at(older, match.older).id;
    return make("pair.moved", reworded ? Severity::warning : Severity::note, record,
                reworded
                    ? tell(fmt::format("前の {} が移動し、文章も変わったとみなしました（一致度 {:.2f}）。", before,
                                       match.evidence.score),
                           fmt::format("Taken for {} of before, moved and reworded (score {:.2f}).", before,
                                       match.evidence.score))
                    : tell(fmt::format("前の {} から移動しました。", before), fmt::format("Moved from {}.", before)),
                reworded ? pin_hint() : std::string());
}

}  // namespace

Findings pair_findings(const Document& older, const Document& newer, const Match& match, const Move& move) {
    Findings findings;
    const Record& record = record_at(newer, match.newer);
    const std::string& before = record_at(older, match.older).id;
    if (match.other) findings.push_back(close(match, older, newer));
    if (match.role == MatchRole::split && !match.pinned) {
        findings.push_back(make("pair.split", Severity::warning, record,
                                tell(fmt::format("前の {} が分割されたものとみなしました。", before),
                                     fmt::format("Taken for a part of {}, which was split.", before)),
                                pin_hint()));
    }
    if (match.role == MatchRole::merged && !match.pinned) {
        findings.push_back(make("pair.merged", Severity::warning, record,
                                tell(fmt::format("前の {} が統合されたものとみなしました。", before),
                                     fmt::format("{} is taken to have been merged into it.", before)),
                                pin_hint()));
    }
    if (move.moved && match.role == MatchRole::single) findings.push_back(moved(match, older, newer));
    if (move.renumbered && record.id != before) {
        findings.push_back(make(
            "pair.renumbered", Severity::note, record,
            tell(fmt::format("前の {} の番号が変わりました。", before), fmt::format("Was numbered {} before.", before)),
            ""));
    }
    return findings;
}

}  // namespace torimatome::pipeline
