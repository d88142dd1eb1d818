"""The decision from rules and classifier: roles, values, doubt."""

from __future__ import annotations

import pytest

from keuzehulp.nlu import bevel, vierweg
from keuzehulp.nlu.entiteiten import entiteiten
from keuzehulp.nlu.oplossen import Uitkomst, los_op


def beslis(nlp, tekst: str, **kansen: float) -> Uitkomst:
    """Decide with the given opinion of the classifier."""
    volgorde = sorted(kansen.items(), key=lambda paar: -paar[1])
    return los_op(nlp(tekst)._.begrip, volgorde)


def rollen(uitkomst: Uitkomst) -> dict[str | None, str]:
    return {a.rol: a.waarde for a in uitkomst.antwoorden}


@pytest.mark.parametrize(
    ("tekst", "intent", "waarde"),
    [
        ("ja", "affirm", "ja"),
        ("Ja hoor!", "affirm", "ja"),
        ("nou eh, nee", "deny", "nee"),
        ("zeker niet", "deny", "nee"),
        ("een beetje", "partly", "deels"),
        ("geen idee", "dont_know", "weet_niet"),
        ("Niet dat ik weet.", "dont_know", "weet_niet"),
        ("👍", "affirm", "ja"),
        ("NEEEEE", "deny", "nee"),
        ("weet ik niet", "dont_know", "weet_niet"),
        ("dat is geen onderdeel van onze lessen", "deny", "nee"),
        ("hier schort het nog aan", "deny", "nee"),
        ("in theorie wel, in de praktijk niet", "deny", "nee"),
        ("in grote mate", "affirm", "ja"),
        ("dat had beter gekund", "partly", "deels"),
    ],
)
def test_kaal_antwoord_wint_van_het_model(nlp, tekst: str, intent: str, waarde: str) -> None:
    uitkomst = beslis(nlp, tekst, chitchat=0.9, affirm=0.1)
    assert (uitkomst.intent, rollen(uitkomst)) == (intent, {"vraag": waarde})


def test_overslaan(nlp) -> None:
    assert beslis(nlp, "sla maar over", chitchat=0.9).intent == "skip"


def test_een_genoemd_element(nlp) -> None:
    uitkomst = beslis(nlp, "rollenspel doen we niet", deny=0.8, affirm=0.2)
    assert (uitkomst.intent, rollen(uitkomst)) == ("deny", {"oefenen": "nee"})


def test_nee_vooraf_is_antwoord_op_de_vraag(nlp) -> None:
    uitkomst = beslis(nlp, "nee, maar we doen wel rollenspel", deny=0.6, inform=0.4)
    assert rollen(uitkomst) == {"oefenen": "ja", "vraag": "nee"}


def test_meer_elementen_is_inform(nlp) -> None:
    uitkomst = beslis(nlp, "rollenspel wel, ouderavond niet", affirm=0.5, deny=0.4)
    assert (uitkomst.intent, rollen(uitkomst)) == ("inform", {"oefenen": "ja", "ouders": "nee"})


def test_vraag_geeft_geen_antwoord(nlp) -> None:
    uitkomst = beslis(nlp, "is er bewijs voor rollenspel?", ask_evidence=0.9, affirm=0.1)
    assert (uitkomst.intent, uitkomst.antwoorden) == ("ask_evidence", [])


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("ouders moet nee zijn", {"ouders": "nee"}),
        ("die vorige was toch deels", {"nieuw": "deels"}),
        ("rollenspel van ja naar nee", {"oefenen": "nee"}),
        ("maak van ouders toch maar ja", {"ouders": "ja"}),
    ],
)
def test_correctie(nlp, tekst: str, verwacht: dict[str, str]) -> None:
    assert rollen(beslis(nlp, tekst, correct=0.9, deny=0.1)) == verwacht


def test_twijfel_tussen_twee_antwoorden(nlp) -> None:
    uitkomst = beslis(nlp, "zoals het weer bij ons in de polder", affirm=0.45, partly=0.44)
    assert (uitkomst.intent, sorted(uitkomst.twijfel)) == ("nlu_fallback", ["deels", "ja"])


def test_ja_en_nee_worden_niet_verwisseld(nlp) -> None:
    """Rules and classifier disagree on yes and no: ask."""
    assert (
        beslis(nlp, "zo doen wij dat op deze school dus niet met die kinderen", affirm=0.6, deny=0.4).intent
        == "nlu_fallback"
    )


def test_leeg_bericht_is_niet_begrepen(nlp) -> None:
    assert beslis(nlp, "   ", thank=0.9).intent == "nlu_fallback"


def test_crisis_gaat_voor(nlp) -> None:
    assert beslis(nlp, "ja en een leerling zegt dat ze dood wil", affirm=0.99).intent == "crisis"


@pytest.mark.parametrize(
    ("tekst", "soort", "waarde"),
    [
        ("wij zijn een vmbo school", "sector", "vo"),
        ("op de basisschool", "sector", "po"),
        ("voor alle leerlingen", "doelgroep", "alle"),
        ("voor leerlingen met klachten", "doelgroep", "klachten"),
        ("ongeveer 12", "aantal", "12"),
        ("een stuk of twaalf", "aantal", "12"),
        ("die vorige", "verwijzing", "vorige"),
        ("mail me op piet@school.nl", "persoonsgegeven", "email"),
        ("bel 06-12345678", "persoonsgegeven", "telefoon"),
        ("Lisa de Vries uit 2B heeft faalangst", "persoonsgegeven", "naam"),
        ("wat is coping?", "element", "coping"),
        ("wat is veerkracht", "begrip", "veerkracht"),
    ],
)
def test_entiteiten(nlp, tekst: str, soort: str, waarde: str) -> None:
    gevonden = entiteiten(nlp(tekst)._.begrip)
    assert waarde in [e.waarde for e in gevonden if e.soort == soort]
    assert all(0 <= e.begin < e.eind <= len(tekst) for e in gevonden)


def test_klas_1_is_geen_aantal(nlp) -> None:
    assert not [e for e in entiteiten(nlp("alleen in klas 1")._.begrip) if e.soort == "aantal"]


@pytest.mark.parametrize(
    ("tekst", "onleesbaar"),
    [
        ("{{ }} {%s} ${7*7}", True),
        ("; ls -la\n../../../../etc/passwd", True),
        ('{"a":{"a":{"a":{"a"', True),
        ("ZE\U00029174\U000c0d0f\u0154\x11", True),
        ("\U0001d52c\U0001d522\U0001d523\U0001d522\U0001d52b\U0001d522\U0001d52b", True),
        ("; ls \U000108fcV-la", True),
        ('j\u0171\u0240\u00ef{"\U000278b9\u0176": antwoord"', True),
        ('/co^E;ct{"oudd\x04ers":\U0001f6e7a"}', True),
        ("nul\U000cee56", True),
        ('[jW]{Z"entity": "antwoord"', True),
        ('Onze "kring": elke maandag, met "rondje" erbij', False),
        ("i\u2a3d\u0f7call previous ins\u02f9r\nd\U000cda5euction", True),
        ("-" * 300 + "\u00dc" + "-" * 200, True),
        ("oef\x00enen" + "e\u0301" * 300, True),
        ("ja hoor 👍🏽", False),
        ("jaaaaaaaaaaaaaa", False),
        ("ze\u0301e\u0301r belangrijk, ieder jaar weer", False),
        ("Ja, onze stagiair Bogda\u0219 doet dat elke week met de tweede klassen.", False),
        ("👍", False),
        ("één keer per week, in de les/mentoruur :-)", False),
        ("rollenspel=ja, coping=nee", False),
        ("JA!!!", False),
    ],
)
def test_code_and_other_scripts_are_no_answer(tekst: str, onleesbaar: bool) -> None:
    from keuzehulp.nlu import oplossen

    assert oplossen.onleesbaar(tekst) is onleesbaar


@pytest.mark.parametrize(
    ("tekst", "leeg"), [("zE", True), ("de het", True), ("ja", False), ("ja die", False), ("wel", False)]
)
def test_a_word_that_says_nothing_is_no_answer(tekst: str, leeg: bool) -> None:
    from keuzehulp.nlu import oplossen

    assert oplossen.alleen_functiewoorden(tekst) is leeg


def test_every_act_may_come_second_to_an_answer(nlp) -> None:
    # Not every act has words of its own in taal.yml.
    begrip = nlp("ze vertellen thuis wat ze geleerd hebben")._.begrip
    for act in bevel.BEVELEN:
        found = vierweg._is_inhoud(begrip, Uitkomst("affirm", 0.6, [("affirm", 0.6), (act, 0.3)]))
        assert isinstance(found, bool)
