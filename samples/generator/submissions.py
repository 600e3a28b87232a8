"""What the departments sent in (提出物): the same rows in as many layouts as there are hands."""

from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border

from generator import workbook as wb
from generator.published import CENTRED, COLUMNS, GREY, LEFT, WIDTHS, write_box
from generator.records import PROSE, headings, legend

STANDARD = dict(zip(COLUMNS, WIDTHS))
CATEGORY_SIGNS = {"roman-sign": {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ"}, "wide-digit": {"I": "１", "II": "２", "III": "３"}}


@dataclass
class Submission:
    """One file: `spec` as in the JSON, `rows` as this department wrote them."""

    spec: dict
    rows: list

    @property
    def file(self):
        return self.spec["file"]

    def rows_of(self, section):
        return [row for row in self.rows if row.section == section]


def submission_of(spec, year):
    """`spec` with what it leaves out filled in, and its rows; a column given by its field alone is the published one."""
    usual = {"sheets": [{"name": "Sheet1", "sections": sorted({row_id[0] for row_id in spec["records"]})}], "edits": [],
             "title": True, "box": "line", "blank": "merge", "columns": list(STANDARD)}
    spec = {**usual, **spec}
    words = headings(year)
    printed = dict(zip(COLUMNS, words[:1] * 3 + words[1:]))
    spec["columns"] = [[column, printed[column], STANDARD[column]] if isinstance(column, str) else column
                       for column in spec["columns"]]
    return Submission(spec, _edited_rows(spec, year))


def _edited_rows(spec, year):
    rows = []
    for row_id in spec["records"]:
        original = year.row(row_id)
        fields = dict(original.fields)
        for edit in (e for e in spec["edits"] if e["record"] == row_id):
            fields[edit["field"]] = _edited(fields[edit["field"]], edit)
        signs = CATEGORY_SIGNS.get(spec.get("category"), {})
        fields["category"] = signs.get(fields["category"], fields["category"])
        if spec.get("brackets") == "full":
            fields["departments"] = [name.replace(") ", "）") for name in fields["departments"]]
        fields["remarks"] = spec.get("remarks", {}).get(row_id, "")
        fields["added"] = {name: values[row_id] for name, values in spec.get("added", {}).items() if row_id in values}
        rows.append(replace(original, fields=fields, spanned=_spanned(fields, original, rows)))
    return rows


def _edited(text, edit):
    if "text" in edit:
        return edit["text"]
    assert edit["old"] in text, edit
    return text.replace(edit["old"], edit["new"], 1)


def _spanned(fields, original, rows):
    """What this row's cells take from the row above, in this file."""
    above = rows[-1] if rows else None
    if not above or above.section != original.section or above.fields["policy_mark"] != fields["policy_mark"]:
        return set()
    spanned = {"item", "policy_mark", "policy", "marked_policy"}
    if above.fields["goal"] == fields["goal"]:
        spanned.add("goal")
        if above.fields["departments"] == fields["departments"]:
            spanned.add("departments")
    return spanned


def cell_text(row, field):
    if field == "departments":
        return "\n".join(row.fields["departments"])
    if field == "marked_policy":
        return f"{row.fields['item']} {row.fields['policy_mark']} {row.fields['policy']}"
    return row.fields[field] if field in row.fields else row.fields["added"].get(field, "")


def submission_workbook(submission, year, last_year):
    """The workbook, and where each record stands in it: {id: (sheet, row)}."""
    book = Workbook()
    book.remove(book.active)
    places = {}
    for sheet_spec in submission.spec["sheets"]:
        sheet = book.create_sheet(sheet_spec["name"])
        columns = submission.spec["columns"]
        for number, (_, _, width) in enumerate(columns):
            sheet.column_dimensions["ABCDEFGHIJKL"[number]].width = width
        row = _write_top(sheet, submission, year)
        for number in sheet_spec["sections"]:
            section = next(s for s in year.sections if s["number"] == number)
            row = _write_section(sheet, submission, year, last_year, section, row, places) + 2
        for note in submission.spec.get("notes", []):
            wb.put(sheet, row - 1, 1, note, align=Alignment(vertical="center"), border=None)
            row += 1
        wb.fit_heights(sheet)
        wb.a3_landscape(sheet)
    return book, places


def _write_top(sheet, submission, year):
    row = 1
    last = len(submission.spec["columns"])
    for line in submission.spec.get("preamble", []):
        wb.put(sheet, row, 1, line, align=LEFT, border=None, to=(row, last))
        row += 1
    if submission.spec["title"]:
        wb.put(sheet, row, 1, year.title, style=wb.font(14, "ＭＳ ゴシック"), align=wb.MIDDLE, border=None, to=(row, last - 1))
        wb.put(sheet, row, last, year.label, style=wb.font(12), align=wb.MIDDLE)
        row += 2
    return row


def _write_section(sheet, submission, year, last_year, section, row, places):
    """One 提言 with its heading, table header and rows; returns the last row."""
    if submission.spec["box"] == "box":
        row = write_box(sheet, year, section, row, len(submission.spec["columns"])) + 1
        for line in legend(year):
            wb.put(sheet, row, 1, line.replace(" ", "　"), align=Alignment(vertical="center"), border=None)
            row += 1
    else:
        wb.put(sheet, row, 1, f"提言{section['number']}　{section['title']}", style=wb.font(11, "ＭＳ ゴシック"),
               align=Alignment(vertical="center"), border=None)
        row += 1
    row = _write_header(sheet, submission.spec["columns"], row)
    lines = _with_hidden(submission, last_year, section["number"])
    for offset, (record, hidden) in enumerate(lines):
        if hidden:
            sheet.row_dimensions[row + offset].hidden = True
        else:
            places.setdefault(record.id, (sheet.title, row + offset))
    _write_cells(sheet, submission.spec, [record for record, _ in lines], row)
    return row + len(lines) - 1


def _with_hidden(submission, last_year, section):
    """The rows of a section as (row, hidden), with the hidden rows of last year where they were left."""
    lines = []
    for record in submission.rows_of(section):
        for hidden in submission.spec.get("hidden_rows", []):
            if hidden["before"] == record.id:
                left = last_year.row(hidden["record"])
                lines.append((replace(left, fields=left.fields | hidden.get("fields", {}), spanned=set()), True))
        lines += [(line, False) for line in _typed_over(record, submission.spec.get("typed_over", {}).get(record.id, 1))]
    return lines


def _typed_over(record, count):
    """The record typed over `count` rows of the sheet, its long texts cut wherever the line was full."""
    if count == 1:
        return [record]
    lines = []
    for number in range(count):
        fields = {name: "" for name in record.fields} | {"departments": [], "added": {}}
        if number == 0:
            fields = dict(record.fields)
        for name in PROSE:
            text = record.fields[name].replace("\n", "")
            length = -(-len(text) // count)
            fields[name] = text[number * length:(number + 1) * length]
        spanned = record.spanned if number == 0 else set(COLUMNS) - set(PROSE) | {"marked_policy"}
        lines.append(replace(record, fields=fields, spanned=spanned))
    return lines


def _write_header(sheet, columns, row):
    """One or two header rows; equal neighbouring headings share a merged cell. Returns the row below."""
    style, levels = wb.font(10, "ＭＳ ゴシック"), 2 if isinstance(columns[0][1], list) else 1
    texts = [heading if levels == 2 else [heading] for _, heading, _ in columns]
    first = 0
    while first < len(columns):
        last = first
        while last + 1 < len(columns) and texts[last + 1][0] == texts[first][0]:
            last += 1
        deep = levels == 2 and texts[first][1] == ""
        wb.put(sheet, row, first + 1, texts[first][0], style=style, align=wb.MIDDLE, fill=GREY,
               to=(row + 1 if deep else row, last + 1))
        if levels == 2 and not deep:
            for column in range(first, last + 1):
                wb.put(sheet, row + 1, column + 1, texts[column][1], style=style, align=wb.MIDDLE, fill=GREY)
        first = last + 1
    return row + levels


def _write_cells(sheet, spec, rows, first):
    for column, (field, _, _) in enumerate(spec["columns"], 1):
        align = wb.MIDDLE if field in CENTRED else wb.TOP_LEFT
        spans = [field in record.spanned for record in rows] + [False]
        open_above = [span or bool(spec.get("typed_over")) and number > 0 and rows[number - 1].id == rows[number].id
                      for number, span in enumerate(spans[:-1])] + [False]
        for offset, record in enumerate(rows):
            border = _open_border(*open_above[offset:offset + 2]) if spec["blank"] == "open" else wb.BOX
            if not spans[offset]:
                last = offset
                while spec["blank"] == "merge" and spans[last + 1]:
                    last += 1
                wb.put(sheet, first + offset, column, cell_text(record, field), align=align, border=border,
                       to=(first + last, column))
            elif spec["blank"] != "merge":
                wb.put(sheet, first + offset, column, "", border=border)


def _open_border(goes_on_from_above, goes_on_below):
    return Border(left=wb.THIN, right=wb.THIN, top=None if goes_on_from_above else wb.THIN,
                  bottom=None if goes_on_below else wb.THIN)


def submission_text(submission, year):
    """The same as tab-separated text, and the line of each record: {id: line}."""
    lines, places = [], {}
    columns = submission.spec["columns"]
    lines += [year.title, year.label, ""]
    for number in submission.spec["sheets"][0]["sections"]:
        section = next(s for s in year.sections if s["number"] == number)
        lines += [f"提言{number}　{section['title']}", "", "\t".join(heading for _, heading, _ in columns)]
        for row in submission.rows_of(number):
            cells = ["" if field in row.spanned else cell_text(row, field) for field, _, _ in columns]
            lines.append("\t".join(cell.replace("\n", " ") for cell in cells))
            places[row.id] = len(lines)
    end = submission.spec["line_end"]
    return end.join(lines) + end, places
