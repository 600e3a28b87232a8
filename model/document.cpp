#include "model/document.hpp"

#include <algorithm>

namespace torimatome {

const Field* Record::find(const std::string& field) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& entry) { return entry.first == field; });
    return found == fields.end() ? nullptr : &found->second;
}

Field* Record::find(const std::string& field) { return const_cast<Field*>(std::as_const(*this).find(field)); }

const std::string& Record::text(const std::string& field) const {
    static const std::string none;
    const Field* found = find(field);
    return found ? found->text : none;
}

}  // namespace torimatome
