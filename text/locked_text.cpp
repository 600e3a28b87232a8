#include "text/locked_text.hpp"

#include <cstdint>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::text {

namespace {

// FNV-1a with 64 bits: it has to tell slips from texts, not to withstand anybody who forges them.
std::string digest(std::string_view text) {
    constexpr std::uint64_t kStart = 14'695'981'039'346'656'037ULL;
    constexpr std::uint64_t kPrime = 1'099'511'628'211ULL;
    std::uint64_t hash = kStart;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += kHex[(hash >> shift) & 15];
    return digits;
}

std::string without_space(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (!is_space(c.value)) result += text.substr(at, c.length);
        at += c.length;
    }
    return result;
}

}  // namespace

LockedText lock_text(const std::string& field, std::string_view text) {
    return {field, digest(without_space(text)), digest(compare_key(text))};
}

LockedChange change_of(const LockedText& locked, std::string_view text) {
    if (digest(without_space(text)) == locked.exact) return LockedChange::none;
    return digest(compare_key(text)) == locked.folded ? LockedChange::notation : LockedChange::text;
}

std::string own_text_digest(OwnText kind, std::string_view text) {
    return digest((kind == OwnText::guide ? "guide\n" : "note\n") + without_space(text));
}

}  // namespace torimatome::text
