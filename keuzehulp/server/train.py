"""`make train`: train the model when its data changed, and only then."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from keuzehulp.kennisbank import KennisbankFout, get_kennisbank

MODELS = Path("models")
STAMP = MODELS / ".trained-on"
KEPT_MODELS = 2

#: Everything that a trained model depends on.
INPUTS = (
    "config.yml",
    "domain.yml",
    "data",
    "keuzehulp/nlu",
    "keuzehulp/rasa",
    "keuzehulp/gesprek.py",
    "requirements.lock",
)


def fingerprint(inputs: Iterable[str] = INPUTS) -> str:
    """A hash over the names and contents of all files that the model depends on."""
    digest = hashlib.sha256(sys.version.split()[0].encode())
    for name in inputs:
        path = Path(name)
        files = [path] if path.is_file() else sorted(f for f in path.rglob("*") if _counts(f))
        for file in files:
            digest.update(file.as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def newest_model() -> Path | None:
    """The model that was trained last, or None."""
    models = sorted(MODELS.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)
    return models[-1] if models else None


def main(argv: list[str] | None = None) -> int:
    """Train if needed; returns the exit code."""
    parser = argparse.ArgumentParser(prog="train", description="Train the dialogue model when its data changed.")
    parser.add_argument("--force", action="store_true", help="train even when nothing changed")
    arguments = parser.parse_args(argv)
    try:
        get_kennisbank()
    except KennisbankFout as error:
        print(error, file=sys.stderr)
        return 1
    now = fingerprint()
    known = STAMP.read_text().strip() if STAMP.is_file() else ""
    if known == now and newest_model() and not arguments.force:
        return 0
    print("Training the model (a minute or two) ...", flush=True)
    return _train(now)


def _train(stamp: str) -> int:
    MODELS.mkdir(exist_ok=True)
    log = MODELS / "training.log"
    started = time.monotonic()
    # `make validate` does Rasa's validation with warnings as errors; here it would only take time.
    options = ("--skip-validation", "--force", "--data", "data", "--domain", "domain.yml", "--out", str(MODELS))
    command = [sys.executable, "-m", "keuzehulp.server.speed_train", "train", *options]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        while process.poll() is None:
            time.sleep(0.5)
            if sys.stdout.isatty():
                print(f"\r  {time.monotonic() - started:3.0f} s", end="", flush=True)
    if sys.stdout.isatty():
        print("\r", end="")
    if process.returncode != 0:
        print("\n".join(log.read_text(errors="replace").splitlines()[-12:]), file=sys.stderr)
        print(
            f"Training failed. The whole log is in {log}. Remedy: mend what it names and run this again.",
            file=sys.stderr,
        )
        return 1
    STAMP.write_text(stamp)
    for old in sorted(MODELS.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)[:-KEPT_MODELS]:
        old.unlink()
    print(f"Trained in {time.monotonic() - started:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
