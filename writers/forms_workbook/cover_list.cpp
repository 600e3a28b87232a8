#include "writers/forms_workbook/cover_list.hpp"

#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

std::vector<ListColumn> columns_for(const std::vector<CoverEntry>& entries) {
    std::vector<ListColumn> columns = {
        {"番号", Kind::number, 6},      {"部署", Kind::text, 20},       {"様式のファイル", Kind::text, 30},
        {"取組数", Kind::number, 8},    {"うち共同", Kind::number, 10}, {"共同の部署", Kind::text, 24},
        {"提出期限", Kind::text, 14},   {"連絡先", Kind::text, 22},     {"送付日", Kind::text, 12},
        {"回答受領日", Kind::text, 12}, {"備考", Kind::text, 24},
    };
    for (const CoverEntry& entry : entries) {
        widen(columns[1].width, entry.department, 36);
        widen(columns[2].width, entry.file, 44);
    }
    return columns;
}

}  // namespace

void write_cover_list(const std::vector<CoverEntry>& entries, const std::string& title, const std::string& due,
                      const Date& created, const std::filesystem::path& file) {
    write_new_workbook(file, title, created, [&](Workbook& workbook) {
        ListSheet list(workbook, workbook.add_sheet("送付一覧"), columns_for(entries));
        int number = 0;
        for (const CoverEntry& entry : entries) {
            list.add(++number);
            list.add(entry.department);
            list.add(entry.file);
            list.add(entry.records);
            list.add(entry.joint);
            list.add(entry.partners);
            list.add(due);
            list.add(entry.contact);
            list.add("");
            list.add("");
            list.add(entry.remark);
            list.end_row();
        }
        list.finish();
    });
}

}  // namespace torimatome::writers
