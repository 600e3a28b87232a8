"""The records as a careful clerk would read them, as "torimatome/1" JSON; findings and unplaced text are left out."""

import hashlib
import json
import re
from dataclasses import dataclass, field

from generator.records import FIELDS, REPRINT, plain, runs


PARAGRAPH = "\u2029"  # between paragraphs that the text keeps apart by <p>


@dataclass
class Reading:
    """One record as a file shows it."""

    row: object
    source: dict
    missing: set = field(default_factory=set)
    texts: dict = field(default_factory=dict)   # fields whose text the file changed
    values: dict = field(default_factory=dict)  # what such a text stands for
    lists: dict = field(default_factory=dict)


def document_json(year, readings, path, file_format):
    document = {
        "schema": "torimatome/1", "form": "recommendation-progress", "label": year.label, "title": year.title,
        "year": year.year,
        "source": {"file": path.name, "format": file_format, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()},
        "sections": year.sections,
        "records": _records(readings, file_format),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def record_ids(rows):
    """The ids that these rows get when they are read from one file: numbered within their policy."""
    counts, ids = {}, []
    for row in rows:
        stem = f"{row.section}-{row.fields['item']}-{row.fields['policy_mark']}"
        counts[stem] = counts.get(stem, 0) + 1
        ids.append(f"{stem}-{counts[stem]}")
    return ids


def _records(readings, file_format):
    records = []
    for reading, record_id in zip(readings, record_ids([reading.row for reading in readings])):
        row = reading.row
        fields = {}
        for name in FIELDS:
            entry = _field(reading, name, file_format)
            if entry:
                fields[name] = entry
        if row.fields.get("remarks"):
            fields["備考"] = {"text": row.fields["remarks"]}  # a column that the form does not know keeps its heading
        fields |= {name: {"text": text} for name, text in row.fields.get("added", {}).items()}
        records.append({"id": record_id, "section": row.section, "fields": fields, "source": reading.source})
    return records


def _field(reading, name, file_format):
    row = reading.row
    if name in reading.missing:
        return None
    marked = reading.texts.get(name, row.fields[name])
    if name == "departments":
        entry = {"text": "\n".join(marked), "values": list(marked)}
    else:
        entry = {"text": _shown(plain(marked), file_format)}
    if not entry["text"]:
        return None
    if name in row.spanned:
        entry["inherited"] = True
    if REPRINT in entry["text"]:
        entry["reprinted"] = True
    if name != "departments" and "<u>" in marked:
        entry["runs"] = _runs(marked)
    if name in reading.values:
        entry["value"] = reading.values[name]
    if name in reading.lists:
        entry["values"] = reading.lists[name]
    return entry


def _shown(text, file_format):
    """In extracted text the line ends are gone; a bullet starts a new line again."""
    if file_format != "text":
        return text
    return re.sub(r"[ \n]+(?=[・○])", "\n", text.replace("\n", " ")).replace(PARAGRAPH, "\n")


def _runs(marked):
    joined = []
    for text, kind in runs(marked):
        if kind == "s":
            continue
        underline = kind == "u"
        if joined and joined[-1][1] == underline:
            joined[-1][0] += text
        else:
            joined.append([text, underline])
    return [{"text": text, "underline": True} if underline else {"text": text} for text, underline in joined]


def text_readings(year, plan, places):
    """The records of the damaged text, and a list of what is damaged."""
    second_of = {joined["first"]: joined for joined in plan.joined}
    seconds = {joined["second"] for joined in plan.joined}
    rows = [row for row in year.rows if row.id not in seconds]
    readings, damaged = [], []
    for row, record_id in zip(rows, record_ids(rows)):
        reading = Reading(row, {"line": places[row.id]})
        for damage in (d for d in plan.damage if d.record == row.id):
            _apply(damage, reading)
            damaged.append({"line": places[row.id], "record": record_id, "field": damage.field, "kind": damage.kind,
                            "why": damage.why})
        if row.id in second_of:
            _join(reading, year.row(second_of[row.id]["second"]))
            damaged.append({"line": places[row.id], "record": record_id, "kind": "joined", "why": second_of[row.id]["why"]})
        if readings:
            _take_from_above(reading, readings[-1])
        readings.append(reading)
    return readings, damaged


def _take_from_above(reading, above):
    """A spanned cell is as damaged as the cell that it continues."""
    for name in reading.row.spanned:
        if name in above.missing:
            reading.missing.add(name)
        for ours, theirs in ((reading.texts, above.texts), (reading.values, above.values)):
            if name in theirs:
                ours[name] = theirs[name]


def _apply(damage, reading):
    text = reading.row.fields[damage.field]
    if damage.kind == "dropped" and damage.field not in reading.row.spanned:
        reading.missing.add(damage.field)
    elif damage.kind == "replaced":
        reading.texts[damage.field] = text.replace(damage.old, damage.new, 1)
        if damage.field == "policy_mark":
            reading.values[damage.field] = damage.old


def _join(reading, second):
    for name in ("result", "evaluation", "plan"):
        reading.texts[name] = PARAGRAPH.join(row.fields[name] for row in (reading.row, second))
    categories = [reading.row.fields["category"], second.fields["category"]]
    reading.texts["category"] = " ".join(categories)
    reading.lists["category"] = categories
