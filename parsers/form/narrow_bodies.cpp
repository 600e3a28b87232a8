#include "parsers/form/narrow_bodies.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>

#include "parsers/form/line_page_heads.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/page_lines.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kMostTitleLines = 3;  // lines of a section's title before its column headings

// The value of a line that is a number alone, with dashes around it or not; 0 for any other line.
int bare_number(const std::string& line) {
    constexpr std::size_t kMostDigits = 3;
    std::string digits;
    for (const char c : text::compare_key(line)) {
        if (c != '-' && (c < '0' || c > '9')) return 0;
        if (c != '-') digits += c;
    }
    return digits.size() > kMostDigits ? 0 : std::atoi(digits.c_str());
}

// Numbers alone on a line that go up through the document, apart from the lines above or below: its pages' numbers.
std::set<int> page_number_lines(const std::vector<BodyLine>& lines) {
    constexpr int kMostPagesLost = 2;
    std::set<int> found;
    int last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int number = bare_number(lines[i].text);
        const bool goes_up = number > last && number <= last + 1 + kMostPagesLost;
        const bool at_end = i + 1 == lines.size();
        const bool apart = at_end || lines[i + 1].gap > 1 || lines[i].gap > 1;
        if (!goes_up || !apart) continue;
        last = number;
        found.insert(lines[i].number);
    }
    return found;
}

// 「3/7」 alone on a line: the page's number and how many there are; 0 and 0 for any other line.
std::pair<int, int> page_of_pages(const std::string& line) {
    const std::string key = text::compare_key(line);
    int page = 0;
    int pages = 0;
    int behind = 0;
    if (std::sscanf(key.c_str(), "%3d/%3d%n", &page, &pages, &behind) < 2 || page < 1 || page > pages) return {};
    const std::string_view rest = std::string_view(key).substr(static_cast<std::size_t>(behind));
    if (rest.find_first_of("0123456789/") != std::string_view::npos) return {};
    return {page, pages};
}

// How a section's number is written: 「（１） 連携」 gives "()", 「１ 連携」 "".
std::string notation_of(const std::string& line, const std::string& title) {
    std::string notation;
    bool digits = false;
    for (const char c : text::compare_key(line.substr(0, line.size() - std::min(line.size(), title.size())))) {
        const bool digit = c >= '0' && c <= '9';
        digits = digits || digit;
        if (!digit) notation += c;
    }
    return digits ? notation : "roman";
}

class BodyFinder {
  public:
    BodyFinder(const std::vector<BodyLine>& lines, const Form& form, LineReading& reading)
        : lines_(lines),
          form_(form),
          page_lines_(form),
          headings_(form),
          page_numbers_(page_number_lines(lines)),
          reading_(reading) {}

    NarrowBodies find() {
        const std::size_t first = first_body_line();
        first_ = first;
        read_head_lines(lines_, 0, first, form_, reading_);
        number_above_ =
            first < lines_.size() && !page_numbers_.empty() && *page_numbers_.begin() < lines_[first].number;
        const RepeatedHeads heads(form_, reading_);
        for (std::size_t i = first; i < lines_.size();) i += take(i, heads);
        NarrowBodies found;
        found.bodies = std::move(bodies_);
        found.numbered_pages = numbers_ > 0 && !number_above_;
        found.ends_with_number = skipped_gap_ > 0;
        found.ends_with_head = head_last_;
        count_pages(found);
        return found;
    }

  private:
    // By the last of the lines that number a page among all.
    void count_pages(NarrowBodies& found) const {
        for (const BodyLine& line : lines_) {
            if (page_lines_.classify(line.text, false, {}).kind != LineKind::furniture) continue;
            const auto [page, pages] = page_of_pages(line.text);
            if (page > 0) found.last_page = page, found.pages = pages;
        }
    }

    std::size_t first_body_line() const {
        std::size_t first = 0;
        while (first < lines_.size() && section_lines(first) == 0 && headings_.at(lines_, first).columns.size() < 2) {
            ++first;
        }
        if (first == lines_.size()) return first;
        // The first section's column headings may be lost: its heading is numbered as the next one's.
        const PageLine next = page_lines_.classify(lines_[first].text, false, {});
        if (next.kind != LineKind::section || next.number == "1") return first;
        const std::string notation = notation_of(lines_[first].text, next.title);
        for (std::size_t i = 0; i < first; ++i) {
            const PageLine read = page_lines_.classify(lines_[i].text, false, {});
            if (read.kind != LineKind::section || read.number != "1") continue;
            if (notation_of(lines_[i].text, read.title) == notation) return i;
        }
        return first;
    }

    std::size_t take(std::size_t i, const RepeatedHeads& heads) {
        if (const std::size_t n = section_lines(i)) {
            start_section(i, n);
            head_last_ = true;
            return n;
        }
        const LooseHeadings::Found found = headings_.at(lines_, i);
        if (found.columns.size() > 1) {
            take_headings(i, found.lines);
            head_last_ = true;
            return found.lines;
        }
        if (heads.contains(lines_[i].text) || page_numbers_.contains(lines_[i].number)) {
            reading_.furniture += text::count_non_space(lines_[i].text);
            skip(lines_[i]);
            const bool title = heads.is_title(lines_[i].text);
            head_last_ = head_last_ || title;
            if (!title) ++numbers_;
            return 1;
        }
        if (bodies_.empty()) bodies_.push_back({});
        BodyLine line = lines_[i];
        line.gap += skipped_gap_;
        line.new_page = skipped_gap_ > 0;
        skipped_gap_ = 0;
        head_last_ = false;
        bodies_.back().lines.push_back(std::move(line));
        return 1;
    }

    // Column headings: below their section's heading, or printed again on a further page.
    void take_headings(std::size_t i, std::size_t n) {
        const int gap = skipped_gap_ + std::max(1, lines_[i].gap);
        for (std::size_t k = i; k < i + n; ++k) {
            reading_.headings += text::count_non_space(lines_[k].text);
            skip(lines_[k]);
        }
        if (bodies_.empty()) bodies_.push_back({});
        bodies_.back().without_headings = false;
        if (bodies_.back().lines.empty()) {
            skipped_gap_ = 0;
        } else if (i + n < lines_.size()) {
            bodies_.back().repeated_headings.emplace_back(lines_[i + n].number, gap);
        }
    }

    void skip(const BodyLine& line) { skipped_gap_ += std::max(1, line.gap); }

    // How many lines the section heading at `i` takes; 0 where there is none. A line is one when column headings stand
    // below it, or when it numbers the next section as the others are numbered and stands apart.
    std::size_t section_lines(std::size_t i) const {
        const PageLine read = page_lines_.classify(lines_[i].text, false, {});
        if (read.kind != LineKind::section) return 0;
        const std::string notation = notation_of(lines_[i].text, read.title);
        if (!notation_.empty() && notation != notation_.front()) return 0;
        for (std::size_t n = 1; n <= kMostTitleLines && i + n < lines_.size(); ++n) {
            if (headings_.at(lines_, i + n).columns.size() > 1) return n;
            if (page_lines_.classify(lines_[i + n].text, false, {}).kind == LineKind::section) break;
        }
        if (i == first_) return 1;
        const int next = reading_.sections.empty() ? 1 : std::atoi(reading_.sections.back().number.c_str()) + 1;
        if (i == 0 || !ends_sentence(lines_[i - 1].text)) return 0;
        const bool apart = lines_[i].gap > lines_[i - 1].gap || numbered_otherwise_than_items(notation);
        return apart && std::to_string(next) == read.number ? 1 : 0;
    }

    // Whether sections are known by how their number is written, because items do not start so.
    bool numbered_otherwise_than_items(const std::string& notation) const {
        if (notation_.empty() || bodies_.empty() || bodies_.back().lines.empty()) return false;
        const std::string& item = bodies_.back().lines.front().text;
        const PageLine read = page_lines_.classify(item, false, {});
        return read.kind != LineKind::section || notation_of(item, read.title) != notation;
    }

    void start_section(std::size_t i, std::size_t n) {
        std::string line = lines_[i].text;
        for (std::size_t k = i + 1; k < i + n; ++k) line += lines_[k].text;
        reading_.headings += text::count_non_space(line);
        const PageLine read = page_lines_.classify(line, false, {});
        if (notation_.empty()) notation_.push_back(notation_of(line, read.title));
        if (!bodies_.empty()) {
            bodies_.back().behind = lines_[i];
            bodies_.back().behind.gap += skipped_gap_;
        }
        skipped_gap_ = 0;
        const auto known = std::find_if(reading_.sections.begin(), reading_.sections.end(),
                                        [&](const Section& section) { return section.number == read.number; });
        if (known == reading_.sections.end()) reading_.sections.push_back({read.number, read.title, {}});
        bodies_.push_back({read.number, true, {}, {}, {}});
    }

    const std::vector<BodyLine>& lines_;
    const Form& form_;
    PageLines page_lines_;
    LooseHeadings headings_;
    std::set<int> page_numbers_;
    LineReading& reading_;
    std::vector<NarrowBody> bodies_;
    std::vector<std::string> notation_;  // of the sections' numbers, once one is known
    std::optional<std::size_t> first_;   // line of the bodies, once it is known
    int numbers_ = 0;                    // of pages
    bool number_above_ = false;          // a page's number stands above its lines
    bool head_last_ = false;             // nothing stands below the last head so far
    int skipped_gap_ = 0;                // of a page's number and head above the next line
};

}  // namespace

NarrowBodies find_narrow_bodies(const std::vector<BodyLine>& lines, const Form& form, LineReading& reading) {
    return BodyFinder(lines, form, reading).find();
}

}  // namespace torimatome::parsers
