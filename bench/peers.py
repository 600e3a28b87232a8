"""What the peers do with the same files, each as a process of its own: peers.py read FILE | consolidate FOLDER OUT."""

import pathlib
import sys

import openpyxl


def read(path):
    workbook = openpyxl.load_workbook(path)
    return sum(1 for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None)


def consolidate(folder, out):
    target = openpyxl.Workbook()
    sheet = target.active
    for path in sorted(pathlib.Path(folder).glob("*.xlsx")):
        for source in openpyxl.load_workbook(path):
            for row in source.iter_rows(values_only=True):
                sheet.append(row)
    target.save(out)
    return sheet.max_row


if __name__ == "__main__":
    print(read(sys.argv[2]) if sys.argv[1] == "read" else consolidate(sys.argv[2], sys.argv[3]))
