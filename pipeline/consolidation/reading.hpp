// One input of a consolidation, as it was read.
#pragma once

#include <optional>
#include <string>

#include "model/document.hpp"
#include "model/finding.hpp"

namespace torimatome::pipeline {

/// Either a document or the reason why there is none.
struct Reading {
    std::string file;  ///< the input's name, in results and messages
    std::optional<Document> document;
    std::optional<Finding> failure;
};

}  // namespace torimatome::pipeline
