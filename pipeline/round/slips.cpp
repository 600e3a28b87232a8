#include "pipeline/round/slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pipeline/consolidation/record_key.hpp"
#include "pipeline/consolidation/submissions.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/output_folder.hpp"
#include "pipeline/round/slip_words.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

std::string excerpt(const std::string& text) {
    constexpr int kCharacters = 60;
    std::size_t end = 0;
    for (int i = 0; i < kCharacters && end < text.size(); ++i) end += text::code_point_at(text, end).length;
    return end < text.size() ? text.substr(0, end) + "…" : text;
}

std::string text_of(const Document& document, const Finding& finding) {
    if (finding.record.empty() || finding.field.empty()) return {};
    const auto record = std::find_if(document.records.begin(), document.records.end(),
                                     [&](const Record& each) { return each.id == finding.record; });
    return record == document.records.end() ? std::string() : excerpt(record->text(finding.field));
}

std::string place_of(const SourcePosition& source) {
    SourcePosition place = source;
    place.file.clear();
    return describe(place);
}

std::string department_of(const Reading& reading, const Form* form, const Organisations& organisations) {
    if (!reading.document) return sender_of(reading.file, {}, organisations);
    if (!reading.document->department.empty()) return reading.document->department;
    std::vector<std::string> named;
    for (const Record& record : reading.document->records) {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = form ? form->find_field(id) : nullptr;
            if (spec && spec->kind == FieldKind::departments)
                named.insert(named.end(), field.values.begin(), field.values.end());
        }
    }
    return sender_of(reading.file, named, organisations);
}

bool is_blank(const Reading& reading) {
    if (!reading.document) return false;
    const Findings& findings = reading.document->findings;
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.code == "form.not-filled-in"; });
}

// What is said to the secretariat alone: what became of the text, which other file it was held against.
std::string words_for_department(std::string message) {
    for (const std::string_view each :
         {"内容はそのまま残しました。", "文字はそのまま残しています。", "同じ内容なので、1件として扱いました。",
          "内容が違うので、両方を残しました。", "今年度の回答がない取組だけを取り込んでいます。",
          "分けずに残しています。", "すべて残しています。", "元の列として読みました。"}) {
        for (std::size_t at = message.find(each); at != std::string::npos; at = message.find(each)) {
            message.erase(at, each.size());
        }
    }
    return message;
}

// Notes, and what is between the inputs of a run rather than in this one.
bool is_for_secretariat(const Finding& finding) {
    if (finding.severity == Severity::note) return true;
    return finding.code.starts_with("submission.") && finding.code != "submission.year-differs";
}

writers::SlipEntry entry_of(const Reading& reading, const writers::ReturnSlip& slip) {
    writers::SlipEntry entry;
    entry.department = slip.department;
    entry.file = reading.file;
    entry.must = static_cast<int>(
        std::count_if(slip.items.begin(), slip.items.end(), [](const writers::SlipItem& item) { return item.must; }));
    entry.check = static_cast<int>(slip.items.size()) - entry.must;
    entry.state = !reading.document    ? "読み取り不可"
                  : is_blank(reading)  ? "未記入"
                  : slip.items.empty() ? "問題なし"
                                       : "返戻";
    if (reading.document) {
        entry.saved_on = reading.document->source.date;
        entry.sha256 = reading.document->source.sha256;
    }
    return entry;
}

// The roster's departments of which nothing came, and those of which only blank forms came.
std::vector<RosterEntry> departments_to_remind(const std::vector<writers::SlipEntry>& entries,
                                               const SlipSettings& settings, const RecordComparison& comparison) {
    std::map<std::string, bool> answered;  // by department: whether something filled in came
    std::vector<RosterEntry> reminded;
    for (const writers::SlipEntry& entry : entries) {
        bool& any = answered[comparison.department_key(entry.department)];
        any = any || entry.state != "未記入";
    }
    std::set<std::string> listed;
    for (const RosterEntry& entry : settings.roster) {
        const std::string key = comparison.department_key(entry.department);
        listed.insert(key);
        const auto found = answered.find(key);
        if (found == answered.end() || !found->second) reminded.push_back(entry);
    }
    for (const writers::SlipEntry& entry : entries) {
        const std::string key = comparison.department_key(entry.department);
        if (!answered[key] && !entry.department.empty() && listed.insert(key).second) {
            reminded.push_back({entry.department, {}});
        }
    }
    return reminded;
}

void write_reminder(const std::string& text, const std::filesystem::path& file) {
    // The clerks' Notepad knows UTF-8 by the byte order mark.
    OutputFile output(file);
    output.stream() << "\xEF\xBB\xBF";
    for (const char c : text) {
        if (c == '\n') output.stream() << '\r';
        output.stream() << c;
    }
    output.commit();
}

std::string common_title(const std::vector<Reading>& readings) {
    for (const Reading& reading : readings) {
        if (reading.document && !reading.document->title.empty()) return reading.document->title;
    }
    return {};
}

}  // namespace

writers::ReturnSlip make_slip(const Reading& reading, const Form* form, const Organisations& organisations,
                              const SlipSettings& settings) {
    writers::ReturnSlip slip{
        department_of(reading, form, organisations), reading.file, settings.due, settings.contact, {}};
    Findings findings;
    if (reading.failure) findings.push_back(*reading.failure);
    if (reading.document) findings = reading.document->findings;
    std::erase_if(findings, is_for_secretariat);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        const SlipWords x = slip_words(a);
        const SlipWords y = slip_words(b);
        return std::pair(!x.must, x.rank) < std::pair(!y.must, y.rank);
    });
    for (const Finding& finding : findings) {
        const SlipWords words = slip_words(finding);
        slip.items.push_back({words.must, place_of(finding.source), finding.record,
                              reading.document ? text_of(*reading.document, finding) : "",
                              words_for_department(finding.message), words.request});
    }
    return slip;
}

std::string reminder_text(const std::vector<RosterEntry>& departments, const std::string& title,
                          const SlipSettings& settings) {
    if (departments.empty()) return {};
    const std::string subject = title.empty() ? "照会" : title + "について（照会）";
    std::string text = "件名：【お願い】" + subject + "への回答について\n\n各担当者　様\n\n";
    text += "お世話になっております。\n";
    text += "「" + subject + "」について、まだ回答をいただいておりません。\n";
    text += settings.due.empty() ? "お忙しいところ恐れ入りますが、至急、提出をお願いします。\n"
                                 : "お忙しいところ恐れ入りますが、" + settings.due + "までに提出をお願いします。\n";
    text += "既に提出いただいている場合は、行き違いですのでご容赦ください。\n";
    text += "提出が難しい事情があるときは、見込みの日を下記までお知らせください。\n\n";
    text +=
        "提出先・問合せ先：" + (settings.contact.empty() ? std::string("（ここに記入）") : settings.contact) + "\n\n";
    text += fmt::format("―― 以下は控えです（送信の前に削除してください） ――\n未回答 {} 部署\n", departments.size());
    for (const RosterEntry& entry : departments) {
        text += "・" + entry.department + (entry.contact.empty() ? "" : "　" + entry.contact) + "\n";
    }
    return text;
}

SlipsWritten write_slips(const std::vector<Reading>& readings, const Mappings& mappings, const SlipSettings& settings,
                         const std::filesystem::path& folder) {
    SlipsWritten written;
    std::set<std::string> names;
    std::vector<writers::SlipEntry> entries;
    const Form* form = nullptr;
    for (const Reading& reading : readings) {
        if (reading.document) form = mappings.find_form(reading.document->form);
        const writers::ReturnSlip slip = make_slip(reading, form, mappings.organisations, settings);
        writers::SlipEntry entry = entry_of(reading, slip);
        if (!slip.items.empty()) {
            entry.slip =
                safe_file_name("返戻票_" + std::filesystem::path(reading.file).stem().string(), names) + ".xlsx";
            writers::write_return_slip(slip, settings.created, folder / entry.slip);
            ++written.slips;
        }
        entries.push_back(std::move(entry));
    }
    const Form none;
    const RecordComparison comparison(form ? *form : none, mappings.organisations);
    const std::vector<RosterEntry> reminded = departments_to_remind(entries, settings, comparison);
    for (const RosterEntry& entry : reminded) {
        const bool blank = std::any_of(entries.begin(), entries.end(), [&](const writers::SlipEntry& each) {
            return comparison.department_key(each.department) == comparison.department_key(entry.department);
        });
        if (!blank) entries.push_back({entry.department, {}, "未提出", 0, 0, {}, {}, {}, entry.contact});
    }
    writers::write_slip_list(entries, settings.created, folder / "返戻一覧.xlsx");
    const std::string reminder = reminder_text(reminded, common_title(readings), settings);
    if (!reminder.empty()) write_reminder(reminder, folder / "督促文.txt");
    written.reminded = static_cast<int>(reminded.size());
    return written;
}

}  // namespace torimatome::pipeline
