#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/language.hpp"
#include "parsers/form/cell_matching.hpp"
#include "parsers/form/label_matching.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "parsers/form/torn_evidence.hpp"
#include "parsers/form/torn_page.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/line_break.hpp"
#include "text/mark.hpp"
#include "text/similarity.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

// Weights of the evidence, found on documents of our own (see samples/): what a text says of its job type and what it
// shares with the text beside it decide, the rest breaks ties.
constexpr double kTerm = 1.5;
constexpr double kNoWordOfTerm = -0.9;  // the text uses words of other terms only
constexpr double kShared = 4.0;
constexpr double kNamed = 1.2;
constexpr double kElsewhere = 2.0;
constexpr double kGroup = 1.5;
constexpr double kOrder = -0.4;
constexpr double kJoin = -0.7;         // two paragraphs as one cell
constexpr double kJoinIndented = 0.9;  // the second starts with no bullet, as a paragraph that goes on
constexpr double kJoinBroken = 2.0;    // the first does not end
constexpr double kJoinSameTerm = 0.4;  // both say most of the same term
constexpr double kBlankButGoesOn = -1.0;
constexpr double kBlankBoth = -0.8;
constexpr double kSmallMargin = 0.8;       // below it the runner-up is named
constexpr double kSmallJoinMargin = 1.35;  // the same where only joining or leaving blank differs: words say less of it
constexpr double kSmallLabelMargin = 0.45;

std::string check_original() { return tell("元の資料で確かめてください。", "Please check it in the original."); }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// A record of a page with what evidence needs of it.
struct Place {
    std::string text;
    std::vector<std::string> divisions;
    std::string first_division;
    std::string label;
    std::string group;
    bool goes_on = false;  // 引き続き: something was done before
    WordWeights::Vector words;
    std::vector<double> terms;  // of the vocabulary, how well each fits
};

// Neighbouring left-hand texts as one cell, with what they say. Depends on the texts alone.
struct Cell {
    std::string text;
    WordWeights::Vector words;
    std::vector<double> terms;
    double join = 0;
};

struct PageState {
    const TornPage* page = nullptr;
    std::vector<LabelChoice> labels;
    std::vector<Place> places;
    std::map<std::pair<std::size_t, std::size_t>, Cell> cells;
    Matching matching;
    std::vector<WordWeights::Vector> known;  // words of the cells that were matched, by record
    std::vector<double> margins;
    std::vector<CellRange> runners_up;
};

class TornReader {
  public:
    TornReader(const Form& form, const Mappings& mappings, LineReading& reading)
        : form_(form), layout_(form.lines), vocabulary_(mappings.find_vocabulary(layout_.labels)), reading_(reading) {}

    void read(std::vector<TornPage> pages) {
        measure(pages);
        keep_printed_terms(pages);
        for (const TornPage& page : pages) {
            PageState state;
            state.page = &page;
            state.labels = match_labels(page, vocabulary_);
            for (std::size_t r = 0; r < page.records.size(); ++r) state.places.push_back(place_of(page, r, state));
            states_.push_back(std::move(state));
        }
        for (PageState& state : states_) make_cells(state);
        // What a department wrote on other pages is known when those are matched.
        for (PageState& state : states_) match(state);
        for (PageState& state : states_) match(state);
        for (PageState& state : states_) {
            find_margins(state);
            add_entries(state);
        }
    }

  private:
    // Terms that no page prints would only blur what the texts say of the others.
    void keep_printed_terms(const std::vector<TornPage>& pages) {
        if (!vocabulary_) return;
        for (const VocabularyTerm& term : vocabulary_->terms) {
            const std::string key = text::compare_key(term.name);
            const bool printed = std::any_of(pages.begin(), pages.end(), [&](const TornPage& page) {
                return std::any_of(page.labels.begin(), page.labels.end(),
                                   [&](const TornLabel& label) { return text::compare_key(label.name) == key; });
            });
            if (printed) printed_.terms.push_back(term);
        }
        if (!printed_.terms.empty()) vocabulary_ = &printed_;
    }

    void measure(const std::vector<TornPage>& pages) {
        std::vector<int> left;
        std::vector<int> right;
        std::size_t bullets = 0;
        std::size_t blocks = 0;
        for (const TornPage& page : pages) {
            for (const auto& block : page.blocks) {
                for (const BodyLine& line : block) left.push_back(text::display_width(line.text));
                bullets += text::starts_with_bullet(block.front().text);
                ++blocks;
                weights_.add(joined_text(block));
            }
            for (const TornRecord& record : page.records) {
                for (const BodyLine& line : record.text) right.push_back(text::display_width(line.text));
                weights_.add(joined_text(record.text));
            }
        }
        left_width_ = full_width_of(std::move(left));
        right_width_ = full_width_of(std::move(right));
        bulleted_ = bullets * 2 > blocks;
    }

    Place place_of(const TornPage& page, std::size_t r, const PageState& state) const {
        const TornRecord& record = page.records[r];
        Place place;
        place.text = joined_text(record.text);
        place.divisions = lines_of(division_text(record.list));
        if (!place.divisions.empty()) place.first_division = text::compare_key(place.divisions.front());
        place.label = record.label.empty() ? state.labels[r].name : record.label;
        place.group = record.group;
        place.words = weights_.vector_of(place.text);
        place.goes_on = std::any_of(layout_.continuing.begin(), layout_.continuing.end(), [&](const std::string& word) {
            return place.text.find(word) != std::string::npos;
        });
        if (!vocabulary_) return place;
        for (const VocabularyTerm& term : vocabulary_->terms) {
            const bool same = !place.label.empty() && text::compare_key(term.name) == text::compare_key(place.label);
            place.terms.push_back(same ? 1.0 : 0.5 * division_fit(term, place.divisions, *vocabulary_));
        }
        return place;
    }

    std::vector<BodyLine> lines_in(const TornPage& page, CellRange cell) const {
        std::vector<BodyLine> lines;
        for (std::size_t b = cell.first; b < cell.last; ++b) {
            lines.insert(lines.end(), page.blocks[b].begin(), page.blocks[b].end());
        }
        return lines;
    }

    // --- Evidence ---------------------------------------------------------------------------------------------------

    void make_cells(PageState& state) const {
        const std::size_t texts = state.page->blocks.size();
        std::vector<Cell> single;
        for (std::size_t b = 0; b < texts; ++b) single.push_back(cell_of(*state.page, {b, b + 1}, {}));
        const std::size_t longest = MatchingProblem().longest_cell;
        for (std::size_t first = 0; first < texts; ++first) {
            for (std::size_t last = first + 1; last <= std::min(texts, first + longest); ++last) {
                state.cells[{first, last}] = cell_of(*state.page, {first, last}, single);
            }
        }
    }

    Cell cell_of(const TornPage& page, CellRange range, const std::vector<Cell>& single) const {
        Cell cell;
        cell.text = joined_text(lines_in(page, range));
        cell.words = weights_.vector_of(cell.text);
        if (vocabulary_) cell.terms = term_evidence(cell.text, *vocabulary_);
        for (std::size_t b = range.first + 1; b < range.last; ++b) {
            const auto& above = page.blocks[b - 1];
            const std::string& start = page.blocks[b].front().text;
            cell.join += kJoin;
            if (bulleted_ && !text::starts_with_bullet(start)) cell.join += kJoinIndented;
            if (!ends_sentence(above.back().text)) cell.join += kJoinBroken;
            if (same_term(single[b - 1].terms, single[b].terms)) cell.join += kJoinSameTerm;
        }
        return cell;
    }

    // Whether both texts use the words of one term most.
    static bool same_term(const std::vector<double>& above, const std::vector<double>& below) {
        for (std::size_t t = 0; t < above.size(); ++t) {
            if (above[t] >= 1 && below[t] >= 1) return true;
        }
        return false;
    }

    double term_fit(const Cell& cell, const Place& place) const {
        if (cell.terms.empty() || place.terms.empty()) return 0;
        double best = 0;
        double any = 0;
        for (std::size_t t = 0; t < cell.terms.size(); ++t) {
            best = std::max(best, cell.terms[t] * place.terms[t]);
            any = std::max(any, cell.terms[t]);
        }
        if (any <= 0) return 0;
        return kNoWordOfTerm + best * (kTerm - kNoWordOfTerm);
    }

    // What the same department has elsewhere: the texts beside its other numbers, and what was matched to them.
    double elsewhere(const Cell& cell, const PageState& here, const Place& place) const {
        if (place.first_division.empty()) return 0;
        double best = 0;
        for (const PageState& state : states_) {
            for (std::size_t r = 0; r < state.places.size(); ++r) {
                const Place& other = state.places[r];
                if (&state == &here || other.first_division != place.first_division) continue;
                best = std::max(best, 0.6 * shared_words(cell.words, other.words));
                if (r < state.known.size()) best = std::max(best, shared_words(cell.words, state.known[r]));
            }
        }
        return best;
    }

    static double group_fit(const Cell& cell, const Place& place, const PageState& state) {
        const auto part = [&](const std::string& group) {
            return group.empty() ? 0.0 : text::containment(text::compare_key(group), text::compare_key(cell.text));
        };
        double others = 0;
        for (const Place& other : state.places) {
            if (other.group != place.group) others = std::max(others, part(other.group));
        }
        return part(place.group) - others;
    }

    double fit(const PageState& state, CellRange range, const Cell& cell, std::size_t r) const {
        const Place& place = state.places[r];
        const double where = (static_cast<double>(range.first) + 0.5) / static_cast<double>(state.page->blocks.size());
        const double there = (static_cast<double>(r) + 0.5) / static_cast<double>(state.places.size());
        double sum = cell.join + term_fit(cell, place);
        sum += kShared * shared_words(cell.words, place.words);
        sum += kNamed * named_divisions(cell.text, place.divisions);
        sum += kElsewhere * elsewhere(cell, state, place);
        sum += kGroup * group_fit(cell, place, state);
        return sum + kOrder * std::abs(where - there);
    }

    // --- Matching ---------------------------------------------------------------------------------------------------

    MatchingProblem problem_of(const PageState& state) const {
        MatchingProblem problem;
        problem.texts = state.page->blocks.size();
        problem.places = state.places.size();
        std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> fits;
        for (const auto& [range, cell] : state.cells) {
            auto& row = fits[range];
            for (std::size_t r = 0; r < problem.places; ++r) {
                row.push_back(fit(state, {range.first, range.second}, cell, r));
            }
        }
        problem.fit = [fits = std::move(fits)](CellRange cell, std::size_t place) {
            return fits.at({cell.first, cell.last})[place];
        };
        problem.blank = [&state](std::size_t r) {
            const Place& place = state.places[r];
            if (place.text.empty()) return kBlankBoth;
            return place.goes_on ? kBlankButGoesOn : 0.0;
        };
        return problem;
    }

    void match(PageState& state) const {
        state.matching = best_matching(problem_of(state));
        state.known.clear();
        for (const CellRange& cell : state.matching.cells) {
            state.known.push_back(weights_.vector_of(joined_text(lines_in(*state.page, cell))));
        }
    }

    void find_margins(PageState& state) const {
        const MatchingProblem problem = problem_of(state);
        for (std::size_t r = 0; r < state.places.size(); ++r) {
            const Matching other = best_matching(problem, ForbiddenPair{r, state.matching.cells[r]});
            state.margins.push_back(state.matching.score - other.score);
            state.runners_up.push_back(other.cells[r]);
        }
    }

    // --- Records ----------------------------------------------------------------------------------------------------

    void add_field(RawRow& row, const std::string& id, std::string text, int line) const {
        if (id.empty() || text.empty()) return;
        RawField raw;
        raw.spec = form_.find_field(id);
        raw.id = id;
        raw.text = std::move(text);
        raw.source.line = line;
        row.fields.push_back(std::move(raw));
    }

    void add_entries(const PageState& state) {
        const TornPage& page = *state.page;
        const std::size_t first = reading_.entries.size();
        for (std::size_t r = 0; r < page.records.size(); ++r) add_entry(state, r);
        add_left_over(state, first);
        add_labels(state, first);
        report_headings(page, first);
    }

    void add_entry(const PageState& state, std::size_t r) {
        const TornRecord& record = state.page->records[r];
        LineEntry entry;
        entry.section = record.section;
        entry.row.complete = true;
        entry.row.source.line = record.line;
        entry.doubts = record.doubts;
        add_field(entry.row, form_.group_field, record.group, record.line);
        if (!record.group.empty()) entry.row.fields.back().of_heading = true;
        add_field(entry.row, layout_.mark, record.number, record.line);
        add_field(entry.row, layout_.text, state.places[r].text, record.text.empty() ? 0 : record.text.front().number);
        add_field(entry.row, layout_.list, division_text(record.list),
                  record.list.empty() ? 0 : record.list.front().number);
        const auto lines = lines_in(*state.page, state.matching.cells[r]);
        add_field(entry.row, layout_.left, joined_text(lines), lines.empty() ? 0 : lines.front().number);
        add_label(state, r, entry);
        report_matching(state, r, entry);
        report_flaws(record, lines, entry);
        reading_.entries.push_back(std::move(entry));
    }

    void add_label(const PageState& state, std::size_t r, LineEntry& entry) {
        const std::string& label = state.places[r].label;
        if (layout_.labels.empty()) return;
        if (label.empty()) {
            entry.doubts.push_back({"label.missing", layout_.labels,
                                    tell("この取組に当たる語（対象）が頁に見当たりません。欄は空のままにしました。",
                                         "No label on the page is left for this measure; the field was left out."),
                                    check_original()});
            return;
        }
        add_field(entry.row, layout_.labels, label, entry.row.source.line);
        entry.row.fields.back().spans = state.labels[r].spans;
        const LabelChoice& choice = state.labels[r];
        report_label_fit(state, r, entry);
        if (!state.page->records[r].label.empty() || choice.margin >= kSmallLabelMargin) return;
        entry.doubts.push_back(
            {"label.doubtful", layout_.labels,
             choice.runner_up.empty()
                 ? tell(fmt::format("離れたところにある「{}」を当てましたが、確かではありません。", label),
                        fmt::format("\"{}\", which stands apart, was taken, but not surely.", label))
                 : tell(fmt::format("離れたところにある「{}」を当てましたが、「{}」かもしれません。", label,
                                    choice.runner_up),
                        fmt::format("\"{}\", which stands apart, was taken; it may be \"{}\".", label,
                                    choice.runner_up)),
             check_original()});
    }

    // A label that the vocabulary does not have, or that fits the departments less than another one does.
    void report_label_fit(const PageState& state, std::size_t r, LineEntry& entry) const {
        constexpr double kClearFit = 0.5;
        if (!vocabulary_) return;
        const std::string& label = state.places[r].label;
        const VocabularyTerm* own = nullptr;
        const VocabularyTerm* best = nullptr;
        double best_fit = kClearFit;
        for (const VocabularyTerm& term : vocabulary_->terms) {
            if (text::compare_key(term.name) == text::compare_key(label)) own = &term;
            const double fit = division_fit(term, state.places[r].divisions, *vocabulary_);
            if (fit > best_fit) best_fit = fit, best = &term;
        }
        if (!own) {
            entry.doubts.push_back({"label.unknown", layout_.labels,
                                    tell(fmt::format("「{}」は知らない語です。欄の内容か確かめてください。", label),
                                         fmt::format("\"{}\" is no known label.", label)),
                                    check_original()});
        } else if (best && best != own && division_fit(*own, state.places[r].divisions, *vocabulary_) <= 0) {
            entry.doubts.push_back(
                {"label.doubtful", layout_.labels,
                 tell(fmt::format("「{}」を当てましたが、担当からは「{}」と考えられます。", label, best->name),
                      fmt::format("\"{}\" was taken, but the departments speak for \"{}\".", label, best->name)),
                 check_original()});
        }
    }

    void report_matching(const PageState& state, std::size_t r, LineEntry& entry) const {
        const CellRange a = state.matching.cells[r];
        const CellRange b = state.runners_up[r];
        const bool joins = a.empty() || b.empty() || (a.first < b.last && b.first < a.last);
        if (state.margins[r] >= (joins ? kSmallJoinMargin : kSmallMargin)) return;
        const TornPage& page = *state.page;
        const auto words = [&](CellRange cell) {
            return cell.empty() ? tell("空欄", "a blank") : "「" + excerpt_of(joined_text(lines_in(page, cell))) + "」";
        };
        const std::string here = words(state.matching.cells[r]);
        const std::string there = words(state.runners_up[r]);
        entry.doubts.push_back(
            {"column.doubtful", layout_.left,
             tell(fmt::format("列が離れているので内容から組み合わせ、{}を当てましたが、{}かもしれません（差 {:.2f}）。",
                              here, there, state.margins[r]),
                  fmt::format(
                      "The columns stand apart; by what they say {} was taken, but it may be {} (margin {:.2f}).", here,
                      there, state.margins[r])),
             check_original()});
    }

    void report_flaws(const TornRecord& record, const std::vector<BodyLine>& left, LineEntry& entry) const {
        const TextFlaw in_left = find_flaw(left, left_width_, 1, bulleted_);
        if (in_left.kind != TextFlaw::Kind::none) entry.doubts.push_back(flaw_doubt(in_left, layout_.left));
        const TextFlaw in_text = find_flaw(record.text, right_width_, 1, bulleted_);
        if (in_text.kind != TextFlaw::Kind::none) entry.doubts.push_back(flaw_doubt(in_text, layout_.text));
        report_blanks(record, left, entry);
        if (record.list.empty()) {
            entry.doubts.push_back({"divisions.missing", layout_.list,
                                    tell("この番号の後に担当がありません。", "No departments follow this number."),
                                    check_original()});
        }
    }

    // Groups go to series of numbers one after another: where their counts differ, no group is sure.
    void report_headings(const TornPage& page, std::size_t first) {
        const std::size_t runs = page.records.empty() ? 0 : page.records.back().run + 1;
        if (page.groups > 0 && page.groups != runs) {
            doubt_all(first, {"group.doubtful", form_.group_field,
                              tell(fmt::format("頁の見出しの区分は{}つですが、番号は{}組あります。", page.groups, runs),
                                   fmt::format("The page's headings name {} group(s), but there are {} series of "
                                               "numbers.",
                                               page.groups, runs)),
                              check_original()});
        }
        if (page.several_sections) {
            doubt_all(first, {"section.doubtful",
                              {},
                              tell("この頁には見出しが2つ以上あり、どの取組がどちらのものか確かではありません。",
                                   "This page has more than one section heading; it is not sure which measures are "
                                   "whose."),
                              check_original()});
        }
        if (!page.headed && !reading_.sections.empty()) {
            doubt_all(first, {"section.missing",
                              {},
                              tell("この頁に見出しがありません。前の頁の見出しのものとして読みました。",
                                   "This page has no section heading; it was read as going on with the page before."),
                              check_original()});
        }
    }

    void doubt_all(std::size_t first, const RowDoubt& doubt) {
        for (std::size_t i = first; i < reading_.entries.size(); ++i) reading_.entries[i].doubts.push_back(doubt);
    }

    // In torn columns a lost cell looks like a blank one.
    void report_blanks(const TornRecord& record, const std::vector<BodyLine>& left, LineEntry& entry) const {
        for (const auto& [lines, id] : {std::pair{&left, &layout_.left}, std::pair{&record.text, &layout_.text}}) {
            if (!lines->empty()) continue;
            const std::string& heading = heading_of(*id);
            entry.doubts.push_back(
                {"column.blank", *id,
                 tell(fmt::format("「{}」の欄に当たる文がありません。空欄か、文が落ちています。", heading),
                      fmt::format("No text stands for the column \"{}\": it is blank, or its text is "
                                  "lost.",
                                  heading)),
                 check_original()});
        }
        const std::vector<std::string> divisions = lines_of(division_text(record.list));
        for (std::size_t i = 1; i < divisions.size(); ++i) {
            if (text::compare_key(divisions[i]) != text::compare_key(divisions[i - 1])) continue;
            entry.doubts.push_back({"divisions.repeated", layout_.list,
                                    tell(fmt::format("担当「{}」が2回続いています。", divisions[i]),
                                         fmt::format("The department \"{}\" stands twice.", divisions[i])),
                                    check_original()});
        }
    }

    const std::string& heading_of(const std::string& id) const {
        for (const ColumnSpec& column : form_.columns) {
            for (const FieldSpec& field : column.fields) {
                if (field.id == id) return column.heading;
            }
        }
        return id;
    }

    void add_left_over(const PageState& state, std::size_t first) {
        const TornPage& page = *state.page;
        for (std::size_t b = 0; b < page.blocks.size(); ++b) {
            const bool taken = std::any_of(state.matching.cells.begin(), state.matching.cells.end(),
                                           [b](const CellRange& cell) { return cell.first <= b && b < cell.last; });
            if (taken) continue;
            const std::string text = joined_text(page.blocks[b]);
            SourcePosition place;
            place.line = page.blocks[b].front().number;
            reading_.unplaced.push_back({text, place});
            doubt_all(first,
                      {"column.left-over", layout_.left,
                       tell(fmt::format("「{}」（{}行目）は、どの番号のものか決められませんでした。この頁の取組の"
                                        "いずれかに入ります。",
                                        excerpt_of(text), place.line),
                            fmt::format("\"{}\" (line {}) could not be given to any number of this page.",
                                        excerpt_of(text), place.line)),
                       check_original()});
        }
    }

    // Labels that nobody has.
    void add_labels(const PageState& state, std::size_t first) {
        std::map<std::string, int> used;
        for (std::size_t r = 0; r < state.places.size(); ++r) {
            const bool own = state.page->records[r].label.empty() && !state.labels[r].spans;
            if (own) ++used[text::compare_key(state.labels[r].name)];
        }
        for (const TornLabel& label : state.page->labels) {
            if (used[text::compare_key(label.name)]-- > 0) continue;
            SourcePosition place;
            place.line = label.line;
            reading_.unplaced.push_back({label.name, place});
            doubt_all(
                first,
                {"label.left-over", layout_.labels,
                 tell(fmt::format("「{}」（{}行目）は、どの番号のものか決められませんでした。", label.name, label.line),
                      fmt::format("\"{}\" (line {}) could not be given to any number.", label.name, label.line)),
                 check_original()});
        }
    }

    const Form& form_;
    const LineLayout& layout_;
    const Vocabulary* vocabulary_;
    LineReading& reading_;
    Vocabulary printed_;
    WordWeights weights_;
    std::vector<PageState> states_;
    int left_width_ = 0;
    int right_width_ = 0;
    bool bulleted_ = false;
};

}  // namespace

LineReading read_torn_lines(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings) {
    LineReading reading;
    TornReader(form, mappings, reading).read(read_torn_pages(lines, form, mappings, reading));
    return reading;
}

}  // namespace torimatome::parsers
