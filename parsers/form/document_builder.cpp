#include "parsers/form/document_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "model/language.hpp"
#include "model/round.hpp"
#include "parsers/form/asked_records.hpp"
#include "parsers/form/column_findings.hpp"
#include "parsers/form/form_choice.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/marked_columns.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/record_assembly.hpp"
#include "parsers/form/reprint_mark.hpp"
#include "parsers/form/round_form.hpp"
#include "parsers/form/row_doubts.hpp"
#include "parsers/form/row_lines.hpp"
#include "parsers/form/row_reading.hpp"
#include "parsers/form/sheet_choice.hpp"
#include "parsers/form/title_choice.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/similarity.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

// Reads the rows of an input one after another. Outside a table's body, lines are told by what they say; a header
// starts a body, and a title, section heading or the like ends it.
class Builder {
  public:
    Builder(const TableSet& tables, const std::optional<RoundForm>& asked, const Mappings& mappings,
            const BuildOptions& options)
        : tables_(tables),
          asked_(asked),
          rows_(stream_rows(tables, options.hidden)),
          choice_(choose_form(rows_, mappings, options.form)),
          mappings_(mappings),
          form_(*choice_.form),
          lines_(form_),
          assembly_(form_, mappings) {
        context_.form = &form_;
        context_.organisations = &mappings.organisations;
    }

    BuiltDocument build() {
        document_.form = form_.id;
        document_.source = tables_.source;
        document_.findings = tables_.findings;
        document_.year = year_of(choice_.headers);
        context_.year = document_.year;
        left_out_ = sheets_left_out(tables_, rows_, choice_, document_.year, document_.findings);
        count_input();
        if (choice_.headers.empty()) {
            read_plain_lines();
        } else {
            for (std::size_t i = 0; i < rows_.size(); ++i) i += read(i);
        }
        choose_title();
        if (places_.size() == document_.records.size()) report_row_doubts(form_, places_, document_);
        if (asked_) match_asked_records(*asked_, form_, document_);
        return {std::move(document_), ledger_};
    }

  private:
    // Counts what there is to read, apart from the reading itself.
    void count_input() {
        std::size_t all = 0;
        for (const LooseText& loose : tables_.loose) all += text::count_non_space(loose.text);
        for (const Table& table : tables_.tables) {
            for (const Cell& cell : table.cells) all += text::count_non_space(cell.text());
        }
        for (const StreamRow& row : rows_) {
            if (is_left_out(row)) continue;
            if (row.loose) ledger_.total += text::count_non_space(row.loose->text);
            for (const RowCell& cell : row.cells) {
                if (cell.own) ledger_.total += text::count_non_space(cell.cell->text());
            }
        }
        ledger_.left_out = all - ledger_.total + tables_.markup;
    }

    bool is_left_out(const StreamRow& row) const { return row.table && left_out_.contains(row.table_index); }

    // Reads an input in which no table row shows the form's header: its lines alone say what they are.
    void read_plain_lines() {
        const std::vector<BodyLine> lines = body_lines(rows_);
        LineReading reading = form_.lines.kind == LineLayout::Kind::torn ? read_torn_lines(lines, form_, mappings_)
                                                                         : read_narrow_lines(lines, form_);
        document_.title = std::move(reading.title);
        document_.label = std::move(reading.label);
        document_.year = context_.year = reading.year;
        document_.sections = std::move(reading.sections);
        ledger_.headings += reading.headings;
        ledger_.furniture += reading.furniture;
        for (LineEntry& entry : reading.entries) add_entry(std::move(entry));
        for (LooseText& text : reading.unplaced) add_unplaced(std::move(text), false);
        for (const StreamRow& row : rows_) {
            if (row.loose || is_left_out(row)) continue;
            for (const RowCell& cell : row.cells) {
                if (!cell.own || cell.cell->empty()) continue;
                add_unplaced({cell.cell->text(), position_of(*row.table, *cell.cell)}, false);
            }
        }
    }

    void add_entry(LineEntry entry) {
        for (const RawField& raw : entry.row.fields) {
            if (!raw.spans && !raw.of_heading) ledger_.records += text::count_non_space(raw.text);
        }
        const SourcePosition source = entry.row.source;
        assembly_.start_section(entry.section);
        document_.records.push_back(assembly_.add(std::move(entry.row), document_.findings));
        ReadRow read;
        read.doubts = std::move(entry.doubts);
        report_doubts(read, document_.records.back(), source);
    }

    // Reads the row at `i` and gives how many rows after it were read with it.
    std::size_t read(std::size_t i) {
        const StreamRow& row = rows_[i];
        if (is_left_out(row)) return 0;
        enter_table(row);
        if (const auto found = choice_.headers.find(i); found != choice_.headers.end()) {
            enter_body(found->second, row, i);
            count_headings(i, found->second.rows);
            return static_cast<std::size_t>(found->second.rows) - 1;
        }
        if (header_ && row.table && is_data(row)) {
            read_data(row);
        } else {
            read_outside(row);
        }
        return 0;
    }

    void count_headings(std::size_t first, int rows) {
        for (std::size_t i = first; i < first + static_cast<std::size_t>(rows); ++i) {
            for (const RowCell& cell : rows_[i].cells) {
                if (cell.own) ledger_.headings += text::count_non_space(cell.cell->text());
            }
        }
    }

    // A new sheet starts outside any body; tables of extracted text go on where the page broke.
    void enter_table(const StreamRow& row) {
        const bool after_loose = std::exchange(after_loose_, row.loose != nullptr);
        if (!row.table || !row.table->gridded) return;
        if (row.table == table_) {
            // A page's head stands between two rows of a table that runs on over pages.
            if (header_ && after_loose) in_box_ = outside_ = false;
            return;
        }
        if (table_ && table_->sheet != row.table->sheet) assembly_.start_sheet();
        table_ = row.table;
        header_ = nullptr;
        in_box_ = in_box_ && row.table->page > 0;  // on a page, a section's heading may stand above its box
        outside_ = false;
        section_seen_on_sheet_ = false;
    }

    void enter_body(const Header& found, const StreamRow& row, std::size_t at) {
        enter_page(true);
        const bool marked = asked_ && row.table->gridded;
        const Header& header =
            marked ? marked_headers_.emplace_back(lay_by_marks(found, *row.table, form_, document_.findings)) : found;
        header_ = &header;
        in_box_ = outside_ = false;
        if (header.cells > 0 && style_columns_ != header.cells) style_.clear();
        style_columns_ = header.cells;
        if (row.table->gridded) {
            const BodyRows body = body_below(header, at);
            merged_columns_ = columns_with_merges(*row.table, body);
            ruled_ = has_rules_between_rows(*row.table, bodies_of(*row.table));
            last_data_row_ = 0;
            if (!section_seen_on_sheet_) start_section_of_sheet(row.table->sheet);
        }
        report_columns(header, form_, asked_, reported_, document_.findings);
    }

    // What the page's head, which ends here, says of the rows to come.
    void enter_page(bool headed) {
        ++place_.page;
        place_.headed = headed;
        place_.section_headed = !outside_ || section_in_head_ || form_.section.item_style.empty();
        place_.section_differs = std::exchange(section_differs_, false);
        section_in_head_ = false;
    }

    // From below the header at stream row `at` to the next one of the same table.
    BodyRows body_below(const Header& header, std::size_t at) const {
        const StreamRow& row = rows_[at];
        BodyRows body{row.row + header.rows, row.table->rows};
        const auto next = choice_.headers.upper_bound(at);
        if (next != choice_.headers.end() && rows_[next->first].table == row.table)
            body.last = rows_[next->first].row - 1;
        return body;
    }

    std::vector<BodyRows> bodies_of(const Table& table) const {
        std::vector<BodyRows> bodies;
        for (const auto& [at, header] : choice_.headers) {
            if (rows_[at].table == &table) bodies.push_back(body_below(header, at));
        }
        return bodies;
    }

    void start_section_of_sheet(const std::string& sheet) {
        const std::string number = lines_.section_of_sheet(sheet);
        if (number.empty()) {
            assembly_.start_section(section_ ? document_.sections[*section_].number : std::string());
            return;
        }
        PageLine line;
        line.kind = LineKind::section;
        line.number = number;
        start_section(line, {});
        in_box_ = outside_ = false;
    }

    // Whether a row of a body is a row of data, not a heading, a note or a page's furniture.
    bool is_data(const StreamRow& row) const {
        std::vector<const Cell*> own;
        for (const RowCell& cell : row.cells) {
            if (cell.own && !cell.cell->empty()) own.push_back(cell.cell);
        }
        if (own.empty()) return false;
        if (row.table->gridded && own.size() == 1 && spans_columns(*own.front())) return false;
        if (own.size() > 2) return true;
        const bool at_left = own.front()->column <= header_->columns.front().last;
        const bool full = own.size() >= header_->columns.size() && !is_number_or_mark(own.front()->text());
        if (full && !outside_) return true;
        // A row with all its tabs, of which two cells are filled in: 「6/24」 there is a date, not a page's number.
        const bool whole = !row.table->gridded && header_->cells > 2 &&
                           static_cast<int>(row.cells.size()) == header_->cells && own.size() == 2;
        if (whole && !outside_ && !is_number_or_mark(own.front()->text())) return true;
        if (outside_ || (at_left && is_note(own.front()->text()))) return false;
        const std::vector<LooseText> lines = lines_of(row);
        return std::none_of(lines.begin(), lines.end(),
                            [&](const LooseText& line) { return is_page_line(line.text, at_left); });
    }

    // Whether a line of a row with little text is no data. Headings are no sentences, and a section's stands at the
    // left: 「3 か所で実施した。」 alone in its row is a result.
    bool is_page_line(const std::string& line, bool at_left) const {
        const LineKind kind = lines_.classify(line, false, document_.title).kind;
        const bool heading = kind == LineKind::title || kind == LineKind::section || kind == LineKind::lead;
        if (heading && text::trim(line).ends_with("。")) return false;
        return kind != LineKind::unknown && (kind != LineKind::section || at_left);
    }

    static bool is_note(const std::string& text) {
        return text.starts_with("※") || text.starts_with("（注") || text.starts_with("注）") || text.starts_with("(注");
    }

    bool spans_columns(const Cell& cell) const {
        const int last = cell.column + cell.column_span - 1;
        const auto covered = std::count_if(header_->columns.begin(), header_->columns.end(), [&](const auto& column) {
            return column.first >= cell.column && column.first <= last;
        });
        return covered > 1;
    }

    void read_data(const StreamRow& row) {
        const bool below_data = row.table->gridded && ruled_ && last_data_row_ == row.row - 1 && last_data_row_ > 0;
        last_data_row_ = row.row;
        if (outside_ && !row.table->gridded) enter_page(false);
        ReadRow read = row.table->gridded ? read_gridded_row(row, *header_, merged_columns_)
                                          : read_loose_row(row, *header_, style_, context_);
        read.row.complete = row.mark != nullptr;
        const bool nothing = std::all_of(read.row.fields.begin(), read.row.fields.end(),
                                         [](const RawField& raw) { return raw.text.empty() || raw.spans; });
        if (!nothing) add_group(read.row);
        // In a form of ours each measure has one row, whatever the borders of inserted rows look like.
        if (!nothing && !asked_ && below_data && continues_row_above(row, *header_)) {
            continue_record(read);
        } else if (!nothing) {
            in_box_ = outside_ = false;
            for (const RawField& raw : read.row.fields) {
                if (!raw.spans && !raw.of_heading) ledger_.records += text::count_non_space(raw.text);
            }
            const SourcePosition source = read.row.source;
            document_.records.push_back(assembly_.add(std::move(read.row), document_.findings));
            if (!row.table->gridded) {
                place_.style = read.style;
                place_.cells = style_columns_;
                places_.push_back(place_);
            }
            last_line_ = source.line;
            if (row.mark) document_.records.back().asked = row.mark->text();
            report_doubts(read, document_.records.back(), source);
        }
        for (LooseText& text : read.unplaced) add_unplaced(std::move(text), !nothing);
    }

    // The heading below a section's stands for every row under it, where the table has no column for it.
    void add_group(RawRow& row) const {
        if (group_.empty()) return;
        RawField group;
        group.spec = form_.find_field(form_.group_field);
        group.id = form_.group_field;
        group.text = group_;
        group.of_heading = true;
        const auto known = std::find_if(row.fields.begin(), row.fields.end(),
                                        [&](const RawField& raw) { return raw.id == form_.group_field; });
        if (known == row.fields.end()) {
            row.fields.push_back(std::move(group));
        } else if (known->text.empty()) {
            *known = std::move(group);
        }
    }

    // Whether an unknown line is the heading of a group: it stands below a section's heading, or spans the table.
    bool is_group_heading(const std::string& line) const {
        constexpr int kWidestGroup = 60;  // half-width characters
        return !form_.group_field.empty() && (below_section_ || header_) && !line.ends_with("。") && !is_note(line) &&
               !text::starts_with_bullet(line) && text::display_width(line) <= kWidestGroup;
    }

    void continue_record(const ReadRow& read) {
        for (const RawField& raw : read.row.fields) {
            if (!raw.spans && !raw.of_heading) ledger_.records += text::count_non_space(raw.text);
        }
        Record& record = document_.records.back();
        assembly_.continue_record(read.row, record);
        Finding finding;
        finding.code = "row.joined";
        finding.severity = Severity::note;
        finding.record = record.id;
        finding.source = read.row.source;
        finding.message = tell("罫線のない次の行を、上の行の続きとして読みました。",
                               "The next row, which no rule separates, was read as part of the row above.");
        document_.findings.push_back(std::move(finding));
    }

    void report_doubts(const ReadRow& read, const Record& record, const SourcePosition& source) {
        for (const RowDoubt& doubt : read.doubts) {
            Finding finding;
            finding.code = doubt.code;
            finding.record = record.id;
            finding.field = doubt.field;
            finding.message = doubt.message;
            finding.hint = doubt.hint;
            finding.source = source;
            document_.findings.push_back(std::move(finding));
        }
    }

    // Text of a row that has no column is doubtful; text between tables is not.
    void add_unplaced(LooseText text, bool of_record) {
        if (of_record) report_unplaced(text, document_.records.back());
        ledger_.unplaced += text::count_non_space(text.text);
        document_.unplaced.push_back(std::move(text));
    }

    // A piece of a row may be of the row above it or of the one below.
    void report_among_rows(const LooseText& line, std::size_t below) {
        if (places_.size() != document_.records.size()) return;
        if (below > 0) report_unplaced(line, document_.records[below - 1]);
        const bool touches = below < places_.size() && document_.records[below].source.line == line.source.line + 1;
        if (touches) report_unplaced(line, document_.records[below]);
    }

    void report_unplaced(const LooseText& text, const Record& record) {
        Finding finding;
        finding.code = "row.text-unplaced";
        finding.record = record.id;
        finding.source = text.source;
        finding.message = tell(fmt::format("「{}」は、どの欄のものか決められませんでした。", text.text),
                               fmt::format("\"{}\" could not be placed in any field.", text.text));
        finding.hint = tell("元の資料で欄を確かめてください。", "Please check the column in the original.");
        document_.findings.push_back(std::move(finding));
    }

    void read_outside(const StreamRow& row) {
        for (const LooseText& line : lines_of(row)) read_line(line);
    }

    // A number alone on a page of a PDF, outside its tables, is the page's.
    static bool is_page_number(const LooseText& line) {
        return line.source.page > 0 && !line.text.empty() &&
               line.text.find_first_not_of("0123456789-/ ") == std::string::npos;
    }

    void read_line(const LooseText& line) {
        PageLine read = lines_.classify(line.text, in_box_, document_.title);
        if (read.kind == LineKind::unknown && is_page_number(line)) read.kind = LineKind::furniture;
        if (read.kind == LineKind::unknown && is_group_heading(line.text)) {
            group_ = line.text;
            ledger_.headings += text::count_non_space(line.text);
            return;
        }
        below_section_ = read.kind == LineKind::section || (below_section_ && read.kind == LineKind::lead);
        if (read.kind != LineKind::unknown && read.kind != LineKind::furniture) outside_ = true;
        count_line(read.kind, line.text);
        const int above = std::exchange(last_line_, line.source.line);
        switch (read.kind) {
            case LineKind::title:
                in_box_ = false;
                if (document_.title.empty()) document_.title = line.text;
                report_difference("title.repeat-differs", document_.title, line.text, line.source);
                if (!document_.year) document_.year = context_.year = read.year;
                break;
            case LineKind::label:
                take_label(line.text);
                report_difference("label.repeat-differs", document_.label, line.text, line.source);
                break;
            case LineKind::section: start_section(read, line.source); break;
            case LineKind::item: add_item(read); break;
            case LineKind::lead:
            case LineKind::legend:
            case LineKind::furniture: break;
            case LineKind::unknown: {
                const bool among_rows = is_among_rows(line, above);
                if (among_rows && take_reprint_mark(line)) break;
                unknown_lines_.push_back({line, among_rows, places_.size()});
                break;
            }
        }
    }

    // 「【再掲】」 alone below a row is of one of its texts: of the last one, if nothing speaks for another.
    bool take_reprint_mark(const LooseText& line) {
        if (document_.records.empty() || !is_reprint_mark(line.text, form_)) return false;
        Record& record = document_.records.back();
        const auto last = std::find_if(record.fields.rbegin(), record.fields.rend(), [&](const auto& field) {
            const FieldSpec* spec = form_.find_field(field.first);
            return spec && spec->kind == FieldKind::prose && !field.second.inherited;
        });
        if (record.source.line + 1 != line.source.line || last == record.fields.rend()) return false;
        RawRow rest;
        rest.fields.push_back({form_.find_field(last->first), last->first, line.text});
        Finding finding;
        finding.code = "row.ambiguous";
        finding.record = record.id;
        finding.field = last->first;
        finding.source = line.source;
        finding.message =
            tell(fmt::format("行の下の「{}」を、行の最後の文のものとして読みましたが、ほかの欄のものかもしれません。",
                             line.text),
                 fmt::format("\"{}\" below the row was taken for its last text's but may be another's.", line.text));
        finding.hint = tell("元の資料で欄を確かめてください。", "Please check the column in the original.");
        assembly_.continue_record(rest, record);
        ledger_.records += text::count_non_space(line.text);
        document_.findings.push_back(std::move(finding));
        return true;
    }

    // Whether a line without a place stands among the rows of a body, directly below one of them or its headings.
    bool is_among_rows(const LooseText& line, int above) const {
        return header_ && !outside_ && !is_note(line.text) && line.source.line == above + 1;
    }

    // Unknown lines are counted when it is known whether one of them is the title.
    void count_line(LineKind kind, const std::string& line) {
        const std::size_t count = text::count_non_space(line);
        const bool heading =
            kind == LineKind::section || kind == LineKind::item || kind == LineKind::title || kind == LineKind::label;
        if (kind != LineKind::unknown) (heading ? ledger_.headings : ledger_.furniture) += count;
    }

    // Extracted text tears the label apart on some pages (「資料 1」): the closest of its forms is what was printed.
    void take_label(const std::string& label) {
        const bool closer =
            label.size() < document_.label.size() && text::compare_key(label) == text::compare_key(document_.label);
        if (document_.label.empty() || closer) document_.label = label;
    }

    // A section's heading, new or printed again on a further page.
    void start_section(const PageLine& line, const SourcePosition& source) {
        group_.clear();
        // A form whose sections have no box of items heads them by a row within the table.
        in_box_ = outside_ = !form_.section.item_style.empty();
        section_seen_on_sheet_ = section_in_head_ = true;
        auto& sections = document_.sections;
        const auto known = std::find_if(sections.begin(), sections.end(),
                                        [&](const Section& section) { return section.number == line.number; });
        section_ = static_cast<std::size_t>(known - sections.begin());
        if (known == sections.end()) {
            sections.push_back({line.number, line.title, {}});
        } else if (known->title.empty()) {
            known->title = line.title;
        } else if (!line.title.empty()) {
            report_difference("section.repeat-differs", known->title, line.title, source);
            section_differs_ = section_differs_ || are_other_words(known->title, line.title);
        }
        assembly_.start_section(line.number);
    }

    void add_item(const PageLine& line) {
        if (!section_) return;
        auto& items = document_.sections[*section_].items;
        const auto known = std::find_if(items.begin(), items.end(), [&](const SectionItem& item) {
            return text::compare_key(item.mark) == text::compare_key(line.mark);
        });
        if (known == items.end()) {
            items.push_back({line.mark, line.title});
        } else {
            report_difference("section.repeat-differs", known->title, line.title, {});
            section_differs_ = section_differs_ || are_other_words(known->title, line.title);
        }
    }

    // More than a misread character or two.
    static bool are_other_words(const std::string& first, const std::string& again) {
        constexpr double kSame = 0.5;  // Dice
        return text::bigram_dice(text::compare_key(first), text::compare_key(again)) < kSame;
    }

    // A heading printed again with other words: one of the two is misread or mistyped.
    void report_difference(const char* code, const std::string& first, const std::string& again,
                           const SourcePosition& source) {
        if (text::compare_key(first) == text::compare_key(again)) return;
        Finding finding;
        finding.code = code;
        finding.severity = Severity::note;
        finding.source = source;
        finding.message =
            tell(fmt::format("見出し「{}」が、別の頁では「{}」です。はじめのほうを採りました。", first, again),
                 fmt::format("The heading \"{}\" is \"{}\" on another page; the first one was taken.", first, again));
        document_.findings.push_back(std::move(finding));
    }

    // Where no line was like the form's title, the first unknown line that stands before the records and is long
    // enough to be one is the title. The other unknown lines are unplaced.
    void choose_title() {
        for (auto& [line, among_rows, below] : unknown_lines_) {
            const bool title = document_.title.empty() && !title_chosen_ && may_be_title(line, document_.records);
            if (title) {
                document_.title = line.text;
                title_chosen_ = true;
                ledger_.headings += text::count_non_space(line.text);
            } else if (text::compare_key(line.text) == text::compare_key(document_.title)) {
                ledger_.furniture += text::count_non_space(line.text);
            } else {
                if (among_rows) report_among_rows(line, below);
                add_unplaced(std::move(line), false);
            }
        }
    }

    const TableSet& tables_;
    const std::optional<RoundForm>& asked_;
    std::vector<StreamRow> rows_;
    FormChoice choice_;
    const Mappings& mappings_;
    const Form& form_;
    PageLines lines_;
    RecordAssembly assembly_;
    AffinityContext context_;
    Document document_;
    Ledger ledger_;

    const Table* table_ = nullptr;
    const Header* header_ = nullptr;
    std::deque<Header> marked_headers_;  // of our own forms, laid by their marks
    bool in_box_ = false;                // a section's items may follow
    bool outside_ = false;               // a page's head has begun and its header has not come yet
    bool after_loose_ = false;           // the row before was a loose line
    bool section_seen_on_sheet_ = false;
    std::string group_;           // heading of the rows to come, below their section's
    bool below_section_ = false;  // the line above is a section's heading
    std::optional<std::size_t> section_;
    CellStyle style_;
    int style_columns_ = 0;
    std::vector<bool> merged_columns_;
    bool ruled_ = false;     // the body has rules between its rows
    int last_data_row_ = 0;  // row of the table that was read last as data; 0 before the first
    std::set<std::size_t> left_out_;
    struct UnknownLine {
        LooseText line;
        bool among_rows = false;
        std::size_t below = 0;  // index of the record that came next
    };
    std::vector<UnknownLine> unknown_lines_;
    std::vector<RowPlace> places_;  // of the records from tab rows
    RowPlace place_;
    bool section_in_head_ = false;  // a section's heading has come since the last header
    bool section_differs_ = false;  // and its head contradicts an earlier page
    int last_line_ = 0;             // of the row or line read last within a body
    bool title_chosen_ = false;
    ReportedColumns reported_;
};

}  // namespace

Document build_document(const TableSet& tables, const Mappings& mappings, const BuildOptions& options) {
    return build_document_with_ledger(tables, mappings, options).document;
}

BuiltDocument build_document_with_ledger(const TableSet& tables, const Mappings& mappings,
                                         const BuildOptions& options) {
    const std::optional<RoundForm> asked = read_round_form(tables);
    if (!asked) return Builder(tables, asked, mappings, options).build();
    TableSet flagged = tables;
    flag_own_texts(*asked, flagged);
    show_hidden_answers(flagged);
    return Builder(flagged, asked, mappings, options).build();
}

}  // namespace torimatome::parsers
