#include "pipeline/proofreading/whole_document.hpp"

#include <algorithm>

#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

bool names_item(const Record& record, const Form& form, const std::string& item_key) {
    return std::any_of(record.fields.begin(), record.fields.end(), [&](const auto& field) {
        const FieldSpec* spec = form.find_field(field.first);
        return spec && spec->kind == FieldKind::mark && text::compare_key(field.second.text) == item_key;
    });
}

}  // namespace

bool seems_whole(const Document& document, const Form& form) {
    constexpr double kMost = 0.8;
    if (form.section.item_style.empty()) return true;
    std::size_t items = 0;
    std::size_t with_records = 0;
    for (const Section& section : document.sections) {
        for (const SectionItem& item : section.items) {
            ++items;
            const std::string key = text::compare_key(item.mark);
            const auto is_there = [&](const Record& record) {
                return record.section == section.number && names_item(record, form, key);
            };
            if (std::any_of(document.records.begin(), document.records.end(), is_there)) ++with_records;
        }
    }
    return items > 0 && static_cast<double>(with_records) >= kMost * static_cast<double>(items);
}

}  // namespace torimatome::pipeline
