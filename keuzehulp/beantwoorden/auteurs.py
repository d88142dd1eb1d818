"""What a researcher found, asked by name alone: "wat zegt Goldberg?", "en O'Mara?", "wie was dat, Kobak?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import Antwoord, Kennis, Vraag
from keuzehulp.beantwoorden.opmaak import klaar, uniek
from keuzehulp.beantwoorden.samenstellen import zonder_dubbele
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.vraagpatronen import ROND_EEN_NAAM, WIE_IS_DAT
from keuzehulp.zoeken import vouw

#: So many statements tell what a researcher found; who stands behind more has a subject of its own that tells it.
_MEEST, _TE_VEEL = 3, 25

#: A name has no more words than this ("van den …").
_LANGSTE_NAAM = 4

#: To who asks who somebody is.
_WIE = "Wie dat is, staat niet in mijn bronnen. Dit staat er over het onderzoek:"

#: Why we ask and examples of our own tell of no study.
_VAN_ONS = (".waarom", ".voorbeeld")


def over_auteur(q: Gelezen) -> Antwoord | None:
    """The statements of the researchers that a question names, when it names nothing else."""
    names = _genoemd(q)
    studies = {id for name in names for id in q.kennis.studies_van[name]}
    if not studies:
        return None
    subjects = q.kb.elementen.keys() | q.kb.begrippen.keys()
    found = (q.kb.uitspraken[id] for id in q.index.ids if q.kb.eigenaar[id] in subjects and not id.endswith(_VAN_ONS))
    pool = [s for s in found if _van(s, studies, names)]
    if not pool or len(pool) > _TE_VEEL:
        return None
    previous = q.vraag.vorig_onderwerp
    pool.sort(key=lambda s: (q.kb.eigenaar[s.id] != previous, _afstand(s, studies, names)))
    lines = zonder_dubbele(q, uniek(pool))[:_MEEST]
    return klaar(q, lines, q.kb.eigenaar[lines[0].id], intro=_WIE if re.match(WIE_IS_DAT, q.plat) else "")


def noemt_alleen_onderzoekers(kennis: Kennis, tekst: str) -> bool:
    """Whether a message is nothing but the names of researchers, or a question for what they found ("liu 2020")."""
    return bool(_genoemd(Gelezen(kennis, Vraag(tekst))))


def _genoemd(q: Gelezen) -> list[str]:
    """The researchers that are named; none when a word is left that says something else."""
    words, found, place = q.plat.split(), [], 0
    while place < len(words):
        size = next(
            (n for n in range(_LANGSTE_NAAM, 0, -1) if "".join(words[place : place + n]) in q.kennis.studies_van), 0
        )
        if size:
            found.append("".join(words[place : place + size]))
        elif not re.fullmatch(ROND_EEN_NAAM, words[place]):
            return []
        place += size or 1
    return found


def _van(statement: Uitspraak, studies: set[str], names: Iterable[str]) -> bool:
    """Whether a statement is of one of the studies, or names a researcher."""
    return any(c.studie in studies for c in statement.bronnen) or _noemt(statement, names)


def _noemt(statement: Uitspraak, names: Iterable[str]) -> bool:
    text = re.sub(r"[^a-z]", "", vouw(statement.tekst))
    return any(len(name) > 4 and name in text for name in names)


def _afstand(statement: Uitspraak, studies: set[str], names: list[str]) -> tuple[bool, int, bool, bool]:
    """How far a statement is from what a study itself found: of others too, only naming it, a reserve."""
    others = {c.studie for c in statement.bronnen if c.studie} - studies
    aside = any(part in statement.id for part in (".spanning.", ".voorbehoud.", ".definitie"))
    return not any(c.studie in studies for c in statement.bronnen), len(others), aside, not _noemt(statement, names)
