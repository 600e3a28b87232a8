"""A second year made from a document by known edits, and how well `compare` finds them again.

Run: made_years.py PROGRAM DOCUMENT.json SEED [SEED...]. Prints for each seed the pair F1, the share of kinds that are right, traps taken without
a finding, and whether every diff rebuilds both texts; with -v what was wrong.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

OWN = ("result", "evaluation", "plan")
SHARED = ("item", "policy_mark", "policy", "goal")
SPELLINGS = [("取組", "取り組み"), ("子ども", "こども"), ("引き続き", "引続き"), ("及び", "および"), ("行う", "行なう"), ("全て", "すべて"), ("更に", "さらに")]
WORDS = [("実施", "試行"), ("職員", "担当者"), ("会議", "打合せの場"), ("研修", "講習"), ("支援", "手助け"), ("検討", "精査"), ("強化", "充実"), ("連携", "協力"),
         ("体制", "仕組み"), ("情報", "記録"), ("確認", "点検"), ("開催", "開設"), ("作成", "整備"), ("相談", "問い掛け"), ("世帯", "家族")]
SENTENCES = ["図書館の閲覧席を{n}席増やし、夜間も使えるようにした。", "港まつりの警備員を{n}人とし、救護所を2か所に置いた。", "公園の遊具{n}基を点検し、古いものから取り替えた。",
             "道路の段差を{n}か所直し、車いすで通れるようにした。", "市営バスの停留所{n}か所に屋根を付けた。", "水道管{n}メートルを地震に強いものに替えた。",
             "古い街灯{n}基をLEDに替え、電気代を減らした。", "市民農園を{n}区画広げ、抽選で貸し出した。", "文化財{n}件の写真を撮り、目録に載せた。", "空き家{n}軒の持ち主に手紙を送り、使い道を尋ねた。"]
FILLER = ["あわせて、前年度に寄せられた意見を踏まえて進め方を改める。", "進み具合は四半期ごとに部内で共有する。", "費用は既定の予算の範囲内で賄う。"]


def sentences(text):
    return [s for s in re.split(r"(?<=。)(?!」|）)|(?<=\n)", text) if s]


class Year:
    def __init__(self, document, seed):
        self.random = random.Random(seed)
        self.old = document
        self.new = copy.deepcopy(document)
        self.rows = [{"record": r, "from": [r["id"]], "kind": "same"} for r in self.new["records"]]
        self.removed = set()
        self.traps = set()

    def texts(self, row):
        return [f for f in OWN if f in row["record"]["fields"]]

    def set(self, row, field, text):
        if row["record"]["fields"][field]["text"] == text:
            return False
        row["record"]["fields"][field] = {"text": text}
        return True

    def field(self, row):
        fields = self.texts(row)
        return self.random.choice(fields) if fields else None

    def free(self, least=1):
        rows = [r for r in self.rows if r["kind"] == "same" and not r.get("trap") and sum(len(r["record"]["fields"][f]["text"]) for f in self.texts(r)) > 60 * least
                and len(self.texts(r)) >= least]
        return self.random.choice(rows) if rows else None

    def reword(self, heavy=False):
        row = self.free()
        if not row:
            return
        changed = False
        for field in self.texts(row):
            text = row["record"]["fields"][field]["text"]
            for word, other in self.random.sample(WORDS, len(WORDS) if heavy else 6):
                text = text.replace(word, other, 2 if heavy else 1)
            parts = sentences(text)
            if heavy and len(parts) > 1:
                parts[self.random.randrange(len(parts))] = self.random.choice(FILLER)
            elif self.random.random() < 0.3:
                parts.append(self.random.choice(FILLER))
            changed |= self.set(row, field, "".join(parts))
        if changed:
            row["kind"] = "changed"

    def notation(self):
        row = self.free()
        if not row:
            return
        changed = False
        for field in self.texts(row):
            text = row["record"]["fields"][field]["text"]
            for a, b in SPELLINGS:
                text = text.replace(a, b)
            text = re.sub(r"(?<![0-9０-９])[0-9](?![0-9])", lambda m: chr(ord(m.group()) + 0xFEE0), text)
            text = text.replace("（", "(").replace("）", ")") if self.random.random() < 0.5 else text
            changed |= self.set(row, field, text)
        if changed:
            row["kind"] = "notation"

    def path(self, row):
        fields = row["record"]["fields"]
        return row["record"]["section"], *(fields.get(f, {}).get("text", "") for f in ("item", "policy_mark"))

    def place(self, row, beside):
        row["record"]["section"] = beside["record"]["section"]
        for field in SHARED:
            row["record"]["fields"].pop(field, None)
            if field in beside["record"]["fields"]:
                row["record"]["fields"][field] = copy.deepcopy(beside["record"]["fields"][field])
        order = SHARED + OWN + ("category", "departments")
        row["record"]["fields"] = {f: row["record"]["fields"][f] for f in order if f in row["record"]["fields"]}

    def move(self):
        row = self.free()
        others = [r for r in self.rows if row and self.path(r) != self.path(row)]
        alone = row and sum(self.path(r) == self.path(row) for r in self.rows) == 1
        if not row or not others or alone:
            return
        target = self.random.choice(others)
        self.rows.remove(row)
        self.place(row, target)
        self.rows.insert(self.rows.index(target) + 1, row)
        row["kind"] = "moved"

    def new_row(self, beside):
        record = copy.deepcopy(beside["record"])
        for field in OWN:
            text = "".join(self.random.sample(SENTENCES, 2)).format(n=self.random.randint(3, 90))
            record["fields"][field] = {"text": text}
        return {"record": record, "from": [], "kind": "added"}

    def insert(self):
        beside = self.random.choice(self.rows)
        self.rows.insert(self.rows.index(beside) + self.random.randint(0, 1), self.new_row(beside))

    def remove(self):
        row = self.free()
        if row:
            self.rows.remove(row)
            self.removed.update(row["from"])

    def split(self):
        row = self.free(2)
        if not row:
            return
        halves = {}
        for field in self.texts(row):
            parts = sentences(row["record"]["fields"][field]["text"])
            if len(parts) < 2:
                continue
            middle = len(parts) // 2
            halves[field] = "".join(parts[:middle]), "".join(parts[middle:])
        if not halves or all(min(len(a), len(b)) < 25 for a, b in halves.values()):
            return
        second = {"record": copy.deepcopy(row["record"]), "from": list(row["from"]), "kind": "split"}
        for field, (first, rest) in halves.items():
            self.set(row, field, first)
            self.set(second, field, rest)
        if len(halves) < len(self.texts(row)):
            for field in self.texts(row):
                if field not in halves:
                    second["record"]["fields"].pop(field)
        row["kind"] = "split"
        self.rows.insert(self.rows.index(row) + 1, second)

    def merge(self):
        row = self.free()
        others = [r for r in self.rows if row and r is not row and r["kind"] == "same" and self.path(r) == self.path(row) and self.texts(r)]
        if not row or not others:
            return
        other = self.random.choice(others)
        for field in OWN:
            texts = [r["record"]["fields"][field]["text"] for r in (row, other) if field in r["record"]["fields"]]
            if texts:
                row["record"]["fields"][field] = {"text": "\n".join(texts)}
        row["from"] += other["from"]
        row["kind"] = "merged"
        self.rows.remove(other)

    def rename_department(self):
        named = [r for r in self.rows if r["record"]["fields"].get("departments", {}).get("values")]
        if not named:
            return
        name = self.random.choice(self.random.choice(named)["record"]["fields"]["departments"]["values"])
        fresh = name.replace("部", "推進局") if "部" in name else name + "室"
        for row in named:
            field = row["record"]["fields"]["departments"]
            if name in field["values"]:
                field["values"] = [fresh if v == name else v for v in field["values"]]
                field["text"] = field["text"].replace(name, fresh)
                if row["kind"] in ("same", "notation"):
                    row["kind"] = "changed"

    def near_copy(self, instead=False):
        """A record that is hardly different, under another policy; with `instead` the record itself ends."""
        row = self.free()
        others = [r for r in self.rows if row and self.path(r) != self.path(row)]
        if not row or not others:
            return
        target = self.random.choice(others)
        twin = {"record": copy.deepcopy(row["record"]), "from": [], "kind": "added", "trap": True}
        for field in self.texts(row):
            text = row["record"]["fields"][field]["text"]
            for word, other in self.random.sample(WORDS, 5):
                text = text.replace(word, other, 1)
            self.set(twin, field, text)
        self.place(twin, target)
        self.rows.insert(self.rows.index(target), twin)
        if instead:
            self.rows.remove(row)
            self.removed.update(row["from"])
        else:
            row["trap"] = True

    def renumber(self):
        """A new item comes into a section's box; the marks of the items behind it move on by one."""
        section = self.random.choice(self.new["sections"])
        marks = "①②③④⑤⑥⑦⑧⑨⑩"
        items = section["items"]
        if not items or len(items) > 8 or any(i["mark"] not in marks for i in items):
            return
        at = self.random.randrange(len(items))
        shifted = {i["mark"]: marks[marks.index(i["mark"]) + 1] for i in items[at:]}
        first = next((r for r in self.rows if r["record"]["section"] == section["number"]), None)
        if not first:
            return
        fresh = self.new_row(first)
        fresh["record"]["fields"]["policy"] = {"text": "港の周りの道と広場を、歩いて楽しめる場所にする。"}
        fresh["record"]["fields"]["goal"] = {"text": "○休日に歩く人が増え、店の前に人が集まっている。"}
        fresh["record"]["fields"]["item"] = {"text": items[at]["mark"]}
        place = next((n for n, r in enumerate(self.rows) if r["record"]["section"] == section["number"]
                      and r["record"]["fields"].get("item", {}).get("text") in shifted), None)
        if place is None:
            return
        for row in self.rows:
            mark = row["record"]["fields"].get("item", {}).get("text")
            if row["record"]["section"] == section["number"] and mark in shifted:
                row["record"]["fields"]["item"] = {**row["record"]["fields"]["item"], "text": shifted[mark]}
        for item in items[at:]:
            item["mark"] = shifted[item["mark"]]
        items.insert(at, {"mark": marks[at], "title": "港周辺のにぎわいの創出"})
        self.rows.insert(place, fresh)

    def finish(self):
        counts = {}
        self.new["year"] = (self.old["year"] or 2020) + 1
        for row in self.rows:
            path = "-".join(p for p in self.path(row) if p)
            counts[path] = counts.get(path, 0) + 1
            row["record"]["id"] = f"{path}-{counts[path]}"
        self.new["records"] = [row["record"] for row in self.rows]
        self.truth = {(o, row["record"]["id"]): row["kind"] for row in self.rows for o in row["from"]}
        self.added = {row["record"]["id"] for row in self.rows if not row["from"]}
        self.traps = {row["record"]["id"] for row in self.rows if row.get("trap") and not row["from"]}


def make(document, seed):
    year = Year(document, seed)
    size = len(document["records"])
    plan = (["reword"] * (size // 8) + ["heavy"] * max(1, size // 20) + ["notation"] * (size // 12) + ["move"] * max(1, size // 15) +
            ["insert"] * max(1, size // 12) + ["remove"] * max(1, size // 12) + ["split"] * max(1, size // 25) + ["merge"] * max(1, size // 25) +
            ["near_copy"] * max(1, size // 20) + ["instead"] + ["renumber", "rename_department"])
    year.random.shuffle(plan)
    for step in plan:
        {"heavy": lambda: year.reword(True), "instead": lambda: year.near_copy(True)}.get(step, getattr(year, step, None))()
    year.finish()
    return year


def joined(diff, left_out):
    return "".join(part["text"] for part in diff if part["op"] != left_out)


def measure(program, year, verbose=False):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("old.json", "new.json")]
        for path, document in zip(paths, (year.old, year.new)):
            path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        run = subprocess.run([program, "compare", *paths, "--to", "json", "--quiet"], capture_output=True, check=True)
    result = json.loads(run.stdout)
    found = {(p["old"], p["new"]): p for p in result["pairs"] if p["old"] and p["new"]}
    right = set(found) & set(year.truth)
    f1 = 2 * len(right) / (len(found) + len(year.truth))
    kinds = 0
    total = 0
    for pair in result["pairs"]:
        expected = year.truth.get((pair["old"], pair["new"])) if pair["old"] and pair["new"] else None
        if not pair["old"] and pair["new"] in year.added:
            expected = "added"
        if not pair["new"] and pair["old"] in year.removed:
            expected = "removed"
        total += 1
        kinds += expected == pair["kind"]
        if verbose and expected != pair["kind"]:
            for name, field in pair["fields"].items():
                if expected == "notation" and field["kind"] == "changed":
                    print("   ", name, [part for part in field["diff"] if part["op"] != "equal"])
            print("  kind", pair["old"], pair["new"], pair["kind"], "expected", expected, [f["code"] for f in pair["findings"]], pair["score"])
    if verbose:
        for pair in sorted(set(year.truth) - set(found)):
            print("  missed", pair, year.truth[pair])
        for pair in sorted(set(found) - set(year.truth)):
            print("  wrong", pair, found[pair]["score"], [f["code"] for f in found[pair]["findings"]])
    warned = {p["old"]: True for p in found.values() if any(f["severity"] != "note" for f in p["findings"])}
    taken = [pair for pair in set(found) - set(year.truth) if not any(f["code"] != "pair.renumbered" for f in found[pair]["findings"])]
    records = {r["id"]: r for r in year.old["records"]}, {r["id"]: r for r in year.new["records"]}
    exact = all(joined(f["diff"], "insert") == (records[0][p["old"]]["fields"].get(n, {"text": ""})["text"] if p["old"] else "")
                and joined(f["diff"], "delete") == (records[1][p["new"]]["fields"].get(n, {"text": ""})["text"] if p["new"] else "")
                for p in result["pairs"] for n, f in p["fields"].items())
    return {"f1": f1, "kinds": kinds / total, "traps": len(taken), "exact": exact, "warnings": len(warned), "pairs": len(found)}


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    document = json.loads(pathlib.Path(arguments[1]).read_text(encoding="utf-8"))
    for seed in map(int, arguments[2:]):
        figures = measure(arguments[0], make(document, seed), "-v" in sys.argv)
        print(seed, {k: round(v, 3) for k, v in figures.items()})


if __name__ == "__main__":
    main()
