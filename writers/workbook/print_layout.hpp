// The measures of a print sheet: paper, fonts, and how wide each of the form's columns comes out.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "writers/consolidated_workbook.hpp"

namespace torimatome::writers {

/// All lengths in points. The page is landscape.
struct PrintLayout {
    Paper paper = Paper::a3;
    double page_width = 1190.55;
    double page_height = 841.89;
    double side_margin = 28.35;    ///< 10 mm
    double top_margin = 34.0;      ///< 12 mm
    double bottom_margin = 42.5;   ///< 15 mm, the page number stands in it
    double text_size = 9;          ///< 9 pt is 12 pixels: no rounding between screen and paper
    double least_text_size = 7.5;  ///< 10 pixels; for single cells that would not fit a page
    double title_size = 14;
    double repeat_share = 0.36;  ///< of the page: boxes and legend taller than this are not repeated on every page

    double printable_width() const { return page_width - 2 * side_margin; }
    double printable_height() const { return page_height - top_margin - bottom_margin; }
};

PrintLayout print_layout(Paper paper);

/// One column of the sheet: a field of the form. Fields that the form prints under one heading are neighbours.
struct PrintColumn {
    const ColumnSpec* spec = nullptr;
    const FieldSpec* field = nullptr;
    bool first_of_heading = true;
    bool last_of_heading = true;
    int pixels = 0;
    int half_widths = 2;  ///< how many half-width characters of `text_size` stand in a line
};

/// The columns, scaled so that together they fill the page's width. A field that holds marks takes what its
/// longest mark in `document` needs; the rest of its heading's width goes to the prose beside it.
std::vector<PrintColumn> print_columns(const Form& form, const Document& document, const PrintLayout& layout);

/// How many half-width characters of `size` points stand in a line of a column (or merged columns) of `pixels`.
int half_widths_of(int pixels, double size);

}  // namespace torimatome::writers
