"""Answers to the intake that come later: "vmbo trouwens, en voor iedereen" while another question is open, or none.

Pure functions on the text. Every part of the message must be about the school or about for whom it is, so that an
answer to the open question ("dat is voor iedereen zo") is left alone.
"""

from __future__ import annotations

import re

from keuzehulp import doelgroep
from keuzehulp.nlu.taal import taal
from keuzehulp.tekst import op_een_regel

_TUSSEN = (
    r"(?:trouwens|overigens|toch|eigenlijk|wel|dus|gewoon|hoor|nu|ja|nee|neen|oh?|oeps|ho|wacht|even|sorry|eh|hm+|nou|allez|maar|en|"
    r"ook|he|hé|hè|wacht even|bij ons|hier|echt|natuurlijk|per ongeluk|nog|vergeten|zei ik|te zeggen|was ik)"
)
_AANLOOP = rf"\W*(?:{_TUSSEN}\b[ ,.:!]*)*"
#: Words that say that something is added to, or mends, what was told before.
_TEKEN = re.compile(
    r"\b(?:trouwens|overigens|toch|wacht|sorry|oeps|vergeten|ho|eigenlijk|fout|verkeerd|klopt niet|per ongeluk|o nee|oh nee|o ja|oh ja|"
    r"niet (?:alleen|enkel|louter|uitsluitend) voor)\b",
    re.IGNORECASE,
)
_PROGRAMMA = (
    r"(?:het|de|dit|deze|ons|onze|die|dat|mijn) (?:\w*programma|\w*training|\w*interventie|\w*aanpak|lessen|lessenserie|methode|"
    r"\w*project|check|cursus)"
)
#: Who is spoken of: the programme, or "it"; "dat" points at the open question.
_VOOR_WIE = re.compile(
    rf"{_AANLOOP}(?:(?P<naam>{_PROGRAMMA})|(?P<het>het|'t|’t|t)\b)?(?: (?:is|was|geldt|bedoelen we|doen we|geven we))?"
    rf"(?P<wie>(?: {_TUSSEN})*(?: ?(?:niet|nie|alleen|enkel|vooral|louter|uitsluitend))* ?\bvoor (?P<groep>.+))",
    re.IGNORECASE,
)
_WE_ZIJN = (
    r"(?:(?:we|wij|ik|het|dit|'t) (?:zitten|zit|zijn|is|werken|werk|geven|geef|ben)|onze school is|ons is)"
    rf"(?: (?:{_TUSSEN}))*(?: (?:op|in|bij|van|voor|aan))?"
)
_LIDWOORD = r"(?: ?(?:een|het|de|op|in|onze|geen))*"
#: What stands around the kind of school where nothing else is told, in lower case.
_VOOR_SCHOOL = re.compile(rf"{_AANLOOP}(?:{_WE_ZIJN})?{_LIDWOORD} ?")
_NA_SCHOOL = re.compile(_AANLOOP)
_FOUT = re.compile(
    rf"{_AANLOOP}(?:(?:dat|het|ik|we|had|heb|hadden|stond|staat|is|was|klopt|niet|fout|verkeerd|ingevuld|gezegd|getypt|gezet|goed)[ ]?)*"
    rf"{_AANLOOP}",
    re.IGNORECASE,
)
_STUKKEN = re.compile(r"[;.,!]+\s+|\s+(?:en|maar)\s+(?=(?:het|we|wij|voor|niet|ook voor|dat|dit|'t)\b)", re.IGNORECASE)
#: A group is told in a few words; what is longer tells how something is done.
_MEESTE_WOORDEN = 9
#: Verbs with which a sentence says what everybody does or how it is for them.
_ZEGT_MEER = re.compile(
    r"\b(?:hetzelfde|verplicht|(?<=iedereen )(?:lastig|moeilijk|zwaar)|duidelijk|belangrijk|goed|fijn|leuk|nuttig|"
    r"mogelijk|beschikbaar|anders|veilig|lastig te|moeilijk te|"
    r"toegankelijk|nieuw|wennen|helder|open|welkom|docent\w*|mentor\w*|leraren|leerkracht\w*|ouders|team\w*|collega\w*|personeel)\b",
    re.IGNORECASE,
)


#: Words that say that something noted becomes something else.
_MOET = (
    r"(?: ?(?:klopt niet|is fout|is verkeerd|is niet goed|moet|moest|was|is|wordt|hoort|zou|toch|eigenlijk|trouwens|"
    r"overigens|dus|gewoon|nu|niet goed|verkeerd|fout|het|hij|dat|heet|naar|in|op)\b[,:.]?)+"
)
_NAAM = r"(?:de |onze |die )?naam(?: (?:van (?:het|ons|de|onze) \w+|die (?:er|je|hier) \w+|van het))?"
_NAAM_WORDT = re.compile(
    rf"{_AANLOOP}(?:{_NAAM}{_MOET}|(?:verander|wijzig|pas|zet|maak|corrigeer) {_NAAM}(?: (?:aan|even|maar|graag))* ?(?:in|naar|op|van)) "
    r"[\"'‘“]?(?P<naam>[^\"'’”]{2,60}?)[\"'’”]?(?: (?:zijn|worden|heten|van maken))?[ .!]*",
    re.IGNORECASE,
)
#: "Nee wacht, het heet tegenwoordig Stevig Staan", "sorry Left, autocorrectie": a name taken back for another.
_TERUG = r"(?:(?:nee|neen|wacht|sorry|ho|oh?|oeps|ai|correctie|foutje|herstel|trouwens|even|ik bedoel(?:de)?|moment)[ ,.!:]+)"
_HET_HEET = r"(?:het|ie|hij|ze|dat|(?:(?:ons|het) )?programma|(?:(?:onze|de) )?methode|de training) heet"
_TIKFOUT = r"(?:autocorrectie|autocorrect|typfout\w*|tikfout\w*|typo|spelfout\w*|verkeerd getypt)\)?"
_HEET_NU = re.compile(
    rf"(?:{_TERUG}+{_HET_HEET}(?: (?:eigenlijk|tegenwoordig|nu|inmiddels|gewoon|dus|toch))*|"
    rf"{_TERUG}*{_HET_HEET} (?:eigenlijk|tegenwoordig|nu|inmiddels|toch|trouwens|overigens)|"
    rf"{_TERUG}+(?=.+[ ,(]+{_TIKFOUT}[ .!]*$))"
    r" ?[\"'‘“]?(?P<naam>[\w][^\"'’”,;(]{1,59}?)[\"'’”]?"
    rf"(?:[ ,(]+(?:{_TIKFOUT}|sorry|hoor|dus))?[ .!]*",
    re.IGNORECASE,
)
_SCHOOL_WORDT = re.compile(
    rf"{_AANLOOP}(?:(?:de|het|onze|mijn|soort) )*(?:school(?:soort|type)?|sector|onderwijs(?:soort)?){_MOET} (?P<school>.+?)"
    r"(?: (?:zijn|worden))?[ .!]*",
    re.IGNORECASE,
)
_WIE_WORDT = re.compile(
    rf"{_AANLOOP}(?:(?:bij|de|het) )*(?:voor wie(?: het is)?|doelgroep){_MOET} (?:voor )?(?P<groep>.+?)(?: (?:zijn|worden))?[ .!]*",
    re.IGNORECASE,
)
#: What stands behind "de naam is" and is none.
_GEEN_NAAM = re.compile(
    r"(?:niet |nog |al |wel |heel |zo |te )*(?:goed|fout|verkeerd|anders|bekend|lang|geheim|belangrijk|leuk|mooi|stom|weg|nodig|"
    r"aanpassen|veranderen|wijzigen)",
    re.IGNORECASE,
)
_MEESTE_NAAM = 6
_ANDERE_NAAM = re.compile(
    rf"{_AANLOOP}(?:(?:kan|kun|mag|wil|kunnen) (?:ik|je|we) )?(?:verander|wijzig|pas|corrigeer)? ?{_NAAM}(?: (?:graag|even|maar|nog))*"
    r"(?: (?:aan|aanpassen|veranderen|wijzigen|klopt niet|is fout|is verkeerd))*[ .?!]*",
    re.IGNORECASE,
)
_VERANDERT = re.compile(r"\b(?:verander|wijzig|pas|corrigeer|klopt|fout|verkeerd)", re.IGNORECASE)


def wil_andere_naam(tekst: str) -> bool:
    """Whether a message changes the name of the intervention without telling the new one ("verander de naam")."""
    text = op_een_regel(tekst)
    return _ANDERE_NAAM.fullmatch(text) is not None and _VERANDERT.search(text) is not None


def verbeterd(tekst: str) -> dict[str, str]:
    """Name, school or audience (by slot) that a message mends in so many words ("verander de naam in ...", "de school moet pro zijn").

    Empty for any other message; unlike `verteld` it calls the question by its name, so what else was asked does not matter.
    """
    text = op_een_regel(tekst)
    if text.endswith("?") or text.startswith("/"):
        return {}
    if (named := _NAAM_WORDT.fullmatch(text) or _HEET_NU.fullmatch(text)) and len(
        named["naam"].split()
    ) <= _MEESTE_NAAM:
        return {} if _GEEN_NAAM.fullmatch(named["naam"]) else {"interventie": named["naam"].strip()}
    if (school := _SCHOOL_WORDT.fullmatch(text)) and (value := _school(school["school"])):
        return {"sector": value}
    group = _WIE_WORDT.fullmatch(text)
    audience = (
        doelgroep.lees(f"voor {group['groep']}") if group and len(group["groep"].split()) <= _MEESTE_WOORDEN else None
    )
    return {"doelgroep": audience} if audience else {}


def verteld(tekst: str, vraag_open: bool) -> dict[str, str]:
    """The school and the audience (by slot) that a message tells late; empty for a message about anything else.

    While a question is open (`vraag_open`) there must be a word that it adds or mends something, or both are told.
    """
    text = op_een_regel(tekst)
    if text.startswith("/") or text.endswith("?") or not text:
        return {}
    return verbeterd(text) or _terloops(text, vraag_open)


def _terloops(text: str, vraag_open: bool) -> dict[str, str]:
    """The school and the audience in a message of which every part is about one of them."""
    found: dict[str, str] = {}
    subject = named = False
    for part in _STUKKEN.split(text):
        group, school = _groep(part), _school(part)
        if group is None and school is None and not _FOUT.fullmatch(part):
            return {}
        if group:
            subject, named = subject or group[1] is not None, named or group[1] == "naam"
            found.setdefault("doelgroep", group[0])
        elif school:
            found["sector"] = school
    # "Voor iedereen toch" answers the open question; "het is toch voor iedereen" mends.
    mends = _TEKEN.search(text) and (subject or "sector" in found)
    if len(found) < 2 and not (named or mends or (subject and not vraag_open)):
        return {}
    if "doelgroep" in found:
        found["doelgroep"] = doelgroep.lees(text) or found["doelgroep"]
    return found


def _groep(part: str) -> tuple[str, str | None] | None:
    """For whom it is, and how what it is about is called; None where a part tells something else."""
    frame = _VOOR_WIE.fullmatch(part.strip())
    if frame is None or len(frame["groep"].split()) > _MEESTE_WOORDEN or _ZEGT_MEER.search(frame["groep"]):
        return None
    value = doelgroep.lees(frame["wie"].strip())
    return (value, "naam" if frame["naam"] else "het" if frame["het"] else None) if value else None


def _school(part: str) -> str | None:
    """The kind of school that a part of a message tells, and nothing else."""
    norm = part.strip(" .,!").lower()
    for value, pattern in taal().sector.items():
        for hit in pattern.finditer(norm):
            before, after = norm[: hit.start()], norm[hit.end() :]
            if _VOOR_SCHOOL.fullmatch(before) and _NA_SCHOOL.fullmatch(after):
                return None if re.search(r"\b(?:geen|niet)\b", before) else value
    return None
