"""Personal data in free text: found and masked before anything is stored (AVG art. 5, data minimisation).

`vind` says where personal data stands, `maskeer` replaces it by a placeholder, `gevonden` names its kinds (also of
placeholders that another part put there). All are pure functions and take time linear in the length of the text:
every pattern has bounded repetition and the names are looked up word by word.

Names cannot be found with certainty. What is masked: given names from `namen.txt`, and words that their surroundings
make a name ("leerling X", "X de Y", "X uit 2B", "L. de V."). docs/privacy.md tells the school that some are missed.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: What stands in the store instead of a message about a crisis.
NIET_BEWAARD = "[bericht niet bewaard]"

#: For each kind of personal data the text that takes its place.
PLAATSHOUDERS: Mapping[str, str] = {
    "naam": "[naam]",
    "email": "[e-mailadres]",
    "telefoon": "[telefoonnummer]",
    "bsn": "[bsn]",
    "rijksregisternummer": "[rijksregisternummer]",
    "geboortedatum": "[geboortedatum]",
    "adres": "[adres]",
    "leerlingnummer": "[leerlingnummer]",
    "rekening": "[rekeningnummer]",
    "account": "[account]",
}

#: How the kinds are called when the user is told.
OMSCHRIJVING: Mapping[str, str] = {
    "naam": "een naam",
    "email": "een e-mailadres",
    "telefoon": "een telefoonnummer",
    "bsn": "een BSN",
    "rijksregisternummer": "een rijksregisternummer",
    "geboortedatum": "een geboortedatum",
    "adres": "een adres",
    "leerlingnummer": "een leerlingnummer",
    "rekening": "een rekeningnummer",
    "account": "een accountnaam",
}

#: Masking can bring two parts together that look like personal data again; this many rounds settle that.
_RONDES = 5


@dataclass(frozen=True)
class Gemaskeerd:
    """A text without personal data, and the kinds that were found (keys of PLAATSHOUDERS)."""

    tekst: str
    soorten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vondst:
    """One piece of personal data: its kind and where it stands."""

    soort: str
    begin: int
    eind: int


def maskeer(tekst: str) -> Gemaskeerd:
    """Replace personal data by placeholders such as "[naam]"; masking a masked text changes nothing."""
    kinds: dict[str, None] = {}
    for _ in range(_RONDES):
        hits = _zoek(tekst)
        if not hits:
            break
        parts: list[str] = []
        end = 0
        for hit in hits:
            kinds[hit.soort] = None
            parts += (tekst[end : hit.begin], PLAATSHOUDERS[hit.soort])
            end = hit.eind
        tekst = "".join((*parts, tekst[end:]))
    return Gemaskeerd(tekst, tuple(kinds))


def vind(tekst: str) -> list[Vondst]:
    """Where personal data stands, in order and without overlap; placeholders count as what they stand for."""
    kinds = {shown: kind for kind, shown in PLAATSHOUDERS.items()}
    placeholders = [Vondst(kinds[m.group()], m.start(), m.end()) for m in _PLAATSHOUDER.finditer(tekst)]
    return sorted([*placeholders, *_zoek(tekst)], key=lambda hit: hit.begin)


def gevonden(tekst: str) -> tuple[str, ...]:
    """The kinds of personal data in a text, each once, also when a placeholder stands in its place."""
    return tuple(dict.fromkeys(hit.soort for hit in vind(tekst)))


def maskeer_streng(tekst: str) -> str:
    """Masked text in which doubt counts as a find: for sentences that people will read later.

    Words with a capital inside a sentence become "[woord]" and long numbers "[getal]". Not meant for the conversation.
    """
    masked = maskeer(tekst).tekst
    lists = _lijsten()
    raw = list(_WOORD.finditer(masked))
    shout, _ = _vorm([m.group() for m in raw])
    parts: list[str] = []
    end = before = 0
    for match in raw:
        word = _Woord(match.group(), match.start(), masked[before : match.start()], shout)
        before = match.end()
        if word.kap and not word.nieuw and len(word.laag) > 1 and not _bekend(word.laag, lists):
            parts += (masked[end : match.start()], "[woord]")
            end = match.end()
    return _LANG_GETAL.sub("[getal]", "".join((*parts, masked[end:])))


_LANG_GETAL = re.compile(r"(?<!\w)\d[\d./-]{4,40}")

_PLAATSHOUDER = re.compile("|".join(re.escape(shown) for shown in PLAATSHOUDERS.values()))
_NIETS = re.compile(re.escape(NIET_BEWAARD))


def _zoek(tekst: str) -> list[Vondst]:
    """Personal data that is not masked yet."""
    taken = _Bezet(tekst)
    for pattern in (_PLAATSHOUDER, _NIETS):
        if "[" in tekst:
            for match in pattern.finditer(tekst):
                taken.sluit(match.start(), match.end())
    if "@" in tekst or "apenstaart" in tekst or "at" in tekst:
        _internet(tekst, taken)
    if _CIJFER.search(tekst):
        _nummers(tekst, taken)
    _namen(tekst, taken)
    return sorted(taken.vondsten, key=lambda hit: hit.begin)


class _Bezet:
    """Which characters belong to something already, and what was found."""

    def __init__(self, tekst: str) -> None:
        self._mask = bytearray(len(tekst))
        self.vondsten: list[Vondst] = []

    def vrij(self, begin: int, eind: int) -> bool:
        """Whether nothing holds any of these characters."""
        return not any(self._mask[begin:eind])

    def sluit(self, begin: int, eind: int) -> None:
        """Keep later patterns away from these characters."""
        self._mask[begin:eind] = b"\x01" * (eind - begin)

    def neem(self, soort: str, begin: int, eind: int) -> None:
        """Note personal data, unless it overlaps with an earlier find."""
        if begin < eind and self.vrij(begin, eind):
            self.sluit(begin, eind)
            self.vondsten.append(Vondst(soort, begin, eind))


def _woorden(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# --- e-mail and accounts ---------------------------------------------------------------------------------------

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_EMAIL_VERHULD = re.compile(
    r"[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|apenstaart(?:je)?)\s?[\w-]{1,63}\s?(?:\.|punt)\s?[a-z]{2,6}\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?<![\w@./])@(?!school\b|home\b|work\b|thuis\b|iedereen\b|all\b|everyone\b|ouders\b)[A-Za-z_][\w.]{2,29}"
)
_ACCOUNT_BIJ = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord)[ -]?(?:account|naam|accountnaam)?\s?(?:is\s|heet\s|[:=])\s?"
    r"([\w.]{3,30})\b",
    re.IGNORECASE,
)


def _internet(tekst: str, taken: _Bezet) -> None:
    low = tekst.lower()
    if "@" in tekst:
        for match in _EMAIL.finditer(tekst):
            taken.neem("email", match.start(), match.end())
        for match in _ACCOUNT.finditer(tekst):
            taken.neem("account", match.start(), match.end())
    if "(at)" in low or "[at]" in low or "apenstaart" in low:
        for match in _EMAIL_VERHULD.finditer(tekst):
            taken.neem("email", match.start(), match.end())


# --- numbers ---------------------------------------------------------------------------------------------------

_CIJFER = re.compile(r"\d")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z]{4}(?: ?\d){10}|(?: ?\d){12})\b")
_RRN = re.compile(r"(?<![\d.])\d{2}[. ]?\d{2}[. ]?\d{2}[ -]?\d{3}[. ]?\d{2}(?![\d])")
_RRN_VORM = re.compile(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}")
_BSN = re.compile(r"(?<![\d.,+])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\d])")
_BSN_BIJ = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\W{0,3}(?:nummer|nr)?\W{0,3}(?:is|van \w{1,20} is)?\W{0,3}"
    r"(\d(?:[ .]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_LEERLINGNUMMER = re.compile(
    r"\b(?:(?:leerling|stam|student)(?:en)?[ -]?(?:nummer|nr)|llnr)\.?\s{0,2}(?:is|:|=)?\s{0,2}"
    r"(#?[a-zA-Z]{0,2}\d{3,10})\b",
    re.IGNORECASE,
)
_TELEFOON = re.compile(
    r"(?<![\w+])(?:\+|00)\d{1,3}(?:[ .\-/–()]{0,3}\d){7,12}(?!\d)|(?<![\w.,€\-])\(?0\d(?:[ .\-/–()]{0,2}\d){7,8}(?!\d)"
)
_MAANDEN = "jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DATUM = re.compile(
    rf"(?<![\d.\-])(?:(?P<dag>0?[1-9]|[12]\d|3[01])(?P<t>[-/. ])(?:0?[1-9]|1[0-2])(?P=t)(?P<jaar>(?:19|20)?\d\d)"
    rf"|(?P<iso>(?:19|20)\d\d)-(?:0\d|1[0-2])-[0-3]\d"
    rf"|(?:[12]\d|3[01]|0?[1-9])\s(?P<maand>{_MAANDEN})[a-z]{{0,7}}\.?(?:\s(?P<mjaar>(?:19|20)\d\d))?)(?![\d])",
    re.IGNORECASE,
)
_GEBOORTE = re.compile(r"\bgeb(?:oren|oortedatum|oortedag|\b)|\bjarig|\bverjaar", re.IGNORECASE)
_GEEN_GEBOORTE = re.compile(
    r"\b(?:sinds|vanaf|per|tot|t/m|rapport|versie|d\.d|dd|gestart|begonnen|gepubliceerd|bezocht|geraadpleegd)\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"\b([1-9]\d{3}) ?([A-Z]{2})\b([ ,]{1,2}\d{1,5} ?[a-zA-Z]?\b)?|\b([1-9]\d{3})([a-z]{2})\b([ ,]{1,2}\d{1,5}\b)?"
)
_GEEN_POSTCODE = _woorden("VO PO SO TL BB KB GL IB LO BO EU ML KG KM CM MM MB GB UU EN OF OP IN IS DE WE ER TE AL LL")
_STRAAT = re.compile(
    r"\b[A-Z][\w'’-]{1,30}(?:straat|laan|steenweg|plein|gracht|kade|singel|dreef|weg|dijk|hof|plantsoen|steeg|lei|baan)"
    r"\s{1,2}(?:nr\.?\s|nummer\s)?\d{1,3}(?!\d)(?:\s?[a-zA-Z]\b)?"
    r"|\b[a-z]{3,30}(?:straat|laan|steenweg|gracht|singel)\s{1,2}\d{1,3}(?!\d)(?:[a-zA-Z]\b)?"
)
_GEEN_STRAAT = re.compile(
    r"(?:onder|ander|half|halver|tussen|midden|schoolp|kraal|spel)(?:weg|lein)\b|(?:school|pauze)plein", re.I
)

#: Numbers that anyone may type: help lines. Numbers that start with 0800 or 0900 are no one's own either.
_PUBLIEK = {"0900113"}


def _nummers(tekst: str, taken: _Bezet) -> None:
    for match in _IBAN.finditer(tekst):
        taken.neem("rekening", match.start(), match.end())
    for match in _LEERLINGNUMMER.finditer(tekst):
        taken.neem("leerlingnummer", match.start(1), match.end(1))
    for match in _RRN.finditer(tekst):
        if _is_rrn(match.group()):
            taken.neem("rijksregisternummer", match.start(), match.end())
    for match in _BSN_BIJ.finditer(tekst):
        taken.neem("bsn", match.start(1), match.end(1))
    for match in _ACCOUNT_BIJ.finditer(tekst):
        taken.neem("account", match.start(1), match.end(1))
    _data(tekst, taken)
    for match in _BSN.finditer(tekst):
        if _is_bsn(match.group()):
            taken.neem("bsn", match.start(), match.end())
    for match in _TELEFOON.finditer(tekst):
        if _is_telefoon(match.group()):
            taken.neem("telefoon", match.start(), match.end())
    _adressen(tekst, taken)


def _data(tekst: str, taken: _Bezet) -> None:
    """Dates of birth. Other full dates are closed, so that no telephone number is read into them."""
    for match in _DATUM.finditer(tekst):
        before = tekst[max(0, match.start() - 40) : match.start()]
        year = match["jaar"] or match["iso"] or match["mjaar"] or ""
        born = bool(_GEBOORTE.search(before))
        numeric = match["maand"] is None
        old = len(year) == 4 and int(year) <= datetime.date.today().year - 3
        if born or (numeric and old and not _GEEN_GEBOORTE.search(before[-25:])):
            taken.neem("geboortedatum", match.start(), match.end())
        elif numeric and len(year) == 4:
            taken.sluit(match.start(), match.end())


def _adressen(tekst: str, taken: _Bezet) -> None:
    for match in _STRAAT.finditer(tekst):
        if not _GEEN_STRAAT.match(match.group()):
            taken.neem("adres", match.start(), match.end())
    for match in _POSTCODE.finditer(tekst):
        digits, letters, house = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        year = 1950 <= int(digits) <= 2050
        if letters.upper() not in _GEEN_POSTCODE and (house or not year):
            taken.neem("adres", match.start(), match.end())


def _is_bsn(text: str) -> bool:
    """Whether nine digits pass the check of a Dutch citizen service number (the elfproef)."""
    digits = [int(c) for c in text if c.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(w * d for w, d in zip(weights, digits, strict=False))
    return len(digits) == 9 and any(digits) and total % 11 == 0


def _is_rrn(text: str) -> bool:
    """Whether eleven digits are a Belgian national register number: by its usual form, or by its check digits."""
    if _RRN_VORM.fullmatch(text):
        return True
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) != 11:
        return False
    base, check = digits[:9], int(digits[9:])
    return any(97 - int(century + base) % 97 == check for century in ("", "2"))


def _is_telefoon(text: str) -> bool:
    """Whether digits are somebody's telephone number: not a help line, and no list such as 01 02 03 04 05."""
    digits = "".join(c for c in text if c.isdigit())
    if digits.startswith(("0800", "0900", "0906", "0909", "003180", "31800")) or digits in _PUBLIEK:
        return False
    groups = re.findall(r"\d+", text)
    return not (len(groups) > 3 and all(group.startswith("0") for group in groups))


# --- names -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Lijsten:
    """The word lists of namen.txt, folded to lower case without accents."""

    zeker: frozenset[str]
    voorzichtig: frozenset[str]
    achternamen: frozenset[str]
    na_tussenvoegsel: frozenset[str]
    geen: frozenset[str]
    auteurs: frozenset[str]
    #: First word of a programme name -> the word sequences that may follow it.
    programma: Mapping[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=1)
def _lijsten() -> _Lijsten:
    path = Path(__file__).with_name("namen.txt")
    words: dict[str, list[str]] = {}
    section: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        content = line.split("#", 1)[0].strip()
        if content.startswith("=="):
            section = words.setdefault(content[2:].strip(), [])
        elif content:
            if not words:
                raise ValueError(f"namen.txt, line {number}: no section yet. Start with a line such as '== zeker'.")
            section.append(content)
    programmes: dict[str, list[tuple[str, ...]]] = {}
    for name in words.pop("programma"):
        first, *rest = (_vouw(w) for w in _WOORD.findall(name))
        programmes.setdefault(first, []).append(tuple(rest))
    sets = {name: frozenset(_vouw(w) for line in lines for w in line.split()) for name, lines in words.items()}
    return _Lijsten(
        **{**sets, "zeker": sets["zeker"] - sets["voorzichtig"]},
        programma={first: tuple(rests) for first, rests in programmes.items()},
    )


_WOORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "s", "’": "'"})


def _vouw(word: str) -> str:
    """Lower case without accents."""
    low = word.lower()
    if low.isascii():
        return low
    split = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    return "".join(c for c in split if not unicodedata.combining(c))


class _Woord:
    """A word with what the rules need to know of it."""

    __slots__ = ("begin", "eind", "gat", "kap", "laag", "nieuw", "vast")

    def __init__(self, ruw: str, begin: int, gat: str, schreeuw: bool) -> None:
        bare = ruw[:-2] if ruw[-2:] in ("'s", "’s", "'S", "’S") else ruw
        self.begin = begin
        self.eind = begin + len(bare)
        self.laag = _vouw(bare)
        #: What stands between this word and the one before.
        self.gat = gat
        #: Written as a name: one capital, then small letters.
        self.kap = not schreeuw and bare[0].isupper() and (len(bare) == 1 or not bare[1].isupper() or bare[:2] == "IJ")
        #: At the start of a sentence a capital says nothing.
        self.nieuw = begin == len(gat) or any(c in _ZINSEINDE for c in gat)
        #: Part of something that stays as it is.
        self.vast = False


_ZINSEINDE = set('.!?\n\r:;("“”‘•*[]{}<>/|>')
_LIDWOORDEN = (
    "van",
    "de",
    "der",
    "den",
    "het",
    "ten",
    "ter",
    "te",
    "el",
    "al",
    "ben",
    "ibn",
    "bin",
    "von",
    "vd",
    "'t",
    "t",
    "du",
    "la",
    "le",
    "da",
    "dos",
    "di",
)
_TUSSENVOEGSEL = set(_LIDWOORDEN)
#: A capitalised word after one of these is a name.
_PERSOON = _woorden(
    """leerling leerlinge jongen jongetje meisje zoon zoontje dochter dochtertje kleinzoon kleindochter
    collega broer broertje zus zusje neef neefje nicht nichtje vriendin vriend vriendje vriendinnetje
    vader moeder mama papa mam pap oma opa tante oom stiefvader stiefmoeder kind kindje student studente
    stagiair stagiaire klasgenoot klasgenote buurjongen buurmeisje mentorleerling zorgleerling oud-
    leerling pupil puber kleuter tweeling ex-leerling brugger brugklasser"""
)
_AANSPREEK = _woorden("mevrouw mevr mw mvr meneer mijnheer dhr juf juffrouw meester familie fam gezin")
_VAN = frozenset({"van"})
_EN = frozenset({"en", "of"})
_AFKORTING = _woorden("mevr mw mvr dhr fam st")
_BEROEP = _woorden(
    """mentor docent docente leraar lerares leerkracht coach trainer trainster directeur directrice rector
    teamleider conrector zorgcoordinator psycholoog orthopedagoog begeleider begeleidster ib'er
    conciërge concierge decaan vertrouwenspersoon jeugdarts gymdocent gymleraar intern"""
)
_VAN_WIE = _woorden(
    """moeder vader ouders ouder broer broertje zus zusje oma opa tante oom mama papa vriend vriendin
    mentor gedrag"""
)
_HIJ_ZIJ = _woorden("ik hij zij ze die naam roepnaam voornaam achternaam") | _PERSOON | _BEROEP
_PROGRAMMA = _woorden(
    """programma training methode interventie lessenserie lesmethode project cursus aanpak lespakket
    traject les school leerlijn module lessen leergang lessenreeks werkwijze zelfgemaakts"""
)
_PROGRAMMA_EIND = ("programma", "training", "methode", "project", "cursus", "aanpak", "leerlijn", "lessen", "pakket")
#: Words of the "voorzichtig" list that in lower case are nearly always the ordinary word.
_NIET_KLEIN = _woorden(
    """wil will an al ben ad eve job jo toon ton lot cor lief lieve bas frank frans elke greet joost mo su
    veer tor kan"""
)
_GEEN_BEGIN = (
    "kanjer",
    "vriend",
    "veerkracht",
    "leerling",
    "trimbos",
    "mindful",
    "sova",
    "psycho",
    "ouder",
    "docent",
    "school",
)
_SCHOOLWOORD = _woorden(
    """college lyceum school scholen scholengemeenschap gymnasium mavo basisschool instituut stichting
    ziekenhuis foundation universiteit kliniek academie academy programma programme project training
    methode model theorie"""
)
#: Authors whom people call by their full name.
_AUTEURS_VOLUIT = {
    ("eva", "kuiper"),
    ("fredrike", "bannink"),
    ("edith", "grotberg"),
    ("pim", "cuijpers"),
    ("ann", "masten"),
    ("michael", "ungar"),
    ("martin", "seligman"),
    ("albert", "bandura"),
    ("carol", "dweck"),
}
_VOOR_SCHOOL = {
    "sint",
    "st",
    "college",
    "lyceum",
    "basisschool",
    "stichting",
    "obs",
    "cbs",
    "rkbs",
    "school",
    "scholengemeenschap",
}
_FUNCTIEWOORD = _woorden(
    """niet geen een de het mijn jouw uw zijn haar hun ons onze jullie dit dat die deze hier daar wel ook
    nog al nu belangrijk onbekend anders zo ja nee haas nodig te in op van voor met is heel erg geheim"""
)
_KLAS = re.compile(
    r"\s{1,2}(uit|van|in)\s{1,2}(?:de\s|mijn\s|onze\s)?(?:klas\s|groep\s|mentorklas\s|leerjaar\s)?"
    r"(?:\d\s?-?[a-z]{0,3}\d?\b|[hvmtkbg]\d[a-z]?\b|\d?(?:havo|vwo|vmbo|mavo|tl)\b|(?:brugklas|onderbouw|bovenbouw|mentorklas)\b)",
    re.IGNORECASE,
)
_CITAAT = re.compile(r"['’]?s?\s{0,2}(?:et al|e\.a\.|en collega|,?\s{0,2}\(?(?:19|20)\d\d)", re.IGNORECASE)
_INITIALEN = re.compile(
    r"(?<![\w.])((?:[A-Z]\.\s?){1,4})((?:(?:van|der?|den|ten|ter|te|v\.?d\.?|el|al|['’]t)\s){0,3})([A-Z][^\W\d_]*(?:-[A-Z][a-z]+)?\.?)"
)
_GROET = re.compile(r"groet(?:en|jes)?[,\s]{1,3}$", re.I)
_GEEN_INITIAAL = re.compile(
    r"(?:optie|bijlage|deel|versie|type|plan|vitamine|hepatitis|antwoord|keuze|klas|groep|punt)\s$", re.I
)


def _namen(tekst: str, taken: _Bezet) -> None:
    """Names of people. First what must stay is closed, then each word is judged by itself and its neighbours."""
    lists = _lijsten()
    raw = [(m.group(), m.start(), m.end()) for m in _WOORD.finditer(tekst)]
    if not raw:
        return
    shout, title = _vorm([word for word, _, _ in raw])
    words: list[_Woord] = []
    end = 0
    for word, start, stop in raw:
        words.append(_Woord(word, start, tekst[end:start], shout))
        end = stop
    for word_ in words:
        word_.vast = not taken.vrij(word_.begin, word_.eind)
    _sluit_programmas(words, lists)
    _initialen(tekst, words, taken, lists)
    judge = _Oordeel(tekst, words, lists, title)
    position = 0
    while position < len(words):
        stop_ = judge.naam_tot(position)
        if stop_ == position:
            position += 1
            continue
        taken.neem("naam", words[position].begin, judge.eind_van(stop_ - 1))
        for taken_word in words[position:stop_]:
            taken_word.vast = True
        judge.laatste = stop_
        position = stop_


def _vorm(words: list[str]) -> tuple[bool, bool]:
    """Whether a message is typed in capitals throughout, and whether Every Word Has One."""
    longer = [w for w in words if len(w) > 1]
    shouted = sum(w.isupper() for w in longer)
    capital = sum(w[0].isupper() for w in words)
    return len(longer) > 1 and shouted * 10 >= len(longer) * 6, len(words) > 4 and capital * 10 >= len(words) * 8


def _sluit_programmas(words: list[_Woord], lists: _Lijsten) -> None:
    for number, word in enumerate(words):
        for rest in lists.programma.get(word.laag, ()):
            following = words[number + 1 : number + 1 + len(rest)]
            if tuple(w.laag for w in following) == rest:
                for part in (word, *following):
                    part.vast = True


def _initialen(tekst: str, words: list[_Woord], taken: _Bezet, lists: _Lijsten) -> None:
    """L. de V., A.B. Jansen. One initial before an unknown word may be the letter of a list, so it is left."""
    if "." not in tekst:
        return
    for match in _INITIALEN.finditer(tekst):
        letters, between, last = match.groups()
        surname = _vouw(last.strip("."))
        several = letters.count(".") > 1
        known = surname in lists.achternamen or surname in lists.na_tussenvoegsel
        if (
            surname in lists.geen
            or surname in lists.auteurs
            or _GEEN_INITIAAL.search(tekst[max(0, match.start() - 12) : match.start()])
        ):
            continue
        signed = bool(_GROET.search(tekst[max(0, match.start() - 12) : match.start()]))
        if between or known or (len(surname) > 2 and (several or signed)):
            taken.neem("naam", match.start(), match.end())
    for word in words:
        word.vast = word.vast or not taken.vrij(word.begin, word.eind)


class _Oordeel:
    """Judges where a name starts and ends, from left to right."""

    def __init__(self, tekst: str, words: list[_Woord], lists: _Lijsten, title: bool) -> None:
        self.tekst = tekst
        self.words = words
        self.lists = lists
        self.title = title
        #: The word after the last name that was found.
        self.laatste = -2

    def naam_tot(self, i: int) -> int:
        """The number of the word after the name that starts at word `i`; `i` itself when none does."""
        word = self.words[i]
        if word.vast:
            return i
        if word.laag in _TUSSENVOEGSEL and self._na(i, _AANSPREEK):
            # mevrouw van der Berg: the name starts with its small words.
            after = self._achternaam_na(i - 1)
            return after[1] + 1 if after else i
        return self._uitbreiden(i) if self._begint(i, word) else i

    def eind_van(self, i: int) -> int:
        """Where word `i` ends; the full stop of a shortened surname belongs to it."""
        word = self.words[i]
        dot = word.eind - word.begin == 1 and self.tekst[word.eind : word.eind + 1] == "."
        return word.eind + 1 if dot else word.eind

    def _begint(self, i: int, word: _Woord) -> bool:
        lists, low = self.lists, word.laag
        sure = low in lists.zeker or ("-" in low and self._dubbel(low))
        careful = low in lists.voorzichtig
        in_context = self._in_context(i, word, sure or careful)
        if low in lists.auteurs and not in_context:
            return False
        if sure:
            return in_context or not (word.kap and self._geen_mens(i))
        if low in lists.geen or low.startswith(_GEEN_BEGIN):
            return careful and word.kap and self._na(i, _PERSOON | _AANSPREEK)
        if in_context:
            return True
        if not word.kap or len(low) < 2:
            return False
        if careful and not word.nieuw and not self.title:
            return not self._geen_mens(i)
        return self._met_achternaam(i, word, careful) or self._bekende_achternaam(i, word)

    def _dubbel(self, low: str) -> bool:
        first, _, second = low.partition("-")
        sure = self.lists.zeker
        return first in sure and (second in sure or second in self.lists.voorzichtig)

    def _na(self, i: int, triggers: frozenset[str]) -> bool:
        """Whether the word before is one of these, with no more than a blank, a full stop or a quote between."""
        if i == 0 or self.words[i - 1].laag not in triggers:
            return False
        gap = self.words[i].gat
        return _nauw(gap) and ("." not in gap or self.words[i - 1].laag in _AFKORTING)

    def _in_context(self, i: int, word: _Woord, listed: bool) -> bool:
        """Whether the words around speak of a person."""
        low = word.laag
        small_ok = listed and low not in _NIET_KLEIN
        unknown = word.kap and len(low) > 1 and not self.title and not self._is_geen(low)
        if self._na(i, _AANSPREEK):
            return unknown or small_ok or low in self.lists.achternamen
        if self._na(i, _PERSOON):
            return unknown or (listed and (word.kap or low in self.lists.zeker))
        if self._na(i, _BEROEP):
            return (unknown or (listed and word.kap)) and not self._is_geen(low)
        if i > 1 and self._na(i, _VAN) and self.words[i - 1].gat == " " and self.words[i - 2].laag in _VAN_WIE:
            return unknown or (listed and word.kap and not self._is_geen(low))
        if self._genoemd(i, word, small_ok, unknown) or self._uit_klas(i, word, small_ok, unknown):
            return True
        if i == self.laatste + 1 and self._na(i, _EN) and word.gat == " ":
            return unknown and not word.nieuw
        return False

    def _is_geen(self, low: str) -> bool:
        return (
            low in self.lists.geen
            or low.startswith(_GEEN_BEGIN)
            or low in _PERSOON
            or low in _BEROEP
            or low in _AANSPREEK
        )

    def _genoemd(self, i: int, word: _Woord, small_ok: bool, unknown: bool) -> bool:
        """mijn naam is X, ik heet X, een jongen genaamd X, ik ben X, een jongen die X heet."""
        words = self.words
        if i == 0:
            return False
        before = words[i - 1].laag
        before2 = words[i - 2].laag if i > 1 else ""
        near = _nauw(word.gat) and "." not in word.gat
        if near and before == "is" and before2 in ("naam", "voornaam", "roepnaam", "achternaam"):
            return (unknown or small_ok or self._eigen_naam(i)) and not self._over_programma(i)
        if near and before == "genaamd":
            return (unknown or small_ok) and not self._over_programma(i)
        if near and before in ("heet", "heette", "heten"):
            person = before2 in _HIJ_ZIJ or any(w.laag in _PERSOON for w in words[max(0, i - 5) : i])
            return person and (unknown or small_ok or self._eigen_naam(i)) and not self._over_programma(i)
        if near and before == "ben" and before2 == "ik":
            return unknown
        following = words[i + 1] if i + 1 < len(words) else None
        if following and following.laag == "heet" and following.gat == " " and before in ("die", "dat"):
            return (unknown or small_ok) and not self._over_programma(i)
        return False

    def _eigen_naam(self, i: int) -> bool:
        """In lower case a name that is on no list is only sure after 'mijn naam is' and 'ik heet'."""
        low = self.words[i].laag
        if len(low) < 2 or low in _FUNCTIEWOORD:
            return False
        own = [w.laag for w in self.words[max(0, i - 3) : i]]
        return own[-3:] == ["mijn", "naam", "is"] or own[-2:] == ["ik", "heet"]

    def _over_programma(self, i: int) -> bool:
        near = self.words[max(0, i - 6) : i]
        return any(w.laag in _PROGRAMMA or w.laag.endswith(_PROGRAMMA_EIND) for w in near)

    def _uit_klas(self, i: int, word: _Woord, small_ok: bool, unknown: bool) -> bool:
        """X uit 2B."""
        match = _KLAS.match(self.tekst, word.eind)
        if match is None:
            return False
        if small_ok:
            return True
        return unknown and not word.nieuw and match[1].lower() == "uit"

    def _geen_mens(self, i: int) -> bool:
        """A cited author, or a person after whom a school or method is called."""
        word, following = self.words[i], self.words[i + 1 : i + 4]
        if word.laag in self.lists.voorzichtig and _CITAAT.match(self.tekst, word.eind):
            return True
        if following and following[0].gat == " " and (word.laag, following[0].laag) in _AUTEURS_VOLUIT:
            return True
        if i and self.words[i - 1].laag in _VOOR_SCHOOL and word.gat in (" ", "-", ". "):
            return True
        for near in following:
            if near.gat not in (" ", "-") or not (near.kap or near.laag in _TUSSENVOEGSEL or near.laag in _SCHOOLWOORD):
                return False
            if near.laag in _SCHOOLWOORD or near.laag.endswith(("college", "lyceum", "school")):
                return True
        return False

    def _met_achternaam(self, i: int, word: _Woord, careful: bool) -> bool:
        """An unknown word with a capital before a known surname, or a careful one before any surname."""
        if self._is_geen(word.laag) or self._geen_mens(i):
            return False
        after = self._achternaam_na(i)
        if after is None:
            return False
        first, last = after
        surname = self.words[last].laag
        if surname in self.lists.achternamen:
            return True
        between = last > first
        known = between and surname in self.lists.na_tussenvoegsel
        return not self.title and (known or (careful and (between or not word.nieuw)))

    def _achternaam_na(self, i: int) -> tuple[int, int] | None:
        """The words (first, last) of a surname that follows word `i`, or None."""
        words = self.words
        j = i + 1
        while (
            j < len(words)
            and j - i <= 3
            and words[j].gat == " "
            and words[j].laag in _TUSSENVOEGSEL
            and not words[j].vast
        ):
            j += 1
        if j >= len(words) or words[j].gat != " " or words[j].vast:
            return None
        last = words[j]
        if last.kap and not self._is_geen(last.laag):
            return i + 1, j
        small = last.laag in self.lists.achternamen or (j > i + 1 and last.laag in self.lists.na_tussenvoegsel)
        return (i + 1, j) if small else None

    def _bekende_achternaam(self, i: int, word: _Woord) -> bool:
        return (
            word.laag in self.lists.achternamen and not _CITAAT.match(self.tekst, word.eind) and not self._geen_mens(i)
        )

    def _zekere_naam(self, low: str) -> bool:
        return low in self.lists.achternamen or low in self.lists.zeker or low in self.lists.na_tussenvoegsel

    def _uitbreiden(self, i: int) -> int:
        """Take in the surname, up to three further words."""
        stop = i + 1
        for _ in range(3):
            after = self._achternaam_na(stop - 1)
            if after is None or (self.title and not self._zekere_naam(self.words[after[1]].laag)):
                break
            stop = after[1] + 1
        return stop


def _bekend(low: str, lists: _Lijsten) -> bool:
    """Whether a word with a capital is known to be no person."""
    return low in lists.geen or low in lists.auteurs or low in lists.programma or low.startswith(_GEEN_BEGIN)


def _nauw(gap: str) -> bool:
    """Whether a gap between two words joins them: a blank, with at most a full stop, colon or quote."""
    return 0 < len(gap) < 4 and not gap.strip(" .:'\"‘“") and " " in gap


def namen_in_lijst() -> Iterator[str]:
    """All given names that are looked up, folded; for tests and documentation."""
    lists = _lijsten()
    yield from sorted(lists.zeker | lists.voorzichtig)
