"""Questions that point at a place in the sources: a section by its number, the list of building blocks."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import NIET_GEVONDEN, Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, VERDER, alineas, ids, klaar, uniek
from keuzehulp.kennisbank.model import Codering, Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.vraagpatronen import (
    ALLE_BOUWSTENEN,
    BIJ_BOUWSTENEN,
    IN_PARAGRAAF,
    IS_BOUWSTEEN,
    NOG_EEN_BOUWSTEEN,
    OVER_DICHTBIJ,
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

#: How a statement gives a part of the list: "staan bij …", and not that making it was hard.
_SOMT_OP = r"(?:staan|staat) (?!sociale steun)"

#: What schools call a building block that the list names otherwise; and what only lies near one.
_ANDERS_GEZEGD = {
    "ses": "sociaaleconomische",
    "buurt": "gemeenschap",
    "wijk": "gemeenschap",
    "cultuur": "culturele",
    "zingeving": "betekenis",
    "familie": "gezin",
    "vriendschap": "vrienden",
    "inlevingsvermogen": "empathie",
    "doorzetten": "doorzettingsvermogen",
    "hoopvol": "hoop",
}
_DICHTBIJ = {
    "armoede": "sociaaleconomische",
    "inkomen": "sociaaleconomische",
    "geld": "financieel",
    "geloof": "spiritualiteit",
    "religie": "spiritualiteit",
    "delen": "vrijgevigheid",
    "zelfbeeld": "kijk jezelf",
    "eigenwaarde": "kijk jezelf",
    "zelfwaardering": "kijk jezelf",
    "zelfcontrole": "zelfregulatie",
    "zelfbeheersing": "zelfregulatie",
    "medeleven": "compassie",
    "karakter": "temperament",
    "volhouden": "doorzettingsvermogen",
    "moed": "lef",
    "thuis": "gezin",
}

#: The subjects that the tail of a question names ("bij de externe hulpbronnen").
_HULPBRONNEN = frozenset({"hulpbronnen", "interne_hulpbronnen", "externe_hulpbronnen"})

#: So much of the start of a word, and at least so many letters, a word of the list shares that lies near it ("vergeven"), or of its end.
_GEDEELD_BEGIN, _MINST_GEDEELD = 0.55, 6

_NIET_IN_LIJST = "‘{wat}’ staat niet in de lijst met bouwstenen van het rapport."
_NIET_ZO_IN_LIJST = (
    "Het woord ‘{wat}’ staat niet in de lijst met bouwstenen van het rapport. Wel iets dat er dichtbij ligt:"
)
_HELE_LIJST = "Wil je de hele lijst zien, typ dan *noem alle bouwstenen*."
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
    """The list of building blocks, whether something is in it, or what stands there with something."""
    if re.fullmatch(ALLE_BOUWSTENEN, q.plat):
        return _hele_lijst(q)
    plural = re.fullmatch(WELKE_BOUWSTENEN, q.plat)
    asked = plural or _gevraagde_bouwsteen(q)
    if asked is None or _gaat_over_groep(q, asked.group(1)):
        return None
    word = asked.group(1)
    said = [w for w in woorden(word) if w not in STOPWOORDEN]
    if not said or len(woorden(word)) > 3 or _WEGGELATEN not in q.kb.begrippen:
        return None
    pool = _lijst(q)
    found = _in_lijst(q, pool, [_ANDERS_GEZEGD.get(w, w) for w in said])
    if found:
        told = found[: 3 if plural else 1]
        groups = q.kb.begrippen["bouwstenen"].uitspraken[2:3] if "hulpbron" in q.plat else ()
        return klaar(q, uniek([*told, *groups]), q.kb.eigenaar[found[0].id])
    if plural or q.elementen or q.interventies:
        return None
    near = _dichtbij_in_lijst(q, pool, said)
    explicit = "bouwste" in q.plat or "bouwste" in vouw(q.vraag.vorige_vraag) or "hulpbron" in q.plat
    return _niet_in_lijst(q, word, near) if near or explicit else None


def _gaat_over_groep(q: Gelezen, word: str) -> bool:
    """Whether it is about a group of the list itself, and not about what may stand in one ("geld bij de externe hulpbronnen")."""
    groups = set(_LIJST_VAN_BOUWSTENEN) - {"bouwstenen", "omgevingsfactoren"}
    if "hulpbron" in q.plat and "hulpbron" not in word:
        groups -= _HULPBRONNEN
    return not groups.isdisjoint(q.begrippen)


def _hele_lijst(q: Gelezen) -> Antwoord:
    """All statements that give the list, in the order of its groups."""
    lines = [s for s in _lijst(q)[:-1] if s.onderwerp != "voorbehoud" and re.search(_SOMT_OP, s.tekst)]
    return klaar(q, uniek(lines), "bouwstenen")


def _dichtbij_in_lijst(q: Gelezen, pool: list[Uitspraak], said: list[str]) -> list[Uitspraak]:
    """What the list has that lies near: by what schools call it, else by a word that starts or ends alike."""
    words = [part for w in said for part in _DICHTBIJ.get(w, w).split()]
    found = _in_lijst(q, pool, words)
    if not found and any(w in _DICHTBIJ for w in said):
        owned = [s for b in _LIJST_VAN_BOUWSTENEN if b in q.kb.begrippen for s in q.kb.begrippen[b].uitspraken]
        found = _in_lijst(q, owned, words)
    return found or [s for s in pool if all(any(_lijkt(o, w) for o in woorden(s.tekst)) for w in said)]


def _lijkt(own: str, word: str) -> bool:
    """Whether two words share a start or an end that is long enough to tell ("optimistisch", "optimisme")."""
    if len(word) < _MINST_GEDEELD:
        return False
    start = next((n for n, (a, b) in enumerate(zip(own, word, strict=False)) if a != b), min(len(own), len(word)))
    return start >= max(_MINST_GEDEELD, _GEDEELD_BEGIN * len(word)) or own.endswith(word)


def _gevraagde_bouwsteen(q: Gelezen) -> re.Match[str] | None:
    """What is asked to be a building block; "en dankbaarheid?" too, when the list was what was asked of before."""
    asked = next((m for p in (IS_BOUWSTEEN, BIJ_BOUWSTENEN, OVER_DICHTBIJ) if (m := re.fullmatch(p, q.plat))), None)
    if asked is None and re.search(r"bouwste|hulpbron", vouw(q.vraag.vorige_vraag)):
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
    """That something is not in the list under that name, with what lies near it or else how the list is made up."""
    listed = bool(near)
    if not near:
        near = [h.uitspraak for h in q.index.zoek(word, 1) if set(woorden(word)) <= set(woorden(h.uitspraak.tekst))]
        near = [
            s for s in near if q.kb.eigenaar[s.id] not in q.kb.interventies
        ]  # "onderwijs" is no word of a programme
    lines = [*near[:1], q.kb.begrippen["bouwstenen"].uitspraken[1]]
    head = [_NIET_ZO_IN_LIJST.format(wat=word)] if listed else [_NIET_IN_LIJST.format(wat=word)]
    head += [_WEL_DICHTBIJ] if near and not listed else []
    parts = [*head, *(zin(q.kb, s) for s in lines), _HELE_LIJST, VERDER]
    return Antwoord(alineas(parts), NIET_GEVONDEN, ids(lines), "bouwstenen")
