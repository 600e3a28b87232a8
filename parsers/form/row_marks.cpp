#include "parsers/form/row_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/language.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

using Indices = std::vector<std::size_t>;

std::vector<const FieldSpec*> mark_fields(const Form& form) {
    std::vector<const FieldSpec*> fields;
    for (const std::string& id : form.identity) {
        const FieldSpec* spec = form.find_field(id);
        if (spec && spec->kind == FieldKind::mark) fields.push_back(spec);
    }
    return fields;
}

std::optional<int> number_of(const Field* field, const FieldSpec& spec) {
    if (!field) return std::nullopt;
    const auto mark =
        text::whole_mark(field->value.empty() ? field->text : field->value, *text::mark_style_from_name(spec.style));
    return mark ? std::optional<int>(mark->number) : std::nullopt;
}

std::optional<int> own_number(const Record& record, const FieldSpec& spec) {
    const Field* field = record.find(spec.id);
    return is_own(field) ? number_of(field, spec) : std::nullopt;
}

std::string mark_text(int number, const FieldSpec& spec) {
    return text::mark_text(*text::mark_style_from_name(spec.style), number);
}

Finding lost_before(const Record& record, const FieldSpec& spec, int number) {
    return row_finding(
        "item.row-missing", record, spec.id,
        tell(fmt::format("「{}」の行が見当たりません。この行の前で行が落ちたか、別の所に入ったかもしれません。",
                         mark_text(number, spec)),
             fmt::format("There is no row \"{}\": rows before this one may be lost or stand elsewhere.",
                         mark_text(number, spec))));
}

Finding may_be_of_lost(const Record& record, const FieldSpec& spec, int number) {
    return row_finding(
        "item.row-missing", record, spec.id,
        tell(fmt::format("後の「{}」の行が見当たりません。記号のないこの行は、そちらのものかもしれません。",
                         mark_text(number, spec)),
             fmt::format("The row \"{}\" below is missing; this row without a mark may be its.",
                         mark_text(number, spec))));
}

Finding out_of_order(const Record& record, const FieldSpec& spec, int number, int last) {
    return row_finding(
        "item.mark-out-of-order", record, spec.id,
        tell(fmt::format("「{}」が「{}」の後にあります。行が入れ替わったか、間の行が落ちたかもしれません。",
                         mark_text(number, spec), mark_text(last, spec)),
             fmt::format("\"{}\" stands after \"{}\": rows may have changed places or be lost.",
                         mark_text(number, spec), mark_text(last, spec))));
}

// Follows the marks of one section from row to row.
class MarkWalk {
  public:
    MarkWalk(const RowsRead& rows, const std::vector<const FieldSpec*>& fields, const Indices& section)
        : rows_(rows), fields_(fields), section_(section) {
        // A form in which every row has its mark numbers its rows; elsewhere a group's mark may be printed again.
        each_row_ = fields.front()->blank == BlankCell::keep;
    }

    // Adds to `findings` and gives how many marks were not the next one.
    std::size_t run(Findings& findings) {
        std::size_t irregular = 0;
        for (std::size_t at = 0; at < section_.size(); ++at) irregular += step(at, findings) ? 1 : 0;
        return irregular;
    }

  private:
    const Record& record(std::size_t at) const { return rows_.document.records[section_[at]]; }

    bool has_number(std::size_t from, std::size_t to, int number) const {
        for (std::size_t at = from; at < to; ++at) {
            if (own_number(record(at), *fields_.front()) == number) return true;
        }
        return false;
    }

    bool step(std::size_t at, Findings& findings) {
        const auto first = own_number(record(at), *fields_.front());
        const auto second = fields_.size() > 1 ? own_number(record(at), *fields_[1]) : std::nullopt;
        if (!first && !second) {
            without_mark_.push_back(at);
            return false;
        }
        const int before = last_;
        const bool irregular = first && check_first(at, *first, findings);
        // Behind marks that changed places the second ones do not go on either.
        const bool goes_on = !first || *first == before || *first == before + 1;
        const bool further = second && goes_on && check_second(at, first && *first != before, *second, findings);
        if (first) last_ = *first;
        if (second) last_second_ = *second;
        without_mark_.clear();
        return irregular || further;
    }

    bool check_first(std::size_t at, int number, Findings& findings) {
        const FieldSpec& spec = *fields_.front();
        if (number == last_ + 1 || (number == last_ && !each_row_)) return false;
        if (number <= last_) {
            findings.push_back(out_of_order(record(at), spec, number, last_));
            return true;
        }
        bool lost = false;
        for (int missing = last_ + 1; missing < number && !lost; ++missing) {
            lost = !has_number(0, at, missing) && !has_number(at, section_.size(), missing);
            if (!lost && has_number(at, section_.size(), missing)) {
                findings.push_back(out_of_order(record(at), spec, number, std::max(last_, 1)));
                return true;
            }
            if (!lost) continue;
            findings.push_back(lost_before(record(at), spec, missing));
            for (const std::size_t rest : without_mark_) {
                findings.push_back(may_be_of_lost(record(rest), spec, missing));
            }
        }
        return lost;
    }

    // The second mark goes on with the first one's (①ア ②イ) or starts anew below each (①ア ①イ ②ア).
    bool check_second(std::size_t at, bool new_item, int number, Findings& findings) const {
        if (number == last_second_ + 1 || (number == last_second_ && !new_item) || (number == 1 && new_item)) {
            return false;
        }
        if (number > last_second_ + 1) {
            findings.push_back(lost_before(record(at), *fields_[1], last_second_ + 1));
        } else {
            findings.push_back(out_of_order(record(at), *fields_[1], number, last_second_));
        }
        return true;
    }

    const RowsRead& rows_;
    const std::vector<const FieldSpec*>& fields_;
    const Indices& section_;
    bool each_row_ = false;
    int last_ = 0;
    int last_second_ = 0;
    Indices without_mark_;  // rows since the last mark
};

std::map<std::string, Indices> by_section(const Document& document) {
    std::map<std::string, Indices> sections;
    for (std::size_t i = 0; i < document.records.size(); ++i) sections[document.records[i].section].push_back(i);
    return sections;
}

// Marks start anew in each section, and below each heading within one.
std::map<std::string, Indices> series_of(const RowsRead& rows) {
    std::map<std::string, Indices> series;
    for (std::size_t i = 0; i < rows.document.records.size(); ++i) {
        const Record& record = rows.document.records[i];
        series[record.section + "\t" + record.text(rows.form.group_field)].push_back(i);
    }
    return series;
}

std::size_t count_own(const RowsRead& rows, const FieldSpec& spec) {
    const auto& records = rows.document.records;
    return static_cast<std::size_t>(std::count_if(
        records.begin(), records.end(), [&](const Record& record) { return own_number(record, spec).has_value(); }));
}

// Records without a mark that others of their section have, in their own row or from above.
void add_lacking(const RowsRead& rows, const std::vector<const FieldSpec*>& fields, Findings& findings) {
    for (const auto& [section, indices] : by_section(rows.document)) {
        for (const FieldSpec* spec : fields) {
            const auto has_mark = [&](std::size_t i) {
                return number_of(rows.document.records[i].find(spec->id), *spec).has_value();
            };
            if (std::none_of(indices.begin(), indices.end(), has_mark)) continue;
            for (const std::size_t i : indices) {
                if (has_mark(i)) continue;
                findings.push_back(
                    row_finding("item.mark-missing", rows.document.records[i], spec->id,
                                tell("ほかの行にはある記号（番号）が、この行にも上の行にもありません。",
                                     "This row has no mark or number, of its own or from above, as the others have.")));
            }
        }
    }
}

// The rows behind which those of a lost mark stood: without a mark of their own they may be its. Where there are none,
// the last row before it.
Indices rows_before(const RowsRead& rows, const Indices& section, int lost) {
    const FieldSpec& spec = *mark_fields(rows.form).front();
    std::size_t last = section.front();
    Indices unmarked;
    for (const std::size_t i : section) {
        const Record& record = rows.document.records[i];
        const auto number = number_of(record.find(spec.id), spec);
        if (!number || *number > lost) continue;
        last = i;
        if (own_number(record, spec)) {
            unmarked.clear();
        } else {
            unmarked.push_back(i);
        }
    }
    return unmarked.empty() ? Indices{last} : unmarked;
}

}  // namespace

Findings mark_doubts(const RowsRead& rows) {
    const std::vector<const FieldSpec*> fields = mark_fields(rows.form);
    if (fields.empty()) return {};
    Findings findings;
    std::size_t irregular = 0;
    for (const auto& [series, indices] : series_of(rows)) {
        irregular += MarkWalk(rows, fields, indices).run(findings);
    }
    // Where most marks do not go on, they are a part of a longer list or in an order of the author's.
    if (irregular * 3 > count_own(rows, *fields.front()) * 2) findings.clear();
    add_lacking(rows, fields, findings);
    return findings;
}

Findings item_doubts(const RowsRead& rows) {
    Findings findings;
    const std::vector<const FieldSpec*> fields = mark_fields(rows.form);
    if (fields.empty() || rows.form.section.item_style.empty()) return findings;
    const auto records = by_section(rows.document);
    for (const Section& section : rows.document.sections) {
        const auto found = records.find(section.number);
        if (found == records.end()) continue;
        std::set<int> marks;
        for (const std::size_t i : found->second) {
            const auto number = number_of(rows.document.records[i].find(fields.front()->id), *fields.front());
            if (number) marks.insert(*number);
        }
        for (const SectionItem& item : section.items) {
            const auto mark = text::whole_mark(item.mark, *text::mark_style_from_name(rows.form.section.item_style));
            if (!mark || marks.contains(mark->number)) continue;
            for (const std::size_t i : rows_before(rows, found->second, mark->number)) {
                findings.push_back(row_finding(
                    "item.row-missing", rows.document.records[i], fields.front()->id,
                    tell(fmt::format("項目「{}」の行が見当たりません。この行の辺りで行が落ちたかもしれません。",
                                     item.mark),
                         fmt::format("No row has the item \"{}\": rows near this one may be lost.", item.mark))));
            }
        }
    }
    return findings;
}

}  // namespace torimatome::parsers
