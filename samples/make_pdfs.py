#!/usr/bin/python3
"""Prints the published workbooks of the samples to PDF, as a city publishes them, and writes how they should be read.

Needs LibreOffice (Debian: libreoffice-calc-nogui) and the program itself, which only gives the page of each record; what a record
says comes from the workbook's expectation. Run: make_pdfs.py PROGRAM
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def print_to_pdf(book):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf",
                        "--outdir", str(book.parent), str(book)], check=True, capture_output=True)
    return book.with_suffix(".pdf")


def write_expected(program, book, pdf):
    folder = HERE / "expected" / book.parent.name
    want = json.loads((folder / f"{book.name}.json").read_text(encoding="utf-8"))
    run = subprocess.run([program, "convert", str(pdf), "-o", "-", "--quiet"], capture_output=True, check=True)
    places = {record["id"]: record["source"] for record in json.loads(run.stdout)["records"]}
    want["source"] = {"file": pdf.name, "format": "pdf", "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest()}
    for record in want["records"]:
        record["source"] = {"page": places.get(record["id"], {"page": 1})["page"]}
    text = json.dumps(want, ensure_ascii=False, indent=2) + "\n"
    (folder / f"{pdf.name}.json").write_text(text, encoding="utf-8")


def main(program):
    for book in sorted(HERE.glob("令和*年度/資料?.xlsx")):
        if (HERE / "expected" / book.parent.name / f"{book.name}.json").exists():
            write_expected(program, book, print_to_pdf(book))


if __name__ == "__main__":
    main(sys.argv[1])
