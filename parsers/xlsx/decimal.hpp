// Decimal numbers as they are written in a workbook, without a way through binary floating point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace torimatome::parsers::xlsx {

/// A decimal number: 0.`digits` × 10^`point`. `digits` has no zeros at its ends and is empty for zero.
struct Decimal {
    bool negative = false;
    std::string digits;
    int point = 0;
    bool integer_as_written = false;  ///< written with digits only: 「0123」, 「12345678901234567」

    bool zero() const { return digits.empty(); }
    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Reads "-12.50", "1E-3", ".5". A number that is no plain integer is rounded to the 15 digits that Excel keeps, so
/// that 0.30000000000000004 is 0.3. Empty where `text` is no number.
std::optional<Decimal> parse_decimal(std::string_view text);

/// `value` × 10^`places`.
Decimal shifted(Decimal value, int places);

/// Rounded half away from zero to `places` digits after the point, as Excel rounds what it shows.
Decimal rounded(Decimal value, int places);

/// The digits before the point; empty for numbers below 1.
std::string integer_digits(const Decimal& value);

/// The first `places` digits after the point, filled up with zeros.
std::string fraction_digits(const Decimal& value, int places);

}  // namespace torimatome::parsers::xlsx
