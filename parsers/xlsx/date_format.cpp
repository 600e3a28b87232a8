#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "parsers/xlsx/number_format.hpp"
#include "text/code_points.hpp"
#include "text/era.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr double kDaySeconds = 86'400;
constexpr int kDaysBefore1970 = 25'569;    // serial of 1970-01-01
constexpr int kFirstAfterGap = 61;         // serial of 1900-03-01: Excel has a 29 February 1900
constexpr double kLastSerial = 2'958'465;  // 9999-12-31

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> kJapaneseDays{"日", "月", "火", "水", "木", "金", "土"};

// Howard Hinnant's civil_from_days, days counted from 1970-01-01.
Date civil_date(int days) {
    const int z = days + 719'468;
    const int era = (z >= 0 ? z : z - 146'096) / 146'097;
    const int day_of_era = z - era * 146'097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int days_of(const Date& date) {
    const int year = date.year - (date.month <= 2 ? 1 : 0);
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int shifted_month = date.month > 2 ? date.month - 3 : date.month + 9;
    const int day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

Date date_of_day(int day) {
    if (day == 0) return {1900, 1, 0};  // as Excel shows it
    if (day == kFirstAfterGap - 1) return {1900, 2, 29};
    return civil_date(day - kDaysBefore1970 + (day < kFirstAfterGap ? 1 : 0));
}

struct Moment {
    double serial = 0;
    int day = 0;
    Date date;
    int hour = 0;
    int minute = 0;
    int second = 0;
    long long fraction = 0;  // of a second, in the places that the format shows
};

int fraction_places(const FormatSection& section) {
    int places = 0;
    for (const FormatToken& token : section.tokens) {
        if (token.kind == TokenKind::fraction) places = std::max(places, token.count);
    }
    return std::min(places, 9);
}

Moment moment_of(double serial, int places) {
    const auto unit = static_cast<long long>(std::llround(std::pow(10, places)));
    const auto units_a_day = static_cast<long long>(kDaySeconds) * unit;
    const double day = std::floor(serial);
    long long units = std::llround((serial - day) * kDaySeconds * static_cast<double>(unit));
    Moment moment;
    moment.serial = serial;
    moment.day = static_cast<int>(day);
    if (units >= units_a_day) {
        units -= units_a_day;
        ++moment.day;
    }
    moment.date = date_of_day(moment.day);
    moment.fraction = units % unit;
    const auto seconds = static_cast<int>(units / unit);
    moment.hour = seconds / 3600;
    moment.minute = seconds / 60 % 60;
    moment.second = seconds % 60;
    return moment;
}

const text::Era& era_of(const Date& date) {
    for (std::size_t i = text::kEras.size(); i-- > 1;) {
        if (date >= text::kEras[i].first) return text::kEras[i];
    }
    return text::kEras.front();
}

std::string numeral(int value, int width, const FormatSection& section) {
    if (section.kanji_digits > 0 && width <= 1) return kanji_number(value, section.kanji_digits);
    return kanji_digits(fmt::format("{:0{}}", value, width), section.kanji_digits);
}

std::string era_name(const Date& date, int count) {
    const text::Era& era = era_of(date);
    if (count == 1) {
        std::string letter;
        text::append_code_point(letter, era.letter);
        return letter;
    }
    return count == 2 ? std::string(text::trim(era.name).substr(0, 3)) : std::string(era.name);
}

std::string era_year(const Date& date, int count, const FormatSection& section) {
    if (section.western_era) return numeral(date.year, 4, section);
    const int year = date.year - era_of(date).first.year + 1;
    if (year == 1 && section.gannen) return "元";
    return numeral(year, count >= 2 ? 2 : 1, section);
}

std::string year_text(const Date& date, int count, const FormatSection& section) {
    return count <= 2 ? numeral(date.year % 100, 2, section)
                      : kanji_digits(fmt::format("{:04}", date.year), section.kanji_digits);
}

std::string month_text(const Date& date, int count, const FormatSection& section) {
    if (count <= 2) return numeral(date.month, count, section);
    if (section.japanese && count < 5) return numeral(date.month, 1, section) + "月";
    const std::string_view name = kMonths[static_cast<std::size_t>(date.month - 1)];
    if (count == 5) return std::string(name.substr(0, 1));
    return std::string(count == 3 ? name.substr(0, 3) : name);
}

// Weekdays follow the serial, so that Excel's 29 February 1900 shifts those before it as it does there.
std::string weekday_text(const Moment& moment, int count, bool japanese) {
    const auto weekday = static_cast<std::size_t>((moment.day + 6) % 7);
    if (japanese) return std::string(kJapaneseDays[weekday]) + (count >= 4 ? "曜日" : "");
    return std::string(count >= 4 ? kDays[weekday] : kDays[weekday].substr(0, 3));
}

std::string date_part(const FormatToken& token, const Moment& moment, const FormatSection& section, bool half_days) {
    switch (token.text[0]) {
        case 'y': return year_text(moment.date, token.count, section);
        case 'e': return era_year(moment.date, token.count, section);
        case 'g': return section.western_era ? std::string() : era_name(moment.date, token.count);
        case 'm': return month_text(moment.date, token.count, section);
        case 'a': return weekday_text(moment, token.count, true);
        case 'd':
            if (token.count >= 3) return weekday_text(moment, token.count, section.japanese);
            return numeral(moment.date.day, token.count, section);
        case 'h': {
            const int hour = !half_days ? moment.hour : moment.hour % 12 == 0 ? 12 : moment.hour % 12;
            return numeral(hour, std::min(token.count, 2), section);
        }
        case 's': return numeral(moment.second, std::min(token.count, 2), section);
        default: return {};
    }
}

std::string elapsed_part(const FormatToken& token, const Moment& moment) {
    const long long seconds = static_cast<long long>(moment.day) * static_cast<long long>(kDaySeconds) +
                              moment.hour * 3600LL + moment.minute * 60LL + moment.second;
    const long long units = token.text == "h" ? seconds / 3600 : token.text == "m" ? seconds / 60 : seconds;
    return fmt::format("{:0{}}", units, token.count);
}

std::string half_day_part(const FormatToken& token, const Moment& moment, const FormatSection& section) {
    const bool morning = moment.hour < 12;
    if (token.text.size() <= 3) return token.text.substr(morning ? 0 : 2, 1);
    if (section.japanese) return morning ? "午前" : "午後";
    return morning ? "AM" : "PM";
}

bool has_half_days(const FormatSection& section) {
    for (const FormatToken& token : section.tokens) {
        if (token.kind == TokenKind::half_day) return true;
    }
    return false;
}

// Whether the format shows a fiscal year: a year, then 「年度」.
bool shows_fiscal_year(const FormatSection& section) {
    for (std::size_t i = 1; i < section.tokens.size(); ++i) {
        const FormatToken& year = section.tokens[i - 1];
        const bool is_year = year.kind == TokenKind::date && (year.text == "e" || year.text == "y");
        const FormatToken& next = section.tokens[i];
        if (is_year && next.kind == TokenKind::literal && next.text.starts_with("年度")) return true;
    }
    return false;
}

}  // namespace

std::optional<Shown> show_date(const FormatSection& section, double serial) {
    if (serial < 0 || serial >= kLastSerial + 1) return std::nullopt;
    const Moment moment = moment_of(serial, fraction_places(section));
    const bool half_days = has_half_days(section);
    Shown shown;
    for (const FormatToken& token : section.tokens) {
        switch (token.kind) {
            case TokenKind::date: shown.text += date_part(token, moment, section, half_days); break;
            case TokenKind::minute: shown.text += numeral(moment.minute, token.count, section); break;
            case TokenKind::elapsed: shown.text += elapsed_part(token, moment); break;
            case TokenKind::fraction: shown.text += fmt::format(".{:0{}}", moment.fraction, token.count); break;
            case TokenKind::half_day: shown.text += half_day_part(token, moment, section); break;
            default: shown.text += token.text;
        }
    }
    if (shows_fiscal_year(section)) shown.fiscal = moment.date;
    return shown;
}

std::optional<double> serial_of_iso(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        if (at + length > text.size()) return -1;
        const auto [end, status] = std::from_chars(text.data() + at, text.data() + at + length, value);
        return status == std::errc() && end == text.data() + at + length ? value : -1;
    };
    double serial = 0;
    std::size_t time = 0;
    if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
        const Date date{number(0, 4), number(5, 2), number(8, 2)};
        if (date.year < 1900 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return std::nullopt;
        const int day = days_of(date) + kDaysBefore1970;
        serial = day < kFirstAfterGap ? day - 1 : day;
        if (text.size() == 10) return serial;
        if (text[10] != 'T') return std::nullopt;
        time = 11;
    }
    if (text.size() < time + 5 || text[time + 2] != ':') return std::nullopt;
    const int hour = number(time, 2);
    const int minute = number(time + 3, 2);
    double second = 0;
    if (text.size() >= time + 8 && text[time + 5] == ':') {
        std::from_chars(text.data() + time + 6, text.data() + text.size(), second);
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second >= 61) return std::nullopt;
    return serial + (hour * 3600 + minute * 60 + second) / kDaySeconds;
}

}  // namespace torimatome::parsers::xlsx
