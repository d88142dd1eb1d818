"""What the rules alone answer to a question, put together from statements of the knowledge base.

They decide in a fixed order: a question about the source of the last answer; what the sources do not hold and conclusions
they seem to allow (`keuzehulp.grenzen`); the subject that is mentioned and what is asked of it; search over all statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from keuzehulp.beantwoorden.kennis import (
    ANTWOORD,
    BUITEN_SOORT,
    KEUZE,
    NIET_GEVONDEN,
    VALKUIL_SOORT,
    Antwoord,
    Kennis,
    Keuze,
    Vraag,
)
from keuzehulp.grenzen import BUITEN, omgeving
from keuzehulp.kennisbank.model import Begrip, Codering, Element, Interventie, Uitspraak
from keuzehulp.kennisbank.weergave import toon_bron, zin
from keuzehulp.noemen import VOEGWOORDEN
from keuzehulp.programmavraag import (
    bedoelt_alle,
    bedoelt_andere,
    is_docentwoord,
    is_programmawoord,
    vraagt_docent,
    vraagt_meeste,
)
from keuzehulp.soortvraag import (
    AANDEEL,
    LIJST,
    LIJSTWOORDEN,
    MAKER,
    REDEN,
    TELWOORDEN,
    eis,
    geeft_reden,
    houdt,
    lijstigheid,
    somt_op,
)
from keuzehulp.soortvraag import DUUR as DUUR_GEVRAAGD
from keuzehulp.vraagpatronen import (
    ALLE_PROGRAMMAS,
    BASIS,
    BETER_DAN,
    DE_DOCENT,
    DOCENTKEUZE,
    GETELD,
    GETELD_WOORD,
    HOE_WETEN,
    HOEVEEL,
    KAAL_HOEVEEL,
    KALE_BRON,
    LIJST_VAN,
    MEEDOEN,
    MEESTE_OMHAAL,
    MENING,
    NAAST_ELKAAR,
    NIETSZEGGEND,
    OORDEEL,
    RANGTELWOORD,
    ROUTES,
    STAAT_IN,
    TREKT_CONCLUSIE,
    VASTE_ROUTES,
    VERTEL_MEER,
    VRAAGT_WAT,
    WELKE_HET_BEST,
    WELKE_ZIJN_ER,
    WIE_ZEGT_DAT,
)
from keuzehulp.vraagsoort import KENMERKEN, is_kenmerk, kenmerken
from keuzehulp.vraagvorm import (
    BEWIJS,
    BRON,
    DEFINITIE,
    FEIT,
    GETAL,
    VERGELIJK,
    VOORBEELD,
    WAAROM,
    Vreemd,
    aspect,
    elders,
    percentages,
    plat,
    vreemd,
    wijst_terug,
)
from keuzehulp.zoeken import Treffer, is_generiek, is_stopwoord, stam, vouw, woorden

#: A question of so few words is about the figure in it.
_KORTE_VRAAG = 10

#: No answer holds more statements than this.
MEEST = 5

# Thresholds of the search without a mentioned subject, set on tests/fixtures/vragen_dev.yml.
_MIN_SCORE = 0.22

_MIN_DEKKING = 0.62

_KEUZE_VERSCHIL = 0.9

#: Where to turn with what the sources do not hold: the provider with a programme, somebody who can think along with the rest.
_VERWIJS_PROGRAMMA, _VERWIJS_ANDERS = "aanbieder", "ggd"

#: The topic of a statement that tells what kind of research the evidence for an element is.
METHODE = "methode"

# Fixed phrases about ourselves.
_NIET_GEVONDEN = "Op die vraag vind ik geen antwoord in mijn bronnen."

_WEL_DICHTBIJ = "Dit komt het dichtst in de buurt:"

VERDER = "Zullen we verdergaan met de check, of heb je een andere vraag?"

TWEE_KANTEN = "De bronnen zijn hier niet eenduidig:"

WAAR = "Dat staat hier:"

_NIETS_GEZEGD = "Ik heb nog niets verteld waar een bron bij hoort. Stel gerust een vraag."

_BEDOEL = "Bedoel je **{een}** of **{ander}**?"

_KIJK_BIJ = "Je kunt hier verder kijken:"


class Regelantwoord:
    """One question with what it names, and the answer by the first rule that applies."""

    def __init__(self, kennis: Kennis, vraag: Vraag) -> None:
        self.kb, self.index, self.kennis = kennis.kb, kennis.index, kennis
        self.vraag = vraag
        self.aspect = aspect(vraag.tekst, vraag.intent)
        self.eis = eis(vraag.tekst)
        self.terug = wijst_terug(vraag.tekst)
        self._mentions()

    def _mentions(self) -> None:
        kb, vraag = self.kb, self.vraag
        self.elementen = [e for e in vraag.elementen if e in kb.elementen]
        self.begrippen = [b for b in vraag.begrippen if b in kb.begrippen]
        self.interventies = [i for i in vraag.interventies if i in kb.interventies]
        unknown = [i for i in vraag.interventies if i not in kb.interventies]
        authors = self.kennis.auteurs
        self.onbekend_programma = next(
            (i for i in unknown if not self.kennis.namen.in_tekst(i) and not authors.issuperset(woorden(i))), None
        )
        self.begrippen += [b for i in unknown for b in self.kennis.namen.in_tekst(i) if b in kb.begrippen]
        if not (self.elementen or self.begrippen or self.interventies):
            for id in self.kennis.namen.in_tekst(vraag.tekst):
                kind = (
                    self.elementen
                    if id in kb.elementen
                    else self.begrippen
                    if id in kb.begrippen
                    else self.interventies
                )
                kind.append(id)
        self.los = {}
        self.alle = not self.interventies and self._bedoelt_alle()
        if self.alle:
            self.interventies = self._alle_programmas()
        self.los = self.kennis.namen.los_in_tekst(vraag.tekst)
        self.begrippen += [b for b in self.los if b in kb.begrippen and b not in self.begrippen]
        self.elementen += [e for e in self.los if e in kb.elementen and e not in self.elementen and not self.elementen]
        named = [*self.elementen, *self.begrippen]
        if (
            "duur" in self.elementen
            and len(named) > 1
            and re.search(r"(?<![a-z])(?:hoe ?lang|duur\w*)", plat(vraag.tekst))
        ):
            self.elementen.remove("duur")  # the question, and not its subject
        if "kuiper_bannink" in self.begrippen and len(named) > 1:
            self.begrippen.remove("kuiper_bannink")  # who says it, and not what it is about
        telling = [b for b in self.begrippen if not self._algemeen(b)]
        if telling or self.elementen:
            self.begrippen = telling
        self._namen_stammen = self._stammen_van_namen()

    def _bedoelt_alle(self) -> bool:
        """Whether a question is about all described programmes, also as a follow-up on an answer about all of them."""
        if not self.kb.interventies or self._genoemde_studies():
            return False
        if bedoelt_andere(self.vraag.tekst):
            return self.vraag.vorig_onderwerp in self.kb.interventies and bool(self._vorige_ids())
        if bedoelt_alle(self.vraag.tekst):
            return not self._ander_begrip()
        told = {self.kb.eigenaar[id] for id in self._vorige_ids()} & self.kb.interventies.keys()
        about_all = self.vraag.vorig_onderwerp == ALLE_PROGRAMMAS and len(told) > 1
        return about_all and self.terug and len(plat(self.vraag.tekst).split()) <= 5

    def _ander_begrip(self) -> bool:
        """Whether a concept is named beside the programmes, so that the question is about that."""
        about_us = (
            "beschreven_interventies",
            "interventie",
            "doel_keuzehulp",
            "keuzehulp",
            "trimbos_rapport",
            "drie_typen_elementen",
        )
        return any(b not in about_us and not self._algemeen(b) for b in self.begrippen)

    def _alle_programmas(self) -> list[str]:
        """The described programmes; for "en de andere?" those that were not just told of."""
        others = bedoelt_andere(self.vraag.tekst)
        return [i for i in self.kb.interventies if not (others and i == self.vraag.vorig_onderwerp)]

    def _vorige_ids(self) -> list[str]:
        return [id for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]

    def _algemeen(self, begrip: str) -> bool:
        """Whether a concept is named by an everyday word of this field only ("interventie", "onderzoek")."""
        if begrip in self.los:
            return False
        said = {stam(w) for w in woorden(self.vraag.tekst)}
        names = [
            [stam(w) for w in woorden(n) if w not in VOEGWOORDEN]
            for n in (self.kb.begrippen[begrip].naam, *self.kb.begrippen[begrip].synoniemen)
        ]
        named = [n for n in names if said.issuperset(n)]
        return all(is_generiek(n[0]) for n in named if len(n) == 1) and all(len(n) == 1 for n in named)

    def _stammen_van_namen(self) -> frozenset[str]:
        ids = (*self.elementen, *self.begrippen, *self.interventies)
        return frozenset().union(*(self.index.naamstammen(id) for id in ids))

    def _genoemd_onderwerp(self) -> tuple[str, ...]:
        return (*self.elementen, *self.begrippen, *self.interventies)

    @cached_property
    def vreemd(self) -> Vreemd:
        """The words of the question that the sources do not know."""
        return vreemd(self.index, self.vraag.tekst)

    @cached_property
    def regels(self) -> Antwoord:
        """What the rules alone would answer."""
        return self._volgens_regels()

    def _volgens_regels(self) -> Antwoord:
        """The answer by the first rule that applies."""
        decided = self.soort_onderzoek or self.basis or self.vaste_route
        if decided is not None:
            return decided
        if self._vraagt_bron():
            return self._bronnen()
        limit = self._grens()
        if limit is not None:
            return limit
        if self.alle:
            return self._over_alle()
        if len(self.interventies) >= 2:
            return self._naast_elkaar()
        again = self._weer_grens()
        if again is not None:
            return again
        more = self._meer()
        if more is not None:
            return more
        if self._noemt_docent():
            return self._keuze(*DOCENTKEUZE)
        bare = self._kaal_hoeveel()
        if bare is not None:
            return bare
        weighed = self._beter_dan() or self.paar
        if weighed is not None:
            return weighed
        if self.genoemd_percentage is not None:
            return self.genoemd_percentage
        amount = self._hoeveelheid()
        if amount is not None:
            return self._van_de_soort(amount)
        subject = self._onderwerp()
        found = self._over(subject) if subject is not None else self._zoek()
        return self._van_de_soort(self._met_getal(found))

    def _met_lijst(self, found: Antwoord, ding: str) -> Antwoord:
        """Which ones there are in an intervention: only a statement that goes on to list them answers that."""
        if (
            found.onderwerp not in self.kb.interventies
            or is_kenmerk(ding)
            or self._overzicht()
            or is_generiek(stam(ding))
        ):
            return found
        statements = [self.kb.uitspraken[id] for id in found.regels]
        if any(somt_op(ding, s) for s in statements):
            return found
        return self._niet_gevonden(statements, found.onderwerp)

    def _met_reden(self, found: Antwoord) -> Antwoord:
        """The descriptions of interventions give few reasons: a question for one needs a statement that gives one."""
        statements = [self.kb.uitspraken[id] for id in found.regels]
        if found.onderwerp not in self.kb.interventies or any(geeft_reden(s) for s in statements):
            return found
        return self._niet_gevonden(statements, found.onderwerp)

    def _kaal_hoeveel(self) -> Antwoord | None:
        """ "Hoeveel precies?" is about what was just told: its amounts, if there were any."""
        if not re.fullmatch(KAAL_HOEVEEL, plat(self.vraag.tekst)) or not self.vraag.vorige_uitspraken:
            return None
        told = [self.kb.uitspraken[id] for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]
        subject = self.vraag.vorig_onderwerp
        counted = [s for s in told[:1] if s.cijfers]
        if re.search(r"vaak|procent|percentage", plat(self.vraag.tekst)):
            every = self._alle(subject) if subject in self.kb.elementen else []
            shares = [s for s in (*told, *every) if any("%" in c for c in s.cijfers)]
            counted = uniek(shares)[:2]
        if counted and subject:
            return self._klaar(counted, subject)
        return self._niet_gevonden(told[:1], subject) if subject in self.kb.interventies else None

    def _noemt_element(self, statement: Uitspraak) -> bool:
        """Whether a share is that of the element asked about; a statement of the element itself needs not name it."""
        if self.eis is None or self.eis.soort != AANDEEL or not self.elementen:
            return True
        return self._gaat_over_element(statement)

    def _gaat_over_element(self, statement: Uitspraak) -> bool:
        """Whether a statement is one of an element asked about, or names it."""
        if self.kb.eigenaar[statement.id] in self.elementen:
            return True
        said = set(self.index.ontleed(statement.tekst))
        elements = (self.kb.elementen[e] for e in self.elementen)
        return any(said.issuperset(self.index.ontleed(n)) for e in elements for n in (e.naam, *e.synoniemen))

    def _beter_dan(self) -> Antwoord | None:
        """Two elements weighed against each other: only a statement that speaks of both may answer that."""
        if len(self.elementen) < 2 or self.interventies or not re.search(BETER_DAN, plat(self.vraag.tekst)):
            return None
        first, second = self.elementen[:2]
        names = [set(self.index.ontleed(self.kb.naam(e))) for e in (first, second)]
        pool = [*self._alle(first), *self._alle(second)]
        both = [s for s in pool if all(n <= set(self.index.ontleed(s.tekst)) for n in names)]
        near = [*self._kern_en_bewijs(first)[-1:], *self._kern_en_bewijs(second)[-1:]]
        return None if both else self._niet_gevonden(near, first)

    def _eigen_namen(self, subject: str | None) -> set[str]:
        """The words that name an intervention or a concept on their own ("PAD", "kanjerles" not)."""
        value = self.kb.interventies.get(subject or "") or self.kb.begrippen.get(subject or "")
        if value is None:
            return set()
        alone = (woorden(n) for n in value.synoniemen)
        return {*woorden(value.naam), *(n[0] for n in alone if len(n) == 1)}

    def _meer(self) -> Antwoord | None:
        """The statements on the last subject that were not said yet, when the question is for the rest."""
        asked = self.vraag.intent == "more" or re.search(VERTEL_MEER, plat(self.vraag.tekst))
        named = [*self.interventies, *self.elementen, *self.begrippen]
        subject = named[0] if named else self._uit_gesprek()
        if not asked or self._inhoud() or subject is None or not self.vraag.vorige_uitspraken:
            return None
        said = {self.kb.uitspraken[id].tekst for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken}
        rest = [s for s in self._alle(subject) if s.tekst not in said and not s.id.endswith(".voorbeeld")]
        if subject in self.kb.interventies:
            rest = [s for s in rest if ".codering." not in s.id] or rest
        return self._klaar(uniek(rest)[:3], subject) if rest else None

    def _noemt_docent(self) -> bool:
        """Whether a question is about "the teacher" and says no more: two elements are."""
        if self.interventies or not all(id in self.kb.elementen for id in DOCENTKEUZE):
            return False
        other = set(self.elementen) - set(DOCENTKEUZE) or set(self.begrippen) - {"trimbos_rapport", "keuzehulp"}
        return not other and not self._inhoud() and re.search(DE_DOCENT, plat(self.vraag.tekst)) is not None

    def _van_de_soort(self, found: Antwoord) -> Antwoord:
        """The answer, if it holds the kind of thing that is asked for; else what does; else that it is not there."""
        asked = self.eis
        if asked is None or found.soort != ANTWOORD:
            return found
        if asked.soort == LIJST:
            return self._met_lijst(found, asked.ding)
        if asked.soort == REDEN:
            return self._met_reden(found)
        if asked.soort == DUUR_GEVRAAGD and found.onderwerp == "duur":
            return found  # how long is best: a matter of evidence, not of an amount
        if asked.ding in self._eigen_namen(found.onderwerp):
            asked = replace(asked, ding="")
        statements = [self.kb.uitspraken[id] for id in found.regels]
        authors = self.kennis.auteurs
        if any(self._noemt_element(s) for s in houdt(asked, statements, authors, self.vraag.tekst)):
            return found
        subject = found.onderwerp or ""
        fitting = houdt(asked, self._alle(subject), authors, self.vraag.tekst)
        fitting = [s for s in fitting if self._gaat_over(s) and self._telt(s) and self._noemt_element(s)]
        if fitting and (asked.ding or asked.soort == AANDEEL):
            return self._klaar(self._beste(fitting, 2), subject)
        return self._niet_gevonden(statements, found.onderwerp)

    def _hoeveelheid(self) -> Antwoord | None:
        """The statement that gives the amount of what is counted, whichever subject it stands under."""
        if self.interventies or self.terug or not re.search(GETELD_WOORD, plat(self.vraag.tekst)):
            return None
        scores = self.index.scores(self.vraag.tekst)
        named = (*self.elementen, *self.begrippen)
        fits: dict[str, float] = {}
        for id, score in scores.items():
            statement, owner = self.kb.uitspraken[id], self.kb.eigenaar[id]
            if not statement.cijfers or owner in self.kb.interventies or not self._telt(statement):
                continue
            fits[id] = score + (0.25 if owner in named else 0.0) - (0.2 if ".voorbehoud." in id else 0.0)
        if not fits or max(fits.values()) < 0.22:
            return None
        bar = max(0.22, 0.75 * max(fits.values()))
        good = sorted((id for id in fits if fits[id] >= bar), key=lambda id: -fits[id])
        owners = list(dict.fromkeys(self.kb.eigenaar[id] for id in good))[:3]
        whole = [o for o in owners if self._hele_dekking(o)]
        if not whole:
            return None
        owner = whole[0]
        mine = sorted((id for id in fits if self.kb.eigenaar[id] == owner), key=lambda id: -fits[id])
        lines = [self.kb.uitspraken[id] for id in mine if ".voorbehoud." not in id][:3] or [self.kb.uitspraken[mine[0]]]
        caveats = self.kb.elementen[owner].voorbehoud if owner in self.kb.elementen else ()
        figures = {c for s in lines for c in s.cijfers}
        return self._klaar(uniek([*lines, *[s for s in caveats if set(s.cijfers) & figures][:1]]), owner)

    @cached_property
    def genoemd_percentage(self) -> Antwoord | None:
        """What a percentage in the question is about: the statements that hold it, or that no source does."""
        asked = percentages(self.vraag.tekst)
        if not asked:
            return None
        holding = [s for s in map(self.kb.uitspraken.get, self.index.ids) if s and asked <= percentages(s.tekst)]
        named = [s for s in holding if self.kb.eigenaar[s.id] in self._genoemd_onderwerp()]
        if not holding:
            # In a longer message it may be a figure of the school itself.
            return self._niet_gevonden() if len(self.vraag.tekst.split()) <= _KORTE_VRAAG else None
        best = self._beste(named or holding, 3)
        return self._klaar(best, self.kb.eigenaar[best[0].id])

    @cached_property
    def basis(self) -> Antwoord | None:
        """The evidence for the open question, or for the element named, when the question is what that rests on."""
        text = plat(self.vraag.tekst)
        if not re.search(BASIS, text) or self.interventies:
            return None
        asked = (
            self.vraag.open_element if re.search(r"(?<![a-z])(?:de|deze|die|jouw|je) vraag(?![a-z])", text) else None
        )
        subject = next((e for e in (*self.elementen, asked) if e in self.kb.elementen), None)
        return self._bewijs(self.kb.elementen[subject]) if subject else None

    @cached_property
    def vaste_route(self) -> Antwoord | None:
        """The statements of a concept that answer a question asked in known words."""
        found = next((route for route in VASTE_ROUTES if re.search(route[0], plat(self.vraag.tekst))), None)
        if found is None or self.interventies or found[1] not in self.kb.begrippen:
            return None
        _, concept, subjects, count = found
        lines = [s for subject in subjects for s in self.kb.begrippen[concept].uitspraken if s.onderwerp == subject]
        return self._klaar(lines[:count], concept) if lines else None

    def _hele_dekking(self, owner: str) -> bool:
        """Whether a subject holds nearly all that the question says, and nothing in it is foreign to the subject."""
        covered = self.index.dekking(self.vraag.tekst, self.index.eigenaar_stammen[owner])
        return covered >= 0.75 and self._gedekt(owner)

    def _weer_grens(self) -> Antwoord | None:
        """A short follow-up on a refusal or a trap ("en bij PAD?") gets the same answer."""
        previous = self.vraag.vorig_onderwerp
        if not (self.terug and self._kort()) or self.elementen or self.begrippen or self._inhoud():
            return None
        if previous in self.kb.buiten_bronnen:
            return self._buiten(previous)
        return self._valkuil(previous) if previous in self.kb.valkuilen else None

    def _met_getal(self, found: Antwoord) -> Antwoord:
        """Who asks for an amount gets an amount, or hears that it is not there."""
        if found.soort != ANTWOORD or not re.search(HOEVEEL, plat(self.vraag.tekst)):
            return found
        statements = [self.kb.uitspraken[id] for id in found.regels]
        if found.onderwerp in self.kb.elementen and "hoe lang" in plat(self.vraag.tekst):
            return found  # an element is long or short by evidence, not by an amount
        if any(s.cijfers and self._telt(s) and self._gaat_over(s) for s in statements):
            return found
        if found.onderwerp in self.kb.interventies or found.onderwerp in self.kb.begrippen:
            others = [s for s in self._alle(str(found.onderwerp)) if s.cijfers and self._telt(s) and self._gaat_over(s)]
            if others:
                return self._klaar(self._beste(others, 2), str(found.onderwerp))
        return self._niet_gevonden(statements, found.onderwerp)

    def _vraagt_bron(self) -> bool:
        named = self.elementen or self.begrippen or self.interventies
        if not named and re.fullmatch(KALE_BRON, plat(self.vraag.tekst)):
            return True
        if re.match(WIE_ZEGT_DAT, plat(self.vraag.tekst)) and self.vraag.vorige_uitspraken:
            return True
        if self.eis is not None and self.eis.soort == MAKER:
            return False
        return self.aspect == BRON and not named and bool(self.vraag.vorige_uitspraken or not self._inhoud())

    def _inhoud(self) -> list[str]:
        """The words of the question that say something particular beside the names in it."""
        return [
            word
            for word, known in self.index.ontleed_woorden(self.vraag.tekst)
            if not is_generiek(stam(word)) and not (known and self._namen_stammen.issuperset(known))
        ]

    def _grens(self) -> Antwoord | None:
        subjects = (*self.interventies,)
        if not subjects and self.terug and self.vraag.vorig_onderwerp in self.kb.interventies:
            subjects = (str(self.vraag.vorig_onderwerp),)
        found = self.kennis.grenzen.van(omgeving(self.vraag.tekst, tuple(self.elementen), subjects))
        if (
            self.onbekend_programma
            and (found is None or found[0] != BUITEN)
            and "niet_beschreven_programma" in self.kb.buiten_bronnen
        ):
            found = (BUITEN, "niet_beschreven_programma")
        text = plat(self.vraag.tekst)
        if (
            found is not None
            and found[0] != BUITEN
            and re.match(VRAAGT_WAT, text)
            and not re.search(TREKT_CONCLUSIE, text)
        ):
            return None
        if found is None or (found[1] == "een_leerling" and self._noemt_kuiper()):
            return None
        return self._buiten(found[1]) if found[0] == BUITEN else self._valkuil(found[1])

    def _noemt_kuiper(self) -> bool:
        """Whether a concept of Kuiper and Bannink is named: they speak of "a child", and no one child is meant."""
        named = (s for b in self.begrippen for s in self.kb.begrippen[b].uitspraken[:1])
        any_child = re.search(
            r"(?<![a-z])(?:mijn|onze|deze|die|zij|hij|haar|hem|uit|[1-6][a-z])(?![a-z])", plat(self.vraag.tekst)
        )
        return any_child is None and any(c.bron == "K" for s in named for c in s.bronnen)

    def _gaat_over(self, statement: Uitspraak) -> bool:
        """Whether a statement holds one of the particular words beside what is counted ("uur … de opleiding")."""
        counted = re.search(GETELD_WOORD, plat(self.vraag.tekst))
        noun = counted.group(1) if counted else ""
        verbs = ("kost", "kosten", "duurt", "duurde", "duurden", "duren", "duur", "blijft", noun)
        asked = {stem for w in self._inhoud() if w not in verbs for stem in self.index.ontleed(w)}
        studies = " ".join(self.kb.studies[c.studie].naam for c in statement.bronnen if c.studie)
        return not asked or bool(asked & set(self.index.ontleed(f"{statement.tekst} {studies}")))

    def _telt(self, statement: Uitspraak) -> bool:
        """Whether a statement gives an amount of what is counted ("hoeveel lessen": "161 klassikale lessen")."""
        counted = re.search(GETELD_WOORD, plat(self.vraag.tekst))
        if counted and counted.group(1) in ("procent", "percentage"):
            return any("%" in c or "procent" in c for c in statement.cijfers)
        if counted and re.search(MEEDOEN, plat(self.vraag.tekst)):
            people = r"\d+ (?:\w+ )?(?:kinderen|leerlingen|jongeren|deelnemers|docenten|mensen)"
            return re.search(people, vouw(statement.tekst)) is not None
        if counted is None or (is_stopwoord(counted.group(1)) and not counted.group(0).startswith("hoe oud")):
            return True
        noun = "jaar" if counted.group(0).startswith("hoe oud") else counted.group(1)
        words = {noun, *(w for group in GETELD if noun in group for w in group)}
        stems = {stam(w) for w in words}
        figures = {w for c in statement.cijfers if "%" not in c for w in woorden(c)}  # a share is no count
        return any(
            word in figures
            and any(
                stam(n) in stems
                or (len(n) > 4 and noun.endswith(n))
                or (len(noun) > 3 and stam(n).endswith(stam(noun)))
                for n in near
            )
            for word, near in _met_vervolg(statement.tekst)
        )

    # -- refusals and traps ------------------------------------------------------------------------------

    def _buiten(self, id: str, found: Iterable[Uitspraak] = ()) -> Antwoord:
        topic = self.kb.buiten_bronnen[id]
        near = uniek([*found, *self._beste(topic.dichtbij, 2)])[:2]
        parts = [topic.antwoord, *(zin(self.kb, s) for s in near), self._verwijs(topic.verwijzing)]
        parts.append(VERDER)
        return Antwoord(alineas(parts), BUITEN_SOORT, _ids(near), id, verwijzing=topic.verwijzing or None)

    def _verwijs(self, id: str) -> str:
        place = self.kb.verwijzingen.get(id)
        if place is None:
            return ""
        return f"{place.tekst} {_KIJK_BIJ} [{place.naam}]({place.url})" if place.url else place.tekst

    def _valkuil(self, id: str) -> Antwoord:
        lines = self.kb.valkuilen[id].antwoord[:MEEST]
        return self._klaar(lines, id, VALKUIL_SOORT)

    def _niet_gevonden(self, near: Iterable[Uitspraak] = (), subject: str | None = None) -> Antwoord:
        lines = list(near)[:2]
        parts = [_NIET_GEVONDEN]
        if lines:
            parts += [_WEL_DICHTBIJ, *(zin(self.kb, s) for s in lines)]
        parts += [self._verwijs(_VERWIJS_PROGRAMMA if self.interventies else _VERWIJS_ANDERS), VERDER]
        return Antwoord(alineas(parts), NIET_GEVONDEN, _ids(lines), subject)

    # -- the source of the last answer -------------------------------------------------------------------

    def _bronnen(self) -> Antwoord:
        statements = [self.kb.uitspraken[id] for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]
        if not statements:
            subject = self.vraag.vorig_onderwerp or self.vraag.open_element
            if subject is None:
                return Antwoord(_NIETS_GEZEGD, NIET_GEVONDEN)
            statements = list(self._kern(subject))
        lines = []
        for cited in dict.fromkeys(c for s in statements for c in s.bronnen):
            title = self.kb.bronnen[cited.bron].secties.get(cited.par, "")
            shown = toon_bron(self.kb, [cited])
            lines.append(f"- {shown}: ‘{title}’" if title else f"- {shown}")
        return Antwoord("\n".join([WAAR, *lines]), ANTWOORD, _ids(statements), self.vraag.vorig_onderwerp)

    def _kern(self, subject: str) -> tuple[Uitspraak, ...]:
        element = self.kb.elementen.get(subject)
        if element is not None:
            return tuple(s for s in (element.definitie, element.waarom) if s)
        if subject in self.kb.begrippen:
            return self.kb.begrippen[subject].uitspraken[:2]
        if subject in self.kb.interventies:
            return (self.kb.interventies[subject].beschrijving,)
        return ()

    # -- subject -----------------------------------------------------------------------------------------

    def _onderwerp(self) -> str | tuple[str, str] | None:
        """The id that is asked about; a pair of ids for an element in a described intervention."""
        previous = self.vraag.vorig_onderwerp
        route = self._route() or self._studie_bij_vorig() or self._van_kuiper()
        if route is not None:
            return route
        if self._over_docent():
            return self._van_programma()[0], DOCENTKEUZE[0]
        if self.interventies:
            chosen = self.kb.interventies[self.interventies[0]]
            coded = [c for e in self.elementen if (c := self._gecodeerd(e, chosen))]
            leans = self._kort() and (self.terug or not self._overzicht())
            carried = self._een_van(coded) or (self._vorig_element() if leans else None)
            return (chosen.id, carried) if carried in chosen.codering and carried else chosen.id
        if previous in self.kb.interventies and self._kort() and self.terug:
            coded = [e for e in self.elementen if e in self.kb.interventies[previous].codering]
            if coded:
                return previous, coded[0]
            if not self._inhoud() or self._kenmerk(self.kb.interventies[previous]):
                return previous
        if self.terug and not self._inhoud() and not self.elementen and (carried_on := self._uit_gesprek()):
            return carried_on
        listed = self._lijst_elders()
        if listed is not None:
            return listed
        named = self._een_van([*self.elementen, *self.begrippen])
        if named:
            return self._beter_onderwerp(named)
        if self._inhoud():
            return None
        return self._uit_gesprek()

    def _lijst_elders(self) -> str | None:
        """The concept that lists what is asked of a subject, where the list does not stand with the subject itself."""
        if self.eis is None or self.eis.soort != LIJST:
            return None
        for subject, (listed, asked) in LIJST_VAN.items():
            named = subject in self.elementen or subject in self.begrippen
            if named and listed in self.kb.begrippen and re.fullmatch(asked, self.eis.ding):
                return listed
        return None

    def _route(self) -> str | None:
        """The concept that a way of saying stands for; "en hoe sterk is dat bewijs?" is about the element just told of."""
        text = plat(self.vraag.tekst)
        found = next((id for pattern, id in ROUTES if re.search(pattern, text)), None)
        carried = found == "knelpunten" and text.startswith("en ") and self.vraag.vorig_onderwerp in self.kb.elementen
        named = self.interventies or (found == "knelpunten" and self.elementen)
        return found if found in self.kb.begrippen and not named and not carried else None

    def _studie_bij_vorig(self) -> str | None:
        """ "En bij Mertens?" after an element: what that study says of the element."""
        previous, studies = self.vraag.vorig_onderwerp, self._genoemde_studies()
        if previous not in self.kb.elementen or not (studies and self.terug and self._kort()) or self.elementen:
            return None
        return previous if any(c.studie in studies for s in self._alle(str(previous)) for c in s.bronnen) else None

    def _van_kuiper(self) -> str | None:
        """What Kuiper and Bannink say of something: the concept of theirs that holds it."""
        if self.begrippen != ["kuiper_bannink"] or self.elementen or self.interventies or not self._inhoud():
            return None
        asked = {p for w in self._inhoud() for p in self.index.ontleed(w)}
        for hit in self.index.zoek(" ".join(self._inhoud()), 10):
            theirs = any(c.bron == "K" for c in hit.uitspraak.bronnen) and hit.eigenaar in self.kb.begrippen
            if theirs and asked & set(self.index.ontleed(hit.uitspraak.tekst)):
                return hit.eigenaar
        return None

    def _beter_onderwerp(self, named: str) -> str:
        """The mentioned subject, unless another one holds clearly more of what the question says."""
        stems = self.index.eigenaar_stammen
        text = self.vraag.tekst
        mine = self.index.dekking(text, stems[named])
        if mine >= _MIN_DEKKING:
            return named
        for hit in self.index.zoek(text, 5):
            other = self.index.dekking(text, stems[hit.eigenaar])
            known = hit.eigenaar not in self.kb.interventies and self._bestaat(hit.eigenaar)
            if known and other >= max(mine + 0.3, _MIN_DEKKING) and hit.score > (0.25 if mine > 0.3 else 0.18):
                return hit.eigenaar
        return named

    def _gecodeerd(self, element: str, interventie: Interventie) -> str | None:
        """The element itself when the description is coded on it, else the one that names it as a form ("rollenspel")."""
        if element in interventie.codering:
            return element
        name = vouw(self.kb.elementen[element].naam)
        wider = (e.id for e in self.kb.gevraagd if name in (vouw(w) for w in e.synoniemen))
        return next((e for e in wider if e in interventie.codering), None)

    def _uit_gesprek(self) -> str | None:
        open_element, previous = self.vraag.open_element, self.vraag.vorig_onderwerp
        about_question = re.search(
            r"(?<![a-z])(vraag|vragen|vraagt|bedoel\w*|begrijp\w*|snap\w*)(?![a-z])", plat(self.vraag.tekst)
        )
        order = (open_element, previous) if about_question or self.aspect == WAAROM else (previous, open_element)
        return next((id for id in order if id and self._bestaat(id)), None)

    def _bestaat(self, id: str) -> bool:
        return id in self.kb.elementen or id in self.kb.begrippen or id in self.kb.interventies

    def _vorig_element(self) -> str | None:
        """The element that the previous answer was about, also when it was about an intervention's coding of it."""
        previous = self.vraag.vorig_onderwerp
        if previous in self.kb.elementen:
            return previous
        for id in self.vraag.vorige_uitspraken:
            match = re.search(r"\.codering\.(\w+)$", id)
            if match:
                return match.group(1)
        return None

    def _kort(self) -> bool:
        """Whether the question itself says little besides its mentions, so that the previous one carries it."""
        words = plat(self.vraag.tekst).split()
        return len(words) <= (8 if words[:1] == ["en"] else 6) and not (self.elementen and self.begrippen)

    def _een_van(self, ids: list[str]) -> str | None:
        """The id of several that the question fits best; the first one when it fits them alike."""
        if len(ids) < 2:
            return ids[0] if ids else None
        scores = self.index.scores(self.vraag.tekst)

        def fit(id: str) -> float:
            owned = [v for s, v in scores.items() if self.kb.eigenaar[s] == id]
            covered = self.index.dekking(self.vraag.tekst, self.index.eigenaar_stammen[id])
            favour = (
                0.5 if id in self.kb.elementen and self.aspect in (BEWIJS, VOORBEELD, WAAROM, DEFINITIE, GETAL) else 0.0
            )
            return max(owned, default=0.0) + covered / 2 + favour + 0.3 * min(self.los.get(id, 1) - 1, 1)

        return max(ids, key=lambda id: (round(fit(id), 2), -ids.index(id)))

    # -- answers about a subject -------------------------------------------------------------------------

    def _over(self, subject: str | tuple[str, str]) -> Antwoord:
        if isinstance(subject, tuple):
            return self._in_interventie(*subject)
        if not self._gedekt(subject):
            other = self._wel_gedekt()
            if other is not None:
                return self._over(other)
            return self._niet_gevonden(self._beste(self._alle(subject), 2), subject)
        if subject in self.kb.interventies:
            return self._over_interventie(self.kb.interventies[subject])
        other = self._ander(subject)
        if other is not None:
            return self._twee(subject, other)
        if subject in self.kb.elementen:
            return self._over_element(self.kb.elementen[subject])
        return self._over_begrip(self.kb.begrippen[subject])

    def _ander(self, subject: str) -> str | None:
        """A second subject when the question is about two of them."""
        others = [id for id in (*self.elementen, *self.begrippen) if id != subject]
        return others[0] if others and self.aspect == VERGELIJK else None

    def _wel_gedekt(self) -> str | None:
        """An element or concept whose statements hold all that the question says, when the mentioned one does not."""
        stems = self.index.eigenaar_stammen
        for hit in self.index.zoek(self.vraag.tekst, 8):
            known = hit.eigenaar in self.kb.elementen or hit.eigenaar in self.kb.begrippen
            full = known and self.index.dekking(self.vraag.tekst, stems[hit.eigenaar]) >= 0.95
            if full and hit.score > 0.25 and self._gedekt(hit.eigenaar):
                return hit.eigenaar
        return None

    def _gedekt(self, subject: str) -> bool:
        """Whether the statements of a subject hold what the question turns on."""
        strange = self.vreemd
        lists = self.eis is not None and self.eis.soort == LIJST
        unknown = [
            w for w in (*strange.kern, *strange.los) if not (lists and w in LIJSTWOORDEN) and w not in NIETSZEGGEND
        ]
        if unknown or self._vreemd_jaar(subject):
            return False
        foreign = elders(self.index, self.vraag.tekst, self.index.eigenaar_stammen[subject] | self._genoemd())
        if self.eis is not None and self.eis.soort == DUUR_GEVRAAGD:
            foreign = [w for w in foreign if not w.startswith(("duur", "duren"))]
        if self.eis is not None and self.eis.soort == LIJST:
            foreign = [w for w in foreign if w not in TELWOORDEN and w not in LIJSTWOORDEN]
        foreign = [w for w in foreign if w not in NIETSZEGGEND]
        if subject in self.kb.interventies and re.search(OORDEEL, plat(self.vraag.tekst)):
            return False
        if subject in self.kb.elementen and re.search(WELKE_HET_BEST, plat(self.vraag.tekst)):
            return False
        if subject in self.kb.interventies:
            foreign = [w for w in foreign if not is_kenmerk(w)]
        if foreign:
            return False
        if re.search(MENING, plat(self.vraag.tekst)) or re.search(RANGTELWOORD, plat(self.vraag.tekst)):
            return False
        return self._studie_klopt(subject)

    def _vreemd_jaar(self, subject: str) -> bool:
        """Whether the question names a year that no study of the subject is of, and no statement names."""
        years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.vraag.tekst)
        told = " ".join(f"{s.tekst} {' '.join(c.studie for c in s.bronnen)}" for s in self._alle(subject))
        return any(year not in told for year in years)

    def _genoemd(self) -> frozenset[str]:
        """The stems of the names of everything that is mentioned."""
        ids = (*self.elementen, *self.begrippen, *self.interventies)
        return frozenset(stem for id in ids for stem in self.index.ontleed(self.kb.naam(id)))

    def _alleen_kuiper(self, statements: list[Uitspraak]) -> list[Uitspraak]:
        """When the question is about Kuiper & Bannink: only statements of theirs, if there are any."""
        if not re.search(r"(?<![a-z])(?:kuiper|bannink)(?![a-z])", plat(self.vraag.tekst)):
            return statements
        return [s for s in statements if any(c.bron == "K" for c in s.bronnen)] or statements

    def _studie_klopt(self, subject: str) -> bool:
        studies = self._genoemde_studies()
        if not studies or any(c.studie in studies for s in self._alle(subject) for c in s.bronnen):
            return True
        said = {w for id in studies for w in id.split("_")[:-1]}
        return any(stam(w) in self.index.eigenaar_stammen[subject] for w in said)

    def _genoemde_studies(self) -> set[str]:
        said = set(plat(self.vraag.tekst).split()) - {"kuiper", "bannink"}
        capital = {w for name in re.findall(r"(?<!^)(?<!\w)[A-Z]\w\w(?!\w)", self.vraag.tekst) for w in woorden(name)}
        return {
            id
            for id in self.kb.studies
            if any((len(part) > 3 and part in said) or part in capital for part in id.split("_")[:-1])
        }

    def _alle(self, subject: str) -> list[Uitspraak]:
        return [self.kb.uitspraken[id] for id in self.index.ids if self.kb.eigenaar[id] == subject]

    def _beste(self, statements: Iterable[Uitspraak], count: int) -> list[Uitspraak]:
        """The statements that fit the question best, in their own order; the first ones when none fits."""
        pool = list(statements)
        scores = self._scores_van(pool)
        best = sorted(range(len(pool)), key=lambda i: (-scores[i], i))[:count]
        return [pool[i] for i in sorted(best)]

    def _scores_van(self, pool: list[Uitspraak]) -> list[float]:
        """How well statements fit, also those that the index leaves out: by the words they share, weighed."""
        asked = {p for w, known in self.index.ontleed_woorden(self.vraag.tekst) for p in (known or (w,))}
        scores = self.index.scores(self.vraag.tekst)
        return [scores.get(s.id, 0.0) or self._overlap(asked, s) for s in pool]

    def _overlap(self, asked: set[str], statement: Uitspraak) -> float:
        have = set(self.index.ontleed(statement.tekst))
        total = sum(self.index.gewicht(s) for s in asked)
        return sum(self.index.gewicht(s) for s in asked & have) / total / 2 if total else 0.0

    # elements

    def _over_element(self, element: Element) -> Antwoord:
        theirs = self._alleen_kuiper(self._alle(element.id))
        if len(theirs) < len(self._alle(element.id)):
            return self._klaar(theirs[:3], element.id)
        if self.terug and not self.elementen and self._genoemde_studies():
            return self._bewijs(element)
        if self.aspect == VOORBEELD and element.voorbeeld:
            return self._klaar([element.voorbeeld], element.id)
        if element.getalvraag and re.search(
            r"(?<![a-z])(?:te (?:veel|weinig)|hoe meer (?:\w+ )?oefening\w*|zo ?veel mogelijk)(?![a-z])",
            plat(self.vraag.tekst),
        ):
            return self._getal(element)
        if self.aspect == DEFINITIE or "kenmerk" in plat(self.vraag.tekst):
            features = [s for b in self.kb.begrippen.values() if self._kenmerken_van(b, element) for s in b.uitspraken]
            return self._klaar([element.definitie, *(features or self._passend(element)[:1])][:MEEST], element.id)
        if self.aspect == WAAROM and element.waarom and not self._passend(element):
            return self._klaar([element.waarom], element.id)
        if self.aspect == BRON:
            return self._klaar([element.definitie, *element.bewijs[:3]], element.id)
        if self.aspect == GETAL and not (element.spanning and "hoe lang" in plat(self.vraag.tekst)):
            return self._getal(element)
        if self.aspect in (BEWIJS, WAAROM, GETAL):
            return self._bewijs(element)
        fitting = self._passend(element)
        lines = fitting or [element.definitie, *element.bewijs[:1]]
        return self._klaar(lines[:3], element.id)

    def _kenmerken_van(self, begrip: Begrip, element: Element) -> bool:
        """Whether a concept lists the features of an element."""
        return "kenmerken" in vouw(begrip.naam) and element.id in begrip.zie_ook

    def _passend(self, element: Element) -> list[Uitspraak]:
        """Statements of the element that hold particular words of the question beside its name."""
        own = {p for w in (element.naam, *element.synoniemen) for p in self.index.ontleed(w)}
        asked = {
            p for w, known in self.index.ontleed_woorden(self.vraag.tekst) for p in known if not is_generiek(p)
        } - own
        pool = [s for s in self._alle(element.id) if not s.id.endswith(("definitie", "voorbeeld"))]
        hits = [(len(asked & set(self.index.ontleed(s.tekst))), s) for s in pool]
        best = max((n for n, _ in hits), default=0)
        return [s for n, s in hits if n == best][:3] if best else []

    def _bewijs(self, element: Element) -> Antwoord:
        studies = self._genoemde_studies()
        if studies:
            lines = [s for s in self._alle(element.id) if any(c.studie in studies for c in s.bronnen)]
            said = [self.kb.uitspraken[id] for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]
            if any("%" in c for s in said for c in s.cijfers):
                lines = [s for s in lines if any("%" in c for c in s.cijfers)] or lines
            return self._klaar(self._beste(lines, 3), element.id) if lines else self._niet_gevonden(element.bewijs[:1])
        fitting = self._passend(element)
        if not element.spanning:
            lines = uniek([*element.bewijs[:1], *fitting[:2], *element.bewijs[1:3], *element.voorbehoud[:1]])
            return self._klaar(lines[:4], element.id)
        first = element.spanning[0]
        sides = [s for s in (first.een_kant, first.andere_kant, first.uitleg) if s]
        lines = uniek([*element.bewijs[:1], *fitting[:1], *sides])
        return self._klaar(lines[:MEEST], element.id, intro=TWEE_KANTEN if len(lines) > 2 else "")

    def _getal(self, element: Element) -> Antwoord:
        """Figures: those of the right kind, with the caveat that goes with them; none of that kind is no answer."""
        text = plat(self.vraag.tekst)
        share = re.search(r"(?<![a-z])(procent|percentage|hoe vaak|vaak)(?![a-z])|%", text)
        pool = [s for s in self._alle(element.id) if s.cijfers]
        if share:
            pool = [s for s in pool if any("%" in c or "procent" in c for c in s.cijfers)]
            if not pool and "figuren" in self.kb.buiten_bronnen:
                near = element.bewijs[:1]
                return self._niet_gevonden(near, element.id)
        if not pool:
            return self._niet_gevonden([*self._passend(element), *element.bewijs[:1]], element.id)
        plain = [s for s in pool if ".bewijs." in s.id] or pool
        plain = [s for s in plain if self._telt(s)] or plain
        if not share:
            plain = [s for s in plain if not all("%" in c for c in s.cijfers)] or plain
        lines = self._beste(plain, 2)
        caveat = [s for s in element.voorbehoud if set(s.cijfers) & {c for x in lines for c in x.cijfers}]
        return self._klaar(uniek([*lines, *caveat[:1]]), element.id)

    # concepts

    def _over_begrip(self, begrip: Begrip) -> Antwoord:
        pool = self._alleen_kuiper(list(begrip.uitspraken))
        amount = bool(re.search(HOEVEEL, plat(self.vraag.tekst)))
        if amount:
            pool = [s for s in pool if s.cijfers] or pool
        studies = set() if amount else self._genoemde_studies()
        if studies:
            pool = [s for s in pool if any(c.studie in studies for c in s.bronnen)] or pool
        scores = self._scores_van(pool)
        top = max(scores, default=0.0)
        chosen = [s for s, v in zip(pool, scores, strict=True) if top > 0.2 and v >= 0.55 * top]
        if amount:
            counted = [s for s in pool if self._telt(s)]
            chosen = counted[:4] or self._beste(pool, 4)
        lists = self.eis is not None and self.eis.soort == LIJST and self.aspect in (FEIT, DEFINITIE)
        if lists:
            chosen = self._opsomming(begrip.id, pool)
        elif self.aspect in (DEFINITIE, FEIT, BEWIJS) and pool and not studies:
            chosen = uniek([pool[0], *chosen])
        if len(chosen) < 2:
            chosen = uniek([*chosen, *pool[:3]])
        return self._klaar(chosen[:4], begrip.id)

    def _opsomming(self, subject: str, pool: list[Uitspraak]) -> list[Uitspraak]:
        """The statements of a concept that list something, in their own order; the first ones when all do alike."""
        plain = [s for s in pool if s.onderwerp not in ("voorbehoud", "waarom")] or pool
        best = sorted(plain, key=lambda s: -min(lijstigheid(s), 2))[:4]
        return [s for s in pool if s in best]

    def _twee(self, een: str, ander: str) -> Antwoord:
        lines = [*self._kern_en_bewijs(een), *self._kern_en_bewijs(ander)]
        return self._klaar(uniek(lines)[:MEEST], een)

    def _kern_en_bewijs(self, subject: str) -> list[Uitspraak]:
        """What a subject is and, of an element, what research found first."""
        element = self.kb.elementen.get(subject)
        return [element.definitie, *element.bewijs[:1]] if element else [*self._kern(subject)[:2]]

    @cached_property
    def paar(self) -> Antwoord | None:
        """Two elements or concepts beside each other: what each is and what is known of it."""
        named = [*self.elementen, *self.begrippen]
        if len(named) != 2 or self.interventies or not re.search(NAAST_ELKAAR, plat(self.vraag.tekst)):
            return None
        return self._twee(*named)

    @cached_property
    def soort_onderzoek(self) -> Antwoord | None:
        """What kind of research is behind what was just told, or behind the element that is named."""
        if self.interventies or not re.search(HOE_WETEN, plat(self.vraag.tekst)):
            return None
        told = (self.vraag.vorig_onderwerp,) if self.vraag.vorige_uitspraken else ()
        element = next((self.kb.elementen[id] for id in (*self.elementen, *told) if id in self.kb.elementen), None)
        kinds = [s for s in element.voorbehoud if s.onderwerp == METHODE] if element else []
        return self._klaar([*kinds, *element.bewijs[:1]][:MEEST], element.id) if element and kinds else None

    # interventions

    def _over_interventie(self, interventie: Interventie) -> Antwoord:
        wanted = self._kenmerk(interventie)
        if re.search(STAAT_IN, plat(self.vraag.tekst)):
            return self._niet_gevonden(wanted or [interventie.beschrijving], interventie.id)
        if wanted and self._mist_zelfstandig(wanted):
            return self._niet_gevonden(wanted, interventie.id)
        if wanted:
            return self._klaar(wanted[:3], interventie.id)
        general = [interventie.beschrijving]
        goal = [s for s in interventie.kenmerken if s.onderwerp in ("doel", "inhoud")][:2]
        if interventie.bereik:
            goal.append(interventie.bereik)
        particular = [w for w in self._inhoud() if w not in plat(" ".join(interventie.synoniemen)).split()]
        if (particular or self._omhaal(interventie.id)) and not self._overzicht():
            return self._niet_gevonden(general, interventie.id)
        if self._overzicht() and self.aspect not in (DEFINITIE,):
            return self._klaar([*general, *self._wat_erin_zit(interventie)][:MEEST], interventie.id)
        return self._klaar([*general, *goal], interventie.id)

    def _omhaal(self, subject: str) -> bool:
        """Whether a question says so much beside the name that a description is no answer to it."""
        said = self.kennis.namen.met_teken(self.vraag.tekst, subject).split()
        return len([w for w in said if w not in VOEGWOORDEN and w != "_x"]) > MEESTE_OMHAAL

    def _mist_zelfstandig(self, statements: list[Uitspraak]) -> bool:
        """Whether "welke X" asks for an X that the statements don't name and that is no known characteristic."""
        asked = re.search(r"(?<![a-z])welke? ([a-z]{4,})", plat(self.vraag.tekst))
        if asked is None or is_stopwoord(asked.group(1)) or is_generiek(stam(asked.group(1))):
            return False
        noun = asked.group(1)
        if is_kenmerk(noun):
            return False
        return all(stam(noun) not in self.index.ontleed(s.tekst) for s in statements)

    def _overzicht(self) -> bool:
        return bool(
            re.search(
                r"(?<![a-z])(zit|zitten|bevat|elementen|onderdelen|inhoud|allemaal|past)(?![a-z])",
                plat(self.vraag.tekst),
            )
        )

    def _wat_erin_zit(self, interventie: Interventie) -> list[Uitspraak]:
        whole = [s for s in interventie.kenmerken if s.onderwerp == "elementen"]
        present = [c for e, c in interventie.codering.items() if c.antwoord == "ja" and self.kb.elementen[e].gevraagd]
        return [*(whole or present[:3]), *([interventie.bereik] if interventie.bereik else [])]

    def _kenmerk(self, interventie: Interventie) -> list[Uitspraak]:
        """Characteristics of the intervention that the question names, by their subject or by their words."""
        text = plat(self.vraag.tekst)
        subjects = [s for s, pattern in KENMERKEN if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", text)]
        if not subjects and re.search(r"(?<![a-z])(?:geen|een|die|de) training(?![a-z])", text):
            subjects = ["scholing"]
        if not subjects and re.search(r"(?<![a-z])training(?![a-z])", text) and self.terug:
            subjects = ["scholing"]
        if not subjects and re.search(r"(?<![a-z])(?:langer|korter|langst\w*|kortst\w*)(?![a-z])", text):
            subjects = ["lessen"]
        if self._kort() and (not subjects or re.match(r"(?:en )?hoe ?veel (?:zijn|heeft|hebben|is|krijg\w*) ", text)):
            subjects = self._vorige_kenmerken() or subjects
        found = [s for name in subjects for s in interventie.kenmerken if s.onderwerp == name]
        if "soort" in subjects and "basis" not in subjects:
            found = [interventie.beschrijving, *found]
        if found and self.eis is not None and self.eis.soort == REDEN:
            reasons = [s for s in found if geeft_reden(s)]
            return reasons or found
        if found:
            return self._beste(found, 3) if len(found) > 3 else found
        names = set(self.index.ontleed(" ".join((interventie.naam, *interventie.synoniemen))))
        asked = {
            p
            for w, known in self.index.ontleed_woorden(self.vraag.tekst)
            for p in (known or (w,))
            if not is_generiek(p)
        } - names
        if not asked:
            return []
        pool = [*interventie.kenmerken, *interventie.codering.values()]
        hits = [(len(asked & set(self.index.ontleed(s.tekst))), s) for s in pool]
        best = max(n for n, _ in hits)
        return [s for n, s in hits if n == best][:2] if best and best >= len(asked) / 2 else []

    def _vorige_kenmerken(self) -> list[str]:
        statements = [self.kb.uitspraken[id] for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]
        return list(dict.fromkeys(s.onderwerp for s in statements if ".kenmerken." in s.id and s.onderwerp))

    def _in_interventie(self, interventie_id: str, element: str) -> Antwoord:
        interventie = self.kb.interventies[interventie_id]
        if re.search(STAAT_IN, plat(self.vraag.tekst)) or re.search(OORDEEL, plat(self.vraag.tekst)):
            return self._niet_gevonden([c for c in (interventie.codering.get(element),) if c], interventie_id)
        strange = self.vreemd
        coded = interventie.codering.get(element)
        if strange.kern or coded is None:
            detail = self._kenmerk(interventie)
            return self._niet_gevonden(detail or [interventie.beschrijving], interventie_id)
        if self._over_docent():
            both = [interventie.codering[e] for e in DOCENTKEUZE if e in interventie.codering]
            return self._klaar(both, interventie_id)
        lines: list[Uitspraak] = [coded]
        detail = [s for s in self._kenmerk(interventie) if s is not coded]
        lines = uniek([*detail[:2], coded]) if self.aspect == GETAL and detail else uniek([coded, *detail[:2]])
        if coded.antwoord == "niet_vermeld" and "niet_genoemd_is_afwezig" in self.kb.valkuilen:
            lines.append(self.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[0])
        return self._klaar(lines, interventie_id)

    def _over_docent(self) -> bool:
        """Whether a question on one programme is about the teacher and nothing else: two elements of it are."""
        if len(self._van_programma()) != 1 or set(self.elementen) - set(DOCENTKEUZE) or self.eis is not None:
            return False
        other = [w for w in self._inhoud() if not is_docentwoord(w)]
        return not other and vraagt_docent(self.vraag.tekst)

    def _van_programma(self) -> list[str]:
        """The programmes asked about: those named, else the one that was just told of."""
        if self.interventies or not self.terug:
            return self.interventies
        return [i for i in (self.vraag.vorig_onderwerp,) if i in self.kb.interventies]

    def _over_alle(self) -> Antwoord:
        """What is asked of all programmes: the coding of the element, else the characteristic; nothing beyond those."""
        chosen = [self.kb.interventies[i] for i in self.interventies]
        element = self._element_van_alle(chosen)
        lines: list[Uitspraak] = [i.codering[element] for i in chosen if element in i.codering]
        if not lines:
            lines = [s for i in chosen for s in self._kenmerk(i)[:1]]
        subject = chosen[0].id if len(chosen) == 1 else ALLE_PROGRAMMAS
        if self._vraagt_welke_er_zijn():
            return self._klaar([i.beschrijving for i in chosen], subject)
        if not lines:
            return self._niet_gevonden([i.beschrijving for i in chosen], subject)
        known = {stem for s in lines for stem in self.index.ontleed(s.tekst)} | self._namen_stammen
        strange = [
            w
            for w in self._inhoud()
            if not (is_programmawoord(w) or is_kenmerk(w) or known.intersection(self.index.ontleed(w)))
        ]
        ranked = vraagt_meeste(self.vraag.tekst) and kenmerken(self.vraag.tekst).isdisjoint(("lessen", "duur"))
        if strange or ranked:
            return self._niet_gevonden(lines, subject)
        lines.sort(key=lambda s: isinstance(s, Codering) and s.antwoord == "niet_vermeld")
        if isinstance(lines[-1], Codering) and lines[-1].antwoord == "niet_vermeld":
            lines.extend(self.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[:1])
        return self._klaar(uniek(lines)[:MEEST], subject)

    def _vraagt_welke_er_zijn(self) -> bool:
        """Whether a question is which programmes there are, and asks nothing of them."""
        named = self.elementen or kenmerken(self.vraag.tekst) or self._inhoud_zonder_programma()
        return not named and re.match(WELKE_ZIJN_ER, plat(self.vraag.tekst)) is not None

    def _element_van_alle(self, chosen: list[Interventie]) -> str:
        """The element that is asked of several programmes; in a short follow-up the one that was just told of."""
        coded = [c for e in self.elementen if (c := self._gecodeerd(e, chosen[0]))]
        if not coded and vraagt_docent(self.vraag.tekst):
            return DOCENTKEUZE[1]
        carried = None if kenmerken(self.vraag.tekst) or self._inhoud_zonder_programma() else self._vorig_element()
        return self._een_van(coded) or carried or ""

    def _inhoud_zonder_programma(self) -> list[str]:
        return [w for w in self._inhoud() if not is_programmawoord(w)]

    def _naast_elkaar(self) -> Antwoord:
        """Two or more described interventions: what is asked of each; else what each is and who it is for."""
        chosen = [self.kb.interventies[i] for i in self.interventies[:3]]
        element = self._een_van([c for e in self.elementen if (c := self._gecodeerd(e, chosen[0]))])
        lines: list[Uitspraak] = []
        for interventie in chosen:
            if element and element in interventie.codering:
                lines.append(interventie.codering[element])
            else:
                lines += self._kenmerk(interventie)[:1] or [interventie.beschrijving]
        if self.eis is not None and self.eis.soort == REDEN and not any(geeft_reden(s) for s in lines):
            return self._niet_gevonden(lines, self.interventies[0])
        if not element:
            lines += [i.bereik for i in chosen if i.bereik]
        return self._klaar(uniek(lines)[:MEEST], self.interventies[0])

    # -- search ------------------------------------------------------------------------------------------

    def _zoek(self) -> Antwoord:
        text = self.vraag.tekst
        hits = [h for h in self.index.zoek(text, 20) if self._vindbaar(h)]
        if re.search(r"(?<![a-z])wanneer(?! (?:je|jij|we|wij|ik)(?![a-z]))", plat(text)):
            hits = [h for h in hits if h.uitspraak.cijfers]
        strange = vreemd(self.index, text)
        if not hits or not self._inhoud() or self.vraag.intent == "out_of_scope":
            return self._niet_gevonden()
        best = hits[0]
        covered = self.index.dekking(text, self.index.eigenaar_stammen[best.eigenaar])
        near = [best.uitspraak] if best.score > _MIN_SCORE else []
        if (
            strange.kern
            or strange.los
            or self._vreemd_jaar(best.eigenaar)
            or best.score < _MIN_SCORE
            or covered < _MIN_DEKKING
        ):
            return self._niet_gevonden(near, best.eigenaar if near else None)
        rival = next((h for h in hits[1:] if h.eigenaar != best.eigenaar), None)
        if (
            rival
            and rival.score >= _KEUZE_VERSCHIL * best.score
            and self._bestaat(best.eigenaar)
            and self._bestaat(rival.eigenaar)
        ):
            other = self.index.dekking(text, self.index.eigenaar_stammen[rival.eigenaar])
            if other >= 0.95 * covered and best.score < 0.5:
                return self._keuze(best.eigenaar, rival.eigenaar)
        element = self.kb.elementen.get(best.eigenaar)
        if element and self.aspect in (BEWIJS, WAAROM, VOORBEELD):
            return self._over_element(element)
        lines = [h.uitspraak for h in hits if h.eigenaar == best.eigenaar and h.score >= 0.6 * best.score][:3]
        return self._klaar(lines, best.eigenaar)

    def _vindbaar(self, hit: Treffer) -> bool:
        """Interventions are found by name only, and examples of our own answer no question."""
        return hit.eigenaar not in self.kb.interventies and not hit.uitspraak.id.endswith(".voorbeeld")

    def _keuze(self, een: str, ander: str) -> Antwoord:
        names = (Keuze(een, self.kb.naam(een)), Keuze(ander, self.kb.naam(ander)))
        return Antwoord(_BEDOEL.format(een=names[0].naam, ander=names[1].naam), KEUZE, keuzes=names)

    def _klaar(self, lines: Iterable[Uitspraak], subject: str, soort: str = ANTWOORD, intro: str = "") -> Antwoord:
        statements = list(lines)
        shown = [zin(self.kb, s) for s in statements]
        body = "\n".join(f"- {s}" for s in shown) if len(shown) > 2 else "\n\n".join(shown)
        heading = self._kop(subject, statements) if soort == ANTWOORD else ""
        return Antwoord("\n".join(p for p in (heading, intro, body) if p), soort, _ids(statements), subject)

    def _kop(self, subject: str, statements: list[Uitspraak]) -> str:
        """The subject as a heading, when the first statement does not name it itself."""
        name = self.kb.naam(subject).split(" (")[0]
        return "" if not statements or vouw(name) in vouw(statements[0].tekst) else f"**{name}**"


def _met_vervolg(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each word of a text with the few that follow it in the same sentence."""
    for sentence in re.split(r"[.!?:;](?:\s|$)", text):
        words = woorden(sentence)
        for place, word in enumerate(words):
            yield word, words[place + 1 : place + 5]


def _ids(statements: Iterable[Uitspraak]) -> tuple[str, ...]:
    return tuple(s.id for s in statements)


def uniek(statements: Iterable[Uitspraak]) -> list[Uitspraak]:
    seen: dict[str, Uitspraak] = {}
    for statement in statements:
        seen.setdefault(statement.tekst, statement)
    return list(seen.values())


def alineas(parts: Iterable[str]) -> str:
    return "\n\n".join(p for p in parts if p)
