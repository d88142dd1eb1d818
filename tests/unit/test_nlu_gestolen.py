"""No training sentence belongs to two intents; the ones that do are listed."""

from __future__ import annotations

from pathlib import Path

from keuzehulp.nlu.trainingszinnen import Zin, gelijk, gestolen, lees_zinnen

DATA = Path(__file__).resolve().parents[2] / "data" / "nlu"
# One word that people use for both; the moment in the conversation decides.
DUBBEL_BEDOELD = {"dag"}


def test_gelijk_ziet_door_spelling_heen() -> None:
    assert gelijk("JAAA, Zeker!") == gelijk("ja zeker")


def test_gestolen_vindt_dubbelen() -> None:
    zinnen = [Zin("Ja!", "affirm", "a.yml"), Zin("ja", "deny", "b.yml"), Zin("nee", "deny", "b.yml")]
    assert [vorm for vorm, _ in gestolen(zinnen)] == ["ja"]


def test_geen_gestolen_zinnen() -> None:
    fout = [
        f"{vorm!r}: " + ", ".join(f"{z.intent} ({z.bestand})" for z in rij)
        for vorm, rij in gestolen(lees_zinnen(DATA))
        if vorm not in DUBBEL_BEDOELD
    ]
    assert not fout, "Training sentences under two intents:\n" + "\n".join(fout)
