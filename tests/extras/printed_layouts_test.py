"""Workbooks in many layouts, printed to PDF by LibreOffice, give the records that they were made from: every field of every record.

Run: printed_layouts_test.py PROGRAM SAMPLES
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    from openpyxl.styles import Border, Font, Side
    from openpyxl.utils import get_column_letter
except ImportError:
    print("skipped: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)
from layouts_test import LAYOUTS, folded, read, wanted
from typeset import typeset

WIDTHS = {"goal": 30, "result": 46, "evaluation": 40, "plan": 40, "category": 6.5, "departments": 22}
CASES = [(layout, "thin") for layout in LAYOUTS] + [(LAYOUTS[0], style) for style in
                                                     ("dashed", "dotted", "double", "hair", "pale", None)]


def dress(path, layout, style, generator):
    """Widths, heights, paper and rules: what a workbook needs to be printed without a character cut off."""
    book = openpyxl.load_workbook(path)
    group = [32] if layout.group == "fused" else [4, 4, 24]
    widths = [8] * (layout.left - 1) + group + [WIDTHS[f] for f in layout.order] + [12] * bool(layout.extra)
    side = Side("thin", color="FFB0C4DE") if style == "pale" else Side(style)
    for sheet in book:
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        for row in sheet.iter_rows():
            for cell in row:
                cell.border = Border(side, side, side, side)
                cell.font = Font(name="ＭＳ 明朝", size=9)
        generator.fit_heights(sheet, 9.6)
        generator.a3_landscape(sheet)
    book.save(path)


def wrong_fields(document, layout, got):
    records = {record["id"]: record for record in got["records"]}
    if set(records) != {record["id"] for record in document["records"]}:
        yield f"records {sorted(records)}"
    for want in document["records"]:
        fields = {k: folded(v["text"]) for k, v in records.get(want["id"], {"fields": {}})["fields"].items()}
        for field, text in wanted(want, layout).items():
            if fields.get(field) != text:
                yield f"{want['id']} {field}: {fields.get(field)!r} for {text!r}"


def main(program, samples):
    if not shutil.which("soffice"):
        print("skipped: LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
        return 77
    sys.path.insert(0, str(samples))
    from generator import workbook as generator
    document = json.loads(next(iter(sorted(pathlib.Path(samples, "expected").rglob("資料1.xlsx.json")))).read_text())
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        books = []
        for number, (layout, style) in enumerate(CASES):
            books.append(folder / f"{number}.xlsx")
            typeset(document, layout, books[-1])
            dress(books[-1], layout, style, generator)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
                        "--outdir", str(folder)] + [str(book) for book in books], check=True, capture_output=True)
        for book, (layout, style) in zip(books, CASES):
            found = list(wrong_fields(document, layout, read(program, book.with_suffix(".pdf"))))
            failed += bool(found)
            for line in found[:5]:
                print(f"layout «{layout.name}», rules {style}: {line}")
    print(f"printed layouts: {len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
