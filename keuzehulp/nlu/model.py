"""The linear model: weights per intent, and confidences that mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from keuzehulp.nlu.verdelen import tegelijk

#: Label of all that are learnt elsewhere; no name of an intent, element or answer.
_ANDERE = "-"
Matrix = NDArray[np.float64]
#: When learning ends: liblinear's own for this loss. A tenth of it takes a tenth more of the whole training, a thousandth
#: (scikit-learn's) a third more of learning; what the evaluation sets say stays the same (docs/nlu.md).
_PRECIES = 1e-1
_TEMPERATUREN = [0.08, 0.1, 0.12, 0.15, 0.18, 0.22, 0.26, 0.3, 0.4, 0.5, 0.7, 1.0]


@dataclass
class LineairModel:
    """One weight per feature and intent; a softmax with a measured temperature makes confidences of the margins."""

    intents: list[str]
    # One row per feature, so that the few features of a message lie together in memory.
    gewichten: Matrix
    verschuiving: Matrix
    temperatuur: float

    def kansen(self, rij: csr_matrix) -> Matrix:
        """Confidence of every intent for one message (a row of features)."""
        return self.kansen_van(rij.indices, rij.data)

    def kansen_van(self, plekken: NDArray[np.integer[Any]], waarden: Matrix) -> Matrix:
        """The same for the places and values of the features that a message has."""
        marges = waarden @ self.gewichten[plekken] + self.verschuiving
        return _softmax(marges[np.newaxis, :], self.temperatuur)[0]

    def bewaar(self, map_: Path) -> None:
        """Write the model as plain arrays (nothing that could run code when it is read)."""
        np.savez(
            map_ / "lineair.npz",
            intents=np.array(self.intents, dtype=np.str_),
            gewichten=self.gewichten.astype(np.float32),
            verschuiving=self.verschuiving,
            temperatuur=np.array(self.temperatuur),
        )

    @classmethod
    def lees(cls, map_: Path) -> LineairModel:
        """Read a model that `bewaar` wrote."""
        with np.load(map_ / "lineair.npz", allow_pickle=False) as vak:
            return cls(
                [str(naam) for naam in vak["intents"]],
                vak["gewichten"],
                vak["verschuiving"],
                float(vak["temperatuur"]),
            )


def _softmax(marges: Matrix, temperatuur: float) -> Matrix:
    hoogte = marges / temperatuur
    hoogte = np.exp(hoogte - hoogte.max(axis=1, keepdims=True))
    return np.asarray(hoogte / hoogte.sum(axis=1, keepdims=True))


def _leer_svm(x: csr_matrix, y: NDArray[np.str_], c: float) -> tuple[Matrix, Matrix]:
    """Weights (one row per label, in order of name) and constants.

    Each label is learnt against all others, whatever these are; so the labels are learnt in two halves at once, the
    other half as one label of which the weights are not kept. The halves do not depend on the machine.
    """
    namen, aantallen = np.unique(y, return_counts=True)
    gewicht = dict(zip(namen, len(y) / (len(namen) * aantallen), strict=True))  # what scikit-learn calls balanced
    uit = np.empty((len(namen), x.shape[1])), np.empty(len(namen))

    def leer_helft(helft: int) -> tuple[Matrix, Matrix]:
        eigen = namen[helft::2]
        labels = np.where(np.isin(y, eigen), y, _ANDERE)
        balans = {**{n: gewicht[n] for n in eigen}, _ANDERE: 1.0}
        svm = LinearSVC(C=c, class_weight=balans, random_state=42, tol=_PRECIES)
        svm.fit(x, labels)
        if len(svm.classes_) == 2:  # the weights are those of the second
            teken = 1.0 if svm.classes_[1] != _ANDERE else -1.0
            return teken * svm.coef_, teken * svm.intercept_
        houd = svm.classes_ != _ANDERE
        return svm.coef_[houd], svm.intercept_[houd]

    for helft, (gewichten, verschuiving) in enumerate(tegelijk(leer_helft, range(2))):
        uit[0][helft::2], uit[1][helft::2] = gewichten, verschuiving
    return uit


def beste_temperatuur(x: csr_matrix, y: NDArray[np.str_], c: float, delen: int = 3) -> float:
    """The temperature that gives held-out messages the likeliest confidences; 0.3 when there is too little to measure."""
    namen, aantallen = np.unique(y, return_counts=True)
    if len(namen) < 2 or aantallen.min() < delen:
        return 0.3
    # One held-out part of thousands of messages is enough for one number; each further part costs a training.
    leer, toets = next(StratifiedKFold(delen, shuffle=True, random_state=42).split(x, y))
    gewichten, verschuiving = _leer_svm(x[leer], y[leer], c)
    marges = np.asarray(x[toets] @ gewichten.T) + verschuiving
    juist = np.searchsorted(namen, y[toets])
    verlies = {t: -np.log(_softmax(marges, t)[np.arange(len(juist)), juist] + 1e-9).mean() for t in _TEMPERATUREN}
    return min(verlies, key=lambda t: float(verlies[t]))


def leer(x: csr_matrix, y: Sequence[str], c: float, temperatuur: float | None = None) -> LineairModel:
    """Train the model; without a given temperature it is measured, which takes three trainings more.

    Raises ValueError when the training data hold fewer than two intents.
    """
    namen = np.array(y, dtype=np.str_)
    if len(set(y)) < 2:
        raise ValueError("The training data hold fewer than two intents. Check the folder data/nlu.")
    gewichten, verschuiving = _leer_svm(x, namen, c)
    return LineairModel(
        [str(naam) for naam in np.unique(namen)],
        np.ascontiguousarray(gewichten.T),
        verschuiving,
        beste_temperatuur(x, namen, c) if temperatuur is None else temperatuur,
    )
