#include "model/round.hpp"

#include <algorithm>
#include <charconv>

namespace torimatome {

namespace {

constexpr std::string_view kRow = "torimatome:row|";
constexpr std::string_view kSheet = "torimatome:form|";

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// The part of `text` before the first 「|」, which is taken away with it; all of it where there is none.
std::string_view take_part(std::string_view& text) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::string_view part = text.substr(0, bar);
    text.remove_prefix(std::min(bar + 1, text.size()));
    return part;
}

}  // namespace

bool is_form_mark(std::string_view text) { return text.starts_with(kFormMark); }

const AskedRecord* RoundForm::find(const std::string& id) const {
    const auto found =
        std::find_if(records.begin(), records.end(), [&](const AskedRecord& each) { return each.id == id; });
    return found == records.end() ? nullptr : &*found;
}

std::vector<std::string> fields_to_fill_in(const Form& form) {
    std::vector<std::string> fields;
    for (const ColumnSpec& column : form.columns) {
        if (&column == &form.columns.front()) continue;
        for (const FieldSpec& spec : column.fields) {
            const bool fixed = spec.blank == BlankCell::inherit || spec.kind == FieldKind::departments ||
                               spec.kind == FieldKind::mark ||
                               std::count(form.identity.begin(), form.identity.end(), spec.id) > 0;
            if (!fixed) fields.push_back(spec.id);
        }
    }
    return fields;
}

std::string row_mark(int year, const std::string& id) { return std::string(kRow) + std::to_string(year) + "|" + id; }

std::optional<RowMark> parse_row_mark(std::string_view text) {
    if (!text.starts_with(kRow)) return std::nullopt;
    text.remove_prefix(kRow.size());
    const auto year = whole_number(take_part(text));
    if (!year || text.empty()) return std::nullopt;
    return RowMark{*year, std::string(text)};
}

std::string sheet_mark(const RoundForm& form) {
    return std::string(kSheet) + form.form + "|" + std::to_string(form.year) + "|" + form.department;
}

std::optional<RoundForm> parse_sheet_mark(std::string_view text) {
    if (!text.starts_with(kSheet)) return std::nullopt;
    text.remove_prefix(kSheet.size());
    RoundForm form;
    form.form = take_part(text);
    const auto year = whole_number(take_part(text));
    if (!year || text.empty()) return std::nullopt;
    form.year = *year;
    form.department = text;
    return form;
}

}  // namespace torimatome
