#include "pipeline/consolidation/twin_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "writers/workbook/headings.hpp"

namespace torimatome::pipeline {

namespace {

// 「A」と「B」と「C」
std::string quoted_list(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (!list.empty()) list += tell("と", " and ");
        list += tell("「" + name + "」", "\"" + name + "\"");
    }
    return list;
}

Finding finding_on(const Entry& entry, const std::string& id, const char* code, Severity severity) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.record = id;
    finding.source = entry.record.source;
    return finding;
}

class TwinFindings {
  public:
    TwinFindings(const std::vector<Entry>& entries, const std::vector<std::string>& ids, const Form& form,
                 const std::optional<int>& year)
        : entries_(entries), ids_(ids), form_(form), year_(year) {}

    Finding same_twice(std::size_t i) const {
        Finding finding = finding_on(entries_[i], ids_[i], "record.same-twice", Severity::note);
        std::vector<std::string> files = {file_of(i)};
        std::string variants;
        for (const std::size_t twin : entries_[i].doubles) {
            if (says_nothing_beside(twin, i)) continue;
            files.push_back(file_of(twin));
            variants += other_notation(entries_[i], entries_[twin]);
        }
        finding.message = tell(fmt::format("{}に同じ内容があるので、1件として数えています。", quoted_list(files)),
                               fmt::format("{} say the same; it is counted once.", quoted_list(files)));
        if (!variants.empty()) finding.message += tell("表記だけが違う欄: ", " Written differently: ") + variants;
        return finding;
    }

    // A department of a joint measure that left it to another.
    bool says_nothing_beside(std::size_t twin, std::size_t i) const {
        return same_asked(entries_[twin].key, entries_[i].key) && is_unanswered(entries_[twin].key);
    }

    bool is_said_twice(std::size_t i) const {
        return std::any_of(entries_[i].doubles.begin(), entries_[i].doubles.end(),
                           [&](std::size_t twin) { return !says_nothing_beside(twin, i); });
    }

    // Each department of a joint measure may have left it to the others.
    Finding joint_unanswered(std::size_t i) const {
        Finding finding = finding_on(entries_[i], ids_[i], "record.joint-unanswered", Severity::warning);
        std::vector<std::string> files = {file_of(i)};
        for (const std::size_t twin : entries_[i].doubles) files.push_back(file_of(twin));
        finding.message = tell(fmt::format("共同の取組ですが、{}のどれにも記入がありません。", quoted_list(files)),
                               fmt::format("This measure is joint, and none of {} answers it.", quoted_list(files)));
        finding.hint = tell("どの部署が回答するか決めて、記入してもらってください。",
                            "Please decide which department is to answer it.");
        return finding;
    }

    Finding conflict(std::size_t i, const std::vector<std::size_t>& answers) const {
        Finding finding = finding_on(entries_[i], ids_[i], "record.conflict", Severity::warning);
        std::vector<std::string> files;
        std::vector<std::string> fields;
        for (const std::size_t answer : answers) {
            files.push_back(file_of(answer));
            for (const std::string& field : differing_fields(entries_[i].key, entries_[answer].key)) {
                if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
            }
        }
        if (fields.size() == 1) finding.field = fields.front();
        std::string names;
        for (const std::string& field : fields) names += (names.empty() ? "" : tell("、", ", ")) + field_name(field);
        finding.message =
            tell(fmt::format("要調整: {}で、同じ取組の内容が違います（{}）。すべて残しています。", quoted_list(files),
                             names),
                 fmt::format("To be settled: {} answer the same measure differently ({}). All answers were kept.",
                             quoted_list(files), names));
        finding.hint = tell("どの内容にするか、提出元の部署と調整してください。",
                            "Please settle with the departments which answer is to stay.");
        return finding;
    }

  private:
    const std::string& file_of(std::size_t i) const { return entries_[i].record.source.file; }

    std::string field_name(const std::string& field) const { return writers::field_heading(form_, field, year_); }

    // Nothing that a department wrote is lost, even where it only writes ２ for II.
    std::string other_notation(const Entry& kept, const Entry& twin) const {
        std::string variants;
        for (const auto& [id, field] : twin.record.fields) {
            if (field.text == kept.record.text(id)) continue;
            variants +=
                tell(fmt::format("{}（「{}」では「{}」）", field_name(id), twin.record.source.file, field.text),
                     fmt::format("{} (\"{}\" in \"{}\"); ", field_name(id), field.text, twin.record.source.file));
        }
        return variants;
    }

    const std::vector<Entry>& entries_;
    const std::vector<std::string>& ids_;
    const Form& form_;
    const std::optional<int>& year_;
};

}  // namespace

void add_twin_findings(const std::vector<Entry>& entries, const std::vector<std::size_t>& order,
                       const std::vector<std::string>& ids, const Form& form, Document& document) {
    std::map<std::size_t, std::vector<std::size_t>> answers;
    for (const std::size_t i : order) answers[entries[i].answer_group].push_back(i);
    std::set<std::size_t> answering;  // readings with any answer
    for (const Entry& entry : entries) {
        if (!is_unanswered(entry.key)) answering.insert(entry.reading);
    }
    const TwinFindings make(entries, ids, form, document.year);
    for (const std::size_t i : order) {
        const bool left_blank = !entries[i].doubles.empty() && !entries[i].key.asked.empty() &&
                                is_unanswered(entries[i].key) && answering.contains(entries[i].reading);
        if (left_blank) document.findings.push_back(make.joint_unanswered(i));
        if (make.is_said_twice(i)) document.findings.push_back(make.same_twice(i));
        const std::vector<std::size_t>& group = answers[entries[i].answer_group];
        if (group.size() > 1) document.findings.push_back(make.conflict(i, group));
    }
}

}  // namespace torimatome::pipeline
