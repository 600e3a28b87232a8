"""資料2 and 資料3 as workbooks and as tables of extracted text."""

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from generator import workbook as wb
from generator.plain_lines import HEADING_OF_LEFT

GREY = PatternFill("solid", fgColor="D9E1F2")
HALF_YEAR_HEADINGS = ("取組\n番号", "対象職種", HEADING_OF_LEFT, "10月以降の取組", "担当課")
HALF_YEAR_WIDTHS = (6, 14, 60, 46, 22)
POLICY_WIDTHS = (5, 26, 90)


def set_widths(sheet, widths):
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions["ABCDEFGHI"[number - 1]].width = width


def titled(sheet, document, last):
    wb.put(sheet, 1, 1, document["title"], style=wb.font(13, "ＭＳ ゴシック", bold=True), align=wb.MIDDLE, border=None,
           to=(1, last - 1))
    wb.put(sheet, 1, last, document["label"], style=wb.font(12, "ＭＳ ゴシック"), align=wb.MIDDLE)


def header(sheet, row, texts):
    for column, text in enumerate(texts, 1):
        wb.put(sheet, row, column, text, style=wb.font(10, "ＭＳ ゴシック"), align=wb.MIDDLE, fill=GREY)


def half_year_workbook(document):
    """One sheet; each section and group in a box above its table; 対象職種 merged over rows that share it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "資料3"
    set_widths(sheet, HALF_YEAR_WIDTHS)
    titled(sheet, document, 5)
    row, places = 3, []
    for section in document["sections"]:
        for group in section["groups"] or [""]:
            rows = [r for r in document["records"] if (r["section"], r["group"]) == (section["number"], group)]
            wb.put(sheet, row, 1, "取組内容の分類", align=wb.MIDDLE, fill=GREY, to=(row, 2))
            wb.put(sheet, row, 3, f"{section['number']}　{section['title']}", to=(row, 5))
            if group:
                row += 1
                wb.put(sheet, row, 3, group, to=(row, 5))
            header(sheet, row + 1, HALF_YEAR_HEADINGS)
            row = half_year_rows(sheet, rows, row + 2, places) + 1
    wb.fit_heights(sheet)
    wb.a3_landscape(sheet, "1:1")
    return book, places


def half_year_rows(sheet, rows, first, places):
    row = first
    for i, record in enumerate(rows):
        places.append({"sheet": sheet.title, "cell": f"A{row}"})
        wb.put(sheet, row, 1, record["number"], align=wb.MIDDLE)
        if i == 0 or record["job_types"] != rows[i - 1]["job_types"]:
            last = i
            while last + 1 < len(rows) and rows[last + 1]["job_types"] == record["job_types"]:
                last += 1
            wb.put(sheet, row, 2, "\n".join(record["job_types"]), align=wb.MIDDLE, to=(row + last - i, 2))
        wb.put(sheet, row, 3, record["done"])
        wb.put(sheet, row, 4, record["next"])
        wb.put(sheet, row, 5, "\n".join(record["divisions"]))
        row += 1
    return row


def policy_workbook(document):
    """One sheet, a table for each section; the mark in a column of its own; イ merged with ア where it is."""
    book = Workbook()
    sheet = book.active
    sheet.title = "資料2"
    set_widths(sheet, POLICY_WIDTHS)
    titled(sheet, document, 3)
    row, places = 3, []
    for section in document["sections"]:
        wb.put(sheet, row, 1, f"（{section['number']}）　{section['title']}", border=None, to=(row, 3))
        row += 1
        wb.put(sheet, row, 1, "項目", align=wb.MIDDLE, fill=GREY, to=(row, 2))
        wb.put(sheet, row, 3, "今後の取組の方向性", align=wb.MIDDLE, fill=GREY)
        for record in section["records"]:
            row += 1
            places.append({"sheet": sheet.title, "cell": f"A{row}"})
            wb.put(sheet, row, 1, record["mark"], align=wb.MIDDLE)
            wb.put(sheet, row, 2, record["item"])
            wb.put(sheet, row, 3, record["direction"])
        row += 2
    wb.fit_heights(sheet)
    wb.a3_landscape(sheet, "1:1")
    return book, places


def half_year_table_text(document):
    """資料3 as table rows of extracted text: tabs between the cells, one table a section or group."""
    lines, places = [document["title"] + "\t" + document["label"], ""], []
    for section in document["sections"]:
        for group in section["groups"] or [""]:
            lines += ["取組内容の分類", f"{section['number']}　{section['title']}"] + ([group] if group else [])
            lines.append("\t".join(heading.replace("\n", "") for heading in HALF_YEAR_HEADINGS))
            for record in document["records"]:
                if (record["section"], record["group"]) != (section["number"], group):
                    continue
                lines.append("\t".join([record["number"], " ".join(record["job_types"]),
                                        record["done"].replace("\n", " "), record["next"].replace("\n", " "),
                                        " ".join(record["divisions"])]))
                places.append({"line": len(lines)})
            lines.append("")
    return "\n".join(lines) + "\n", places


def policy_table_text(document):
    """資料2 as table rows of extracted text."""
    lines, places = [document["label"], "", document["title"], ""], []
    for section in document["sections"]:
        lines += [f"（{section['number']}） {section['title']}", "項目\t今後の取組の方向性"]
        for record in section["records"]:
            item = f"{record['mark']} {record['item']}".strip()
            lines.append(item + "\t" + record["direction"].replace("\n", " "))
            places.append({"line": len(lines)})
        lines.append("")
    return "\n".join(lines) + "\n", places


def half_year_fields(record, i, rows):
    fields = {}
    if record["group"]:
        fields["group"] = {"text": record["group"]}
    fields["number"] = {"text": record["number"]}
    fields["job_types"] = {"text": "\n".join(record["job_types"]), "values": record["job_types"]}
    for name in ("done", "next"):
        if record[name]:
            fields[name] = {"text": record[name]}
            if "【再掲】" in record[name]:
                fields[name]["reprinted"] = True
    fields["divisions"] = {"text": "\n".join(record["divisions"]), "values": record["divisions"]}
    return fields


def policy_fields(record):
    return {name: {"text": record[name]} for name in ("mark", "item", "direction") if record[name]}


def numbered(stems):
    counts = {}
    for stem in stems:
        counts[stem] = counts.get(stem, 0) + 1
        yield f"{stem}-{counts[stem]}"


def expected_half_year(document, places):
    rows = document["records"]
    ids = numbered("-".join(p for p in (r["section"], r["group"], r["number"]) if p) for r in rows)
    sections = [{"number": s["number"], "title": s["title"], "items": []} for s in document["sections"]]
    records = [{"id": i, "section": r["section"], "fields": half_year_fields(r, k, rows), "source": p}
               for k, (i, r, p) in enumerate(zip(ids, rows, places))]
    return {"schema": "torimatome/1", "form": "half-year-progress", "label": document["label"],
            "title": document["title"], "year": document["year"], "sections": sections, "records": records}


def expected_policy(document, places):
    rows = [(s["number"], r) for s in document["sections"] for r in s["records"]]
    ids = numbered("-".join(p for p in (number, r["mark"]) if p) for number, r in rows)
    sections = [{"number": s["number"], "title": s["title"], "items": []} for s in document["sections"]]
    records = [{"id": i, "section": number, "fields": policy_fields(r), "source": p}
               for i, (number, r), p in zip(ids, rows, places)]
    return {"schema": "torimatome/1", "form": "policy-directions", "label": document["label"],
            "title": document["title"], "year": document["year"], "sections": sections, "records": records}
