#include "pipeline/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <future>

#include "model/language.hpp"
#include "pipeline/comparison/decisions.hpp"
#include "pipeline/comparison/field_changes.hpp"
#include "pipeline/comparison/in_parallel.hpp"
#include "pipeline/comparison/matching.hpp"
#include "pipeline/comparison/moves.hpp"
#include "pipeline/comparison/pair_findings.hpp"
#include "pipeline/comparison/plan_answers.hpp"
#include "pipeline/comparison/timelines.hpp"
#include "pipeline/comparison/topics.hpp"

namespace torimatome::pipeline {

namespace {

const Form& form_of(const Document& document, const Mappings& mappings) {
    if (const Form* form = mappings.find_form(document.form)) return *form;
    Finding finding;
    finding.code = "form.no-such-form";
    finding.severity = Severity::error;
    finding.source.file = document.source.file;
    finding.message = tell(fmt::format("資料の様式「{}」の定義がありません。", document.form),
                           fmt::format("There is no mapping for the document's form \"{}\".", document.form));
    finding.hint = tell("--mappings でその様式の定義があるフォルダーを指定してください。",
                        "Please name the folder that has it with --mappings.");
    throw Error(std::move(finding));
}

double rounded(float score) { return std::round(static_cast<double>(score) * 1000) / 1000; }

PairKind kind_of(const Match& match, const Move& move, const std::vector<FieldChange>& fields, const Form& form) {
    if (match.role == MatchRole::split) return PairKind::split;
    if (match.role == MatchRole::merged) return PairKind::merged;
    return move.moved ? PairKind::moved : kind_by_fields(fields, form);
}

class RecordComparer {
  public:
    RecordComparer(const Document& older, const Document& newer, const Form& form, const Mappings& mappings,
                   const text::NotationFolder& notation)
        : older_(older), newer_(newer), form_(form), diff_(mappings.notation), fields_(form, notation, diff_) {}

    /// The pairs in the newer document's order; removed records stand behind the one that they followed.
    std::vector<RecordPair> pairs(const Matching& matching, const std::vector<Move>& moves) const {
        std::vector<std::vector<RecordPair>> of_newer(newer_.records.size());
        std::vector<int> newer_of_older(older_.records.size(), -1);
        std::vector<RecordPair> compared(matching.matches.size());
        in_parallel(compared.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) compared[i] = pair_of(matching.matches[i], moves[i]);
        });
        for (std::size_t i = 0; i < matching.matches.size(); ++i) {
            const Match& match = matching.matches[i];
            of_newer[static_cast<std::size_t>(match.newer)].push_back(std::move(compared[i]));
            int& place = newer_of_older[static_cast<std::size_t>(match.older)];
            if (!moves[i].moved) place = std::max(place, match.newer);
        }
        for (const int newer : matching.added) {
            of_newer[static_cast<std::size_t>(newer)].push_back(lone(-1, newer));
        }
        std::vector<RecordPair> front;
        int place = -1;
        auto removed = matching.removed.begin();
        for (int older = 0; older < static_cast<int>(older_.records.size()); ++older) {
            if (removed != matching.removed.end() && *removed == older) {
                ++removed;
                (place < 0 ? front : of_newer[static_cast<std::size_t>(place)]).push_back(lone(older, -1));
            } else if (newer_of_older[static_cast<std::size_t>(older)] >= 0) {
                place = newer_of_older[static_cast<std::size_t>(older)];
            }
        }
        for (std::vector<RecordPair>& pairs : of_newer) {
            std::move(pairs.begin(), pairs.end(), std::back_inserter(front));
        }
        return front;
    }

  private:
    const Record& older(int index) const { return older_.records[static_cast<std::size_t>(index)]; }
    const Record& newer(int index) const { return newer_.records[static_cast<std::size_t>(index)]; }

    RecordPair pair_of(const Match& match, const Move& move) const {
        RecordPair pair;
        pair.old_record = older(match.older).id;
        pair.new_record = newer(match.newer).id;
        pair.score = rounded(match.evidence.score);
        pair.pinned = match.pinned;
        pair.renumbered = move.renumbered;
        pair.fields = fields_.compare(&older(match.older), &newer(match.newer));
        pair.kind = kind_of(match, move, pair.fields, form_);
        pair.findings = pair_findings(older_, newer_, match, move);
        return pair;
    }

    RecordPair lone(int in_older, int in_newer) const {
        RecordPair pair;
        if (in_older >= 0) pair.old_record = older(in_older).id;
        if (in_newer >= 0) pair.new_record = newer(in_newer).id;
        pair.kind = in_older >= 0 ? PairKind::removed : PairKind::added;
        pair.fields =
            fields_.compare(in_older >= 0 ? &older(in_older) : nullptr, in_newer >= 0 ? &newer(in_newer) : nullptr);
        return pair;
    }

    const Document& older_;
    const Document& newer_;
    const Form& form_;
    text::WordDiff diff_;
    FieldComparison fields_;
};

}  // namespace

Comparison compare(const Document& older, const Document& newer, const ComparisonSettings& settings) {
    const Form& older_form = form_of(older, settings.mappings);
    const Form& newer_form = form_of(newer, settings.mappings);
    const text::NotationFolder notation(settings.mappings.notation);
    Comparison comparison;
    comparison.old_form = older.form;
    comparison.new_form = newer.form;
    comparison.old_year = older.year;
    comparison.new_year = newer.year;
    if (older.form != newer.form) {
        add_topics(older, newer, older_form, newer_form, notation, comparison);
        return comparison;
    }
    const Organisations& organisations = settings.mappings.organisations;
    std::future<DocumentProfile> newer_work =
        std::async(std::launch::async, [&] { return make_profile(newer, newer_form, organisations, notation); });
    const DocumentProfile older_profile = make_profile(older, older_form, organisations, notation);
    const DocumentProfile newer_profile = newer_work.get();
    const std::vector<IndexDecision> decisions = find_decisions(older, newer, settings.decisions, comparison.findings);
    const Matching matching = match_records(older_profile, newer_profile, decisions);
    const std::vector<Move> moves = find_moves(older_profile, newer_profile, matching);
    comparison.pairs = RecordComparer(older, newer, newer_form, settings.mappings, notation).pairs(matching, moves);
    add_plan_answers(older, newer, older_form, newer_form, comparison);
    return comparison;
}

ComparisonSeries compare_all(const std::vector<Document>& documents, const ComparisonSettings& settings) {
    ComparisonSeries series;
    for (std::size_t i = 1; i < documents.size(); ++i) {
        series.comparisons.push_back(compare(documents[i - 1], documents[i], settings));
    }
    series.timelines = make_timelines(documents, series.comparisons);
    return series;
}

}  // namespace torimatome::pipeline
