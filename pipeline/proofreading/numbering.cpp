#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/language.hpp"
#include "pipeline/proofreading/place.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "pipeline/proofreading/whole_document.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"

namespace torimatome::pipeline {

namespace {

std::optional<int> number_of(const std::string& mark, const std::string& style) {
    const auto named = text::mark_style_from_name(style);
    if (!named) return text::numeral_value(mark);
    const auto read = text::whole_mark(mark, *named);
    return read ? std::optional<int>(read->number) : std::nullopt;
}

std::string mark_of(int number, const std::string& style) {
    const auto named = text::mark_style_from_name(style);
    return named ? text::mark_text(*named, number) : std::to_string(number);
}

// The numbers that one list lacks between 1 and its greatest. Where most are missing, it is no list of that kind.
std::vector<int> missing_numbers(const std::set<int>& numbers) {
    std::vector<int> missing;
    if (numbers.empty()) return missing;
    for (int number = 1; number < *numbers.rbegin(); ++number) {
        if (!numbers.contains(number)) missing.push_back(number);
    }
    return missing.size() < numbers.size() ? missing : std::vector<int>();
}

Finding gap(const std::string& where, const std::string& marks) {
    Finding finding;
    finding.code = "numbering.gap";
    finding.severity = Severity::note;
    finding.message = tell(fmt::format("{}の番号「{}」がありません。", where, marks),
                           fmt::format("{} lacks the number {}.", where, marks));
    finding.hint = tell("抜けている行がないか、番号の振り違いでないかを確かめてください。",
                        "Please check whether a row is missing or misnumbered.");
    return finding;
}

Finding doubled(const std::string& where, const std::string& mark) {
    Finding finding;
    finding.code = "numbering.double";
    finding.severity = Severity::warning;
    finding.message = tell(fmt::format("{}の番号「{}」が2回使われています。", where, mark),
                           fmt::format("{} has the number {} twice.", where, mark));
    finding.hint = tell("番号の振り違いでないか確かめてください。", "Please check the numbers.");
    return finding;
}

std::string joined(const std::vector<int>& numbers, const std::string& style) {
    std::string text;
    for (const int number : numbers) text += (text.empty() ? "" : tell("、", ", ")) + mark_of(number, style);
    return text;
}

std::string section_words(const Form& form, const std::string& number) {
    const std::string name = form.section.name.empty() ? tell("章", "section ") : form.section.name;
    return number.empty() ? tell("表", "The table") : name + number;
}

void check_sections(const Document& document, const Form& form, Findings& findings) {
    const std::string where = form.section.name.empty() ? tell("章", "The sections") : form.section.name;
    std::set<int> numbers;
    for (const Section& section : document.sections) {
        const auto number = text::numeral_value(section.number);
        if (!number) continue;
        if (!numbers.insert(*number).second) findings.push_back(doubled(where, section.number));
    }
    const std::vector<int> missing = missing_numbers(numbers);
    if (!missing.empty() && numbers.contains(1)) findings.push_back(gap(where, joined(missing, "")));
}

void check_items(const Document& document, const Form& form, Findings& findings) {
    const std::string& style = form.section.item_style;
    for (const Section& section : document.sections) {
        std::set<int> numbers;
        const std::string where = section_words(form, section.number) + tell("の項目", "'s items");
        for (const SectionItem& item : section.items) {
            const auto number = number_of(item.mark, style);
            if (number && !numbers.insert(*number).second) findings.push_back(doubled(where, item.mark));
        }
        const std::vector<int> missing = missing_numbers(numbers);
        if (!missing.empty()) findings.push_back(gap(where, joined(missing, style)));
    }
}

// One list of marks: those of one field below the same marks of the fields before it.
struct MarkList {
    std::string where;
    std::string style;
    std::set<int> numbers;
    int last = 0;
    std::string last_text;  ///< what stands beside the last mark
};

// What the mark's own column says beside it: the same mark with other words is another measure.
std::string text_beside(const Record& record, const Form& form, const std::string& mark) {
    std::string text;
    for (const ColumnSpec& column : form.columns) {
        const bool own = std::any_of(column.fields.begin(), column.fields.end(),
                                     [&](const FieldSpec& spec) { return spec.id == mark; });
        if (!own) continue;
        for (const FieldSpec& spec : column.fields) {
            if (spec.kind != FieldKind::mark) text += text::compare_key(record.text(spec.id)) + "\n";
        }
    }
    return text;
}

class RecordMarks {
  public:
    RecordMarks(const Document& document, const Form& form) : document_(document), form_(form) {
        for (const std::string& id : form.identity) {
            const FieldSpec* spec = form.find_field(id);
            if (spec && spec->kind == FieldKind::mark) last_mark_ = id;
        }
    }

    Findings check(bool with_gaps) {
        Findings findings;
        for (const Record& record : document_.records) add(record, findings);
        if (!with_gaps) return findings;
        for (const auto& [path, list] : lists_) {
            const std::vector<int> missing = missing_numbers(list.numbers);
            if (missing.empty() || !list.numbers.contains(1)) continue;
            findings.push_back(gap(list.where, joined(missing, list.style)));
        }
        return findings;
    }

  private:
    void add(const Record& record, Findings& findings) {
        std::string path = record.section;
        std::string where = section_words(form_, record.section);
        for (const std::string& id : form_.identity) {
            const FieldSpec* spec = form_.find_field(id);
            const Field* field = record.find(id);
            if (!spec || !field) continue;
            const std::string& mark = field->value.empty() ? field->text : field->value;
            if (spec->kind == FieldKind::mark) add_mark(record, *spec, *field, mark, path, where, findings);
            path += "-" + text::compare_key(mark);
            where += mark;
        }
    }

    void add_mark(const Record& record, const FieldSpec& spec, const Field& field, const std::string& mark,
                  const std::string& path, const std::string& where, Findings& findings) {
        const auto number = number_of(mark, spec.style);
        if (!number) return;
        MarkList& list = lists_[path + "/" + spec.id];
        list.where = where;
        list.style = spec.style;
        const std::string beside = text_beside(record, form_, spec.id);
        const bool again = list.numbers.contains(*number);
        // A mark with further marks below it may be printed again in each row.
        const bool tells_rows_apart = spec.id == last_mark_;
        const bool same_text = list.last_text == beside && beside.size() > 1;
        const bool goes_on = list.last == *number && (field.inherited || !tells_rows_apart || same_text);
        if (again && !goes_on && !field.inherited) {
            Finding finding = doubled(where, mark);
            finding.record = record.id;
            finding.field = spec.id;
            finding.source = record.source;
            findings.push_back(std::move(finding));
        }
        list.numbers.insert(*number);
        list.last = *number;
        list.last_text = beside;
    }

    const Document& document_;
    const Form& form_;
    std::string last_mark_;  ///< the field of the innermost marks
    std::map<std::string, MarkList> lists_;
};

}  // namespace

Findings check_numbering(const Document& document, const Form& form) {
    Findings findings;
    const bool whole = seems_whole(document, form);
    if (whole) check_sections(document, form, findings);
    check_items(document, form, findings);
    const Findings marks = RecordMarks(document, form).check(whole);
    findings.insert(findings.end(), marks.begin(), marks.end());
    return findings;
}

}  // namespace torimatome::pipeline
