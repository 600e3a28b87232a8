// A document as matching sees it: keys of its texts, the places of its records.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "pipeline/comparison/field_roles.hpp"
#include "pipeline/comparison/field_texts.hpp"
#include "text/notation_key.hpp"

namespace torimatome::pipeline {

/// Where a record stands: indexes of its section and item in the document's lists, -1 where it has none.
struct RecordPlace {
    int section = -1;
    int item = -1;
    std::string marks;  ///< keys of its marks, joined: 「①/ア」
    std::string path;   ///< section and marks: records with the same path stand under the same policy

    friend bool operator==(const RecordPlace&, const RecordPlace&) = default;
};

/// An item of a section's box, or a section, by its title's key.
struct PlaceTitle {
    std::string number;  ///< key of the section's number or the item's mark
    text::Bigrams title;
};

struct DocumentProfile {
    const Document* document = nullptr;
    FieldRoles roles;
    std::map<std::string, FieldTexts> texts;            ///< by field id: shared and own prose
    std::vector<std::vector<std::string>> departments;  ///< by record: keys of official names, sorted
    std::vector<std::string> dates;                     ///< by record: ISO date or key of the date as written
    std::vector<RecordPlace> places;                    ///< by record
    std::vector<PlaceTitle> sections;
    std::vector<PlaceTitle> items;

    std::size_t size() const { return places.size(); }
};

/// Keys are those of notation with years folded and the form's reprint marks taken off, so that what stands in every
/// row says nothing.
DocumentProfile make_profile(const Document& document, const Form& form, const Organisations& organisations,
                             const text::NotationFolder& notation);

}  // namespace torimatome::pipeline
