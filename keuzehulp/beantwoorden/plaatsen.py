"""Questions that point at a place in the sources: a section by its number, the list of building blocks."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import NIET_GEVONDEN, Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, VERDER, alineas, ids, klaar, uniek
from keuzehulp.kennisbank.model import Codering, Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.vraagpatronen import (
    BIJ_BOUWSTENEN,
    IN_PARAGRAAF,
    IS_BOUWSTEEN,
    NOG_EEN_BOUWSTEEN,
    WELKE_BOUWSTENEN,
)
from keuzehulp.woorden import STOPWOORDEN
from keuzehulp.zoeken import stam, vouw, woorden

_PARAGRAAF = "Trimbos § {par} heet ‘{titel}’. Dit haal ik eruit:"
_HOOFDSTUK = "Hoofdstuk {par} van het rapport heet ‘{titel}’. De paragrafen: {paragrafen}. Dit haal ik eruit:"
_GEEN_PARAGRAAF = "Een paragraaf {par} ken ik niet uit het Trimbos-rapport."


#: With so many elements in a section, it is told by those.
_GENOEG_ELEMENTEN = 3

#: The subjects whose statements are the list of building blocks (Trimbos § 3.3), and what those statements call it.
_LIJST_VAN_BOUWSTENEN = (
    "bouwstenen",
    "hulpbronnen",
    "interne_hulpbronnen",
    "regulerende_vaardigheden",
    "interpersoonlijke_krachten",
    "betekenis_gevende_vaardigheden",
    "externe_hulpbronnen",
    "ondersteunende_relaties",
    "omgevingsfactoren",
    "bouwsteen_coping",
)
_WEGGELATEN = "weggelaten_bouwstenen"
_IN_DE_LIJST = "lijst met bouwstenen"

#: What schools call a building block that the list names otherwise; and what only lies near one.
_ANDERS_GEZEGD = {"ses": "sociaaleconomische", "buurt": "gemeenschap", "cultuur": "culturele", "zingeving": "betekenis"}
_DICHTBIJ = {"armoede": "sociaaleconomische", "inkomen": "sociaaleconomische", "geld": "sociaaleconomische"}

_NIET_IN_LIJST = "‘{wat}’ staat niet in de lijst met bouwstenen van het rapport."
_WEL_DICHTBIJ = "Dit ligt er dichtbij:"


def paragraaf(q: Gelezen) -> Antwoord | None:
    """ "Wat staat er in paragraaf 5.3.3.2": its heading, and something of each subject in it."""
    asked = re.search(IN_PARAGRAAF, vouw(q.tekst))
    if asked is None or "T" not in q.kb.bronnen:
        return None
    number, titles = asked.group(2).rstrip("."), q.kb.bronnen["T"].secties
    if number not in titles:
        return Antwoord(alineas([_GEEN_PARAGRAAF.format(par=number), VERDER]), NIET_GEVONDEN)
    inside = [s for s in map(q.kb.uitspraken.get, q.index.ids) if s and _staat_in(s, number) and _alleen_daar(s)]
    # The sections have their own headings; of each section, of each subject, what stands first.
    first = {(s.bronnen[0].par, q.kb.eigenaar[s.id]): s for s in reversed(inside)}
    elements = {key: s for key, s in first.items() if key[1] in q.kb.elementen}
    first = elements if len(elements) >= _GENOEG_ELEMENTEN else first
    by_section = sorted(first.values(), key=lambda s: (s.bronnen[0].par, q.index.ids.index(s.id)))
    lines = _verspreid(by_section)
    if not lines:
        return None
    sections = (
        [f"{p} ‘{t}’" for p, t in titles.items() if re.fullmatch(rf"{number}\.\d+", p)] if "." not in number else []
    )
    frame = _HOOFDSTUK if sections else _PARAGRAAF
    intro = frame.format(par=number, titel=titles[number], paragrafen=", ".join(sections))
    given = klaar(q, lines, q.kb.eigenaar[lines[0].id], intro=intro)
    return Antwoord(given.tekst[given.tekst.index(intro) :], given.soort, given.regels, given.onderwerp)


def _staat_in(statement: Uitspraak, number: str) -> bool:
    cited = [c.par for c in statement.bronnen if c.bron == "T"]
    return bool(cited) and all(p == number or p.startswith(f"{number}.") for p in cited)


def _alleen_daar(statement: Uitspraak) -> bool:
    """Whether a statement may be told of a section: no coding, no example of ours, no reason to ask."""
    return not isinstance(statement, Codering) and not re.search(
        r"\.(?:voorbeeld$|waarom$|spanning\.|voorbehoud\.)", statement.id
    )


def _verspreid(statements: list[Uitspraak]) -> list[Uitspraak]:
    """At most MEEST of the statements, spread over all of them, in their order."""
    step = max(1, -(-len(statements) // MEEST))
    return uniek(statements[::step])[:MEEST]


def bouwsteen(q: Gelezen) -> Antwoord | None:
    """Whether something is in the list of building blocks, or what stands there with something."""
    plural = re.fullmatch(WELKE_BOUWSTENEN, q.plat)
    asked = plural or _gevraagde_bouwsteen(q)
    if asked is None or not set(q.begrippen).isdisjoint(
        set(_LIJST_VAN_BOUWSTENEN) - {"bouwstenen", "omgevingsfactoren"}
    ):
        return None
    word = asked.group(1)
    said = [w for w in woorden(word) if w not in STOPWOORDEN]
    if not said or len(woorden(word)) > 3 or _WEGGELATEN not in q.kb.begrippen:
        return None
    pool = _lijst(q)
    found = _in_lijst(q, pool, [_ANDERS_GEZEGD.get(w, w) for w in said])
    if found:
        return klaar(q, found[: 3 if plural else 1], q.kb.eigenaar[found[0].id])
    if plural or q.elementen or q.interventies:
        return None
    return _niet_in_lijst(q, word, _in_lijst(q, pool, [_DICHTBIJ.get(w, w) for w in said]))


def _gevraagde_bouwsteen(q: Gelezen) -> re.Match[str] | None:
    """What is asked to be a building block; "en dankbaarheid?" too, when the list was what was asked of before."""
    asked = re.fullmatch(IS_BOUWSTEEN, q.plat) or re.fullmatch(BIJ_BOUWSTENEN, q.plat)
    if asked is None and "bouwste" in vouw(q.vraag.vorige_vraag):
        asked = re.fullmatch(NOG_EEN_BOUWSTEEN, q.plat)
    return asked


def _lijst(q: Gelezen) -> list[Uitspraak]:
    """The statements that give the list, and the one that tells what was left out."""
    owned = [s for b in _LIJST_VAN_BOUWSTENEN if b in q.kb.begrippen for s in q.kb.begrippen[b].uitspraken]
    return [*(s for s in owned if _IN_DE_LIJST in s.tekst), *q.kb.begrippen[_WEGGELATEN].uitspraken[:1]]


def _in_lijst(q: Gelezen, pool: list[Uitspraak], said: list[str]) -> list[Uitspraak]:
    """The statements that hold all these words, also as the start of a compound ("gezin": "gezinsomgeving")."""
    stems = [{stam(w), *q.index.bekend(w)} for w in said]
    return [s for s in pool if all(_houdt(s, forms) for forms in stems)]


def _houdt(statement: Uitspraak, forms: set[str]) -> bool:
    own = {stam(w) for w in woorden(statement.tekst)}
    return any(o == f or (len(f) > 4 and o.startswith(f)) for o in own for f in forms)


def _niet_in_lijst(q: Gelezen, word: str, near: list[Uitspraak]) -> Antwoord:
    """That something is not in the list, with what lies near it or else how the list is made up."""
    if not near:
        near = [h.uitspraak for h in q.index.zoek(word, 1) if set(woorden(word)) <= set(woorden(h.uitspraak.tekst))]
    lines = [*near[:1], q.kb.begrippen["bouwstenen"].uitspraken[1]]
    parts = [_NIET_IN_LIJST.format(wat=word), _WEL_DICHTBIJ if near else "", *(zin(q.kb, s) for s in lines), VERDER]
    return Antwoord(alineas(parts), NIET_GEVONDEN, ids(lines), "bouwstenen")
