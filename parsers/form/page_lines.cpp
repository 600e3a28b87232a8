#include "parsers/form/page_lines.hpp"

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"
#include "text/mark.hpp"
#include "text/similarity.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kSameTitle = 0.8;  // Dice: a word or two misread
constexpr double kLegendLine = 0.8;
constexpr double kLegendPart = 0.95;       // containment of a line that holds several legend lines or a part of one
constexpr std::size_t kShortestPart = 12;  // bytes: shorter parts are contained in anything

std::string folded(const std::string& line) {
    text::KeyOptions options;
    options.fold_years = true;
    return text::compare_key(line, options);
}

std::string with_sample_years(const std::string& line) {
    return fill_years(line, text::fiscal_year_text(2021), text::fiscal_year_text(2022));
}

// List markers that text extraction puts before items: 「- ① …」.
std::string without_list_marker(const std::string& line) {
    std::string_view rest = text::trim(line);
    if (rest.starts_with("- ") || rest.starts_with("* ")) rest = text::trim(rest.substr(2));
    return std::string(rest);
}

std::vector<text::Pattern> compile(const std::vector<std::string>& sources) {
    std::vector<text::Pattern> patterns;
    for (const std::string& source : sources) patterns.emplace_back(source);
    return patterns;
}

bool any_match(const std::vector<text::Pattern>& patterns, const std::string& line) {
    for (const text::Pattern& pattern : patterns) {
        if (pattern.match(line)) return true;
    }
    return false;
}

std::string plain_number(const std::string& number) { return text::compare_key(number); }

std::string roman_number(const std::string& numeral) {
    return std::to_string(text::numeral_value(numeral).value_or(0));
}

}  // namespace

PageLines::PageLines(const Form& form)
    : titles_(compile(form.title_patterns)),
      labels_(compile(form.label_patterns)),
      furniture_(compile(form.furniture)),
      sections_(compile(form.section.patterns)),
      item_style_(text::mark_style_from_name(form.section.item_style)) {
    if (!form.section.lead.empty()) lead_.emplace(form.section.lead);
    if (!form.section.name.empty()) sheet_.emplace(form.section.name + "{number}");
    for (const std::string& line : form.legend) {
        legend_keys_.push_back(folded(with_sample_years(line)));
        legend_key_ += legend_keys_.back();
    }
}

bool PageLines::is_legend(const std::string& line) const {
    const std::string key = folded(line);
    if (key.empty()) return false;
    for (const std::string& legend : legend_keys_) {
        if (text::bigram_dice(key, legend) >= kLegendLine) return true;
    }
    return key.size() >= kShortestPart && text::containment(key, legend_key_) >= kLegendPart;
}

std::optional<PageLine> PageLines::as_section(const std::string& line) const {
    for (const text::Pattern& pattern : sections_) {
        const auto match = pattern.match(line);
        if (!match) continue;
        PageLine section;
        section.kind = LineKind::section;
        section.number = plain_number(match->value("number"));
        if (const std::string roman = match->value("roman"); !roman.empty()) section.number = roman_number(roman);
        section.title = match->value("title");
        return section;
    }
    return std::nullopt;
}

std::optional<PageLine> PageLines::as_item(const std::string& line) const {
    if (!item_style_) return std::nullopt;
    const std::string bare = without_list_marker(line);
    const auto mark = text::leading_mark(bare, *item_style_);
    if (!mark) return std::nullopt;
    PageLine item;
    item.kind = LineKind::item;
    item.mark = mark->text;
    item.title = text::trim(std::string_view(bare).substr(mark->length));
    return item;
}

PageLine PageLines::classify(const std::string& line, bool in_box, const std::string& title) const {
    PageLine result;
    for (const text::Pattern& pattern : titles_) {
        const auto match = pattern.match(line);
        if (!match) continue;
        result.kind = LineKind::title;
        result.year = match->year;
        return result;
    }
    if (!title.empty() && text::bigram_dice(folded(line), folded(title)) >= kSameTitle) {
        result.kind = LineKind::title;
        return result;
    }
    if (any_match(labels_, line)) {
        result.kind = LineKind::label;
    } else if (lead_ && lead_->match(line)) {
        result.kind = LineKind::lead;
    } else if (any_match(furniture_, line)) {
        result.kind = LineKind::furniture;
    } else if (is_legend(line)) {
        result.kind = LineKind::legend;
    } else if (const auto section = as_section(line)) {
        return *section;
    } else if (in_box) {
        if (const auto item = as_item(line)) return *item;
    }
    return result;
}

std::string PageLines::section_of_sheet(const std::string& sheet_name) const {
    if (!sheet_) return {};
    const auto match = sheet_->match(sheet_name);
    return match ? plain_number(match->value("number")) : std::string();
}

}  // namespace torimatome::parsers
