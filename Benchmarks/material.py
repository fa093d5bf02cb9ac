"""What the programs are measured on, made anew in a temporary folder."""
import json
import os
import random
import subprocess

AXES = ["utilite", "personne", "democratie", "territoire"]
SENTENCES = [
    "Le planning change la veille et l’équipe du soir trinque",
    "On embauche sans regarder l’âge ni le quartier",
    "Une décision passe par trois bureaux",
    "Les partenaires viennent à la fête, moins aux réunions",
    "Le tri dépend de qui est de service",
]


def environment(folder):
    """A user without habits: no configuration of the machine's changes a figure."""
    names = ("PATH", "PALIER_DATA")
    kept = {name: os.environ[name] for name in names if name in os.environ}
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
            "id": _id("a", index),
            "numero": index + 1,
            "axe": chance.choice(AXES),
            "statut": chance.choice(["rouge", "orange", "vert"]),
            "texte": f"{chance.choice(SENTENCES)} ({index + 1})",
        }
        for index in range(observations)
    ]
    image.pop("scrutins", None)
    return _write(demarche, path)


def large(example, path, observations=10_000, paliers=800):
    """A démarche of about 6 MB: that many observations in its last image, that many paliers."""
    crowded(example, path, observations)
    chance = random.Random(2)
    with open(path, encoding="utf-8") as file:
        demarche = json.load(file)
    shown = demarche["cercles"][-1]["observations"]
    for observation in shown:
        observation["texte"] = ". ".join(chance.sample(SENTENCES, 4))
    demarche["schema"]["paliers"] = [
        {
            "id": _id("p", index),
            "axe": AXES[index % 4],
            "rang": index // 4 + 1,
            "intitule": f"{chance.choice(SENTENCES)} ({index + 1})",
            "echeanceMois": chance.randrange(1, 37),
            "observations": [chance.choice(shown)["id"] for _ in range(3)],
            "indicateurs": [
                {
                    "id": _id("i", 2 * index + number),
                    "intitule": chance.choice(SENTENCES),
                    "nature": "pourcentage",
                    "realises": {
                        str(month): {"statut": "atteint", "valeur": chance.randrange(100),
                                     "commentaire": chance.choice(SENTENCES),
                                     "date": "2026-03-12"}
                        for month in (6, 12, 18)
                    },
                }
                for number in range(2)
            ],
        }
        for index in range(paliers)
    ]
    return _write(demarche, path)


def edited(original, path, seed):
    """The same démarche as somebody else left it: every hundredth text and value is new."""
    chance = random.Random(seed)
    with open(original, encoding="utf-8") as file:
        demarche = json.load(file)
    for observation in chance.sample(demarche["cercles"][-1]["observations"], 100):
        observation["texte"] += f" (relu {seed})"
    for palier in chance.sample(demarche["schema"]["paliers"], 8):
        palier["indicateurs"][0]["realises"]["18"]["valeur"] = 100 + seed
    return _write(demarche, path)


def _id(letter, index):
    return letter + f"{index:010}".translate(str.maketrans("0123456789", "abcdefghij"))


def _write(demarche, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(demarche, file, ensure_ascii=False, indent=2)
        file.write("\n")
    return path
