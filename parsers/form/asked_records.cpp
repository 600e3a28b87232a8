#include "parsers/form/asked_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "parsers/form/asked_findings.hpp"
#include "text/compare_key.hpp"
#include "text/locked_text.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::string path_of(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    const std::size_t digits = dash == std::string::npos ? 0 : dash + 1;
    const bool numbered = digits < id.size() && id.find_first_not_of("0123456789", digits) == std::string::npos;
    return numbered ? id.substr(0, digits) : id + "-";
}

// The texts that the department gave itself.
std::string answers_of(const Record& record, const std::vector<std::string>& open) {
    std::string answers;
    for (const std::string& field : open) answers += record.text(field) + "\n";
    return answers;
}

bool is_blank(const std::string& answers) { return answers.find_first_not_of('\n') == std::string::npos; }

class Matching {
  public:
    Matching(const RoundForm& asked, const Form& form, Document& document)
        : asked_(asked),
          form_(form),
          document_(document),
          findings_(document.findings),
          open_(fields_to_fill_in(form)) {
        for (std::size_t i = 0; i < asked.records.size(); ++i) asked_index_.emplace(asked.records[i].id, i);
        matched_.assign(document.records.size(), kNone);
        row_of_.assign(asked.records.size(), kNone);
    }

    void run() {
        for (Record& record : document_.records) old_ids_.push_back(record.id);
        read_marks();
        choose_among_copies();
        match_by_content();
        number();
        for (std::size_t i = 0; i < matched_.size(); ++i) check_row(i);
        report_rest();
        put_in_order();
    }

  private:
    // Which asked record each row names; rows that name another form's record stay unmatched.
    void read_marks() {
        std::size_t lost = 0;
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            Record& record = document_.records[i];
            const auto mark = parse_row_mark(record.asked);
            record.asked.clear();
            if (!mark) {
                ++lost;
                continue;
            }
            const auto found = asked_index_.find(mark->id);
            if (mark->year == asked_.year && (found != asked_index_.end() || !asked_.complete)) {
                record.asked = mark->id;
                if (found != asked_index_.end()) matched_[i] = found->second;
            } else {
                foreign_.insert(i);
                foreign_marks_[i] = *mark;
            }
        }
        all_ids_lost_ = lost == matched_.size();
    }

    // Of several rows with one id the one whose locked texts are whole is the original; of several such the first that
    // is filled in.
    int worth(std::size_t row) const {
        const Record& record = document_.records[row];
        const AskedRecord& asked = asked_.records[matched_[row]];
        const bool whole = std::all_of(asked.locked.begin(), asked.locked.end(), [&](const LockedText& locked) {
            return text::change_of(locked, record.text(locked.field)) == text::LockedChange::none;
        });
        return (whole ? 2 : 0) + (is_blank(answers_of(record, open_)) ? 0 : 1);
    }

    void choose_among_copies() {
        std::map<std::size_t, std::vector<std::size_t>> rows;
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            if (matched_[i] != kNone) rows[matched_[i]].push_back(i);
        }
        for (const auto& [asked, copies] : rows) {
            const auto best = std::max_element(copies.begin(), copies.end(),
                                               [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
            row_of_[asked] = *best;
            for (const std::size_t copy : copies) {
                if (copy != *best) take_copy(copy, *best);
            }
        }
    }

    void take_copy(std::size_t copy, std::size_t original) {
        Record& record = document_.records[copy];
        const auto texts = [](const Record& each) {
            std::vector<std::pair<std::string, std::string>> result;
            for (const auto& [id, field] : each.fields) result.emplace_back(id, field.text);
            return result;
        };
        const bool same = texts(record) == texts(document_.records[original]);
        copies_.emplace(copy, original);
        if (same) dropped_.insert(copy);
        matched_[copy] = kNone;
        record.asked.clear();
    }

    // A row whose id is gone is known by its locked texts.
    void match_by_content() {
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            if (matched_[i] != kNone || foreign_.contains(i) || copies_.contains(i)) continue;
            if (!document_.records[i].asked.empty()) continue;
            for (std::size_t a = 0; a < asked_.records.size(); ++a) {
                if (row_of_[a] != kNone || !has_locked_texts(document_.records[i], asked_.records[a])) continue;
                matched_[i] = a;
                row_of_[a] = i;
                document_.records[i].asked = asked_.records[a].id;
                found_by_content_.insert(i);
                break;
            }
        }
    }

    bool has_locked_texts(const Record& record, const AskedRecord& asked) const {
        bool any = false;
        for (const LockedText& locked : asked.locked) {
            const bool own_column =
                std::find(asked_.columns.begin(), asked_.columns.end(), locked.field) != asked_.columns.end();
            if (own_column) continue;
            if (text::change_of(locked, record.text(locked.field)) == text::LockedChange::text) return false;
            any = true;
        }
        return any;
    }

    // Asked records keep the ids that they were asked by; the others get the next free number of their path.
    void number() {
        std::set<std::string> taken;
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            Record& record = document_.records[i];
            if (record.asked.empty()) continue;
            record.id = record.asked;
            taken.insert(record.id);
            if (matched_[i] != kNone) record.section = asked_.records[matched_[i]].section;
        }
        for (const AskedRecord& each : asked_.records) taken.insert(each.id);
        for (Record& record : document_.records) {
            if (!record.asked.empty()) continue;
            const std::string path = path_of(record.id);
            int next = 1;
            while (!taken.insert(path + std::to_string(next)).second) ++next;
            record.id = path + std::to_string(next);
        }
        std::map<std::string, std::string> ids;
        for (std::size_t i = 0; i < old_ids_.size(); ++i) ids.emplace(old_ids_[i], document_.records[i].id);
        for (Finding& finding : findings_) {
            const auto found = ids.find(finding.record);
            if (found != ids.end()) finding.record = found->second;
        }
    }

    void check_row(std::size_t row) {
        Record& record = document_.records[row];
        if (const auto copy = copies_.find(row); copy != copies_.end()) {
            findings_.push_back(row_copied(record, document_.records[copy->second], dropped_.contains(row)));
        } else if (foreign_.contains(row)) {
            findings_.push_back(row_of_others(record, asked_, foreign_marks_[row]));
        } else if (record.asked.empty()) {
            findings_.push_back(names_asked_department(record) ? row_added(record) : row_of_others(record, asked_, {}));
        } else if (found_by_content_.contains(row) && !all_ids_lost_) {
            findings_.push_back(row_id_lost(record));
        }
        if (matched_[row] != kNone) check_locked(record, asked_.records[matched_[row]]);
        drop_own_columns(record);
    }

    bool names_asked_department(const Record& record) const {
        for (const auto& [id, field] : record.fields) {
            const FieldSpec* spec = form_.find_field(id);
            if (!spec || spec->kind != FieldKind::departments || field.values.empty()) continue;
            const std::string key = text::compare_key(asked_.department);
            return std::any_of(field.values.begin(), field.values.end(), [&](const std::string& value) {
                return text::compare_key(value).find(key) != std::string::npos;
            });
        }
        return true;
    }

    void check_locked(const Record& record, const AskedRecord& asked) {
        for (const LockedText& locked : asked.locked) {
            const text::LockedChange change = text::change_of(locked, record.text(locked.field));
            if (change == text::LockedChange::none) {
                // Slips in a text of ours are not the department's.
                std::erase_if(findings_, [&](const Finding& finding) {
                    return finding.record == record.id && finding.field == locked.field &&
                           finding.code.ends_with(".look-alike");
                });
                continue;
            }
            findings_.push_back(locked_changed(record, locked.field, form_, document_.year, change));
        }
    }

    // What stands in the columns that only our form has is ours, unless somebody wrote into them.
    void drop_own_columns(Record& record) const {
        const AskedRecord* asked = asked_.find(record.asked);
        if (!asked) return;
        std::erase_if(record.fields, [&](const auto& field) {
            const auto locked = std::find_if(asked->locked.begin(), asked->locked.end(),
                                             [&](const LockedText& each) { return each.field == field.first; });
            const bool own =
                std::find(asked_.columns.begin(), asked_.columns.end(), field.first) != asked_.columns.end();
            return own && locked != asked->locked.end() &&
                   text::change_of(*locked, field.second.text) == text::LockedChange::none;
        });
    }

    void report_rest() {
        if (!asked_.complete) findings_.push_back(hidden_sheet_lost(asked_));
        if (all_ids_lost_ && !document_.records.empty()) findings_.push_back(all_row_ids_lost());
        for (std::size_t a = 0; a < row_of_.size(); ++a) {
            if (row_of_[a] == kNone) findings_.push_back(row_dropped(asked_.records[a]));
        }
        if (document_.year && *document_.year != asked_.year) findings_.push_back(old_form(asked_, *document_.year));
        report_places();
        report_blanks();
    }

    void report_places() {
        std::set<std::string> sheets;
        for (const Record& record : document_.records) sheets.insert(record.source.sheet);
        std::set<std::string> renamed;
        bool moved = false;
        std::size_t last = 0;
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            if (matched_[i] == kNone) continue;
            const Record& record = document_.records[i];
            const std::string& sheet = asked_.records[matched_[i]].sheet;
            const bool other_sheet = record.source.sheet != sheet && !record.source.sheet.empty();
            moved = moved || matched_[i] < last || (other_sheet && sheets.contains(sheet));
            if (other_sheet && !sheets.contains(sheet) && renamed.insert(record.source.sheet).second) {
                findings_.push_back(sheet_renamed(sheet, record.source.sheet));
            }
            last = matched_[i];
        }
        if (moved) findings_.push_back(rows_moved());
    }

    void report_blanks() {
        const bool blank = std::all_of(document_.records.begin(), document_.records.end(),
                                       [&](const Record& record) { return is_blank(answers_of(record, open_)); });
        if (blank) return findings_.push_back(not_filled_in(asked_));
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            const Record& record = document_.records[i];
            if (record.asked.empty() || dropped_.contains(i)) continue;
            const bool joint = matched_[i] != kNone && asked_.records[matched_[i]].joint;
            const bool nothing = is_blank(answers_of(record, open_));
            std::vector<std::string> missing;
            for (const std::string& field : open_) {
                const FieldSpec* spec = form_.find_field(field);
                if (spec && spec->required && record.text(field).empty()) missing.push_back(field);
            }
            if (!missing.empty()) {
                findings_.push_back(answer_missing(record, missing, form_, document_.year, joint && nothing));
            }
        }
    }

    // Asked records stand as they were asked, each other row behind the one that it stood behind.
    void put_in_order() {
        std::vector<std::pair<std::size_t, std::size_t>> order;  // asked index, row
        std::size_t behind = 0;
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            if (matched_[i] != kNone) behind = matched_[i];
            if (!dropped_.contains(i)) order.emplace_back(behind, i);
        }
        std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            if (a.first != b.first) return a.first < b.first;
            return matched_[a.second] != kNone && matched_[b.second] == kNone;
        });
        std::vector<Record> records;
        for (const auto& [place, row] : order) {
            Record& record = document_.records[row];
            if (matched_[row] != kNone && !records.empty())
                share_with_above(asked_.records[place], records.back(), record);
            records.push_back(std::move(record));
        }
        document_.records = std::move(records);
    }

    static void share_with_above(const AskedRecord& asked, const Record& above, Record& record) {
        for (const std::string& id : asked.inherited) {
            Field* field = record.find(id);
            const Field* other = above.find(id);
            if (field && other && field->text == other->text) field->inherited = true;
        }
    }

    const RoundForm& asked_;
    const Form& form_;
    Document& document_;
    Findings& findings_;
    std::vector<std::string> open_;
    std::map<std::string, std::size_t> asked_index_;
    std::vector<std::size_t> matched_;  // by row: index of the asked record
    std::vector<std::size_t> row_of_;   // by asked record: its row
    std::vector<std::string> old_ids_;
    std::set<std::size_t> foreign_;
    std::map<std::size_t, RowMark> foreign_marks_;
    std::map<std::size_t, std::size_t> copies_;  // row, and the row that it is a copy of
    std::set<std::size_t> dropped_;              // copies that say nothing of their own
    std::set<std::size_t> found_by_content_;
    bool all_ids_lost_ = false;
};

}  // namespace

void match_asked_records(const RoundForm& asked, const Form& form, Document& document) {
    document.department = asked.department;
    Matching(asked, form, document).run();
    if (!document.year) document.year = asked.year;
}

}  // namespace torimatome::parsers
