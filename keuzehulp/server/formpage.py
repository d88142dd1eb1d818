"""The questionnaire as a plain form: the same questions and the same feedback, without a chat or JavaScript.

Nothing is kept: the answers travel in the request and the feedback in its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import parse_qs

from keuzehulp import gesprek
from keuzehulp.feedback import Deel, maak_feedback
from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.kennisbank.model import BLOKKEN, IMPLEMENTATIE, Element
from keuzehulp.server.statements import layout

ANSWERS = {"ja": "Ja, duidelijk", "deels": "Een beetje", "nee": "Nee", "weet_niet": "Weet ik niet"}
SECTORS = {"vo": "Voortgezet onderwijs", "po": "Basisonderwijs", "anders": "Anders"}
GROUPS = {
    "alle": "Alle leerlingen",
    "klachten": "Leerlingen met klachten",
    "deel": "Een deel van de leerlingen",
    "onbekend": "Weet ik niet",
}

_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*")


def form(kb: Kennisbank) -> str:
    """The page with all questions. Every question may be left open."""
    parts = [
        "<h1>Keuzehulp Veerkracht als formulier</h1>",
        "<p>Dit zijn dezelfde vragen als in de chat. Je mag elke vraag overslaan. Onderaan vraag je de feedback op. "
        "Van wat je invult, bewaren we niets: print of bewaar de feedback zelf.</p>",
        '<form method="post" action="formulier">',
        "<fieldset><legend>Over de interventie</legend>",
        '<p><label for="interventie">Hoe heet de interventie?</label> <select id="interventie" name="interventie">',
        '<option value="">Een andere, of zonder naam</option>',
        *(f'<option value="{escape(i.id)}">{escape(i.naam)}</option>' for i in kb.interventies.values()),
        "</select></p>",
        "</fieldset>",
        _choices("sector", "Voor welke school is de interventie?", SECTORS),
        _choices("doelgroep", "Is het voor alle leerlingen, of voor leerlingen met klachten?", GROUPS),
    ]
    for block in (*BLOKKEN, IMPLEMENTATIE):
        label = kb.label("blok", block)
        parts.append(f"<h2>{escape(label.naam)}</h2>")
        parts.extend(_question(kb, element) for element in kb.blok(block))
    parts.append('<p><button type="submit">Laat de feedback zien</button></p></form>')
    return layout("Formulier", "\n".join(parts))


def _choices(name: str, question: str, choices: Mapping[str, str], hint: str = "") -> str:
    described = f' aria-describedby="{name}-uitleg"' if hint else ""
    rows = "".join(
        f'<label class="choice"><input type="radio" name="{name}" value="{value}"> {escape(title)}</label>'
        for value, title in choices.items()
    )
    note = f'<p class="hint" id="{name}-uitleg">{hint}</p>' if hint else ""
    return f"<fieldset{described}><legend>{escape(question)}</legend>{note}{rows}</fieldset>"


def _question(kb: Kennisbank, element: Element) -> str:
    html = _choices(element.id, element.vraag, ANSWERS, markup(element.vraag_anders[0]) if element.vraag_anders else "")
    if element.getalvraag:
        name = gesprek.aantal_slot(element.id)
        html += (
            f'<p><label for="{name}">{escape(element.getalvraag.vraag)}</label> '
            f'<input id="{name}" name="{name}" inputmode="numeric" maxlength="30" autocomplete="off"></p>'
        )
    return html


def read_form(kb: Kennisbank, fields: Mapping[str, str]) -> Stand:
    """The answers in a sent form; anything that the form does not offer counts as left open."""
    asked = kb.met_vraag
    answers = {e.id: fields[e.id] for e in asked if fields.get(e.id) in ANSWERS}
    amounts = {}
    for element in asked:
        amount = gesprek.lees_aantal(fields.get(gesprek.aantal_slot(element.id), "")[:30])
        if element.getalvraag and amount and not amount.andere_eenheid and answers.get(element.id) in gesprek.AANWEZIG:
            amounts[element.id] = gesprek.toon_aantal(amount)
    return Stand(
        antwoorden=answers,
        aantallen=amounts,
        interventie=fields["interventie"] if fields.get("interventie") in kb.interventies else None,
        sector=fields["sector"] if fields.get("sector") in SECTORS else None,
        doelgroep=fields["doelgroep"] if fields.get("doelgroep") in GROUPS else None,
    )


def feedback_page(kb: Kennisbank, stand: Stand) -> str:
    """The feedback on a sent form: the same lines as in the chat, all at once."""
    back = '<p><a href="formulier">Terug naar een leeg formulier</a></p>'
    if not stand.antwoorden:
        return layout("Feedback", f"<h1>Feedback</h1>\n<p>Er is nog geen vraag ingevuld.</p>\n{back}")
    parts = [
        "<h1>Feedback op jullie interventie</h1>",
        "<p>Dit is geen oordeel en er is geen eindscore. Print deze pagina als je haar wilt bewaren.</p>",
    ]
    for part in maak_feedback(kb, stand).delen:
        parts.extend(_part(part))
    parts.extend(_implementation(kb, stand))
    parts.extend(_answers(kb, stand))
    return layout("Feedback", "\n".join([*parts, back]))


def _part(part: Deel) -> Iterator[str]:
    yield f"<h2>{escape(part.titel)}</h2>"
    if part.inleiding:
        yield f"<p>{markup(part.inleiding.tekst)}</p>"
    yield "<ul>" + "".join(f"<li>{markup(line.tekst)}</li>" for line in (*part.regels, *part.rest)) + "</ul>"
    if part.slot:
        yield f"<p>{markup(part.slot.tekst)}</p>"


def _implementation(kb: Kennisbank, stand: Stand) -> Iterator[str]:
    if not any(e.id in stand.antwoorden for e in kb.implementatie):
        return
    open_ = [e for e in kb.implementatie if stand.antwoorden.get(e.id) not in gesprek.AANWEZIG and e.vraag_aanbieder]
    if open_:
        yield f"<h2>{escape(kb.label('blok', IMPLEMENTATIE).naam)}</h2>\n<p>Om samen te bespreken:</p>"
        yield "<ul>" + "".join(f"<li>{markup(e.vraag_aanbieder)}</li>" for e in open_) + "</ul>"


def _answers(kb: Kennisbank, stand: Stand) -> Iterator[str]:
    yield "<h2>Jullie antwoorden</h2>\n<dl>"
    for element in kb.met_vraag:
        answer = ANSWERS.get(stand.antwoorden.get(element.id, ""), "Niet ingevuld")
        amount = (
            f" ({escape(gesprek.in_woorden(stand.aantallen[element.id]))})" if element.id in stand.aantallen else ""
        )
        yield f"<dt>{escape(element.naam)}</dt><dd>{answer}{amount}</dd>"
    yield "</dl>"


def markup(text: str) -> str:
    """Our own lines as HTML: escaped, with *emphasis* and **strong**."""
    return _EMPHASIS.sub(
        lambda m: f"<strong>{m.group(1)}</strong>" if m.group(1) else f"<em>{m.group(2)}</em>",
        escape(text, quote=False),
    )


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a form as browsers send it; the first value of each. Raises ValueError when there are too many."""
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=100)
    return {name: values[0] for name, values in fields.items()}


def show_page() -> str:
    """The form."""
    return form(get_kennisbank())


def feedback_of(body: bytes) -> str:
    """The feedback page for a sent form. Raises ValueError when it is no form."""
    kb = get_kennisbank()
    return feedback_page(kb, read_form(kb, fields_of(body)))
