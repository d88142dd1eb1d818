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
        "show_feedback", "start_check", "repeat_question", "correct", "go_back", "out_of_scope", "insult", "thank", "help",
        "restart", "ask_definition", "ask_evidence", "ask_example", "ask_fact", "ask_source", "ask_why",
    }
)  # fmt: skip
#: Acts that ask something of the sources.
_VRAAGDADEN = frozenset({name for name in BEVELEN if name.startswith("ask_")} | {"out_of_scope"})
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
#: What a message of more than a word or two must hold to be this command; without it the message tells something.
_VORM = {
    "summary": re.compile(
        r"\b(?:overzicht\w*|samenvat\w*|antwoord\w*|genoteerd|opgeschreven|ingevuld|gezegd|recap|resume|notities|vat|lijstje|overview|"
        r"staat er|"
        r"waar staan we|op een rij\w*|tot nu toe (?:staat|heb|hebben|hebt)|wat (?:weet|heb|hebben|hebt|staat))\b"
    ),
    "stop": re.compile(
        r"\b(?:stop\w*|ophouden|hou op|kap|kappen|quit|exit|annuleer\w*|afbreken|beeindig\w*|sluit\w*|afsluiten|einde|"
        r"pauze\w*|basta|cancel|"
        r"klaar|later|morgen|straks|verder|weg|tijd|zin|beu|zat|ermee|hier laten|laat maar|afronden|genoeg (?:van|zo|nu|"
        r"voor (?:nu|vandaag)))\b"
    ),
    "restart": re.compile(
        r"\b(?:begin\w*|start\w*|herstart|reset|restart|voren|vooraf|blanco|nul|schone lei|wis\w*|overnieuw|herbegin\w*|over)\b|"
        r"^(?:(?:ik|we|wil|willen|alles|doe|maar|graag|helemaal|even|nog|een|keer) )*opnieuw(?: (?:graag|aub|alsjeblieft|alles|doen))*$"
    ),
    "reflect": re.compile(
        r"\b(?:kleine|eerste|volgende|vervolg) ?stap\w*|\bsterke (?:punten|kanten)|\bwat gaat (?:er )?(?:al )?goed|\bgoed gaat|"
        r"\bwaar zijn we goed|\bterugkijken|\breflect\w*|\bactiepunt\w*|\bgesprek\b"
    ),
    "paste_text": re.compile(
        r"\b(?:plak\w*|geplakt|inplakken|invoegen|upload\w*|sturen|stuur|gestuurd|kopie\w*|copy|hierbij|hieronder|"
        r"hier (?:is|komt|volgt|staat)|lees|lezen|gelezen|doorlezen|analyseer|delen|deel|geef|geven)\b"
    ),
    "help": re.compile(
        r"\b(?:je|jij|u|keuzehulp|chatbot|help|kom er niet|snap\w*|begrijp\w*|wat moet ik|hoe werkt|hoe gebruik|mogelijkheden|opties|menu|"
        r"commando\w*|instructie\w*|knop\w*|vastgelopen|loop vast|zit vast|wat kan ik|wat nu|heb (?:\w+ )?hulp nodig)\b"
    ),
    "thank": re.compile(
        r"\b(?:dank\w*|bedankt|merci|thanks|thx|fijn\w*|super|geweldig|top|mooi\w*|prachtig|handig|nuttig|toppie|perfect|waardevol|aardig|"
        r"netjes|blij|tof|(?:dit|dat|je|jij|het) helpt|goed gedaan)\b"
    ),
}
#: As few words as are the command whatever they are ("hulp graag", "kap nou").
_HOOGUIT = {"summary": 2, "thank": 1, "help": 2, "restart": 1, "paste_text": 2, "reflect": 2, "stop": 2}
#: A word of the command that is none: time that goes into something, what never stops, help of somebody, what is declined.
_ANDERS = {
    "summary": re.compile(
        r"\b(?:overzicht\w*|lijst\w*)\b.*\b(?:hangt|hangen|ligt|liggen|in (?:de|het|elke) (?:klas|lokaal)|op het bord|aan de muur)\b"
    ),
    "stop": re.compile(
        r"\bnon ?stop\b|\b(?:stop|stopt|stoppen|gestopt|steken)\b(?: \w+){0,4} (?:tijd|energie|geld|uren|werk|moeite|"
        r"aandacht|veel|weinig)\b"
        r"(?: \w+){0,3} in\b"
    ),
    "reflect": re.compile(r"\b(?:per|elke|iedere|ieder|elk|wekelijks|dagelijks|telkens|steeds)\b"),
    "restart": re.compile(r"\b(?:per|elke|iedere|ieder|elk|telkens|steeds|opnieuw en opnieuw)\b"),
    "help": re.compile(
        r"\b(?:hulp|help\w*) (?:van|door|voor|aan|bij) (?:de|het|een|onze|mijn|hun|elkaar|ouders|leerlingen)\b|^als ik\b"
    ),
    "thank": re.compile(r"\bnee,? (?:dank\w*|bedankt|merci)\b"),
    "report": re.compile(
        r"^(?:een |het )?(?:verslag|rapport)(?:je)? (?:naar huis|mee|van de (?:les|lessen)|in het|aan (?:de )?ouders)\b"
    ),
    "correct": re.compile(
        r"\b(?:pas|passen|past) (?:\w+ ){1,4}aan (?:mijn|onze|de|hun|elke|iedere|wat|het niveau|de klas)\b|"
        r"\b(?:pas|passen|past) (?:\w+ ){1,3}aan op (?:mijn|onze|de|hun)\b"
    ),
    # Of time and of people: "vorige maand", "vorig jaar", "de vorige directeur".
    "go_back": re.compile(
        r"(?!.*\b(?:terug|zei ik|heb ik gezegd|had ik gezegd)\b)(?:.*\bvorige? "
        r"(?!vra(?:ag|gen)\b|antwoord\w*\b|stap\b|scherm\b|ene\b|punt\b|onderdeel\b|element\b|blok\b|graag\b|aub\b|alsjeblieft\b|maar\b)"
        r"\w+|zie (?:de |het |mijn )?vorige?(?: antwoord| vraag)?$)"
    ),
}
#: What asks without a question mark, or names what is asked for.
_VRAAGT_OM = re.compile(
    r"\b(?:(?:meer |korte |nog |graag )uitleg|uitleg (?:over|van|graag|bij)|leg|uitleggen|voorbeeld\w*|bron\w*|"
    r"bewijs\w*|bewezen|onderzoek\w*|"
    r"stud(?:ie|ies)|effect\w*|werkt|helpt|defini\w*|beteken\w*|vertel\w*|geef|noem|laat|toon|kun|kunt|kan (?:je|jij|u)|"
    r"je|jij|u|graag|weten|"
    r"onduidelijk|"
    r"benieuwd|vraag me|snap\w*|begrijp\w*|bedoel\w*|info\w*|waarom|hoezo|schrijf|maak|advies|tips?|raad|help|trimbos|kuiper|bannink|"
    r"rapport|keuzehulp|verschil\w*|belang\w*|nut|leerling (?:van|uit|die)|kost\w*|subsidie\w*)\b|"
    r"^(?:en |maar |ok |oke |dus )*(?:hoe|wat (?!(?:de|het|een|ze|zij|wij|we|ik|hij|hun|onze|ons|leerlingen|docenten|mentoren)\b)|"
    r"wie|waar\w*|wanneer|welke?|hoeveel|is|zijn|moet|moeten|mag|mogen|kan|kunnen|hoort|telt|geldt|"
    r"doet|heeft|zit|past|gaat|in welke?|voor wie|met welke?)\b"
)
#: "What the teacher likes" tells; a question has its verb behind the first word.
_WAT_DAT = re.compile(
    r"(?:wat|waar|wie) (?:de|het|een|ze|zij|wij|we|ik|hij|hun|onze|ons|leerlingen|docenten|mentoren) (?!.*\b(?:vraag|weet|zeg|bedoel)\b)"
)
#: Fewer words than these may be a bare heading that somebody asks about ("coping bij pubers").
_KOP = 3


def mist_de_vorm(begrip: Begrip, daad: str) -> bool:
    """Whether a message has no word of the command that it looks like, or has one that means something else."""
    woorden = begrip.norm.split()
    anders = _ANDERS.get(daad)
    if anders and anders.search(begrip.norm):
        return True
    if daad in _VRAAGDADEN:
        vraagt = "?" in begrip.tekst or _VRAAGT_OM.search(begrip.norm) is not None
        return len(woorden) > _KOP and not vraagt and not any(v.ids("interventie") for v in begrip.vermeldingen)
    vorm = _VORM.get(daad)
    return vorm is not None and len(woorden) > _HOOGUIT[daad] and vorm.search(begrip.norm) is None


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
    if daad not in BEVELEN or begrip.kaal is not None:
        return False
    if daad == "thank" and _ANDERS["thank"].search(begrip.norm):
        return True  # "that woolly stuff? no thanks"
    if begrip.vraag and not (daad in _VRAAGDADEN and _WAT_DAT.match(begrip.norm)):
        return False
    if mist_de_vorm(begrip, daad):
        return True
    if daad in _VRAAGDADEN and daad != "out_of_scope":
        return False
    if vertelt_praktijk(begrip):
        return daad not in ("correct", "go_back", "thank") or not taal().daden[daad].search(begrip.norm)
    if begrip.eerste is not None and daad in _BIJZAAK and len(begrip.norm.split()) > _KORT:
        return True
    if daad == "skip":
        return _SLAAT_LES_OVER.search(begrip.norm) is not None and _IK.search(begrip.norm) is None
    if daad in ("stop", "goodbye"):
        return _loopt_niet_weg(begrip, daad)
    if daad == "chitchat":
        return _geen_praatje(begrip)
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


def _geen_praatje(begrip: Begrip) -> bool:
    """Whether a message that is left over as small talk has no word of it, and says nothing to the bot."""
    if len(begrip.norm.split()) <= _KORT or taal().daden["chitchat"].search(begrip.norm):
        return False
    return re.search(r"\b(?:je|jij|jou|u|bot|sorry|excuus|ik (?:moet|ga|ben|zit|heb))\b", begrip.norm) is None


def _gezegd_of_gebeurt(begrip: Begrip) -> bool:
    """Whether a message says that it was told before and tells it again, or only what is done ("dat wordt vermeld")."""
    if _AL_GEZEGD.search(begrip.norm):
        return len(begrip.delen) > 1
    return re.search(r"\b(?:wordt|worden)\b", begrip.norm) is not None and _VERANDERT.search(begrip.norm) is None
