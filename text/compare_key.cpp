#include "text/compare_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <optional>
#include <utility>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/key_year.hpp"
#include "text/mark.hpp"
#include "text/mark_signs.hpp"
#include "text/radicals.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

constexpr char32_t kHyphen = U'-';
constexpr char32_t kProlongedSound = U'ー';
constexpr char32_t kKanjiOne = U'一';
constexpr char32_t kTilde = U'~';

/// NFKC, case folding and removal of invisible characters (variation selectors, soft hyphens) in one. Lives as long as
/// the program.
const icu::Normalizer2& normalizer() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
        if (U_FAILURE(status)) {
            throw Error({"program.icu-data",
                         Severity::error,
                         "",
                         "",
                         tell("ICU の文字データを読み込めませんでした。ICU 72 以降を入れ直してください。",
                              "The character data of ICU could not be loaded. Install ICU 72 or later again."),
                         "",
                         {}});
        }
        return found;
    }();
    return *instance;
}

/// Kana, ideographs and punctuation that NFKC leaves alone unless a combining mark follows.
bool is_plain_japanese(char32_t c) {
    if (c < 0x3001 || c > 0x9FFF) return false;
    if (c >= 0x4E00) return c != kKanjiOne;
    const bool kana = (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FB);
    return kana || c <= 0x3002 || (c >= 0x3005 && c <= 0x3011);
}

/// Whether nothing behind `c` can change the character before it.
bool stands_apart(char32_t c) {
    if (c < 0x300 || is_plain_japanese(c)) return true;
    return normalizer().hasBoundaryBefore(static_cast<UChar32>(c));
}

bool is_dash(char32_t c) {
    if (c < 0x2010) return c == U'-';
    constexpr std::u32string_view dashes = U"‐‑‒–—―−─━ー－ｰ﹘﹣︱︲";
    return dashes.find(c) != std::u32string_view::npos;
}

bool is_wave_dash(char32_t c) {
    constexpr std::u32string_view waves = U"~～〜∼˜⁓";
    return waves.find(c) != std::u32string_view::npos;
}

bool is_kana(char32_t c) { return is_hiragana(c) || is_katakana(c); }

/// The spacing voiced sound marks ゛゜ to the combining ones, which compose with the kana before them.
char32_t combining_sound_mark(char32_t c) {
    if (c == U'゛') return 0x3099;
    return c == U'゜' ? 0x309A : c;
}

/// Builds one key. Characters arrive in order; each is told where in the original it stood.
class KeyBuilder {
  public:
    KeyBuilder(std::string_view text, bool fold_marks, std::string& key, std::vector<std::size_t>* origin)
        : text_(text), fold_marks_(fold_marks), key_(key), origin_(origin) {}

    void build() {
        key_.reserve(text_.size());
        if (origin_) origin_->reserve(text_.size() + 1);
        std::size_t at = fold_marks_ ? fold_leading_marks() : 0;
        while (at < text_.size()) {
            at = take_plain_run(at);
            if (at < text_.size()) at = take(at);
        }
        close_number();
        if (origin_) origin_->push_back(text_.size());
    }

  private:
    /// Adds the plain Japanese characters from `at` on as they are, in one go: most text is nothing else. Returns the
    /// first place that needs a closer look.
    std::size_t take_plain_run(std::size_t begin) {
        std::size_t end = begin;
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xF0u) == 0xE0u &&
               is_plain_japanese(code_point_at(text_, end).value)) {
            end += 3;
        }
        if (end > begin && combining_from(end)) end -= 3;
        if (end == begin) return begin;
        if (after_comma_ >= 0) close_number();
        key_.append(text_.substr(begin, end - begin));
        for (std::size_t i = begin; origin_ && i < end; i += 3) origin_->insert(origin_->end(), 3, i);
        previous_ = code_point_at(text_, end - 3).value;
        return end;
    }

    /// The place of a mark at `at` or behind spaces there that combines with the character before; empty for none.
    std::optional<std::size_t> combining_from(std::size_t at) const {
        at = skip_spaces(text_, at);
        if (at == text_.size()) return std::nullopt;
        const bool apart = stands_apart(combining_sound_mark(code_point_at(text_, at).value));
        return apart ? std::nullopt : std::optional(at);
    }

    /// Adds what stands at `at` and returns where to go on.
    std::size_t take(std::size_t at) {
        const auto byte = static_cast<unsigned char>(text_[at]);
        const unsigned char after = at + 1 < text_.size() ? static_cast<unsigned char>(text_[at + 1]) : U'.';
        if (byte < 0x80 && after > U' ' && after < 0x80) {
            take_ascii(byte, at, at + 1);
            return at + 1;
        }
        const CodePoint c = code_point_at(text_, at);
        const std::size_t next = at + c.length;
        if (c.value == 0xFFFD && c.length == 1) {
            add(c.value, at);
            return next;
        }
        if (is_space(c.value)) return next;  // not a step further: a run of spaces is walked once
        return combining_from(next) ? take_cluster(at) : take_lone(c.value, at, next);
    }

    /// A character that nothing behind it combines with.
    std::size_t take_lone(char32_t c, std::size_t at, std::size_t next) {
        if (is_plain_japanese(c)) {
            add_bytes(text_.substr(at, next - at), c, at);
        } else if (c < 0x80) {
            take_ascii(c, at, next);
        } else if (c >= U'！' && c <= U'～') {
            take_ascii(narrow(c), at, next);
        } else if (c == kKanjiOne) {
            add(is_katakana(previous_) && is_katakana(next_significant(next)) ? kProlongedSound : c, at);
        } else if (is_dash(c)) {
            take_dash(c, at, next);
        } else if (is_wave_dash(c)) {
            add(kTilde, at);
        } else if (fold_marks_ && mark_sign(c)) {
            take_mark(mark_sign(c)->number, at);
        } else {
            return take_cluster(at);
        }
        return next;
    }

    void take_ascii(char32_t c, std::size_t at, std::size_t next) {
        if (c <= U' ' || c == 0x7F) return;
        if (c == U'-') {
            take_dash(c, at, next);
        } else {
            add(c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c, at);
        }
    }

    /// A dash behind kana is a prolonged sound mark (コ－ス), unless spaces set it off; anywhere else it is a hyphen.
    void take_dash(char32_t c, std::size_t at, std::size_t next) {
        const bool written_as_sound_mark = c == kProlongedSound || c == U'ｰ';
        const bool set_off = space_before(at) && space_at(next);
        const bool sound_mark = is_kana(previous_) && (written_as_sound_mark || !set_off);
        add(sound_mark ? kProlongedSound : kHyphen, at);
    }

    void take_mark(int number, std::size_t at) {
        for (const char digit : std::to_string(number)) add(static_cast<char32_t>(digit), at);
    }

    /// A character with all that combines with it, through the normalizer.
    std::size_t take_cluster(std::size_t at) {
        icu::UnicodeString cluster;
        std::size_t end = at;
        for (std::optional<std::size_t> next = at; next; next = combining_from(end)) {
            const CodePoint c = code_point_at(text_, *next);
            cluster.append(static_cast<UChar32>(combining_sound_mark(c.value)));
            end = *next + c.length;
        }
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString normal = normalizer().normalize(cluster, status);
        const icu::UnicodeString& result = U_FAILURE(status) ? cluster : normal;
        for (int32_t i = 0; i < result.length(); i = result.moveIndex32(i, 1)) {
            take_normal(static_cast<char32_t>(result.char32At(i)), at, end);
        }
        return end;
    }

    void take_normal(char32_t c, std::size_t at, std::size_t next) {
        constexpr uint32_t dropped = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_Z_MASK;
        if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & dropped) != 0) return;
        if (is_dash(c)) {
            take_dash(c, at, next);
        } else if (is_wave_dash(c)) {
            add(kTilde, at);
        } else {
            add(ideograph_of_radical(c), at);
        }
    }

    /// The marks at the start of the text (① ア …), each as its number. Returns where the rest starts.
    std::size_t fold_leading_marks() {
        constexpr std::array<MarkStyle, 6> styles{MarkStyle::circled,  MarkStyle::parenthesised,
                                                  MarkStyle::number,   MarkStyle::roman,
                                                  MarkStyle::katakana, MarkStyle::parenthesised_katakana};
        std::size_t at = 0;
        for (bool found = true; found;) {
            found = false;
            for (const MarkStyle style : styles) {
                const std::optional<Mark> mark = leading_mark(text_.substr(at), style);
                if (!mark || mark->through_look_alike) continue;
                take_mark(mark->number, at);
                at += mark->length;
                found = true;
                break;
            }
        }
        return at;
    }

    void add(char32_t c, std::size_t at) {
        std::array<char, 4> bytes{};
        if (c < 0x80) {
            bytes[0] = static_cast<char>(c);
            add_bytes({bytes.data(), 1}, c, at);
            return;
        }
        scratch_.clear();
        append_code_point(scratch_, c);
        add_bytes(scratch_, c, at);
    }

    void add_bytes(std::string_view bytes, char32_t c, std::size_t at) {
        if (c < U'0' || c > U'9') {
            close_number();
            after_comma_ = c == U',' && previous_ >= U'0' && previous_ <= U'9' ? 0 : -1;
        } else if (after_comma_ >= 0 && ++after_comma_ > 3) {
            after_comma_ = -1;
        }
        key_.append(bytes);
        if (origin_) origin_->insert(origin_->end(), bytes.size(), at);
        previous_ = c;
    }

    /// Takes out a comma that groups digits: 1,170人 and 1170人 are the same.
    void close_number() {
        const bool groups = after_comma_ == 3;
        after_comma_ = -1;
        if (!groups) return;
        const std::size_t comma = key_.size() - 4;
        key_.erase(comma, 1);
        if (origin_) origin_->erase(origin_->begin() + static_cast<std::ptrdiff_t>(comma));
    }

    bool space_at(std::size_t at) const { return at < text_.size() && is_space(code_point_at(text_, at).value); }

    bool space_before(std::size_t at) const { return at > 0 && is_space(last_code_point(text_.substr(0, at)).value); }

    char32_t next_significant(std::size_t at) const {
        while (space_at(at)) at += code_point_at(text_, at).length;
        return at < text_.size() ? code_point_at(text_, at).value : 0;
    }

    std::string_view text_;
    bool fold_marks_;
    std::string& key_;
    std::vector<std::size_t>* origin_;
    std::string scratch_;
    char32_t previous_ = 0;
    int after_comma_ = -1;  // digits behind a comma behind a digit; -1 where there is no such comma
};

}  // namespace

std::string compare_key(std::string_view text, const KeyOptions& options) {
    std::string key;
    KeyBuilder(text, options.fold_marks, key, nullptr).build();
    if (options.fold_years) fold_years(key, nullptr);
    return key;
}

KeyWithOrigin compare_key_with_origin(std::string_view text, const KeyOptions& options) {
    KeyWithOrigin result;
    KeyBuilder(text, options.fold_marks, result.key, &result.origin).build();
    if (options.fold_years) fold_years(result.key, &result.origin);
    return result;
}

}  // namespace torimatome::text
