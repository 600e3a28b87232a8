// How likely a record of the older document became one of the newer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/comparison/profile.hpp"

namespace torimatome::pipeline {

/// What speaks for a pair of records, each from 0 to 1.
struct Evidence {
    int newer = 0;          ///< index of the newer record
    float score = 0;        ///< all of it together
    float own = 0;          ///< texts of the records themselves, like with like
    float answer = 0;       ///< the older one's plan in the newer one's result
    float information = 0;  ///< how much own text there is to tell by: 0 for hardly any
    float group = 0;        ///< texts that several records share: policy, goal
    float place = 0;        ///< section, item, marks
    bool exact = false;     ///< all own texts are there in both and equal
    bool near = false;      ///< under the same section, with much the same policy and goal

    /// Whether the texts allow the pair at all.
    bool possible() const;
};

class RecordLikeness {
  public:
    RecordLikeness(const DocumentProfile& older, const DocumentProfile& newer);

    /// The evidence for `record` of the older document and each record of the newer one, in its order. Valid until the
    /// next call.
    const std::vector<Evidence>& row(std::size_t record);

  private:
    struct FieldPair {
        const FieldTexts* older;
        const FieldTexts* newer;
        FieldLikeness likeness;
        bool own;
    };
    struct Sums {
        float alike = 0;
        float weight = 0;
        bool all_equal = true;
        void add(const FieldLikeness::Likeness& field, float weight_of_field);
        float mean() const { return weight > 0 ? alike / weight : 0; }
    };

    void add_pair(const std::string& older_field, const std::string& newer_field, std::vector<FieldPair>& pairs,
                  bool own);
    void add_fields(std::size_t record);
    void add_answers(std::size_t record);
    void compare_places();
    void compare_departments();
    float place_likeness(const RecordPlace& a, const RecordPlace& b) const;
    void score(std::size_t record, std::size_t other, Evidence& evidence) const;

    const DocumentProfile& older_;
    const DocumentProfile& newer_;
    std::vector<FieldPair> fields_;
    std::vector<FieldPair> answers_;  ///< plan to result; at most one
    std::vector<std::vector<float>> sections_;
    std::vector<std::vector<float>> items_;
    // What few records differ in is compared once: different places and lists of departments.
    std::vector<int> older_place_;
    std::vector<int> newer_place_;
    std::vector<std::vector<float>> places_;
    std::vector<int> older_list_;
    std::vector<int> newer_list_;
    std::vector<std::vector<float>> lists_;  ///< less than 0 where one of the two is empty
    std::vector<Sums> own_;
    std::vector<Sums> group_;
    std::vector<Evidence> row_;
};

}  // namespace torimatome::pipeline
