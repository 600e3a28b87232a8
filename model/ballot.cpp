#include "model/ballot.hpp"

#include <algorithm>

namespace torimatome {

const Measure* BallotForm::find(const std::string& id) const {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.id == id; });
    return found == measures.end() ? nullptr : &*found;
}

std::string ballot_title(const std::string& member) { return "評価シート　" + member + "　委員"; }

}  // namespace torimatome
