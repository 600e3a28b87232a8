#include "model/form.hpp"

namespace torimatome {

namespace {

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

const FieldSpec* Form::find_field(const std::string& field) const {
    for (const ColumnSpec& column : columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.id == field) return &spec;
        }
    }
    return nullptr;
}

const Form* Mappings::find_form(const std::string& id) const {
    for (const Form& form : forms) {
        if (form.id == id) return &form;
    }
    return nullptr;
}

const Vocabulary* Mappings::find_vocabulary(const std::string& field) const {
    for (const Vocabulary& vocabulary : vocabularies) {
        if (vocabulary.field == field) return &vocabulary;
    }
    return nullptr;
}

std::string fill_years(const std::string& template_text, const std::string& year, const std::string& next_year) {
    return replace_all(replace_all(template_text, "{year}", year), "{next-year}", next_year);
}

}  // namespace torimatome
