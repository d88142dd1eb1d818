"""Which statements are told together: what belongs to one, the other side of it, and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, MISSCHIEN, Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, TWEE_KANTEN, TWIJFEL, WAAR, alineas, klaar, uniek
from keuzehulp.kennisbank.model import Bewijs, Codering, Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.soortvraag import geeft_reden
from keuzehulp.vraagpatronen import HOEVEEL

#: What is told is filled up to so many statements, and a concept of so few is told whole.
AANGEVULD, _KLEIN_BEGRIP = 4, 3

#: Two statements of one subject say the same when they share this part of the words of the shorter, and of both together.
_ZELFDE, _ZELFDE_SAMEN = 0.75, 0.45

#: A sentence is told again when this part of its words stands in one statement; told beside the point are these.
_ZELFDE_ZIN = 0.8
_TERZIJDE = ("voorbehoud", "kanttekening")

#: Two statements of different subjects, a coding or one side of a contradiction: this part of the words of both together.
_ZELFDE_ELDERS = 0.65
#: … and so much of the words of the second: it adds nothing.
_GEZEGD = 0.85


def vul_aan(q: Gelezen, candidates: Sequence[tuple[str, float]], ids: list[str]) -> list[str]:
    """What is told, with what else of the same subject fits the question: one statement is seldom all of it."""
    owner = q.kb.eigenaar[ids[0]]
    first = list(dict.fromkeys([*ids[:1], *_heel_begrip(q, owner, ids[0]), *ids[1:]]))
    for id, _ in candidates:
        if len(first) >= AANGEVULD:
            break
        if q.kb.eigenaar[id] == owner and id not in first and _hoort_erbij(q, id, first[0]):
            first.append(id)
    return first


def _heel_begrip(q: Gelezen, owner: str, first: str) -> list[str]:
    """The other statements of a concept that is told in a few: they belong together."""
    concept = q.kb.begrippen.get(owner)
    if concept is None or len(concept.uitspraken) > _KLEIN_BEGRIP:
        return []
    return [s.id for s in concept.uitspraken if _hoort_erbij(q, s.id, first)]


def _hoort_erbij(q: Gelezen, id: str, first: str) -> bool:
    """Whether a statement may be told beside the first: of the same characteristic, and an amount beside an amount."""
    statement = q.kb.uitspraken[id]
    if id.endswith(".voorbeeld") or isinstance(statement, Codering):
        return False
    if q.kb.eigenaar[id] in q.kb.interventies:
        return statement.onderwerp == q.kb.uitspraken[first].onderwerp
    return bool(statement.cijfers) or not re.search(HOEVEEL, q.plat)


def met_andere_kanten(q: Gelezen, ids: list[str]) -> list[Uitspraak]:
    """The statements in their order; after them the other side of each that contradicting research speaks of."""
    told = [met_andere_kant(q, id) for id in ids]
    sides = [s for statements in told for s in statements[1:]]
    room = MEEST - min(len(uniek(sides)), 2)
    return uniek([*[s for statements in told[:room] for s in statements[:1]], *sides])


def met_andere_kant(q: Gelezen, id: str) -> list[Uitspraak]:
    """A statement; with both sides when it is one of two that pull in different directions."""
    statement = q.kb.uitspraken[id]
    element = q.kb.elementen.get(q.kb.eigenaar[id])
    if ".spanning." in id and element is not None:
        tension = element.spanning[int(id.split(".")[2]) - 1]
        return [s for s in (tension.een_kant, tension.andere_kant, tension.uitleg) if s]
    if isinstance(statement, Bewijs) and element is not None and element.spanning and not statement.cijfers:
        return [statement, element.spanning[0].een_kant, element.spanning[0].andere_kant]
    if isinstance(statement, Codering) and statement.antwoord == "niet_vermeld":
        return [statement, *q.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[:1]]
    return [statement]


def zonder_herhaling(q: Gelezen, given: Antwoord) -> Antwoord:
    """An answer without the statements that only say again what another of the same subject in it says."""
    if given.soort not in (ANTWOORD, MISSCHIEN) or given.tekst.startswith(WAAR):
        return given
    lines = q.geciteerd(given)
    kept = zonder_dubbele(q, lines)
    if len(kept) == len(lines):
        return given
    shown = klaar(q, kept, given.onderwerp or "", intro=TWEE_KANTEN if TWEE_KANTEN in given.tekst else "")
    text = alineas([TWIJFEL, shown.tekst]) if given.soort == MISSCHIEN else shown.tekst
    above, points = given.tekst.split("\n- ")[0], [f"- {zin(q.kb, s)}" for s in kept]
    if given.soort == ANTWOORD and len(kept) > 2 and not above.startswith("- "):
        text = "\n".join([above, *points])  # what stands above the points is about all of them
    return replace(shown, tekst=text, soort=given.soort, onderwerp=given.onderwerp)


def reden_eerst(q: Gelezen, given: Antwoord) -> Antwoord:
    """An answer to "waarom …" with the statement that gives a reason in front, when another stands there."""
    lines = q.geciteerd(given)
    asked = re.match(r"(?:en |maar |dus )?(?:waarom|hoe komt het|hoezo|waardoor|hoe verklaart)(?![a-z])", q.plat)
    if asked is None or given.soort != ANTWOORD or len(lines) < 2 or geeft_reden(lines[0]):
        return given
    why = next((s for s in lines[1:] if geeft_reden(s)), None)
    if why is None or given.tekst.startswith(WAAR):
        return given
    return klaar(q, [why, *(s for s in lines if s is not why)], given.onderwerp or "")


def zonder_dubbele(q: Gelezen, lines: Sequence[Uitspraak]) -> list[Uitspraak]:
    """The statements without those that only say again what another of the same subject says."""
    lines = _zonder_tweede_spanning(q, lines)
    sides = [s for s in lines if ".spanning." in s.id]
    figures = " ".join(s.tekst for s in sides)
    kept: list[Uitspraak] = []
    for statement in lines:
        # Both sides of a contradiction are told, and not what says one of them too.
        repeated = any(_in_elkaar(q, side, statement, figures) for side in sides)
        repeated = repeated or _zegt_zin_opnieuw(q, kept, statement)
        if statement in sides or not (repeated or any(_zegt_hetzelfde(q, k, statement) for k in kept)):
            kept.append(statement)
    return kept


def _zonder_tweede_spanning(q: Gelezen, lines: Sequence[Uitspraak]) -> list[Uitspraak]:
    """The statements without a second contradiction of an element that says one side of the first again."""
    first: dict[str, str] = {}
    dropped = set()
    for side in (s for s in lines if ".spanning." in s.id):
        tension = side.id.rsplit(".", 1)[0]
        kept = first.setdefault(q.kb.eigenaar[side.id], tension)
        others = (s for s in lines if s.id.startswith(f"{kept}."))
        if tension != kept and any(_in_elkaar(q, other, side, other.tekst) for other in others):
            dropped.add(tension)
    return [s for s in lines if s.id.rsplit(".", 1)[0] not in dropped]


def _zegt_zin_opnieuw(q: Gelezen, told: Sequence[Uitspraak], other: Uitspraak) -> bool:
    """Whether a side remark says a sentence again that was told, and in its other sentences nothing that was asked."""
    sentences = [s for s in re.split(r"(?<=[.;]) ", other.tekst) if s]
    aside = other.onderwerp in _TERZIJDE or ".kenmerken." in other.id
    if not aside or len(sentences) < 2:
        return False
    asked = {stem for w in q.inhoud() for stem in q.index.ontleed(w)}
    owned = [q.kennis.stammen(s) for s in told if q.kb.eigenaar[s.id] == q.kb.eigenaar[other.id]]
    stems = [frozenset(q.index.ontleed(s)) for s in sentences]
    again = [any(len(s & t) >= _ZELFDE_ZIN * len(s) for t in owned) for s in stems]
    return any(again) and not any(s & asked for s, repeated in zip(stems, again, strict=True) if not repeated)


def _in_elkaar(q: Gelezen, side: Uitspraak, other: Uitspraak, figures: str) -> bool:
    """Whether one of two statements of a subject holds nearly all of the other, with no amount besides `figures`."""
    if q.kb.eigenaar[side.id] != q.kb.eigenaar[other.id] or isinstance(other, Codering):
        return False
    first, second = q.kennis.stammen(side), q.kennis.stammen(other)
    return len(first & second) >= _ZELFDE * min(len(first), len(second)) and all(f in figures for f in other.cijfers)


def _zegt_hetzelfde(q: Gelezen, told: Uitspraak, other: Uitspraak) -> bool:
    """Whether two statements say nearly the same, with no amount that only the second has; of two subjects, still nearer."""
    first, second = q.kennis.stammen(told), q.kennis.stammen(other)
    shared = len(first & second)
    elsewhere = q.kb.eigenaar[told.id] != q.kb.eigenaar[other.id]
    if elsewhere or isinstance(other, Codering) or ".spanning." in other.id:
        alike = shared >= _ZELFDE_ELDERS * len(first | second) and shared >= _GEZEGD * len(second)
    else:
        alike = shared >= _ZELFDE * min(len(first), len(second)) and shared >= _ZELFDE_SAMEN * len(first | second)
    return alike and all(figure in told.tekst for figure in other.cijfers)
