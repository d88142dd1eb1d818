"""Two bots, trained once: the one that `rasa init` makes, and a small one with a form and actions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conversation_test.inprocess import InProcessBackend, _import_rasa, find_model

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
#: The form bot's actions under a name that no other project in this process uses.
ACTIONS = "restaurant_actions"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def _train(folder: Path) -> None:
    _import_rasa()
    from rasa.model_training import train

    train(
        domain=str(folder / "domain.yml"),
        config=str(folder / "config.yml"),
        training_files=[str(folder / "data")],
        output=str(folder / "models"),
    )


@pytest.fixture(scope="session")
def form_bot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small form bot, trained."""
    folder = tmp_path_factory.mktemp("bots") / "form_bot"
    shutil.copytree(HERE / "form_bot", folder)
    shutil.copytree(folder / "actions", folder / ACTIONS)
    shutil.copy(HERE / "quick_config.yml", folder / "config.yml")
    _train(folder)
    return folder


@pytest.fixture(scope="session")
def init_bot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `rasa init` makes it, trained with a pipeline that takes seconds."""
    folder = tmp_path_factory.mktemp("bots") / "init_bot"
    _import_rasa()
    from rasa.cli.scaffold import create_initial_project

    create_initial_project(str(folder))
    shutil.copy(HERE / "quick_config.yml", folder / "config.yml")
    _train(folder)
    return folder


@pytest.fixture(scope="session")
def backend(form_bot: Path) -> Iterator[InProcessBackend]:
    """The form bot, loaded once in this process."""
    made = InProcessBackend(find_model("models", form_bot), ACTIONS, form_bot, rules=True)
    yield made
    made.close()


@pytest.fixture
def command() -> Command:
    """Runs `conversation-test` in a process of its own, as a user would."""

    def run(
        *arguments: str, cwd: Path, stdin: str = "", module: str = "conversation_test"
    ) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "NO_COLOR": "1"}
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=cwd,
            input=stdin,
            env=env,
            capture_output=True,
            text=True,
            timeout=300,
        )

    return run
