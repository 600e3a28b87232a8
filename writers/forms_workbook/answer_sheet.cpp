#include "writers/forms_workbook/answer_sheet.hpp"

#include <algorithm>
#include <numeric>

#include "model/language.hpp"
#include "text/locked_text.hpp"
#include "writers/forms_workbook/form_page.hpp"
#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr int kNewRows = 3;           // open rows below the table
constexpr double kOpenRoom = 66;      // points: what an answer gets at least
constexpr double kNewRowHeight = 54;  // points

class AnswerSheet {
  public:
    AnswerSheet(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book, const PrintSection& section,
                const std::vector<PrintColumn>& columns, const PrintLayout& layout, RoundForm& round,
                Findings& findings)
        : workbook_(workbook),
          sheet_(sheet),
          book_(book),
          section_(section),
          columns_(columns),
          layout_(layout),
          round_(round),
          findings_(findings),
          lines_(workbook, sheet, total_pixels(), last_column()) {}

    void write() {
        set_form_page(sheet_, layout_);
        hide_mark_column(sheet_);
        CellStyle blank;
        blank.size = layout_.text_size;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            set_column_pixels(sheet_, sheet_column(i), columns_[i].pixels, workbook_.format(blank));
        }
        write_frame();
        const lxw_row_t marks = lines_.take_row();
        write_column_marks(marks);
        header_row_ = lines_.take_row();
        write_form_headings(workbook_, sheet_, header_row_, book_, columns_, layout_);
        for (const Record* record : section_.records) write_record(*record, lines_.take_row());
        for (int i = 0; i < kNewRows; ++i) write_new_row(lines_.take_row());
        add_note("※ 新しい取組は、上の空いている行に記入してください。");
        finish();
    }

  private:
    static lxw_col_t sheet_column(std::size_t column) { return static_cast<lxw_col_t>(column + 1); }
    lxw_col_t last_column() const { return sheet_column(columns_.size() - 1); }
    int total_pixels() const {
        return std::accumulate(columns_.begin(), columns_.end(), 0,
                               [](int sum, const PrintColumn& column) { return sum + column.pixels; });
    }

    CellStyle line_style() const {
        CellStyle style;
        style.size = layout_.text_size;
        style.down = Down::center;
        return style;
    }

    void add_note(const std::string& text) {
        round_.own_texts.push_back(text::own_text_digest(text::OwnText::note, text));
        CellStyle style = line_style();
        style.face = Face::gothic;
        lines_.add(text, style);
    }

    void write_frame() {
        write_mark(workbook_, sheet_, 0, 0, sheet_mark(round_));
        CellStyle title = line_style();
        title.face = Face::gothic;
        title.size = layout_.title_size;
        lines_.add(book_.document.title, title);
        add_note("【照会先】" + round_.department);
        lines_.add_gap(6);
        write_box();
        for (const std::string& line : book_.form.legend)
            lines_.add(with_years(line, book_.document.year), line_style());
        add_note("色の付いた欄に記入してください。灰色と白の欄は変更しないでください。");
    }

    void write_box() {
        if (!section_.section) return;
        const std::string lead = with_years(book_.form.section.lead, book_.document.year);
        if (!lead.empty() && lead.find('{') == std::string::npos) lines_.add(lead, line_style());
        CellStyle heading = line_style();
        heading.face = Face::gothic;
        heading.bold = true;
        lines_.add(section_.number + "　" + section_.section->title, heading);
        CellStyle item = line_style();
        item.indent = 1;
        for (const SectionItem& each : section_.section->items) lines_.add(each.mark + "　" + each.title, item);
    }

    // Which field each column holds, for the program: headings may be rewritten and columns put in.
    void write_column_marks(lxw_row_t row) {
        lxw_row_col_options options = {};
        options.hidden = 1;
        checked(worksheet_set_row_opt(sheet_.handle, row, 12, nullptr, &options), sheet_.name, row, 0);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            write_mark(workbook_, sheet_, row, sheet_column(i), "torimatome:column|" + columns_[i].field->id);
        }
    }

    CellStyle style_of(const PrintColumn& column) const {
        const std::string& field = column.field->id;
        CellStyle style = is_open(book_, field)         ? open_style(layout_.text_size)
                          : is_reference(round_, field) ? reference_style(layout_.text_size)
                                                        : locked_style(layout_.text_size);
        const bool centered = column.field->kind == FieldKind::mark || column.field->kind == FieldKind::choice;
        if (centered) style.across = Across::center;
        return style;
    }

    const Record* previous_of(const Record& record) const {
        const auto index = static_cast<std::size_t>(&record - book_.document.records.data());
        return index < book_.previous.size() ? &book_.previous[index] : nullptr;
    }

    void write_record(const Record& record, lxw_row_t row) {
        write_mark(workbook_, sheet_, row, 0, row_mark(round_.year, record.id));
        const Record* previous = previous_of(record);
        double height = kOpenRoom;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const PrintColumn& column = columns_[i];
            CellStyle style = style_of(column);
            const std::string& field = column.field->id;
            const std::string& text = record.text(field);
            const lxw_col_t at = sheet_column(i);
            if (is_open(book_, field) && previous) {
                const double room = text_height(previous->text(field), column.half_widths, style.size);
                height = std::max(height, room + style.size);
            }
            double needed = text_height(text, column.half_widths, style.size);
            if (needed > kMaxRowHeight) {
                style.size = layout_.least_text_size;
                needed = text_height(text, half_widths_of(column.pixels, style.size), style.size);
            }
            if (needed > kMaxRowHeight) report_too_tall(record, field);
            height = std::max(height, needed);
            const Field* given = record.find(field);
            const std::vector<TextRun> plain;
            write_rich(workbook_, sheet_, {row, at, row, at}, text, given ? given->runs : plain, style);
        }
        set_row_height(sheet_, row, std::min(whole_pixels(height), kMaxRowHeight));
    }

    void report_too_tall(const Record& record, const std::string& field) {
        Finding finding;
        finding.code = "output.text-over-row";
        finding.severity = Severity::note;
        finding.record = record.id;
        finding.field = field;
        finding.message = tell("文が長く、行の高さの上限（409.5ポイント）に収まりません。下端が隠れます。",
                               "The text is taller than a row can be (409.5 pt); its end is hidden.");
        findings_.push_back(std::move(finding));
    }

    void write_new_row(lxw_row_t row) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            CellStyle style = style_of(columns_[i]);
            if (!is_reference(round_, columns_[i].field->id)) {
                style.fill = open_style(style.size).fill;
                style.open = true;
            }
            write_text(sheet_, row, sheet_column(i), "", workbook_.format(style));
        }
        set_row_height(sheet_, row, kNewRowHeight);
    }

    void add_inputs() {
        const lxw_row_t first = header_row_ + 1;
        const auto last = static_cast<lxw_row_t>(header_row_ + section_.records.size() + kNewRows);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const FieldSpec& field = *columns_[i].field;
            if (!is_open(book_, field.id)) continue;
            const CellRange range = {first, sheet_column(i), last, sheet_column(i)};
            const std::string heading = with_years(columns_[i].spec->heading, book_.document.year);
            if (field.kind == FieldKind::choice && !book_.form.choices.empty()) {
                std::vector<std::string> values;
                std::string hint;
                for (const Choice& choice : book_.form.choices) {
                    values.push_back(choice.value);
                    hint += (hint.empty() ? "" : "\n") + choice.value + "：" +
                            (choice.short_label.empty() ? choice.label : choice.short_label);
                }
                add_choices(sheet_, range, values, heading, hint);
            } else {
                add_hint(sheet_, range, heading,
                         "文章で記入してください。セルの中の改行は Alt＋Enter です。"
                         "ないときは「該当なし」と記入してください。");
            }
        }
    }

    void finish() {
        add_inputs();
        checked(worksheet_repeat_rows(sheet_.handle, header_row_, header_row_), sheet_.name);
        checked(worksheet_print_area(sheet_.handle, 0, 1, lines_.row() - 1, last_column()), sheet_.name);
        worksheet_freeze_panes(sheet_.handle, header_row_ + 1, 1);
        protect_form(sheet_);
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    const InquiryWorkbook& book_;
    const PrintSection& section_;
    const std::vector<PrintColumn>& columns_;
    const PrintLayout& layout_;
    RoundForm& round_;
    Findings& findings_;
    FormLines lines_;
    lxw_row_t header_row_ = 0;
};

}  // namespace

bool is_open(const InquiryWorkbook& book, const std::string& field) {
    return std::find(book.open.begin(), book.open.end(), field) != book.open.end();
}

bool is_reference(const RoundForm& round, const std::string& field) {
    return std::find(round.columns.begin(), round.columns.end(), field) != round.columns.end();
}

double write_form_headings(Workbook& workbook, const Sheet& sheet, lxw_row_t row, const InquiryWorkbook& book,
                           const std::vector<PrintColumn>& columns, const PrintLayout& layout) {
    CellStyle style = heading_style(layout.text_size);
    double height = 0;
    for (std::size_t first = 0; first < columns.size();) {
        std::size_t last = first;
        int pixels = columns[first].pixels;
        while (!columns[last].last_of_heading) pixels += columns[++last].pixels;
        const std::string heading = with_years(columns[first].spec->heading, book.document.year);
        for (std::size_t i = first; i <= last; ++i) {
            CellStyle part = style;
            if (last > first) {
                // The blank cells beside the heading belong to it: no lines between, and the text may reach over them.
                part.edges.left = i == first ? Line::thin : Line::none;
                part.edges.right = i == last ? Line::thin : Line::none;
                part.across = Across::left;
                part.wrap = false;
            }
            write_text(sheet, row, static_cast<lxw_col_t>(i + 1), i == first ? heading : "", workbook.format(part));
        }
        height = std::max(height, text_height(heading, half_widths_of(pixels, layout.text_size), layout.text_size));
        first = last + 1;
    }
    const double set = std::min(whole_pixels(height + layout.text_size / 2), kMaxRowHeight);
    set_row_height(sheet, row, set);
    return set;
}

void write_answer_sheet(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                        const PrintSection& section, const std::vector<PrintColumn>& columns, const PrintLayout& layout,
                        RoundForm& round, Findings& findings) {
    AnswerSheet(workbook, sheet, book, section, columns, layout, round, findings).write();
}

}  // namespace torimatome::writers
