#include "writers/workbook/sheet_name.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "writers/workbook/cell_text.hpp"

namespace torimatome::writers {

namespace {

constexpr std::size_t kMaxUnits = 31;

std::string full_width_for_forbidden(std::string_view text) {
    constexpr std::string_view kForbidden = "[]:*?/\\";
    constexpr const char* kInstead[] = {"［", "］", "：", "＊", "？", "／", "＼"};
    std::string result;
    for (const char c : text) {
        const std::size_t found = kForbidden.find(c);
        if (c == '\n' || c == '\t') {
            result += ' ';
        } else if (found != std::string_view::npos) {
            result += kInstead[found];
        } else {
            result += c;
        }
    }
    return result;
}

std::string cut(const std::string& name, std::size_t max_units) {
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < name.size()) {
        const std::size_t length = text::code_point_at(name, at).length;
        units += length == 4 ? 2 : 1;
        if (units > max_units) break;
        at += length;
    }
    return name.substr(0, at);
}

std::string without_end_apostrophes(std::string name) {
    while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
    while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
    return name;
}

/// What Excel compares names by; the compare key folds more than case, which does no harm here.
std::string key_of(const std::string& name) { return text::compare_key(name); }

}  // namespace

std::string unique_sheet_name(std::string_view wanted, std::set<std::string>& taken) {
    std::string base = without_end_apostrophes(cut(full_width_for_forbidden(cell_text(wanted)), kMaxUnits));
    // Excel keeps this name for itself.
    if (base.empty() || key_of(base) == key_of("History")) base = "シート" + base;
    std::string name = base;
    for (int number = 2; !taken.insert(key_of(name)).second; ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        name = without_end_apostrophes(cut(base, kMaxUnits - suffix.size())) + suffix;
    }
    return name;
}

std::string quoted_sheet_name(std::string_view name) {
    std::string quoted = "'";
    for (const char c : name) {
        quoted += c;
        if (c == '\'') quoted += c;
    }
    return quoted + "'";
}

}  // namespace torimatome::writers
