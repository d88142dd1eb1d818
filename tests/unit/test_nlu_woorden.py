"""Normal forms, lemmas, mentions and parts."""

from __future__ import annotations

import pytest

from keuzehulp.nlu.woorden import lemma, normaliseer


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("JAAAA", "ja"),
        ("neeeee", "nee"),
        ("idd", "inderdaad"),
        ("Ideeën", "ideeen"),
        ("'t", "het"),
        ("👍", "ja"),
        ("mss", "misschien"),
        ("G-schema's", "g-schema"),
        ("zoooo", "zo"),
    ],
)
def test_normaliseer(tekst: str, verwacht: str) -> None:
    assert normaliseer(tekst) == verwacht


@pytest.mark.parametrize(
    ("norm", "verwacht"),
    [
        ("doet", "doen"),
        ("gesprekken", "gesprek"),
        ("gestopt", "stoppen"),
        ("geoefend", "oefenen"),
        ("afgewisseld", "afwisselen"),
    ],
)
def test_lemma(norm: str, verwacht: str) -> None:
    assert lemma(norm) == verwacht


@pytest.mark.parametrize(
    ("tekst", "element"),
    [
        ("er is psycho educatie", "psycho_educatie"),
        ("er is psycho-educatie", "psycho_educatie"),
        ("er is psychoeducatie", "psycho_educatie"),
        ("er is psychoedukatie", "psycho_educatie"),
        ("een rolenspel", "oefenen"),
        ("de ouderbijeenkomsten", "ouders"),
        ("een ouderinformatieavond", "ouders"),
        ("ROLLENSPELLEN", "oefenen"),
        ("onze docentenhandleidingen", "docent_ondersteuning"),
        ("leerlingen stellen bij ons hun doelen", "doelen_stellen"),
        ("de klas is veilig", "veilige_omgeving"),
        ("whole school aanpak", "schoolbreed"),
        ("problemen leren ze zelf oplossen", "probleemoplossend_vermogen"),
        ("sociale vaardigheeden", "sociale_vaardigheden"),
        ("hoe ze omgaan met tegenslagen", "coping"),
    ],
)
def test_vermelding(nlp, tekst: str, element: str) -> None:
    assert element in {v.gevraagd_element() for v in nlp(tekst)._.vermeldingen}


@pytest.mark.parametrize(
    "tekst",
    [
        "dat is ouderwets",
        "de doelgroep is klas 2",
        "spelling en grammatica",
        "we hebben transport nodig",
        "wij willen graag",
    ],
)
def test_geen_vermelding(nlp, tekst: str) -> None:
    assert not nlp(tekst)._.paren


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("we werken met Kanjer", "kanjertraining"),
        ("de kanjertrainning", "kanjertraining"),
        ("wij gebruiken het vrienden programma", "vrienden"),
        ("Onze methode heet Sterk Samen", "Sterk Samen"),
        ("wij doen rots en water", "rots en water"),
    ],
)
def test_interventie(nlp, tekst: str, naam: str) -> None:
    gevonden = [v.ids("interventie")[0] for v in nlp(tekst)._.vermeldingen if v.ids("interventie")]
    assert gevonden == [naam]


def test_zinsdelen_en_spans(nlp) -> None:
    doc = nlp("We doen rollenspel, maar een ouderavond is er nog niet.")
    assert [deel.tekst for deel in doc._.zinsdelen] == ["we doen rollenspel", "een ouderavond is er nog niet"]
    assert [span.kb_id_ for span in doc.spans["keuzehulp"]][-1] == "ouders"


def test_leeg_bericht(nlp) -> None:
    for tekst in ("", "   ", "\n", "?!", "🙂"):
        assert nlp(tekst)._.paren == {}
