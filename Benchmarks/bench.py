#!/usr/bin/env python3
"""Measure Palier through a pseudo-terminal, beside tig, turn and turn about in one run.

Usage: bench.py PALIER [--runs 10] [--keys 100] [--size 120x36] [--load 0]
                       [--store | --workshop | --suivi | --documents] [--check]
       bench.py --command 'less FILE' [...]

With --load so many processes that never rest run beside both. With --command any program takes Palier's place, for the figures that need nothing of Palier.
On a shared machine times drift: the ratio to tig is what counts. A row beyond its budget is marked !; with
--check the program then ends with 1.
"""
import argparse
import contextlib
import gc
import os
import pathlib
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

import documents
import importing
import material
import store
import suivi
import workshop
from session import BenchError, Session

DATA = pathlib.Path(os.environ.get("PALIER_DATA", pathlib.Path(__file__).parents[1] / "Data"))
EXAMPLE = DATA / "exemples" / "residence-du-halage.dpes.json"
DAY = "2026-12-01"  # the example's fourteenth month
IDLE_SECONDS = 5


class Bench:
    """Where to measure and how long: what every measure needs."""

    def __init__(self, folder, size, runs, keys):
        self.folder = folder
        self.size = size
        self.runs = runs
        self.keys = keys
        self.environment = material.environment(folder)
        for name, place in self.environment.items():
            if name.startswith("XDG_"):
                os.makedirs(place, mode=0o700)

    def open(self, argv, folder=None):
        # A session is killed: what was typed in it would be asked about in the next one.
        shutil.rmtree(f"{self.environment['XDG_STATE_HOME']}/palier/brouillons", ignore_errors=True)
        return Session(argv, self.size, self.environment, folder)

    def first_frame(self, program):
        with self.open(*program) as session:
            return session.first_frame()

    def presses(self, program, setup, keys):
        """What each of `keys` costs, in (milliseconds, bytes), after the keys of `setup`."""
        with self.open(*program) as session:
            session.first_frame()
            for key in setup:
                session.press(key)
            answers = [session.press(key) for key in keys]
        answered = [answer for answer in answers if answer]
        if len(answered) * 2 < len(answers):
            raise BenchError(f"{program[0][0]} answers {len(answered)} of {len(answers)} keys")
        return answered

    def rest(self, program):
        """Wake-ups and bytes while idle, and the peak of memory, after some moves."""
        with self.open(*program) as session:
            session.first_frame()
            for key in ["down", "up"] * (self.keys // 2):
                session.press(key)
            return *session.idle(IDLE_SECONDS), session.peak_memory()

    def moves(self):
        """Moves that come back: the same two rows, so that nothing scrolls."""
        return ["down", "up"] * (self.keys // 2)

    def beside(self, mine, peer, measure):
        """Both programs measured turn and turn about; one list of figures for each."""
        measure(mine), measure(peer)  # a first time for nothing: caches fill
        rounds = [(measure(mine), measure(peer)) for _ in range(self.runs)]
        return [figure for figure, _ in rounds], [figure for _, figure in rounds]


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def flattened(runs):
    return [answer for run in runs for answer in run]


class Table:
    """Rows of what, Palier, the peer, the ratio, and what was promised."""

    def __init__(self, mine, peer):
        self.rows = [("", mine, peer, "ratio", "budget")]

    def times(self, what, mine, peer, budget):
        self.rows.append((what, f"{mine:.2f}", f"{peer:.2f}", f"{mine / peer:.2f}", budget))

    def counts(self, what, mine, peer=None, budget=""):
        shown = "" if peer is None else f"{peer:.0f}"
        ratio = f"{mine / peer:.2f}" if peer else ""
        self.rows.append((what, f"{mine:.0f}", shown, ratio, budget))

    def beyond(self):
        """The rows that are beyond their budget: of bytes, MiB and what has no peer the figure itself, else the
        ratio."""
        return [row for row in self.rows[1:] if self.is_beyond(row)]

    @staticmethod
    def is_beyond(row):
        limit = re.match(r"(?:≤ )?([0-9.]+)( bytes| MiB)?", row[4])
        if limit is None:
            return False
        measured = row[1] if limit[2] or not row[3] else row[3]
        return float(measured) > float(limit[1])

    def __str__(self):
        beyond = self.beyond()
        widths = [max(len(row[column]) for row in self.rows) for column in range(5)]
        return "\n".join(
            "  ".join([row[0].ljust(widths[0])]
                      + [cell.rjust(width) for cell, width in zip(row[1:4], widths[1:4])]
                      + ["! " + row[4] if row in beyond else row[4]]).rstrip()
            for row in self.rows)


def common(bench, table, mine, peer):
    """What any full-screen program can be asked."""
    ours, theirs = bench.beside(mine, peer, bench.first_frame)
    table.times("first frame, median ms", statistics.median(ours), statistics.median(theirs),
                "≤ 1, aim 0.5")
    ours, theirs = (flattened(runs) for runs in bench.beside(
        mine, peer, lambda program: bench.presses(program, [], bench.moves())))
    for name, share, budget in [("p50", .5, "≤ 2.4, aim 1.2"), ("p99", .99, "≤ 4, aim 1.5")]:
        table.times(f"cursor move, {name} ms", percentile([ms for ms, _ in ours], share),
                    percentile([ms for ms, _ in theirs], share), budget)
    table.counts("cursor move, median bytes", statistics.median(count for _, count in ours),
                 statistics.median(count for _, count in theirs), "≤ 700 bytes")
    (wakes, said, memory), (peer_wakes, peer_said, peer_memory) = bench.rest(mine), bench.rest(peer)
    table.counts(f"idle {IDLE_SECONDS} s, wake-ups", wakes, peer_wakes, "0")
    table.counts(f"idle {IDLE_SECONDS} s, bytes", said, peer_said, "0")
    table.times("peak resident MiB", memory, peer_memory, "≤ 30 MiB")
    return statistics.median(ms for ms, _ in ours)


def palier_alone(bench, table, palier, example, key_p50):
    """What only Palier can be asked: its screens, its gestures, a file far too large."""
    mine = ([palier, example, "--date", DAY], None)
    for screen, key, there, back in [("schéma", "4", "up", "down"), ("tableau", "5", "down", "up")]:
        answers = bench.presses(mine, [key], [there, back] * bench.keys)
        table.counts(f"cursor move, {screen}, median bytes",
                     statistics.median(count for _, count in answers), budget="≤ 800 bytes")
    through = bench.presses(mine, ["5"], ["down"] * 24 + ["up"] * 24)
    table.counts("through the whole tableau, the longest move, bytes",
                 max(count for _, count in through), budget="≤ 4000 bytes when it scrolls")
    statuses = bench.presses(mine, [], ["r", "o", "v"] * (bench.keys // 3))
    table.counts("status change, median bytes", statistics.median(count for _, count in statuses),
                 budget="≤ 450 bytes")
    typed = bench.presses(mine, ["n"], list("un texte que personne ne lira jamais"))
    table.counts("typed character, median bytes", statistics.median(count for _, count in typed),
                 budget="≤ 40 bytes")
    crowd = material.crowded(example, f"{bench.folder}/crowded.dpes.json")
    program = ([palier, crowd, "--date", DAY], None)
    many = statistics.median(ms for ms, _ in bench.presses(program, [], bench.moves() * 3))
    table.rows.append(("cursor move, 10 000 observations, p50 ms", f"{many:.2f}", "",
                       f"{many / key_p50:.2f}", "≤ 2 of the example's"))


@contextlib.contextmanager
def busy(count):
    """So many processes that never rest, ended whatever happens."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def run(options, folder):
    size = tuple(int(part) for part in options.size.split("x"))
    bench = Bench(folder, size, options.runs, options.keys)
    example = shutil.copy(EXAMPLE, folder)
    peer = (["tig"], material.repository(f"{folder}/repository"))
    if options.command:
        mine = (shlex.split(options.command), None)
    else:
        mine = ([os.path.abspath(options.palier), example, "--date", DAY], None)
    table = Table(pathlib.Path(mine[0][0]).name, "tig, 300 commits")
    try:
        if options.workshop:
            return workshop.rows(bench, table, mine[0][0], example, DAY, peer, percentile)
        if options.suivi:
            return suivi.rows(bench, table, mine[0][0], example, DAY, peer)
        if options.documents:
            documents.rows(bench, table, mine[0][0], example)
            return importing.rows(bench, table, mine[0][0])
        if options.store:
            return store.rows(bench, table, mine[0][0], example, DAY, peer)
        key_p50 = common(bench, table, mine, peer)
        if not options.command:
            palier_alone(bench, table, mine[0][0], example, key_p50)
            store.rows(bench, table, mine[0][0], example, DAY, peer)
            workshop.rows(bench, table, mine[0][0], example, DAY, peer, percentile)
            suivi.rows(bench, table, mine[0][0], example, DAY, peer)
            documents.rows(bench, table, mine[0][0], example)
            importing.rows(bench, table, mine[0][0])
    finally:
        if len(table.rows) > 1:
            beside = f", beside {options.load} busy processes" if options.load else ""
            print(f"{options.size}, {options.runs} runs in turn, {options.keys} keys each{beside}")
            print(table)
            if options.check and table.beyond():
                sys.exit(f"bench: {len(table.beyond())} rows are beyond their budget")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("palier", nargs="?")
    parser.add_argument("--command")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--store", action="store_true", help="only the rows about the file")
    parser.add_argument("--workshop", action="store_true", help="only the views of a session")
    parser.add_argument("--suivi", action="store_true", help="only the follow-up")
    parser.add_argument("--documents", action="store_true", help="only what documents cost")
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--check", action="store_true", help="fail where a row is beyond its budget")
    parser.add_argument("--load", type=int, default=0, help="busy processes beside both programs")
    options = parser.parse_args()
    if not (options.palier or options.command):
        parser.error("which program?")
    gc.disable()  # a collection of ours would look like a slow key of theirs
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder:
        try:
            with busy(options.load):
                run(options, folder)
        except BenchError as error:
            sys.exit(f"bench: {error}")


if __name__ == "__main__":
    main()
