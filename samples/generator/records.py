"""The year files of samples/source as flat rows, the way a table prints them."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

PROSE = ("result", "evaluation", "plan")
FIELDS = ("item", "policy_mark", "policy", "goal") + PROSE + ("category", "departments")
REPRINT = "【再掲】"


@dataclass
class Row:
    """One logical row. `spanned` names the fields whose printed cell starts in a row above."""

    id: str
    section: str
    fields: dict
    spanned: set = field(default_factory=set)

    @property
    def departments(self):
        return self.fields["departments"]


@dataclass
class Year:
    year: int
    label: str
    title: str
    lead: str
    sections: list
    rows: list

    @property
    def this_year(self):
        return f"令和{self.year - 2018}年度"

    @property
    def next_year(self):
        return f"令和{self.year - 2017}年度"

    def rows_of(self, section):
        return [row for row in self.rows if row.section == section]

    def row(self, row_id):
        return next(row for row in self.rows if row.id == row_id)


def load_year(path: Path) -> Year:
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = [row for section in data["sections"] for row in _rows_of_section(section)]
    sections = [{key: section[key] for key in ("number", "title", "items")} for section in data["sections"]]
    return Year(data["year"], data["label"], data["title"], data["lead"], sections, rows)


def _rows_of_section(section):
    for policy in section["policies"]:
        place = 0
        for goal in policy["goals"]:
            above = None
            for source in goal["rows"]:
                place += 1
                row = Row(f"{section['number']}-{policy['item']}-{policy['mark']}-{place}", section["number"],
                          {"item": policy["item"], "policy_mark": policy["mark"], "policy": policy["policy"],
                           "goal": goal["goal"], **{key: source[key] for key in PROSE},
                           "category": source["category"], "departments": source["departments"]})
                if place > 1:
                    row.spanned |= {"item", "policy_mark", "policy"}
                if above is not None:
                    row.spanned.add("goal")
                    if above.departments == row.departments:
                        row.spanned.add("departments")
                above = row
                yield row


def headings(year: Year):
    """The printed headings, left to right; the first stands over mark, mark and policy."""
    return ["取組方針", "取組の到達目標", f"{year.this_year}の取組とその結果", "継続すべきよかった点、改善すべき点",
            f"{year.next_year}の取組", "取組区分", "担当部"]


def legend(year: Year):
    return ["【取組区分】", f" 到達目標を踏まえた{year.next_year}以降の取組の方向性", " I：新たな取組を実施していく項目",
            " II：現在の取組を拡充していく項目", " III：現在の取組を継続する項目"]


MARKUP = re.compile(r"<(u|s)>(.*?)</\1>|<ruby>(.*?)\|(.*?)</ruby>", re.S)


def plain(text):
    """`text` as it stands on the page: no mark-up, no struck words, no furigana."""
    return MARKUP.sub(lambda m: "" if m.group(1) == "s" else m.group(2) or m.group(3), text)


def runs(text):
    """The pieces of `text` as (text, kind): kind is "", "u", "s" or "ruby:reading"."""
    pieces, end = [], 0
    for match in MARKUP.finditer(text):
        if match.start() > end:
            pieces.append((text[end:match.start()], ""))
        if match.group(1):
            pieces.append((match.group(2), match.group(1)))
        else:
            pieces.append((match.group(3), "ruby:" + match.group(4)))
        end = match.end()
    if end < len(text):
        pieces.append((text[end:], ""))
    return pieces
