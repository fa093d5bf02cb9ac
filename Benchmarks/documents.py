"""What documents cost: time beyond opening the file beside Python's writing of the same cells, and
memory."""
import csv
import html
import importlib.util
import os
import pathlib
import statistics
import subprocess
import sys
import time
import zipfile
from xml.sax.saxutils import escape

import material

ROUNDS = 5
REPORTS = ["compte-rendu", "ca", "annuel", "candidature", "engagements"]
FODS_CELL = "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>"


# The peak that the system tells of a process counts what its parent held when it began: a small one
# begins it, which holds less than any of them.
LAUNCHER = """
import os, subprocess, sys, time
begin = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = status
print(status, (time.perf_counter() - begin) * 1000, usage.ru_maxrss / 1024)
"""


def spent(palier, *arguments):
    """Milliseconds and peak MiB of one command."""
    told = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, palier, *arguments], stdout=subprocess.PIPE, check=True, text=True)
    status, took, peak = told.stdout.split()
    if status != "0":
        raise RuntimeError(f"palier {' '.join(map(str, arguments))}: {status}")
    return float(took), float(peak)


def export(palier, source, target, form, *more):
    return spent(palier, "exporter", source, "--format", form, "--vers", target, "--remplacer", *more)


def python_writes(cells, path, form):
    """Milliseconds of Python's writing of rows of cells, escaped as the format asks."""
    begin = time.perf_counter()
    with open(path, "w", encoding="utf-8") as file:
        for row in cells:
            if form == "html":
                file.write("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n")
            else:
                file.write("<table:table-row>" + "".join(FODS_CELL.format(escape(cell)) for cell in row)
                           + "</table:table-row>\n")
        file.flush()
        os.fsync(file.fileno())
    return (time.perf_counter() - begin) * 1000


def python_packages(cells, path, form):
    """Milliseconds of Python's writing of a workbook of the cells: openpyxl, or zipfile alone."""
    begin = time.perf_counter()
    if form == "xlsx":
        import openpyxl
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in cells:
            sheet.append(row)
        book.save(path)
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("content.xml", "".join(
                "<table:table-row>" + "".join(FODS_CELL.format(escape(cell)) for cell in row) + "</table:table-row>\n"
                for row in cells))
    with open(path, "rb") as file:
        os.fsync(file.fileno())
    return (time.perf_counter() - begin) * 1000


def rows(bench, table, palier, example):
    folder = pathlib.Path(bench.folder)
    took = sum(export(palier, example, folder / f"x.{form}", form)[0] for form in ["html", "svg", "csv", "fods", "ods", "xlsx", "ics"])
    took += sum(spent(palier, "rapport", example, "--modele", model, "--vers", folder / f"{model}.fodt")[0]
                for model in REPORTS)
    table.rows.append(("all documents of the example, ms", f"{took:.0f}", "", "", "≤ 1000"))
    crowd = pathlib.Path(material.crowded(example, f"{bench.folder}/documents.dpes.json"))
    export(palier, crowd, folder / "cells.csv", "csv", "--quoi", "observations")
    with open(folder / "cells.csv", newline="", encoding="utf-8") as file:
        cells = list(csv.reader(file))
    there = [form for form in ["ods", "xlsx"] if form == "ods" or importlib.util.find_spec("openpyxl")]
    for form in ["html", "fods", *there]:
        opening, ours, theirs, peaks = [], [], [], []
        for _ in range(ROUNDS):
            opening.append(export(palier, crowd, folder / "p.csv", "csv", "--quoi", "participants")[0])
            took, peak = export(palier, crowd, folder / f"y.{form}", form)
            ours.append(took)
            peaks.append(peak)
            peer = python_packages if form in there else python_writes
            theirs.append(peer(cells, folder / "peer", form))
        beyond = statistics.median(ours) - statistics.median(opening)
        table.times(f"10 000 observations to {form}, beyond opening, ms", beyond,
                    statistics.median(theirs),
                    "≤ 1 of openpyxl's" if form == "xlsx" else "≤ 4 of Python's writing of the cells")
        size = crowd.stat().st_size * 12 + (folder / f"y.{form}").stat().st_size * 2
        table.times(f"peak of it, MiB, and what it may be", max(peaks), size / 2**20, "≤ 1.6, aim 1")
