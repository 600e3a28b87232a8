#include "writers/workbook/print_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/width.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

namespace {

/// What Excel leaves free at the left and right of a cell, in all.
constexpr int kCellPaddingPixels = 5;

/// Widest text of a mark field that still counts as a mark; longer ones wrap.
constexpr int kWidestMark = 8;

int pixels_for(int half_widths, double size) {
    return static_cast<int>(std::ceil(half_widths * size / 2 / kPixelPoints)) + kCellPaddingPixels + 2;
}

int mark_half_widths(const Document& document, const std::string& field) {
    int widest = 2;
    for (const Record& record : document.records) {
        widest = std::max(widest, text::display_width(record.text(field)));
    }
    return std::min(widest, kWidestMark);
}

/// How the fields other than marks share their heading's width.
double share_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::prose: return 2;
        case FieldKind::mark: return 0;
        default: return 1;
    }
}

/// The page's width in pixels of columns, a little less than full so that no rounding adds a second page across.
int page_pixels(const PrintLayout& layout) {
    return static_cast<int>(layout.printable_width() / kPaperPointsPerUnit * kPixelsPerUnit * 0.995);
}

/// No column is narrower than four kanji: a heading such as 取組区分 then stands on one line.
int least_pixels(const PrintLayout& layout) { return pixels_for(8, layout.text_size); }

/// `total` pixels shared by `widths`, none with less than `least`.
std::vector<int> proportional(const std::vector<double>& widths, int total, int least) {
    std::vector<int> pixels(widths.size(), 0);
    for (bool again = true; again;) {
        again = false;
        double flexible = 0;
        int left = total;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (pixels[i] == least) {
                left -= least;
            } else {
                flexible += widths[i];
            }
        }
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (pixels[i] == least) continue;
            pixels[i] = std::max(least, static_cast<int>(left * widths[i] / flexible));
            again |= pixels[i] == least;
        }
    }
    return pixels;
}

void share_out(std::vector<PrintColumn*>& group, int pixels, const Document& document, const PrintLayout& layout) {
    double shares = 0;
    int left = pixels;
    for (PrintColumn* column : group) {
        const bool narrow = column->field->kind == FieldKind::mark && group.size() > 1;
        if (narrow) {
            column->pixels = pixels_for(mark_half_widths(document, column->field->id), layout.text_size);
            left -= column->pixels;
        } else {
            shares += std::max(1.0, share_of(column->field->kind));
        }
    }
    // A heading too narrow for its marks still leaves room for the prose.
    left = std::max(left, least_pixels(layout));
    for (PrintColumn* column : group) {
        if (column->pixels > 0) continue;
        column->pixels = static_cast<int>(left * std::max(1.0, share_of(column->field->kind)) / shares);
    }
}

}  // namespace

PrintLayout print_layout(Paper paper) {
    PrintLayout layout;
    layout.paper = paper;
    if (paper == Paper::a4) {
        layout.page_width = 841.89;
        layout.page_height = 595.28;
        layout.text_size = 8.25;  // 11 pixels
        layout.title_size = 12;
    }
    return layout;
}

int half_widths_of(int pixels, double size) {
    return std::max(2, static_cast<int>((pixels - kCellPaddingPixels) * kPixelPoints / (size / 2)));
}

std::vector<PrintColumn> print_columns(const Form& form, const Document& document, const PrintLayout& layout) {
    std::vector<PrintColumn> columns;
    std::vector<double> widths;
    for (const ColumnSpec& spec : form.columns) {
        if (spec.fields.empty()) continue;
        widths.push_back(std::max(1.0, spec.width));
        for (const FieldSpec& field : spec.fields) {
            columns.push_back({&spec, &field, &field == &spec.fields.front(), &field == &spec.fields.back()});
        }
    }
    const std::vector<int> pixels = proportional(widths, page_pixels(layout), least_pixels(layout));
    std::size_t heading = 0;
    for (std::size_t i = 0; i < columns.size(); ++heading) {
        std::vector<PrintColumn*> group;
        const ColumnSpec* spec = columns[i].spec;
        for (; i < columns.size() && columns[i].spec == spec; ++i) group.push_back(&columns[i]);
        share_out(group, pixels[heading], document, layout);
    }
    for (PrintColumn& column : columns) column.half_widths = half_widths_of(column.pixels, layout.text_size);
    return columns;
}

}  // namespace torimatome::writers
