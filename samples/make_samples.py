#!/usr/bin/python3
"""Makes all sample files of the made-up city みなと市, and how they should be read, from the texts in samples/source.

Needs Python 3 with openpyxl (Debian: python3-openpyxl). The same texts give the same bytes.
"""

import datetime
import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from generator.defects import apply_changes, as_read  # noqa: E402
from generator.expected import Reading, document_json, text_readings  # noqa: E402
from generator.extracted_text import extracted_text, load_plan  # noqa: E402
from generator.other_files import (  # noqa: E402
    encrypted_workbook, old_workbook, owner_file, separated_values, web_page)
from generator import progress  # noqa: E402
from generator.plain_lines import NarrowStyle, TornStyle, narrow_text, torn_text  # noqa: E402
from generator.published import published_workbook  # noqa: E402
from generator.records import load_year, plain  # noqa: E402
from generator.submissions import submission_of, submission_text, submission_workbook  # noqa: E402
from generator.workbook import save  # noqa: E402

SECRETARIAT = "みなと市こども未来局企画課"
PUBLISHED_ON = {"令和3年度": datetime.datetime(2022, 6, 30, 9, 0), "令和4年度": datetime.datetime(2023, 6, 29, 9, 0)}
# A third year for comparisons: the published document alone.
LATER_ON = {"令和5年度": datetime.datetime(2024, 6, 27, 9, 0)}


def write(path, text, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))


def write_expected(path, text):
    write(HERE / "expected" / path.relative_to(HERE).with_name(path.name + ".json"), text)


def cell_readings(rows, places, missing=()):
    return [Reading(row, {"sheet": places[row.id][0], "cell": f"A{places[row.id][1]}"}, set(missing)) for row in rows]


def make_workbook(name, year):
    path = HERE / name / "資料1.xlsx"
    book, places = published_workbook(year)
    save(book, path, (PUBLISHED_ON | LATER_ON)[name], SECRETARIAT)
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


def make_submissions(name, years):
    year, folder = years[name], HERE / name / "提出物"
    unreadable = {}
    for spec in json.loads((HERE / "source" / f"{name}_提出物.json").read_text(encoding="utf-8")):
        path = folder / spec["file"]
        kind = spec.get("as", path.suffix[1:])
        if kind in WITHOUT_ROWS:
            path.write_bytes(WITHOUT_ROWS[kind](folder / spec["of"] if "of" in spec else None))
        else:
            make_submission(path, kind, spec, form_of(spec, years, year), years["令和3年度"])
        if "unreadable" in spec:
            unreadable[f"{name}/提出物/{spec['file']}"] = spec["unreadable"]
    return unreadable


WITHOUT_ROWS = {
    "copy": lambda of: of.read_bytes(),
    "cut off": lambda of: of.read_bytes()[:of.stat().st_size * 2 // 3],
    "encrypted": lambda of: encrypted_workbook(),
    "old xls": lambda of: old_workbook(),
    "empty": lambda of: b"",
    "owner": lambda of: owner_file("企画課"),
}


def form_of(spec, years, year):
    """The year as the form prints it, which is not always the year that was asked for."""
    form = years[spec.get("rows_of", f"令和{year.year - 2018}年度")]
    if "form_year" not in spec:
        return form
    title = form.title
    for old in (form.year, form.year + 1):
        title = title.replace(f"令和{old - 2018}年度", f"令和{old - 2018 - form.year + spec['form_year']}年度")
    return replace(form, year=spec["form_year"], title=title)


def make_submission(path, kind, spec, year, last_year):
    submission = submission_of(spec, year)
    spec = submission.spec
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind != "xlsx":
        without_formatting(submission)
    if kind == "html":
        path.write_bytes(web_page(submission, year))
        return
    if kind == "txt":
        text, places = submission_text(submission, year)
        write(path, text, spec["encoding"])
    elif kind in ("csv", "tsv"):
        data, places = separated_values(submission, year)
        path.write_bytes(data)
    else:
        book, places = submission_workbook(submission, year, last_year)
        finish = apply_changes(book, submission, places)
        save(book, path, datetime.datetime.fromisoformat(spec["saved"]), spec["creator"], spec.get("inline", False), finish)
    if not spec.get("expected", True):
        return
    as_read(submission)
    if kind == "xlsx":
        readings = cell_readings(submission.rows, places, spec.get("without", []))
    else:
        readings = [Reading(row, {"line": places[row.id]}, set(spec.get("without", []))) for row in submission.rows]
    file_format = {"txt": "text", "tsv": "csv"}.get(kind, kind)
    write_expected(path, document_json(what_is_headed(submission, year), readings, path, file_format))


def without_formatting(submission):
    for row in submission.rows:
        row.fields |= {name: plain(text) for name, text in row.fields.items() if isinstance(text, str)}


def what_is_headed(submission, year):
    """The year with only the title, label and sections that the file shows."""
    spec = submission.spec
    numbers = [number for sheet in spec["sheets"] for number in sheet["sections"]]
    sections = [section if spec["box"] == "box" else {**section, "items": []}
                for section in year.sections if section["number"] in numbers]
    return replace(year, sections=sections, title=year.title if spec["title"] else "",
                   label=year.label if spec["title"] and not spec.get("ragged") else "")


def make_further_documents():
    """資料2 of the first year and 資料3 of the second: as workbooks, as table rows and as plain lines of text."""
    policy = json.loads((HERE / "source" / "令和3年度_資料2.json").read_text(encoding="utf-8"))
    folder = HERE / "令和3年度"
    book, places = progress.policy_workbook(policy)
    save(book, folder / "資料2.xlsx", PUBLISHED_ON["令和3年度"], SECRETARIAT)
    write_document(folder / "資料2.xlsx", progress.expected_policy(policy, places), "xlsx")
    text, places = progress.policy_table_text(policy)
    write_text(folder / "資料2（表）.txt", text, progress.expected_policy(policy, places))
    text, lines = narrow_text(policy, NarrowStyle())
    write_text(folder / "資料2（行）.txt", text, progress.expected_policy(policy, at_lines(lines)))
    half_year = json.loads((HERE / "source" / "令和4年度_資料3.json").read_text(encoding="utf-8"))
    folder = HERE / "令和4年度"
    book, places = progress.half_year_workbook(half_year)
    save(book, folder / "資料3.xlsx", PUBLISHED_ON["令和4年度"], SECRETARIAT)
    write_document(folder / "資料3.xlsx", progress.expected_half_year(half_year, places), "xlsx")
    text, places = progress.half_year_table_text(half_year)
    write_text(folder / "資料3（表）.txt", text, progress.expected_half_year(half_year, places))
    text, lines = torn_text(half_year, TornStyle(seed=7))
    write_text(folder / "資料3（列）.txt", text, progress.expected_half_year(half_year, at_lines(lines)))


def at_lines(lines):
    return [{"line": line} for line in lines]


def write_text(path, text, document):
    write(path, text)
    write_document(path, document, "text")


def write_document(path, document, file_format):
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    document["source"] = {"file": path.name, "format": file_format, "sha256": sha256}
    write_expected(path, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def roster(path):
    """名簿: every department that is asked, its contact and extension, as CSV with the line ends of Windows."""
    rows = [["部署", "担当者", "電話"]] + json.loads(path.read_text(encoding="utf-8"))
    return "".join(",".join(row) + "\r\n" for row in rows)


def main():
    years = {name: load_year(HERE / "source" / f"{name}.json") for name in PUBLISHED_ON}
    damaged = {}
    for name, year in years.items():
        make_workbook(name, year)
        damaged[f"{name}/資料1.txt"] = make_text(name, year)
    for name in LATER_ON:
        make_workbook(name, load_year(HERE / "source" / f"{name}.json"))
    make_further_documents()
    write(HERE / "expected" / "damaged.json", json.dumps(damaged, ensure_ascii=False, indent=1) + "\n")
    unreadable = {}
    for name in years:
        unreadable |= make_submissions(name, years)
    write(HERE / "expected" / "unreadable.json", json.dumps(unreadable, ensure_ascii=False, indent=1) + "\n")
    write(HERE / "令和4年度" / "名簿.csv", roster(HERE / "source" / "名簿.json"), "utf-8-sig")


if __name__ == "__main__":
    main()
