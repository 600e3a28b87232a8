#include "pipeline/consolidation/path_order.hpp"

#include <algorithm>
#include <limits>

#include "text/mark.hpp"

namespace torimatome::pipeline {

namespace {

constexpr int kNoMark = 0;
constexpr int kUnknownMark = std::numeric_limits<int>::max();

int mark_number(const Field* field, const FieldSpec* spec) {
    if (!field) return kNoMark;
    const auto style = text::mark_style_from_name(spec ? spec->style : std::string());
    if (!style) return kUnknownMark;
    const auto mark = text::whole_mark(field->value.empty() ? field->text : field->value, *style);
    return mark ? mark->number : kUnknownMark;
}

}  // namespace

bool PathNumbers::complete() const { return std::find(marks.begin(), marks.end(), kNoMark) == marks.end(); }

PathNumbers path_numbers(const Record& record, const std::vector<Section>& sections, const Form& form) {
    PathNumbers numbers;
    const auto section = std::find_if(sections.begin(), sections.end(),
                                      [&](const Section& each) { return each.number == record.section; });
    numbers.section = static_cast<std::size_t>(section - sections.begin());
    for (const std::string& id : form.identity) {
        numbers.marks.push_back(mark_number(record.find(id), form.find_field(id)));
    }
    return numbers;
}

}  // namespace torimatome::pipeline
