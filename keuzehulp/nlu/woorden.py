"""Words: normal form, lemma and matching key. Plain functions on strings, no spaCy objects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import snowballstemmer
from spacy.lookups import Table, load_lookups

from keuzehulp.nlu.taal import taal

_HERHAALD = re.compile(r"(.)\1{2,}")
#: What one word or mark of a message is.
TOKEN = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+"  # addresses
    r"|\d+(?:[.,]\d+)*%?"  # numbers
    r"|['’]?\w+(?:['’\-]\w+)*"  # words, with hyphens and ib'er
    r"|\.{2,}|\n|[^\w\s]"
)
_KLINKERS = "aeiou"
_VOORVOEGSELS = ("af", "aan", "uit", "op", "in", "mee", "na", "voor", "toe", "over", "om", "samen", "bij")


@dataclass(frozen=True)
class Woord:
    """One word or mark of a message with all its forms."""

    tekst: str
    norm: str
    lemma: str
    sleutel: str
    begin: int
    eind: int

    @cached_property
    def is_leesteken(self) -> bool:
        """Whether nothing but marks is left of it."""
        return not (self.norm.isalnum() or any(teken.isalnum() for teken in self.norm))


def zonder_accenten(tekst: str) -> str:
    """The text with é, ï and the like as plain letters."""
    if tekst.isascii():
        return tekst
    ontleed = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


@lru_cache(maxsize=1)
def lemma_tabel() -> Table:
    """The lemma table of spacy-lookups-data for Dutch: inflected form -> lemma."""
    return load_lookups("nl", ["lemma_lookup"]).get_table("lemma_lookup")


@lru_cache(maxsize=1)
def bekende_lemmas() -> frozenset[str]:
    """All lemmas of the table; with its keys they are the words that need no spelling repair."""
    return frozenset(lemma_tabel().values())


def is_bekend(woord: str) -> bool:
    """Whether a lower-case word stands in the Dutch tables."""
    return woord in lemma_tabel() or woord in bekende_lemmas()


@lru_cache(maxsize=20000)
def normaliseer(tekst: str) -> str:
    """Normal form of one token: lower case, no accents, no stretched letters, short forms written out.

    A short form may give several words ("nvt"); a mark stays as it is; emoji become the word they stand for.
    """
    lijst = taal()
    if tekst in lijst.emoji:
        return lijst.emoji[tekst]
    laag = tekst.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    vorm = zonder_accenten(laag)
    if vorm in lijst.afkortingen:
        return lijst.afkortingen[vorm]
    if len(vorm) > 4 and vorm.endswith("'s"):
        vorm = vorm[:-2]
    if _HERHAALD.search(laag) and any(teken.isalpha() for teken in vorm):
        vorm = _ontrek(vorm)
        vorm = lijst.afkortingen.get(vorm, vorm)
    return vorm


def _ontrek(vorm: str) -> str:
    """Stretched letters back to two where that is a word ("neee" -> "nee"), else to one ("jaaa" -> "ja")."""
    dubbel = _HERHAALD.sub(r"\1\1", vorm)
    if _HERHAALD.sub(r"\1", vorm) in taal().vulwoorden:
        return _HERHAALD.sub(r"\1", vorm)
    if is_bekend(dubbel) or dubbel in {"nee", "heel", "veel"}:
        return dubbel
    enkel = _HERHAALD.sub(r"\1", vorm)
    return enkel if is_bekend(enkel) or len(enkel) <= 3 else dubbel


@lru_cache(maxsize=20000)
def lemma(norm: str) -> str:
    """Lemma of a normal form: the table first, then past participles and plurals the table lacks."""
    if not norm or not norm.isalpha():
        return norm
    gevonden = lemma_tabel().get(norm)
    if gevonden:
        return str(gevonden)
    deelwoord = _voltooid_deelwoord(norm)
    if norm in bekende_lemmas():
        return deelwoord if deelwoord and len(deelwoord) > 6 else norm
    return deelwoord or _scheidbaar_deelwoord(norm) or norm


def _scheidbaar_deelwoord(norm: str) -> str | None:
    """afgewisseld -> afwisselen: the participle of a verb that comes apart."""
    for deel in _VOORVOEGSELS:
        if norm.startswith(deel + "ge"):
            werkwoord = _voltooid_deelwoord(norm[len(deel) :])
            if werkwoord:
                return deel + werkwoord
    return None


def _voltooid_deelwoord(norm: str) -> str | None:
    if not norm.startswith("ge") or len(norm) < 6:
        return None
    romp = norm[2:]
    if romp.endswith("en") and romp in bekende_lemmas():
        return romp
    if romp[-1] not in "dt":
        return None
    stam = romp[:-1]
    kandidaten = [stam + "en", stam + stam[-1] + "en", romp + "en"]
    if len(stam) > 3 and stam[-2] == stam[-3] and stam[-2] in _KLINKERS:
        kandidaten.append(stam[:-2] + stam[-1] + "en")
    return next((k for k in kandidaten if k in bekende_lemmas()), None)


_stemmer = snowballstemmer.stemmer("dutch")
_oude_stemmer = snowballstemmer.stemmer("dutch_porter")


@lru_cache(maxsize=50000)
def stam(woord: str) -> str:
    """Stem by the Snowball rules for Dutch; joins what the lemma table leaves apart.

    Those rules take "ge" for a prefix anywhere (gezin -> zin, begeleiding -> beleid): a stem that starts
    otherwise than the word is left to the older rules.
    """
    if not woord:
        return ""
    gevonden = str(_stemmer.stemWord(woord))
    if "scholing" in woord:
        return woord.removesuffix("en")  # scholing is training, not school
    return gevonden if gevonden[:3] == woord[:3] else str(_oude_stemmer.stemWord(woord))


@lru_cache(maxsize=50000)
def sleutel(norm: str) -> str:
    """Matching key of one normal form: the stem of its lemma, letters and digits only."""
    kaal = "".join(teken for teken in norm if teken.isalnum())
    if not kaal:
        return ""
    romp = stam(lemma(kaal))
    # A stem that is a little word itself would meet it everywhere ("meten" and "met", "overheid" and "over").
    return romp if len(romp) > 3 and romp not in taal().omstandigheid else lemma(kaal)


def plak_sleutel(normen: Sequence[str]) -> str:
    """Key of several words written as one: catches split compounds and missing hyphens."""
    aaneen = "".join(teken for norm in normen for teken in norm if teken.isalnum())
    return sleutel(aaneen)


def losse_normen(tekst: str) -> list[str]:
    """Normal forms of a phrase of the knowledge base, split at spaces and slashes."""
    return [norm for deel in re.split(r"[\s/]+", tekst.strip()) for norm in normaliseer(deel).split() if norm]


def maak_woorden(tokens: Iterable[tuple[str, int]], bedoeld: Mapping[int, str] | None = None) -> list[Woord]:
    """Words out of (text, start) pairs, as a tokenizer gives them; blanks are left out, line ends stay.

    `bedoeld` tells by its start how a word is meant that was typed wrong; its text stays, its forms are of what is meant.
    """
    woorden = []
    for tekst, begin in tokens:
        if not tekst.strip() and "\n" not in tekst:
            continue
        tekst = tekst if tekst.strip() else "\n"
        vormen = _vormen(_zoals_bedoeld(tekst, begin, bedoeld) if bedoeld else tekst)
        woorden.append(Woord(tekst, *vormen, begin, begin + len(tekst)))
    return _plus_en_min(woorden)


def _zoals_bedoeld(tekst: str, begin: int, bedoeld: Mapping[int, str]) -> str:
    """A token with the words in it that were typed wrong as they are meant ("psycho-eductie" holds two words)."""
    return re.sub(r"[^\W\d_]+", lambda deel: bedoeld.get(begin + deel.start(), deel.group()), tekst)


@lru_cache(maxsize=4096)  # most words of a message have been seen before
def _vormen(tekst: str) -> tuple[str, str, str]:
    norm = normaliseer(tekst)
    return norm, lemma(norm), sleutel(norm)


_TEKENS = {"+": "ja", "-": "nee", "+/-": "deels"}
_NA_TEKEN = frozenset({",", ";", "/", "|", "\n", ".", ")"})


def _plus_en_min(woorden: list[Woord]) -> list[Woord]:
    """Pluses and minuses that answer ("sova +, coping -"), where there are two or more of them, as words."""
    plekken: dict[int, str] = {}
    for plek, woord in enumerate(woorden):
        if woord.tekst not in _TEKENS or plek == 0 or plek - 1 in plekken or plek - 2 in plekken:
            continue
        soort = "+/-" if [w.tekst for w in woorden[plek : plek + 3]] == ["+", "/", "-"] else woord.tekst
        na = woorden[plek + len(soort)].tekst if plek + len(soort) < len(woorden) else "."
        if na in _NA_TEKEN or woorden[plek - 1].tekst in (":", "="):
            plekken[plek] = soort
    if len(plekken) < 2:
        return woorden
    uit = list(woorden)
    for plek, soort in plekken.items():
        uit[plek] = replace(woorden[plek], norm=_TEKENS[soort], lemma=_TEKENS[soort], sleutel=_TEKENS[soort])
        for n in range(plek + 1, plek + len(soort)):
            uit[n] = replace(woorden[n], norm="", lemma="", sleutel="")
    return uit


def platte_tekst(woorden: Iterable[Woord]) -> str:
    """Normal forms side by side without marks: what the regular expressions of taal.yml look at."""
    stukken = (woord.norm for woord in woorden if not woord.is_leesteken)
    return re.sub(r"[^a-z0-9 ]+", " ", " ".join(stukken)).replace("  ", " ").strip()
