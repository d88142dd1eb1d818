"""Questions for the sources of which a word or the tone sounds like a command, a correction, small talk or a complaint."""

from __future__ import annotations

import re

from keuzehulp.nlu.begrip import Begrip

#: A ranking, a mark or a colour is asked for, whatever it is asked of.
_OORDEEL = re.compile(
    r"\b(?:rangschik\w*|ranglijst\w*|rangorde|sorteer\w*|op volgorde|stoplicht\w*|kleurcode\w*)\b|"
    r"\bstaa[nt]? (?:op (?:1|een|nummer \w+|de eerste plaats)|bovenaan)\b|"
    r"\b(?:geef|gef|krijg\w*)\b.*\been (?:\d+|cijfer|rapportcijfer|voldoende|onvoldoende)(?! (?:min|keer|les|oef))\b"
)
#: "Is meer dan 20 slecht".
_OVER_AANTAL = re.compile(
    r"(?:en |maar )?(?:is|zijn) (?:het )?(?:meer|minder|langer|korter|vaker) dan (?:\d+|\w+) (?:\w+ )*(?:slecht\w*|goed|beter|erg|"
    r"fout|te veel|nodig|genoeg)"
)
_KEN_JE = re.compile(
    r"(?:en |maar )?(?:ken|kent|kennen) (?:je|jij|u|jullie) (?!(?:mij|me|dat|die|hem|haar|jezelf)\b|"
    r"(?:een |nog een )*(?:mop|grap|raadsel|liedje))\w+.*"
)
#: "Our class has much fear, do they have a disorder": no small talk.
_HEBBEN_ZE = re.compile(
    r"\b(?:hebben|heeft|zijn|is) (?:ze|zij|hij|dit|dat|die|leerlingen|kinderen)\b.*"
    r"\b(?:stoornis\w*|depressie\w*|depressief|adhd|autis\w*|trauma\w*|burn ?out|angststoornis\w*)\b"
)
#: The name of the own programme with a question about it behind: "wij werken met Tumult, is dat goed".
_EIGEN_EN_VRAAG = re.compile(
    r"(?:wij|we|ik|onze school|ons team|mijn school) (?:werk\w*|doe\w*|gebruik\w*|draai\w*|volg\w*|heb\w*|geef|geven) (?:met |het |"
    r"de )?(?!.*\b(?:ze|zij)\b)"
    r"(?:\w+ ){1,4}(?:is|staat|zit|werkt|hoort|past|ken|kennen|kent|hebben|weet|vind) (?:dat|die|het|deze|je|jij|jullie|u)\b.*"
)
#: What somebody makes of it, with the wish that it be confirmed; "dat is toch niet zo" corrects.
_TOCH = re.compile(
    r"(?:en |maar |ja )*(?:(?:dan )?(?:\w+ )?(?:je|men) .*\btoch\b.*|(?:een|de|het|hoe|elke) .*\b(?:toch|he)|.* (?:is|zijn|werkt|"
    r"helpt) (?:altijd |dus )?beter toch)"
)
_OVER_ANTWOORDEN = re.compile(
    r"\b(?:antwoord\w*|genoteerd|noteer\w*|ingevuld|klop\w*|bedoel\w*|zei|gezegd|verander\w*|vorige|moet (?:ja|nee|deels))\b"
)
#: A list of the sources, and nothing else.
_LIJST = re.compile(
    r"(?:de |die |alle )?(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+)? ?(?:aanbevelingen|bouwstenen|domeinen|hulpbronnen|"
    r"conclusies)"
)

#: "Volgens het rapport werkt rollenspel niet", "het rapport is uit 2015": a claim about the sources; what a team does itself is none.
_OVER_BRON = re.compile(
    r"(?:(?:ja|nee|maar|en|want|nou|ok|dus) )*(?:volgens (?:het|dit|dat|jullie|de|t) "
    r"(?:rapport|onderzoek|onderzoekers|artikel|keuzehulp|bronnen|literatuur|wetenschap|studie|meta ?analyse)|"
    r"volgens (?:trimbos|mertens|boustani|zenner|grotberg|kuiper|bannink)|"
    r"(?:het|dit|dat|jullie) (?:rapport|artikel) (?:is|zegt|stelt|noemt|beweert|vindt|gaat|komt))\b"
    r"(?!.*\b(?:we|wij|ik|ons|onze|mijn|hier)\b).+"
)
#: "En PAD niet zeker": a word on a programme of the sources, behind a question about another.
_EN_DIE = re.compile(r"en (?:de |het )?(?:\w+ ){1,2}(?:ook|niet|wel|dan)(?: (?:zeker|toch|dan|he|hoor|wel|niet))*")
#: What such a question is taken for.
_LIJKT_OP = frozenset(
    {"choose_intervention", "start_check", "show_feedback", "chitchat", "insult", "nlu_fallback", "summary", "reflect"}
)


def beweert_van_bron(begrip: Begrip) -> bool:
    """Whether a message says something of the sources or of a programme in them, and nothing of the own school."""
    if _OVER_BRON.fullmatch(begrip.norm):
        return True
    programma = any(v.ids("interventie") and v.manier != "naam" for v in begrip.vermeldingen)
    return programma and _EN_DIE.fullmatch(begrip.norm) is not None


def vraagt_inhoud(begrip: Begrip, intent: str) -> bool:
    """Whether a message that was taken for something else asks the sources."""
    norm = begrip.norm
    if intent == "correct":
        element = any(v.ids("element") for v in begrip.vermeldingen)
        return not element and _TOCH.fullmatch(norm) is not None and _OVER_ANTWOORDEN.search(norm) is None
    if intent not in _LIJKT_OP:
        return False
    if intent in ("choose_intervention", "start_check") and any(
        v.ids("interventie") for v in begrip.vermeldingen if v.manier != "naam"
    ):
        return False
    return bool(
        _OORDEEL.search(norm)
        or _HEBBEN_ZE.search(norm)
        or any(patroon.fullmatch(norm) for patroon in (_OVER_AANTAL, _KEN_JE, _EIGEN_EN_VRAAG, _LIJST))
    )
