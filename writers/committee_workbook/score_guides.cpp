#include "writers/committee_workbook/score_guides.hpp"

#include <algorithm>

#include "writers/forms_workbook/form_page.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kSize = 10.5;

struct GuideColumn {
    std::string heading;
    int pixels = 100;
    Across across = Across::left;
};

// A page of lines and one table, from column B on.
class GuidePage {
  public:
    GuidePage(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
              std::vector<GuideColumn> columns)
        : workbook_(workbook),
          sheet_(sheet),
          ballot_(ballot),
          columns_(std::move(columns)),
          lines_(workbook, sheet, width(), static_cast<lxw_col_t>(columns_.size())) {
        PrintLayout layout = print_layout(book.paper);
        layout.paper = Paper::a4;
        set_form_page(sheet, layout);
        hide_mark_column(sheet);
        write_mark(workbook, sheet, 0, 0, "torimatome:guide");
        write_mark(workbook, sheet, 1, 0, ballot_mark(ballot));
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            set_column_pixels(sheet, static_cast<lxw_col_t>(i + 1), columns_[i].pixels, nullptr);
        }
    }

    void add_line(const std::string& text, double size = kSize) {
        CellStyle style;
        style.size = size;
        style.face = size > kSize ? Face::gothic : Face::mincho;
        note_own_text(text, ballot_);
        lines_.add(text, style);
    }

    void add_gap() { lines_.add_gap(8); }

    void add_headings() {
        std::vector<std::string> headings;
        for (const GuideColumn& column : columns_) headings.push_back(column.heading);
        header_ = lines_.row();
        add_row(headings, true, {});
    }

    /// `link`: where the first cell leads; empty for nowhere.
    void add_row(const std::vector<std::string>& texts, bool heading, const std::string& link) {
        const lxw_row_t row = lines_.take_row();
        double height = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            CellStyle style = heading ? heading_style(kSize) : locked_style(kSize);
            if (!heading) style.across = columns_[i].across;
            const auto column = static_cast<lxw_col_t>(i + 1);
            note_own_text(texts[i], ballot_);
            height = std::max(height, text_height(texts[i], half_widths_of(columns_[i].pixels, kSize), kSize));
            if (i == 0 && !link.empty()) {
                style.underline = true;
                style.color = "0563C1";
                write_link(sheet_, row, column, link, texts[i], workbook_.format(style));
            } else {
                write_text(sheet_, row, column, texts[i], workbook_.format(style));
            }
        }
        set_row_height(sheet_, row, std::min(height + 4, kMaxRowHeight));
    }

    void finish() {
        if (header_ > 0) checked(worksheet_repeat_rows(sheet_.handle, header_, header_), sheet_.name);
        checked(worksheet_print_area(sheet_.handle, 0, 1, lines_.row() - 1, static_cast<lxw_col_t>(columns_.size())),
                sheet_.name);
        protect_form(sheet_);
    }

  private:
    int width() const {
        int pixels = 0;
        for (const GuideColumn& column : columns_) pixels += column.pixels;
        return pixels;
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    BallotForm& ballot_;
    std::vector<GuideColumn> columns_;
    FormLines lines_;
    lxw_row_t header_ = 0;
};

}  // namespace

void write_scale_page(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot) {
    const Scale& scale = ballot.scale;
    const bool shares =
        std::any_of(scale.grades.begin(), scale.grades.end(), [](const Grade& grade) { return !grade.share.empty(); });
    std::vector<GuideColumn> columns = {{"評価", 130, Across::center}, {"意味", 240}};
    if (shares) columns.push_back({"目標に対する達成度", 160, Across::center});
    columns.push_back({"説明", 480});
    GuidePage page(workbook, sheet, book, ballot, columns);
    page.add_line("評価の目安：" + scale.name, 14);
    page.add_gap();
    if (!scale.note.empty()) page.add_line(scale.note);
    page.add_gap();
    page.add_headings();
    for (const Grade& grade : scale.grades) {
        std::vector<std::string> texts = {grade.mark, grade.label};
        if (shares) texts.push_back(grade.share);
        texts.push_back(grade.description);
        page.add_row(texts, false, {});
    }
    page.add_gap();
    page.add_line("記入のしかた", 12);
    page.add_line(
        "・シート「評価シート」の「評価」を、取組ごとに一覧から選んでください。判断できないときは空欄で構いません。");
    page.add_line("・「理由・コメント」には評価の理由やご意見を、「質問」には担当部署に尋ねたいことを書いてください。");
    page.add_line("・ほかの欄は変更できないようにしています。列や行の幅は変えられます。");
    page.add_line("・公表する資料では、お名前を伏せ、「委員Ａ」「委員Ｂ」のように表します。");
    page.finish();
}

void write_priorities(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
                      const MeasureRows& rows) {
    GuidePage page(workbook, sheet, book, ballot,
                   {{"取組番号", 120, Across::center}, {"取組", 420}, {"担当", 170}, {"先に見る理由", 330}});
    page.add_line("重点項目（先にご覧いただきたい取組）", 14);
    page.add_gap();
    if (book.priorities.empty()) page.add_line("特に挙げる取組はありません。");
    if (!book.priorities.empty()) {
        page.add_line("取組番号を押すと、評価シートのその取組に移ります。");
        page.add_headings();
    }
    for (const Priority& priority : book.priorities) {
        const Measure* measure = ballot.find(priority.measure);
        std::string reasons;
        for (const std::string& reason : priority.reasons) reasons += (reasons.empty() ? "・" : "\n・") + reason;
        const auto row = rows.find(priority.measure);
        const std::string name = measure ? measure->title + (measure->goal.empty() ? "" : "\n" + measure->goal) : "";
        page.add_row({priority.measure, name, measure ? measure->departments : "", reasons}, false,
                     row == rows.end() ? "" : row->second);
    }
    page.finish();
}

}  // namespace torimatome::writers
