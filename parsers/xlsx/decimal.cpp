#include "parsers/xlsx/decimal.hpp"

#include <algorithm>
#include <charconv>

namespace torimatome::parsers::xlsx {

namespace {

constexpr int kExcelDigits = 15;
constexpr int kLargestExponent = 400;  // beyond a double's range: no workbook means it

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void drop_outer_zeros(Decimal& value) {
    const std::size_t first = value.digits.find_first_not_of('0');
    if (first == std::string::npos) {
        value.digits.clear();
        value.point = 0;
        return;
    }
    value.digits.erase(0, first);
    value.point -= static_cast<int>(first);
    value.digits.erase(value.digits.find_last_not_of('0') + 1);
}

// Keeps the first `count` digits, rounding half away from zero.
void keep_digits(Decimal& value, int count) {
    if (count < 0) {
        value.digits.clear();
        value.point = 0;
        return;
    }
    const auto kept = static_cast<std::size_t>(count);
    if (kept >= value.digits.size()) return;
    const bool up = value.digits[kept] >= '5';
    value.digits.resize(kept);
    if (up) {
        std::size_t i = kept;
        while (i > 0 && value.digits[i - 1] == '9') value.digits[--i] = '0';
        if (i > 0) {
            ++value.digits[i - 1];
        } else {
            value.digits.insert(0, 1, '1');
            ++value.point;
        }
    }
    drop_outer_zeros(value);
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    Decimal value;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) value.negative = text[i++] == '-';
    bool any_digit = false;
    bool point_seen = false;
    for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point_seen)); ++i) {
        if (text[i] == '.') {
            point_seen = true;
            continue;
        }
        any_digit = true;
        value.digits.push_back(text[i]);
        if (!point_seen) ++value.point;
    }
    if (!any_digit) return std::nullopt;
    const bool exponent_seen = i < text.size() && (text[i] == 'e' || text[i] == 'E');
    if (exponent_seen) {
        ++i;
        if (i < text.size() && text[i] == '+') ++i;
        int exponent = 0;
        const auto [end, status] = std::from_chars(text.data() + i, text.data() + text.size(), exponent);
        if (status != std::errc() || std::abs(exponent) > kLargestExponent) return std::nullopt;
        value.point += exponent;
        i = static_cast<std::size_t>(end - text.data());
    }
    if (i != text.size()) return std::nullopt;
    value.integer_as_written = !point_seen && !exponent_seen;
    drop_outer_zeros(value);
    if (!value.integer_as_written) keep_digits(value, kExcelDigits);
    return value;
}

Decimal shifted(Decimal value, int places) {
    if (!value.zero()) value.point += places;
    return value;
}

Decimal rounded(Decimal value, int places) {
    keep_digits(value, value.point + places);
    return value;
}

std::string integer_digits(const Decimal& value) {
    if (value.point <= 0) return {};
    const auto count = static_cast<std::size_t>(value.point);
    std::string digits = value.digits.substr(0, count);
    digits.append(count - digits.size(), '0');
    return digits;
}

std::string fraction_digits(const Decimal& value, int places) {
    std::string digits;
    if (value.point < 0) digits.assign(static_cast<std::size_t>(std::min(-value.point, places)), '0');
    const auto from = static_cast<std::size_t>(std::max(value.point, 0));
    if (from < value.digits.size()) digits += value.digits.substr(from);
    digits.resize(static_cast<std::size_t>(places), '0');
    return digits;
}

}  // namespace torimatome::parsers::xlsx
