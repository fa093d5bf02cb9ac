"""The follow-up: a large tableau de bord beside tig, and `palier a-faire` beside `git status`."""
import os
import statistics
import subprocess
import time

import material

BACK_AND_FORTH = ["down", "up"] * 20
KEYS = [  # what, the keys that lead there, the keys measured
    ("scrolling through", ["5"], ["down"] * 40),
    ("a page", ["5"], ["\x1b[6~"] * 20),
    ("another period", ["5"], ["right", "left"] * 20),
]
COMMANDS = 40


def elapsed(argv, folder, environment):
    """Milliseconds from start to exit, output thrown away."""
    begin = time.perf_counter()
    subprocess.run(argv, cwd=folder, env=environment, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - begin) * 1000


def realises(bench, palier, path, day):
    """The median of setting a réalisé, each save ended before the next, in milliseconds to the first byte."""
    with bench.open([palier, path, "--date", day]) as session:
        session.first_frame(quiet=1)
        session.press("5")
        answers = []
        for key in ["a", "p", "x"] * 7:
            answers.append(session.first_byte(key))
            session.burst(quiet=.3, limit=3)
    return statistics.median(answer for answer in answers[1:] if answer)


def rows(bench, table, palier, example, day, peer):
    large = material.large(example, f"{bench.folder}/tableau.dpes.json", observations=200)
    mine = ([palier, large, "--date", day], None)
    for what, setup, keys in KEYS:
        def measure(program):
            if program is peer:
                return bench.presses(program, [], BACK_AND_FORTH)
            return bench.presses(program, setup, keys)

        ours, theirs = ([ms for run in runs for ms, _ in run]
                        for runs in bench.beside(mine, peer, measure))
        table.times(f"800 paliers, {what}, p50 ms", statistics.median(ours),
                    statistics.median(theirs), "≤ 5.5, aim 2")
    few = realises(bench, palier, example, day)
    many = realises(bench, palier, large, day)
    table.times("800 paliers, a réalisé, ms; peer: the example's", many, few, "flat")

    small = material.repository(f"{bench.folder}/small", commits=20)
    subprocess.run(["git", "-C", small, "checkout", "-q", "-f", "main"], check=True,
                   env=bench.environment)
    ask = [palier, "a-faire", os.path.abspath(example), "--date", day]
    status = ["git", "status"]
    elapsed(ask, small, bench.environment), elapsed(status, small, bench.environment)
    times = [(elapsed(ask, small, bench.environment), elapsed(status, small, bench.environment))
             for _ in range(COMMANDS)]
    table.times("palier a-faire, start to exit, ms; peer: git status",
                statistics.median(one for one, _ in times),
                statistics.median(other for _, other in times), "≤ 5, aim 3")
