"""What in a message asks something, with or without a question mark, and what it tells beside that.

"We doen 5 rollenspellen is dat genoeg" tells and asks; "moet ik dat nou doen of niet" only asks. A question answers
nothing, whatever elements it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from keuzehulp.gesprek import INTAKE
from keuzehulp.nlu.antwoord import heel_antwoord, is_vraag, kaal_antwoord, nieuwe_waarde
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import WEET_NIET, platte_tekst_van
from keuzehulp.nlu.inhoudsvraag import vraagt_inhoud
from keuzehulp.nlu.oplossen import ANTWOORDEN, FALLBACK, VRAGEN, Uitkomst, zeker, zonder
from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.voorop import vraagt_voorop
from keuzehulp.nlu.woorden import Woord
from keuzehulp.nlu.zinsdelen import Zinsdeel

_BIJWOORD = r"(?:(?:nou|nu|dan|eigenlijk|toch|wel|ook|echt|nog|dus|eens|even|niet|al) )*"
_OORDEEL = (
    r"(?:genoeg|voldoende|erg|goed|slecht|fout|verkeerd|veel|weinig|te veel|te weinig|teveel|te weing|normaal|raar|ok|oke|handig|"
    r"slim|verstandig|zinvol|belangrijk|een probleem|bewezen|nodig|verplicht|waar|zo|beter|logisch|de bedoeling|gek|jammer|"
    r"ongewoon|een slecht idee|een goed idee)"
)
#: What the speaker has to find out himself is no question to the bot ("moet ik even navragen").
_ZELF = (
    r"(?!.*\b(?:weten|zeggen|navragen|nakijken|opzoeken|uitzoeken|nagaan|checken|vragen|achterhalen|"
    r"overleggen|bedenken|inschatten|nazoeken|kijken|nog)\b)"
)
_WERKWOORD = (
    r"(?:is|zijn|was|waren|bedoel\w*|betekent|doe|doet|doen|moet|moeten|kan|kun|kunt|kunnen|heb|heeft|hebben|zegt|zeggen|"
    r"zou|zouden|zal|zullen|vraag|vraagt|vragen|wil|wilt|willen|weet|weten|gaat|ga|gaan|komt|komen|werkt|werken|helpt|helpen|"
    r"staat|staan|gebeurt|telt|levert|houdt|heet|kost|duurt|mag|mogen|zit|zitten|word\w*|leert|leren|vind\w*|hoort|krijg\w*|"
    r"geeft|geven|pak|pakken|raad\w*|adviseer\w*|kom|zie|maak\w*|betrek\w*|oefen\w*|gebruik\w*|verschil\w*|kies|kiezen|begin|beginnen|"
    r"deed|deden|vond|vonden|zei|zeiden|noem\w*|schreef|schreven|schrijft|onderzocht\w*|onderzoekt|conclude\w*|ontdekte\w*|"
    r"bleek|beveelt|bevelen|richt|maken|zorg|zorgen|neem|nemen)"
)
_BEPALER = (
    r"(?:ze|zij|we|wij|je|jij|ik|dat|dit|het|er|de|een|leerlingen|docenten|mentoren|ouders|kinderen|jongeren|scholen)"
)
#: With these a part of a sentence that asks begins. A verb in front often drops what it is about ("doen we elke les"):
#: then only what cannot be read as an answer counts.
_BEGIN = (
    rf"(?:moet|mag|kan|zal|zou|hoef) (?:ik|je|jij|men) {_ZELF}(?:\w+ )*?(?:dat|dit|het|er\w*|daar\w*|een|de|of niet)\b",
    rf"(?:moeten|mogen|kunnen|zullen|zouden|hoeven|horen) (?:we|wij|jullie) {_ZELF}"
    r"(?:\w+ )*?(?:dat|dit|daar\w*|erin|erbij|ermee|een|de|of niet)\b",
    r"(?:moet|moeten|mag|mogen|kan|kunnen|is|zijn|doen|doe|hoef|hoeven|hoort|telt|zou|zouden|zal|zullen) .*\bof niet$",
    rf"(?:is|was) dat {_BIJWOORD}\w+|zijn dat {_BIJWOORD}\w+",
    r"is dit (?!(?:jaar|schooljaar|keer|moment)\b)\w+",
    rf"is het {_BIJWOORD}{_OORDEEL}\b",
    r"(?:klopt|telt|werkt|helpt|geldt|scheelt) (?:dat|dit|het)\b(?! (?:we|wij|ik|doen|hebben)\b)",
    r"(?:mag|kan|hoort|past|moet|heeft|doet|maakt) (?:dat|dit)\b(?! (?:we|wij|ik|niet|wel|nog|al|jaar|beter)\b)",
    rf"{_WERKWOORD} (?:ze|zij|die|beide|pad|kanjer\w*|vrienden) (?:\w+ )*?(?:allebei|alle ?(?:twee|drie)|beide|beiden) \w+ \w+",
    r"(?:kun|kunt|kan|wil|zou|heb|vind|denk|raad|ken|bedoel|adviseer) (?:je|jij|u) (?!wel\b)"
    r"(?!.*\b(?:zeggen|stellen|noemen)\b)\w+",
    rf"(?:hoe|waarom|wat|waar\w*|wanneer) {_WERKWOORD}\b(?! (?:verschilt|wisselt)\b)",
    r"hoe \w+ (?:je|jij|u|jullie) (?:dat|dit|zoiets)\b",
    rf"wie (?!zijn|wil|weet|niet){_WERKWOORD}\b(?! \w+$)",
    r"wat als\b",
    rf"(?:wat|wie|waar|hoe|waarom|welke?) (?:nu|nou|dan)(?: {_WERKWOORD}|$)",
    r"(?:waarom|hoezo|vanwaar)\b(?! (?:we|wij|ze|zij|het|dat|ik|je|leerlingen|niet)\b)",
    rf"(?:hoeveel|hoe (?:lang|vaak|veel|groot|oud|sterk|zeker|zwaar))(?: \w+){{0,3}} {_WERKWOORD}(?! (?:verschilt|ik niet|we niet)\b)",
    rf"welke? (?:\w+ ){{1,3}}{_WERKWOORD}\b",
    rf"(?:welke?) {_WERKWOORD} \w+",
    rf"(?:in|bij|voor|aan|met|op|van|uit|door|over|vanaf|volgens) (?:wie|wat|hoeveel \w+|welke? \w+) (?!{_BEPALER}\b)\w+ {_BEPALER}\b",
    r"(?:vergelijk|zet|leg) .*(?:\ben\b|\bmet\b|\btegen\b|naast)",
    r"(?:(?:wat )?(?:is|zijn) )?(?:het |de )?verschil(?:len)? (?:is |zijn )?tussen\b",
)
_AANLOOP = r"(?:(?:en|maar|dus|ok|oke|nou|of|want|goed|eh|ja|hm|zeg|sorry|hé|he|trouwens|even) )*"
_VRAAGT = re.compile(rf"{_AANLOOP}(?:{'|'.join(_BEGIN)})")
#: A statement that goes over into a question without a comma.
_ERACHTER = re.compile(
    rf"(?<= )(?:(?:is|zijn) (?:dat|dit|het) {_BIJWOORD}{_OORDEEL}(?: (?:of niet|voor \w+|hoor|zo))?|"
    rf"(?:telt|klopt|werkt|helpt) dat(?: (?:ook|wel|mee|erbij|zo|dan|nog|eigenlijk|als \w+))*|hoeveel (?:is|zijn) (?:genoeg|goed|normaal))$"
)
_VERTELT = re.compile(
    r"\b(?:weet (?:ik|we|wij)|weten we|niet weten|geen idee|verschilt|wisselt|hangt ervan|"
    r"dat (?:leren|doen|oefenen|krijgen) (?:ze|we|wij))\b"
)
#: What comes behind it, be it after "maar", belongs to the question.
_WAT_ALS = re.compile(rf"{_AANLOOP}wat als\b")
#: A word that joins the question to what was told.
_VOEGWOORD = frozenset({"maar", "en", "dus", "want", "of", "alleen"})
_VERBINDT = re.compile(r"(?:^|[ ,;]+)(?:maar|en|dus|want|of|alleen)\W*$", re.IGNORECASE)
#: "Vraag jezelf: wat kan ik doen, wat kies ik" quotes questions that pupils learn.
_AANHALING = frozenset({":", '"', "“", "‘", "'"})
#: "What do you do when things go wrong" behind a statement is what pupils learn; "je" is everybody.
_AAN_IEDEREEN = re.compile(
    r"\b(?:hoe|wat|waarom|wie) (?!(?:vraag|bedoel|zeg|weet|vind|denk|wil|raad|adviseer)\b)\w+ je\b", re.IGNORECASE
)
_EIGEN = frozenset({"wij", "we", "ons", "onze", "ze", "zij", "leerlingen", "er", "bij", "ik"})
_TERUG = frozenset({"dat", "die", "dit", "daar", "het", "zoiets"})
_WIL_WEG = re.compile(
    r"\b(?:kan|kun|kunnen|mag|mogen|wil|willen|zal|zullen|laten|zou|zouden|ga|gaan|hoe) (?:ik|we|wij|het|ons|hier)\b"
    r"(?: (?!erin|daarin)\w+)* (?:stop|stoppen|ophouden|afronden|kappen)\b|"
    r"\b(?:nu|hier|vandaag|vragenlijst|gesprek|check|chat)\b.*\b(?:stop|stoppen|ophouden|afronden)\b"
)
_MOET = re.compile(r"\b(?:moet|moeten|hoef|hoeven) (?:ik|we|wij)\b")
#: "Moeten we er dan mee stoppen", "stoppen we beter met coping": what is done in class, unless the check is named.
_MOETEN_ERMEE = re.compile(
    r"\b(?:moet|moeten|hoef|hoeven) (?:ik|we|wij|scholen|docenten)\b.* (?:er|daar)(?: \w+){0,3} ?mee\b.* ?(?:stop|stoppen|ophouden)\b"
)
_BETER_STOPPEN = re.compile(
    r"\b(?:kan|kun|kunnen|moet|moeten|mag|mogen|zou|zouden) (?:ik|we|wij|je|scholen)\b.*\b(?:mee|daarmee|ermee|met)\b.*\b(?:stop|"
    r"stoppen|ophouden)\b|"
    r"^(?:\w+ )?(?:stop|stoppen) (?:we|wij|ik|je|scholen)\b.*\bmet\b|\bis (?:het|stoppen)\b.*\b(?:stop|stoppen|beter|slim|verstandig)\b"
)
_MET_DE_CHECK = re.compile(
    r"\b(?:nu|hier|hiermee|vandaag|vragen|vraag|vragenlijst|gesprek|check|chat|keuzehulp|invullen)\b"
)
_MET_STOPPEN = re.compile(r"\b(?:moet|moeten|beter|dus|hoeven|verstandig|dan)\b.*\b(?:stop|stoppen)\b")
#: "Does it have to be role play?" asks what counts; it changes no answer.
_MOET_PER_SE = re.compile(
    rf"{_AANLOOP}(?:moet|moeten|hoeft|hoeven|kan|mag) (?:dat|dit|het|die|er|ze)(?: \w+)? "
    r"(?:per se|altijd|persee|perse|verplicht|beslist|noodzakelijk|alleen|echt)\b(?!.*\b(?:ja|nee|deels|beetje)\b)"
)
_INVOERING = re.compile(rf"{_AANLOOP}(?:hoe|hoeveel|wat|waar\w*|waarom|wanneer|wie|welke?)\b(?!.*\bvragen\b)")
_WELKE = re.compile(rf"{_AANLOOP}(?:welke?|wat|waar\w*)\b(?!.*\b(?:helpen|samen)\b)")
_VERGELIJKT = re.compile(
    rf"{_AANLOOP}(?:(?:kun|kan|wil) (?:je|jij|u) )?(?:vergelijk|(?:zet|leg|zetten|leggen)\b.*\bnaast elkaar|"
    r"(?:waarin|waar|hoe) verschil\w*|(?:wat )?(?:is|zijn) (?:het|de) verschil\w*|verschil(?:len)? tussen)\b"
)
_AFSCHEID = frozenset({"goodbye", "stop", "thank", "chitchat", "affirm"})
_EN_NU = re.compile(
    r"(?:(?:ok|oke|goed|mooi|fijn|prima|zo|nou|ja|dank je|bedankt) )*(?:en |wat |hoe |en wat )(?:nu|nou|verder)(?: dan| verder)?"
)
#: "Should we do that, then?": what the sources say of it is the nearest to advice.
_VRAAGT_RAAD = re.compile(rf"{_AANLOOP}(?:moet|moeten|hoef|hoeven|is het (?:goed|slim|nodig|belangrijk))\b")
_EN_VERDER = re.compile(r"(?:(?:ja|ok|oke|en|goed|nou) )*en (?:verder|dan|nog meer)(?: nog| nu)?")


@dataclass(frozen=True)
class Splitsing:
    """A message cut in two: what it tells (empty when it only asks) and what it asks; `van` is the first asking word."""

    stelling: str
    vraag: str
    van: int


@lru_cache(maxsize=64)
def splits_vraag(tekst: str) -> Splitsing | None:
    """The message cut where its question begins; None when it asks nothing that the words show.

    Kept, for several actions of one turn ask it of the same message.
    """
    if haalt_aan(tekst):
        return None
    kort = lees_kort(tekst)
    return _splits(kort.tekst, kort.woorden, kort.delen)


def _splits(tekst: str, woorden: Sequence[Woord], delen: Sequence[Zinsdeel]) -> Splitsing | None:
    van: int | None = None
    for deel in reversed(delen):
        if not _vraagt(woorden, deel):
            if van is None and (staart := _ERACHTER.search(deel.tekst)):
                van = deel.tot - len(staart.group().split())
            break
        van = deel.van
    if van is None and delen and _WAT_ALS.match(delen[0].tekst):
        van = delen[0].van
    if van is None or any(woord.norm in _AANHALING for woord in woorden[:van]):
        return None
    if van and _AAN_IEDEREEN.search(tekst[woorden[van].begin :]) and not tekst.rstrip().endswith("?"):
        # Behind a bare answer it is no list of what pupils learn: "weet ik niet hoor, hoe herken je dat".
        voor = " ".join(woord.norm for woord in woorden[:van] if not woord.is_leesteken)
        if kaal_antwoord(voor) is None or not _WIJST_TERUG.search(tekst[woorden[van].begin :]):
            return None
    begin = woorden[van].begin
    if van and _noemt_alleen(tekst[:begin], tekst[begin:]):
        return Splitsing("", tekst.strip(), 0)
    told = _VERBINDT.sub("", tekst[:begin]).rstrip(" ,.;-")
    return Splitsing(told, tekst[begin:].strip(), van if told else 0)


#: "En bij coping, wat is te veel?": only what the question is about. Pointing back, it tells: "bij gym, telt dat?".
_OVER_WAT = re.compile(
    r"\W*(?P<en>(?:(?:en|maar|dus|want) )*)(?:bij|over|qua|voor|wat betreft) (?!ons\b)[\w'’-]+(?: [\w'’-]+){0,3}\W*",
    re.IGNORECASE,
)
_ZEGT_IETS = re.compile(
    r"\b(?:ja|nee|wel|niet|geen|soms|altijd|vaak|beetje|elke?|is|zijn|doe|doen|doet|heeft|hebben|komt|zit|krijg\w*)\b",
    re.IGNORECASE,
)
_WIJST_TERUG = re.compile(r"\b(?:dat|dit|die|het|er|zoiets|daar\w*)\b", re.IGNORECASE)


def _noemt_alleen(voor: str, vraag: str) -> bool:
    """Whether what stands before a question tells nothing, but names what the question is about."""
    found = _OVER_WAT.fullmatch(voor.strip())
    if found is None or _ZEGT_IETS.search(voor):
        return False
    return bool(found["en"]) or _WIJST_TERUG.search(vraag) is None


def _vraagt(woorden: Sequence[Woord], deel: Zinsdeel) -> bool:
    if not _VRAAGT.match(deel.tekst):
        return False
    na = woorden[deel.tot].norm if deel.tot < len(woorden) else ""
    return na == "?" or _VERTELT.search(deel.tekst) is None


def vertelt_zelf(begrip: Begrip) -> Begrip | None:
    """The reading of what a message tells before it asks; None when it asks nothing, or only asks."""
    splitsing = _splits(begrip.tekst, begrip.woorden, begrip.delen)
    if splitsing is None or splitsing.van == 0:
        return None
    tot = splitsing.van
    while tot and (begrip.woorden[tot - 1].is_leesteken or begrip.woorden[tot - 1].norm in _VOEGWOORD):
        tot -= 1
    deel = _voor(begrip, tot)
    if not deel.norm:
        return None
    woorden = deel.norm.split()
    over_ons = bool(_EIGEN & set(woorden)) and bool(deel.paren)
    return deel if _geeft_antwoord(deel) or over_ons else None


def _geeft_antwoord(deel: Begrip) -> bool:
    """Whether what is told answers whatever question is open: it says yes or no, or points back at it."""
    terug = bool(_TERUG & set(deel.norm.split()[:3])) and deel.geheel is not None
    return bool(deel.kaal or deel.eerste or terug or deel.geheel == WEET_NIET)


def zonder_gok(deel: Begrip, uitkomst: Uitkomst, vraag: str) -> Uitkomst:
    """The outcome of what is told, without an answer to the open question that no word of it gives."""
    if _geeft_antwoord(deel) or any(paar.element == vraag for paar in deel.paren):
        return uitkomst
    return replace(uitkomst, antwoorden=[a for a in uitkomst.antwoorden if a.rol not in (vraag, "vraag")])


def _voor(begrip: Begrip, van: int) -> Begrip:
    """The reading up to a word."""
    woorden = begrip.woorden[:van]
    delen = [_knip(begrip, deel, van) for deel in begrip.delen if deel.van < van]
    norm = platte_tekst_van([woord.norm for woord in woorden if not woord.is_leesteken])
    tekst = begrip.tekst[: begrip.woorden[van].begin].rstrip(" ,;-")
    return replace(
        begrip,
        tekst=tekst,
        woorden=woorden,
        norm=norm,
        delen=delen,
        vermeldingen=[v for v in begrip.vermeldingen if v.tot <= van],
        signalen=[v for v in begrip.signalen if v.tot <= van],
        gelezen_paren=[p for p in begrip.paren if p.vermelding.tot <= van],
        kaal=kaal_antwoord(norm),
        geheel=heel_antwoord(delen)[0],
        vraag=is_vraag(tekst, norm),
    )


def _knip(begrip: Begrip, deel: Zinsdeel, van: int) -> Zinsdeel:
    if deel.tot <= van:
        return deel
    hier = [woord.norm for woord in begrip.woorden[deel.van : van] if not woord.is_leesteken]
    return replace(deel, tot=van, tekst=platte_tekst_van(hier))


def zonder_vragen(volgorde: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking of what a message tells: what it asks stands apart."""
    over = [(naam, kans) for naam, kans in volgorde if naam not in _VRAAGDADEN]
    som = sum(kans for _, kans in over) or 1.0
    return [(naam, kans / som) for naam, kans in over] or list(volgorde)


_VRAAGDADEN = VRAGEN | {"compare", "stop", "goodbye", "chitchat", "bot_challenge", "ask_progress"}


#: Who is meant when somebody asks who is speaking.
_AAN_DE_BOT = re.compile(
    r"\b(?:je|jij|jou|jouw|u|uw|jullie|bot|chatbot|robot|mens|mensen|computer\w*|machine|ai|gpt|chatgpt|kunstmatige|"
    r"persoon|iemand|keuzehulp|software|app)\b|\bwie\b.*\b(?:gemaakt|ontwikkeld|achter|hierachter|bedacht|maker)\b|\bhoe heet\b"
)


def zonder_bot(begrip: Begrip, volgorde: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """The ranking without "are you a human" where no word of the message is about who is speaking."""
    if not volgorde or volgorde[0][0] != "bot_challenge":
        return volgorde
    # "Heb je een werkblad over gevoelens" speaks to the bot, and not about it.
    kort = len(begrip.norm.split()) <= _KORTE_VRAAG or taal().daden["bot_challenge"].search(begrip.norm)
    if _AAN_DE_BOT.search(begrip.norm) and (kort or _WIE_SPREEKT.search(begrip.norm)):
        return volgorde
    return zonder("bot_challenge", volgorde)


_KORTE_VRAAG = 4
_WIE_SPREEKT = re.compile(
    r"\b(?:hoe heet|naam|wie|achter|echte?|gemaakt|bedacht|ontwikkeld|maker|leef|denk|slim|gpt|software|app|persoon)\b"
)


#: What a school leaves out of its lessons; only a question of the check is skipped by the bot.
_LESSTOF = r"(?:\w*les|\w*lessen|bijeenkomst\w*|sessies?|opdracht\w*|oefening\w*|werkvorm\w*|hoofdstuk\w*|modules?)"
_SLAAT_OVER = re.compile(
    rf"(?!.*\bvra(?:ag|gen)\b){_AANLOOP}(?:(?:mag|mogen|kan|kunnen|moet|moeten|zou|zouden|hoef|hoeven|wat als|als) "
    rf"(?:(?!(?:ik|we|wij|je|jij|u|jullie|dit|deze|die|dat|het|er)\b)\w+|.*\b{_LESSTOF}\b)|is het .*\b{_LESSTOF}\b)"
)
#: "Don't you know that?", and what happens when somebody does not know.
_VRAAGT_NIET_WETEN = re.compile(
    rf"{_AANLOOP}(?:weet (?:je|jij|u)\b|(?:wat (?:nou |dan )?)?als (?:ik|we|wij|iemand|je|niemand)\b.*\bwe(?:et|ten)\b)"
)


#: What is done with pupils is no question about data, unless a word of that stands in it.
_MET_LEERLINGEN = re.compile(
    r"(?!.*\b(?:gegevens|bewa\w*|opsla\w*|opgeslagen|sla|privacy|avg|na(?:am|men)|wis\w*|tekst\w*|typ\w*|antwoord\w*|gesprek\w*|"
    r"le(?:es|zen|est)|zie\w*|data|info\w*|hier|bericht\w*|anoniem)\b).*\b(?:leerlingen|kinderen|jongeren) (?:die|met)\b"
)


#: Words of what is kept and who sees it.
_GEGEVENS = re.compile(
    r"\b(?:\w*gegevens|bewa\w*|opsla\w*|opgeslagen|sla|slaat|privacy\w*|avg|gdpr|na(?:am|men)|wis\w*|verwijder\w*|tekst\w*|typ\w*|"
    r"antwoord\w*|"
    r"gesprek\w*|chat\w*|data|cookies?|servers?|log\w*|anoniem|geheim|vertrouwelijk|veilig|inzage|inzien|toegang|verwerk\w*|bericht\w*|"
    r"kwijt|blijft|gebeurt|deel|delen|gedeeld|info\w*|account)\b"
)
_WIE_LEEST = re.compile(r"\b(?:lees|leest|lezen|meelees\w*|meelezen|meekijk\w*|zien|ziet|kijkt|terug)\b")


def _vraagt_iets_anders(begrip: Begrip, intent: str) -> bool:
    """Whether words of skipping, of not knowing or of data stand in a question about lessons or pupils, or to the bot."""
    if intent == "privacy":
        zonder_woord = len(begrip.norm.split()) > _KORTE_VRAAG and _GEGEVENS.search(begrip.norm) is None
        return _MET_LEERLINGEN.match(begrip.norm) is not None or (zonder_woord and not _WIE_LEEST.search(begrip.norm))
    if intent == "skip":
        return begrip.kaal is None and _SLAAT_OVER.match(begrip.norm) is not None
    asks = begrip.tekst.rstrip().endswith("?") and _VRAAGT_NIET_WETEN.match(begrip.norm) is not None
    return intent in ANTWOORDEN and asks


_VANDAAN = re.compile(r"\b(?:waar|waarvan\w*) (?:komt?|komen|haal\w*|staat|staan|slaat)\b", re.IGNORECASE)
_GETAL_GEVRAAGD = re.compile(
    rf"{_AANLOOP}(?:(?:hoeveel|waarom|hoezo|wat is|welk aantal|hoe kom\w*) (?!weet\b|weten\b).+|"
    # "Is 12 te veel" needs no mark to be a question.
    r"(?:is|zijn|was|waren) (?:\w+ ){0,3}(?:te |ook |wel |niet )*(?:veel|weinig|genoeg|voldoende|goed|normaal|erg|ok[eé]?|beter)\b.*|"
    r"(?:kan|mag|moet|zou) (?:dat|dit|het) .+|"
    r"(?:is|zijn|was|telt|tellen|mag|mogen|moet|moeten|kan|kunnen|klopt|wat|waar|welke?|hoe|gaat|geldt|(?:wat )?als)\b.*\?)\W*",
    re.IGNORECASE,
)
#: A figure of the sources with "isn't it" behind it; a guess at one's own says so.
_TOCH = re.compile(
    r"(?!.*\b(?:ongeveer|stuks?|denk|gok|schat\w*|circa|misschien|zo'n|ofzo|of zo|we|wij|ons|niet)\b).*\b(?:toch|hè|nietwaar)\W*\?\W*",
    re.IGNORECASE,
)
_ALS_GOK = re.compile(r"\bals (?:ik|we|wij) .*\b(?:goed|schat|schatten|moet|moeten|vergis\w*)\b", re.IGNORECASE)
_OVER_GETAL = re.compile(
    r"\d|\b(?:hoeveel|veel|weinig|genoeg|normaal|voldoende|aantal|getal|meer|minder|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|"
    r"elf|twaalf|vijftien|twintig|dertig)\b"
)
_ANDERE_EENHEID = re.compile(r"\b(?:\w*les|\w*lessen|bijeenkomst\w*|weken|uren|procent)\b|%")


def vraagt_bij_getal(tekst: str) -> bool:
    """Whether a message, where a number is asked, asks something itself and gives no number ("en als het er 30 zijn?")."""
    text = " ".join(tekst.split())
    if _VANDAAN.search(text):
        return True
    splitsing = splits_vraag(text)
    if (splitsing and splitsing.stelling) or _ALS_GOK.search(text):
        return False
    return _GETAL_GEVRAAGD.fullmatch(text) is not None or _TOCH.fullmatch(text) is not None


def _bij_getal(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome at a number question: why that number is asked is what most questions there come down to."""
    if uitkomst.intent not in {*ANTWOORDEN, *VRAGEN, FALLBACK} or not vraagt_bij_getal(begrip.tekst):
        return uitkomst
    ergens_anders = any(v.ids("interventie") for v in begrip.vermeldingen) or _ANDERE_EENHEID.search(begrip.norm)
    if _OVER_GETAL.search(begrip.norm) and not ergens_anders:
        return gevraagd(begrip, uitkomst, "ask_why")
    return uitkomst if uitkomst.intent in VRAGEN else gevraagd(begrip, uitkomst)


#: Asks to go through a programme, rather than about it.
_VERZOEK = re.compile(
    r"\b(?:kan|kun|kunt|kunnen|mag|mogen|wil|wilt|willen|zal|zullen|zou|zouden|graag|laten|gaan|doe|doen|start\w*|begin\w*|neem|nemen|"
    r"kies|kiezen|bekijk\w*|check\w*|doornemen|langslopen|invullen|help\w*|wij|we|ons|onze|mijn|ik)\b"
)
_NAAST_ELKAAR = re.compile(
    r"\b(?:vergelijk\w*|verschil\w*|overeenkom\w*|naast|tegenover|versus|tussen|andere?|hetzelfde|beide|allebei|elkaar)\b"
)
#: What is stated of a programme, with or without "toch?".
_ZEGT_ERVAN = re.compile(
    r"\b(?:is (?:er )?(?:toch )?(?:voor|bedoeld|gemaakt|bewezen|effectief)|heeft|duurt|telt|werkt|bestaat uit)\b"
)


def _over_programma(begrip: Begrip, uitkomst: Uitkomst, vraag: str | None) -> bool:
    """Whether what is said of one programme was taken for the wish to go through it, or to compare it."""
    named = {id for v in begrip.vermeldingen for id in v.ids("interventie")}
    if len(named) != 1:
        return False
    asks = begrip.tekst.rstrip().endswith("?") and len(begrip.norm.split()) > 3
    if uitkomst.intent == "compare":
        about = asks or vraagt_over_programma(begrip.tekst)
        return about and _NAAST_ELKAAR.search(begrip.norm) is None
    # At an element "zit in Kanjer" is an answer that leaves out what it is about.
    taken = {"choose_intervention", "start_check", *(ANTWOORDEN if vraag is None or vraag in INTAKE else ())}
    if uitkomst.intent in taken and vraagt_over_programma(begrip.tekst):
        return True
    states = asks or _ZEGT_ERVAN.search(begrip.norm) is not None
    return uitkomst.intent == "choose_intervention" and states and _VERZOEK.search(begrip.norm) is None


#: With a verb in front a programme is asked about; these go through it.
_VOOROP = (
    r"(?:is|zijn|was|kan|kun|kunnen|mag|mogen|moet|moeten|past|passen|wordt|worden|werkt|helpt|richt|doet|heeft|zit|geldt|hoort|"
    r"gaat|leren|leert|krijg\w*|duurt|bevat|gebruikt|zou|hoe|waar\w*|wat|welke?|wie|waarom|wanneer|hoeveel|"
    r"(?:de |het |een )?(?:nadelen|nadeel|voordelen|voordeel|(?:min|plus|verbeter)punten|sterke punten|zwakke punten|kritiek)|"
    r"(?:voor|aan|bij|op|in|met) (?:wie|welke?|wat))"
)
_VRAAGT_OVER = re.compile(
    rf"{_AANLOOP}{_VOOROP} "
    r"(?!.*\b(?:langslopen|langsgaan|doornemen|doorlopen|bekijken|checken|toetsen|invullen|beginnen|starten|kiezen|nemen|zien|tonen|laten|"
    r"vergelijken|check|vragenlijst|keuzehulp|vragen|praten|hebben over|(?:willen|gaan) (?:we|wij)|wil ik)\b)(?:[^ ]+ ){1,}[^ ]+",
    re.IGNORECASE,
)
#: "Kunnen we Kanjer doen?" is the wish to go through it; "mag het ook vrienden zijn?" names it.
_KIEST = re.compile(
    rf"{_AANLOOP}(?:(?:kan|kunnen|mag|mogen|zullen|zou|zouden) (?:ik|we|wij|het)\b.*\b(?:doen|zijn|over|\w+ gaan)\W*|"
    r"is het [^ ]+\W*)",
    re.IGNORECASE,
)


_EEN_VRAAG_OVER = re.compile(
    r"\b(?:vraag|vraagje|vragen|vraagjes) (?:over|omtrent|ivm|i\.v\.m\.|rond|m\.b\.t\.|mbt) ", re.IGNORECASE
)


def vraagt_over_programma(tekst: str) -> bool:
    """Whether a message that names a programme asks about it, rather than to go through it ("past PAD in havo 2?")."""
    text = " ".join(tekst.split())
    if _EEN_VRAAG_OVER.search(text):
        return True
    return _VRAAGT_OVER.match(text) is not None and _KIEST.fullmatch(text) is None


#: What is said of answers that were given; "verandert dat als je ouder wordt?" is about something else.
_OVER_ANTWOORDEN = re.compile(
    r"\b(?:antwoord\w*|genoteerd|noteer\w*|ingevuld|invul\w*|aangepast|aanpas\w*|wijzig\w*|corrig\w*|correctie|terug\w*|fout\w*|"
    r"verkeerd\w*|"
    r"klop\w*|bedoel\w*|vergis\w*|vorige|laatste|maak|zet|opnieuw|herstel\w*|vraag|vragen|gezegd|zei|zeiden|zie|eigenlijk)\b|"
    r"\b(?:kan|kun|kunt|kunnen|mag|mogen|wil|wilt|willen|zou|zouden|hoe)\b.*\b(?:verander\w*|verbeter\w*|pas)\b"
)
_BEGINT_VRAGEND = re.compile(
    rf"{_AANLOOP}(?:moet|moeten|hoort|horen|mag|mogen|kan|kunnen|verandert|veranderen) (?:een|de|er|elke|iedere|dat) \w+ \w+"
)
_BETER_DAN = re.compile(rf"{_AANLOOP}(?:is|zijn) .*\b(?:beter|slechter|erger|meer|minder) dan\b")


def _verandert_niets(begrip: Begrip) -> bool:
    """Whether a message that sounds like a correction only asks something, of no answer that was given."""
    if not (begrip.tekst.rstrip().endswith("?") or _BEGINT_VRAGEND.match(begrip.norm)):
        return False
    if _BETER_DAN.match(begrip.norm):
        return True
    return nieuwe_waarde(begrip.norm) is None and _OVER_ANTWOORDEN.search(begrip.norm) is None


#: Questions that a team or a pupil is to ask; those of the bot are asked by "je".
_ZELF_STELLEN = re.compile(
    r"(?!.*\b(?:je|jij|u|jullie|keuzehulp|bot)\b).*\bwelke (?:\w+ )?vragen\b.*\b(?:stel|stellen|gesteld)\b"
)
_VOORTGANG = re.compile(
    r"\b(?:vra(?:ag|gen)|vragenlijst|nog|klaar|lang|tijd|minuten|hoeveel|ver|verder|bijna|eind\w*|rest|percentage|procent|voortgang|"
    r"stap\w*|blok\w*|"
    r"onderde\w*|gehad|gedaan|gebleven|zijn we|zitten we|staan we|ben ik|halverwege|helft|over)\b"
)
_VER_IN = re.compile(
    r"\bhoe ver (?:in|van|vooruit|weg)\b(?! (?:het|de|deze|dit) (?:blok|vragenlijst|check|gesprek|vragen))"
)
_NIET_OVER_BOT = re.compile(
    rf"{_AANLOOP}(?:voor wie\b|welke (?!vra|mogelijkhed|optie|opdracht|commando|woord|knop|functie|keuze|dingen)\w+ (?:zijn|bestaan) er\b)"
)


def _is_inhoudsvraag(begrip: Begrip, intent: str) -> bool:
    """Whether a question of which one word sounds like a command is about the sources."""
    if intent == "correct":
        return _verandert_niets(begrip)
    if intent == "ask_progress":
        zonder_woord = _INVOERING.match(begrip.norm) is not None and _VOORTGANG.search(begrip.norm) is None
        return zonder_woord or bool(_ZELF_STELLEN.match(begrip.norm) or _VER_IN.search(begrip.norm))
    return intent == "help" and _NIET_OVER_BOT.match(begrip.norm) is not None


#: "That is the same as the last question, isn't it?" goes back to none.
_ZELFDE = re.compile(r"\b(?:hetzelfde|dezelfde|zelfde|lijkt op|dubbel)\b.*\b(?:vraag|vragen|vorige|net)\b")


_WAT_GOED_GAAT = re.compile(
    r"\b(?:goed (?:gaat|gaan|is|loopt)|gaat (?:er )?(?:al )?goed|er al is|al (?:goed )?(?:lukt|werkt)|samen (?:kijken|bedenken)|gesprek)\b"
)


#: What somebody makes of the research ("meer oefenen is dus altijd beter") asks whether that is right.
_CONCLUDEERT = re.compile(
    r"\b(?:is|zijn|werkt|werken|helpt|helpen)\b(?: \w+){0,2} dus\b.*\b(?:beter|bewezen|effectief|effectiever|sterker|het beste|"
    r"het enige|nutteloos|zinloos|onzin|niet nodig)\b|"
    r"^dus\b.*\b(?:is|zijn|werkt|werken|helpt|helpen)\b.*\b(?:beter|bewezen|effectief|effectiever|het beste|het enige|nutteloos|zinloos)\b"
)
_IN_HET_TEAM = re.compile(
    r"\b(?:bespreek|bespreken|overleg\w*|voorleggen|leg|leggen|neem|nemen|deel|delen)\b.*"
    r"\b(?:team\w*|sectie|collega\w*|directie|mentor\w*|vergadering|overleg|mt|school)\b"
)


def _vraagt_gesprek(begrip: Begrip) -> bool:
    """Whether a word of a message is about the talk that starts from what goes well."""
    return bool(taal().daden["reflect"].search(begrip.norm) or _WAT_GOED_GAAT.search(begrip.norm))


#: What a question that begins with its verb is taken for.
_VERTELT_OF_KIEST = frozenset(
    {*ANTWOORDEN, FALLBACK, "correct", "choose_intervention", "start_check", "chitchat", "report", "summary"}
)


def als_vraag(begrip: Begrip, uitkomst: Uitkomst, vraag: str | None = None) -> Uitkomst:
    """The outcome, where a message that only asks was taken for an answer, a goodbye or a command."""
    if uitkomst.intent == "crisis":
        return uitkomst
    if _vraagt_aanpassen(begrip, uitkomst):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent in {*ANTWOORDEN, FALLBACK, "correct"} and vraagt_in_vorm(begrip):
        return gevraagd(begrip, uitkomst, "ask_fact")
    los = vraag is None and begrip.vraag and begrip.eerste is None
    if los and uitkomst.intent in {*ANTWOORDEN, FALLBACK} and {a.rol for a in uitkomst.antwoorden} <= {"vraag"}:
        # Nothing was asked, so a question word begins no answer: "hoe overtuig ik mijn directie".
        return gevraagd(begrip, uitkomst, "ask_fact")
    if vraag and vraag.endswith("_aantal"):
        uitkomst = _bij_getal(begrip, uitkomst)
    sounds = vraagt_inhoud(begrip, uitkomst.intent)
    if sounds or (uitkomst.intent in _VERTELT_OF_KIEST and vraagt_voorop(begrip)):
        return gevraagd(begrip, uitkomst, "ask_fact")
    anders = _vraagt_iets_anders(begrip, uitkomst.intent) or _is_inhoudsvraag(begrip, uitkomst.intent)
    if anders or _over_programma(begrip, uitkomst, vraag):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if _CONCLUDEERT.search(begrip.norm) and begrip.vermeldingen and begrip.eerste is None:
        return gevraagd(begrip, uitkomst, "ask_fact")
    splitsing = _splits(begrip.tekst, begrip.woorden, begrip.delen)
    if uitkomst.intent in ANTWOORDEN and _EN_VERDER.fullmatch(begrip.norm) and begrip.tekst.rstrip().endswith("?"):
        return replace(uitkomst, intent="more", zekerheid=1.0, antwoorden=[], twijfel=[])
    if uitkomst.intent in _AFSCHEID and _EN_NU.fullmatch(begrip.norm):
        return gevraagd(begrip, uitkomst, "repeat_question" if vraag else "help")
    programmas = any(v.ids("interventie") for v in begrip.vermeldingen)
    if _VERGELIJKT.match(begrip.norm) and uitkomst.intent in {*ANTWOORDEN, "compare"}:
        elementen = any(v.ids("element") for v in begrip.vermeldingen)
        if elementen and not programmas:
            # Two elements are for the sources; the table is of programmes.
            return gevraagd(begrip, uitkomst, "ask_fact")
        return gevraagd(begrip, uitkomst, "compare") if uitkomst.intent in ANTWOORDEN and programmas else uitkomst
    if (
        uitkomst.intent == "repeat_question"
        and vraag is None
        and len(begrip.norm.split()) >= _KORTE_VRAAG
        and not taal().daden["repeat_question"].search(begrip.norm)
    ):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent == "go_back" and _ZELFDE.search(begrip.norm):
        return gevraagd(begrip, uitkomst, "ask_why")
    if (
        uitkomst.intent == "reflect"
        and not splitsing
        and _IN_HET_TEAM.search(begrip.norm)
        and not _vraagt_gesprek(begrip)
    ):
        # "I discuss it in the team on Monday" asks for no talk with the bot.
        return zeker(FALLBACK, uitkomst.volgorde, zekerheid=0.0)
    asks = splitsing is not None and not splitsing.stelling
    if uitkomst.intent == "reflect" and asks and (_WELKE.match(begrip.norm) or not _vraagt_gesprek(begrip)):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent == "start_implementation" and _INVOERING.match(begrip.norm):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent == "compare" and begrip.vraag and not taal().daden["compare"].search(begrip.norm):
        een = sum(bool(v.ids("interventie")) for v in begrip.vermeldingen) == 1
        return gevraagd(begrip, uitkomst, "ask_fact") if een else uitkomst
    if uitkomst.intent == "correct" and _MOET_PER_SE.match(begrip.norm):
        return gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent in ("stop", "goodbye"):
        return gevraagd(begrip, uitkomst) if _vraagt_over_stoppen(begrip, splitsing) else uitkomst
    return gevraagd(begrip, uitkomst) if splitsing and uitkomst.intent in ANTWOORDEN else uitkomst


#: "We vragen weleens: klopt die gedachte wel?" tells which question is asked in the lessons.
_HAALT_AAN = re.compile(
    r"[^?:]*\b(?:vragen|vraagt|vroegen|stellen|stelt|zeggen|zegt|bespreken|bespreekt|leren|leert|oefenen|denken|schrijven|gebruiken|zoals|"
    r"zinnetjes?|(?:de|dezelfde|welke) vraag)\b[^?:]*(?::\s*|[:,]?\s*[\"“‘'])[^?]{6,}\?[\"”’']?\s*",
    re.IGNORECASE,
)
_VRAGEN_ZICH = re.compile(
    r"(?:dan |daar |hier )?(?:ze|zij|leerlingen|kinderen|jongeren|(?:stellen|leren|vragen) (?:ze|zij|leerlingen)) .*\b(?:zich|zichzelf|"
    r"elkaar)\b"
    r".*\b(?:vraag|vragen|af)\b[ ,]+(?:wat|hoe|waarom|wie|waar\w*|of|is|kan|helpt|klopt)\b[^?]*\?\s*",
    re.IGNORECASE,
)
_VRAAG_AAN_BOT = re.compile(r"\b(?:mijn|korte|een|nog een|even) vraag\b|\bik vraag\b|\bvraag je\b", re.IGNORECASE)


def haalt_aan(tekst: str) -> bool:
    """Whether a message ends in a question which others are asked or ask themselves."""
    quoted = _HAALT_AAN.fullmatch(tekst) or _VRAGEN_ZICH.fullmatch(tekst)
    return quoted is not None and not _VRAAG_AAN_BOT.search(tekst.split(":")[0])


def zonder_aanhaling(begrip: Begrip) -> Begrip:
    """The reading of a message that ends in a question which others are asked: what it tells is no question to the bot."""
    if not haalt_aan(begrip.tekst):
        return begrip
    return replace(begrip, tekst=begrip.tekst.rstrip(" ?\"”’'"), vraag=False)


def alleen_antwoorden(volgorde: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking of a message that only tells: no act that the words of a quoted question look like."""
    over = [(naam, kans) for naam, kans in volgorde if naam in ANTWOORDEN]
    som = sum(kans for _, kans in over)
    return [(naam, kans / som) for naam, kans in over] if som > 0.0 else [(FALLBACK, 1.0)]


def _vraagt_over_stoppen(begrip: Begrip, splitsing: Splitsing | None) -> bool:
    """Whether "stoppen" is what somebody asks about a programme, or a question follows: not the wish to leave."""
    genoemd = any(v.ids("element") or v.ids("interventie") for v in begrip.vermeldingen)
    in_de_les = _MOETEN_ERMEE.search(begrip.norm) or (genoemd and _BETER_STOPPEN.search(begrip.norm))
    if in_de_les and not _MET_DE_CHECK.search(begrip.norm):
        return True
    if _WIL_WEG.search(begrip.norm):
        return False
    if _MOET.search(begrip.norm) and genoemd:
        return True
    met_teken = begrip.tekst.rstrip().endswith("?") and _MET_STOPPEN.search(begrip.norm) is not None
    return splitsing is not None or met_teken


#: "Ouders wel of niet": the choice itself is asked, be it without a verb.
_OF_NIET = r"(?:wel of niet|ja of nee|wel of geen|of (?:juist |toch |liever )?niet)"
_VERB_VOOR = (
    r"(?:mag|mogen|moet|moeten|kan|kun|kunt|kunnen|hoef|hoeft|hoeven|telt|tellen|hoort|horen|doe|doen|is|zijn|valt|vallen|geldt|gelden|"
    r"werkt|werken|helpt|helpen|komt|komen|zit|zitten|gaat|gaan|heeft|hebben|wil|willen)"
)
_KIEZEN = re.compile(rf"{_AANLOOP}{_VERB_VOOR} .*\b{_OF_NIET}|{_AANLOOP}\w+(?: \w+){{0,3}} {_OF_NIET}")
#: A message that doubts or tells by these words asks no choice.
_TWIJFELT = re.compile(
    r"\b(?:weet|weten|wisten|soms|vaak|verschilt|wisselt|hangt|ligt|maakt|uit|geen|we|wij|ik|ons|bij|afhankelijk|zien|kijken|kiezen|"
    r"ze|zij)\b"
)
#: "Doe je dat beter in groepjes of klassikaal", "moet ik nu ja zeggen".
_AAN_IEMAND = re.compile(
    rf"{_AANLOOP}(?:doe|geef|geeft|gebruik|betrek|oefen|neem|maak|laat|begin|kies|mag|moet|kan|kun) (?:je|men)\b.* (?:of|beter|liever)\b.*|"
    rf"{_AANLOOP}(?:moet|mag|kan|zal|hoef) ik (?:(?:nu|dan|hier|daar|nou|dus|ook|gewoon) )*(?:ja|nee|deels|een beetje|beetje) "
    r"(?:te )?(?:zeggen|invullen|in te vullen|antwoorden|kiezen|aanvinken|doen|op) ?.*"
)
#: "En als de docent niks mag aanpassen": a condition of which nobody tells what follows.
_EN_ALS = re.compile(
    r"(?:en|maar|ja maar|ok maar) (?:als|indien|stel) "
    r"(?:de|een|onze|je|we|ouders|docenten|leraren|mentoren|leerlingen|niemand|iemand|iedereen)\b"
    r"(?!.*\b(?:dan|doen|krijgen|leren|oefenen|gaan|komt|helpen|vragen) (?:ze|zij|we|wij|leerlingen|de|er)\b).*"
    r"\b(?:mag|mogen|kan|kunnen|wil|willen|moet|moeten|wordt|worden|heeft|hebben|meedoet|meedoen|meewerkt|meewerken)(?: \w+en)?"
)
#: "Dus ouders hoeven niet mee": what somebody makes of the sources, not of the own school.
_DUS = re.compile(
    r"dus (?!.*\b(?:we|wij|ik|ons|onze|hier|ze|zij)\b)(?:.*\b(?:hoeft|hoeven|mag|mogen)\b.*|(?:\d+ ?)(?:procent|%)?.*\bvan de\b.*)"
)
_AANPASSEN_MAG = re.compile(
    r"(?!.*\b(?:antwoord\w*|vraag|vorige|laatste|ja|nee|deels|moet)\b)(?=.*\b(?:mag|mogen|kan|kunnen)\b).*\baanpassen\b.*"
)


def vraagt_in_vorm(begrip: Begrip) -> bool:
    """Whether the form of a message asks, though it has no question mark and names what could be answered."""
    norm = begrip.norm
    if begrip.eerste is not None and not norm.startswith(("ja maar", "en ")):
        return False
    if _KIEZEN.fullmatch(norm) and not _TWIJFELT.search(norm):
        return True
    if "," not in begrip.tekst and _EN_ALS.fullmatch(norm):
        return True
    return bool(_AAN_IEMAND.fullmatch(norm) or _DUS.fullmatch(norm))


def _vraagt_aanpassen(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether a message that looks like a correction asks whether a programme may be adapted."""
    asks = begrip.tekst.rstrip().endswith("?") or _KIEZEN.fullmatch(begrip.norm)
    return uitkomst.intent == "correct" and bool(asks) and _AANPASSEN_MAG.fullmatch(begrip.norm) is not None


#: What a question in the place of an answer is seldom about: there the likeness to answers misleads.
_ZELDEN = frozenset({"out_of_scope", "ask_example", "ask_source"})


def gevraagd(begrip: Begrip, uitkomst: Uitkomst, intent: str | None = None) -> Uitkomst:
    """The outcome as a question, without answers: of the given kind, else of the likeliest one."""
    vragen = [naam for naam, _ in uitkomst.volgorde if naam in VRAGEN and naam not in _ZELDEN]
    raad = "ask_evidence" if _VRAAGT_RAAD.match(begrip.norm) else None
    gekozen = intent or raad or next(iter(vragen), "ask_fact")
    rest = [(naam, 0.0) for naam, _ in uitkomst.volgorde if naam != gekozen]
    return replace(uitkomst, intent=gekozen, zekerheid=1.0, volgorde=[(gekozen, 1.0), *rest], antwoorden=[], twijfel=[])
