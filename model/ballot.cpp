#include "model/ballot.hpp"

#include <algorithm>

namespace torimatome {

const Measure* BallotForm::find(const std::string& id) const {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.id == id; });
    return found == measures.end() ? nullptr : &*found;
}

}  // namespace torimatome
