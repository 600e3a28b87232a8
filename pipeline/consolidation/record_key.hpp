// What tells whether two records of different inputs are the same measure, and whether they say the same.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "text/similarity.hpp"

namespace torimatome::pipeline {

/// The compared form of one record. All texts are compare keys.
struct RecordKey {
    std::string path;   ///< the id without its last number: 「1-①-ア」
    std::string asked;  ///< the record that a form of ours asked about; empty for others
    /// The fields that say which measure it is: those of the form's first column and those that span rows (policy,
    /// goal), without the marks of the path and the departments. By field id.
    std::vector<std::pair<std::string, std::string>> subject;
    std::vector<std::string> departments;                     ///< official names, sorted
    std::string departments_field;                            ///< the id of the field that names them
    std::vector<std::pair<std::string, std::string>> answer;  ///< the form's other fields: what the department reports

    /// The bigrams of `subject`, field by field: each record is compared with all others of its path.
    std::vector<text::Bigrams> subject_bigrams;

    /// Of the path, and of the subject and answer: records with different ones differ.
    std::size_t path_hash = 0;
    std::size_t content_hash = 0;

    friend bool operator==(const RecordKey& a, const RecordKey& b) {
        return a.path == b.path && a.subject == b.subject && a.departments == b.departments && a.answer == b.answer;
    }
};

/// How records of a form are compared.
class RecordComparison {
  public:
    RecordComparison(const Form& form, const Organisations& organisations);

    RecordKey key_of(const Record& record) const;

    /// The compare key of a department's official name: 「こ) 児童家庭部」 and 「こども家庭部」 are one.
    std::string department_key(const std::string& department) const;

  private:
    const Form& form_;
    std::map<std::string, std::string> official_names_;  ///< by former or other name; both are compare keys
};

/// The compare key of a department's name without the bureau's short name that stands before it: 「こ) 保育部」 and
/// 「保育部」 are one.
std::string without_bureau(const std::string& department_key);

/// The id without its last number.
std::string id_path(const std::string& id);

/// Whether both are about the same goal: each subject field is there in both and equal, or differs by a few words
/// (bigram Dice of 0.8 or more). False where neither has any subject field.
bool same_subject(const RecordKey& a, const RecordKey& b);

/// Whether the departments are the same, or one of the two names none.
bool same_departments(const RecordKey& a, const RecordKey& b);

/// Whether both say the same of the same measure; a record that names no departments agrees with any.
bool same_content(const RecordKey& a, const RecordKey& b);

/// Whether no field that the department fills in says anything.
bool is_unanswered(const RecordKey& key);

/// Whether forms of ours asked for both, and whether it was the same record.
bool both_asked(const RecordKey& a, const RecordKey& b);
bool same_asked(const RecordKey& a, const RecordKey& b);

/// How alike the answers are, 0 to 1.
double answer_similarity(const RecordKey& a, const RecordKey& b);

/// The ids of the fields that differ, in the order of `a` and then of `b`; the departments last.
std::vector<std::string> differing_fields(const RecordKey& a, const RecordKey& b);

}  // namespace torimatome::pipeline
