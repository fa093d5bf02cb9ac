#!/usr/bin/env python3
"""Write hot-functions.txt: what a key runs through, for the linker to lay side by side.

Usage: hot_functions.py PALIER

PALIER is a release build with its symbols (make hot-functions makes it). perf looks at it while keys
are typed, many times a second; the functions it meets are written, the most frequent first. Names
that a later build no longer has are passed over by the linker, so the file may age.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import bench

LIST = pathlib.Path(__file__).with_name("hot-functions.txt")
MOVES = ["down", "up"]
WORDS = list("ce que dit la salle, déjà")
SCRIPT = (
    MOVES * 2000 + ["right", "down", "down", "up"] * 300 + ["r", "o", "v"] * 100
    + ["4"] + ["right", "left", "up", "down"] * 300
    + ["5"] + ["down", "down", "right", "up", "left"] * 300 + ["a", "down", "p", "x", "up"] * 60
    + ["6"] + MOVES * 100 + ["1"] + MOVES * 100 + ["2"] + MOVES * 100
    + ["3"] + (["n", *WORDS, "enter", "u", "r", "escape"]) * 8
    + ["a", "p", *WORDS, "escape", "escape", "m"] + ["right", "left"] * 60 + ["escape"]
    + ["i"] + MOVES * 60 + ["escape", "b"] + MOVES * 30 + ["escape"]
    + ["s"] + MOVES * 200 + ["n", *WORDS * 3, "escape"]
)


def record(palier, folder):
    """Types the script while perf looks; the path of what it saw."""
    measures = bench.Bench(folder, (120, 36), 1, 1)
    example = shutil.copy(bench.EXAMPLE, folder)
    seen = f"{folder}/perf.data"
    with measures.open([palier, example, "--date", bench.DAY]) as session:
        session.first_frame()
        watcher = subprocess.Popen(
            ["perf", "record", "-q", "-F", "20000", "-o", seen, "-p", str(session.pid)])
        time.sleep(1)  # perf says nothing when it is ready
        for key in SCRIPT:
            session.press(key, quiet=0.007, limit=0.1)  # long enough for the next move to be foreseen
        watcher.terminate()
        watcher.wait()
    return seen


def functions(seen, palier):
    """The functions of the program that perf met, the most frequent first, by their linker names."""
    report = subprocess.run(
        ["perf", "report", "-i", seen, "--sort", "sym", "--no-demangle", "--stdio", "-g", "none"],
        check=True, capture_output=True, text=True).stdout
    known = {line.split()[-1] for line in subprocess.run(
        ["nm", palier], check=True, capture_output=True, text=True).stdout.splitlines()}
    met = (line.split()[-1] for line in report.splitlines() if "[.]" in line)
    return [name for name in dict.fromkeys(met) if name in known]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    palier = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="palier-hot-") as folder:
        names = functions(record(palier, folder), palier)
    LIST.write_text("".join(f"{name}\n" for name in names))
    print(f"{LIST}: {len(names)} functions")


if __name__ == "__main__":
    main()
