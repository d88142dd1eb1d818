"""Rules that recognise what the sources do not hold, and the conclusions they seem to allow.

A rule names a topic of buiten_bronnen.yml or valkuilen.yml by id. The rules lean towards refusing: a refusal too
many is a nuisance, a false answer is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from keuzehulp.vraagpatronen import WEERSTAND


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled once: there are more of these rules than `re` keeps by itself."""
    return re.compile(pattern)


@dataclass(frozen=True)
class Omgeving:
    """A question as the rules see it: folded words between single spaces, and the ids that it mentions."""

    t: str
    elementen: frozenset[str]
    interventies: frozenset[str]

    def zegt(self, pattern: str) -> bool:
        """Whether the pattern occurs from the start of a word on."""
        return _compiled(rf"(?<![a-z0-9])(?:{pattern})").search(self.t) is not None

    def woord(self, pattern: str) -> bool:
        """Whether the pattern occurs as whole words."""
        return _compiled(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])").search(self.t) is not None


Regel = Callable[[Omgeving], bool]

_PROGRAMMA = r"(?:programmas?|trainingen|training|interventies?|aanpak|methodes?|methode|lessenserie)"
#: Parents or pupils who have no time: a question about them, not about where a team begins.
_TIJD_VAN_ANDEREN = (
    r"(?:die|zij|ze|ouders|leerlingen|kinderen|docenten|mentoren|collegas?) (?:\w+ )?(?:heb|hebben|heeft|maken) "
    r"(?:\w+ ){0,3}(?:geen|weinig) tijd"
)
_VO = (
    r"havo|vmbo|vwo|gymnasium|mavo|brugklas\w*|onderbouw|bovenbouw|middelbare|voortgezet|vo|"
    r"(?:klas|leerjaar) [1-6]|[1-6]e klas|tweede klas|derde klas|eerste klas|pubers?|tieners?"
)
_EFFECT = (
    r"effect\w*|werkt|werken|helpt|helpen|resulta\w*|bewezen|bewijs|onderzoek\w*|onderzocht|"
    r"veerkrachtiger|opgeleverd|oplevert|succesvol|wetenschappelijk\w*|evidence\w*|bewijzen"
)


#: The limit for taking over what we say.
HERGEBRUIK = "gebruik_van_teksten"

_ONZE_TEKST = (
    r"(?:tekst|teksten|zin|zinnen|alinea\w*|definities?|omschrijving|passages?|stuk|stukken|stukje|stukjes|uitleg|"
    r"formulering\w*|citaat|citaten)"
)
_VAN_ONS = (
    rf"(?:jullie|jouw|je|uw|deze|die|dit|dat) (?:\w+ )?{_ONZE_TEKST}|{_ONZE_TEKST} (?:van jullie|uit (?:het|de|jullie) \w+|"
    rf"hiervandaan)"
)
_EIGEN_STUK = (
    r"(?:in|op|voor) (?:(?:ons|onze|een|de|het|mijn) )?(?:eigen )?(?:\w*plan|\w*gids|website|site|\w*brief|beleid\w*|presentatie|"
    r"powerpoint|"
    r"folder|stuk|notitie|scriptie|document|flyer|intranet)"
)
_MATERIAAL = r"werkblad\w*|les|lessen|lesboek\w*|boek|boeken|lesmateriaal|materiaal|handleiding\w*|brieven|voorbeeldbrieven|opdracht\w*|"


def vraagt_hergebruik(text: str) -> bool:
    """Whether somebody asks to take over, copy or cite what we or the sources say; not the own text, nor a programme's material."""
    o = Omgeving(text, frozenset(), frozenset())
    if o.woord(
        rf"{_MATERIAAL}verslag\w*|feedback|overzicht|rapportage|gesprek|chat|leerlingen elkaar|(?:onze|ons|mijn|"
        rf"eigen) (?:\w+ )?{_ONZE_TEKST}"
    ):
        return False
    if o.woord(r"copyright|auteursrecht\w*|(?:citeer|kopieer|quote) (?:ik|we|wij|je|men)"):
        return True
    asks = r"(?:mag|mogen|kan|kunnen|hoe|moet|moeten|toestemming|toegestaan|vrij om) (?:\w+ ){0,8}"
    if o.woord(rf"{asks}(?:citeren|quoten|kopieren|aanhalen|hergebruiken)"):
        return True
    taken = r"(?:overnemen|overgenomen|overtikken|publiceren|verspreiden|afdrukken|copypasten)"
    put = rf"(?:{_VAN_ONS}) (?:\w+ ){{0,3}}{_EIGEN_STUK} (?:\w+ )?(?:zetten|plaatsen|opnemen|gebruiken|plakken)"
    return (
        o.woord(rf"{asks}(?:{_VAN_ONS}) (?:\w+ ){{0,6}}{taken}")
        or o.woord(rf"{asks}{put}")
        or o.woord(rf"{asks}letterlijk (?:\w+ ){{0,4}}overnemen")
    )


def _kosten(o: Omgeving) -> bool:
    if o.woord(r"tijd|minuten|uren|uur|moeite|energie") and not o.woord(r"euro|geld|prijs|kosten"):
        return False
    return (
        o.woord(
            r"kost|kosten|kostte|kostprijs|prijs|prijzen|prijskaartje|prijzig|euros?|budget|begroting|"
            r"betalen|betaal|betaalt|betaald"
            r"|betaalbaar|onbetaalbaar|goedkoop|goedkope|goedkoper\w*|goedkoopst\w*|duurder|duurste|"
            r"tarief|tarieven|offerte|licentiekosten"
            r"|kostenplaatje|gratis|geldkwestie|kosteloos|kostenlos|factuur"
        )
        or o.woord(r"(?:hoe|te|erg|heel|zo|nogal|niet) duur")
        or o.woord(r"is (?:\w+ ){1,3}duur$")
        or (o.woord(r"dure?") and o.woord(_PROGRAMMA) and not o.woord("duur"))
    )


def _keurmerk(o: Omgeving) -> bool:
    """A mark or a recommendation of this bot itself, or its outcome as an advertisement."""
    if o.woord(r"adverteren|adverteer|reclame\w*|promoten|promotie\w*"):
        return True
    return o.woord(r"keurmerk\w*|certificaat|certificeren|goedkeuren") and o.woord(
        r"(?:kun|kunt|kan|kunnen|geef|geven|krijg|krijgen) (?:je|jij|jullie|u|we|wij|ons|ik)|"
        r"(?:kunnen|krijgen|geven) (?:\w+ ){0,3}(?:jullie|wij|we)"
    )


def _erkenning(o: Omgeving) -> bool:
    if o.woord(r"keurmerk\w*|gecertificeerd\w*|certificaat|certificering|sterren|gezonde ?school\w*"):
        return True
    named = bool(o.interventies) or o.woord(rf"(?:ons|onze|dit|dat|deze|die|jullie) {_PROGRAMMA}")
    return named and o.woord(
        r"nji|erkend|erkende|erkenning\w*|databank|status|goed onderbouwd|gezondheidsinstituut|"
        r"rivm|niveau"
    )


def _rangorde(o: Omgeving) -> bool:
    if o.woord(
        r"beste (?:onverwachte )?dingen|leren \w+ het best|het best leren|verkiezing\w*|wedstrijd\w*|kampioen\w*"
    ):
        return False
    if len(o.elementen) == 1 and o.woord(
        r"waarom (?:\w+ ){0,2}(?:raad|raden|raadt|adviseer\w*)|(?:raad|raden|raadt) .* betrekken"
    ):
        return False  # "waarom raden jullie ouders aan" asks what the sources say of one element
    thing = rf"(?:{_PROGRAMMA}|kanjer\w*|pad|vrienden\w*|drie|van de)"
    return (
        o.woord(
            r"ranglijst\w*|rangorde|ranking|winnaar|wint|nummer een|nummer 1|top ?\d+|aanrader|"
            r"koploper|topper|favoriet\w*|lijstje van de beste|(?:belangrijkste|allerbelangrijkste|beste) (?:element|onderdeel)|"
            r"(?:zijn|is|tel\w*|weg\w*|weeg\w*) (?:\w+ ){0,3}(?:element\w*|onderde\w+|antwoord\w*|vragen|vraag|punten) (?:\w+ ){0,2}even "
            r"(?:belangrijk|zwaar|veel)|"
            r"welke? element(?:en)? (?:is|zijn|vind\w*|weegt|wegen) (?:\w+ )*(?:belangrijkst\w*|best|beste|zwaarst)"
        )
        or o.woord(r"welke van (?:die|de|deze) (?:twee|drie) (?:\w+ ){0,3}(?:beter|best|beste|sterker|effectiever)")
        or o.woord(
            rf"(?:beste|best|betere|effectiefste|sterkste|slechtste|meest effectieve|meest geschikte|"
            rf"populairste) (?:\w+ ){{0,2}}{thing}"
        )
        or o.woord(
            rf"{thing} (?:\w+ ){{0,6}}(?:het |de )?(?:best|beste|effectiefst|effectiefste|sterkst|"
            rf"sterkste|betere|slechtst|geschiktst)"
        )
        or o.woord(
            r"(?:raad|raden|rade?t|adviseer|adviseert|beveel|zou|kies|neem) (?:je|jij|jullie|u|ge|me|"
            r"ons|dan|mij) (?:\w+ ){0,6}(?:aan|kiezen|nemen|aanraden|aanbevelen|adviseren)"
        )
        or o.woord(
            rf"welk\w* {_PROGRAMMA} (?:\w+ )*(?:kiezen|nemen|aanraden|gebruiken$|geschikt\w*|past|"
            rf"passen|kopen|inkopen|wint|(?:werkt|werken)(?! (?:aan|met|mee|schoolbre\w+|samen))|moeten we|is beter|beter|aan$)"
        )
        or o.woord(
            r"(?:welke|welk|wat|wie) (?:\w+ ){0,3}(?:moeten|zullen|kunnen) (?:we|wij) (?:\w+ "
            r"){0,2}(?:nemen|kiezen|aanschaffen|kopen)"
        )
        or (o.woord(r"volgens (?:jou|u|je)") and o.woord(r"beste?|belangrijkste?|mooiste|leukste|sterkste?|eerste"))
        or o.woord(r"welke? (?:is|vind\w*|was|daarvan|ervan) (?:\w+ ){0,3}(?:beste?|beter|favoriet)$")
        or o.woord(r"^(?:en )?welke? (?:is|zijn|daarvan is|ervan is) (?:dan |nu |nou |het |de )*belangrijkste?$")
        or o.woord(rf"betere? (?:\w+ ){{0,2}}{_PROGRAMMA}|beter (?:\w+ ){{0,2}}dan (?:kanjer\w*|pad|vrienden\w*)")
        or o.woord(
            r"wat zou (?:jij|je|u|ge) (?:\w+ ){0,3}(?:doen|kiezen|nemen|adviseren)|op volgorde|"
            r"volgorde van|van goed naar slecht|meeste succes|succesvolst\w*|het meest op|scoort het "
            r"best"
        )
        or (
            bool(o.interventies)
            and o.woord(
                r"is (?:\w+ ){0,3}beter(?! (?:met|omgaan|leren))|beter dan|beter of|beter als|slechter dan|of beter|liever|effectiever "
                r"dan|sterker dan|verslaat|aanraden|raad\w* (?:\w+ )*aan|kiezen of"
            )
        )
    )


def _rapportcijfer(o: Omgeving) -> bool:
    return (
        o.woord(
            r"rapportcijfer|op het rapport (?:van|bij|zetten)|(?:een|welk|ons|geef|hoeveel voor) cijfer|van 1 tot 10|1 tot 10|1 op 10|"
            r"op 10|schaal van|punten ?(?:hebben|krijgen|halen|scoren|telling)|hoeveel punten|"
            r"puntental|sterretjes"
        )
        or (o.woord(r"(?:scoor|scoort|scoren|score)") and not o.woord(r"onderzoek|studie"))
        or o.woord(
            r"(?:zijn|doen|zitten) (?:we|wij|jullie) (?:\w+ ){0,3}(?:geslaagd|gezakt|voldoende|"
            r"onvoldoende|goed bezig|het goed|beter dan|slecht)"
        )
        or o.woord(
            r"stoplichtkleur|groen of rood|rood of groen|groen licht|"
            r"(?:dan|met|tegenover|opzichte van) (?:de )?andere scholen|gemiddelde school|benchmark\w*|beoordeel|beoordeling|geef (?:\w+ "
            r"){0,4}een (?:\d|voldoende|oordeel)"
        )
        or o.woord(r"hoeveel procent van de elementen|hoe goed (?:is|zijn|doen) (?:ons|onze|wij|we)")
    )


def _voorspelling(o: Omgeving) -> bool:
    if o.woord(r"levert (?:\w+ ){0,6}op|oplevert|opleveren") and not o.woord(r"onderzoek\w*|stud\w*|bronnen|rapport"):
        # What a skill, an investment or training brings in general is told; what it will bring a school is not.
        return not o.woord(
            r"wat levert het op om|levert investeren|zorgkosten|mentale gezondheid|"
            r"(?:train\w+|opleid\w+|schol\w+) (?:van |voor )?(?:\w+ )?(?:professional\w*|hulpverlener\w*|beroepskracht\w*)|"
            r"(?:professional\w*|hulpverlener\w*|beroepskracht\w*) (?:te )?(?:train\w+|opleid\w+|schol\w+)"
        )
    return (
        o.woord(
            r"garan\w+|voorspel\w*|rendement|opbrengst\w*|winst|wat gebeurt er met het effect|kans "
            r"van slagen|succespercentage|slaagkans"
        )
        or o.woord(
            r"hoeveel (?:\w+ ){0,3}(?:effectiever|veerkrachtiger|beter|sterker|meer veerkracht|"
            r"weerbaarder|vooruit|sneller|gelukkiger|minder|groter|toename|stijg\w*|daal\w*|effect|"
            r"verbetering|groei\w*)"
        )
        or o.woord(
            r"(?:procent|percentage|%) (?:\w+ ){0,4}(?:effectiever|veerkrachtiger|weerbaarder|beter|"
            r"sterker|meer effect|vooruit|minder (?:pesten|klachten|stress|uitval)|meer veerkracht|"
            r"toename|verbetering|effect)"
        )
        or o.woord(
            r"hoe groot (?:\w+ ){0,3}(?:effect|effecten|effectgrootte|samenhang|verband|verschil|kans|"
            r"invloed|winst|is het)"
        )
        or (o.woord(r"effectgrootte (?:van|bij|voor)|cohen\w*|hoeveelste") and not o.woord(r"oefeningen|mooij|roberts"))
    )


#: Programmes that schools know and the sources do not describe. Names that are everyday words are left out.
_ANDERE_PROGRAMMAS = (
    r"rots (?:en|&) water|rots water|r w training|happyles\w*|happy les|leefstijl|lions quest|"
    r"kwink\w*|vreedzame school|de vreedzame|beat the bullying|"
    r"girls ?talk|op volle kracht|ovk|bodyswaps|sta sterk|marietje kessels|topper ?training|"
    r"krachtvoer|warme school|kiva|kiwa|"
    r"positive behavior support|swpbs|pbs|deep democracy|fides|no blame|tope?r|soemo|sova op "
    r"maat|zippy|zippys|friends for life|"
    r"bounce back|penn resilience\w*|mindmatters|mind matters|strong kids|second step|"
    r"goldstein|breingeheimen|brainblocks|grip op je dip|"
    r"moodles|liefdevol begrenzen|gelukskoffer|lekker in je vel|skills 4 life|skills4life|tim "
    r"training|stoppestennu|alles kidzzz|"
    r"levensvaardigheden (?:van|programma van)|remedial teaching|geef me de 5|mindup|cool "
    r"kidz|samen sterk|lef training|faalangsttraining|"
    r"weerbaarheidstraining|psychoeducatief pakket|de kracht van 8|peermediation|peer "
    r"mediation|mediation|methode geluk|geluksles\w*|"
    r"yes i can|persoonlijk leiderschap\w*|7 habits|leader in me|the leader in me|covey"
)
#: Named in the sources as something studied, so they are no unknown programme when the sources speak of them.
_WEL_GENOEMD = r"zippy|zippys|yes i can|persoonlijk leiderschap\w*|rally|up"


def _niet_beschreven(o: Omgeving) -> bool:
    known = o.woord(_WEL_GENOEMD)
    if o.woord(_ANDERE_PROGRAMMAS) and not known:
        return True
    return o.woord(
        r"(?:zelf|eigen) (?:\w+ ){0,2}(?:gemaakte?|ontwikkelde?|lessenserie|lesprogramma|"
        r"bedachte?) (?:\w+ )*(?:weet|vind|ken|goed|bekend)"
    )


def _figuren(o: Omgeving) -> bool:
    if o.woord(r"boomdiagram"):
        return False
    return o.woord(
        r"figuur|figuren|figuurtje|grafiek\w*|staaf|staven|staafdiagram\w*|balk|balken|balkje|"
        r"taartdiagram|plaatje|afbeelding\w*|diagram\w*|alle percentages|alle cijfers|kader "
        r"?figuur|schema van"
    )


def _grotberg(o: Omgeving) -> bool:
    heads = r"ik heb|ik ben|ik kan|grotberg\w*|boomdiagram|resilience project"
    if o.woord(r"(?:vijftien|15) (?:factoren|dingen|punten|onderdelen)"):
        return True
    counted = o.woord(r"factoren|factor|lijst|lijstje|rijtje|opsomming|vijf|5|allemaal") and not o.woord(
        r"hoeveel|protectieve|beschermende|drie categorieen"
    )
    shown = o.woord(r"laat|laten|toon|tonen|zien|ziet|invullen|tekenen") and o.woord(r"boomdiagram")
    listed = o.woord(
        r"(?:staat|staan|valt|vallen|hoort|horen|zit|zitten) (?:\w+ ){0,4}(?:onder|bij|in) (?:\w+ "
        r"){0,1}(?:ik heb|ik ben|ik kan)"
    )
    inventory = o.woord(r"figuur 1") and (o.woord(heads) or o.woord(r"kuiper|bannink"))
    return (o.woord(heads) and counted) or shown or listed or inventory


_LEERLING = (
    r"(?:leerling|leerlinge|meisje|jongen|kind|puber|scholier|mentorleerling|mentorkind|gast|"
    r"dochter|zoon|zoontje|dochtertje|jongere|pupil|klasgenoot)"
)


def _een_leerling(o: Omgeving) -> bool:
    return (
        o.woord(
            rf"(?:deze|die|mijn|onze) (?:\w+ )?{_LEERLING}|dit kind|dat kind|deze ene leerling|een van "
            rf"mijn leerlingen|een van onze leerlingen"
        )
        or o.woord(
            rf"(?:een|n|1|ene) {_LEERLING} (?:die|van mij|van ons|uit|met|heeft|wil|zegt|na|in mijn|op "
            rf"mijn|bij mij|kan niet|durft|zit|huilt|doet|gaat)"
        )
        or o.woord(r"een (?:meisje|jongen)")
        or o.woord(
            r"(?:voor|past bij|bij|aan|met|helpt) (?:haar|hem|hen allebei)$|past bij (?:haar|hem)|"
            r"(?:help|steun) ik (?:haar|hem)|hij|(?:uit|in|van) [1-6][a-z]"
        )
        or o.woord(r"ik heb (?:een|n) (?:leerling|meisje|jongen|kind)")
    )


#: Who treats a subject, which is no treatment.
_IN_DE_LES = (
    r"(?:docent\w*|leraar|leraren|leerkracht\w*|mentor\w*|les|lessen|vak|hoofdstuk\w*|module\w*|biologie|we|wij)"
)


def _diagnose(o: Omgeving) -> bool:
    if o.woord(r"(?:leerlingen|jongeren|kinderen|pubers|groep|doelgroep) met (?:adhd|add|asd|autis\w*|dyslex\w*)"):
        return False  # whom it is for, and not what somebody has
    if o.woord(
        r"diagnos\w*|adhd|add|asd|autis\w*|ptss|dyslex\w*|medicijn\w*|pillen|medicatie|borderline|"
        r"eetstoornis\w*|anorexia|zelfbeschadig\w*|automutil\w*"
    ):
        return not o.woord(r"bannink|kuiper|vuistregel|meer dan zijn probleem")
    if (
        o.woord(
            r"(?:heeft|hebben|is|lijdt|herken|zie|merk\w*|wanneer) (?:\w+ ){0,5}(?:depressie|"
            r"depressief|angststoornis|stoornis|trauma\w*|burn ?out|paniek\w*)"
        )
        and not o.interventies
    ):
        return True
    return o.woord(
        r"psycholoog|psychiater|ggz|jeugdzorg|behandeling|behandelen|behandelt|therapeut\w*|emdr|"
        r"symptomen|doorverwijz\w*"
    ) and not o.woord(
        rf"opgeleide therapeuten|handleiding|behandelprogramma|{_IN_DE_LES} (?:\w+ ){{0,2}}(?:behandelt|behandelen)"
    )


_VERSCHEIDEN = (
    r"nieuwkomer\w*|isk|vso|sbo|so|buso|okan|speciaal onderwijs|mbo|hbo|wo|universiteit\w*|"
    r"student|studenten|praktijkonderwijs|pro school|hoogbega\w*|"
    r"vluchteling\w*|statushouder\w*|asielzoek\w*|gymnasi\w*|vmbo\w*|vwo\w*|havo\w*|mavo|tl|"
    r"asiel|anderstalig\w*|nt2|lhbt\w*|lgbt\w*|"
    r"meisjes|jongens|gender|transgender\w*|migratie\w*|armoede\w*|arme|volwassen\w*|autis\w*|adhd|asd|dyslex\w*|"
    r"peuter\w*|topsport\w*|kansarm\w*|beperking|slechtziend\w*|"
    r"slechthorend\w*|doof|dove|blind|moslim\w*|christelijk\w*|islamitisch\w*|montessori\w*|"
    r"dalton\w*|vrije ?school\w*|jenaplan\w*|"
    r"thuiszitters?|drop ?outs?|hoogsensiti\w*|pleegkind\w*|wezen|weeskind\w*|bso|kinderopvang|"
    r"sportclub\w*|jeugdzorg|aso|tso|bso leerlingen|bovenbouw vwo"
)


def genoemde_groep(text: str) -> str:
    """The word for a group of people that the sources do not speak of apart; empty when there is none."""
    found = _compiled(rf"(?<![a-z0-9])(?:{_VERSCHEIDEN})(?![a-z0-9])").search(text)
    return found.group(0) if found else ""


def _andere_doelgroep(o: Omgeving) -> bool:
    if o.woord(r"hbo opleiding|studenten psychologie"):
        return False
    if o.woord(r"armoede\w*") and o.woord(
        r"meegeteld|telt|tellen|speelt|spelen|bouwste\w+|hulpbron\w*|omgevingsfactor\w*|invloed|effect op veerkracht|"
        r"maakt (?:\w+ ){0,3}uit|te maken met veerkracht"
    ):
        return False  # poverty as part of what is around a pupil, and not as a group
    return o.woord(_VERSCHEIDEN)


def _basisschool(o: Omgeving) -> bool:
    if o.interventies:
        return False
    return o.woord(
        r"basisscho\w*|basisonderwijs|primair onderwijs|primaire onderwijs|lagere scho\w*|lager "
        r"onderwijs|groep [1-8]|groepen [1-8]|kleuter\w*|po|kleuters"
    ) and not o.woord(r"welk\w* onderzoek|welke stud\w*|welke bevinding\w*|hoeveel")


def _contact(o: Omgeving) -> bool:
    return o.woord(
        r"website\w*|site|contact\w*|telefoon van|telefoonnummer\w*|mailadres|e mail\w*|email\w*|"
        r"aanmelden|inschrijven|bellen|bel ik|bereik ik|bereik je|te boeken|boek ik|opgeven|bestellen|bestel|kopen|koop|aanschaffen|"
        r"link naar|linkje|adres|adressen|in de buurt|trainer (?:zoeken|vinden)|waar (?:kan|"
        r"kunnen|volg|volgen) (?:\w+ ){1,6}(?:volgen|krijgen|vinden|downloaden|halen)|"
        r"wanneer (?:\w+ ){0,5}(?:start|starten|begint|volgende)|volgende (?:opleiding|cursus|"
        r"training)|wie (?:geeft|verzorgt|levert) (?:\w+ ){0,3}(?:training|opleiding|cursus|"
        r"scholing)|"
        r"(?:meld|melden) (?:\w+ ){0,6}aan|startdatum|data van|uitgever\w*|uitgeverij|bedenker|"
        r"wie heeft (?:\w+ )?(?:kanjer\w*|pad|vrienden\w*) (?:bedacht|ontwikkeld|gemaakt)"
    )


def _effect_programma(o: Omgeving) -> bool:
    if not o.interventies or (
        o.elementen - {"duur"} and not o.woord(r"effect\w*|bewezen|bewijs|evidence\w*|resulta\w*")
    ):
        return False
    if o.woord(r"mogen werken"):
        return False
    if o.woord(r"(?:werkt|werken|helpt) (?:\w+ ){0,4}(?:met|aan|samen|mee)|doel\w*|hoe werkt|keuzehulp|meta analyse"):
        return False
    return o.woord(_EFFECT) or o.woord(
        r"tegen (?:pesten|angst\w*|depressie\w*|stress)|minder (?:pesten|gepest|angst)|gaat "
        r"(?:\w+ ){0,4}omlaag|zin heeft|heeft (?:\w+ ){0,4}(?:zin|nut)"
    )


def _juridisch(o: Omgeving) -> bool:
    if o.woord(
        r"wet|wetten|wettelijk\w*|avg|gdpr|juridisch\w*|inspectie\w*|rechtszaak|zorgplicht|"
        r"meldcode|aansprakelijk\w*|klachtenregeling|privacywet\w*|leerplicht\w*|toestemming|"
        r"burgerschapswet|kerndoelen|eindtermen"
    ):
        return True
    return (
        not o.interventies
        and o.woord(r"(?:zijn|ben|is) (?:\w+ ){0,4}(?:verplicht|strafbaar|toegestaan)|recht op")
        and not o.woord(r"scholing|training|cursus|opleiding|handleiding|licentie")
    )


def _actueel(o: Omgeving) -> bool:
    return o.woord(
        r"(?:nieuw|nieuwe|nieuwer|nieuwere|nieuwste|recent|recente|recenter|recentste|laatste|"
        r"actueel|actuele|actuelere) (?:\w+ ){0,2}(?:onderzoek\w*|stud\w*|inzicht\w*|stand|versie|"
        r"cijfers|bewijs|literatuur)|"
        r"202[3-9]|203\d|up to date|uptodate|bijgewerkt|update\w*|recent|na 2022|sinds 2022|sinds "
        r"(?:het|dat) (?:rapport|onderzoek)|verouderd|achterhaald|nog actueel|dit jaar|vorig jaar|"
        r"tegenwoordig|corona\w*|covid\w*|lockdown\w*"
    )


def _meten(o: Omgeving) -> bool:
    return o.woord(
        r"vragenlijst\w*|enquete\w*|meetinstrument\w*|nulmeting\w*|effectmeting\w*|scol|saqi|sdq|"
        r"cd ?risc|cyrm|zien volgsysteem|leerlingvolgsysteem\w*|lvs|screening\w*|screen\w*|"
        r"veerkrachtschaal|veerkrachttest|"
        r"(?:welke|welk|een|goede|de) (?:\w+ ){0,2}(?:test|toets|schaal|instrument|meting|monitor)|"
        r"(?:hoe|waarmee) (?:meten|meet|test|testen|monitoren|toetsen|evalueren|peilen) (?:we|wij|"
        r"ik|jullie|je)|(?:hoe|waarmee) (?:kunnen|kan|moeten) (?:we|wij|ik|je) (?:\w+ "
        r"){0,6}(?:meten|testen|monitoren|evalueren|peilen)"
    )


def _online(o: Omgeving) -> bool:
    return o.woord(
        r"apps?|app je|online|digitale?|e ?health|tiktok|instagram|snapchat|youtube|social media|"
        r"sociale media|smartphone\w*|telefoonverbod|telefoons|mobieltj\w*|gamen|games?|vr bril|"
        r"virtual reality|chatgpt|gpt|"
        r"kunstmatige intelligentie|ai|chatbot|website voor leerlingen|schermtijd|internet\w*|"
        r"laptop\w*|podcast\w*|netflix"
    )


#: Asks what the sources say of a thing, whatever that is.
_WAT_STAAT_ER = (
    r"(?:wat (?:zegt|zeggen|staat|schrijft|schrijven|vertelt)|(?:staat|staan|lees|schrijven|zeggen) (?:\w+ ){0,2}(?:iets|wat))"
    r" (?:\w+ ){0,4}(?:over|van)"
)


def _docent_welzijn(o: Omgeving) -> bool:
    staff = (
        r"docent\w*|leraar|leraren|leerkracht\w*|personeel\w*|collega\w*|teamleden|ons team|"
        r"mentoren|ik zelf|mezelf|medewerker\w*|leraar"
    )
    if o.woord(
        r"werkdruk\w*|personeelstekort|lerarentekort|ziekteverzuim|verzuim\w*|uitval van|"
        r"overspannen|trek het niet"
    ):
        return True
    strain = r"burn ?out\w*|stress\w*|welzijn|welbevinden|veerkrachtiger?|veerkracht|vitaliteit|werkplezier"
    return o.woord(
        rf"(?:{strain}) (?:van|voor|bij|onder) (?:\w+ ){{0,2}}(?:{staff})|(?:maak|maken|worden|"
        rf"hoe) (?:\w+ ){{0,3}}(?:{staff}) (?:\w+ ){{0,2}}veerkrachtig\w*"
    ) and not o.woord(
        rf"kuiper|bannink|positieve focus|kenmerk\w*|schoolbre\w*|whole school|(?:aandacht|plek|ruimte) voor|{_WAT_STAAT_ER}"
    )


def _rapport(o: Omgeving) -> bool:
    return o.woord(
        r"auteurs? van het (?:trimbos|rapport|onderzoek|verslag)\w*|downloaden|download|pdf|"
        r"literatuurlijst|referentielijst|referenties|bibliografie|bladzij\w*|pagina\w*|"
        r"paginanummer\w*|isbn|doi|animatie|hele rapport|volledige rapport|titel van het rapport|"
        r"(?:wie|hoe heten) (?:zijn |waren )?(?:de |hun |jullie )?(?:auteurs?|schrijvers?)(?: dan| eigenlijk)?$|"
        r"wie (?:heeft|hebben) (?:\w+ ){0,3}(?:rapport|keuzehulp|verkenning) (?:\w+ "
        r"){0,2}(?:geschreven|gemaakt|opgesteld)|wie schreef|wie schreven|auteurs? (?:van "
        r")?(?:het )?rapport|schrijvers? van het rapport|voorwoord|colofon"
    )


def _lesbrief(o: Omgeving) -> bool:
    if re.match(
        r"(?:kun je |kan je |wil je |graag )?(?:schrijf|bedenk|verzin|ontwerp|genereer|formuleer|herschrijf) ", o.t
    ):
        return True
    product = (
        r"lesbrief|lesbrieven|les|lessen|lesje|lessenserie|lesplan|lesopzet|lesvoorbereiding|"
        r"lesidee\w*|werkblad\w*|opdracht|opdrachten|powerpoint|presentatie|mail|mailtje|brief|"
        r"briefje|ouderbrief|nieuwsbrief|toets|quiz|oefening|oefeningen|draaiboek|plan van aanpak|"
        r"beleidsplan|schoolplan|beleidsstuk|werkplan|tekst|folder|poster|spel|spelletje|"
        r"werkvormen|werkvorm|casus|casussen|rollenspel|script|programma|training|stappenplan|"
        r"vragenlijst|handleiding|gedicht|verhaal|verhaaltje|lesmateriaal|materiaal|opdrachtje|"
        r"speech|verslag|notitie|stelling\w*"
    )
    make = (
        r"maak|maken|schrijf|schrijven|schrijft|bedenk|bedenken|verzin|verzinnen|ontwerp|"
        r"ontwerpen|genereer|genereren|stel|opstellen|uitwerken|werk|uitschrijven|formuleer|"
        r"samenstellen|voorbereiden|aanleveren"
    )
    if o.woord(
        r"lesbrief\w*|lesplan\w*|werkblad\w*|lesvoorbereiding|powerpoint\w*|lesidee\w*|"
        r"lesmateriaal|kant en klare?\w*"
    ):
        return not o.woord(r"info doebladen")
    return (
        (
            o.woord(rf"(?:{make}) (?:\w+ ){{0,6}}(?:{product})")
            and o.woord(r"kun|kan|wil|zou|graag|maak|schrijf|bedenk|verzin|ontwerp|genereer|formuleer|me|ons|mij")
            and not o.woord(
                r"leerlingen (?:\w+ ){0,2}(?:maken|schrijven|bedenken)|maken (?:de )?(?:jongeren|"
                r"leerlingen|ze)"
            )
        )
        or o.woord(
            rf"(?:kun|kan|wil|zou|wilt|kunt) (?:je|jij|jullie|u) (?:\w+ ){{0,4}}(?:{product}) (?:\w+ ){{0,4}}(?:{make})"
        )
        or o.woord(
            r"geef (?:me|ons|mij) (?:\w+ ){0,3}(?:oefeningen|werkvormen|lessen|opdrachten|lesideeen|"
            r"ideeen)|(?:tien|vijf|drie|10|5|3) (?:oefeningen|werkvormen|opdrachten|lesideeen|lessen) "
            r"(?:voor|om|over)"
        )
    )


def _anders(o: Omgeving) -> bool:
    if o.woord(r"(?:iets|wat|niets) nieuws"):
        return False
    if o.woord(r"(?:les)?rooster") and o.woord(
        r"invoer\w*|implement\w*|inpas\w*|plek|vast\w*|plan\w*|zetten|opnemen|inroosteren"
    ):
        return False  # the place of an intervention in the timetable
    return o.woord(
        r"\d+ (?:keer|maal|plus|min|x|gedeeld door) \d+|"
        r"weerbericht|(?:wat|hoe) (?:is|wordt|was) het weer(?: (?:vandaag|morgen|buiten|daar|hier|nu|in \w+))?$|"
        r"weer (?:wordt|is|morgen|vandaag)|(?:wordt|is) het (?:morgen|vandaag) (?:\w+ "
        r")?(?:weer|warm|koud)|wat voor weer|regen\w*|voetbal\w*|ajax|psv|feyenoord|recept\w*|mop|"
        r"moppen|grap|grapje|vakantie\w*|muziek|liedje|hoofdstad|vertaal|vertalen|vertaling|"
        r"engels|frans|duits|rooster|politiek|verkiezing\w*|wiskunde|algebra|sommen|wie wint|"
        r"nieuws|hoe laat|koning|koningin|president|minister\w*|film|films|pizza|restaurant|trein|"
        r"beurs|bitcoin|horoscoop|auto|voetbalwedstrijd|schoolreis\w*|kantine|examen\w*|rekenen|"
        r"lonen|salaris|cao|vacature\w*|sollicit\w*"
    )


_COLLEGAS = (
    r"(?:mijn |onze |de |alle |ons |het |hele |een |paar )*"
    r"(?:collega s?|collegas|team|docenten|leraren|mentoren|directie|sectie)"
)


def _collegas(o: Omgeving) -> bool:
    return o.woord(
        rf"hoe (?:krijg|krijgen) (?:ik|je|we|wij) (?:er )?{_COLLEGAS} (?:\w+ )?(?:mee|enthousiast|warm|zover|aan boord)|"
        rf"hoe (?:overtuig|overtuigen|motiveer|motiveren) (?:ik|je|we|wij) {_COLLEGAS}|"
        rf"hoe (?:betrek|betrekken) (?:ik|je|we|wij) (?:\w+ )?{_COLLEGAS}|"
        rf"{_COLLEGAS} (?:\w+ ){{0,3}}(?:geen zin|niet wil|niet willen|niks in zien|niets in zien|niet zitten|weerstand)|"
        r"hoe (?:\w+ ){0,4}draagvlak$"
    )


def _andere_scholen(o: Omgeving) -> bool:
    """What other schools do; how a school does beside them asks for a mark, and is `rapportcijfer`."""
    if o.woord(r"welke? (?:school|scholen) (?:\w+ ){0,4}(?:best|beste|goed|ook|al)"):
        return True
    if not o.woord(r"(?:andere|overige|meer|veel|buurt|omliggende) (?:vo )?scholen|collegascholen|collega scholen"):
        return False
    weighed = r"wij|we|ons|onze|vergelijk\w*|vergeleken|beter|goed|slecht\w*|scor\w*|scoor\w*|cijfer|opzichte"
    return not o.woord(weighed) and o.woord(
        r"(?:wat|hoe|welke|waarmee) (?:\w+ ){0,3}(?:doen|doe|pak\w*|gebruik\w*|kiez\w*|kozen|werk\w*|hebben|zetten)"
    )


def _tips(o: Omgeving) -> bool:
    if o.zegt(WEERSTAND) or o.woord(
        r"tips? (?:\w+ ){0,4}(?:kuiper|bannink|auteurs|artikel|trimbos|rapport)|(?:zes|6) tips"
    ):
        return False  # what the authors advise is known
    if o.woord(
        r"welke (?!elementen|vragen)\w+ (?:kan|kun|kunnen|zal|zullen|moet|moeten) (?:ik|we|wij|je|jullie) (?:\w+ ){0,3}"
        r"(?:doen|kiezen|gebruiken|pakken|nemen|inzetten|geven)"
    ):
        return True
    if o.woord(r"energizers?") and o.woord(r"(?:is|zijn|tellen|telt|horen|hoort|vallen)") and o.elementen:
        return False  # whether they are an element, and not which ones there are
    return o.woord(
        r"tips?|trucs?|kant en klaar|energizers?|"
        r"welke (?:\w+ ){0,2}(?:\w*oefeningen|\w*oefening|werkvorm|werkvormen|spelletjes?|spellen|"
        r"opdrachten|opdracht|boeken|boek|filmpjes|films|activiteiten) (?:\w+ "
        r"){0,4}(?:geschikt\w*|doen|doe|kan|kun|kunnen|kiezen|goed|passen|gebruiken|leuk\w*|zijn "
        r"er|past|bestaan)|"
        r"wat (?:zeg|moet|doe) ik (?:\w+ ){0,4}(?:tegen|zeggen|doen)|hoe (?:reageer|reageren) (?:ik|we|wij)"
    ) and not o.woord(r"onderzocht|stappen|rapport|oefeningen zitten")


def _planning(o: Omgeving) -> bool:
    if o.interventies and not o.woord(r"invoer\w*|implementer\w*|voorbereid\w*"):
        return False
    if o.woord(r"sinds wanneer|onderzo\w+|bestude\w+|onderzoekers"):
        return False  # when people began to study it is told
    return o.woord(
        r"hoeveel (?:tijd|uur|uren)|tijdsinvestering|tijdpad|tijdsplanning|planning maken|hoe "
        r"lang duurt (?:het )?(?:\w+ ){0,4}(?:invoer\w*|implement\w*)|wanneer (?:\w+ "
        r"){0,4}(?:beginnen|starten)|hoeveel minuten|hoeveel weken (?:\w+ ){0,3}invoer\w*|beste "
        r"moment"
    )


_BUITENLAND = (
    r"vlaanderen|vlaams\w*|belgi\w*|clb|secundair\w*|antwerpen|gent|brussel|buitenland\w*|"
    r"engeland|engelse scholen|duitsland|frankrijk|finland|finse|noorwegen|"
    r"zweden|denemarken|amerika\w*|verenigde staten|(?:de|in|uit) vs|australie|canada|china|japan|spanje|"
    r"italie|singapore|europa|europese|andere landen|nederland en|"
    r"caribisch\w*|suriname|curacao|aruba|turkije|marokko|groningen|amsterdam|rotterdam|friesland|limburg"
)

_ONZE_MAKERS = r"(?:het )?(?:trimbos(?: instituut)?|augeo(?: foundation)?|nji|kuiper(?: en bannink)?|bannink)"


def _van_onze_makers(o: Omgeving) -> bool:
    """Whether a programme is of those who made our sources, of which no description speaks."""
    return bool(o.interventies) and o.woord(
        rf"(?:is|zijn|komt|komen|was) (?:\w+ ){{0,5}}(?:van|door|uit) {_ONZE_MAKERS}(?: (?:gemaakt|ontwikkeld|bedacht|zelf|toch|he|af|"
        rf"komen))*$|"
        rf"(?:heeft|hebben) {_ONZE_MAKERS} (?:\w+ ){{1,4}}(?:gemaakt|ontwikkeld|bedacht)"
    )


BUITEN_REGELS: tuple[tuple[str, Regel], ...] = (
    (HERGEBRUIK, lambda o: not o.interventies and vraagt_hergebruik(o.t)),
    ("lesbrief", _lesbrief),
    ("diagnose", _diagnose),
    ("een_leerling", _een_leerling),
    ("kosten", _kosten),
    (
        "subsidie",
        lambda o: o.woord(
            r"subsid\w*|fonds|fondsen|financier\w*|vergoed|vergoeding\w*|vergoedt|bekosti\w*|npo|"
            r"stimuleringsregeling\w*|geldpot\w*|geld|sponsor\w*|gefinancierd"
        ),
    ),
    ("factoren_grotberg", _grotberg),
    ("figuren", _figuren),
    ("herkomst_programma", _van_onze_makers),
    ("niet_beschreven_programma", _niet_beschreven),
    ("keurmerk_keuzehulp", _keurmerk),
    ("erkenning", _erkenning),
    ("andere_scholen", _andere_scholen),
    ("collegas_meekrijgen", _collegas),
    ("rapportcijfer", _rapportcijfer),
    ("andere_doelgroep", _andere_doelgroep),
    ("rangorde", _rangorde),
    ("voorspelling", _voorspelling),
    ("aanbieder_contact", _contact),
    ("actueel", _actueel),
    ("volledig_rapport", _rapport),
    ("meetinstrument", _meten),
    ("online_ai", _online),
    ("juridisch", _juridisch),
    ("vlaanderen", lambda o: o.woord(_BUITENLAND) and not o.woord(r"hoeveel landen|uit welke landen")),
    ("praktische_tips", _tips),
    ("tijd_en_planning", _planning),
    (
        "pesten",
        lambda o: (
            o.woord(
                r"pesten|pest|gepest|pestgedrag|pester\w*|cyberpest\w*|anti ?pest\w*|pestprotocol|"
                r"buitensluiten"
            )
            and not o.interventies
        ),
    ),
    ("docent_welzijn", _docent_welzijn),
    ("ander_onderwerp", _anders),
    ("effect_programma", _effect_programma),
    ("basisschool", _basisschool),
)

_GETAL = (
    r"(?:\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|"
    r"zestien|zeventien|achttien|twintig)"
)
_LESSEN = r"(?:\w*lessen|bijeenkomsten|lesuren|sessies|keer les|les|bijeenkomst)"
_DUS = r"dus|toch|conclusie|betekent|klopt|dan|blijkbaar|he"


def _lessen(o: Omgeving) -> bool:
    counted = o.woord(rf"{_GETAL} (?:\w+ )?{_LESSEN}")
    judged = o.woord(
        r"genoeg|goed|voldoende|te weinig|te veel|te kort|in orde|precies|tussen|11|20|"
        r"oefening\w*|norm|binnen|grens|ondergrens|haal\w*|prima|mooi|minder dan|meer dan|ideaal|juiste"
    ) and not o.woord("uitleg|voorlichting|psycho educatie")
    return (counted and judged) or o.woord(
        r"tel\w* (?:een |elke |iedere |de )?(?:les|lessen|bijeenkomst\w*) (?:\w+ )*oefening\w*|11 "
        r"tot 20 lessen|lessen (?:\w+ ){0,4}hetzelfde als oefeningen|genoeg lessen"
    )


def _vaker(o: Omgeving) -> bool:
    often = o.woord(
        r"hoe vaker|vaakst|het vaakste|het meest voor\w*|meest voorkomend\w*|het meest "
        r"gebruikt\w*|hoogste percentage|populair\w*|komt vaak voor|vaak voorkom\w*|vaak voor\w*|"
        r"vaak ingezet|meest ingezet"
    )
    better = o.woord(
        r"beter|best|beste|werkt|effectief\w*|effectiever|belangrijk\w*|overnemen|sterkst\w*|"
        r"moeten we|helpt"
    )
    share = (
        o.woord(r"\d+ ?%|\d+ procent")
        and o.woord(r"werkt|beste|best|belangrijkst\w*|sterkst\w*|effectiefst\w*|moet|wel werken|topelement")
        and o.woord(_DUS)
    )
    return (often and better and o.woord(_DUS + r"|hoe vaker|zegt dat iets|is dat zo|automatisch|ook")) or share


def _percentage(o: Omgeving) -> bool:
    return (
        o.woord(
            r"(?:\d+ ?%|\d+ procent|percentage) (?:\w+ )*(?:van de (?:leerlingen|kinderen|gevallen)|"
            r"kans|kans dat|effect|voor \d+|helpt het|succes\w*|verbeterd?|leerlingen)"
        )
        and o.woord(_DUS + r"|zegt|is|helpt")
        and not o.woord(r"komt|voorkomen|kwam|hoe vaak")
    ) or o.woord(r"hoeveel procent (?:helpt|werkt)|voor hoeveel procent")


def _afwezig(o: Omgeving) -> bool:
    absent = o.woord(
        r"noemt (?:\w+ ){0,3}(?:geen|niet|niets)|noemen (?:\w+ ){0,3}(?:geen|niet|niets)|staat "
        r"(?:\w+ ){0,4}(?:niets|niks|niet)|niet (?:genoemd|vermeld|in de beschrijving)|ontbreekt|"
        r"ontbreken|zit\w* (?:\w+ ){0,4}niet in|(?:niets|niks|geen) (?:\w+ ){0,3}over|doet (?:\w+ "
        r"){0,3}(?:niks|niets)|heeft (?:\w+ ){0,2}geen|geen aandacht|niet (?:\w+ )?aanwezig|"
        r"afwezig"
    )
    concluded = o.woord(r"dus|toch|betekent|conclusie|zit er niet in|nee|ontbreekt|afwezig|niet in")
    return absent and concluded and (bool(o.interventies) or o.woord(r"beschrijving\w*|niet vermeld|niet genoemd"))


#: How many of the rules for traps go before those for what the sources do not hold.
EERST_VALKUILEN = 6


def _heet_bewezen(o: Omgeving) -> bool:
    """Somebody takes it that the report calls an element proven."""
    claims = r"(?:rapport|trimbos\w*|keuzehulp|jullie|bronnen)(?: \w+){0,8} (?:bewezen|aangetoond|vaststaand)(?! (?:dat|of|hoe|wat))"
    return (
        bool(o.elementen)
        and not o.interventies
        and o.woord(claims)
        and o.woord(r"waarom|toch|he|klopt|hoezo|dus|nietwaar")
    )


VALKUIL_REGELS: tuple[tuple[str, Regel], ...] = (
    (
        "pad_in_vo",
        lambda o: (
            "pad" in o.interventies
            and len(o.interventies) == 1
            and o.woord(_VO)
            and not o.woord(r"tot (?:welke|en met)|verschil")
        ),
    ),
    (
        "vrienden_voor_alle",
        lambda o: (
            "vrienden" in o.interventies
            and len(o.interventies) == 1
            and o.woord(
                r"hele klas|hele brugklas|(?:al )?onze (?:klassen|\w*klassers|leerlingen)|\w+klassers|"
                r"alle leerlingen|iedereen|elke leerling|gewone (?:les|klas|"
                r"mentorles)|mentorles\w*|zonder klachten|klassikaal|brugklas\w*|alle klassen|gelden "
                r"(?:\w+ ){0,3}bewij\w*|bewijzen ook"
            )
        ),
    ),
    (
        "meer_elementen_beter",
        lambda o: (
            o.woord(rf"{_GETAL} (?:\w+ )?(?:elementen|onderdelen)")
            and o.woord(r"dus|beter|wint|genoeg|te weinig|sterker|(?:het|de) meeste?|het best|altijd")
        ),
    ),
    ("heet_bewezen", _heet_bewezen),
    ("lessen_geen_oefeningen", _lessen),
    ("vaker_is_beter", _vaker),
    (
        "psycho_educatie_genoeg",
        lambda o: (
            o.woord(r"uitleg\w*|psycho ?educatie\w*|voorlichting\w*|theorie")
            and o.woord(
                r"alleen|enkel|louter|uitsluitend|vooral|genoeg|voldoende|volstaat|hoe meer|meer is beter|"
                r"hele programma|volledig uit|prima toch|zitten (?:we|wij) (?:\w+ ){0,2}goed"
            )
            and not o.woord(r"te veel|niet te|hoeveel")
        ),
    ),
    ("percentage_is_effect", _percentage),
    ("vaker_is_beter", _vaker),
    (
        "meer_elementen_beter",
        lambda o: (
            (
                o.woord(
                    r"(?:hoe meer|meer|alle|zoveel mogelijk|zo veel mogelijk|veel|zo veel|zoveel|genoeg|"
                    r"minimaal \w+|aantal) (?:\w+ )?(?:elementen|onderdelen|vinkjes|vakjes)"
                )
                and o.woord(r"beter|beste|nodig|sterk\w*|wint|moet|moeten|effect\w*|toch|dus|hoe meer|genoeg|goed")
            )
            or (
                o.woord(
                    r"(?:we|wij|je|ze) (?:ze )?(?:alle|allemaal)(?: (?:\d+|\w+tien|elementen|punten))? (?:hebben|hebt|doen|doet|"
                    r"afvinken|aanvinken)"
                )
                and o.woord(r"klaar|genoeg|compleet|perfect|goed|veerkrachtig\w*|zeker|beter|beste")
            )
            or o.woord(
                r"hoeveel (?:\w+ )?elementen (?:\w+ ){0,6}(?:nodig|minimaal|minstens|genoeg|hebben|"
                r"bevatten)"
            )
        ),
    ),
    ("niet_genoemd_is_afwezig", _afwezig),
    (
        "stoppen_met_coping",
        lambda o: (
            bool(o.elementen & {"coping", "cognitieve_coping"})
            and o.woord(
                r"stop|stoppen|schrap\w*|weg|weglaten|zonde|afschaffen|werkt (?:\w+ ){0,2}niet|geen zin|"
                r"zinloos|zwak is|niet meer doen|eruit"
            )
        ),
    ),
    (
        "stoppen_met_emotieregulatie",
        lambda o: (
            (("emotieregulatie" in o.elementen) or o.woord(r"emoties|gevoelens|gevoelslessen|emotielessen"))
            and o.woord(
                r"stop|stoppen|schrap\w*|weg|weglaten|schadelijk|slecht|afschaffen|werkt (?:\w+ "
                r"){0,2}niet|geen zin|zinloos|waarom (?:\w+ ){0,4}nog|niet meer doen|averechts|"
                r"contraproductief|eruit"
            )
        ),
    ),
    (
        "ouders_niet_doen",
        lambda o: (
            ("ouders" in o.elementen or o.woord(r"ouders|ouderavond\w*|ouderbetrokkenheid"))
            and o.woord(
                r"geen zin|niet nodig|hoeven|hoef|weg|niet belangrijk|onbelangrijk|overslaan|werkt (?:\w+ "
                r"){0,2}niet|werkt ouderbetrokkenheid niet|nutteloos|zinloos|afschaffen|weglaten|"
                r"schrappen|niet te betrekken"
            )
            and not o.woord(r"werken niet mee|willen niet")
        ),
    ),
    (
        "schoolbreed_bewezen",
        lambda o: (
            "schoolbreed" in o.elementen
            and o.woord(r"bewezen|altijd|evidence|toch|garandeert|echt|zeker|klopt|aangetoond")
        ),
    ),
    (
        "ontspanning_is_bewegen",
        lambda o: (
            o.woord(r"ontspan\w*|adem\w*|bodyscan|mindfulness|massage|mediteren|meditatie|yoga")
            and o.woord(r"tel\w*|fysiek\w*|beweg\w*|lichamelijk\w*")
            and o.woord(r"tel\w*|ook|toch|als|of|is dat|valt|hoort")
            and not o.woord(r"effect\w*|helpt|onderzoek")
        ),
    ),
    (
        "kleine_basis_bewegen",
        lambda o: (
            not o.interventies
            and (("fysieke_activiteit" in o.elementen) or o.woord(r"sport\w*|gym\w*|bewegen|yoga|lo"))
            and o.woord(r"dus|genoeg|bewezen|sterkste|toch|zit wel goed|meer gym|voldoende")
        ),
    ),
    (
        "eerst_veilig",
        lambda o: (
            o.woord(r"sfeer|klimaat|onveilig\w*|onrustig\w*|klas")
            and o.woord(
                r"slecht\w*|onrustig\w*|onveilig\w*|niet veilig|niet goed|niet lekker|verziekt\w*|"
                r"verpest\w*"
            )
            and not o.woord(r"leerling\w* (?:\w+ )?heeft")
        ),
    ),
    (
        "aanpassen_of_strikt",
        lambda o: (
            o.woord(
                r"aanpassen|aanpas\w*|afwijk\w*|weglaten|overslaan|strikt\w*|boekje|eigen draai|schuiven|"
                r"inkorten|wijzigen|veranderen|zelf invullen|letterlijk volgen|precies volgen|protocol "
                r"(?:\w+ ){0,3}volgen"
            )
            and o.woord(r"mag|mogen|moet|moeten|kan|kunnen|erg|toegestaan|vrij")
            and not o.interventies
            and not o.woord(
                r"veerkracht (?:\w+ ){0,2}(?:veranderen|wijzigen)|"
                r"houding|gedrag aanpassen|positief|tegenspoed|tegenslag|gedachten|zich aanpas\w*|iemand"
            )
        ),
    ),
    (
        "weinig_tijd_prioriteit",
        lambda o: (
            not (o.elementen and o.woord(_TIJD_VAN_ANDEREN))
            and o.woord(
                r"weinig (?:\w+ )?(?:tijd|middelen|uren|lestijd)|beperkte? (?:\w+ )?(?:tijd|middelen)|"
                r"geen tijd|prioriteit\w*|tijdgebrek|krap\w*|een (?:ding|element|onderdeel) (?:\w+ "
                r"){0,3}kiezen|maar een element|waar (?:beginnen|starten) (?:we|wij)|welk element (?:\w+ "
                r")*(?:eerst|prioriteit)|als eerste "
                r"(?:doen|aanpakken)"
            )
        ),
    ),
    (
        "langer_is_beter",
        lambda o: o.woord(
            r"hoe langer|langer (?:\w+ ){0,4}beter|lang genoeg|te kort|"
            r"te lang(?! (?:praat|praten|aan het woord|uitleg\w*|stilzit\w*))|zo lang mogelijk|beter "
            r"dan (?:\w+ ){0,2}weken|korter (?:\w+ ){0,3}beter|eenmalig\w*"
        ),
    ),
    (
        "veerkracht_van_leerling",
        lambda o: o.woord(
            r"(?:sommige|gewoon|mist|missen) (?:\w+ ){0,3}karakter|ruggengraat|generatie|eelt|eigen "
            r"schuld|slappe|watjes|mentaliteit|harder worden|gewoon geen veerkracht|verwend\w*|"
            r"doorbijten|(?:hun|zijn|haar) karakter|in hun karakter|aangeboren|nu eenmaal (?:\w+ )?(?:niet )?veerkrachtig"
        ),
    ),
    (
        "samenhang_is_oorzaak",
        lambda o: (
            (
                o.elementen <= {"inzicht_vergroten"}
                and not o.interventies
                and o.woord(
                    r"oorza\w*|veroorza\w*|causa\w*|komt (?:\w+ ){0,2}door het|of alleen een verband|alleen "
                    r"samenhang|samenhang (?:\w+ )*bewijs"
                )
            )
            or (
                o.elementen == {"inzicht_vergroten"}
                and not o.interventies
                and o.woord(r"bewezen|echt|maakt (?:\w+ )?veerkrachtig\w*|zeker")
            )
        ),
    ),
)
