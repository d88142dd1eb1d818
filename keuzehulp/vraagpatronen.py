"""Patterns of questions by which `keuzehulp.beantwoorden` chooses its way; over folded words between single spaces."""

from __future__ import annotations

import re

from keuzehulp.getallen import GETALLEN, RANGEN

#: An amount is asked for.
HOEVEEL = (
    r"(?<![a-z])(?:hoeveel(?! (?:bewijs|zin|nut|invloed|waarde|aandacht|belang)(?![a-z]))|welke? "
    r"percentages?|hoe oud|hoe lang|procent)(?![a-z])"
)

#: A statement that says that something is not told.
STAAT_ER_NIET = r"sta(?:at|an) (?:er |daar |dus )*niet in|noemt geen"

#: What people think of something was not asked in the sources.
MENING = (
    r"(?<![a-z])(?:vinden|ervaren|denken|zeggen|vindt|ervaart|denkt|zegt) (?:de |onze |hun )?"
    r"(?:ouderraad|bestuur|rector|leerlingen|jongeren|kinderen|"
    r"ouders|docenten|leraren|mentoren|scholen)"
)

#: Somebody does not go along with it.
WEERSTAND = (
    r"(?<![a-z])(?:(?:werk|doe)\w* (?:\w+ ){0,2}niet mee|(?:wil|willen) (?:\w+ ){0,3}niet (?:meewerken|meedoen|mee)|"
    r"(?:ouders?|kind|kinderen|leerling|leerlingen|verzorgers) die (?:echt |helemaal |gewoon )?niet (?:wil|willen)(?: mee\w*)?$|"
    r"(?:ouders?|kinderen|leerlingen|verzorgers) (?:echt |nou |dan |helemaal )?niet (?:mee )?"
    r"(?:willen|wil|meewerken|meewerkt|meedoen|meedoet)(?! dat)|"
    r"tegenwerk|weerstand|stribbel|dwarslig|dwars lig|verzet zich|(?:ligt|liggen) dwars|"
    r"hoe (?:krijg|krijgen) (?:ik|je|we|wij) (?:(?:de|onze|alle|die) )?ouders (?:\w+ )?mee(?: hierin| hiermee| daarin)?$)"
)

#: The elements of the keuzehulp themselves, all of them.
ALLE_ELEMENTEN = (
    r"(?<![a-z])(?:wat zijn|welke?|noem|geef|som) (?:(?:zijn|me|mij|ons|alle|de|die|jullie|eens|al|\d+|dertien|veertien|vijftien|"
    r"mogelijk|werkzame) )*elementen(?: (?:op|eens|nog|even|allemaal|precies|dan|eigenlijk|van|in|uit|de|keuzehulp))*$"
)

#: How old what we tell is.
OUDERDOM = (
    r"(?<![a-z])(?:hoe (?:oud|recent|actueel|nieuw|vers)|van wanneer|uit welk jaar|van welk jaar) (?:is|zijn|komt|komen) "
    r"(?:(?:deze|de|die|dit|dat|jullie|je|jouw|al|al die) )*(?:informatie|kennis|gegevens|bronnen|bron|inhoud|data|onderzoek|"
    r"onderzoeken|antwoorden)"
    r"(?: (?:eigenlijk|hier|dan|nog))*$"
)

#: Whether colleagues can go through the questions together.
SAMEN_INVULLEN = (
    r"(?<![a-z])(?:kan|kun|kunnen|mag|mogen|vul|vullen) (?:ik|je|we|wij) .*(?<![a-z])(?:met|als|samen) (?:\w+ ){0,3}"
    r"(?:team|collega s?|collegas|sectie|zorgteam|mentoren|docenten|elkaar|ouders|leerlingen) (?:\w+ ){0,2}"
    r"(?:invullen|beantwoorden|doorlopen|langslopen|gebruiken|maken|in)$"
)

#: All questions that the keuzehulp gives for the introduction of an intervention.
INVOERINGSVRAGEN = (
    r"(?<![a-z])(?:wat zijn|welke?|noem|geef|som|vertel\w*) (?:\w+ ){0,4}(?:implementatievragen|invoeringsvragen|"
    r"vragen (?:\w+ ){0,4}(?:implementatie|invoering|invoeren|implementeren))(?: (?:op|eens|allemaal|precies|dan|staan er|"
    r"in de keuzehulp))*$"
)

#: Which element is most common, of no kind in particular.
VAAKST = (
    r"(?<![a-z])(?:welke?|wat voor) element(?:en)? (?:komt|komen|zit|zitten|kwam|kwamen|wordt|worden) (?:\w+ ){0,2}(?:het )?"
    r"(?:vaakst|meest)(?: (?:voor|gebruikt|ingezet|terug|in programma s|in interventies))*$"
)

_TWEE_BRONNEN = (
    r"(?:(?:de|je|jouw|jullie|die|deze|beide|twee) )+bronnen|"
    r"(?:het )?(?:rapport|trimbos\w*)(?: rapport)? (?:en|met|van dat van) (?:het artikel(?: van)? )?"
    r"(?:kuiper(?: en bannink)?|bannink|k b|het artikel)|kuiper en bannink (?:en|met) (?:het )?trimbos\w*"
)
#: How the two sources differ, or whether they say the same of resilience.
VERSCHIL_BRONNEN = rf"(?<![a-z])verschil\w* (?:er )?(?:tussen |zit er tussen )?(?:{_TWEE_BRONNEN})(?: eigenlijk| precies| van elkaar)*$"
ZELFDE_VEERKRACHT = (
    rf"(?<![a-z])(?:zeggen|vinden|omschrijven|bedoelen|schrijven|verstaan) (?:{_TWEE_BRONNEN}) "
    r"(?:\w+ )*(?:hetzelfde|eens|gelijk)(?: \w+)* veerkracht|"
    rf"(?<![a-z])(?:verschil\w*|anders|oneens|eens) (?:\w+ )*(?:{_TWEE_BRONNEN}) (?:\w+ )*(?:over|van) (?:\w+ )*veerkracht"
)
#: Who had the report made.
_HET_RAPPORT = (
    r"(?:(?:dit|het|de|deze|dat|die|jullie) )?(?:onderzoek|rapport|verkenning|studie|keuzehulp|literatuuronderzoek)"
)
OPDRACHTGEVER = (
    r"^(?:en |maar )?(?:van |door |namens |in opdracht van )?wie "
    r"(?:(?:heeft|had|gaf|is|was|zijn) (?:(?:hier|er|de|het|daar|dan) )*opdracht(?:gever)?"
    rf"(?: (?:gegeven|toe|voor|tot|van|{_HET_RAPPORT}))*|"
    rf"(?:\w+ ){{0,2}}{_HET_RAPPORT} (?:\w+ )?laten (?:maken|doen|uitvoeren|schrijven))$"
)

#: Asked in these words: the concept that answers it, of which subjects its statements are, in that order, and how many;
#: "lijst" are the points of a concept that is a list.
VASTE_ROUTES = (
    (ALLE_ELEMENTEN, "elementen_keuzehulp", ("feit",), 4),
    (OUDERDOM, "onderzoeksmethode", ("methode",), 1),
    (INVOERINGSVRAGEN, "implementatie", ("lijst",), 5),
    (VAAKST, "frequentie_en_effect", ("cijfer",), 4),
    (SAMEN_INVULLEN, "implementatie", ("samen", "advies"), 2),
    (ZELFDE_VEERKRACHT, "kuiper_bannink", ("twee_definities",), 1),
    (VERSCHIL_BRONNEN, "kuiper_bannink", ("twee_bronnen", "twee_definities"), 2),
    (OPDRACHTGEVER, "trimbos_rapport", ("feit",), 1),
)

#: Asks for a source and names no subject: "toon bron", "mag ik de bron".
KALE_BRON = (
    r"(?:(?:toon|stuur|geef|laat|mag|kan|kun|noem|zeg|wil|ik|je|jij|u|we|wij|me|mij|ons|eens|even|graag|wat|waar|welke|is|zijn|en|"
    r"de|je|jullie|jouw|een|die|deze|hiervan|daarvan|hier|ook|nog) )*(?:bron|bronnen|bronvermelding)"
    r"(?: (?:zien|weten|hebben|krijgen|graag|alsjeblieft|aub|even|eens|hier|hiervan|daarvan|van dit|van dat|ervan|bij|erbij|noemen|geven|"
    r"tonen|sturen|precies|dan))*"
)

#: Asks something of the sources themselves, and not where the last answer stands.
OVER_DE_BRON = (
    r"(?<![a-z])(?:tijdschrift|uitgever\w*|elkaar tegen|met elkaar eens|oneens|tegenstrijdig\w*|"
    r"verschillen (?:de|die|jullie) (?:twee )?bronnen|hoeveel (?:pagina|bladzij)\w*|betrouwbaar\w*)(?![a-z])"
)

#: What research a question or a statement rests on.
BASIS = (
    r"(?<![a-z])(?:waarop|waar|op (?:welk\w*|wat voor) (?:\w+ )?(?:onderzoek\w*|stud\w*|bewijs|bron\w*|bewijzen))"
    r"(?= ).*(?<![a-z])(?:gebaseerd|baseer\w*|berust\w*|stoelt|steunt|rust)(?![a-z])"
)

#: Ways of saying that name no word of the concept they are about.
ROUTES = (
    (WEERSTAND, "samenwerking_geen_weerstand"),
    (
        r"(?<![a-z])hoe (?:hard|stevig|sterk|zeker|betrouwbaar|overtuigend) (?:is|zijn) (?:dat|dit|het|die|deze|jullie|al dat|al die|de)?"
        r" ?(?:bewijs|bewijzen|onderzoek|onderzoeken|conclusies|uitkomsten|resultaten|"
        r"onderbouwing|wetenschap)(?! (?:voor|over|van|bij|dat))",
        "knelpunten",
    ),
    (
        r"(?<![a-z])(?:los|losse|afzonderlijke?|aparte?|geisoleerd\w*|"
        r"los van elkaar) (?:\w+ ){0,4}(?:onderzoek|onderzocht|toets|meten|gemeten|test)",
        "knelpunten",
    ),
    (
        r"bouwste\w+ (?:\w+ ){0,5}(?:niet meegenomen|niet mee|weggelaten|afgevallen|vielen|geschrapt)",
        "weggelaten_bouwstenen",
    ),
    (r"(?:weggelaten|niet meegenomen|afgevallen) (?:\w+ ){0,2}bouwste", "weggelaten_bouwstenen"),
    (
        r"(?<![a-z])los (?:\w+ ){0,2}(?:inzet|ingezet|gebruik|aanbied)|losse? (?:initiatie|interventie|project)",
        "implementatie",
    ),
)

#: One lesson out of a series: no description in the sources goes that far.
RANGTELWOORD = (
    r"(?<![a-z])(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste|volgende|\d+e) "
    r"(?:les|lessen|bijeenkomst|sessie|module|week|blok)(?![a-z])"
)

#: One point of the list that was just told: "die tweede", "en de laatste?", "nummer 3".
PUNT_VAN_LIJST = (
    r"(?<![a-z])(?<!welke van )(?<!wie van )(?<!wat van )(?<!een van )(?:de|die|dat|het|deze|nummer|punt|nr|en) (?:punt |nummer )?"
    r"(eerste|tweede|derde|vierde|vijfde|zesde|laatste|hoogste|laagste|bovenste|onderste|middelste|[1-6]e|[1-6])"
    r"(?! (?:keer|instantie|plaats|klas|les|lessen|bijeenkomst|week|jaar|leerjaar|graad|bron|programma|interventie|"
    r"uur|minuten|tot|van de (?:les|lessen))(?![a-z]))(?![a-z0-9])"
)
#: A point of that list by what it is about: "die over ouders".
PUNT_OVER = (
    r"(?:en |maar )?(?:leg |vertel |wat is |wat houdt )?(?:die|dat|het punt|de vraag|de aanbeveling) (?:over|van|met) "
    r"(?:de |het |een )?([a-z]{4,})"
)
#: The place in the list that such a word stands for.
RANG = (
    RANGEN
    | {"bovenste": 0, "laagste": 0, "zesde": 5}
    | {f"{n}{end}": n - 1 for n in range(1, 7) for end in ("", "e")}
    | {"laatste": -1, "hoogste": -1, "onderste": -1}
)

#: A question for what a thing is asks for no conclusion, so no trap answers it …
VRAAGT_WAT = (
    r"(?:en )?(?:wat (?:is|zijn|betekent|betekenen|houdt|bedoel\w*|verstaan|verstaat)|leg \w+ uit|definitie)(?![a-z])"
)
#: … unless it draws one.
TREKT_CONCLUSIE = r"(?<![a-z])(?:toch|dus|bewezen|betekent dat|bewijs|genoeg|voldoende|beter|beste|altijd|nodig|dan|hetzelfde)(?![a-z])"

#: A question for the rest of what was being told.
VERTEL_MEER = (
    r"(?<!waar )(?<![a-z])(?:(?:vertel|weet|zeg|kun|kan|wil|leg|heb|is er|geef|staat er)(?: \w+){0,5} meer|nog meer|meer "
    r"(?:weten|daarover|hierover|erover|informatie|uitleg)|ga (?:maar )?door|de rest|wat nog|verder nog)(?![a-z])"
)

#: Two subjects beside each other, without one being better.
NAAST_ELKAAR = (
    r"(?<![a-z])(?:vergelijk\w*|verschil\w*|naast elkaar|naast elkander|tegenover elkaar|verhoud\w*)(?![a-z])"
)

#: What kind of research an answer rests on.
HOE_WETEN = (
    r"(?<![a-z])(?:hoe|waar|waaruit) (?:weet|weten|komen|komt|halen|haalt) (?:ze|je|jij|jullie|we|wij|men|u|dat)"
    r" (?:\w+ )?(?:dat|daarbij|daaraan|daar|vandaan|zo zeker|aan|op)(?![a-z])|"
    r"(?<![a-z])(?:uit|op|door) (?:wat voor|welk|welke|welk soort) (?:onderzoek\w*|studies?)(?![a-z])|"
    r"(?<![a-z])hoe (?:is|zijn|hebben ze|heeft men) (?:dat|die|het|ze) (?:onderzocht|gemeten|bepaald|uitgezocht)(?![a-z])|"
    r"(?<![a-z])op hoeveel (?:onderzoek\w*|studies) (?:is|zijn|rust\w*|berust\w*|steunt?)(?![a-z])"
)

#: One thing weighed against another.
BETER_DAN = (
    r"(?<![a-z])(?:beter|effectiever|sterker|belangrijker|slechter|zwakker|meer effect|meer|nuttiger|zinvoller)"
    r" (?:\w+ ){0,2}(?:dan|of|als)(?![a-z])|(?<![a-z])wat (?:werkt|is|helpt) (?:\w+ )?(?:beter|het best|sterker)(?![a-z])"
)

#: Words of everyday speech that stand in statements by chance only, or in none.
NIETSZEGGEND = frozenset(
    {"gevallen", "geval", "orde", "meetellen", "gezocht", "overal", "steeds", "rijtje", "pakten", "pakte", "haalden"}
)

#: A list that is asked of one subject and stands with another, with the word for what is listed.
LIJST_VAN = {
    "drie_typen_elementen": ("elementen_keuzehulp", r"(?:structuur|inhouds?)elementen"),
    "schoolbreed": ("whole_school_kenmerken", r"dingen|kenmerken|punten|onderdelen|eigenschappen|zaken|voorwaarden"),
    "boustani": ("frequentie_en_effect", r"elementen|vaardigheden|onderdelen|technieken"),
}

#: A question on a programme that says more than this many words beside its name asks more than what it is.
MEESTE_OMHAAL = 5

#: An amount of what was just told.
KAAL_HOEVEEL = (
    r"(?:en |maar |oke |ok )?(?:hoe ?veel|hoe vaak|(?:met |om |over )hoeveel procent|hoeveel procent|welk percentage|wat is het percentage)"
    r"(?: (?:precies|dan|ongeveer|is dat|zijn dat|zijn het|gaat dat|gaat het|komt dat voor|komt het voor|eigenlijk|waren dat|waren het))*"
)

#: A judgement on an intervention that no description gives.
OORDEEL = (
    r"(?<![a-z])beter (?:geen|niet)|(?<![a-z])(?:nadeel|nadelen|minpunt\w*|zwak\w* punt\w*|zwakste|valkuilen|gevaar|risicos|"
    r"kritiek|kuiper|bannink|grotberg)(?![a-z])"
)

#: What the text says of each figure of the report, by its number.
FIGUUR_OVER = {
    "1": "element_of_bouwsteen.uitspraken.1",
    "2": "veerkracht_definities.uitspraken.1",
    "3": "benadering_uitkomst.uitspraken.1",
    "4": "vormen_van_aanpassing.uitspraken.5",
    "5": "benadering_hulpbronnen.uitspraken.1",
    "6": "veerkracht_als_proces.uitspraken.1",
    "7": "resilience_portfolio_model.uitspraken.3",
    "8": "onderzoeksmethode.uitspraken.11",
    "9": "frequentie_en_effect.uitspraken.4",
    "10": "frequentie_en_effect.uitspraken.5",
    "11": "frequentie_en_effect.uitspraken.7",
    "12": "frequentie_en_effect.uitspraken.7",
    "13": "frequentie_en_effect.uitspraken.11",
}

#: A general question about children, in words that also tell of one.
EEN_KIND_IN_HET_ALGEMEEN = (
    r"^(?:en |maar |dus )?(?:is|zijn|wordt|kan|heeft|maakt|blijft) (?:een|elk|ieder|alle) (?:kind|kinderen|leerling|leerlingen|jongere) "
    r".*(?<![a-z])(?:automatisch|vanzelf|altijd|per definitie|meteen|dus|veerkrachtig)(?![a-z])"
)

#: How large an effect was that was just told of.
HOE_GROOT_EFFECT = (
    r"(?:en |maar )?hoe (?:groot|sterk|hoog) (?:was|waren|is|zijn) (?:dat|die|het|de) "
    r"(?:effect|effecten|toename|effectgrootte\w*)(?: dan| precies)*"
)

#: Which of a kind is best, where the sources speak of the kind only.
WELKE_HET_BEST = (
    r"(?<![a-z])welke? (?!element|vaardighe|werkvorm|onderde|bouwste|interventie|aanpak|programma)\w+ (?:\w+ ){0,4}"
    r"(?:effectiefst\w*|het best|beste|meest effectie\w*|het meest|sterkst\w*|nuttigst\w*)(?![a-z])"
)

#: What stands in a thing that a description only mentions ("de brieven", "de handleiding").
STAAT_IN = (
    r"(?<![a-z])wat staat er (?:\w+ )?in (?:de |het |die |zo n )?"
    r"(?!beschrijving|rapport|programma|pad(?![a-z])|kanjer|vrienden|leerplan|bron|keuzehulp|cursus)[a-z]{4,}"
)

#: Who found what was just told: a question for its source.
WIE_ZEGT_DAT = (
    r"(?:en |maar )?(?:wie|welke onderzoekers?) (?:heeft|hebben|zegt|zeggen|zei|vond|beweert|ontdekte) (?:dat|dit)"
    r"(?:$| (?:(?:dan|eigenlijk|nou|nu|precies|zo|allemaal|ook|ooit|weer) )*(?:dan|eigenlijk|nou|nu|precies|zo|allemaal|gezegd|beweerd|"
    r"gevonden|onderzocht|uitgezocht|ontdekt|aangetoond|bewezen|geconcludeerd|vastgesteld|over|van|bij|in)(?![a-z]))"
)

#: The teacher is the subject of two elements.
DE_DOCENT = (
    r"(?<![a-z])(?:(?:zeg\w*|staat|vertel\w*|weet|schrij\w*) (?:\w+ )*(?:over|van)|hoe zit (?:het|dat)(?: \w+)? met) (?:de |een )?"
    r"(?:docent|docenten|leraar|leraren|leerkracht|leerkrachten|mentor|mentoren)$"
)
#: The concept that is told of when all described programmes are.
ALLE_PROGRAMMAS = "beschreven_interventies"
DOCENTKEUZE = ("docent_betrokkenheid", "docent_ondersteuning")

#: How many took part.
MEEDOEN = r"hoeveel (?:\w+ )?(?:deden|deed|doen) (?:\w+ ){0,2}mee"

GETELD_WOORD = (
    r"(?<![a-z])(?:hoe oud|hoeveel(?! (?:bewijs|zin|nut|invloed|waarde|aandacht|"
    r"belang)(?![a-z]))) (?:(?:van|de|het|unieke|inhoudelijke|educatieve|klassikale|verschillende|echte|goede|psycho educatieve|"
    r"effectieve) )*([a-z]+)"
)

#: Words that count the same things.
GETELD = (
    ("lessen", "les", "lesuren", "bijeenkomsten", "bijeenkomst", "sessies", "keer"),
    ("tijd", "minuten", "uren", "uur", "weken", "week", "dag"),
    ("interventies", "interventie", "programma", "programmas"),
    ("studies", "studie", "onderzoeken", "artikelen", "artikel", "publicaties", "reviews"),
    ("kinderen", "leerlingen", "jongeren"),
    ("publicaties", "artikelen", "studies"),
    ("scholen", "school"),
)

#: What somebody says about …; the word itself follows.
ZEGT_OVER = r"(?<![a-z])(?:zeg\w*|staat|schrij\w*|vertel\w*|weet|weten|vind\w*) (?:\w+ ){0,3}over (?:(?:de|het|een|onze|hun|mijn|deze) )?"

#: Which programmes there are, rather than which of them has something.
WELKE_ZIJN_ER = (
    r"(?:en |maar |ok |oke )?(?:welke?|wat voor)(?: \w+){1,3} "
    r"(?:zijn (?:er|hier|allemaal|beschreven)|staan (?:er|hier)|ken|kennen|heb|hebben|bestaan|beschrij\w*|worden)(?![a-z])"
)

#: What stands in a numbered section of the report; the second group is the number. Read over the text itself, with its points.
IN_PARAGRAAF = (
    r"(?:wat (?:staat|lees|vind|zegt|bespreekt|behandelt)|waar ?over|waar gaat|inhoud|vertel\w*|leg uit|samenvatting)[^?]*?"
    r"(paragraaf|par\.?|§|sectie|hoofdstuk) ?(\d(?:\.\d+)*)(?![\d])"
)

_HOORT = r"(?:is|zijn|hoort|horen|valt|vallen|telt|tellen|staat|staan|zit|zitten|komt|komen)"
_HULPBRON = r"(?:(?:interne|externe|persoonlijke) )?hulpbron(?:nen)?"
_LIJST = rf"(?:(?:de|het|een|lijst|rijtje|met|van|die|alle|mee|als|jullie|genoemde) )*(?:bouwste(?:en|nen)|{_HULPBRON})"
#: Words that lead on to the list, and are no part of what is asked for.
_NAAR_DE_LIJST = (
    r"(?:bij|onder|tussen|in|als|een|de|het|ook|er|dan|eigenlijk|nou|wel|soms|toch|nu|voor|zijn|hebben|kunnen|hetzelfde|element|welke)"
    r"(?![a-z])"
)
_VULLING = r"(?:(?:ook|er|dan|eigenlijk|nou|wel|soms|toch|nu) )*"

#: Whether something is a building block of resilience; the group is what.
IS_BOUWSTEEN = (
    rf"(?:en |maar |dus )*{_HOORT} {_VULLING}(?:(?:de|het) )?((?!{_NAAR_DE_LIJST})[a-z]+(?: (?!{_NAAR_DE_LIJST})[a-z]+){{0,2}}) "
    rf"(?:(?:zijn|hebben|kunnen|voor) )?{_VULLING}(?:(?:bij|onder|tussen|in|als|mee|voor) )*{_LIJST}"
    r"(?: (?:van|voor) veerkracht)?(?: of niet| toch| dan)*"
)
BIJ_BOUWSTENEN = (
    rf"(?:en |maar |dus )*{_HOORT} (armoede|inkomen|geld|ses) {_VULLING}(?:(?:een|als) )?(?:factor|omgevingsfactor|hulpbron)?"
    r" ?(?:bij|van|voor|in) veerkracht"
)
#: What the text says of something that only lies near a building block; the group is what.
OVER_DICHTBIJ = (
    r"(?:en |maar )?(?:(?:wat|iets|zegt|zeggen|staat|staan|schrijft|meldt|noemt|noemen|er|iets|in|het|de|ook|rapport|trimbos|artikel|tekst|"
    r"bronnen|bron|je|jullie|weet|weten|wordt|genoemd) )+(?:over )?(armoede|inkomen|ses)(?: genoemd| gezegd| in het rapport)?"
)
#: All building blocks, one by one.
ALLE_BOUWSTENEN = (
    r"(?=.*(?<![a-z])bouwstenen)(?=(?:noem|geef|som)(?![a-z])|.*(?<![a-z])(?:alle|allemaal|hele|volledige|complete|lijst|lijstje|rijtje)(?![a-z]))"
    r"(?:(?:noem|geef|som|toon|laat|zien|me|mij|ons|eens|even|de|het|een|graag|kun|kan|mag|je|jij|jullie|u|ik|we|wil|willen|wat|welke|is|zijn|"
    r"er|alle|hele|volledige|complete|lijst|lijstje|rijtje|overzicht|met|van|op|allemaal|die|al|ze|nog|voor|veerkracht|bouwstenen|weten|"
    r"opnoemen|opsommen|noemen|geven|hebben)(?: |$))+"
)
#: The same of something else, after a question about the list.
NOG_EEN_BOUWSTEEN = (
    r"(?:en|of) (?:hoe zit het met |ook )?((?!welke|wat|hoe|bij|in |de |die |dat |externe|interne)[a-z]+(?: [a-z]+)?)"
)
#: Which building blocks stand with something.
WELKE_BOUWSTENEN = (
    r"(?:en |maar )?(?:welke|wat voor) bouwstenen (?:van veerkracht )?(?:horen|staan|vallen|zitten|gaan|zijn er) (?:er )?"
    r"(?:bij|onder|in|over|van|rond) (?:(?:de|het|een) )?([a-z]+)"
)

#: Whether an amount that was just told holds for something else too.
GELDT_OOK = (
    r"(?:en |maar |dus )*(?:(?:geldt|gelden) (?:dat|die|dit|deze) (?=(?:ook |dan |wel |nou |eigenlijk )*(?:voor|bij) )|"
    r"(?:geldt|gelden|gaat|gaan|is|zijn|klopt) (?:dat|die|dit|deze) (?:aantal|aantallen|getal|getallen|cijfers?|norm|grens) )"
    r"(?:\w+ ){0,2}(?:voor|over|bij|van) "
)

#: How large the effects in a study were.
HOE_GROOT_BIJ = (
    r"(?:en |maar )?hoe (?:groot|sterk|hoog) (?:was|waren|is|zijn) (?:(?:dat|die|het|de|dit|deze) )?"
    r"(?:effect|effecten|toename|effectgrootte\w*)(?![a-z])"
)

#: Whether it works, of what was just talked of: "is het bewezen?", "werkt dat?".
VRAAGT_OF_HET_WERKT = (
    r"(?:en |maar |dus )*(?:(?:is|zijn) (?:het|dat|dit|die|ze) (?:ook |wel |dan |nou |echt |wetenschappelijk |goed )*(?:bewezen|effectief|"
    r"aangetoond|onderzocht|onderbouwd)|(?:werkt|helpt|werken|helpen) (?:het|dat|dit|die|ze))(?![a-z])"
)

#: What a word means, and nothing else; the group holds the word.
WAT_IS_TERM = (
    r"(?:en |maar |he |hoi )*(?:wat (?:is|zijn|betekent|betekenen|was) (?:(?:eigenlijk|nou|nu|dan|precies|ook alweer) )*|"
    r"wat houdt |wat (?:bedoelen|bedoel|verstaan|versta) (?:je|jij|jullie|ze|u) (?:met|onder) |"
    r"(?:ken|kennen) (?:je|jij|jullie|u) |weet (?:je|jij|u) wat )(?:(?:een|de|het|n|zo n) )?"
    r"((?!(?:dat|dit|die|deze|het|de|hun|onze|jullie|mijn|alle|zo|jouw|je|verschil\w*|doel|nut|kern|bron|bronnen|twee|drie|vier|vijf|zes)(?![a-z]))[a-z0-9]+"
    r"(?: (?!(?:over|van|bij|voor|in|op|met|tussen|volgens|aan|uit|als|en|of|is|zijn|er|daar|dat|dit)(?![a-z]))[a-z0-9]+){0,2}?)"
    r"(?: (?:eigenlijk|nou|nu|dan|precies|in|is|zijn))*"
)

#: A model is meant, and not modeling: the two have one stem.
EEN_MODEL = r"(?<![a-z])(?:dat|dit|het|een|die|de|deze|hun|welk|welke|abcd|portfolio) (?:\w+ )?modell?(?:en)?(?! staan)(?![a-z])"

#: What the writers of a source say, after what was told of them alone.
ZEGGEN_ZIJ = re.compile(
    r"\b(omschrijven|zeggen|bedoelen|schrijven|adviseren|raden|bevelen|concluderen|noemen|vinden|geven|verstaan) (?:zij|ze)\b",
    re.IGNORECASE,
)

#: The model in which something stands ("… in het Resilience Portfolio Model").
IN_HET_MODEL = re.compile(
    r"[ ,]*\b(?:in|binnen|bij|volgens|uit) (?:het |dat )?(?:resilience )?portfolio[- ]?model(?:len)?\b", re.IGNORECASE
)

#: How somebody wants to be told it: tells nothing of what is asked.
IN_GEWONE_TAAL = re.compile(
    r",?\s*\bin (?:gewone|normale|simpele|makkelijke|begrijpelijke|eenvoudige) (?:mensen)?(?:taal|woorden)\b",
    re.IGNORECASE,
)

#: "Wat was coping ook alweer": known once, and asked again.
OOK_ALWEER = re.compile(r",?\s*\b(?:(?:ook|nou) (?:al ?)?weer|ook al weer|alweer)\b(?= *[?.!]*$)", re.IGNORECASE)

#: Something is claimed rather than asked.
BEWEERT = r"(?<![a-z])(?:klopt|toch|dus|nietwaar|is het (?:zo|waar) dat|he$)(?![a-z])"

#: Whether a thing has so many of something; the groups hold the number and what is counted.
KLOPT_AANTAL = (
    rf"(?:^|(?<= ))(?:klopt het dat|klopt dat|is het (?:zo|waar) dat|(?:heeft|kent|telt|bevat|duurt) toch|"
    r"^(?:en |maar )?(?:heeft|kent|telt|bevat|duurt|zijn)(?= )|(?=.* (?:he|toch|nietwaar)$)) ?"
    rf"(?:\w+ )*?(\d+|{'|'.join(GETALLEN)}) (?:\w+ )?"
    r"(lessen|bijeenkomsten|sessies|lesuren)(?![a-z])"
)

#: What may stand around the name of a researcher in a question for what that researcher found.
ROND_EEN_NAAM = (
    r"en|maar|dus|ok|oke|nou|wat|wie|welke?|vertel|zegt|zeggen|zei|zeiden|zegden|deed|deden|doet|doen|vond|vonden|vindt|vinden|schreef|"
    r"schrijft|schrijven|schreven|beweert|beweren|beweerde|stelt|stelde|stellen|concludeert|concludeerde\w*|concluderen|ontdekte\w*|"
    r"onderzoekt|onderzocht|onderzochten|bedoelt|bedoelde|weet|weten|heeft|hebben|is|was|waren|dat|die|dit|het|er|de|een|van|over|volgens|"
    r"dan|eigenlijk|precies|nu|ook|weer|alweer|met|et|al|e|a|cs|c|s|co|collega|collegas|onderzoek|studie|artikel|onderzoekers?|uit|naar|"
    r"aan|toonde|toonden|kwam|kwamen|komt|haar|zijn|hun|staat|staan|bij|eruit|uitkomst|uitkomsten|resultaat|resultaten|(?:19|20)\d\d"
)
#: Who somebody is, the sources do not tell.
WIE_IS_DAT = r"(?:en )?wie (?:is|was|waren|zijn) (?!dat |die )"

#: A question about our asking something, and not about the thing itself.
VRAAG_NAAR = r"(?<![a-z])(?:vraag|vragen|vraagt|gevraagd|vroeg|wil je|wil jij|willen jullie|moet je|moeten jullie|weten|weet)(?![a-z])"

#: Asks in so many words for an example, or for what it looks like.
OM_EEN_VOORBEELD = (
    r"(?<![a-z])(?:voorbeeld\w*|bijvoorbeeld|praktijk|concre\w*|eruit ?zien|ziet (?:\w+ ){0,4}eruit|eruitziet)(?![a-z])"
)

#: How to see to something is asked of the sources, not of us.
HOE_ZORGEN = r"(?<![a-z])hoe (?:zorg|zorgen|zorgt) "

#: A programme in general, and not the one that was just told of.
EEN_PROGRAMMA = (
    r"(?<![a-z])(?:een|elk|ieder|zo n|zulke?) (?:\w+ )?(?:programma\w*|interventie\w*|lessenreeks|methode)(?![a-z])"
)

#: One word that is asked of after something else: "en doelen?".
EN_EEN_WOORD = r"(?:en|of|maar|en bij|en over|hoe zit het met) ([a-z]{5,})(?: dan)?"

#: In which of the described programmes something is.
IN_WELKE = (
    r"(?:en |maar )?(?:in|bij|van) welke(?: van (?:de|die|deze)(?: drie| 3| twee)?(?: programma ?s?)?)? "
    r"(?:zit|zitten|is|zijn|hoort|horen|komt|komen|staat|staan|krijgt|krijgen|moet|moeten|doen|worden|wordt|heb|leren) "
)

#: Which of them is for a group that the descriptions do not name.
WELKE_VAN_DE_DRIE = (
    r"(?<![a-z])welke? (?:van (?:de |die |deze )?(?:drie|3|programma ?s?)|programma ?s?|interventies?)(?![a-z])"
)
