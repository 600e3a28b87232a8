// A made-up city's form and documents for the workbook tests.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// 資料1: policy (item, mark, text), goal, result, evaluation, plan, category, departments.
Form minato_form();

/// A record of minato_form with all its fields. `mark` is the path within the section: "①-ア-1".
struct MinatoRow {
    std::string section = "1";
    std::string item = "①";
    std::string mark = "ア";
    std::string policy = "相談の入り口を分かりやすくする。";
    std::string goal = "○相談先が知られている。";
    std::string result = "窓口の案内を作成し、全世帯に配布した。";
    std::string evaluation = "問い合わせが増え、周知が進んだ。";
    std::string plan = "案内を多言語にする。";
    std::string category = "II";
    std::vector<std::string> departments = {"市) 広報課"};
    std::vector<std::string> inherited;  ///< ids of the fields that come from the row above
};
Record minato_record(const std::string& id, const MinatoRow& row);

/// Two sections: section 1 with three records (the second inherits its policy, the third its goal too), section 2 with
/// one.
Document minato_document();

/// Prose of about `characters` characters, with full stops, in natural Japanese.
std::string minato_prose(std::size_t characters, std::size_t start = 0);

/// A long document: `sections` of `records` each, texts of 40 to 400 characters, policies that span two to four
/// records.
Document minato_long_document(int sections, int records);

}  // namespace torimatome::writers
