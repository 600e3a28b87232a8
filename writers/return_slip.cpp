#include "writers/return_slip.hpp"

#include <algorithm>
#include <array>

#include "writers/forms_workbook/form_page.hpp"
#include "writers/workbook/checked.hpp"
#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/text_height.hpp"

namespace torimatome::writers {

namespace {

constexpr double kSize = 10;

struct SlipColumn {
    const char* heading;
    int pixels;
    Across across;
};
constexpr std::array<SlipColumn, 7> kColumns{{
    {"番号", 40, Across::center},
    {"重さ", 70, Across::center},
    {"場所", 150, Across::left},
    {"取組番号", 90, Across::center},
    {"今の記入", 190, Across::left},
    {"お気付きいただきたい点", 290, Across::left},
    {"お願い", 260, Across::left},
}};

class SlipSheet {
  public:
    SlipSheet(Workbook& workbook, const Sheet& sheet, const ReturnSlip& slip)
        : workbook_(workbook), sheet_(sheet), slip_(slip) {}

    void write() {
        set_form_page(sheet_, print_layout(Paper::a4));
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            set_column_pixels(sheet_, static_cast<lxw_col_t>(i), kColumns[i].pixels, nullptr);
        }
        write_letter();
        const lxw_row_t header = row_;
        std::array<std::string, 7> headings;
        for (std::size_t i = 0; i < kColumns.size(); ++i) headings[i] = kColumns[i].heading;
        write_row(headings, true, false);
        int number = 0;
        for (const SlipItem& item : slip_.items) {
            write_row({std::to_string(++number), item.must ? "要修正" : "要確認", item.place, item.measure, item.now,
                       item.problem, item.request},
                      false, item.must);
        }
        checked(worksheet_repeat_rows(sheet_.handle, header, header), sheet_.name);
        checked(worksheet_print_area(sheet_.handle, 0, 0, row_ - 1, static_cast<lxw_col_t>(kColumns.size() - 1)),
                sheet_.name);
        worksheet_freeze_panes(sheet_.handle, header + 1, 0);
    }

  private:
    void write_letter() {
        add_line(slip_.department.empty() ? "ご担当者　様" : slip_.department + "　御中", kSize + 1, Across::left);
        add_line("返　戻　票", 16, Across::center);
        add_line("提出いただいた「" + slip_.file +
                     "」を確認したところ、次の点がありました。お手数ですが、"
                     "ファイルの該当する場所を直して、もう一度提出してください。",
                 kSize, Across::left);
        const auto must =
            std::count_if(slip_.items.begin(), slip_.items.end(), [](const SlipItem& item) { return item.must; });
        add_line("「要修正」は直していただきたいもの（" + std::to_string(must) +
                     " 件）、「要確認」はご確認いただき、"
                     "必要なら直していただきたいもの（" +
                     std::to_string(static_cast<std::ptrdiff_t>(slip_.items.size()) - must) + " 件）です。",
                 kSize, Across::left);
        std::string words = slip_.due.empty() ? "" : "再提出の期限：" + slip_.due;
        if (!slip_.contact.empty()) words += (words.empty() ? "" : "　　") + ("提出先・問合せ先：" + slip_.contact);
        if (!words.empty()) add_line(words, kSize, Across::left);
        set_row_height(sheet_, row_++, 8);
    }

    void add_line(const std::string& text, double size, Across across) {
        CellStyle style;
        style.size = size;
        style.across = across;
        if (size > kSize) style.face = Face::gothic;
        int pixels = 0;
        for (const SlipColumn& column : kColumns) pixels += column.pixels;
        write_merged(sheet_, {row_, 0, row_, static_cast<lxw_col_t>(kColumns.size() - 1)}, text,
                     workbook_.format(style));
        set_row_height(sheet_, row_++, std::min(text_height(text, half_widths_of(pixels, size), size), kMaxRowHeight));
    }

    void write_row(const std::array<std::string, 7>& texts, bool heading, bool must) {
        double height = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CellStyle style = heading ? heading_style(kSize) : locked_style(kSize);
            if (!heading) style.across = kColumns[i].across;
            if (!heading && i == 1 && must) style.bold = true;
            write_text(sheet_, row_, static_cast<lxw_col_t>(i), texts[i], workbook_.format(style));
            height = std::max(height, text_height(texts[i], half_widths_of(kColumns[i].pixels, kSize), kSize));
        }
        set_row_height(sheet_, row_++, std::min(height + 3, kMaxRowHeight));
    }

    Workbook& workbook_;
    const Sheet& sheet_;
    const ReturnSlip& slip_;
    lxw_row_t row_ = 0;
};

}  // namespace

void write_return_slip(const ReturnSlip& slip, const Date& created, const std::filesystem::path& file) {
    write_new_workbook(file, "返戻票", created, [&](Workbook& workbook) {
        const Sheet sheet = workbook.add_sheet("返戻票");
        SlipSheet(workbook, sheet, slip).write();
    });
}

void write_slip_list(const std::vector<SlipEntry>& entries, const Date& created, const std::filesystem::path& file) {
    using Kind = ListColumn::Kind;
    write_new_workbook(file, "返戻一覧", created, [&](Workbook& workbook) {
        ListSheet list(workbook, workbook.add_sheet("返戻一覧"),
                       {{"部署", Kind::text, 22},
                        {"提出されたファイル", Kind::text, 40},
                        {"状況", Kind::code, 14},
                        {"要修正", Kind::number, 8},
                        {"要確認", Kind::number, 8},
                        {"返戻票", Kind::text, 40},
                        {"保存日", Kind::code, 12},
                        {"ファイルの照合値（SHA-256 の先頭）", Kind::code, 18},
                        {"備考", Kind::text, 40},
                        {"返戻した日", Kind::text, 12},
                        {"再提出の日", Kind::text, 12}});
        for (const SlipEntry& entry : entries) {
            list.add(entry.department);
            list.add(entry.file);
            list.add(entry.state);
            list.add(entry.must);
            list.add(entry.check);
            list.add(entry.slip);
            list.add(entry.saved_on);
            list.add(entry.sha256.substr(0, 16));
            list.add(entry.remark);
            list.add("");
            list.add("");
            list.end_row();
        }
        list.finish();
    });
}

}  // namespace torimatome::writers
