"""What a message says, gathered in one object; used by the spaCy components, the command line and Rasa."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from keuzehulp.nlu import blokken, halven
from keuzehulp.nlu.antwoord import eerste_antwoord, heel_antwoord, is_vraag, kaal_antwoord
from keuzehulp.nlu.bereik import DEELS, JA, NEE, Paar, geef_waarden, paren
from keuzehulp.nlu.crisis import volgens_regels
from keuzehulp.nlu.duiding import LESPROGRAMMA, MIN_ZIN, SIGNAAL, Duider, alleen_antwoord
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.termen import Term, termen
from keuzehulp.nlu.vermeldingen import Vermelding, Zoeker, is_omstandigheid
from keuzehulp.nlu.woorden import Woord, platte_tekst
from keuzehulp.nlu.zinsdelen import Zinsdeel, nummers, splits


@dataclass
class Begrip:
    """Everything the rules understand of one message."""

    tekst: str
    woorden: list[Woord] = field(default_factory=list)
    norm: str = ""
    delen: list[Zinsdeel] = field(default_factory=list)
    vermeldingen: list[Vermelding] = field(default_factory=list)
    signalen: list[Vermelding] = field(default_factory=list)
    gelezen_paren: list[Paar] | None = None
    alle_paren: list[Paar] = field(default_factory=list)
    kaal: str | None = None
    eerste: str | None = None
    geheel: str | None = None
    geheel_cue: str = ""
    crisis: bool = False
    vraag: bool = False
    opsomming: bool = False
    #: How sure the trained model is, of each element, that some clause is about it.
    over: Mapping[str, float] = field(default_factory=dict)

    @property
    def paren(self) -> list[Paar]:
        """The pairs: as a trained model read them, else by the rules alone, at the first look."""
        if self.gelezen_paren is None:
            vul_paren(self)
        return self.gelezen_paren or []

    @property
    def hints(self) -> list[Term]:
        """What the signal words point at, each once."""
        return list(dict.fromkeys(term for signaal in self.signalen for term in signaal.kandidaten))

    def zwak_element(self) -> tuple[str, Vermelding] | None:
        """The one element of the check that signal words point at, when nothing else is named."""
        if self.vermeldingen:
            return None
        gevraagd = {t.id: s for s in self.signalen for t in s.kandidaten if t.gevraagd}
        return next(iter(gevraagd.items())) if len(gevraagd) == 1 else None


@lru_cache(maxsize=2)
def zoeker(kennisbank: str | None = None) -> Zoeker:
    """The index on the knowledge base in a folder, or on the one in use; made once, since Rasa loads the pipeline twice."""
    return Zoeker(termen(Path(kennisbank) if kennisbank else None))


def vind_vermeldingen(
    tekst: str, woorden: Sequence[Woord], delen: Sequence[Zinsdeel], zoek: Zoeker
) -> list[Vermelding]:
    """Mentions of elements, concepts and interventions, with names of unknown programmes added; `delen` are the clauses."""
    plaats = nummers(delen, len(woorden))
    gevonden = zoek.zoek(woorden, plaats)
    vondsten = [v for v in gevonden if not (_zegt_het_zelf(woorden, v) or _is_op_pad(tekst, woorden, v))]
    vondsten.extend(zoek.zwakke(woorden, plaats, vondsten))
    bezet = [(v.begin, v.eind) for v in vondsten if v.ids("interventie")]
    for begin, eind, naam in onbekende_programmas(tekst):
        if any(a < eind and begin < b for a, b in bezet):
            continue
        if not is_bekend_programma(naam) and any(v.begin < eind and begin < v.eind for v in vondsten):
            continue
        van = next((i for i, w in enumerate(woorden) if w.eind > begin), 0)
        tot = next((i for i in range(len(woorden), 0, -1) if woorden[i - 1].begin < eind), van + 1)
        vondsten = [v for v in vondsten if not (v.begin < eind and begin < v.eind)]
        term = Term("interventie", naam, naam, naam=True)
        vondsten.append(Vermelding((term,), van, max(tot, van + 1), begin, eind, "naam"))
        bezet.append((begin, eind))
    return sorted(vondsten, key=lambda v: v.van)


_IK_MOET = frozenset({"moet", "moeten", "kan", "kunnen", "zou", "zouden", "wil", "durf"})
_IK = frozenset({"ik", "we", "wij"})


def _zegt_het_zelf(woorden: Sequence[Woord], vermelding: Vermelding) -> bool:
    """Whether who writes says no ("daar moet ik nee zeggen"), which is not the skill that pupils learn."""
    genoemd = [w.norm for w in woorden[vermelding.van : vermelding.tot]]
    ervoor = [w.norm for w in woorden[max(0, vermelding.van - 2) : vermelding.van]]
    return genoemd == ["nee", "zeggen"] and ervoor[:1] != [] and ervoor[0] in _IK_MOET and ervoor[-1] in _IK


def _is_op_pad(tekst: str, woorden: Sequence[Woord], vermelding: Vermelding) -> bool:
    """Whether a class goes out ("op pad"), which is no programme of that name."""
    ervoor = woorden[vermelding.van - 1].norm if vermelding.van else ""
    return ervoor == "op" and tekst[vermelding.begin : vermelding.eind] == "pad"


@lru_cache(maxsize=1)
def _programma_patronen() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    stuk = taal().rauw["programma"]
    bekend = sorted(stuk["bekend"], key=len, reverse=True)
    los = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(naam) for naam in bekend) + r")(?!\w)", re.IGNORECASE)
    naam = re.compile(f"(?:(?<!\\w)(?:{stuk['aankondiging']}|{stuk['werkwoord']}))" + stuk["naam"])
    return los, naam, frozenset(stuk["geen_naam"])


def onbekende_programmas(tekst: str) -> list[tuple[int, int, str]]:
    """Names of programmes our sources don't describe: well-known ones, or a capitalised name announced as one."""
    los, aangekondigd, geen = _programma_patronen()
    gevonden = [(m.start(), m.end(), m.group()) for m in los.finditer(tekst) if _als_naam(m.group())]
    if tekst.isupper():
        return gevonden
    for treffer in aangekondigd.finditer(tekst):
        naam = treffer.group(1).rstrip("'’-!")
        eerste = naam.split()[0]
        if eerste in geen or naam in geen or len(naam) < 3 or any(c.isdigit() for c in eerste[:1]):
            continue
        if any(a < treffer.end(1) and treffer.start(1) < b for a, b, _ in gevonden):
            continue
        gevonden.append((treffer.start(1), treffer.start(1) + len(naam), naam))
    return sorted(gevonden)


def is_bekend_programma(naam: str) -> bool:
    """Whether the name stands in the list of well-known programmes."""
    return bool(_programma_patronen()[0].fullmatch(naam))


def _als_naam(vorm: str) -> bool:
    """One-word programme names that are also ordinary words only count with a capital."""
    return (
        " " in vorm
        or vorm[:1].isupper()
        or (len(vorm) <= 5 and vorm.lower() in {"kiva", "swpbs", "pbs", "ovk", "kwink"})
    )


def lees(tekst: str, woorden: Sequence[Woord], zoek: Zoeker | None = None) -> Begrip:
    """Understand one message from its words, in one go (the spaCy components do the same step by step)."""
    begrip = Begrip(tekst, list(woorden), platte_tekst(woorden))
    vul_delen(begrip)
    begrip.vermeldingen = vind_vermeldingen(tekst, woorden, begrip.delen, zoek or zoeker())
    begrip.signalen = (zoek or zoeker()).hints(woorden)
    vul_antwoorden(begrip)
    return begrip


def vul_delen(begrip: Begrip) -> None:
    """Add the parts of the sentence."""
    begrip.delen = splits(begrip.woorden)


def vul_paren(begrip: Begrip, duider: Duider | None = None) -> None:
    """Add the pairs: by the rules alone, or with the models that a trained dialogue model holds."""
    genoemd = begrip.vermeldingen
    if duider:
        genoemd = duider.duid(begrip.woorden, begrip.delen, met_signalen(begrip))
    begrip.gelezen_paren = paren(geef_waarden(begrip.woorden, begrip.delen, genoemd), begrip.delen)
    gelezen = [
        paar
        for paar in begrip.paren
        if not (_is_werkvorm(begrip, paar) or _is_plaats(begrip, paar) or _wordt_gevraagd(begrip, paar))
    ]
    if len(gelezen) == 1 and _los_signaal(begrip, gelezen[0]):
        gelezen = []
    if duider:
        begrip.over = duider.waarover(begrip.delen)
        gelezen = duider.geloof(begrip.woorden, begrip.delen, begrip.vermeldingen, gelezen)
    begrip.gelezen_paren = gelezen
    _halve_steun(begrip, genoemd)
    if not begrip.vraag:
        begrip.gelezen_paren = blokken.vul_aan(begrip.woorden, begrip.delen, begrip.paren)


def _halve_steun(begrip: Begrip, genoemd: Sequence[Vermelding]) -> None:
    """A manual without training, or the other way round, is partly, in whatever order it is told; both are a yes."""
    eigen = [v for v in genoemd if v.gevraagd_element() == halven.ELEMENT]
    delen = [(deel.opener, deel.tekst) for deel in begrip.delen]
    waarde = JA if halven.is_heel(delen) else DEELS
    if not eigen or not (waarde == JA or halven.is_half(delen)):
        return
    deel = next((d.nummer for d in begrip.delen if d.van <= eigen[0].van < d.tot), -1)
    half = Paar(halven.ELEMENT, waarde, eigen[0], halven.CUE, deel)
    gelezen = [half if paar.element == halven.ELEMENT else paar for paar in begrip.paren]
    begrip.gelezen_paren = gelezen if half in gelezen else [*gelezen, half]


_AFWISSELING = "variatie"


def _is_werkvorm(begrip: Begrip, paar: Paar) -> bool:
    """Whether a signal word is an example of the variety told beside it ("telkens anders: een film, een spel")."""
    if paar.vermelding.manier != SIGNAAL or (paar.cue and not paar.geerfd) or paar.vermelding in begrip.vermeldingen:
        return False
    zin = begrip.delen[paar.deel].zin
    return any(
        p.element == _AFWISSELING and p.deel != paar.deel and begrip.delen[p.deel].zin == zin for p in begrip.paren
    )


_VRAAGT = re.compile(
    r"(?:is|zijn|hoe|wat|waarom|welke|wanneer|wie|gaat|gaan|moet|moeten|mag|mogen|kan|kun|kunnen|telt|hoort|horen|valt) "
    r"(?:(?:dat|het|die|je|ik|we|dit|er|zoiets|meet|schoolse|eigen)\b|.*\b(?:dat|het|die|je|zoiets)\b)"
)
_OPVOLGERS = (",", ":", "-", "?")


def _wordt_gevraagd(begrip: Begrip, paar: Paar) -> bool:
    """Whether an element is only named before a question about it ("zelfinzicht, is dat hetzelfde als reflectie?")."""
    if paar.deel + 1 >= len(begrip.delen) or (
        paar.cue and not paar.geerfd and paar.cue in begrip.delen[paar.deel].tekst
    ):
        return False
    volgende = begrip.delen[paar.deel + 1]
    zelfde_zin = volgende.zin == begrip.delen[paar.deel].zin and volgende.opener in _OPVOLGERS
    erna = [deel.opener for deel in begrip.delen[paar.deel + 2 :] if deel.zin == volgende.zin]
    laatste = all(opener in ("of", "en") for opener in erna)
    return zelfde_zin and laatste and _VRAAGT.match(volgende.tekst) is not None and _blijft_vraag(begrip, volgende.zin)


def _blijft_vraag(begrip: Begrip, zin: int) -> bool:
    """Whether a question mark stands behind a sentence, and no answer to it behind that ("doelen, is dat er? ja, elke week")."""
    erna = next((deel for deel in begrip.delen if deel.zin > zin), None)
    if erna is None:
        return begrip.tekst.rstrip().endswith("?")
    return erna.opener == "?" and eerste_antwoord([erna]) is None


def _is_plaats(begrip: Begrip, paar: Paar) -> bool:
    """Whether the lessons are where another element is or is not ("self-knowledge is no part of the curriculum")."""
    if paar.element != LESPROGRAMMA or not is_omstandigheid(begrip.woorden, paar.vermelding.van):
        return False
    return any(p.deel == paar.deel and p.element != LESPROGRAMMA for p in begrip.paren)


def _los_signaal(begrip: Begrip, paar: Paar) -> bool:
    """Whether a pair rests on a signal word in a few words: a hint, which counts beside something else.

    With an answer and nothing else beside it ("doelen: ja") it is as good as a name.
    """
    signaal = paar.vermelding.manier == SIGNAAL and paar.vermelding not in begrip.vermeldingen
    if not signaal or len(begrip.delen[paar.deel].tekst.split()) >= MIN_ZIN:
        return False
    return not alleen_antwoord(begrip.woorden, begrip.delen[paar.deel], paar.vermelding, begrip.norm)


def met_signalen(begrip: Begrip) -> list[Vermelding]:
    """The mentions with, in parts that name nothing, the signal words that point at one element of the check."""
    uit = list(begrip.vermeldingen)
    for deel in begrip.delen:
        if any(v.van < deel.tot and deel.van < v.tot for v in uit):
            continue
        hier = [s for s in begrip.signalen if deel.van <= s.van and s.tot <= deel.tot]
        per_element = {e: s for s in hier if (e := _een_element(s)) and not is_omstandigheid(begrip.woorden, s.van)}
        if len(per_element) == 1:
            uit += per_element.values()
    return sorted(uit, key=lambda v: v.van)


def _een_element(signaal: Vermelding) -> str | None:
    gevraagd = {term.id for term in signaal.kandidaten if term.soort == "element" and term.gevraagd}
    return next(iter(gevraagd)) if len(gevraagd) == 1 else None


#: A message of one letter; inside a sentence "n" is "een".
_EEN_LETTER = {"n": NEE}


def vul_antwoorden(begrip: Begrip) -> None:
    """Add the answer of the whole, crisis and question; pairs follow at the first look (`Begrip.paren`)."""
    begrip.kaal = _EEN_LETTER.get(begrip.tekst.strip(" .!").lower()) or kaal_antwoord(begrip.norm)
    begrip.eerste = eerste_antwoord(begrip.delen)
    begrip.geheel, begrip.geheel_cue = heel_antwoord(begrip.delen)
    begrip.crisis = volgens_regels(begrip.tekst, begrip.norm, begrip.woorden, begrip.delen)
    begrip.vraag = is_vraag(begrip.tekst, begrip.norm)
