// What the members of a committee said of each measure (評価), and the sheets by which they were asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/round.hpp"
#include "model/scale.hpp"

namespace torimatome {

struct Member {
    std::string name;
    std::string role;  ///< 「会長」, where it is known

    friend bool operator==(const Member&, const Member&) = default;
};

/// A measure that the members evaluate, with what the tally says of it.
struct Measure {
    std::string id;
    std::string section;
    std::string title;  ///< 「① ア 方針」
    std::string goal;
    std::string departments;  ///< as written
    std::vector<LockedText> locked;

    friend bool operator==(const Measure&, const Measure&) = default;
};

/// What a member's workbook carries on its hidden sheet: enough to tally without the document.
struct BallotForm {
    std::string form;  ///< id of the document's form
    std::string title;
    std::optional<int> year;
    std::string section_name;  ///< 「提言」
    Scale scale;
    std::vector<Member> members;  ///< all who were asked
    std::string member;           ///< whose workbook it is
    std::vector<Measure> measures;
    std::vector<std::string> own_texts;  ///< digests of the workbook's own words

    const Measure* find(const std::string& id) const;
    friend bool operator==(const BallotForm&, const BallotForm&) = default;
};

/// The title of a member's sheet.
std::string ballot_title(const std::string& member);

/// What one member says of one measure. Texts as written; empty where the cell is blank.
struct Vote {
    std::string measure;
    std::string grade;
    std::string comment;
    std::string question;
    SourcePosition source;

    bool empty() const { return grade.empty() && comment.empty() && question.empty(); }
    friend bool operator==(const Vote&, const Vote&) = default;
};

/// One workbook that came back.
struct Ballot {
    Source source;
    std::string member;
    std::vector<Vote> votes;        ///< one a measure, in the form's order, and further ones for copied rows
    std::vector<LooseText> others;  ///< what was typed anywhere else
    Findings findings;

    friend bool operator==(const Ballot&, const Ballot&) = default;
};

}  // namespace torimatome
