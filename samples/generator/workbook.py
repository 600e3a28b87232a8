"""Saving workbooks so that the same texts give the same bytes, and what openpyxl 3.0 cannot write itself."""

import datetime
import html
import io
import re
import unicodedata
import zipfile
from pathlib import Path

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from generator.records import runs

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LINE_HEIGHT = 1.45  # of the font size: what Excel gives a line of ＭＳ 明朝


def font(size=10, name="ＭＳ 明朝", **more):
    return Font(name=name, size=size, **more)


def put(sheet, row, column, text, *, style=None, align=TOP_LEFT, border=BOX, fill=None, to=None):
    """Writes a cell; `to` = (row, column) merges up to there and draws the border of the whole range."""
    last_row, last_column = to or (row, column)
    for r in range(row, last_row + 1):
        for c in range(column, last_column + 1):
            cell = sheet.cell(r, c)
            if border:
                cell.border = border
            if fill:
                cell.fill = fill
    cell = sheet.cell(row, column)
    cell.value = text or None
    if text:
        cell.data_type = "s"
    cell.font = style or font()
    cell.alignment = align
    if (last_row, last_column) != (row, column):
        sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)
    return cell


def lines_needed(text, width):
    """Lines that `text` takes in a column `width` half-width characters wide, with one character to spare."""
    room = max(2, int(width) - 2)
    shown = re.sub(r"<[^>]*>", "", text or "")
    return sum(max(1, -(-sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line) // room))
               for line in shown.split("\n"))


def fit_heights(sheet, size=10):
    """Sets each row as high as its texts need; what a merged cell needs more goes to its last row."""
    line = size * LINE_HEIGHT
    widths = {c: sheet.column_dimensions[get_column_letter(c)].width for c in range(1, sheet.max_column + 1)}
    spans = {(m.min_row, m.min_col): m for m in sheet.merged_cells.ranges}
    heights = {}
    tall = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None or not cell.alignment.wrap_text:
                continue
            span = spans.get((cell.row, cell.column))
            last_row, last_column = (span.max_row, span.max_col) if span else (cell.row, cell.column)
            width = sum(widths[c] for c in range(cell.column, last_column + 1))
            need = line * lines_needed(str(cell.value), width * 10 / size) + 6
            if last_row == cell.row:
                heights[cell.row] = max(heights.get(cell.row, line + 6), need)
            else:
                tall.append((cell.row, last_row, need))
    for first, last, need in tall:
        have = sum(heights.get(r, line + 6) for r in range(first, last + 1))
        if have < need:
            heights[last] = heights.get(last, line + 6) + need - have
    for row, height in heights.items():
        sheet.row_dimensions[row].height = round(min(height, 409), 1)


def a3_landscape(sheet, title_rows=None):
    sheet.page_setup.paperSize = 8
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.oddFooter.center.text = "&P"
    if title_rows:
        sheet.print_title_rows = title_rows


def save(book, path: Path, saved: datetime.datetime, creator: str, inline=False, change=None):
    """Saves `book` with `saved` as every date that the file carries; mark-up in texts becomes formatting.

    Texts go into a table of shared strings as Excel writes them, or stay in their cells where `inline` is set.
    `change` may add to the parts ({name: xml}) what openpyxl cannot write.
    """
    book.properties.creator = book.properties.lastModifiedBy = creator
    book.properties.created = saved
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as written:
        parts = {name: written.read(name).decode("utf-8") for name in written.namelist()}
    stamp = saved.strftime("%Y-%m-%dT%H:%M:%SZ")
    parts["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>" + stamp, parts["docProps/core.xml"])
    if change:
        change(parts)
    if inline:
        _format_inline_strings(parts)
    else:
        _share_strings(parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as out:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part != "_rels/.rels", part)):
            entry = zipfile.ZipInfo(name, saved.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, parts[name].encode("utf-8"))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
INLINE = re.compile(r'(<c [^>]*)t="inlineStr"([^>]*)><is><t[^>]*>(.*?)</t></is></c>', re.S)


def _sheets(parts):
    return sorted(name for name in parts if name.startswith("xl/worksheets/sheet"))


def _format_inline_strings(parts):
    for name in _sheets(parts):
        parts[name] = INLINE.sub(
            lambda m: f'{m[1]}t="inlineStr"{m[2]}><is>{_string(html.unescape(m[3]))}</is></c>', parts[name])


def _share_strings(parts):
    """Moves the texts of the cells, which openpyxl writes inline, to xl/sharedStrings.xml."""
    table, count = {}, 0

    def share(match):
        nonlocal count
        count += 1
        number = table.setdefault(html.unescape(match[3]), len(table))
        return f'{match[1]}t="s"{match[2]}><v>{number}</v></c>'

    for name in _sheets(parts):
        parts[name] = INLINE.sub(share, parts[name])
    parts["xl/sharedStrings.xml"] = (f'<sst xmlns="{MAIN}" count="{count}" uniqueCount="{len(table)}">'
                                     + "".join(f"<si>{_string(text)}</si>" for text in table) + "</sst>")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{CONTENT}"/></Types>')
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Type="{RELATION}" Target="sharedStrings.xml" Id="rId99"/></Relationships>')


RUN_FORMAT = {"u": "<u/>", "s": "<strike/>"}


def _string(text):
    """The content of <si> or <is>: plain, or rich text where the text carries mark-up (<u>, <s>, <ruby>)."""
    pieces = runs(text)
    if any(kind for _, kind in pieces):
        return _rich_text(pieces)
    return f'<t xml:space="preserve">{html.escape(text, quote=False)}</t>'


def _rich_text(pieces):
    out, phonetic, place = "", "", 0
    for text, kind in pieces:
        size = '<sz val="10"/><rFont val="ＭＳ 明朝"/><family val="1"/><charset val="128"/>'
        out += (f"<r><rPr>{RUN_FORMAT.get(kind, '')}{size}</rPr>"
                f'<t xml:space="preserve">{html.escape(text, quote=False)}</t></r>')
        if kind.startswith("ruby:"):
            phonetic += f'<rPh sb="{place}" eb="{place + len(text)}"><t>{html.escape(kind[5:], quote=False)}</t></rPh>'
        place += len(text)
    return out + phonetic + ('<phoneticPr fontId="0"/>' if phonetic else "")
