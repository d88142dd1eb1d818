"""The two source documents cut into the sections that the knowledge base cites."""

from __future__ import annotations

import re
from pathlib import Path

#: First words of each chapter: a footnote starts with a number and a tab as well.
_CHAPTERS = {
    "1": "Inleiding",
    "2": "Wat is veerkracht",
    "3": "Wat zijn de",
    "4": "Onderzoeksmethode",
    "5": "Wat is",
    "6": "Conclusie",
}
_NUMBERED = re.compile(r"^\W*(\d(?:\.\d+){1,3})\s")
_NAMED = {
    "Bijlage 1": "Bijlage 1", "Bijlage 2": "Bijlage 2", "Bijlage 3": "Bijlage 3", "Doel keuzehulp": "Bijlage 3, Doel",
    "(Mogelijk) werkzame interventie": "Bijlage 3", "Implementatie van een interventie": "Bijlage 3, Implementatie",
    "Meer informatie": "Bijlage 3", "Bijsluiter bij de keuzehulp": "Bijsluiter", "Vriendenprogramma": "Bijlage 3, VRIENDEN",
    "Kanjertraining": "Bijlage 3, Kanjertraining", "Programma Alternatieve Denkstrategieën (PAD)": "Bijlage 3, PAD",
}  # fmt: skip
_K_NAMED = ("Geen karaktereigenschap", "International Resilience Project", "Zes aanbevelingen", "Conclusie")


def sections_of_t(shared: Path) -> dict[str, str]:
    """Text of each section of the report, by its number or name; footnotes apart."""
    lines = next((shared / "sources").glob("000_*.txt")).read_text(encoding="utf-8").splitlines()
    found: dict[str, list[str]] = {}
    current = ""
    for line in lines:
        current = _heading_of_t(line, current) or current
        found.setdefault(current, []).append(line)
    for number, line in enumerate(lines):
        footnote = re.match(r"^(\d)\t", line)
        if footnote and not _heading_of_t(line, ""):
            # A footnote stands at the foot of a page, in the midst of another section: the lines that follow.
            found[f"voetnoot {footnote.group(1)}"] = lines[number : number + 12]
    return {name: flat("\n".join(text)) for name, text in found.items()}


def _heading_of_t(line: str, current: str) -> str:
    bare = re.sub(r"[\s\ufffd]+", " ", line).strip()
    numbered = _NUMBERED.match(line)
    if numbered and not current.startswith("Bij"):
        return numbered.group(1)
    chapter = re.match(r"^(\d) (.+)", bare)
    if chapter and _CHAPTERS.get(chapter.group(1)) and bare[2:].startswith(_CHAPTERS[chapter.group(1)]):
        return chapter.group(1)
    for start, name in _NAMED.items():
        exact = start in ("Vriendenprogramma", "Kanjertraining", "Meer informatie", "Doel keuzehulp")
        if (bare == start if exact else bare.startswith(start)) and (name.startswith("Bij")):
            return name
    return ""


def sections_of_k(shared: Path) -> dict[str, str]:
    """Text of each section of the article; recommendations by their number."""
    lines = next((shared / "sources").glob("001_*.txt")).read_text(encoding="utf-8").splitlines()
    found: dict[str, list[str]] = {}
    current = "Inleiding"
    for line in lines:
        bare = line.strip()
        if bare in _K_NAMED:
            current = bare
        recommendation = re.match(r"^([1-6])\. [A-Z]", bare)
        if recommendation:
            current = recommendation.group(1)
        found.setdefault(current, []).append(line)
    return {name: flat("\n".join(text)) for name, text in found.items()}


def flat(text: str) -> str:
    """Text without line ends, with words that were cut at a line end made whole, in lower case."""
    joined = re.sub(r"-\s*\n\s*(?=[a-zë])", "", text)
    return re.sub(r"\s+", " ", joined.replace("’", "'").replace("‘", "'")).lower()


def section_text(sections: dict[str, str], par: str) -> str:
    """The text of a cited section: a footnote by itself, and a chapter or paragraph with all below it."""
    base, _, footnote = par.partition(", voetnoot ")
    if footnote:
        return sections[f"voetnoot {footnote}"]
    parts = [text for name, text in sections.items() if name == base or name.startswith(base + ".")]
    return " ".join(parts)
