// How well a cell's text fits a field, from what the text is: a mark, a category, a department list, prose of one
// tense or another. This is what places cells in rows that have lost some.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/form.hpp"

namespace torimatome::parsers {

/// What the fit depends on beside the cell itself.
struct AffinityContext {
    const Form* form = nullptr;
    const Organisations* organisations = nullptr;
    std::optional<int> year;  ///< fiscal year reported on; its mention speaks for results, that of the next for plans
};

/// Points for `text` standing in `field`: about +4 where it can be nothing else, −12 where it cannot be it, and the
/// sum of the field's cues for prose. `text` is not blank.
double cell_affinity(const FieldSpec& field, const std::string& text, const AffinityContext& context);

/// The sum of the field's cues alone.
double cue_affinity(const FieldSpec& field, const std::string& text, const AffinityContext& context);

/// The choices that `text` names, one or more, in its order: "III III" has two. Empty where any part of it is none.
std::vector<const Choice*> choices_in(const std::string& text, const Form& form);

/// A cell that holds several fields of one column: 「① ア 方針の文」.
struct FusedPart {
    const FieldSpec* field = nullptr;
    std::string text;   ///< absent (empty) where the cell does not give this field
    std::string value;  ///< the mark that was meant, where it was read through a look-alike
};
std::vector<FusedPart> split_fused(const std::string& text, const std::vector<const FieldSpec*>& fields);

/// Points for `text` standing in all of `fields` at once.
double fused_affinity(const std::vector<const FieldSpec*>& fields, const std::string& text,
                      const AffinityContext& context);

}  // namespace torimatome::parsers
