"""`make train` leaves out what only a next training would use: the model is the one that `rasa train` makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

BOT = ROOT / "conversation_test/tests"


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small bot; its language is not the one that Rasa asks for where nobody says one.

    Its classifier is one that writes the same file for the same training.
    """
    folder = tmp_path_factory.mktemp("speed_train") / "bot"
    shutil.copytree(BOT / "form_bot", folder)
    config = (BOT / "quick_config.yml").read_text(encoding="utf-8")
    config = config.replace("language: en", "language: nl")
    config = config.replace("LogisticRegressionClassifier", "keuzehulp.rasa.nlu.KeuzehulpClassifier")
    (folder / "config.yml").write_text(config, encoding="utf-8")
    return folder


def train(bot: Path, module: str) -> dict[str, bytes]:
    """Train with a module; gives the files that the components kept."""
    shutil.rmtree(bot / "models", ignore_errors=True)
    command = [sys.executable, "-m", module, "train", "--skip-validation", "--force"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=bot, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (model,) = (bot / "models").glob("*.tar.gz")
    with tarfile.open(model) as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name: file.read() for name, file in files.items() if file and name.startswith("components")}


def test_the_model_is_the_one_of_rasa_train(bot: Path) -> None:
    own, ours = train(bot, "rasa"), train(bot, "keuzehulp.server.speed_train")
    assert sorted(ours) == sorted(own)
    assert any("lineair.npz" in name for name in own)
    assert [name for name in own if own[name] != ours[name]] == []


def test_nothing_is_kept_for_a_next_training(bot: Path) -> None:
    shutil.rmtree(bot / ".rasa", ignore_errors=True)
    train(bot, "keuzehulp.server.speed_train")
    assert not [file for file in (bot / ".rasa").rglob("*") if file.is_file() and file.suffix != ".db"]
