"""How statements and citations are written for a reader."""

from __future__ import annotations

from collections.abc import Iterable

from keuzehulp.kennisbank.model import Bronvermelding, Kennisbank, Uitspraak


def toon_bron(kb: Kennisbank, cited: Iterable[Bronvermelding]) -> str:
    """Citations as people read them: "Mertens et al., 2020; Trimbos § 5.3.1.2"."""
    items = list(cited)
    studies = list(dict.fromkeys(kb.studies[c.studie].naam for c in items if c.studie))
    sections: dict[str, list[str]] = {}
    for c in items:
        places = sections.setdefault(c.bron, [])
        place = _place(kb, c)
        if place not in places:
            places.append(place)
    named = [f"{kb.bronnen[bron].naam} {_row(places)}".strip() for bron, places in sections.items()]
    return "; ".join(studies + named)


def _row(places: list[str]) -> str:
    named = [place for place in places if place]
    return " en ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))


def _place(kb: Kennisbank, c: Bronvermelding) -> str:
    if kb.bronnen[c.bron].buiten or not c.par:
        return c.par
    if c.bron == "K":
        return f"aanbeveling {c.par}" if c.par.isdigit() else f"‘{c.par}’"
    return f"§ {c.par}" if c.par[0].isdigit() else c.par


def zin(kb: Kennisbank, statement: Uitspraak) -> str:
    """A statement with its citation: "… hangt samen met … (Mertens et al., 2020; Trimbos § 5.3.1.2)."

    A quotation is put between quotation marks. The full stop stands behind the citation.
    """
    text = statement.tekst.strip()
    if statement.citaat and not text.startswith("‘"):
        text = f"‘{text}’"
    end = text[-1] if text[-1] in ".!?" else ""
    return f"{text[: len(text) - len(end)]} ({toon_bron(kb, statement.bronnen)}){end or '.'}"


def bron_gegevens(kb: Kennisbank, statement: Uitspraak) -> list[dict[str, str]]:
    """The citations of a statement as plain data, for a message's metadata: bron, par, studie, label, titel."""
    return [
        {
            "bron": c.bron,
            "par": c.par,
            "studie": c.studie,
            "label": toon_bron(kb, [c]),
            "titel": kb.bronnen[c.bron].secties.get(c.par, kb.bronnen[c.bron].titel),
            "passage": statement.tekst,
            "uitspraak": statement.id,
        }
        for c in statement.bronnen
    ]


def citaat_gegevens(kb: Kennisbank, statements: Iterable[Uitspraak]) -> list[dict[str, str]]:
    """As `bron_gegevens`, of statements that stand behind one citation: they go by one name."""
    behind = list(statements)
    together = "+".join(s.id for s in behind)
    return [{**source, "citaat": together} for s in behind for source in bron_gegevens(kb, s)]
