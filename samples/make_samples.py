#!/usr/bin/python3
"""Makes all sample files of the made-up city みなと市, and how they should be read, from the texts in samples/source.

Needs Python 3 with openpyxl (Debian: python3-openpyxl). The same texts give the same bytes.
"""

import datetime
import json
import sys
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from generator.expected import Reading, document_json, text_readings  # noqa: E402
from generator.extracted_text import extracted_text, load_plan  # noqa: E402
from generator.published import published_workbook  # noqa: E402
from generator.records import load_year  # noqa: E402
from generator.submissions import load_submissions, submission_text, submission_workbook  # noqa: E402
from generator.workbook import save  # noqa: E402

SECRETARIAT = "みなと市こども未来局企画課"
PUBLISHED_ON = {"令和3年度": datetime.datetime(2022, 6, 30, 9, 0), "令和4年度": datetime.datetime(2023, 6, 29, 9, 0)}


def write(path, text, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))


def write_expected(path, text):
    write(HERE / "expected" / path.relative_to(HERE).with_name(path.name + ".json"), text)


def cell_readings(rows, places):
    return [Reading(row, {"sheet": places[row.id][0], "cell": f"A{places[row.id][1]}"}) for row in rows]


def make_workbook(name, year):
    path = HERE / name / "資料1.xlsx"
    book, places = published_workbook(year)
    save(book, path, PUBLISHED_ON[name], SECRETARIAT)
    write_expected(path, document_json(year, cell_readings(year.rows, places), path, "xlsx"))


def make_text(name, year):
    """Writes the damaged text; returns what is damaged in it."""
    path = HERE / name / "資料1.txt"
    plan = load_plan(HERE / "source" / f"{name}_抽出文字.json")
    text, places = extracted_text(year, plan)
    write(path, text)
    readings, damaged = text_readings(year, plan, places)
    write_expected(path, document_json(year, readings, path, "text"))
    return damaged


def make_submission(submission, year, last_year):
    path = HERE / "令和4年度" / "提出物" / submission.file
    if path.suffix == ".txt":
        text, places = submission_text(submission, year)
        write(path, text, submission.spec["encoding"])
        readings = [Reading(row, {"line": places[row.id]}) for row in submission.rows]
    else:
        book, places = submission_workbook(submission, year, last_year)
        spec = submission.spec
        save(book, path, datetime.datetime.fromisoformat(spec["saved"]), spec["creator"], spec.get("inline", False))
        readings = cell_readings(submission.rows, places)
    seen = what_is_headed(submission, year)
    write_expected(path, document_json(seen, readings, path, "text" if path.suffix == ".txt" else "xlsx"))


def what_is_headed(submission, year):
    """The year with only the title, label and sections that the file shows."""
    spec = submission.spec
    numbers = [number for sheet in spec["sheets"] for number in sheet["sections"]]
    sections = [section if spec["box"] == "box" else {**section, "items": []}
                for section in year.sections if section["number"] in numbers]
    return replace(year, sections=sections, title=year.title if spec["title"] else "",
                   label=year.label if spec["title"] else "")


def main():
    years = {name: load_year(HERE / "source" / f"{name}.json") for name in PUBLISHED_ON}
    damaged = {}
    for name, year in years.items():
        make_workbook(name, year)
        damaged[f"{name}/資料1.txt"] = make_text(name, year)
    write(HERE / "expected" / "damaged.json", json.dumps(damaged, ensure_ascii=False, indent=1) + "\n")
    for submission in load_submissions(HERE / "source" / "令和4年度_提出物.json", years["令和4年度"]):
        make_submission(submission, years["令和4年度"], years["令和3年度"])


if __name__ == "__main__":
    main()
