// A document and a table set that use every part of the model.
#pragma once

#include "model/document.hpp"
#include "model/table.hpp"

namespace torimatome::writers {

Document full_document();
TableSet full_tables();

}  // namespace torimatome::writers
