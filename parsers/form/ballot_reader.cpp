#include "parsers/form/ballot_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/ledger_rows.hpp"
#include "text/compare_key.hpp"
#include "text/locked_text.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::string_view kColumnMark = "torimatome:column|";
constexpr std::string_view kBallotMark = "torimatome:ballot|";
constexpr const char* kNumber = "番号";

int number_of(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void take_row(const LedgerRow& row, BallotForm& form) {
    constexpr std::size_t kFirstLocked = 6;
    constexpr double kThousandths = 1000;
    const std::string& key = row[0];
    if (key == "form") form.form = row[1];
    if (key == "title") form.title = row[1];
    if (key == "year" && !row[1].empty()) form.year = number_of(row[1]);
    if (key == "section-name") form.section_name = row[1];
    if (key == "member") form.member = row[1];
    if (key == "scale") {
        form.scale.id = row[1];
        form.scale.name = row[2];
        form.scale.ordinal = row[3] == "ordinal";
    }
    if (key == "grade") {
        Grade grade;
        grade.mark = row[1];
        grade.label = row[2];
        if (!row[3].empty()) grade.value = number_of(row[3]) / kThousandths;
        form.scale.grades.push_back(std::move(grade));
    }
    if (key == "asked") form.members.push_back({row[1], row[2]});
    if (key == "text") form.own_texts.push_back(row[1]);
    if (key == "measure") {
        form.measures.push_back({row[1], row[2], row[3], row[4], row[5], locked_texts(row, kFirstLocked)});
    }
}

// Which column holds what: by the hidden row of marks, by headings where that is gone.
using Columns = std::map<int, std::string>;

Columns columns_by_marks(const Table& table) {
    Columns columns;
    for (const Cell& cell : table.cells) {
        if (!cell.form_mark || !cell.text().starts_with(kColumnMark)) continue;
        columns[cell.column] = cell.text().substr(kColumnMark.size());
    }
    return columns;
}

Columns columns_by_headings(const Table& table, const BallotForm& form) {
    static const std::map<std::string, std::string> kOpen = {
        {"評価", "grade"}, {"理由・コメント", "comment"}, {"質問", "question"}};
    std::map<int, Columns> rows;
    for (const Cell& cell : table.cells) {
        const std::string key = text::compare_key(cell.text());
        for (const auto& [heading, id] : kOpen) {
            if (key == text::compare_key(heading)) rows[cell.row][cell.column] = id;
        }
        for (const Measure& measure : form.measures) {
            for (const LockedText& locked : measure.locked) {
                if (key == text::compare_key(locked.field)) rows[cell.row][cell.column] = locked.field;
            }
            break;
        }
    }
    for (auto& [row, columns] : rows) {
        const auto open = std::count_if(columns.begin(), columns.end(), [](const auto& column) {
            return column.second == "grade" || column.second == "comment" || column.second == "question";
        });
        if (open >= 2) return std::move(columns);
    }
    return {};
}

struct Row {
    const Cell* mark = nullptr;
    std::vector<const Cell*> cells;
};

class BallotReading {
  public:
    BallotReading(const TableSet& tables, const BallotForm& form)
        : tables_(tables), form_(form), own_texts_(form.own_texts.begin(), form.own_texts.end()) {}

    Ballot read() {
        ballot_.source = tables_.source;
        ballot_.member = form_.member;
        ballot_.findings = tables_.findings;
        for (const Table& table : tables_.tables) read_table(table);
        for (const Measure& measure : form_.measures) {
            if (!found_.contains(measure.id)) report_dropped(measure);
        }
        report_ids_lost();
        put_in_order();
        report_blank();
        return std::move(ballot_);
    }

  private:
    void read_table(const Table& table) {
        Columns columns = columns_by_marks(table);
        if (columns.empty()) columns = columns_by_headings(table, form_);
        std::map<int, Row> rows;
        for (const Cell& cell : table.cells) {
            Row& row = rows[cell.row];
            if (cell.form_mark) {
                if (parse_row_mark(cell.text())) row.mark = &cell;
            } else if (!cell.empty()) {
                row.cells.push_back(&cell);
            }
        }
        for (const auto& [number, row] : rows) read_row(table, columns, row);
    }

    std::map<std::string, const Cell*> by_column(const Columns& columns, const Row& row) const {
        std::map<std::string, const Cell*> cells;
        for (const Cell* cell : row.cells) {
            const auto column = columns.find(cell->column);
            if (column != columns.end()) cells[column->second] = cell;
        }
        return cells;
    }

    void read_row(const Table& table, const Columns& columns, const Row& row) {
        const auto cells = by_column(columns, row);
        const auto text = [&](const char* column) {
            const auto found = cells.find(column);
            return found == cells.end() ? std::string() : found->second->text();
        };
        const Measure* measure = nullptr;
        if (row.mark) {
            const RowMark mark = *parse_row_mark(row.mark->text());
            if (mark.year == form_.year.value_or(0)) measure = form_.find(mark.id);
            if (!measure) report_foreign(table, row);
        } else if (const Measure* named = form_.find(text(kNumber)); named && !found_.contains(named->id)) {
            measure = named;
            ids_lost_.push_back({named->id, position_of(table, *row.cells.front())});
        }
        if (!measure) return take_loose(table, row.cells);
        Vote vote = {measure->id, text("grade"), text("comment"), text("question"), place_of(table, row, cells)};
        take_vote(std::move(vote));
        check_facts(table, *measure, cells);
        std::vector<const Cell*> outside;
        for (const Cell* cell : row.cells) {
            if (!columns.contains(cell->column)) outside.push_back(cell);
        }
        take_loose(table, outside);
    }

    static SourcePosition place_of(const Table& table, const Row& row,
                                   const std::map<std::string, const Cell*>& cells) {
        for (const char* column : {"grade", "comment", "question"}) {
            const auto found = cells.find(column);
            if (found != cells.end()) return position_of(table, *found->second);
        }
        const Cell* first = row.cells.empty() ? row.mark : row.cells.front();
        return first ? position_of(table, *first) : SourcePosition{};
    }

    void take_vote(Vote vote) {
        vote.grade = known_grade(vote);
        const bool again = !found_.insert(vote.measure).second;
        if (again) {
            const auto same = [&](const Vote& each) {
                return each.measure == vote.measure && each.grade == vote.grade && each.comment == vote.comment &&
                       each.question == vote.question;
            };
            const bool doubled = std::any_of(ballot_.votes.begin(), ballot_.votes.end(), same);
            Finding& finding = add("ballot.row-copied", Severity::warning, vote.source);
            finding.record = vote.measure;
            finding.message =
                tell(fmt::format("取組 {} の行が複写されています。", vote.measure),
                     fmt::format("The row of measure {} was copied. ", vote.measure)) +
                (doubled ? tell("同じ内容なので、1件として扱いました。", "It says the same and counts once.")
                         : tell("内容が違うので、評価は先の行のものを採り、ほかの文は残しました。",
                                "They differ; the first row's grade counts, and the other's texts are kept."));
            if (doubled) return;
        }
        ballot_.votes.push_back(std::move(vote));
    }

    // The scale's own notation for a grade that is one of its marks; anything else as written.
    std::string known_grade(const Vote& vote) {
        if (vote.grade.empty()) return {};
        const std::string key = text::compare_key(vote.grade);
        for (const Grade& grade : form_.scale.grades) {
            if (text::compare_key(grade.mark) == key) return grade.mark;
        }
        std::string marks;
        for (const Grade& grade : form_.scale.grades) marks += (marks.empty() ? "" : "・") + grade.mark;
        Finding& finding = add("ballot.grade-unknown", Severity::warning, vote.source);
        finding.record = vote.measure;
        finding.message = tell(fmt::format("評価「{}」は、この評価の段階（{}）にありません。", vote.grade, marks),
                               fmt::format("\"{}\" is none of this scale's grades ({}).", vote.grade, marks));
        finding.hint = tell("委員に確かめてください。集計では「不明」に数えています。",
                            "Please ask the member; the tally counts it as unknown.");
        return vote.grade;
    }

    void check_facts(const Table& table, const Measure& measure, const std::map<std::string, const Cell*>& cells) {
        for (const LockedText& locked : measure.locked) {
            const auto found = cells.find(locked.field);
            const std::string text = found == cells.end() ? std::string() : found->second->text();
            const text::LockedChange change = text::change_of(locked, text);
            if (change == text::LockedChange::none) continue;
            const bool notation = change == text::LockedChange::notation;
            const SourcePosition place = found == cells.end() ? SourcePosition{} : position_of(table, *found->second);
            Finding& finding = add(notation ? "ballot.fact-notation" : "ballot.fact-changed",
                                   notation ? Severity::note : Severity::warning, place);
            finding.record = measure.id;
            finding.message =
                notation ? tell(fmt::format("記入欄でない「{}」の表記が変わっています。", locked.field),
                                fmt::format("The notation of the fact \"{}\" changed.", locked.field))
                         : tell(fmt::format("記入欄でない「{}」が書き換えられています（「{}」）。", locked.field, text),
                                fmt::format("The fact \"{}\" was changed (\"{}\").", locked.field, text));
            if (!notation) {
                finding.hint = tell("資料の内容と違うものを見て評価していないか、委員に確かめてください。",
                                    "Please ask the member whether the evaluation is of the right facts.");
            }
        }
    }

    // What is not the workbook's own was typed by the member.
    void take_loose(const Table& table, const std::vector<const Cell*>& cells) {
        for (const Cell* cell : cells) {
            if (own_texts_.contains(text::own_text_digest(text::OwnText::guide, cell->text()))) continue;
            const SourcePosition place = position_of(table, *cell);
            ballot_.others.push_back({cell->text(), place});
            Finding& finding = add("ballot.text-elsewhere", Severity::warning, place);
            finding.message =
                tell(fmt::format("記入欄の外に「{}」と書かれています。「記入欄の外」に残しました。", cell->text()),
                     fmt::format("\"{}\" stands outside the cells to fill in; it was kept.", cell->text()));
            finding.hint =
                tell("どの取組についての記入か確かめてください。", "Please check which measure it is about.");
        }
    }

    void report_foreign(const Table& table, const Row& row) {
        Finding& finding = add("ballot.row-of-others", Severity::warning, position_of(table, *row.mark));
        finding.message = tell("この評価シートにない取組の行があります。内容は「記入欄の外」に残しました。",
                               "A row is about a measure that this workbook does not have; it was kept.");
        finding.hint = tell("別の年度や別の資料の評価シートから写していないか確かめてください。",
                            "Please check whether it was copied from another workbook.");
    }

    // One finding for all rows: mostly the whole column is gone.
    void report_ids_lost() {
        if (ids_lost_.empty()) return;
        Finding& finding = add("ballot.row-id-lost", Severity::warning, ids_lost_.front().second);
        if (ids_lost_.size() == 1) finding.record = ids_lost_.front().first;
        finding.message = tell(
            fmt::format("行の番号（非表示の列）がない行が {} 行あり、取組番号で照合しました。", ids_lost_.size()),
            fmt::format("{} row(s) have lost their hidden id and were matched by their number.", ids_lost_.size()));
        finding.hint =
            tell("取組番号が変えられていないか確かめてください。", "Please check that the numbers are right.");
    }

    void report_dropped(const Measure& measure) {
        Finding& finding = add("ballot.row-dropped", Severity::warning, {});
        finding.record = measure.id;
        finding.message = tell(fmt::format("取組 {} の行がありません。", measure.id),
                               fmt::format("The row of measure {} is gone.", measure.id));
        finding.hint = tell("評価しないつもりなのか、誤って削除したのかを確かめてください。",
                            "Please check whether it was deleted by mistake.");
    }

    void report_blank() {
        const bool blank =
            std::all_of(ballot_.votes.begin(), ballot_.votes.end(), [](const Vote& vote) { return vote.empty(); });
        if (!blank) return;
        Finding& finding = add("ballot.blank", Severity::note, {});
        finding.message = tell("まだどの欄にも記入がありません。", "Nothing is filled in yet.");
    }

    void put_in_order() {
        const auto place = [&](const Vote& vote) { return form_.find(vote.measure) - form_.measures.data(); };
        std::stable_sort(ballot_.votes.begin(), ballot_.votes.end(),
                         [&](const Vote& a, const Vote& b) { return place(a) < place(b); });
    }

    Finding& add(const char* code, Severity severity, const SourcePosition& place) {
        Finding& finding = ballot_.findings.emplace_back();
        finding.code = code;
        finding.severity = severity;
        finding.source = place;
        return finding;
    }

    const TableSet& tables_;
    const BallotForm& form_;
    std::set<std::string> own_texts_;
    std::set<std::string> found_;
    std::vector<std::pair<std::string, SourcePosition>> ids_lost_;
    Ballot ballot_;
};

}  // namespace

std::optional<BallotForm> read_ballot_form(const TableSet& tables) {
    constexpr std::size_t kTexts = 6;
    for (const Table& table : tables.tables) {
        if (!is_ledger(table, "ballot")) continue;
        BallotForm form;
        for (const LedgerRow& row : ledger_rows(table, kTexts)) take_row(row, form);
        if (!form.member.empty() && !form.measures.empty()) return form;
    }
    return std::nullopt;
}

std::string member_of_ballot(const TableSet& tables) {
    for (const Table& table : tables.tables) {
        for (const Cell& cell : table.cells) {
            if (!cell.form_mark || !cell.text().starts_with(kBallotMark)) continue;
            const std::vector<std::string> parts = split(cell.text().substr(kBallotMark.size()), '|');
            if (parts.size() == 2) return parts[1];
        }
    }
    return {};
}

Ballot read_ballot(const TableSet& tables, const BallotForm& form) { return BallotReading(tables, form).read(); }

}  // namespace torimatome::parsers
