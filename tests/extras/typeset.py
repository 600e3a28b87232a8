"""Typesets a document (torimatome/1) as a workbook in many layouts, as different hands would.

Used by layouts_test.py: whatever the layout, reading the workbook must give the same records.
"""

from dataclasses import dataclass

import openpyxl
from openpyxl.styles import Alignment, Border, Side

THIN = Border(*(Side(style="thin") for _ in range(4)))
WRAP = Alignment(wrap_text=True, vertical="top")

GROUP = ["item", "policy_mark", "policy"]
SINGLE = ["goal", "result", "evaluation", "plan", "category", "departments"]


@dataclass(frozen=True)
class Layout:
    name: str
    one_sheet: bool = False  # all sections on one sheet, one below the other
    group: str = "three"  # three: ①, ア, policy in a column each; fused: in one cell
    group_header: str = "merged"  # merged | blank: the heading over the three columns
    spans: str = "merge"  # merge | blank: how inherited fields are shown
    header: str = "plain"  # plain | broken (line breaks and spaces) | two_rows | wide (full-width digits)
    order: tuple = tuple(SINGLE)
    extra: str = ""  # heading of a column that the form does not have
    category: str = "as written"  # as written | roman (Ⅱ) | digits (２)
    separator: str = "\n"  # between departments
    top: int = 1  # first row used
    left: int = 1  # first column used
    repeat_header_every: int = 0  # rows after which title, box and header are printed again
    box: str = "one cell a line"  # one cell a line | one cell | two cells (number and title apart)


ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ"}
DIGITS = {"I": "１", "II": "２", "III": "３"}


def era(year):
    return f"令和{year - 2018}年度" if year > 2019 else "令和元年度"


def headings(year, layout):
    now, following = era(year), era(year + 1)
    plain = {
        "group": "取組方針",
        "goal": "取組の到達目標",
        "result": f"{now}の取組とその結果",
        "evaluation": "継続すべきよかった点、改善すべき点",
        "plan": f"{following}の取組",
        "category": "取組区分",
        "departments": "担当部",
    }
    if layout.header == "broken":
        plain.update(
            group="取 組 方 針",
            goal="取組の\n到達目標",
            result=f"{now}の\n取組とその結果",
            evaluation="継続すべきよかった点、\n改善すべき点",
            category="取組\n区分",
            departments="担 当 部",
        )
    if layout.header == "wide":
        wide = str.maketrans("0123456789", "０１２３４５６７８９")
        plain = {key: text.translate(wide) for key, text in plain.items()}
    return plain


class Sheet:
    def __init__(self, sheet, layout, document):
        self.sheet, self.layout, self.document = sheet, layout, document
        self.row = layout.top

    def columns(self):
        """(field or extra heading, first column, columns) from left to right."""
        layout, column, result = self.layout, self.layout.left, []
        width = 1 if layout.group == "fused" else 3
        result.append(("group", column, width))
        column += width
        for field in layout.order:
            result.append((field, column, 1))
            column += 1
        if layout.extra:
            result.append((layout.extra, column, 1))
        return result

    def put(self, row, column, value, rows=1, columns=1):
        cell = self.sheet.cell(row, column, value)
        cell.alignment = WRAP
        if rows > 1 or columns > 1:
            self.sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + rows - 1, end_column=column + columns - 1
            )

    def last_column(self):
        _, column, width = self.columns()[-1]
        return column + width - 1

    def head(self, section):
        left, width = self.layout.left, self.last_column() - self.layout.left + 1
        self.put(self.row, self.last_column(), self.document["label"])
        self.put(self.row + 1, left, self.document["title"], columns=width)
        self.row += 3
        heading = f"{section['number']} {section['title']}"
        items = [f"{item['mark']} {item['title']}" for item in section["items"]]
        self.put(self.row, left, "点検報告書における提言", columns=width)
        self.row += 1
        if self.layout.box == "one cell":
            self.put(self.row, left, "\n".join([heading] + items), columns=width)
            self.row += 1
        elif self.layout.box == "two cells":
            self.put(self.row, left, section["number"])
            self.put(self.row, left + 1, section["title"])
            for item in section["items"]:
                self.row += 1
                self.put(self.row, left, item["mark"])
                self.put(self.row, left + 1, item["title"])
            self.row += 1
        else:
            for line in [heading] + items:
                self.put(self.row, left, line, columns=width)
                self.row += 1
        following = era(self.document["year"] + 1)
        for line in ["【取組区分】", f" 到達目標を踏まえた{following}以降の取組の方向性", " I：新たな取組を実施していく項目",
                     " II：現在の取組を拡充していく項目", " III：現在の取組を継続する項目"]:
            self.put(self.row, left, line, columns=width)
            self.row += 1
        self.row += 1
        self.header()

    def header(self):
        texts = headings(self.document["year"], self.layout)
        two_rows = self.layout.header == "two_rows"
        for field, column, width in self.columns():
            text = texts.get(field, field)
            if two_rows and field in ("result", "plan"):
                year, rest = text.split("の", 1)
                self.put(self.row, column, year)
                self.put(self.row + 1, column, rest)
            elif field == "group" and self.layout.group_header == "blank":
                self.put(self.row, column, text, rows=2 if two_rows else 1)
            else:
                self.put(self.row, column, text, rows=2 if two_rows else 1, columns=width)
        self.row += 2 if two_rows else 1

    def text_of(self, record, field):
        value = record["fields"].get(field)
        if value is None:
            return None
        text = value["text"]
        if field == "departments" and value.get("values"):
            text = self.layout.separator.join(value["values"])
        if field == "category" and self.layout.category != "as written":
            text = (ROMAN if self.layout.category == "roman" else DIGITS).get(text, text)
        return text

    def shown(self, records, index, field):
        """The text that the cell of this row shows, and over how many rows it goes."""
        inherited = records[index]["fields"].get(field, {}).get("inherited", False)
        if inherited and index > 0:
            return None, 0
        rows = 1
        while index + rows < len(records) and records[index + rows]["fields"].get(field, {}).get("inherited", False):
            rows += 1
        return self.text_of(records[index], field), rows

    def body(self, records):
        for index in range(len(records)):
            for field, column, width in self.columns():
                if field == "group":
                    self.group_cells(records, index, column)
                elif field in SINGLE:
                    self.cell(records, index, field, column)
                elif index == 0:
                    self.put(self.row, column, "特になし")
            self.row += 1

    def cell(self, records, index, field, column):
        text, rows = self.shown(records, index, field)
        if rows:
            self.put(self.row, column, text, rows=rows if self.layout.spans == "merge" else 1)

    def group_cells(self, records, index, column):
        if self.layout.group == "three":
            for offset, field in enumerate(GROUP):
                self.cell(records, index, field, column + offset)
            return
        parts = [records[index]["fields"].get(field, {}).get("text", "") for field in GROUP]
        if index > 0 and all(records[index]["fields"].get(f, {}).get("inherited", False) for f in GROUP
                             if f in records[index]["fields"]):
            return
        rows = self.shown(records, index, "policy")[1] or 1
        self.put(self.row, column, " ".join(p for p in parts if p), rows=rows if self.layout.spans == "merge" else 1)

    def section(self, section, records):
        every = self.layout.repeat_header_every or len(records) or 1
        # A page may only break where no cell spans, or the merge would be cut.
        start = 0
        while start < len(records):
            end = min(start + every, len(records))
            while end < len(records) and any(f.get("inherited") for f in records[end]["fields"].values()):
                end += 1
            self.head(section)
            self.body(records[start:end])
            self.row += 1
            start = end
        for row in self.sheet.iter_rows():
            for cell in row:
                cell.border = THIN


def typeset(document, layout, path):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    sheet = None
    for section in document["sections"]:
        records = [r for r in document["records"] if r.get("section") == section["number"]]
        if sheet is None or not layout.one_sheet:
            sheet = Sheet(workbook.create_sheet(f"提言{section['number']}"), layout, document)
        sheet.section(section, records)
    workbook.save(path)
