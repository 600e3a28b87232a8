#include <algorithm>

#include "writers/comparison_workbook/lists.hpp"
#include "writers/workbook/list_sheet.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

constexpr lxw_color_t kTabColor = 0xC55A11;  ///< so that nobody overlooks that there is something to do

struct Doubt {
    const Finding* finding;
    std::string years;
    std::string place;
};

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return "要対応";
        case Severity::warning: return "要確認";
        case Severity::note: return "参考";
    }
    return "";
}

std::vector<Doubt> doubts_of(const Views& views, const PairPlaces& places, const Findings& more) {
    std::vector<Doubt> doubts;
    for (std::size_t i = 0; i < views.size(); ++i) {
        const auto add = [&](const Findings& findings) {
            for (const Finding& finding : findings) {
                const auto place = places[i].find(finding.record);
                doubts.push_back({&finding, views[i].years, place == places[i].end() ? std::string() : place->second});
            }
        };
        add(views[i].comparison.findings);
        for (const RecordPair& pair : views[i].comparison.pairs) add(pair.findings);
        for (const TopicAnswer& topic : views[i].comparison.topics) add(topic.findings);
    }
    for (const Finding& finding : more) doubts.push_back({&finding, "", ""});
    std::stable_sort(doubts.begin(), doubts.end(),
                     [](const Doubt& a, const Doubt& b) { return a.finding->severity > b.finding->severity; });
    return doubts;
}

}  // namespace

void write_doubts_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places,
                        const Findings& more) {
    const std::vector<Doubt> doubts = doubts_of(views, places, more);
    if (!doubts.empty() && doubts.front().finding->severity != Severity::note) {
        worksheet_set_tab_color(sheet.handle, kTabColor);
    }
    ListSheet list(workbook, sheet,
                   {{"番号", Kind::number, 7},
                    {"重要度", Kind::code, 10},
                    {"年度", Kind::text, 14},
                    {"取組", Kind::text, 14},
                    {"内容", Kind::text, 60},
                    {"対処", Kind::text, 44},
                    {"種類", Kind::text, 20},
                    {"対応", Kind::text, 24},
                    {"確認者", Kind::text, 12}});
    int number = 0;
    for (const Doubt& doubt : doubts) {
        list.add(++number);
        list.add(severity_name(doubt.finding->severity));
        list.add(doubt.years);
        list.add_link(doubt.place, doubt.finding->record);
        list.add(doubt.finding->message);
        list.add(doubt.finding->hint);
        list.add(doubt.finding->code);
        list.add(std::string());
        list.add(std::string());
        list.end_row();
    }
    list.finish();
}

}  // namespace torimatome::writers
