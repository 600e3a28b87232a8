// Which part refers to which (OPC relationships).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/xlsx/package.hpp"

namespace torimatome::parsers::xlsx {

struct Relationship {
    std::string id;
    std::string type;    ///< last word of the type's address: "worksheet", in both kinds of OOXML
    std::string target;  ///< name of the part, from the package's root; an address where `external`
    bool external = false;
};

/// The relationships of `part` ("" for the package itself); none where it has none. Targets may be relative or
/// absolute, with either kind of slash.
std::vector<Relationship> read_relationships(Package& package, std::string_view part);

/// The target of the first relationship of that type, or "" where there is none.
std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type);
std::string target_of_id(const std::vector<Relationship>& relationships, std::string_view id);

}  // namespace torimatome::parsers::xlsx
