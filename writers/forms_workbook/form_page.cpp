#include "writers/forms_workbook/form_page.hpp"

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/page_setup.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr const char* kOpenFill = "FFF7D6";
constexpr const char* kReferenceFill = "F2F2F2";
constexpr const char* kHeadingFill = "E7E6E6";

CellStyle cell_style(double size) {
    CellStyle style;
    style.size = size;
    style.edges = kAllThin;
    return style;
}

void add_validation(const Sheet& sheet, const CellRange& range, lxw_data_validation& validation,
                    const std::string& title, const std::string& hint) {
    std::string short_title = excerpt(title, 30);
    std::string short_hint = excerpt(hint, 250);
    validation.input_title = short_title.data();
    validation.input_message = short_hint.data();
    checked(worksheet_data_validation_range(sheet.handle, range.first_row, range.first_column, range.last_row,
                                            range.last_column, &validation),
            sheet.name, range.first_row, range.first_column);
}

}  // namespace

void set_form_page(const Sheet& sheet, const PrintLayout& layout) {
    set_landscape_page(sheet, layout);
    set_footer(sheet, sheet.name);
}

void protect_form(const Sheet& sheet) {
    lxw_protection allowed = {};
    allowed.format_columns = allowed.format_rows = 1;
    allowed.insert_rows = allowed.delete_rows = 1;
    worksheet_protect(sheet.handle, nullptr, &allowed);
}

CellStyle locked_style(double size) { return cell_style(size); }

CellStyle reference_style(double size) {
    CellStyle style = cell_style(size);
    style.fill = kReferenceFill;
    return style;
}

CellStyle open_style(double size) {
    CellStyle style = cell_style(size);
    style.fill = kOpenFill;
    style.open = true;
    return style;
}

CellStyle heading_style(double size) {
    CellStyle style = cell_style(size);
    style.face = Face::gothic;
    style.across = Across::center;
    style.down = Down::center;
    style.fill = kHeadingFill;
    return style;
}

void hide_mark_column(const Sheet& sheet) {
    constexpr double kWidth = 6;
    lxw_row_col_options options = {};
    options.hidden = 1;
    checked(worksheet_set_column_opt(sheet.handle, 0, 0, kWidth, nullptr, &options), sheet.name, 0, 0);
}

void write_mark(Workbook& workbook, const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& mark) {
    CellStyle style;
    style.wrap = false;
    write_text(sheet, row, column, mark, workbook.format(style));
}

void FormLines::add(const std::string& text, const CellStyle& style) {
    const int half_widths = half_widths_of(pixels_, style.size) - 3 * style.indent;
    CellStyle line = style;
    const bool fits = roomy_width(text) <= half_widths;
    line.wrap = !fits;
    const CellRange range = {row_, 1, row_, fits ? static_cast<lxw_col_t>(1) : last_column_};
    write_merged(sheet_, range, text, workbook_.format(line));
    // Lines without rules between them need less room than cells do.
    constexpr double kWithoutRules = 3;
    const double height = text_height(text, half_widths, style.size) - kWithoutRules;
    set_row_height(sheet_, row_, std::min(height, kMaxRowHeight));
    ++row_;
}

void FormLines::add_gap(double height) { set_row_height(sheet_, row_++, height); }

void add_choices(const Sheet& sheet, const CellRange& range, const std::vector<std::string>& values,
                 const std::string& title, const std::string& hint) {
    std::vector<const char*> entries;
    for (const std::string& value : values) entries.push_back(value.c_str());
    entries.push_back(nullptr);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(entries.data());
    std::string error_title = "選択肢から選んでください";
    std::string error = "一覧にある値だけを入力できます。";
    validation.error_title = error_title.data();
    validation.error_message = error.data();
    add_validation(sheet, range, validation, title, hint);
}

void add_hint(const Sheet& sheet, const CellRange& range, const std::string& title, const std::string& hint) {
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    add_validation(sheet, range, validation, title, hint);
}

}  // namespace torimatome::writers
