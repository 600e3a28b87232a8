#include "pipeline/consolidation/versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/language.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

constexpr double kMostRecords = 0.6;  // of the longer submission; a version rarely gains or loses more rows than that
constexpr double kSameAnswer = 0.4;   // a reworded result still shares this much; another measure of the goal does not

std::vector<RecordKey> keys_of(const Reading& reading, const RecordComparison& comparison) {
    std::vector<RecordKey> keys;
    for (const Record& record : reading.document->records) keys.push_back(comparison.key_of(record));
    return keys;
}

// Two people of one department may each fill in a part of its form: a blank answer takes no filled-in one's place.
bool is_counterpart(const RecordKey& a, const RecordKey& b) {
    if (both_asked(a, b)) return a.asked == b.asked && (is_unanswered(a) || !is_unanswered(b));
    return a.path_hash == b.path_hash && a.path == b.path && a.departments == b.departments && same_subject(a, b) &&
           (a.answer == b.answer || answer_similarity(a, b) >= kSameAnswer);
}

// For each record of `a`, whether `b` has it too; each of `b` counts once.
std::vector<bool> found_in(const std::vector<RecordKey>& a, const std::vector<RecordKey>& b) {
    std::vector<bool> found(a.size(), false);
    std::vector<bool> used(b.size(), false);
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size() && !found[i]; ++j) {
            if (used[j] || !is_counterpart(a[i], b[j])) continue;
            found[i] = used[j] = true;
        }
    }
    return found;
}

// The records of one submission, as they are compared with those of all others.
struct Rows {
    std::vector<RecordKey> keys;
    std::vector<std::size_t> paths;  ///< path_hash of each, sorted
};

Rows rows_of(const Reading& reading, const RecordComparison& comparison) {
    Rows rows;
    rows.keys = keys_of(reading, comparison);
    for (const RecordKey& key : rows.keys) rows.paths.push_back(key.path_hash);
    std::sort(rows.paths.begin(), rows.paths.end());
    return rows;
}

// How many records have one of the same path in the other submission: no more can be counterparts.
std::size_t count_common_paths(const Rows& a, const Rows& b) {
    std::size_t common = 0;
    for (auto i = a.paths.begin(), j = b.paths.begin(); i != a.paths.end() && j != b.paths.end();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            ++common, ++i, ++j;
        }
    }
    return common;
}

bool are_versions(const Submission& a, const Submission& b, const Rows& rows_a, const Rows& rows_b) {
    if (!a.sender.empty() && !b.sender.empty() && a.sender != b.sender) return false;
    const auto& keys_a = rows_a.keys;
    const auto& keys_b = rows_b.keys;
    const std::size_t longer = std::max(keys_a.size(), keys_b.size());
    if (longer == 0) return false;
    const double enough = kMostRecords * static_cast<double>(longer);
    if (static_cast<double>(count_common_paths(rows_a, rows_b)) < enough) return false;
    const auto found = found_in(keys_a, keys_b);
    const auto common = std::count(found.begin(), found.end(), true);
    return static_cast<double>(common) >= enough;
}

// −1: `a` is the older, 1: `b` is, 0: nothing tells.
int which_is_older(const Submission& a, const Submission& b) {
    if (!a.source.date.empty() && !b.source.date.empty() && a.source.date != b.source.date) {
        return a.source.date < b.source.date ? -1 : 1;
    }
    const int rank_a = version_rank(a.source.file);
    const int rank_b = version_rank(b.source.file);
    return rank_a == rank_b ? 0 : (rank_a < rank_b ? -1 : 1);
}

Finding about(const Submission& submission, const char* code, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.source.file = submission.source.file;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

void report_unclear(const Submission& a, const Submission& b, Findings& findings) {
    findings.push_back(about(
        b, "submission.versions-unclear",
        tell(fmt::format(
                 "「{}」と「{}」は同じ提出物の別の版のようですが、どちらが新しいか分かりません。両方を取り込みました。",
                 a.source.file, b.source.file),
             fmt::format("\"{}\" and \"{}\" seem to be versions of one submission, but nothing tells which is newer; "
                         "both were taken.",
                         a.source.file, b.source.file)),
        tell("提出した課に確かめ、古いほうをフォルダーから外してください。",
             "Please ask the department and take the older one out of the folder.")));
}

// Leaves the records that are not `found` in the newer input, with their findings.
void keep_only_missing(Document& document, const std::vector<bool>& found) {
    std::vector<Record> left;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i]) left.push_back(std::move(document.records[i]));
    }
    document.records = std::move(left);
    std::erase_if(document.findings, [&](const Finding& finding) {
        return std::none_of(document.records.begin(), document.records.end(),
                            [&](const Record& record) { return record.id == finding.record; });
    });
    document.unplaced.clear();
}

void supersede(Reading& reading, const std::vector<bool>& kept, Submission& older, const Submission& newer,
               Findings& findings) {
    older.state = SubmissionState::superseded;
    older.remark = tell(fmt::format("新しい版「{}」があります。", newer.source.file),
                        fmt::format("There is a newer version, \"{}\".", newer.source.file));
    const auto dated = [](const Submission& submission) {
        return submission.source.date.empty() ? submission.source.file
                                              : submission.source.file + "（" + submission.source.date + "）";
    };
    findings.push_back(about(
        older, "submission.superseded",
        tell(fmt::format("「{}」は「{}」の古い版と見て、取り込んでいません。", dated(older), dated(newer)),
             fmt::format("\"{}\" was taken for an older version of \"{}\" and left out.", dated(older), dated(newer))),
        tell("古いほうが正しいときは、新しいほうをフォルダーから外してください。",
             "If the older one is right, please take the newer one out of the folder.")));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i]) continue;
        const Record& record = reading.document->records[i];
        Finding finding =
            about(older, "submission.row-dropped",
                  tell(fmt::format("古い版にあった取組 {} が、新しい版「{}」にありません。古い版の内容を残しました。",
                                   record.id, newer.source.file),
                       fmt::format("The older version's measure {} is not in the newer one, \"{}\"; it was kept.",
                                   record.id, newer.source.file)),
                  tell("落としてよい行か確かめてください。", "Please check whether the row was meant to go."));
        finding.source = record.source;
        finding.source.file = older.source.file;
        findings.push_back(std::move(finding));
    }
    keep_only_missing(*reading.document, kept);
}

}  // namespace

int version_rank(const std::string& file) {
    constexpr std::array<std::pair<std::string_view, int>, 7> kWords = {
        {{"修正", 10}, {"差替", 10}, {"訂正", 10}, {"再提出", 20}, {"確定", 30}, {"最終", 30}, {"final", 30}}};
    const std::string key = text::compare_key(file);
    const std::string stem = key.substr(0, key.rfind('.'));
    int rank = 0;
    for (const auto& [word, points] : kWords) {
        if (stem.find(word) != std::string::npos) rank = std::max(rank, points);
    }
    // 「最終2」, 「(2)」, 「v3」: a number of one digit at the end.
    std::string_view end = stem;
    while (!end.empty() && (end.back() == ')' || end.back() == ']')) end.remove_suffix(1);
    const bool digit = !end.empty() && end.back() >= '1' && end.back() <= '9';
    const bool longer_number = end.size() > 1 && end[end.size() - 2] >= '0' && end[end.size() - 2] <= '9';
    if (digit && !longer_number) rank += end.back() - '0';
    return rank;
}

void supersede_older_versions(std::vector<Reading>& readings, const RecordComparison& comparison,
                              std::vector<Submission>& submissions, Findings& findings) {
    std::vector<Rows> rows(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (submissions[i].state == SubmissionState::taken) rows[i] = rows_of(readings[i], comparison);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        for (std::size_t j = i + 1; j < readings.size(); ++j) {
            const bool both =
                submissions[i].state == SubmissionState::taken && submissions[j].state == SubmissionState::taken;
            if (!both || !are_versions(submissions[i], submissions[j], rows[i], rows[j])) continue;
            const int older = which_is_older(submissions[i], submissions[j]);
            if (older == 0) {
                report_unclear(submissions[i], submissions[j], findings);
                continue;
            }
            const std::size_t old_index = older < 0 ? i : j;
            const std::size_t new_index = older < 0 ? j : i;
            supersede(readings[old_index], found_in(rows[old_index].keys, rows[new_index].keys), submissions[old_index],
                      submissions[new_index], findings);
        }
    }
}

void drop_answered_of_other_years(std::vector<Reading>& readings, std::optional<int> year,
                                  const RecordComparison& comparison, std::vector<Submission>& submissions) {
    const auto is_other = [&](std::size_t i) {
        return submissions[i].state == SubmissionState::taken && year && readings[i].document->year &&
               readings[i].document->year != year;
    };
    std::vector<bool> other(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) other[i] = is_other(i);
    if (std::find(other.begin(), other.end(), true) == other.end()) return;
    std::vector<RecordKey> answered;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (submissions[i].state != SubmissionState::taken || other[i]) continue;
        for (RecordKey& key : keys_of(readings[i], comparison)) answered.push_back(std::move(key));
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!other[i]) continue;
        const std::vector<RecordKey> keys = keys_of(readings[i], comparison);
        std::vector<bool> found(keys.size(), false);
        for (std::size_t k = 0; k < keys.size(); ++k) {
            found[k] = std::any_of(answered.begin(), answered.end(), [&](const RecordKey& key) {
                return key.path == keys[k].path && same_departments(key, keys[k]) && same_subject(key, keys[k]);
            });
        }
        keep_only_missing(*readings[i].document, found);
        if (!readings[i].document->records.empty()) continue;
        submissions[i].state = SubmissionState::superseded;
        submissions[i].remark = tell("別の年度の様式で、全ての取組に今年度の回答があります。",
                                     "A form of another year; each of its measures has an answer of this year.");
    }
}

}  // namespace torimatome::pipeline
