// The votes of all members side by side (評価集計).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/ballot.hpp"

namespace torimatome {

/// What became of one member's evaluation.
struct MemberReturn {
    Member member;
    std::string label;               ///< for publication: 「委員A」
    std::vector<std::string> files;  ///< that came back, the one that counts first; none where nothing came
    bool asked = true;               ///< stands in the list of members

    friend bool operator==(const MemberReturn&, const MemberReturn&) = default;
};

struct MeasureTally {
    Measure measure;
    std::vector<std::string> grades;  ///< by member; empty where blank
    std::vector<int> counts;          ///< by grade of the scale
    int unknown = 0;                  ///< votes that are none of the scale's grades
    int blank = 0;                    ///< of the members whose sheet came back
    std::vector<std::string> modes;   ///< the most frequent grades; several where they are as frequent
    std::optional<double> mean;       ///< of an ordinal scale
    std::optional<double> spread;     ///< standard deviation of the votes, of an ordinal scale
    /// The votes are two grades or more apart (ordinal), or no grade has more than half of them (else).
    bool split = false;

    friend bool operator==(const MeasureTally&, const MeasureTally&) = default;
};

/// A comment or question.
struct Remark {
    enum class Kind { comment, question };
    Kind kind = Kind::comment;
    std::string measure;
    std::size_t member = 0;  ///< index of ScoreTally::members
    std::string text;
    bool superseded = false;  ///< stands only in an older one of two returns
    SourcePosition source;

    friend bool operator==(const Remark&, const Remark&) = default;
};

/// What a member typed outside the cells to fill in.
struct OtherRemark {
    std::size_t member = 0;
    std::string text;
    SourcePosition source;

    friend bool operator==(const OtherRemark&, const OtherRemark&) = default;
};

struct ScoreTally {
    BallotForm form;
    std::vector<MemberReturn> members;
    std::vector<MeasureTally> measures;
    std::vector<Remark> remarks;  ///< measure by measure, in the form's order
    std::vector<OtherRemark> others;
    Findings findings;

    friend bool operator==(const ScoreTally&, const ScoreTally&) = default;
};

}  // namespace torimatome
