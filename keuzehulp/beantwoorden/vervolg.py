"""Follow-ups: where the last answer stands, the rest of it, and how many that were."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, NIET_GEVONDEN, Antwoord
from keuzehulp.beantwoorden.opmaak import WAAR, ids, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van, kern
from keuzehulp.beantwoorden.weigeren import niet_gevonden
from keuzehulp.kennisbank.weergave import toon_bron
from keuzehulp.vraagpatronen import KAAL_HOEVEEL, VERTEL_MEER

_NIETS_GEZEGD = "Ik heb nog niets verteld waar een bron bij hoort. Stel gerust een vraag."


def bronnen(q: Gelezen) -> Antwoord:
    """The sections that the last answer is from, or else those of the subject talked about."""
    statements = q.verteld()
    if not statements:
        subject = q.vraag.vorig_onderwerp or q.vraag.open_element
        if subject is None:
            return Antwoord(_NIETS_GEZEGD, NIET_GEVONDEN)
        statements = list(kern(q, subject))
    lines = []
    for cited in dict.fromkeys(c for s in statements for c in s.bronnen):
        title = q.kb.bronnen[cited.bron].secties.get(cited.par, "")
        shown = toon_bron(q.kb, [cited])
        lines.append(f"- {shown}: ‘{title}’" if title else f"- {shown}")
    return Antwoord("\n".join([WAAR, *lines]), ANTWOORD, ids(statements), q.vraag.vorig_onderwerp)


def meer(q: Gelezen) -> Antwoord | None:
    """The statements on the last subject that were not said yet, when the question is for the rest."""
    asked = q.vraag.intent == "more" or re.search(VERTEL_MEER, q.plat)
    named = [*q.interventies, *q.elementen, *q.begrippen]
    subject = named[0] if named else q.uit_gesprek()
    if not asked or q.inhoud() or subject is None or not q.vraag.vorige_uitspraken:
        return None
    said = {s.tekst for s in q.verteld()}
    rest = [s for s in alle_van(q, subject) if s.tekst not in said and not s.id.endswith(".voorbeeld")]
    if subject in q.kb.interventies:
        rest = [s for s in rest if ".codering." not in s.id] or rest
    return klaar(q, uniek(rest)[:3], subject) if rest else None


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
