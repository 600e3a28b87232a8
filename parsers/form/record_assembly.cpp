#include "parsers/form/record_assembly.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "parsers/form/cell_affinity.hpp"
#include "parsers/form/date_cell.hpp"
#include "parsers/form/department_list.hpp"
#include "parsers/form/fitted_runs.hpp"
#include "parsers/form/reprint_mark.hpp"
#include "parsers/form/term_list.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"
#include "text/line_break.hpp"
#include "text/look_alike.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

Finding make_finding(const std::string& code, const Record& record, const std::string& field,
                     const SourcePosition& source, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.record = record.id;
    finding.field = field;
    finding.source = source;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : "\n") + value;
    return text;
}

// The text of a list one entry a line, where only white space stood between them; else as written.
std::string department_text(const std::string& text, const std::vector<std::string>& values) {
    const std::string lines = joined(values);
    return text::count_non_space(lines) == text::count_non_space(text) ? lines : text;
}

bool is_one_of(const std::string& text, const std::vector<std::string>& words) {
    constexpr std::size_t kLongestWord = 40;  // bytes: longer texts say more than such a word
    if (text.size() > kLongestWord) return false;
    const std::string key = text::compare_key(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text::compare_key(word) == key; });
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The end of a tag that lost its start: 「/p>」「ul>」.
std::string end_of_tag(const std::string& text) {
    constexpr std::size_t kLongestName = 6;
    for (std::size_t at = text.find('>'); at != std::string::npos; at = text.find('>', at + 1)) {
        std::size_t start = at;
        while (start > 0 && is_letter(text[start - 1])) --start;
        const std::size_t length = at - start;
        if (at > 0 && text[at - 1] == '"') return text.substr(at - 1, 2);  // of an attribute
        if (length == 0 || length > kLongestName) continue;
        if (start > 0 && text[start - 1] == '/') --start;
        return text.substr(start, at + 1 - start);
    }
    return {};
}

// What is left of a tag that the reader could not take: 「<u」「</p」「p>」「<>」. Empty where there is none.
std::string broken_tag(const std::string& text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        std::size_t end = at + 1;
        if (end < text.size() && text[end] == '/') ++end;
        while (end < text.size() && is_letter(text[end])) ++end;
        // "</" alone is left of a tag, too.
        const bool empty_tag = end < text.size() && text[end] == '>';
        if (end > at + 1 || end == text.size() || empty_tag) return text.substr(at, end - at + (empty_tag ? 1 : 0));
    }
    return end_of_tag(text);
}

std::vector<std::string> tokens(const std::string& text) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        if (text::is_space(c.value)) {
            if (!parts.back().empty()) parts.emplace_back();
        } else {
            parts.back() += text.substr(at, c.length);
        }
        at += c.length;
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

}  // namespace

RecordAssembly::RecordAssembly(const Form& form, const Mappings& mappings) : form_(form), mappings_(mappings) {}

void RecordAssembly::start_section(const std::string& number) {
    if (number == section_ && !above_.empty()) return;
    section_ = number;
    start_sheet();
}

void RecordAssembly::start_sheet() {
    above_.clear();
    above_source_.clear();
}

// The fields of the first column make a group: 「① ア 方針」. They are handed down whatever the cells' borders say,
// because a row without them has no place in the plan.
bool RecordAssembly::is_key_field(const FieldSpec& spec) const {
    const auto& fields = form_.columns.front().fields;
    return std::any_of(fields.begin(), fields.end(), [&](const FieldSpec& field) { return field.id == spec.id; });
}

// A heading above stands for all rows below it: it starts a group in the first of them only.
bool RecordAssembly::starts_group(const RawRow& row) const {
    return std::any_of(row.fields.begin(), row.fields.end(), [&](const RawField& raw) {
        if (!raw.spec || !is_key_field(*raw.spec) || raw.text.empty() || raw.spans) return false;
        const auto above = above_.find(raw.id);
        return !raw.of_heading || above == above_.end() || above->second.text != raw.text;
    });
}

Field RecordAssembly::make_field(const RawField& raw, const SourcePosition& row_source) const {
    Field field;
    field.text = raw.text;
    field.value = raw.value;
    field.inherited = raw.spans;
    if (!(raw.source == row_source)) field.source = raw.source;
    const FieldKind kind = raw.spec ? raw.spec->kind : FieldKind::prose;
    if (kind == FieldKind::departments) {
        field.values = split_departments(raw.text, mappings_.organisations).values;
        field.text = department_text(raw.text, field.values);
    } else if (raw.spec && raw.spec->list) {
        field.values = split_terms(raw.text, mappings_.find_vocabulary(raw.id));
        field.text = department_text(raw.text, field.values);
    } else if (kind == FieldKind::choice) {
        if (choices_in(raw.text, form_).size() > 1) field.values = tokens(raw.text);
    } else if (kind == FieldKind::date) {
        if (const auto date = read_date_cell(raw.text).date) field.value = text::iso_date(*date);
    }
    if (field.value.empty()) field.value = answer_kind(raw.text);
    field.reprinted = has_reprint_mark(raw.text, form_);
    field.runs = fit_runs(raw.runs, field.text);
    return field;
}

std::optional<Field> RecordAssembly::inherited_field(const RawRow& row, std::size_t index, bool group_start) const {
    const RawField& raw = row.fields[index];
    if (row.complete || !raw.spec || raw.spec->blank != BlankCell::inherit) return std::nullopt;
    const bool key = is_key_field(*raw.spec);
    if (raw.surely_blank && !key) return std::nullopt;
    if (group_start && !key) return std::nullopt;
    if (group_start) {
        // ① goes on over ア and イ, but イ does not take ア's policy: only what stands left of the first new one is
        // inherited.
        for (std::size_t left = 0; left < index; ++left) {
            const RawField& other = row.fields[left];
            if (other.spec && is_key_field(*other.spec) && !other.text.empty() && !other.spans) return std::nullopt;
        }
    }
    const auto found = above_.find(raw.id);
    if (found == above_.end()) return std::nullopt;
    Field field = found->second;
    field.inherited = true;
    field.source = above_source_.at(raw.id);
    return field;
}

std::string RecordAssembly::next_id(const Record& record) {
    std::string stem = record.section;
    for (const std::string& id : form_.identity) {
        const Field* field = record.find(id);
        if (!field) continue;
        if (!stem.empty()) stem += "-";
        stem += field->value.empty() ? field->text : field->value;
    }
    const int ordinal = ++ordinals_[stem];
    return (stem.empty() ? "" : stem + "-") + std::to_string(ordinal);
}

void RecordAssembly::report_doubts(const RawField& raw, const Record& record, Findings& findings) const {
    const SourcePosition& place = raw.source;
    if (!raw.value.empty()) {
        findings.push_back(make_finding(
            "mark.look-alike", record, raw.id, place,
            tell(fmt::format("記号「{}」は「{}」の読み違いと見て並べました。文字はそのまま残しています。", raw.text,
                             raw.value),
                 fmt::format("The mark \"{}\" was taken for \"{}\"; the text is kept as it is.", raw.text, raw.value)),
            tell("元の資料で記号を確かめてください。", "Please check the mark in the original.")));
    }
    if (const std::string tag = broken_tag(raw.text); !tag.empty()) {
        findings.push_back(make_finding(
            "text.tag-broken", record, raw.id, place,
            tell(fmt::format("「{}」は、壊れた書式の印（タグ）の残りのようです。文字はそのまま残しています。", tag),
                 fmt::format("\"{}\" seems to be left of a broken tag; the text is kept as it is.", tag)),
            tell("元の資料で文字を確かめてください。", "Please check the text in the original.")));
    }
    for (const text::LookAlikeFinding& found : text::find_look_alikes(raw.text, mappings_.look_alikes)) {
        findings.push_back(make_finding(
            "text.look-alike", record, raw.id, place,
            tell(fmt::format("「{}」は「{}」の読み違いかもしれません。文字はそのまま残しています。", found.wrong,
                             found.right),
                 fmt::format("\"{}\" may stand for \"{}\"; the text is kept as it is.", found.wrong, found.right)),
            tell("元の資料で文字を確かめてください。", "Please check the character in the original.")));
    }
    if (!raw.spec || raw.spec->kind != FieldKind::choice) return;
    const std::size_t choices = choices_in(raw.text, form_).size();
    if (choices == 0) {
        findings.push_back(make_finding("category.unknown", record, raw.id, place,
                                        tell(fmt::format("「{}」は、この様式の区分にありません。", raw.text),
                                             fmt::format("\"{}\" is none of this form's categories.", raw.text)),
                                        tell("区分を確かめてください。", "Please check the category.")));
    } else if (choices > 1) {
        findings.push_back(make_finding(
            "row.packed", record, raw.id, place,
            tell(fmt::format("1つの欄に区分が{}つあります（{}）。{}"
                             "行分の内容が1行にまとまっているようです。分けずに残しています。",
                             choices, raw.text, choices),
                 fmt::format(
                     "One cell holds {} categories ({}): {} rows seem to be packed into one. They were not split.",
                     choices, raw.text, choices)),
            tell("どの文がどの区分のものか、元の資料で確かめてください。",
                 "Please check in the original which text belongs to which category.")));
    }
}

// The form's own fields in its order, then unknown columns as they come.
void RecordAssembly::order_by_form(RawRow& row) const {
    std::map<const FieldSpec*, std::size_t> places;
    for (const ColumnSpec& column : form_.columns) {
        for (const FieldSpec& field : column.fields) places.emplace(&field, places.size());
    }
    const auto place = [&](const RawField& raw) { return raw.spec ? places.at(raw.spec) : places.size(); };
    std::stable_sort(row.fields.begin(), row.fields.end(),
                     [&](const RawField& a, const RawField& b) { return place(a) < place(b); });
}

// 「〃」 alone, 再掲 tags apart.
bool RecordAssembly::is_ditto(const RawField& raw) const {
    std::string bare = raw.text;
    for (const std::string& mark : form_.reprint_marks) {
        if (const std::size_t at = bare.find(mark); at != std::string::npos) bare.erase(at, mark.size());
    }
    return is_one_of(bare, form_.ditto_marks);
}

std::optional<Field> RecordAssembly::ditto_field(const RawField& raw) const {
    const auto found = above_.find(raw.id);
    if (found == above_.end()) return std::nullopt;
    Field field = found->second;
    field.inherited = true;
    field.source = above_source_.at(raw.id);
    field.reprinted = field.reprinted || has_reprint_mark(raw.text, form_);
    return field;
}

// 「該当なし」 is an answer, and 「前年のまま」 another; both are told from each other and from a blank cell.
std::string RecordAssembly::answer_kind(const std::string& text) const {
    if (is_one_of(text, form_.none_words)) return "none";
    if (is_one_of(text, form_.unchanged_words)) return "unchanged";
    return {};
}

void RecordAssembly::report_dittos(const RawRow& row, const Record& record, Findings& findings) const {
    for (const RawField& raw : row.fields) {
        if (raw.text.empty() || raw.spans || !is_ditto(raw)) continue;
        const bool resolved = above_.contains(raw.id);
        Finding finding = make_finding(
            resolved ? "field.ditto" : "field.ditto-unresolved", record, raw.id, raw.source,
            resolved ? tell(fmt::format("「{}」を、上の行の内容として読みました。", raw.text),
                            fmt::format("\"{}\" was read as the text of the row above.", raw.text))
                     : tell(fmt::format("「{}」とありますが、上の行に内容がありません。", raw.text),
                            fmt::format("\"{}\" refers to the row above, which has no text.", raw.text)),
            resolved ? std::string() : tell("何を指すか確かめてください。", "Please check what is meant."));
        if (resolved) finding.severity = Severity::note;
        findings.push_back(std::move(finding));
    }
}

// 「前年のまま」 has to be filled in by somebody; 「該当なし」 is an answer that the reader should know of.
void RecordAssembly::report_answer_kinds(const Record& record, Findings& findings) const {
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form_.find_field(id);
        if (spec && spec->kind == FieldKind::date && !field.inherited && read_date_cell(field.text).impossible) {
            findings.push_back(make_finding(
                "date.impossible", record, id, field.source == SourcePosition{} ? record.source : field.source,
                tell(fmt::format("「{}」という日はありません。日付としては読んでいません。", field.text),
                     fmt::format("There is no day \"{}\"; it was not taken as a date.", field.text)),
                tell("正しい日付を確かめてください。", "Please check the date.")));
        }
        if (field.inherited || (field.value != "none" && field.value != "unchanged")) continue;
        const bool unchanged = field.value == "unchanged";
        Finding finding = make_finding(
            unchanged ? "field.unchanged" : "field.none", record, id,
            field.source == SourcePosition{} ? record.source : field.source,
            unchanged ? tell(fmt::format("「{}」と書かれています。前年度の内容は入れていません。", field.text),
                             fmt::format("Says \"{}\"; last year's text was not put in.", field.text))
                      : tell(fmt::format("「{}」と書かれています（空欄ではありません）。", field.text),
                             fmt::format("Says \"{}\" (it is not blank).", field.text)),
            unchanged ? tell("前年度の内容を書いてもらってください。", "Please ask for the text itself.")
                      : std::string());
        if (!unchanged) finding.severity = Severity::note;
        findings.push_back(std::move(finding));
    }
}

// A merge that reaches into a row with a mark of its own was made over two measures.
void RecordAssembly::report_crossing_merges(const RawRow& row, const Record& record, bool group_start,
                                            Findings& findings) const {
    for (const RawField& raw : row.fields) {
        if (!raw.spans || !raw.spec || is_key_field(*raw.spec)) continue;
        // What a blank cell would not inherit, a measure has of its own: its result, its plan.
        if (!group_start && raw.spec->blank == BlankCell::inherit) continue;
        findings.push_back(
            make_finding("merge.crosses-records", record, raw.id, raw.source,
                         tell("結合されたセルが、次の取組の行にまたがっています。両方の行に同じ内容を入れました。",
                              "A merged cell reaches into the row of another measure; both rows were given its text."),
                         tell("結合の範囲を確かめてください。", "Please check the range of the merge.")));
    }
}

// What the next rows can take: a field that this record lacks hands nothing down.
void RecordAssembly::remember(const Record& record) {
    above_.clear();
    for (const auto& [id, field] : record.fields) {
        above_[id] = field;
        above_source_[id] = field.source == SourcePosition{} ? record.source : field.source;
    }
}

void RecordAssembly::continue_record(const RawRow& row, Record& record) {
    for (const RawField& raw : row.fields) {
        if (raw.text.empty() || raw.spans || raw.of_heading) continue;
        Field* field = record.find(raw.id);
        if (!field) {
            record.fields.emplace_back(raw.id, make_field(raw, record.source));
            continue;
        }
        if (!field->runs.empty() || !raw.runs.empty()) {
            if (field->runs.empty()) field->runs.push_back({field->text, false, false, false, {}});
            const std::vector<TextRun> more =
                raw.runs.empty() ? std::vector<TextRun>{{raw.text, false, false, false, {}}} : raw.runs;
            field->runs.insert(field->runs.end(), more.begin(), more.end());
        }
        RawField whole = raw;
        whole.text = text::undo_line_breaks(field->text + "\n" + raw.text);
        whole.runs = field->runs;
        whole.source = field->source == SourcePosition{} ? record.source : field->source;
        *field = make_field(whole, record.source);
    }
    remember(record);
}

Record RecordAssembly::add(RawRow row, Findings& findings) {
    order_by_form(row);
    Record record;
    record.section = section_;
    record.source = row.source;
    const bool group_start = starts_group(row);
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const RawField& raw = row.fields[i];
        std::optional<Field> field;
        if (raw.text.empty()) {
            field = inherited_field(row, i, group_start);
        } else {
            if (is_ditto(raw)) field = ditto_field(raw);
            if (!field) field = make_field(raw, row.source);
        }
        if (field) record.fields.emplace_back(raw.id, std::move(*field));
    }
    record.id = next_id(record);
    for (const RawField& raw : row.fields) {
        if (!raw.text.empty() && !raw.spans && !is_ditto(raw)) report_doubts(raw, record, findings);
    }
    report_dittos(row, record, findings);
    report_crossing_merges(row, record, group_start, findings);
    report_answer_kinds(record, findings);
    remember(record);
    return record;
}

}  // namespace torimatome::parsers
