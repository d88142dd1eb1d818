"""Who takes part, read from the words of an answer to the question for whom an intervention is."""

from __future__ import annotations

import re

#: What an answer comes down to; with `GROEPJE` it is asked whether they have complaints.
ALLE, KLACHTEN, BEIDE, DEEL, GROEPJE = "alle", "klachten", "beide", "deel", "groepje"

_GROEP = (
    r"(?:klas|klassen|leerlingen?|kinderen|jongeren|scholieren|pubers?|lln|groepen|school|jaarlaag|leerjaar|leerjaren|"
    r"\w*jaars|\w*klassers?|bruggers?|\w*klassen|afdeling(?:en)?|niveaus?)"
)
_NIVEAU = r"(?:pro|vmbo|mavo|havo|vwo|gymnasium|atheneum|lyceum|tl|gt|gl|kader|basis|aso|tso|bso)"
_REEKS = r"\d(?:e|de|ste)?(?: ?(?:en|,|t/m|tm|tot en met|tot|-|–|/|of) ?(?:klas |de |het )?\d(?:e|de|ste)?)*"
_RANG = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|1e|2e|3e|4e|5e|6e|1ste|2de|3de|4de|5de|6de)"
_JAAR = (
    rf"(?:(?:klas(?:sen)?|leerjaar|leerjaren|jaar) {_REEKS}|{_REEKS} ?(?:klas(?:sen)?\b|{_NIVEAU})|{_NIVEAU} ?{_REEKS}|"
    rf"{_RANG}(?: (?:klas\w*|jaars?|leerjaar|graad|en {_RANG}))*|brugklas\w*|bruggers?|\w*klassers?|\w+(?:deklas|steklas)\w*|[hvmgk][1-6]|"
    rf"(?:eerste|tweede|derde|vierde)(?:jaars|klas\w*)|onderbouw|bovenbouw|examenklas\w*|examenjaar)"
)
#: Everybody, or everybody of a class or year, in words that leave no doubt.
_IEDEREEN = re.compile(
    rf"\b(?:iedereen|allemaal|allen|alle leerlingen|al (?:de|onze|mijn) {_GROEP}|"
    rf"(?:de |het |onze )?(?:hele|ganse|volledige|gehele|complete) (?:groep|{_GROEP}|{_JAAR}|eerste|tweede|derde|graad|"
    rf"onderbouw|bovenbouw)|"
    rf"heel (?:de|het|onze|mijn|ons) (?:groep|{_GROEP}|{_JAAR})|(?:alle|elke|iedere|ieder|elk) (?:{_GROEP}|{_JAAR}|eerste\w*|tweede\w*)|"
    rf"(?:alle|al) (?:de )?(?:\d|twee|drie|vier|vijf|zes)(?: de)? (?:{_GROEP})|hele (?:\w*klas|{_GROEP})|klassikaal|schoolbre\w+|"
    rf"schoolwijd|(?:de hele|heel de|de ganse) (?:bups|mikmak|meute|club)|"
    r"(?<=voor )(?:heel het|het (?:hele|ganse|volledige)) jaar(?! (?:door|lang))|"
    r"universe\w+|tier (?:1|een|i)|laag 1|niveau 1)\b",
    re.IGNORECASE,
)
#: A year, class or level by itself is everybody in it, when nothing is said that picks some of them.
_JAARWOORD = re.compile(
    rf"\b(?:{_JAAR}|{_NIVEAU}|(?:de|mijn|onze|een|gewoon|in) klas(?:sen)?|\w*klassen)\b", re.IGNORECASE
)
_MEESTE_WOORDEN = 14
#: Words that say so of a pupil; without one they may be about the question ("moeilijk te zeggen").
_ZWAK = r"(?:boos|boze|bang(?:e|er)?|zwaar|moeite|moeilijk\w*|lastig\w*|steun|hulp|nodig|vel|verdriet\w*|onzeker\w*|stress\w*|eenzame?)"
_LEERLING = r"(?:leerling\w*|kind\w*|kids|jongeren?|wie|die|degenen?|diegenen?|\w*groep\w*|\w*klas\w*|pubers?|jongens?|meisjes?|meiden|lln)"
_OVER_DE_VRAAG = r"(?! (?:om )?te (?:zeggen|bepalen|beantwoorden)| vraag\b)"
#: Pupils with whom something is the matter, whatever it is.
_KLACHT = re.compile(
    rf"\b{_LEERLING}\b[^.;]*?\b(?:thuis (?:veel|van alles|wat|genoeg|heel wat|zoveel) (?:meemaken|meemaakt|speelt|spelen)|"
    rf"(?:veel|heel wat|van alles) (?:meemaken|meemaakt|meegemaakt\w*))\b|"
    rf"\b{_LEERLING}\b[^.;]*?\b{_ZWAK}\b{_OVER_DE_VRAAG}|\b(?:angst\w*|stille|verlegen|boze|onzekere) {_LEERLING}\b|"
    r"\bniet (?:lekker|goed|fijn) (?:voelt|voelen|gaat)\b|\b(?:extra (?:steun|hulp|zorg|begeleiding|ondersteuning)|\w*klacht\w*|"
    r"\w*problem\w*|\w*probleem\w*|\w*angst\w*|angstig\w*|somber\w*|depressi\w*|stressklacht\w*|gestres\w*|"
    r"gepest\w*|uitval\w*|uit te vallen|\w*thuiszit\w*|spijbel\w*|verzui\w*|woede\w*|agressi\w*|rouw\w*|"
    r"scheiding\w*|gescheiden|trauma\w*|adhd|autis\w*|burn-?out\w*|pieker\w*|overprikkel\w*|prikkelgevoelig\w*|zelfbeeld|"
    r"kwetsbare?|risico\w*|zorgleerling\w*|zorgteam|rt|ondersteuningsteam|zorgkind\w*|rugzak\w*|vastlo\w*|vast te lopen|worstel\w*|"
    r"verlegen|"
    r"teruggetrokken|eetstoornis\w*|ggz|doorverwezen|geindiceerd\w*|geïndiceerd\w*|indicatie|selectief|buitenbeentjes?|"
    r"gedragsmoeilijk\w*|tier (?:2|3|twee|drie)|laag [23])\b",
    re.IGNORECASE,
)
#: Some pupils, and which ones is told: not for what is the matter with them.
_ANDERE_KEUZE = re.compile(
    r"\b(?:jongens|meisjes|meiden|jongensgroep\w*|meidengroep\w*|(?:wie|die) (?:(?:zich|zelf|dat|het|er|mee|graag) )*(?:opgeeft|opgeven|"
    r"aanmeldt|aanmelden|"
    r"inschrijft|inschrijven|wil|willen|zin heeft|zin hebben|kiest|kiezen)|vrijwillig\w*|op (?:inschrijving|aanmelding)|"
    r"keuze(?:vak|les|uur|module|programma)\w*|naar keuze|zelf kiezen|facultatief|plusklas\w*|hoogbegaafde?n?|leerlingenraad|nieuwkomers|"
    r"leerlingmentor\w*|talentklas\w*)\b",
    re.IGNORECASE,
)
#: Some pupils, without a word on which ones.
_GROEPJE = re.compile(
    r"\b(?:\w*groepj?es?|\w*groepje|clubjes?|select\w*|(?:een )?(?:paar|aantal|enkele|handjevol|handvol) (?:van de )?(?:leerlingen|"
    r"kinderen|lln|jongeren)|"
    r"(?:een )?(?:paar|aantal|enkelen?) (?:per|uit|van|in) \w+|uitkiezen|uitkozen|uitgekozen|aangemeld\w*|sommige\w*|(?:een )?deel van|"
    r"gedeelte|de helft|subgroep\w*|kleine groep\w*|\d+ (?:leerlingen|kinderen|man)|individue\w+|"
    r"niet (?:voor )?iedereen|niet (?:voor )?alle\w*)\b",
    re.IGNORECASE,
)
_GEEN_KEUZE = re.compile(
    r"\b(?:geen|niet (?:een|voor een|één)) (?:speciale|aparte|bepaalde|specifieke|vaste|selecte) (?:doelgroep|groep\w*|leerlingen)\b",
    re.IGNORECASE,
)
#: What is said not to be so, up to the next part of the sentence: "niet alleen wie het lastig heeft".
_NIET_ALLEEN = re.compile(
    r"\b(?:niet|nie) (?:alleen|enkel|louter|slechts|specifiek|speciaal|per se|perse|zozeer|apart|uitsluitend)(?: maar)?\b[^,;.]*?"
    r"(?=[,;.]|\bmaar\b|\bwel\b|$)",
    re.IGNORECASE,
)
_GEEN_KLACHT = re.compile(
    r"\b(?:zonder|geen|niet (?:met|voor|bij)|los van|ongeacht|met of zonder)(?: (?!maar\b|wel\b|alle\b|iedereen\b)[\w-]+){0,5}?"
    rf" (?={_KLACHT.pattern[2:]})\w+",
    re.IGNORECASE,
)
_NIET_IEDEREEN = re.compile(
    rf"\b(?:niet|nooit)(?: (?:voor|bij|in|met|op|aan))?(?: (?:echt|meteen|altijd))? (?={_IEDEREEN.pattern[2:]})[^,;.]*?(?=[,;.]|"
    rf"\bmaar\b|\balleen\b|\benkel\b|$)",
    re.IGNORECASE,
)
#: From where those pupils come ("een groepje uit alle klassen"), or with whom something is the matter ("alle leerlingen met angst").
_UIT = re.compile(r"\b(?:uit|van|in|over|binnen|op|vanuit) (?:de |het |onze |heel |al )*$", re.IGNORECASE)
_MET = re.compile(
    r"(?: (?:van|in|uit|op) (?:(?:de|het|onze) )?[\w/]+(?: \d)?)? (?:met|die|waar\w*|dat)\b[^,;.]*", re.IGNORECASE
)
_BEIDE = re.compile(
    r"\b(?:allebei|alle ?(?:twee|2)|beide|beiden|(?:een )?(?:mix|combinatie)(?: van (?:beide|allebei))?|de een(?: en|,) de ander)\b"
    rf"(?! (?:{_GROEP}))|\bzowel\b.+\bals\b",
    re.IGNORECASE,
)
#: What comes beside the programme for all, and for whom; in whatever order they are told.
_DAARNAAST = re.compile(
    r"\b(?:ook|extra|daarnaast|nog|apart\w*|erbij|bovenop|bovendien|daarna|vervolgens|later|eerst|beetje)\b",
    re.IGNORECASE,
)

#: That such pupils are among everybody, and not that it is for them: "ook al zijn er een paar met klachten bij".
_ERTUSSEN = re.compile(
    r"\b(?:(?:ook al|hoewel|alhoewel|ofschoon|al)\b[^;.]*|"
    r"(?:er|daar|hier)(?: \w+)? (?:zijn|zitten|zit|lopen|loopt|is)\b[^,;.]*|"
    r"(?:zijn|zitten|zit|lopen|loopt|is) (?:er|daar|hier)\b[^,;.]*|"
    r"(?:we|wij|je|ge|ik) (?:hebben|hebt|heb) (?:er )?(?:\w+ ){0,3}(?:tussen|bij|rondlopen)\b[^,;.]*)",
    re.IGNORECASE,
)
#: Something of their own, or only they: then what is told of them does count.
_KRIJGT = re.compile(
    r"\b(?:extra|apart\w*|daarnaast|bovenop|bovendien|krijgt|krijgen|volgt|volgen|groepjes?|alleen|enkel|vooral|"
    r"voor (?:die|hen|hun|wie|de))\b",
    re.IGNORECASE,
)

_TEGENDEEL = (_GEEN_KEUZE, _NIET_ALLEEN, _GEEN_KLACHT)
_ERBIJ = re.compile(r"\b(?:extra|daarnaast|apart\w*|erbij|bovenop|bovendien)\b", re.IGNORECASE)


#: What stands behind these takes back what stood before them.
_NEEMT_TERUG = re.compile(
    r"[ ,.;:]+(?:o+h? nee|nee wacht|wacht|of nou ja|nou ja|correctie|ik bedoel|bij nader inzien)\b[ ,.:]*",
    re.IGNORECASE,
)
#: A rank in what is said of the questions ("eerste klopt niet", "wat is het verschil met de eerste") is no year.
_OVER_DE_CHECK = re.compile(
    r"\b(?:eerste|tweede|derde|laatste|vorige)\W+(?:klopt|was|moet|is fout|vraag|antwoord)\b|"
    r"^\W*(?:wat|welke?|waarom|hoezo|hoe)\b(?!.*\bdoen?\b)",
    re.IGNORECASE,
)
#: The first word of a button, typed ("alle").
_KAAL_ALLE = re.compile(r"\W*(?:(?:ja|nou|gewoon|eh|voor)[ ,]+)*alle(?: (?:hoor|natuurlijk|ja|dus))?\W*", re.IGNORECASE)


def lees(tekst: str) -> str | None:
    """For whom it is, as an answer tells it: `ALLE`, `KLACHTEN`, `BEIDE`, `DEEL` or `GROEPJE`; None when it tells nothing of it."""
    text = " ".join(tekst.split())
    if _OVER_DE_CHECK.search(text):
        return None
    if _KAAL_ALLE.fullmatch(text):
        return ALLE
    *_, mended = _NEEMT_TERUG.split(text)
    if mended != text and (last := lees(mended)):
        return last  # "alle leerlingen, nee wacht, alleen met klachten"
    everybody_not = _NIET_IEDEREEN.search(text)
    rest = _NIET_IEDEREEN.sub(" ", text)
    contrast = next((m for p in _TEGENDEEL if (m := p.search(rest))), None)
    for pattern in _TEGENDEEL:
        rest = pattern.sub(" ", rest)
    rest = _without_those_among(rest)
    everybody = next((m for m in _IEDEREEN.finditer(rest) if not _picks(rest, m)), None)
    ill = _KLACHT.search(rest)
    if _BEIDE.search(rest) or (everybody and ill and _beside(rest, everybody, ill)):
        return BEIDE
    if everybody and (not ill or contrast):
        return BEIDE if _GROEPJE.search(rest) and _ERBIJ.search(rest) else ALLE
    if ill:
        return BEIDE if everybody else KLACHTEN
    return _without_complaints(rest, contrast is not None and _pupils(text), everybody_not is not None)


def _without_those_among(text: str) -> str:
    """The text without what only tells that pupils with complaints are among everybody who was named before."""
    everybody = _IEDEREEN.search(text)
    if everybody is None or _picks(text, everybody):
        return text
    before, after = text[: everybody.end()], text[everybody.end() :]
    return before + _ERTUSSEN.sub(lambda match: match[0] if _KRIJGT.search(match[0]) else " ", after)


def _without_complaints(text: str, contrast: bool, everybody_not: bool) -> str | None:
    """For whom it is where no complaints are named, nor everybody in so many words."""
    if _ANDERE_KEUZE.search(text):
        return DEEL
    if everybody_not or _GROEPJE.search(text):
        return GROEPJE
    if contrast:
        return ALLE
    return ALLE if _JAARWOORD.search(text) and len(text.split()) <= _MEESTE_WOORDEN else None


def _pupils(text: str) -> bool:
    """Whether an answer speaks of pupils at all ("geen probleem" does not)."""
    return re.search(rf"\b{_LEERLING}\b", text, re.IGNORECASE) is not None


def _picks(text: str, everybody: re.Match[str]) -> bool:
    """Whether "everybody" only tells where some come from, or with whom something is the matter."""
    from_them = _UIT.search(text[: everybody.start()])
    some = next((m for p in (_KLACHT, _GROEPJE) if (m := p.search(text))), None)
    some_before = from_them and some and some.start() < from_them.start()
    with_it = _MET.match(text[everybody.end() :])
    return bool(some_before or (with_it and (_KLACHT.search(with_it[0]) or _ANDERE_KEUZE.search(with_it[0]))))


def _beside(text: str, everybody: re.Match[str], ill: re.Match[str]) -> bool:
    """Whether the pupils with complaints come beside everybody ("en wie het nodig heeft krijgt extra")."""
    between = text[min(everybody.end(), ill.start()) :]
    return _DAARNAAST.search(between) is not None


_BEDOELD_VOOR_IEDEREEN = re.compile(
    rf"\b(?:voor|aan|met) (?:iedereen\b|(?:alle|al de|al onze|elke|iedere|de hele) (?:onze )?(?:{_GROEP}|{_JAAR}|leerjaren|jaarlagen)\b)"
    r"(?! (?:met|die|waar)\b)|"
    rf"\b(?:alle|elke|iedere) (?:{_GROEP}|{_JAAR}) (?:\w+ )?(?:doet|doen|volgt|volgen|krijgt|krijgen|neemt|nemen)\b",
    re.IGNORECASE,
)


def noemt_voor_iedereen(tekst: str) -> bool:
    """Whether a longer text says that a programme is for all pupils; "iedere leerling maakt een plan" does not."""
    return _BEDOELD_VOOR_IEDEREEN.search(" ".join(tekst.split())) is not None


def voor_iedereen(tekst: str) -> bool:
    """Whether an answer says that everybody takes part, or everybody of a class or year ("elke eerstejaars")."""
    return lees(tekst) in (ALLE, BEIDE)


def voor_beide(tekst: str) -> bool:
    """Whether an answer names all pupils and pupils with complaints together ("allebei")."""
    return lees(tekst) == BEIDE


_ALLEEN_KLAS = re.compile(
    rf"\W*(?:(?:het is|voor|de|in|alleen|ja|in de|het)[ ,]+)*{_JAAR}(?: (?:en|t/m|of) {_JAAR})*(?: {_NIVEAU})?\W*",
    re.IGNORECASE,
)


def is_klas(tekst: str) -> bool:
    """Whether a message names a class or year and nothing else ("3e klas", "leerjaar 1 en 2")."""
    return _ALLEEN_KLAS.fullmatch(" ".join(tekst.split())) is not None
