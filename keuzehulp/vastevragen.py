"""Questions that are asked in known words, with the statements that answer them.

Over folded words between single spaces (`vraagvorm.plat`). A route stands here when the words of the question name
something that stands in no statement ("de kern", "jullie bronnen"), or when a question says too little by itself and
what was told before it says the rest ("en van buiten?" after what is inside).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    """A way of asking with the ids of the statements that answer it; `na` are the subjects of which one was told of."""

    patroon: re.Pattern[str]
    uitspraken: tuple[str, ...]
    na: frozenset[str] = frozenset()
    kop: bool = True
    """Whether the subject stands above the answer; not where the answer is about more than that."""
    elementen: frozenset[str] = frozenset()
    """Elements that the words of the route name themselves."""
    studie: bool = False
    """Whether the words of the route name a study themselves."""
    van_kuiper: bool = False
    """Only where Kuiper and Bannink are named, or where all that was told is theirs."""


def _route(
    pattern: str,
    *ids: str,
    na: tuple[str, ...] = (),
    kuiper: bool = False,
    kop: bool = True,
    over: tuple[str, ...] = (),
    studie: bool = False,
) -> Route:
    return Route(re.compile(pattern), ids, frozenset(na), kop, frozenset(over), studie, kuiper)


_EIND = r"(?: (?:dan|nou|nu|eigenlijk|precies|allemaal|eens|even|graag|aub|alsjeblieft|ook alweer))*$"
_KUIPER = r"(?:kuiper|bannink)"
_ARTIKEL = r"(?:(?:het|dat|dit|jullie|dit tweede) )?(?:tweede )?artikel(?: (?:van|over) \w+(?: en bannink)?)?"
_RAPPORT = r"(?:het|dit|dat|jullie|het hele) (?:hele |trimbos )*(?:rapport|onderzoek|verkenning|trimbos\w*)"
_OMSCHRIJVING = r"(?:definitie|omschrijving)"

#: Whose definition, how many there are and why there is not one: other questions than what the definition is.
_GEEN_ANDERE_DEFINITIE = (
    rf"^(?!.*(?<![a-z])(?:{_KUIPER}|hoeveel|verschil\w*|waarom|definities|eenduidig\w*|ontbreekt|ontbreken|gebrek|moeilijk|lastig|nodig|"
    r"precie[sz]\w*|meten|studies?|onderzoekers|ander\w*|eens|oneens|schoolbre\w+|bouwste\w+|gezamenlijke?|niet|geen|hetzelfde)(?![a-z]))"
)
_DEFINITIE = (
    rf"{_GEEN_ANDERE_DEFINITIE}.*(?:{_OMSCHRIJVING} (?:(?:van|voor|over|bij) )?(?:(?:het|de) )?(?:(?:begrip|woord|"
    rf"term) )?veerkracht(?![a-z])|"
    rf"veerkracht (?:\w+ )?{_OMSCHRIJVING}|(?:definieer|definieert|definieren|omschrijft|omschrijven) (?:\w+ ){{0,4}}veerkracht(?![a-z])|"
    rf"{_OMSCHRIJVING}(?: \w+)? volgens (?:het |de )?(?:trimbos\w*|rapport|keuzehulp){_EIND}|"
    rf"bron(?:vermelding)? (?:voor|van|bij) (?:de|een|jullie|die) {_OMSCHRIJVING}{_EIND})"
)
_ONZE_BRONNEN = (
    r"^(?:en |maar )?(?:wat|welke|noem|geef|som|toon)(?: (?:zijn|me|mij|ons|eens|al|even))* (?:jullie|jouw|je|uw|de twee|deze twee)"
    rf"(?: twee)? bronnen(?: op)?{_EIND}|"
    r"(?<![a-z])(?:welke|wat voor|hoeveel) bronnen (?:gebruik\w*|raadpleeg\w*|heb|hebben|hebt|ken|kennen) (?:je|jij|jullie|u)(?![a-z])|"
    r"(?<![a-z])waar (?:haal|haalt|halen) (?:je|jij|jullie|u) (?:al )?(?:je|jullie|jouw|uw) (?:informatie|kennis|antwoorden)(?![a-z])"
)
_KERN = (
    r"(?<![a-z])wat (?:werkt|helpt)(?: (?:er|nou|nu|wel|dan|echt))* en wat(?: (?:werkt|helpt|nou|nu|dan|juist))* niet(?![a-z])|"
    r"(?<![a-z])(?:kern|hoofdlijn|hoofdlijnen|hoofdboodschap|rode draad|samenvatting|belangrijkste (?:conclusies?|uitkomsten|resultaten))"
    rf" (?:van|uit) {_RAPPORT}|(?<![a-z])vat {_RAPPORT} (?:\w+ ){{0,4}}samen(?![a-z])|"
    r"^(?:en |nou )?(?:geef|noem|vertel|wat is)(?: (?:me|mij|ons|eens|even|kort|dan|nou|in het kort))* "
    r"de (?:kern|hoofdlijnen|hoofdboodschap)(?: (?:in|kort|het|graag|aub|eens|even|zinnen|een|twee|drie|vier|vijf|\d|zin))*$"
)
_LOSSE_DINGEN = (
    r"losse? (?:\w+ )?(?:project\w*|thema\w*|workshops?|gastless?\w*|initiatie\w*|actie|acties|activiteit\w*)"
)
_LOS = (
    rf"(?<![a-z]){_LOSSE_DINGEN}(?: \w+){{0,6}} (?:zin|nut|nuttig|zinvol|werkt|werken|helpt|helpen|genoeg|voldoende|effect\w*|"
    rf"zinloos)(?![a-z])|"
    rf"(?<![a-z])(?:heeft|hebben|werkt|werken|helpt|helpen|zin|nut) (?:\w+ ){{0,3}}{_LOSSE_DINGEN}"
)
_KNELPUNTEN = (
    r"^(?:en |maar )?(?:wat|welke|noem|geef|som)(?: (?:zijn|waren|er|de|alle|vijf|5|me|eens|dan|nou|eigenlijk|die))* knelpunten"
    r"(?: (?:uit|in|van|er|zijn|noemt|noemen|kwamen|volgens|het|de|rapport|onderzoek|literatuur|op|naar boven|naar voren|ze))*"
    rf"{_EIND}"
)
_NOG_ONDERZOEKEN = (
    r"(?<![a-z])(?:nog|verder|vervolg|meer|toekomstig) (?:\w+ ){0,4}(?:onderzoek|onderzocht|onderzoeken|uitgezocht|"
    r"vervolgonderzoek)(?![a-z])|"
    r"(?<![a-z])(?:vervolgonderzoek|verder onderzoek)(?![a-z])"
)
_EIGEN_ONDERZOEK = r"(?:meta analyse|eigen onderzoek|experiment\w*|effectonderzoek|effectstudie|wetenschappelijke? (?:onderzoek|toets))"
_TOETSTEN_ZIJ = (
    rf"^(?!.*(?<![a-z])(?:welke?|noem\w*|verwij\w*|aangehaald|halen|lee|over een|bespre\w*)(?![a-z]))(?:.* )?(?:{_KUIPER}|{_ARTIKEL})"
    rf"(?: \w+){{0,4}} {_EIGEN_ONDERZOEK}|"
    rf"^(?!.*(?<![a-z])(?:welke?|noem\w*)(?![a-z]))(?:.* )?(?:is|was|deden|deed|hebben) {_ARTIKEL} (?:\w+ ){{0,3}}{_EIGEN_ONDERZOEK}"
)
_MAKERS_ARTIKEL = (
    rf"(?<![a-z])(?:wie|door wie) (?:(?:schreef|schreven|heeft|hebben|is|zijn|zit|zitten|maakte|maakten|de|er|schrijvers?|auteurs?|van|"
    rf"achter) )+"
    rf"{_ARTIKEL}(?: geschreven)?{_EIND}"
)
_VRAAG_NAAR = (
    r"(?:en |maar |ok |oke )*(?:wat (?:is|betekent|bedoelen ze met|houdt)|waar (?:gaat|staat)|leg uit) (?:de |het |"
    r"dan )?(?:categorie )?"
)
_NA_CATEGORIE = r"(?: (?:in|over|voor|dan|eigenlijk|precies|eens|uit))*$"
_GROTBERG = ("grotberg_categorieen", "boomdiagram", "international_resilience_project")


def _categorie(name: str, id: str) -> tuple[Route, Route]:
    """What a category of Grotberg is, also asked by its two words alone once those were told of."""
    bare = rf"^(?:en |maar )?(?:de categorie )?{name}{_NA_CATEGORIE}"
    return _route(rf"^{_VRAAG_NAAR}{name}{_NA_CATEGORIE}", id), _route(bare, id, na=_GROTBERG)


#: The first whose words occur decides.
VASTE_VRAGEN: tuple[Route, ...] = (
    _route(_DEFINITIE, *(f"veerkracht.uitspraken.{n}" for n in (1, 2, 3))),
    _route(_ONZE_BRONNEN, "kuiper_bannink.uitspraken.10", kop=False),
    _route(_KERN, *(f"conclusie_trimbos.uitspraken.{n}" for n in (2, 3, 4, 10))),
    _route(
        r"(?<![a-z])hoeveel (?:(?:werkzame|mogelijk|mogelijke|verschillende|losse) )*elementen (?:\w+ ){0,5}"
        r"(?:keuzehulp|lijst van jullie|jullie lijst)(?![a-z])",
        "elementen_keuzehulp.uitspraken.4",
        over=("aantal_elementen",),
    ),
    _route(
        r"^(?:en )?hoeveel (?:artikel\w*|publicaties)(?: (?:zijn|waren|werden|er|hebben|vonden|ze|gevonden|bekeken|"
        r"gelezen|in|totaal|voor|het|rapport))*"
        rf"{_EIND}",
        "onderzoeksmethode.uitspraken.2",
        "onderzoeksmethode.uitspraken.4",
    ),
    _route(
        r"(?<![a-z])hoeveel (?:(?:programma s?|programmas|interventies|er|daarvan|ervan|van die) )*(?:zijn|hebben|heten|waren)"
        r" (?:\w+ ){0,4}goed onderbouwd",
        "nji_databank.uitspraken.5",
    ),
    _route(
        r"^(?:en )?hoeveel (?:interventies|programma s?|programmas|publicaties|studies|onderzoeken)"
        r"(?: (?:zitten|zijn|zaten|heeft|had|bekeek|onderzocht|omvat|er|in|bij|door|van|de|het|die|meta|analyse|studie|onderzoek))* mertens"
        r"(?: (?:bekeken|onderzocht|meegenomen|et|al|en|collega s|zijn))*$",
        "mertens.uitspraken.1",
        studie=True,
    ),
    _route(
        r"(?<![a-z])hoeveel (?:uitleg\w*|psycho ?educati\w*|voorlichting)(?: \w+)? (?:is|zijn|mag|"
        r"wordt) (?:\w+ )?(?:te ?veel|teveel|genoeg|goed|ideaal|optimaal|best)",
        "psycho_educatie.bewijs.2",
        "psycho_educatie.voorbehoud.3",
        over=("psycho_educatie", "didactische_instructie"),
    ),
    _route(
        r"^(?:en |maar )?(?:hoeveel|wat is het (?:minimum|minimale|kleinste)(?: aantal)?|minimum ?aantal|"
        r"minimaal aantal) (?:sessies|lessen|bijeenkomsten|keer)"
        r"(?: (?:is|zijn|moet|moeten|heb|hebben|er|je|we|wij|nodig|geven|hebt|dat|het))*(?: (?:minimaal|minstens|"
        r"ten minste|op zijn minst))"
        r"(?: (?:nodig|zijn|hebben|geven))*$|"
        r"^(?:en |maar )?(?:wat is het )?(?:minimum|minimale|minimum ?aantal|minimale aantal)(?: aantal)? (?:sessies|"
        r"lessen|bijeenkomsten)$",
        "duur.voorbehoud.4",
        over=("duur",),
    ),
    _route(
        r"(?<![a-z])hoe ?lang (?:moet|moeten|duurt|hoort|is|zou) (?:de|een|zo n|die|hun) (?:goede )?(?:training|scholing|"
        r"cursus|opleiding|docententraining)"
        r"(?: (?:van|voor|de|een|docent|docenten|leraar|leraren|leerkracht|leerkrachten|mentor|mentoren|trainer|trainers|"
        r"zijn|duren|te|minimaal))*$",
        "docent_ondersteuning.voorbehoud.8",
        over=("docent_ondersteuning", "docent_betrokkenheid", "duur"),
    ),
    _route(
        r"(?<![a-z])(?:welke|wat zijn de|in welke|hoeveel) stappen (?:\w+ ){0,8}(?:copen|coping)(?![a-z])",
        "coping.bewijs.3",
        "coping.definitie",
        over=("coping",),
    ),
    _route(
        r"^(?!.*(?<![a-z])(?:leerling\w*|kinderen|klas|aandacht)(?![a-z])).*(?<![a-z])(?:hoe|zorg|zorgen|voorkom|voorkomen)(?![a-z]).*"
        r"(?<![a-z])(?:doodbloed\w*|verwater\w*|inzak\w*|"
        r"wegzak\w*|uitdoof\w*|doodgaat|"
        r"in de (?:kast|la)|borgen|borg|verduurzam\w*|levend (?:blijft|houden|te houden))(?![a-z])",
        "implementatie.uitspraken.7",
        "implementatie.uitspraken.8",
        over=("impl_verankering", "impl_lesprogramma"),
    ),
    _route(_LOS, "whole_school_kenmerken.uitspraken.6", "whole_school_kenmerken.uitspraken.10"),
    _route(_KNELPUNTEN, "knelpunten.uitspraken.1", "knelpunten.uitspraken.3"),
    _route(_TOETSTEN_ZIJ, "kuiper_bannink.uitspraken.3", "kuiper_bannink.uitspraken.1"),
    _route(_MAKERS_ARTIKEL, "kuiper_bannink.uitspraken.1"),
    _route(
        _NOG_ONDERZOEKEN, "conclusie_kuiper_bannink.uitspraken.2", "conclusie_kuiper_bannink.uitspraken.6", kuiper=True
    ),
    _route(
        r"(?<![a-z])(?:de overheid|overheid|de regering|regering|kabinet|overheidsbeleid)(?![a-z])",
        *(f"conclusie_kuiper_bannink.uitspraken.{n}" for n in (5, 10, 9)),
        kuiper=True,
    ),
    _route(
        r"(?<![a-z])(?:grotberg|resilience project)(?: \w+){0,5} (?:\d+|\w+tig) landen(?![a-z])",
        "international_resilience_project.uitspraken.1",
        studie=True,
    ),
    *_categorie("ik heb", "grotberg_categorieen.uitspraken.1"),
    *_categorie("ik ben", "grotberg_categorieen.uitspraken.2"),
    *_categorie("ik kan", "grotberg_categorieen.uitspraken.3"),
)

#: What was thought of it before, was asked: "en nu?" asks for today.
VROEGER = re.compile(r"(?<![a-z])(?:vroeger|beginjaren|begin|jaren zeventig|eerst|oudere?|ouderwets\w*)(?![a-z])")

_ZOEKTOCHT = ("onderzoeksmethode", "zoektermen")


def _vervolg(pattern: str, *ids: str, na: tuple[str, ...]) -> Route:
    """A short question that is known as a whole, but for how it begins and ends."""
    return _route(rf"^(?:en |maar |ok |oke )?{pattern}{_EIND}", *ids, na=na)


#: A short question after one of these subjects; the whole of it has to be known, for it says little.
VERVOLGVRAGEN: tuple[Route, ...] = (
    _vervolg(
        r"(?:die |de |hulpbronnen |bronnen |wat zijn )*(?:van )?(?:buiten|buitenaf|extern|externe)(?: hulpbronnen)?"
        r"(?: (?:de persoon|de leerling|het kind))?",
        *(f"externe_hulpbronnen.uitspraken.{n}" for n in (1, 3, 2)),
        na=("interne_hulpbronnen", "hulpbronnen", "bouwstenen", "resilience_portfolio_model"),
    ),
    _vervolg(
        r"(?:die |de |hulpbronnen |bronnen |wat zijn )*(?:van )?(?:binnen|binnenuit|intern|interne)(?: hulpbronnen)?"
        r"(?: (?:de persoon|de leerling|het kind))?",
        "interne_hulpbronnen.uitspraken.1",
        "interne_hulpbronnen.uitspraken.2",
        na=("externe_hulpbronnen", "hulpbronnen", "bouwstenen", "resilience_portfolio_model"),
    ),
    _vervolg(
        r"(?:die|dat|deze|welke (?:doen|geven|hebben)|wat zijn die|hoe zit het met die|de aanbevelingen|het advies|de adviezen)"
        rf"(?: van| door)? (?:{_KUIPER}|de artikelschrijvers)(?: (?:en|&) bannink)?",
        "zes_aanbevelingen.uitspraken.1",
        na=("aanbevelingen_trimbos",),
    ),
    _vervolg(
        r"(?:in |uit |op )?(?:welke|wat voor|welk)(?: \w+)? (?:databanken|databases|databank|database)(?: (?:was|waren|is|"
        r"zijn) dat)?",
        "onderzoeksmethode.uitspraken.1",
        "zoektermen.uitspraken.2",
        "zoektermen.uitspraken.3",
        na=_ZOEKTOCHT,
    ),
    _vervolg(
        r"(?:(?:wat|hoe|waarvoor|waarom|die|de|dat|was|ging|is|deden ze|een|leverde|op|eerste) )*"
        r"(?:pilot|pilotsearch|proef|proefzoektocht|proefronde)(?: op)?",
        "onderzoeksmethode.uitspraken.6",
        "onderzoeksmethode.uitspraken.8",
        na=_ZOEKTOCHT,
    ),
    _vervolg(
        r"(?:van |met |voor )?(?:welke|wat voor|hoe) (?:leeftijd|leeftijden|leeftijdsgroep|oud)"
        r"(?: (?:was|waren|is|zijn|ging|hadden|het|dat|die|ze|de kinderen|de jongeren|om))*",
        "bereik_van_het_bewijs.uitspraken.2",
        na=_ZOEKTOCHT,
    ),
    _vervolg(
        r"(?:op |om |van )?(?:welke|wat zijn de|noem de)(?: vijf| 5)? (?:uitkomsten|uitkomstmaten)"
        r"(?: (?:zijn|waren) (?:dat|het|er))?",
        "intrapersoonlijk_domein.uitspraken.2",
        "intrapersoonlijk_domein.uitspraken.3",
        na=("intrapersoonlijk_domein", "interpersoonlijk_domein"),
    ),
    _vervolg(
        r"(?:welke|wat voor|wat zijn de|noem de)(?: vijf| 5)? vragen(?: (?:zijn dat|zijn het|stelt de keuzehulp|staan er))?",
        *(f"implementatie.uitspraken.{n}" for n in (10, 11, 8, 12, 13)),
        na=("implementatie",),
    ),
    _vervolg(
        r"(?:(?:hoe|wat|is|zit|ziet|denkt|denken|kijkt|kijken|vindt|men|ze|dat|het|daar|er|over) )*(?:nu|tegenwoordig|vandaag|"
        r"nou)(?: (?:over|naar|uit))?",
        "veerkracht_geen_eigenschap.uitspraken.5",
        "veerkracht.uitspraken.2",
        na=("veerkracht_geen_eigenschap", "benadering_eigenschap", "benaderingen"),
    ),
)
