"""Masking of personal data: what must go, what must stay, and what holds for any text."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.privacy import (
    NIET_BEWAARD,
    OMSCHRIJVING,
    PLAATSHOUDERS,
    gevonden,
    maskeer,
    maskeer_streng,
    namen_in_lijst,
    vind,
)

#: Text and what must stand there after masking.
NAMES = [
    ("Sanne de Vries uit 2B zit niet lekker in haar vel", "[naam] uit 2B zit niet lekker in haar vel"),
    ("leerling Sanne heeft het lastig", "leerling [naam] heeft het lastig"),
    ("leerling sanne heeft het lastig", "leerling [naam] heeft het lastig"),
    ("wat moet ik met tim uit 3h", "wat moet ik met [naam] uit 3h"),
    ("Ik maak me zorgen over Fatima", "Ik maak me zorgen over [naam]"),
    ("ik maak me zorgen over fatima", "ik maak me zorgen over [naam]"),
    ("Youssef pest Bram elke dag", "[naam] pest [naam] elke dag"),
    ("Mohammed El Amrani komt niet meer", "[naam] komt niet meer"),
    ("Ahmet Yılmaz en Zeynep doen niet mee", "[naam] en [naam] doen niet mee"),
    ("Jan-Willem van den Berg vraagt hulp", "[naam] vraagt hulp"),
    ("Anne-Sophie is vaak ziek", "[naam] is vaak ziek"),
    ("De moeder van Xeno belde gisteren", "De moeder van [naam] belde gisteren"),
    ("de ouders van Ruthmila willen praten", "de ouders van [naam] willen praten"),
    ("een leerling genaamd Pluk wil stoppen", "een leerling genaamd [naam] wil stoppen"),
    ("een jongen die Xavi heet", "een jongen die [naam] heet"),
    ("het meisje heet Quirine", "het meisje heet [naam]"),
    ("die leerling heet roos", "die leerling heet [naam]"),
    ("Mijn naam is thyrza", "Mijn naam is [naam]"),
    ("mijn naam is Thyrza Kampstra", "mijn naam is [naam]"),
    ("ik heet Thyrza", "ik heet [naam]"),
    ("Ik ben Thyrza, mentor van 2B", "Ik ben [naam], mentor van 2B"),
    ("Hoi, ik ben Marieke van der Meulen", "Hoi, ik ben [naam]"),
    ("meneer Bakker zegt van niet", "meneer [naam] zegt van niet"),
    ("mevrouw de Jong doet dat", "mevrouw [naam] doet dat"),
    ("mevrouw van der Berg doet dat", "mevrouw [naam] doet dat"),
    ("mw. Tuinstra en dhr. Pot doen dat", "mw. [naam] en dhr. [naam] doen dat"),
    ("juf Marieke geeft de les", "juf [naam] geeft de les"),
    ("meester jan geeft de les", "meester [naam] geeft de les"),
    ("juf roos geeft de les", "juf [naam] geeft de les"),
    ("collega Schoonhoven is ziek", "collega [naam] is ziek"),
    ("mentor Anouk doet dat", "mentor [naam] doet dat"),
    ("docent Willemsen doet dat", "docent [naam] doet dat"),
    ("familie Yıldırım kwam niet", "familie [naam] kwam niet"),
    ("gezin El Idrissi kwam niet", "gezin [naam] kwam niet"),
    ("L. de V. is gestopt", "[naam] is gestopt"),
    ("A.B. Jansen is gestopt", "[naam] is gestopt"),
    ("gesprek met J. Dijkstra gehad", "gesprek met [naam] gehad"),
    ("het gaat om K. van den Heuvel", "het gaat om [naam]"),
    ("volgens Mark werkt het wel", "volgens [naam] werkt het wel"),
    ("Mark de Vries vindt het niks", "[naam] vindt het niks"),
    ("bij Roos en Mees ging het mis", "bij [naam] en [naam] ging het mis"),
    ("Mees uit 1C is vaak boos", "[naam] uit 1C is vaak boos"),
    ("Storm uit klas 2 luistert niet", "[naam] uit klas 2 luistert niet"),
    ("met Kiyara uit havo 3 gaat het slecht", "met [naam] uit havo 3 gaat het slecht"),
    ("Sanne's ouders komen niet", "[naam]'s ouders komen niet"),
    ("de groep van SANNE is druk", "de groep van [naam] is druk"),
    ("IK WIL WETEN OF SANNE MEEDOET", "IK WIL WETEN OF [naam] MEEDOET"),
    ("LEERLING SANNE ZIT NIET LEKKER", "LEERLING [naam] ZIT NIET LEKKER"),
    ("Agnieszka Kowalska spreekt nog weinig Nederlands", "[naam] spreekt nog weinig Nederlands"),
    ("Zoë en Noël oefenen samen", "[naam] en [naam] oefenen samen"),
    ("zoë en noël oefenen samen", "[naam] en [naam] oefenen samen"),
    ("Sjoerd Dijkstra uit Leeuwarden", "[naam] uit Leeuwarden"),
    ("Hatice Demir, Emre Çelik en Büşra", "[naam], [naam] en [naam]"),
    ("Shaniqua, Dwight en Sharmila", "[naam], [naam] en [naam]"),
    ("onze leerling Frans is verdrietig", "onze leerling [naam] is verdrietig"),
    ("een zoon April en een dochter Mei", "een zoon [naam] en een dochter Mei"),
    ("met Jansen heb ik gesproken", "met [naam] heb ik gesproken"),
    ("Thyrza Jansen is verhuisd", "[naam] is verhuisd"),
    ("sanne de vries is verhuisd", "[naam] is verhuisd"),
    ("sanne jansen is verhuisd", "[naam] is verhuisd"),
    ("mijn zoon Tygo zit op het vmbo", "mijn zoon [naam] zit op het vmbo"),
    ("zijn broertje Xem ook", "zijn broertje [naam] ook"),
    ("klasgenoot Beauregard lacht hem uit", "klasgenoot [naam] lacht hem uit"),
    ("leerling Gregory durft niet", "leerling [naam] durft niet"),
    ("leerling Eva Kuiper durft niet", "leerling [naam] durft niet"),
    ("Sanne Mertens uit 2B is boos", "[naam] uit 2B is boos"),
    ("Contact: Petra Vermeer, zorgcoordinator", "Contact: [naam], zorgcoordinator"),
    ("Met vriendelijke groet, H. Bloemendaal", "Met vriendelijke groet, [naam]"),
    ("de mentor (Anouk) doet dat", "de mentor ([naam]) doet dat"),
    ("Ja, want Lotte helpt daarbij", "Ja, want [naam] helpt daarbij"),
    ("Rollenspel doen we met Pieter en Katrijn.", "Rollenspel doen we met [naam] en [naam]."),
    ("Wout(er)? Nee: Wouter!", "Wout(er)? Nee: [naam]!"),
    ("ge moet het aan Seppe vragen", "ge moet het aan [naam] vragen"),
    ("Pieterjan Goossens van 3A", "[naam] van 3A"),
]

NUMBERS = [
    ("mail naar j.jansen@school.nl graag", "mail naar [e-mailadres] graag"),
    ("mail: ib-er+zorg@sub.mijn-school.be.", "mail: [e-mailadres]."),
    ("jan(at)school.nl", "[e-mailadres]"),
    ("thyrza [at] school punt nl", "[e-mailadres]"),
    ("bel 0612345678", "bel [telefoonnummer]"),
    ("bel 06 12345678 even", "bel [telefoonnummer] even"),
    ("bel 06-12 34 56 78.", "bel [telefoonnummer]."),
    ("bel 06.12.34.56.78", "bel [telefoonnummer]"),
    ("bel +31 6 12345678", "bel [telefoonnummer]"),
    ("bel +31612345678", "bel [telefoonnummer]"),
    ("bel 0031 6 1234 5678", "bel [telefoonnummer]"),
    ("bel +31 (0)6 12345678", "bel [telefoonnummer]"),
    ("bel 020-1234567", "bel [telefoonnummer]"),
    ("bel (020) 123 45 67", "bel [telefoonnummer]"),
    ("bel 0470/12.34.56", "bel [telefoonnummer]"),
    ("bel 0470 12 34 56", "bel [telefoonnummer]"),
    ("bel +32 470 12 34 56", "bel [telefoonnummer]"),
    ("bel 02 123 45 67", "bel [telefoonnummer]"),
    ("bel 03/123.45.67", "bel [telefoonnummer]"),
    ("tel:0612345678, of mail", "tel:[telefoonnummer], of mail"),
    ("zijn bsn is 123456782", "zijn bsn is [bsn]"),
    ("bsn: 123456789", "bsn: [bsn]"),
    ("BSN 1234.56.782", "BSN [bsn]"),
    ("het nummer 111222333 hoort bij hem", "het nummer [bsn] hoort bij hem"),
    ("burgerservicenummer van haar is 123456782", "burgerservicenummer van haar is [bsn]"),
    ("rijksregisternummer 85.07.30-033.28", "rijksregisternummer [rijksregisternummer]"),
    ("rrn 85073003328", "rrn [rijksregisternummer]"),
    ("geboren op 12-03-2010", "geboren op [geboortedatum]"),
    ("geb. 12/3/10", "geb. [geboortedatum]"),
    ("geboortedatum: 2010-03-12", "geboortedatum: [geboortedatum]"),
    ("ze is geboren op 12 maart 2010", "ze is geboren op [geboortedatum]"),
    ("hij is jarig op 3 mei", "hij is jarig op [geboortedatum]"),
    ("die van 12.03.2010", "die van [geboortedatum]"),
    ("woont op 1234 AB 12", "woont op [adres]"),
    ("woont in 3512JK 14a", "woont in [adres]"),
    ("postcode 3512 JK", "postcode [adres]"),
    ("woont Dorpsstraat 12", "woont [adres]"),
    ("woont kerkstraat 12b in Gent", "woont [adres] in Gent"),
    ("Gentsesteenweg 201, Aalst", "[adres], Aalst"),
    ("leerlingnummer 123456", "leerlingnummer [leerlingnummer]"),
    ("leerlingnr: s20231", "leerlingnr: [leerlingnummer]"),
    ("llnr. 20231", "llnr. [leerlingnummer]"),
    ("zijn stamnummer is 445566", "zijn stamnummer is [leerlingnummer]"),
    ("volg @sanne_2009 maar", "volg [account] maar"),
    ("insta: tim.2009", "insta: [account]"),
    ("snapchat is noortje_x3 geloof ik", "snapchat is [account] geloof ik"),
    ("maak over op NL91 ABNA 0417 1643 00", "maak over op [rekeningnummer]"),
    ("BE68 5390 0754 7034", "[rekeningnummer]"),
]

#: Texts that must stay as they are.
STAY = [
    "Wij gebruiken Kanjertraining en Rots en Water",
    "Zippy's Vrienden, Leefstijl, KiVa of PAD?",
    "Hoe werkt VRIENDEN bij ons op school?",
    "Marietje Kesselsproject doen we in groep 8",
    "Tim en Flapoor is voor kleuters",
    "Heeft de Kanjertraining ouders erbij?",
    "Doel van de Kanjertraining",
    "Ons programma heet Sterk Verder",
    "de training heet Lefgozers",
    "Hoe heet jullie interventie",
    "Wat zeggen Mertens en Boustani over oefenen?",
    "Wat schrijven Kuiper en Bannink?",
    "Wat zei Eva Kuiper samen met Fredrike Bannink?",
    "Volgens Mertens et al., 2020 hangt dat samen",
    "Gregory et al., 2007 vinden dat ook",
    "Carol Dweck en Albert Bandura schreven daarover",
    "Het model van Grotberg: ik heb, ik ben, ik kan",
    "Clarke, Barber en Fisher deden onderzoek",
    "Trimbos en NJi weten dat",
    "In maart en april doen we dat op dinsdag",
    "Mei is een drukke maand",
    "We doen het sinds 01-09-2019",
    "vanaf 1-8-2018 werken we zo",
    "Zie § 5.3.1.2 en Bijlage 3",
    "11 tot 20 oefeningen, 64% en 0,35",
    "schooljaar 2023-2024 en 2024/2025",
    "In 2023 VO en 2024 PO",
    "bel 112, 113 of 0800-0113",
    "Veilig Thuis is 0800-2000, gratis en dag en nacht",
    "Kindertelefoon 0800-0432",
    "een 7 op een schaal van 0 1 2 3 4 5 6 7 8 9 10",
    "lessen 01 02 03 04 05 06",
    "Docent Frans en docent Engels doen mee",
    "leraar Nederlands, leerkracht gym",
    "ik ben mentor van 2B",
    "Ik ben Zorgcoördinator",
    "Ik ben IB'er op een vmbo",
    "Leerlingen uit 2B doen mee",
    "Docenten van 3 havo doen mee",
    "Rollenspel in 2B en 2C",
    "Mentoren uit klas 1",
    "elke week doen we een rollenspel",
    "Elke klas oefent",
    "greet",
    "dat is het beste van de klas",
    "Wil je dat uitleggen?",
    "Ben je een mens?",
    "wat is het merk",
    "Mark",
    "Roos en mees zijn ook woorden",
    "het pad dat we lopen",
    "Bas en gitaar horen bij muziek",
    "Ik heb hoop en vertrouwen",
    "frank en vrij praten",
    "joost mag het weten",
    "lieve leerlingen",
    "DAT WETEN WE NIET, MOET IK NAVRAGEN BIJ DE DIRECTIE",
    "WIJ DOEN ROLLENSPEL EN OUDERAVOND",
    "NEE DAT DOEN WE NIET",
    "Hoe Werkt Dit Programma Voor Onze Leerlingen",
    "We zitten op het Titus Brandsma Lyceum",
    "Wij zijn van het Johan de Witt College",
    "Sint Maarten vieren we",
    "in Amsterdam, Gent, Den Bosch en Antwerpen",
    "GGD, CLB, zoco en ib'er",
    "Smartschool en Magister",
    "de onderweg 2 lessen",
    "op het schoolplein 3 spelletjes",
    "optie A. Oefenen is goed",
    "plan B. Daarna zien we wel",
    "m.b.v. een handleiding, d.w.z. een boekje",
    "bijv. bij gym, i.p.v. wiskunde",
    "De leerling. Daarna de ouders",
    "we doen het @school en thuis",
    "45 minuten, 12 lessen, 3 klassen, 900 leerlingen",
    "ongeveer 1500 leerlingen",
    '/affirm{"antwoord": "ja"}',
    '/choose_intervention{"interventie": "kanjertraining"}',
    "ja",
    "nee",
    "een beetje",
    "weet ik niet",
    "",
    "   ",
    "🤷‍♀️",
    "kind van de rekening",
    "de mentor van Havo 3",
    "vraag het de schoolpsycholoog",
    "ouders uit Turkije en Marokko",
    "De leerlingen spelen Romeo en Julia",
    "Ja we doen Leefstijl en de Week van de Lentekriebels",
    "het Kandinsky College in Nijmegen",
    "mijn dochter is 12",
    "ISBN 9789085606789",
    "Koningin Emma school, dat zijn wij",
]

#: Names that are known to slip through; when one of these starts to pass, move it to NAMES.
MISSED = [
    "Thyrza zegt dat het niet werkt",
    "ik heb met thyrza gesproken",
    "Roos durft niet",
    "pluijm uit de klas hiernaast",
]


@pytest.mark.parametrize(("text", "masked"), [*NAMES, *NUMBERS])
def test_personal_data_is_masked(text: str, masked: str) -> None:
    assert maskeer(text).tekst == masked


@pytest.mark.parametrize("text", STAY)
def test_other_text_stays(text: str) -> None:
    assert maskeer(text).tekst == text
    assert gevonden(text) == ()


@pytest.mark.parametrize("text", MISSED)
def test_known_misses_are_written_down(text: str) -> None:
    assert maskeer(text).tekst == text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sanne, 06-12345678, s@school.nl", ("naam", "telefoon", "email")),
        ("[naam] en [e-mailadres]", ("naam", "email")),
        ("[bsn] [telefoonnummer]", ("bsn", "telefoon")),
        ("[naam] en Sanne", ("naam",)),
        ("niets", ()),
        ("[iets anders]", ()),
    ],
)
def test_kinds_are_named_for_data_and_for_placeholders(text: str, kinds: tuple[str, ...]) -> None:
    assert gevonden(text) == kinds


def test_every_kind_has_a_placeholder_and_words_for_the_user() -> None:
    assert PLAATSHOUDERS.keys() == OMSCHRIJVING.keys()
    assert {"naam", "email", "telefoon", "bsn"} <= PLAATSHOUDERS.keys()


@pytest.mark.parametrize("text", [*(t for t, _ in NAMES), *(t for t, _ in NUMBERS), *STAY])
def test_masking_twice_changes_nothing(text: str) -> None:
    once = maskeer(text).tekst
    assert maskeer(once) == type(maskeer(once))(once, ())


@pytest.mark.parametrize("text", [t for t, _ in (*NAMES, *NUMBERS)])
def test_places_are_in_order_and_apart(text: str) -> None:
    hits = vind(text)
    assert hits
    assert all(a.eind <= b.begin for a, b in itertools.pairwise(hits))


def test_what_was_not_kept_stays() -> None:
    assert maskeer(NIET_BEWAARD).tekst == NIET_BEWAARD


def test_the_list_holds_many_names_of_many_origins() -> None:
    names = list(namen_in_lijst())
    assert len(names) > 1200
    for name in (
        "sanne",
        "seppe",
        "fatima",
        "youssef",
        "zeynep",
        "emre",
        "shaniqua",
        "agnieszka",
        "sjoerd",
        "oleksandr",
    ):
        assert name in names


def test_masking_streng_takes_unknown_capitals_and_numbers() -> None:
    assert (
        maskeer_streng("We vroegen het aan Thyrza in 2B, nummer 20231145")
        == "We vroegen het aan [woord] in 2B, nummer [getal]"
    )
    assert maskeer_streng("Wat zegt Trimbos over Kanjertraining?") == "Wat zegt Trimbos over Kanjertraining?"


def test_our_own_texts_hold_no_personal_data() -> None:
    """Nothing of the knowledge base is masked: what a school quotes from our answers stays readable."""
    for statement in get_kennisbank().uitspraken.values():
        assert gevonden(statement.tekst) == (), statement.id


def test_every_cited_author_stays() -> None:
    folder = Path(__file__).parents[2] / "data" / "kennisbank"
    studies = yaml.safe_load((folder / "bronnen.yml").read_text(encoding="utf-8"))["studies"]
    for study in studies:
        first = study["naam"].split(",")[0].split(" et al")[0].split(" &")[0]
        for question in (
            f"Wat vonden {study['naam']}?",
            f"wat zegt {first} over oefenen",
            f"Volgens {first} is dat zo",
        ):
            assert maskeer(question).tekst == question


@pytest.mark.parametrize("name", ["Kanjertraining", "kanjer", "PAD", "pad", "VRIENDEN", "vrienden", "Friends"])
def test_described_interventions_are_no_names(name: str) -> None:
    for text in (name, f"wij doen {name}", f"{name} in 2B", f"leerlingen van {name}", f"De {name} van de school"):
        assert maskeer(text).tekst == text


_PIECES = st.sampled_from(
    ["Sanne", "de", "van der", "Vries", "leerling", "heet", "mijn naam is", "L.", "uit 2B", "06", "12345678", "bsn", "123456782",
     "@", "school.nl", "[naam]", "[", "]", ".", ",", "\n", "en", "Jan-", "'s", "12-03-2010", "geboren", "1234", "AB", "straat 12",
     "insta:", "meneer", "VRIENDEN", "é", "ß", "İ", "+31", "(", "apenstaart", "Mertens", "et al", "juf", "Roos", "IJ"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from(["", " ", "  ", " - "]))
def test_masking_is_idempotent_on_mixed_pieces(pieces: list[str], glue: str) -> None:
    once = maskeer(glue.join(pieces)).tekst
    assert maskeer(once).tekst == once


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_is_masked_without_error(text: str) -> None:
    once = maskeer(text)
    assert maskeer(once.tekst).tekst == once.tekst
    assert set(once.soorten) <= PLAATSHOUDERS.keys()
    maskeer_streng(text)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=80),
    st.sampled_from(["sanne.devries@school.nl", "06-12345678", "0470/12.34.56"]),
    st.text(max_size=80),
)
def test_numbers_and_addresses_go_whatever_stands_around(before: str, secret: str, after: str) -> None:
    assert secret not in maskeer(f"{before} | {secret} | {after}").tekst


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aA .@-/[]0123456789'\n", min_size=1, max_size=12))
def test_repeated_pieces_take_linear_time(piece: str) -> None:
    assert _grows(piece) < 10, "a quadratic rule takes sixteen times as long"


def _grows(piece: str) -> float:
    """How many times longer four times the text takes; times below a few milliseconds are too short to compare."""
    text = (piece * (20000 // len(piece) + 1))[:20000]
    whole, quarter = (min(_seconds(text[:length]) for _ in range(4)) for length in (20000, 5000))
    return max(whole, 0.005) / max(quarter, 0.005)


def _seconds(text: str) -> float:
    start = time.process_time()
    maskeer(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "piece",
    ["a", "a.", "A. ", "a@", "@", "0 ", "06 ", "1-1-", "Sanne de ", "van de ", "leerling ", "a-", "[naam]", "Ab ", "+31", "é", "Jan en ",
     "bsn ", "straat ", "heet ", " ", "1234 ", "12 mei ", "Sint Jan ", "mijn naam is ", "X" * 30 + "straat ", "(at)", "01-02-2010 "],
)  # fmt: skip
def test_four_times_the_text_takes_about_four_times_the_time(piece: str) -> None:
    assert _grows(piece) < 10
