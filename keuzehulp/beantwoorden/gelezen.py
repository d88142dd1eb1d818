"""A question as it is read: what it names, what is asked of that, and what it leans on.

Everything that answers takes this (`q`) as its first argument, so that no rule reads the text in its own way.
"""

from __future__ import annotations

import re
from functools import cached_property

from keuzehulp.beantwoorden.kennis import Antwoord, Kennis, Vraag
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.noemen import VOEGWOORDEN
from keuzehulp.programmavraag import bedoelt_alle, bedoelt_andere, is_docentwoord, vraagt_docent
from keuzehulp.soortvraag import LAND, MAKER, NAMEN, WANNEER, WIE, eis
from keuzehulp.vraagpatronen import (
    ALLE_PROGRAMMAS,
    DE_DOCENT,
    DOCENTKEUZE,
    EEN_MODEL,
    IN_WELKE,
    KALE_BRON,
    OVER_DE_BRON,
    WIE_ZEGT_DAT,
)
from keuzehulp.vraagsoort import kenmerken
from keuzehulp.vraagvorm import BRON, WAAROM, Vreemd, aspect, plat, vreemd, wijst_terug
from keuzehulp.zoeken import is_generiek, stam, woorden


class Gelezen:
    """One question with what it names; an id that the knowledge base does not hold is left out."""

    elementen: list[str]
    begrippen: list[str]
    interventies: list[str]

    def __init__(self, kennis: Kennis, vraag: Vraag) -> None:
        self.kb, self.index, self.kennis = kennis.kb, kennis.index, kennis
        self.vraag, self.tekst, self.plat = vraag, vraag.tekst, plat(vraag.tekst)
        self.aspect = aspect(vraag.tekst, vraag.intent)
        self.eis = eis(vraag.tekst)
        self.terug = wijst_terug(vraag.tekst)
        self.los: dict[str, int] = {}
        self._neem_over()
        self.alle = not self.interventies and self._bedoelt_alle()
        if self.alle:
            self.interventies = self._alle_programmas()
        self._vul_aan_met_los()
        self._laat_bijzaken_weg()
        self.namen_stammen = frozenset().union(*(self.index.naamstammen(id) for id in self.genoemd_onderwerp()))

    def _neem_over(self) -> None:
        """What the NLU found that the knowledge base holds; when that is nothing, the names in the text."""
        kb, vraag, names = self.kb, self.vraag, self.kennis.namen
        self.elementen = [e for e in vraag.elementen if e in kb.elementen]
        self.begrippen = [b for b in vraag.begrippen if b in kb.begrippen]
        self.interventies = [i for i in vraag.interventies if i in kb.interventies]
        unknown = [i for i in vraag.interventies if i not in kb.interventies]
        authors = self.kennis.auteurs
        self.onbekend_programma = next(
            (i for i in unknown if not names.in_tekst(i) and not authors.issuperset(woorden(i))), None
        )
        self.begrippen += [b for i in unknown for b in names.in_tekst(i) if b in kb.begrippen]
        if "modeling" in self.elementen and re.search(EEN_MODEL, self.plat):
            self.elementen.remove("modeling")
        if self.genoemd_onderwerp():
            return
        for id in names.in_tekst(self.tekst):
            if id == "modeling" and re.search(EEN_MODEL, self.plat):
                continue
            if id in kb.elementen:
                self.elementen.append(id)
            elif id in kb.begrippen:
                self.begrippen.append(id)
            else:
                self.interventies.append(id)

    def _vul_aan_met_los(self) -> None:
        """Names of which the words stand apart in the text; elements only when none was named."""
        self.los = self.kennis.namen.los_in_tekst(self.tekst)
        self.begrippen += [b for b in self.los if b in self.kb.begrippen and b not in self.begrippen]
        if not self.elementen:
            self.elementen = [e for e in self.los if e in self.kb.elementen]

    def _laat_bijzaken_weg(self) -> None:
        """Leaves out what is named without being the subject."""
        several = len(self.elementen) + len(self.begrippen) > 1
        if "duur" in self.elementen and several and re.search(r"(?<![a-z])(?:hoe ?lang|duur\w*)", self.plat):
            self.elementen.remove("duur")  # the question, and not its subject
        if "kuiper_bannink" in self.begrippen and several:
            self.begrippen.remove("kuiper_bannink")  # who says it, and not what it is about
        if (
            self.terug
            and self.vraag.vorig_onderwerp in self.kb.elementen
            and self.begrippen == ["frequentie_en_effect"]
        ):
            self.begrippen = []  # "komt dat vaak voor?" is about the element that was just told of
        telling = [b for b in self.begrippen if not self._algemeen(b)]
        if telling or self.elementen:
            self.begrippen = telling

    def _bedoelt_alle(self) -> bool:
        """Whether a question is about all described programmes, also as a follow-up on an answer about all of them."""
        if not self.kb.interventies or self.genoemde_studies():
            return False
        if bedoelt_andere(self.tekst):
            return self.vraag.vorig_onderwerp in self.kb.interventies and bool(self.verteld())
        if bedoelt_alle(self.tekst):
            return not self._ander_begrip()
        if self._in_welke():
            return True
        told = {self.kb.eigenaar[s.id] for s in self.verteld()} & self.kb.interventies.keys()
        about_all = self.vraag.vorig_onderwerp == ALLE_PROGRAMMAS and len(told) > 1
        return about_all and self.terug and len(self.plat.split()) <= 5

    def _in_welke(self) -> bool:
        """Whether a question is in which of them something is ("bij welke zit een training?"), after no other list."""
        asked = re.match(IN_WELKE, self.plat) is not None
        listed = self.kb.begrippen.get(self.vraag.vorig_onderwerp or "")
        named = set(self.elementen) or (not self.begrippen and kenmerken(self.tekst))
        return asked and bool(named) and (listed is None or listed.id == ALLE_PROGRAMMAS or not listed.lijst)

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
        others = bedoelt_andere(self.tekst)
        return [i for i in self.kb.interventies if not (others and i == self.vraag.vorig_onderwerp)]

    def _algemeen(self, begrip: str) -> bool:
        """Whether a concept is named by an everyday word of this field only ("interventie", "onderzoek")."""
        if begrip in self.los:
            return False
        said = {stam(w) for w in woorden(self.tekst)}
        names = [
            [stam(w) for w in woorden(n) if w not in VOEGWOORDEN]
            for n in (self.kb.begrippen[begrip].naam, *self.kb.begrippen[begrip].synoniemen)
        ]
        named = [n for n in names if said.issuperset(n)]
        return all(is_generiek(n[0]) for n in named if len(n) == 1) and all(len(n) == 1 for n in named)

    def noemt_begrip(self) -> bool:
        """Whether the question names a concept by more than an everyday word of this field."""
        return any(not self._algemeen(b) for b in self.begrippen)

    @cached_property
    def vreemd(self) -> Vreemd:
        """The words of the question that the sources do not know."""
        return vreemd(self.index, self.tekst)

    def genoemd_onderwerp(self) -> tuple[str, ...]:
        """All ids that the question names."""
        return (*self.elementen, *self.begrippen, *self.interventies)

    def genoemde_studies(self) -> set[str]:
        """The studies that the question names by an author."""
        said = set(self.plat.split()) - {"kuiper", "bannink"}
        capital = {w for name in re.findall(r"(?<!^)(?<!\w)[A-Z]\w\w(?!\w)", self.tekst) for w in woorden(name)}
        return {
            id
            for id in self.kb.studies
            if any((len(part) > 3 and part in said) or part in capital for part in id.split("_")[:-1])
        }

    def inhoud(self) -> list[str]:
        """The words of the question that say something particular beside the names in it."""
        return [
            word
            for word, known in self.index.ontleed_woorden(self.tekst)
            if not is_generiek(stam(word)) and not (known and self.namen_stammen.issuperset(known))
        ]

    def kort(self) -> bool:
        """Whether the question itself says little besides its mentions, so that the previous one carries it."""
        words = self.plat.split()
        return len(words) <= (8 if words[:1] == ["en"] else 6) and not (self.elementen and self.begrippen)

    def vraagt_overzicht(self) -> bool:
        """Whether the question is what is in something as a whole."""
        return bool(
            re.search(
                r"(?<![a-z])(zit|zitten|bevat|elementen|onderdelen|inhoud|allemaal|past)(?![a-z])",
                self.plat,
            )
        )

    def noemt_docent(self) -> bool:
        """Whether a question is about "the teacher" and says no more: two elements are."""
        if self.van_programma() or not all(id in self.kb.elementen for id in DOCENTKEUZE):
            return False
        other = set(self.elementen) - set(DOCENTKEUZE) or set(self.begrippen) - {"trimbos_rapport", "keuzehulp"}
        return not other and not self.inhoud() and re.search(DE_DOCENT, self.plat) is not None

    def over_docent(self) -> bool:
        """Whether a question on one programme is about the teacher and nothing else: two elements of it are."""
        if len(self.van_programma()) != 1 or set(self.elementen) - set(DOCENTKEUZE) or self.eis is not None:
            return False
        other = [w for w in self.inhoud() if not is_docentwoord(w)]
        return not other and vraagt_docent(self.tekst)

    def van_programma(self) -> list[str]:
        """The programmes asked about: those named, else the one that was just told of."""
        if self.interventies or not self.terug:
            return self.interventies
        return [i for i in (self.vraag.vorig_onderwerp,) if i in self.kb.interventies]

    def bestaat(self, id: str) -> bool:
        """Whether an id is of an element, a concept or an intervention."""
        return id in self.kb.elementen or id in self.kb.begrippen or id in self.kb.interventies

    def geciteerd(self, answer: Antwoord) -> list[Uitspraak]:
        """The statements of an answer."""
        return [self.kb.uitspraken[id] for id in answer.regels]

    def verteld(self) -> list[Uitspraak]:
        """The statements of the previous answer that the knowledge base still holds."""
        return [self.kb.uitspraken[id] for id in self.vraag.vorige_uitspraken if id in self.kb.uitspraken]

    def vorig_element(self) -> str | None:
        """The element that the previous answer was about, also when it was about an intervention's coding of it."""
        previous = self.vraag.vorig_onderwerp
        if previous in self.kb.elementen:
            return previous
        for id in self.vraag.vorige_uitspraken:
            match = re.search(r"\.codering\.(\w+)$", id)
            if match:
                return match.group(1)
        return None

    def uit_gesprek(self) -> str | None:
        """The subject of the open question or of the last answer, whichever the question is likelier about."""
        open_element, previous = self.vraag.open_element, self.vraag.vorig_onderwerp
        about_question = re.search(r"(?<![a-z])(vraag|vragen|vraagt|bedoel\w*|begrijp\w*|snap\w*)(?![a-z])", self.plat)
        order = (open_element, previous) if about_question or self.aspect == WAAROM else (previous, open_element)
        return next((id for id in order if id and self.bestaat(id)), None)

    def _vraagt_iets_van_bron(self) -> bool:
        """Whether a question that only sounds like one for the source asks something of it: its year, its authors."""
        if aspect(self.tekst) == BRON:
            return False  # it says so in so many words
        return bool(self.inhoud()) or (self.eis is not None and self.eis.soort in (WANNEER, WIE, NAMEN, LAND))

    def vraagt_bron(self) -> bool:
        """Whether the question is where the last answer stands."""
        named = self.genoemd_onderwerp()
        if not named and re.fullmatch(KALE_BRON, self.plat):
            return True
        if re.match(WIE_ZEGT_DAT, self.plat) and self.vraag.vorige_uitspraken:
            return True
        if self.eis is not None and self.eis.soort == MAKER:
            return False
        if re.search(OVER_DE_BRON, self.plat) or self._vraagt_iets_van_bron():
            return False
        return self.aspect == BRON and not named and bool(self.vraag.vorige_uitspraken or not self.inhoud())
