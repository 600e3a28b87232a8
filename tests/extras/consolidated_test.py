"""The consolidated workbook opens in openpyxl and in LibreOffice, and reading it back gives the same records as its list.

Run: consolidated_test.py PROGRAM SAMPLES
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)

COLUMNS = {"取組の到達目標": "goal", "令和4年度の取組とその結果": "result", "継続すべきよかった点、改善すべき点": "evaluation",
           "令和5年度の取組": "plan", "取組区分": "category"}


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text or "")))


def listed(book):
    """Records of the flat sheet: id → texts by field."""
    rows = openpyxl.load_workbook(book)["一覧"].iter_rows(values_only=True)
    header = [folded(cell) for cell in next(rows)]
    places = {field: header.index(folded(heading)) for heading, field in COLUMNS.items()}
    return {row[0]: {field: folded(row[place]) for field, place in places.items()} for row in rows}


def read_back(program, book):
    run = subprocess.run([program, "convert", str(book), "-o", "-", "--quiet"], capture_output=True, check=True)
    document = json.loads(run.stdout)
    return {record["id"]: {field: folded(record["fields"].get(field, {}).get("text")) for field in COLUMNS.values()}
            for record in document["records"]}


def opens_in_libreoffice(book, folder):
    if not shutil.which("soffice"):
        print("skipped the part with LibreOffice: soffice is not installed (Debian: libreoffice-calc-nogui)")
        return True
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", folder, str(book)], capture_output=True, timeout=300, check=True)
    return pathlib.Path(folder, book.stem + ".pdf").stat().st_size > 10_000


def main(program, samples):
    samples = pathlib.Path(samples)
    with tempfile.TemporaryDirectory() as folder:
        book = pathlib.Path(folder, "book.xlsx")
        again = pathlib.Path(folder, "again.xlsx")
        for target in (book, again):
            run = subprocess.run([program, "consolidate", str(samples / "令和4年度" / "提出物"), "--base",
                                  str(samples / "令和3年度" / "資料1.xlsx"), "-o", str(target), "--quiet"], capture_output=True)
            if run.returncode not in (0, 2):
                print(f"exit {run.returncode}: {run.stderr.decode()}")
                return 1
        failures = []
        if book.read_bytes() != again.read_bytes():
            failures.append("the same inputs gave two different workbooks")
        listed_records, back = listed(book), read_back(program, book)
        if not back:
            failures.append("nothing was read back")
        for record in sorted(listed_records.keys() | back.keys()):
            if listed_records.get(record) != back.get(record):
                failures.append(f"{record}: {back.get(record)} read back for {listed_records.get(record)}")
        if not opens_in_libreoffice(book, folder):
            failures.append("LibreOffice printed no pages")
        for failure in failures[:5]:
            print(failure)
        print(f"consolidated workbook: {len(back)} records, {len(failures)} failures")
        return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
