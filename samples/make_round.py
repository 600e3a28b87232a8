#!/usr/bin/python3
"""Makes the samples of a round: forms that departments of みなと市 filled in, and evaluation sheets that members filled in.

Run: make_round.py PROGRAM     Needs Python 3 with openpyxl (Debian: python3-openpyxl).
The forms go out with `distribute` and `committee` and are then filled in as people do: some well, some not.
"""

import datetime
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
ROW, COLUMN = "torimatome:row|", "torimatome:column|"
ANSWERED, VOTED = datetime.datetime(2024, 4, 18, 10, 0), datetime.datetime(2023, 7, 20, 10, 0)
MEMBERS = [("汐見 千鶴", "会長"), ("浜田 恒夫", "副会長"), ("灯台 めぐみ", "委員"), ("舟木 蓮", "委員"), ("岬 咲子", "委員")]
RESULTS = ["・計画した取組を予定どおり行った。\n・実施は年{0}回、参加は延べ{1}人であった。", "・関係する課と調整し、手順書を改めた。\n・対象の{1}世帯のうち{0}割に案内を届けた。",
           "・年{0}回の打合せを開き、役割の分担を確かめた。\n・相談は{1}件であった。"]
EVALUATIONS = ["参加した方の声を聞いて進め方を見直せた点はよかった。一方、周知が行き届いていない地区があり、改善が必要である。",
               "関係機関との連絡が早くなった。一方、夜間と休日の対応に課題がある。", "手順が定まり、担当者が替わっても続けられるようになった。"]
PLANS = ["・引き続き実施するとともに、周知の方法を見直す。\n・年{0}回の実施を予定している。", "・夜間の窓口を設けることを検討する。", "・研修の対象を広げ、年{0}回行う。"]
COMMENTS = ["数字で成果が示されており、分かりやすい。", "目標に対してどこまで進んだのかを示してほしい。", "現場の負担が増えていないか気に掛かる。",
            "ほかの部署との役割の分担が見えにくい。", "続けることに意義のある取組である。"]
QUESTIONS = ["対象となる世帯は全体で何世帯か。", "前年度から件数が増えた理由は何か。", "予算の見通しを伺いたい。"]


def save(book, path, saved, author):
    """Saves with fixed dates, so that the same answers give the same bytes."""
    book.properties.creator = book.properties.lastModifiedBy = author
    book.properties.created = saved
    buffer = io.BytesIO()
    book.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    stamp = saved.strftime("%Y-%m-%dT%H:%M:%SZ")
    with zipfile.ZipFile(buffer) as written, zipfile.ZipFile(path, "w") as out:
        for name in written.namelist():
            data = written.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), data)
            entry = zipfile.ZipInfo(name, saved.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, data)


def rows_of(sheet):
    columns, rows = {}, []
    for row in sheet.iter_rows():
        for cell in row:
            text = str(cell.value or "")
            if text.startswith(COLUMN):
                columns[text[len(COLUMN):]] = cell.column
            if text.startswith(ROW):
                rows.append(cell.row)
    return columns, rows


def answer(book, department):
    """Joint measures are answered by the department that is named first; 学校教育部 has not read that."""
    number = 0
    for sheet in book:
        columns, rows = rows_of(sheet)
        for row in rows:
            number += 1
            first = str(sheet.cell(row, columns["departments"]).value).split("\n")[0]
            if department not in first and department != "学校教育部":
                continue
            figures = number % 4 + 2, number * 37 % 400 + 40
            sheet.cell(row, columns["result"]).value = RESULTS[number % 3].format(*figures)
            sheet.cell(row, columns["evaluation"]).value = EVALUATIONS[number % 3]
            sheet.cell(row, columns["plan"]).value = PLANS[number % 3].format(*figures)
            sheet.cell(row, columns["category"]).value = "III" if number % 3 else "II"


def first_answer_sheet(book):
    return next(sheet for sheet in book if len(rows_of(sheet)[1]) > 1)


def change_locked(book):
    sheet = first_answer_sheet(book)
    columns, rows = rows_of(sheet)
    cell = sheet.cell(rows[0], columns["goal"])
    cell.value = cell.value.replace("全ての", "希望する") if "全ての" in cell.value else cell.value + "（一部を除く。）"


def copy_row(book):
    sheet = first_answer_sheet(book)
    columns, rows = rows_of(sheet)
    sheet.insert_rows(rows[0] + 1)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(rows[0] + 1, column).value = sheet.cell(rows[0], column).value
    sheet.cell(rows[0] + 1, columns["result"]).value = "・新しく出張相談を始め、月1回開いた。"


def delete_row_and_add_column(book):
    sheet = first_answer_sheet(book)
    columns, rows = rows_of(sheet)
    sheet.delete_rows(rows[-1])
    sheet.insert_cols(columns["evaluation"])
    sheet.cell(rows[0] - 1, columns["evaluation"]).value = "決算額（千円）"
    sheet.cell(rows[0], columns["evaluation"]).value = "1,280"


def leave_blanks(book):
    sheet = first_answer_sheet(book)
    columns, rows = rows_of(sheet)
    filled = [row for row in rows if sheet.cell(row, columns["result"]).value]
    sheet.cell(filled[0], columns["evaluation"]).value = None
    sheet.cell(filled[-1], columns["category"]).value = None


def make_answers(program, work):
    forms = work / "forms"
    subprocess.run([program, "distribute", str(HERE / "令和4年度" / "資料1.xlsx"), "--year", "2023", "--due", "令和6年4月19日",
                    "--contact", "こども未来局企画課", "-o", str(forms), "--quiet"], check=True)
    changes = {"こども家庭部": None, "保健所": None, "こども相談センター": leave_blanks, "保育部": change_locked, "福祉部": copy_row,
               "学校教育部": delete_row_and_add_column, "都市計画部": None}
    for department, change in changes.items():
        book = openpyxl.load_workbook(forms / f"令和5年度照会_{department}.xlsx")
        answer(book, department)
        if change:
            change(book)
        save(book, HERE / "令和5年度" / "回答" / f"令和5年度照会_{department}.xlsx", ANSWERED, department)
    book = openpyxl.load_workbook(forms / "令和5年度照会_職員部.xlsx")
    save(book, HERE / "令和5年度" / "回答" / "令和5年度照会_職員部.xlsx", ANSWERED, "職員部")


def vote(book, member):
    sheet = book["評価シート"]
    columns, rows = rows_of(sheet)
    for number, row in enumerate(rows):
        seat = number * 7 + member * 5
        if seat % 13:
            sheet.cell(row, columns["grade"]).value = "ABBCBABD"[seat % 8]
        if seat % 4 == 0:
            sheet.cell(row, columns["comment"]).value = COMMENTS[seat % 5]
        if seat % 9 == 0:
            sheet.cell(row, columns["question"]).value = QUESTIONS[seat % 3]
    return sheet, columns, rows


def make_votes(program, work):
    members = HERE / "令和4年度" / "委員名簿.csv"
    lines = ["氏名,役職"] + [",".join(member) for member in MEMBERS]
    members.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    sheets = work / "sheets"
    subprocess.run([program, "committee", str(HERE / "令和4年度" / "資料1.xlsx"), "--compare",
                    str(HERE / "令和3年度" / "資料1.xlsx"), "--members", str(members), "-o", str(sheets), "--quiet"], check=True)
    target = HERE / "令和4年度" / "評価シート"
    for number, (name, _) in enumerate(MEMBERS[:4]):
        book = openpyxl.load_workbook(sheets / f"評価シート_{name}.xlsx")
        sheet, columns, rows = vote(book, number)
        if number == 2:
            sheet.cell(rows[3], columns["grade"]).value = "B+"
            sheet.cell(rows[5], columns["comment"]).value = "浜田委員のご意見に賛成である。"
        save(book, target / f"評価シート_{name}.xlsx", VOTED, name)
        if number == 1:
            sheet.cell(rows[0], columns["grade"]).value = "C"
            sheet.cell(rows[0], columns["comment"]).value = "説明を聞いて考えを改めた。"
            save(book, target / f"評価シート_{name}（修正）.xlsx", VOTED + datetime.timedelta(days=3), name)


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        make_answers(program, Path(folder))
        make_votes(program, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
