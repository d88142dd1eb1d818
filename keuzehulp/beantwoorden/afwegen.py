"""The rules weighed against the example questions, and a follow-up against the same with the question that it leans on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from keuzehulp.beantwoorden.aantallen import telt
from keuzehulp.beantwoorden.elementen import vraagt_naar_vraag
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
from keuzehulp.beantwoorden.opmaak import MEEST, TWEE_KANTEN, TWIJFEL, alineas, klaar, uniek
from keuzehulp.beantwoorden.regels import Regels
from keuzehulp.beantwoorden.samenstellen import AANGEVULD, met_andere_kant, met_andere_kanten, vul_aan, zonder_dubbele
from keuzehulp.beantwoorden.uitspraken import gaat_over_element, studie_klopt
from keuzehulp.beantwoorden.weigeren import buiten, deelt_woorden, dichtst, niet_gevonden, verwant
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.klaarvraag import is_klaar
from keuzehulp.soortvraag import AANDEEL, DUUR, KEER, LEERJAAR, MENING, WIE
from keuzehulp.vraagpatronen import ALLE_PROGRAMMAS, HOEVEEL, OM_EEN_VOORBEELD, STAAT_ER_NIET, ZEGT_OVER
from keuzehulp.vraagsoort import kenmerken, vergelijkt
from keuzehulp.vraagvorm import BEWIJS, DEFINITIE, FEIT, VOORBEELD, WAAROM
from keuzehulp.vragenbank import ZEKER, Gevraagd, Vondst
from keuzehulp.zoeken import stam, vouw, woorden

#: What comes after this many characters is not read: no question is that long.
LANGSTE_VRAAG = 400

#: A question of so few words that names nothing may lean on the one before it without a word that says so.
_KORTE_VERVOLGVRAAG = 5

#: How sure the example questions may at most be that there is no answer, for one to be given; by what the rules say.
_MAX_NIET = {ANTWOORD: -2.8, NIET_GEVONDEN: -2.8, KEUZE: -3.0, VALKUIL_SOORT: -4.0, BUITEN_SOORT: -4.0}

#: The same where rules and examples agree on an amount, with at least this share.
_MAX_NIET_ZELFDE, _MIN_ZELFDE_AANTAL, _MIN_ZELFDE_NODIG = 2.0, 0.15, 0.5

#: The same where they agree on a statement of the kind that is asked for.
_MAX_NIET_ZELFDE_UITSPRAAK, _MIN_ZELFDE = 0.5, 0.35

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

#: Below this share, what is nearest must also share words with the question to be shown at a refusal.
_MIN_VERWANT = 0.2

#: A limit that tells more than this (`gewicht_van_grenzen`) is hardly ever named by accident: costs, another programme.
_VASTE_GRENS = 2.7


#: Our own examples, and reasons to ask, are told without being asked for only when they are this likely.
_MIN_GEVRAAGD = 0.5

#: So many candidates are told together, from this share of the first on; with the rules' statements beside them while the first
#: is in doubt; and a bare name, or another subject than the one that is named, needs so much of its own.
_MEEST_SAMEN, _MIN_AANDEEL, _MAX_TWIJFEL, _MIN_EIGEN, _MIN_ALLEEN = 4, 0.02, 0.9, 0.3, 0.5

#: Concepts that stand for the sources themselves.
_DE_BRONNEN = frozenset({"trimbos_rapport", "kuiper_bannink", "keuzehulp"})


class Beantwoorder:
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
            self.q.genoemd_onderwerp(),
            self.q.aspect,
            self.q.eis,
            len(strange.kern),
            len(strange.los),
            self.regels.soort,
            self.regels.regels,
            (self.regels.onderwerp or "") if self.regels.soort in (BUITEN_SOORT, VALKUIL_SOORT) else "",
        )

    def antwoord(self) -> Antwoord:
        """The answer to the question as it stands, or with the question before it where that tells more."""
        given = self._op_zichzelf()
        by_rule = any(
            given is rule
            for rule in (
                self.op_regels.soort_onderzoek,
                self.op_regels.aangewezen,
                self.op_regels.hergebruik,
                self.op_regels.de_rest,
            )
        )
        settled = given.soort == VALKUIL_SOORT or self.q.vraagt_bron() or by_rule
        # "Waarom vraag je dat?" is about the question that is open, and not about what was talked of before it.
        settled = settled or (given.soort == ANTWOORD and given.onderwerp == self.q.vraag.open_element)
        settled = settled or (given.soort == ANTWOORD and self.vondst.niet <= -ZEKER and not self.q.terug)
        settled = settled or (given.soort == ANTWOORD and (self.op_regels.over_vorig_programma or self._is_klaar()))
        settled = settled or (given.soort == NIET_GEVONDEN and self._vraagt_mening())
        if not settled and self._vindt_bij_vorige():
            return self._uit_bank()
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
        if found.soort != ANTWOORD and self._zegt_niets_nieuws(given) and wider._vindt_iets_van(self.q):
            return wider._uit_bank()
        drowned = given.soort in (NIET_GEVONDEN, BUITEN_SOORT) and not self.q.terug
        if (given.soort == KEUZE and self.q.noemt_docent()) or (drowned and self._herhaalt(found)):
            return given  # the question before it drowns this one
        if given.soort == found.soort == MISSCHIEN and not self.q.terug:
            return given
        doubt = (given.soort == ANTWOORD and self._herhaalt(given)) or given.soort in (KEUZE, MISSCHIEN)
        doubt = doubt or (given.soort == NIET_GEVONDEN and bool(self.q.inhoud()))
        return found if found.soort == ANTWOORD or (found.soort == MISSCHIEN and doubt) else given

    @cached_property
    def volledig(self) -> str:
        """The question with the one before it, where it leans on that; else the question itself."""
        vraag, previous = self.q.vraag, self.q.vraag.vorig_onderwerp
        if previous is None or not self.q.bestaat(previous) or self.q.alle:
            return vraag.tekst
        short = len(self.q.plat.split()) <= _KORTE_VERVOLGVRAAG and not self.q.interventies
        leans = self.q.terug and self._leunt() if self._noemt_zelf() else self._leunt() or self.q.terug or short
        both = f"{(vraag.vorige_vraag or self.q.kb.naam(previous)).rstrip('?!. ')}, {vraag.tekst}"
        return both if leans and len(both) <= LANGSTE_VRAAG else vraag.tekst

    @property
    def te_onthouden(self) -> str:
        """What a next question may lean on: what was asked before too, unless this question named a subject itself."""
        return self.q.tekst if self._noemt_zelf() else self.volledig

    def _vindt_bij_vorige(self) -> bool:
        """Whether a question that leans on what was said finds by itself something new of just that subject."""
        previous = self.q.vraag.vorig_onderwerp
        if self.q.genoemd_onderwerp() or not self.q.terug or previous in self.q.kb.interventies or self.q.alle:
            return False
        first, share = self.vondst.kandidaten[0]
        new = first not in self.q.vraag.vorige_uitspraken and self._eerste() == previous
        return new and share >= _MIN_EIGEN and self.vondst.niet < _MAX_NIET[ANTWOORD]

    def _zegt_niets_nieuws(self, given: Antwoord) -> bool:
        """Whether an answer to a bare follow-up ("hoe komt dat") is only what is told of its subject anyway."""
        return given.soort == ANTWOORD and given.regels == self.regels.regels and not self.q.inhoud()

    def _vindt_iets_van(self, follow_up: Gelezen) -> bool:
        """Whether the examples find something of the subject of a follow-up that was not said yet."""
        first, share = self.vondst.kandidaten[0]
        own = self.q.kb.eigenaar[first] == follow_up.vraag.vorig_onderwerp
        return own and share >= _MIN_EIGEN and first not in follow_up.vraag.vorige_uitspraken

    def _noemt_zelf(self) -> bool:
        """Whether the question names its own subject; how long something lasts is asked of the subject before it."""
        return bool(set(self.q.genoemd_onderwerp()) - {"duur"})

    def _met_vorige_vraag(self) -> Beantwoorder | None:
        """The question together with the one that it leans on; None when it leans on none."""
        return None if self.volledig == self.q.tekst else Beantwoorder(self.q.kennis, Vraag(self.volledig))

    def _met_zelfde_vraag(self, given: Antwoord, wider: Beantwoorder) -> Antwoord:
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
        unclear = given.soort in (NIET_GEVONDEN, KEUZE, MISSCHIEN)
        if not unclear or self.q.interventies:
            return given
        asked = replace(self.q.vraag, eigen_programma=None)
        own, only = self.q.vraag.eigen_programma, self._enig_programma()
        if only is not None:
            asked = replace(asked, interventies=(only,), elementen=())
        elif own is not None and kenmerken(self.q.tekst):
            asked = replace(asked, interventies=(own,))
        else:
            return given
        found = Beantwoorder(self.q.kennis, asked)._op_zichzelf()
        return found if found.soort == ANTWOORD else given

    def _enig_programma(self) -> str | None:
        """The one described programme of which only its own statements hold a word of the question ("de stuurgroep")."""
        for word in self.q.inhoud():
            stems = self.q.index.bekend(word)
            owners = {o for o, own in self.q.index.eigenaar_stammen.items() if stems and own.issuperset(stems)}
            programmes = owners & self.q.kb.interventies.keys()
            if len(programmes) == 1 and owners <= {*programmes, ALLE_PROGRAMMAS}:
                return next(iter(programmes))
        return None

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
        if self.q.genoemde_studies() and self._over_iets_onbekends():
            return niet_gevonden(self.q)
        if answered and self._aantal_van_studie():
            return self.regels
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
        return niet_gevonden(self.q, self.q.geciteerd(self.regels), self.regels.onderwerp)

    def _aantal_van_studie(self) -> bool:
        """Whether the rules found the amount that is asked for in a statement of the study that is named."""
        if not re.search(HOEVEEL, self.q.plat) or self._onbekende_woorden() or not self.regels.regels:
            return False
        first, studies = self.q.kb.uitspraken[self.regels.regels[0]], self.q.genoemde_studies()
        return any(c.studie in studies for c in first.bronnen) and bool(first.cijfers) and telt(self.q, first)

    def _met_gevonden(self, limit: Antwoord) -> Antwoord:
        """A limit that everyday words name too ("een leerling"), with the likeliest statement for who meant something else."""
        loose = self.q.kennis.vragenbank.gewicht_van_grens(limit.onderwerp or "") < _VASTE_GRENS
        if limit.soort != BUITEN_SOORT or not loose or self.vondst.niet >= _MAX_DICHTBIJ or not self.q.inhoud():
            return limit
        likely = self._waarschijnlijkste()
        if self.vondst.kandidaten[0][1] < _MIN_VERWANT and not deelt_woorden(self.q, likely):
            return limit
        id = str(limit.onderwerp)
        return buiten(self.q, id, [*dichtst(self.q, id), likely])

    def _dichtbij(self) -> list[Uitspraak]:
        """What stands nearest to a question for which the rules find nothing."""
        by_rules = [s for s in self.q.geciteerd(self.regels) if verwant(self.q, s)]
        if self.vondst.niet >= _MAX_DICHTBIJ or not self._studie_van_eerste():
            return by_rules
        found = [
            (self.q.kb.uitspraken[id], share) for id, share in self.vondst.kandidaten[:2] if share >= _MIN_DICHTBIJ
        ]
        likely = [s for s, share in found if share >= _MIN_VERWANT or verwant(self.q, s)]
        return uniek([*likely, *by_rules])

    def _aangevuld(self, given: Antwoord) -> Antwoord:
        """An answer of the rules to a plain question, with what else the bank finds on the subject."""
        plain = given.soort == ANTWOORD and self.q.aspect in (DEFINITIE, BEWIJS, FEIT) and self._is_klaar()
        if not plain or len(given.regels) >= AANGEVULD or given.onderwerp is None:
            return given
        lines = [self.q.kb.uitspraken[id] for id in vul_aan(self.q, self.vondst.kandidaten, list(given.regels))]
        return klaar(
            self.q, uniek(lines)[:MEEST], given.onderwerp, intro=TWEE_KANTEN if TWEE_KANTEN in given.tekst else ""
        )

    def _regels_weten_het(self) -> bool:
        """Whether the rules decide by what is named alone, so that likeness to other questions adds nothing."""
        if self.regels.soort == KEUZE:
            return not self.q.inhoud()
        if self.regels in (self.op_regels.aangewezen, self.op_regels.hergebruik):
            return True
        if self.regels.soort == ANTWOORD and self.vondst.niet >= ZEKER:
            return False  # word for word a question that the sources do not answer
        if self.regels in (
            self.op_regels.genoemd_percentage,
            self.op_regels.soort_onderzoek,
            self.op_regels.basis,
            self.op_regels.vaste_route,
            self.op_regels.de_rest,
        ):
            return True
        if self.op_regels.over_vorig_programma or self._vraagt_wat_programma_is() or self._is_kale_naam():
            return True
        if self.regels is self.op_regels.paar:
            return self._eerste() in self.q.genoemd_onderwerp()  # else the examples know what tells of both
        if self._is_voorbeeldvraag():
            return False
        if self.regels.soort == NIET_GEVONDEN:
            return False
        return self.q.alle or (self.regels.soort == ANTWOORD and (self.q.over_docent() or self._is_klaar()))

    def _is_kale_naam(self) -> bool:
        """Whether the question is the name of one subject and no more: what there is to tell of it is no matter of doubt."""
        named = self.q.genoemd_onderwerp()
        if self.regels.soort != ANTWOORD or self.regels.onderwerp not in named or len(set(named)) > 1:
            return False
        return all(stam(word) in self.q.namen_stammen for word in woorden(self.q.plat))

    def _is_voorbeeldvraag(self) -> bool:
        """Whether the question is word for word an example question, and more than a name: what answers it is known."""
        return self.vondst.niet <= -ZEKER and not self._is_kale_naam() and self.q.eis is not None

    def _is_klaar(self) -> bool:
        """Whether the question names one element or concept and asks what it is, what research says of it or why."""
        subject = self.regels.onderwerp
        if self.q.interventies or subject is None or subject not in (*self.q.elementen, *self.q.begrippen):
            return False
        return is_klaar(self.q.kennis.namen.met_teken(self.q.tekst, subject))

    def _vraagt_wat_programma_is(self) -> bool:
        """Whether the question names one described programme and asks nothing but what it is."""
        named = self.q.interventies
        alone = len(named) == 1 and not self.q.elementen and not self.q.begrippen and self.q.aspect in (DEFINITIE, FEIT)
        return alone and is_klaar(self.q.kennis.namen.met_teken(self.q.tekst, named[0]))

    def _kan_erover_gaan(self) -> bool:
        """Whether the likeliest statements are worth showing with a doubt; where an amount is asked, only with figures."""
        if self._over_iets_onbekends() or self._vraagt_mening():
            return False
        amount = self.q.eis is not None or re.search(HOEVEEL, self.q.plat) is not None
        if re.search(HOEVEEL, self.q.plat) and re.search(STAAT_ER_NIET, vouw(self._waarschijnlijkste().tekst)):
            return False
        if self.regels.soort == NIET_GEVONDEN and self._spreekt_regels_tegen():
            return True
        if amount and not (self.regels.soort == NIET_GEVONDEN and self._waarschijnlijkste().cijfers):
            return False
        return self.vondst.niet < self._grens_van_twijfel() and self._studie_van_eerste()

    def _over_iets_onbekends(self) -> bool:
        """Whether a question is what the sources say about a word that they do not hold ("wat zegt Trimbos over straf")."""
        if self.regels.soort != NIET_GEVONDEN or set(self.q.genoemd_onderwerp()) - _DE_BRONNEN:
            return False
        return any(re.search(rf"{ZEGT_OVER}{re.escape(w)}(?![a-z])", self.q.plat) for w in self.q.vreemd.kern)

    def _vraagt_mening(self) -> bool:
        """Whether the question is what some group thinks of it, which nobody asked them."""
        return self.q.eis is not None and self.q.eis.soort == MENING and bool(self.q.eis.ding)

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
        lines = uniek(s for id in ids for s in met_andere_kant(self.q, id))[:MEEST]
        found = klaar(self.q, lines, self.q.kb.eigenaar[ids[0]])
        return replace(found, tekst=alineas([TWIJFEL, found.tekst]), soort=MISSCHIEN)

    def _grens_van_zekerheid(self) -> float:
        """How sure it may at most be that there is no answer; the rules know best which amount is of what."""
        if self._zelfde_uitspraak():
            return _MAX_NIET_ZELFDE_UITSPRAAK
        if self.regels.soort == ANTWOORD and self.q.eis is not None and not self._zelfde_aantal():
            return _MAX_NIET_AANDEEL if self.q.eis.soort == AANDEEL else _MAX_NIET_EIS
        if self.regels.soort == ANTWOORD and self._zelfde_aantal():
            return _MAX_NIET_ZELFDE
        if self.regels.soort == NIET_GEVONDEN and self.vondst.kandidaten[0][1] < _MIN_TEGEN_REGELS:
            return _NOOIT
        return _MAX_NIET[self.regels.soort]

    def _zelfde_uitspraak(self) -> bool:
        """Whether rules and examples tell the same statement, of the kind that is asked: who, how long, how often, what age."""
        if self.regels.soort != ANTWOORD or self.q.eis is None or self.q.eis.soort not in (WIE, DUUR, KEER, LEERJAAR):
            return False
        first, share = self.vondst.kandidaten[0]
        return first in self.regels.regels[:2] and share >= _MIN_ZELFDE

    def _zelfde_aantal(self) -> bool:
        """Whether rules and examples tell the same amount, and none that is advised."""
        text = self.q.plat
        if not re.search(HOEVEEL, text):
            return False
        if re.search(r"(?<![a-z])(?:minimaal|maximaal|mag|mogen|minstens|hooguit)(?![a-z])", text):
            return False
        advised = re.search(r"(?<![a-z])nodig(?![a-z])", text)
        first, share = self.vondst.kandidaten[0]
        return first in self.regels.regels[:2] and share >= (_MIN_ZELFDE_NODIG if advised else _MIN_ZELFDE_AANTAL)

    def _waarschijnlijkste(self) -> Uitspraak:
        """The likeliest statement."""
        return self.q.kb.uitspraken[self.vondst.kandidaten[0][0]]

    def _studie_van_eerste(self) -> bool:
        """Whether the likeliest statement is of the study or programme that is named, on what is asked of it; true when none is."""
        if self.q.interventies and self._eerste() in self.q.kb.interventies.keys() - set(self.q.interventies):
            return False  # what one programme has, tells nothing of another
        elsewhere = self.q.genoemde_studies() and self.q.elementen and self.regels.soort == NIET_GEVONDEN
        if elsewhere and not gaat_over_element(self.q, self._waarschijnlijkste()):
            return False
        share = self.q.eis is not None and self.q.eis.soort == AANDEEL
        if share and self.q.elementen and self._eerste() in self.q.kb.elementen.keys() - set(self.q.elementen):
            return False  # how common one element is tells nothing of another ("coping", "cognitieve coping")
        return studie_klopt(self.q, self._eerste())

    def _eerste(self) -> str:
        """The subject of the likeliest statement."""
        return self.q.kb.eigenaar[self._waarschijnlijkste().id]

    @cached_property
    def vondst(self) -> Vondst:
        """What the example questions say; our own examples and reasons to ask only where those are asked for."""
        found = self.q.kennis.vragenbank.zoek(self.gevraagd())
        kept = [(id, share) for id, share in found.kandidaten if share >= _MIN_GEVRAAGD or self._past_bij_vraag(id)]
        if not re.search(OM_EEN_VOORBEELD, self.q.plat):
            kept = _van_ons_achteraan(kept)
        return replace(found, kandidaten=tuple(kept) or found.kandidaten)

    def _past_bij_vraag(self, id: str) -> bool:
        """Whether a statement is of a kind that the question asks for, or of a kind that answers any question."""
        wanted = {"voorbeeld": VOORBEELD, "waarom": WAAROM}.get(id.rsplit(".", 1)[-1])
        if wanted == WAAROM and not vraagt_naar_vraag(self.q, self.q.kb.eigenaar[id]):
            return False
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
        known = self.vondst.niet <= -ZEKER and not self._is_kale_naam()
        if by_rules and not self.q.inhoud():  # a bare name: the rules know what to tell of it
            if not same and best < _MIN_EIGEN:
                return self.regels
            told = [first, *by_rules] if known else [*by_rules[:3], first, *by_rules[3:]]
            ids = told if same else ids
        elif by_rules and same and best < _MAX_TWIJFEL:
            ids += by_rules
        elif by_rules and best < _MIN_ALLEEN and self.regels.onderwerp in (*self.q.elementen, *self.q.begrippen):
            ids = [*by_rules[:2], *ids[:2]]  # the rules know the subject that is named, the examples another one
        lines = met_andere_kanten(self.q, vul_aan(self.q, self.vondst.kandidaten, ids))
        if re.search(HOEVEEL, self.q.plat) and re.search(STAAT_ER_NIET, vouw(lines[0].tekst)):
            return niet_gevonden(self.q, lines[:1], self.q.kb.eigenaar[ids[0]])
        return klaar(self.q, zonder_dubbele(self.q, lines)[:MEEST], self.q.kb.eigenaar[ids[0]])


def _van_ons_achteraan(candidates: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Candidates with an example of our own behind what the sources say."""
    return sorted(candidates, key=lambda candidate: candidate[0].endswith(".voorbeeld"))
