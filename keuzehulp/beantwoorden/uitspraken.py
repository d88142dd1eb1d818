"""Which statements and which subjects fit a question; every kind of answer chooses from these."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.getallen import GETALLEN
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.soortvraag import DUUR as DUUR_GEVRAAGD
from keuzehulp.soortvraag import LIJST, LIJSTWOORDEN
from keuzehulp.vraagpatronen import MENING, NIETSZEGGEND, OORDEEL, RANGTELWOORD, WELKE_HET_BEST
from keuzehulp.vraagsoort import is_kenmerk
from keuzehulp.vraagvorm import BEWIJS, DEFINITIE, GETAL, VOORBEELD, WAAROM, elders
from keuzehulp.zoeken import stam

#: A subject holds what a question says when it holds this share of its words; set on tests/fixtures/vragen_dev.yml.
MIN_DEKKING = 0.62


def alle_van(q: Gelezen, subject: str) -> list[Uitspraak]:
    """All searchable statements of a subject, in their order."""
    return [q.kb.uitspraken[id] for id in q.index.ids if q.kb.eigenaar[id] == subject]


def kern(q: Gelezen, subject: str) -> tuple[Uitspraak, ...]:
    """What a subject is, in the statements that stand first."""
    element = q.kb.elementen.get(subject)
    if element is not None:
        return tuple(s for s in (element.definitie, element.waarom) if s)
    if subject in q.kb.begrippen:
        return q.kb.begrippen[subject].uitspraken[:2]
    if subject in q.kb.interventies:
        return (q.kb.interventies[subject].beschrijving,)
    return ()


def kern_en_bewijs(q: Gelezen, subject: str) -> list[Uitspraak]:
    """What a subject is and, of an element, what research found first."""
    element = q.kb.elementen.get(subject)
    return [element.definitie, *element.bewijs[:1]] if element else [*kern(q, subject)[:2]]


def beste(q: Gelezen, statements: Iterable[Uitspraak], count: int) -> list[Uitspraak]:
    """The statements that fit the question best, in their own order; the first ones when none fits."""
    pool = list(statements)
    scores = scores_van(q, pool)
    best = sorted(range(len(pool)), key=lambda i: (-scores[i], i))[:count]
    return [pool[i] for i in sorted(best)]


def scores_van(q: Gelezen, pool: list[Uitspraak]) -> list[float]:
    """How well statements fit, also those that the index leaves out: by the words they share, weighed."""
    asked = {p for w, known in q.index.ontleed_woorden(q.tekst) for p in (known or (w,))}
    scores = q.index.scores(q.tekst)
    return [scores.get(s.id, 0.0) or _overlap(q, asked, s) for s in pool]


def _overlap(q: Gelezen, asked: set[str], statement: Uitspraak) -> float:
    have = set(q.index.ontleed(statement.tekst))
    total = sum(q.index.gewicht(s) for s in asked)
    return sum(q.index.gewicht(s) for s in asked & have) / total / 2 if total else 0.0


def een_van(q: Gelezen, ids: list[str]) -> str | None:
    """The id of several that the question fits best; the first one when it fits them alike."""
    if len(ids) < 2:
        return ids[0] if ids else None
    scores = q.index.scores(q.tekst)

    def fit(id: str) -> float:
        owned = [v for s, v in scores.items() if q.kb.eigenaar[s] == id]
        covered = q.index.dekking(q.tekst, q.index.eigenaar_stammen[id])
        favour = 0.5 if id in q.kb.elementen and q.aspect in (BEWIJS, VOORBEELD, WAAROM, DEFINITIE, GETAL) else 0.0
        return max(owned, default=0.0) + covered / 2 + favour + 0.3 * min(q.los.get(id, 1) - 1, 1)

    return max(ids, key=lambda id: (round(fit(id), 2), -ids.index(id)))


def alleen_kuiper(q: Gelezen, statements: list[Uitspraak]) -> list[Uitspraak]:
    """When the question is about Kuiper & Bannink: only statements of theirs, if there are any."""
    if not re.search(r"(?<![a-z])(?:kuiper|bannink)(?![a-z])", q.plat):
        return statements
    return [s for s in statements if any(c.bron == "K" for c in s.bronnen)] or statements


def gaat_over_element(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement is one of an element asked about, or names it."""
    if q.kb.eigenaar[statement.id] in q.elementen:
        return True
    said = set(q.index.ontleed(statement.tekst))
    elements = (q.kb.elementen[e] for e in q.elementen)
    return any(said.issuperset(q.index.ontleed(n)) for e in elements for n in (e.naam, *e.synoniemen))


def gedekt(q: Gelezen, subject: str) -> bool:
    """Whether the statements of a subject hold what the question turns on."""
    strange = q.vreemd
    lists = q.eis is not None and q.eis.soort == LIJST
    unknown = [w for w in (*strange.kern, *strange.los) if not (lists and w in LIJSTWOORDEN) and w not in NIETSZEGGEND]
    if unknown or vreemd_jaar(q, subject):
        return False
    foreign = elders(q.index, q.tekst, q.index.eigenaar_stammen[subject] | _namen(q))
    if q.eis is not None and q.eis.soort == DUUR_GEVRAAGD:
        foreign = [w for w in foreign if not w.startswith(("duur", "duren"))]
    if q.eis is not None and q.eis.soort == LIJST:
        foreign = [w for w in foreign if w not in GETALLEN and w not in LIJSTWOORDEN]
    foreign = [w for w in foreign if w not in NIETSZEGGEND]
    if subject in q.kb.interventies and re.search(OORDEEL, q.plat):
        return False
    if subject in q.kb.elementen and re.search(WELKE_HET_BEST, q.plat):
        return False
    if subject in q.kb.interventies:
        foreign = [w for w in foreign if not is_kenmerk(w)]
    if foreign:
        return False
    if re.search(MENING, q.plat) or re.search(RANGTELWOORD, q.plat):
        return False
    return studie_klopt(q, subject)


def _namen(q: Gelezen) -> frozenset[str]:
    """The stems of the names of everything that is mentioned."""
    return frozenset(stem for id in q.genoemd_onderwerp() for stem in q.index.ontleed(q.kb.naam(id)))


def vreemd_jaar(q: Gelezen, subject: str) -> bool:
    """Whether the question names a year that no study of the subject is of, and no statement names."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", q.tekst)
    told = " ".join(f"{s.tekst} {' '.join(c.studie for c in s.bronnen)}" for s in alle_van(q, subject))
    return any(year not in told for year in years)


def studie_klopt(q: Gelezen, subject: str) -> bool:
    """Whether a subject has a statement of the study that is named; true when none is named."""
    studies = q.genoemde_studies()
    if not studies or any(c.studie in studies for s in alle_van(q, subject) for c in s.bronnen):
        return True
    said = {w for id in studies for w in id.split("_")[:-1]}
    return any(stam(w) in q.index.eigenaar_stammen[subject] for w in said)
