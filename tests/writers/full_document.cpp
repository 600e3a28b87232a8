#include "full_document.hpp"

#include <memory>
#include <string>

namespace torimatome::writers {

namespace {

Record workbook_record() {
    Record record;
    record.id = "1-①-ア-1";
    record.section = "1";
    record.source = {.sheet = "様式1", .cell = "A5"};
    record.fields.emplace_back("policy", Field{.text = "相談窓口の周知", .source = {.sheet = "様式1", .cell = "B5"}});
    record.fields.emplace_back("goal", Field{.text = "○窓口が知られている。", .inherited = true});
    record.fields.emplace_back("plan",
                               Field{.text = "【再掲】\n・講座を3回開く",
                                     .reprinted = true,
                                     .runs = {{.text = "【再掲】\n・講座を", .bold = true},
                                              {.text = "3回", .italic = true, .underline = true, .color = "FF0000"},
                                              {.text = "開く"}}});
    record.fields.emplace_back("departments", Field{.text = "市) 広報課\n港) 窓口課",
                                                    .values = {"市) 広報課", "港) 窓口課"},
                                                    .source = {.sheet = "様式2", .cell = "G9"}});
    return record;
}

Record page_record() {
    Record record;
    record.id = "2-ウ";
    record.section = "2";
    record.source = {.file = "回答.pdf", .page = 3, .box = Box{56.7, 120, 785.25, 168.5}};
    record.fields.emplace_back(
        "item",
        Field{
            .text = "②", .value = "②", .source = {.file = "回答.pdf", .page = 3, .box = Box{56.7, 120, 70.1, 168.5}}});
    record.fields.emplace_back("mark",
                               Field{.text = "", .source = {.file = "別紙.xlsx", .sheet = "別紙", .cell = "A1"}});
    return record;
}

Record line_record() {
    Record record;
    record.id = "2-エ";
    record.source = {.file = "資料1.txt", .line = 24};
    record.fields.emplace_back("date", Field{.text = "令和3年4月1日", .value = "2021-04-01", .source = {.line = 25}});
    return record;
}

}  // namespace

Document full_document() {
    Document document;
    document.form = "recommendation-progress";
    document.label = "資料1";
    document.title = "みなと市の「令和3年度の取組結果」\t<1> \\ \"引用\"";
    document.year = 2021;
    document.source = {.file = "回答.xlsx", .format = "xlsx", .sha256 = std::string(64, 'a'), .date = "2022-05-10"};
    document.sections = {{"1", "相談の受付", {{"①", "窓口を知らせる"}, {"②", "窓口を増やす"}}},
                         {"2", "職員の育成", {}}};
    document.records = {workbook_record(), page_record(), line_record()};
    document.findings = {{.code = "row.cell-missing",
                          .severity = Severity::error,
                          .record = "1-①-ア-1",
                          .field = "plan",
                          .message = "「計画」の欄がありません。",
                          .hint = "元の表を見てください。",
                          .source = {.sheet = "様式1", .cell = "E5"}},
                         {.code = "sheet.hidden", .severity = Severity::note, .message = "非表示のシートがあります。"}};
    document.unplaced = {{"（裏面もあります）", {.sheet = "様式1", .cell = "A40"}}, {"欄外", {}}};
    return document;
}

TableSet full_tables() {
    TableSet tables;
    tables.source = {.file = "回答.xlsx", .format = "xlsx", .sha256 = std::string(64, '0'), .date = ""};
    const auto text = [](const char* value) { return std::make_shared<const CellText>(CellText{.text = value}); };
    const auto struck = std::make_shared<const CellText>(
        CellText{.text = "職員を5名", .runs = {{.text = "職員を"}, {.text = "5名", .bold = true}}, .struck = "3名"});
    Table sheet{.sheet = "様式1", .rows = 4, .columns = 3, .gridded = true};
    sheet.cells = {{.row = 1, .column = 1, .column_span = 3, .content = text("取組"), .place = SheetPlace{1, 1}},
                   {.row = 2, .column = 1, .row_span = 2, .place = SheetPlace{2, 1}},
                   {.row = 2, .column = 2, .content = struck, .place = SheetPlace{2, 2}},
                   {.row = 2, .column = 3, .content = text(""), .place = SheetPlace{2, 3}},
                   {.row = 4, .column = 3, .content = text("007"), .place = SheetPlace{4, 3}, .hidden = true}};
    Table page{.page = 2, .rows = 1, .columns = 1};
    page.cells = {{.row = 1, .column = 1, .content = text("一\n二"), .place = PagePlace{2, 0, {10, 20.5, 100, 40}}}};
    Table lines{.rows = 1, .columns = 2};
    lines.cells = {{.row = 1, .column = 1, .content = text("①"), .place = LinePlace{7}},
                   {.row = 1, .column = 2, .place = LinePlace{7}}};
    tables.tables = {sheet, page, lines, Table{.sheet = "空"}};
    tables.loose = {{"1/2", {.page = 2, .box = Box{300, 560, 320, 572}}}};
    tables.findings = {{.code = "text.struck",
                        .severity = Severity::warning,
                        .message = "取り消し線の文字があります。",
                        .source = {.sheet = "様式1", .cell = "B2"}}};
    return tables;
}

}  // namespace torimatome::writers
