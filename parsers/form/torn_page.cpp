#include "parsers/form/torn_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/line_page_heads.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "parsers/form/torn_line_kinds.hpp"
#include "parsers/form/torn_sections.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kLookAhead = 30;       // lines of one cell
constexpr std::size_t kMostLabelLines = 12;  // of labels without a blank line between

// Reads the lines one after another; what a line is depends on what stands above it.
class PageReader {
  public:
    PageReader(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings, LineReading& reading)
        : lines_(lines),
          form_(form),
          organisations_(mappings.organisations),
          kinds_(lines, form, mappings),
          reading_(reading),
          sections_(lines, mappings.organisations, kinds_, reading) {}

    std::vector<TornPage> read() {
        const std::size_t first = first_line_below_title();
        read_head_lines(lines_, 0, first, form_, reading_);
        heads_.emplace(form_, reading_);
        pages_.emplace_back();
        for (std::size_t i = first; i < lines_.size();) i += take(i);
        return std::move(pages_);
    }

  private:
    std::size_t first_line_below_title() const {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const LineKind kind = kinds_.kind_at(i);
            if (kind == LineKind::section || kind == LineKind::lead || number_at(i) ||
                !kinds_.headings_at(i).columns.empty()) {
                return i;
            }
        }
        return lines_.size();
    }

    std::size_t take(std::size_t i) {
        const std::string& line = lines_[i].text;
        const bool title = heads_->is_title(line);
        if (title || heads_->contains(line)) {
            reading_.furniture += text::count_non_space(line);
            if (title) start_page();
            return 1;
        }
        if (const std::size_t n = take_headings(i)) return n;
        if (const auto number = number_at(i)) {
            start_record(i, *number);
            return 1;
        }
        if (in_record_ && take_into_record(i)) return 1;
        return take_left(i);
    }

    std::optional<NumberLine> number_at(std::size_t i) const { return kinds_.number_at(i, last_value_); }

    TornPage& page() { return pages_.back(); }
    TornRecord& record() { return page().records.back(); }

    void start_page() {
        if (!page().records.empty() || !page().blocks.empty()) pages_.emplace_back();
        in_record_ = false;
        sections_.start_page();
    }

    // Headings of columns, sections and groups; gives how many lines they take.
    std::size_t take_headings(std::size_t i) {
        if (const std::size_t n = in_record_ ? 0 : sections_.take_list(i, last_value_)) {
            start_page();
            return n;
        }
        std::size_t n = take_column_headings(i);
        if (n == 0) n = sections_.take_heading(i, page());
        if (n == 0 && sections_.take_groups(i, last_value_, page())) n = 1;
        if (n > 0 && in_record_ && !record().list.empty()) in_record_ = false;
        return n;
    }

    std::size_t take_column_headings(std::size_t i) {
        const LooseHeadings::Found found = kinds_.headings_at(i);
        if (found.lines == 0) return 0;
        // The numbers' heading stands at the top of a page, though its title may be lost.
        const bool of_numbers = std::any_of(found.columns.begin(), found.columns.end(), [&](const ColumnSpec* column) {
            return column->fields.front().id == form_.lines.mark;
        });
        if (of_numbers && !page().records.empty()) start_page();
        for (std::size_t k = i; k < i + found.lines; ++k) reading_.headings += text::count_non_space(lines_[k].text);
        return found.lines;
    }

    // --- Records ----------------------------------------------------------------------------------------------------

    void start_record(std::size_t i, const NumberLine& number) {
        TornRecord next;
        next.number = number.mark.text;
        next.value = number.mark.number;
        next.line = lines_[i].number;
        if (!page().records.empty() && next.value == 1) sections_.start_series();
        check_sequence(next);
        push(std::move(next));
        last_value_ = number.mark.number;
        BodyLine rest = lines_[i];
        rest.text = number.rest;
        if (number.rest.empty()) return;
        if (kinds_.is_term(number.rest)) {
            record().label = number.rest;
        } else if (is_division_line(number.rest, organisations_)) {
            record().list.push_back(rest);
        } else {
            take_text(rest);
        }
    }

    void push(TornRecord next) {
        sections_.place(next);
        page().records.push_back(std::move(next));
        in_record_ = true;
    }

    // A number that is neither the next one, nor the first of a new series, nor goes on from the page before.
    void check_sequence(TornRecord& next) {
        if (is_next_number(next.value, last_value_)) return;
        const std::string message = tell(
            fmt::format("番号「{}」は続き番号ではありません。間の番号が落ちているかもしれません。", next.number),
            fmt::format("The number \"{}\" does not go on from the one before: one between may be lost.", next.number));
        const RowDoubt doubt{"number.out-of-order", form_.lines.mark, message, check_original()};
        next.doubts.push_back(doubt);
        if (!page().records.empty()) record().doubts.push_back(doubt);
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
            if (number_at(k) || kinds_.section_at(k) || heads_->contains(lines_[k].text) || is_label(k)) return false;
            if (kinds_.kind_at(k) == LineKind::lead) return false;
            if (kinds_.headings_at(k).lines > 0) return false;
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

    bool is_label(std::size_t i) const { return kinds_.label_at(i) > 0; }

    std::size_t take_left(std::size_t i) {
        const bool new_paragraph = lines_[i].gap > 1 || i != last_left_ + 1;
        const bool behind_sentence = new_paragraph || last_was_label_ || ends_sentence(lines_[i - 1].text);
        if (const std::size_t n = behind_sentence ? kinds_.label_at(i) : 0) {
            add_label(i, n, true);
            last_left_ = i + n - 1;
            last_was_label_ = true;
            return n;
        }
        if (new_paragraph) {
            if (const std::size_t n = unknown_label_at(i)) return n;
        }
        const bool reprint_alone = kinds_.is_reprint_mark(lines_[i].text) && !page().blocks.empty() && !last_was_label_;
        if ((new_paragraph && !reprint_alone) || last_was_label_ || page().blocks.empty()) page().blocks.emplace_back();
        page().blocks.back().push_back(lines_[i]);
        if (page().records.empty()) page().blocks_above = page().blocks.size();
        last_left_ = i;
        last_was_label_ = false;
        return 1;
    }

    void add_label(std::size_t i, std::size_t n, bool known) {
        TornLabel label;
        for (std::size_t k = i; k < i + n; ++k) {
            label.name += lines_[k].text;
            label.lines.push_back(lines_[k].text);
        }
        label.line = lines_[i].number;
        label.last_line = lines_[i + n - 1].number;
        label.known = known;
        page().labels.push_back(std::move(label));
    }

    // A paragraph of short lines that is no sentence: a label that the vocabulary does not have, or a piece of one.
    std::size_t unknown_label_at(std::size_t i) {
        if (form_.lines.labels.empty()) return 0;
        std::size_t n = 0;
        for (std::size_t k = i; k < lines_.size() && (k == i || lines_[k].gap == 1); ++k) {
            const std::string& line = lines_[k].text;
            if (text::display_width(line) > kWidestLabel || text::starts_with_bullet(line) || line.ends_with("。") ||
                number_at(k) || kinds_.section_at(k) || heads_->contains(line) || kinds_.headings_at(k).lines > 0) {
                return 0;
            }
            ++n;
        }
        if (n == 0 || n > kMostLabelLines) return 0;
        add_label(i, n, false);
        last_left_ = i + n - 1;
        last_was_label_ = true;
        return n;
    }

    const std::vector<BodyLine>& lines_;
    const Form& form_;
    const Organisations& organisations_;
    TornLineKinds kinds_;
    LineReading& reading_;
    TornSections sections_;
    std::optional<RepeatedHeads> heads_;
    std::vector<TornPage> pages_;
    bool in_record_ = false;
    int last_value_ = 0;  // the number that was read last
    std::size_t last_left_ = 0;
    bool last_was_label_ = false;
};

}  // namespace

std::vector<TornPage> read_torn_pages(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings,
                                      LineReading& reading) {
    return PageReader(lines, form, mappings, reading).read();
}

}  // namespace torimatome::parsers
