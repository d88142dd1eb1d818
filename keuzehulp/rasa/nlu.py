"""Rasa graph components on top of the spaCy pipeline: features, entities, and the decision on intent and answers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

import keuzehulp.nlu  # registers the spaCy components before SpacyNLP loads the pipeline
from keuzehulp.nlu import crisis, vierweg
from keuzehulp.nlu.begrip import Begrip, vul_paren
from keuzehulp.nlu.bereik import GEEN, Paar
from keuzehulp.nlu.beslissing import Gehoord, beslis
from keuzehulp.nlu.duiding import PAREN_MAP, Duider
from keuzehulp.nlu.entiteiten import Entiteit, entiteiten
from keuzehulp.nlu.kenmerken import kenmerken
from keuzehulp.nlu.leren import leer_duider
from keuzehulp.nlu.model import LineairModel, leer
from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.nlu.termen import vingerafdruk
from keuzehulp.nlu.verdelen import aantal_kernen, in_delen, tegelijk, verdeel
from keuzehulp.nlu.vierweg import Vierweg
from keuzehulp.nlu.woorden import is_bekend
from keuzehulp.nlu.woordenschat import Aantallen, Woordenschat
from keuzehulp.rasa.na_crisis import GEVAAR, blijf_bij_crisis, na_crisis, terug_naar_crisis

TWIJFEL = "twijfel"
#: Words that say nothing on their own; "n" stands for "een".
LEGE_WOORDEN = frozenset({"een", "de", "het", "en", "of"})
#: Set on a message of which no word is known.
ONBEKEND = "onbekend"
#: Set on a message: what the crisis model says of it.
CRISIS_SCORE = "crisis_score"


def begrip_van(message: Message) -> Begrip:
    """What the spaCy pipeline understood of a message; an empty one for a blank message."""
    doc = message.get(SPACY_DOCS[TEXT])
    begrip = doc._.begrip if doc is not None else None
    return begrip if isinstance(begrip, Begrip) else Begrip(str(message.get(TEXT) or ""))


def open_vraag(tracker: DialogueStateTracker | None) -> str | None:
    """The slot that a form is asking for, None outside a form."""
    waarde = tracker.get_slot(REQUESTED_SLOT) if tracker is not None else None
    return str(waarde) if waarde else None


def _vraag_van(message: Message) -> str | None:
    """The question that a training message answers, from the metadata of its block (`metadata: {vraag: ...}`)."""
    van_blok = (message.get("metadata") or {}).get("intent") or {}
    vraag = van_blok.get("vraag") if isinstance(van_blok, dict) else None
    return str(vraag) if vraag else None


def _eis_positief(onderdeel: str, config: Mapping[str, Any], naam: str) -> None:
    """Raises ValueError when a setting of a component is not a positive number."""
    waarde = config.get(naam, 1.0)
    if not isinstance(waarde, (int, float)) or waarde <= 0:
        raise ValueError(f"config.yml, {onderdeel}: {naam} is {waarde!r}. Give a number above 0.")


class _Geleerd(GraphComponent):
    """What components that learn share: how Rasa makes them, when they learn again, and how it loads what they kept."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Train again when the pipeline, a synonym or a word list has changed."""
        return vingerafdruk()

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Start untrained."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> _Geleerd:
        """Create an untrained component."""
        return cls({**cls.get_default_config(), **config}, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> _Geleerd:
        """Load a trained component."""
        deel = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as map_:
            deel._lees(map_)
        return deel

    def _lees(self, map_: Path) -> None:
        """Read what `train` kept in a folder."""
        raise NotImplementedError


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class KeuzehulpParen(_Geleerd):
    """Reads the pairs of element and answer again, with what it learnt from data/paren.

    Stands before the featurizer, for which the pairs are features. It changes the reading in place, which the
    components behind it look at.
    """

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Train again when the pipeline, a word list or data/paren has changed."""
        som = hashlib.sha256(vingerafdruk().encode())
        for bestand in sorted(PAREN_MAP.glob("*.yml")):
            som.update(bestand.read_bytes())
        return som.hexdigest()

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Start untrained: by the rules alone."""
        super().__init__(config, model_storage, resource)
        self._duider: Duider | None = None

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from data/paren and from the answers among the training messages."""
        nlp = keuzehulp.nlu.laad()
        berichten = [m for m in training_data.intent_examples if m.get(TEXT)]
        antwoorden = [(begrip_van(m), str(m.get(INTENT)), _vraag_van(m)) for m in berichten]
        # The messages of data/paren are training messages too, and read already.
        gelezen = {str(m.get(TEXT)): begrip_van(m) for m in berichten}
        self._duider = leer_duider(lambda tekst: gelezen.get(tekst) or nlp(tekst)._.begrip, antwoorden)
        with self._model_storage.write_to(self._resource) as map_:
            self._duider.bewaar(map_)
        return self._resource

    def _lees(self, map_: Path) -> None:
        self._duider = Duider.lees(map_)

    def process(self, messages: list[Message]) -> list[Message]:
        """Read the pairs of each message."""
        for message in messages:
            vul_paren(begrip_van(message), self._duider)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Do the same for the training messages."""
        gelezen = [begrip_van(m) for m in training_data.training_examples if m.get(TEXT)]
        for begrip, (paren, over) in zip(gelezen, verdeel(self._lees_paren, gelezen), strict=True):
            begrip.gelezen_paren, begrip.over = paren, over
        return training_data

    def _lees_paren(self, gelezen: Sequence[Begrip]) -> list[tuple[list[Paar] | None, Mapping[str, float]]]:
        for begrip in gelezen:
            vul_paren(begrip, self._duider)
        return [(begrip.gelezen_paren, begrip.over) for begrip in gelezen]


def _geteld(gelezen: Sequence[Begrip]) -> Aantallen:
    return Aantallen.van(kenmerken(begrip) for begrip in gelezen)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class KeuzehulpFeaturizer(_Geleerd, Featurizer):
    """Sparse sentence features for the intent classifier.

    Always gives a vector, also for a blank message: LogisticRegressionClassifier fails without one.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`schaal`: length of the vectors; plays the part of C for a classifier that has none."""
        return {**Featurizer.get_default_config(), "schaal": 1.0}

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that must be installed."""
        return ["spacy", "sklearn"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError when `schaal` is not a positive number."""
        _eis_positief("KeuzehulpFeaturizer", config, "schaal")

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        """Start without vocabulary."""
        Featurizer.__init__(self, name, config)
        _Geleerd.__init__(self, config, model_storage, resource)
        self._schat: Woordenschat | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KeuzehulpFeaturizer:
        """Create an untrained component."""
        return cls({**cls.get_default_config(), **config}, execution_context.node_name, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabulary."""
        gelezen = [begrip_van(m) for m in training_data.training_examples if m.get(TEXT)]
        self._schat = Woordenschat.van(
            tegelijk(_geteld, in_delen(gelezen, aantal_kernen())), float(self._config["schaal"])
        )
        self._bewaar()
        return self._resource

    def _bewaar(self) -> None:
        if self._schat is None:
            return
        with self._model_storage.write_to(self._resource) as map_:
            self._schat.bewaar(map_)

    def _lees(self, map_: Path) -> None:
        self._schat = Woordenschat.lees(map_)

    def _is_onbekend(self, begrip: Begrip) -> bool:
        """Whether the message is no Dutch: hardly a word of it is known from training or from the Dutch tables."""
        woorden = [w for w in begrip.norm.split() if w.isalpha() and len(w) > 1 and w not in LEGE_WOORDEN]
        schat = self._schat or Woordenschat.met({})
        bekend = [w for w in woorden if is_bekend(w) or schat.kent(f"w:{w}")]
        # Short words are alike in many languages: in a sentence only the longer ones tell.
        lang, lang_bekend = ([w for w in rij if len(w) > 3] for rij in (woorden, bekend))
        if not woorden:
            return not any(teken.isdigit() for teken in begrip.norm)
        return not bekend or (len(lang) > 2 and len(lang_bekend) < 0.4 * len(lang))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the features, and whether no word is known."""
        for message in messages:
            begrip = begrip_van(message)
            message.set(ONBEKEND, self._is_onbekend(begrip))
            message.add_features(self._features(self._rij(begrip)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the features to the training messages."""
        messages = [m for m in training_data.training_examples if m.get(TEXT)]
        for message, rij in zip(messages, verdeel(self._rijen, [begrip_van(m) for m in messages]), strict=True):
            message.add_features(self._features(rij))
        return training_data

    def _rijen(self, gelezen: Sequence[Begrip]) -> list[csr_matrix]:
        return [self._rij(begrip) for begrip in gelezen]

    def _rij(self, begrip: Begrip) -> csr_matrix:
        schat = self._schat or Woordenschat.met({})
        plekken, waarden = schat.vector(kenmerken(begrip))
        breedte = max(len(schat), 1)
        return csr_matrix((waarden, plekken, [0, len(plekken)]), shape=(1, breedte), dtype=float)

    def _features(self, rij: csr_matrix) -> Features:
        return Features(rij, FEATURE_TYPE_SENTENCE, TEXT, self._identifier)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KeuzehulpClassifier(IntentClassifier, _Geleerd):
    """Linear intent classifier with measured confidences; trains in seconds and is kept as plain arrays."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A featurizer must come before."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: larger means less regularisation. `temperatuur` makes confidences of margins; without it, it is measured."""
        return {"C": 1.0, "temperatuur": None}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError when C, or a temperature that is given, is not a positive number."""
        _eis_positief("KeuzehulpClassifier", config, "C")
        if config.get("temperatuur") is not None:
            _eis_positief("KeuzehulpClassifier", config, "temperatuur")

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Start untrained."""
        _Geleerd.__init__(self, config, model_storage, resource)
        self._model: LineairModel | None = None

    @staticmethod
    def _matrix(messages: list[Message]) -> csr_matrix:
        rijen = [m.get_sparse_features(attribute=TEXT)[1] for m in messages]
        return vstack([csr_matrix(rij.features) for rij in rijen if rij is not None]).tocsr()

    def train(self, training_data: TrainingData) -> Resource:
        """Train on the messages that have a text and an intent."""
        voorbeelden = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        warmte = self._config["temperatuur"]
        self._model = leer(
            self._matrix(voorbeelden),
            [str(m.get(INTENT)) for m in voorbeelden],
            float(self._config["C"]),
            None if warmte is None else float(warmte),
        )
        with self._model_storage.write_to(self._resource) as map_:
            self._model.bewaar(map_)
        return self._resource

    def _lees(self, map_: Path) -> None:
        self._model = LineairModel.lees(map_)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the most likely intent and the ranking of all."""
        for message in messages:
            self._beslis(message)
        return messages

    def _beslis(self, message: Message) -> None:
        rij = message.get_sparse_features(attribute=TEXT)[1]
        if self._model is None or rij is None:
            return
        kansen = self._model.kansen(csr_matrix(rij.features))
        op_volgorde = np.argsort(-kansen)
        ranglijst = [{"name": self._model.intents[i], "confidence": float(kansen[i])} for i in op_volgorde]
        message.set(INTENT, dict(ranglijst[0]), add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranglijst, add_to_output=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KeuzehulpCrisis(IntentClassifier, _Geleerd):
    """Scores whether a message speaks of someone in danger; KeuzehulpAntwoord decides with it."""

    @classmethod
    def required_packages(cls) -> list[str]:
        """Packages that must be installed."""
        return ["spacy", "sklearn"]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Train again when the pipeline, a word list or a sentence of data/crisis has changed."""
        return vingerafdruk() + crisis.vingerafdruk()

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Start untrained."""
        _Geleerd.__init__(self, config, model_storage, resource)
        self._model: crisis.CrisisModel | None = None

    @staticmethod
    def _kenmerken(begrip: Begrip) -> Mapping[str, int]:
        return crisis.kenmerken(begrip.tekst, begrip.woorden, begrip.norm, begrip.crisis)

    def _geteld(self, gelezen: Sequence[Begrip]) -> list[crisis.Plekken]:
        return [crisis.plekken_van(self._kenmerken(begrip)) for begrip in gelezen]

    def _gelezen(self, zinnen: Sequence[str]) -> list[crisis.Plekken]:
        return self._geteld([lees_kort(zin) for zin in zinnen])

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all messages with an intent, and on the sentences of data/crisis."""
        alle = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        messages = [m for nummer, m in enumerate(alle) if crisis.leert_van(m.get(INTENT), nummer)]
        ja = [m.get(INTENT) == "crisis" for m in messages]
        extra = crisis.geen_crisis()
        self._model = crisis.leer(
            [*verdeel(self._geteld, [begrip_van(m) for m in messages]), *verdeel(self._gelezen, extra)],
            [*ja, *([False] * len(extra))],
            [*(crisis.gewicht_van(is_crisis) for is_crisis in ja), *([1.0] * len(extra))],
        )
        with self._model_storage.write_to(self._resource) as map_:
            self._model.bewaar(map_ / "crisis.npz")
        return self._resource

    def _lees(self, map_: Path) -> None:
        self._model = crisis.CrisisModel.lees(map_ / "crisis.npz")

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the score on each message that says something."""
        for message in messages:
            begrip = begrip_van(message)
            if self._model is not None and begrip.norm:
                kern = crisis.zonder_aanhangsel(begrip.tekst)
                lezingen = [begrip, *([lees_kort(kern)] if kern else [])]
                scores = [self._model.score(self._kenmerken(lezing)) for lezing in lezingen]
                message.set(CRISIS_SCORE, max([*scores, *self._scores_van_delen(self._model, begrip.tekst)]))
        return messages

    def _scores_van_delen(self, model: crisis.CrisisModel, tekst: str) -> list[float]:
        """The scores of parts that are sure to speak of danger, in which the rules see it as well."""
        delen = [deel for deel in map(lees_kort, crisis.losse_delen(tekst)) if deel.crisis]
        scores = [model.score(self._kenmerken(deel)) for deel in delen]
        return [score for score in scores if score >= crisis.DREMPEL_DEEL]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class KeuzehulpEntiteiten(GraphComponent, EntityExtractorMixin):
    """Entities found by the spaCy pipeline: elements, concepts, interventions, numbers and so on."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KeuzehulpEntiteiten:
        """Create the component; there is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to each message."""
        for message in messages:
            gevonden = [_als_dict(e) for e in entiteiten(begrip_van(message))]
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(gevonden), add_to_output=True)
        return messages


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class KeuzehulpAntwoord(IntentClassifier, _Geleerd, EntityExtractorMixin):
    """Decides intent and `antwoord` entities from rules, the classifier before it, and a model of the four answers."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A featurizer must come before; a classifier as well, which Rasa cannot check of a component that learns."""
        return [Featurizer]

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """Start untrained: without a model of the four answers."""
        _Geleerd.__init__(self, config, model_storage, resource)
        self._vierweg: Vierweg | None = None

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the four answers from the messages, with the question they belong to where they tell."""
        rijen, voorbeelden = [], []
        for message in training_data.intent_examples:
            rij = message.get_sparse_features(attribute=TEXT)[1]
            vraag = _vraag_van(message)
            waarde = vierweg.label(str(message.get(INTENT)), vraag is not None)
            if rij is not None and waarde is not None:
                begrip = begrip_van(message)
                rijen.append(csr_matrix(rij.features))
                voorbeelden.append((begrip, vraag or vierweg.eigen_vraag(begrip), waarde))
        for nummer, vraag in vierweg.bij_een_andere_vraag(voorbeelden):
            rijen.append(rijen[nummer])
            voorbeelden.append((voorbeelden[nummer][0], vraag, GEEN))
        with self._model_storage.write_to(self._resource) as map_:
            if len({waarde for _, _, waarde in voorbeelden}) > 1:
                self._vierweg = vierweg.leer_vierweg(vstack(rijen).tocsr(), voorbeelden)
                self._vierweg.antwoordwoorden = vierweg.woorden_van_antwoorden(
                    (begrip_van(m), str(m.get(INTENT))) for m in training_data.intent_examples if m.get(TEXT)
                )
                self._vierweg.bewaar(map_)
        return self._resource

    def _lees(self, map_: Path) -> None:
        self._vierweg = Vierweg.lees(map_) if any(map_.iterdir()) else None

    def process(
        self,
        messages: list[Message],
        tracker: Optional[DialogueStateTracker] = None,  # noqa: UP045 - Rasa's check of the graph reads no `X | None`
    ) -> list[Message]:
        """Set intent, ranking, answers and what was in doubt; the tracker, if any, tells the open question."""
        for message in messages:
            self._beslis(message, open_vraag(tracker), str(tracker.get_slot("vorm") or "") if tracker else "")
            terug_naar_crisis(message, tracker)
            if na_crisis(tracker):
                blijf_bij_crisis(message)
        return messages

    def _beslis(self, message: Message, vraag: str | None, vorm: str = "") -> None:
        ranglijst = [(r["name"], float(r["confidence"])) for r in message.get(INTENT_RANKING_KEY) or []]
        gehoord = Gehoord(
            begrip_van(message),
            ranglijst,
            bool(message.get(ONBEKEND)),
            vraag,
            vorm,
            message.get(CRISIS_SCORE),
            lambda begrip, gevraagd: self._kansen(message, begrip, gevraagd),
        )
        besluit = beslis(gehoord)
        uitkomst = besluit.uitkomst
        if besluit.gevaar:
            message.set(GEVAAR, besluit.gevaar, add_to_output=True)
        volgorde = [{"name": naam, "confidence": kans} for naam, kans in uitkomst.volgorde]
        message.set(INTENT, {"name": uitkomst.intent, "confidence": uitkomst.zekerheid}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, volgorde, add_to_output=True)
        gelezen = {e.soort for e in uitkomst.onderwerp} & {"doelgroep"}
        gelezen |= {"aantal"} if besluit.zwijgt else set()
        genoemd = [e for e in message.get(ENTITIES, []) if e["entity"] not in gelezen]
        antwoorden = [_als_dict(e) for e in (*uitkomst.onderwerp, *uitkomst.antwoorden)]
        message.set(ENTITIES, genoemd + self.add_extractor_name(antwoorden), add_to_output=True)
        if uitkomst.twijfel:
            message.set(TWIJFEL, uitkomst.twijfel, add_to_output=True)

    def _kansen(self, message: Message, begrip: Begrip, vraag: str | None) -> Mapping[str, float] | None:
        """The chances of the four answers at the question about an element; None elsewhere, or where no word is known."""
        rij = message.get_sparse_features(attribute=TEXT)[1]
        if self._vierweg is None or rij is None or vraag is None or message.get(ONBEKEND):
            return None
        return self._vierweg.kansen(csr_matrix(rij.features), begrip, vraag) if vierweg.over_element(vraag) else None


def _als_dict(entiteit: Entiteit) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "entity": entiteit.soort,
        "value": entiteit.waarde,
        "start": entiteit.begin,
        "end": entiteit.eind,
    }
    if entiteit.rol is not None:
        uit["role"] = entiteit.rol
    return uit
