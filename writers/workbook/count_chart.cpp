#include "writers/workbook/count_chart.hpp"

#include <algorithm>

#include "writers/workbook/checked.hpp"

namespace torimatome::writers {

namespace {

struct Shade {
    lxw_color_t fill;
    lxw_color_t label;
};

/// From dark to light, so that neighbours differ on a black-and-white copy; the outline parts the light ones.
constexpr Shade kShades[] = {
    {0x1F3864, 0xFFFFFF}, {0x8FAADC, 0x000000}, {0xDEEAF6, 0x000000}, {0x7F7F7F, 0xFFFFFF}, {0xFFFFFF, 0x000000}};

lxw_chart_font font_of(double size, lxw_color_t color = 0x000000) {
    lxw_chart_font font = {};
    font.name = const_cast<char*>("ＭＳ ゴシック");
    font.size = size;
    font.bold = LXW_EXPLICIT_FALSE;
    font.color = color;
    return font;
}

void add_series(lxw_chart* chart, const Sheet& sheet, const CountTable& table, const CountPlace& place,
                std::size_t index) {
    const lxw_row_t first = place.header_row + 1;
    const lxw_row_t last = place.header_row + static_cast<lxw_row_t>(table.rows.size());
    const auto column = static_cast<lxw_col_t>(place.name_column + 1 + index);
    const char* name = sheet.name.c_str();
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    if (!series) checked(LXW_ERROR_MEMORY_MALLOC_FAILED, sheet.name);
    chart_series_set_categories(series, name, first, place.name_column, last, place.name_column);
    chart_series_set_values(series, name, first, column, last, column);
    chart_series_set_name_range(series, name, place.header_row, column);
    const Shade& shade = kShades[index % std::size(kShades)];
    lxw_chart_fill fill = {};
    fill.color = shade.fill;
    chart_series_set_fill(series, &fill);
    lxw_chart_line line = {};
    line.color = 0x404040;
    line.width = 0.75f;
    chart_series_set_line(series, &line);
    chart_series_set_labels(series);
    lxw_chart_font label = font_of(9, shade.label);
    chart_series_set_labels_font(series, &label);
    chart_series_set_labels_num_format(series, "#,##0;;");  // a zero needs no label
}

int highest_total(const CountTable& table) {
    int highest = 0;
    for (const CountRow& row : table.rows) highest = std::max(highest, table.total_of(row));
    return highest;
}

void set_axes(lxw_chart* chart, const CountTable& table) {
    lxw_chart_font font = font_of(9);
    chart_axis_set_name(chart->x_axis, table.row_heading.c_str());
    chart_axis_set_name(chart->y_axis, "取組数");
    chart_axis_set_name_font(chart->x_axis, &font);
    chart_axis_set_name_font(chart->y_axis, &font);
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    chart_axis_set_min(chart->y_axis, 0);
    if (highest_total(table) <= 10) chart_axis_set_major_unit(chart->y_axis, 1);
    lxw_chart_line grid = {};
    grid.color = 0xD9D9D9;
    grid.width = 0.5f;
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
}

}  // namespace

int chart_height(const CountTable& table) { return 150 + 30 * std::min<int>(static_cast<int>(table.rows.size()), 30); }

void insert_count_chart(Workbook& workbook, const Sheet& sheet, const CountTable& table, const CountPlace& place,
                        lxw_row_t row, lxw_col_t column) {
    lxw_chart* chart = workbook.add_chart(LXW_CHART_COLUMN_STACKED);
    for (std::size_t i = 0; i < table.columns.size(); ++i) add_series(chart, sheet, table, place, i);
    chart_title_set_name(chart, table.title.c_str());
    lxw_chart_font title = font_of(11);
    chart_title_set_name_font(chart, &title);
    lxw_chart_font font = font_of(9);
    chart_legend_set_position(chart, table.columns.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(chart, &font);
    chart_set_series_gap(chart, 50);
    set_axes(chart, table);
    // The library draws a chart at 480 × 288 pixels; scales are what every program reads alike.
    lxw_chart_options options = {};
    options.x_scale = kChartWidth / 480.0;
    options.y_scale = kChartHeight / 288.0;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    checked(worksheet_insert_chart_opt(sheet.handle, row, column, chart, &options), sheet.name, row, column);
}

}  // namespace torimatome::writers
