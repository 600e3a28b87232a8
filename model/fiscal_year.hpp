// Fiscal years (年度): April to March, named by the western year in which they start.
#pragma once

#include <compare>

namespace torimatome {

/// A calendar date; no time, no zone.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// The fiscal year that `date` falls in: 2021-03-01 is in 2020 when the year starts in April.
constexpr int fiscal_year_of(const Date& date, int first_month = 4) {
    return date.month >= first_month ? date.year : date.year - 1;
}

}  // namespace torimatome
