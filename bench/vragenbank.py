"""`make vragenbank`: learn from the example questions how to judge whether a statement answers a question.

    python -m bench.vragenbank [--proef]

Each example question is compared with a bank that lacks it (four parts, each judged by the three others); from those
comparisons two linear models are fitted and written to keuzehulp/vragenbank.json. Everything is deterministic.
--proef writes nothing: it holds back every fifth question altogether and reports how well those are judged.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from keuzehulp.beantwoorden.antwoorden import prepare, zie_vraag
from keuzehulp.beantwoorden.kennis import Kennis, Vraag
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.vragenbank import (
    GEWICHTEN,
    VAN_KANDIDAAT,
    VAN_RANG,
    VAN_VRAAG,
    Gevraagd,
    Gewichten,
    Voorbeeld,
    gewicht_van_grenzen,
    kansen,
    tegenvoorbeelden,
    van_rang,
    voorbeelden,
)

Getallen = NDArray[np.float64]
DELEN = 4
RANG_STRAF, BESLIS_STRAF = 0.5, 1.0
#: The weights are learnt from so many questions of a statement, the first: those are put plainly. Later ones were written to
#: share no word with them; they belong in the bank, but a judge that learns from them takes likeness for chance. Of 418
#: questions for development 395 pass with five, 382 with all (2026-11-22).
LEERT_VAN = 5
#: Questions with an answer weigh so many times those without, however many there are: thresholds keep their meaning.
MET_TEGEN_ZONDER = 1.7

#: Features that speak for a candidate, and those that speak against it or for there being no answer.
VOOR = frozenset(
    {"document", "voorbeeld", "dekking", "dekking_onderwerp", "genoemd", "definitie", "waarom", "illustratie", "bewijs"}
    | {"getal", "van_de_soort", "dekking_alles", "waarvan_met", "reden_met", "kenmerk", "in_regels", "eerste_in_regels"}
    | {"van_het_paar", "voorbeeld_nader", "eerste"}
    | {"regels_antwoord", "top", "voorsprong", "top_drie", "wel"}
)
TEGEN = frozenset(
    {
        "niet_van_de_soort",
        "tegenvoorbeeld",
        "onbekend_woord",
        "tegenvoorbeeld_nader",
        "niet_woorden",
        "vreemde_kern",
        "grens",
    }
    | {"vreemd_los", "buiten", "valkuil", "regels_niet", "ongedekt", "tegenvoorbeeld_onderwerp", "niet"}
    | {"ander_programma"}
    | {name for name in VAN_KANDIDAAT if name.endswith("_zonder")}
)


@dataclass
class Waarneming:
    """One example question judged by a bank without it: the features, and which candidates are right (last: none)."""

    vraag: str
    kandidaten: Getallen
    van_vraag: Getallen
    goed: Getallen


def verdeel(items: list[Voorbeeld], delen: int) -> list[list[Voorbeeld]]:
    """The questions in parts, those of one statement or subject over all parts."""
    parts: list[list[Voorbeeld]] = [[] for _ in range(delen)]
    seen: dict[str, int] = {}
    for question, id in items:
        parts[seen.get(id, 0) % delen].append((question, id))
        seen[id] = seen.get(id, 0) + 1
    return parts


def _eerste(wel: list[Voorbeeld]) -> set[Voorbeeld]:
    """The first questions of each statement."""
    seen: Counter[str] = Counter()
    first = set()
    for question, id in wel:
        if seen[id] < LEERT_VAN:
            first.add((question, id))
        seen[id] += 1
    return first


def neem_waar(
    kennis: Kennis,
    gezien: dict[str, Gevraagd],
    wel: list[Voorbeeld],
    niet: list[Voorbeeld],
    grenzen: dict[str, float],
) -> list[Waarneming]:
    """Every question that is learnt from, judged by a bank of the parts that it is not in."""
    found: list[Waarneming] = []
    yes, no, plain = verdeel(wel, DELEN), verdeel(niet, DELEN), _eerste(wel)
    for part in range(DELEN):
        rest_yes = [v for i, p in enumerate(yes) if i != part for v in p]
        rest_no = [v for i, p in enumerate(no) if i != part for v in p]
        bank = kennis.maak_vragenbank(rest_yes, rest_no, grenzen=grenzen)
        texts = [kennis.kb.uitspraken[id].tekst for id in bank.ids]
        for question, id in (*(v for v in yes[part] if v in plain), *no[part]):
            chosen, features, own = bank.kenmerken(gezien[question])
            statement = kennis.kb.uitspraken.get(id)
            right = [statement is not None and texts[i] == statement.tekst for i in chosen]
            found.append(Waarneming(question, features, own, np.array([*right, statement is None], dtype=float)))
    return found


def _grenswaarden(gezien: dict[str, Gevraagd], wel: list[Voorbeeld], niet: list[Voorbeeld]) -> dict[str, float]:
    """What each limit of the sources tells, by all the questions that were looked at."""
    seen = [[gezien[question] for question, _ in items if question in gezien] for items in (wel, niet)]
    return gewicht_van_grenzen(*seen)


def leer(waarnemingen: list[Waarneming], grenzen: dict[str, float]) -> Gewichten:
    """The weights of both models."""
    rank, none = _leer_rang(waarnemingen)
    rows, labels = [], []
    for seen in waarnemingen:
        shares = kansen(seen.kandidaten @ rank, float(seen.van_vraag @ none))
        first = seen.kandidaten[int(shares[:-1].argmax())]
        rows.append(np.concatenate((first, seen.van_vraag, van_rang(shares))))
        labels.append(float(seen.goed[-1]))
    weights = _leer_beslis(np.array(rows), np.array(labels))
    return Gewichten(
        _bij_naam(VAN_KANDIDAAT, rank),
        _bij_naam(VAN_VRAAG, none),
        _bij_naam((*VAN_KANDIDAAT, *VAN_VRAAG, *VAN_RANG), weights),
        grenzen,
    )


def _gewogen(zonder: Getallen) -> Getallen:
    """The weight of each question; `zonder` is 1 for those without an answer."""
    return np.where(zonder > 0, 1.0, MET_TEGEN_ZONDER * zonder.sum() / max((1 - zonder).sum(), 1))


def _bij_naam(names: tuple[str, ...], values: Getallen) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def _grenzen(names: tuple[str, ...], voor: int) -> list[tuple[float | None, float | None]]:
    """What sign a weight may have: what speaks for an answer never counts against it, nor the other way round.

    `voor` is 1 where a positive weight favours the candidate, -1 where it favours that there is no answer.
    """
    kept = [voor * (1 if name in VOOR else -1 if name in TEGEN else 0) for name in names]
    return [(0.0, None) if sign > 0 else (None, 0.0) if sign < 0 else (None, None) for sign in kept]


def _leer_rang(waarnemingen: list[Waarneming]) -> tuple[Getallen, Getallen]:
    """A choice between the candidates and none of them: a conditional logit, fitted to the right choices."""
    known = [w for w in waarnemingen if w.goed.any()]
    features, own = np.stack([w.kandidaten for w in known]), np.stack([w.van_vraag for w in known])
    right = np.stack([w.goed for w in known]) > 0
    size, gewicht = features.shape[2], _gewogen(right[:, -1].astype(float))
    scale, own_scale = features.reshape(-1, size).std(axis=0) + 1e-9, own.std(axis=0) + 1e-9
    own_scale[VAN_VRAAG.index("een")] = 1.0
    features, own = features / scale, own / own_scale

    def loss(weights: Getallen) -> tuple[float, Getallen]:
        values = np.concatenate((features @ weights[:size], (own @ weights[size:])[:, None]), axis=1)
        powers = np.exp(values - values.max(axis=1, keepdims=True))
        share = powers / powers.sum(axis=1, keepdims=True)
        wanted = np.where(right, powers, 0.0)
        total = wanted.sum(axis=1, keepdims=True)
        missed = gewicht[:, None] * (share - wanted / total)
        cost = -(gewicht * np.log(total[:, 0] / powers.sum(axis=1))).sum() + RANG_STRAF * (weights**2).sum()
        slope = np.concatenate((np.einsum("nk,nkd->d", missed[:, :-1], features), missed[:, -1] @ own))
        return float(cost), slope + 2 * RANG_STRAF * weights

    bounds = [*_grenzen(VAN_KANDIDAAT, 1), *_grenzen(VAN_VRAAG, -1)]
    found = _kleinste(loss, bounds)
    return found[:size] / scale, found[size:] / own_scale


def _leer_beslis(matrix: Getallen, labels: Getallen) -> Getallen:
    """The log-odds that the first candidate is no answer: a logistic regression."""
    names = (*VAN_KANDIDAAT, *VAN_VRAAG, *VAN_RANG)
    scale = matrix.std(axis=0) + 1e-9
    scale[names.index("een")] = 1.0
    scaled = matrix / scale
    penalty = np.where(np.array(names) == "een", 0.0, BESLIS_STRAF)

    def loss(weights: Getallen) -> tuple[float, Getallen]:
        values = scaled @ weights
        cost = (np.logaddexp(0, values) - labels * values).sum() + (penalty * weights**2).sum()
        return float(cost), scaled.T @ (1 / (1 + np.exp(-values)) - labels) + 2 * penalty * weights

    found: Getallen = _kleinste(loss, _grenzen(names, -1)) / scale
    return found


def _kleinste(
    loss: Callable[[Getallen], tuple[float, Getallen]], bounds: list[tuple[float | None, float | None]]
) -> Getallen:
    options = {"maxiter": 1000, "maxfun": 5000}
    return np.asarray(
        minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options=options).x
    )


def proef(kennis: Kennis, gezien: dict[str, Gevraagd], wel: list[Voorbeeld], niet: list[Voorbeeld]) -> str:
    """How questions are judged that were held back from the bank and from the learning."""
    kept = [[v for v in items if zlib.crc32(v[0].encode()) % 5] for items in (wel, niet)]
    held = [[v for v in items if not zlib.crc32(v[0].encode()) % 5] for items in (wel, niet)]
    limits = _grenswaarden(gezien, kept[0], kept[1])
    weights = leer(neem_waar(kennis, gezien, kept[0], kept[1], limits), limits)
    bank = kennis.maak_vragenbank(kept[0], kept[1], weights)
    texts = {id: kennis.kb.uitspraken[id].tekst for id, _ in ((id, q) for q, id in held[0])}
    yes = [(id, bank.zoek(gezien[q])) for q, id in held[0]]
    no = np.sort([bank.zoek(gezien[q]).niet for q, _ in held[1]])
    lines = [f"held back: {len(yes)} questions with an answer, {len(no)} without"]
    for bar in (-3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0):
        answered = [(id, f) for id, f in yes if f.niet < bar]
        first = sum(kennis.kb.uitspraken[f.kandidaten[0][0]].tekst == texts[id] for id, f in answered)
        third = sum(any(kennis.kb.uitspraken[c].tekst == texts[id] for c, _ in f.kandidaten[:3]) for id, f in answered)
        lines.append(
            f"  not below {bar:+.1f}: answered {len(answered) / len(yes):.3f}, right first {first / len(yes):.3f}, "
            f"in three {third / len(yes):.3f}, false {(no < bar).mean():.3f}"
        )
    return "\n".join(lines)


def main() -> int:
    """Learn and write the weights, or try them on questions that are held back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proef", action="store_true", help="hold back a fifth of the questions and report on those")
    options = parser.parse_args()
    kennis = prepare(get_kennisbank())
    wel, niet = voorbeelden(kennis.kb), tegenvoorbeelden(kennis.kb)
    # To learn, only the plain ones are judged; the trial judges those that are held back, whichever they are.
    judged = wel if options.proef else _eerste(wel)
    gezien = {question: zie_vraag(kennis, Vraag(question)) for question, _ in (*judged, *niet)}
    if options.proef:
        print(proef(kennis, gezien, wel, niet))
        return 0
    limits = _grenswaarden(gezien, wel, niet)
    weights = leer(neem_waar(kennis, gezien, wel, niet, limits), limits)
    GEWICHTEN.write_text(json.dumps(weights.__dict__, indent=1) + "\n", encoding="utf-8")
    print(f"{len(wel)} questions with an answer and {len(niet)} without; weights in {GEWICHTEN.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
