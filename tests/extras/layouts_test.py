"""Whatever layout a workbook has, reading it gives the records that it was made from: every field of every record.

Run: layouts_test.py PROGRAM SAMPLES [DOCUMENT.json ...]
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

try:
    import openpyxl  # noqa: F401
except ImportError:
    print("skipped: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)
from typeset import Layout, SINGLE, typeset

LAYOUTS = [
    Layout("as published"),
    Layout("one sheet", one_sheet=True),
    Layout("fused marks", group="fused"),
    Layout("blanks for spans", spans="blank"),
    Layout("fused, blanks", group="fused", spans="blank", one_sheet=True),
    Layout("heading not merged", group_header="blank", spans="blank"),
    Layout("broken headings", header="broken"),
    Layout("two header rows", header="two_rows"),
    Layout("two header rows, one sheet", header="two_rows", one_sheet=True, spans="blank"),
    Layout("full-width digits", header="wide", category="roman", separator=" "),
    Layout("another order", order=tuple(reversed(SINGLE))),
    Layout("an extra column", extra="備考", category="digits", separator="、"),
    Layout("away from the corner", top=4, left=3),
    Layout("pages", repeat_header_every=3, one_sheet=True),
    Layout("box in one cell", box="one cell"),
    Layout("box in two cells", box="two cells", one_sheet=True),
]


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def wanted(record, layout):
    fields = {}
    for field, value in record["fields"].items():
        text = value["text"]
        if field == "departments" and value.get("values"):
            text = layout.separator.join(value["values"])
        if field == "category" and layout.category == "digits":
            text = {"I": "1", "II": "2", "III": "3"}.get(text, text)
        fields[field] = folded(text)
    return fields


def read(program, path):
    run = subprocess.run([program, "convert", str(path), "--to", "json", "-o", "-", "--quiet"], capture_output=True)
    if run.returncode:
        raise SystemExit(f"{path}: exit {run.returncode}: {run.stderr.decode()}")
    return json.loads(run.stdout)


def differences(document, layout, got):
    for key in ("title", "label", "year"):
        if folded(str(got[key])) != folded(str(document[key])):
            yield f"{key}: {got[key]!r} for {document[key]!r}"
    if len(got["records"]) != len(document["records"]):
        yield f"{len(got['records'])} records for {len(document['records'])}"
    for want, have in zip(document["records"], got["records"]):
        fields = {k: folded(v["text"]) for k, v in have["fields"].items() if k != layout.extra}
        expected = wanted(want, layout)
        if have["id"] != want["id"]:
            yield f"id {have['id']} for {want['id']}"
        for field in sorted(expected.keys() | fields.keys()):
            if expected.get(field) != fields.get(field):
                yield f"{want['id']} {field}: {fields.get(field)!r} for {expected.get(field)!r}"
    sections = [(s["number"], s["title"], [i["title"] for i in s["items"]]) for s in document["sections"]]
    got_sections = [(s["number"], s["title"], [i["title"] for i in s["items"]]) for s in got["sections"]]
    if sections != got_sections:
        yield f"sections {got_sections} for {sections}"
    allowed = {"column.added"} if layout.extra else set()
    for finding in got["findings"]:
        if finding["severity"] != "note" and finding["code"] not in allowed:
            yield f"finding {finding['code']}: {finding['message']}"


def main(program, samples, documents):
    paths = [pathlib.Path(d) for d in documents] or sorted(pathlib.Path(samples, "expected").rglob("資料1.xlsx.json"))
    paths = [p for p in paths if json.loads(p.read_text()).get("schema") == "torimatome/1"]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            document = json.loads(path.read_text())
            for layout in LAYOUTS:
                book = pathlib.Path(folder, "book.xlsx")
                typeset(document, layout, book)
                found = list(differences(document, layout, read(program, book)))
                failed += bool(found)
                passed += not found
                for line in found[:5]:
                    print(f"{path.name}, layout «{layout.name}»: {line}")
    print(f"layouts: {passed} passed, {failed} failed")
    if not passed and not failed:
        print("no document to typeset was found")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
