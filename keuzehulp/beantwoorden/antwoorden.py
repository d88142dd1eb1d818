"""Answers to questions about the sources, put together from statements of the knowledge base and nothing else.

Two ways of looking are weighed against each other: what the rules alone answer (`keuzehulp.beantwoorden.regels`), and the
example questions of the knowledge base (`keuzehulp.vragenbank`), which tell which statement answers the question and
how sure it is that none does. An answer is given only where that is sure enough; else what is nearest is shown with a
doubt, or it says that the sources do not hold it. A follow-up is also tried together with the question that it leans on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import (
    ANTWOORD,
    BUITEN_SOORT,
    KEUZE,
    MISSCHIEN,
    NIET_GEVONDEN,
    VALKUIL_SOORT,
    Antwoord,
    Kennis,
    Vraag,
)
from keuzehulp.beantwoorden.opmaak import MEEST, TWEE_KANTEN, WAAR, alineas, klaar, uniek
from keuzehulp.beantwoorden.regels import Regels
from keuzehulp.beantwoorden.uitspraken import gaat_over_element, studie_klopt
from keuzehulp.beantwoorden.weigeren import buiten, niet_gevonden
from keuzehulp.kennisbank.model import Bewijs, Codering, Kennisbank, Uitspraak
from keuzehulp.klaarvraag import delen, is_klaar
from keuzehulp.soortvraag import (
    AANDEEL,
)
from keuzehulp.vraagpatronen import (
    HOEVEEL,
    STAAT_ER_NIET,
    ZEGT_OVER,
)
from keuzehulp.vraagsoort import kenmerken, vergelijkt
from keuzehulp.vraagvorm import (
    BEWIJS,
    DEFINITIE,
    FEIT,
    VOORBEELD,
    WAAROM,
    plat,
    wijst_terug,
)
from keuzehulp.vragenbank import Gevraagd, Vondst
from keuzehulp.zoeken import vouw

#: What comes after this many characters is not read: no question is that long.
_LANGSTE_VRAAG = 400

#: A question of so few words that names nothing may lean on the one before it without a word that says so.
_KORTE_VERVOLGVRAAG = 5

#: How sure the example questions may at most be that there is no answer, for one to be given; by what the rules say.
_MAX_NIET = {ANTWOORD: -2.8, NIET_GEVONDEN: -2.8, KEUZE: -3.0, VALKUIL_SOORT: -4.0, BUITEN_SOORT: -4.0}

#: The same where rules and examples agree on an amount, with at least this share.
_MAX_NIET_ZELFDE, _MIN_ZELFDE, _MIN_ZELFDE_NODIG = 0.3, 0.35, 0.5

#: Against the rules an answer must have this share; no certainty makes up for it.
_MIN_TEGEN_REGELS, _NOOIT = 0.25, -99.0

#: The same for a share or an amount that the rules found; they know best which amount is of what.
_MAX_NIET_AANDEEL, _MAX_NIET_EIS = 2.0, 0.0

#: Between those and these, what is nearest is shown with a doubt: as long as an answer is likelier than none. Less easily
#: where a word is not known, or where the most of a kind is asked.
_MAX_MISSCHIEN, _MAX_MISSCHIEN_VREEMD, _MAX_MISSCHIEN_MEEST = {ANTWOORD: 0.0, NIET_GEVONDEN: 0.0}, -1.0, -2.1

#: Likelier than this, the nearest is shown with a doubt whatever the rules say: of 163 freshly written questions 12 more pass, of 781
#: for development 2 fewer (2026-11-22).
_MAX_TEGEN_REGELS, _MAX_TEGEN_REGELS_VREEMD = {NIET_GEVONDEN: 0.0, BUITEN_SOORT: -1.0}, -0.5

#: Below this, what the examples find is nearer to a question without an answer than what the rules find.
_MAX_DICHTBIJ, _MIN_DICHTBIJ = 1.0, 0.05

#: A limit that tells more than this (`gewicht_van_grenzen`) is hardly ever named by accident: costs, another programme.
_VASTE_GRENS = 2.7

#: Other statements are told along when they are this likely beside the likeliest; the rules help when that is in doubt.
_AANGEVULD, _KLEIN_BEGRIP = 4, 3

#: Two statements of one subject say the same when they share this part of the words of the shorter, and of both together.
_ZELFDE, _ZELFDE_SAMEN = 0.75, 0.45

#: Our own examples, and reasons to ask, are told without being asked for only when they are this likely.
_MIN_GEVRAAGD = 0.5

#: So many candidates are told together, from this share of the first on; with the rules' statements beside them while the first
#: is in doubt; and a bare name, or another subject than the one that is named, needs so much of its own.
_MEEST_SAMEN, _MIN_AANDEEL, _MAX_TWIJFEL, _MIN_EIGEN, _MIN_ALLEEN = 4, 0.02, 0.9, 0.3, 0.5

#: Concepts that stand for the sources themselves.
_DE_BRONNEN = frozenset({"trimbos_rapport", "kuiper_bannink", "keuzehulp"})

#: Said above what is nearest to a question when it may not answer it.
_TWIJFEL = "Ik weet niet zeker of dit je vraag beantwoordt. Dit vind ik erover in mijn bronnen:"

_KENNIS: dict[int, Kennis] = {}


def answer(kb: Kennisbank, vraag: Vraag) -> Antwoord:
    """Answer a question from the knowledge base, or say that it holds no answer.

    The first call for a knowledge base builds its indexes; call `prepare` at start-up to have that done.
    """
    kennis, asked = prepare(kb), replace(vraag, tekst=vraag.tekst[:_LANGSTE_VRAAG])
    asking = _Beantwoorder(kennis, asked)
    given = asking.zonder_herhaling(_op_beide(kennis, asked) or asking.antwoord())
    return replace(given, vraag=asking.te_onthouden)


def _op_beide(kennis: Kennis, vraag: Vraag) -> Antwoord | None:
    """The answers to two questions in one message together, when both are sure; else the message is taken as one."""
    parts = delen(vraag.tekst)
    if parts is None:
        return None
    first = _Beantwoorder(kennis, _deelvraag(kennis, vraag, parts[0])).antwoord()
    if first.soort != ANTWOORD:
        return None
    carried = replace(vraag, vorig_onderwerp=first.onderwerp, vorige_uitspraken=first.regels)
    own = [id for id in kennis.namen.in_tekst(parts[1]) if id != "duur"]
    if own and wijst_terug(parts[1]):
        return None
    text = parts[1] if own else f"en {parts[1]}"
    second = _Beantwoorder(
        kennis, replace(_deelvraag(kennis, carried, text), interventies=_gedragen(kennis, own, first))
    ).antwoord()
    if second.soort != ANTWOORD or not second.regels:
        return None
    ids = list(dict.fromkeys([*first.regels[:3], *second.regels[:2], *first.regels[3:], *second.regels[2:]]))[:MEEST]
    ids.sort(key=lambda id: id not in first.regels)
    lines = [kennis.kb.uitspraken[id] for id in ids]
    return _Beantwoorder(kennis, vraag).toon(lines, first.onderwerp or "")


def _deelvraag(kennis: Kennis, vraag: Vraag, text: str) -> Vraag:
    """A part of a message as a question of its own: with what it names itself, or else what the message names."""
    if kennis.namen.in_tekst(text):
        return replace(vraag, tekst=text, intent="", elementen=(), begrippen=(), interventies=())
    return replace(vraag, tekst=text, intent="")


def _gedragen(kennis: Kennis, own: list[str], first: Antwoord) -> tuple[str, ...]:
    """The programme that a second question is about: its own, else that of the first answer."""
    if own:
        return tuple(id for id in own if id in kennis.kb.interventies)
    return tuple(id for id in (first.onderwerp,) if id in kennis.kb.interventies)


def prepare(kb: Kennisbank) -> Kennis:
    """Build the indexes of a knowledge base, once."""
    found = _KENNIS.get(id(kb))
    if found is None or found.kb is not kb:
        found = _KENNIS[id(kb)] = Kennis(kb)
        found.index.zoek("wat is veerkracht")
        found.vragenbank.zoek(Gevraagd("wat is veerkracht"))
    return found


def zie_vraag(kennis: Kennis, vraag: Vraag) -> Gevraagd:
    """A question as it is compared with the example questions."""
    return _Beantwoorder(kennis, vraag).gevraagd()


class _Beantwoorder:
    """One question on its way to one answer: the rules weighed against the example questions."""

    def __init__(self, kennis: Kennis, vraag: Vraag) -> None:
        self.q = Gelezen(kennis, vraag)
        self.op_regels = Regels(self.q)

    @cached_property
    def regels(self) -> Antwoord:
        """What the rules alone would answer."""
        return self.op_regels.antwoord

    def gevraagd(self) -> Gevraagd:
        """The question as the example questions are compared with it."""
        strange = self.q.vreemd
        return Gevraagd(
            self.q.tekst,
            (*self.q.elementen, *self.q.begrippen, *self.q.interventies),
            self.q.aspect,
            self.q.eis,
            len(strange.kern),
            len(strange.los),
            self.regels.soort,
            self.regels.regels,
            (self.regels.onderwerp or "") if self.regels.soort in (BUITEN_SOORT, VALKUIL_SOORT) else "",
        )

    # -- the order of decision ---------------------------------------------------------------------------

    def antwoord(self) -> Antwoord:
        """The answer to the question as it stands, or with the question before it where that tells more."""
        given = self._op_zichzelf()
        settled = given.soort == VALKUIL_SOORT or self.q.vraagt_bron() or given is self.op_regels.soort_onderzoek
        # "Waarom vraag je dat?" is about the question that is open, and not about what was talked of before it.
        settled = settled or (given.soort == ANTWOORD and given.onderwerp == self.q.vraag.open_element)
        wider = None if settled else self._met_vorige_vraag()
        if wider is None:
            return self._over_eigen_programma(given)
        if self._noemt_zelf():
            return self._met_zelfde_vraag(given, wider)
        found = wider._op_zichzelf()
        if self.q.vraag.vorig_onderwerp in self.q.kb.interventies and given.soort == ANTWOORD:
            # Of a programme the rules know best, but "hoe lang duurt zo'n les" is no question about duration as such.
            repeated = self._herhaalt(given) and found.soort == ANTWOORD
            return found if given.onderwerp == "duur" or repeated else given
        if given.soort in (NIET_GEVONDEN, BUITEN_SOORT) and not self.q.terug and self._herhaalt(found):
            return given  # the question before it drowns this one
        doubt = (given.soort == ANTWOORD and self._herhaalt(given)) or given.soort in (KEUZE, MISSCHIEN)
        doubt = doubt or (given.soort == NIET_GEVONDEN and bool(self.q.inhoud()))
        return found if found.soort == ANTWOORD or (found.soort == MISSCHIEN and doubt) else given

    @cached_property
    def volledig(self) -> str:
        """The question with the one before it, where it leans on that; else the question itself."""
        vraag, previous = self.q.vraag, self.q.vraag.vorig_onderwerp
        if previous is None or not self.q.bestaat(previous) or self.q.alle:
            return vraag.tekst
        short = len(plat(vraag.tekst).split()) <= _KORTE_VERVOLGVRAAG and not self.q.interventies
        leans = self.q.terug and self._leunt() if self._noemt_zelf() else self._leunt() or self.q.terug or short
        both = f"{(vraag.vorige_vraag or self.q.kb.naam(previous)).rstrip('?!. ')}, {vraag.tekst}"
        return both if leans and len(both) <= _LANGSTE_VRAAG else vraag.tekst

    @property
    def te_onthouden(self) -> str:
        """What a next question may lean on: what was asked before too, unless this question named a subject itself."""
        return self.q.tekst if self._noemt_zelf() else self.volledig

    def _noemt_zelf(self) -> bool:
        """Whether the question names its own subject; how long something lasts is asked of the subject before it."""
        return bool(set(self.q.genoemd_onderwerp()) - {"duur"})

    def _met_vorige_vraag(self) -> _Beantwoorder | None:
        """The question together with the one that it leans on; None when it leans on none."""
        return None if self.volledig == self.q.tekst else _Beantwoorder(self.q.kennis, Vraag(self.volledig))

    def _met_zelfde_vraag(self, given: Antwoord, wider: _Beantwoorder) -> Antwoord:
        """ "En ouders?" asks of another subject what was asked before: what answers that of it comes first."""
        named = set(self.q.genoemd_onderwerp()) - self.q.kb.interventies.keys()
        same = next((id for id, _ in wider.vondst.kandidaten[:_MEEST_SAMEN] if self.q.kb.eigenaar[id] in named), None)
        if given.soort != ANTWOORD:
            found = wider._op_zichzelf()
            if found.soort == ANTWOORD:
                return found
        if same is None or given.soort not in (ANTWOORD, NIET_GEVONDEN):
            return given
        kept = given.regels if given.soort == ANTWOORD else ()
        return klaar(
            self.q, [self.q.kb.uitspraken[id] for id in dict.fromkeys((same, *kept))], self.q.kb.eigenaar[same]
        )

    def _over_eigen_programma(self, given: Antwoord) -> Antwoord:
        """In a check of a described programme "hoeveel lessen heeft klas 2?" is about that programme."""
        own = self.q.vraag.eigen_programma
        unclear = given.soort in (NIET_GEVONDEN, KEUZE, MISSCHIEN)
        if own is None or not unclear or self.q.interventies or not kenmerken(self.q.tekst):
            return given
        found = _Beantwoorder(
            self.q.kennis, replace(self.q.vraag, interventies=(own,), eigen_programma=None)
        )._op_zichzelf()
        return found if found.soort == ANTWOORD else given

    def _herhaalt(self, given: Antwoord) -> bool:
        """Whether nothing but what was just told would be told."""
        return set(given.regels) <= set(self.q.vraag.vorige_uitspraken)

    def _op_zichzelf(self) -> Antwoord:
        """What the example questions say, where they have something to say; else what the rules say."""
        if self._leunt() or self._regels_weten_het():
            return self._aangevuld(self.regels)
        answered = self.regels.soort == ANTWOORD
        if self.regels.soort == BUITEN_SOORT and re.search(STAAT_ER_NIET, vouw(self._waarschijnlijkste().tekst)):
            return self.regels  # it says the same, and where to turn
        if self.vondst.niet < self._grens_van_zekerheid() and self._studie_van_eerste():
            several = len(self.q.interventies) > 1
            return self.regels if answered and several else self._uit_bank()
        if not answered and self.regels.soort != NIET_GEVONDEN:
            return self._misschien() if self._spreekt_regels_tegen() else self._met_gevonden(self.regels)
        if self._kan_erover_gaan():
            return self._misschien()
        if self._over_iets_onbekends():
            return niet_gevonden(self.q)
        if not answered:
            return niet_gevonden(self.q, self._dichtbij(), self.regels.onderwerp)
        near = self.q.geciteerd(self.regels)
        return niet_gevonden(self.q, near, self.regels.onderwerp)

    def _met_gevonden(self, limit: Antwoord) -> Antwoord:
        """A limit that everyday words name too ("een leerling"), with the likeliest statement for who meant something else."""
        loose = self.q.kennis.vragenbank.gewicht_van_grens(limit.onderwerp or "") < _VASTE_GRENS
        if limit.soort != BUITEN_SOORT or not loose or self.vondst.niet >= _MAX_DICHTBIJ or not self.q.inhoud():
            return limit
        return buiten(self.q, str(limit.onderwerp), [self._waarschijnlijkste()])

    def _dichtbij(self) -> list[Uitspraak]:
        """What stands nearest to a question for which the rules find nothing."""
        by_rules = self.q.geciteerd(self.regels)
        if self.vondst.niet >= _MAX_DICHTBIJ or not self._studie_van_eerste():
            return by_rules
        likely = [id for id, share in self.vondst.kandidaten[:2] if share >= _MIN_DICHTBIJ]
        return uniek([*(self.q.kb.uitspraken[id] for id in likely), *by_rules])

    def _aangevuld(self, given: Antwoord) -> Antwoord:
        """An answer of the rules to a plain question, with what else the bank finds on the subject."""
        plain = given.soort == ANTWOORD and self.q.aspect in (DEFINITIE, BEWIJS, FEIT) and self._is_klaar()
        if not plain or len(given.regels) >= _AANGEVULD or given.onderwerp is None:
            return given
        lines = [self.q.kb.uitspraken[id] for id in self._vul_aan(list(given.regels))]
        return klaar(
            self.q, uniek(lines)[:MEEST], given.onderwerp, intro=TWEE_KANTEN if TWEE_KANTEN in given.tekst else ""
        )

    def _regels_weten_het(self) -> bool:
        """Whether the rules decide by what is named alone, so that likeness to other questions adds nothing."""
        if self.regels.soort == KEUZE:
            return not self.q.inhoud()
        if self.regels in (
            self.op_regels.genoemd_percentage,
            self.op_regels.soort_onderzoek,
            self.op_regels.basis,
            self.op_regels.vaste_route,
        ):
            return True
        if self.regels is self.op_regels.paar:
            return self._eerste() in self.q.genoemd_onderwerp()  # else the examples know what tells of both
        return self.q.alle or (self.regels.soort == ANTWOORD and (self.q.over_docent() or self._is_klaar()))

    def _is_klaar(self) -> bool:
        """Whether the question names one element or concept and asks what it is, what research says of it or why."""
        subject = self.regels.onderwerp
        if self.q.interventies or subject is None or subject not in (*self.q.elementen, *self.q.begrippen):
            return False
        return is_klaar(self.q.kennis.namen.met_teken(self.q.tekst, subject))

    def _kan_erover_gaan(self) -> bool:
        """Whether the likeliest statements are worth showing with a doubt; where an amount is asked, only with figures."""
        if self._over_iets_onbekends():
            return False
        if self.regels.soort == NIET_GEVONDEN and self._spreekt_regels_tegen():
            return True
        amount = self.q.eis is not None or re.search(HOEVEEL, self.q.plat) is not None
        if amount and not (self.regels.soort == NIET_GEVONDEN and self._waarschijnlijkste().cijfers):
            return False
        return self.vondst.niet < self._grens_van_twijfel() and self._studie_van_eerste()

    def _over_iets_onbekends(self) -> bool:
        """Whether a question is what the sources say about a word that they do not hold ("wat zegt Trimbos over straf")."""
        if self.regels.soort != NIET_GEVONDEN or set(self.q.genoemd_onderwerp()) - _DE_BRONNEN:
            return False
        return any(re.search(rf"{ZEGT_OVER}{re.escape(w)}(?![a-z])", self.q.plat) for w in self.q.vreemd.kern)

    def _spreekt_regels_tegen(self) -> bool:
        """Whether the example questions are sure enough to be shown against rules that find nothing or a limit."""
        if vergelijkt(self.q.tekst) or self.q.vraag.intent == "out_of_scope":
            return False
        if self.q.onbekend_programma or not self.q.inhoud():
            return False
        limit = _MAX_TEGEN_REGELS.get(self.regels.soort, _NOOIT)
        if self.q.vreemd.kern:
            limit = min(limit, _MAX_TEGEN_REGELS_VREEMD)
        return self.vondst.niet < limit and self._studie_van_eerste()

    def _grens_van_twijfel(self) -> float:
        """How sure it may at most be that there is no answer, for the likeliest to be shown with a doubt."""
        if vergelijkt(self.q.tekst) and len(self.q.genoemd_onderwerp()) < 2:
            return _MAX_MISSCHIEN_MEEST  # the most of a kind, or more than something that is not known here
        if self.regels.soort == NIET_GEVONDEN and (self._onbekende_woorden() or self.q.vraag.intent == "out_of_scope"):
            return _MAX_MISSCHIEN_VREEMD
        return _MAX_MISSCHIEN[self.regels.soort]

    def _onbekende_woorden(self) -> bool:
        return bool(self.q.vreemd.kern or self.q.vreemd.los)

    def _misschien(self) -> Antwoord:
        """What the sources say nearest to the question, said to be no sure answer."""
        by_rules = list(self.regels.regels)[:2] if self.regels.soort == ANTWOORD else []
        best = [id for id, _ in self.vondst.kandidaten[:3]]
        ids = list(dict.fromkeys([*best[:1], *by_rules, *best[1:]]))
        lines = uniek(s for id in ids for s in self._met_andere_kant(id))[:MEEST]
        found = klaar(self.q, lines, self.q.kb.eigenaar[ids[0]])
        return replace(found, tekst=alineas([_TWIJFEL, found.tekst]), soort=MISSCHIEN)

    def _grens_van_zekerheid(self) -> float:
        """How sure it may at most be that there is no answer; the rules know best which amount is of what."""
        if self.regels.soort == ANTWOORD and self.q.eis is not None and not self._zelfde_aantal():
            return _MAX_NIET_AANDEEL if self.q.eis.soort == AANDEEL else _MAX_NIET_EIS
        if self.regels.soort == ANTWOORD and self._zelfde_aantal():
            return _MAX_NIET_ZELFDE
        if self.regels.soort == NIET_GEVONDEN and self.vondst.kandidaten[0][1] < _MIN_TEGEN_REGELS:
            return _NOOIT
        return _MAX_NIET[self.regels.soort]

    def _zelfde_aantal(self) -> bool:
        """Whether rules and examples tell the same amount, and none that is advised."""
        text = self.q.plat
        if not re.search(HOEVEEL, text):
            return False
        if re.search(r"(?<![a-z])(?:minimaal|maximaal|mag|mogen|minstens|hooguit)(?![a-z])", text):
            return False
        advised = re.search(r"(?<![a-z])nodig(?![a-z])", text)
        first, share = self.vondst.kandidaten[0]
        return first in self.regels.regels[:2] and share >= (_MIN_ZELFDE_NODIG if advised else _MIN_ZELFDE)

    def _waarschijnlijkste(self) -> Uitspraak:
        """The likeliest statement."""
        return self.q.kb.uitspraken[self.vondst.kandidaten[0][0]]

    def _studie_van_eerste(self) -> bool:
        """Whether the likeliest statement is of the study that is named, on what is asked of it; true when none is named."""
        elsewhere = self.q.genoemde_studies() and self.q.elementen and self.regels.soort == NIET_GEVONDEN
        if elsewhere and not gaat_over_element(self.q, self._waarschijnlijkste()):
            return False
        return studie_klopt(self.q, self._eerste())

    def _eerste(self) -> str:
        """The subject of the likeliest statement."""
        return self.q.kb.eigenaar[self._waarschijnlijkste().id]

    @cached_property
    def vondst(self) -> Vondst:
        """What the example questions say; our own examples and reasons to ask only where those are asked for."""
        found = self.q.kennis.vragenbank.zoek(self.gevraagd())
        kept = tuple(
            (id, share) for id, share in found.kandidaten if share >= _MIN_GEVRAAGD or self._past_bij_vraag(id)
        )
        return replace(found, kandidaten=kept or found.kandidaten)

    def _past_bij_vraag(self, id: str) -> bool:
        """Whether a statement is of a kind that the question asks for, or of a kind that answers any question."""
        wanted = {"voorbeeld": VOORBEELD, "waarom": WAAROM}.get(id.rsplit(".", 1)[-1])
        return wanted in (None, self.q.aspect)

    def _leunt(self) -> bool:
        """Whether the question is about what was said before: its source, or something that it does not name itself."""
        if self.op_regels.basis is None and self.q.vraagt_bron():
            return True
        before = self.q.vraag.vorig_onderwerp or self.q.vraag.open_element
        return bool(before) and (self.q.terug or not self.q.inhoud()) and self.q.kort()

    def _uit_bank(self) -> Antwoord:
        """The statements that answer the question, with what belongs to them."""
        first, best = self.vondst.kandidaten[0]
        ids = [id for id, share in self.vondst.kandidaten[:_MEEST_SAMEN] if share >= _MIN_AANDEEL * best]
        by_rules = list(self.regels.regels) if self.regels.soort == ANTWOORD else []
        same = self._eerste() == self.regels.onderwerp
        if by_rules and not self.q.inhoud():  # a bare name: the rules know what to tell of it
            if not same and best < _MIN_EIGEN:
                return self.regels
            ids = [*by_rules[:3], first, *by_rules[3:]] if same else ids
        elif by_rules and same and best < _MAX_TWIJFEL:
            ids += by_rules
        elif by_rules and best < _MIN_ALLEEN and self.regels.onderwerp in (*self.q.elementen, *self.q.begrippen):
            ids = [*by_rules[:2], *ids[:2]]  # the rules know the subject that is named, the examples another one
        lines = self._met_andere_kanten(self._vul_aan(ids))
        if re.search(HOEVEEL, self.q.plat) and re.search(STAAT_ER_NIET, vouw(lines[0].tekst)):
            return niet_gevonden(self.q, lines[:1], self.q.kb.eigenaar[ids[0]])
        return klaar(self.q, self._zonder_herhaling(lines)[:MEEST], self.q.kb.eigenaar[ids[0]])

    def _vul_aan(self, ids: list[str]) -> list[str]:
        """What is told, with what else of the same subject fits the question: one statement is seldom all of it."""
        owner = self.q.kb.eigenaar[ids[0]]
        first = list(dict.fromkeys([*ids[:1], *self._heel_begrip(owner, ids[0]), *ids[1:]]))
        for id, _ in self.vondst.kandidaten:
            if len(first) >= _AANGEVULD:
                break
            if self.q.kb.eigenaar[id] == owner and id not in first and self._hoort_erbij(id, first[0]):
                first.append(id)
        return first

    def _heel_begrip(self, owner: str, first: str) -> list[str]:
        """The other statements of a concept that is told in a few: they belong together."""
        concept = self.q.kb.begrippen.get(owner)
        if concept is None or len(concept.uitspraken) > _KLEIN_BEGRIP:
            return []
        return [s.id for s in concept.uitspraken if self._hoort_erbij(s.id, first)]

    def _hoort_erbij(self, id: str, first: str) -> bool:
        """Whether a statement may be told beside the first: of the same characteristic, and an amount beside an amount."""
        statement = self.q.kb.uitspraken[id]
        if id.endswith(".voorbeeld") or isinstance(statement, Codering):
            return False
        if self.q.kb.eigenaar[id] in self.q.kb.interventies:
            return statement.onderwerp == self.q.kb.uitspraken[first].onderwerp
        return bool(statement.cijfers) or not re.search(HOEVEEL, self.q.plat)

    def _met_andere_kanten(self, ids: list[str]) -> list[Uitspraak]:
        """The statements in their order; after them the other side of each that contradicting research speaks of."""
        told = [self._met_andere_kant(id) for id in ids]
        sides = [s for statements in told for s in statements[1:]]
        room = MEEST - min(len(uniek(sides)), 2)
        return uniek([*[s for statements in told[:room] for s in statements[:1]], *sides])

    def _met_andere_kant(self, id: str) -> list[Uitspraak]:
        """A statement; with both sides when it is one of two that pull in different directions."""
        statement = self.q.kb.uitspraken[id]
        element = self.q.kb.elementen.get(self.q.kb.eigenaar[id])
        if ".spanning." in id and element is not None:
            tension = element.spanning[int(id.split(".")[2]) - 1]
            return [s for s in (tension.een_kant, tension.andere_kant, tension.uitleg) if s]
        if isinstance(statement, Bewijs) and element is not None and element.spanning and not statement.cijfers:
            return [statement, element.spanning[0].een_kant, element.spanning[0].andere_kant]
        if isinstance(statement, Codering) and statement.antwoord == "niet_vermeld":
            return [statement, *self.q.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[:1]]
        return [statement]

    # -- text --------------------------------------------------------------------------------------------

    def toon(self, lines: list[Uitspraak], subject: str) -> Antwoord:
        """Statements as an answer."""
        return klaar(self.q, uniek(lines)[:MEEST], subject)

    def zonder_herhaling(self, given: Antwoord) -> Antwoord:
        """An answer without the statements that only say again what another of the same subject in it says."""
        if given.soort not in (ANTWOORD, MISSCHIEN) or given.tekst.startswith(WAAR):
            return given
        lines = self.q.geciteerd(given)
        kept = self._zonder_herhaling(lines)
        if len(kept) == len(lines):
            return given
        shown = klaar(self.q, kept, given.onderwerp or "", intro=TWEE_KANTEN if TWEE_KANTEN in given.tekst else "")
        text = alineas([_TWIJFEL, shown.tekst]) if given.soort == MISSCHIEN else shown.tekst
        return replace(shown, tekst=text, soort=given.soort, onderwerp=given.onderwerp)

    def _zonder_herhaling(self, lines: Sequence[Uitspraak]) -> list[Uitspraak]:
        sides = [s for s in lines if ".spanning." in s.id]
        figures = " ".join(s.tekst for s in sides)
        kept: list[Uitspraak] = []
        for statement in lines:
            # Both sides of a contradiction are told, and not what says one of them too.
            repeated = any(self._in_elkaar(side, statement, figures) for side in sides)
            if statement in sides or not (repeated or any(self._zegt_hetzelfde(k, statement) for k in kept)):
                kept.append(statement)
        return kept

    def _in_elkaar(self, side: Uitspraak, other: Uitspraak, figures: str) -> bool:
        """Whether one of two statements of a subject holds nearly all of the other, with no amount besides `figures`."""
        if self.q.kb.eigenaar[side.id] != self.q.kb.eigenaar[other.id] or isinstance(other, Codering):
            return False
        first, second = self.q.kennis.stammen(side), self.q.kennis.stammen(other)
        return len(first & second) >= _ZELFDE * min(len(first), len(second)) and all(
            f in figures for f in other.cijfers
        )

    def _zegt_hetzelfde(self, told: Uitspraak, other: Uitspraak) -> bool:
        """Whether two statements of one subject say nearly the same, with no amount that only the second has."""
        if (
            self.q.kb.eigenaar[told.id] != self.q.kb.eigenaar[other.id]
            or isinstance(other, Codering)
            or ".spanning." in other.id
        ):
            return False
        first, second = self.q.kennis.stammen(told), self.q.kennis.stammen(other)
        shared = len(first & second)
        alike = shared >= _ZELFDE * min(len(first), len(second)) and shared >= _ZELFDE_SAMEN * len(first | second)
        return alike and all(figure in told.tekst for figure in other.cijfers)
