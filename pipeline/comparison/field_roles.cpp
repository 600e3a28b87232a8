#include "pipeline/comparison/field_roles.hpp"

#include <algorithm>

namespace torimatome::pipeline {

namespace {

bool names_year(const std::string& heading) { return heading.find("{year}") != std::string::npos; }
bool names_next_year(const std::string& heading) { return heading.find("{next-year}") != std::string::npos; }

void take_first(std::string& role, const std::string& field) {
    if (role.empty()) role = field;
}

void add_prose(const ColumnSpec& column, const FieldSpec& field, FieldRoles& roles) {
    const bool shared = field.blank == BlankCell::inherit || field.kind == FieldKind::name;
    (shared ? roles.group : roles.own).push_back(field.id);
    if (shared) return;
    if (names_next_year(column.heading)) {
        take_first(roles.plan, field.id);
    } else if (names_year(column.heading)) {
        take_first(roles.result, field.id);
    }
}

}  // namespace

FieldRoles field_roles(const Form& form) {
    FieldRoles roles;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            switch (field.kind) {
                case FieldKind::mark: roles.path.push_back(field.id); break;
                case FieldKind::departments: take_first(roles.departments, field.id); break;
                case FieldKind::choice: take_first(roles.choice, field.id); break;
                case FieldKind::date: take_first(roles.date, field.id); break;
                default: add_prose(column, field, roles);
            }
        }
    }
    return roles;
}

}  // namespace torimatome::pipeline
