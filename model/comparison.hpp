// What changed from one document to another (年度比較): which record became which, and which words of it changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace torimatome {

/// A stretch of text that both have, or only one of the two.
struct DiffPart {
    enum class Op { equal, remove, insert };
    Op op = Op::equal;
    std::string text;

    friend bool operator==(const DiffPart&, const DiffPart&) = default;
};

/// The parts in reading order: equal and removed ones joined give the old text to the character, equal and inserted
/// ones the new text. No part is empty.
using Diff = std::vector<DiffPart>;

enum class FieldKindOfChange {
    same,      ///< the same text to the character
    notation,  ///< written otherwise only: width, brackets, spaces, 取組 and 取り組み
    changed,
};

/// One field of a pair. A text is absent where its record does not give the field, or is not there.
struct FieldChange {
    std::string field;
    FieldKindOfChange kind = FieldKindOfChange::same;
    std::optional<std::string> old_text;
    std::optional<std::string> new_text;
    Diff diff;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

enum class PairKind {
    same,
    changed,
    notation,  ///< nothing but notation changed
    added,     ///< in the newer document only (新設)
    removed,   ///< in the older document only (削る)
    moved,     ///< to another section, item or policy, or among its neighbours; its fields tell what else changed
    split,     ///< one of several records that one older record became
    merged,    ///< one of several older records that became one
};

/// An older record beside the newer one that it became. A record that was split stands in several pairs, as do the
/// newer one of merged records.
struct RecordPair {
    std::string old_record;  ///< id; empty where there is none
    std::string new_record;
    PairKind kind = PairKind::same;
    double score = 0;         ///< how sure the pair is, 0 to 1; 1 for a pair that a person pinned; 0 for a lone record
    bool pinned = false;      ///< a person said so (--pairs)
    bool renumbered = false;  ///< stands in its old place, whose marks changed because of others
    std::vector<FieldChange> fields;  ///< in the form's order
    Findings findings;

    bool has_old() const { return !old_record.empty(); }
    bool has_new() const { return !new_record.empty(); }
    const FieldChange* find(const std::string& field) const;
    friend bool operator==(const RecordPair&, const RecordPair&) = default;
};

/// What a record says in one field.
struct Statement {
    std::string record;
    std::string text;

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// What year N planned, beside what year N+1 reports of it.
struct PlanAnswer {
    Statement plan;
    std::optional<Statement> result;       ///< empty where no record reports on it
    double similarity = 0;                 ///< of the two texts, 0 to 1
    std::vector<std::string> unanswered;   ///< sentences of the plan that no sentence of the result answers
    std::vector<std::string> unannounced;  ///< sentences of the result that no sentence of the plan announced

    friend bool operator==(const PlanAnswer&, const PlanAnswer&) = default;
};

/// For documents of different forms: an item (題目) of the one and what the other says of it.
struct TopicAnswer {
    Statement topic;                 ///< of the older document: an item's place ("1-①") and its title
    std::vector<Statement> records;  ///< of the older document: what stands under it
    std::optional<Statement> answer_topic;
    std::vector<Statement> answers;  ///< of the newer document
    double similarity = 0;
    Findings findings;

    friend bool operator==(const TopicAnswer&, const TopicAnswer&) = default;
};

struct Comparison {
    std::string old_form;
    std::string new_form;
    std::optional<int> old_year;
    std::optional<int> new_year;
    std::vector<RecordPair> pairs;  ///< in the newer document's order; removed ones behind what they followed
    std::vector<PlanAnswer> plan_to_result;
    std::vector<Statement> unannounced;  ///< results of records that no plan announced
    std::vector<TopicAnswer> topics;     ///< for documents of different forms only
    Findings findings;                   ///< about the comparison as a whole

    friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// One measure through the years: its records, one list a document, in the documents' order. A list is empty where the
/// measure is not there, and holds several where it was split.
struct Timeline {
    std::vector<std::vector<std::string>> records;

    friend bool operator==(const Timeline&, const Timeline&) = default;
};

/// Two documents or more, compared neighbour by neighbour.
struct ComparisonSeries {
    std::vector<Comparison> comparisons;
    std::vector<Timeline> timelines;

    friend bool operator==(const ComparisonSeries&, const ComparisonSeries&) = default;
};

/// "same", "changed", "notation", "added", "removed", "moved", "split", "merged".
const char* to_string(PairKind kind);
/// "same", "notation", "changed".
const char* to_string(FieldKindOfChange kind);
/// "equal", "delete", "insert".
const char* to_string(DiffPart::Op op);

}  // namespace torimatome
