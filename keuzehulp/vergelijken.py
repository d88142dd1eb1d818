"""Up to three interventions side by side, per element: what is there, what differs and who each is for.

No totals and no winner: the descriptions differ in aim, group and detail, and more elements is not more effect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from keuzehulp.kennisbank.model import BLOKKEN, Element, Kennisbank, Uitspraak
from keuzehulp.kennisbank.weergave import toon_bron, zin

MEESTE_KOLOMMEN = 3
_IN_GESPREK = 5
_MEESTE_NAMEN = 6

#: How an answer reads in a comparison, where it is said of an intervention and not to a team.
WOORDEN = {
    "ja": "aanwezig",
    "deels": "deels",
    "nee": "nee",
    "niet_vermeld": "niet vermeld",
    "weet_niet": "weet niet",
    "overgeslagen": "weet niet",
}
_BEKEND = ("ja", "deels", "nee")
_AANWEZIG = ("ja", "deels")

#: The description does speak of it, without it being clear whether it is this element.
_ONDUIDELIJK = "onduidelijk"

_DEELS = " (deels)"
_GEEN_WINNAAR = "Ik wijs geen winnaar aan en tel niets op."
_VOOR_WIE = "**Voor wie**"
_VERSCHIL = "**Hier verschillen ze**"
_EEN_KANT = "**Dit noemt niet elke beschrijving**"
_GEEN_VERSCHIL = "Op de elementen waarvan ik het antwoord van allemaal weet, zie ik geen verschil."
_REST = "Er zijn nog {aantal} elementen waarop ze verschillen. Typ *hele vergelijking* om ze te zien."
_NOG_EEN = "Er is nog één element waarop ze verschillen. Typ *hele vergelijking* om het te zien."
_GEEN_RIJ = "Op de elementen waarvan ik genoeg weet, zie ik zo’n punt niet."
_ONBEKEND = "**Dit weten we nog niet**"
_NIET_GEVRAAGD = "nog niet gevraagd"
_EIGEN_BRON = "volgens jullie antwoorden"


@dataclass(frozen=True)
class Eigen:
    """The intervention of the school itself: a name, the answers so far and who it is for (both optional)."""

    naam: str
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    voor_wie: str = ""


@dataclass(frozen=True)
class Kolom:
    """One intervention in the comparison; `waarschuwingen` are statements on who it is not for."""

    naam: str
    eigen: bool
    voor_wie: str
    beschrijving: Uitspraak | None = None
    waarschuwingen: tuple[Uitspraak, ...] = ()


@dataclass(frozen=True)
class Cel:
    """What one intervention says of one element: code, the word for it, and the statement behind it."""

    antwoord: str
    woord: str
    uitspraak: Uitspraak | None = None
    onduidelijk: bool = False


@dataclass(frozen=True)
class Rij:
    """One element over all columns. `verschilt` looks only at columns whose answer is known."""

    element: str
    naam: str
    cellen: tuple[Cel, ...]
    verschilt: bool
    onbekend: bool


@dataclass(frozen=True)
class Blok:
    """The rows of one block of elements."""

    id: str
    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Vergelijking:
    """The whole comparison."""

    kolommen: tuple[Kolom, ...]
    blokken: tuple[Blok, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """All rows, in the order of the check."""
        return tuple(row for block in self.blokken for row in block.rijen)

    @property
    def verschillen(self) -> tuple[Rij, ...]:
        """The rows that differ."""
        return tuple(row for row in self.rijen if row.verschilt)

    @property
    def eenzijdig(self) -> tuple[Rij, ...]:
        """The rows that one description tells of and another is silent on: no difference for certain, yet what is looked for."""
        return tuple(row for row in self.rijen if not row.verschilt and _noemt(row) and _zwijgt(row))

    @property
    def onbekend(self) -> tuple[Rij, ...]:
        """The rows in which at least one answer is not known."""
        return tuple(row for row in self.rijen if row.onbekend)


@dataclass(frozen=True)
class VergelijkTekst:
    """The comparison for the chat, with the ids of the statements behind each of its citations, in their order."""

    tekst: str
    citaten: tuple[tuple[str, ...], ...]

    @property
    def regels(self) -> tuple[str, ...]:
        """The ids of the statements cited, each once."""
        return tuple(dict.fromkeys(id for cited in self.citaten for id in cited))


def vergelijk(kb: Kennisbank, kolommen: Sequence[Eigen | str]) -> Vergelijking:
    """Put two or three interventions side by side: described ones by id, own ones as `Eigen`.

    Raises ValueError for fewer than two or more than three columns, and for an id that is not described.
    """
    if not 2 <= len(kolommen) <= MEESTE_KOLOMMEN:
        raise ValueError(f"a comparison has two or three columns, not {len(kolommen)}")
    for column in kolommen:
        if isinstance(column, str) and column not in kb.interventies:
            raise ValueError(f"'{column}' is not described; known: {', '.join(kb.interventies)}")
    blocks = tuple(
        Blok(id, kb.label("blok", id).naam, tuple(_rij(kb, e, kolommen) for e in kb.blok(id))) for id in BLOKKEN
    )
    return Vergelijking(tuple(_kolom(kb, k) for k in kolommen), blocks)


def _kolom(kb: Kennisbank, column: Eigen | str) -> Kolom:
    if isinstance(column, Eigen):
        return Kolom(column.naam, True, column.voor_wie)
    described = kb.interventies[column]
    warnings = (described.bereik,) if described.bereik else ()
    return Kolom(described.naam, False, described.doelgroep, described.beschrijving, warnings)


def _rij(kb: Kennisbank, element: Element, columns: Sequence[Eigen | str]) -> Rij:
    cells = tuple(_cel(kb, element.id, c) for c in columns)
    known = {c.antwoord for c in cells if c.antwoord in _BEKEND}
    unknown = any(c.antwoord not in _BEKEND for c in cells)
    return Rij(element.id, element.naam.split(" (")[0], cells, len(known) > 1, unknown)


def _noemt(row: Rij) -> list[int]:
    """The columns in which the element is there, wholly or in part."""
    return [place for place, cell in enumerate(row.cellen) if cell.antwoord in _AANWEZIG]


def _zwijgt(row: Rij) -> list[int]:
    """The columns whose description does not mention the element."""
    return [p for p, c in enumerate(row.cellen) if c.antwoord == "niet_vermeld" and not c.onduidelijk]


def _cel(kb: Kennisbank, element: str, column: Eigen | str) -> Cel:
    if isinstance(column, Eigen):
        answer = column.antwoorden.get(element)
        if answer is None:
            return Cel("weet_niet", _NIET_GEVRAAGD)
        return Cel(answer, WOORDEN.get(answer, WOORDEN["weet_niet"]))
    coded = kb.interventies[column].codering.get(element)
    if coded is None:
        return Cel("niet_vermeld", WOORDEN["niet_vermeld"])
    unclear = coded.onduidelijk and coded.antwoord not in _BEKEND
    return Cel(coded.antwoord, _ONDUIDELIJK if unclear else WOORDEN[coded.antwoord], coded, coded.onduidelijk)


def als_tekst(kb: Kennisbank, comparison: Vergelijking) -> VergelijkTekst:
    """The comparison in short for the chat: who each is for, what differs, what is not known. Every fact is cited."""
    cited: list[list[Uitspraak]] = []
    names = " en ".join(_opsom([k.naam for k in comparison.kolommen]))
    parts = [f"{names[:1].upper()}{names[1:]} naast elkaar. {_GEEN_WINNAAR}"]
    parts.append("\n".join([_VOOR_WIE, *_voor_wie(kb, comparison, cited)]))
    rows = comparison.verschillen
    if rows:
        shown = [f"- {row.naam}: {_regel(kb, comparison, row, cited)}" for row in rows[:_IN_GESPREK]]
        parts.append("\n".join([_VERSCHIL, *shown]))
        more = len(rows) - _IN_GESPREK
        if more > 0:
            parts.append(_NOG_EEN if more == 1 else _REST.format(aantal=more))
    else:
        parts.append(_GEEN_VERSCHIL)
    if comparison.eenzijdig:
        parts.append("\n".join([_EEN_KANT, *_een_kant(kb, comparison, cited)]))
    if comparison.onbekend:
        parts.append("\n".join([_ONBEKEND, *_niet_bekend(kb, comparison, cited)]))
    return VergelijkTekst("\n\n".join(parts), _ids(cited))


def deel_als_tekst(kb: Kennisbank, comparison: Vergelijking, elementen: Sequence[str], rijen: str) -> VergelijkTekst:
    """Part of a comparison for the chat: these elements (none: all), and of them all rows, what is alike, or what one side has.

    `rijen` is alle, gelijk, zij (the described ones have it and the own one not), wij (the other way round) or eerste (what
    the first column has and another does not have, has less of or does not mention).
    """
    cited: list[list[Uitspraak]] = []
    names = " en ".join(_opsom([k.naam for k in comparison.kolommen]))
    chosen = [
        r for r in comparison.rijen if (not elementen or r.element in elementen) and _hoort_bij(comparison, r, rijen)
    ]
    shown = [f"- {row.naam}: {_regel(kb, comparison, row, cited)}" for row in chosen]
    explained = kb.uitspraken.get("niet_genoemd_is_afwezig.antwoord.1")
    if explained and any(cell.antwoord == "niet_vermeld" for row in chosen for cell in row.cellen):
        cited.append([explained])
        shown.append(f"- {zin(kb, explained)}")
    head = f"{names[:1].upper()}{names[1:]} naast elkaar. {_GEEN_WINNAAR}"
    title = "**Op deze punten**" if len(chosen) > 1 and rijen == "alle" else _KOP_RIJEN.get(rijen, "")
    if rijen == "eerste":
        first, *rest = (k.naam for k in comparison.kolommen)
        title = f"**Dit noemt {first} wel, en {' en '.join(_opsom(rest))} niet of minder**"
    parts = [head, f"{title}\n" + "\n".join(shown)] if chosen else [head, _GEEN_RIJ]
    return VergelijkTekst("\n\n".join(parts), _ids(cited))


_KOP_RIJEN = {
    "alle": "**Op dit punt**",
    "gelijk": "**Hier zeggen ze hetzelfde**",
    "zij": "**Dit noemt de beschrijving wel en jullie niet**",
    "wij": "**Dit noemen jullie wel en de beschrijving niet of minder**",
}


def _hoort_bij(comparison: Vergelijking, row: Rij, rijen: str) -> bool:
    if rijen == "gelijk":
        return not row.verschilt and not row.onbekend
    if rijen == "alle":
        return True
    if rijen == "eerste":
        first, *rest = row.cellen
        return first.antwoord in _AANWEZIG and any(_heeft_minder(c, first) for c in rest)
    own = [c for k, c in zip(comparison.kolommen, row.cellen, strict=True) if k.eigen]
    others = [c for k, c in zip(comparison.kolommen, row.cellen, strict=True) if not k.eigen]
    there = ("ja", "deels")
    if rijen == "zij":
        return any(c.antwoord == "nee" for c in own) and any(c.antwoord in there for c in others)
    return any(c.antwoord in there for c in own) and any(c.antwoord not in there for c in others)


def _heeft_minder(cell: Cel, first: Cel) -> bool:
    """Whether a description tells less of an element than the first: it is not there, in part, or not mentioned."""
    lacks = cell.antwoord in ("nee", "niet_vermeld") and not cell.onduidelijk
    return lacks or (cell.antwoord == "deels" and first.antwoord == "ja")


def _ids(cited: Sequence[Sequence[Uitspraak]]) -> tuple[tuple[str, ...], ...]:
    """The ids of the statements behind each citation; a line that rests on the own answers alone has none."""
    return tuple(tuple(s.id for s in behind) for behind in cited if behind)


def _opsom(names: Sequence[str]) -> list[str]:
    """Names for a list in a sentence: all but the last joined by commas."""
    return [", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names)


def _voor_wie(kb: Kennisbank, comparison: Vergelijking, cited: list[list[Uitspraak]]) -> list[str]:
    lines = []
    for column in comparison.kolommen:
        if column.eigen:
            if column.voor_wie:
                lines.append(f"- {column.naam}: {column.voor_wie} ({_EIGEN_BRON}).")
            continue
        statements = [s for s in (column.beschrijving, *column.waarschuwingen) if s]
        cited.extend([s] for s in statements)
        lines += [f"- {zin(kb, s)}" for s in statements]
    return lines


def _regel(kb: Kennisbank, comparison: Vergelijking, row: Rij, cited: list[list[Uitspraak]]) -> str:
    """ "Kanjertraining aanwezig, VRIENDEN deels (Trimbos …)." """
    said = [f"{k.naam} {c.woord}" for k, c in zip(comparison.kolommen, row.cellen, strict=True)]
    behind = [c.uitspraak for c in row.cellen if c.uitspraak]
    cited.append(behind)
    sources = [toon_bron(kb, [b for s in behind for b in s.bronnen])] if behind else []
    if any(k.eigen for k in comparison.kolommen):
        sources.append(_EIGEN_BRON)
    return f"{', '.join(said)} ({'; '.join(sources)})."


def _een_kant(kb: Kennisbank, comparison: Vergelijking, cited: list[list[Uitspraak]]) -> list[str]:
    """Per pair of columns what the one mentions and the other does not: "PAD wel, Kanjertraining niet vermeld: ..."."""
    groups: dict[tuple[tuple[int, ...], tuple[int, ...]], list[Rij]] = {}
    for row in comparison.eenzijdig:
        groups.setdefault((tuple(_noemt(row)), tuple(_zwijgt(row))), []).append(row)
    lines = []
    for (there, silent), rows in groups.items():
        behind = [s for row in rows for p in (*there, *silent) if (s := row.cellen[p].uitspraak)]
        cited.append(behind)
        sources = [toon_bron(kb, [b for s in behind for b in s.bronnen])]
        if any(comparison.kolommen[p].eigen for p in there):
            sources.append(_EIGEN_BRON)
        wel = " en ".join(_opsom([comparison.kolommen[p].naam for p in there]))
        niet = " en ".join(_opsom([comparison.kolommen[p].naam for p in silent]))
        names = ", ".join(row.naam.lower() + _DEELS * _half(row, there) for row in rows)
        lines.append(f"- {wel} wel, {niet} niet vermeld: {names} ({'; '.join(sources)}).")
    return lines


def _half(row: Rij, there: Sequence[int]) -> bool:
    """Whether an element is there in part alone."""
    return all(row.cellen[place].antwoord == "deels" for place in there)


def _namen(rows: Sequence[Rij]) -> str:
    """Names of elements in a sentence, the rest as a number."""
    names = ", ".join(row.naam.lower() for row in rows[:_MEESTE_NAMEN])
    return f"{names} en nog {len(rows) - _MEESTE_NAMEN}" if len(rows) > _MEESTE_NAMEN else names


def _niet_bekend(kb: Kennisbank, comparison: Vergelijking, cited: list[list[Uitspraak]]) -> list[str]:
    """Per column the elements of which nothing is known, with what "niet vermeld" means."""
    lines = []
    for place, column in enumerate(comparison.kolommen):
        cells = [(row, row.cellen[place]) for row in comparison.rijen if row.cellen[place].antwoord not in _BEKEND]
        if not cells:
            continue
        for word in dict.fromkeys(c.woord for _, c in cells):
            rows = [row for row, c in cells if c.woord == word]
            behind = [c.uitspraak for _, c in cells if c.woord == word and c.uitspraak]
            cited.append(behind)
            source = _EIGEN_BRON if column.eigen else toon_bron(kb, [b for s in behind for b in s.bronnen])
            lines.append(f"- {column.naam}, {word}: {_namen(rows)} ({source}).")
    explained = kb.uitspraken.get("niet_genoemd_is_afwezig.antwoord.1")
    if explained and any(f", {WOORDEN['niet_vermeld']}: " in line for line in lines):
        cited.append([explained])
        lines.append(f"- {zin(kb, explained)}")
    return lines
