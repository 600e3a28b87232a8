#include "parsers/form/torn_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/language.hpp"
#include "parsers/form/line_page_heads.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/term_list.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/similarity.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kSameHeading = 0.85;   // Dice: a character misread
constexpr int kWidestLabel = 20;        // half-width characters of a line in the labels' narrow column
constexpr std::size_t kLookAhead = 30;  // lines of one cell

std::string check_original() { return tell("元の資料で確かめてください。", "Please check it in the original."); }

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint c = text::code_point_at(line, i);
        if (!text::is_space(c.value)) {
            words.back() += line.substr(i, c.length);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
        i += c.length;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// A number at the start of a line: alone, or with a text, a department or a label behind it.
struct NumberLine {
    text::Mark mark;
    std::string rest;
};

// Reads the lines one after another; what a line is depends on what stands above it.
class PageReader {
  public:
    PageReader(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings, LineReading& reading)
        : lines_(lines),
          form_(form),
          page_lines_(form),
          headings_(form),
          organisations_(mappings.organisations),
          vocabulary_(mappings.find_vocabulary(form.lines.labels)),
          style_(
              text::mark_style_from_name(form.find_field(form.lines.mark)->style).value_or(text::MarkStyle::circled)),
          reading_(reading) {}

    std::vector<TornPage> read() {
        const std::size_t first = first_line_below_title();
        read_head_lines(lines_, 0, first, form_, reading_);
        heads_.emplace(form_, reading_);
        pages_.emplace_back();
        for (at_ = first; at_ < lines_.size();) at_ += take(at_);
        return std::move(pages_);
    }

  private:
    std::size_t first_line_below_title() const {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const PageLine read = page_lines_.classify(lines_[i].text, false, {});
            if (read.kind == LineKind::section || read.kind == LineKind::lead || number_at(i) ||
                !headings_.at(lines_, i).columns.empty()) {
                return i;
            }
        }
        return lines_.size();
    }

    std::size_t take(std::size_t i) {
        const std::string& line = lines_[i].text;
        if (heads_->is_title(line)) {
            reading_.furniture += text::count_non_space(line);
            start_page();
            return 1;
        }
        if (heads_->contains(line)) {
            reading_.furniture += text::count_non_space(line);
            return 1;
        }
        if (const std::size_t n = take_section_list(i)) return n;
        if (const std::size_t n = take_headings(i)) return n;
        if (const std::size_t n = take_section(i)) return n;
        if (take_groups(i)) return 1;
        if (const auto number = number_at(i)) {
            start_record(i, *number);
            return 1;
        }
        if (in_record_ && take_into_record(i)) return 1;
        return take_left(i);
    }

    TornPage& page() { return pages_.back(); }
    TornRecord& record() { return page().records.back(); }

    void start_page() {
        if (!page().records.empty() || !page().blocks.empty()) pages_.emplace_back();
        in_record_ = false;
        run_ = 0;
        page_section_.clear();
        run_groups_.clear();
    }

    std::size_t take_headings(std::size_t i) {
        const LooseHeadings::Found found = headings_.at(lines_, i);
        if (found.lines == 0) return 0;
        // The numbers' heading stands at the top of a page, though its title may be lost.
        const bool of_numbers = std::any_of(found.columns.begin(), found.columns.end(), [&](const ColumnSpec* column) {
            return column->fields.front().id == form_.lines.mark;
        });
        if (of_numbers && !page().records.empty()) start_page();
        for (std::size_t k = i; k < i + found.lines; ++k) reading_.headings += text::count_non_space(lines_[k].text);
        end_record_if_listed();
        return found.lines;
    }

    void end_record_if_listed() {
        if (in_record_ && !record().list.empty()) in_record_ = false;
    }

    // --- Sections and groups ----------------------------------------------------------------------------------------

    std::optional<PageLine> section_at(std::size_t i) const {
        const PageLine read = page_lines_.classify(lines_[i].text, false, {});
        if (read.kind != LineKind::section || lines_[i].text.ends_with("。")) return std::nullopt;
        return read;
    }

    // A list of all sections at the top of a page, with the groups of a section below it.
    std::size_t take_section_list(std::size_t i) {
        const auto first = section_at(i);
        if (!first || in_record_) return 0;
        std::vector<std::pair<std::size_t, PageLine>> found{{i, *first}};
        for (std::size_t k = i + 1; k < lines_.size(); ++k) {
            if (const auto section = section_at(k)) {
                if (std::atoi(section->number.c_str()) != std::atoi(found.back().second.number.c_str()) + 1) break;
                found.emplace_back(k, *section);
            } else if (k - found.back().first > 4 || !may_be_group(k)) {
                break;
            }
        }
        if (found.size() < 2) return 0;
        start_page();
        for (std::size_t k = 0; k < found.size(); ++k) {
            add_section(found[k].second, true);
            const std::size_t end = k + 1 < found.size() ? found[k + 1].first : found[k].first + 1;
            for (std::size_t n = found[k].first + 1; n < end; ++n) {
                for (const std::string& word : words_of(lines_[n].text)) add_known_group(word);
            }
        }
        for (std::size_t k = i; k <= found.back().first; ++k) {
            (listed_ ? reading_.furniture : reading_.headings) += text::count_non_space(lines_[k].text);
        }
        listed_ = true;
        return found.back().first + 1 - i;
    }

    bool may_be_group(std::size_t i) const {
        const std::string& line = lines_[i].text;
        return !form_.group_field.empty() && !text::starts_with_bullet(line) && !ends_sentence(line) && !number_at(i) &&
               text::display_width(line) < 80 && headings_.at(lines_, i).lines == 0;
    }

    void add_known_group(const std::string& word) {
        if (!known_group(word) && !is_division_line(word, organisations_)) known_groups_.push_back(word);
    }

    bool known_group(const std::string& word) const {
        const std::string key = text::compare_key(word);
        return std::any_of(known_groups_.begin(), known_groups_.end(), [&](const std::string& group) {
            return text::bigram_dice(text::compare_key(group), key) >= kSameHeading;
        });
    }

    Section& add_section(const PageLine& line, bool listed) {
        auto& sections = reading_.sections;
        const auto known = std::find_if(sections.begin(), sections.end(),
                                        [&](const Section& section) { return section.number == line.number; });
        if (known != sections.end()) return *known;
        if (listed) from_list_ = true;
        sections.push_back({line.number, line.title, {}});
        return sections.back();
    }

    // The heading of the page's own section. Where the sections are listed, only a line that the list has is one.
    std::size_t take_section(std::size_t i) {
        if (page_lines_.classify(lines_[i].text, false, {}).kind == LineKind::lead) {
            reading_.headings += text::count_non_space(lines_[i].text);
            end_record_if_listed();
            return 1;
        }
        for (const std::size_t n : {std::size_t{1}, std::size_t{2}}) {
            if (i + n > lines_.size()) break;
            auto section = section_at(i);
            if (!section) return 0;
            if (n == 2) section->title += lines_[i + 1].text;
            if (from_list_ ? !is_listed(*section) : !is_heading(i)) continue;
            add_section(*section, false);
            enter_section(section->number);
            for (std::size_t k = i; k < i + n; ++k) reading_.headings += text::count_non_space(lines_[k].text);
            return n;
        }
        return 0;
    }

    bool is_listed(const PageLine& line) const {
        return std::any_of(reading_.sections.begin(), reading_.sections.end(), [&](const Section& section) {
            return section.number == line.number &&
                   text::bigram_dice(text::compare_key(section.title), text::compare_key(line.title)) >= kSameHeading;
        });
    }

    bool is_heading(std::size_t i) const {
        const bool apart = i == 0 || lines_[i].gap > 1 || ends_sentence(lines_[i - 1].text);
        return apart && text::display_width(lines_[i].text) < 100;
    }

    // The heading may stand below the numbers that it heads: a page has one section, unless a second is headed.
    void enter_section(const std::string& number) {
        end_record_if_listed();
        if (page_section_.empty()) {
            for (TornRecord& earlier : page().records) earlier.section = number;
        } else if (page_section_ != number) {
            ++run_;
            page().several_sections = true;
        }
        page_section_ = section_ = number;
        headed_ = page().headed = true;
    }

    bool take_groups(std::size_t i) {
        const std::vector<std::string> words = words_of(lines_[i].text);
        const bool known = !words.empty() && std::all_of(words.begin(), words.end(),
                                                         [&](const std::string& word) { return known_group(word); });
        if (!known && !is_new_group(i)) return false;
        end_record_if_listed();
        reading_.headings += text::count_non_space(lines_[i].text);
        run_groups_.insert(run_groups_.end(), words.begin(), words.end());
        if (!known) known_groups_.insert(known_groups_.end(), words.begin(), words.end());
        page().groups = run_groups_.size();
        set_groups();
        return true;
    }

    // Without a list of groups: the line directly below a section's heading.
    bool is_new_group(std::size_t i) const {
        if (!known_groups_.empty() || !headed_ || i == 0 || !may_be_group(i)) return false;
        const auto above = section_at(i - 1);
        return above && lines_[i].gap == 1 && term_at({lines_[i].text}, 0, vocabulary_).parts == 0;
    }

    // The series of numbers on a page take its groups one after another.
    void set_groups() {
        for (TornRecord& earlier : page().records) {
            if (earlier.section != page_section_ && !page_section_.empty()) continue;
            earlier.group = earlier.run < run_groups_.size() ? run_groups_[earlier.run] : std::string();
        }
    }

    // --- Records ----------------------------------------------------------------------------------------------------

    std::optional<NumberLine> number_at(std::size_t i) const {
        const std::string& line = lines_[i].text;
        const auto mark = text::leading_mark(line, style_);
        if (!mark || mark->through_look_alike) return std::nullopt;
        NumberLine found{*mark, std::string(text::trim(std::string_view(line).substr(mark->length)))};
        const bool apart = mark->length < line.size() && text::is_space(text::code_point_at(line, mark->length).value);
        if (found.rest.empty() || text::starts_with_bullet(found.rest)) return found;
        if (is_division_line(found.rest, organisations_) && (apart || is_next(mark->number))) return found;
        if (apart && term_at({found.rest}, 0, vocabulary_).parts > 0) return found;
        if (apart && is_next(mark->number)) return found;
        return std::nullopt;
    }

    bool is_next(int number) const {
        const int last =
            pages_.empty() || pages_.back().records.empty() ? last_value_ : pages_.back().records.back().value;
        return number == last + 1 || number == 1;
    }

    void start_record(std::size_t i, const NumberLine& number) {
        TornRecord next;
        next.number = number.mark.text;
        next.value = number.mark.number;
        next.line = lines_[i].number;
        const bool first = page().records.empty();
        const int last = first ? 0 : record().value;
        if (!first && next.value == 1) ++run_;
        check_sequence(next, first, last);
        push(std::move(next));
        last_value_ = number.mark.number;
        BodyLine rest = lines_[i];
        rest.text = number.rest;
        if (number.rest.empty()) return;
        if (term_at({number.rest}, 0, vocabulary_).parts > 0) {
            record().label = number.rest;
        } else if (is_division_line(number.rest, organisations_)) {
            record().list.push_back(rest);
        } else {
            take_text(rest);
        }
    }

    void push(TornRecord next) {
        next.run = run_;
        next.section = page_section_.empty() ? section_ : page_section_;
        if (next.run < run_groups_.size()) next.group = run_groups_[next.run];
        page().records.push_back(std::move(next));
        in_record_ = true;
    }

    // A number that is neither the next one, nor the first of a new series, nor goes on from the page before.
    void check_sequence(TornRecord& next, bool first, int last) {
        const bool goes_on = first && (next.value == 1 || next.value == last_value_ + 1);
        const bool regular = goes_on || (!first && (next.value == last + 1 || next.value == 1));
        if (regular) return;
        const std::string message = tell(
            fmt::format("番号「{}」は続き番号ではありません。間の番号が落ちているかもしれません。", next.number),
            fmt::format("The number \"{}\" does not go on from the one before: one between may be lost.", next.number));
        const RowDoubt doubt{"number.out-of-order", form_.lines.mark, message, check_original()};
        next.doubts.push_back(doubt);
        if (!first) record().doubts.push_back(doubt);
    }

    void take_text(const BodyLine& line) {
        const GluedDivision parts = split_glued(line.text, organisations_);
        BodyLine text = line;
        text.text = parts.text;
        record().text.push_back(text);
        if (parts.division.empty()) return;
        text.text = parts.division;
        record().list.push_back(text);
    }

    bool take_into_record(std::size_t i) {
        const BodyLine& line = lines_[i];
        const bool division = is_division_line(line.text, organisations_) && !is_label(i);
        if (!record().list.empty()) {
            if (division || completes_division(line)) {
                record().list.push_back(line);
                return true;
            }
            if (!number_was_lost(i)) {
                in_record_ = false;
                return false;
            }
            start_without_number(line);
            take_text(line);
            return true;
        }
        if (division) {
            record().list.push_back(line);
            return true;
        }
        if (is_label(i)) {
            in_record_ = false;
            return false;
        }
        take_text(line);
        return true;
    }

    // 「担当課」 below 「教）教職員育成」.
    bool completes_division(const BodyLine& line) const {
        if (line.gap > 1 || text::display_width(line.text) > kWidestLabel) return false;
        const std::vector<BodyLine> both{pages_.back().records.back().list.back(), line};
        const std::string joined = division_text(both);
        return joined.find('\n') == std::string::npos && is_division_line(joined, organisations_) &&
               line.text.size() > 3;
    }

    // Whether the text at `i`, behind a record that is complete, has departments of its own: then its number is lost.
    bool number_was_lost(std::size_t i) const {
        for (std::size_t k = i; k < lines_.size() && k < i + kLookAhead; ++k) {
            if (number_at(k) || section_at(k) || heads_->contains(lines_[k].text) || is_label(k)) return false;
            if (page_lines_.classify(lines_[k].text, false, {}).kind == LineKind::lead) return false;
            if (headings_.at(lines_, k).lines > 0) return false;
            if (!split_glued(lines_[k].text, organisations_).division.empty()) return true;
            if (k > i && is_division_line(lines_[k].text, organisations_)) return true;
        }
        return false;
    }

    void start_without_number(const BodyLine& line) {
        TornRecord next;
        next.line = line.number;
        next.value = record().value;
        next.doubts.push_back(
            {"number.missing", form_.lines.mark,
             tell("この取組の番号がありません。番号の行が落ちたか、上の取組の続きです。",
                  "This measure has no number: its line was lost, or it goes on with the measure above."),
             check_original()});
        record().doubts.push_back(next.doubts.back());
        push(std::move(next));
    }

    // --- What stands left --------------------------------------------------------------------------------------------

    bool is_label(std::size_t i) const { return label_at(i) > 0; }

    // How many lines from `i` on make a label, known or (alone in its paragraph, short and no sentence) unknown.
    std::size_t label_at(std::size_t i) const {
        if (form_.lines.labels.empty()) return 0;
        std::vector<std::string> parts;
        for (std::size_t k = i; k < lines_.size() && k < i + 4; ++k) {
            if (text::display_width(lines_[k].text) > kWidestLabel + 12) break;
            parts.push_back(lines_[k].text);
        }
        return parts.empty() ? 0 : term_at(parts, 0, vocabulary_).parts;
    }

    std::size_t take_left(std::size_t i) {
        const bool new_paragraph = lines_[i].gap > 1 || i != last_left_ + 1;
        const bool behind_sentence = new_paragraph || last_was_label_ || ends_sentence(lines_[i - 1].text);
        if (const std::size_t n = behind_sentence ? label_at(i) : 0) {
            std::string name;
            for (std::size_t k = i; k < i + n; ++k) name += lines_[k].text;
            page().labels.push_back({name, lines_[i].number, true});
            last_left_ = i + n - 1;
            last_was_label_ = true;
            return n;
        }
        if (new_paragraph) {
            if (const std::size_t n = unknown_label_at(i)) return n;
        }
        const bool reprint_alone = is_reprint_mark(lines_[i].text) && !page().blocks.empty() && !last_was_label_;
        if ((new_paragraph && !reprint_alone) || last_was_label_ || page().blocks.empty()) page().blocks.emplace_back();
        page().blocks.back().push_back(lines_[i]);
        last_left_ = i;
        last_was_label_ = false;
        return 1;
    }

    bool is_reprint_mark(const std::string& line) const {
        const std::string key = text::compare_key(line);
        return std::any_of(form_.reprint_marks.begin(), form_.reprint_marks.end(),
                           [&](const std::string& mark) { return text::compare_key(mark) == key; });
    }

    // A paragraph of short lines that is no sentence: a label that the vocabulary does not have, or a piece of one.
    std::size_t unknown_label_at(std::size_t i) {
        if (form_.lines.labels.empty()) return 0;
        std::size_t n = 0;
        std::string name;
        for (std::size_t k = i; k < lines_.size() && (k == i || lines_[k].gap == 1); ++k) {
            const std::string& line = lines_[k].text;
            if (text::display_width(line) > kWidestLabel || text::starts_with_bullet(line) || line.ends_with("。") ||
                number_at(k) || section_at(k) || heads_->contains(line) || headings_.at(lines_, k).lines > 0) {
                return 0;
            }
            name += line;
            ++n;
        }
        if (n == 0 || n > 4) return 0;
        page().labels.push_back({name, lines_[i].number, false});
        last_left_ = i + n - 1;
        last_was_label_ = true;
        return n;
    }

    const std::vector<BodyLine>& lines_;
    const Form& form_;
    PageLines page_lines_;
    LooseHeadings headings_;
    const Organisations& organisations_;
    const Vocabulary* vocabulary_;
    text::MarkStyle style_;
    LineReading& reading_;
    std::optional<RepeatedHeads> heads_;
    std::vector<TornPage> pages_;
    std::size_t at_ = 0;
    bool in_record_ = false;
    std::size_t run_ = 0;
    int last_value_ = 0;
    bool listed_ = false;     // the list of sections was seen
    bool from_list_ = false;  // sections are known from a list
    bool headed_ = false;
    std::string section_;       // of the last heading
    std::string page_section_;  // of this page
    std::vector<std::string> known_groups_;
    std::vector<std::string> run_groups_;
    std::size_t last_left_ = 0;
    bool last_was_label_ = false;
};

}  // namespace

std::vector<TornPage> read_torn_pages(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings,
                                      LineReading& reading) {
    return PageReader(lines, form, mappings, reading).read();
}

}  // namespace torimatome::parsers
