"""Questions said in full: what "is dat genoeg?" is about stands in what was told before it, or in what was talked about.

A question of which the words alone say too little is put in the words that the sources can be asked with.
"""

from __future__ import annotations

import re
from dataclasses import replace

from keuzehulp.beantwoorden.kennis import Vraag
from keuzehulp.gesprek import lees_aantal
from keuzehulp.kennisbank.model import Kennisbank

_GENOEG = re.compile(r"\b(?:genoeg|voldoende|hoeveel|te ?veel|te ?weinig|veel|weinig|normaal)\b", re.IGNORECASE)
#: After a number this asks about the number.
_GOED = re.compile(r"\b(?:goed|ok[eé]?|prima|in orde|normaal)\b", re.IGNORECASE)
_ERG = re.compile(r"\b(?:erg|een probleem|jammer|slecht|fout|verkeerd|kwalijk)\b", re.IGNORECASE)
_HOE = re.compile(
    r"\bhoe\b.*\b(?:aanpak\w*|pak\w*|doen|doe|invull\w*|uitzien|kunnen|beginnen)\b|"
    r"\bhoe (?!(?:meet|meten|weet|weten|kom|komen|bewijs\w*|noem\w*|heet|reken\w*|tel)\b)\w+ (?:je|jij|u|we|wij) (?:dat|dit|zoiets)\b",
    re.IGNORECASE,
)
_STOPPEN = re.compile(
    r"\b(?:daar|er|hier)(?: (?:dan|nu|nou|beter|maar|ook|eigenlijk|toch))* ?mee\b.*\bstop\w*|\bstop\w* (?:daarmee|ermee|hiermee)\b",
    re.IGNORECASE,
)
_EERST = re.compile(
    r"\b(?<!vanaf )(?:welke?(?! (?:maand|leeftijd|week|klas|leerjaar|groep|dag|periode|moment|tijd|jaar|school|scholen)\b)|wat|"
    r"waar(?!om\b)\w*|met wat)\b.*\b(?:als eerste|het eerst|eerst|voorrang|beginnen|starten|oppakken|prioriteit)\b",
    re.IGNORECASE,
)
#: At a question of which the amount is asked too, "how often" is about that amount.
_HOE_VAAK = re.compile(
    r"(?:(?:en|maar|ok|ja) )*(?:hoe vaak|hoeveel(?: keer)?) (?:moet|moeten|hoort|horen|is|zijn|zou|zouden)"
    r"(?: (?:dat|het|dit|die|ze|we|wij|er|dan|eigenlijk|minimaal|doen|zijn|gebeuren|nodig|goed))*[ ?.!]*",
    re.IGNORECASE,
)
_INVOERING = re.compile(
    r"\b(?:hoe|waar\w*)\b.*\b(?:invoer\w*|implement\w*|voer\w* .*\bin)\b(?!.*\b(?:vragen|kost\w*|lang|duur\w*)\b)",
    re.IGNORECASE,
)


_ANDERE_SCHOLEN = re.compile(
    r"\b(?:voorbeeld\w*|ervaring\w*|verhalen)\b.*\b(?:andere|van|uit) scholen\b|"
    r"\bandere scholen\b.*\b(?:ervaring\w*|voorbeeld\w*|verhalen)\b",
    re.IGNORECASE,
)
#: What the sources say of something is no question where the last answer stands; "daarover" is.
_BRONNEN_OVER = re.compile(
    r"\bwat (?:zeg\w*|schrij\w+|vind\w*|staat er in|weten) (?:(?:de|die|je|jouw|jullie|deze|uw) )?"
    r"(?:bron\w*|rapport\w*|artikel\w*|literatuur)\b.*?\b(?:over|van) (?!(?:dat|dit|het|die|deze)\b\W*$)(?P<wat>[^?]+)",
    re.IGNORECASE,
)
_TOON_BRON = re.compile(
    r"\b(?:toon|geef|laat|noem|wat (?:is|zijn)|welke?|zie|zien)\b.*\bbron\w*\b.*\b(?:bij|van|voor|over|achter)\b",
    re.IGNORECASE,
)


#: A ranking, and a mark or a colour, asked for in words that the rules on these do not hold.
_RANG = re.compile(
    r"\b(?:rangschik\w*|sorteer\w*)\b|\bwelke? \w+ staa[nt]? (?:op (?:1|één|een|nummer \w+|de eerste plaats)|bovenaan)\b",
    re.IGNORECASE,
)
_KLEUR = re.compile(r"\bstoplicht\w*|\bkleurcode\w*", re.IGNORECASE)
#: A programme that the sources do not describe, named with a question about it behind.
_ANDER_PROGRAMMA = re.compile(
    r"\W*(?:wij|we|onze school|ons team|mijn school) (?:werk\w*|doe\w*|gebruik\w*|draai\w*|volg\w*) (?:met |het |"
    r"de )?(?P<naam>[\w'’& -]{3,40}?)"
    r"(?: al \w+)?, (?:is|staat|zit|werkt|ken|kennen|kent|weet|vind) (?:dat|die|het|deze|je|jij|jullie|u)\b.*",
    re.IGNORECASE,
)


#: Whether a colleague is ill is no question about pupils.
_COLLEGA_ZIEK = re.compile(
    r"\b(?:burn-?\s?out|overspannen|depressie\w*|depressief)\b.*\b(?:collega|docent|leraar|leerkracht|mentor)\b|"
    r"\b(?:collega|docent|leraar|leerkracht|mentor)\b.*\b(?:burn-?\s?out|overspannen|depressie\w*|depressief)\b",
    re.IGNORECASE,
)


def _oordeel_gevraagd(vraag: Vraag) -> Vraag | None:
    """A ranking, a mark or a word on the own programme asked for, put so that the refusal of it is found; None else."""
    text = vraag.tekst
    if _RANG.search(text):
        return replace(vraag, tekst="Wat is de rangorde van de programma's en elementen?", elementen=(), begrippen=())
    if _KLEUR.search(text):
        return replace(
            vraag, tekst="Geef ons programma een rapportcijfer of stoplichtkleur.", elementen=(), begrippen=()
        )
    if _COLLEGA_ZIEK.search(text):
        return replace(vraag, tekst="Hoe voorkom je burn-out bij leraren?", elementen=(), begrippen=())
    if _ANDER_PROGRAMMA.fullmatch(text.strip()) and not (vraag.interventies or vraag.elementen or vraag.begrippen):
        return replace(vraag, tekst="Is ons eigen bedachte programma goed, ken je dat?")
    return None


def voluit(kb: Kennisbank, vraag: Vraag, over: str | None = None, stelling: str = "") -> Vraag:
    """The question in full; `over` is the element of the answer that the same message gave in `stelling`."""
    text = vraag.tekst
    judged = _oordeel_gevraagd(vraag)
    if judged is not None:
        return judged
    if vraagt_voorrang(text):
        return replace(vraag, tekst="We hebben weinig tijd, waar moeten we op inzetten?", elementen=())
    if _INVOERING.search(text) and not vraag.interventies:
        return replace(vraag, tekst="Waar moet je op letten bij implementatie?")
    if _ANDERE_SCHOLEN.search(text) and not vraag.interventies:
        return replace(vraag, tekst="Wat doen andere scholen?", intent="ask_fact", elementen=())
    about = _BRONNEN_OVER.search(text)
    if about and not (vraag.elementen or vraag.begrippen or vraag.interventies):
        return replace(vraag, tekst=f"Wat zegt onderzoek over {about['wat']}?", intent="ask_fact", vorige_uitspraken=())
    if len(vraag.elementen) == 1 and _TOON_BRON.search(text):
        return replace(vraag, tekst=f"Geef de bronnen bij {kb.elementen[vraag.elementen[0]].korte_naam.lower()}")
    earlier = str(vraag.vorig_onderwerp)
    if _STOPPEN.search(text) and earlier in kb.elementen and not vraag.elementen:
        name = kb.elementen[earlier].naam.lower()
        return replace(vraag, tekst=f"Moeten we stoppen met {name}?", elementen=(earlier,))
    counted = kb.elementen.get(str(vraag.open_element))
    if counted and counted.getalvraag and not vraag.elementen and _HOE_VAAK.fullmatch(text.strip()):
        unit = counted.getalvraag.eenheid
        return replace(vraag, tekst=f"Hoeveel {unit} zijn genoeg?", intent="ask_fact", elementen=(counted.id,))
    if over is None and not vraag.interventies:
        return _over_open_vraag(kb, vraag)
    return vraag if over is None else _achter_antwoord(kb, vraag, over, lees_aantal(stelling) is not None)


#: Words that say nothing of what is counted: "is 25 te veel?", "en als we er 25 hebben?", "kan het ook te veel zijn?".
_ZONDER_NAAMWOORD = frozenset(
    {"en", "maar", "dus", "dan", "is", "zijn", "was", "waren", "het", "dat", "dit", "er", "ook", "we", "wij", "ze",
     "als", "wat", "stel", "kan", "kunnen", "echt", "wel", "toch", "nu", "al", "niet", "of", "meer", "minder",
     "genoeg", "voldoende", "te", "veel", "weinig", "teveel", "teweinig", "normaal", "goed", "prima", "hebben",
     "heb", "doen", "geven", "hoeveel", "van", "tot", "mag", "mogen", "nou", "worden", "erg"}
)  # fmt: skip
_OVER_AANTAL = re.compile(
    r"\d|\b(?:genoeg|voldoende|te ?veel|te ?weinig|normaal)\b|\b(?:als|mag|mogen|kan|kunnen)\b.*\b(?:meer|minder)\b",
    re.IGNORECASE,
)
#: Asks of the open question what it does not name itself: how common that is, whether it helps, which ways there are.
_KAAL_OVER = re.compile(
    r"(?:en |maar |oke |dus )*(?:hoe vaak (?:komt|komen|zit|zitten) (?:dat|dit|het)\b.*|"
    r"hoeveel (?:scholen|programma'?s|interventies) (?:doen|hebben|gebruiken) (?:dat|dit)\b.*|(?:helpt|werkt) (?:dat|dit|het)\b.*|"
    r"welke (?:\w+ )?(?:manieren|soorten|vormen)(?: zijn er| bestaan er)?|(?:geef|heb|kun|noem) (?:\w+ ){0,4}voorbeeld\w*|"
    r"waarom (?:vond|vonden|vindt) \w+ (?:dan |daar )?(?:niks|niets|geen \w+)|moet (?:dat|dit|het) in stappen|"
    r"moet (?:dat|dit|het) (?:per se |altijd |echt )?door (?:een |de )?\w+(?: \w+){0,2}|moet (?:een|de) \w+ (?:dat|dit|het) (?:doen|"
    r"geven|leiden)|"
    r"is (?:dat|dit) niet iets voor \w+)[ ?.!]*",
    re.IGNORECASE,
)


def _over_open_vraag(kb: Kennisbank, vraag: Vraag) -> Vraag:
    """A bare question is about the open question; outside the check about the element that was just told of."""
    text, earlier = vraag.tekst.strip(), vraag.vorig_onderwerp
    if _kaal_aantal(text) and not set(vraag.elementen) - {vraag.open_element, earlier}:
        counted = next(
            (e for e in (vraag.open_element, earlier) if e in kb.elementen and kb.elementen[e].getalvraag), None
        )
        amount = kb.elementen[counted].getalvraag if counted else None
        if counted and amount:
            full = f"Hoeveel {amount.eenheid} zijn genoeg?"
            return replace(vraag, tekst=full, intent="ask_fact", elementen=(counted,), begrippen=())
    # What was refused just now is no subject to go on about.
    about = vraag.open_element if earlier in (None, vraag.open_element) or earlier in kb.buiten_bronnen else None
    if about in kb.elementen and not vraag.elementen and _KAAL_OVER.fullmatch(text):
        name = kb.elementen[str(about)].korte_naam.lower()
        full = f"{text.rstrip('?!. ')} bij {name}?"
        return replace(vraag, tekst=full, elementen=(str(about),), vorig_onderwerp=about, vorige_vraag="")
    return vraag


def _kaal_aantal(text: str) -> bool:
    """Whether a question is about an amount of something that it does not name."""
    words = re.findall(r"[a-zé]+|\d+", text.lower())
    return _OVER_AANTAL.search(text) is not None and all(w.isdigit() or w in _ZONDER_NAAMWOORD for w in words)


def _achter_antwoord(kb: Kennisbank, vraag: Vraag, over: str, telt: bool) -> Vraag:
    element = kb.elementen[over]
    about_number = _GENOEG.search(vraag.tekst) or (telt and _GOED.search(vraag.tekst))
    if about_number and element.getalvraag:
        unit = element.getalvraag.eenheid
        return replace(vraag, tekst=f"Hoeveel {unit} zijn genoeg?", intent="ask_fact")
    if _ERG.search(vraag.tekst):
        return replace(
            vraag, tekst="Moeten we alle elementen hebben?", intent="ask_evidence", elementen=(), open_element=None
        )
    if _HOE.search(vraag.tekst):
        return replace(
            vraag, tekst=f"Kun je een voorbeeld geven van {element.korte_naam.lower()}?", intent="ask_example"
        )
    return vraag


def vraagt_voorrang(tekst: str) -> bool:
    """Whether a message asks which element comes first, which the sources do not say and the bot does not choose."""
    return _EERST.search(tekst) is not None and len(tekst.split()) > 2
