#include "model/comparison.hpp"

#include <algorithm>

namespace torimatome {

const FieldChange* RecordPair::find(const std::string& field) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldChange& change) { return change.field == field; });
    return found == fields.end() ? nullptr : &*found;
}

const char* to_string(PairKind kind) {
    switch (kind) {
        case PairKind::same: return "same";
        case PairKind::changed: return "changed";
        case PairKind::notation: return "notation";
        case PairKind::added: return "added";
        case PairKind::removed: return "removed";
        case PairKind::moved: return "moved";
        case PairKind::split: return "split";
        case PairKind::merged: return "merged";
    }
    return "";
}

const char* to_string(FieldKindOfChange kind) {
    switch (kind) {
        case FieldKindOfChange::same: return "same";
        case FieldKindOfChange::notation: return "notation";
        case FieldKindOfChange::changed: return "changed";
    }
    return "";
}

const char* to_string(DiffPart::Op op) {
    switch (op) {
        case DiffPart::Op::equal: return "equal";
        case DiffPart::Op::remove: return "delete";
        case DiffPart::Op::insert: return "insert";
    }
    return "";
}

}  // namespace torimatome
