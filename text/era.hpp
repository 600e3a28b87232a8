// The Japanese eras as data.
#pragma once

#include <array>
#include <string_view>

#include "model/fiscal_year.hpp"

namespace torimatome::text {

/// One era. The last day of an era may be the first of the next one (30 July 1912): both count as inside.
struct Era {
    std::string_view name;  ///< "令和"
    char32_t letter = 0;    ///< 'R'
    char32_t sign = 0;      ///< ㋿; 0 for none
    Date first;
    Date last;
};

/// Oldest first. Meiji is counted from 25 January 1868, to which its proclamation reached back.
inline constexpr std::array<Era, 5> kEras{{
    {"明治", U'M', U'㍾', {1868, 1, 25}, {1912, 7, 30}},
    {"大正", U'T', U'㍽', {1912, 7, 30}, {1926, 12, 25}},
    {"昭和", U'S', U'㍼', {1926, 12, 25}, {1989, 1, 7}},
    {"平成", U'H', U'㍻', {1989, 1, 8}, {2019, 4, 30}},
    {"令和", U'R', U'㋿', {2019, 5, 1}, {9999, 12, 31}},
}};

}  // namespace torimatome::text
