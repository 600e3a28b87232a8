// The scale by which a committee evaluates (評価の段階). Plain data from mappings/scales/.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace torimatome {

struct Grade {
    std::string mark;             ///< what a member enters: 「A」, 「拡充」
    std::string label;            ///< what it means, in short
    std::string description;      ///< and at length
    std::string share;            ///< of the target, as printed: 「90～110%」; empty where the scale names none
    std::optional<double> value;  ///< for means; only in ordinal scales

    friend bool operator==(const Grade&, const Grade&) = default;
};

struct Scale {
    std::string id;
    std::string name;
    bool ordinal = false;       ///< its grades have an order and values, so that a mean says something
    std::string note;           ///< how to choose
    std::vector<Grade> grades;  ///< the best first, where there is an order

    friend bool operator==(const Scale&, const Scale&) = default;
};

}  // namespace torimatome
