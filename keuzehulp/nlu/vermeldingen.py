"""Finds elements, concepts and interventions in a message."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.termen import Term
from keuzehulp.nlu.woorden import Woord, is_bekend, lemma, losse_normen, plak_sleutel, sleutel

MAX_WOORDEN = 7
LOS_VENSTER = 7
MIN_DEEL = 5
MIN_FOUT = 6
#: So many letters of a word stay as they are in its stem.
_BEGIN = 3


@dataclass(frozen=True)
class Vermelding:
    """A place in a message that names something of the knowledge base.

    van/tot are word positions (tot exclusive), begin/eind character positions; manier says how it was found:
    letterlijk, aaneen, los (words apart), samenstelling, typefout or naam (unknown programme).
    """

    kandidaten: tuple[Term, ...]
    van: int
    tot: int
    begin: int
    eind: int
    manier: str
    sterkte: int = 0
    #: Says no by its meaning, without a word of denial.
    ontkent: bool = False
    #: How sure it is that this is meant; below 1 where a model told so.
    kans: float = 1.0

    def ids(self, soort: str) -> list[str]:
        """Ids of one kind, the best first, without doubles."""
        return list(dict.fromkeys(term.id for term in self.kandidaten if term.soort == soort))

    def gevraagd_element(self) -> str | None:
        """The element of the check that is meant, if any."""
        return next((term.id for term in self.kandidaten if term.soort == "element" and term.gevraagd), None)

    def element(self, vraagzin: bool = False) -> str | None:
        """The element that is meant; in a question a literally named one goes before the one it belongs to."""
        if vraagzin:
            for term in self.kandidaten:
                if term.soort == "element" and term.naam:
                    return term.id
        gevraagd = self.gevraagd_element()
        return gevraagd or next(iter(self.ids("element")), None)


def _voorrang(term: Term) -> tuple[bool, bool]:
    return (not term.naam, not term.gevraagd)


class Zoeker:
    """An index on the terms of the knowledge base; `zoek` finds the mentions in a list of words."""

    def __init__(self, termen: Iterable[Term]) -> None:
        """Build the index; weak terms (signal words) go into an index of their own."""
        self._sleutels: dict[str, list[Term]] = defaultdict(list)
        self._aaneen: dict[str, list[Term]] = defaultdict(list)
        self._zwak: dict[str, list[Term]] = defaultdict(list)
        self._delen: dict[str, list[Term]] = defaultdict(list)
        self._los: dict[str, list[tuple[tuple[str, ...], Term]]] = defaultdict(list)
        self._fout: dict[str, list[Term]] = defaultdict(list)
        self._eigen: set[str] = set()
        for term in termen:
            self._voeg_toe(term)
        # People seldom slip at the first letter, and looking among all names is most of the work.
        self._fout_begin: dict[str, list[str]] = defaultdict(list)
        for vorm in sorted(self._fout):
            self._fout_begin[vorm[0]].append(vorm)
        # Most words side by side are no name in any spelling: these beginnings spare their stems.
        self._aaneen_begin = frozenset(vorm[:_BEGIN] for vorm in self._aaneen)
        self._fout_geheugen: dict[str, list[Term]] = {}

    def _voeg_toe(self, term: Term) -> None:
        normen = losse_normen(re.sub(r"[^\w\s/'-]", " ", term.tekst))
        if not normen:
            return
        los = "".join(sleutel(norm) for norm in normen)
        aaneen = plak_sleutel(normen)
        if term.zwak:
            if len(normen) == 1 and normen[0] in taal().werkwoorden | taal().algemene_woorden:
                return
            self._zwak[los].append(term)
            self._zwak[aaneen].append(term)
            return
        self._sleutels[los].append(term)
        self._aaneen[aaneen].append(term)
        self._eigen.update(normen)
        glad = "".join(teken for norm in normen for teken in norm if teken.isalnum())
        if len(glad) >= MIN_FOUT and len(normen) <= 3:
            self._fout[glad].append(term)
        if len(normen) == 1 and "-" not in normen[0]:
            self._voeg_deel_toe(normen[0], term)
        self._voeg_los_toe(normen, term)

    def _voeg_deel_toe(self, norm: str, term: Term) -> None:
        zwak = taal().zwakke_delen
        romp = sleutel(norm)
        for vorm in {norm, lemma(norm), romp if is_bekend(romp) else norm}:
            if len(vorm) >= MIN_DEEL and vorm not in zwak and lemma(vorm) not in zwak:
                self._delen[vorm].append(term)

    def _voeg_los_toe(self, normen: Sequence[str], term: Term) -> None:
        """Phrases come apart in a sentence ("doelen stellen" - "ze stellen doelen"; "veilige klas" - "de klas is veilig")."""
        inhoud = [norm for norm in normen if norm not in taal().lege_woorden]
        if not 2 <= len(inhoud) <= 4:
            return
        if all(norm in taal().algemene_woorden for norm in inhoud):
            return
        stammen = tuple(sleutel(norm) for norm in inhoud)
        self._los[stammen[0]].append((stammen, term))

    # -- searching ---------------------------------------------------------------------------------------------

    def zoek(self, woorden: Sequence[Woord], zinsdelen: Sequence[int]) -> list[Vermelding]:
        """Mentions in reading order, the longest first where they overlap.

        zinsdelen gives for every word the number of its part of the sentence; mentions stay inside one part.
        """
        vondsten = self._letterlijk(woorden, zinsdelen)
        bezet = {plek for vondst in vondsten for plek in range(vondst.van, vondst.tot)}
        for vondst in self._uit_elkaar(woorden, zinsdelen):
            if not any(plek in bezet for plek in (vondst.van, vondst.tot - 1)):
                vondsten.append(vondst)
                bezet.update(range(vondst.van, vondst.tot))
        for plek, woord in enumerate(woorden):
            if plek in bezet or woord.is_leesteken:
                continue
            vondst_ = self._in_woord(woorden, plek)
            if vondst_ and not bezet.intersection(range(vondst_.van, vondst_.tot)):
                vondsten.append(vondst_)
                bezet.update(range(vondst_.van, vondst_.tot))
        return sorted(vondsten, key=lambda v: v.van)

    def zwakke(
        self, woorden: Sequence[Woord], zinsdelen: Sequence[int], sterk: Sequence[Vermelding]
    ) -> list[Vermelding]:
        """Signal words that count because the message is listing elements: each in a part of its own.

        Not a word that tells where or when ("in het mentoruur"), nor one that may mean several elements.
        """
        if not any(v.gevraagd_element() for v in sterk):
            return []
        bezet = {zinsdelen[plek] for v in sterk for plek in range(v.van, v.tot)}
        gevonden: list[Vermelding] = []
        for plek, woord in enumerate(woorden):
            termen = [t for t in self._zwak.get(woord.sleutel, ()) if t.gevraagd] if woord.sleutel else []
            if zinsdelen[plek] in bezet or len({t.id for t in termen}) != 1 or is_omstandigheid(woorden, plek):
                continue
            gevonden.append(self._maak(termen, woorden, plek, plek + 1, "signaal"))
        return gevonden

    def hints(self, woorden: Sequence[Woord]) -> list[Vermelding]:
        """Signal words in the message: a hint, never an answer."""
        gevonden: list[Vermelding] = []
        for van in range(len(woorden)):
            los = ""
            for tot in range(van + 1, min(van + 4, len(woorden)) + 1):
                los += woorden[tot - 1].sleutel
                if woorden[tot - 1].sleutel and los in self._zwak:
                    gevonden.append(self._maak(self._zwak[los], woorden, van, tot, "signaal"))
        return gevonden

    def _maak(self, termen: Iterable[Term], woorden: Sequence[Woord], van: int, tot: int, manier: str) -> Vermelding:
        op_volgorde = tuple(sorted(dict.fromkeys(termen), key=_voorrang))
        return Vermelding(op_volgorde, van, tot, woorden[van].begin, woorden[tot - 1].eind, manier, tot - van)

    def _letterlijk(self, woorden: Sequence[Woord], zinsdelen: Sequence[int]) -> list[Vermelding]:
        vondsten: list[Vermelding] = []
        van = 0
        while van < len(woorden):
            beste = self._langste(woorden, zinsdelen, van)
            if beste is None:
                van += 1
                continue
            vondsten.append(beste)
            van = beste.tot
        return vondsten

    def _langste(self, woorden: Sequence[Woord], zinsdelen: Sequence[int], van: int) -> Vermelding | None:
        beste = None
        los = ""
        if woorden[van].is_leesteken:
            return None
        for tot in range(van + 1, min(van + MAX_WOORDEN, len(woorden)) + 1):
            laatste = woorden[tot - 1]
            if laatste.is_leesteken and laatste.norm not in {"-", "/", "'"}:
                break
            los += laatste.sleutel
            if laatste.is_leesteken:
                continue
            termen = self._sleutels.get(los)
            if termen:
                beste = self._maak(termen, woorden, van, tot, "letterlijk")
            elif tot - van <= 3 and len(los) >= 4 and _kan_aaneen(woorden[van:tot]):
                termen = self._aan_elkaar([w.norm for w in woorden[van:tot]])
                if termen:
                    beste = self._maak(termen, woorden, van, tot, "aaneen")
        return beste

    def _aan_elkaar(self, normen: Sequence[str]) -> list[Term]:
        """The terms that words side by side are when written as one; a stem keeps the first letters of its word."""
        begin = "".join(teken for teken in "".join(normen)[: 2 * _BEGIN] if teken.isalnum())[:_BEGIN]
        return self._aaneen.get(plak_sleutel(normen), []) if begin in self._aaneen_begin else []

    def _uit_elkaar(self, woorden: Sequence[Woord], zinsdelen: Sequence[int]) -> list[Vermelding]:
        gevers = {sleutel(norm) for norm in taal().gevers}
        plekken: dict[str, list[int]] = defaultdict(list)
        for plek, woord in enumerate(woorden):
            if not woord.is_leesteken:
                plekken[woord.sleutel].append(plek)
        vondsten = []
        for eerste in plekken:
            for stammen, term in self._los.get(eerste, ()):
                spanne = self._spanne(stammen, plekken, zinsdelen)
                if spanne and not _geeft_zelf(stammen, woorden, zinsdelen, spanne[0], gevers):
                    vondsten.append(self._maak([term], woorden, spanne[0], spanne[1] + 1, "los"))
        return sorted(vondsten, key=lambda v: (-len(v.kandidaten[0].tekst), v.tot - v.van))

    @staticmethod
    def _spanne(
        stammen: tuple[str, ...], plekken: dict[str, list[int]], zinsdelen: Sequence[int]
    ) -> tuple[int, int] | None:
        if not all(stam in plekken for stam in stammen):
            return None
        for begin in plekken[stammen[0]]:
            bij = [begin]
            for stam in stammen[1:]:
                dicht = min(plekken[stam], key=lambda plek: abs(plek - begin))
                bij.append(dicht)
            laag, hoog = min(bij), max(bij)
            if len(set(bij)) == len(stammen) and hoog - laag < LOS_VENSTER and zinsdelen[laag] == zinsdelen[hoog]:
                return laag, hoog
        return None

    def _in_woord(self, woorden: Sequence[Woord], plek: int) -> Vermelding | None:
        norm = woorden[plek].norm
        termen = self._samenstelling(norm)
        if termen:
            return self._maak(termen, woorden, plek, plek + 1, "samenstelling")
        if plek + 1 < len(woorden) and not woorden[plek + 1].is_leesteken:
            buur = woorden[plek + 1].norm
            if not (self._gewoon(norm) and self._gewoon(buur)):
                termen = self._typefout(norm + buur)
                if termen:
                    return self._maak(termen, woorden, plek, plek + 2, "typefout")
        if not self._heel(norm):
            termen = self._typefout(norm)
            if termen:
                return self._maak(termen, woorden, plek, plek + 1, "typefout")
        return None

    def _gewoon(self, norm: str) -> bool:
        """Whether a word is plain Dutch, so that with its neighbour it makes no misspelt compound."""
        lijst = taal()
        return self._heel(norm) or norm in lijst.lege_woorden | lijst.vulwoorden | lijst.werkwoorden | lijst.aanloop

    def _heel(self, norm: str) -> bool:
        return norm in self._eigen or is_bekend(norm) or lemma(norm) != norm

    def _samenstelling(self, norm: str) -> list[Term] | None:
        """A term as first or last part of a longer word (ouderbijeenkomsten, klassenrollenspel)."""
        if len(norm) < MIN_DEEL + 3 or norm in taal().geen_samenstelling or not norm.isalpha():
            return None
        for lengte in range(len(norm) - 3, MIN_DEEL - 1, -1):
            kop, rest = norm[:lengte], norm[lengte:]
            if kop in self._delen and (len(rest) >= 6 or _is_los_woord(rest)):
                return self._delen[kop]
        for lengte in range(len(norm) - 3, MIN_DEEL - 1, -1):
            staart, rest = norm[-lengte:], norm[:-lengte]
            vorm = staart if staart in self._delen else lemma(staart)
            if vorm in self._delen and _is_los_woord(rest):
                return self._delen[vorm]
        return None

    def _typefout(self, norm: str) -> list[Term] | None:
        if len(norm) < MIN_FOUT or not norm.isalpha():
            return None
        if norm not in self._fout_geheugen:
            if len(self._fout_geheugen) > 20000:
                self._fout_geheugen.clear()
            self._fout_geheugen[norm] = self._dichtste(norm)
        return self._fout_geheugen[norm] or None

    def _dichtste(self, norm: str) -> list[Term]:
        ruimte = 1 if len(norm) < 9 else 2  # a short word with two slips is another word
        vormen = self._fout_begin.get(norm[0], [])
        treffer = process.extractOne(norm, vormen, scorer=OSA.distance, score_cutoff=ruimte)
        return self._fout[treffer[0]] if treffer else []


def _geeft_zelf(
    stammen: Sequence[str], woorden: Sequence[Woord], zinsdelen: Sequence[int], plek: int, gevers: set[str]
) -> bool:
    """Whether the part has a verb of giving that the phrase has not."""
    if gevers.intersection(stammen):
        return False
    return any(w.sleutel in gevers for w, deel in zip(woorden, zinsdelen, strict=True) if deel == zinsdelen[plek])


def _kan_aaneen(stukken: Sequence[Woord]) -> bool:
    """Little words are no part of a split compound: "ouderavond en" is not "ouderavonden"."""
    lijst = taal()
    klein = lijst.lege_woorden | lijst.splitsers
    return len(stukken) == 1 or not any(stuk.norm in klein for stuk in stukken)


def is_omstandigheid(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether a word tells where or when ("in het mentoruur")."""
    voor = [woord.norm for woord in woorden[max(0, plek - 2) : plek]]
    return bool(voor) and (voor[-1] in taal().omstandigheid or voor[0] in taal().omstandigheid)


def _is_los_woord(rest: str) -> bool:
    """Whether the other part of a compound is a word (with or without the joining s)."""
    kaal = rest.removeprefix("s") if len(rest) > 4 else rest
    vormen = {rest, kaal, rest.removesuffix("s"), rest.removesuffix("en")}
    return any(len(vorm) >= 3 and is_bekend(vorm) for vorm in vormen)
