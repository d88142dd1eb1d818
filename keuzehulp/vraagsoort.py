"""The class of a question (why, who, how many, how long…), what it counts or picks, and whether it compares.

Simple on purpose: `keuzehulp.vragenbank` compares the class of a question with the classes of the example questions
of a statement, so what matters is that like questions get like classes.
"""

from __future__ import annotations

import re

from keuzehulp.vraagvorm import plat
from keuzehulp.zoeken import Zoekindex, is_generiek, is_stopwoord, stam

JA_NEE = "ja_nee"

#: In order: the first that occurs decides.
_SOORTEN: tuple[tuple[str, str], ...] = (
    ("hoe_lang", r"hoe ?lang|hoeveel (?:tijd|uur|uren|minuten|weken|dagen|maanden|jaar)|duur"),
    (
        "leeftijd",
        r"leeftijd|hoe oud|hoe jong|(?:welke?|vanaf) (?:klas|klassen|leerjaar|groep|groepen)|vanaf wanneer",
    ),
    ("aandeel", r"procent|percentages?|aandeel|hoe vaak komt|hoe vaak zit"),
    ("hoe_vaak", r"hoe (?:vaak|regelmatig)|hoeveel keer"),
    ("hoe_groot", r"hoe (?:groot|hoog|sterk|zwak)|effectgrootte"),
    ("hoeveel", r"hoe ?veel|aantal"),
    ("waarom", r"waarom|hoezo|hoe kan het|hoe komt|waardoor|reden|vanwaar"),
    ("wie", r"wie"),
    ("wanneer", r"wanneer|welk jaar|welke datum"),
    ("naam", r"hoe (?:heet|heten|heette|heetten)|noem|welke namen|namen"),
    ("waar", r"waar(?! ?(?:dat|is het|zo))|in welk land|welke landen"),
    ("welke", r"welke?|wat voor"),
    ("voorbeeld", r"voorbeeld\w*"),
    ("hoe", r"hoe"),
    ("wat", r"wat"),
    ("waar_iets", r"waar\w+"),
)
_SOORT = tuple((name, re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])")) for name, pattern in _SOORTEN)

_MEER = (
    "beter|effectiever|belangrijker|sterker|sneller|meer|minder|vaker|liever|duurder|makkelijker|zwakker|langer|groter"
)
_MEEST = r"best|beste|belangrijkst\w*|sterkst\w*|effectiefst\w*|meeste|vaakst|minste?"
_VERGELIJKT = re.compile(
    rf"(?<![a-z])(?:(?:{_MEER})(?: \w+){{0,6}} (?:dan|of|als)|even \w+ als|net zo|evenveel|"
    rf"welke (?:\w+ ){{0,5}}(?:{_MEEST}))(?![a-z])"
)
_WAARVAN = re.compile(
    r"(?<![a-z])(?:hoe ?veel|welke?|wat voor|soort|aantal|percentage|procent van (?:de|het)?|noem)((?: \w+){1,4})"
)


def soort(tekst: str) -> str:
    """The class of a question; JA_NEE when no asking word occurs."""
    text = plat(tekst)
    return next((name for name, pattern in _SOORT if pattern.search(text)), JA_NEE)


def vergelijkt(tekst: str) -> bool:
    """Whether a question weighs things against each other or asks for the most of a kind."""
    return _VERGELIJKT.search(plat(tekst)) is not None


def waarvan(index: Zoekindex, tekst: str) -> tuple[str, ...]:
    """The stems of what a question counts or picks from ("hoeveel lessen", "welke scholen"); empty when nothing."""
    found = _WAARVAN.search(plat(tekst))
    for word in found.group(1).split() if found else ():
        if word.isalpha() and len(word) > 3 and (not is_stopwoord(word) or is_generiek(stam(word))):
            return index.bekend(word) or (stam(word),)
    return ()


#: What people say for a characteristic of an intervention, by the `onderwerp` of its statements.
KENMERKEN: tuple[tuple[str, str], ...] = (
    (
        "lessen",
        (
            r"hoeveel (?:\w+ )?(?:lessen|bijeenkomsten|sessies|keer)|aantal (?:lessen|bijeenkomsten)|"
            r"\w*lessen|bijeenkomsten|sessies|omvang"
        ),
    ),
    ("duur", r"hoe lang|hoelang|minuten|duurt|duur|lesduur|tijd|uren|per week|lestijd"),
    ("ouders", r"ouders?|ouderavond\w*|thuis|verzorgers|ouderbijeenkomst\w*|ouderbetrokkenheid"),
    (
        "scholing",
        (
            r"scholing|training nodig|opleiding|cursus|opgeleid|getraind|geschoold|teamcursus|nascholing|"
            r"welke training|trainen|verplicht\w*|bijscholing"
        ),
    ),
    (
        "licentie",
        r"licentie|(?:te )?mogen (?:werken|geven|gebruiken)|nascholing\w*|certificaat|geldig|bijscholing|bijhouden|opfris\w*|verleng\w*",
    ),
    (
        "leeftijd",
        r"leeftijd\w*|hoe oud|klas|klassen|groep|groepen|leerjaar|leerjaren|vanaf|jonger|ouder|brugklas\w*|onderbouw|bovenbouw",
    ),
    ("ontbreekt", r"mist|missen|ontbreekt|ontbreken"),
    ("bereik", r"doelgroep|voor wie|bedoeld"),
    ("doel", r"doel|doelen van|doelstelling\w*|waarvoor|bereiken|subdoel\w*|gericht|richt|bedoeling"),
    (
        "uitvoering",
        (
            r"wie geeft|wie voert|uitvoer\w*|geven|gegeven|docent|mentor|leerkracht|uitvoert|wie mag|wie "
            r"mogen"
        ),
    ),
    ("planning", r"wanneer|mentoruur|mentorles|verdeel\w*|verdelen|planning|schooljaar|inplannen|spreiden|verdeeld"),
    ("inhoud", r"leren|leert|gebieden|onderwerpen|themas|inhoud|vaardigheden"),
    ("basis", r"basis|gebaseerd|theorie|model|achtergrond|abcd"),
    ("soort", r"soort|therapie|preventie|preventief|behandeling|geindiceerd|universeel"),
    ("oefeningen", r"oefening\w*"),
    ("variatie", r"variatie|afwissel\w*|gevarieerd"),
    ("veiligheid", r"veilig\w*|vertrouwen|groepsklimaat"),
    ("stuurgroep", r"stuurgroep\w*|werkgroep|implementatie"),
    ("materiaal", r"materiaal|handleiding|protocol|draaiboek|pakket"),
    ("plaats", r"waar wordt|kleine groep|groepje|klassikaal"),
    ("naam", r"staat voor|afkorting|waar staat pad|betekent pad|voluit"),
    ("effect", r"effecten"),
)


def is_kenmerk(word: str) -> bool:
    """Whether a word names a characteristic that descriptions of interventions have."""
    return any(re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", word) for _, pattern in KENMERKEN)


def kenmerken(tekst: str) -> frozenset[str]:
    """The characteristics of an intervention that a question names."""
    text = plat(tekst)
    return frozenset(n for n, pattern in KENMERKEN if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", text))
