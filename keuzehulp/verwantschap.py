"""Which documents are about the same as a question, also where they share no word: latent semantic analysis.

Words that stand in the same documents lie near each other in a space of far fewer directions than there are words. In it
a question lies near a statement whose example questions use other words, as long as other statements connect those.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

#: How many directions are kept. Of example questions that were held back, 100 found fewer and 300 no more (2026-11-22).
RICHTINGEN = 200


class Verwantschap:
    """A space of meanings, made of the weighed words of documents (one row each)."""

    def __init__(self, documents: csr_matrix) -> None:
        space = TruncatedSVD(max(1, min(RICHTINGEN, min(documents.shape) - 1)), n_iter=3, random_state=42)
        # Rows of words and columns of documents: what a question needs lies together in memory.
        self._documents = normalize(space.fit_transform(documents)).T.astype(np.float32)
        self._words = np.ascontiguousarray(space.components_.T, dtype=np.float32)

    def met(self, vraag: csr_matrix) -> NDArray[np.float64]:
        """How near every document is to a question (one row of the same words): -1 to 1, 0 for a question of unknown words."""
        place = np.einsum("i,ij->j", vraag.data, self._words[vraag.indices])
        length = float(np.sqrt((place * place).sum()))
        # einsum, for threads cost more than they bring on so small a product
        near = np.einsum("i,ij->j", place, self._documents)
        return np.asarray(near / length if length else near, dtype=float)
