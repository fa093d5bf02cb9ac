"""What the file costs: saving, opening, merging, memory, and typing meanwhile."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import time

import material

OPENINGS = 9


def probe(palier, *words):
    """What the probe built beside the program says, as numbers."""
    program = pathlib.Path(palier).parent / "StoreProbe"
    said = subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout
    return [float(word) for word in said.split()]


def json_load(path):
    """The median of Python's own reading, in milliseconds."""
    times = []
    for _ in range(OPENINGS):
        begin = time.perf_counter()
        with open(path, encoding="utf-8") as file:
            json.load(file)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def statuses(bench, palier, path, day):
    """The median of giving an observation a colour, each save ended before the next, in milliseconds."""
    with bench.open([palier, path, "--date", day]) as session:
        session.first_frame(quiet=1)
        answers = []
        for status in ["r", "o", "v"] * 7:
            answers.append(session.press(status))
            session.burst(quiet=.3, limit=3)
    return statistics.median(answer[0] for answer in answers[1:] if answer)


def rows(bench, table, palier, example, day, peer):
    saved = shutil.copy(example, f"{bench.folder}/saved.dpes.json")
    ours, bare = probe(palier, "time-save", saved)
    table.times("save of the example, ms; peer: bare calls", ours, bare, "≤ 1.5")

    large = material.large(example, f"{bench.folder}/large.dpes.json")
    size = os.path.getsize(large) / (1 << 20)
    opening, = probe(palier, "time-open", large)
    table.times(f"opening {size:.1f} MiB, ms; peer: json.load", opening, json_load(large),
                "< 4, aim 1")
    trees, values = probe(palier, "time-merge", large,
                          *(material.edited(large, f"{bench.folder}/side{seed}.dpes.json", seed)
                            for seed in (1, 2)))
    table.times(f"merging {size:.1f} MiB as trees, ms; peer: its opening", trees, opening, "< 1")
    table.times(f"merging {size:.1f} MiB as démarches, ms; peer: its opening", values, opening, "")

    few = statuses(bench, palier, shutil.copy(example, f"{bench.folder}/few.dpes.json"), day)
    table.times("a status among 10 000, p50 ms; peer: the example",
                statuses(bench, palier, large, day), few, "≤ 2")
    with bench.open([palier, large, "--date", day]) as session:
        session.first_frame(quiet=1)
        session.press("r")
        session.burst(quiet=1, limit=3)
        memory = [session.peak_memory()]
        busy = []
        for _ in range(10):
            # The save of the whole file goes on under the moves after it.
            for status in ("r", "o"):
                session.press(status)
                busy += [session.first_byte(key) for key in ("down", "up")]
        for status in ["r", "o", "v"] * 20:
            session.press(status)
        session.burst(quiet=1, limit=3)
        memory.append(session.peak_memory())
    with bench.open(*peer) as session:
        session.first_frame()
        theirs = [session.first_byte(key) for key in bench.moves()]
    table.times("cursor move while that is saved, p50 ms to the first byte",
                *(statistics.median(time for time in times if time) for times in (busy, theirs)),
                "≤ 9, aim 1")
    for what, peak in zip(["opened and saved", "after 60 changes"], memory):
        table.times(f"peak MiB on {size:.1f} MiB, {what}; peer: the file", peak, size, "≤ 12")
