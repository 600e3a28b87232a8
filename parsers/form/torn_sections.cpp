#include "parsers/form/torn_sections.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kSameHeading = 0.85;           // Dice: a character misread
constexpr int kWidestHeading = 100;             // half-width characters
constexpr std::size_t kLinesBetweenListed = 4;  // from one section of a list to the next

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

std::size_t characters_of(const std::vector<BodyLine>& lines, std::size_t first, std::size_t count) {
    std::size_t sum = 0;
    for (std::size_t k = first; k < first + count; ++k) sum += text::count_non_space(lines[k].text);
    return sum;
}

}  // namespace

TornSections::TornSections(const std::vector<BodyLine>& lines, const Organisations& organisations,
                           const TornLineKinds& kinds, LineReading& reading)
    : lines_(lines), organisations_(organisations), kinds_(kinds), reading_(reading) {}

void TornSections::start_page() {
    run_ = 0;
    page_section_.clear();
    run_groups_.clear();
}

std::size_t TornSections::take_list(std::size_t i, int last) {
    const auto first = kinds_.section_at(i);
    if (!first) return 0;
    std::vector<std::pair<std::size_t, PageLine>> found{{i, *first}};
    for (std::size_t k = i + 1; k < lines_.size(); ++k) {
        if (const auto section = kinds_.section_at(k)) {
            if (std::atoi(section->number.c_str()) != std::atoi(found.back().second.number.c_str()) + 1) break;
            found.emplace_back(k, *section);
        } else if (k - found.back().first > kLinesBetweenListed || !kinds_.may_be_group(k, last)) {
            break;
        }
    }
    if (found.size() < 2) return 0;
    const std::size_t known = reading_.sections.size();
    for (const auto& [at, section] : found) add_section(section);
    if (reading_.sections.size() > known) from_list_ = true;
    // A page above whose list is lost may have headed one of them already.
    std::stable_sort(reading_.sections.begin(), reading_.sections.end(), [](const Section& a, const Section& b) {
        return std::atoi(a.number.c_str()) < std::atoi(b.number.c_str());
    });
    for (std::size_t k = 0; k + 1 < found.size(); ++k) {
        if (found[k + 1].first > found[k].first + 1) grouped_sections_.insert(found[k].second.number);
        read_listed_groups(found[k].first + 1, found[k + 1].first);
    }
    const std::size_t count = found.back().first + 1 - i;
    (listed_ ? reading_.furniture : reading_.headings) += characters_of(lines_, i, count);
    listed_ = true;
    return count;
}

void TornSections::read_listed_groups(std::size_t first, std::size_t last) {
    for (std::size_t n = first; n < last; ++n) {
        for (const std::string& word : words_of(lines_[n].text)) {
            if (!known_group(word) && !is_division_line(word, organisations_)) known_groups_.push_back(word);
        }
    }
}

bool TornSections::known_group(const std::string& word) const {
    const std::string key = text::compare_key(word);
    return std::any_of(known_groups_.begin(), known_groups_.end(), [&](const std::string& group) {
        return text::bigram_dice(text::compare_key(group), key) >= kSameHeading;
    });
}

void TornSections::add_section(const PageLine& line) {
    auto& sections = reading_.sections;
    const bool known = std::any_of(sections.begin(), sections.end(),
                                   [&](const Section& section) { return section.number == line.number; });
    if (!known) sections.push_back({line.number, line.title, {}});
}

std::size_t TornSections::take_heading(std::size_t i, TornPage& page) {
    if (kinds_.kind_at(i) == LineKind::lead) {
        reading_.headings += text::count_non_space(lines_[i].text);
        return 1;
    }
    for (const std::size_t n : {std::size_t{1}, std::size_t{2}}) {
        if (i + n > lines_.size()) break;
        auto section = kinds_.section_at(i);
        if (!section) return 0;
        if (n == 2) section->title += lines_[i + 1].text;
        if (from_list_ ? !is_listed(*section) : !is_heading(i)) continue;
        add_section(*section);
        enter_section(section->number, page);
        reading_.headings += characters_of(lines_, i, n);
        return n;
    }
    return 0;
}

bool TornSections::is_listed(const PageLine& line) const {
    return std::any_of(reading_.sections.begin(), reading_.sections.end(), [&](const Section& section) {
        return section.number == line.number &&
               text::bigram_dice(text::compare_key(section.title), text::compare_key(line.title)) >= kSameHeading;
    });
}

bool TornSections::is_heading(std::size_t i) const {
    const bool apart = i == 0 || lines_[i].gap > 1 || ends_sentence(lines_[i - 1].text);
    return apart && text::display_width(lines_[i].text) < kWidestHeading;
}

// The heading may stand below the numbers that it heads: a page has one section, unless a second is headed.
void TornSections::enter_section(const std::string& number, TornPage& page) {
    if (page_section_.empty()) {
        for (TornRecord& earlier : page.records) earlier.section = number;
    } else if (page_section_ != number) {
        ++run_;
        page.several_sections = true;
    }
    page_section_ = section_ = number;
    page.grouped = page.grouped || grouped_sections_.contains(number);
    headed_ = page.headed = true;
}

bool TornSections::take_groups(std::size_t i, int last, TornPage& page) {
    const std::vector<std::string> words = words_of(lines_[i].text);
    const bool known = !words.empty() && std::all_of(words.begin(), words.end(),
                                                     [&](const std::string& word) { return known_group(word); });
    if (!known && !is_new_group(i, last)) return false;
    reading_.headings += text::count_non_space(lines_[i].text);
    run_groups_.insert(run_groups_.end(), words.begin(), words.end());
    if (!known) known_groups_.insert(known_groups_.end(), words.begin(), words.end());
    page.groups = run_groups_.size();
    set_groups(page);
    return true;
}

// Without a list of groups: the line directly below a section's heading.
bool TornSections::is_new_group(std::size_t i, int last) const {
    if (!grouped_sections_.empty() || !headed_ || i == 0 || !kinds_.may_be_group(i, last)) return false;
    return kinds_.section_at(i - 1) && lines_[i].gap == 1 && !kinds_.is_term(lines_[i].text);
}

// The series of numbers on a page take its groups one after another.
void TornSections::set_groups(TornPage& page) const {
    for (TornRecord& earlier : page.records) {
        if (earlier.section != page_section_ && !page_section_.empty()) continue;
        earlier.group = earlier.run < run_groups_.size() ? run_groups_[earlier.run] : std::string();
    }
}

void TornSections::place(TornRecord& record) const {
    record.run = run_;
    record.section = page_section_.empty() ? section_ : page_section_;
    if (run_ < run_groups_.size()) record.group = run_groups_[run_];
}

}  // namespace torimatome::parsers
