"""Pointing to the report for the team."""

from __future__ import annotations

import re

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from keuzehulp import gesprek
from keuzehulp.report.picture import elementen_beeld

REPORT = {"title": "Maak een verslag", "payload": "/report"}

#: Where our own channel has the report (HTML, PDF, Word), as an address beside the chat.
REPORT_PLACE = "webhooks/keuzehulp/report"

#: Somebody wants the report sent.
_MAIL = re.compile(r"\b(?:mail\w*|e-mail\w*|stuur|sturen|opsturen|doorsturen|app(?:en)?)\b", re.IGNORECASE)


def say_report(dispatcher: CollectingDispatcher, tracker: Tracker, stand: gesprek.Stand) -> None:
    """Point to the report, with the picture that stands in it."""
    still = _left_in_report(stand)
    if _MAIL.search(common.text_of(tracker)):
        common.say(dispatcher, "Mailen kan ik niet. Je kunt het verslag wel zelf bewaren en versturen.")
    common.say(
        dispatcher,
        f"Je verslag staat klaar om te lezen, te printen of te bewerken: kies *Verslag* in dit venster (HTML, PDF of Word).{still} "
        "Er horen geen namen in: namen die ik herken, laat ik weg. Lees het na voor je het deelt, want ook een functie "
        "met een verhaal kan naar iemand wijzen.",
        beeld=elementen_beeld(common.kennisbank(), stand).bericht(),
        link={"href": REPORT_PLACE, "title": "Kies je verslag"},
    )


def _left_in_report(stand: gesprek.Stand) -> str:
    """What a report made now leaves open: questions without an answer, and proposals that wait for a yes."""
    text, left = "", len(gesprek.open_elementen(common.kennisbank(), stand))
    if left:
        verb, pronoun = ("is", "die staat") if left == 1 else ("zijn", "die staan")
        text = f" Er {verb} nog {gesprek.vragen(left)} open; {pronoun} erin als nog niet beantwoord."
    proposed = len([e for e in stand.voorstellen if stand.antwoorden.get(e)])
    if proposed:
        text += f" {proposed} {'antwoord' if proposed == 1 else 'antwoorden'} vulde ik in en jullie hebben dat nog niet bekeken."
    return text
