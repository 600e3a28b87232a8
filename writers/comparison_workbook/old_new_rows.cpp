#include "writers/comparison_workbook/old_new_rows.hpp"

#include <algorithm>

#include "writers/workbook/headings.hpp"

namespace torimatome::writers {

namespace {

constexpr const char* kOmitted = "（略）";
constexpr const char* kNew = "（新設）";
constexpr const char* kGone = "（削る）";

bool is_mark(const Form& form, const std::string& field) {
    const FieldSpec* spec = form.find_field(field);
    return spec && spec->kind == FieldKind::mark;
}

bool is_shared(const Form& form, const std::string& field) {
    const FieldSpec* spec = form.find_field(field);
    return spec && spec->blank == BlankCell::inherit && spec->kind == FieldKind::prose;
}

std::string remark_of(const RecordPair& pair) {
    switch (pair.kind) {
        case PairKind::added: return "新設";
        case PairKind::removed: return "削除";
        case PairKind::moved: return "移動（" + pair.old_record + " から）";
        case PairKind::split: return pair.old_record + " を分割";
        case PairKind::merged: return pair.old_record + " を統合";
        case PairKind::notation: return "表記のみ";
        default: break;
    }
    return pair.old_record != pair.new_record ? "番号変更（旧 " + pair.old_record + "）" : std::string();
}

MarkedText plain(const std::string& text) { return {{text, false}}; }

class Rows {
  public:
    explicit Rows(const ComparisonView& view) : view_(view) {}

    std::vector<OldNewRow> make() {
        for (const RecordPair& pair : view_.comparison.pairs) {
            start_section(view_.record_of(pair), pair.has_new() ? view_.newer : view_.older);
            add(pair);
        }
        return std::move(rows_);
    }

  private:
    void start_section(const Record& record, const Document& document) {
        if (started_ && record.section == section_) return;
        started_ = true;
        section_ = record.section;
        if (section_.empty()) return;
        OldNewRow row;
        row.kind = OldNewRow::Kind::section;
        row.record = view_.form.section.name + section_;
        for (const Section& section : document.sections) {
            if (section.number == section_) row.record += "　" + section.title;
        }
        rows_.push_back(std::move(row));
    }

    void add(const RecordPair& pair) {
        const std::size_t before = rows_.size();
        const bool both = pair.has_old() && pair.has_new();
        for (const FieldChange& change : pair.fields) {
            if (is_mark(view_.form, change.field)) continue;
            if (both && change.kind == FieldKindOfChange::same) continue;
            if (is_shared(view_.form, change.field) && shown_before(change)) continue;
            add_field(pair, change);
        }
        const bool changed = rows_.size() > before;
        const std::string remark = remark_of(pair);
        if (!changed && remark.empty() && extend_last(pair)) return;
        if (both && has_unchanged(pair)) add_omitted(pair, changed);
        if (rows_.size() == before) add_omitted(pair, false);
        // 「（新設）」 and 「（削る）」 speak for the whole record.
        for (std::size_t i = before + 1; i < rows_.size(); ++i) {
            if (!pair.has_old()) rows_[i].old_side.clear();
            if (!pair.has_new()) rows_[i].new_side.clear();
        }
        rows_[before].record = name_of(pair);
        rows_[before].remark = remark;
    }

    static std::string name_of(const RecordPair& pair) { return pair.has_new() ? pair.new_record : pair.old_record; }

    bool has_unchanged(const RecordPair& pair) const {
        return std::any_of(pair.fields.begin(), pair.fields.end(), [&](const FieldChange& change) {
            return change.kind == FieldKindOfChange::same && !is_mark(view_.form, change.field);
        });
    }

    /// Whether the record before shows the same change of a text that they share.
    bool shown_before(const FieldChange& change) {
        const std::string texts = change.old_text.value_or("\x01") + "\x02" + change.new_text.value_or("\x01");
        std::string& shown = shared_[change.field];
        const bool again = shown == texts;
        shown = texts;
        return again;
    }

    void add_field(const RecordPair& pair, const FieldChange& change) {
        OldNewRow row;
        row.pair = &pair;
        row.field = field_heading(view_.form, change.field, view_.newer.year);
        row.old_side = pair.has_old() ? marked_side(change.diff, DiffPart::Op::remove) : plain(kNew);
        row.new_side = pair.has_new() ? marked_side(change.diff, DiffPart::Op::insert) : plain(kGone);
        rows_.push_back(std::move(row));
    }

    void add_omitted(const RecordPair& pair, bool rest) {
        OldNewRow row;
        row.pair = &pair;
        row.field = rest ? "その他の欄" : "全ての欄";
        row.old_side = pair.has_old() ? plain(kOmitted) : plain(kNew);
        row.new_side = pair.has_new() ? plain(kOmitted) : plain(kGone);
        rows_.push_back(std::move(row));
    }

    /// 「1-①-ア-2〜4 （略）」 for records in a row that did not change.
    bool extend_last(const RecordPair& pair) {
        if (rows_.empty() || rows_.back().kind != OldNewRow::Kind::field || rows_.back().field != "全ての欄")
            return false;
        OldNewRow& last = rows_.back();
        if (!last.remark.empty() || last.record.empty() || last.pair->kind != PairKind::same) return false;
        const std::string first = last.record.substr(0, last.record.find("〜"));
        last.record = first + "〜" + pair.new_record;
        return true;
    }

    const ComparisonView& view_;
    std::vector<OldNewRow> rows_;
    std::unordered_map<std::string, std::string> shared_;
    std::string section_;
    bool started_ = false;
};

}  // namespace

MarkedText marked_side(const Diff& diff, DiffPart::Op keep) {
    MarkedText text;
    for (const DiffPart& part : diff) {
        if (part.op == DiffPart::Op::equal || part.op == keep) text.emplace_back(part.text, part.op == keep);
    }
    return text;
}

std::vector<OldNewRow> old_new_rows(const ComparisonView& view) { return Rows(view).make(); }

}  // namespace torimatome::writers
