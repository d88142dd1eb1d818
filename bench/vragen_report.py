"""Report on a set of questions: how many pass, false answers, answers without a citation, milliseconds per answer.

    python bench/vragen_report.py [questions.yml] [--zonder-model] [--zonder-pijplijn] [--alles]

A question file is a list of {vraag, soort, na?: [earlier messages], verwacht: {antwoord: bool, citeert?: ["T 5.3.2.2"]
(any of), noemt?: [text, or a list of which any] (all of), noemt_niet?: [text] (none of)}}. Exit code 1 below the bar.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.apart import unseen
from keuzehulp.beantwoorden.antwoorden import answer, prepare
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.zoeken import vouw

DREMPEL = 0.92
Ontleder = Callable[[str], Vraag]


@dataclass(frozen=True)
class Uitslag:
    """One question, what was said, and what is wrong with it (empty: it passes)."""

    vraag: str
    soort: str
    antwoord: Antwoord
    fouten: tuple[str, ...]
    vals: bool
    milliseconden: float


def beantwoord(kb: Kennisbank, item: dict[str, Any], ontleed: Ontleder) -> tuple[Antwoord, float]:
    """The answer to the last message of an item, with its time; earlier messages set the subject."""
    subject: str | None = None
    said: tuple[str, ...] = ()
    before = ""
    result, spent = None, 0.0
    for text in [*item.get("na", []), item["vraag"]]:
        asked = replace(ontleed(text), vorig_onderwerp=subject, vorige_uitspraken=said, vorige_vraag=before)
        start = time.perf_counter()
        result = answer(kb, asked)
        spent = (time.perf_counter() - start) * 1000
        if result.onderwerp:
            subject = result.onderwerp
        said, before = result.regels or said, result.vraag
    assert result is not None
    return result, spent


def beoordeel(kb: Kennisbank, item: dict[str, Any], given: Antwoord) -> list[str]:
    """What is wrong with an answer, judged by what the item expects."""
    want = item["verwacht"]
    content = _inhoudelijk(kb, want, given)
    if not want["antwoord"]:
        return [] if given.soort in ("buiten_bronnen", "niet_gevonden", "valkuil") else [f"answers ({given.soort})"]
    answered = given.soort in ("antwoord", "misschien", "valkuil") or (
        given.soort == "buiten_bronnen" and "citeert" in want and not content
    )
    wrong = [] if answered else [f"no answer ({given.soort})"]
    return wrong + content + ([] if given.regels else ["no citation"])


def _inhoudelijk(kb: Kennisbank, want: dict[str, Any], given: Antwoord) -> list[str]:
    wrong = []
    cited = {f"{c.bron} {c.par}" for id in given.regels for c in kb.uitspraken[id].bronnen}
    if want.get("citeert") and not any(
        c == w or c.startswith((f"{w}.", f"{w},")) for c in cited for w in want["citeert"]
    ):
        wrong.append(f"cites {sorted(cited)}")
    text = vouw(given.tekst)
    for term in want.get("noemt", []):
        options = term if isinstance(term, list) else [term]
        if not any(vouw(str(o)) in text for o in options):
            wrong.append(f"does not say {options}")
    wrong += [f"says {term}" for term in want.get("noemt_niet", []) if vouw(str(term)) in text]
    return wrong


def is_vals(item: dict[str, Any], given: Antwoord) -> bool:
    """A false answer: the sources do not hold it, and yet it is answered."""
    return not item["verwacht"]["antwoord"] and given.soort == "antwoord"


def draai(kb: Kennisbank, items: list[dict[str, Any]], ontleed: Ontleder) -> list[Uitslag]:
    """All items answered and judged."""
    prepare(kb)
    results = []
    for item in items:
        given, spent = beantwoord(kb, item, ontleed)
        results.append(
            Uitslag(
                item["vraag"],
                item.get("soort", ""),
                given,
                tuple(beoordeel(kb, item, given)),
                is_vals(item, given),
                spent,
            )
        )
    return results


_SOORT_FOUT = ("no answer", "answers", "cites", "does not say", "no citation", "says")


def verslag(results: list[Uitslag], everything: bool = False) -> str:
    """The report as text."""
    passed = sum(not r.fouten for r in results)
    false = [r for r in results if r.vals]
    uncited = [r for r in results if r.antwoord.soort in ("antwoord", "valkuil") and not r.antwoord.regels]
    times = sorted(r.milliseconden for r in results)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for r in results:
        kinds[r.soort]["all"] += 1
        kinds[r.soort]["passed"] += not r.fouten
    lines = [f"{len(results)} questions, {passed} pass: {passed / len(results):.3f} (bar {DREMPEL})"]
    lines.append(f"false answers: {len(false)}; answers without a citation: {len(uncited)}")
    lines.append(
        f"ms per answer: median {times[len(times) // 2]:.1f}, p95 {times[int(len(times) * 0.95)]:.1f}, worst {times[-1]:.1f}"
    )
    reasons = Counter(next(k for k in _SOORT_FOUT if fault.startswith(k)) for r in results for fault in r.fouten)
    lines.append("what is wrong: " + (", ".join(f"{reason} {n}" for reason, n in reasons.most_common(6)) or "nothing"))
    lines += [f"  {kind or '-'}: {count['passed']}/{count['all']}" for kind, count in sorted(kinds.items())]
    for r in results:
        if r.fouten or everything:
            mark = "FALSE" if r.vals else "fail" if r.fouten else "ok"
            lines.append(
                f"{mark}: {r.vraag}\n      {r.antwoord.soort} {r.antwoord.onderwerp} {list(r.antwoord.regels)[:3]} {'; '.join(r.fouten)}"
            )
    return "\n".join(lines)


def model_ontleder(folder: Path = Path("models")) -> Ontleder | None:
    """Reads a message as the assistant does, with the newest trained model; None when there is none."""
    trained = sorted(folder.glob("*.tar.gz"))
    if not trained:
        return None
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import structlog
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.disable(logging.WARNING)
    agent = Agent.load(str(trained[-1]))

    def read(text: str) -> Vraag:
        parsed = asyncio.run(agent.processor.parse_message(UserMessage(text)))
        found = [(e["entity"], str(e["value"])) for e in parsed["entities"]]
        return _vraag(text, found, parsed["intent"]["name"])

    return read


def pijplijn_ontleder() -> Ontleder:
    """Reads a message with the project's spaCy pipeline only: mentions, no intent."""
    from keuzehulp.nlu import laad
    from keuzehulp.nlu.entiteiten import entiteiten

    nlp = laad()
    return lambda text: _vraag(text, [(e.soort, e.waarde) for e in entiteiten(nlp(text)._.begrip)])


def _vraag(text: str, found: list[tuple[str, str]], intent: str = "") -> Vraag:
    def of(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for name, value in found if name == kind))

    return Vraag(text, intent, of("element"), of("begrip"), of("interventie"))


def lezer(no_model: bool, no_pipeline: bool) -> tuple[str, Ontleder]:
    """How messages are read, with a name for it: as the assistant does, unless asked otherwise or not trained yet."""
    if no_pipeline:
        return "names only", Vraag
    trained = None if no_model else model_ontleder()
    return ("the trained model", trained) if trained else ("spaCy pipeline", pijplijn_ontleder())


def main() -> int:
    """Run the report from the command line; 0 when the bar is met without a false or uncited answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bestand", nargs="?", type=Path, default=Path("tests/vragen/vragen.yml"))
    parser.add_argument("--zonder-model", action="store_true", help="use the pipeline only: no intents")
    parser.add_argument("--zonder-pijplijn", action="store_true", help="use the simple name finder only")
    parser.add_argument("--alles", action="store_true", help="show passed questions too")
    options = parser.parse_args()
    items = unseen(yaml.safe_load(options.bestand.read_text(encoding="utf-8")))
    name, read = lezer(options.zonder_model, options.zonder_pijplijn)
    print("read by:", name)
    results = draai(get_kennisbank(), items, read)
    print(verslag(results, options.alles))
    bad = [r for r in results if r.vals or (r.antwoord.soort == "antwoord" and not r.antwoord.regels)]
    share = sum(not r.fouten for r in results) / len(results)
    return 0 if share >= DREMPEL and not bad else 1


if __name__ == "__main__":
    raise SystemExit(main())
