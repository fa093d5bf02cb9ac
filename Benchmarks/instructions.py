#!/usr/bin/env python3
"""Count the instructions that Palier executes for a key and for a start, by callgrind.

Usage: instructions.py PALIER [--only WORDS]

Times drift on a shared machine; instructions do not, whatever else runs on it. A key's are the
difference between two runs of one session, one of them with more of the same moves, so that opening
and leaving are in neither. Nothing here passes or fails: the last column is what we promise.
"""
import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import material
from session import BenchError, Session

DATA = pathlib.Path(os.environ.get("PALIER_DATA", pathlib.Path(__file__).parents[1] / "Data"))
EXAMPLE = DATA / "exemples" / "residence-du-halage.dpes.json"
DAY = "2026-12-01"
FEW, MANY = 8, 24
VERTICAL, SIDEWAYS = ["down", "up"], ["right", "left"]
THROUGH = ["down"] * 4 + ["up"] * 4
KEYS = [  # what, the file, the keys that lead there, the moves measured
    ("cercle", "example", [], VERTICAL),
    ("schéma", "example", ["4"], VERTICAL),
    ("tableau", "example", ["5"], VERTICAL),
    ("tableau, to another period", "example", ["5"], SIDEWAYS),
    ("page du CA", "example", ["9"], VERTICAL),
    ("à faire", "example", ["6"], VERTICAL),
    ("finances", "example", ["7"], VERTICAL),
    ("état des lieux", "example", ["1"], VERTICAL),
    ("grille", "example", ["2"], VERTICAL),
    ("capture, typing", "example", ["n"], ["e", "s"]),
    ("wall, cercle", "example", ["s"], VERTICAL),
    ("wall, schéma", "example", ["4", "s"], VERTICAL),
    ("wall, tableau", "example", ["5", "s"], VERTICAL),
    ("200 observations, cercle", "two hundred", [], VERTICAL),
    ("10 000 observations, cercle", "crowd", [], VERTICAL),
    ("800 paliers, schéma", "large", ["4"], VERTICAL),
    ("800 paliers, tableau", "large", ["5"], THROUGH),
]
STARTS = [  # what, the file, the arguments around it, what is promised
    ("palier --version", None, ["--version"], ""),
    ("palier a-faire", "example", ["a-faire", None, "--date", DAY], ""),
    ("palier ecran", "example", ["ecran", None, "--date", DAY], ""),
    ("palier a-faire, 6 MB", "whole", ["a-faire", None, "--date", DAY], ""),
]


class Counter:
    """Runs a program under callgrind; what it executed comes from the file that it leaves."""

    def __init__(self, palier, folder):
        self.palier = os.path.abspath(palier)
        self.folder = folder
        self.profile = f"{folder}/profile"
        self.environment = material.environment(folder)
        for name, place in self.environment.items():
            if name.startswith("XDG_"):
                os.makedirs(place, mode=0o700, exist_ok=True)
        example = shutil.copy(EXAMPLE, folder)
        self.files = {
            "example": example,
            "two hundred": material.crowded(example, f"{folder}/two-hundred.dpes.json", 200),
            "crowd": material.crowded(example, f"{folder}/crowd.dpes.json"),
            "large": material.large(example, f"{folder}/large.dpes.json", observations=200),
            "whole": material.large(example, f"{folder}/whole.dpes.json"),
        }

    def argv(self, arguments):
        return ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self.profile}",
                self.palier, *arguments]

    def total(self):
        with open(self.profile) as lines:
            for line in lines:
                if line.startswith(("totals:", "summary:")):
                    return int(line.split()[1])
        raise BenchError("callgrind counted nothing")

    def start(self, file, arguments):
        words = [self.files[file] if word is None else word for word in arguments]
        subprocess.run(self.argv(words), env=self.environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        return self.total()

    def session(self, file, setup, keys):
        with Session(self.argv([self.files[file], "--date", DAY]), (120, 36), self.environment) as run:
            run.first_frame(quiet=2, limit=120)
            for key in setup + keys:
                run.press(key, quiet=.1, limit=2)
            os.kill(run.pid, signal.SIGTERM)
            try:
                run.burst(quiet=20, limit=60)
            except BenchError:
                pass  # it ended, as it was asked to
        return self.total()

    def key(self, file, setup, moves):
        few, many = (self.session(file, setup, moves * (count // len(moves))) for count in (FEW, MANY))
        return (many - few) / (MANY - FEW)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("palier")
    parser.add_argument("--only", default="", help="only the rows whose name has these words")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("bench-keys: valgrind is missing (apt install valgrind)")
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder:
        counter = Counter(options.palier, folder)
        print("millions of instructions, 120x36")
        for what, file, setup, moves in KEYS:
            if options.only in what:
                count = counter.key(file, setup, moves) / 1e6
                print(f"{what:<32} {count:8.2f} a key   ≤ 1.2", flush=True)
        for what, file, arguments, promise in STARTS:
            if options.only in what:
                count = counter.start(file, arguments) / 1e6
                print(f"{what:<32} {count:8.1f} a start {promise}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
