"""Times the program against openpyxl and SheetJS on the same files in one run, as whole processes.

Run: bench.py PROGRAM FOLDER [ROUNDS]. FOLDER holds the inputs (made once) and the outputs. Each figure is the median of the rounds,
in which the commands take turns; what counts is the ratio, not the seconds.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import make_inputs

HERE = pathlib.Path(__file__).resolve().parent


def run(command):
    """Wall seconds and the largest process' peak memory in MiB."""
    start = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status:
        raise SystemExit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}: {process.stderr.read().decode()[-400:]}")
    return wall, usage.ru_maxrss / 1024


def compare(title, commands, rounds):
    figures = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            figures[name].append(run(command))
    print(f"\n{title}")
    own = statistics.median(wall for wall, _ in figures["torimatome"])
    for name, values in figures.items():
        wall = statistics.median(value for value, _ in values)
        memory = max(value for _, value in values)
        spread = f"{min(v for v, _ in values):.2f}–{max(v for v, _ in values):.2f}"
        print(f"  {name:<12} {wall:8.2f} s ({spread})   {memory:7.0f} MiB   {wall / own:6.1f} times torimatome")


def sheetjs(folder):
    """The command that runs peers.js; empty where node or npm is missing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        print("skipped SheetJS: node and npm are not installed")
        return []
    modules = folder / "node"
    if not (modules / "node_modules" / "xlsx").exists():
        modules.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(modules), "xlsx@0.18.5"], check=True)
    shutil.copy(HERE / "peers.js", modules / "peers.js")
    return [node, "--max-old-space-size=8192", str(modules / "peers.js")]


def years_apart(program, folder, count, rounds):
    """Two documents compared, against the time that reading them takes; growth is seen from one size to the next."""
    years = [str(path) for path in make_inputs.two_years(folder, count)]
    reading = [program, "convert", *years, "-o", str(folder / "years.ndjson"), "--quiet"]
    comparing = [program, "compare", *years, "-o", str(folder / "years.xlsx"), "--quiet"]
    read = statistics.median(run(reading)[0] for _ in range(rounds))
    compared = statistics.median(run(comparing)[0] for _ in range(rounds))
    print(f"\nComparing two documents of {count} records: {compared:.2f} s, {compared / read:.1f} times reading them ({read:.2f} s)")


def main(program, folder, rounds):
    folder = pathlib.Path(folder)
    submissions, long_file = make_inputs.make(folder)
    python = [sys.executable, str(HERE / "peers.py")]
    node = sheetjs(folder)
    reading = {"torimatome": [program, "convert", str(long_file), "--to", "tables", "-o", os.devnull, "--quiet"],
               "openpyxl": python + ["read", str(long_file)]}
    consolidating = {"torimatome": [program, "consolidate", str(submissions), "-o", str(folder / "torimatome.xlsx"), "--quiet"],
                     "openpyxl": python + ["consolidate", str(submissions), str(folder / "openpyxl.xlsx")]}
    if node:
        reading["SheetJS"] = node + ["read", str(long_file)]
        consolidating["SheetJS"] = node + ["consolidate", str(submissions), str(folder / "sheetjs.xlsx")]
    compare_pdf(program, HERE.parent / "samples", rounds)
    compare("Reading a table of 100,000 rows", reading, rounds)
    compare("Consolidating 500 submissions of 30 rows (the peers only copy the cells together)", consolidating, rounds)
    for count in (250, 500, 1000, 2000):
        years_apart(program, folder, count, rounds)


def compare_pdf(program, samples, rounds):
    """The ratio to poppler's own work on the same pages: its text, and a picture of 72 dpi."""
    pdf = next(iter(sorted(samples.glob("令和*年度/資料1.pdf"))), None)
    if not pdf or not shutil.which("pdftotext"):
        print("skipped PDF: there is no sample, or poppler-utils is not installed")
        return
    compare("Reading a PDF of ruled A3 tables", {
        "torimatome": [program, "convert", str(pdf), "--to", "tables", "-o", os.devnull, "--quiet"],
        "text": ["pdftotext", "-bbox", str(pdf), os.devnull],
        "picture": ["sh", "-c", 'pdftoppm -r 72 -gray "$0" >' + os.devnull, str(pdf)]}, rounds)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)
