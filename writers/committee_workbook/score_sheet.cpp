#include "writers/committee_workbook/score_sheet.hpp"

#include <algorithm>
#include <numeric>

#include "model/language.hpp"
#include "text/locked_text.hpp"
#include "writers/forms_workbook/form_page.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/sheet_name.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kCommentRoom = 54;  // points: what a comment gets at least
constexpr const char* kBandFill = "D9E2F3";

bool is_open(const std::string& id) { return id == "grade" || id == "comment" || id == "question"; }

class ScoreSheet {
  public:
    ScoreSheet(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
               Findings& findings)
        : workbook_(workbook),
          sheet_(sheet),
          book_(book),
          ballot_(ballot),
          findings_(findings),
          layout_(print_layout(book.paper)),
          columns_(print_columns(book.form, book.document, layout_)),
          lines_(workbook, sheet,
                 std::accumulate(columns_.begin(), columns_.end(), 0,
                                 [](int sum, const PrintColumn& column) { return sum + column.pixels; }),
                 static_cast<lxw_col_t>(columns_.size())) {}

    MeasureRows write() {
        set_form_page(sheet_, layout_);
        hide_mark_column(sheet_);
        CellStyle blank;
        blank.size = layout_.text_size;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            set_column_pixels(sheet_, at(i), columns_[i].pixels, workbook_.format(blank));
        }
        write_mark(workbook_, sheet_, 0, 0, ballot_mark(ballot_));
        write_lines();
        write_column_marks(lines_.take_row());
        header_ = lines_.take_row();
        write_headings();
        MeasureRows rows;
        std::string section;
        for (const Record& record : book_.document.records) {
            if (!record.section.empty() && record.section != section) write_band(record.section);
            section = record.section;
            const lxw_row_t row = lines_.take_row();
            rows.emplace(record.id, quoted_sheet_name(sheet_.name) + "!" +
                                        cell_address(static_cast<int>(row) + 1, static_cast<int>(columns_.size()) - 1));
            write_measure(record, row);
        }
        finish();
        return rows;
    }

  private:
    static lxw_col_t at(std::size_t column) { return static_cast<lxw_col_t>(column + 1); }

    void add_line(const std::string& text, double size, Face face) {
        CellStyle style;
        style.size = size;
        style.face = face;
        style.down = Down::center;
        note_own_text(text, ballot_);
        lines_.add(text, style);
    }

    void write_lines() {
        add_line(ballot_title(ballot_.member), layout_.title_size, Face::gothic);
        if (!ballot_.title.empty()) add_line(ballot_.title, layout_.text_size + 1, Face::gothic);
        add_line(
            "色の付いた欄に記入してください。「評価」は一覧から選べます（シート「評価の目安」を参照）。"
            "先にご覧いただきたい取組は、シート「重点項目」にあります。",
            layout_.text_size, Face::mincho);
        if (book_.compared) {
            add_line("前年度の資料から変わった語は、赤い太字に下線で示しています。", layout_.text_size, Face::mincho);
        }
        std::string due = book_.due.empty() ? "" : "提出期限：" + book_.due;
        if (!book_.contact.empty()) due += (due.empty() ? "" : "　　") + ("提出先：" + book_.contact);
        if (!due.empty()) add_line(due, layout_.text_size, Face::gothic);
        lines_.add_gap(6);
    }

    void write_column_marks(lxw_row_t row) {
        lxw_row_col_options options = {};
        options.hidden = 1;
        checked(worksheet_set_row_opt(sheet_.handle, row, 12, nullptr, &options), sheet_.name, row, 0);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            write_mark(workbook_, sheet_, row, at(i), "torimatome:column|" + columns_[i].field->id);
        }
    }

    void write_headings() {
        lxw_format* format = workbook_.format(heading_style(layout_.text_size));
        double height = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string& heading = columns_[i].spec->heading;
            note_own_text(heading, ballot_);
            write_text(sheet_, header_, at(i), heading, format);
            height = std::max(height, text_height(heading, columns_[i].half_widths, layout_.text_size));
        }
        set_row_height(sheet_, header_, height + 4);
    }

    void write_band(const std::string& number) {
        const auto found = std::find_if(book_.document.sections.begin(), book_.document.sections.end(),
                                        [&](const Section& section) { return section.number == number; });
        std::string words = ballot_.section_name + number;
        if (found != book_.document.sections.end()) words += "　" + found->title;
        note_own_text(words, ballot_);
        CellStyle style;
        style.face = Face::gothic;
        style.bold = true;
        style.size = layout_.text_size;
        style.fill = kBandFill;
        style.wrap = false;
        style.down = Down::center;
        style.edges.top = style.edges.bottom = Line::thin;
        const lxw_row_t row = lines_.take_row();
        if (row > header_ + 1) page_starts_.push_back(row);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            write_text(sheet_, row, at(i), i == 0 ? words : "", workbook_.format(style));
        }
        set_row_height(sheet_, row, 18);
    }

    void write_measure(const Record& record, lxw_row_t row) {
        write_mark(workbook_, sheet_, row, 0, row_mark(ballot_.year.value_or(0), record.id));
        double height = kCommentRoom;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const PrintColumn& column = columns_[i];
            const std::string& id = column.field->id;
            CellStyle style = is_open(id) ? open_style(layout_.text_size) : locked_style(layout_.text_size);
            if (column.field->kind == FieldKind::choice) style.across = Across::center;
            const std::string& text = record.text(id);
            double needed = text_height(text, column.half_widths, style.size);
            if (needed > kMaxRowHeight) {
                style.size = layout_.least_text_size;
                needed = text_height(text, half_widths_of(column.pixels, style.size), style.size);
            }
            if (needed > kMaxRowHeight) report_too_tall(record);
            height = std::max(height, needed);
            const Field* field = record.find(id);
            const std::vector<TextRun> plain;
            write_rich(workbook_, sheet_, {row, at(i), row, at(i)}, text, field ? field->runs : plain, style);
        }
        set_row_height(sheet_, row, std::min(whole_pixels(height), kMaxRowHeight));
    }

    void report_too_tall(const Record& record) {
        Finding finding;
        finding.code = "output.text-over-row";
        finding.severity = Severity::note;
        finding.record = record.id;
        finding.message = tell("文が長く、行の高さの上限（409.5ポイント）に収まりません。下端が隠れます。",
                               "The text is taller than a row can be (409.5 pt); its end is hidden.");
        findings_.push_back(std::move(finding));
    }

    void add_inputs() {
        const lxw_row_t first = header_ + 1;
        const lxw_row_t last = lines_.row() - 1;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string& id = columns_[i].field->id;
            const CellRange range = {first, at(i), last, at(i)};
            if (id == "grade") {
                std::vector<std::string> marks;
                std::string hint;
                for (const Grade& grade : ballot_.scale.grades) {
                    marks.push_back(grade.mark);
                    hint += (hint.empty() ? "" : "\n") + grade.mark + "：" + grade.label;
                }
                add_choices(sheet_, range, marks, "評価", hint);
            } else if (id == "comment") {
                add_hint(sheet_, range, "理由・コメント", "評価の理由や意見を書いてください。改行は Alt＋Enter です。");
            } else if (id == "question") {
                add_hint(sheet_, range, "質問", "担当部署に尋ねたいことを書いてください。");
            }
        }
    }

    void finish() {
        add_inputs();
        checked(worksheet_repeat_rows(sheet_.handle, header_, header_), sheet_.name);
        checked(worksheet_print_area(sheet_.handle, 0, 1, lines_.row() - 1, at(columns_.size() - 1)), sheet_.name);
        if (!page_starts_.empty()) {
            page_starts_.push_back(0);
            checked(worksheet_set_h_pagebreaks(sheet_.handle, page_starts_.data()), sheet_.name);
        }
        worksheet_freeze_panes(sheet_.handle, header_ + 1, 2);
        protect_form(sheet_);
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    const ScoreWorkbook& book_;
    BallotForm& ballot_;
    Findings& findings_;
    PrintLayout layout_;
    std::vector<PrintColumn> columns_;
    FormLines lines_;
    lxw_row_t header_ = 0;
    std::vector<lxw_row_t> page_starts_;
};

}  // namespace

void note_own_text(const std::string& text, BallotForm& ballot) {
    if (!text.empty()) ballot.own_texts.push_back(text::own_text_digest(text::OwnText::guide, text));
}

std::string ballot_mark(const BallotForm& ballot) {
    return "torimatome:ballot|" + std::to_string(ballot.year.value_or(0)) + "|" + ballot.member;
}

MeasureRows write_score_sheet(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
                              Findings& findings) {
    return ScoreSheet(workbook, sheet, book, ballot, findings).write();
}

}  // namespace torimatome::writers
