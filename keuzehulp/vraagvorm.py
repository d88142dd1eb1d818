"""What is asked of a subject (definition, evidence, an amount…), and what in a question the sources do not know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from keuzehulp.zoeken import Zoekindex, is_generiek, is_stopwoord, stam, woorden

DEFINITIE, WAAROM, BEWIJS, VOORBEELD, BRON, GETAL, VERGELIJK, FEIT = (
    "definitie",
    "waarom",
    "bewijs",
    "voorbeeld",
    "bron",
    "getal",
    "vergelijk",
    "feit",
)

_VAN_INTENT = {
    "ask_definition": DEFINITIE,
    "ask_why": WAAROM,
    "ask_evidence": BEWIJS,
    "ask_example": VOORBEELD,
    "ask_source": BRON,
    "compare": VERGELIJK,
}

#: In order: the first pattern that occurs decides.
_VORMEN: tuple[tuple[str, str], ...] = (
    (
        BRON,
        (
            r"waar (?!(?:vind|haal) \w+ (?:\w+ ){0,2}(?:programma|intervent|training|method|lespakket))"
            r"(?:staat|stond|komt|haal|haalt|lees|vind|vond) (?:\w+ ){0,3}(?:dat|dit|vandaan|die|je|"
            r"ik|u|het|informatie)|welke (?:bron|paragraaf|sectie|studie zegt)|wat is (?:de|je|jouw|"
            r"jullie) bron|bron(?:vermelding)?$|uit welk\w* (?:bron|onderzoek|studie|artikel|paragraaf|"
            r"document)|waar baseer|welk onderzoek zegt dat|toon (?:de )?bron|in welke (?:paragraaf|bron|"
            r"bijlage)|hoe kom je daar ?(?:bij|aan)|op basis waarvan"
        ),
    ),
    (
        VERGELIJK,
        (
            r"verschil\w* tussen|vergelijk\w*|naast elkaar|verschillen|vergeleken met|versus|verhoudt|"
            r"verhouden|hetzelfde als|verschil met|anders dan|gelijk aan"
        ),
    ),
    (
        GETAL,
        (
            r"hoeveel(?! (?:bewijs|zin|nut|invloed|waarde|aandacht|belang))|hoe vaak|komt (?:\w+ "
            r"){1,3}vaak voor|vaak voorkom\w*|welk percentage|percentage|procent|aandeel|aantal|welke cijfers|hoe "
            r"lang|hoelang|hoe hoog|om de hoeveel|hoe oud|vanaf welke leeftijd|welke leeftijd|hoeveelste"
        ),
    ),
    (
        VOORBEELD,
        (
            r"voorbeeld\w*|hoe ziet (?:\w+ ){0,4}eruit|hoe doe je|hoe pak je|in de praktijk|concreet|"
            r"concreter|hoe kan ik|hoe kunnen we|hoe zou"
        ),
    ),
    (
        BEWIJS,
        (
            r"bewijs\w*|bewezen|onderzoek\w*|wetenschap\w*|effect\w*|werkt|werken(?! (?:\w+ ){0,2}mee)|helpt|helpen|aangetoond|"
            r"aanwijzing\w*|zin|nut|nuttig|goed idee|zinvol|slim|kwaad|schadelijk|zinnig|loont|waard|"
            r"verstandig|evidence|hoe sterk|hoe zeker|studies|studie|meta analyse|uitkomst\w*|resulta\w*|"
            r"hoe hard|hoe stevig|wat zeggen|wat zegt|onderbouw\w*|verband|samenhang\w*|belangrijk|wat "
            r"vinden|invloed|moeten we|moet dat|kun je aantonen"
        ),
    ),
    (WAAROM, r"waarom|wat maakt|waardoor|hoe komt het|waarvoor|waartoe|hoezo|reden|nodig|waaraan"),
    (
        DEFINITIE,
        (
            r"wat (?:is|zijn|betekent|betekenen|bedoel\w*|houdt|houden|verstaan|versta)|betekenis|"
            r"definitie|begrip|leg\w* (?:\w+ ){0,4}uit|uitleg|omschrijf|omschrijving|wat (?:\w+ "
            r"){0,4}precies|kun je (?:\w+ ){0,5}toelichten|wat wordt (?:\w+ ){0,3}bedoeld|wat moet ik me "
            r"voorstellen"
        ),
    ),
)

#: Words that point back to what was last talked about.
_TERUG = re.compile(
    r"(?<![a-z])(?:daarover|daarvan|daarvoor|daarin|daaruit|hierin|daar|hiervan|hierover|hier|ervan|erover|ervoor|erbij|"
    r"diezelfde|eraan|daaraan|ermee|daarmee)(?![a-z])"
)
#: A compound with such an end asks for a measure of its own ("klassengrootte").
_MATEN = ("grootte", "tijd", "duur", "hoogte", "lengte", "prijs", "kosten", "nummer", "adres")
_AANWIJZEND = ("dat", "dit", "die", "deze", "het")
_PLAATS = r"(?:per|via|tegen|bij|voor|in|volgens|van|uit|op|met|door|over|aan|onder|wegens|ondanks)"
_BEPALER = (
    r"(?:de|het|een|onze|hun|jullie|mijn|deze|die|dit|dat|veel|alle|jonge|oudere|andere|ons|zijn|"
    r"haar)"
)


@dataclass(frozen=True)
class Vreemd:
    """Words of a question that the knowledge base does not know: what it turns on, and the rest."""

    kern: tuple[str, ...]
    los: tuple[str, ...]


def aspect(tekst: str, intent: str = "") -> str:
    """What is asked of the subject. The text goes before the intent where it says so plainly."""
    text = plat(tekst)
    found = next((form for form, pattern in _VORMEN if re.search(rf"(?<![a-z0-9])(?:{pattern})", text)), "")
    if found in (BRON, VERGELIJK, GETAL):
        return found
    return _VAN_INTENT.get(intent) or found or FEIT


def plat(tekst: str) -> str:
    """The folded words of a text with single spaces."""
    return " ".join(woorden(tekst))


_PERCENTAGE = re.compile(r"(?<![\d.,])(?:(\d{1,2}) (?:tot|en|a) )?(\d{1,2}(?:[.,]\d+)?) ?(?:%|procent)")


@lru_cache(maxsize=4096)  # every statement is asked for them at each question about a share
def percentages(tekst: str) -> frozenset[str]:
    """The percentages in a text, as they are written there; not a hundred, which people say for "sure"."""
    found = (number for match in _PERCENTAGE.findall(tekst.lower()) for number in match if number)
    return frozenset(number.replace(",", ".") for number in found)


def wijst_terug(tekst: str) -> bool:
    """Whether a question leans on what was said before: "en bij Kanjer?", "wat zegt onderzoek daarover?"."""
    text = plat(tekst)
    if text.startswith(("en ", "maar ", "of ", "ook ", "hoezo", "waarom dan", "hoe dan")) or _TERUG.search(text):
        return True
    words = [*text.split(), ""]
    return any(a in _AANWIJZEND and (not b or is_stopwoord(b)) for a, b in pairwise(words))


def vreemd(index: Zoekindex, tekst: str) -> Vreemd:
    """The words of a question that the knowledge base does not know.

    To `kern` belong names (a capital inside the sentence), years, and what follows a preposition ("tegen
    faalangst"): what such a question turns on is that word.
    """
    names = _namen(tekst) - index.hoofdletters
    core, rest = sorted(names), []
    text = plat(tekst)
    for word, known in index.ontleed_woorden(tekst):
        made_up = len(known) > 1 and word.endswith(_MATEN)
        if (known and not made_up) or is_generiek(stam(word)):
            continue
        after = re.search(rf"(?<![a-z]){_PLAATS} (?:{_BEPALER} )?(?:\w+ )?{re.escape(word)}(?![a-z])", text)
        asked = re.search(rf"(?<![a-z])(?:hoeveel|welke?|wat voor(?: een)?) (?:\w+ )?{re.escape(word)}(?![a-z])", text)
        year = re.fullmatch(r"(?:19|20)\d\d", word)
        if year or ((after or asked) and word.isalpha()):
            core.append(word)
        elif word.isalpha():
            rest.append(word)
    return Vreemd(tuple(core), tuple(rest))


def _namen(tekst: str) -> set[str]:
    """Folded words with a capital that do not open a sentence."""
    found: set[str] = set()
    if tekst.isupper():
        return found
    for match in re.finditer(r"(?<![.!?\n])(?<=\s)([A-Z][\w'’-]+)", tekst):
        before = tekst[: match.start()].rstrip()
        if before and before[-1] not in ".!?:":
            found.update(woorden(match.group(1)))
    return {w for w in found if len(w) > 1 and not (is_stopwoord(w) and w in ("ik", "en", "of"))}


def _is_staart(stem: str, stems: frozenset[str]) -> bool:
    """Whether a stem is the end of a compound among the stems ("therapie": "psychotherapie")."""
    return len(stem) > 6 and any(s.endswith(stem) for s in stems)


def elders(index: Zoekindex, tekst: str, stems: frozenset[str]) -> list[str]:
    """Words of the question that the knowledge base knows, but not in the statements of this subject."""
    found = []
    for word, known in index.ontleed_woorden(tekst):
        if known and word.isalpha() and not any(k in stems or is_generiek(k) or _is_staart(k, stems) for k in known):
            found.append(word)
    return found
