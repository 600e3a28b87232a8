#include "writers/comparison_workbook.hpp"

#include <algorithm>

#include "model/pair_sheet.hpp"
#include "writers/comparison_workbook/comparison_view.hpp"
#include "writers/comparison_workbook/lists.hpp"
#include "writers/comparison_workbook/old_new_sheet.hpp"
#include "writers/comparison_workbook/overview.hpp"
#include "writers/workbook/new_workbook.hpp"
#include "writers/workbook/summary_sheet.hpp"
#include "writers/workbook/unwritable_text.hpp"

namespace torimatome::writers {

namespace {

bool by_topics(const ComparisonView& view) { return view.comparison.old_form != view.comparison.new_form; }

/// What a comparison's own sheets are called: with its years where there are several.
std::string sheet_name(const std::string& name, const Views& views, const ComparisonView& view) {
    return views.size() == 1 ? name : name + " " + view.years;
}

/// The sheets in the order of their tabs, made before any is written: 要確認 links to the others.
struct Sheets {
    Sheet overview, plan, trend, moves, notation, topics, doubts, pairs;
    std::vector<Sheet> old_new;  ///< by comparison; without a handle where it is by topics
    std::vector<Sheet> tracked;
    std::vector<Sheet> clean;
};

class BookWriter {
  public:
    BookWriter(Workbook& workbook, const ComparisonWorkbook& book)
        : workbook_(workbook),
          book_(book),
          views_(make_views(book)),
          tracked_(book.style == "tracked" || book.style == "both"),
          clean_(book.style == "clean" || book.style == "both"),
          topics_(std::any_of(views_.begin(), views_.end(), by_topics)),
          records_(!std::all_of(views_.begin(), views_.end(), by_topics)),
          places_(views_.size()) {}

    Findings write() {
        add_sheets();
        for (const Document& document : book_.documents) append(find_unwritable_text(document));
        if (records_) write_count_sheet(workbook_, sheets_.overview, "年度比較の概要", overview_tables(views_));
        for (std::size_t i = 0; i < views_.size(); ++i) write_tables(i);
        if (records_) {
            write_plan_sheet(workbook_, sheets_.plan, views_);
            write_trend_sheet(workbook_, sheets_.trend, book_);
            write_moves_sheet(workbook_, sheets_.moves, views_, places_);
            write_notation_sheet(workbook_, sheets_.notation, views_, places_);
        }
        if (topics_) write_topics_sheet(workbook_, sheets_.topics, views_);
        write_doubts_sheet(workbook_, sheets_.doubts, views_, places_, findings_);
        if (records_) write_pair_sheet(workbook_, sheets_.pairs, views_);
        return std::move(findings_);
    }

  private:
    void append(const Findings& more) { findings_.insert(findings_.end(), more.begin(), more.end()); }

    Sheet add(const std::string& name) {
        Sheet sheet = workbook_.add_sheet(name);
        workbook_.mark_derived(sheet);
        return sheet;
    }

    void add_sheets() {
        if (records_) sheets_.overview = add("概要");
        for (const ComparisonView& view : views_) {
            sheets_.old_new.push_back(by_topics(view) ? Sheet() : add(sheet_name("新旧対照表", views_, view)));
        }
        for (const ComparisonView& view : views_) {
            const bool records = !by_topics(view);
            sheets_.tracked.push_back(records && tracked_ ? add(sheet_name("見え消し", views_, view)) : Sheet());
            sheets_.clean.push_back(records && clean_ ? add(sheet_name("溶け込み", views_, view)) : Sheet());
        }
        if (topics_) sheets_.topics = add("題目の対応");
        if (records_) {
            sheets_.plan = add("計画と実績");
            sheets_.trend = add("区分の推移");
            sheets_.moves = add("追加・削除・移動");
            sheets_.notation = add("表記のみ");
        }
        sheets_.doubts = add("要確認");
        if (records_) sheets_.pairs = add(pair_sheet::kSheet);
    }

    void write_tables(std::size_t i) {
        if (!sheets_.old_new[i].handle) return;
        write_old_new_sheet(workbook_, sheets_.old_new[i], book_, views_[i], places_[i], findings_);
        if (sheets_.tracked[i].handle) {
            write_merged_text_sheet(workbook_, sheets_.tracked[i], book_, views_[i], true, findings_);
        }
        if (sheets_.clean[i].handle) {
            write_merged_text_sheet(workbook_, sheets_.clean[i], book_, views_[i], false, findings_);
        }
    }

    Workbook& workbook_;
    const ComparisonWorkbook& book_;
    Views views_;
    bool tracked_;
    bool clean_;
    bool topics_;
    bool records_;
    PairPlaces places_;
    Sheets sheets_;
    Findings findings_;
};

}  // namespace

Findings write_comparison_workbook(const ComparisonWorkbook& book, const std::filesystem::path& file) {
    Findings findings;
    const Document& newest = book.documents.back();
    write_new_workbook(file, newest.title.empty() ? "年度比較" : newest.title + " 年度比較", book.created,
                       [&](Workbook& workbook) { findings = BookWriter(workbook, book).write(); });
    return findings;
}

}  // namespace torimatome::writers
