#include "parsers/form/line_reading.hpp"
#include "parsers/form/torn_entries.hpp"
#include "parsers/form/torn_matching.hpp"
#include "parsers/form/torn_page.hpp"
#include "parsers/form/torn_terms.hpp"
#include "parsers/form/torn_texts.hpp"

namespace torimatome::parsers {

LineReading read_torn_lines(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings) {
    LineReading reading;
    std::vector<TornPage> pages = read_torn_pages(lines, form, mappings, reading);
    const Vocabulary* vocabulary = mappings.find_vocabulary(form.lines.labels);
    mend_labels(pages, vocabulary);
    // Terms that no page prints would only blur what the texts say of the others.
    const Vocabulary terms = document_terms(pages, vocabulary);
    if (!terms.terms.empty()) vocabulary = &terms;
    const TornTexts texts = measure_torn_texts(pages, vocabulary);
    for (const MatchedPage& page : match_torn_pages(pages, form, texts)) {
        add_torn_entries(page, form, texts, reading);
    }
    doubt_missing_groups(reading, form);
    doubt_label_groups(reading, form, vocabulary);
    doubt_empty_sections(reading);
    doubt_skipped_sections(reading);
    return reading;
}

}  // namespace torimatome::parsers
