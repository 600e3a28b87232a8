#include "pipeline/creation_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "model/language.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/usage_error.hpp"
#include "text/era_date.hpp"

namespace torimatome::pipeline {

namespace {

Date date_of_epoch(std::string_view word) {
    constexpr long long kEndOf9999 = 253402300799;
    long long seconds = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), seconds);
    if (error != std::errc() || end != word.data() + word.size() || seconds < 0 || seconds > kEndOf9999) {
        throw usage_error(tell(
            fmt::format("環境変数 SOURCE_DATE_EPOCH の「{}」は、1970年からの秒数ではありません。", display_text(word)),
            fmt::format("SOURCE_DATE_EPOCH (\"{}\") is no number of seconds since 1970.", display_text(word))));
    }
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    const std::chrono::year_month_day date(days);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

Date creation_date(const std::vector<Source>& inputs) {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch) return date_of_epoch(epoch);
    std::optional<Date> newest;
    for (const Source& input : inputs) {
        const std::optional<Date> date = text::parse_date(input.date);
        if (date) newest = std::max(newest.value_or(*date), *date);
    }
    return newest.value_or(Date{2000, 1, 1});
}

}  // namespace torimatome::pipeline
