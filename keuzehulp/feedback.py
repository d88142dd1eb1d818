"""Feedback on an intervention: a pure function from answers and knowledge base to cited lines.

Order and tone follow Kuiper & Bannink (strengths first; guide of the domain, 3.4): what is there, what can grow,
what is not known yet, what to mind, one small step. There is no score, no ranking and no total: the report finds
no relation between the number of elements and resilience (Trimbos § 5.3.3.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from keuzehulp.gesprek import MEER, MINDER, Stand, in_woorden, opsomming
from keuzehulp.kennisbank.model import Element, Getalvraag, Kennisbank, Uitspraak
from keuzehulp.kennisbank.weergave import zin

#: How many points of one kind are shown at once; the rest comes on request.
MAX_KRACHT = 5
MAX_GROEI = 3
MAX_LET_OP = 4


@dataclass(frozen=True)
class Regel:
    """One line of feedback: its text with citations, and the ids of the statements in it.

    `eigen` marks a line that states no fact of a source (a question, or what the school itself said).
    """

    tekst: str
    uitspraken: tuple[str, ...] = ()
    element: str = ""
    eigen: bool = False


@dataclass(frozen=True)
class Deel:
    """A part of the feedback: the lines shown first and the rest that is shown on request."""

    id: str
    titel: str
    regels: tuple[Regel, ...]
    rest: tuple[Regel, ...] = ()
    inleiding: Regel | None = None
    slot: Regel | None = None

    def markdown(self, alles: bool = False) -> str:
        """The part as markdown, with the rest when `alles`."""
        lines = [f"**{self.titel}**"]
        if self.inleiding:
            lines.append(self.inleiding.tekst)
        shown = (*self.regels, *self.rest) if alles else self.regels
        lines += [f"- {regel.tekst}" for regel in shown]
        if self.rest and not alles:
            lines.append(f"Er is meer: nog {len(self.rest)}. Typ *vertel meer* als je dat wilt zien.")
        if self.slot:
            lines.append(self.slot.tekst)
        return "\n".join(lines)

    def uitspraken(self, alles: bool = False) -> tuple[str, ...]:
        """Ids of all statements that `markdown` shows."""
        shown = (*self.regels, *self.rest) if alles else self.regels
        extra = [regel for regel in (self.inleiding, self.slot) if regel]
        return tuple(dict.fromkeys(u for regel in (*extra, *shown) for u in regel.uitspraken))


@dataclass(frozen=True)
class Feedback:
    """The five parts, in order."""

    delen: tuple[Deel, ...]

    def deel(self, id: str) -> Deel:
        """A part by id: kracht, groei, onbekend, let_op or stap. Raises KeyError."""
        for deel in self.delen:
            if deel.id == id:
                return deel
        raise KeyError(id)


def maak_feedback(kb: Kennisbank, stand: Stand) -> Feedback:
    """Feedback on the answers in `stand`; every line that states a fact carries its citation."""
    asked = [kb.elementen[e.id] for e in kb.gevraagd if stand.antwoorden.get(e.id)]
    return Feedback(
        delen=(
            _kracht(kb, stand, asked),
            _groei(kb, stand, asked),
            _onbekend(stand, asked),
            _let_op(kb, stand, asked),
            _stap(kb, stand, asked),
        )
    )


def _regel(kb: Kennisbank, statement: Uitspraak, element: str = "", erachter: str = "") -> Regel:
    text = zin(kb, statement)
    return Regel(f"{text} {erachter}".strip(), (statement.id,), element)


def _with_answer(stand: Stand, asked: Iterable[Element], answer: str) -> Iterator[Element]:
    return (e for e in asked if stand.antwoorden[e.id] == answer)


def _kracht(kb: Kennisbank, stand: Stand, asked: list[Element]) -> Deel:
    lines: list[Regel] = []
    for element in _with_answer(stand, asked, "ja"):
        assert element.feedback and element.feedback.kracht
        lines.append(_named(element, _regel(kb, element.feedback.kracht, element.id)))
        lines.extend(_amount(kb, element, stand))
    for element in _with_answer(stand, asked, "deels"):
        assert element.feedback
        statement = element.feedback.kracht_deels or element.feedback.kracht
        assert statement
        lines.append(_named(element, _regel(kb, statement, element.id)))
        lines.extend(_amount(kb, element, stand))
    if not lines:
        lines = [
            Regel(
                "Jullie staan samen stil bij wat jullie leerlingen nodig hebben. Dat is een begin, en het is er al.",
                eigen=True,
            )
        ]
    intro = _regel(kb, kb.feedbackkader.eerst_kansen)
    return Deel("kracht", "Dit is er al", tuple(lines[:MAX_KRACHT]), tuple(lines[MAX_KRACHT:]), intro)


def _named(element: Element, regel: Regel) -> Regel:
    return Regel(f"*{element.naam}.* {regel.tekst}", regel.uitspraken, regel.element, regel.eigen)


def _amount(kb: Kennisbank, element: Element, stand: Stand) -> Iterator[Regel]:
    amount = stand.aantallen.get(element.id, "")
    question = element.getalvraag
    if question is None or not amount[:1].isdigit():
        return
    statement = _by_amount(question, amount)
    if statement is None:
        return
    ids = [statement.id]
    text = zin(kb, statement)
    if question.let_op:
        text = f"{text} {zin(kb, question.let_op)}"
        ids.append(question.let_op.id)
    yield Regel(f"*{element.naam}, {in_woorden(amount, question.eenheid)}.* {text}", tuple(ids), element.id)


#: Higher than any amount.
_ONBEGRENSD = 10_000


def _by_amount(question: Getalvraag, amount: str) -> Uitspraak | None:
    """The statement for an amount such as "12", "8-14" or "20+"; None when a range lies across the border."""
    numbers = [int(n) for n in amount.rstrip(MEER + MINDER).split("-")]
    low, high = numbers[0], numbers[-1]
    if amount.endswith(MEER):
        low, high = low + 1, _ONBEGRENSD
    elif amount.endswith(MINDER):
        low, high = 0, high - 1
    if high < question.van:
        return question.onder
    if low > question.tot:
        return question.boven
    if low >= question.van and high <= question.tot:
        return question.binnen
    return None


def _groei(kb: Kennisbank, stand: Stand, asked: list[Element]) -> Deel:
    lines = []
    for element in (*_with_answer(stand, asked, "nee"), *_with_answer(stand, asked, "deels")):
        assert element.feedback and element.feedback.groei
        if stand.antwoorden[element.id] == "deels" and element.feedback.groei_vraag:
            # What grows is there in part already, so only the opening question is left to ask.
            lines.append(
                Regel(
                    f"*{element.naam}* is er al een beetje. {element.feedback.groei_vraag}",
                    element=element.id,
                    eigen=True,
                )
            )
        else:
            lines.append(_named(element, _regel(kb, element.feedback.groei, element.id, element.feedback.groei_vraag)))
    intro = Regel("In de volgorde van de keuzehulp; dat is geen volgorde van belang.", eigen=True)
    if not lines:
        lines = [
            Regel(
                "Jullie noemden geen element dat er nog niet is. Wat zouden jullie willen vasthouden of vaker doen?",
                eigen=True,
            )
        ]
        return Deel("groei", "Dit kan groeien", tuple(lines))
    return Deel("groei", "Dit kan groeien", tuple(lines[:MAX_GROEI]), tuple(lines[MAX_GROEI:]), intro)


def _onbekend(stand: Stand, asked: list[Element]) -> Deel:
    lines = [
        Regel(f"*{e.naam}.* Vraag voor de aanbieder: {e.vraag_aanbieder}", element=e.id, eigen=True)
        for e in _with_answer(stand, asked, "weet_niet")
    ]
    skipped = [e.korte_naam.lower() for e in _with_answer(stand, asked, "overgeslagen")]
    if skipped:
        lines.append(Regel(f"Overgeslagen: {opsomming(skipped)}. Je kunt die later nog invullen.", eigen=True))
    unasked = [e.korte_naam.lower() for e in asked if not stand.antwoorden.get(e.id)]
    if unasked:
        lines.append(Regel(f"Nog zonder antwoord: {opsomming(unasked)}.", eigen=True))
    if not lines:
        lines = [Regel("Jullie hadden op elke vraag een antwoord.", eigen=True)]
    return Deel("onbekend", "Dit weten jullie nog niet", tuple(lines))


def _let_op(kb: Kennisbank, stand: Stand, asked: list[Element]) -> Deel:
    lines = [_regel(kb, statement) for statement in _frame(kb, stand)]
    for element in asked:
        if stand.antwoorden[element.id] in ("ja", "deels", "nee"):
            lines.extend(_tensions(kb, element))
    for element in (*_with_answer(stand, asked, "ja"), *_with_answer(stand, asked, "deels")):
        if element.feedback and element.feedback.let_op and not element.spanning:
            lines.append(_named(element, _regel(kb, element.feedback.let_op, element.id)))
    return Deel("let_op", "Let op", tuple(lines[:MAX_LET_OP]), tuple(lines[MAX_LET_OP:]))


def _frame(kb: Kennisbank, stand: Stand) -> Iterator[Uitspraak]:
    yield kb.feedbackkader.waarom_voorzichtig
    if stand.sector in ("po", "anders"):
        yield kb.feedbackkader.sector_anders
    described = kb.interventies.get(stand.interventie or "")
    if described and described.bereik:
        yield described.bereik
    elif stand.doelgroep == "klachten":
        yield kb.feedbackkader.doelgroep_klachten
    yield kb.feedbackkader.geen_optelling
    if described:
        yield kb.feedbackkader.niet_vermeld


def _tensions(kb: Kennisbank, element: Element) -> Iterator[Regel]:
    """Contradictions of the research on an element, always both sides in one line."""
    for tension in element.spanning:
        sides = [tension.een_kant, tension.andere_kant, *([tension.uitleg] if tension.uitleg else [])]
        one, other, *rest = (zin(kb, s) for s in sides)
        text = " ".join([f"*{element.naam}, twee kanten.* (1) {one} (2) {other}", *rest])
        yield Regel(text, tuple(s.id for s in sides), element.id)


def _stap(kb: Kennisbank, stand: Stand, asked: list[Element]) -> Deel:
    lines = [_regel(kb, kb.feedbackkader.kleine_stap)]
    growing = [*_with_answer(stand, asked, "deels"), *_with_answer(stand, asked, "nee")]
    idea = next((e for e in growing if e.kleine_stap), None)
    if idea:
        lines.append(
            Regel(f"Een idee bij *{idea.korte_naam.lower()}*: {idea.kleine_stap}", element=idea.id, eigen=True)
        )
    question = Regel("Welk punt vinden jullie nu het belangrijkst, en wie kan daarbij helpen?", eigen=True)
    return Deel("stap", "Eén kleine stap", tuple(lines), slot=question)


#: The parts in the short version, with the answers that they hold.
_KORT = (
    ("Dit is er al", ("ja",)),
    ("Dit is er een beetje", ("deels",)),
    ("Dit kan groeien", ("nee",)),
    ("Dit weten jullie nog niet", ("weet_niet", "overgeslagen")),
)


def maak_kort(kb: Kennisbank, stand: Stand) -> str:
    """The feedback in a few lines: only the names, in the order of the questions; nothing is weighed."""
    lines = []
    for title, answers in _KORT:
        names = [e.korte_naam.lower() for e in kb.gevraagd if stand.antwoorden.get(e.id) in answers]
        if names:
            lines.append(f"- *{title}:* {opsomming(names)}.")
    tail = "Dat is de volgorde van de keuzehulp, geen volgorde van belang. Met *feedback* zie je alles, met de bronnen erbij."
    return "\n".join(["**In het kort**", *lines, tail])


def stap_bij(kb: Kennisbank, element_id: str) -> Regel:
    """What helps to begin with an element: its small step, else what can grow with its question."""
    element = kb.elementen[element_id]
    if element.kleine_stap:
        return Regel(f"Een idee: {element.kleine_stap}", element=element.id, eigen=True)
    if element.feedback and element.feedback.groei_vraag:
        return Regel(element.feedback.groei_vraag, element=element.id, eigen=True)
    if element.feedback and element.feedback.groei:
        return _regel(kb, element.feedback.groei, element.id)
    return Regel(element.vraag_aanbieder or "", element=element.id, eigen=True)
