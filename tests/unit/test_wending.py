"""Turns that the words of a message show by themselves."""

import itertools

import pytest

from keuzehulp import gesprek, wending
from keuzehulp.privacy import maskeer


@pytest.mark.parametrize(
    "text",
    [
        "hoezo wil je dat weten",
        "wat bedoel je",
        "moeten ouders erbij zijn",
        "mag dat ook later?",
        "en hoe werkt zoiets",
        "waarom",
        "wat vond Andermo",
        "hoe nemen we ouders mee",
        "hoe pak je dat aan",
        "welke studies gingen over de basisschool",
        "waarop richt PAD zich",
    ],
)
def test_a_question_is_seen_without_its_mark(text: str) -> None:
    assert wending.stelt_vraag(text)


@pytest.mark.parametrize(
    "text",
    [
        "wat goed werkt is rust",
        "waar leerlingen zelf kiezen",
        "hoe we dat doen weten we niet",
        "de mentor",
        "wanneer er tijd is",
        "wat hielp was de mentor",
        "hoe vaker we samen eten hoe beter",
        "wat ging goed: de kleine groepjes",
    ],
)
def test_an_answer_with_a_question_word_is_no_question(text: str) -> None:
    assert not wending.stelt_vraag(text)


@pytest.mark.parametrize(
    ("text", "done"), [("zo, klaar", True), ("dat was alles", True), ("als de toetsen klaar zijn", False)]
)
def test_done(text: str, done: bool) -> None:
    assert wending.is_klaar(text) is done


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nu de vragen dan", True),
        ("ik wil de check doen", True),
        ("leerlingen stellen de vragen", False),
        ("check", False),
    ],
)
def test_to_the_check(text: str, wish: bool) -> None:
    assert wending.wil_check(text) is wish


@pytest.mark.parametrize(
    ("text", "wish"), [("laat het maar zien", True), ("laat maar", False), ("laat maar zitten", False)]
)
def test_wants_to_see(text: str, wish: bool) -> None:
    assert wending.wil_zien(text) is wish


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("wij geven een lessenreeks, die heet Stevig Staan", "Stevig Staan"),
        ("onze leerlijn genaamd Kompas, voor klas 1", "Kompas"),
        ("ons mentorprogramma heeft nog geen naam", "zonder naam"),
        ("hoe heet jij", None),
        ("wij willen beginnen", None),
    ],
)
def test_name_told_by_the_way(text: str, name: str | None) -> None:
    assert wending.verteld_naam(text) == name


def test_somebody_elses_opinion_and_an_apology() -> None:
    assert wending.mening_van_ander("de directeur vindt het flauwekul")
    assert not wending.mening_van_ander("jij bent waardeloos")
    assert wending.biedt_excuus("oh sorry hoor")


def test_a_programme_is_no_person_and_a_pupil_is() -> None:
    assert maskeer("een leerlijn genaamd Kompas").tekst.endswith("Kompas")
    assert "Kompas" not in maskeer("een leerling genaamd Kompas").tekst


def test_no_form_of_the_question_comes_twice_in_a_row() -> None:
    forms = [gesprek.vorm_na(attempt) for attempt in range(12)]
    assert all(one != other for one, other in itertools.pairwise(forms))
    assert set(forms[3:]) == set(gesprek.UITWEGEN)


@pytest.mark.parametrize(
    ("text", "wears_out", "cannot_go_on"),
    [
        ("ik ben zelf ook kapot van dit jaar", True, False),
        ("mijn collega is ziek", True, False),
        ("het is me even te veel", True, False),
        ("ik hou het niet meer vol", False, True),
        ("ik trek het echt niet meer", False, True),
        ("ik ben kapot na die vergadering haha", False, False),
        ("ben je moe", False, False),
        ("we hebben een leuk team", False, False),
    ],
)
def test_who_has_a_hard_time(text: str, wears_out: bool, cannot_go_on: bool) -> None:
    assert (wending.heeft_het_zwaar(text), wending.houdt_niet_vol(text)) == (wears_out, cannot_go_on)


@pytest.mark.parametrize(
    ("text", "of_oneself"),
    [
        ("ik trek het zelf niet meer", True),
        ("zo red ik het niet langer", True),
        ("ik hou het op deze school echt niet meer vol", True),
        ("de collega's houden het niet vol", False),
        ("ik zie het niet zitten om ouders te vragen", False),
        ("ik trek het niet meer, haha", False),
    ],
)
def test_who_says_so_of_oneself_gives_no_answer(text: str, of_oneself: bool) -> None:
    assert wending.houdt_zelf_niet_vol(text) is of_oneself


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ouders werken niet mee wat nu", True),
        ("leerlingen willen niet, wat moet ik doen?", True),
        ("wat moeten wij doen aan coping", False),
        ("ouders doen mee", False),
        ("nee, wat dan ook", False),
    ],
)
def test_advice_is_asked_at_the_end(text: str, asks: bool) -> None:
    assert wending.vraagt_raad(text) is asks


@pytest.mark.parametrize(
    ("text", "thanks"),
    [("dankjewel", True), ("ok, bedankt hoor!", True), ("dank je wel zeggen leren ze", False), ("top", False)],
)
def test_thanks_and_nothing_else(text: str, thanks: bool) -> None:
    assert wending.bedankt(text) is thanks


@pytest.mark.parametrize(
    ("text", "helps"),
    [
        ("de zorgcoördinator kan helpen", True),
        ("onze mentor wil graag meedenken", True),
        ("kan je me helpen", False),
        ("kun je ons helpen met coping?", False),
    ],
)
def test_who_can_help(text: str, helps: bool) -> None:
    assert wending.biedt_hulp_van(text) is helps


@pytest.mark.parametrize(
    ("text", "asked"), [("hoe heet je", "naam"), ("wie heeft jou gemaakt", "maker"), ("ben je een mens", "")]
)
def test_name_and_maker(text: str, asked: str) -> None:
    assert wending.vraagt_naam_of_maker(text) == asked


@pytest.mark.parametrize(
    "tekst",
    [
        "laat maar staan",
        "Laat maar zo.",
        "nee, laat dat maar staan",
        "dat is al goed",
        "hou het zo",
        "het mag zo blijven",
    ],
)
def test_an_answer_is_left_as_it_is(tekst: str) -> None:
    assert wending.laat_staan(tekst)


@pytest.mark.parametrize(
    "tekst", ["ja", "goed", "laat ouders maar weg", "nee", "een beetje", "dat doen ze goed", "staan"]
)
def test_an_answer_is_not_left_as_it_is(tekst: str) -> None:
    assert not wending.laat_staan(tekst)


@pytest.mark.parametrize(
    "text",
    [
        "zijn de zorgkosten lager",
        "hoort slaap bij de bouwstenen",
        "is zelfvertrouwen een bouwsteen",
        "pad kost niks toch",
    ],
)
def test_a_question_that_begins_with_a_verb_needs_the_act_too(text: str) -> None:
    assert wending.stelt_vraag_als(text, "ask_fact")
    assert not wending.stelt_vraag_als(text, "affirm")


@pytest.mark.parametrize(
    "text", ["gaat goed in de brugklas", "doen we in de mentorles", "is al zo in klas 1", "komen vaker naar school"]
)
def test_an_answer_may_begin_with_a_verb(text: str) -> None:
    assert not wending.stelt_vraag_als(text, "ask_fact")


@pytest.mark.parametrize("text", ["tot kijk", "thx doei", "merci hé, tot de volgende", "Hartelijk dank, fijne dag nog"])
def test_taking_leave(text: str) -> None:
    assert wending.neemt_afscheid(text)


@pytest.mark.parametrize(
    "text",
    ["dank je wel", "ze nemen elke dag afscheid van elkaar", "goed weekend gehad?", "tot de mentor het overneemt"],
)
def test_not_taking_leave(text: str) -> None:
    assert not wending.neemt_afscheid(text)
