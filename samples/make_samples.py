#!/usr/bin/python3
"""Makes all sample files of the made-up city みなと市 from the texts in samples/source.

Needs Python 3 with openpyxl (Debian: python3-openpyxl). The same texts give the same bytes.
"""

import datetime
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from generator.extracted_text import extracted_text, load_plan  # noqa: E402
from generator.published import published_workbook  # noqa: E402
from generator.records import load_year  # noqa: E402
from generator.workbook import save  # noqa: E402

SECRETARIAT = "みなと市こども未来局企画課"
PUBLISHED_ON = {"令和3年度": datetime.datetime(2022, 6, 30, 9, 0), "令和4年度": datetime.datetime(2023, 6, 29, 9, 0)}


def make_published(name):
    year = load_year(HERE / "source" / f"{name}.json")
    book, _ = published_workbook(year)
    save(book, HERE / name / "資料1.xlsx", PUBLISHED_ON[name], SECRETARIAT)
    text, _ = extracted_text(year, load_plan(HERE / "source" / f"{name}_抽出文字.json"))
    (HERE / name / "資料1.txt").write_text(text, encoding="utf-8", newline="\n")


def main():
    for name in PUBLISHED_ON:
        make_published(name)


if __name__ == "__main__":
    main()
