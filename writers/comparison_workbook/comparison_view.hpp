// One comparison with its documents at hand, as the sheets need it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "writers/comparison_workbook.hpp"

namespace torimatome::writers {

struct ComparisonView {
    const Comparison& comparison;
    const Document& older;
    const Document& newer;
    Form form;  ///< of the newer document
    std::unordered_map<std::string, const Record*> old_records;
    std::unordered_map<std::string, const Record*> new_records;
    std::string old_year;  ///< 「令和3年度」; the file's name where the document gives no year
    std::string new_year;
    std::string years;  ///< 「令和3年度→令和4年度」

    const Record* old_record(const std::string& id) const;
    const Record* new_record(const std::string& id) const;
    /// The newer record of a pair, or the older one where there is no newer.
    const Record& record_of(const RecordPair& pair) const;
    /// 「提言1 ①」: the section and the item of a record.
    std::string place_of(const Record& record) const;
};

std::vector<ComparisonView> make_views(const ComparisonWorkbook& book);

/// Where the pairs stand in 新旧対照表, by comparison and record id of the newer (or, where there is none, older)
/// document.
using PairPlaces = std::vector<std::unordered_map<std::string, std::string>>;

}  // namespace torimatome::writers
