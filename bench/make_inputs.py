"""Workbooks to measure with: submissions of a round, and one very long table. The same seed gives the same files."""

import pathlib
import random

import openpyxl

HEADINGS = ["取組方針", None, None, "取組の到達目標", "令和4年度の取組とその結果", "継続すべきよかった点、改善すべき点", "令和5年度の取組",
            "取組区分", "担当部"]
WORDS = ("相談 体制 職員 研修 地域 学校 連携 支援 訪問 避難 訓練 計画 見直し 道路 公園 保育 健診 情報 共有 会議 事業 周知 点検 整備 "
         "調査 検討 実施 拡充 継続 改善").split()


def sentence(rng, words, ending):
    return "、".join("".join(rng.choices(WORDS, k=3)) for _ in range(words // 3)) + ending


def rows(rng, count):
    for number in range(count):
        mark = "①②③④⑤⑥⑦⑧⑨⑩"[number // 5 % 10]
        kana = "アイウエオカキクケコ"[number // 5 % 10]
        yield [mark, kana, sentence(rng, 9, "を進める。"), "○" + sentence(rng, 12, "体制が整っている。"), sentence(rng, 30, "を実施した。"),
               sentence(rng, 24, "につなげることができた。"), sentence(rng, 27, "を検討していく。"), rng.choice(["I", "II", "III"]),
               rng.choice(["こ) こども家庭部", "危) 防災危機管理課", "都) 都市計画部"])]


def submission(path, rng, count):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "提言1"
    sheet.append(["点検報告書における提言を踏まえた令和4年度の取組結果と令和5年度の取組内容"])
    sheet.append(["点検報告書における提言"])
    sheet.append([f"{rng.randint(1, 5)} 支援体制の強化の必要性"])
    sheet.append(HEADINGS)
    sheet.merge_cells("A4:C4")
    for row in rows(rng, count):
        sheet.append(row)
    workbook.save(path)


def long_table(path, rng, count):
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("提言1")
    sheet.append(["点検報告書における提言を踏まえた令和4年度の取組結果と令和5年度の取組内容"])
    sheet.append(["1 支援体制の強化の必要性"])
    sheet.append(HEADINGS)
    # Half of the texts are each their own, as in real tables; the rest repeat.
    stock = [sentence(rng, 15, "した。") for _ in range(5000)]
    for number in range(count):
        sheet.append(["①", "ア", rng.choice(stock), "○" + rng.choice(stock), f"{number}件目の" + rng.choice(stock),
                      rng.choice(stock), f"{number}件目は" + rng.choice(stock), rng.choice(["I", "II", "III"]), "こ) こども家庭部"])
    workbook.save(path)


def make(folder, submissions=500, each=30, length=100_000):
    folder = pathlib.Path(folder)
    round_folder = folder / f"submissions-{submissions}x{each}"
    long_file = folder / f"long-{length}.xlsx"
    if not round_folder.exists():
        round_folder.mkdir(parents=True)
        rng = random.Random(1)
        for number in range(submissions):
            submission(round_folder / f"{number + 1:03}_提出.xlsx", rng, each)
    if not long_file.exists():
        long_table(long_file, random.Random(2), length)
    return round_folder, long_file


def two_years(folder, count):
    """Two years of one document of `count` records in ten sections, half of them changed, as workbooks."""
    folder = pathlib.Path(folder)
    paths = [folder / f"year-{year}-{count}.xlsx" for year in (1, 2)]
    if all(path.exists() for path in paths):
        return paths
    rng = random.Random(3)
    sections = [list(rows(rng, count // 10)) for _ in range(10)]
    for number, path in enumerate(paths):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for place, section in enumerate(sections, 1):
            sheet = workbook.create_sheet(f"提言{place}")
            sheet.append([f"点検報告書における提言を踏まえた令和{4 + number}年度の取組結果と令和{5 + number}年度の取組内容"])
            sheet.append([f"{place} {sentence(rng, 6, 'の強化')}"])
            sheet.append([heading and heading.replace("令和5", f"令和{5 + number}").replace("令和4", f"令和{4 + number}") for heading in HEADINGS])
            sheet.merge_cells("A3:C3")
            for row in section:
                changed = [text + "あわせて" + sentence(rng, 6, "を行う。") if column == 6 and number and rng.random() < 0.5 else text
                           for column, text in enumerate(row)]
                sheet.append(changed)
        workbook.save(path)
    return paths
