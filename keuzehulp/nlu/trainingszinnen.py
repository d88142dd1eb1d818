"""The training sentences as plain text, and sentences that one intent steals from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from keuzehulp.kennisbank.located_yaml import SafeLoader
from keuzehulp.nlu.woorden import normaliseer

_AANTEKENING = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True)
class Zin:
    """One training sentence without annotations."""

    tekst: str
    intent: str
    bestand: str


def lees_zinnen(map_: Path) -> list[Zin]:
    """All intent examples of a folder with Rasa training files.

    Raises ValueError naming the file when one is not readable.
    """
    uit: list[Zin] = []
    for bestand in sorted(map_.glob("*.yml")):
        try:
            inhoud = yaml.load(bestand.read_text(encoding="utf-8"), Loader=SafeLoader) or {}
        except yaml.YAMLError as fout:
            raise ValueError(f"{bestand}: not readable as YAML ({fout}). Repair the file.") from fout
        for blok in inhoud.get("nlu") or []:
            for regel in str(blok.get("examples", "")).splitlines():
                if blok.get("intent") and regel.strip().startswith("- "):
                    tekst = _AANTEKENING.sub(r"\1", regel.strip()[2:].strip())
                    uit.append(Zin(tekst, str(blok["intent"]), bestand.name))
    return uit


def gelijk(tekst: str) -> str:
    """Form in which two sentences count as the same: normal forms, no marks."""
    stukken = re.findall(r"[\w'’-]+|[^\w\s]", tekst)
    normen = (normaliseer(stuk) for stuk in stukken)
    return re.sub(r"[^a-z0-9]+", " ", " ".join(normen)).strip()


def gestolen(zinnen: Iterable[Zin]) -> list[tuple[str, list[Zin]]]:
    """Sentences that stand under more than one intent, in normal form, with the places."""
    per_vorm: dict[str, list[Zin]] = defaultdict(list)
    for zin in zinnen:
        per_vorm[gelijk(zin.tekst)].append(zin)
    return [(vorm, rij) for vorm, rij in sorted(per_vorm.items()) if vorm and len({zin.intent for zin in rij}) > 1]
