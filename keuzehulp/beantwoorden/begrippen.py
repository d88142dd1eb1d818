"""Concepts and definitions, also two of them (or two elements) beside each other."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.aantallen import telt
from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alleen_kuiper, beste, kern_en_bewijs, scores_van
from keuzehulp.kennisbank.model import Begrip, Uitspraak
from keuzehulp.soortvraag import LIJST, lijstigheid
from keuzehulp.vraagpatronen import HOEVEEL, NAAST_ELKAAR, VASTE_ROUTES
from keuzehulp.vraagvorm import BEWIJS, DEFINITIE, FEIT


def over_begrip(q: Gelezen, begrip: Begrip) -> Antwoord:
    """What is asked of a concept: amounts, a list, a definition, or what fits the question best."""
    pool = alleen_kuiper(q, list(begrip.uitspraken))
    amount = bool(re.search(HOEVEEL, q.plat))
    if amount:
        pool = [s for s in pool if s.cijfers] or pool
    studies = set() if amount else q.genoemde_studies()
    if studies:
        pool = [s for s in pool if any(c.studie in studies for c in s.bronnen)] or pool
    scores = scores_van(q, pool)
    top = max(scores, default=0.0)
    chosen = [s for s, v in zip(pool, scores, strict=True) if top > 0.2 and v >= 0.55 * top]
    if amount:
        counted = [s for s in pool if telt(q, s)]
        chosen = counted[:4] or beste(q, pool, 4)
    lists = q.eis is not None and q.eis.soort == LIJST and q.aspect in (FEIT, DEFINITIE)
    if lists:
        chosen = _opsomming(pool)
    elif q.aspect in (DEFINITIE, FEIT, BEWIJS) and pool and not studies:
        chosen = uniek([pool[0], *chosen])
    if len(chosen) < 2:
        chosen = uniek([*chosen, *pool[:3]])
    return klaar(q, chosen[:4], begrip.id)


def _opsomming(pool: list[Uitspraak]) -> list[Uitspraak]:
    """The statements of a concept that list something, in their own order; the first ones when all do alike."""
    plain = [s for s in pool if s.onderwerp not in ("voorbehoud", "waarom")] or pool
    best = sorted(plain, key=lambda s: -min(lijstigheid(s), 2))[:4]
    return [s for s in pool if s in best]


def vaste_route(q: Gelezen) -> Antwoord | None:
    """The statements of a concept that answer a question asked in known words."""
    found = next((route for route in VASTE_ROUTES if re.search(route[0], q.plat)), None)
    if found is None or q.interventies or found[1] not in q.kb.begrippen:
        return None
    _, concept, subjects, count = found
    told = q.kb.begrippen[concept]
    lines = [s for subject in subjects for s in told.uitspraken if s.onderwerp == subject]
    if subjects == ("lijst",):
        lines = [q.kb.uitspraken[id] for id in told.lijst if id in q.kb.uitspraken]
    return klaar(q, lines[:count], concept) if lines else None


def paar(q: Gelezen) -> Antwoord | None:
    """Two elements or concepts beside each other: what each is and what is known of it."""
    named = [*q.elementen, *q.begrippen]
    if len(named) != 2 or q.interventies or not re.search(NAAST_ELKAAR, q.plat):
        return None
    return twee(q, *named)


def twee(q: Gelezen, een: str, ander: str) -> Antwoord:
    """Two elements or concepts one after the other."""
    lines = [*kern_en_bewijs(q, een), *kern_en_bewijs(q, ander)]
    return klaar(q, uniek(lines)[:MEEST], een)
