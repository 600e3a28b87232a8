#include "pipeline/consolidation/section_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "model/language.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"

namespace torimatome::pipeline {

namespace {

int section_order(const Section& section) {
    return text::numeral_value(section.number).value_or(std::numeric_limits<int>::max());
}

int item_order(const SectionItem& item, const std::string& style_name) {
    const auto style = text::mark_style_from_name(style_name);
    const auto mark = style ? text::whole_mark(item.mark, *style) : std::nullopt;
    return mark ? mark->number : std::numeric_limits<int>::max();
}

// Takes `other` where there is no title yet; reports it where it differs.
void merge_title(std::string& title, const std::string& other, const std::string& place, const std::string& file,
                 Findings& findings) {
    if (title.empty()) title = other;
    if (other.empty() || other == title) return;
    const bool notation_only = text::compare_key(title) == text::compare_key(other);
    Finding finding;
    finding.code = "section.title-differs";
    finding.severity = notation_only ? Severity::note : Severity::warning;
    finding.source.file = file;
    finding.message = tell(
        fmt::format("{} の見出しがほかの提出物と違います。「{}」を使い、「{}」は使っていません。", place, title, other),
        fmt::format("The heading of {} differs from other submissions. \"{}\" is used, \"{}\" is not.", place, title,
                    other));
    if (!notation_only) finding.hint = tell("どちらが正しいか確かめてください。", "Please check which one is right.");
    findings.push_back(std::move(finding));
}

void merge_items(const Section& from, const std::string& file, const std::string& item_style, Section& section,
                 Findings& findings) {
    for (const SectionItem& item : from.items) {
        const auto known = std::find_if(section.items.begin(), section.items.end(),
                                        [&](const SectionItem& each) { return each.mark == item.mark; });
        if (known != section.items.end()) {
            merge_title(known->title, item.title, section.number + item.mark, file, findings);
            continue;
        }
        const int order = item_order(item, item_style);
        const auto place = std::find_if(section.items.begin(), section.items.end(),
                                        [&](const SectionItem& each) { return item_order(each, item_style) > order; });
        section.items.insert(place, item);
    }
}

}  // namespace

void merge_sections(const Document& document, const std::string& file, const std::string& item_style,
                    std::vector<Section>& sections, Findings& findings) {
    for (const Section& from : document.sections) {
        const auto known = std::find_if(sections.begin(), sections.end(),
                                        [&](const Section& each) { return each.number == from.number; });
        if (known == sections.end()) {
            const auto place = std::find_if(sections.begin(), sections.end(), [&](const Section& each) {
                return section_order(each) > section_order(from);
            });
            sections.insert(place, from);
        } else {
            merge_title(known->title, from.title, from.number, file, findings);
            merge_items(from, file, item_style, *known, findings);
        }
    }
}

}  // namespace torimatome::pipeline
