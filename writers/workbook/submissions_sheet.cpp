#include "writers/workbook/submissions_sheet.hpp"

#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/record_counts.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
}

std::vector<Submission> submissions_of(const ConsolidatedWorkbook& book) {
    if (!book.submissions.empty()) return book.submissions;
    Submission only;
    only.source = book.document.source;
    only.records = static_cast<int>(book.document.records.size());
    only.findings = static_cast<int>(book.document.findings.size());
    for (const CountRow& row : count_by_department(book.document, book.form).rows) only.departments.push_back(row.name);
    return {only};
}

}  // namespace

void write_submissions_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book) {
    std::vector<ListColumn> columns = {{"番号", Kind::number, 7},
                                       {"提出元", Kind::text, 16},
                                       {"ファイル", Kind::text, 30},
                                       {"状況", Kind::code, 14},
                                       {"担当部署", Kind::text, 30},
                                       {"形式", Kind::code, 8},
                                       {"ファイル内の日付", Kind::code, 20},
                                       {"取組数", Kind::number, 9},
                                       {"指摘数", Kind::number, 9},
                                       {"備考", Kind::text, 30},
                                       {"SHA-256", Kind::text, 16}};
    const std::vector<Submission> submissions = submissions_of(book);
    for (const Submission& submission : submissions) {
        widen(columns[1].width, submission.sender, 30);
        widen(columns[2].width, submission.source.file, 50);
        widen(columns[10].width, submission.source.sha256, 90);
    }
    ListSheet list(workbook, sheet, columns);
    int number = 0;
    for (const Submission& submission : submissions) {
        list.add(++number);
        list.add(submission.sender);
        list.add(submission.source.file);
        list.add(state_name(submission.state));
        list.add(joined(submission.departments));
        list.add(submission.source.format);
        list.add(submission.source.date);
        list.add(submission.records);
        list.add(submission.findings);
        list.add(submission.remark);
        list.add(submission.source.sha256);
        list.end_row();
    }
    list.finish();
}

}  // namespace torimatome::writers
