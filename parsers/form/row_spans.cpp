#include "parsers/form/row_spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "model/language.hpp"

namespace torimatome::parsers {

namespace {

// Fields that may span rows within a group; those of the first column make the group itself.
std::vector<const FieldSpec*> spanning_fields(const Form& form) {
    std::vector<const FieldSpec*> fields;
    for (std::size_t c = 1; c < form.columns.size(); ++c) {
        for (const FieldSpec& spec : form.columns[c].fields) {
            if (spec.blank == BlankCell::inherit) fields.push_back(&spec);
        }
    }
    return fields;
}

bool starts_group(const Record& record, const Form& form) {
    const auto& fields = form.columns.front().fields;
    return std::any_of(fields.begin(), fields.end(),
                       [&](const FieldSpec& spec) { return is_own(record.find(spec.id)); });
}

// The rows of each group behind its first.
std::vector<std::vector<const Record*>> groups_of(const RowsRead& rows) {
    std::vector<std::vector<const Record*>> groups;
    for (const Record& record : rows.document.records) {
        if (groups.empty() || starts_group(record, rows.form)) {
            groups.emplace_back();
        } else {
            groups.back().push_back(&record);
        }
    }
    return groups;
}

struct Together {
    std::size_t one = 0;   // rows with a text of their own in the one field
    std::size_t both = 0;  // and in the other too
};

Together count(const std::vector<const Record*>& rows, const FieldSpec& one, const FieldSpec& other) {
    Together together;
    for (const Record* record : rows) {
        if (!is_own(record->find(one.id))) continue;
        ++together.one;
        together.both += is_own(record->find(other.id)) ? 1 : 0;
    }
    return together;
}

bool is_blank_beside(const Record& record, const FieldSpec& one, const FieldSpec& other) {
    const Field* field = record.find(other.id);
    return is_own(record.find(one.id)) && field && field->inherited;
}

// The fields before and after one in the form's order.
std::vector<std::string> fields_beside(const Form& form, const std::string& field) {
    std::vector<std::string> order;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) order.push_back(spec.id);
    }
    const auto at = std::find(order.begin(), order.end(), field);
    std::vector<std::string> beside;
    if (at == order.end()) return beside;
    if (at != order.begin()) beside.push_back(*std::prev(at));
    if (std::next(at) != order.end()) beside.push_back(*std::next(at));
    return beside;
}

// Says nothing of a field's place or meaning.
bool is_of_characters(const std::string& code) {
    constexpr std::array<std::string_view, 3> kCodes = {"text.look-alike", "mark.look-alike", "text.tag-broken"};
    return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

}  // namespace

Findings span_doubts(const RowsRead& rows) {
    constexpr std::size_t kFewest = 5;
    Findings findings;
    const std::vector<const FieldSpec*> fields = spanning_fields(rows.form);
    const auto groups = groups_of(rows);
    std::vector<const Record*> all;
    for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        for (std::size_t j = 0; j < fields.size(); ++j) {
            if (i == j) continue;
            const FieldSpec* one = fields[i];
            const FieldSpec* other = fields[j];
            const Together everywhere = count(all, *one, *other);
            for (const auto& group : groups) {
                const Together here = count(group, *one, *other);
                const std::size_t alone = everywhere.one - everywhere.both;
                const bool usual = everywhere.both >= kFewest && alone <= 2 && alone * 10 <= everywhere.one;
                // One goal may be several departments'; but a goal of its own names its own, as others of the group do.
                const bool of_group = i < j && here.both > 0;
                if (!of_group && !usual) continue;
                for (const Record* record : group) {
                    if (!is_blank_beside(*record, *one, *other)) continue;
                    findings.push_back(row_finding(
                        "row.span-doubtful", *record, other->id,
                        tell(
                            "空欄なので上の行の内容としましたが、ほかの行にはそれぞれ書かれています。この行のものが落ち"
                            "たかもしれません。",
                            "Blank, and taken from the row above; but other rows have a text of their own here, so "
                            "that this row's may be lost.")));
                }
            }
        }
    }
    return findings;
}

Findings inherited_doubts(const RowsRead& rows) {
    std::map<int, const Record*> by_line;
    for (const Record& record : rows.document.records) by_line.emplace(record.source.line, &record);
    std::set<std::pair<std::string, std::string>> doubted;  // record, field; no field: the whole row
    for (const Finding& finding : rows.document.findings) {
        if (finding.severity == Severity::note || is_of_characters(finding.code)) continue;
        // What a lost tab joined stands in the field beside.
        if (finding.code == "row.cell-missing") {
            for (const std::string& field : fields_beside(rows.form, finding.field)) {
                doubted.emplace(finding.record, field);
            }
        }
        if (!finding.field.empty() || finding.code == "row.text-unplaced") {
            doubted.emplace(finding.record, finding.field);
        }
    }
    Findings findings;
    for (const Record& record : rows.document.records) {
        for (const auto& [id, field] : record.fields) {
            const auto above = by_line.find(field.source.line);
            if (!field.inherited || above == by_line.end() || above->second == &record) continue;
            const std::string& from = above->second->id;
            if (!doubted.contains({from, id}) && !doubted.contains({from, ""})) continue;
            findings.push_back(row_finding(
                "row.above-doubtful", record, id,
                tell(fmt::format("「{}」から引き継いだ内容ですが、そちらの行に確かでないところがあります。", from),
                     fmt::format("Taken from {}, which is not sure itself.", from))));
            break;
        }
    }
    return findings;
}

}  // namespace torimatome::parsers
