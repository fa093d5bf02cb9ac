#!/usr/bin/env python3
"""Give Palier's documents to the programs that people open them with, and look at what they read.

Usage: documents.py PALIER [--keep FOLDER] [--only WORD] [--verbose]

Each check names the program it needs; one that is not on this machine skips that check alone.
Exits with 1 when a program refuses a document, or reads something else than what was written.
"""
import argparse
import csv
import datetime
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

EXAMPLE = pathlib.Path(__file__).parents[2] / "Data/exemples/residence-du-halage.dpes.json"
DAY = "2026-12-01"
# LibreOffice's: comma, quote, UTF-8; with a last -1, a file for each sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false"
TIMEOUT = 120
CHECKS = []


def check(*programs):
    """A check that needs programs; a name with a dot is a Python module."""
    def register(function):
        CHECKS.append((function, programs))
        return function
    return register


def is_there(program):
    if program.startswith("python:"):
        return importlib.util.find_spec(program[7:]) is not None
    return shutil.which(program) is not None


class Documents:
    """A folder with the démarches that documents are made from, and the program that makes them."""

    def __init__(self, palier, folder, verbose=False):
        self.palier, self.folder, self.verbose = palier, pathlib.Path(folder), verbose
        shutil.copy(EXAMPLE, self.folder / "exemple.dpes.json")
        self.run("nouveau", "vide.dpes.json", "--structure", "Vide & <neuve>")

    def run(self, *arguments):
        result = subprocess.run(
            [self.palier, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=TIMEOUT)
        if result.returncode:
            raise AssertionError(f"palier {' '.join(arguments)}: {result.stderr}")
        return result.stderr

    def make(self, name, *arguments, source="exemple"):
        self.run(*arguments[:1], f"{source}.dpes.json", *arguments[1:], "--date", DAY, "--vers", name)
        return self.folder / name

    def export(self, name, *arguments, source="exemple"):
        form = name.rsplit(".", 1)[-1]
        return self.make(name, "exporter", "--format", form, *arguments, source=source)

    def told(self, *arguments):
        """What a command says, that may end with 1."""
        result = subprocess.run(
            [self.palier, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=TIMEOUT)
        return result.stdout + result.stderr

    def trap(self):
        """The example with texts that a spreadsheet could take for something else; no tab, which LibreOffice drops when it saves."""
        demarche = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        image = max(demarche["cercles"], key=lambda one: one["date"])
        texts = ["=1+1", "+33 1 02", "@x", "-Une baisse", "'cité", "_x0041_", "שלום עולם", "🙂 👩‍🔬", "coopéra\u00adtive",
                 "<b>&amp;]]>", "12/03/2026", "0123", "31 %", "VRAI", "deux  espaces", "ligne\nseconde", "1E5"]
        for place, (observation, text) in enumerate(zip(image["observations"], texts)):
            observation["texte"] = text
            if place == 0:
                observation["texte"] = text + "x" * 30_000
        while len(image["observations"]) < 500:
            number = len(image["observations"]) + 1000
            image["observations"].append({"id": f"n{number}", "numero": number, "texte": f"Observation {number}", "axe": "utilite"})
        (self.folder / "piege.dpes.json").write_text(json.dumps(demarche), encoding="utf-8")

    def office(self, name, to, folder=None):
        """What LibreOffice makes of a document, in another format."""
        folder = folder or self.folder
        profile = f"-env:UserInstallation=file://{self.folder}/office"
        command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), name]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, timeout=TIMEOUT)
        return folder / (pathlib.Path(name).stem + "." + to.split(":")[0])


def rows(path, delimiter=",", encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.reader(file, delimiter=delimiter, strict=True))


@check("python3")
def csv_is_read_alike_in_both_flavours(documents):
    for part in ["observations", "schema", "tableau", "participants"]:
        neutral = rows(documents.export(f"{part}.csv", "--quoi", part))
        excel = rows(documents.export(f"{part}-x.csv", "--quoi", part, "--excel"), ";", "utf-8-sig")
        assert len(neutral) > 5 and len(neutral) == len(excel), part
        assert {len(row) for row in neutral + excel} == {len(neutral[0])}, part
        assert neutral[0] == excel[0], part
    observations = rows(documents.folder / "observations.csv")
    assert "Deux CDD sont devenus des CDI, il en reste un" in [row[2] for row in observations]


@check("soffice")
def libreoffice_reads_the_cells_that_were_written(documents):
    documents.export("t.fods", "--quoi", "tout")
    documents.office("t.fods", "xlsx")
    documents.office("t.fods", CSV + ",-1")
    tableau = rows(documents.folder / "t-Tableau de bord.csv")
    assert "tableau de bord au 1er décembre 2026" in tableau[0][0], tableau[0]
    assert tableau[1][5].startswith("6\u00a0mois (close)\n"), tableau[1]
    assert tableau[2][:3] == ["Palier", "Échéance", "Indicateur"], tableau[2]
    assert any("✔\u00a0atteint\u00a0: 2\u00a0contrats" in row for row in tableau)
    read = rows(documents.folder / "t-Observations.csv")
    written = rows(documents.export("o.csv", "--quoi", "observations"))
    texts = [row[2] for row in read]
    assert texts[1:] == [row[2] for row in written][1:]
    # What comes back from the spreadsheet says nothing new.
    for sheet, kind in [("Observations", "observations"), ("Paliers", "indicateurs"),
                        ("Réalisés", "realises"), ("Participants", "participants")]:
        before = (documents.folder / "exemple.dpes.json").read_bytes()
        documents.run("importer", "exemple.dpes.json", f"t-{sheet}.csv", "--quoi", kind)
        assert (documents.folder / "exemple.dpes.json").read_bytes() == before, sheet


@check("soffice")
def what_libreoffice_saves_says_nothing_new(documents):
    documents.export("retour.fods", "--quoi", "tout")
    before = (documents.folder / "exemple.dpes.json").read_bytes()
    for form in ["xlsx", "ods"]:
        documents.office("retour.fods", form)
        for sheet, kind in [("Observations", "observations"), ("Paliers", "indicateurs"),
                            ("Réalisés", "realises"), ("Participants", "participants")]:
            documents.run("importer", "exemple.dpes.json", f"retour.{form}", "--feuille", sheet, "--quoi", kind)
            assert (documents.folder / "exemple.dpes.json").read_bytes() == before, (form, sheet)


# An action plan in the shape that public bodies give theirs: a title, an empty row, nine columns, dates, free words.
PLAN = [
    ["N°", "Axe", "Objectif", "Action", "Pilote", "Partenaires", "Échéance", "Indicateur", "État d’avancement"],
    [1, "1. Utilité", "Nourrir le quartier", "Ouvrir une épicerie solidaire", "SC", "CCAS", (2027, 6, 30),
     "Foyers accueillis", "En cours"],
    [2, "1. Utilité", "Nourrir le quartier", "Livrer les personnes isolées", "LB", "", (2027, 12, 31),
     "Livraisons par mois", "Pas commencé"],
    [3, "2. Personne", "Former", "Former les équipes au tri", "SC", "Métropole", (2026, 12, 31),
     "Salariés formés", "À poursuivre"],
    [4, "3. Démocratie", "Décider ensemble", "Un conseil des usagers", "HV", "", (2028, 6, 30),
     "Réunions par an", "Idée"],
    [5, "4. Territoire", "Coopérer", "Une table ronde avec les élus", "SC", "Commune", (2027, 3, 31),
     "Communes présentes", "Abandonné puis repris"],
]


def write_plan(path, rows):
    import datetime
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan d’actions"
    sheet.append(["Plan d’actions 2026-2028, mis à jour en séance"])
    sheet.append([])
    for row in rows:
        sheet.append([datetime.date(*cell) if isinstance(cell, tuple) else cell for cell in row])
    lists = book.create_sheet("Listes")
    lists.append(["En cours", "Pas commencé"])
    lists.sheet_state = "hidden"
    book.save(path)


def paliers(documents, name):
    demarche = json.loads((documents.folder / name).read_text(encoding="utf-8"))
    return [(palier["id"], palier["intitule"], palier["echeanceMois"],
             [one["intitule"] for one in palier["indicateurs"]]) for palier in demarche["schema"]["paliers"]]


@check("soffice", "python:openpyxl")
def an_action_plan_comes_in_and_comes_in_again_corrected(documents):
    import openpyxl
    documents.run("nouveau", "plan.dpes.json", "--structure", "Le Plan", "--debut", "2026-07-01")
    write_plan(documents.folder / "plan.xlsx", PLAN)
    documents.run("importer", "plan.dpes.json", "plan.xlsx", "--quoi", "indicateurs")
    first = paliers(documents, "plan.dpes.json")
    assert [palier[2] for palier in first] == [12, 18, 6, 24, 9], first
    assert [palier[1] for palier in first] == [row[3] for row in PLAN[1:]], first
    before = (documents.folder / "plan.dpes.json").read_bytes()
    # LibreOffice saves it as it is; then a title and a date are corrected.
    documents.office("plan.xlsx", "ods")
    documents.run("importer", "plan.dpes.json", "plan.ods", "--quoi", "indicateurs")
    assert (documents.folder / "plan.dpes.json").read_bytes() == before
    book = openpyxl.load_workbook(documents.folder / "plan.xlsx")
    sheet = book["Plan d’actions"]
    assert sheet["D6"].value == "Former les équipes au tri"
    sheet["D6"] = "Former toutes les équipes au tri"
    sheet["H4"] = "Foyers accueillis par mois"
    sheet["G7"] = "fin 2028"
    book.save(documents.folder / "corrige.xlsx")
    documents.office("corrige.xlsx", "ods")
    documents.run("importer", "plan.dpes.json", "corrige.ods", "--quoi", "indicateurs")
    second = paliers(documents, "plan.dpes.json")
    assert [palier[0] for palier in second] == [palier[0] for palier in first], second
    assert second[2][1] == "Former toutes les équipes au tri" and second[3][2] == 30, second
    assert second[0][3] == ["Foyers accueillis par mois"], second
    assert [len(palier[3]) for palier in second] == [1] * 5, second


SHEET = b'<worksheet><sheetData>%s<row r="1"><c t="inlineStr"><is><t>texte</t></is></c></row></sheetData></worksheet>'
PARTS = {
    "_rels/.rels": b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels":
        b'<Relationships><Relationship Id="b" Type="x/worksheet" Target="sheet1.xml"/></Relationships>',
    "xl/workbook.xml": b'<workbook><sheets><sheet name="F" id="b"/></sheets></workbook>',
    "xl/sheet1.xml": SHEET % b"",
}


# What the system tells of a process counts what its parent held when it began: a small one begins it.
LAUNCHER = """
import os, subprocess, sys, time
begin = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = status
print(os.waitstatus_to_exitcode(status), time.perf_counter() - begin, usage.ru_maxrss / 1024)
"""


def packed(path, parts, level=1):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return path.read_bytes()


def lying(data, name, size):
    """The archive with another size of a part in its directory."""
    data, place = bytearray(data), data.find(b"PK\x01\x02")
    while place >= 0:
        if data[place + 46:].startswith(name):
            data[place + 24:place + 28] = size.to_bytes(4, "little")
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


def hostile(folder):
    """Workbooks that nobody means well with, by what is wrong with them."""
    path = folder / "h.xlsx"
    good = packed(path, PARTS)
    bomb = packed(path, PARTS | {"xl/sheet1.xml": SHEET % (b" " * (200 << 20))})
    yield "a bomb", bomb
    yield "a bomb that lies of its size", lying(bomb, b"xl/sheet1.xml", 1000)
    yield "a bomb that says four gigabytes", lying(bomb, b"xl/sheet1.xml", 0xFFFFFFF0)
    row = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    yield "millions of rows", packed(path, PARTS | {"xl/sheet1.xml": SHEET % (row * 1_300_000)})
    deep = b"<a>" * 2_000_000
    yield "an element in two million others", packed(path, PARTS | {"xl/sheet1.xml": SHEET % deep})
    yield "a DOCTYPE", packed(path, PARTS | {
        "xl/sheet1.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SHEET % b""})
    yield "a wrong check", damaged(good)
    for eighth in range(1, 8):
        yield f"{eighth} eighths of it", good[:len(good) * eighth // 8]
    yield "a hundred thousand parts, none of a workbook", packed(
        path, {f"../../{index}": b"" for index in range(100_000)}, 1)


def damaged(data):
    """The archive with another check of its first part."""
    data, place = bytearray(data), data.find(b"PK\x01\x02")
    data[place + 16] ^= 0xFF
    return bytes(data)


@check("python3")
def hostile_workbooks_are_refused_soon_and_in_little_room(documents):
    documents.run("nouveau", "h.dpes.json", "--structure", "H")
    before = (documents.folder / "h.dpes.json").read_bytes()
    path = documents.folder / "h.xlsx"
    packed(path, PARTS)
    documents.run("importer", "h.dpes.json", "h.xlsx", "--quoi", "observations", "--essai")
    for name, data in hostile(documents.folder):
        path.write_bytes(data)
        told = subprocess.run(
            [sys.executable, "-S", "-c", LAUNCHER, documents.palier, "importer", "h.dpes.json", "h.xlsx", "--quoi",
             "observations"], cwd=documents.folder, capture_output=True, timeout=TIMEOUT, text=True)
        error, (status, took, peak) = told.stderr, map(float, told.stdout.split())
        if documents.verbose:
            print(f"  {name}: {took * 1000:.0f} ms, {peak:.0f} MiB, {error[:60].strip()}")
        assert status == 2 and "h.xlsx" in error, (name, status, error)
        # A build for tests is slow, and the machine shared: bounds that a bomb would break.
        # On a loaded machine too: what hangs takes far longer.
        assert took < 240 and peak < 300, (name, took, peak)
    assert (documents.folder / "h.dpes.json").read_bytes() == before


@check("soffice")
def an_empty_demarche_is_a_spreadsheet_too(documents):
    documents.export("vide.fods", source="vide")
    documents.office("vide.fods", CSV)
    assert "Vide & <neuve>" in (documents.folder / "vide.csv").read_text(encoding="utf-8")


REPORTS = sorted(one.stem for one in (EXAMPLE.parents[1] / "modeles").glob("*.md"))


def report(model):
    """What asks for a report; that of a tool says which tool."""
    return ["rapport", "--modele", model, *(["--outil", "developpement-durable"] if model == "outil" else [])]


SHEETS = {"Observations": "observations", "Paliers": "indicateurs", "Réalisés": "realises", "Participants": "participants"}


def sheets(documents, name):
    """What LibreOffice finds in each sheet of a workbook, as texts."""
    target = documents.folder / f"cells-{name}"
    target.mkdir(exist_ok=True)
    shutil.copy(documents.folder / name, target / ("t." + name.rsplit(".", 1)[1]))
    documents.office(f"cells-{name}/t." + name.rsplit(".", 1)[1], CSV + ",-1", target)
    return {path.stem[2:]: rows(path) for path in sorted(target.glob("t-*.csv"))}


@check("soffice")
def a_workbook_has_the_same_cells_in_every_form_and_after_libreoffice(documents):
    for source in ["exemple", "vide", "piege"]:
        if source == "piege":
            documents.trap()
        expected = None
        for form in ["fods", "ods", "xlsx"]:
            name = f"forme-{source}.{form}"
            documents.export(name, "--quoi", "tout", source=source)
            cells = sheets(documents, name)
            expected = expected or cells
            assert len(cells) >= 5 and cells == expected, (name, [key for key in cells if cells[key] != expected.get(key)])
            if form == "fods":
                continue
            # What LibreOffice makes of it is still the same, also in the other form.
            for other in ["ods", "xlsx"]:
                there = documents.folder / f"via-{form}-{source}"
                there.mkdir(exist_ok=True)
                documents.office(name, other, there)
                back = f"via-{form}-{source}-{other}.{other}"
                shutil.copy(there / f"forme-{source}.{other}", documents.folder / back)
                assert sheets(documents, back) == expected, back
                for sheet, kind in SHEETS.items():
                    if len(expected[sheet]) < 2:
                        continue
                    said = documents.told("importer", f"{source}.dpes.json", back, "--feuille", sheet, "--quoi", kind, "--essai")
                    assert "ajoute" not in said and "change" not in said and "refus" not in said, (back, sheet, said)


@check("python:openpyxl")
def openpyxl_reads_the_cells_that_were_written(documents):
    import openpyxl
    book = openpyxl.load_workbook(documents.export("o.xlsx", "--quoi", "tout"))
    for sheet, part in [("Observations", "observations"), ("Réalisés", "tableau"), ("Participants", "participants")]:
        written = rows(documents.export(f"o-{part}.csv", "--quoi", part))
        read = [["" if cell is None else str(cell) for cell in row] for row in book[sheet].values]
        assert len(read) == len(written), sheet
        column = {"Observations": 2, "Réalisés": 4, "Participants": 1}[sheet]
        texts = [row[column][1:] if row[column].startswith("'") else row[column] for row in written[1:]]
        assert [row[column] for row in read[1:]] == texts, sheet
    days = [cell.value for cell in book["Réalisés"]["F"][1:] if cell.value]
    assert days and all(hasattr(day, "year") and cell.is_date for day in days for cell in book["Réalisés"]["F"][1:2] if cell.value)
    board = book["Tableau de bord"]
    assert (board.freeze_panes, board.print_title_rows, board.print_title_cols) == ("B4", "$1:$3", "$A:$C")
    assert book["Observations"].auto_filter.ref.startswith("A1:F")
    flat = openpyxl.load_workbook(documents.export("d.xlsx", "--quoi", "donnees")).active
    table = rows(documents.export("d.csv", "--quoi", "donnees"))
    assert [cell.value for cell in flat[1]] == table[0] and flat.max_row == len(table) == 120
    for line, written in zip(list(flat.values)[1:], table[1:]):
        said = ["" if cell is None else cell.date().isoformat() if hasattr(cell, "date") else str(cell) for cell in line]
        assert said == written, (said, written)


@check("xmllint")
def packages_are_sound_and_always_the_same(documents):
    made = [("p.ods", "exporter", "--quoi", "tout"), ("p.xlsx", "exporter", "--quoi", "tout"),
            *((f"p-{model}.odt", *report(model)) for model in REPORTS)]
    for name, *asked in made:
        first = documents.make(name, *asked).read_bytes()
        again = documents.make("encore-" + name, *asked).read_bytes()
        assert first == again, name
        with zipfile.ZipFile(documents.folder / name) as package:
            assert package.testzip() is None, name
            entries = package.infolist()
            assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}, name
            if not name.endswith("xlsx"):
                assert (entries[0].filename, entries[0].compress_type, entries[0].extra) == ("mimetype", 0, b""), name
                listed = package.read("META-INF/manifest.xml").decode()
                for entry in entries[1:-1]:
                    assert f'full-path="{entry.filename}"' in listed, (name, entry.filename)
            for entry in entries[0 if name.endswith("xlsx") else 1:]:
                subprocess.run(["xmllint", "--noout", "--nonet", "-"], input=package.read(entry), check=True)


@check("soffice", "pdftotext", "pdfinfo")
def the_tableau_is_printed_for_its_paper(documents):
    for form in ["ods", "xlsx"]:
        for paper, size, wide in [("a3", "1190.55 x 841.89", 1), ("a4", "841.89 x 595", 2)]:
            name = f"papier-{paper}.{form}"
            documents.export(name, "--papier", paper)
            there = documents.folder / f"papier-{paper}-{form}"
            there.mkdir(exist_ok=True)
            pdf = documents.office(name, "pdf", there)
            about = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
            assert size in about, (name, about)
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
            pages = text.split("\f")
            board = [page for page in pages if "Échéance" in page and "Réalisé" in page]
            # Each page of a follow-up has its headings again, and a foot.
            assert len(board) >= wide and all("Palier" in page and "Indicateur" in page for page in board), name
            assert ("profil cible" in board[0]) == (paper == "a3"), name
            assert "6 mois (close)" in text.replace("\u00a0", " "), name
            count = len(pages) - 1
            for number, page in enumerate(pages[:-1], 1):
                assert f"page {number}/{count}" in page and "Résidence du Halage" in page, (name, number)


@check("soffice", "pdftotext")
def writer_reads_the_texts_that_were_written(documents):
    for model in REPORTS:
        for source, ending in [("exemple", "fodt"), ("vide", "fodt"), ("exemple", "odt")]:
            name = f"{source}-{ending}-{model}.{ending}"
            documents.make(name, *report(model), source=source)
            pdf = documents.office(name, "pdf")
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
            words = " ".join(text.split())
            expected = {"exemple": "Résidence du Halage", "vide": "Vide & <neuve>"}[source]
            assert expected in words[:80], (name, words[:80])
            pages = text.count("\f")
            assert pages == 1 if model in ("ca", "pair") else pages <= 5, (name, pages)
            if (model, source) == ("compte-rendu", "exemple"):
                for said in ["Salariés SC, LB, YD", "■ rouge Au conseil d’administration", "Relancer le conseil de la vie sociale"]:
                    assert said in words, said
                # What is decided is on the first page, all that was said on the second.
                assert pages == 2 and "promis" in text.split("\f")[0] and "27 novembre" in text.split("\f")[0], pages


@check("soffice", "pdfinfo")
def reports_have_the_pages_that_are_said_in_both_forms(documents):
    demarche = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    names = ["Résidence du Halage et de ses voisins", "Association Les Jardins Familiaux du Canal",
             "Société coopérative d’intérêt collectif des habitants et des voisins du canal de Saint-Aubin"]
    for place, name in enumerate(names):
        demarche["structure"]["raisonSociale"] = name
        (documents.folder / f"nom-{place}.dpes.json").write_text(json.dumps(demarche), encoding="utf-8")
    # Many indicators in one palier are more than what can stay together.
    palier = demarche["schema"]["paliers"][0]
    palier["indicateurs"] = [dict(palier["indicateurs"][0], id=f"beaucoup{place}") for place in range(60)]
    (documents.folder / "beaucoup.dpes.json").write_text(json.dumps(demarche), encoding="utf-8")
    # Promises that one page holds leave the observations the second.
    kept = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    seance = max((one for one in kept["seances"] if one.get("promesses")), key=lambda one: one["date"])
    promise = seance["promesses"][0]
    for count in [7, 8, 12, 25]:
        seance["promesses"] = [dict(promise, id=f"pr{count:02}{place:02}aaaaa") for place in range(count)]
        (documents.folder / f"promesses-{count}.dpes.json").write_text(json.dumps(kept), encoding="utf-8")
    # Sentences of the charter are whole, however long, and the poster stays one page.
    charter = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for length in [95, 250, 600]:
        sentence = ("Nous décidons avec les résidents et les salariés de ce qui compte pour eux. " * 9)[:length - 1] + "!"
        charter["charte"] = {"engagements": dict.fromkeys(["utilite", "personne", "democratie", "territoire"], sentence)}
        (documents.folder / f"charte-{length}.dpes.json").write_text(json.dumps(charter), encoding="utf-8")
    wanted = [("exemple", "annuel", 4), ("exemple", "candidature", 1), ("beaucoup", "annuel", 7),
              *((f"promesses-{count}", "compte-rendu", 2) for count in [7, 8, 12, 25]),
              *((f"charte-{length}", "engagements", 1) for length in [95, 250, 600])]
    for source, model, most in wanted + [(f"nom-{place}", "engagements", 1) for place in range(len(names))]:
        counts = []
        for ending in ["odt", "fodt"]:
            name = f"pages-{source}-{model}-{ending}.{ending}"
            documents.make(name, *report(model), source=source)
            about = subprocess.run(["pdfinfo", documents.office(name, "pdf")], capture_output=True, text=True).stdout
            counts.append(int(re.search(r"Pages:\s*(\d+)", about)[1]))
        assert counts[0] == counts[1] <= most, (source, model, counts)


@check("soffice", "pdftotext")
def a_visiting_peer_has_one_page(documents):
    """The « pair » stays on one page: nothing said, much said, long titles, names hidden."""
    much = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    long = "Un titre de quatre-vingt-dix lettres, que personne ne raccourcit avant de l’écrire partout ici"[:90]
    seen = much["cercles"][-1]["observations"]
    much["cercles"][-1]["observations"] = [dict(seen[place % len(seen)], id=f"beau{place:04}aaa", numero=place + 1, texte=long, origine="")
                                           for place in range(500)]
    for one in much["cercles"][-1]["observations"]:
        del one["origine"]
    for palier in much["schema"]["paliers"]:
        palier.update(intitule=long, observations=[])
    for one in much.get("ressources", []):
        one["titre"] = long
    much["structure"].update(raisonSociale="Société coopérative d’intérêt collectif des habitants et des voisins du canal de Saint-Aubin",
                             activites=long * 6)
    much["pilotage"]["pourquoi"] = long * 6
    much["profilStrategique"]["ambition"] = {"etat": "renseigne", "elements": [long] * 6}
    much["seances"].append({"id": "svisitepair", "date": "2027-02-04", "genre": "visite",
                            "demandes": [{"id": f"dpair{place}aaaaa", "texte": long * 4} for place in range(5)]})
    (documents.folder / "pair-beaucoup.dpes.json").write_text(json.dumps(much), encoding="utf-8")
    for source, names in [("exemple", []), ("vide", []), ("pair-beaucoup", []), ("pair-beaucoup", ["--sans-noms"])]:
        name = f"pair-{source}{len(names)}.fodt"
        documents.make(name, *report("pair"), *names, source=source)
        text = subprocess.run(["pdftotext", "-layout", documents.office(name, "pdf"), "-"], capture_output=True, text=True).stdout
        assert text.count("\f") == 1, (name, text.count("\f"))
        for said in ["Ce que nous vous demandons", "J’ai vu une force", "Une idée, un contact"]:
            assert said in text, (name, said)
        if source == "pair-beaucoup":
            assert "4 février 2027" in text, name


@check("soffice", "pdftotext")
def what_is_asked_of_a_board_is_whole_on_one_page_or_two(documents):
    demarche = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    text = ("écrire à la ville et au département pour une coprésidence du conseil de la vie sociale, avec deux résidents prêts " * 3)
    for count, length, most in [(0, 0, 1), (3, 118, 1), (5, 118, 1), (8, 118, 2), (12, 200, 2)]:
        asks = [{"id": f"dm{place:02}aaaaaaa", "texte": f"{place + 1}e, {text}"[:length - 1] + "?", "pourquoi": "Ils sont prêts à essayer."}
                for place in range(count)]
        board = {"id": "ca1aaaaaaaa", "date": "2026-12-09", "genre": "ca", "demandes": asks}
        source = f"conseil-{count}"
        (documents.folder / f"{source}.dpes.json").write_text(
            json.dumps(demarche | {"seances": demarche["seances"] + [board]}), encoding="utf-8")
        for ending in ["odt", "fodt"]:
            name = f"{source}-{ending}.{ending}"
            documents.make(name, "rapport", "--modele", "ca", source=source)
            printed = subprocess.run(
                ["pdftotext", "-layout", documents.office(name, "pdf"), "-"], capture_output=True, text=True).stdout
            pages = printed.split("\f")[:-1]
            assert len(pages) <= most, (name, len(pages))
            # Beside the boxes the lines of the asks run on.
            words = " ".join(re.sub("☐ (oui|non|à revoir)", "", printed).split())
            assert words.count("Ils sont prêts à essayer.") == count, name
            assert all(" ".join(one["texte"].split()) in words for one in asks), name


@check("soffice", "pdftotext")
def a_candidature_too_long_says_by_how_many_lines(documents):
    demarche = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    words = " ".join(one["texte"] for one in demarche["cercles"][-1]["observations"]).split()
    written = ["motivation", "valeurs", "resultatsAttendus", "moyens", "actionsMenees", "axesSouhaites"]
    # Short, as much as two pages hold, and too long, in one paragraph and in many; with what is proposed, and without.
    for count, paragraph, fields in [
            (60, 1000, written), (150, 1000, written), (140, 15, written), (150, 60, written), (200, 60, written), (214, 15, written),
            (60, 1000, written[:4]), (190, 1000, written[:4]), (240, 60, written[:5]), (300, 15, written[:4])]:
        def answer(start):
            text = [words[(start + place) % len(words)] for place in range(count)]
            return "\n".join(" ".join(text[at:at + paragraph]) for at in range(0, count, paragraph))
        demarche["candidature"] = {field: answer(37 * place) for place, field in enumerate(fields)}
        name = f"candidature-{count}-{paragraph}-{len(fields)}"
        (documents.folder / f"{name}.dpes.json").write_text(json.dumps(demarche), encoding="utf-8")
        told = documents.run("rapport", f"{name}.dpes.json", "--modele", "candidature", "--vers", f"{name}.fodt")
        said = re.search(r"d’environ (\d+)", told)
        said = int(said[1]) if said else 0
        pdf = documents.office(f"{name}.fodt", "pdf")
        boxes = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, text=True).stdout
        pages = [re.findall(r'<line [^>]*yMin="([\d.]+)"', page) for page in boxes.split("<page ")[1:]]
        # Between the head and the foot; the last text is that of the boxes to sign in, three lines high.
        third = [float(y) for page in pages[2:] for y in page if 40 < float(y) < 795]
        lines = round((max(third) - 45) / 13.55) + 4 if third else 0
        # « environ »: releases of LibreOffice set the same text up to five lines apart.
        if documents.verbose:
            print(f"  {name}: {said} lines too many are said, {lines} are printed")
        assert len(pages) < 4 and abs(said - lines) <= 5, (name, said, lines)
        assert count != 60 or (said, lines) == (0, 0)


@check("tidy")
def the_page_is_valid_html(documents):
    for source in ["exemple", "vide"]:
        page = documents.export(f"{source}.html", source=source)
        result = subprocess.run(["tidy", "-q", "-e", page], capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        text = page.read_text(encoding="utf-8")
        assert "http://" not in text.replace("http://www.w3.org/2000/svg", "") and "<script" not in text


@check("chromium", "pdftotext", "pdfinfo")
def a_browser_prints_the_page(documents):
    page = documents.export("imprimer.html")
    pdf = documents.folder / "imprimer.pdf"
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={documents.folder}/chromium", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True, timeout=TIMEOUT)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
    pages = text.split("\f")
    starts = [page.strip().split("\n")[0] for page in pages]
    for step in ["Étape 2 — Cercle de qualité", "Étape 3 — Schéma de progrès", "Étape 4 — Tableau de bord"]:
        assert any(step in one for one in pages), (step, starts)
    # In the margins the structure, the day and the page; on wide paper only what is wide.
    count = len(pages) - 1
    about = subprocess.run(["pdfinfo", "-l", str(count), pdf], capture_output=True, text=True).stdout
    wide = [number for number, width in re.findall(r"Page +(\d+) size: +([\d.]+) x", about) if float(width) > 1000]
    for number, page in enumerate(pages[:-1], 1):
        assert "Résidence du Halage" in page and f"page {number}/{count}" in page and "1er décembre 2026" in page, number
        is_wide = "Étape 3 — Schéma" in page or "Réalisé" in page
        assert (str(number) in wide) == is_wide, (number, wide)
    assert "Où l’on en est" in pages[0] and "Étape 1" in pages[1]


# Looks at the page in a frame as wide as a screen; what it finds is told to the page around.
AXE = """
<script>%s</script>
<script>
addEventListener("load", () => axe.run(document, { resultTypes: ["violations"] }).then(found => parent.postMessage({
  wide: document.documentElement.scrollWidth > innerWidth,
  found: found.violations.filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => one.id + ": " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" | ")),
}, "*")));
</script>
"""
AROUND = """<!DOCTYPE html><pre id="told"></pre><script>
addEventListener("message", event => { document.getElementById("told").textContent = encodeURIComponent(JSON.stringify(event.data)) });
</script><iframe src="%s" width="%d" height="900"></iframe>"""


@check("chromium", "python:axe_core_python")
def axe_finds_nothing_serious_in_the_page(documents):
    import urllib.parse
    module = pathlib.Path(importlib.util.find_spec("axe_core_python").origin)
    axe = module.with_name("axe.min.js").read_text(encoding="utf-8")
    for source in ["exemple", "vide"]:
        page = documents.export(f"axe-{source}.html", source=source)
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("</body>", AXE % axe + "</body>"), encoding="utf-8")
        for width in [390, 768, 1280]:
            around = documents.folder / f"autour-{source}-{width}.html"
            around.write_text(AROUND % (page.name, width), encoding="utf-8")
            told = subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                 "--window-size=1400,1000", "--virtual-time-budget=60000",
                 f"--user-data-dir={documents.folder}/chromium", "--dump-dom", around.as_uri()],
                check=True, capture_output=True, text=True, timeout=TIMEOUT).stdout
            said = re.search(r'id="told">([^<]+)<', told)
            assert said, (source, width, told[:300])
            found = json.loads(urllib.parse.unquote(said[1]))
            assert found == {"wide": False, "found": []}, (source, width, found)


@check("rsvg-convert")
def the_drawings_are_drawn(documents):
    for part in ["cercle", "schema", "arbre", "tout"]:
        for source in ["exemple", "vide"]:
            drawing = documents.export(f"{source}-{part}.svg", "--quoi", part, source=source)
            picture = drawing.with_suffix(".png")
            subprocess.run(["rsvg-convert", "-o", picture, drawing], check=True, capture_output=True)
            assert picture.read_bytes().startswith(b"\x89PNG"), part


@check("python:icalendar")
def a_calendar_program_reads_the_dates(documents):
    import icalendar

    def events(path):
        return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")

    first = events(documents.export("t.ics"))
    promises = [promise for seance in json.loads(EXAMPLE.read_text())["seances"]
                for promise in seance.get("promesses", [])
                if promise.get("quand") and promise.get("etat") != "abandonnee"]
    assert len(first) == 17 + 6 + 2 + len(promises), len(first)
    assert len({event["UID"] for event in first}) == len(first)
    for event in first:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert (end - start).days == 1 and event["TRANSP"] == "TRANSPARENT", event
        for alarm in event.walk("VALARM"):
            before = -alarm.decoded("TRIGGER")
            assert before == datetime.timedelta(days=13, hours=15), before
    palier = next(event for event in first if "Deux contrats consolidés" in event["SUMMARY"])
    assert palier.decoded("DTSTART").isoformat() == "2026-03-31"
    assert palier["SUMMARY"].startswith("Résidence du Halage · "), palier["SUMMARY"]


@check("xmllint")
def everything_is_well_formed(documents):
    for source in ["exemple", "vide"]:
        documents.export(f"{source}-all.fods", "--quoi", "tout", source=source)
        documents.export(f"{source}-all.svg", "--quoi", "tout", source=source)
        for model in REPORTS:
            documents.make(f"{source}-all-{model}.fodt", *report(model), source=source)
    for path in sorted(documents.folder.glob("*-all*.*")):
        subprocess.run(["xmllint", "--noout", "--nonet", path], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("palier", type=pathlib.Path)
    parser.add_argument("--keep", help="leave the documents in this folder")
    parser.add_argument("--only", help="the checks whose name has this word", default="")
    parser.add_argument("--verbose", action="store_true", help="print what is measured")
    arguments = parser.parse_args()
    passed = failures = 0
    with tempfile.TemporaryDirectory(prefix="palier-") as temporary:
        folder = arguments.keep or temporary
        pathlib.Path(folder).mkdir(exist_ok=True)
        documents = Documents(arguments.palier.resolve(), folder, arguments.verbose)
        for function, programs in CHECKS:
            name = function.__name__.replace("_", " ")
            if arguments.only not in name:
                continue
            missing = [program for program in programs if not is_there(program)]
            if missing:
                print(f"➜ {name} : sauté, sans {', '.join(missing)}")
                continue
            try:
                function(documents)
                passed += 1
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failures += 1
                print(f"✘ {name} : {error}")
    print(f"{'✘' if failures else '✔'} documents : {passed} contrôles réussis sur {len(CHECKS)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
