"""What a word means that the sources do not explain: said to be so, before what lies near it is told."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, MISSCHIEN, Antwoord
from keuzehulp.beantwoorden.opmaak import alineas, klaar, uniek
from keuzehulp.beantwoorden.weigeren import niet_gevonden
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.vraagpatronen import WAT_IS_TERM
from keuzehulp.woorden import STOPWOORDEN
from keuzehulp.zoeken import is_generiek, stam, vouw, woorden

_NIET_UITGELEGD = "Wat ‘{term}’ precies is, leggen mijn bronnen niet uit."
_LIJKT_OP = "Het ligt dicht bij **{naam}**. Daarover zeggen ze dit:"
_WEL_GENOEMD = "Ze noemen het wel:"

#: Words of so few letters are taken for letters that stand for a name ("CGT"); and so alike is a slip or another spelling.
_AFKORTING, _EVEN_GESPELD, _SLIP = 4, 75, 85

#: Verbs that go with a name and make no other word of it ("schoolbreed werken").
_MET_EEN_NAAM = frozenset(
    {"werken", "inzetten", "aanleren", "trainen", "doen", "geven", "gebruiken", "toepassen", "leren", "aanpak"}
)

#: Ends of compounds that say only what kind of thing it is ("stoplichtmethode").
_ACHTERDEEL = re.compile(r"(?<=\w{5})(?:methode|model|aanpak|lessen|les|training|oefening|oefeningen)$")

#: A word that is explained is followed by this, in the same sentence and not far away.
_LEGT_UIT = r"(?:[^.]{0,40}?)(?:\bis\b|\bzijn\b|betekent|betekenen|gaat over|gaan over|houdt in|heet|heten|[:(])"


def onder_voorbehoud(q: Gelezen, given: Antwoord) -> Antwoord:
    """An answer to "wat is X?", or what says that X is not explained when the answer is about something near to it.

    Elements have names that schools use and the sources do not ("kernkwadrant"); what is found for a word that names nothing
    is about something else when it does not hold that word.
    """
    term = _term(q)
    if term is None or given.soort not in (ANTWOORD, MISSCHIEN) or not given.regels:
        return given
    if any(name in q.kennis.studies_van for name in woorden(term)):
        return given  # a researcher, and no word to explain
    element = given.onderwerp if given.onderwerp in q.elementen else None
    if q.interventies or (element is None and q.genoemd_onderwerp()):
        return given
    told = q.geciteerd(given)
    if element is not None and _is_naam(q, element, term):
        return given
    if any(_houdt(q, s, term) for s in told):
        return given
    holders = [s for s in map(q.kb.uitspraken.get, q.index.ids) if s and _van_bron(s) and _houdt(q, s, term)]
    if element is None:
        return given if holders else niet_gevonden(q, told[:1])
    explained = [s for s in holders if re.search(rf"(?<!\w){re.escape(vouw(term))}{_LEGT_UIT}", vouw(s.tekst))]
    if explained:
        return klaar(q, uniek([*explained[:1], *told])[:4], q.kb.eigenaar[explained[0].id])
    named = holders[:1]
    shown = klaar(q, uniek([*named, *told[: 2 - len(named)]]), element)
    near = _WEL_GENOEMD if named else _LIJKT_OP.format(naam=q.kb.naam(element).lower())
    text = alineas([f"{_NIET_UITGELEGD.format(term=term)} {near}", _zonder_kop(q, shown, element)])
    return replace(shown, tekst=text, soort=MISSCHIEN)


def _van_bron(statement: Uitspraak) -> bool:
    """Whether a statement is of one of the two sources, and no example of our own."""
    return any(c.bron in ("T", "K") for c in statement.bronnen)


def _zonder_kop(q: Gelezen, shown: Antwoord, subject: str) -> str:
    """The text without its heading: the subject is named above it."""
    return shown.tekst.removeprefix(f"**{q.kb.naam(subject).split(' (')[0]}**\n")


def _term(q: Gelezen) -> str | None:
    """The word that is asked to be explained, as it was typed; None when the question asks more or something else."""
    asked = re.fullmatch(WAT_IS_TERM, q.plat)
    if asked is None:
        return None
    words = asked.group(1).split()
    if all(w in STOPWOORDEN or is_generiek(stam(w)) for w in words):
        return None
    typed = re.search(r"[\W_]+".join(map(re.escape, words)), vouw(q.tekst))
    return q.tekst[typed.start() : typed.end()] if typed and len(vouw(q.tekst)) == len(q.tekst) else " ".join(words)


def _is_naam(q: Gelezen, element: str, term: str) -> bool:
    """Whether a term is the name of the element itself, a spelling or slip of it, a compound with it, or letters for it."""
    term = " ".join(w for w in woorden(term) if w not in _MET_EEN_NAAM) or term
    asked = _aaneen(term)
    names = [_aaneen(n) for n in (q.kb.naam(element), q.kb.elementen[element].korte_naam)]
    compound = len(woorden(term)) == 1 and any(n in asked for n in names)
    if len(asked) <= _AFKORTING or compound or any(asked in n for n in names):
        return True
    if any(fuzz.ratio(asked, n) >= _EVEN_GESPELD for n in names):
        return True
    named = {stem for n in (q.kb.naam(element), q.kb.elementen[element].korte_naam) for stem in q.index.ontleed(n)}
    said = set(q.index.ontleed(term))
    return bool(said) and said <= named


def _aaneen(text: str) -> str:
    return "".join(woorden(text))


def _houdt(q: Gelezen, statement: Uitspraak, term: str) -> bool:
    """Whether a statement holds the words of a term, one after the other; of one word also its known parts, or a slip of it."""
    words, said = woorden(term), woorden(statement.tekst)
    stems = [stam(w) for w in said]
    if _achtereen([stam(w) for w in words], stems):
        return True
    if len(words) > 1:
        return False
    (word,) = words
    parts = [p for p in q.index.bekend(word) if not is_generiek(p)]
    if any(_achtereen(forms, stems) for forms in (parts, [stam(_ACHTERDEEL.sub("", word))]) if forms):
        return True
    return len(word) > _AFKORTING + 1 and any(fuzz.ratio(word, w) >= _SLIP for w in said)


def _achtereen(some: list[str], row: list[str]) -> bool:
    """Whether some stems stand together in a row of them."""
    return any(row[place : place + len(some)] == some for place in range(len(row) - len(some) + 1))
