#include "writers/committee_workbook/tally_workbook.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/language.hpp"
#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/new_workbook.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return "要対応";
        case Severity::warning: return "要確認";
        case Severity::note: return "参考";
    }
    return "";
}

std::string name_of(const TallyWorkbook& book, std::size_t member) { return book.tally.members[member].member.name; }

std::string measure_name(const Measure& measure) {
    return measure.title + (measure.goal.empty() ? "" : "\n" + measure.goal);
}

std::string joined(const std::vector<std::string>& texts, const char* separator) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : separator) + text;
    return all;
}

// 「提言1」 where the document has sections.
std::string section_name(const BallotForm& form, const Measure& measure) {
    return measure.section.empty() ? "" : form.section_name + measure.section;
}

void write_scores(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    const ScoreTally& tally = book.tally;
    const Scale& scale = tally.form.scale;
    std::vector<ListColumn> columns = {
        {tally.form.section_name.empty() ? "区分" : tally.form.section_name, Kind::code, 8},
        {"取組番号", Kind::code, 12},
        {"取組", Kind::text, 44},
        {"担当部署", Kind::text, 18}};
    for (const MemberReturn& member : tally.members) columns.push_back({member.member.name, Kind::code, 8});
    for (const Grade& grade : scale.grades) columns.push_back({grade.mark + "の数", Kind::number, 7});
    columns.push_back({"不明", Kind::number, 6});
    columns.push_back({"未記入", Kind::number, 6});
    columns.push_back({"最も多い評価", Kind::code, 9});
    if (scale.ordinal) columns.push_back({"平均", Kind::number, 7});
    if (scale.ordinal) columns.push_back({"ばらつき（標準偏差）", Kind::number, 10});
    columns.push_back({"評価の割れ", Kind::code, 8});
    ListSheet list(workbook, sheet, columns);
    for (const MeasureTally& each : tally.measures) {
        list.add(section_name(tally.form, each.measure));
        list.add(each.measure.id);
        list.add(measure_name(each.measure));
        list.add(each.measure.departments);
        for (const std::string& grade : each.grades) list.add(grade);
        for (const int count : each.counts) list.add(count);
        list.add(each.unknown);
        list.add(each.blank);
        list.add(joined(each.modes, "・"));
        if (scale.ordinal) each.mean ? list.add(*each.mean) : list.add("");
        if (scale.ordinal) each.spread ? list.add(*each.spread) : list.add("");
        list.add(each.split ? "◆割れ" : "");
        list.end_row();
    }
    list.finish();
}

// How often each grade was given, in all and in each section.
void write_counts(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    const ScoreTally& tally = book.tally;
    std::vector<std::string> sections;
    for (const MeasureTally& each : tally.measures) {
        const std::string name = section_name(tally.form, each.measure);
        if (std::find(sections.begin(), sections.end(), name) == sections.end()) sections.push_back(name);
    }
    std::vector<ListColumn> columns = {{"評価", Kind::code, 14}, {"意味", Kind::text, 28}, {"合計", Kind::number, 8}};
    for (const std::string& section : sections) {
        if (!section.empty()) columns.push_back({section, Kind::number, 10});
    }
    ListSheet list(workbook, sheet, columns);
    const auto add_row = [&](const std::string& mark, const std::string& label, auto count_of) {
        list.add(mark);
        list.add(label);
        int all = 0;
        for (const MeasureTally& each : tally.measures) all += count_of(each);
        list.add(all);
        for (const std::string& section : sections) {
            if (section.empty()) continue;
            int count = 0;
            for (const MeasureTally& each : tally.measures) {
                if (section_name(tally.form, each.measure) == section) count += count_of(each);
            }
            list.add(count);
        }
        list.end_row();
    };
    for (std::size_t i = 0; i < tally.form.scale.grades.size(); ++i) {
        const Grade& grade = tally.form.scale.grades[i];
        add_row(grade.mark, grade.label, [i](const MeasureTally& each) { return each.counts[i]; });
    }
    add_row("不明", "評価の段階にない記入", [](const MeasureTally& each) { return each.unknown; });
    add_row("未記入", "評価の欄が空", [](const MeasureTally& each) { return each.blank; });
    add_row("割れ", tally.form.scale.ordinal ? "評価が2段階以上離れた取組" : "どの評価も半数を超えない取組",
            [](const MeasureTally& each) { return each.split ? 1 : 0; });
    list.finish();
}

const Measure* measure_of(const ScoreTally& tally, const std::string& id) { return tally.form.find(id); }

const char* kind_name(const Remark& remark) {
    if (remark.kind == Remark::Kind::question) return remark.superseded ? "質問（旧）" : "質問";
    return remark.superseded ? "コメント（旧）" : "コメント";
}

// The measure that a remark is about, its kind, who made it and what it says.
void add_remark(const TallyWorkbook& book, const Remark& remark, ListSheet& list) {
    const Measure* measure = measure_of(book.tally, remark.measure);
    list.add(remark.measure);
    list.add(measure ? measure_name(*measure) : "");
    list.add(measure ? measure->departments : "");
    list.add(kind_name(remark));
    list.add(name_of(book, remark.member));
    list.add(remark.text);
}

void write_remarks(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    const ScoreTally& tally = book.tally;
    ListSheet list(workbook, sheet,
                   {{"取組番号", Kind::code, 12},
                    {"取組", Kind::text, 40},
                    {"担当部署", Kind::text, 18},
                    {"種別", Kind::code, 14},
                    {"委員", Kind::text, 14},
                    {"内容", Kind::text, 70}});
    for (const Remark& remark : tally.remarks) {
        add_remark(book, remark, list);
        list.end_row();
    }
    list.finish();
}

// Read again by pipeline/round/opinions: the headings are its contract.
void write_opinions(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    const ScoreTally& tally = book.tally;
    ListSheet list(workbook, sheet,
                   {{"番号", Kind::number, 6},
                    {"取組番号", Kind::code, 12},
                    {"取組", Kind::text, 36},
                    {"担当部署", Kind::text, 18},
                    {"種別", Kind::code, 12},
                    {"委員", Kind::text, 12},
                    {"意見", Kind::text, 60},
                    {"市の考え方・対応", Kind::text, 60}});
    int number = 0;
    for (const Remark& remark : tally.remarks) {
        if (remark.superseded) continue;
        list.add(++number);
        add_remark(book, remark, list);
        list.add("");
        list.end_row();
    }
    list.finish();
}

std::string place_of(const SourcePosition& source) {
    SourcePosition place = source;
    place.file.clear();
    return describe(place);
}

void write_others(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    ListSheet list(
        workbook, sheet,
        {{"委員", Kind::text, 14}, {"ファイル", Kind::text, 34}, {"場所", Kind::text, 26}, {"内容", Kind::text, 80}});
    for (const OtherRemark& other : book.tally.others) {
        list.add(name_of(book, other.member));
        list.add(other.source.file);
        list.add(place_of(other.source));
        list.add(other.text);
        list.end_row();
    }
    list.finish();
}

void write_returns(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    ListSheet list(workbook, sheet,
                   {{"委員", Kind::text, 18},
                    {"役職", Kind::text, 12},
                    {"公表用の表記", Kind::code, 12},
                    {"状況", Kind::code, 14},
                    {"ファイル", Kind::text, 44},
                    {"評価した取組", Kind::number, 10},
                    {"空欄の取組", Kind::number, 10}});
    for (std::size_t i = 0; i < book.tally.members.size(); ++i) {
        const MemberReturn& each = book.tally.members[i];
        const auto graded = std::count_if(book.tally.measures.begin(), book.tally.measures.end(),
                                          [i](const MeasureTally& measure) { return !measure.grades[i].empty(); });
        list.add(each.member.name);
        list.add(each.member.role);
        list.add(each.label);
        list.add(each.files.empty() ? "未回収" : each.asked ? "回収" : "名簿にない委員");
        list.add(joined(each.files, "\n"));
        list.add(static_cast<int>(graded));
        list.add(each.files.empty() ? 0 : static_cast<int>(book.tally.measures.size()) - static_cast<int>(graded));
        list.end_row();
    }
    list.finish();
}

void write_findings(Workbook& workbook, const Sheet& sheet, const TallyWorkbook& book) {
    ListSheet list(workbook, sheet,
                   {{"重さ", Kind::code, 8},
                    {"ファイル", Kind::text, 32},
                    {"場所", Kind::text, 24},
                    {"取組番号", Kind::code, 12},
                    {"内容", Kind::text, 60},
                    {"確かめること", Kind::text, 44},
                    {"コード", Kind::text, 22},
                    {"対応", Kind::text, 20}});
    Findings findings = book.tally.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    for (const Finding& finding : findings) {
        list.add(severity_name(finding.severity));
        list.add(finding.source.file);
        list.add(place_of(finding.source));
        list.add(finding.record);
        list.add(finding.message);
        list.add(finding.hint);
        list.add(finding.code);
        list.add("");
        list.end_row();
    }
    list.finish();
}

}  // namespace

void write_tally_workbook(const TallyWorkbook& book, const std::filesystem::path& file) {
    write_new_workbook(file, book.named ? "評価集計" : "評価集計（公表用）", book.created, [&](Workbook& workbook) {
        write_scores(workbook, workbook.add_sheet("評価集計"), book);
        write_counts(workbook, workbook.add_sheet("段階ごとの数"), book);
        write_remarks(workbook, workbook.add_sheet("コメント・質問"), book);
        write_opinions(workbook, workbook.add_sheet("意見と対応"), book);
        if (!book.named) return;
        if (!book.tally.others.empty()) write_others(workbook, workbook.add_sheet("記入欄の外"), book);
        write_returns(workbook, workbook.add_sheet("回収状況"), book);
        write_findings(workbook, workbook.add_sheet("指摘"), book);
    });
}

}  // namespace torimatome::writers
