#include "writers/forms_workbook/guide_sheets.hpp"

#include <algorithm>
#include <numeric>

#include "text/locked_text.hpp"
#include "writers/forms_workbook/answer_sheet.hpp"
#include "writers/forms_workbook/form_page.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr const char* kGuideMark = "torimatome:guide";
constexpr double kGuideSize = 11;

void note_own_text(const std::string& text, RoundForm& round) {
    if (!text.empty()) round.own_texts.push_back(text::own_text_digest(text::OwnText::guide, text));
}

// Two columns: a label and what it is about.
class CoveringPage {
  public:
    CoveringPage(Workbook& workbook, const Sheet& sheet, RoundForm& round)
        : workbook_(workbook), sheet_(sheet), round_(round) {}

    void start(const PrintLayout& layout) {
        PrintLayout page = layout;
        page.paper = Paper::a4;
        set_form_page(sheet_, page);
        worksheet_set_portrait(sheet_.handle);
        hide_mark_column(sheet_);
        write_mark(workbook_, sheet_, 0, 0, kGuideMark);
        write_mark(workbook_, sheet_, 1, 0, sheet_mark(round_));
        set_column_pixels(sheet_, 1, kLabelPixels, nullptr);
        set_column_pixels(sheet_, 2, kTextPixels, nullptr);
    }

    void add_line(const std::string& text, double size = kGuideSize, Across across = Across::left) {
        CellStyle style;
        style.size = size;
        style.across = across;
        style.face = size > kGuideSize ? Face::gothic : Face::mincho;
        note_own_text(text, round_);
        write_merged(sheet_, {row_, 1, row_, 2}, text, workbook_.format(style));
        end_row(text_height(text, half_widths_of(kLabelPixels + kTextPixels, size), size));
    }

    void add_entry(const std::string& label, const std::string& text) {
        CellStyle style = locked_style(kGuideSize);
        style.down = Down::center;
        note_own_text(text, round_);
        write_label(label);
        write_text(sheet_, row_, 2, text, workbook_.format(style));
        end_row(text_height(text, half_widths_of(kTextPixels, kGuideSize), kGuideSize) + 4);
    }

    void add_input(const std::string& label, double height) {
        write_label(label);
        write_text(sheet_, row_, 2, "", workbook_.format(open_style(kGuideSize)));
        end_row(height);
    }

    void add_gap() { end_row(10); }

    lxw_row_t row() const { return row_; }

  private:
    static constexpr int kLabelPixels = 150;
    static constexpr int kTextPixels = 560;

    void write_label(const std::string& label) {
        note_own_text(label, round_);
        write_text(sheet_, row_, 1, label, workbook_.format(heading_style(kGuideSize)));
    }

    void end_row(double height) { set_row_height(sheet_, row_++, std::min(height, kMaxRowHeight)); }

    Workbook& workbook_;
    const Sheet& sheet_;
    RoundForm& round_;
    lxw_row_t row_ = 0;
};

std::string count_words(const PrintSection& section, const RoundForm& round) {
    const auto joint = std::count_if(section.records.begin(), section.records.end(), [&](const Record* record) {
        const AskedRecord* asked = round.find(record->id);
        return asked && asked->joint;
    });
    std::string words = "取組 " + std::to_string(section.records.size()) + " 件";
    if (joint > 0) words += "（うち、ほかの部署との共同 " + std::to_string(joint) + " 件）";
    return words;
}

std::string open_headings(const InquiryWorkbook& book) {
    std::string words;
    for (const ColumnSpec& column : book.form.columns) {
        const bool open = std::any_of(column.fields.begin(), column.fields.end(),
                                      [&](const FieldSpec& field) { return is_open(book, field.id); });
        if (open) words += "「" + with_years(column.heading, book.document.year) + "」";
    }
    return words;
}

// What the example says in a field to fill in.
std::string example_text(const InquiryWorkbook& book, const PrintColumn& column) {
    const FieldSpec& field = *column.field;
    const std::string& heading = column.spec->heading;
    if (field.kind == FieldKind::choice) {
        const auto& choices = book.form.choices;
        return choices.empty() ? "" : choices[choices.size() / 2].value;
    }
    if (field.kind == FieldKind::date) return with_years("{next-year}4月1日", book.document.year);
    if (heading.find("{next-year}") != std::string::npos) {
        return "・相談窓口を3か所に増やし、夜間の相談を始める。\n・職員の研修を年4回行う。";
    }
    if (heading.find("{year}") != std::string::npos || field.id == book.open.front()) {
        return "・相談窓口を2か所に増やし、延べ1,240件の相談に応じた。\n・職員の研修を年3回行った。";
    }
    if (is_reference({}, field.id) || field.id.starts_with("意見"))
        return "ご意見を受け、夜間の窓口を来年度から設ける。";
    return "相談までの日数が短くなった。一方、夜間の受付に課題がある。";
}

}  // namespace

void write_covering_page(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                         const std::vector<PrintSection>& sections, const PrintLayout& layout, RoundForm& round) {
    CoveringPage page(workbook, sheet, round);
    page.start(layout);
    page.add_line(round.department + "　御中");
    page.add_gap();
    page.add_line(book.inquiry.subject, 14, Across::center);
    page.add_gap();
    page.add_line("このことについて、別のシートの様式に記入し、期限までに提出してください。");
    page.add_gap();
    page.add_entry("提出期限", book.inquiry.due.empty() ? "（別に連絡します。）" : book.inquiry.due);
    page.add_entry("提出先・問合せ先", book.inquiry.contact.empty() ? "（別に連絡します。）" : book.inquiry.contact);
    page.add_entry("記入する欄", open_headings(book) + "　色の付いた欄です。");
    for (const PrintSection& section : sections) {
        if (!section.records.empty())
            page.add_entry("シート「" + section.sheet_name + "」", count_words(section, round));
    }
    page.add_gap();
    page.add_line("記入のしかた", 12);
    page.add_line("・昨年度に回答いただいた内容を、記入する欄の隣に灰色で載せています。");
    page.add_line(
        "・色の付いた欄だけに記入してください。ほかの欄は変更できないようにしています（パスワードはありません）。");
    page.add_line("・実績がないときは空欄にせず、「該当なし」と記入してください。");
    page.add_line("・新しい取組は、表の下の空いている行に記入してください。列や行の幅は変えられます。");
    page.add_line("・ほかの部署と共同の取組は、関係する部署で調整し、いずれか１部署が記入してください。");
    page.add_line("・シート「記入例」を参考にしてください。");
    page.add_gap();
    page.add_line("回答した方", 12);
    page.add_input("職・氏名", 24);
    page.add_input("電話・内線", 24);
    page.add_input("通信欄", 72);
    protect_form(sheet);
}

void write_example(Workbook& workbook, const Sheet& sheet, const InquiryWorkbook& book,
                   const std::vector<PrintColumn>& columns, const PrintLayout& layout, RoundForm& round) {
    set_form_page(sheet, layout);
    hide_mark_column(sheet);
    write_mark(workbook, sheet, 0, 0, kGuideMark);
    write_mark(workbook, sheet, 1, 0, sheet_mark(round));
    const int pixels = std::accumulate(columns.begin(), columns.end(), 0,
                                       [](int sum, const PrintColumn& column) { return sum + column.pixels; });
    FormLines lines(workbook, sheet, pixels, static_cast<lxw_col_t>(columns.size()));
    CellStyle title;
    title.face = Face::gothic;
    title.size = layout.title_size;
    const std::string words = "記入例（このシートには記入しないでください）";
    note_own_text(words, round);
    lines.add(words, title);
    lines.add_gap(6);
    const lxw_row_t header = lines.take_row();
    write_form_headings(workbook, sheet, header, book, columns, layout);
    const lxw_row_t row = lines.take_row();
    double height = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const PrintColumn& column = columns[i];
        const bool open = is_open(book, column.field->id);
        CellStyle style = open ? open_style(layout.text_size) : locked_style(layout.text_size);
        style.open = false;
        if (!open) style.color = "7F7F7F";
        if (column.field->kind == FieldKind::choice) style.across = Across::center;
        const bool narrow = column.half_widths < 12;
        const std::string text = open     ? example_text(book, column)
                                 : narrow ? ""
                                          : "（印刷済みです。変更しないでください。）";
        note_own_text(with_years(column.spec->heading, book.document.year), round);
        note_own_text(text, round);
        set_column_pixels(sheet, static_cast<lxw_col_t>(i + 1), column.pixels, nullptr);
        write_text(sheet, row, static_cast<lxw_col_t>(i + 1), text, workbook.format(style));
        height = std::max(height, text_height(text, column.half_widths, layout.text_size));
    }
    set_row_height(sheet, row, std::min(height + layout.text_size, kMaxRowHeight));
    protect_form(sheet);
}

}  // namespace torimatome::writers
