"""From a pasted programme description to a proposed answer per element, each with the sentence it rests on.

The text is cut into sentences, each sentence into clauses. A clause that speaks of an element (patterns in
beschrijving.yml) gives ja, deels or nee by its negations and hedges; what it only wishes or cannot tell gives
nothing. An element that no clause speaks of gets no proposal: not mentioned is not absent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from keuzehulp.kennisbank.located_yaml import SafeLoader
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.nlu import halven
from keuzehulp.nlu.pijplijn import lees_kort

#: The longest text that is read; the rest is left out, and the caller says so.
MAX_TEKENS = 20_000

JA, DEELS, NEE = "ja", "deels", "nee"
_LANGSTE_ZIN = 160
_DATA = Path(__file__).with_suffix(".yml")

#: Shortenings whose full stop does not end a sentence.
_AFKORTINGEN = re.compile(
    (
        r"\b(?:d\.m\.v|bijv|o\.a|m\.b\.t|t\.a\.v|m\.n|evt|incl|excl|ca|min|max|nr|dhr|mevr|mw|i\.p\.v|"
        r"e\.d|enz|z\.g|a\.d\.h\.v|i\.v\.m|n\.a\.v|vs|p)\.$"
    ),
    re.IGNORECASE,
)
#: "gebieden: 1. Zelfbeeld, 2. Emoties": the number opens an item inside the sentence.
_NUMMERING = re.compile(r"(?:^|[:,(]|\ben) ?\d{1,2}\.$")
_OPSOMMING = re.compile(r"^\s*(?:[-–—•*▪◦‣●✓✔]|\d{1,2}[.)]|[a-z]\))\s+")


@dataclass(frozen=True)
class Voorstel:
    """A proposed answer: the element, ja, deels or nee, and the (shortened) sentence of the text."""

    element: str
    antwoord: str
    zin: str


@dataclass(frozen=True)
class Tegenspraak:
    """An earlier answer that a proposal differs from; `hard` when one says ja and the other nee."""

    element: str
    eerder: str
    nieuw: str
    zin: str
    hard: bool


@dataclass(frozen=True)
class _Patronen:
    zeker: re.Pattern[str]
    zwak: re.Pattern[str] | None
    niet: re.Pattern[str] | None
    beperkt: re.Pattern[str] | None


@dataclass(frozen=True)
class _Signalen:
    geen: re.Pattern[str]
    weg: re.Pattern[str]
    nee: re.Pattern[str]
    deels: re.Pattern[str]


@dataclass(frozen=True)
class _Vondst:
    antwoord: str
    zin: str
    plaats: int
    #: The sentence that says the other thing, where two together give the answer.
    naast: _Vondst | None = None


def voorstellen(kb: Kennisbank, tekst: str) -> tuple[Voorstel, ...]:
    """Proposals for the elements of the three blocks that the text speaks of, in the order they are asked."""
    found: dict[str, list[_Vondst]] = {}
    for sentence in zinnen(tekst[:MAX_TEKENS]):
        for id, hit in _van_zin(sentence):
            found.setdefault(id, []).append(hit)
    result = []
    for element in kb.gevraagd:
        if element.id in found:
            chosen = _besluit(found[element.id])
            result.append(Voorstel(element.id, chosen.antwoord, _grond(chosen)))
    return tuple(result)


def _grond(hit: _Vondst) -> str:
    """What an answer rests on: the sentence, or both where one gives and the other takes."""
    shown = kort(hit.zin, hit.plaats)
    return f"{kort(hit.naast.zin, hit.naast.plaats)}’ en ‘{shown}" if hit.naast else shown


def vergelijk_met(antwoorden: Mapping[str, str], voorgesteld: Iterable[Voorstel]) -> tuple[Tegenspraak, ...]:
    """Where proposals differ from earlier answers ja, deels or nee. Unknown and skipped answers contradict nothing."""
    found = []
    for proposal in voorgesteld:
        earlier = antwoorden.get(proposal.element)
        if earlier in (JA, DEELS, NEE) and earlier != proposal.antwoord:
            hard = {earlier, proposal.antwoord} == {JA, NEE}
            found.append(Tegenspraak(proposal.element, earlier, proposal.antwoord, proposal.zin, hard))
    return tuple(found)


# -- sentences ----------------------------------------------------------------------------------------------


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text as pasted: wrapped lines joined, list items and headings apart."""
    found: list[str] = []
    for block in _blokken(tekst):
        found.extend(_splits(block))
    return found


def _blokken(tekst: str) -> list[str]:
    """Paragraphs and list items: lines that run on are joined, a word broken over two lines is mended."""
    lines = [line.replace("\u00ad", "").strip() for line in tekst.replace("\r", "\n").replace("\t", " ").split("\n")]
    longest = max((len(line) for line in lines), default=0)
    blocks: list[str] = []
    run_on = False
    for line in lines:
        if not line:
            run_on = False
            continue
        item = _OPSOMMING.match(line)
        row = "|" in line
        if run_on and not item and not row:
            blocks[-1] = _plak(blocks[-1], line)
        else:
            blocks.append(line[item.end() :] if item else line)
        run_on = not row and _loopt_door(line, longest)
    return blocks


def _plak(left: str, right: str) -> str:
    if left.endswith("-") and right[:1].islower() and len(left) > 1 and left[-2].isalpha():
        return left[:-1] + right
    return f"{left} {right}"


def _loopt_door(line: str, longest: int) -> bool:
    """Whether a line was broken only because it was full."""
    if line[-1] in ".!?:":
        return line[-1] not in "!?:" and len(line) > 0.8 * longest and longest > 60
    return len(line) > 0.6 * longest or line[-1] in ",-;"


def _splits(block: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in re.finditer(r"[.!?…]+[\"'’”)]*(?=\s|$)|[;|](?=\s)", block):
        end = match.end()
        rest = block[end:].lstrip()
        before = block[start:end]
        if (
            _AFKORTINGEN.search(before)
            or (rest[:1].islower() and match.group() not in ";|")
            or _NUMMERING.search(before)
        ):
            continue
        if match.group().endswith(")") and rest[:1].islower():
            continue
        parts.append(before.strip())
        start = end
    parts.append(block[start:].strip())
    return [p for p in parts if len(p) > 2]


# -- one sentence -------------------------------------------------------------------------------------------


def _van_zin(sentence: str) -> list[tuple[str, _Vondst]]:
    """What one sentence says: per element the strongest clause."""
    signals, patterns = _data()
    folded = _vouw(sentence)
    if _is_vraag(sentence) or signals.weg.search(folded):
        return []
    found = []
    if halven.is_half((part.opener, part.tekst) for part in lees_kort(sentence).delen):
        # "A manual but no training": what is there and what is not, in whatever order.
        found = [(halven.ELEMENT, _Vondst(answer, sentence, 0)) for answer in (JA, NEE)]
    refused = _afwijzing(folded)
    for start, clause in _zinsdelen(folded):
        for element, pattern in patterns.items():
            hit = _in_deel(element, pattern, signals, clause, folded)
            if hit:
                answer, place = hit
                if start + place < refused:
                    if _ERIN.search(folded, 0, start + place):
                        continue  # "in the manual there is yoga, but that we leave out" denies no manual
                    answer = NEE
                found.append((element, _Vondst(answer, sentence, start + place)))
    return found


#: What is told first, and then said not to be done or not to belong to it ("sporten mag, maar dat hoort er niet bij").
_AFGEWEZEN = re.compile(
    r"(?:\bmaar|\balleen|\bechter|\bdoch|[,;:–]) (?:dat|dit|daar|die|deze)(?:mee|aan|voor|van|bij|toe)?\b[^.;]*?"
    r"(?:\b(?:hoort|horen|valt|vallen) (?:\w+ ){0,2}(?:niet (?:bij|onder|binnen)|buiten)|\bstaat los van|"
    r"\bniet (?:\w+ )?(?:voor )?gekozen|\b(?:doen|doet|gebruiken|gebruikt|deden) (?:(?:we|wij|ze|zij|onze school) )?niet\b|"
    r"\bgeen gebruik van|\b(?:is|zijn|was|waren|hebben we|hebben wij) (?:\w+ )?"
    r"(?:gestopt|geschrapt|afgeschaft|vervallen|weggevallen|wegbezuinigd)|"
    r"\b(?:slaan|laten) (?:we|wij|ze) (?:\w+ ){0,2}(?:over|weg|achterwege)|\bte duur\b|\bniet van gekomen)"
)


_ERIN = re.compile(r"\b(?:in|volgens|uit) (?:het|de|een|ons|onze) $")


def _afwijzing(folded: str) -> int:
    """Where a clause begins that takes back what the sentence told before it; 0 when there is none."""
    found = _AFGEWEZEN.search(folded)
    return found.start() if found else 0


def _is_vraag(sentence: str) -> bool:
    """Whether a sentence only asks; "aan de slag met: wie ben ik?" tells what is done."""
    return sentence.rstrip().endswith("?") and ":" not in sentence


def _in_deel(
    element: str, pattern: _Patronen, signals: _Signalen, clause: str, sentence: str
) -> tuple[str, int] | None:
    """The answer of one clause for one element, with the place of the words it rests on."""
    text = pattern.niet.sub(_leeg, clause) if pattern.niet else clause
    match = pattern.zeker.search(text)
    weak = None if match or pattern.zwak is None else pattern.zwak.search(text)
    hit = match or weak
    if hit is None:
        return None
    around = signals.geen.sub(_leeg, clause)
    if element == "fysieke_activiteit" and "ontspanning" in sentence:
        return DEELS, hit.start()
    if element == "schoolbreed" and re.search(
        r"\b(?:binnen|bij|in) een schoolbre\w+ aanpak (?:wordt|worden|is|zijn|hoort)", clause
    ):
        return DEELS, hit.start()
    hedge, denial = signals.deels.search(around), signals.nee.search(around)
    if hedge and (denial is None or hedge.start() <= denial.start() <= hedge.end()):
        return DEELS, hit.start()
    if denial:
        return (NEE, hit.start()) if match else None
    limited = pattern.beperkt is not None and pattern.beperkt.search(clause.strip(" ,;:"))
    return (JA if match and not limited else DEELS), hit.start()


def _leeg(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _zinsdelen(folded: str) -> list[tuple[int, str]]:
    """Clauses with where they start: cut at "maar" and its like, and at a comma before a part with a verb of its own."""
    cuts = [0]
    for match in _SNEDE.finditer(folded):
        if match.group() == "," and not _eigen_deel(folded[match.end() :]):
            continue
        if match.group() == "," and _VOORBEELD.match(folded, match.end()):
            continue  # "technieken, zoals gedachten uitdagen, komen niet voor"
        if match.group() == ":" and len(folded[: match.start()].split()) < 5:
            continue  # "yoga: nee, gestopt"
        cuts.append(match.start())
    cuts.append(len(folded))
    return [(a, folded[a:b]) for a, b in pairwise(cuts) if folded[a:b].strip()]


#: Where a new clause begins. A comma and a colon count only where `_zinsdelen` says so.
_SNEDE = re.compile(
    r"[;:–(,|]|\b(?:maar|terwijl|hoewel|echter|daarentegen|doch)\b|\bwel (?=een |de |het |is |"
    r"zijn |krijg)"
    r"|\ben (?=(?:er|we|wij|ze|zij|ook|de|het|docenten|leerlingen|ouders|mentoren|leren|oefenen|"
    r"krijgen|doen|maken|mogen|hebben|is|zijn"
    r"|wordt|worden) )"
)


_VOORBEELD = re.compile(r" (?:zoals|bijvoorbeeld|bijv|onder andere|denk aan)\b")


def _eigen_deel(rest: str) -> bool:
    """Whether what follows a comma is a clause and not the next item of a list."""
    piece = re.split(r"[,;]| en | of ", rest, maxsplit=1)[0]
    return len(piece.split()) >= 4


def _besluit(hits: list[_Vondst]) -> _Vondst:
    """The answer of several clauses: ja unless all hedge; ja beside nee, or praise beside a limit, is deels."""
    by_answer: dict[str, list[_Vondst]] = {}
    for hit in hits:
        by_answer.setdefault(hit.antwoord, []).append(hit)
    if JA in by_answer and NEE in by_answer:
        hit, other = by_answer[NEE][0], by_answer[JA][0]
        return _Vondst(DEELS, hit.zin, hit.plaats, other if other.zin != hit.zin else None)
    for answer in (JA, DEELS, NEE):
        if answer in by_answer:
            same = by_answer[answer]
            return next((h for h in same if not _ALGEMEEN.search(_vouw(h.zin))), same[0])
    raise AssertionError("no clause without an answer is kept")


#: Sentences on who it is for or on such programmes at large: another one shows better what is done.
_ALGEMEEN = re.compile(r"\bbedoeld voor|\bdoelgroep|\b(?:binnen|bij) een schoolbre|\bvoor wie\b")


def kort(sentence: str, place: int = 0) -> str:
    """A sentence as it stands, cut at words to about 160 characters around `place`."""
    text = " ".join(sentence.split())
    if len(text) <= _LANGSTE_ZIN:
        return text
    start = max(0, min(place - _LANGSTE_ZIN // 3, len(text) - _LANGSTE_ZIN))
    if start:
        start = text.find(" ", start) + 1
    end = start + _LANGSTE_ZIN
    if end < len(text):
        end = text.rfind(" ", start, end)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


# -- data ---------------------------------------------------------------------------------------------------


def _vouw(text: str) -> str:
    """Folded text of the same length: every character becomes one without case or accent."""
    return "".join(_letter(c) for c in text)


@cache
def _letter(char: str) -> str:
    if char in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFKD", char)[:1] or char
    return base.lower()[:1] or char


@cache
def _data() -> tuple[_Signalen, dict[str, _Patronen]]:
    raw = yaml.load(_DATA.read_text(encoding="utf-8"), Loader=SafeLoader)
    words = raw["woorden"]

    def pattern(parts: list[str] | None, whole: bool = False) -> re.Pattern[str]:
        body = "|".join(parts or [r"(?!)"])
        for name, value in words.items():
            body = body.replace("{" + name + "}", value)
        return re.compile(rf"\b(?:{body})" + (r"\b" if whole else ""))

    elements = {
        id: _Patronen(
            pattern(e["zeker"]),
            pattern(e["zwak"]) if "zwak" in e else None,
            pattern(e["niet"]) if "niet" in e else None,
            pattern(e["beperkt"]) if "beperkt" in e else None,
        )
        for id, e in raw["elementen"].items()
    }
    s = raw["signalen"]
    return _Signalen(
        pattern(s["geen"]), pattern(s["weg"]), pattern(s["nee"], True), pattern(s["deels"], True)
    ), elements
