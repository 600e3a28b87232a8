// Members that several kinds of JSON text have.
#pragma once

#include <string>

#include "model/finding.hpp"
#include "writers/json_stream.hpp"

namespace torimatome::writers {

void text_member(JsonStream& json, const char* name, const std::string& value);
/// Nothing where the value is empty, 0 or false.
void text_member_if_set(JsonStream& json, const char* name, const std::string& value);
void number_member_if_set(JsonStream& json, const char* name, int value);
void member_if_true(JsonStream& json, const char* name, bool value);

/// cell, page, box and line, as far as they are given.
void position_members_after_sheet(JsonStream& json, const SourcePosition& position);
/// The member "source".
void position_member(JsonStream& json, const SourcePosition& position);
/// An object.
void write_finding(JsonStream& json, const Finding& finding);

}  // namespace torimatome::writers
