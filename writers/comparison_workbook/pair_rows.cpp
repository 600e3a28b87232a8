#include "writers/comparison_workbook/pair_rows.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "model/pair_sheet.hpp"
#include "writers/workbook/cell_text.hpp"

namespace torimatome::writers {

namespace {

constexpr std::size_t kExcerpt = 40;

using RecordsById = std::unordered_map<std::string, const Record*>;

RecordsById by_id(const Document& document) {
    RecordsById records;
    for (const Record& record : document.records) records.emplace(record.id, &record);
    return records;
}

std::string year_word(const std::optional<int>& year) { return year ? std::to_string(*year) : std::string(); }

std::string excerpt_of(const RecordsById& records, const std::string& id, const Form& form) {
    const auto found = records.find(id);
    return found == records.end() ? std::string() : record_excerpt(*found->second, form, kExcerpt);
}

}  // namespace

std::vector<std::string> pair_columns() {
    using namespace pair_sheet;
    return {kOldYear, kOldRecord, kNewYear, kNewRecord, kDecision, kKind, kScore, kOldText, kNewText, kProposal};
}

std::vector<std::vector<std::string>> pair_rows(const Document& older, const Document& newer,
                                                const Comparison& comparison, const Form& form) {
    const RecordsById older_records = by_id(older);
    const RecordsById newer_records = by_id(newer);
    std::vector<std::vector<std::string>> rows;
    for (const RecordPair& pair : comparison.pairs) {
        const bool both = pair.has_old() && pair.has_new();
        rows.push_back(
            {year_word(comparison.old_year), pair.old_record, year_word(comparison.new_year), pair.new_record,
             pair.pinned ? pair_sheet::kPin : pair_sheet::kAutomatic, pair_kind_word(pair.kind),
             both ? fmt::format("{:.2f}", pair.score) : std::string(), excerpt_of(older_records, pair.old_record, form),
             excerpt_of(newer_records, pair.new_record, form), pair.old_record + pair_sheet::kArrow + pair.new_record});
    }
    return rows;
}

const char* pair_kind_word(PairKind kind) {
    switch (kind) {
        case PairKind::same: return "同じ";
        case PairKind::changed: return "変更";
        case PairKind::notation: return "表記のみ";
        case PairKind::added: return "新設";
        case PairKind::removed: return "削除";
        case PairKind::moved: return "移動";
        case PairKind::split: return "分割";
        case PairKind::merged: return "統合";
    }
    return "";
}

std::string record_excerpt(const Record& record, const Form& form, std::size_t characters) {
    const Field* shared = nullptr;
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form.find_field(id);
        if (!spec || field.text.empty()) continue;
        if (spec->kind != FieldKind::prose && spec->kind != FieldKind::name) continue;
        if (spec->blank == BlankCell::keep && spec->kind == FieldKind::prose) {
            return excerpt(field.text, characters);
        }
        shared = &field;
    }
    return shared ? excerpt(shared->text, characters) : std::string();
}

}  // namespace torimatome::writers
