#include "text/bullet.hpp"

#include "text/code_points.hpp"
#include "text/mark.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

constexpr std::u32string_view kBullets = U"・･•○●◎◯〇※■□◆◇▪◦★☆▶➢";
constexpr std::u32string_view kBulletDashes = U"－-−–";
constexpr std::u32string_view kTallySigns = U"×△✕▲";  // ○×△ are answers, not bullets
constexpr std::string_view kReprintTag = "再掲";

bool has(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_zero_digit(std::string_view text, std::size_t at, char32_t next) {
    return code_point_at(text, at).value == U'〇' && has(U"〇一二三四五六七八九十年月日", next);
}

}  // namespace

bool bullet_sign_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const CodePoint c = code_point_at(text, at);
    const std::size_t after = at + c.length;
    if (c.value == U'【') return !text.substr(skip_spaces(text, after)).starts_with(kReprintTag);
    if (!has(kBullets, c.value)) return false;
    if (after >= text.size()) return true;
    const char32_t next = code_point_at(text, after).value;
    return next != c.value && !has(kTallySigns, next) && !is_zero_digit(text, at, next);
}

bool starts_with_bullet(std::string_view line) {
    const std::size_t at = skip_spaces(line, 0);
    if (at >= line.size()) return false;
    if (bullet_sign_at(line, at)) return true;
    const CodePoint c = code_point_at(line, at);
    if (!has(kBulletDashes, c.value) || at + c.length >= line.size()) return false;
    return is_space(code_point_at(line, at + c.length).value);
}

}  // namespace torimatome::text
