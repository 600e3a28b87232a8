// What a cell of a date column says: a day, or a time that is no single day.
#pragma once

#include <optional>
#include <string>

#include "model/fiscal_year.hpp"

namespace torimatome::parsers {

struct DateCell {
    bool is_date = false;      ///< reads like a date: a day, a month, a span of days
    std::optional<Date> date;  ///< the day, where it is a single one
    bool impossible = false;   ///< written as a day that does not exist: 2月30日, 平成31年5月1日, 令和0年
};

/// Reads 「令和3年4月1日」 and the like, with the day of the week behind it or not (「（木）」). A month (令和3年4月),
/// a day without a year (5月10日), a span (令和3年4月1日～5日) and a rough time (令和3年4月上旬) are dates too, but no
/// single day. A day that does not exist (2月30日) is a date without a day.
DateCell read_date_cell(const std::string& text);

}  // namespace torimatome::parsers
