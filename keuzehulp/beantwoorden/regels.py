"""What the rules alone answer, and in which order they are tried."""

from __future__ import annotations

import re
from functools import cached_property

from keuzehulp.beantwoorden.aantallen import (
    genoemd_percentage,
    hoeveelheid,
    klopt_aandeel,
    klopt_aantal,
    met_getal,
    van_de_soort,
)
from keuzehulp.beantwoorden.auteurs import over_auteur
from keuzehulp.beantwoorden.begrippen import over_begrip, paar, twee, vaste_route
from keuzehulp.beantwoorden.elementen import basis, beter_dan, over_element, soort_onderzoek
from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, Antwoord
from keuzehulp.beantwoorden.onderwerp import bij_vorig_programma, kies_onderwerp
from keuzehulp.beantwoorden.opmaak import keuze, klaar
from keuzehulp.beantwoorden.plaatsen import bouwsteen, paragraaf
from keuzehulp.beantwoorden.programmas import in_interventie, naast_elkaar, over_alle, over_interventie
from keuzehulp.beantwoorden.uitspraken import MIN_DEKKING, alle_van, beste, gedekt, vreemd_jaar
from keuzehulp.beantwoorden.vast import in_de_keuzehulp, in_vaste_woorden, kuiper_over_element, tegenspraak
from keuzehulp.beantwoorden.vervolg import bronnen, geldt_ook, hoe_groot, kaal_hoeveel, meer
from keuzehulp.beantwoorden.weigeren import buiten, grens, niet_gevonden, weer_grens
from keuzehulp.grensregels import HERGEBRUIK, vraagt_hergebruik
from keuzehulp.vraagpatronen import DOCENTKEUZE
from keuzehulp.vraagvorm import BEWIJS, VERGELIJK, VOORBEELD, WAAROM
from keuzehulp.zoeken import Treffer

# Thresholds of the search without a mentioned subject, set on tests/fixtures/vragen_dev.yml.
_MIN_SCORE = 0.22

_KEUZE_VERSCHIL = 0.9


class Regels:
    """The rules on one question; those that decide by what is named alone can be asked for by themselves."""

    def __init__(self, q: Gelezen) -> None:
        self.q = q

    @cached_property
    def antwoord(self) -> Antwoord:
        """The answer by the first rule that applies."""
        q = self.q
        decided = (
            self.vast
            or self.hergebruik
            or self.soort_onderzoek
            or self.basis
            or self.vaste_route
            or self.aangewezen
            or (bronnen(q) if q.vraagt_bron() else None)
            or hoe_groot(q)
            or grens(q)
            or (over_alle(q) if q.alle else None)
            or (naast_elkaar(q) if len(q.interventies) >= 2 else None)
            or weer_grens(q)
            or self.de_rest
            or (keuze(q, *DOCENTKEUZE) if q.noemt_docent() else None)
            or kaal_hoeveel(q)
            or beter_dan(q)
            or self.paar
            or self.genoemd_percentage
        )
        if decided is not None:
            return decided
        amount = None if bij_vorig_programma(q) else hoeveelheid(q)
        if amount is not None:
            return van_de_soort(q, amount)
        subject = kies_onderwerp(q)
        found = _over(q, subject) if subject is not None else _zoek(q)
        return van_de_soort(q, met_getal(q, found))

    @cached_property
    def vast(self) -> Antwoord | None:
        """A question in words of which it is known which statements answer it."""
        q = self.q
        return in_vaste_woorden(q) or tegenspraak(q) or kuiper_over_element(q) or in_de_keuzehulp(q)

    @cached_property
    def hergebruik(self) -> Antwoord | None:
        """Whether what we say may be taken over: the sources do not tell."""
        named = self.q.interventies or HERGEBRUIK not in self.q.kb.buiten_bronnen
        return None if named or not vraagt_hergebruik(self.q.plat) else buiten(self.q, HERGEBRUIK)

    @cached_property
    def soort_onderzoek(self) -> Antwoord | None:
        """What kind of research is behind it."""
        return soort_onderzoek(self.q)

    @cached_property
    def basis(self) -> Antwoord | None:
        """What a question or an element rests on."""
        return basis(self.q)

    @cached_property
    def de_rest(self) -> Antwoord | None:
        """ "Vertel meer": what was not told yet of the last subject."""
        return meer(self.q)

    @cached_property
    def vaste_route(self) -> Antwoord | None:
        """A question asked in known words."""
        return vaste_route(self.q)

    @cached_property
    def aangewezen(self) -> Antwoord | None:
        """What stands at a place that the question points at: with a study, in a section, in the list of building blocks."""
        q = self.q
        return (
            self.vast
            or over_auteur(q)
            or paragraaf(q)
            or bouwsteen(q)
            or geldt_ook(q)
            or klopt_aantal(q)
            or klopt_aandeel(q)
        )

    @cached_property
    def over_vorig_programma(self) -> bool:
        """Whether the answer is of the programme that was just told of, without naming it."""
        if self.antwoord.soort != ANTWOORD or self.antwoord.onderwerp != self.q.vraag.vorig_onderwerp:
            return False
        coded = self.q.terug and any(
            id.endswith(f".codering.{e}") for e in self.q.elementen for id in self.antwoord.regels
        )
        return bool(coded) or bij_vorig_programma(self.q) is not None

    @cached_property
    def paar(self) -> Antwoord | None:
        """Two elements or concepts beside each other."""
        return paar(self.q)

    @cached_property
    def genoemd_percentage(self) -> Antwoord | None:
        """What a percentage in the question is about."""
        return genoemd_percentage(self.q)


def _over(q: Gelezen, subject: str | tuple[str, str]) -> Antwoord:
    """What is asked of a subject, by the module that answers for its kind."""
    if isinstance(subject, tuple):
        return in_interventie(q, *subject)
    if not gedekt(q, subject):
        other = _wel_gedekt(q)
        if other is not None:
            return _over(q, other)
        return niet_gevonden(q, beste(q, alle_van(q, subject), 2), subject)
    if subject in q.kb.interventies:
        return over_interventie(q, q.kb.interventies[subject])
    other = _ander(q, subject)
    if other is not None:
        return twee(q, subject, other)
    if subject in q.kb.elementen:
        return over_element(q, q.kb.elementen[subject])
    return over_begrip(q, q.kb.begrippen[subject])


def _ander(q: Gelezen, subject: str) -> str | None:
    """A second subject when the question is about two of them."""
    others = [id for id in (*q.elementen, *q.begrippen) if id != subject]
    return others[0] if others and q.aspect == VERGELIJK else None


def _wel_gedekt(q: Gelezen) -> str | None:
    """An element or concept whose statements hold all that the question says, when the mentioned one does not."""
    stems = q.index.eigenaar_stammen
    for hit in q.index.zoek(q.tekst, 8):
        known = hit.eigenaar in q.kb.elementen or hit.eigenaar in q.kb.begrippen
        full = known and q.index.dekking(q.tekst, stems[hit.eigenaar]) >= 0.95
        if full and hit.score > 0.25 and gedekt(q, hit.eigenaar):
            return hit.eigenaar
    return None


def _zoek(q: Gelezen) -> Antwoord:
    """What is found by the words alone, for a question that names no subject."""
    text = q.tekst
    hits = [h for h in q.index.zoek(text, 20) if _vindbaar(q, h)]
    if re.search(r"(?<![a-z])wanneer(?! (?:je|jij|we|wij|ik)(?![a-z]))", q.plat):
        hits = [h for h in hits if h.uitspraak.cijfers]
    if not hits or not q.inhoud() or q.vraag.intent == "out_of_scope":
        return niet_gevonden(q)
    best = hits[0]
    covered = q.index.dekking(text, q.index.eigenaar_stammen[best.eigenaar])
    near = [best.uitspraak] if best.score > _MIN_SCORE else []
    if (
        q.vreemd.kern
        or q.vreemd.los
        or vreemd_jaar(q, best.eigenaar)
        or best.score < _MIN_SCORE
        or covered < MIN_DEKKING
    ):
        return niet_gevonden(q, near, best.eigenaar if near else None)
    rival = next((h for h in hits[1:] if h.eigenaar != best.eigenaar), None)
    if rival and rival.score >= _KEUZE_VERSCHIL * best.score and q.bestaat(best.eigenaar) and q.bestaat(rival.eigenaar):
        other = q.index.dekking(text, q.index.eigenaar_stammen[rival.eigenaar])
        if other >= 0.95 * covered and best.score < 0.5:
            return keuze(q, best.eigenaar, rival.eigenaar)
    element = q.kb.elementen.get(best.eigenaar)
    if element and q.aspect in (BEWIJS, WAAROM, VOORBEELD):
        return over_element(q, element)
    lines = [h.uitspraak for h in hits if h.eigenaar == best.eigenaar and h.score >= 0.6 * best.score][:3]
    return klaar(q, lines, best.eigenaar)


def _vindbaar(q: Gelezen, hit: Treffer) -> bool:
    """Interventions are found by name only, and examples of our own answer no question."""
    return hit.eigenaar not in q.kb.interventies and not hit.uitspraak.id.endswith(".voorbeeld")
