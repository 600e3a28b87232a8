#include "pipeline/proofreading/place.hpp"

#include <utility>

#include "text/code_points.hpp"

namespace torimatome::pipeline {

Finding finding_at(const FieldPlace& place, const char* code, Severity severity, std::string message,
                   std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.record = place.record->id;
    finding.field = *place.field;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    const SourcePosition& own = place.content->source;
    finding.source = own == SourcePosition{} ? place.record->source : own;
    return finding;
}

std::vector<FieldPlace> own_fields(const Document& document) {
    std::vector<FieldPlace> places;
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            if (!field.inherited) places.push_back({&record, &id, &field});
        }
    }
    return places;
}

std::string beginning_of(const std::string& text, std::size_t characters) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == characters) return text.substr(0, at) + "…";
        at += text::code_point_at(text, at).length;
    }
    return text;
}

}  // namespace torimatome::pipeline
