"""Every view of a session, with 200 observations: what a key costs there.

Each key, a typed character too, is measured against tig's cursor move.
"""
import material

OBSERVATIONS = 200
TEXT = list("une phrase que personne ne lira jamais")
BACK_AND_FORTH = ["down", "up"] * 20
VIEWS = [  # what, the keys that lead there, the keys measured
    ("cercle", [], BACK_AND_FORTH),
    ("cercle, the list alone", ["z"], BACK_AND_FORTH),
    ("capture, typing", ["n"], TEXT),
    ("vue salle", ["s"], BACK_AND_FORTH),
    ("vue salle, typing", ["s", "n"], TEXT),
    ("on the circle by hand", ["m"], ["right", "left"] * 20),
    ("another image, compared", ["i", "c"], ["up", "down"] * 20),
    ("read-back", ["i", "r"], ["right", "left"] * 20),
    ("a vote by totals", ["b", "n", "enter"], BACK_AND_FORTH),
    ("arguments, typing", ["a", "p"], TEXT),
    ("grille", ["2"], BACK_AND_FORTH),
    ("état des lieux", ["1"], BACK_AND_FORTH),
]

# A page of two images draws both circles anew.
MOST = {"another image, compared": 7}


def rows(bench, table, palier, example, day, peer, percentile):
    """Adds two rows a view; each view's runs take turns with tig's."""
    crowd = material.crowded(example, f"{bench.folder}/two-hundred.dpes.json", OBSERVATIONS)
    for what, setup, keys in VIEWS:
        def measure(program):
            if program is not peer:
                return bench.presses(program, setup, keys)
            return bench.presses(program, [], BACK_AND_FORTH)

        ours, theirs = ([ms for run in runs for ms, _ in run]
                        for runs in bench.beside(([palier, crowd, "--date", day], None), peer, measure))
        for name, share, budget in [("p50", .5, f"≤ {MOST.get(what, 2.5)}, aim 1.2"), ("p99", .99, "≤ 4, aim 1.5")]:
            table.times(f"{what}, {name} ms", percentile(ours, share), percentile(theirs, share), budget)
