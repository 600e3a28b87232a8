// <notation> and <terms>: what is only another way of writing, and which words stay whole.
#pragma once

#include <pugixml.hpp>

#include "model/notation.hpp"
#include "parsers/form/mapping_xml.hpp"

namespace torimatome::parsers {

/// Adds the groups of a <notation> element. Throws Error (code "mapping.invalid") for anything unknown, a group of one
/// word, and a word that two groups have.
void load_notation(const MappingFile& file, const pugi::xml_node& node, Notation& notation);

/// Adds the terms of a <terms> element. Throws Error (code "mapping.invalid") for anything unknown and for a term that
/// is there twice.
void load_terms(const MappingFile& file, const pugi::xml_node& node, Notation& notation);

}  // namespace torimatome::parsers
