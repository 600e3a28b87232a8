#!/usr/bin/python3
"""`compare` end to end: it finds known edits again, fits its schema, obeys decisions, and gives the same bytes twice.

Run: compare_test.py PROGRAM SAMPLES.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import made_years

try:
    from jsonschema import Draft202012Validator, RefResolver
except ImportError:
    Draft202012Validator = None

ROOT = pathlib.Path(__file__).resolve().parents[2]
YEARS = ("令和3年度", "令和4年度", "令和5年度")


class Compare(unittest.TestCase):
    program = None
    samples = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def run_program(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments), "--quiet"], capture_output=True, check=True).stdout

    def years(self, count):
        return [self.samples / year / "資料1.xlsx" for year in YEARS[-count:]]

    def compare(self, inputs, *options):
        return json.loads(self.run_program("compare", *inputs, "--to", "json", *options))

    def test_known_edits_are_found(self):
        for year in YEARS[:2]:
            document = json.loads(self.run_program("convert", self.samples / year / "資料1.xlsx"))
            for seed in range(1, 6):
                with self.subTest(year=year, seed=seed):
                    figures = made_years.measure(self.program, made_years.make(document, seed))
                    # One trap of each year cannot be told from a record that was moved and reworded.
                    self.assertGreaterEqual(figures["f1"], 0.97)
                    self.assertGreaterEqual(figures["kinds"], 0.93)
                    self.assertEqual(figures["traps"], 0)
                    self.assertTrue(figures["exact"])

    @unittest.skipIf(Draft202012Validator is None, "python3-jsonschema is not installed")
    def test_json_fits_its_schema(self):
        schemas = {name: json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")) for name in ("document", "comparison")}
        store = {schema["$id"]: schema for schema in schemas.values()}
        check = Draft202012Validator(schemas["comparison"], resolver=RefResolver.from_schema(schemas["comparison"], store=store))
        for count in (2, 3):
            self.assertEqual([e.message for e in check.iter_errors(self.compare(self.years(count)))], [])
        wrong = self.compare(self.years(2))
        wrong["pairs"][0]["kind"] = "renamed"
        self.assertNotEqual(list(check.iter_errors(wrong)), [])

    def test_three_years_have_timelines(self):
        series = self.compare(self.years(3))
        self.assertEqual(series["years"], [2021, 2022, 2023])
        self.assertEqual([c["years"] for c in series["comparisons"]], [[2021, 2022], [2022, 2023]])
        listed = [record for timeline in series["timelines"] for record in timeline["records"][2]]
        self.assertEqual(len(listed), len(set(listed)))
        kinds = {pair["kind"] for comparison in series["comparisons"] for pair in comparison["pairs"]}
        self.assertEqual(kinds, {"same", "changed", "notation", "added", "removed", "moved", "split", "merged"})

    def test_decisions_are_obeyed(self):
        pairs = self.folder / "対応.csv"
        first = self.compare(self.years(2), "--save-pairs", pairs)
        with pairs.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
        self.assertEqual(self.compare(self.years(2), "--pairs", pairs)["pairs"], first["pairs"])
        row = next(r for r in rows[1:] if r[1] and r[3])
        row[4] = "禁止"
        with pairs.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(rows)
        second = self.compare(self.years(2), "--pairs", pairs)
        self.assertNotIn((row[1], row[3]), [(p["old"], p["new"]) for p in second["pairs"]])

    def test_a_workbook_is_taken_for_decisions(self):
        book = self.folder / "比較.xlsx"
        self.run_program("compare", *self.years(2), "-o", book)
        plain = self.compare(self.years(2))
        self.assertEqual(self.compare(self.years(2), "--pairs", book), plain)

    def test_the_same_bytes_twice(self):
        for name in ("a.xlsx", "b.xlsx"):
            self.run_program("compare", *self.years(3), "--style", "both", "-o", self.folder / name)
        self.assertEqual((self.folder / "a.xlsx").read_bytes(), (self.folder / "b.xlsx").read_bytes())
        self.assertEqual(self.run_program("compare", *self.years(3), "--to", "json"), self.run_program("compare", *self.years(3), "--to", "json"))


if __name__ == "__main__":
    Compare.program = sys.argv.pop(1)
    Compare.samples = pathlib.Path(sys.argv.pop(1))
    unittest.main()
