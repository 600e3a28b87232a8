"""Every sample that has an expectation in samples/expected/ is read as expected: title, label, year, ids and all texts.

Run: samples_test.py PROGRAM SAMPLES
"""

import json
import pathlib
import re
import subprocess
import sys
import unicodedata


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def differences(got, want):
    for key in ("title", "label", "year"):
        if key in want and folded(str(got[key])) != folded(str(want[key])):
            yield f"{key}: {got[key]!r} for {want[key]!r}"
    if [r["id"] for r in got["records"]] != [r["id"] for r in want["records"]]:
        yield f"ids {[r['id'] for r in got['records']]} for {[r['id'] for r in want['records']]}"
        return
    for have, expected in zip(got["records"], want["records"]):
        for field in sorted(have["fields"].keys() | expected["fields"].keys()):
            text = have["fields"].get(field, {}).get("text")
            wanted = expected["fields"].get(field, {}).get("text")
            if folded(text) != folded(wanted):
                yield f"{expected['id']} {field}: {text!r} for {wanted!r}"


def main(program, samples):
    samples = pathlib.Path(samples)
    passed = failed = 0
    for path in sorted((samples / "expected").rglob("*.json")):
        want = json.loads(path.read_text())
        if want.get("schema") != "torimatome/1":
            continue
        source = samples / path.relative_to(samples / "expected").with_suffix("")
        run = subprocess.run([program, "convert", str(source), "-o", "-", "--quiet"], capture_output=True)
        found = [run.stderr.decode()] if run.returncode else list(differences(json.loads(run.stdout), want))
        failed += bool(found)
        passed += not found
        for line in found[:5]:
            print(f"{source.name}: {line}")
    print(f"samples: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
