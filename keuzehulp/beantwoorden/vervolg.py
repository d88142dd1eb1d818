"""Follow-ups: where the last answer stands, the rest of it, and how many that were."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, NIET_GEVONDEN, Antwoord
from keuzehulp.beantwoorden.opmaak import WAAR, ids, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van, kern
from keuzehulp.beantwoorden.weigeren import grootte_bij_studie, met_grootte, niet_gevonden
from keuzehulp.kennisbank.weergave import toon_bron
from keuzehulp.vraagpatronen import (
    GELDT_OOK,
    HOE_GROOT_EFFECT,
    KAAL_HOEVEEL,
    PUNT_OVER,
    PUNT_VAN_LIJST,
    RANG,
    TREKT_CONCLUSIE,
    VERTEL_MEER,
)
from keuzehulp.vraagvorm import plat
from keuzehulp.zoeken import stam, woorden

#: A question for a point of a list has no more words than this.
_KORT = 10

_NIETS_GEZEGD = "Ik heb nog niets verteld waar een bron bij hoort. Stel gerust een vraag."


def bronnen(q: Gelezen) -> Antwoord:
    """The sections that the last answer is from, or else those of the subject talked about."""
    statements = q.verteld()
    if not statements:
        subject = q.vraag.vorig_onderwerp or q.vraag.open_element
        if subject is None:
            return Antwoord(_NIETS_GEZEGD, NIET_GEVONDEN)
        element = q.kb.elementen.get(subject)
        statements = [*kern(q, subject), *(element.bewijs[:3] if element else ())]
    lines = []
    for cited in dict.fromkeys(c for s in statements for c in s.bronnen):
        source, shown = q.kb.bronnen[cited.bron], toon_bron(q.kb, [cited])
        title = source.secties.get(cited.par, "")
        heading = title and cited.par not in source.zonder_kop and f"‘{title}’" not in shown
        lines.append(f"- {shown}: ‘{title}’" if heading else f"- {shown}")
    return Antwoord("\n".join([WAAR, *lines]), ANTWOORD, ids(statements), q.vraag.vorig_onderwerp)


def punt_van_lijst(q: Gelezen) -> Antwoord | None:
    """ "Die tweede", "en de laatste?", "die over ouders": one point of the list that was told of last."""
    concept = q.kb.begrippen.get(q.vraag.vorig_onderwerp or "")
    if concept is None or not concept.lijst or len(q.plat.split()) > _KORT or q.interventies:
        return None
    place = _plek(q, concept.lijst)
    if place is None:
        return None
    point = concept.lijst[place]
    lines = [q.kb.uitspraken[point]] if point in q.kb.uitspraken else alle_van(q, point)[:3]
    # The list stays what is talked of, so that "en de laatste?" can follow.
    return klaar(q, lines, concept.id)


def _plek(q: Gelezen, points: tuple[str, ...]) -> int | None:
    """The place of the point that is meant; None when the question means none."""
    ranked = re.search(PUNT_VAN_LIJST, q.plat)
    if ranked:
        place = RANG.get(ranked.group(1), len(points) // 2)
        return place if place < len(points) else None
    about = re.match(PUNT_OVER, q.plat)
    stem = stam(about.group(1)) if about else ""
    holding = [place for place, point in enumerate(points) if stem and stem in _stammen_van(q, point)]
    return holding[0] if len(holding) == 1 else None


def _stammen_van(q: Gelezen, point: str) -> set[str]:
    """The stems of a point of a list: of its statement, or of the name of its subject."""
    text = q.kb.uitspraken[point].tekst if point in q.kb.uitspraken else q.kb.naam(point)
    return {stam(w) for w in woorden(text)}


def meer(q: Gelezen) -> Antwoord | None:
    """The statements on the last subject that were not said yet, when the question is for the rest."""
    asked = q.vraag.intent == "more" or re.search(VERTEL_MEER, q.plat)
    named = [*q.interventies, *q.elementen, *q.begrippen]
    subject = named[0] if named else q.uit_gesprek()
    if (
        not asked
        or re.search(TREKT_CONCLUSIE, q.plat)
        or q.inhoud()
        or subject is None
        or not q.vraag.vorige_uitspraken
    ):
        return None
    said = {s.tekst for s in q.verteld()}
    every = alle_van(q, subject)
    rest = [s for s in every if s.tekst not in said and not s.id.endswith(".voorbeeld")]
    if re.search(VERTEL_MEER, plat(q.vraag.vorige_vraag)):  # what came before the last answer was told already
        told = [place for place, s in enumerate(every) if s.tekst in said]
        rest = [s for s in rest if told and every.index(s) > max(told)] or rest
    if subject in q.kb.interventies:
        rest = [s for s in rest if ".codering." not in s.id] or rest
    return klaar(q, uniek(rest)[:3], subject) if rest else None


def hoe_groot(q: Gelezen) -> Antwoord | None:
    """ "Hoe groot was dat effect?" after a subject of which a size is told, or of a study that tells one: that."""
    of_study = grootte_bij_studie(q)
    if of_study:
        return klaar(q, of_study, q.kb.eigenaar[of_study[0].id])
    if q.elementen or q.interventies or not re.fullmatch(HOE_GROOT_EFFECT, q.plat):
        return None
    lines = met_grootte(q)
    return klaar(q, lines, str(q.vraag.vorig_onderwerp)) if lines else None


def geldt_ook(q: Gelezen) -> Antwoord | None:
    """ "Geldt dat aantal ook voor veerkracht?": what was told of that amount, and the caveat that says what it is of."""
    told = [s for s in q.verteld() if s.cijfers]
    if not told or not re.match(GELDT_OOK, q.plat):
        return None
    owner = q.kb.eigenaar[told[0].id]
    element = q.kb.elementen.get(owner)
    figures = set(told[0].cijfers)
    caveats = [s for s in (element.voorbehoud if element else ()) if figures & set(s.cijfers)]
    return klaar(q, uniek([*caveats[:1], told[0]]), owner) if caveats else None


def kaal_hoeveel(q: Gelezen) -> Antwoord | None:
    """ "Hoeveel precies?" is about what was just told: its amounts, if there were any."""
    if not re.fullmatch(KAAL_HOEVEEL, q.plat) or not q.vraag.vorige_uitspraken:
        return None
    told = q.verteld()
    subject = q.vraag.vorig_onderwerp
    counted = [s for s in told[:1] if s.cijfers]
    if re.search(r"vaak|procent|percentage", q.plat):
        every = alle_van(q, subject) if subject in q.kb.elementen else []
        shares = [s for s in (*told, *every) if any("%" in c for c in s.cijfers)]
        counted = uniek(shares)[:2]
    if counted and subject:
        return klaar(q, counted, subject)
    return niet_gevonden(q, told[:1], subject) if subject in q.kb.interventies else None
