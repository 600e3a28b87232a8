"""What people do to a form before they send it in: the changes that a submission lists under "changes"."""

import datetime
import html

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator import workbook as wb

DITTO = ("〃", "同上")
ERA_DATE = '[$-411]ggge"年"m"月"d"日"'


def apply_changes(book, submission, places):
    """Makes the changes; returns a function for `workbook.save` that makes those which openpyxl cannot write."""
    late = []
    for change in submission.spec.get("changes", []):
        KINDS[change["kind"]](book, submission.spec, places, change, late)

    def finish(parts):
        for step in late:
            step(parts)
    return finish


def as_read(submission):
    """Changes the rows to what a careful clerk reads in the file: 〃 is the text above, struck text is none."""
    rows = {row.id: (row, above) for row, above in zip(submission.rows, [None] + submission.rows)}
    for change in submission.spec.get("changes", []):
        kind, field = change["kind"], change.get("field")
        row, above = rows.get(change.get("to", change.get("record")), (None, None))
        if kind == "merged" or kind == "typed" and change["text"] in DITTO:
            row.fields[field] = above.fields[field]
            row.spanned.add(field)
        elif kind in ("typed", "struck") and field in row.fields:
            row.fields[field] = change.get("text", "")
            row.spanned.discard(field)


def _cell(book, spec, places, record, field):
    sheet, row = places[record]
    column = [name for name, _, _ in spec["columns"]].index(field) + 1
    return book[sheet].cell(row, column)


def _place(book, spec, places, change):
    return _cell(book, spec, places, change["record"], change["field"])


def _typed(book, spec, places, change, late):
    """Another text in the cell: 〃, 同上, 該当なし, 前年のまま …"""
    cell = _place(book, spec, places, change)
    cell.value = change["text"]
    cell.data_type = "s"


def _formula(book, spec, places, change, late):
    _place(book, spec, places, change).value = change["formula"]  # openpyxl stores no value beside it


def _error(book, spec, places, change, late):
    cell = _place(book, spec, places, change)
    cell.value, cell.data_type = change["text"], "e"


def _era_date(book, spec, places, change, late):
    cell = _place(book, spec, places, change)
    cell.value = datetime.date.fromisoformat(change["date"])
    cell.number_format = ERA_DATE


def _comment(book, spec, places, change, late):
    _place(book, spec, places, change).comment = Comment(change["text"], change["by"])


def _struck(book, spec, places, change, late):
    """The whole cell is struck through, by the cell's font."""
    _place(book, spec, places, change).font = Font(name="ＭＳ 明朝", size=10, strike=True)


def _merged(book, spec, places, change, late):
    """One merged cell from the record's row to that of `to`; what the lower cells hold is lost, as Excel loses it."""
    first = _place(book, spec, places, change)
    last = _cell(book, spec, places, change["to"], change["field"])
    first.parent.merge_cells(f"{first.coordinate}:{last.coordinate}")


def _residue(book, spec, places, change, late):
    """A text that stayed in a cell under a merge: Excel shows it nowhere, the file still holds it."""
    cell = _place(book, spec, places, change)
    name = f"xl/worksheets/sheet{book.sheetnames.index(cell.parent.title) + 1}.xml"

    def write(parts):
        blank = f'<c r="{cell.coordinate}" s="'
        start = parts[name].index(blank)
        end = parts[name].index(">", start)
        assert parts[name][end - 1:end] == "/" or parts[name][end + 1:end + 5] == "</c>", "the cell is not empty"
        style = parts[name][start + len(blank):parts[name].index('"', start + len(blank))]
        after = end + 1 if parts[name][end - 1] == "/" else end + 5
        parts[name] = (parts[name][:start] + f'{blank}{style}" t="inlineStr"><is><t>{html.escape(change["text"])}</t></is></c>'
                       + parts[name][after:])
    late.append(write)


def _hidden_column(book, spec, places, change, late):
    column = [name for name, _, _ in spec["columns"]].index(change["field"]) + 1
    for sheet in book.worksheets:
        sheet.column_dimensions[get_column_letter(column)].hidden = True


def _more_sheet(book, spec, places, change, late):
    """A sheet beside the answer: 記入例, notes, last year's sheet; `state` is visible, hidden or veryHidden."""
    sheet = book.create_sheet(change["name"])
    sheet.sheet_state = change.get("state", "visible")
    ruled = change.get("ruled", False)
    for column in range(1, max(len(row) for row in change["rows"]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 28 if ruled else 60
    for number, row in enumerate(change["rows"], 1):
        for column, text in enumerate(row, 1):
            wb.put(sheet, number, column, text, align=wb.TOP_LEFT if ruled else Alignment(vertical="center"),
                   border=wb.BOX if ruled and len(row) > 1 else None)


def _text_box(book, spec, places, change, late):
    """A text box that lies over the cell."""
    cell = _place(book, spec, places, change)
    sheet = f"sheet{book.sheetnames.index(cell.parent.title) + 1}.xml"

    def draw(parts):
        parts["xl/drawings/drawing9.xml"] = DRAWING.format(
            column=cell.column - 1, right=cell.column, row=cell.row - 1, below=cell.row, text=html.escape(change["text"]))
        parts[f"xl/worksheets/{sheet}"] = parts[f"xl/worksheets/{sheet}"].replace(
            "</headerFooter>", f'</headerFooter><drawing xmlns:r="{OFFICE}" r:id="rId9"/>')
        parts[f"xl/worksheets/_rels/{sheet}.rels"] = (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId9" Type="{OFFICE}/drawing" '
            'Target="../drawings/drawing9.xml"/></Relationships>')
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            "</Types>", '<Override PartName="/xl/drawings/drawing9.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>')
    late.append(draw)


KINDS = {"typed": _typed, "formula": _formula, "error": _error, "era-date": _era_date, "comment": _comment,
         "struck": _struck, "merged": _merged, "residue": _residue, "hidden-column": _hidden_column,
         "sheet": _more_sheet, "text-box": _text_box}

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col>\
<xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{right}</xdr:col>\
<xdr:colOff>0</xdr:colOff><xdr:row>{below}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>\
<xdr:sp macro="" textlink=""><xdr:nvSpPr>\
<xdr:cNvPr id="2" name="テキスト ボックス 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/>\
<a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>\
<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></xdr:spPr>\
<xdr:txBody><a:bodyPr wrap="square"/><a:p><a:r><a:rPr lang="ja-JP" sz="900"/><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>\
<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
"""
