"""What a table that comes in costs: its preview beside openpyxl's reading of the same cells, and memory."""
import datetime
import importlib.util
import pathlib
import statistics
import subprocess
import sys
import zipfile

from documents import spent

ROUNDS = 5
ROWS = 10_000
READ = """
import sys, time, openpyxl
begin = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = sum(1 for row in book.active.iter_rows(values_only=True) for cell in row if cell is not None)
print(cells, (time.perf_counter() - begin) * 1000)
"""
LETTERS = ["U", "P", "D", "T"]
WORDS = ["rouge", "orange", "vert"]


def workbook(path):
    """A sheet of observations as people fill it, 8 columns."""
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Observations")
    sheet.append(["axe", "statut", "texte", "auteur", "priorite", "Date", "Lieu", "Part"])
    for index in range(ROWS):
        sheet.append([
            LETTERS[index % 4], WORDS[index % 3], f"L’équipe {index} a dit une chose numéro {index * 7}",
            f"S{index % 30}", "oui" if index % 9 == 0 else None,
            datetime.date(2026, 1, 1) + datetime.timedelta(days=index % 300), f"Salle {index % 12}", index / ROWS])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        return sum(one.file_size for one in archive.infolist() if "sheet1" in one.filename)


def rows(bench, table, palier):
    if importlib.util.find_spec("openpyxl") is None:
        table.rows.append((f"a table of {ROWS} rows", "", "", "", "skipped, without openpyxl"))
        return
    folder = pathlib.Path(bench.folder)
    path, demarche = folder / "grand.xlsx", folder / "import.dpes.json"
    size = workbook(path)
    subprocess.run([palier, "nouveau", demarche, "--structure", "Essai"], check=True, stdout=subprocess.DEVNULL)
    # What the program takes by itself: the pages of its file, and the words of an import.
    little = folder / "petit.csv"
    little.write_text("axe;texte\nU;Une chose vue\n", encoding="utf-8")
    _, own = spent(palier, "importer", demarche, little, "--quoi", "observations", "--essai")
    mine, theirs, peaks = [], [], []
    for _ in range(ROUNDS):
        took, peak = spent(palier, "importer", demarche, path, "--quoi", "observations", "--essai")
        mine.append(took)
        peaks.append(peak)
        told = subprocess.run([sys.executable, "-c", READ, path], stdout=subprocess.PIPE, check=True, text=True)
        theirs.append(float(told.stdout.split()[1]))
    table.times("10 000 rows of a workbook previewed, ms", statistics.median(mine), statistics.median(theirs),
                "≤ 0.5 of openpyxl's reading of its cells")
    table.times(
        f"its peak above that of one row, MiB (all of it {max(peaks):.1f}), and four times the sheet",
        max(peaks) - own, size * 4 / 2**20, "≤ 1")
