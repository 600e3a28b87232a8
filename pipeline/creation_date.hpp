// The date that outputs carry: never the clock's, so that the same inputs give the same bytes.
#pragma once

#include <vector>

#include "model/fiscal_year.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

/// The date of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where the environment has it; else the newest date that the
/// inputs carry inside; else 2000-01-01. Throws Error (code "usage") where SOURCE_DATE_EPOCH is no number from 0 to the
/// year 9999.
Date creation_date(const std::vector<Source>& inputs);

}  // namespace torimatome::pipeline
