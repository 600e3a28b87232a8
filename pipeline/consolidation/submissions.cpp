#include "pipeline/consolidation/submissions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "pipeline/consolidation/record_key.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

Finding finding_about(const Reading& reading, const char* code, Severity severity, std::string message,
                      std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.source.file = reading.file;
    return finding;
}

bool same_content(const Document& a, const Document& b) {
    if (!a.source.sha256.empty() && a.source.sha256 == b.source.sha256) return true;
    const auto same_record = [](const Record& x, const Record& y) {
        const auto same_field = [](const auto& f, const auto& g) {
            return f.first == g.first && f.second.text == g.second.text && f.second.runs == g.second.runs;
        };
        return x.id == y.id &&
               std::equal(x.fields.begin(), x.fields.end(), y.fields.begin(), y.fields.end(), same_field);
    };
    const auto same_text = [](const LooseText& x, const LooseText& y) { return x.text == y.text; };
    return !a.records.empty() && a.department == b.department && a.title == b.title && a.year == b.year &&
           a.sections == b.sections &&
           std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), same_record) &&
           std::equal(a.unplaced.begin(), a.unplaced.end(), b.unplaced.begin(), b.unplaced.end(), same_text);
}

std::vector<std::string> departments_of(const Document& document, const Form* form) {
    std::vector<std::string> departments;
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = form ? form->find_field(id) : nullptr;
            if (!spec || spec->kind != FieldKind::departments) continue;
            for (const std::string& value : field.values) {
                const bool known = std::find(departments.begin(), departments.end(), value) != departments.end();
                if (!known) departments.push_back(value);
            }
        }
    }
    return departments;
}

void refuse_unreadable(const Reading& reading, Submission& submission, Findings& findings) {
    submission.state = SubmissionState::unreadable;
    submission.remark = reading.failure->message;
    Finding finding = finding_about(reading, "submission.unreadable", Severity::error,
                                    tell(fmt::format("「{}」は読み取れません。", reading.file),
                                         fmt::format("\"{}\" cannot be read. ", reading.file)) +
                                        reading.failure->message,
                                    reading.failure->hint);
    finding.source = reading.failure->source;
    finding.source.file = reading.file;
    findings.push_back(std::move(finding));
}

void refuse_other_form(const Reading& reading, const Form* form, const Form* other, Submission& submission,
                       Findings& findings) {
    const std::string wanted = form ? form->name : std::string();
    const std::string found = other ? other->name : reading.document->form;
    submission.state = SubmissionState::unreadable;
    submission.remark = tell(fmt::format("様式が「{}」なので、取りまとめていません。", found),
                             fmt::format("Of the form \"{}\"; not consolidated.", found));
    findings.push_back(finding_about(
        reading, "submission.form-differs", Severity::error,
        tell(fmt::format("「{}」の様式は「{}」で、取りまとめる様式「{}」と違います。内容は取り込んでいません。",
                         reading.file, found, wanted),
             fmt::format("The form of \"{}\" is \"{}\", not \"{}\". Its records were not taken.", reading.file, found,
                         wanted)),
        tell("別に取りまとめるか、--form で様式を指定してください。",
             "Please consolidate it on its own, or name the form with --form.")));
}

void refuse_identical(const Reading& reading, const Reading& first, Submission& submission, Findings& findings) {
    submission.state = SubmissionState::identical;
    submission.remark =
        tell(fmt::format("「{}」と同じ内容です。", first.file), fmt::format("The same as \"{}\".", first.file));
    findings.push_back(finding_about(
        reading, "submission.identical", Severity::note,
        tell(fmt::format("「{}」は「{}」と同じ内容なので、1回だけ数えています。", reading.file, first.file),
             fmt::format("\"{}\" is the same as \"{}\" and is counted once.", reading.file, first.file)),
        {}));
}

// What systems add to the name of a copy: 「コピー 〜」, 「〜 - コピー」, "Copy of 〜", 「〜 (1)」.
bool is_named_as_copy(const std::string& file) {
    const std::string key = text::compare_key(file.substr(0, file.rfind('.')));
    const auto holds = [&](const char* word) { return key.find(text::compare_key(word)) != std::string::npos; };
    const bool counted = key.size() > 3 && key.ends_with(")") && key[key.size() - 3] == '(' &&
                         key[key.size() - 2] >= '1' && key[key.size() - 2] <= '9';
    return holds("コピー") || holds("copyof") || holds("-copy") || counted;
}

// Among inputs of the same content the first whose name is not a copy's, else the first.
const Reading& original_of(const Reading& reading, const std::vector<Reading>& readings) {
    const Reading* original = nullptr;
    for (const Reading& each : readings) {
        const bool same = &each == &reading || (each.document && each.document->form == reading.document->form &&
                                                same_content(*each.document, *reading.document));
        if (!same) continue;
        if (!is_named_as_copy(each.file)) return each;
        if (!original) original = &each;
    }
    return *original;
}

}  // namespace

std::string sender_of(const std::string& file, const std::vector<std::string>& departments,
                      const Organisations& organisations) {
    std::vector<std::string> names;
    for (const Organisation& organisation : organisations.departments) {
        names.push_back(organisation.name);
        names.insert(names.end(), organisation.aliases.begin(), organisation.aliases.end());
    }
    names.insert(names.end(), departments.begin(), departments.end());
    const std::string file_key = text::compare_key(file);
    std::string sender;
    std::size_t longest = 0;
    for (const std::string& name : names) {
        // 「こ) 保育部」 is 「保育部」 in a file's name.
        const std::string key = without_bureau(text::compare_key(name));
        if (key.size() <= longest || file_key.find(key) == std::string::npos) continue;
        longest = key.size();
        sender = name;
    }
    return sender;
}

std::vector<Submission> list_submissions(const std::vector<Reading>& readings, const std::string& form,
                                         const Mappings& mappings, Findings& findings) {
    std::vector<Submission> submissions;
    for (const Reading& reading : readings) {
        Submission& submission = submissions.emplace_back();
        submission.source.file = reading.file;
        if (!reading.document) {
            submission.sender = sender_of(reading.file, {}, mappings.organisations);
            refuse_unreadable(reading, submission, findings);
            continue;
        }
        const Document& document = *reading.document;
        submission.source = document.source;
        submission.source.file = reading.file;
        submission.records = static_cast<int>(document.records.size());
        submission.findings = static_cast<int>(document.findings.size());
        submission.departments = departments_of(document, mappings.find_form(document.form));
        submission.sender = document.department.empty()
                                ? sender_of(reading.file, submission.departments, mappings.organisations)
                                : document.department;
        if (document.form != form) {
            refuse_other_form(reading, mappings.find_form(form), mappings.find_form(document.form), submission,
                              findings);
            continue;
        }
        const Reading& original = original_of(reading, readings);
        if (&original != &reading) refuse_identical(reading, original, submission, findings);
    }
    return submissions;
}

}  // namespace torimatome::pipeline
