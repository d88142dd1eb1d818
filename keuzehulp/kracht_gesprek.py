"""A short talk with a team that starts from strengths, after Kuiper & Bannink, and a view after Grotberg.

The questions are in our own words; each step names the statements of the knowledge base that it goes back to. Their
article is about children and their surroundings: asking a team is our extension, and the opening says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from keuzehulp.kennisbank.model import Kennisbank, Uitspraak
from keuzehulp.kennisbank.weergave import zin

KLAAR = "klaar"

_OPENING = (
    "We beginnen bij wat er al is. Ik stel een paar korte vragen en we eindigen met één kleine stap. De vragen zijn "
    "gemaakt voor gesprekken over kinderen; dat ik ze aan een team stel, is mijn eigen keuze. Noem liever geen namen: "
    "een rol is genoeg, zoals mentor of teamleider."
)
_EIGEN_LEZING = (
    "Welk element bij welke categorie past, is mijn eigen indeling. Die staat niet in de bronnen en is geen oordeel."
)


@dataclass(frozen=True)
class Stap:
    """One question of the talk: in plain words, once more in other words, and how it reads in the report."""

    id: str
    vraag: str
    anders: str
    kop: str
    bronnen: tuple[str, ...] = ()


STAPPEN: tuple[Stap, ...] = (
    Stap(
        "er_al",
        "Wat is er bij jullie al waar leerlingen iets aan hebben? Iets kleins mag ook.",
        "Denk aan een gewoonte, een les of iemand op school. Wat zou je missen als het er niet meer was?",
        "Dit is er al",
        ("positieve_focus.uitspraken.1",),
    ),
    Stap(
        "verschil",
        "Stel dat het precies gaat zoals jullie hopen. Wat zie je dan anders bij leerlingen of in het team?",
        "Het is over een jaar en het loopt goed. Waar merk je dat aan op een gewone dag?",
        "Dit zou anders zijn",
        ("vragen_naar_mogelijkheden.uitspraken.1",),
    ),
    Stap(
        "beetje",
        "Wanneer ging het al een beetje zo? Dat kan vroeger zijn of nu.",
        "Was er een les, een klas of een moment waarop je dacht: zo bedoel ik het?",
        "Dit lukte al een beetje",
        ("vragen_naar_mogelijkheden.uitspraken.2",),
    ),
    Stap(
        "herhalen",
        "Hoe kan dat vaker gebeuren?",
        "Wat maakte dat het toen lukte, en wat daarvan kun je nog eens doen?",
        "Zo kan het vaker",
        ("vragen_naar_mogelijkheden.uitspraken.2", "positieve_focus.uitspraken.3"),
    ),
    Stap(
        "helpen",
        "Wie of wat kan daarbij helpen?",
        "Denk aan een collega, een ouder, leerlingen zelf, of tijd in het rooster.",
        "Dit kan helpen",
        ("vragen_naar_mogelijkheden.uitspraken.2",),
    ),
    Stap(
        "stap",
        "Welke kleine stap willen jullie zetten? Zo klein dat het deze maand kan.",
        "Als je er één ding uit pakt, hoe klein ook: wat is dat dan?",
        "Eén kleine stap",
        ("boomdiagram.uitspraken.1",),
    ),
    Stap(
        "wie",
        "Wie doet dat? Een rol is genoeg.",
        "Wie begint ermee: de mentor, de teamleider, of een groepje?",
        "Wie",
    ),
    Stap(
        "wanneer",
        "En wanneer?",
        "Welke week of welk overleg past daarbij?",
        "Wanneer",
    ),
)
_VOLGORDE = {step.id: place for place, step in enumerate(STAPPEN)}


@dataclass(frozen=True)
class Gesprek:
    """Where the talk stands: the open step (or `klaar`), the answers, and whether the step was put in other words."""

    stap: str = STAPPEN[0].id
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    anders_gesteld: bool = False

    @property
    def klaar(self) -> bool:
        """Whether all questions were put."""
        return self.stap == KLAAR


@dataclass(frozen=True)
class KleineStap:
    """What the talk ends in; parts that were not answered are empty."""

    wat: str
    wie: str = ""
    wanneer: str = ""


@dataclass(frozen=True)
class GrotbergDeel:
    """One of Grotberg's categories: its definition, and the elements that strengthen it by our own reading."""

    id: str
    kop: str
    definitie: Uitspraak
    elementen: tuple[tuple[str, str, str], ...]


def opening(kb: Kennisbank) -> str:
    """What is said before the first question, with the advice that it goes back to."""
    advice = kb.uitspraken.get("positieve_focus.uitspraken.1")
    return f"{_OPENING}\n\n{zin(kb, advice)}" if advice else _OPENING


def open_vraag(talk: Gesprek) -> str:
    """The question that is open now; empty when the talk is finished."""
    if talk.klaar:
        return ""
    step = STAPPEN[_VOLGORDE[talk.stap]]
    return step.anders if talk.anders_gesteld else step.vraag


def volgende(talk: Gesprek, antwoord: str | None) -> Gesprek:
    """The talk after an answer. None (or only blanks) means: we don't know.

    A first "don't know" puts the question in other words, a second one goes on without an answer. Without a small
    step there is nobody to do it, so the last two questions are left out then.
    """
    if talk.klaar:
        return talk
    said = (antwoord or "").strip()
    if not said and not talk.anders_gesteld:
        return replace(talk, anders_gesteld=True)
    answers = {**talk.antwoorden, talk.stap: said} if said else dict(talk.antwoorden)
    place = _VOLGORDE[talk.stap] + 1
    finished = place == len(STAPPEN) or (talk.stap == "stap" and not said)
    return Gesprek(KLAAR if finished else STAPPEN[place].id, answers)


def overslaan(talk: Gesprek) -> Gesprek:
    """The talk after skipping the open question."""
    return volgende(replace(talk, anders_gesteld=True), None)


def kleine_stap(talk: Gesprek) -> KleineStap | None:
    """The small step with who and when; None when the team named none."""
    what = talk.antwoorden.get("stap", "")
    if not what:
        return None
    return KleineStap(what, talk.antwoorden.get("wie", ""), talk.antwoorden.get("wanneer", ""))


def voor_verslag(talk: Gesprek) -> tuple[tuple[str, str], ...]:
    """What the team said as (heading, words), in the order of the talk, for the report."""
    return tuple((step.kop, talk.antwoorden[step.id]) for step in STAPPEN if step.id in talk.antwoorden)


def bronnen(kb: Kennisbank, stap: str) -> tuple[Uitspraak, ...]:
    """The statements that a step goes back to. Raises KeyError for an unknown step."""
    return tuple(kb.uitspraken[id] for id in STAPPEN[_VOLGORDE[stap]].bronnen if id in kb.uitspraken)


_WAAROM = {
    "stap": "Dit gesprek eindigt met één kleine stap, zodat het niet bij praten blijft.",
    "wie": "Als er een rol bij de stap staat, weet jullie team wie begint. Dat komt in het verslag.",
    "wanneer": "Als er een moment bij de stap staat, weet jullie team wanneer het begint. Dat komt in het verslag.",
}


def waarom(kb: Kennisbank, stap: str) -> tuple[str, list[str]]:
    """Why a step is asked, with the statements in it. Raises KeyError for an unknown step."""
    found = bronnen(kb, stap)[:1]
    own = _WAAROM.get(stap, "Deze vraag helpt om te zien wat er al goed gaat en wat daarvan vaker kan.")
    return " ".join([own, *(zin(kb, statement) for statement in found)]), [statement.id for statement in found]


#: The categories with the statement that defines each.
_GROTBERG = (
    ("ik_heb", "Ik heb", "grotberg_categorieen.uitspraken.1"),
    ("ik_ben", "Ik ben", "grotberg_categorieen.uitspraken.2"),
    ("ik_kan", "Ik kan", "grotberg_categorieen.uitspraken.3"),
)


def grotberg_beeld(kb: Kennisbank, antwoorden: Mapping[str, str]) -> tuple[GrotbergDeel, ...]:
    """What an intervention strengthens, seen by Grotberg's categories: elements answered with ja or deels.

    A category without such an element is shown too, empty: that says where there is room.
    """
    parts = []
    for id, heading, definition in _GROTBERG:
        if definition not in kb.uitspraken:
            continue
        present = tuple(
            (e.id, e.naam.split(" (")[0], antwoorden[e.id])
            for e in kb.gevraagd
            if e.grotberg == id and antwoorden.get(e.id) in ("ja", "deels")
        )
        parts.append(GrotbergDeel(id, heading, kb.uitspraken[definition], present))
    return tuple(parts)


def grotberg_tekst(kb: Kennisbank, antwoorden: Mapping[str, str]) -> str:
    """The view as markdown for the chat: definitions cited, the rest marked as our own reading."""
    lines = [_EIGEN_LEZING]
    for part in grotberg_beeld(kb, antwoorden):
        names = [f"{name.lower()}{' (een beetje)' if answer == 'deels' else ''}" for _, name, answer in part.elementen]
        told = (
            f"Bij jullie past hierbij: {', '.join(names)}."
            if names
            else "Hier is nog ruimte. Wat doen jullie al een beetje?"
        )
        lines.append(f"**{part.kop}** {zin(kb, part.definitie)} {told}")
    return "\n\n".join(lines)
