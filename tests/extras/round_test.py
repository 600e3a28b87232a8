"""The whole round: forms out, filled in through openpyxl and LibreOffice, tampered with, consolidated, evaluated, tallied.

Every text that is typed must be found again in its place, every tampering reported, and an untouched form give no warning.

Run: round_test.py PROGRAM SAMPLES
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)

ROW, COLUMN = "torimatome:row|", "torimatome:column|"
PROSE = ("result", "evaluation", "plan")


def run(program, *arguments, allowed=(0,)):
    done = subprocess.run([program, *map(str, arguments), "--lang", "en"], capture_output=True, text=True)
    assert done.returncode in allowed, (arguments, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def through_libreoffice(files, folder):
    """Saves the workbooks again by LibreOffice into `folder`; False where it is not installed."""
    if not shutil.which("soffice"):
        return False
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx", "--outdir",
                        str(folder), *map(str, files)], capture_output=True, timeout=600, check=True)
    return True


def form_rows(sheet):
    """(columns by field, rows by id) of a sheet of ours, from its marks."""
    columns, rows = {}, []
    for row in sheet.iter_rows():
        for cell in row:
            text = str(cell.value or "")
            if text.startswith(COLUMN):
                columns[text[len(COLUMN):]] = cell.column
            if text.startswith(ROW):
                rows.append((cell.row, text.split("|", 2)[2]))
    return columns, rows


def fill(source, target, name):
    """Fills in a form; gives the typed texts by record and field."""
    book = openpyxl.load_workbook(source)
    typed = {}
    for sheet in book:
        columns, rows = form_rows(sheet)
        for row, record in rows:
            for field in PROSE:
                text = f"{name}の{record}について{field}を記入した。\n・二行目も書いた。"
                sheet.cell(row, columns[field]).value = text
                typed[record, field] = text
            sheet.cell(row, columns["category"]).value = "II"
            typed[record, "category"] = "II"
    book.save(target)
    return typed


def check(program, *inputs):
    """Findings by file: [(code, severity)] as `check` tells them."""
    told, name = {}, None
    for line in run(program, "check", *inputs, allowed=(0, 2, 3)).splitlines():
        if not line.startswith("  "):
            name = line.split(":")[0]
            told.setdefault(name, [])
        else:
            told[name].append((line.rsplit("(", 1)[-1].rstrip(")"), line.split()[0].rstrip(":")))
    return told


def folded(text):
    return "".join(str(text or "").split())


def records_of(program, source, *options):
    return json.loads(run(program, "convert", source, "-o", "-", "--quiet", *options))["records"]


def untouched_forms_give_no_warning(program, forms, work):
    again = work / "openpyxl"
    again.mkdir()
    for form in forms:
        openpyxl.load_workbook(form).save(again / form.name)
    folders = [forms[0].parent, again]
    if through_libreoffice(forms, work / "libreoffice"):
        folders.append(work / "libreoffice")
    for folder in folders:
        for name, findings in check(program, folder).items():
            bad = [finding for finding in findings if finding[1] != "note"]
            assert not bad, (folder, name, bad)
            assert ("form.not-filled-in", "note") in findings, (folder, name, findings)


def swap_rows(sheet, a, b):
    for column in range(1, sheet.max_column + 1):
        x, y = sheet.cell(a, column), sheet.cell(b, column)
        x.value, y.value = y.value, x.value


def tamper(filled, folder):
    """Workbooks with one kind of tampering each, and the code that tells of it."""
    folder.mkdir()
    cases = []

    def case(name, code, change):
        book = openpyxl.load_workbook(filled)
        sheet = next(each for each in book if len(form_rows(each)[1]) >= 3)
        columns, rows = form_rows(sheet)
        change(book, sheet, columns, [row for row, _ in rows])
        book.save(folder / f"{name}.xlsx")
        cases.append((f"{name}.xlsx", code))

    def copy_row(sheet, row, result):
        sheet.insert_rows(row + 1)
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row + 1, column).value = sheet.cell(row, column).value
        if result:
            sheet.cell(row + 1, form_rows(sheet)[0]["result"]).value = result

    case("moved", "form.rows-moved", lambda b, s, c, r: swap_rows(s, r[0], r[2]))
    case("copied", "form.row-copied", lambda b, s, c, r: copy_row(s, r[0], "複写した行の実績。"))
    case("doubled", "form.row-copied", lambda b, s, c, r: copy_row(s, r[0], None))
    case("deleted", "form.row-dropped", lambda b, s, c, r: s.delete_rows(r[1]))
    case("inserted", "form.row-added",
         lambda b, s, c, r: (s.insert_rows(r[1]), s.cell(r[1], c["result"], "挿入した行の実績。")))
    case("new_row", "form.row-added", lambda b, s, c, r: s.cell(r[-1] + 1, c["result"], "新しい行の実績。"))
    case("locked", "form.locked-changed", lambda b, s, c, r: s.cell(r[0], c["goal"], "勝手に変えた目標。"))
    case("one_letter", "form.locked-changed",
         lambda b, s, c, r: s.cell(r[0], c["policy"], str(s.cell(r[0], c["policy"]).value)[:-1] + "ぞ"))
    case("emptied", "form.locked-changed", lambda b, s, c, r: setattr(s.cell(r[0], c["goal"]), "value", None))
    case("reference", "form.locked-changed",
         lambda b, s, c, r: s.cell(r[0], next(v for k, v in c.items() if k.startswith("【参考】")), "参考を変えた。"))
    case("column", "column.added",
         lambda b, s, c, r: (s.insert_cols(c["evaluation"]), s.cell(r[0] - 1, c["evaluation"], "独自の列"),
                             s.cell(r[0], c["evaluation"], "独自の列の内容。")))
    case("renamed", "form.sheet-renamed", lambda b, s, c, r: setattr(s, "title", "回答しました"))
    case("heading", "form.heading-changed", lambda b, s, c, r: s.cell(r[0] - 1, c["result"], "実績ですよ"))
    case("inside", "column.added",
         lambda b, s, c, r: (s.insert_cols(c["policy"]), s.cell(r[0] - 1, c["policy"], "間の列"),
                             s.cell(r[0], c["policy"], "間に挟んだ列の内容。")))
    case("left", "form.hidden-text",
         lambda b, s, c, r: (s.insert_cols(1), s.cell(r[0], 1, "隠れた列に書いた文。")))
    case("others", "form.row-of-others", lambda b, s, c, r: s.cell(r[0], 1, ROW + "2023|9-⑨-ケ-9"))
    case("old_row", "form.row-of-others", lambda b, s, c, r: s.cell(r[0], 1, s.cell(r[0], 1).value.replace("2023", "2022")))
    case("no_hidden_sheet", "form.hidden-sheet-lost", lambda b, s, c, r: b.remove(b["torimatome"]))
    case("no_ids", "form.row-id-lost",
         lambda b, s, c, r: [setattr(each.cell(row, 1), "value", None) for each in b for row, _ in form_rows(each)[1]])
    case("blank", "form.answer-missing", lambda b, s, c, r: setattr(s.cell(r[0], c["result"]), "value", None))
    case("category", "category.unknown", lambda b, s, c, r: s.cell(r[0], c["category"], "要検討"))
    return cases


def tampering_is_told(program, filled, typed, work):
    folder = work / "tampered"
    cases = tamper(filled, folder)
    for name, code in cases:
        findings = [finding[0] for told in check(program, folder / name).values() for finding in told]
        assert code in findings, (name, code, findings)
    kept = {"copied": "複写した行の実績。", "inserted": "挿入した行の実績。", "new_row": "新しい行の実績。", "locked": "勝手に変えた目標。",
            "reference": "参考を変えた。", "column": "独自の列の内容。", "inside": "間に挟んだ列の内容。"}
    for name, _ in cases:
        records = records_of(program, folder / name)
        texts = {folded(field["text"]) for record in records for field in record["fields"].values()}
        stem = name.split(".")[0]
        if stem in kept:
            assert folded(kept[stem]) in texts, name
        by_id = {record["id"]: record for record in records}
        for (record, field), text in typed.items():
            found = by_id.get(record, {}).get("fields", {}).get(field, {}).get("text")
            if stem in ("deleted", "others", "old_row", "blank", "category", "no_hidden_sheet"):
                assert folded(text) in texts or folded(found) == folded(text) or stem in ("deleted", "blank", "category"), name
            else:
                assert folded(found) == folded(text), (name, record, field, found)


def columns_and_widths_do_no_harm(program, filled, typed, work):
    book = openpyxl.load_workbook(filled)
    for sheet in book:
        for letter in "BCDEFGH":
            sheet.column_dimensions[letter].width = 40
    book.save(work / "wide.xlsx")
    assert check(program, work / "wide.xlsx") == {"wide.xlsx": []}


def consolidated(program, samples, forms, work):
    """All forms filled in, half of them through LibreOffice; gives the consolidated book and what was typed."""
    answers, typed = work / "answers", {}
    answers.mkdir()
    for number, form in enumerate(forms):
        name = form.stem.split("_")[-1]
        texts = fill(form, answers / form.name, name)
        for key, text in texts.items():
            typed.setdefault(key, []).append(text)
    late = forms[::2]
    if through_libreoffice([answers / form.name for form in late], work / "saved"):
        for form in late:
            shutil.copy(work / "saved" / form.name, answers / form.name)
    for name, findings in check(program, *sorted(answers.iterdir())).items():
        bad = [finding for finding in findings if finding[1] != "note" and not finding[0].startswith("record.")]
        assert not bad, (name, bad)
    book = work / "consolidated.xlsx"
    run(program, "consolidate", answers, "--base", samples / "令和4年度" / "資料1.xlsx", "-o", book, "--quiet", allowed=(0, 3))
    records = records_of(program, book)
    texts = {field: {folded(record["fields"].get(field, {}).get("text")) for record in records} for field in PROSE}
    for (record, field), each in typed.items():
        if field in PROSE:
            assert all(folded(text) in texts[field] for text in each), (record, field)
    compared(program, samples, book, typed, work)
    return book, answers, typed


def compared(program, samples, book, typed, work):
    target = work / "compared.xlsx"
    run(program, "compare", samples / "令和4年度" / "資料1.xlsx", book, "-o", target, "--quiet", allowed=(0, 3))
    compared_texts = folded(everything_in(target))
    for (record, field), each in typed.items():
        if field == "result":
            assert any(folded(text.split("\n")[1]) in compared_texts for text in each), (record, field)


def vote(folder, saved):
    """Fills in the members' sheets; gives the comments and questions by measure."""
    typed = {}
    for number, file in enumerate(sorted(folder.glob("*.xlsx"))):
        book = openpyxl.load_workbook(file)
        sheet = book["評価シート"]
        columns, rows = form_rows(sheet)
        for at, (row, measure) in enumerate(rows):
            sheet.cell(row, columns["grade"]).value = "ABCD"[(at + number) % 4]
            if at % 3 == number % 3:
                text = f"意見{number}-{at}：もっと分かりやすく示してほしい。"
                sheet.cell(row, columns["comment"]).value = text
                typed.setdefault(measure, []).append(text)
            if at % 5 == number % 5:
                text = f"質問{number}-{at}：対象は何人か。"
                sheet.cell(row, columns["question"]).value = text
                typed.setdefault(measure, []).append(text)
        book.save(file)
    return typed


def texts_of(book, sheet):
    return [[str(cell or "") for cell in row] for row in openpyxl.load_workbook(book)[sheet].iter_rows(values_only=True)]


def everything_in(book):
    """All that stands in the file, comments, properties and sheet names too."""
    with zipfile.ZipFile(book) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def evaluated(program, samples, book, work):
    members = work / "members.csv"
    names = ["潮見 花子", "川尻 一郎", "高台 次郎"]
    members.write_text("氏名,役職\n" + "\n".join(f"{name},委員" for name in names) + "\n", encoding="utf-8")
    sheets = work / "sheets"
    run(program, "committee", book, "--compare", samples / "令和4年度" / "資料1.xlsx", "--members", members, "--scale", "a-d",
        "-o", sheets, "--quiet")
    untouched = work / "untouched_tally.xlsx"
    run(program, "committee", "--collect", sheets, "-o", untouched, "--quiet", "--strict")
    typed = vote(sheets, work)
    if through_libreoffice(sorted(sheets.glob("*.xlsx"))[:1], work / "voted"):
        for file in (work / "voted").iterdir():
            shutil.copy(file, sheets / file.name)
    tally = work / "tally.xlsx"
    run(program, "committee", "--collect", sheets, "-o", tally, "--quiet", "--strict")
    for name in (tally, work / "tally（公表用）.xlsx"):
        rows = texts_of(name, "意見と対応")
        for measure, each in typed.items():
            for text in each:
                assert any(measure in row and text in row for row in rows), (name, measure, text)
    published = everything_in(work / "tally（公表用）.xlsx")
    for name in names:
        for part in (name, name.replace(" ", "")):
            assert part not in published, part
    assert "委員A" in published
    altered_sheets_are_told(program, sheets, work)
    run(program, "distribute", book, "--year", "2024", "--opinions", tally, "-o", work / "next", "--quiet")
    carried = "".join(everything_in(file) for file in (work / "next").glob("*照会_*.xlsx"))
    assert all(text in carried for each in typed.values() for text in each)


def altered_sheets_are_told(program, sheets, work):
    folder = work / "altered"
    shutil.copytree(sheets, folder)
    files = sorted(folder.glob("*.xlsx"))
    book = openpyxl.load_workbook(files[0])
    sheet = book["評価シート"]
    columns, rows = form_rows(sheet)
    fact = next(column for name, column in columns.items() if name not in ("grade", "comment", "question", "番号"))
    sheet.cell(rows[0][0], fact).value = "書き換えた事実。"
    sheet.cell(rows[1][0], columns["grade"]).value = "Z"
    sheet.cell(rows[-1][0] + 3, 3).value = "欄の外の意見。"
    sheet.title = "私の評価"
    book.save(files[0])
    shutil.copy(files[1], folder / "控え.xlsx")
    book = openpyxl.load_workbook(files[1])
    sheet = book["評価シート"]
    columns, rows = form_rows(sheet)
    sheet.cell(rows[2][0], columns["comment"]).value = "あとから書き直した意見。"
    book.save(files[1])
    files[2].unlink()
    done = subprocess.run([program, "committee", "--collect", str(folder), "-o", str(work / "altered.xlsx"), "--lang", "en"],
                          capture_output=True, text=True)
    for code in ("ballot.fact-changed", "ballot.grade-unknown", "ballot.text-elsewhere", "ballot.double", "ballot.missing"):
        assert code in done.stderr, (code, done.stderr)
    everything = everything_in(work / "altered.xlsx")
    for text in ("欄の外の意見。", "あとから書き直した意見。"):
        assert text in everything, text


def slips_go_back(program, samples, work):
    slips = work / "slips"
    run(program, "check", work / "tampered", work / "answers", "--slips", slips, "--roster",
        samples / "令和4年度" / "名簿.csv", "--quiet", allowed=(3,))
    rows = texts_of(slips / "返戻票_locked.xlsx", "返戻票")
    assert any("シート" in " ".join(row) and "元の文に戻してください" in " ".join(row) for row in rows), rows
    assert (slips / "返戻一覧.xlsx").exists()


def main(program, samples):
    samples = pathlib.Path(samples)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        run(program, "distribute", samples / "令和4年度" / "資料1.xlsx", "--year", "2023", "--roster",
            samples / "令和4年度" / "名簿.csv", "-o", work / "forms", "--quiet")
        forms = sorted((work / "forms").glob("*照会_*.xlsx"))
        assert len(forms) == 11, forms
        untouched_forms_give_no_warning(program, forms, work)
        one = next(form for form in forms if "こども家庭部" in form.name)
        typed = fill(one, work / "filled.xlsx", "こども家庭部")
        assert check(program, work / "filled.xlsx") == {"filled.xlsx": []}, check(program, work / "filled.xlsx")
        tampering_is_told(program, work / "filled.xlsx", typed, work)
        columns_and_widths_do_no_harm(program, work / "filled.xlsx", typed, work)
        book, _, _ = consolidated(program, samples, forms, work)
        evaluated(program, samples, book, work)
        slips_go_back(program, samples, work)
    print("the round closed: every text found again, every tampering told")


if __name__ == "__main__":
    main(*sys.argv[1:])
