"""The published 資料1 as a workbook: one sheet a 提言, A3 landscape, cells merged as the city prints them."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill

from generator import workbook as wb
from generator.records import headings, legend

WIDTHS = (4, 4, 24, 30, 46, 40, 40, 6.5, 22)
GREY = PatternFill("solid", fgColor="D9E1F2")
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


def published_workbook(year):
    """The workbook, and where each record starts in it: {id: (sheet, row)}."""
    book = Workbook()
    book.remove(book.active)
    places = {}
    for section in year.sections:
        sheet = book.create_sheet(f"提言{section['number']}")
        for number, width in enumerate(WIDTHS, 1):
            sheet.column_dimensions["ABCDEFGHI"[number - 1]].width = width
        row = write_head(sheet, year, section)
        write_header_row(sheet, year, row)
        rows = year.rows_of(section["number"])
        write_rows(sheet, rows, row + 1)
        for offset, record in enumerate(rows):
            places[record.id] = (sheet.title, row + 1 + offset)
        wb.fit_heights(sheet)
        wb.a3_landscape(sheet, f"{row}:{row}")
    return book, places


def write_head(sheet, year, section):
    """Title, label, box and legend; returns the row of the table's header."""
    wb.put(sheet, 1, 1, year.title, style=wb.font(14, "ＭＳ ゴシック", bold=True), align=wb.MIDDLE, border=None, to=(1, 8))
    wb.put(sheet, 1, 9, year.label, style=wb.font(12, "ＭＳ ゴシック"), align=wb.MIDDLE)
    row = write_box(sheet, year, section, 3) + 1
    for line in legend(year):
        wb.put(sheet, row, 1, line.replace(" ", "　"), align=LEFT, border=None, to=(row, 9))
        row += 1
    return row


def write_box(sheet, year, section, row, last=9):
    """The box of a 提言 with its items, up to column `last`; returns the row below it."""
    wb.put(sheet, row, 1, year.lead, style=wb.font(10, "ＭＳ ゴシック"), align=LEFT, fill=GREY, to=(row, last))
    row += 1
    wb.put(sheet, row, 1, section["number"], style=wb.font(11, "ＭＳ ゴシック", bold=True), align=wb.MIDDLE)
    wb.put(sheet, row, 2, section["title"], style=wb.font(11, "ＭＳ ゴシック", bold=True), align=LEFT, to=(row, last))
    for item in section["items"]:
        row += 1
        wb.put(sheet, row, 1, item["mark"], align=wb.MIDDLE)
        wb.put(sheet, row, 2, item["title"], align=LEFT, to=(row, last))
    return row + 1


def write_header_row(sheet, year, row):
    texts = headings(year)
    style = wb.font(10, "ＭＳ ゴシック")
    wb.put(sheet, row, 1, texts[0], style=style, align=wb.MIDDLE, fill=GREY, to=(row, 3))
    for column, text in enumerate(texts[1:], 4):
        wb.put(sheet, row, column, text, style=style, align=wb.MIDDLE, fill=GREY)


COLUMNS = ("item", "policy_mark", "policy", "goal", "result", "evaluation", "plan", "category", "departments")
CENTRED = ("item", "policy_mark", "category")


def cell_text(record, field):
    return "\n".join(record.departments) if field == "departments" else record.fields[field]


def write_rows(sheet, rows, first):
    for column, field in enumerate(COLUMNS, 1):
        for offset, record in enumerate(rows):
            if field in record.spanned:
                continue
            last = offset
            while last + 1 < len(rows) and field in rows[last + 1].spanned:
                last += 1
            wb.put(sheet, first + offset, column, cell_text(record, field),
                   align=wb.MIDDLE if field in CENTRED else wb.TOP_LEFT, to=(first + last, column))
