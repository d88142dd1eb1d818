"""Amounts, shares, lists and reasons: an answer has to hold the kind of thing that is asked for, or else says that it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, Antwoord
from keuzehulp.beantwoorden.opmaak import klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van, beste, gaat_over_element, gedekt
from keuzehulp.beantwoorden.weigeren import aandeel_van_mensen, niet_gevonden
from keuzehulp.getallen import GETALLEN
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.soortvraag import AANDEEL, LIJST, REDEN, geeft_reden, houdt, somt_op
from keuzehulp.soortvraag import DUUR as DUUR_GEVRAAGD
from keuzehulp.vraagpatronen import BEWEERT, GETELD, GETELD_WOORD, HOEVEEL, KLOPT_AANTAL, MEEDOEN
from keuzehulp.vraagsoort import is_kenmerk
from keuzehulp.vraagvorm import percentages
from keuzehulp.zoeken import is_generiek, is_stopwoord, stam, vouw, woorden

_ANDER_AANDEEL = "Nee, mijn bronnen geven hier een ander percentage:"
_KLOPT_NIET = "Nee, in de beschrijving staat een ander aantal:"

#: A question of so few words is about the figure in it.
_KORTE_VRAAG = 10


def genoemd_percentage(q: Gelezen) -> Antwoord | None:
    """What a percentage in the question is about: the statements that hold it, or that no source does."""
    asked = percentages(q.tekst)
    if not asked:
        return None
    holding = [s for s in map(q.kb.uitspraken.get, q.index.ids) if s and asked <= percentages(s.tekst)]
    people = aandeel_van_mensen(q)
    named = people or [s for s in holding if q.kb.eigenaar[s.id] in q.genoemd_onderwerp()]
    if not holding:
        # In a longer message it may be a figure of the school itself.
        return niet_gevonden(q) if len(q.tekst.split()) <= _KORTE_VRAAG else None
    best = beste(q, named or holding, 3)
    return klaar(q, best, q.kb.eigenaar[best[0].id])


def hoeveelheid(q: Gelezen) -> Antwoord | None:
    """The statement that gives the amount of what is counted, whichever subject it stands under."""
    if q.interventies or q.terug or not re.search(GETELD_WOORD, q.plat):
        return None
    scores = q.index.scores(q.tekst)
    named = (*q.elementen, *q.begrippen)
    bare = not named and not q.inhoud() and re.search(MEEDOEN, q.plat) is not None
    fits: dict[str, float] = {}
    for id, score in scores.items():
        statement, owner = q.kb.uitspraken[id], q.kb.eigenaar[id]
        if not statement.cijfers or owner in q.kb.interventies or not telt(q, statement):
            continue
        if bare and owner != q.vraag.vorig_onderwerp:
            continue  # "hoeveel kinderen deden mee?" names nothing: it is about what was told of
        fits[id] = score + (0.25 if owner in named else 0.0) - (0.2 if ".voorbehoud." in id else 0.0)
    if not fits or max(fits.values()) < 0.22:
        return None
    bar = max(0.22, 0.75 * max(fits.values()))
    good = sorted((id for id in fits if fits[id] >= bar), key=lambda id: -fits[id])
    owners = list(dict.fromkeys(q.kb.eigenaar[id] for id in good))[:3]
    whole = [o for o in owners if _hele_dekking(q, o)]
    if not whole:
        return None
    owner = whole[0]
    mine = sorted((id for id in fits if q.kb.eigenaar[id] == owner), key=lambda id: -fits[id])
    lines = [q.kb.uitspraken[id] for id in mine if ".voorbehoud." not in id][:3] or [q.kb.uitspraken[mine[0]]]
    caveats = q.kb.elementen[owner].voorbehoud if owner in q.kb.elementen else ()
    figures = {c for s in lines for c in s.cijfers}
    return klaar(q, uniek([*lines, *[s for s in caveats if set(s.cijfers) & figures][:1]]), owner)


def _hele_dekking(q: Gelezen, owner: str) -> bool:
    """Whether a subject holds nearly all that the question says, and nothing in it is foreign to the subject."""
    covered = q.index.dekking(q.tekst, q.index.eigenaar_stammen[owner])
    return covered >= 0.75 and gedekt(q, owner)


def klopt_aantal(q: Gelezen) -> Antwoord | None:
    """ "Klopt het dat VRIENDEN 17 lessen heeft?": no, when the description gives another amount of just that; else that line."""
    asked = re.search(KLOPT_AANTAL, q.plat)
    if asked is None or len(q.interventies) != 1 or len(q.kb.interventies[q.interventies[0]].codering) == 0:
        return None
    number, noun = asked.groups()
    group = next((g for g in GETELD if noun in g), (noun,))
    told = [
        s for s in q.kb.interventies[q.interventies[0]].kenmerken if s.onderwerp == "lessen" and _telt_iets(s, group)
    ]
    if not told:
        return None
    asked_for = str(GETALLEN.get(number, number))
    same = [
        s for s in told if asked_for in {str(GETALLEN.get(c, c)) for word in s.cijfers for c in (word, *woorden(word))}
    ]
    if same:
        # "17 lessen, dat zit toch goed?" asks more than whether the number is right.
        whole = len(q.plat[asked.end() :].split()) <= _KORT_EROP
        return klaar(q, same[:1], q.interventies[0]) if whole else None
    given = klaar(q, told[:2], q.interventies[0])
    return replace(given, tekst=f"{_KLOPT_NIET}\n\n{given.tekst}")


#: So many words at most stand behind a number that is only asked to be right ("heeft dat 17 lessen in totaal toch").
_KORT_EROP = 2


def klopt_aandeel(q: Gelezen) -> Antwoord | None:
    """ "Inzicht zit toch in 86%?": no, when the sources give other shares of that element, and what that share is of."""
    asked = percentages(q.tekst)
    if len(q.elementen) != 1 or q.interventies or not asked or not re.search(BEWEERT, q.plat):
        return None
    own = [s for s in alle_van(q, q.elementen[0]) if percentages(s.tekst)]
    if not own or asked & frozenset().union(*(percentages(s.tekst) for s in own)):
        return None
    elsewhere = [s for id in q.index.ids if asked <= percentages((s := q.kb.uitspraken[id]).tekst) and ".bewijs." in id]
    told = [s for s in own if ".bewijs." in s.id] or own
    given = klaar(q, uniek([*beste(q, told, 1), *elsewhere[:1]]), q.elementen[0])
    return replace(given, tekst=f"{_ANDER_AANDEEL}\n\n{given.tekst}")


def _telt_iets(statement: Uitspraak, nouns: Iterable[str]) -> bool:
    """Whether a statement gives an amount of one of these things."""
    figures = {w for c in statement.cijfers for w in woorden(c)}
    return any(word in figures and not set(nouns).isdisjoint(near[:2]) for word, near in _met_vervolg(statement.tekst))


def met_getal(q: Gelezen, found: Antwoord) -> Antwoord:
    """Who asks for an amount gets an amount, or hears that it is not there."""
    if found.soort != ANTWOORD or not re.search(HOEVEEL, q.plat):
        return found
    statements = q.geciteerd(found)
    if found.onderwerp in q.kb.elementen and "hoe lang" in q.plat:
        return found  # an element is long or short by evidence, not by an amount
    if any(s.cijfers and telt(q, s) and _gaat_over(q, s) for s in statements):
        return found
    if found.onderwerp in q.kb.interventies or found.onderwerp in q.kb.begrippen:
        others = [s for s in alle_van(q, str(found.onderwerp)) if s.cijfers and telt(q, s) and _gaat_over(q, s)]
        if others:
            return klaar(q, beste(q, others, 2), str(found.onderwerp))
    return niet_gevonden(q, statements, found.onderwerp)


def _gaat_over(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement holds one of the particular words beside what is counted ("uur … de opleiding")."""
    counted = re.search(GETELD_WOORD, q.plat)
    noun = counted.group(1) if counted else ""
    verbs = ("kost", "kosten", "duurt", "duurde", "duurden", "duren", "duur", "blijft", noun)
    asked = {stem for w in q.inhoud() if w not in verbs for stem in q.index.ontleed(w)}
    studies = " ".join(q.kb.studies[c.studie].naam for c in statement.bronnen if c.studie)
    return not asked or bool(asked & set(q.index.ontleed(f"{statement.tekst} {studies}")))


def telt(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement gives an amount of what is counted ("hoeveel lessen": "161 klassikale lessen")."""
    counted = re.search(GETELD_WOORD, q.plat)
    if counted and counted.group(1) in ("procent", "percentage"):
        return any("%" in c or "procent" in c for c in statement.cijfers)
    if counted and re.search(MEEDOEN, q.plat):
        people = r"\d+ (?:\w+ )?(?:kinderen|leerlingen|jongeren|deelnemers|docenten|mensen)"
        return re.search(people, vouw(statement.tekst)) is not None
    if counted is None or (is_stopwoord(counted.group(1)) and not counted.group(0).startswith("hoe oud")):
        return True
    noun = "jaar" if counted.group(0).startswith("hoe oud") else counted.group(1)
    words = {noun, *(w for group in GETELD if noun in group for w in group)}
    stems = {stam(w) for w in words}
    figures = {w for c in statement.cijfers for w in woorden(c)}
    return any(
        word in figures
        and any(
            stam(n) in stems or (len(n) > 4 and noun.endswith(n)) or (len(noun) > 3 and stam(n).endswith(stam(noun)))
            for n in near
        )
        for word, near in _met_vervolg(statement.tekst)
    )


def van_de_soort(q: Gelezen, found: Antwoord) -> Antwoord:
    """The answer, if it holds the kind of thing that is asked for; else what does; else that it is not there."""
    asked = q.eis
    if asked is None or found.soort != ANTWOORD:
        return found
    if asked.soort == LIJST:
        return _met_lijst(q, found, asked.ding)
    if asked.soort == REDEN:
        return _met_reden(q, found)
    if asked.soort == DUUR_GEVRAAGD and found.onderwerp == "duur":
        return found  # how long is best: a matter of evidence, not of an amount
    if asked.ding in _eigen_namen(q, found.onderwerp):
        asked = replace(asked, ding="")
    statements = q.geciteerd(found)
    authors = q.kennis.auteurs
    if any(_noemt_element(q, s) for s in houdt(asked, statements, authors, q.tekst)):
        return found
    subject = found.onderwerp or ""
    fitting = houdt(asked, alle_van(q, subject), authors, q.tekst)
    fitting = [s for s in fitting if _gaat_over(q, s) and telt(q, s) and _noemt_element(q, s)]
    if fitting and (asked.ding or asked.soort == AANDEEL):
        return klaar(q, beste(q, fitting, 2), subject)
    return niet_gevonden(q, statements, found.onderwerp)


def _noemt_element(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a share is that of the element asked about; a statement of the element itself needs not name it."""
    if q.eis is None or q.eis.soort != AANDEEL or not q.elementen:
        return True
    return gaat_over_element(q, statement)


def _eigen_namen(q: Gelezen, subject: str | None) -> set[str]:
    """The words that name an intervention or a concept on their own ("PAD", "kanjerles" not)."""
    value = q.kb.interventies.get(subject or "") or q.kb.begrippen.get(subject or "")
    if value is None:
        return set()
    alone = (woorden(n) for n in value.synoniemen)
    return {*woorden(value.naam), *(n[0] for n in alone if len(n) == 1)}


def _met_lijst(q: Gelezen, found: Antwoord, ding: str) -> Antwoord:
    """Which ones there are in an intervention: only a statement that goes on to list them answers that."""
    if found.onderwerp not in q.kb.interventies or is_kenmerk(ding) or q.vraagt_overzicht() or is_generiek(stam(ding)):
        return found
    statements = q.geciteerd(found)
    if any(somt_op(ding, s) for s in statements):
        return found
    return niet_gevonden(q, statements, found.onderwerp)


def _met_reden(q: Gelezen, found: Antwoord) -> Antwoord:
    """The descriptions of interventions give few reasons: a question for one needs a statement that gives one."""
    statements = q.geciteerd(found)
    if found.onderwerp not in q.kb.interventies or any(geeft_reden(s) for s in statements):
        return found
    return niet_gevonden(q, statements, found.onderwerp)


def _met_vervolg(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each word of a text with the few that follow it in the same sentence."""
    for sentence in re.split(r"[.!?:;](?:\s|$)", text):
        words = woorden(sentence)
        for place, word in enumerate(words):
            yield word, words[place + 1 : place + 5]
