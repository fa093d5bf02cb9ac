"""What the programs are measured on, made anew in a temporary folder."""
import json
import os
import random
import subprocess

SENTENCES = [
    "Le planning change la veille et l’équipe du soir trinque",
    "On embauche sans regarder l’âge ni le quartier",
    "Une décision passe par trois bureaux",
    "Les partenaires viennent à la fête, moins aux réunions",
    "Le tri dépend de qui est de service",
]


def environment(folder):
    """A user without habits: no configuration of the machine's changes a figure."""
    kept = {name: os.environ[name] for name in ("PATH", "PALIER_DATA") if name in os.environ}
    places = ("CONFIG", "DATA", "STATE", "CACHE")
    return {
        **kept,
        **{f"XDG_{place}_HOME": f"{folder}/home/{place.lower()}" for place in places},
        "XDG_RUNTIME_DIR": f"{folder}/run",
        "HOME": f"{folder}/home",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
    }


def repository(folder, commits=300):
    """A git repository with a plain history, for tig."""
    stream = ["feature done\n"]
    for number in range(1, commits + 1):
        text = f"line {number}\n"
        message = f"Change the plan a {number}th time, for a reason of its own"
        stream.append(
            f"commit refs/heads/main\ncommitter Anne <anne@example.org> {1700000000 + number * 3600} +0000\n"
            f"data {len(message)}\n{message}\nM 644 inline plan-{number % 20}.txt\n"
            f"data {len(text)}\n{text}\n")
    stream.append("done\n")
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    subprocess.run(
        ["git", "-C", folder, "fast-import", "--quiet", "--done"],
        input="".join(stream).encode(), check=True)
    return folder


def crowded(example, path, observations=10_000):
    """The example with that many observations in its last image."""
    chance = random.Random(1)
    with open(example, encoding="utf-8") as file:
        demarche = json.load(file)
    image = demarche["cercles"][-1]
    image["observations"] = [
        {
            "id": f"a{index:010}".translate(str.maketrans("0123456789", "abcdefghij")),
            "numero": index + 1,
            "axe": chance.choice(["utilite", "personne", "democratie", "territoire"]),
            "statut": chance.choice(["rouge", "orange", "vert"]),
            "texte": f"{chance.choice(SENTENCES)} ({index + 1})",
        }
        for index in range(observations)
    ]
    image.pop("scrutins", None)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(demarche, file, ensure_ascii=False, indent=2)
        file.write("\n")
    return path
