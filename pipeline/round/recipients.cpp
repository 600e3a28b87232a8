#include "pipeline/round/recipients.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

Finding about(const char* code, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

Recipient& recipient_named(const std::string& name, std::vector<Recipient>& recipients) {
    const std::string key = text::compare_key(name);
    for (Recipient& each : recipients) {
        if (text::compare_key(each.department) == key) return each;
    }
    recipients.push_back({name, {}, {}});
    return recipients.back();
}

void report_roster(const std::vector<Recipient>& recipients, std::size_t listed, Findings& findings) {
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const std::string& name = recipients[i].department;
        if (i < listed && recipients[i].records.empty()) {
            findings.push_back(about(
                "distribute.nothing-to-ask",
                tell(fmt::format("名簿の「{}」が担当する取組は、資料にありません。", name),
                     fmt::format("The document has no measure of \"{}\" of the roster.", name)),
                tell("照会しなくてよいか確かめてください。様式は作っていません。", "Please check; no form was made.")));
        } else if (i >= listed && listed > 0 && !name.empty()) {
            findings.push_back(about("distribute.not-in-roster",
                                     tell(fmt::format("資料の担当「{}」は名簿にありません。様式は作りました。", name),
                                          fmt::format("\"{}\" is not in the roster; a form was made.", name)),
                                     tell("部署の名前が変わっていないか確かめてください。",
                                          "Please check whether the department has a new name.")));
        }
    }
}

}  // namespace

std::string department_name(const std::string& written, const Organisations& organisations) {
    std::string name = written;
    for (const char* bracket : {")", "）"}) {
        const std::size_t at = name.find(bracket);
        if (at != std::string::npos) name = name.substr(at + std::string_view(bracket).size());
    }
    name = std::string(text::trim(name));
    const std::string key = text::compare_key(name);
    for (const Organisation& organisation : organisations.departments) {
        const auto is_name = [&](const std::string& alias) { return text::compare_key(alias) == key; };
        if (is_name(organisation.name) ||
            std::any_of(organisation.aliases.begin(), organisation.aliases.end(), is_name)) {
            return organisation.name;
        }
    }
    return name;
}

std::vector<std::vector<std::string>> departments_of_records(const Document& document, const Form& form,
                                                             const Organisations& organisations) {
    std::vector<std::vector<std::string>> departments;
    for (const Record& record : document.records) {
        auto& names = departments.emplace_back();
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = form.find_field(id);
            if (!spec || spec->kind != FieldKind::departments) continue;
            for (const std::string& value : field.values) {
                const std::string name = department_name(value, organisations);
                if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
            }
        }
    }
    return departments;
}

std::vector<Recipient> find_recipients(const Document& document, const Form& form, const Organisations& organisations,
                                       const std::vector<RosterEntry>& roster, Findings& findings) {
    std::vector<Recipient> recipients;
    for (const RosterEntry& entry : roster) {
        Recipient& recipient = recipient_named(department_name(entry.department, organisations), recipients);
        recipient.contact = entry.contact;
    }
    const std::size_t listed = recipients.size();
    const auto departments = departments_of_records(document, form, organisations);
    for (std::size_t i = 0; i < departments.size(); ++i) {
        for (const std::string& name : departments[i]) recipient_named(name, recipients).records.push_back(i);
        if (!departments[i].empty()) continue;
        recipient_named("", recipients).records.push_back(i);
        Finding finding = about("distribute.no-department",
                                tell("担当の部署が書かれていないので、どの部署の様式にも載りません。",
                                     "It names no department and so goes to none."),
                                tell("「担当未定」の様式に入れました。送り先を決めてください。",
                                     "It is in the form 担当未定; please decide whom to ask."));
        finding.record = document.records[i].id;
        finding.source = document.records[i].source;
        findings.push_back(std::move(finding));
    }
    report_roster(recipients, listed, findings);
    std::erase_if(recipients, [](const Recipient& each) { return each.records.empty(); });
    return recipients;
}

}  // namespace torimatome::pipeline
