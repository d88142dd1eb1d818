"""`rasa train` for `make train`: the same model, without the work that only serves a next training.

As in `keuzehulp.server.speed`: replaced on the classes at run time, in this process only; no installed file is changed,
and `rasa train` stays as it is.

- Rasa takes fingerprints of all messages before and after each component, to skip components next time. Each change of
  data/nlu changes nearly all of them, so here the whole model is always trained.
- Rasa reads and merges all messages once for each language that it is asked for: "en" where nobody says one, and that of
  config.yml. Files in YAML are the same in each.
- Rasa merges the messages of all importers seven times, copies each message every time, and takes a fingerprint of each
  to leave out doubles. Here a message is passed on as it is, and its fingerprint for that is taken once.
- spaCy reads the messages one after the other; here all cores read them (`keuzehulp.nlu.verdelen`).
- Python looks for dead cycles among millions of living objects, again and again (a tenth of the time, no memory won).
- The model is packed as small as can be, which takes long for numbers and wins a tenth.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from tarfile import TarFile
from typing import Any

from rasa.engine.training.hooks import TrainingHook
from rasa.nlu.utils.spacy_utils import SpacyNLP
from rasa.shared.importers.importer import CombinedDataImporter, E2EImporter, ResponsesSyncImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language
from spacy.tokens import Doc

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.verdelen import verdeel

_IMPORTERS = (CombinedDataImporter, E2EImporter, ResponsesSyncImporter)
_own_gzopen = TarFile.gzopen.__func__  # type: ignore[attr-defined]
#: Of 1 (quick) to 9 (small).
_PACKING = 1


def install() -> None:
    """Replace them; a second time changes nothing."""
    TrainingHook.on_before_node = _nothing_known
    TrainingHook.on_after_node = _keep_nothing
    TrainingData.merge = _merge_in_place
    if not hasattr(Message.__hash__, "own"):
        Message.__hash__ = _hash_once(Message.__hash__)
    SpacyNLP._process_content_bearing_samples = staticmethod(_read_on_all_cores)
    TarFile.gzopen = classmethod(_pack_quickly)  # type: ignore[assignment,arg-type]
    for importer in _IMPORTERS:
        if not hasattr(importer.get_nlu_data, "own"):
            importer.get_nlu_data = _in_any_language(importer.get_nlu_data)


def _nothing_known(self: TrainingHook, **_: Any) -> dict[str, Any]:
    return {}


def _keep_nothing(self: TrainingHook, **_: Any) -> None:
    return None


def _merge_in_place(self: TrainingData, *others: TrainingData | None) -> TrainingData:
    """All messages and their company as one, without copies: nobody looks at the parts again."""
    parts = [self, *(other for other in others if other)]
    return TrainingData(
        [message for part in parts for message in part.training_examples],
        {text: value for part in parts for text, value in part.entity_synonyms.items()},
        [feature for part in parts for feature in part.regex_features],
        [table for part in parts for table in part.lookup_tables],
        {name: answer for part in parts for name, answer in part.responses.items()},
    )


def _hash_once(own: Callable[[Message], int]) -> Callable[[Message], int]:
    """The hash by which doubles are left out, taken as the message was read; what is set later makes it no double."""

    def hash_once(self: Message) -> int:
        if not hasattr(self, "first_hash"):
            self.first_hash = own(self)
        return int(self.first_hash)

    hash_once.own = own  # type: ignore[attr-defined]
    return hash_once


def _read_on_all_cores(model: Language, samples: list[tuple[int, str]]) -> list[tuple[int, Doc]]:
    """Each text with its number, as a document: its words, and what the pipeline understood of it."""

    def read(texts: Sequence[str]) -> list[Begrip]:
        return [doc._.begrip for doc in model.pipe(texts)]

    docs = []
    for (number, text), understood in zip(samples, verdeel(read, [text for _, text in samples]), strict=True):
        docs.append((number, model.make_doc(text)))
        docs[-1][1]._.begrip = understood
    return docs


def _pack_quickly(cls: type[TarFile], name: Any, mode: Any = "r", fileobj: Any = None, **options: Any) -> TarFile:
    opened: TarFile = _own_gzopen(cls, name, mode, fileobj, **{"compresslevel": _PACKING, **options})
    return opened


def _in_any_language(own: Callable[..., TrainingData]) -> Callable[..., TrainingData]:
    """The messages, read once whatever the language; Rasa keeps an answer per argument, so none is passed on."""

    def get_nlu_data(self: Any, language: str | None = None) -> TrainingData:
        return own(self)

    get_nlu_data.own = own  # type: ignore[attr-defined]
    return get_nlu_data


if __name__ == "__main__":
    from rasa.__main__ import main

    install()
    gc.disable()  # the processes that it makes take this over
    main()
