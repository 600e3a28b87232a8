#include "parsers/form/line_reading.hpp"
#include "parsers/form/torn_entries.hpp"
#include "parsers/form/torn_matching.hpp"
#include "parsers/form/torn_page.hpp"
#include "parsers/form/torn_texts.hpp"

namespace torimatome::parsers {

LineReading read_torn_lines(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings) {
    LineReading reading;
    const std::vector<TornPage> pages = read_torn_pages(lines, form, mappings, reading);
    const Vocabulary* vocabulary = mappings.find_vocabulary(form.lines.labels);
    Vocabulary printed;
    if (vocabulary) printed = printed_terms(pages, *vocabulary);
    // Terms that no page prints would only blur what the texts say of the others.
    if (!printed.terms.empty()) vocabulary = &printed;
    const TornTexts texts = measure_torn_texts(pages, vocabulary);
    for (const MatchedPage& page : match_torn_pages(pages, form, texts)) {
        add_torn_entries(page, form, texts, reading);
    }
    return reading;
}

}  // namespace torimatome::parsers
