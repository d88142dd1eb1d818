"""Answers to questions about the sources, put together from statements of the knowledge base and nothing else.

Two ways of looking are weighed against each other (`afwegen`): what the rules alone answer (`regels`), and the example
questions of the knowledge base (`keuzehulp.vragenbank`), which tell which statement answers the question and how sure
it is that none does. An answer is given only where that is sure enough; else what is nearest is shown with a doubt, or
it says that the sources do not hold it. A follow-up is also tried together with the question that it leans on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from keuzehulp.beantwoorden.afwegen import LANGSTE_VRAAG, Beantwoorder
from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, Antwoord, Kennis, Vraag
from keuzehulp.beantwoorden.opmaak import MEEST, klaar, uniek
from keuzehulp.beantwoorden.samenstellen import reden_eerst, zonder_herhaling
from keuzehulp.beantwoorden.vervolg import punt_van_lijst
from keuzehulp.beantwoorden.woorduitleg import onder_voorbehoud
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.klaarvraag import delen
from keuzehulp.nlu.spelling import spelling
from keuzehulp.vraagpatronen import EN_EEN_WOORD, IN_GEWONE_TAAL, IN_HET_MODEL, OOK_ALWEER, ZEGGEN_ZIJ
from keuzehulp.vraagvorm import plat, wijst_terug
from keuzehulp.vragenbank import Gevraagd
from keuzehulp.zoeken import stam, woorden

_KENNIS: dict[int, Kennis] = {}

_MODEL = "resilience_portfolio_model"


def answer(kb: Kennisbank, vraag: Vraag) -> Antwoord:
    """Answer a question from the knowledge base, or say that it holds no answer.

    The first call for a knowledge base builds its indexes; call `prepare` at start-up to have that done.
    """
    kennis = prepare(kb)
    asked = _in_volle_woorden(kennis, replace(vraag, tekst=spelling().herstel(vraag.tekst[:LANGSTE_VRAAG])))
    asking = Beantwoorder(kennis, asked)
    point = punt_van_lijst(asking.q)
    if point is not None:
        return replace(point, vraag=vraag.vorige_vraag or asked.tekst)
    given = asking.op_regels.vast
    if given is None:
        found = _op_beide(kennis, asked) or asking.antwoord()
        given = onder_voorbehoud(asking.q, reden_eerst(asking.q, zonder_herhaling(asking.q, found)))
    return replace(given, vraag=asking.te_onthouden)


def _in_volle_woorden(kennis: Kennis, vraag: Vraag) -> Vraag:
    """A question without "in gewone taal", which every answer should be, and with the writers for "zij" after what they said."""
    kb = kennis.kb
    vraag = _op_eerste_woord(kb, replace(vraag, tekst=OOK_ALWEER.sub("", IN_GEWONE_TAAL.sub("", vraag.tekst))))
    vraag = _rollenspel_zelf(_zonder_model(vraag))
    vraag = _zelfde_aandeel(kennis, vraag)
    told = [kb.uitspraken[id] for id in vraag.vorige_uitspraken if id in kb.uitspraken]
    if not told or any(c.bron != "K" for s in told for c in s.bronnen):
        return vraag
    return replace(vraag, tekst=ZEGGEN_ZIJ.sub(r"\1 Kuiper en Bannink", vraag.tekst))


def _zonder_model(vraag: Vraag) -> Vraag:
    """ "Wat zijn omgevingsfactoren in het Resilience Portfolio Model?" is about those, and not about the model."""
    others = tuple(b for b in vraag.begrippen if b != _MODEL)
    text = IN_HET_MODEL.sub("", vraag.tekst)
    if text == vraag.tekst or not (others or vraag.elementen):
        return vraag
    return replace(vraag, tekst=text, begrippen=others)


def _rollenspel_zelf(vraag: Vraag) -> Vraag:
    """In a check role play counts as practising; a question about role play alone has answers of its own."""
    words = plat(vraag.tekst)
    if not re.search(r"(?<![a-z])roll?en?spel", words) or "oefen" in words:
        return vraag
    named = dict.fromkeys("rollenspel" if e == "oefenen" else e for e in vraag.elementen)
    return replace(vraag, elementen=tuple(named))


def _op_eerste_woord(kb: Kennisbank, vraag: Vraag) -> Vraag:
    """After an element "en doelen?" is about the element of which the name begins so ("doelen stellen")."""
    word = re.fullmatch(EN_EEN_WOORD, plat(vraag.tekst))
    if (
        word is None
        or vraag.elementen
        or vraag.begrippen
        or vraag.interventies
        or vraag.vorig_onderwerp not in kb.elementen
    ):
        return vraag
    stem = stam(word.group(1))
    begun = [e.naam for e in kb.elementen.values() if " " in e.naam and stam(woorden(e.naam)[0]) == stem]
    return replace(vraag, tekst=f"en {begun[0].lower()}") if len(begun) == 1 else vraag


def _zelfde_aandeel(kennis: Kennis, vraag: Vraag) -> Vraag:
    """After "hoe vaak komt X voor?" a bare "en Y?" asks how common Y is."""
    bare = re.fullmatch(r"(?:en|of|hoe zit het met) (?:bij |over )?(\w+(?: \w+){0,2})", plat(vraag.tekst))
    share = re.search(
        r"(?<![a-z])(?:hoe vaak (?:komt|komen|zit|zitten)|procent|percentage)(?![a-z])", plat(vraag.vorige_vraag)
    )
    if bare is None or share is None or vraag.interventies or bare.group(1).split()[-1] in ("daar", "daarvan"):
        return vraag
    named = vraag.elementen or tuple(id for id in kennis.namen.in_tekst(bare.group(1)))
    if len(named) != 1 or named[0] not in kennis.kb.elementen:
        return vraag
    full = f"Hoe vaak komt {kennis.kb.elementen[named[0]].naam.lower()} voor?"
    return replace(vraag, tekst=full, elementen=named, begrippen=(), intent="ask_fact")


def _op_beide(kennis: Kennis, vraag: Vraag) -> Antwoord | None:
    """The answers to two questions in one message together, when both are sure; else the message is taken as one."""
    parts = delen(vraag.tekst)
    if parts is None:
        return None
    first = Beantwoorder(kennis, _deelvraag(kennis, vraag, parts[0])).antwoord()
    if first.soort != ANTWOORD:
        return None
    carried = replace(vraag, vorig_onderwerp=first.onderwerp, vorige_uitspraken=first.regels)
    own = [id for id in kennis.namen.in_tekst(parts[1]) if id != "duur"]
    if own and wijst_terug(parts[1]):
        return None
    text = parts[1] if own else f"en {parts[1]}"
    second = Beantwoorder(
        kennis, replace(_deelvraag(kennis, carried, text), interventies=_gedragen(kennis, own, first))
    ).antwoord()
    if second.soort != ANTWOORD or not second.regels:
        return None
    ids = list(dict.fromkeys([*first.regels[:3], *second.regels[:2], *first.regels[3:], *second.regels[2:]]))[:MEEST]
    ids.sort(key=lambda id: id not in first.regels)
    lines = [kennis.kb.uitspraken[id] for id in ids]
    return klaar(Gelezen(kennis, vraag), uniek(lines)[:MEEST], first.onderwerp or "")


def _deelvraag(kennis: Kennis, vraag: Vraag, text: str) -> Vraag:
    """A part of a message as a question of its own: with what it names itself, or else what the message names."""
    if kennis.namen.in_tekst(text):
        return replace(vraag, tekst=text, intent="", elementen=(), begrippen=(), interventies=())
    return replace(vraag, tekst=text, intent="")


def _gedragen(kennis: Kennis, own: list[str], first: Antwoord) -> tuple[str, ...]:
    """The programme that a second question is about: its own, else that of the first answer."""
    if own:
        return tuple(id for id in own if id in kennis.kb.interventies)
    return tuple(id for id in (first.onderwerp,) if id in kennis.kb.interventies)


def prepare(kb: Kennisbank) -> Kennis:
    """Build the indexes of a knowledge base, once."""
    found = _KENNIS.get(id(kb))
    if found is None or found.kb is not kb:
        found = _KENNIS[id(kb)] = Kennis(kb)
        found.index.zoek("wat is veerkracht")
        spelling().herstel("wat is veerkracht")
        found.vragenbank.zoek(Gevraagd("wat is veerkracht"))
        # The patterns of the rules are compiled at the first question.
        Beantwoorder(found, Vraag("hoe vaak komt modeling voor")).antwoord()
    return found


def zie_vraag(kennis: Kennis, vraag: Vraag) -> Gevraagd:
    """A question as it is compared with the example questions."""
    return Beantwoorder(kennis, vraag).gevraagd()
