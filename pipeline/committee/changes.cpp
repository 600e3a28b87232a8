#include "pipeline/committee/changes.hpp"

#include <algorithm>

#include "model/round.hpp"
#include "pipeline/compare.hpp"
#include "text/code_points.hpp"

namespace torimatome::pipeline {

namespace {

// The field that holds the plan for the year to come.
std::string plan_field(const Form& form) {
    for (const ColumnSpec& column : form.columns) {
        if (column.heading.find("{next-year}") == std::string::npos) continue;
        for (const FieldSpec& field : column.fields) {
            if (field.kind == FieldKind::prose) return field.id;
        }
    }
    return {};
}

bool is_choice(const Form& form, const std::string& field) {
    const FieldSpec* spec = form.find_field(field);
    return spec && spec->kind == FieldKind::choice;
}

double share_inserted(const Diff& diff) {
    std::size_t inserted = 0;
    std::size_t all = 0;
    for (const DiffPart& part : diff) {
        if (part.op == DiffPart::Op::remove) continue;
        const std::size_t count = text::count_non_space(part.text);
        all += count;
        if (part.op == DiffPart::Op::insert) inserted += count;
    }
    return all == 0 ? 0 : static_cast<double>(inserted) / static_cast<double>(all);
}

const Record* record_of(const Document& document, const std::string& id) {
    const auto found = std::find_if(document.records.begin(), document.records.end(),
                                    [&](const Record& record) { return record.id == id; });
    return found == document.records.end() ? nullptr : &*found;
}

void take_fields(const RecordPair& pair, const Form& form, const std::string& plan, MeasureChange& change) {
    for (const FieldChange& field : pair.fields) {
        if (field.kind != FieldKindOfChange::changed) continue;
        if (is_choice(form, field.field)) {
            if (field.old_text && field.new_text) change.old_category = *field.old_text;
            continue;
        }
        // A result is about another year: that all of it is new says nothing.
        if (field.field != plan) continue;
        change.changed = share_inserted(field.diff);
        change.diffs[field.field] = field.diff;
    }
}

}  // namespace

std::map<std::string, MeasureChange> changes_since(const Document& older, const Document& newer, const Form& form,
                                                   const Mappings& mappings) {
    const Comparison comparison = compare(older, newer, {.mappings = mappings});
    const std::string plan = plan_field(form);
    std::map<std::string, MeasureChange> changes;
    for (const RecordPair& pair : comparison.pairs) {
        if (!pair.has_new()) continue;
        const bool again = changes.contains(pair.new_record);
        MeasureChange& change = changes[pair.new_record];
        change.added = !pair.has_old();
        const Record* before = pair.has_old() ? record_of(older, pair.old_record) : nullptr;
        if (before && !plan.empty() && !before->text(plan).empty()) {
            change.plan += (change.plan.empty() ? "" : "\n") + before->text(plan);
        }
        if (!again && before) take_fields(pair, form, plan, change);
    }
    for (const PlanAnswer& answer : comparison.plan_to_result) {
        if (!answer.result) continue;
        const auto found = changes.find(answer.result->record);
        if (found == changes.end()) continue;
        auto& unanswered = found->second.unanswered;
        unanswered.insert(unanswered.end(), answer.unanswered.begin(), answer.unanswered.end());
    }
    return changes;
}

}  // namespace torimatome::pipeline
