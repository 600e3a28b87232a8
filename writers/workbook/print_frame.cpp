#include "writers/workbook/print_frame.hpp"

#include <algorithm>
#include <numeric>

#include "writers/workbook/headings.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr const char* kHeadingFill = "E7E6E6";
constexpr double kGap = 6;  ///< points of the blank row above the table

/// Writes rows across the whole sheet, one below the other.
class FrameWriter {
  public:
    FrameWriter(Workbook& workbook, const Sheet& sheet, const std::vector<PrintColumn>& columns)
        : workbook_(workbook),
          sheet_(sheet),
          last_column_(static_cast<lxw_col_t>(columns.size() - 1)),
          pixels_(std::accumulate(columns.begin(), columns.end(), 0,
                                  [](int sum, const PrintColumn& column) { return sum + column.pixels; })) {}

    lxw_row_t row() const { return row_; }
    double height() const { return height_; }

    void add_line(const std::string& text, const CellStyle& style) {
        write_merged(sheet_, {row_, 0, row_, last_column_}, text, workbook_.format(style));
        // An indent takes about three half-width characters a step.
        const double height = text_height(text, half_widths_of(pixels_, style.size) - 3 * style.indent, style.size);
        // Lines without rules between them need less room than cells do.
        finish_row(height - 3);
    }

    void finish_row(double height) {
        const double set = std::min(height, kMaxRowHeight);
        set_row_height(sheet_, row_++, set);
        height_ += set;
    }

  private:
    Workbook& workbook_;
    const Sheet& sheet_;
    lxw_col_t last_column_;
    int pixels_;
    lxw_row_t row_ = 0;
    double height_ = 0;
};

void write_label(FrameWriter& frame, Workbook& workbook, const Sheet& sheet, const std::string& label,
                 const std::vector<PrintColumn>& columns, const PrintLayout& layout) {
    if (label.empty()) return;
    CellStyle style;
    style.face = Face::gothic;
    style.size = layout.text_size;
    style.across = Across::center;
    style.down = Down::center;
    style.edges = kAllThin;
    write_text(sheet, frame.row(), static_cast<lxw_col_t>(columns.size() - 1), label, workbook.format(style));
    frame.finish_row(text_height(label, columns.back().half_widths, layout.text_size));
}

struct BoxLine {
    std::string text;
    bool heading = false;
};

std::vector<BoxLine> box_lines(const Form& form, const Document& document, const PrintSection& section) {
    std::vector<BoxLine> lines;
    if (!section.section) return lines;
    const std::string lead = with_years(form.section.lead, document.year);
    // A lead with a place holder left is a pattern to read by, not words to print.
    if (!lead.empty() && lead.find('{') == std::string::npos) lines.push_back({lead, false});
    lines.push_back({section.number + "　" + section.section->title, true});
    for (const SectionItem& item : section.section->items) lines.push_back({item.mark + "　" + item.title, false});
    return lines;
}

void write_box(FrameWriter& frame, const std::vector<BoxLine>& lines, const PrintLayout& layout) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CellStyle style;
        style.size = layout.text_size;
        style.down = Down::center;
        style.face = lines[i].heading ? Face::gothic : Face::mincho;
        style.bold = lines[i].heading;
        style.indent = 1;
        style.edges.left = style.edges.right = Line::thin;
        if (i == 0) style.edges.top = Line::thin;
        if (i + 1 == lines.size()) style.edges.bottom = Line::thin;
        frame.add_line(lines[i].text, style);
    }
}

double write_column_headings(Workbook& workbook, const Sheet& sheet, lxw_row_t row, const Document& document,
                             const std::vector<PrintColumn>& columns, const PrintLayout& layout) {
    CellStyle style;
    style.face = Face::gothic;
    style.size = layout.text_size;
    style.across = Across::center;
    style.down = Down::center;
    style.edges = kAllThin;
    style.fill = kHeadingFill;
    double height = 0;
    for (std::size_t first = 0; first < columns.size();) {
        std::size_t last = first;
        int pixels = columns[first].pixels;
        while (!columns[last].last_of_heading) pixels += columns[++last].pixels;
        const std::string heading = with_years(columns[first].spec->heading, document.year);
        write_merged(sheet, {row, static_cast<lxw_col_t>(first), row, static_cast<lxw_col_t>(last)}, heading,
                     workbook.format(style));
        height = std::max(height, text_height(heading, half_widths_of(pixels, layout.text_size), layout.text_size));
        first = last + 1;
    }
    return std::min(height + layout.text_size / 2, kMaxRowHeight);
}

}  // namespace

PrintFrame write_frame(Workbook& workbook, const Sheet& sheet, const Document& document, const Form& form,
                       const PrintSection& section, const std::vector<PrintColumn>& columns,
                       const PrintLayout& layout) {
    FrameWriter frame(workbook, sheet, columns);
    write_label(frame, workbook, sheet, document.label.empty() ? form.label : document.label, columns, layout);
    if (!document.title.empty()) {
        CellStyle title;
        title.face = Face::gothic;
        title.size = layout.title_size;
        title.across = Across::center;
        title.down = Down::center;
        frame.add_line(document.title, title);
        frame.finish_row(kGap);
    }
    write_box(frame, box_lines(form, document, section), layout);
    CellStyle legend;
    legend.size = layout.text_size;
    legend.down = Down::center;
    legend.indent = 1;
    for (const std::string& line : form.legend) frame.add_line(with_years(line, document.year), legend);
    if (frame.row() > 0) frame.finish_row(kGap);
    PrintFrame result;
    result.header_row = frame.row();
    result.header_height = whole_pixels(write_column_headings(workbook, sheet, frame.row(), document, columns, layout));
    frame.finish_row(result.header_height);
    result.height = frame.height();
    return result;
}

}  // namespace torimatome::writers
