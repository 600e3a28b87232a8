// Small submissions of みなと市 as extracted text, made in code.
#pragma once

#include <string>
#include <vector>

namespace torimatome {

/// A submission of the form recommendation-progress about 令和3年度 with the given table rows, cells apart by tabs.
inline std::string made_submission(const std::vector<std::string>& rows) {
    std::string text =
        "令和3年度の取組結果と令和4年度の取組内容\n"
        "1 子どもを見守る体制\n"
        "取組方針\t取組の到達目標\t令和3年度の取組とその結果\t継続すべきよかった点、改善すべき点\t令和4年度の取組\t取組"
        "区分\t担当部\n";
    for (const std::string& row : rows) text += row + "\n";
    return text;
}

inline const std::string kVisits =
    "① ア 見守りを広げる。\t○声を掛け合う地域になっている。\t令和3年度は120世帯を訪問した。\t早く気付くことができた。\t"
    "令和4年度は150世帯を訪問していく。\tII\t健) 保健所";
inline const std::string kTraining =
    "① イ 職員を育てる。\t○相談に応じる力が整っている。\t研修を3回実施した。\t参加を増やす必要がある。\t"
    "研修を続けていく。\tIII\t教) 学校教育部";

}  // namespace torimatome
