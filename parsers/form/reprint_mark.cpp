#include "parsers/form/reprint_mark.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

std::string without_spaces(const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        if (!text::is_space(c.value)) kept.append(text, at, c.length);
        at += c.length;
    }
    return kept;
}

}  // namespace

bool has_reprint_mark(const std::string& text, const Form& form) {
    const std::string kept = without_spaces(text);
    return std::any_of(form.reprint_marks.begin(), form.reprint_marks.end(),
                       [&](const std::string& mark) { return kept.find(without_spaces(mark)) != std::string::npos; });
}

bool is_reprint_mark(const std::string& text, const Form& form) {
    const std::string kept = without_spaces(text);
    return std::any_of(form.reprint_marks.begin(), form.reprint_marks.end(),
                       [&](const std::string& mark) { return kept == without_spaces(mark); });
}

}  // namespace torimatome::parsers
