#!/usr/bin/env python3
"""Writes the manual page, from what `palier --experimental-dump-help` says of each command.

manual.py PALIER VERSION YYYY-MM-DD >palier.1
"""

import json
import re
import subprocess
import sys


def roff(text):
    """A text as roff reads it: no backslash of its own, and no line that begins with an order."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\u00a0", "\\ ")
    text = re.sub(r"\s*\n\s*", "\n.br\n", text.strip())
    return "\n".join(
        "\\&" + line if line[:1] in ".'" and line != ".br" else line for line in text.split("\n")
    )


def option(argument):
    names = sorted(argument.get("names", []), key=lambda one: one["kind"] != "short")
    words = [("-" if one["kind"] == "short" else "--") + one["name"] for one in names]
    value = f" {argument['valueName']}" if argument["kind"] == "option" else ""
    return ", ".join(f"\\fB{roff(word)}\\fR" for word in words) + (
        f" \\fI{roff(value.strip())}\\fR" if value else ""
    )


def usage(command):
    words = [f"\\fBpalier {roff(command['commandName'])}\\fR"]
    for argument in command.get("arguments", []):
        if argument["kind"] != "positional":
            continue
        name = f"\\fI{roff(argument['valueName'].upper())}\\fR"
        name += "…" if argument["isRepeating"] else ""
        words.append(f"[{name}]" if argument["isOptional"] else name)
    if any(one["kind"] != "positional" for one in command.get("arguments", [])):
        words.append("[\\fIoptions\\fR]")
    return " ".join(words)


def place(folder):
    """Where else a folder of the package may be."""
    return f" ; sans le paquet, {folder} à côté du dossier bin du programme"


def page(tree, version, day):
    root = tree["command"]
    commands = [one for one in root["subcommands"] if one["commandName"] != "help"]
    yield f'.TH PALIER 1 "{day}" "Palier {version}" "Manuel de Palier"'
    yield ".SH NOM"
    yield f"palier \\- {roff(root['abstract'].rstrip('.'))}"
    yield ".SH SYNOPSIS"
    yield "\\fBpalier\\fR [\\fIFICHIER\\fR]"
    yield ".br\n\\fBpalier\\fR \\fIcommande\\fR …"
    yield ".SH DESCRIPTION"
    yield roff(root["discussion"])
    yield ".PP"
    yield roff("« palier help COMMANDE » dit les options d’une commande ; « ? » montre les touches d’un écran.")
    yield ".SH COMMANDES"
    for command in commands:
        yield ".SS " + usage(command)
        yield roff(command["abstract"])
        if command.get("discussion"):
            yield ".PP"
            yield roff(command["discussion"])
        for argument in command.get("arguments", []):
            names = [one["name"] for one in argument.get("names", [])]
            if argument["kind"] == "positional" or "help" in names or "version" in names:
                continue
            yield ".TP"
            yield option(argument)
            yield roff(argument.get("abstract", ""))
    yield ".SH CODES DE RETOUR"
    for status, words in [
        ("0", "C’est fait."),
        ("1", "Le contenu a des problèmes, ou le fichier à écrire existe déjà."),
        ("2", "La commande est mal écrite, ou un fichier n’est pas lisible."),
    ]:
        yield f".TP\n{status}\n{roff(words)}"
    yield ".SH ENVIRONNEMENT"
    for name, words in [
        ("PALIER_DATA", "Le dossier des données du programme ; celui de l’installation sinon."),
        ("NO_COLOR", "Dessine sans couleur."),
        ("ESCDELAY", "Ce qu’Échap attend sur une ligne lente, en millisecondes ; 25 sinon."),
        ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Où sont les réglages, vos modèles et ce qui est repris."),
    ]:
        yield f".TP\n\\fB{roff(name)}\\fR\n{roff(words)}"
    yield ".SH FICHIERS"
    for name, words in [
        ("NOM.dpes.json", "Une démarche : un texte JSON, qui se lit sans Palier."),
        ("NOM.versions/", "Ses états gardés, que « palier versions » montre et restaure."),
        ("~/.local/share/palier/", "Vos modèles, référentiels, cycles, suggestions et mots d’import."),
        ("/usr/share/palier/fournis/", f"Ceux de Palier{place('share/palier/fournis')}."),
        ("/usr/share/doc/palier/", f"Le guide et les schémas des fichiers{place('share/doc/palier')}."),
    ]:
        yield f".TP\n\\fI{roff(name)}\\fR\n{roff(words)}"


def main():
    program, version, day = sys.argv[1:]
    dump = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True)
    sys.stdout.write("\n".join(page(json.loads(dump.stdout), version, day)) + "\n")


if __name__ == "__main__":
    main()
