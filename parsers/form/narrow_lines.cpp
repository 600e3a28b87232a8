#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "model/language.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/narrow_bodies.hpp"
#include "parsers/form/narrow_doubts.hpp"
#include "parsers/form/narrow_ends.hpp"
#include "parsers/form/narrow_items.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/line_break.hpp"
#include "text/mark.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

RowDoubt doubt(const char* code, const std::string& field, std::string message, std::string hint) {
    return {code, field, std::move(message), std::move(hint)};
}

class NarrowReader {
  public:
    NarrowReader(const Form& form, LineReading& reading) : form_(form), layout_(form.lines), reading_(reading) {}

    void read(const std::vector<NarrowBody>& bodies) {
        std::vector<BodyLine> all;
        for (const NarrowBody& body : bodies) all.insert(all.end(), body.lines.begin(), body.lines.end());
        const FieldSpec& mark = *form_.find_field(layout_.mark);
        metrics_ = measure_narrow(all, text::mark_style_from_name(mark.style).value_or(text::MarkStyle::katakana));
        for (const std::string& reprint : form_.reprint_marks) {
            metrics_.reprint_marks.push_back(text::compare_key(reprint));
        }
        for (const NarrowBody& body : bodies) {
            read_section(body);
            body_of_entry_.resize(reading_.entries.size(), static_cast<std::size_t>(&body - bodies.data()));
        }
        report_blanks();
        report_skipped(bodies);
        report_repeated_headings(bodies);
        for (NarrowDoubt& found : find_narrow_doubts(items_, metrics_, layout_, damaged())) {
            if (!found.weak) broken_.insert(found.item);
            reading_.entries[found.item].doubts.push_back(std::move(found.doubt));
        }
    }

    void look_at_end(const NarrowBodies& found, const TextEnd& end) {
        if (items_.empty()) return;
        const auto missing = find_missing_end(found, items_, metrics_.usual_gap, end, layout_.text);
        if (missing) reading_.entries.back().doubts.push_back(*missing);
    }

    // Where most texts are broken, the columns stand otherwise than this layout takes them, and none is sure.
    void look_at_all() {
        constexpr std::size_t kFewest = 4;
        std::vector<LineEntry>& entries = reading_.entries;
        if (entries.size() < kFewest || 3 * broken_.size() < 2 * entries.size()) return;
        for (LineEntry& entry : entries) {
            if (!entry.doubts.empty()) continue;
            entry.doubts.push_back(doubt(
                "text.broken", layout_.text,
                tell("この資料の大半の項目で文が壊れています。列の並びが違う読み取りかもしれず、この項目も確かでは"
                     "ありません。",
                     "The texts of most items are broken: the columns may stand otherwise in these lines, and "
                     "this item is not sure either."),
                check_original()));
        }
    }

  private:
    void read_section(const NarrowBody& body) {
        const std::vector<NarrowItem> items = split_items(body.lines, body.behind, metrics_);
        const std::size_t first = reading_.entries.size();
        for (const NarrowItem& item : items) {
            add_entry(body, item);
            items_.push_back(item);
            items_.back().opens_section = &item == &items.front();
        }
        for (std::size_t i = 0; i < items.size(); ++i) report(items, i, first);
        if (body.without_headings && !items.empty()) {
            reading_.entries[first].doubts.push_back(
                doubt("section.headings-missing", {},
                      tell("見出しの下に、列の見出しの行がありません。次の行からを、この見出しのものとして読みました。",
                           "No column headings stand below the section's heading; the lines below were read as its."),
                      check_original()));
        }
    }

    void add_field(RawRow& row, const std::string& id, std::string text, int line) const {
        if (text.empty()) return;
        RawField raw;
        raw.spec = form_.find_field(id);
        raw.id = id;
        raw.text = std::move(text);
        raw.source.line = line;
        row.fields.push_back(std::move(raw));
    }

    void add_entry(const NarrowBody& body, const NarrowItem& item) {
        LineEntry entry;
        entry.section = body.number;
        entry.row.complete = true;
        entry.row.source.line = item.line;
        if (item.mark) {
            add_field(entry.row, layout_.mark, item.mark->text, item.line);
            if (item.mark->through_look_alike) {
                entry.row.fields.back().value = text::mark_text(metrics_.style, item.mark->number);
            }
        }
        const std::string name = name_text(item.name);
        add_field(entry.row, layout_.name, name, item.name.empty() ? item.line : item.name.front().number);
        add_field(entry.row, layout_.text, text_of(item.text), item.text.empty() ? 0 : item.text.front().number);
        reading_.entries.push_back(std::move(entry));
        for (Section& section : reading_.sections) {
            if (section.number == body.number) section.items.push_back({item.mark ? item.mark->text : "", name});
        }
    }

    // The author began a line with a bracket or a note's sign where the line above, whose sentence ended, had room.
    std::string text_of(const std::vector<BodyLine>& lines) const {
        constexpr int kRoom = 8;  // half-width characters
        std::string text;
        std::vector<BodyLine> paragraph;
        for (const BodyLine& line : lines) {
            const bool after_short = !paragraph.empty() && ends_sentence(paragraph.back().text) &&
                                     text::display_width(paragraph.back().text) + kRoom <= metrics_.text_width;
            if (after_short && starts_paragraph(line.text) && !text::starts_with_bullet(line.text)) {
                text += joined_text(paragraph) + "\n";
                paragraph.clear();
            }
            paragraph.push_back(line);
        }
        return text + joined_text(paragraph);
    }

    // A name is one phrase: all its breaks were forced. A short line is stretched although it has two characters only.
    static std::string name_text(const std::vector<BodyLine>& lines) {
        std::string text;
        for (const BodyLine& line : lines) text += (text.empty() ? "" : "\n") + unstretched(line.text);
        text = text::undo_line_breaks(text);
        std::erase(text, '\n');
        return text;
    }

    static std::string unstretched(const std::string& line) {
        std::string joined;
        int characters = 0;
        int spaces = 0;
        for (std::size_t i = 0; i < line.size();) {
            const text::CodePoint c = text::code_point_at(line, i);
            if (text::is_space(c.value)) {
                ++spaces;
            } else {
                if (!text::is_japanese(c.value)) return line;
                joined += line.substr(i, c.length);
                ++characters;
            }
            i += c.length;
        }
        return spaces + 1 == characters ? joined : line;
    }

    std::string name_of(const NarrowItem& item) const {
        return (item.mark ? item.mark->text + " " : "") + name_text(item.name);
    }

    // A name ends with a noun or について; a particle, a part of a word or an open bracket wants more.
    static bool ends_within(const std::string& name) {
        constexpr std::u32string_view kWantMore = U"をにのとでがはへやっゃゅょた、・「（(";
        if (name.empty()) return false;
        return kWantMore.find(text::last_code_point(name).value) != std::u32string_view::npos;
    }

    void report(const std::vector<NarrowItem>& items, std::size_t i, std::size_t first) {
        const NarrowItem& item = items[i];
        LineEntry& entry = reading_.entries[first + i];
        if (item.name.empty()) {
            entry.doubts.push_back(doubt("item.name-missing", layout_.name,
                                         tell("文の前に、項目の名がありません。前の行が落ちたか、前の項目の続きです。",
                                              "No item's name stands before this text: a line was lost, or the text "
                                              "goes on with the item before."),
                                         check_original()));
        }
        if (item.mark_out_of_order) report_mark(items, i, first);
        if (ends_within(name_text(item.name))) {
            entry.doubts.push_back(
                doubt("text.broken", layout_.name,
                      tell(fmt::format("項目の名「{}」が途中で終わっています。後の行が落ちたか、場所が変わっています。",
                                       name_text(item.name)),
                           fmt::format("The item's name \"{}\" ends within: a line behind it was lost or moved.",
                                       name_text(item.name))),
                      check_original()));
        }
        const bool marked = std::any_of(items.begin(), items.end(), [](const NarrowItem& other) { return other.mark; });
        if (marked && !item.mark && !item.name.empty()) {
            entry.doubts.push_back(doubt("item.mark-missing", layout_.mark,
                                         tell("ほかの項目には記号がありますが、この項目にはありません。行が落ちたか、"
                                              "入れ替わったかもしれません。",
                                              "Other items have a mark, but this one has none: a line may be lost or "
                                              "have changed places."),
                                         check_original()));
        }
        if (item.guessed_start) {
            entry.doubts.push_back(doubt("item.without-mark", layout_.name,
                                         tell("記号のない項目です。上の項目の文の続きかもしれません。",
                                              "This item has no mark; it may go on with the text above."),
                                         check_original()));
        }
        if (item.text.empty() && !item.name.empty() && !item.blank_after_name) report_missing(items, i, first);
    }

    static bool goes_back(const std::vector<NarrowItem>& items, std::size_t i) {
        if (items[i].mark->number == 1) return true;
        return std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), [&](const NarrowItem& above) {
            return above.mark && above.mark->number >= items[i].mark->number;
        });
    }

    void report_mark(const std::vector<NarrowItem>& items, std::size_t i, std::size_t first) {
        const auto message =
            tell(fmt::format("記号「{}」は順番どおりではありません。間の項目か見出しが落ちているかもしれません。",
                             items[i].mark->text),
                 fmt::format("The mark \"{}\" is not the next one: an item or a heading between may be lost.",
                             items[i].mark->text));
        reading_.entries[first + i].doubts.push_back(
            doubt("item.mark-out-of-order", layout_.mark, message, check_original()));
        if (i > 0) {
            reading_.entries[first + i - 1].doubts.push_back(
                doubt("item.mark-out-of-order", layout_.text, message, check_original()));
        }
        // A series that starts anew, or goes back, belongs to a section whose heading is lost.
        for (std::size_t k = i + 1; goes_back(items, i) && k < items.size(); ++k) {
            reading_.entries[first + k].doubts.push_back(
                doubt("item.mark-out-of-order", layout_.mark, message, check_original()));
        }
    }

    // A number that sections skip: the heading of one is lost, and its items stand under another's.
    void report_skipped(const std::vector<NarrowBody>& bodies) {
        for (std::size_t b = 1; b < bodies.size(); ++b) {
            const int above = std::atoi(bodies[b - 1].number.c_str());
            const int here = std::atoi(bodies[b].number.c_str());
            if (here == above + 1 && above > 0) continue;
            for (LineEntry& entry : reading_.entries) {
                const bool here_too = above > 0 && entry.section == bodies[b].number;
                if (!here_too && entry.section != bodies[b - 1].number) continue;
                entry.doubts.push_back(
                    doubt("section.skipped", {},
                          tell(fmt::format("見出しの番号が（{}）から（{}）に飛んでいます。間の見出しが落ちたか、場所が"
                                           "変わっています。",
                                           bodies[b - 1].number, bodies[b].number),
                               fmt::format("The sections' numbers go from {} to {}: a heading between is lost or "
                                           "stands elsewhere.",
                                           bodies[b - 1].number, bodies[b].number)),
                          check_original()));
            }
        }
    }

    // Column headings again where no page ends: a section's heading above them is lost.
    void report_repeated_headings(const std::vector<NarrowBody>& bodies) {
        std::size_t entry = 0;
        for (std::size_t b = 0; b < bodies.size(); ++b) {
            const auto& repeated = bodies[b].repeated_headings;
            const auto lost = std::find_if(repeated.begin(), repeated.end(), [&](const auto& heading) {
                return heading.second <= 2 * metrics_.usual_gap + 1;
            });
            for (; entry < reading_.entries.size() && body_of_entry_[entry] == b; ++entry) {
                if (lost == repeated.end() || reading_.entries[entry].row.source.line < lost->first) continue;
                reading_.entries[entry].doubts.push_back(doubt(
                    "section.skipped", {},
                    tell("列の見出しがもう一度ありますが、その上に見出しがありません。見出しが落ちて、別の見出しの"
                         "項目かもしれません。",
                         "The column headings stand again without a section's heading above: it may be lost, and "
                         "the item belong to another section."),
                    check_original()));
            }
        }
    }

    void report_blanks() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const NarrowItem& item = items_[i];
            if (!item.blank_after_name || item.name.empty()) continue;
            RowDoubt blank =
                doubt("item.text-blank", layout_.text,
                      tell(fmt::format("項目「{}」の文の欄は空欄です。", name_of(item)),
                           fmt::format("The item \"{}\" has a blank text.", name_of(item))),
                      tell("もともと空欄か、担当に確かめてください。", "Please ask whether it is meant to be blank."));
            if (has_empty_cell(item, items_)) {
                blank.severity = Severity::note;
                blank.hint.clear();
            }
            reading_.entries[i].doubts.push_back(std::move(blank));
        }
    }

    void report_missing(const std::vector<NarrowItem>& items, std::size_t i, std::size_t first) {
        LineEntry& entry = reading_.entries[first + i];
        const std::string name = name_of(items[i]);
        std::string neighbours;
        for (const std::size_t k : {i - 1, i + 1}) {
            if (k >= items.size()) continue;
            const std::string neighbour = name_of(items[k]);
            neighbours +=
                (neighbours.empty() ? "" : tell("か", " or ")) + tell("「" + neighbour + "」", '"' + neighbour + '"');
            reading_.entries[first + k].doubts.push_back(doubt(
                "item.text-shared", layout_.text,
                tell(fmt::format("隣の項目「{}」に文がなく、空欄の跡（続く空行）もありません。この欄と結合されていて、"
                                 "その分の文がここに入っているかもしれません。",
                                 name),
                     fmt::format("The item \"{}\" beside has no text and no blank line: its cell may have been "
                                 "merged with this one, whose text may be its too.",
                                 name)),
                check_original()));
        }
        entry.doubts.push_back(doubt(
            "item.text-missing", layout_.text,
            tell(fmt::format("項目「{}」の文が見当たらず、空欄の跡（続く空行）もありません。隣の{}と結合された欄に"
                             "書かれているかもしれません。欄は空のままにしました。",
                             name, neighbours),
                 fmt::format(
                     "The item \"{}\" has no text, and none of the blank lines that an empty cell leaves. It may "
                     "stand in a cell merged with {}. The field was left out.",
                     name, neighbours)),
            tell("元の資料で欄の区切りを確かめてください。", "Please check the cells in the original.")));
    }

    // Whether something says that lines were lost or moved, beyond cells that are blank or merged.
    bool damaged() const {
        return std::any_of(reading_.entries.begin(), reading_.entries.end(), [](const LineEntry& entry) {
            return std::any_of(entry.doubts.begin(), entry.doubts.end(), [](const RowDoubt& doubt) {
                return doubt.code != "item.text-blank" && doubt.code != "item.text-shared" &&
                       doubt.code != "item.text-missing";
            });
        });
    }

    const Form& form_;
    const LineLayout& layout_;
    LineReading& reading_;
    NarrowMetrics metrics_;
    std::vector<NarrowItem> items_;
    std::vector<std::size_t> body_of_entry_;
    std::set<std::size_t> broken_;  // entries
};

}  // namespace

LineReading read_narrow_lines(const std::vector<BodyLine>& lines, const TextEnd& end, const Form& form) {
    LineReading reading;
    const NarrowBodies found = find_narrow_bodies(lines, form, reading);
    NarrowReader reader(form, reading);
    reader.read(found.bodies);
    reader.look_at_end(found, end);
    reader.look_at_all();
    return reading;
}

}  // namespace torimatome::parsers
