"""Which answer for which element: scope of negation and hedges, lists, ellipsis."""

from __future__ import annotations

import pytest

ZINNEN: list[tuple[str, dict[str, str]]] = [
    (
        "Doelen stellen en rollenspel zitten erin, een handleiding ontbreekt, van de rest weet ik het niet",
        {"doelen_stellen": "ja", "oefenen": "ja", "docent_ondersteuning": "nee"},
    ),
    ("we spelen rollenspellen en er is een ouderavond", {"oefenen": "ja", "ouders": "ja"}),
    ("rollenspel wel, ouderavond niet", {"oefenen": "ja", "ouders": "nee"}),
    ("rollenspel niet, ouderavonden wel", {"oefenen": "nee", "ouders": "ja"}),
    ("geen rollenspel en geen ouderavond", {"oefenen": "nee", "ouders": "nee"}),
    ("geen rollenspel of ouderavond", {"oefenen": "nee", "ouders": "nee"}),
    (
        "er is geen handleiding, geen ouderavond en geen yoga",
        {"docent_ondersteuning": "nee", "ouders": "nee", "fysieke_activiteit": "nee"},
    ),
    ("We hebben geen ouderavond maar wel een handleiding.", {"ouders": "nee", "docent_ondersteuning": "ja"}),
    ("wel een handleiding maar geen ouderavond", {"docent_ondersteuning": "ja", "ouders": "nee"}),
    ("rollenspel doen we alleen in klas 1, yoga elke week", {"oefenen": "deels", "fysieke_activiteit": "ja"}),
    ("Een handleiding kregen de mentoren. De vakdocenten niet.", {"docent_ondersteuning": "deels"}),
    ("rollenspel in de onderbouw, mijn derdejaars niet", {"oefenen": "deels"}),
    ("Rollenspel? Vraag de conrector. Yoga doen we elke dag.", {"oefenen": "weet_niet", "fysieke_activiteit": "ja"}),
    ("soms yoga, nooit rollenspel", {"fysieke_activiteit": "deels", "oefenen": "nee"}),
    (
        "De handleiding is er, maar met yoga zijn we vorig jaar gestopt",
        {"docent_ondersteuning": "ja", "fysieke_activiteit": "nee"},
    ),
    ("rollenspel doen we nog niet, een ouderavond wel", {"oefenen": "nee", "ouders": "ja"}),
    (
        "of er een handleiding is weet ik niet, rollenspel doen we volop",
        {"docent_ondersteuning": "weet_niet", "oefenen": "ja"},
    ),
    (
        "rollenspel ja, ouderavond nee, handleiding geen idee",
        {"oefenen": "ja", "ouders": "nee", "docent_ondersteuning": "weet_niet"},
    ),
    ("rollenspel: ja; ouderavond: nee; yoga: soms", {"oefenen": "ja", "ouders": "nee", "fysieke_activiteit": "deels"}),
    ("een ouderavond willen we volgend jaar gaan doen, rollenspel hebben we al", {"ouders": "nee", "oefenen": "ja"}),
    ("zowel rollenspel als yoga zit erin", {"oefenen": "ja", "fysieke_activiteit": "ja"}),
    ("noch een ouderavond noch een handleiding", {"ouders": "nee", "docent_ondersteuning": "nee"}),
    ("een ouderavond en een handleiding hebben we niet", {"ouders": "nee", "docent_ondersteuning": "nee"}),
    ("we doen rollenspel, yoga en een ouderavond", {"oefenen": "ja", "fysieke_activiteit": "ja", "ouders": "ja"}),
    ("psycho educatie zit erin en rolenspel ook", {"psycho_educatie": "ja", "oefenen": "ja"}),
    ("yoga doen we niet en een ouderavond ook niet", {"fysieke_activiteit": "nee", "ouders": "nee"}),
    (
        "rollenspel in principe wel, een handleiding ontbreekt helaas",
        {"oefenen": "deels", "docent_ondersteuning": "nee"},
    ),
    ("WE DOEN ROLLENSPEL MAAR GEEN OUDERAVOND", {"oefenen": "ja", "ouders": "nee"}),
    (
        "wij doen rolenspellen en ouderavonde maar gn handleidng",
        {"oefenen": "ja", "ouders": "ja", "docent_ondersteuning": "nee"},
    ),
    ("ge doet bij ons rollenspel, een ouderavond is er ni", {"oefenen": "ja", "ouders": "nee"}),
    ("behalve een ouderavond hebben we alles", {"ouders": "nee"}),
    ("rollenspel zonder handleiding", {"oefenen": "ja", "docent_ondersteuning": "nee"}),
    ("niet alleen rollenspel maar ook yoga", {"oefenen": "ja", "fysieke_activiteit": "ja"}),
    ("de handleiding ontbreekt niet", {"docent_ondersteuning": "ja"}),
    ("geen les gaat voorbij zonder rollenspel", {"oefenen": "ja"}),
    ("ouderavonden af en toe", {"ouders": "deels"}),
    ("rollenspel? zelden. yoga? elke dag.", {"oefenen": "nee", "fysieke_activiteit": "ja"}),
    ("leerlingen leren nee zeggen", {}),
    ("we hebben het lekker druk", {}),
    ("rollenspel doen we wel, alleen een ouderavond is er nog nooit geweest", {"oefenen": "ja", "ouders": "nee"}),
    ("rollenspel, alleen in de brugklas", {"oefenen": "deels"}),
    ("rollenspel doen we, maar alleen in de bovenbouw", {"oefenen": "deels"}),
    ("Er is een ouderavond, daar zijn we alleen mee gestopt", {"ouders": "nee"}),
    (
        "Onze leerlingen krijgen uitleg over stress en ze oefenen dat ook in rollenspelen, ouders zijn er niet bij betrokken.",
        {"psycho_educatie": "ja", "oefenen": "ja", "ouders": "nee"},
    ),
    (
        "sport en spel zit er niet in, doelen stellen doen ze wel elk kwartaal",
        {"fysieke_activiteit": "nee", "doelen_stellen": "ja"},
    ),
    (
        "We hebben een draaiboek en de sfeer in de klas is goed",
        {"docent_ondersteuning": "ja", "veilige_omgeving": "ja"},
    ),
    (
        "ouders krijgen alleen een brief, docenten hebben wel een training gevolgd",
        {"ouders": "deels", "docent_ondersteuning": "ja"},
    ),
    (
        "aan zelfreflectie en problemen oplossen doen we veel, aan yoga niet",
        {"inzicht_vergroten": "ja", "probleemoplossend_vermogen": "ja", "fysieke_activiteit": "nee"},
    ),
    (
        "Het is geen schoolbrede aanpak, alleen de brugklas doet mee. Wel is er een handleiding.",
        {"schoolbreed": "nee", "docent_ondersteuning": "ja"},
    ),
    (
        "sociale vaardigheden: ja, coping: een beetje, doelen: nee",
        {"sociale_vaardigheden": "ja", "coping": "deels", "doelen_stellen": "nee"},
    ),
    (
        "sova zit erin, cgt niet, oefenen wel maar weinig",
        {"sociale_vaardigheden": "ja", "cognitieve_gedragstherapie": "nee", "oefenen": "deels"},
    ),
    (
        "we doen iets met G-schema's en met rollenspel, verder niets",
        {"cognitieve_gedragstherapie": "ja", "oefenen": "ja"},
    ),
    (
        "Ouderbetrokkenheid is lastig, dat lukt maar half. Docenten zijn getraind.",
        {"ouders": "deels", "docent_ondersteuning": "ja"},
    ),
    ("vroeger hadden we een ouderavond, nu niet meer; rollenspel is gebleven", {"ouders": "nee", "oefenen": "ja"}),
    (
        "rollenspellen hangt van de mentor af, huiswerk voor thuis met ouders gebeurt nooit",
        {"oefenen": "deels", "ouders": "nee"},
    ),
    (
        "Geen idee of docenten een training krijgen. Rollenspel doen we in elk geval wel.",
        {"docent_ondersteuning": "weet_niet", "oefenen": "ja"},
    ),
    (
        "ik weet niet of ouders betrokken zijn, maar doelen stellen zit er zeker in",
        {"ouders": "weet_niet", "doelen_stellen": "ja"},
    ),
    (
        "leerlingen leren oplossingen bedenken en doelen stellen. Beweging komt niet aan bod.",
        {"probleemoplossend_vermogen": "ja", "doelen_stellen": "ja", "fysieke_activiteit": "nee"},
    ),
    ("veel uitleg, weinig oefenen", {"psycho_educatie": "ja", "oefenen": "deels"}),
    ("ouders betrekken we niet en een handleiding hebben we evenmin", {"ouders": "nee", "docent_ondersteuning": "nee"}),
    (
        "De hele school doet mee, de directie staat erachter, alleen ouders ontbreken nog",
        {"schoolbreed": "ja", "ouders": "nee"},
    ),
    (
        "Rollenspel? Ja. Ouderavond? Nee. Handleiding? Moet ik navragen.",
        {"oefenen": "ja", "ouders": "nee", "docent_ondersteuning": "weet_niet"},
    ),
    ("we oefenen niet, we praten er alleen over", {"oefenen": "nee"}),
    ("docenten krijgen geen training maar kunnen wel een handleiding downloaden", {"docent_ondersteuning": "deels"}),
    (
        "een training voor docenten staat gepland, een ouderavond was er al",
        {"docent_ondersteuning": "nee", "ouders": "ja"},
    ),
    (
        "helpende gedachten en omgaan met stress komen allebei aan bod",
        {"cognitieve_gedragstherapie": "ja", "coping": "ja"},
    ),
    (
        "bewegen: nee. rollenspel: soms. ouderavond: ja.",
        {"fysieke_activiteit": "nee", "oefenen": "deels", "ouders": "ja"},
    ),
    (
        "ge moet weten dat we geen rollenspel doen maar wel veel yoga op de speelplaats",
        {"oefenen": "nee", "fysieke_activiteit": "ja"},
    ),
    (
        "Zelfinzicht en sociale vaardigheden zijn de kern. Cognitieve gedragstherapie zit er niet in en bewegen ook niet.",
        {
            "inzicht_vergroten": "ja",
            "sociale_vaardigheden": "ja",
            "cognitieve_gedragstherapie": "nee",
            "fysieke_activiteit": "nee",
        },
    ),
    ("we do role play but no parents evening", {"oefenen": "ja", "ouders": "nee"}),
    (
        "de docenten mogen de lessen aanpassen, ouders zijn op een avond uitgenodigd",
        {"docent_betrokkenheid": "ja", "ouders": "ja"},
    ),
    ("Wij werken whole school en hebben een anti-pestbeleid", {"schoolbreed": "ja", "veilige_omgeving": "ja"}),
    (
        "psychoeducatie + rollenspel + doelen stellen, zonder ouders",
        {"psycho_educatie": "ja", "oefenen": "ja", "doelen_stellen": "ja", "ouders": "nee"},
    ),
    (
        "oefeningen met rollenspel genoeg, maar doelen stellen schiet er vaak bij in",
        {"oefenen": "ja", "doelen_stellen": "deels"},
    ),
    ("Onze mentoren hebben geen scholing gehad en er ligt ook geen handleiding", {"docent_ondersteuning": "nee"}),
    ("uitleg over emoties doen we, daarna oefenen ze in tweetallen", {"psycho_educatie": "ja", "oefenen": "ja"}),
    ("rollenspel en uitleg over stress ja, ouders nee", {"oefenen": "ja", "psycho_educatie": "ja", "ouders": "nee"}),
    (
        "we hebben een ouderavond maar daar komt bijna niemand, rollenspel lukt wel",
        {"ouders": "deels", "oefenen": "ja"},
    ),
    (
        "doelen, rollenspel, yoga: check. ouders: niet.",
        {"doelen_stellen": "ja", "oefenen": "ja", "fysieke_activiteit": "ja", "ouders": "nee"},
    ),
    (
        "Bij ons zit coping er wel in maar problemen oplossen niet echt",
        {"coping": "ja", "probleemoplossend_vermogen": "nee"},
    ),
    (
        "van CGT heb ik nog nooit gehoord, sova doen we wel",
        {"cognitieve_gedragstherapie": "weet_niet", "sociale_vaardigheden": "ja"},
    ),
    ("alleen rollenspel en yoga", {"oefenen": "ja", "fysieke_activiteit": "ja"}),
    ("eigenlijk doen we alleen rollenspel, de rest niet", {"oefenen": "ja"}),
    ("ouders en docenten zijn betrokken", {"ouders": "ja", "docent_betrokkenheid": "ja"}),
    ("er is geen ouderavond meer sinds corona, rollenspel doen we wel nog", {"ouders": "nee", "oefenen": "ja"}),
    (
        "De handleiding is verouderd maar wordt wel gebruikt; yoga is geschrapt",
        {"docent_ondersteuning": "ja", "fysieke_activiteit": "nee"},
    ),
    (
        "ons team heeft geen scholing gehad en dat missen we ook, ouderavond is er",
        {"docent_ondersteuning": "nee", "ouders": "ja"},
    ),
    ("Rollenspel: soms - Ouders: nooit - Yoga: ja", {"oefenen": "deels", "ouders": "nee", "fysieke_activiteit": "ja"}),
    ("we beginnen altijd met yoga en eindigen met rollenspel", {"fysieke_activiteit": "ja", "oefenen": "ja"}),
    (
        "rollenspel is er wel maar lang niet in elke klas, handleiding is er gewoon",
        {"oefenen": "deels", "docent_ondersteuning": "ja"},
    ),
    ("Yoga hebben we geprobeerd maar dat werd niks", {"fysieke_activiteit": "nee"}),
    (
        "er is wel psycho-educatie, maar of ze ook echt oefenen durf ik niet te zeggen",
        {"psycho_educatie": "ja", "oefenen": "weet_niet"},
    ),
    (
        "De klas voelt veilig en de mentor geeft zelf de lessen. Ouders worden niet betrokken. Een handleiding? Geen idee.",
        {"veilige_omgeving": "ja", "docent_betrokkenheid": "ja", "ouders": "nee", "docent_ondersteuning": "weet_niet"},
    ),
    (
        "zelfreflectie doen ze met kernkwadranten, doelen stellen niet, rollenspel niet, uitleg over emoties wel",
        {"inzicht_vergroten": "ja", "doelen_stellen": "nee", "oefenen": "nee", "psycho_educatie": "ja"},
    ),
    (
        "rollenspelen jawel, yoga nee joh, ouders mwah",
        {"oefenen": "ja", "fysieke_activiteit": "nee", "ouders": "deels"},
    ),
    (
        "g-schema ken ik niet maar rollenspel doen we zeker",
        {"cognitieve_gedragstherapie": "weet_niet", "oefenen": "ja"},
    ),
    ("behalve ouders doet iedereen mee, dus ook de hele school", {"ouders": "nee", "schoolbreed": "ja"}),
    (
        "Wel: rollenspel, yoga. Niet: ouders, handleiding.",
        {"oefenen": "ja", "fysieke_activiteit": "ja", "ouders": "nee", "docent_ondersteuning": "nee"},
    ),
    ("Wat we niet doen is rollenspel, wat we wel doen is yoga", {"oefenen": "nee", "fysieke_activiteit": "ja"}),
    ("we missen nog een handleiding en ouderbetrokkenheid", {"docent_ondersteuning": "nee", "ouders": "nee"}),
    ("ontbreekt: handleiding, ouderavond", {"docent_ondersteuning": "nee", "ouders": "nee"}),
    ("Een ouderavond hebben we wel en rollenspel doen we soms", {"ouders": "ja", "oefenen": "deels"}),
    (
        "niet elke mentor doet rollenspel maar psycho-educatie doet iedereen",
        {"oefenen": "deels", "psycho_educatie": "ja"},
    ),
    ("Bewegen doen de leerlingen genoeg bij gym, maar niet in dit programma", {"fysieke_activiteit": "nee"}),
    ("aan doelen stellen komen we niet toe, aan oefenen amper", {"doelen_stellen": "nee", "oefenen": "nee"}),
    ("hier is vooral uitleg, oefenen gebeurt bijna niet", {"psycho_educatie": "ja", "oefenen": "nee"}),
]


@pytest.mark.parametrize(("tekst", "verwacht"), ZINNEN, ids=[z[0][:40] for z in ZINNEN])
def test_paren(nlp, tekst: str, verwacht: dict[str, str]) -> None:
    gevonden = {e: w for e, w in nlp(tekst)._.paren.items() if e != "rollenspel"}
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        # Denied in idiom.
        ("ouders hebben we er bewust buiten gehouden, rollenspel niet", {"ouders": "nee", "oefenen": "ja"}),
        ("rollenspel mijden we, en yoga ook", {"oefenen": "nee", "fysieke_activiteit": "nee"}),
        ("yoga mijden we zeker niet", {"fysieke_activiteit": "ja"}),
        ("van de ouders blijven we af, rollenspel doen we", {"ouders": "nee", "oefenen": "ja"}),
        ("yoga blijft af en toe liggen, rollenspel doen we", {"fysieke_activiteit": "deels", "oefenen": "ja"}),
        ("we doen nix aan ouders, bissl yoga", {"ouders": "nee", "fysieke_activiteit": "deels"}),
        ("sova ok, coping nok", {"sociale_vaardigheden": "ja", "coping": "nee"}),
        ("voor yoga kiezen we bewust niet, rollenspel hoort er helemaal bij", {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        ("in de pauze is er yoga, maar dat hoort niet bij het programma", {"fysieke_activiteit": "nee"}),
        ("volgende maand komt er yoga bij, rollenspel doen we al", {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        # A reason, a word of strengths, and a time that goal or yes is about deny nothing.
        ("we doen elke les een beweegspel want stilzitten kunnen ze niet", {"fysieke_activiteit": "ja"}),
        ("yoga ja tussendoor, ouders soms", {"fysieke_activiteit": "ja", "ouders": "deels"}),
        ("ze zetten een eigen doel op papier voor volgend jaar, ouders niet", {"doelen_stellen": "ja", "ouders": "nee"}),
        ("nee alleen rollenspel", {"oefenen": "ja"}),
        # A denial of a denial.
        ("het is niet zo dat we nooit yoga doen", {"fysieke_activiteit": "ja"}),
        ("het is niet zo dat we yoga doen", {"fysieke_activiteit": "nee"}),
        ("zonder rollenspel zou het programma niks zijn, en zonder de ouders trouwens ook niet", {"oefenen": "ja", "ouders": "ja"}),
        ("rollenspel zonder ouders", {"oefenen": "ja", "ouders": "nee"}),
        # Apart from, beside, except.
        ("buiten yoga en rollenspel doen we niks", {"fysieke_activiteit": "ja", "oefenen": "ja"}),
        ("op yoga na doen we niets", {"fysieke_activiteit": "ja"}),
        ("behalve yoga en ouders zit alles erin", {"fysieke_activiteit": "nee", "ouders": "nee"}),
        ("behalve rollenspel is er ook yoga", {"oefenen": "ja", "fysieke_activiteit": "ja"}),
        ("yoga doen we buiten, rollenspel niet", {"fysieke_activiteit": "ja", "oefenen": "nee"}),
        ("buiten de les doen we niks", {}),
        # Somebody who does not know.
        ("de rest van de school weet er nog niets van", {"schoolbreed": "nee"}),
        ("van de rest van de school weet ik niets", {"schoolbreed": "weet_niet"}),
        ("ouders weten van niks", {"ouders": "nee"}),
        # What is denied before a clause of its own stays there.
        ("geen yoga, het is vooral doen: rollenspel en ouderavonden", {"fysieke_activiteit": "nee", "oefenen": "ja", "ouders": "ja"}),
        ("niet aanwezig: yoga, rollenspel", {"fysieke_activiteit": "nee", "oefenen": "nee"}),
        ("omdat de groep onveilig is komt rollenspel niet van de grond", {"veilige_omgeving": "nee", "oefenen": "nee"}),
        ("omdat ouders veel vragen doen we een ouderavond", {"ouders": "ja"}),
        ("als ze er niet uitkomen dan oefenen we het in een rollenspel", {"oefenen": "ja"}),
        ("nee serieus, voor sociale vaardigheden hebben we een heel blok", {"sociale_vaardigheden": "ja"}),
        ("rollenspel was er, beleid niet", {"oefenen": "ja"}),
        ("rollenspel was er, vaak niet", {"oefenen": "nee"}),
        ("docenten worden getraind, niet begeleid", {"docent_ondersteuning": "deels"}),
        # What is read of what other schools do, and of wishes.
        ("in tegenstelling tot onze buurschool, die van alles met ouders en yoga doet, doen wij aan rollenspel", {"oefenen": "ja"}),
        ("de buurschool doet aan yoga, wij niet", {"fysieke_activiteit": "nee"}),
        ("net als de buurschool doen wij rollenspel en yoga", {"oefenen": "ja", "fysieke_activiteit": "ja"}),
        ("op de basisschool hadden ze veel rollenspel, wij doen yoga", {"fysieke_activiteit": "ja"}),
        ("we zouden graag vaker oefenen en meer bewegen", {}),
        ("het lokaal is groot genoeg om te bewegen, een handleiding hebben we", {"docent_ondersteuning": "ja"}),
        # What stands in another word, or only sounds like less.
        ("de ouders nodigen we elk jaar uit voor een les", {"ouders": "ja"}),
        ("ouders komen nog steeds, rollenspel komt nog", {"ouders": "ja", "oefenen": "nee"}),
        ("ze oefenen hoe je helpt als een vriend niet meer wil", {"oefenen": "ja"}),
        ("ze oefenen niet hoe je helpt", {"oefenen": "nee"}),
        # The rest is about other elements; little or nothing of another thing takes nothing back.
        ("geen ouders, de rest wel", {"ouders": "nee"}),
        ("veel rollenspel, weinig boeken", {"oefenen": "ja"}),
        ("rollenspel, maar weinig tijd", {"oefenen": "deels"}),
        ("wat we niet weten is of ouders ervan horen", {"ouders": "weet_niet"}),
        # A row without marks, in which a verb is a name.
        ("oefenen ja yoga nee ouders nee", {"oefenen": "ja", "fysieke_activiteit": "nee", "ouders": "nee"}),
        ("bij ouders ja bij yoga nee bij coping weet ik niet", {"ouders": "ja", "fysieke_activiteit": "nee", "coping": "weet_niet"}),
        ("bij rollenspel kun je ja invullen bij yoga nee", {"oefenen": "ja", "fysieke_activiteit": "nee"}),
        # Who says no here is who writes; that is not the skill.
        ("bij yoga moet ik nee zeggen, bij ouders kan ik ja zeggen", {"fysieke_activiteit": "nee", "ouders": "ja"}),
        ("rollenspel ja, yoga neu", {"oefenen": "ja", "fysieke_activiteit": "nee"}),
        # Who is left out, and everybody else behind it.
        ("behalve de ouders doet de hele school mee", {"ouders": "nee", "schoolbreed": "ja"}),
        ("behalve de ouders doet iedereen in de school mee", {"ouders": "nee", "schoolbreed": "ja"}),
        ("behalve rollenspel en yoga hebben we alles", {"oefenen": "nee", "fysieke_activiteit": "nee"}),
        ("of er yoga is weet ik niet, of ouders iets horen ook niet", {"fysieke_activiteit": "weet_niet", "ouders": "weet_niet"}),
        ("yoga doen we niet, ouders horen ook niets", {"fysieke_activiteit": "nee", "ouders": "nee"}),
    ],
)  # fmt: skip
def test_idioom_en_bereik(nlp, tekst: str, verwacht: dict[str, str]) -> None:
    gevonden = {e: w for e, w in nlp(tekst)._.paren.items() if e != "rollenspel"}
    assert gevonden == verwacht


INHOUD = ("inzicht_vergroten", "probleemoplossend_vermogen", "coping", "sociale_vaardigheden", "doelen_stellen")
STRUCTUUR = ("schoolbreed", "ouders", "docent_betrokkenheid", "docent_ondersteuning", "veilige_omgeving")
EDUCATIEF = ("oefenen", "psycho_educatie", "cognitieve_gedragstherapie", "fysieke_activiteit", "variatie")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("structuur alles nee", dict.fromkeys(STRUCTUUR, "nee")),
        ("structuur alles nee behalve ouders", {**dict.fromkeys(STRUCTUUR, "nee"), "ouders": "ja"}),
        ("bij structuur doen we niks", dict.fromkeys(STRUCTUUR, "nee")),
        ("ja op alles in het blok inhoud", dict.fromkeys(INHOUD, "ja")),
        ("inhoud: alles ja behalve coping", {**dict.fromkeys(INHOUD, "ja"), "coping": "nee"}),
        ("inhoud alles een beetje", dict.fromkeys(INHOUD, "deels")),
        ("van educatief alleen oefenen", {**dict.fromkeys(EDUCATIEF, "nee"), "oefenen": "ja"}),
        ("leerlingen hebben structuur nodig in alles", {}),
        ("er zit geen structuur in de lessen", {}),
        ("de inhoud is helemaal goed", {}),
        ("alles van inhoud klopt", {}),
        ("sla alles van structuur over", {}),
        ("zet alles bij inhoud op nee", {}),
        ("de rest van inhoud doen we niet", {}),
    ],
)
def test_one_answer_for_a_block(nlp, tekst: str, verwacht: dict[str, str]) -> None:
    assert nlp(tekst)._.paren == verwacht
