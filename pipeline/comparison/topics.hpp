// Documents of different forms: what the one says of each item of the other.
#pragma once

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"
#include "text/notation_key.hpp"

namespace torimatome::pipeline {

/// Sets `comparison.topics`: the items of the older document (of its sections' boxes; where it has none, the named
/// records) with the records that stand under them, each beside the item of the newer document whose title is most like
/// its own and what stands under that. Where titles decide nothing, the texts below them do. An item with no answer has
/// none.
void add_topics(const Document& older, const Document& newer, const Form& older_form, const Form& newer_form,
                const text::NotationFolder& notation, Comparison& comparison);

}  // namespace torimatome::pipeline
