#include "pipeline/round/slip_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace torimatome::pipeline {

namespace {

struct Entry {
    std::string_view code;
    int rank;
    bool must;
    const char* request;
};

constexpr const char* kCheck = "内容をご確認いただき、誤りがあれば直してください。";

constexpr std::array<Entry, 39> kEntries{{
    {"input.", 1, true, "開いて確かめ、Excelブック（.xlsx）として保存し直したファイルを送ってください。"},
    {"form.unknown", 2, true, "お送りした様式に記入して提出してください。"},
    {"form.old-form", 3, true, "今年度の様式に記入し直して提出してください。"},
    {"form.other-year", 3, true, "今年度の様式に記入し直して提出してください。"},
    {"submission.year-differs", 3, true, "今年度の様式に記入し直して提出してください。"},
    {"form.heading-changed", 6, true, "見出しを元に戻し、列の内容が入れ替わっていないか、ご確認ください。"},
    {"record.conflict", 19, true, "関係する部署で調整し、同じ内容にしてください。"},
    {"record.joint-unanswered", 11, true, "関係する部署で調整し、いずれか１部署が記入してください。"},
    {"column.missing", 5, true, "様式の列を消したり、見出しを変えたりしないで、元の様式に記入してください。"},
    {"form.answer-missing", 10, true, "記入してください。実績などがないときは「該当なし」と記入してください。"},
    {"form.row-dropped", 12, true,
     "終わった取組のときは、その旨を通信欄か電話でお知らせください。誤って削除したときは、元の様式の行に記入してくださ"
     "い。"},
    {"category.unknown", 14, true, "区分の一覧にある記号を記入してください。"},
    {"row.packed", 15, true, "区分ごとに行を分けて記入してください。"},
    {"form.locked-changed", 18, true,
     "この欄は変更できません。元の文に戻してください。変更が必要なときは、理由を通信欄に書いてください。"},
    {"form.row-copied", 20, true,
     "複写した行が要らないときは削除してください。新しい取組のときは、その旨をお知らせください。"},
    {"form.row-of-others", 22, true,
     "ほかの部署や別の年度の取組の行です。行を削除するか、記入した理由をお知らせください。"},
    {"form.row-added", 24, false, "新しい取組でよいか、ご確認ください。取組方針と到達目標も記入してください。"},
    {"form.marks-lost", 26, true, "お送りした様式に直接記入し、新しいブックに写さないで提出してください。"},
    {"form.hidden-text", 33, false, "非表示の行や列に文字があります。要らない文字なら削除してください。"},
    {"form.hidden-sheet-lost", 26, true, "お送りした様式に直接記入し、新しいブックに写さないで提出してください。"},
    {"form.row-id-lost", 27, false, "列を削除しないで、お送りした様式に直接記入してください。"},
    {"cell.merge-residue", 30, false, "結合したセルの下に文字が残っています。要る文字なら見える場所に移してください。"},
    {"cell.formula-without-value", 30, true, "数式ではなく、値を記入してください。"},
    {"cell.error", 30, true, "エラーになっています。値を記入し直してください。"},
    {"cell.hidden", 32, false, "見えないところに文字があります。要る内容なら再表示し、要らないなら削除してください。"},
    {"cell.struck", 34, false, "取り消し線の文字は読み取りません。要らない文字は削除してください。"},
    {"column.added", 36, false, "様式にない列です。要る内容なら、もとの欄に書き移してください。"},
    {"sheet.shape-text", 37, false, "図形の文字は集計に入りません。必要な内容はセルに記入してください。"},
    {"sheet.", 38, false, "このシートでよいか、ご確認ください。"},
    {"mark.look-alike", 42, false, "記号の文字を直してください。"},
    {"text.look-alike", 42, false, "文字の誤りがないか、ご確認ください。"},
    {"row.text-unplaced", 44, false, "どの欄の内容か分かるように書き直してください。"},
    {"merge.", 16, true, "セルの結合を解除し、取組ごとに行を分けてください。"},
    {"field.unchanged", 46, true, "「前年のまま」とせず、内容を記入してください。"},
    {"field.ditto-unresolved", 31, true, "「同上」や「〃」ではなく、内容を記入してください。"},
    {"cell.fiscal-year", 31, false, "年度と日付が合っているか、ご確認ください。"},
    {"row.", 47, false, kCheck},
    {"form.", 48, false, kCheck},
    {"", 60, false, kCheck},
}};

}  // namespace

SlipWords slip_words(const Finding& finding) {
    const auto* entry = std::find_if(kEntries.begin(), kEntries.end(), [&](const Entry& each) {
        return each.code.ends_with('.') || each.code.empty() ? finding.code.starts_with(each.code)
                                                             : finding.code == each.code;
    });
    SlipWords words = {entry->rank, entry->must, entry->request};
    if (finding.severity == Severity::error) words.must = true;
    return words;
}

}  // namespace torimatome::pipeline
