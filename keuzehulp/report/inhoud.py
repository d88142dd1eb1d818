"""What stands in the report: a pure function from knowledge base and answers to a neutral `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from keuzehulp.feedback import Deel, Regel, maak_feedback
from keuzehulp.gesprek import AANWEZIG, DOELGROEPEN, SECTOREN, Stand, in_woorden, opsomming
from keuzehulp.kennisbank.model import BLOKKEN, IMPLEMENTATIE, Element, Interventie, Kennisbank, Uitspraak
from keuzehulp.kennisbank.weergave import toon_bron, zin
from keuzehulp.report.document import INVULLEN, Alinea, Blok, Document, Figuur, Lijst, Sectie, Tabel
from keuzehulp.report.picture import (
    antwoord_naam,
    antwoord_van,
    elementen_beeld,
    vergelijk_beeld,
)
from keuzehulp.report.tekst import MAX_NAAM, eigen, gebruiker, geciteerd, schoon, toon_datum
from keuzehulp.vergelijken import MEESTE_KOLOMMEN, Cel, Eigen, vergelijk

#: What the conversation stores for an intervention without a name.
NAAMLOOS = "zonder naam"

#: Topics that teams ask about and the sources do not hold, with a title that claims nothing.
NIET_IN_BRONNEN = {
    "effect_programma": "Effecten van de beschreven interventies",
    "voorspelling": "Hoeveel effect iets bij jullie heeft",
    "rangorde": "Een rangorde van interventies",
    "kosten": "Kosten",
    "erkenning": "Erkenning",
    "tijd_en_planning": "Tijd om in te voeren",
    "praktische_tips": "Kant-en-klare oefeningen",
    "meetinstrument": "Een meetinstrument",
    "andere_doelgroep": "Andere groepen leerlingen",
    "basisschool": "De basisschool",
    "pesten": "Aanpak van pesten",
    "figuren": "Getallen uit figuren",
    "actueel": "Nieuw onderzoek",
}
#: Answers that only read well behind a question, in words that stand alone.
_IN_A_LIST = {
    "effect_programma": "Welke effecten VRIENDEN, Kanjertraining en PAD hebben, weet ik niet.",
    "kosten": "Over kosten en prijzen weet ik niets. De aanbieder kan dat vertellen.",
    "andere_doelgroep": "Over nieuwkomers, vso, mbo en andere groepen apart zeggen de teksten niets.",
    "figuren": "De figuren heb ik niet, ik heb alleen de tekst. Getallen die alleen in een figuur staan, ken ik niet.",
}
_PHRASE = "Dat staat niet in mijn bronnen."
_TURN_TO = ("aanbieder", "nji", "trimbos_wos", "ggd")
_STAP = ("Wat doen we?", "Wie doet het of helpt mee?", "Wanneer?")


@dataclass(frozen=True)
class VerslagInvoer:
    """What a report is made from: the answers, the date and what the team added.

    vergelijk: ids of described interventions to lay beside the school's own (at most two are used).
    kleine_stap: what, who and when, as far as the team filled them in.
    kracht_gesprek: (heading, words) of the talk about strengths, as `kracht_gesprek.voor_verslag` gives them.
    """

    stand: Stand
    datum: date
    vergelijk: tuple[str, ...] = ()
    kleine_stap: tuple[str, ...] = ()
    kracht_gesprek: tuple[tuple[str, str], ...] = ()


def inhoud(kb: Kennisbank, invoer: VerslagInvoer) -> Document:
    """The whole report. The same input gives the same document; nothing is read or written."""
    name = interventienaam(kb, invoer.stand)
    sections = [
        _about(kb, invoer.stand),
        _picture(kb, invoer.stand),
        *_feedback(kb, invoer.stand),
        *_strengths(invoer),
        _small_step(invoer),
        _provider(kb, invoer.stand),
        _implementation(kb, invoer.stand),
        *_comparison(kb, invoer),
        *_answers(kb, invoer.stand),
        _not_in_sources(kb, invoer.stand),
    ]
    return Document(
        titel=f"Verslag over {name}",
        ondertitel="Keuzehulp Veerkracht: wat is er al, wat kan groeien en wat is nog niet bekend",
        gegevens=_facts(kb, invoer, name),
        secties=(*sections, _sources(kb, sections)),
    )


def interventienaam(kb: Kennisbank, stand: Stand) -> str:
    """The name of the school's intervention, cleaned; "jullie interventie" when it has none."""
    described = kb.interventies.get(stand.interventie or "")
    if described:
        return described.naam
    name = schoon(stand.interventie or "", MAX_NAAM)
    return name if name and name != NAAMLOOS else "jullie interventie"


def _facts(kb: Kennisbank, invoer: VerslagInvoer, name: str) -> tuple[tuple[str, str], ...]:
    stand = invoer.stand
    unknown = "niet ingevuld"
    return (
        ("Interventie", name),
        ("Soort school", SECTOREN.get(stand.sector or "", unknown)),
        ("Voor wie", DOELGROEPEN.get(stand.doelgroep or "", unknown)),
        ("Datum", toon_datum(invoer.datum)),
        ("Versie van de kennisbank", kb.versie),
    )


def _cited(kb: Kennisbank, statements: Iterable[Uitspraak | None], before: str = "", after: str = "") -> Alinea:
    """Statements with their citations in one paragraph, with words of our own around them."""
    shown = [s for s in statements if s is not None]
    text = " ".join(filter(None, [before, *(zin(kb, s) for s in shown), after]))
    return geciteerd(kb, text, [s.id for s in shown])


def _concept(kb: Kennisbank, id: str) -> tuple[Uitspraak, ...]:
    return kb.begrippen[id].uitspraken if id in kb.begrippen else ()


def _about(kb: Kennisbank, stand: Stand) -> Sectie:
    blocks: list[Blok] = [
        eigen(
            "Dit verslag laat zien wat jullie over jullie interventie vertelden, en wat twee teksten daarover zeggen. "
            "Het is gemaakt door een chatbot: een computerprogramma, geen mens. Waar ‘ik’ staat, is dat de chatbot."
        ),
        eigen(
            "Het verslag telt niets op en zet niets op volgorde van belang. Het zegt niets over een leerling, een "
            "collega of jullie school. Bespreek het met je team: jullie kennen je eigen leerlingen."
        ),
        eigen("In dit verslag horen geen namen of andere gegevens van personen. Zet die er ook later niet in."),
    ]
    described = kb.interventies.get(stand.interventie or "")
    if described:
        blocks.append(_cited(kb, [described.beschrijving, described.bereik]))
    else:
        blocks.append(
            eigen(
                "Jullie interventie staat niet beschreven in de twee teksten. Wat hier over jullie interventie staat, "
                "komt dus alleen van jullie zelf."
            )
        )
    cautions = [*_concept(kb, "keuzehulp")[:2], *_concept(kb, "bijsluiter")]
    blocks.append(eigen("Dit is goed om te weten voordat je verder leest:"))
    blocks.append(Lijst(tuple(_cited(kb, [s]) for s in cautions)))
    return Sectie("over", "Wat dit verslag wel en niet is", tuple(blocks))


def _picture(kb: Kennisbank, stand: Stand) -> Sectie:
    picture = elementen_beeld(kb, stand)
    # The block stands before the name only where it changes, as a reader of a printed table expects.
    table = Tabel(
        "De gegevens van het beeld",
        picture.koppen[1:2] + picture.koppen[:1] + picture.koppen[2:],
        tuple(tuple(map(eigen, (name, block, answer, kind))) for block, name, answer, kind in picture.rijen),
        (31, 14, 18, 37),
    )
    letters = dict.fromkeys(e.label for e in kb.gevraagd)
    kinds = [(code, label) for code, label in kb.labels["soort"].items() if code in letters]
    meaning = Lijst(tuple(eigen(f"*{code}: {label.naam}.* {label.uitleg}") for code, label in kinds))
    return Sectie(
        "beeld",
        "De elementen in één beeld",
        (
            eigen(
                "Het teken laat zien wat jullie antwoordden. De letter laat zien wat voor bewijs er is. De letters "
                "zijn geen volgorde: ze zeggen welk soort onderzoek er is, niet hoe goed iets is."
            ),
            Figuur("De elementen per blok, met jullie antwoord en de soort bewijs", picture),
            table,
            eigen("Dit betekenen de letters:"),
            meaning,
        ),
    )


def _feedback(kb: Kennisbank, stand: Stand) -> Iterator[Sectie]:
    intro = "Eerst wat er al is, dan wat kan groeien. Alles staat erin, ook wat de chat niet meteen liet zien."
    yield Sectie("feedback", "Feedback op jullie antwoorden", (eigen(intro),))
    for deel in maak_feedback(kb, stand).delen:
        yield Sectie(f"feedback-{deel.id}", deel.titel, tuple(_part(kb, deel)), niveau=3)


def _part(kb: Kennisbank, deel: Deel) -> Iterator[Blok]:
    def line(regel: Regel) -> Alinea:
        return geciteerd(kb, regel.tekst, regel.uitspraken)

    if deel.inleiding:
        yield line(deel.inleiding)
    yield Lijst(tuple(map(line, (*deel.regels, *deel.rest))))
    if deel.slot:
        yield line(deel.slot)


def _strengths(invoer: VerslagInvoer) -> Iterator[Sectie]:
    # The talk ends in the small step, which has a section of its own.
    pairs = [(head, said) for head, said in invoer.kracht_gesprek if schoon(said) and said not in invoer.kleine_stap]
    if pairs:
        rows = tuple((eigen(schoon(head).replace("*", "")), gebruiker(said)) for head, said in pairs)
        table = Tabel("Wat jullie zeiden", ("Onderwerp", "In jullie woorden"), rows, (34, 66))
        yield Sectie("kracht", "Ons gesprek over wat al goed gaat", (eigen("Dit noteerde ik van jullie."), table))


def _small_step(invoer: VerslagInvoer) -> Sectie:
    lines = [*invoer.kleine_stap[:3], *[""] * (3 - len(invoer.kleine_stap[:3]))]
    rows = [
        (eigen(question), gebruiker(line) if schoon(line) else eigen(INVULLEN))
        for question, line in zip(_STAP, lines, strict=True)
    ]
    rows += [(eigen("Verder"), gebruiker(line)) for line in invoer.kleine_stap[3:] if schoon(line)]
    return Sectie(
        "stap",
        "Onze kleine stap",
        (
            eigen("Kies één stap die bij jullie past. Schrijf bij ‘wie’ een functie op, geen naam."),
            Tabel("Afspraak over de kleine stap", ("Vraag", "Onze afspraak"), tuple(rows), (34, 66)),
        ),
    )


def _provider(kb: Kennisbank, stand: Stand) -> Sectie:
    rows = [
        (eigen(element.naam), eigen(question), eigen(INVULLEN))
        for element in kb.met_vraag
        for question in _open_questions(stand, element)
    ]
    title = "Vragen voor de aanbieder"
    if not rows:
        return Sectie("aanbieder", title, (eigen("Jullie hadden op elke vraag een antwoord, dus deze lijst is leeg."),))
    return Sectie(
        "aanbieder",
        title,
        (
            eigen("Dit weten jullie nog niet, of jullie sloegen het over. De aanbieder kan het vaak vertellen."),
            Tabel("Vragen om mee te nemen", ("Onderdeel", "Vraag", "Antwoord"), tuple(rows), (26, 48, 26)),
        ),
    )


def _open_questions(stand: Stand, element: Element) -> Iterator[str]:
    if stand.antwoorden.get(element.id) in ("weet_niet", "overgeslagen"):
        yield element.vraag_aanbieder or element.vraag
        return
    counted = stand.aantallen.get(element.id, "")[:1].isdigit()
    if element.getalvraag and stand.antwoorden.get(element.id) in AANWEZIG and not counted:
        yield element.getalvraag.vraag


def _implementation(kb: Kennisbank, stand: Stand) -> Sectie:
    answered = [e for e in kb.implementatie if stand.antwoorden.get(e.id)]
    if answered:
        own = "Jullie beantwoordden deze vragen. Wat nog open is, kunnen jullie met je team bespreken."
    else:
        own = "Deze vragen zijn nog open. Jullie kunnen ze met je team bespreken."
    return Sectie(
        "invoering",
        "Vragen over de invoering",
        (
            _cited(kb, _concept(kb, "implementatie")[:1], after=own),
            Lijst(tuple(_implementation_line(kb, stand, e) for e in kb.implementatie)),
        ),
    )


def _implementation_line(kb: Kennisbank, stand: Stand, element: Element) -> Alinea:
    answer = stand.antwoorden.get(element.id, "")
    before = f"*{element.naam}.* {element.vraag}"
    if not answer:
        return _cited(kb, [element.waarom], before)
    before = f"{before} Jullie antwoord: {antwoord_naam(kb, antwoord_van(kb, stand, element))}."
    texts = element.feedback
    if texts is None or answer not in ("ja", "deels", "nee"):
        return _cited(kb, [element.waarom], before)
    said = {"ja": texts.kracht, "deels": texts.kracht_deels or texts.kracht, "nee": texts.groei}[answer]
    return _cited(kb, [said], before, texts.groei_vraag if answer != "ja" else "")


def _comparison(kb: Kennisbank, invoer: VerslagInvoer) -> Iterator[Sectie]:
    ids = [id for id in dict.fromkeys(invoer.vergelijk) if id in kb.interventies][: MEESTE_KOLOMMEN - 1]
    if not ids:
        return
    own = Eigen(interventienaam(kb, invoer.stand), _known(kb, invoer.stand))
    compared = vergelijk(kb, [own, *ids])
    picture = vergelijk_beeld(compared)
    share = 58 // len(ids)
    rows = tuple((eigen(row.naam), *(_compared(kb, cell) for cell in row.cellen)) for row in compared.rijen)
    described = [column for column in compared.kolommen if not column.eigen]
    yield Sectie(
        "naast-elkaar",
        "Interventies naast elkaar",
        (
            eigen(
                "Dit is geen wedstrijd. De beschrijvingen verschillen in doel, groep en hoeveel ze vertellen. "
                "‘Niet vermeld’ is iets anders dan nee: de beschrijving zegt er dan niets over."
            ),
            Lijst(tuple(_cited(kb, [c.beschrijving, *c.waarschuwingen]) for c in described)),
            Figuur("De elementen naast elkaar", picture),
            Tabel("De gegevens van de vergelijking", picture.koppen, rows, (24, 18, *(share,) * len(ids))),
        ),
    )


def _known(kb: Kennisbank, stand: Stand) -> dict[str, str]:
    return {e.id: stand.antwoorden[e.id] for e in kb.gevraagd if stand.antwoorden.get(e.id)}


def _compared(kb: Kennisbank, cell: Cel) -> Alinea:
    if cell.uitspraak is None:
        return eigen(cell.woord)
    unclear = ", onduidelijk" if cell.onduidelijk else ""
    return _cited(kb, [cell.uitspraak], f"*{cell.woord}{unclear}.*")


def _coded(kb: Kennisbank, described: Interventie, element: Element) -> Alinea:
    coding = described.codering.get(element.id)
    if coding is None:
        return eigen(antwoord_naam(kb, "niet_vermeld"))
    unclear = ", onduidelijk" if coding.onduidelijk else ""
    return _cited(kb, [coding], f"*{antwoord_naam(kb, coding.antwoord)}{unclear}.*")


def _answers(kb: Kennisbank, stand: Stand) -> Iterator[Sectie]:
    described = kb.interventies.get(stand.interventie or "")
    intro = "Alle vragen uit het gesprek, met jullie antwoord."
    if described:
        intro += f" Daarnaast staat wat het rapport over {described.naam} schrijft. Dat kan anders zijn dan bij jullie."
    yield Sectie("antwoorden", "Wat is gevraagd en geantwoord", (eigen(intro),))
    asked_later = any(stand.antwoorden.get(e.id) for e in kb.implementatie)
    for blok in (*BLOKKEN, *((IMPLEMENTATIE,) if asked_later else ())):
        label = kb.label("blok", blok)
        with_text = described if blok != IMPLEMENTATIE else None
        heads = ("Element", "Vraag", "Jullie antwoord")
        table = Tabel(
            f"Vragen en antwoorden: {label.naam.lower()}",
            (*heads, "In de beschrijving") if with_text else heads,
            tuple(_answer_row(kb, stand, e, with_text) for e in kb.blok(blok)),
            (20, 26, 16, 38) if with_text else (28, 46, 26),
        )
        yield Sectie(f"antwoorden-{blok}", label.naam, (eigen(label.uitleg), table), niveau=3)


def _answer_row(kb: Kennisbank, stand: Stand, element: Element, described: Interventie | None) -> tuple[Alinea, ...]:
    answer = antwoord_naam(kb, antwoord_van(kb, stand, element))
    amount = stand.aantallen.get(element.id, "")
    if element.getalvraag and amount[:1].isdigit():
        answer += f", {in_woorden(schoon(amount, 20), element.getalvraag.eenheid)}"
    if element.id in stand.voorstellen:
        answer += " (uit de beschrijving; jullie hebben dit nog niet bevestigd)"
    row = (eigen(element.naam), eigen(element.vraag), eigen(answer))
    return (*row, _coded(kb, described, element)) if described else row


def _not_in_sources(kb: Kennisbank, stand: Stand) -> Sectie:
    blocks: list[Blok] = []
    unknown = [e.naam.lower() for e in kb.gevraagd if antwoord_van(kb, stand, e) not in ("ja", "deels", "nee")]
    if unknown:
        blocks.append(
            eigen(f"*Over jullie interventie* is dit nog niet bekend: {opsomming(unknown)}. Ik vul dat niet in.")
        )
    untested = [b for e in kb.gevraagd for b in e.bewijs if b.soort == "N"]
    if untested:
        blocks.append(eigen("*Niet los onderzocht.* Over deze elementen zegt het rapport dat zelf:"))
        blocks.append(Lijst(tuple(_cited(kb, [b]) for b in untested)))
    blocks.append(eigen("*Deze onderwerpen* staan niet in de twee teksten:"))
    topics = [(id, title) for id, title in NIET_IN_BRONNEN.items() if id in kb.buiten_bronnen]
    blocks.append(Lijst(tuple(eigen(f"*{title}.* {_missing(kb, id)}") for id, title in topics)))
    places = [kb.verwijzingen[id] for id in _TURN_TO if id in kb.verwijzingen]
    blocks.append(eigen("Hier kunnen jullie verder vragen. Deze plekken staan buiten de twee teksten:"))
    blocks.append(Lijst(tuple(eigen(f"*{p.naam}.* {p.tekst} {p.url}".strip()) for p in places)))
    return Sectie("niet-in-bronnen", "Wat de bronnen niet zeggen", tuple(blocks))


def _missing(kb: Kennisbank, topic: str) -> str:
    """What the knowledge base says of a topic outside the sources, without its fixed first sentence."""
    answer = kb.buiten_bronnen[topic].antwoord
    return _IN_A_LIST.get(topic) or answer.removeprefix(_PHRASE).strip() or answer


def _sources(kb: Kennisbank, sections: Iterable[Sectie]) -> Sectie:
    """The documents with the sections that the report cites, and every study with where it is reported."""
    shown = Document("", "", (), tuple(sections)).uitspraken()
    citations = [c for id in shown for c in kb.uitspraken[id].bronnen]
    blocks: list[Blok] = [eigen("Alles wat hier over onderzoek staat, komt uit deze teksten:")]
    for source in kb.bronnen.values():
        cited = dict.fromkeys(c.par for c in citations if c.bron == source.id and not source.buiten)
        if cited:
            order = list(source.secties)
            places = sorted(cited, key=lambda par: order.index(par) if par in order else len(order))
            parts = tuple((eigen(_place(par)), eigen(source.secties.get(par, ""))) for par in places)
            blocks.append(eigen(f"*{source.naam}.* {source.titel}."))
            blocks.append(Tabel(f"Gebruikte delen van {source.naam}", ("Deel", "Titel"), parts, (34, 66)))
    rows = []
    for study in sorted(kb.studies.values(), key=lambda s: s.naam):
        where = list(dict.fromkeys(toon_bron(kb, [c]).split("; ")[-1] for c in citations if c.studie == study.id))
        if where:
            rows.append((eigen(study.naam), eigen(opsomming(where))))
    if rows:
        blocks.append(eigen("De onderzoeken staan er zoals de teksten ze noemen. De literatuurlijsten heb ik niet."))
        blocks.append(Tabel("Genoemde onderzoeken", ("Onderzoek", "Waar het genoemd wordt"), tuple(rows), (40, 60)))
    return Sectie("bronnen", "Bronnen", tuple(blocks))


def _place(par: str) -> str:
    """A section as the citations write it: "§ 5.3.1.2", "Bijlage 3", "aanbeveling 1" or a heading."""
    if "." in par and par[0].isdigit():
        return f"§ {par}"
    return f"aanbeveling {par}" if par.isdigit() else par
