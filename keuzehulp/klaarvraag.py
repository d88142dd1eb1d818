"""Plain questions: a name with what is asked of it and nothing else; and messages that hold two questions."""

from __future__ import annotations

import re

from keuzehulp.vraagvorm import plat
from keuzehulp.zoeken import woorden

#: Words that may stand anywhere in a plain question without changing what is asked.
_BIJ = (
    r"(?: (?:eigenlijk|nou|nu|dan|precies|ook|echt|wel|eens|even|zo|maar|toch|jullie|jij|je|u|de|het|een|volgens|bronnen|"
    r"rapport|trimbos|keuzehulp|in|op|school|veerkracht|voor|onze|leerlingen|jongeren))*"
)
_BEWIJS = r"(?:bewijs|onderbouwing|onderbouwd|bewezen|onderzoek)"
_ONDERZOEK = r"(?:onderzoek\w*|wetenschap|studies|literatuur|bewijs)"
_HOE = r"hoe (?:sterk|stevig|hard|zeker|goed|betrouwbaar)"
_OORDEEL = r"(?:bewezen|effectief|onderzocht|zinvol|nuttig|belangrijk|onderbouwd)(?: of niet)?"

#: `_x` stands for the name.
_VORMEN = (
    rf"wat (?:is|zijn|betekent|betekenen|houdt|was){_BIJ} _x(?: in)?",
    rf"wat (?:bedoel\w*|verstaan|verstaat|versta){_BIJ} (?:met|onder){_BIJ} _x",
    rf"(?:kun je |kan je |wil je )?(?:leg\w*|vertel)(?: me| mij)?(?: uit)?(?: wat)?{_BIJ} _x"
    rf"(?: is| zijn| betekent| inhoudt)?(?: uit(?:leggen)?)?",
    rf"wat (?:zegt|zeggen|is|weet|weten)(?: \w+){{0,3}} {_ONDERZOEK}(?: \w+)? (?:over|voor|van|bij){_BIJ} _x",
    rf"{_HOE}{_BIJ} (?:is|zijn|staat){_BIJ} {_BEWIJS}(?: voor| van| bij)?{_BIJ} _x",
    rf"{_HOE}{_BIJ} (?:is|zijn) _x(?: \w+)? (?:onderbouwd|bewezen|onderzocht)",
    rf"(?:is|bestaat|hoeveel)(?: er)?{_BIJ} {_BEWIJS}(?: is er| dat)?(?: over| naar| van)?{_BIJ} _x(?: helpt| werkt)?",
    rf"(?:helpt|helpen|werkt|werken|heeft|hebben){_BIJ} _x(?: (?:zin|nut|effect|echt))?",
    rf"(?:is|zijn){_BIJ} _x{_BIJ} {_OORDEEL}",
    rf"waarom (?:vraag je|vragen jullie|wil je|is|zijn|moet|staat|staan)(?: (?:weten|naar|of|over|dat))*{_BIJ} _x"
    rf"(?: (?:belangrijk|erbij|in de keuzehulp|nodig))?",
    rf"(?:geef|heb je|kun je|kan je|weet je|wat is){_BIJ} voorbeeld(?:je)?{_BIJ} (?:van|bij){_BIJ} _x(?: geven)?",
    rf"(?:komt|komen|hoe vaak komt|hoe vaak komen){_BIJ} _x{_BIJ} (?:vaak )?voor",
    rf"wat (?:zegt|zeggen|staat|vindt|vinden|schrijft|schrijven|vermeldt)(?: er)?{_BIJ} over{_BIJ} _x",
    rf"(?:heb|hebt|hebben|weet|weten|ken|is|staat|zijn)(?: je| jij| u| jullie| er)?{_BIJ}(?: (?:info|informatie|iets|wat|meer))+"
    rf"(?: te vinden| bekend| in)?{_BIJ} over{_BIJ} _x",
    rf"(?:graag |meer )*(?:info|informatie|uitleg)(?: graag)? over{_BIJ} _x",
    rf"(?:wat|vertel)(?: kun je| kan je| weet je)?{_BIJ}(?: vertellen| meer)* over{_BIJ} _x",
)
_KLAAR = re.compile(rf"(?:(?:en|maar|hoi|oke|ok|zeg|he) )?(?:{'|'.join(_VORMEN)}){_BIJ}")

_VRAAGWOORD = r"hoe|hoeveel|wat|wie|welke?|waarom|waar|wanneer|is|zijn|helpt|werkt|heeft|kan|kun"
#: Where a second question starts ("voor wie is het en hoeveel lessen heeft het?").
_TWEEDE = re.compile(
    rf"(?:[,;?.!]\s*(?:en\s+)?|\s+en\s+)(?=(?:{_VRAAGWOORD}|voor wie|in welke?|hoezo|moet|moeten)\s)", re.IGNORECASE
)
_VRAAGT = re.compile(rf"(?<![a-z])(?:{_VRAAGWOORD}|hebben|zit|zitten|leg|geef|noem)(?![a-z])")


def is_klaar(vorm: str) -> bool:
    """Whether a question with `_x` for its name says nothing beside that name and what is asked of it."""
    return vorm.count("_x") == 1 and _KLAAR.fullmatch(vorm) is not None


def delen(tekst: str) -> tuple[str, str] | None:
    """The two questions that a message holds; None when it is one."""
    found = list(_TWEEDE.finditer(tekst))
    if len(found) != 1:
        return None
    first, second = tekst[: found[0].start()].strip(" ,?."), tekst[found[0].end() :].strip()
    long_enough = len(woorden(first)) > 2 and len(woorden(second)) > 2
    return (first, second) if long_enough and _VRAAGT.search(plat(first)) else None
