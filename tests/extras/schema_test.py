#!/usr/bin/python3
"""The JSON that the program writes fits its schemas, and the schemas refuse what is wrong.

The golden files are byte for byte what the writer gives (tests/writers/json_test.cpp), with every part of the model.
Run: schema_test.py PROGRAM SAMPLES. Ends with 77, which ctest shows as skipped, where Debian's python3-jsonschema is not installed.
"""

import copy
import json
import pathlib
import subprocess
import sys
import unittest

try:
    from jsonschema import Draft202012Validator, RefResolver
except ImportError:
    print("SKIPPED: the JSON schemas were not checked; install python3-jsonschema (packages.txt, [extras]).")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "writers" / "golden"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


SCHEMAS = {name: load(ROOT / "schemas" / f"{name}.schema.json") for name in ("document", "tables")}


def validator(name):
    store = {schema["$id"]: schema for schema in SCHEMAS.values()}
    return Draft202012Validator(SCHEMAS[name], resolver=RefResolver.from_schema(SCHEMAS[name], store=store))


def errors(name, value):
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]


def changed(value, path, new):
    """A copy of `value` with the member at `path` set to `new`, or taken out where `new` is None."""
    value = copy.deepcopy(value)
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    if new is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = new
    return value


class Schemas(unittest.TestCase):
    def test_schemas_are_schemas(self):
        for schema in SCHEMAS.values():
            Draft202012Validator.check_schema(schema)

    def test_written_documents_fit(self):
        for name in ("document.json", "document.ndjson", "empty.json"):
            self.assertEqual(errors("document", load(GOLDEN / name)), [], name)

    def test_written_tables_fit(self):
        for name in ("tables.json", "tables.ndjson"):
            self.assertEqual(errors("tables", load(GOLDEN / name)), [], name)

    def test_one_schema_refuses_the_other(self):
        self.assertNotEqual(errors("document", load(GOLDEN / "tables.json")), [])
        self.assertNotEqual(errors("tables", load(GOLDEN / "document.json")), [])

    def test_every_member_is_needed(self):
        document = load(GOLDEN / "document.json")
        paths = [[key] for key in document]
        paths += [["source", key] for key in ("file", "format", "sha256")]
        paths += [["sections", 0, key] for key in ("number", "title", "items")]
        paths += [["sections", 0, "items", 0, key] for key in ("mark", "title")]
        paths += [["records", 0, key] for key in ("id", "section", "fields", "source")]
        paths += [["records", 0, "fields", "plan", "text"], ["records", 0, "fields", "plan", "runs", 0, "text"]]
        paths += [["findings", 0, key] for key in ("code", "severity", "message")]
        paths += [["unplaced", 0, key] for key in ("text", "source")]
        for path in paths:
            self.assertNotEqual(errors("document", changed(document, path, None)), [], path)

    def test_no_member_is_unknown(self):
        document = load(GOLDEN / "document.json")
        plan = ["records", 0, "fields", "plan"]
        for path in ([], ["source"], ["sections", 0], ["sections", 0, "items", 0], ["records", 0], ["records", 0, "source"],
                     plan, plan + ["runs", 0], ["findings", 0], ["unplaced", 0]):
            self.assertNotEqual(errors("document", changed(document, path + ["more"], "x")), [], path)

    def test_wrong_values_are_refused(self):
        document = load(GOLDEN / "document.json")
        plan = ["records", 0, "fields", "plan"]
        for path, wrong in (
            (["schema"], "torimatome/2"),
            (["year"], "2021"),
            (["source", "format"], "docx"),
            (["source", "sha256"], "A" * 64),
            (["source", "date"], "2022-13-01"),
            (["records", 0, "id"], ""),
            (["records", 0, "source", "cell"], "a5"),
            (["records", 0, "source", "line"], 0),
            (["records", 0, "source", "box"], [0, 0, 1, 1]),
            (["records", 1, "source", "box"], [0, 0, 1]),
            (plan, "text"),
            (plan + ["inherited"], False),
            (plan + ["values"], []),
            (plan + ["runs"], []),
            (plan + ["runs", 1, "color"], "#FF0000"),
            (["findings", 0, "severity"], "fatal"),
            (["findings", 0, "code"], "Row Missing"),
        ):
            self.assertNotEqual(errors("document", changed(document, path, wrong)), [], path)

    def test_wrong_tables_are_refused(self):
        tables = load(GOLDEN / "tables.json")
        cell = ["tables", 0, "cells", 0]
        for path, wrong in (
            (cell + ["row"], 0),
            (cell + ["column_span"], 0),
            (cell + ["hidden"], False),
            (cell + ["struck"], ""),
            (cell + ["more"], 1),
            (cell + ["text"], None),
            (["tables", 0, "page"], 1),
            (["tables", 0, "rows"], -1),
        ):
            self.assertNotEqual(errors("tables", changed(tables, path, wrong)), [], path)


class Samples(unittest.TestCase):
    """What the program makes of the samples fits too."""

    program = None
    samples = None

    def convert(self, path, kind):
        run = subprocess.run([self.program, "convert", "--quiet", "--to", kind, "-o", "-", path], capture_output=True)
        self.assertEqual(run.returncode, 0, run.stderr.decode("utf-8"))
        return json.loads(run.stdout)

    def test_samples_fit(self):
        unreadable = {self.samples / name for name in load(self.samples / "expected" / "unreadable.json")}
        expected = self.samples / "expected"
        inputs = [
            self.samples / path.relative_to(expected).with_suffix("") for path in sorted(expected.glob("*年度/**/*.json"))
        ]
        self.assertNotEqual(inputs, [])
        for path in inputs:
            with self.subTest(path.name):
                self.assertEqual(errors("tables", self.convert(path, "tables")), [])
                self.assertEqual(errors("document", self.convert(path, "json")), [])


if __name__ == "__main__":
    Samples.program = sys.argv.pop(1)
    Samples.samples = pathlib.Path(sys.argv.pop(1))
    unittest.main()
