"""Submissions that are no workbook: separated values, a web page under another name, and files that nobody can open."""

import csv
import hashlib
import html
import io
import struct

from generator.submissions import cell_text

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STREAM = 4096  # bytes: the least that a compound file keeps in whole sectors


def separated_values(submission, year):
    """The rows as CSV or TSV, title lines above the header, and the line of each record: {id: line}.

    Excel fills every line up to the width of the table; other systems write title lines as they are (`ragged`),
    and no label.
    """
    spec = submission.spec
    out, places = io.StringIO(), {}
    writer = csv.writer(out, delimiter=spec.get("delimiter", ","), lineterminator=spec.get("line_end", "\r\n"))
    line = 1

    def write(cells):
        nonlocal line
        start = line
        width = 0 if spec.get("ragged") else len(spec["columns"])
        writer.writerow(cells + [""] * (width - len(cells)))
        line += 1 + sum(cell.count("\n") for cell in cells)
        return start

    if spec["title"]:
        write([year.title])
        if not spec.get("ragged"):
            write([year.label])
    for sheet in spec["sheets"]:
        for number in sheet["sections"]:
            section = next(s for s in year.sections if s["number"] == number)
            write([f"提言{number}　{section['title']}"])
            write([heading for _, heading, _ in spec["columns"]])
            for row in submission.rows_of(number):
                places[row.id] = write(["" if field in row.spanned else cell_text(row, field)
                                        for field, _, _ in spec["columns"]])
    mark = "\ufeff" if spec.get("byte_order_mark") else ""
    return (mark + out.getvalue()).encode(spec["encoding"]), places


def web_page(submission, year):
    """The table as a web page in CP932, as some systems "export to Excel"."""
    spec = submission.spec
    lines = ["<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\"></head><body>",
             f"<h1>{year.title}</h1>", "<table border=\"1\">"]
    rows = [[heading for _, heading, _ in spec["columns"]]]
    rows += [[cell_text(row, field) for field, _, _ in spec["columns"]] for row in submission.rows]
    for row in rows:
        lines.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>".replace("\n", "<br>") for cell in row) + "</tr>")
    return ("\r\n".join(lines + ["</table></body></html>"]) + "\r\n").encode("cp932")


def encrypted_workbook():
    """What Excel saves with a password: a compound file whose streams nobody can read without it."""
    return _compound_file([("EncryptionInfo", struct.pack("<HHI", 4, 4, 0x40) + _noise("info", STREAM - 8)),
                           ("EncryptedPackage", struct.pack("<Q", STREAM - 8) + _noise("package", STREAM - 8))])


def old_workbook():
    """An Excel 97-2003 workbook: a compound file whose stream Workbook begins with a BIFF8 record BOF."""
    start = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0x41, 0x06)
    return _compound_file([("Workbook", start + struct.pack("<HH", 0x000A, 0) + bytes(STREAM - len(start) - 4))])


def owner_file(name):
    """What Excel leaves beside a workbook that someone has open: the name in code page 932 and in UTF-16, padded."""
    short, wide = name.encode("cp932"), name.encode("utf-16-le")
    head = bytes([len(short)]) + short + b" " * (54 - len(short))
    return head + struct.pack("<H", len(name)) + wide + b" \x00" * ((110 - len(wide)) // 2)


def _noise(seed, length):
    out, block = b"", seed.encode()
    while len(out) < length:
        block = hashlib.sha256(block).digest()
        out += block
    return out[:length]


def _compound_file(streams):
    """A compound file ([MS-CFB] version 3): header, one FAT sector, one directory sector, then the streams."""
    each = STREAM // SECTOR
    fat, entries = [FAT, END], [_entry("Root Entry", 5, child=1, start=END, size=0)]
    for number, (name, data) in enumerate(streams):
        assert len(data) == STREAM
        first = len(fat)
        fat += list(range(first + 1, first + each)) + [END]
        entries.append(_entry(name, 2, right=number + 2 if number + 1 < len(streams) else FREE, start=first, size=STREAM))
    entries += [_entry("", 0, start=0, size=0)] * (SECTOR // 128 - len(entries))
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0)
              + struct.pack("<I", FREE) * 108)
    table = b"".join(struct.pack("<I", sector) for sector in fat + [FREE] * (SECTOR // 4 - len(fat)))
    return header + table + b"".join(entries) + b"".join(data for _, data in streams)


def _entry(name, kind, right=FREE, child=FREE, start=0, size=0):
    wide = name.encode("utf-16-le") + b"\0\0" if name else b""
    return (wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, FREE, right, child) + bytes(16)
            + bytes(4) + bytes(16) + struct.pack("<IQ", start, size))
