"""Short answers that only the open question makes clear, and words that look like an answer and leave it open."""

from __future__ import annotations

import re

from keuzehulp.nlu.bereik import DEELS, JA, NEE, WEET_NIET

#: The buttons of a question in their order: who sees them as a list types the number of one.
_KNOPPEN = (JA, DEELS, NEE, WEET_NIET)
_NUMMER = re.compile(r"(?:(?:optie|antwoord|keuze|knop|nummer|nr) )?(?P<nummer>[1-4])")

_AANLOOP = r"(?:(?:nou|tja|ja|nee|goh|ach|oh|hm+|eh|mwah|pff|amai|zeg|euh) )*"
#: Whole messages, as they are normalised.
_KORT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (JA, re.compile(r"100 procent|honderd procent|(?:tamelijk|vrij|behoorlijk|redelijk) veel")),
    (NEE, re.compile(rf"{_AANLOOP}eerder (?:niet|nee)(?: hoor| eigenlijk)?")),
    (WEET_NIET, re.compile(rf"{_AANLOOP}(?:geen|gene|g n) gedacht(?: van)?(?: hoor)?")),
    # "Toch wel" agrees with what is asked, in Flemish above all.
    (JA, re.compile(r"(?:nee )?(?:ja )?toch wel(?: ja)?(?: hoor)?|nee ja(?: toch)?(?: wel)?")),
    # What is yet to come is not there.
    (
        NEE,
        re.compile(
            rf"{_AANLOOP}nog niet (?:maar )?(?:wel|maar)? ?(?:de bedoeling|het plan|gepland|in de planning)(?: hoor| wel)?"
        ),
    ),
)
#: Hope and what happens elsewhere: which answer that is, only the school can tell.
_HOOPT = re.compile(
    rf"{_AANLOOP}(?:(?:ik|we|wij) hopen? (?:het|van wel)|hoop (?:ik|het|we|van wel)(?: het| wel| van wel)?|"
    r"laten we (?:het )?hopen(?: het)?)"
)
_ELDERS = re.compile(
    rf"{_AANLOOP}(?:dat|die|zoiets) (?:leren|doen|krijgen|hebben) ze (?:al )?(?:thuis|van thuis|buiten school|zelf)"
    r"(?: mee)?(?: al)?(?: wel)?(?: hoor)?|"
    r".* (?:maar )?dat (?:telt|rekenen we) (?:denk ik |eigenlijk |hier )?niet(?: mee| echt)?"
)
_VRAAG: tuple[tuple[tuple[str, str], re.Pattern[str]], ...] = (((JA, WEET_NIET), _HOOPT), ((NEE, DEELS), _ELDERS))

_GETYPT = {"100%": JA, "100 %": JA}

_KWAAD = (
    r"(?:gepest|pesten|pestgedrag|pesters?|gepeste?n?|problemen|probleem|ruzies?|gedoe|incidenten|incident|klachten|klacht|gevochten|"
    r"vechtpartijen|uitgelachen|buitengesloten|aan de hand|loos|mis|wat|iets|onveilig|bang|vervelends)"
)
_NAUWELIJKS = (
    r"(?:niet|geen (?:enkele?|alleen)|geen|nooit|niks|niets|nauwelijks|amper|zelden|weinig|"
    r"(?:bijna|haast|vrijwel) (?:nooit|niet|geen|niks|niets))"
)
#: Nothing bad happens: that is what a safe school is. "Nee hoor" before it denies the bad, and not the safety.
_NIETS_KWAADS = re.compile(
    rf"{_AANLOOP}(?:hoor )?(?:(?:er|hier|het|dat|we|wij|ze) )*(?:(?:wordt|worden|is|zijn|gebeurt|speelt|heb|hebben|was|dit jaar) )*"
    rf"(?:(?:er|hier|bij ons|eigenlijk|gelukkig|echt) )*{_NAUWELIJKS} (?:(?:echt|meer|veel|of|noemenswaardige|grote|enkele?) )*{_KWAAD}"
    rf"(?: (?:en|of) (?:{_NAUWELIJKS} )?{_KWAAD})*(?: (?:hoor|hier|bij ons|dit jaar|meer|gelukkig|op school|in de klas|gehad))*"
)
_VEILIG = "veilige_omgeving"
#: It was bad and is better: safer, and not yet what it should be.
_NU_BETER = re.compile(
    r".*\b(?:vorig(?:e)? (?:school)?jaar|vroeger|eerst|eerder)\b.*\b(?:nu|inmiddels|intussen|dit jaar)\b "
    r"(?:\w+ ){0,4}(?:beter|minder|rustiger)(?: hoor)?"
)


#: "Deze en de volgende nee": the answer to this one; the next is asked.
_EN_DE_VOLGENDE = re.compile(
    r"(?:deze|dit|die)(?: vraag)? en (?:ook )?(?:de |het )?volgende(?: vraag| ook)? (?P<waarde>ja|nee|niet|deels|een beetje|soms)(?: hoor)?"
)
_ZELFDE = re.compile(
    r"(?:(?:ja|nou|tja|eh|ook|weer|nog|precies|dat is|dit is|is|hier|is hier) )*(?:idem(?: dito)?|hetzelfde|t zelfde|zelfde|dezelfde|dito)"
    r"(?: (?:verhaal|antwoord|antwoorden|laken een pak|hier|hoor|weer|dus|"
    r"als (?:de |het |bij de |bij |)?(?:hiervoor|vorige|net|daarnet|zonet|daarvoor|boven|vorige vraag|vorige antwoord)))*"
)


def zelfde_antwoord(norm: str) -> bool:
    """Whether a (normalised) message only says that the answer is the one that was given before ("idem", "zelfde als hiervoor")."""
    return _ZELFDE.fullmatch(norm) is not None


def antwoord_op(tekst: str, norm: str, vraag: str) -> str | tuple[str, ...] | None:
    """The answer that a whole message is to a question about an element; two of them where it is one of these.

    None of them (an empty tuple) where it only points at the answer before it.
    `norm` is the message as it is normalised, which leaves no trace of a percent sign.
    """
    typed = tekst.strip(" .!").lower()
    if typed in _GETYPT:
        return _GETYPT[typed]
    two = _EN_DE_VOLGENDE.fullmatch(norm)
    if two:
        return {"ja": JA, "nee": NEE, "niet": NEE}.get(two["waarde"], DEELS)
    number = _NUMMER.fullmatch(norm)
    if number:
        return _KNOPPEN[int(number["nummer"]) - 1]
    if vraag == _VEILIG and _NIETS_KWAADS.fullmatch(norm):
        return JA
    if vraag == _VEILIG and _NU_BETER.fullmatch(norm):
        return DEELS
    if zelfde_antwoord(norm):
        return ()
    asked = next((pair for pair, pattern in _VRAAG if pattern.fullmatch(norm)), None)
    return asked or next((value for value, pattern in _KORT if pattern.fullmatch(norm)), None)
