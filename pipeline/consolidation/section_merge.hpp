// The sections (提言) of several documents as one list.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/finding.hpp"

namespace torimatome::pipeline {

/// Adds the sections of `document` to `sections`: a section that is there already (by its number) gets the items that
/// it lacks, in the order of their marks; a new one comes in the order of the numbers. Where titles differ, the one
/// that is there stays, and a finding tells the other: a warning (code "section.title-differs"), or a note where only
/// the notation differs. `file` is the document's, for the findings; `item_style` is the style of the items' marks.
void merge_sections(const Document& document, const std::string& file, const std::string& item_style,
                    std::vector<Section>& sections, Findings& findings);

}  // namespace torimatome::pipeline
