#include "parsers/form/torn_entries.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "parsers/form/torn_doubts.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

RawField* add_field(RawRow& row, const Form& form, const std::string& id, std::string text, int line) {
    if (id.empty() || text.empty()) return nullptr;
    RawField raw;
    raw.spec = form.find_field(id);
    raw.id = id;
    raw.text = std::move(text);
    raw.source.line = line;
    return &row.fields.emplace_back(std::move(raw));
}

int first_number(const std::vector<BodyLine>& lines) { return lines.empty() ? 0 : lines.front().number; }

LineEntry entry_of(const MatchedPage& page, std::size_t r, const Form& form, const TornTexts& texts) {
    const LineLayout& layout = form.lines;
    const TornRecord& record = page.page->records[r];
    const std::vector<BodyLine> left = lines_in(*page.page, page.matching.cells[r]);
    LineEntry entry;
    entry.section = record.section;
    entry.row.complete = true;
    entry.row.source.line = record.line;
    RawField* group = add_field(entry.row, form, form.group_field, record.group, record.line);
    if (group) group->of_heading = true;
    add_field(entry.row, form, layout.mark, record.number, record.line);
    add_field(entry.row, form, layout.text, page.places[r].text, first_number(record.text));
    add_field(entry.row, form, layout.list, division_text(record.list), first_number(record.list));
    add_field(entry.row, form, layout.left, joined_text(left), first_number(left));
    RawField* label = add_field(entry.row, form, layout.labels, page.places[r].label, record.line);
    if (label) label->spans = page.labels[r].spans;
    entry.doubts = record.doubts;
    for (RowDoubt& doubt : doubts_of_record(page, r, form, texts)) entry.doubts.push_back(std::move(doubt));
    return entry;
}

void doubt_all(LineReading& reading, std::size_t first, const RowDoubt& doubt) {
    for (std::size_t i = first; i < reading.entries.size(); ++i) reading.entries[i].doubts.push_back(doubt);
}

void leave_unplaced(const std::string& text, int line, LineReading& reading) {
    SourcePosition place;
    place.line = line;
    reading.unplaced.push_back({text, place});
}

// Left-hand texts that went to no number. The entries from `first` on are those of the page.
void add_left_over_texts(const MatchedPage& page, const Form& form, std::size_t first, LineReading& reading) {
    const auto& blocks = page.page->blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const bool taken = std::any_of(page.matching.cells.begin(), page.matching.cells.end(),
                                       [b](const CellRange& cell) { return cell.first <= b && b < cell.last; });
        if (taken) continue;
        const std::string text = joined_text(blocks[b]);
        leave_unplaced(text, blocks[b].front().number, reading);
        doubt_all(reading, first, text_left_over(text, blocks[b].front().number, form));
    }
}

// Labels that nobody has.
void add_left_over_labels(const MatchedPage& page, const Form& form, std::size_t first, LineReading& reading) {
    std::map<std::string, int> used;
    for (std::size_t r = 0; r < page.places.size(); ++r) {
        const bool own = page.page->records[r].label.empty() && !page.labels[r].spans;
        if (own) ++used[text::compare_key(page.labels[r].name)];
    }
    for (const TornLabel& label : page.page->labels) {
        if (used[text::compare_key(label.name)]-- > 0) continue;
        leave_unplaced(label.name, label.line, reading);
        doubt_all(reading, first, label_left_over(label.name, label.line, form));
    }
}

}  // namespace

void add_torn_entries(const MatchedPage& page, const Form& form, const TornTexts& texts, LineReading& reading) {
    const std::size_t first = reading.entries.size();
    for (std::size_t r = 0; r < page.places.size(); ++r) reading.entries.push_back(entry_of(page, r, form, texts));
    add_left_over_texts(page, form, first, reading);
    add_left_over_labels(page, form, first, reading);
    for (const RowDoubt& doubt : doubts_of_page(*page.page, form, !reading.sections.empty())) {
        doubt_all(reading, first, doubt);
    }
}

void doubt_skipped_sections(LineReading& reading) {
    const LineEntry* last = nullptr;
    for (LineEntry& entry : reading.entries) {
        const int above = last ? std::atoi(last->section.c_str()) : 0;
        const int here = std::atoi(entry.section.c_str());
        const bool listed = std::any_of(reading.sections.begin(), reading.sections.end(), [&](const Section& section) {
            const int number = std::atoi(section.number.c_str());
            return above < number && number < here;
        });
        if (here > above + 1 && !listed)
            entry.doubts.push_back(sections_skip(last ? last->section : "", entry.section));
        last = &entry;
    }
}

void doubt_missing_groups(LineReading& reading, const Form& form) {
    const auto grouped = [&](const LineEntry& entry) {
        return std::any_of(entry.row.fields.begin(), entry.row.fields.end(),
                           [&](const RawField& field) { return field.id == form.group_field; });
    };
    for (LineEntry& entry : reading.entries) {
        const bool others = std::any_of(reading.entries.begin(), reading.entries.end(), [&](const LineEntry& other) {
            return other.section == entry.section && grouped(other);
        });
        if (others && !grouped(entry)) entry.doubts.push_back(without_group(form));
    }
}

void doubt_label_groups(LineReading& reading, const Form& form, const Vocabulary* known) {
    std::set<std::string> labels;
    if (known) {
        for (const VocabularyTerm& term : known->terms) labels.insert(text::compare_key(term.name));
    }
    for (const LineEntry& entry : reading.entries) {
        for (const RawField& field : entry.row.fields) {
            if (field.id == form.lines.labels) labels.insert(text::compare_key(field.text));
        }
    }
    for (LineEntry& entry : reading.entries) {
        for (const RawField& field : entry.row.fields) {
            const bool label = field.id == form.group_field && labels.contains(text::compare_key(field.text));
            if (label) entry.doubts.push_back(group_is_label(field.text, form));
        }
    }
}

void doubt_empty_sections(LineReading& reading) {
    const auto has_records = [&](const Section& section) {
        return std::any_of(reading.entries.begin(), reading.entries.end(),
                           [&](const LineEntry& entry) { return entry.section == section.number; });
    };
    // The records beside the gap: the last one of the sections before and the first one of those behind.
    for (std::size_t s = 0; s < reading.sections.size(); ++s) {
        if (has_records(reading.sections[s])) continue;
        LineEntry* before = nullptr;
        LineEntry* behind = nullptr;
        for (LineEntry& entry : reading.entries) {
            const auto at = std::find_if(reading.sections.begin(), reading.sections.end(),
                                         [&](const Section& section) { return section.number == entry.section; });
            (static_cast<std::size_t>(at - reading.sections.begin()) < s ? before : behind) = &entry;
            if (behind) break;
        }
        for (LineEntry* entry : {before, behind}) {
            if (entry) entry->doubts.push_back(section_without_records(reading.sections[s]));
        }
    }
}

}  // namespace torimatome::parsers
