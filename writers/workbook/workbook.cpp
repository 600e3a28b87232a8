#include "writers/workbook/workbook.hpp"

#include <chrono>
#include <cstdlib>
#include <utility>

#include "model/language.hpp"
#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/sheet_name.hpp"

namespace torimatome::writers {

namespace {

std::uint8_t line_code(Line line) {
    switch (line) {
        case Line::none: return LXW_BORDER_NONE;
        case Line::thin: return LXW_BORDER_THIN;
        case Line::dotted: return LXW_BORDER_HAIR;
    }
    return LXW_BORDER_NONE;
}

lxw_color_t color_code(const std::string& rrggbb) {
    return static_cast<lxw_color_t>(std::strtoul(rrggbb.c_str(), nullptr, 16));
}

void set_font(lxw_format* format, const CellStyle& style) {
    format_set_font_name(format, style.face == Face::mincho ? "ＭＳ 明朝" : "ＭＳ ゴシック");
    format_set_font_family(format, style.face == Face::mincho ? 1 : 3);
    format_set_font_size(format, style.size);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.struck) format_set_font_strikeout(format);
    if (!style.color.empty()) format_set_font_color(format, color_code(style.color));
}

void set_alignment(lxw_format* format, const CellStyle& style) {
    format_set_align(format, style.down == Down::top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (style.across == Across::center) format_set_align(format, LXW_ALIGN_CENTER);
    if (style.across == Across::right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (style.across == Across::left) format_set_align(format, LXW_ALIGN_LEFT);
    if (style.wrap) format_set_text_wrap(format);
    if (style.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(style.indent));
}

void set_frame(lxw_format* format, const CellStyle& style) {
    format_set_left(format, line_code(style.edges.left));
    format_set_right(format, line_code(style.edges.right));
    format_set_top(format, line_code(style.edges.top));
    format_set_bottom(format, line_code(style.edges.bottom));
    if (style.fill.empty()) return;
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, color_code(style.fill));
}

std::time_t midnight(const Date& date) {
    using namespace std::chrono;
    const sys_days day = year{date.year} / month{static_cast<unsigned>(date.month)} / static_cast<unsigned>(date.day);
    return static_cast<std::time_t>(day.time_since_epoch().count()) * 86'400;
}

/// The library takes the current time where `created` is 0, so a missing date becomes the day that zip files use.
Date or_fixed_day(const Date& date) { return date.year < 1970 ? Date{1980, 1, 1} : date; }

}  // namespace

Workbook::Workbook(const std::filesystem::path& file, const std::string& title, const Date& created)
    : book_(workbook_new(file.c_str())) {
    if (!book_) checked(LXW_ERROR_MEMORY_MALLOC_FAILED, tell("ブック", "the workbook"));
    lxw_format* normal = STAILQ_FIRST(book_->formats);
    format_set_font_name(normal, kNormalFont);
    format_set_font_size(normal, kNormalSize);
    format_set_font_family(normal, 3);
    // Properties hold at most 255 characters.
    std::string short_title = excerpt(cell_text(title), 200);
    std::string creator = "torimatome";
    lxw_doc_properties properties = {};
    properties.title = short_title.data();
    properties.author = creator.data();
    properties.created = midnight(or_fixed_day(created));
    checked(workbook_set_properties(book_, &properties), tell("ブックの情報", "the workbook's properties"));
}

Workbook::~Workbook() {
    if (book_) lxw_workbook_free(book_);
}

Sheet Workbook::add_sheet(const std::string& wanted) {
    Sheet sheet;
    sheet.name = unique_sheet_name(wanted, sheet_names_);
    checked(workbook_validate_sheet_name(book_, sheet.name.c_str()), sheet.name);
    sheet.handle = workbook_add_worksheet(book_, sheet.name.c_str());
    if (!sheet.handle) checked(LXW_ERROR_MEMORY_MALLOC_FAILED, sheet.name);
    // Marks and ids that look like numbers are text on purpose; Excel need not point them out.
    checked(worksheet_ignore_errors(sheet.handle, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), sheet.name);
    return sheet;
}

void Workbook::mark_derived(const Sheet& sheet) {
    const std::string quoted = quoted_sheet_name(sheet.name);
    checked(workbook_define_name(book_, (quoted + "!torimatome.derived").c_str(), ("=" + quoted + "!$A$1").c_str()),
            sheet.name);
}

lxw_format* Workbook::format(const CellStyle& style) {
    const auto [entry, is_new] = formats_.try_emplace(style, nullptr);
    if (!is_new) return entry->second;
    lxw_format* format = workbook_add_format(book_);
    if (!format) checked(LXW_ERROR_MEMORY_MALLOC_FAILED, tell("書式", "a format"));
    set_font(format, style);
    set_alignment(format, style);
    set_frame(format, style);
    if (style.decimals) format_set_num_format(format, "0.00");
    if (style.open) format_set_unlocked(format);
    if (style.thousands) format_set_num_format(format, "#,##0");
    return entry->second = format;
}

lxw_chart* Workbook::add_chart(lxw_chart_type type) {
    lxw_chart* chart = workbook_add_chart(book_, static_cast<std::uint8_t>(type));
    if (!chart) checked(LXW_ERROR_MEMORY_MALLOC_FAILED, tell("グラフ", "a chart"));
    return chart;
}

void Workbook::close() {
    // workbook_close frees the book whether it succeeds or not.
    const lxw_error result = workbook_close(std::exchange(book_, nullptr));
    checked(result, tell("ブック", "the workbook"));
}

}  // namespace torimatome::writers
