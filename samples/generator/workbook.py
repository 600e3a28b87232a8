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
            if cell.value is None:
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


def save(book, path: Path, saved: datetime.datetime, creator: str):
    """Saves `book` with `saved` as every date that the file carries; mark-up in texts becomes formatting."""
    book.properties.creator = book.properties.lastModifiedBy = creator
    book.properties.created = saved
    buffer = io.BytesIO()
    book.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                stamp = saved.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            elif name == "xl/sharedStrings.xml":
                data = _format_strings(data.decode("utf-8")).encode("utf-8")
            entry = zipfile.ZipInfo(name, saved.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data)


RUN_FORMAT = {"u": "<u/>", "s": "<strike/>"}


def _format_strings(xml):
    """Shared strings whose text carries mark-up (<u>, <s>, <ruby>) as rich text with phonetic runs."""
    def change(match):
        text = html.unescape(match.group(1))
        if not re.search(r"<(u|s|ruby)>", text):
            return match.group(0)
        return "<si>" + _rich_text(runs(text)) + "</si>"

    return re.sub(r"<si><t[^>]*>(.*?)</t></si>", change, xml, flags=re.S)


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
