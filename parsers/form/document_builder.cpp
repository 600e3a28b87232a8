#include "parsers/form/document_builder.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "model/round.hpp"
#include "parsers/form/asked_records.hpp"
#include "parsers/form/column_findings.hpp"
#include "parsers/form/data_rows.hpp"
#include "parsers/form/document_draft.hpp"
#include "parsers/form/form_choice.hpp"
#include "parsers/form/input_account.hpp"
#include "parsers/form/line_records.hpp"
#include "parsers/form/marked_columns.hpp"
#include "parsers/form/outside_lines.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/page_state.hpp"
#include "parsers/form/round_form.hpp"
#include "parsers/form/row_doubts.hpp"
#include "parsers/form/row_lines.hpp"
#include "parsers/form/row_reading.hpp"
#include "parsers/form/section_headings.hpp"
#include "parsers/form/sheet_choice.hpp"
#include "parsers/form/table_body.hpp"
#include "parsers/form/unknown_lines.hpp"

namespace torimatome::parsers {

namespace {

PageRules rules_of(const TableSet& tables) {
    const bool lack =
        std::any_of(tables.tables.begin(), tables.tables.end(), [](const Table& table) { return table.unruled; });
    return lack ? PageRules::some_lack : PageRules::all_ruled;
}

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
          draft_(form_, mappings) {}

    BuiltDocument build() {
        Document& document = draft_.document;
        document.form = form_.id;
        document.source = tables_.source;
        document.findings = tables_.findings;
        document.year = year_of(choice_.headers);
        left_out_ = sheets_left_out(tables_, rows_, choice_, document.year, document.findings);
        draft_.ledger = open_account(tables_, rows_, left_out_);
        if (choice_.headers.empty()) {
            read_line_records(rows_, tables_.end, left_out_, mappings_, draft_);
        } else {
            for (std::size_t i = 0; i < rows_.size(); ++i) i += read(i);
        }
        settle_unknown_lines(draft_);
        if (tables_.source.format == "pdf" && !asked_) report_page_doubts(form_, rules_of(tables_), document);
        if (draft_.places.size() == document.records.size()) {
            report_row_doubts(form_, draft_.places, document);
            report_lost_end(page_.announced, document);
        }
        if (asked_) match_asked_records(*asked_, form_, document);
        return {std::move(document), draft_.ledger};
    }

  private:
    // Reads the row at `i` and gives how many rows after it were read with it.
    std::size_t read(std::size_t i) {
        const StreamRow& row = rows_[i];
        if (is_left_out(row, left_out_)) return 0;
        enter_table(row);
        if (const auto found = choice_.headers.find(i); found != choice_.headers.end()) {
            enter_body(found->second, i);
            const auto height = static_cast<std::size_t>(found->second.rows);
            for (std::size_t at = i; at < i + height; ++at) draft_.ledger.headings += characters_of(rows_[at]);
            return height - 1;
        }
        if (is_data(row)) {
            read_data(row);
        } else {
            const bool in_body = body_.header != nullptr;
            for (const LooseText& line : lines_of(row)) read_outside_line(line, lines_, in_body, page_, draft_);
        }
        return 0;
    }

    bool is_data(const StreamRow& row) const {
        return body_.header && row.table &&
               is_data_row(row, {*body_.header, lines_, draft_.document.title, page_.outside});
    }

    // A new sheet starts outside any body; tables of extracted text go on where the page broke.
    void enter_table(const StreamRow& row) {
        const bool after_loose = std::exchange(page_.after_loose, row.loose != nullptr);
        if (!row.table || !row.table->gridded) return;
        if (row.table == body_.table) {
            // A page's head stands between two rows of a table that runs on over pages.
            if (body_.header && after_loose) leave_head(page_);
            return;
        }
        if (body_.table && body_.table->sheet != row.table->sheet) draft_.assembly.start_sheet();
        body_.table = row.table;
        body_.header = nullptr;
        // On a page, a section's heading may stand above its box.
        page_.in_box = page_.in_box && row.table->page > 0;
        page_.outside = false;
        page_.section_seen_on_sheet = false;
    }

    void enter_body(const Header& found, std::size_t at) {
        const Table& table = *rows_[at].table;
        enter_page(true, form_, page_);
        leave_head(page_);
        const Header& header = laid_by_marks(found, table);
        start_body(header, at, rows_, choice_.headers, body_);
        announce_rows(position_of(rows_[at]), page_);
        if (table.gridded && !page_.section_seen_on_sheet)
            start_section_of_sheet(lines_.section_of_sheet(table.sheet), page_, draft_);
        report_columns(header, form_, asked_, reported_, draft_.document.findings);
    }

    const Header& laid_by_marks(const Header& found, const Table& table) {
        if (!asked_ || !table.gridded) return found;
        return marked_headers_.emplace_back(lay_by_marks(found, table, form_, draft_.document.findings));
    }

    void read_data(const StreamRow& row) {
        const bool below_data = follows_data(row, body_);
        if (page_.outside && !row.table->gridded) enter_page(false, form_, page_);
        ReadRow read = read_fields(row);
        const bool nothing = std::all_of(read.row.fields.begin(), read.row.fields.end(),
                                         [](const RawField& raw) { return raw.text.empty() || raw.spans; });
        if (nothing) {
            for (LooseText& text : read.unplaced) add_unplaced(std::move(text), draft_);
            return;
        }
        add_group(page_.group, form_, read.row);
        // In a form of ours each measure has one row, whatever the borders of inserted rows look like.
        if (!asked_ && below_data && continues_row_above(row, *body_.header)) {
            join_record_above(read.row, draft_);
        } else {
            add_record_of(row, read);
        }
        for (LooseText& text : read.unplaced) add_unplaced_of_row(std::move(text), draft_);
    }

    ReadRow read_fields(const StreamRow& row) {
        const AffinityContext context{&form_, &mappings_.organisations, draft_.document.year};
        ReadRow read = row.table->gridded ? read_gridded_row(row, *body_.header, body_.merged_columns)
                                          : read_loose_row(row, *body_.header, body_.style, context);
        read.row.complete = row.mark != nullptr;
        return read;
    }

    void add_record_of(const StreamRow& row, ReadRow& read) {
        leave_head(page_);
        page_.announced = {};
        page_.last_line = read.row.source.line;
        Record& record = add_record(std::move(read.row), read.doubts, draft_);
        if (row.mark) record.asked = row.mark->text();
        if (row.table->gridded) return;
        page_.place.style = read.style;
        page_.place.cells = body_.style_columns;
        draft_.places.push_back(page_.place);
        if (holds_next_heading(record, lines_)) page_.place.below_heading_text = true;
    }

    const TableSet& tables_;
    const std::optional<RoundForm>& asked_;
    std::vector<StreamRow> rows_;
    FormChoice choice_;
    const Mappings& mappings_;
    const Form& form_;
    PageLines lines_;
    LeftOutTables left_out_;

    DocumentDraft draft_;
    TableBody body_;
    PageState page_;
    std::deque<Header> marked_headers_;  // of our own forms, laid by their marks
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
