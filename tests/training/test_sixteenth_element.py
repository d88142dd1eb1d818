"""Adding an element is one edit in the knowledge base: made up here, trained, and walked in conversation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NEW = """
id: buitenlucht
naam: Lessen buiten
blok: structuur
volgorde: 6
label: "N"
vraag: "Zijn de lessen soms buiten, in de open lucht?"
vraag_anders: ["Gaan jullie met de klas ook naar buiten voor deze lessen?", "Is een deel van het programma in de open lucht?"]
vraag_aanbieder: "Welke lessen zijn bedoeld om buiten te geven?"
definitie: &zegt
  tekst: "Bij lessen buiten zijn leerlingen in de open lucht."
  bronnen: [{bron: redactie}]
waarom: *zegt
voorbeeld: *zegt
feedback: {kracht: *zegt, groei: *zegt, groei_vraag: "Wanneer zijn jullie nu al buiten?"}
synoniemen: [buitenlessen, buitenles, lessen in de open lucht]
"""

WALK = """
import asyncio, json, sys
from keuzehulp.server.chat import load_agent, quiet_logs
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from pathlib import Path
quiet_logs()
agent = load_agent(Path(sys.argv[1]))
async def talk():
    said = []
    for text in ["start", "sterk samen", "middelbare school", "alle leerlingen", "de buitenlessen geven we elke week"]:
        channel = CollectingOutputChannel()
        await agent.handle_message(UserMessage(text, channel, "one"))
        said.append([m.get("text") for m in channel.messages])
    tracker = await agent.tracker_store.retrieve("one")
    form = agent.domain.required_slots_for_form("keuzehulp_form")
    print(json.dumps({"slot": tracker.get_slot("buitenlucht"), "form": form, "said": said}))
asyncio.run(talk())
"""


@pytest.fixture(scope="module")
def workdir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one file more, and a model trained on it."""
    work = tmp_path_factory.mktemp("sixteenth")
    for name in ("config.yml", "domain.yml", "credentials.yml", "endpoints.yml"):
        shutil.copy(ROOT / name, work / name)
    for name in ("data", "actions", "keuzehulp"):
        shutil.copytree(ROOT / name, work / name, ignore=shutil.ignore_patterns("__pycache__"))
    (work / "data" / "kennisbank" / "elementen" / "buitenlucht.yml").write_text(NEW, encoding="utf-8")
    run(work, "-m", "keuzehulp.server.train", "--force")
    return work


def run(work: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(work), "KEUZEHULP_KENNISBANK": str(work / "data" / "kennisbank")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *arguments], cwd=work, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-2000:]
    return done.stdout


def test_one_new_file_is_asked_understood_and_recorded(workdir: Path) -> None:
    import json

    model = next((workdir / "models").glob("*.tar.gz"))
    seen = json.loads(run(workdir, "-c", WALK, str(model)).splitlines()[-1])
    assert "buitenlucht" in seen["form"], "the importer did not add the slot to the form"
    assert seen["slot"] == "ja"
    assert any("Lessen buiten" in (text or "") for text in seen["said"][-1])
