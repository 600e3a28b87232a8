"""Measures a round: forms for 60 departments with 40 measures each, distributed, answered and collected again.

Run: round.py PROGRAM FOLDER [ROUNDS]   The bar: both steps together in under 5 seconds on 2 cores.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

DEPARTMENTS, MEASURES = 60, 40
SENTENCE = "相談の窓口を{}か所に増やし、延べ{}件の相談に応じた。関係する機関との連絡会を開き、役割の分担を確かめた。"


def document():
    records = []
    for department in range(DEPARTMENTS):
        for measure in range(MEASURES):
            section = str(department % 5 + 1)
            mark = "アイウエオカキクケコサシスセソタチツテト"[department // 5]
            fields = {"item": {"text": "①"}, "policy_mark": {"text": mark},
                      "policy": {"text": f"第{department + 1}の方針として、地域で支える体制を整える。"},
                      "goal": {"text": f"○目標{measure + 1}のとおり、必要な支援が届く体制が整っている。"}}
            for field in ("result", "evaluation", "plan"):
                fields[field] = {"text": "・" + SENTENCE.format(measure + 2, department * 100 + measure) * 3}
            fields["category"] = {"text": "III"}
            fields["departments"] = {"text": f"第{department + 1:02}部", "values": [f"第{department + 1:02}部"]}
            records.append({"id": f"{section}-①-{mark}-{measure + 1}", "section": section, "fields": fields,
                            "source": {"line": len(records) + 1}})
    sections = [{"number": str(number), "title": f"第{number}の提言", "items": [{"mark": "①", "title": "項目"}]}
                for number in range(1, 6)]
    return {"schema": "torimatome/1", "form": "recommendation-progress", "label": "資料1",
            "title": "令和4年度の取組結果と令和5年度の取組内容", "year": 2022,
            "source": {"file": "round.json", "format": "json", "sha256": ""}, "sections": sections, "records": records,
            "findings": [], "unplaced": []}


def timed(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def fill(forms):
    """Answers in every open cell, typed by openpyxl: as heavy as real answers."""
    import openpyxl
    for form in forms:
        book = openpyxl.load_workbook(form)
        for sheet in book:
            columns = {}
            for row in sheet.iter_rows():
                for cell in row:
                    text = str(cell.value or "")
                    if text.startswith("torimatome:column|"):
                        columns[text.split("|")[1]] = cell.column
                if str(row[0].value or "").startswith("torimatome:row|"):
                    for number, field in enumerate(("result", "evaluation", "plan")):
                        row[columns[field] - 1].value = SENTENCE.format(number, row[0].row) * 3
                    row[columns["category"] - 1].value = "II"
        book.save(form)


def main(program, folder, rounds="3"):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    source, forms = folder / "round.json", folder / "forms"
    source.write_text(json.dumps(document(), ensure_ascii=False), encoding="utf-8")
    out = min(timed(program, "distribute", str(source), "--year", "2023", "-o", str(forms)) for _ in range(int(rounds)))
    fill(sorted(forms.glob("*照会_*.xlsx")))
    back = min(timed(program, "consolidate", str(forms), "-o", str(folder / "book.xlsx")) for _ in range(int(rounds)))
    print(f"{DEPARTMENTS} departments x {MEASURES} measures, {os.cpu_count()} cores: distribute {out:.2f} s, "
          f"collect {back:.2f} s, together {out + back:.2f} s (bar: 5 s)")


if __name__ == "__main__":
    main(*sys.argv[1:])
