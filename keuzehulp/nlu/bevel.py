"""Whether a word for a command stands in a message that tells practice ("ze leren stop te zeggen"), or is the command.

While a question of the check is open, what pupils, parents or teachers do is content, whatever words it takes. Only a
message that is the command itself ends, skips or shows something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.taal import taal

#: Acts of which the words also occur in what a school does.
BEVELEN = frozenset(
    {
        "stop", "skip", "goodbye", "report", "summary", "reflect", "privacy", "greet", "chitchat", "paste_text", "more",
        "show_feedback", "start_check", "repeat_question", "correct", "go_back", "out_of_scope", "insult", "thank",
    }
)  # fmt: skip
#: Of these an opening yes or no leaves little: what follows it is told, not asked.
_BIJZAAK = frozenset({"chitchat", "paste_text", "privacy", "greet", "reflect", "out_of_scope", "insult"})

#: After so many words an opening yes or no is more than politeness.
_KORT = 3
_VOORNAAM = frozenset({"ze", "zij"})
_GROEPEN = frozenset({
    "leerlingen", "ouders", "kinderen", "jongeren", "docenten", "leraren", "leerkrachten", "mentoren", "trainers", "meiden",
    "jongens", "klassen", "brugklassers", "onderbouwers", "bovenbouwers", "pubers", "verzorgers",
})  # fmt: skip
_ENKEL = frozenset({
    "iedereen", "leerling", "mentor", "docent", "trainer", "klas", "school", "team", "gymleraar", "leraar", "juf", "meester",
    "coach", "groep",
})  # fmt: skip
_VOORZETSEL = frozenset({
    "voor", "aan", "met", "van", "naar", "bij", "over", "door", "zonder", "tegen", "onder", "tussen", "op", "in", "per",
})  # fmt: skip
_BEPALER = frozenset({
    "de", "alle", "onze", "hun", "die", "deze", "veel", "sommige", "mijn", "het", "ons", "een", "elke", "iedere", "andere",
})  # fmt: skip
_HULPWERKWOORD = frozenset({
    "zijn", "gaan", "doen", "zien", "slaan", "kan", "mag", "moet", "wil", "is", "heeft", "doet", "gaat", "krijgt",
    "maakt", "leert", "slaat", "geeft", "zegt", "schrijft", "bespreekt", "oefent", "werkt", "vindt", "wordt", "neemt", "houdt",
    "stopt", "praat", "kijkt", "leest", "speelt", "vraagt", "begroet", "vertelt",
})  # fmt: skip
#: Who comes in or waits ends the conversation rather than that it tells practice.
_KOMT_BINNEN = frozenset({"komen", "wachten", "roepen", "bellen", "zitten", "staan", "komt", "wacht", "belt"})
#: What a team does with pupils; "we stoppen", "we gaan" and "we willen" may be about the conversation.
_WIJ_DOEN = frozenset({
    "hanteren", "gebruiken", "werken", "leren", "oefenen", "geven", "schrijven", "krijgen", "bespreken", "behandelen", "trainen",
    "spelen", "praten", "bieden", "organiseren", "sturen", "versturen", "bouwen", "noemen", "vertellen", "stimuleren",
    "motiveren", "begeleiden", "volgen", "besteden", "betrekken", "nodigen", "tekenen", "zingen", "inventariseren", "delen",
})  # fmt: skip
#: Whose turn it is to do something: the speaker's own.
_IK = re.compile(
    r"\bik (?:moet|ga|wil|heb|kan|stop|kom|zou|hoef|doe|zie|ben|maak|vul|ken|weet)\b|"
    r"\b(?:moet|ga|wil|kan|mag|kom|zou|zal|heb) ik\b|\b(?:we|wij) (?:moeten|willen|stoppen)\b|\b(?:laten|zullen|kunnen|mogen) we\b"
)
#: The conversation itself, not what the school does.
_HIER = re.compile(
    r"\b(?:de|deze|die|een|je|jouw|jullie|volgende|vorige|mijn|onze) (?:vraag|vragen|antwoord|antwoorden)\b|"
    r"\b(?:vragenlijst|check|chat|chatbot|bot|keuzehulp|privacy|avg|alsjeblieft|aub|graag)\b"
)
_UITSTEL = re.compile(r"\b(?:later|morgen|straks|vanmiddag|vanavond|volgende keer|verder|pauze)\b")
_RITME = re.compile(r"\b(?:elke|iedere|per|altijd|wekelijks|dagelijks|vaak|steeds|telkens)\b")
_DOELZIN = re.compile(r"\bom\b(?: \w+){0,5} te \w+en\b")
_NU_WEG = re.compile(r"\b(?:ik|we|wij|me|tijd|zin|nu|moet|moeten|vandaag|hier|geen)\b")
#: Words with which people leave, beside those that stop something.
_AFSCHEID = re.compile(
    r"\b(?:doei\w*|dag|daa+g|doe+g|ciao|groet\w*|fijne?|prettige?|goede?|bye|later|houdoe|salu\w*|aju\w*|adieu|vaarwel|succes|"
    r"weekend|avond|nacht|mvg|vandoor|weg|bedankt|dank\w*|welterusten|slaap|gaan|stop\w*|klaar|einde|over en uit|mazzel|tabee|"
    r"hoi|joe|bubai|sluit\w*|kap\w*|genoeg|tot(?= (?:ziens|morgen|straks|later|dan|de|volgende|snel|gauw|zo|kijk|horens|over|een|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag)))\b"
)
#: "Rather something for home" weighs; it asks for no more.
_MEER_IETS = re.compile(
    r"(?:(?:dat|het|dit) is )?(?:eerder |veel )?meer (?:iets|een|voor thuis|wat voor)\b(?! (?:uitleg|info\w*|over)\b)"
)
_BEGROET = re.compile(r"\b(?:zeggen|zegt|begroeten|groeten|voorstellen|hand geven|handen schudden)\b")
#: A lesson or a part of it that is left out, not the question.
_SLAAT_LES_OVER = re.compile(
    r"\bsla(?:an|at)\b(?: \w+){0,4} (?:\w*les|\w*lessen|\w*oefening\w*|\w*spel\w*|\w*opdracht\w*|hoofdstuk\w*|huiswerk|thema\w*|"
    r"module\w*|\w*boek\w*|gesprek\w*|werkvorm\w*)(?: \w+){0,3} over\b"
)
_AL_GEZEGD = re.compile(
    r"\b(?:al (?:gezegd|verteld|genoemd|beantwoord|ingevuld|gehad)|(?:zei|vertelde|noemde) ik (?:toch |net |je )*al)\b"
)
_VERANDERT = re.compile(
    r"\b(?:moet|moeten|toch|verander\w*|verbeter\w*|corrigeer|aanpassen|pas|fout\w*|vergis\w*|verkeerd|wijzig\w*|klopt|bedoel\w*|"
    r"herstel|correctie|bij nader inzien|maak|zet|terug|sorry|ja|nee|deels|beetje|antwoord|vraag)\b"
)

#: Acts that ask something; a message that only states is none of these, whatever words it shares with them.
VRAAGDADEN = frozenset(
    {"ask_definition", "ask_why", "ask_evidence", "ask_example", "ask_source", "ask_fact", "out_of_scope"}
)
_VERBUIGING = (
    r"(?:is|zijn|was|waren|staat|staan|komt|komen|zit|zitten|hoort|horen|gaat|gaan|krijgt|krijgen|wordt|worden|loopt|lopen|ligt|"
    r"liggen|heeft|hebben|doet|doen|blijft|blijven|valt|vallen|begint|bestaat)"
)
_STELT = re.compile(
    rf"(?:(?:ja|nee|nou|maar|en|dus|eigenlijk|gewoon|bij ons|hier) )*(?:{_VERBUIGING} (?!(?:er|dat|dit|het|je|jij|u|jullie)\b)|"
    rf"(?:ik|we|wij|ze|zij|dat|die|dit|het|er|iedereen|niemand|leerlingen|docenten|mentoren) \w{{3,}}|"
    rf"(?:(?:de|het|een|onze|ons|elke) )?\w{{4,}} {_VERBUIGING}\b)"
)
#: Words with which somebody asks for something, also in a statement ("ik snap het niet", "ik wil meer weten").
_VRAAGT_OM = re.compile(
    r"\b(?:wat|hoe|waarom|hoezo|welke?|wie|waar\w*|wanneer|hoeveel|snap\w*|begrijp\w*|we(?:et|ten)|wil|willen|zou|graag|\w*uitleg\w*|leg|"
    r"voorbeeld\w*|bron\w*|definitie\w*|beteken\w*|bedoel\w*|duidelijk|onduidelijk|ken|benieuwd|vertel|noem|geef|laat|vraag|rapport|"
    r"onderzoek\w*|bewijs|bewezen|trimbos|keuzehulp|kost|kosten|subsidie|verschil\w*|woord|begrip|of niet|toch$|je|jij|u|jouw)\b"
)
_MINSTE_WOORDEN = 4


def stelt(begrip: Begrip) -> bool:
    """Whether a message only states something ("staat hoog op de agenda"), so that it asks nothing of the bot."""
    if begrip.vraag or _VRAAGT_OM.search(begrip.norm) or len(begrip.norm.split()) < _MINSTE_WOORDEN:
        return False
    return _STELT.match(begrip.norm) is not None


def vertelt_praktijk(begrip: Begrip) -> bool:
    """Whether a message tells what pupils, parents or teachers do: a subject with its verb, and no word of the speaker's own wish."""
    if begrip.vraag or _IK.search(begrip.norm) or _HIER.search(begrip.norm):
        return False
    woorden = begrip.norm.split()
    if any(_is_onderwerp(woorden, plek) for plek in range(len(woorden))):
        return True
    doet = any(w in ("we", "wij") and _naast(woorden, plek) & _WIJ_DOEN for plek, w in enumerate(woorden))
    return doet and (not _UITSTEL.search(begrip.norm) or _RITME.search(begrip.norm) is not None)


def _is_onderwerp(woorden: Sequence[str], plek: int) -> bool:
    woord = woorden[plek]
    if woord not in _VOORNAAM | _GROEPEN | _ENKEL:
        return False
    voor = [w for w in woorden[max(0, plek - 2) : plek] if w not in _BEPALER]
    if voor and voor[-1] in _VOORZETSEL:
        return False
    achter = woorden[plek + 1 : plek + 2]
    if woord in _ENKEL:
        return bool(achter) and achter[0] in _HULPWERKWOORD
    omgekeerd = plek > 0 and _is_werkwoord(woorden[plek - 1]) and plek > 1
    return omgekeerd or (bool(achter) and _is_werkwoord(achter[0]))


def _is_werkwoord(woord: str) -> bool:
    if woord in _KOMT_BINNEN | _GROEPEN:
        return False
    return woord in _HULPWERKWOORD or (woord.endswith("en") and len(woord) > 4)


def _naast(woorden: Sequence[str], plek: int) -> set[str]:
    return {*woorden[max(0, plek - 1) : plek], *woorden[plek + 1 : plek + 2]}


def is_inhoud(begrip: Begrip, daad: str) -> bool:
    """Whether a message that looks like this act tells something instead, while a question about an element is open."""
    if daad in VRAAGDADEN and stelt(begrip):
        return True
    if daad not in BEVELEN or begrip.vraag or begrip.kaal is not None:
        return False
    if vertelt_praktijk(begrip):
        return daad not in ("correct", "go_back", "thank") or not taal().daden[daad].search(begrip.norm)
    if begrip.eerste is not None and daad in _BIJZAAK and len(begrip.norm.split()) > _KORT:
        return True
    if daad == "skip":
        return _SLAAT_LES_OVER.search(begrip.norm) is not None and _IK.search(begrip.norm) is None
    if daad in ("stop", "goodbye"):
        return _loopt_niet_weg(begrip, daad)
    if daad == "more":
        return _MEER_IETS.match(begrip.norm) is not None
    if daad == "greet":
        return _BEGROET.search(begrip.norm) is not None
    if daad in ("correct", "go_back", "repeat_question", "summary"):
        return _gezegd_of_gebeurt(begrip)
    return False


def _loopt_niet_weg(begrip: Begrip, daad: str) -> bool:
    """Whether no word of a message leaves: not one of farewell, or one in what something is for ("om later te kunnen")."""
    if daad == "goodbye" and not _AFSCHEID.search(begrip.norm):
        return True
    return _DOELZIN.search(begrip.norm) is not None and _NU_WEG.search(begrip.norm) is None


def _gezegd_of_gebeurt(begrip: Begrip) -> bool:
    """Whether a message says that it was told before and tells it again, or only what is done ("dat wordt vermeld")."""
    if _AL_GEZEGD.search(begrip.norm):
        return len(begrip.delen) > 1
    return re.search(r"\b(?:wordt|worden)\b", begrip.norm) is not None and _VERANDERT.search(begrip.norm) is None
