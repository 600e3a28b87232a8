// What stands on the page: cells with text, spans, formatting and a source position. No meaning yet.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/finding.hpp"
#include "model/source_position.hpp"

namespace torimatome {

/// A stretch of a cell's text in one format. The runs of a cell joined give its text.
struct TextRun {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    std::string color;  ///< "RRGGBB", empty for the automatic colour

    bool plain() const { return !bold && !italic && !underline && color.empty(); }
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// The text of a cell. Immutable and shared, because large workbooks repeat their strings.
struct CellText {
    std::string text;           ///< live text; line breaks as the author made them ("\n")
    std::vector<TextRun> runs;  ///< empty where the whole text is plain
    std::string struck;         ///< text that was struck through (見え消し) and so is not part of `text`

    friend bool operator==(const CellText&, const CellText&) = default;
};

/// Where a cell stands in its input, in the smallest form: a sheet address, a text line, or a box on the table's page.
struct SheetPlace {
    int row = 0;
    int column = 0;
    friend bool operator==(const SheetPlace&, const SheetPlace&) = default;
};
struct LinePlace {
    int line = 0;
    friend bool operator==(const LinePlace&, const LinePlace&) = default;
};
struct PagePlace {
    int page = 0;
    int turned = 0;  ///< as in SourcePosition
    Box box;
    friend bool operator==(const PagePlace&, const PagePlace&) = default;
};
using CellPlace = std::variant<SheetPlace, LinePlace, PagePlace>;

/// One cell of a table. `row` and `column` count within the table, from 1.
struct Cell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    std::shared_ptr<const CellText> content;  ///< null for an empty cell
    CellPlace place;
    bool hidden = false;    ///< stands in a hidden row, column or sheet, or is shown in no visible way
    bool open_top = false;  ///< no rule above it: may go on from the cell above
    bool gap = false;       ///< extracted text: a run of spaces stands within it, as between columns
    /// Carries what a form of ours knows of itself (a row's id, a digest) or repeats a text of ours (a hint): never an
    /// author's text. See model/round.hpp.
    bool form_mark = false;

    const std::string& text() const;
    bool empty() const { return text().empty(); }
};
bool operator==(const Cell& a, const Cell& b);

/// One table, in row-major order of its cells. Only cells with a text or a span are held.
struct Table {
    std::string sheet;  ///< sheet name, for workbooks
    int page = 0;       ///< page, for PDFs
    int rows = 0;
    int columns = 0;
    /// True where columns are certain (workbook grid, ruled PDF); false where cells may be missing (extracted text).
    bool gridded = false;
    /// No rules part its cells of several lines: rows and columns were told by how the texts stand.
    bool unruled = false;
    bool hidden = false;   ///< the whole sheet is hidden
    bool derived = false;  ///< an index or summary that a writer of ours made from other sheets of the same workbook
    std::vector<Cell> cells;

    friend bool operator==(const Table&, const Table&) = default;
};

/// The full position of a cell of `table`.
SourcePosition position_of(const Table& table, const Cell& cell);

/// Text that stands in no table: a title, a note, a page number.
struct LooseText {
    std::string text;
    SourcePosition source;
    /// A space stood behind it at the line's end. Tools that take text from PDFs often leave one where a paragraph
    /// ends, and none where a line is wrapped.
    bool spaced = false;
    int spaced_blanks = 0;  ///< blank lines before it that hold a space: paragraphs without a text

    friend bool operator==(const LooseText&, const LooseText&) = default;
};

/// How extracted text ends, beside how its pages do: where the last page lacks what ends the others, the rest may be
/// cut off.
struct TextEnd {
    int page_breaks = 0;           ///< form feeds with text behind them
    bool with_page_break = false;  ///< a form feed stands behind the last text, too
    int line_ends = 0;             ///< behind the last text; blank lines end some tools' pages
    int spaced_blanks = 0;         ///< blank lines behind the last text, as in LooseText

    friend bool operator==(const TextEnd&, const TextEnd&) = default;
};

/// The input itself.
struct Source {
    std::string file;    ///< file name without folders
    std::string format;  ///< "xlsx", "pdf", "text", "csv" or "json"
    std::string sha256;  ///< of the file's bytes, in lower-case hex
    std::string date;    ///< ISO date that the file carries inside (last saved), empty where it carries none

    friend bool operator==(const Source&, const Source&) = default;
};

/// Everything that a reader found in one input, in reading order.
struct TableSet {
    Source source;
    std::vector<Table> tables;
    std::vector<LooseText> loose;
    Findings findings;
    TextEnd end;             ///< of extracted text
    std::size_t markup = 0;  ///< non-space characters of the input that are no text: tags of extracted text

    friend bool operator==(const TableSet&, const TableSet&) = default;
};

}  // namespace torimatome
