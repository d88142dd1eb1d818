"""`make nlu-report`: train, measure the language understanding on tests/nlu, and write docs/nlu.md.

python bench/nlu_report.py                 train on data/nlu, test on tests/nlu
python bench/nlu_report.py --compare       the same for Rasa's default pipeline (DIET), side by side
python bench/nlu_report.py --xsid DIR      train and test on that corpus (nl.valid.conll / nl.test.conll) as well
python bench/nlu_report.py --cross         cross-validation over data/nlu, without and with parts of the features
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import Any

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
BASIS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(BASIS))

import yaml  # noqa: E402

from bench.apart import unseen  # noqa: E402

WAARDEN = ("ja", "deels", "nee", "weet_niet")
STANDAARD: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]
INTENT_WAARDE = {"affirm": "ja", "deny": "nee", "partly": "deels", "dont_know": "weet_niet"}
Parse = Mapping[str, Any]


@dataclass
class Model:
    """A trained model with what training and parsing cost."""

    naam: str
    pad: Path
    training: float
    tijden: list[float] = field(default_factory=list)
    geheugen: float | None = None
    rekentijd: float = 0.0
    rekentijden: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """Median parse time in milliseconds."""
        return _midden(self.tijden)

    @property
    def p50_reken(self) -> float:
        """Median processor time of a parse in milliseconds; tells more when the machine is busy."""
        return _midden(self.rekentijden)


def _midden(getallen: Sequence[float]) -> float:
    return sorted(getallen)[len(getallen) // 2] if getallen else 0.0


@dataclass
class Uitslag:
    """Figures of one model on the evaluation sentences, and the confusions behind them."""

    cijfers: dict[str, float] = field(default_factory=dict)
    verwarring: Counter[tuple[str, str]] = field(default_factory=Counter)
    voorbeelden: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    #: Sentences that are wrong in another way than by their intent or answer, by what is wrong.
    missers: dict[str, list[str]] = field(default_factory=dict)

    def fout(self, verwacht: str, gevonden: str, tekst: str) -> None:
        """Count one decision; sentences of wrong ones are kept."""
        self.verwarring[(verwacht, gevonden)] += 1
        if verwacht != gevonden:
            self.voorbeelden.setdefault((verwacht, gevonden), []).append(tekst)


def lees_lijst(bestand: Path) -> list[dict[str, Any]]:
    """One evaluation file, without what is learnt word for word; a file that is not there gives none."""
    if not bestand.exists():
        print(f"{bestand.relative_to(BASIS)} is not there: skipped")
        return []
    rijen = list(yaml.safe_load(bestand.read_text(encoding="utf-8")) or [])
    over = unseen(rijen)
    if len(over) < len(rijen):
        print(f"{bestand.name}: {len(rijen) - len(over)} of {len(rijen)} left out, for they are learnt too")
    return over


# -- training and parsing ------------------------------------------------------------------------------------------


def train(naam: str, pipeline: Sequence[Mapping[str, Any]], data: Path, map_: Path, module: str = "rasa") -> Model:
    """Train an NLU model in a process of its own and time it, imports included; `module` is the command that trains."""
    config = map_ / f"{naam}.yml"
    config.write_text(
        yaml.safe_dump({"language": "nl", "recipe": "default.v1", "pipeline": list(pipeline)}), encoding="utf-8"
    )
    domein = map_ / "domain.yml"
    domein.write_text('version: "3.1"\nintents: []\n', encoding="utf-8")
    opdracht = [sys.executable, "-m", module, "train", "nlu", "--config", str(config), "--nlu", str(data)]
    opdracht += ["--domain", str(domein), "--out", str(map_), "--fixed-model-name", naam]
    begin = time.perf_counter()
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    klaar = subprocess.run(opdracht, cwd=BASIS, capture_output=True, text=True, env=_omgeving(), check=False)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    if klaar.returncode or not (map_ / f"{naam}.tar.gz").exists():
        raise SystemExit(f"Training {naam} failed:\n{klaar.stderr[-3000:]}")
    model = Model(naam, map_ / f"{naam}.tar.gz", time.perf_counter() - begin)
    model.rekentijd = na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
    return model


def _omgeving() -> dict[str, str]:
    pad = os.pathsep.join([str(BASIS), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": pad, "RASA_TELEMETRY_ENABLED": "false"}


def laad(model: Model) -> Any:
    """Load a model as Rasa serves it."""
    import logging

    import structlog
    from rasa.core.agent import Agent

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.disable(logging.WARNING)
    os.chdir(BASIS)
    return Agent.load(str(model.pad))


def _gesprek(vraag: str | None) -> Any:
    """A conversation in which the form asks this question; None without question."""
    if vraag is None:
        return None
    from rasa.shared.core.slots import AnySlot
    from rasa.shared.core.trackers import DialogueStateTracker

    gesprek = DialogueStateTracker.from_events("toets", [], [AnySlot("requested_slot", mappings=[{}])])
    gesprek._set_slot("requested_slot", vraag)
    return gesprek


def ontleed(
    agent: Any, model: Model, teksten: Iterable[str], vragen: Iterable[str | None] | None = None
) -> list[Parse]:
    """Parse the texts one by one, each with its open question if there is one, and keep the times."""
    from rasa.core.channels.channel import UserMessage

    async def alles() -> list[Parse]:
        uit = []
        for tekst, vraag in zip(teksten, vragen or repeat(None), strict=False):
            gesprek = _gesprek(vraag)
            begin, reken = time.perf_counter(), time.process_time()
            uit.append(await agent.processor.parse_message(UserMessage(tekst), gesprek))
            model.tijden.append((time.perf_counter() - begin) * 1000)
            model.rekentijden.append((time.process_time() - reken) * 1000)
        return uit

    return asyncio.run(alles())


_GEHEUGEN = """
import asyncio, os, sys, logging
def rss():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
import rasa.core.run
from rasa.core.agent import Agent
leeg = rss()
logging.disable(logging.WARNING)
agent = Agent.load(sys.argv[1])
async def main():
    for tekst in ["ja", "we doen rollenspel en een ouderavond", "wat is coping?"] * 30:
        await agent.parse_message(tekst)
asyncio.run(main())
print("MIB", rss() - leeg)
"""


def geheugen(model: Model) -> float | None:
    """MiB of a process with the model above a process that only imported Rasa; None where /proc is missing."""
    if not Path("/proc/self/statm").exists():
        return None
    klaar = subprocess.run(
        [sys.executable, "-c", _GEHEUGEN, str(model.pad)], cwd=BASIS, capture_output=True, text=True, env=_omgeving()
    )
    treffer = re.search(r"^MIB ([\d.-]+)", klaar.stdout, re.MULTILINE)
    return float(treffer.group(1)) if treffer else None


# -- what a parse says ---------------------------------------------------------------------------------------------


def antwoorden(parse: Parse) -> dict[str, str]:
    """The answers of a parse by role (vraag, nieuw or an element)."""
    return {
        str(e.get("role")): str(e["value"])
        for e in parse.get("entities", [])
        if e["entity"] == "antwoord" and e.get("role")
    }


def vierweg(parse: Parse, vraag: str) -> str:
    """What would fill the open question: an answer to it by name, else an answer to the question; or geen."""
    gegeven = antwoorden(parse)
    return gegeven.get(vraag) or gegeven.get("vraag") or "geen"


def vierweg_uit_intent(parse: Parse) -> str:
    """The same for a model without answers of its own: its intent."""
    return INTENT_WAARDE.get(str(parse["intent"]["name"]), "geen")


def macro_f1(paren: Sequence[tuple[str, str]], klassen: Sequence[str]) -> float:
    """Mean F1 over the classes that occur."""
    scores = []
    for klasse in klassen:
        goed = sum(v == klasse == g for v, g in paren)
        echt, gezegd = sum(v == klasse for v, _ in paren), sum(g == klasse for _, g in paren)
        if echt:
            scores.append(2 * goed / (echt + gezegd))
    return sum(scores) / len(scores) if scores else 0.0


def meet_antwoorden(rijen: Sequence[Mapping[str, Any]], parses: Sequence[Parse], eigen: bool, uit: Uitslag) -> None:
    """Four-way answers: macro-F1 (with and without `geen`) and swaps of ja and nee."""
    paren = []
    for rij, parse in zip(rijen, parses, strict=True):
        gevonden = vierweg(parse, str(rij["vraag"])) if eigen else vierweg_uit_intent(parse)
        paren.append((str(rij["verwacht"]), gevonden))
        uit.fout(str(rij["verwacht"]), gevonden, str(rij["tekst"]))
    wissels = sum({v, g} == {"ja", "nee"} for v, g in paren)
    uit.cijfers["antwoord macro-F1"] = macro_f1(paren, WAARDEN)
    uit.cijfers["antwoord macro-F1 met geen"] = macro_f1(paren, (*WAARDEN, "geen"))
    uit.cijfers["ja/nee verwisseld per 100"] = 100 * wissels / max(len(paren), 1)
    uit.cijfers["antwoord zinnen"] = len(paren)


def _gevonden(parse: Parse) -> dict[str, set[str]]:
    """What a parse found, by kind; `waarde` holds the values of answers."""
    uit: dict[str, set[str]] = {}
    for entiteit in parse.get("entities", []):
        soort = "waarde" if entiteit["entity"] == "antwoord" else str(entiteit["entity"])
        uit.setdefault(soort, set()).add(str(entiteit["value"]).lower())
    return uit


def over_klopt(over: Mapping[str, Any], parse: Parse) -> dict[str, bool]:
    """Per kind that a sentence is about (element, begrip, interventie, verwijzing, waarde): was all of it found?"""
    gevonden = _gevonden(parse)
    return {
        soort: {str(w).lower() for w in (wil if isinstance(wil, list) else [wil])} <= gevonden.get(soort, set())
        for soort, wil in over.items()
    }


def meet_daden(rijen: Sequence[Mapping[str, Any]], parses: Sequence[Parse], uit: Uitslag) -> None:
    """Acts: accuracy of the intent, and of what they are about where the sentence names something."""
    goed = 0
    juist: dict[str, list[bool]] = {"over": [], "verwijzing": [], "waarde": []}
    for rij, parse in zip(rijen, parses, strict=True):
        gevonden = str(parse["intent"]["name"])
        goed += gevonden == rij["intent"]
        uit.fout(str(rij["intent"]), gevonden, str(rij["tekst"]))
        for soort, raak in over_klopt(rij.get("over") or {}, parse).items():
            maat = soort if soort in juist else "over"
            juist[maat].append(raak)
            if not raak:
                uit.missers.setdefault(maat, []).append(f"{rij['tekst']} [{rij['over'][soort]}]")
    uit.cijfers["daden juist"] = goed / max(len(rijen), 1)
    uit.cijfers["daden zinnen"] = len(rijen)
    namen = {"over": "over juist", "verwijzing": "verwijzing juist", "waarde": "nieuwe waarde juist"}
    for maat, naam in namen.items():
        uit.cijfers[naam] = sum(juist[maat]) / max(len(juist[maat]), 1)
        uit.cijfers[f"{naam}: zinnen"] = len(juist[maat])


def meet_paren(rijen: Sequence[Mapping[str, Any]], parses: Sequence[Parse], uit: Uitslag) -> None:
    """Several elements at once: pairs found, and pairs wrong or invented."""
    goed = verwacht = gezegd = 0
    for rij, parse in zip(rijen, parses, strict=True):
        wil = {str(k): str(v) for k, v in rij["paren"].items()}
        heeft = {k: v for k, v in antwoorden(parse).items() if k not in {"vraag", "nieuw"}}
        goed += sum(heeft.get(element) == waarde for element, waarde in wil.items())
        verwacht, gezegd = verwacht + len(wil), gezegd + len(heeft)
        if heeft != wil:
            mis = ", ".join(
                f"{k}={wil.get(k, '-')}/{heeft.get(k, '-')}"
                for k in sorted({*wil, *heeft})
                if wil.get(k) != heeft.get(k)
            )
            uit.missers.setdefault("paren", []).append(f"{rij['tekst']} [{mis}]")
    uit.cijfers["paren gevonden"] = goed / max(verwacht, 1)
    uit.cijfers["paren fout of verzonnen per 100"] = 100 * (gezegd - goed) / max(gezegd, 1)
    uit.cijfers["paren zinnen"] = len(rijen)


def meet_crisis(rijen: Sequence[Mapping[str, Any]], parses: Sequence[Parse], uit: Uitslag) -> None:
    """Crisis: share found, and false alarms per 200 others."""
    alarm = [parse["intent"]["name"] == "crisis" for parse in parses]
    echt = [bool(rij["crisis"]) for rij in rijen]
    vals = sum(a and not e for a, e in zip(alarm, echt, strict=True))
    uit.cijfers["crisis gevonden"] = sum(a and e for a, e in zip(alarm, echt, strict=True)) / max(sum(echt), 1)
    uit.cijfers["crisis vals alarm per 200"] = 200 * vals / max(len(echt) - sum(echt), 1)
    uit.cijfers["crisis zinnen"] = sum(echt)
    for rij, a, e in zip(rijen, alarm, echt, strict=True):
        if a != e:
            uit.missers.setdefault("crisis gemist" if e else "crisis vals alarm", []).append(str(rij["tekst"]))


def beoordeel(model: Model, toetsen: Path, eigen: bool) -> Uitslag:
    """All measurements of one model on the evaluation folder."""
    agent = laad(model)
    ontleed(agent, model, ["ja", "wat is coping?", "we doen rollenspel"] * 5)
    model.tijden.clear()
    model.rekentijden.clear()
    uit = Uitslag()
    lijsten = {naam: lees_lijst(toetsen / f"{naam}.yml") for naam in ("answers", "acts", "multi", "crisis")}
    parses = {
        naam: ontleed(agent, model, [str(r["tekst"]) for r in rijen], [r.get("vraag") for r in rijen])
        for naam, rijen in lijsten.items()
    }
    meet_antwoorden(lijsten["answers"], parses["answers"], eigen, uit)
    meet_daden(lijsten["acts"], parses["acts"], uit)
    if eigen:
        meet_paren(lijsten["multi"], parses["multi"], uit)
    meet_crisis(lijsten["crisis"], parses["crisis"], uit)
    return uit


# -- xSID ----------------------------------------------------------------------------------------------------------


def lees_conll(bestand: Path) -> list[tuple[str, str]]:
    """Texts and intents of an xSID file."""
    tekst, uit = "", []
    for regel in bestand.read_text(encoding="utf-8").splitlines():
        if regel.startswith("# text:"):
            tekst = regel.split(":", 1)[1].strip()
        elif regel.startswith("# intent:"):
            uit.append((tekst, regel.split(":", 1)[1].strip().replace("/", "_")))
    return uit


def xsid(namen: Mapping[str, Sequence[Mapping[str, Any]]], corpus: Path, map_: Path) -> dict[str, dict[str, float]]:
    """Train every pipeline on nl.valid and test it on nl.test."""
    per_intent: dict[str, list[str]] = {}
    for tekst, intent in lees_conll(corpus / "nl.valid.conll"):
        per_intent.setdefault(intent, []).append(tekst)
    data = map_ / "xsid.yml"
    blokken = [{"intent": i, "examples": "".join(f"- {t}\n" for t in zinnen)} for i, zinnen in per_intent.items()]
    data.write_text(yaml.safe_dump({"version": "3.1", "nlu": blokken}, allow_unicode=True), encoding="utf-8")
    toets = lees_conll(corpus / "nl.test.conll")
    uit = {}
    for naam, pipeline in namen.items():
        # The rules on answers are about our questions: here only features and classifier are compared.
        model = train(f"xsid-{naam}", [p for p in pipeline if "KeuzehulpAntwoord" not in p["name"]], data, map_)
        parses = ontleed(laad(model), model, [tekst for tekst, _ in toets])
        raak = sum(_eerste_intent(p) == intent for p, (_, intent) in zip(parses, toets, strict=True))
        uit[naam] = {"juist": raak / len(toets), "p50 ms": model.p50, "training s": model.training}
    return uit


def _eerste_intent(parse: Parse) -> str:
    """The best intent before the fallback."""
    rij = [r["name"] for r in parse.get("intent_ranking", []) if r["name"] != "nlu_fallback"]
    return str(rij[0]) if rij else str(parse["intent"]["name"])


# -- cross-validation ----------------------------------------------------------------------------------------------


def kruis(data: Path) -> dict[str, float]:
    """Accuracy by five-fold cross-validation over the training sentences, per set of features."""
    import numpy as np
    from sklearn.model_selection import StratifiedKFold
    from sklearn.svm import LinearSVC

    from keuzehulp.nlu import kenmerken as deel
    from keuzehulp.nlu import laad as laad_pijplijn
    from keuzehulp.nlu.trainingszinnen import lees_zinnen
    from keuzehulp.nlu.woordenschat import Woordenschat

    zinnen = lees_zinnen(data)
    nlp = laad_pijplijn()
    tellingen = [deel.kenmerken(nlp(zin.tekst)._.begrip) for zin in zinnen]
    y = np.array([zin.intent for zin in zinnen])
    sets = {"woorden en tekens": "wc", "met ontdane lemma's": "wcd", "met regels": "wcr", "alles": "wcdr"}
    uit = {}
    for naam, groepen in sets.items():
        over = [{k: n for k, n in telling.items() if k[0] in groepen} for telling in tellingen]
        raak = 0
        for leer, toets in StratifiedKFold(5, shuffle=True, random_state=7).split(over, y):
            schat = Woordenschat.leer([over[i] for i in leer], 1.0)
            x_leer, x_toets = (schat.matrix([over[i] for i in rijen]) for rijen in (leer, toets))
            svm = LinearSVC(C=1.0, class_weight="balanced", random_state=42).fit(x_leer, y[leer])
            raak += int((svm.predict(x_toets) == y[toets]).sum())
        uit[naam] = raak / len(y)
    return uit


# -- report --------------------------------------------------------------------------------------------------------


def teken(uit: Uitslag, bestand: Path) -> None:
    """The confusion matrix as a picture."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    namen = sorted({naam for paar in uit.verwarring for naam in paar})
    matrix = np.zeros((len(namen), len(namen)))
    for (verwacht, gevonden), aantal in uit.verwarring.items():
        matrix[namen.index(verwacht), namen.index(gevonden)] = aantal
    delen = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    figuur, vlak = plt.subplots(figsize=(13, 12))
    vlak.imshow(delen, cmap="Blues", vmin=0, vmax=1)
    vlak.set_xticks(range(len(namen)), namen, rotation=90)
    vlak.set_yticks(range(len(namen)), namen)
    vlak.set_xlabel("gevonden")
    vlak.set_ylabel("verwacht")
    for rij, kolom in zip(*np.nonzero(matrix), strict=True):
        vlak.text(kolom, rij, int(matrix[rij, kolom]), ha="center", va="center", fontsize=6)
    bestand.parent.mkdir(parents=True, exist_ok=True)
    figuur.tight_layout()
    figuur.savefig(bestand, dpi=110)
    plt.close(figuur)


def ergste(uit: Uitslag, aantal: int = 20) -> list[tuple[int, str, str, list[str]]]:
    """The most frequent confusions with their sentences."""
    rij = [(len(zinnen), v, g, zinnen) for (v, g), zinnen in uit.voorbeelden.items()]
    return sorted(rij, key=lambda r: -r[0])[:aantal]


def _rij(cellen: Iterable[object]) -> str:
    return "| " + " | ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cellen) + " |"


def verslag(modellen: Sequence[tuple[Model, Uitslag]], extra: Mapping[str, Mapping[str, Any]]) -> str:
    """The report in Markdown."""
    namen = [model.naam for model, _ in modellen]
    regels = ["# Language understanding, measured", "", f"Measured on {date.today().isoformat()}.", ""]
    regels += [
        "Repeat with `make nlu-report` (or `python bench/nlu_report.py --compare --xsid DIR`). Training data: `data/nlu`;"
    ]
    regels += ["evaluation: `tests/nlu`, written apart and never trained on.", ""]
    regels += [_rij(["measure", *namen]), _rij(["---"] * (len(namen) + 1))]
    for maat in modellen[0][1].cijfers:
        regels.append(_rij([maat, *(uitslag.cijfers.get(maat, "–") for _, uitslag in modellen)]))
    regels.append(_rij(["parse p50 (ms)", *(model.p50 for model, _ in modellen)]))
    regels.append(_rij(["parse p50, processor time (ms)", *(model.p50_reken for model, _ in modellen)]))
    regels.append(_rij(["training, processor time (s)", *(model.rekentijd for model, _ in modellen)]))
    regels.append(_rij(["training (s, imports included)", *(model.training for model, _ in modellen)]))
    regels.append(_rij(["memory above an empty Rasa process (MiB)", *(m.geheugen or "–" for m, _ in modellen)]))
    for kop, tabel in extra.items():
        regels += ["", f"## {kop}", ""]
        for naam, waarde in tabel.items():
            regels.append(f"- {naam}: {json.dumps(waarde) if not isinstance(waarde, float) else round(waarde, 4)}")
    regels += ["", "## Most frequent confusions (how often: expected -> found)", ""]
    for aantal, verwacht, gevonden, _ in ergste(modellen[0][1]):
        regels.append(f"- {aantal}: {verwacht} -> {gevonden}")
    return "\n".join(regels) + "\n"


MET_DE_HAND = "\n## Choices"


def met_de_hand(bestand: Path) -> str:
    """The part of an earlier report that was written by hand and stays; empty when there is none."""
    oud = bestand.read_text(encoding="utf-8") if bestand.exists() else ""
    return oud[oud.index(MET_DE_HAND) :] if MET_DE_HAND in oud else ""


def opties() -> argparse.Namespace:
    """Command line."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--compare", action="store_true", help="also Rasa's default pipeline")
    lezer.add_argument("--xsid", type=Path, help="folder with nl.valid.conll and nl.test.conll")
    lezer.add_argument("--cross", action="store_true", help="cross-validation over the training sentences")
    lezer.add_argument("--data", type=Path, default=BASIS / "data" / "nlu")
    lezer.add_argument("--tests", type=Path, default=BASIS / "tests" / "nlu")
    lezer.add_argument("--out", type=Path, default=BASIS / "docs" / "nlu.md")
    lezer.add_argument("--zinnen", action="store_true", help="print the sentences of the confusions as well")
    return lezer.parse_args()


def main() -> int:
    """Train, measure, print, write."""
    keus = opties()
    config = yaml.safe_load((BASIS / "config.yml").read_text(encoding="utf-8"))
    pijplijnen = {"keuzehulp": config["pipeline"]}
    if keus.compare:
        pijplijnen["rasa-default"] = STANDAARD
    uitslagen: list[tuple[Model, Uitslag]] = []
    extra: dict[str, Mapping[str, Any]] = {}
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        for naam, pipeline in pijplijnen.items():
            # Ours is trained as `make train` does it, the other as Rasa does.
            eigen = naam == "keuzehulp"
            model = train(naam, pipeline, keus.data, map_, "keuzehulp.server.speed_train" if eigen else "rasa")
            model.geheugen = geheugen(model)
            uitslagen.append((model, beoordeel(model, keus.tests, eigen)))
        if keus.xsid:
            extra["xSID, Dutch (train on valid, test on test)"] = xsid(pijplijnen, keus.xsid, map_)
    if keus.cross:
        extra["Cross-validation over data/nlu (accuracy, all intents)"] = kruis(keus.data)
    tekst = verslag(uitslagen, extra)
    print(tekst)
    if keus.zinnen:
        for aantal, verwacht, gevonden, zinnen in ergste(uitslagen[0][1], 200):
            print(f"{aantal} {verwacht} -> {gevonden}: " + " | ".join(zinnen[:10]))
        for soort, zinnen in uitslagen[0][1].missers.items():
            print(f"{len(zinnen)} {soort}: " + " | ".join(zinnen))
    keus.out.parent.mkdir(parents=True, exist_ok=True)
    keus.out.write_text(tekst + met_de_hand(keus.out), encoding="utf-8")
    teken(uitslagen[0][1], BASIS / "build" / "nlu-confusion.png")
    print(f"Written: {keus.out.name} and build/nlu-confusion.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
