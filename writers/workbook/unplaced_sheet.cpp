#include "writers/workbook/unplaced_sheet.hpp"

#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

void write_unplaced_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book) {
    using Kind = ListColumn::Kind;
    std::vector<ListColumn> columns = {{"番号", Kind::number, 7},    {"どの欄にも置かれなかった文", Kind::text, 80},
                                       {"ファイル", Kind::text, 20}, {"位置", Kind::text, 20},
                                       {"対応", Kind::text, 24},     {"確認者", Kind::text, 12}};
    for (const LooseText& loose : book.document.unplaced) {
        widen_for_height(columns[1], loose.text);
        widen(columns[2].width, source_file(book.document, loose.source), 50);
        widen(columns[3].width, source_place(loose.source), 40);
    }
    ListSheet list(workbook, sheet, columns);
    int number = 0;
    for (const LooseText& loose : book.document.unplaced) {
        list.add(++number);
        list.add(loose.text);
        list.add(source_file(book.document, loose.source));
        list.add(source_place(loose.source));
        list.add(std::string());
        list.add(std::string());
        list.end_row();
    }
    list.finish();
}

}  // namespace torimatome::writers
