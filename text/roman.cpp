#include "text/roman.hpp"

#include <array>

namespace torimatome::text {

namespace {

constexpr std::array<std::string_view, 39> kNumerals{
    "I",    "II",    "III",    "IV",    "V",    "VI",    "VII",    "VIII",    "IX",   "X",
    "XI",   "XII",   "XIII",   "XIV",   "XV",   "XVI",   "XVII",   "XVIII",   "XIX",  "XX",
    "XXI",  "XXII",  "XXIII",  "XXIV",  "XXV",  "XXVI",  "XXVII",  "XXVIII",  "XXIX", "XXX",
    "XXXI", "XXXII", "XXXIII", "XXXIV", "XXXV", "XXXVI", "XXXVII", "XXXVIII", "XXXIX"};

}  // namespace

int roman_value(std::string_view letters) {
    for (std::size_t i = 0; i < kNumerals.size(); ++i) {
        if (kNumerals[i] == letters) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::string_view roman_text(int number) { return kNumerals.at(static_cast<std::size_t>(number - 1)); }

}  // namespace torimatome::text
