// The commands of the program, one file each.
#pragma once

#include "pipeline/command.hpp"

namespace torimatome::pipeline {

Command convert_command();
Command check_command();
Command consolidate_command();
Command compare_command();
Command forms_command();
Command distribute_command();
Command committee_command();

}  // namespace torimatome::pipeline
