"""The published 資料1 as text pulled out of its PDF, with the damage that such text has."""

import json
from dataclasses import dataclass
from pathlib import Path

from generator.records import headings, legend

TAIL = ("goal", "result", "evaluation", "plan", "category", "departments")


@dataclass
class Damage:
    """What happened to one cell: kind is "dropped", "replaced" or "paragraphs"; `why` is for people."""

    record: str
    field: str
    kind: str
    why: str
    old: str = ""
    new: str = ""


@dataclass
class Plan:
    """How the text was cut into pages, and what was damaged."""

    pages: list
    damage: list
    joined: list  # records that one line holds together: [{"first": id, "second": id, "why": …}]


def load_plan(path: Path) -> Plan:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Plan(data["pages"], [Damage(**entry) for entry in data["damage"]], data["joined"])


def extracted_text(year, plan):
    """The text, and the line on which each record stands: {id: line}."""
    lines, places = [], {}
    for page in plan.pages:
        section = next(s for s in year.sections if s["number"] == page["section"])
        lines += _page_head(year, section, page)
        lines.append(_header(year, page))
        for record in _records_of(year, page):
            if any(record.id == joined["second"] for joined in plan.joined):
                continue
            lines.append("\t".join(_cells(year, record, page, plan)))
            places[record.id] = len(lines)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n", places


def _records_of(year, page):
    ids = [row.id for row in year.rows]
    first, last = page["records"]
    return year.rows[ids.index(first):ids.index(last) + 1]


def _page_head(year, section, page):
    lines = []
    if page.get("title", True):
        title = year.title
        for old, new in page.get("title_slips", []):
            title = title.replace(old, new)
        lines += [title, "", page.get("label", year.label), ""]
    elif page.get("running"):
        lines += [page["running"], ""]
    if page["list"] == "tabs":
        lines += [year.lead + "\t", f"{section['number']}\t{section['title']}"]
        lines += [f"{item['mark']}\t{item['title']}" for item in section["items"]]
    else:
        lines += [year.lead, "", f"{section['number']} {section['title']}", ""]
        lines += [f"- {item['mark']} {item['title']}" for item in section["items"]]
    for old, new in page.get("list_slips", []):
        lines = [line.replace(old, new) for line in lines]
    return lines + [""] + legend(year) + [""]


def _header(year, page):
    cells = headings(year)
    return "\t".join(cells[:1] + [""] * page["header_gap"] + cells[1:] + [""] * page.get("header_tail", 0))


def _cells(year, record, page, plan):
    damage = {d.field: d for d in plan.damage if d.record == record.id}
    joined = next((j["second"] for j in plan.joined if j["first"] == record.id), None)
    second = year.row(joined) if joined else None
    head = _head_cells(record, page["width"], damage)
    tail = []
    for field in TAIL:
        if field in damage and damage[field].kind == "dropped":
            continue
        tail.append("" if field in record.spanned else _cell(record, second, field, damage.get(field)))
    cells = head + tail
    return cells + [""] * (page["cells"] - len(cells))


def _head_cells(record, width, damage):
    """Mark, mark and policy in one cell (7), two (8) or three (9)."""
    if "item" in record.spanned:
        return [""] * (width - 6)
    mark, policy = (_damaged(record.fields[f], damage.get(f)) for f in ("policy_mark", "policy"))
    item = record.fields["item"]
    return {7: [f"{item} {mark} {policy}"], 8: [f"{item} {mark}", policy], 9: [item, mark, policy]}[width]


def _cell(record, second, field, damage):
    if field == "departments":
        return " ".join(record.departments)
    text = record.fields[field]
    if second and field in ("result", "evaluation", "plan"):
        return f"<p>{text}</p> <p>{second.fields[field]}</p>".replace("\n", " ")
    if second and field == "category":
        return f"{text} {second.fields[field]}"
    text = _damaged(text, damage)
    if damage and damage.kind == "paragraphs":
        return "".join(f"<p>{part}</p>" for part in text.split("\n"))
    return text.replace("\n", " ")


def _damaged(text, damage):
    if damage and damage.kind == "replaced":
        assert damage.old in text, (damage.record, damage.field, damage.old)
        return text.replace(damage.old, damage.new, 1)
    return text
