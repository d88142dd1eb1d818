"""The Dutch word lists (taal.yml), read once and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from keuzehulp.kennisbank.located_yaml import SafeLoader
from keuzehulp.nlu.patronen import Patronenlijst, Woordpatroon

TAAL_BESTAND = Path(__file__).with_name("taal.yml")


def als_patroon(stukken: str | Iterable[str]) -> re.Pattern[str]:
    """One pattern out of several regular expressions, each bound to whole words."""
    return re.compile(r"(?<!\S)(?:" + "|".join(f"(?:{stuk})" for stuk in _los(stukken)) + r")(?!\S)")


def _los(stukken: str | Iterable[str]) -> list[str]:
    return [stukken] if isinstance(stukken, str) else list(stukken)


@dataclass(frozen=True)
class Taal:
    """Everything taal.yml says, ready for use."""

    afkortingen: Mapping[str, str]
    emoji: Mapping[str, str]
    lege_woorden: frozenset[str]
    vulwoorden: frozenset[str]
    zwakke_delen: frozenset[str]
    geen_samenstelling: frozenset[str]
    splitsers: frozenset[str]
    algemene_woorden: frozenset[str]
    gevers: frozenset[str]
    omstandigheid: frozenset[str]
    tegenstelling: frozenset[str]
    rest_woorden: frozenset[str]
    leestekens: frozenset[str]
    werkwoorden: frozenset[str]
    aanloop: frozenset[str]
    omgekeerd: frozenset[str]
    cues: Mapping[str, Woordpatroon]
    kaal: Mapping[str, re.Pattern[str]]
    begin: Mapping[str, re.Pattern[str]]
    correctie: Mapping[str, re.Pattern[str]]
    verwijzing: Mapping[str, re.Pattern[str]]
    sector: Mapping[str, re.Pattern[str]]
    doelgroep: Mapping[str, re.Pattern[str]]
    crisis: Mapping[str, re.Pattern[str] | Patronenlijst]
    daden: Mapping[str, re.Pattern[str]]
    rauw: Mapping[str, Any]


def _patronen(deel: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    return {naam: als_patroon(waarde) for naam, waarde in deel.items()}


def lees_taal(bestand: Path) -> Taal:
    """Read one language file.

    Raises ValueError with the file, the key and the remedy when a list is missing or an expression is broken.
    """
    with bestand.open(encoding="utf-8") as stroom:
        rauw = yaml.load(stroom, Loader=SafeLoader)
    try:
        return _bouw_taal(rauw)
    except (KeyError, re.error) as fout:
        raise ValueError(
            f"{bestand}: {fout}. Compare the file with the version in git and repair this entry."
        ) from fout


def _bouw_taal(rauw: Mapping[str, Any]) -> Taal:
    emoji = {teken: woord for woord, tekens in rauw["emoji"].items() for teken in tekens}
    return Taal(
        afkortingen={str(k): str(v) for k, v in rauw["afkortingen"].items()},
        emoji=emoji,
        lege_woorden=frozenset(rauw["lege_woorden"]),
        vulwoorden=frozenset(rauw["vulwoorden"]),
        zwakke_delen=frozenset(rauw["zwakke_delen"]),
        geen_samenstelling=frozenset(rauw["geen_samenstelling"]),
        splitsers=frozenset(rauw["splitsers"]),
        algemene_woorden=frozenset(rauw["algemene_woorden"]),
        gevers=frozenset(rauw["gevers"]),
        omstandigheid=frozenset(rauw["omstandigheid"]),
        tegenstelling=frozenset(rauw["tegenstelling"]),
        rest_woorden=frozenset(rauw["rest_woorden"]),
        leestekens=frozenset(rauw["leestekens_splitsen"]),
        werkwoorden=frozenset(rauw["werkwoorden"]),
        aanloop=frozenset(rauw["aanloop"]),
        omgekeerd=frozenset(rauw["omgekeerd"]),
        cues={naam: Woordpatroon(_los(waarde)) for naam, waarde in rauw["cues"].items()},
        kaal=_patronen(rauw["kaal"]),
        begin=_patronen(rauw["begin"]),
        correctie=_patronen(rauw["correctie_waarden"]),
        verwijzing=_patronen(rauw["verwijzing"]),
        sector=_patronen(rauw["sector"]),
        doelgroep=_patronen(rauw["doelgroep"]),
        # `gevaar` is long enough to look for letters first; the others are quicker as one pattern.
        crisis=_patronen(rauw["crisis"]) | {"gevaar": Patronenlijst(rauw["crisis"]["gevaar"])},
        daden=_patronen(rauw["daden"]),
        rauw=rauw,
    )


@lru_cache(maxsize=1)
def taal() -> Taal:
    """The word lists that come with the package."""
    return lees_taal(TAAL_BESTAND)
