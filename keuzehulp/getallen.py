"""Dutch words for numbers: one table for whoever reads amounts, and what a message with numbers comes down to."""

from __future__ import annotations

import re

_TIENTALLEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
#: What stands before a ten, in one word ("vierentwintig", "tweeëndertig").
_VOOR_TIENTAL = {
    "eenen": 1, "éénen": 1, "tweeën": 2, "tweeen": 2, "drieën": 3, "drieen": 3, "vieren": 4, "vijfen": 5, "zesen": 6,
    "zevenen": 7, "achten": 8, "negenen": 9,
}  # fmt: skip
_TELWOORDEN = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11,
    "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19, "honderd": 100,
    **_TIENTALLEN,
    **{f"{one}{ten}": n + tens for one, n in _VOOR_TIENTAL.items() for ten, tens in _TIENTALLEN.items()},
}  # fmt: skip

#: The place in a row, from 0.
RANGEN = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4}

#: Also "een", which is mostly an article: the reader decides. A number of things as well ("een twintigtal", "eentje").
GETALLEN: dict[str, int] = {
    "een": 1, "één": 1, "eén": 1, "eentje": 1, "éentje": 1, "dozijn": 12,
    **_TELWOORDEN,
    **{f"{word}tal": n for word, n in _TELWOORDEN.items()},
}  # fmt: skip

_GETAL = rf"(?:\d{{1,3}}|{'|'.join(sorted(GETALLEN.keys() - {'een'}, key=len, reverse=True))})"
#: "10, nee 12": the number that is said last.
_HERSTELT = re.compile(
    rf".*\b{_GETAL}\b[^\d]{{0,25}}?[ ,.–-](?:of )?(?:eh+m?[ ,.]+)*(?:nee|neen|sorry|oeps|pardon|ik bedoel|bedoel ik|correctie|"
    rf"liever gezegd|wacht)\b(?=[ ,.:]+(?:(?!{_GETAL}\b)[\w'’]+[ ,.:]+){{0,3}}{_GETAL}\b)",
    re.IGNORECASE | re.DOTALL,
)
#: "Geen 10 maar 12".
_NIET_ZOVEEL = re.compile(
    rf"\b(?:niet|geen) {_GETAL}\b(?: (?!maar\b)[\w-]+)?(?=[ ,]+(?:maar|wel)\b.*\b{_GETAL}\b)", re.IGNORECASE
)
#: "10 oefeningen, waarvan 5 rollenspellen": a part of what was counted.
_WAARVAN = re.compile(r"\bwaarvan\b.*", re.IGNORECASE | re.DOTALL)
#: "Elke bijeenkomst, dus acht": what follows is the total, whatever was counted before.
_DUS = re.compile(
    rf"^(?P<voor>.*?)\b(?:dus|maakt|(?:dat|dit) (?:is|zijn)|=)(?: (?:er|een|stuk|of|ongeveer|circa|zo'?n|zeker|totaal|samen|in|rond|de|"
    rf"wel|bij|elkaar|dan|alles))*[ :]+(?P<totaal>{_GETAL})(?: (?:oefening\w*|stuks|keer|maal))?(?: (?:in totaal|totaal|samen|"
    rf"ongeveer))?[ .!]*$",
    re.IGNORECASE | re.DOTALL,
)
_TELT_LESSEN = r"(?:lessen|bijeenkomsten|sessies|workshops|weken|middagen|lesuren|blokken|modules)"
_ANDERE_MAAT = r"(?! ?(?:min\w*|uur|uren|kwartier\w*|les\w*|week|weken|bijeenkomst\w*|sessie\w*|jaar|maand\w*|\d|%))"
#: "6 lessen van 2", "4 keer 3": so many times so many. Of more than ten each it is the minutes that are told.
_MAAL = re.compile(
    rf"\b(?P<a>{_GETAL}) ?(?:{_TELT_LESSEN} (?P<van>van)|x|×|\*|keer|maal) ?(?P<b>{_GETAL})\b{_ANDERE_MAAT}",
    re.IGNORECASE,
)
_MEEST_PER_KEER = 10
#: "50/50", "80/20", "30%": how much of the whole, not how many.
_BREUK = re.compile(r"\b(\d{1,3}) ?/ ?(\d{1,3})\b|\b\d{1,3} ?(?:%|procent\b)|\b(?:fifty[ -]?fifty)\b", re.IGNORECASE)
#: "Vroeger 30, nu misschien 15": what it is now counts.
_VROEGER = re.compile(
    rf"\b(?:vroeger|eerst|vorig(?:e)? (?:school)?jaar|voorheen|eerder|ooit)\b[^,;.]*\b{_GETAL}\b[^,;.]*[,;.]?\s+"
    rf"(?=(?:en |maar )?(?:nu|tegenwoordig|inmiddels|dit (?:school)?jaar|intussen|ondertussen)\b.*\b{_GETAL}\b)",
    re.IGNORECASE,
)
#: In one word how often; a handful is as many as a hand has fingers.
_IN_EEN_WOORD = (
    (re.compile(r"\b(?:eenmalige?|eenmaal|éénmalige?|éénmaal|één keertje)\b", re.IGNORECASE), "1 keer"),
    (
        re.compile(
            r"^\W*(?:(?:nou|eh|oh|maar|dat|gewoon|ja|doen|we|slechts|is|was)[ ,]+)*een keer(?:tje)?(?: maar)?\W*$",
            re.IGNORECASE,
        ),
        "1 keer",
    ),
    (
        re.compile(
            r"^\W*(?:(?:ja|nou|eh|oh|maar|dat|is|was|gewoon)[ ,]+)*(?:ene|eentje)(?:[ ,]+(?:dus|maar|hoor|denk ik))+\W*$",
            re.IGNORECASE,
        ),
        "1 keer",
    ),
    (
        re.compile(
            r"\b(?:een )?hand(?:je)?vol(?:letje)?\b(?! (?:leerling\w*|docent\w*|mentor\w*|collega\w*|ouders|klassen|scholen))",
            re.IGNORECASE,
        ),
        "5",
    ),
)


def noemt_verhouding(tekst: str) -> bool:
    """Whether numbers of a message say how much of the whole ("50/50"), and not how many."""
    return any(_zonder_breuk(match) != match[0] for match in _BREUK.finditer(tekst))


def zoals_bedoeld(tekst: str) -> str:
    """The text with the numbers that are meant: corrected, multiplied or concluded ones instead of those before them."""
    corrected = _HERSTELT.match(tekst)
    tekst = tekst[corrected.end() :] if corrected else tekst
    tekst = _WAARVAN.sub(" ", _NIET_ZOVEEL.sub(" ", _VROEGER.sub(" ", tekst)))
    for pattern, plain in _IN_EEN_WOORD:
        tekst = pattern.sub(plain, tekst)
    tekst = _BREUK.sub(_zonder_breuk, tekst)
    tekst = _MAAL.sub(_product, tekst)
    concluded = _DUS.match(tekst)
    return concluded["totaal"] if concluded and concluded["voor"].strip() else tekst


def _zonder_breuk(match: re.Match[str]) -> str:
    """Nothing instead of parts of a whole; "8/10" may be eight or ten and stays."""
    if match[1] and int(match[1]) + int(match[2]) != 100:
        return match[0]
    return " "


def _product(match: re.Match[str]) -> str:
    times, each = (_waarde(match[name]) for name in ("a", "b"))
    if each <= _MEEST_PER_KEER:
        return str(times * each)
    return match[0][: match.start("b") - match.start()] if match["van"] else match[0]


def _waarde(word: str) -> int:
    return int(word) if word.isdigit() else GETALLEN[word.lower()]


#: Things that are counted: "3 filmpjes", "1 quiz". What only looks like a plural is no thing.
_DING = re.compile(
    rf"\b(?P<enkel>1|één|eén) (?!van|of|tot|keer|maal|op)[^\W\d]{{3,}}\b|\b(?P<laag>{_GETAL})(?: ?(?:à|a|of|tot|-) "
    rf"?(?P<hoog>{_GETAL}))? (?:(?:korte|losse|verschillende|kleine|grote|lange|extra|andere|gewone|nieuwe) )?"
    r"(?!misschien|samen|tussen|minstens|hoogstens|keer|stuks|maal|zeker)[^\W\d]{2,}(?:en|s|te|ne)\b",
    re.IGNORECASE,
)
_GEEN_SOM = re.compile(r"\b(?:tussen|per|elke|iedere|elk|telkens|totaal)\b", re.IGNORECASE)
_BIJ_ELKAAR = re.compile(r"\b(?:en|plus|daarnaast|daarbij)\b|[+;,]", re.IGNORECASE)


_IN_KLAS = r"in (?:de |het )?(?:klas|leerjaar|jaar) ?[1-6]\b"
#: So many in each year: "12 in leerjaar 1, 8 in leerjaar 2", "in klas 1 zes en in klas 2 acht".
_PER_KLAS = (
    re.compile(rf"\b({_GETAL})\b(?: [^\W\d]+)? {_IN_KLAS}", re.IGNORECASE),
    re.compile(rf"\b{_IN_KLAS}(?: [^\W\d]+)? ({_GETAL})\b", re.IGNORECASE),
)


def som_per_klas(tekst: str) -> int | None:
    """The total of what is told of two years or more side by side; None for anything else."""
    for pattern in _PER_KLAS:
        found = pattern.findall(tekst)
        if len(found) > 1 and not re.search(rf"\b{_GETAL}\b", pattern.sub(" ", tekst), re.IGNORECASE):
            return sum(_waarde(word) for word in found)
    return None


def som(tekst: str) -> tuple[int, int] | None:
    """The lowest and highest total of things that are told side by side ("3 filmpjes en 2 praatjes"); None for anything else."""
    if _BIJ_ELKAAR.search(tekst) is None or _GEEN_SOM.search(tekst):
        return None
    counted = list(_DING.finditer(tekst))
    if len(counted) < 2 or re.search(rf"\b{_GETAL}\b", _DING.sub(" ", tekst), re.IGNORECASE):
        return None  # a number that counts no thing beside it: what belongs together is unclear
    low = [_waarde(match["enkel"] or match["laag"]) for match in counted]
    high = [_waarde(match["enkel"] or match["hoog"] or match["laag"]) for match in counted]
    return sum(low), sum(high)
