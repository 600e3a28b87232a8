"""資料2 and 資料3 as plain lines of extracted text: narrow columns one line at a time, and columns pulled apart."""

import random
import unicodedata
from dataclasses import dataclass, field

LABEL_WIDTH = 10  # half-width characters of the column 対象職種
HEADING_OF_LEFT = "９月までの取組"


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def wrap(text, room):
    """Lines of at most `room` half-width characters; 、 and 。 hang over the edge, paragraphs start anew."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for character in paragraph:
            if width(line + character) > room and character not in "、。）」】ー・":
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


# --- 資料2 ------------------------------------------------------------------------------------------------------------

@dataclass
class NarrowStyle:
    name_width: int = 12
    text_width: int = 68
    page_lines: int = 60
    section: str = "（{number}） {title}"
    heading: str = "項目 今後の取組の方向性"
    title_width: int = 80
    spacing: int = 2  # lines from one to the next
    stretched: bool = True


def narrow_text(document, style=NarrowStyle()):
    """The text, and the line on which each record starts. An item without a text has blank lines in its place, except
    where its cell was merged with the one above (`merged`)."""
    out, starts = [""], []

    def put(line):
        out.append(line + " ")
        out.extend([""] * (style.spacing - 1))
        if len(out) % style.page_lines < style.spacing:
            out.extend(["", " ", " "])

    put(document["label"])
    for line in wrap(document["title"], style.title_width):
        put(line)
    out.append(" ")
    for number, section in enumerate(document["sections"], 1):
        put(style.section.format(number="１２３４５６７８９"[number - 1], title=section["title"]))
        put(style.heading)
        for record in section["records"]:
            first = True
            prefix = record["mark"] + " " if record["mark"] else ""
            for line in name_lines(record["item"], style, prefix):
                put(prefix + line if first else line)
                if first:
                    starts.append(last_line(out))
                first = False
            for line in wrap(record["direction"], style.text_width) if record["direction"] else []:
                put(line)
            if not record["direction"] and not record.get("merged"):
                out.extend([" ", "", " "])
        out.append(" ")
    return "\n".join(out) + "\n", starts


def last_line(out):
    return max(i for i, line in enumerate(out, 1) if line.strip())


def name_lines(item, style, prefix):
    lines = wrap(item, style.name_width)
    if style.stretched:
        for i, line in enumerate(lines[:-1]):
            if width(line) == style.name_width - 2 and i > 0:
                lines[i] = line[:1] + " " + " ".join(line[1:]) if len(line) > 3 else line
    return lines


# --- 資料3 ------------------------------------------------------------------------------------------------------------

@dataclass
class TornStyle:
    """How the columns of a page were pulled apart."""

    seed: int = 1
    left_width: int = 118
    right_width: int = 74
    order: str = "shuffled"       # of the left-hand texts: "shuffled", "in order", "reversed"
    labels: str = "split"         # "split" (some before, some behind the texts), "first", "last"
    heading_last: bool = False    # the section's heading stands below the numbers
    section_list: bool = True     # each page lists all sections at its top
    glued: float = 0.3            # share of departments glued to the end of a text
    number_glued: float = 0.2     # share of numbers with the department behind them where there is no text
    blank_inside: float = 0.2     # share of cells with a blank line within
    merged_labels: bool = True    # neighbours with the same label share one cell
    page_size: int = 99           # records a page
    numbers_go_on: bool = True    # a section that goes on counts on
    bullets: str = "・"
    groups_on_page: bool = True


@dataclass
class TornPage:
    section: dict
    records: list = field(default_factory=list)
    groups: list = field(default_factory=list)


def torn_pages(document, style):
    pages = []
    for section in document["sections"]:
        rows = [r for r in document["records"] if r["section"] == section["number"]]
        for first in range(0, len(rows), style.page_size):
            page = TornPage(section, rows[first:first + style.page_size])
            for row in page.records:
                if row["group"] and row["group"] not in page.groups:
                    page.groups.append(row["group"])
            pages.append(page)
    return pages


def torn_text(document, style):
    """The text, and the line of each record's number, in the order of the records."""
    rng = random.Random(style.seed)
    out, places = [], []
    for page in torn_pages(document, style):
        out.append("")
        out.append(document["title"] + " " + document["label"])
        out.append("")
        if style.section_list:
            section_list(document, out)
        out += ["取組", "番号 10月以降の取組 担当課", ""]
        for row in page.records:
            places.append(right_side(row, style, rng, out))
        left = left_side(page, style, rng)
        head = section_head(page)
        out += (left + [""] + head) if style.heading_last else (head + left)
        out += ["", "", ""]
    return "\n".join(out) + "\n", places


def section_list(document, out):
    for section in document["sections"]:
        out.append(f"{section['number']} {section['title']}")
        if section["groups"]:
            out += ["", "          ".join(section["groups"]), ""]
    out.append("")


def section_head(page):
    number = "０１２３４５６７８９"[int(page.section["number"])]
    head = ["取組内容の分類", "", f"{number}　{page.section['title']}"]
    if page.groups:
        head.append("　" + "　 　".join(page.groups))
    return head + [""]


def right_side(row, style, rng, out):
    text = wrap(row["next"].replace("・", style.bullets, 1), style.right_width) if row["next"] else []
    divisions = [" " + division for division in row["divisions"]]
    if not text and rng.random() < style.number_glued:
        out.append(row["number"] + " " + divisions.pop(0))
        place = len(out)
    else:
        out.append(row["number"])
        place = len(out)
        if rng.random() < 0.5:
            out.append("")
        out += text
        if text and rng.random() < style.glued:
            out[-1] += " " + divisions.pop(0)
            out.append("")
        elif text:
            out.append("")
    out += divisions + [""]
    return place


def label_lines(label, rng):
    lines = wrap(label, LABEL_WIDTH)
    if len(lines) > 2 and rng.random() < 0.7:
        lines.insert(2, "")
    return lines + [""]


def labels_of(page, style):
    labels, previous = [], None
    for row in page.records:
        label = "".join(row["job_types"])
        if not style.merged_labels or label != previous or row["number"] == "①":
            labels.append(label)
        previous = label
    return labels


def cell_lines(text, style, rng):
    lines = wrap(text, style.left_width)
    starts = [i for i, line in enumerate(lines) if i and line[0] in "・　"]
    indented = [i for i in starts if lines[i].startswith("　")]
    if indented or (starts and rng.random() < style.blank_inside):
        lines.insert(indented[-1] if indented else rng.choice(starts), "")
    return lines + [""]


def left_side(page, style, rng):
    cells = [cell_lines(row["done"], style, rng) for row in page.records if row["done"]]
    if style.order == "shuffled":
        # Runs of neighbours change places, as the pieces of a page do.
        cut = rng.randrange(len(cells)) if cells else 0
        cells = cells[cut:] + cells[:cut]
        if len(cells) > 3:
            i = rng.randrange(len(cells) - 1)
            cells[i], cells[i + 1] = cells[i + 1], cells[i]
    elif style.order == "reversed":
        cells.reverse()
    labels = [label_lines(label, rng) for label in labels_of(page, style)]
    rng.shuffle(labels)
    before = {"split": len(labels) // 3, "first": len(labels), "last": 0}[style.labels]
    lines = [line for label in labels[:before] for line in label]
    lines += ["対象", "職種", ""]
    half = len(cells) // 2
    lines += [line for cell in cells[:half] for line in cell]
    lines += [HEADING_OF_LEFT, ""]
    lines += [line for cell in cells[half:] for line in cell]
    return lines + [line for label in labels[before:] for line in label]
