"""Rasa graph components on top of the spaCy pipeline: features, entities, and the decision on intent and answers."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
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
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

import keuzehulp.nlu  # registers the spaCy components before SpacyNLP loads the pipeline
from keuzehulp import achteraf, spelregels, wending
from keuzehulp.gesprek import INTAKE
from keuzehulp.nlu import crisis, intake, vierweg, vraagzin
from keuzehulp.nlu.begrip import Begrip, vul_paren
from keuzehulp.nlu.bereik import JA, Paar
from keuzehulp.nlu.duiding import PAREN_MAP, Duider
from keuzehulp.nlu.entiteiten import Entiteit, entiteiten
from keuzehulp.nlu.kenmerken import kenmerken
from keuzehulp.nlu.leren import leer_duider
from keuzehulp.nlu.model import LineairModel, leer
from keuzehulp.nlu.oplossen import ANTWOORDEN, FALLBACK, Uitkomst, los_op, per_soort, verbeterd_getal, zeker
from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.nlu.termen import vingerafdruk
from keuzehulp.nlu.verdelen import aantal_kernen, in_delen, tegelijk, verdeel
from keuzehulp.nlu.vierweg import Vierweg
from keuzehulp.nlu.woorden import is_bekend
from keuzehulp.nlu.woordenschat import Aantallen, Woordenschat
from keuzehulp.veronderstelling import stelt_voor

TWIJFEL = "twijfel"
#: Words that say nothing on their own; "n" stands for "een".
LEGE_WOORDEN = frozenset({"een", "de", "het", "en", "of"})
#: Set on a message of which no word is known.
ONBEKEND = "onbekend"
#: Set on a message: what the crisis model says of it.
CRISIS_SCORE = "crisis_score"
#: Set on a message that is no alarm, and yet may speak of danger: `crisis.GENOEMD` or `crisis.MISSCHIEN`.
GEVAAR = "gevaar"
#: Set on a message that follows on a crisis message and belongs to it: the intent that it would have had.
NA_CRISIS = "na_crisis"
#: What is said after a crisis message to leave it: the rest belongs to it.
VERLAAT_CRISIS = frozenset({
    "bot_challenge", "compare", "delete_data", "goodbye", "greet", "paste_text", "privacy", "report", "restart", "resume",
    "show_feedback", "start_check", "start_implementation", "stop", "summary",
})  # fmt: skip
#: Questions that leave it when they name something of the sources and nobody in particular.
_VRAAGT = frozenset({"ask_definition", "ask_evidence", "ask_example", "ask_source", "ask_why", "choose_intervention"})
_IEMAND = re.compile(
    r"\b(?:hij|haar|hem|ze|zij|zijn|leerlinge?|meisje|jongen|kind|collega|iemand|ouders?|vader|moeder|vriend(?:in)?|broer\w*|zus\w*|gezin|klasgeno\w+|"
    r"ik (?:zelf|me|mij|mezelf)|mij|mezelf)\b",
    re.IGNORECASE,
)
#: Questions that the NLU may be unsure of; they leave it when nothing in them may be about somebody in danger.
_MISSCHIEN_VRAAG = _VRAAGT | {"ask_fact", "compare", "nlu_fallback", "out_of_scope"}
_OVER_WAT_SPEELT = re.compile(
    r"\b(?:help\w*|hulp\w*|bel|bellen|gebeld|meld\w*|zeg|zeggen|vertel\w*|nu|nou|hier\w*|dit|dat|daar\w*|er|het|erg|direct|snel|meteen|praten|luister\w*|"
    r"wacht\w*|blijf\w*|alleen|gevaar\w*|veilig\w*|politie|ambulance|huisarts|dokter|arts|112|113|crisis\w*|vertrouwenspersoon|"
    r"wat (?:moet|kan|doe|zal) (?:ik|je|we))\b",
    re.IGNORECASE,
)
_MEER_DAN = 3
#: What is no reply beside the emergency numbers.
_NIET_BIJ_NUMMERS = frozenset({"goodbye", "stop", "thank", "chitchat", "greet", "skip"})
#: What leaves it must be surer than what starts something elsewhere ("en nu" asks for help).
_VERLAAT_ZEKER = 0.5


def na_crisis(tracker: DialogueStateTracker | None) -> bool:
    """Whether the last thing said was about a crisis, and no form has been asked for since."""
    return tracker is not None and not tracker.active_loop_name and str(tracker.get_slot("aanbod")).startswith("crisis")


#: So many messages after talk of danger, what is said of one person may belong to it; and after talk of one pupil.
_NA_GEVAAR, _NA_LEERLING = 10, 2


def _eerder_over_iemand(tracker: DialogueStateTracker) -> tuple[bool, bool]:
    """Whether danger was spoken of in the last messages, and whether that or one pupil was just now."""
    said = list(islice((e for e in reversed(tracker.events) if isinstance(e, UserUttered)), _NA_GEVAAR))
    danger = any(
        event.intent_name == "crisis" or (event.parse_data or {}).get(GEVAAR) == crisis.GENOEMD for event in said
    )
    return danger, danger or any(crisis.noemt_een_leerling(str(event.text)) for event in said[:_NA_LEERLING])


def _terug_naar_crisis(message: Message, tracker: DialogueStateTracker | None) -> None:
    """A question for help, or a sign of danger that is none by itself, is one after talk of danger or of a pupil."""
    tekst, gevaar = str(message.get(TEXT)), message.get(GEVAAR)
    if tracker is None or (message.get(INTENT) or {}).get("name") == "crisis" or tekst.startswith("/"):
        return
    vraagt = crisis.hoort_bij_gevaar(tekst)
    vertelt = bool(gevaar) and crisis.gaat_over_een_persoon(tekst)
    if not vraagt and not vertelt:
        return
    eerder, net = _eerder_over_iemand(tracker)
    if (vraagt and eerder) or (vertelt and net):
        message.set(INTENT, {"name": "crisis", "confidence": 1.0}, add_to_output=True)
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(ENTITIES, over, add_to_output=True)


def _blijf_bij_crisis(message: Message) -> None:
    """What follows on a crisis message belongs to it, so that nothing of it is recorded or kept, until one moves on."""
    intent = str((message.get(INTENT) or {}).get("name"))
    daad = None if intent == "crisis" else crisis.wil_door(str(message.get(TEXT)))
    if daad:
        # Whatever stands before it is not recorded: "all is arranged, next question please" only goes on.
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(INTENT, {"name": daad, "confidence": 1.0}, add_to_output=True)
        message.set(ENTITIES, over, add_to_output=True)
        return
    if _vraagt_over_de_les(message, intent):
        return
    genoemd = any(e["entity"] in ("element", "begrip", "interventie") for e in message.get(ENTITIES) or [])
    vraagt = (intent in _VRAAGT and genoemd and not _IEMAND.search(str(message.get(TEXT)))) or _vraagt_iets_anders(
        message, intent
    )
    zekerheid = float((message.get(INTENT) or {}).get("confidence") or 0.0)
    if intent == "crisis" or (intent in VERLAAT_CRISIS and zekerheid >= _VERLAAT_ZEKER) or vraagt:
        return
    message.set(NA_CRISIS, intent, add_to_output=True)
    message.set(INTENT, {"name": "crisis", "confidence": 1.0}, add_to_output=True)
    # Two acts close together in the ranking would make it one that was not understood.
    message.set(INTENT_RANKING_KEY, [{"name": "crisis", "confidence": 1.0}], add_to_output=True)


def _vraagt_over_de_les(message: Message, intent: str) -> bool:
    """Whether a message after a crisis asks of lessons, the sources or the bot; then it is a question, whatever it looked like."""
    tekst = str(message.get(TEXT))
    asks = wending.stelt_vraag_als(tekst, "ask_fact") and crisis.over_de_les(tekst)
    if intent == "crisis" or message.get(GEVAAR) == crisis.GENOEMD or not asks:
        return False
    if intent in (*ANTWOORDEN, FALLBACK, "chitchat"):
        message.set(INTENT, {"name": "ask_fact", "confidence": 1.0}, add_to_output=True)
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(ENTITIES, over, add_to_output=True)
    return True


def _vraagt_iets_anders(message: Message, intent: str) -> bool:
    """Whether a message after a crisis asks something in which no word may be about what is going on."""
    tekst = str(message.get(TEXT))
    if intent not in _MISSCHIEN_VRAAG or message.get(GEVAAR) or len(tekst.split()) <= _MEER_DAN:
        return False
    return wending.stelt_vraag_als(tekst, intent) and not (_IEMAND.search(tekst) or _OVER_WAT_SPEELT.search(tekst))


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
        antwoorden = [(begrip_van(m), str(m.get(INTENT))) for m in berichten]
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
            inhoud = {
                "plekken": self._schat.plekken,
                "gewichten": self._schat.gewichten,
                "schaal": self._schat.schaal,
            }
            (map_ / "woordenschat.json").write_text(json.dumps(inhoud), encoding="utf-8")

    def _lees(self, map_: Path) -> None:
        inhoud = json.loads((map_ / "woordenschat.json").read_text(encoding="utf-8"))
        self._schat = Woordenschat(inhoud["plekken"], inhoud["gewichten"], inhoud["schaal"])

    def _is_onbekend(self, begrip: Begrip) -> bool:
        """Whether the message is no Dutch: hardly a word of it is known from training or from the Dutch tables."""
        woorden = [w for w in begrip.norm.split() if w.isalpha() and len(w) > 1 and w not in LEGE_WOORDEN]
        schat = self._schat.plekken if self._schat else {}
        bekend = [w for w in woorden if f"w:{w}" in schat or is_bekend(w)]
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
        schat = self._schat or Woordenschat({}, [])
        plekken, waarden = schat.vector(kenmerken(begrip))
        breedte = max(len(schat.plekken), 1)
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
            _terug_naar_crisis(message, tracker)
            if na_crisis(tracker):
                _blijf_bij_crisis(message)
        return messages

    def _beslis(self, message: Message, vraag: str | None, vorm: str = "") -> None:
        gerangschikt = [(r["name"], float(r["confidence"])) for r in message.get(INTENT_RANKING_KEY) or []]
        volgorde = gerangschikt
        begrip, onbekend = begrip_van(message), bool(message.get(ONBEKEND))
        if vraag and vraagzin.haalt_aan(begrip.tekst):
            begrip, volgorde = vraagzin.zonder_aanhaling(begrip), vraagzin.alleen_antwoorden(volgorde)
        kans = dict(gerangschikt).get("crisis")
        score = crisis.met_bijval(message.get(CRISIS_SCORE), kans)
        volgorde = list(vraagzin.zonder_bot(begrip, volgorde))
        verteld = vraagzin.vertelt_zelf(begrip) if vraag and not vraagzin.vraagt_in_vorm(begrip) else None
        # "We do five, is that enough?": the answer is read here, the question behind it is for the form.
        uitkomst = los_op(verteld, vraagzin.zonder_vragen(volgorde), onbekend, vraag, score) if verteld else None
        if verteld and uitkomst and vraag:
            uitkomst = vraagzin.zonder_gok(verteld, uitkomst, vraag)
        if uitkomst is None or not uitkomst.antwoorden:
            uitkomst = vraagzin.als_vraag(begrip, self._gewogen(message, begrip, volgorde, vraag, score), vraag)
        if uitkomst.intent != "crisis" and stelt_voor(begrip.tekst):
            uitkomst = vraagzin.gevraagd(begrip, uitkomst, "ask_fact")
        if uitkomst.intent == "crisis" and crisis.is_cijfer(begrip.tekst):
            # Figures of abuse are in the sources; the numbers stand beside the answer.
            uitkomst = vraagzin.gevraagd(begrip, uitkomst, "ask_fact")
        gevaar = crisis.vermoeden(begrip.crisis, score, kans) if uitkomst.intent != "crisis" else None
        if gevaar:
            message.set(GEVAAR, gevaar, add_to_output=True)
        nummers = uitkomst.intent != "crisis" and crisis.met_nummers(begrip.tekst, gevaar)
        zwijgt = nummers and not crisis.is_antwoord(begrip.norm)
        if zwijgt and (uitkomst.antwoorden or uitkomst.intent in _NIET_BIJ_NUMMERS):
            # "A colleague hurt herself last year, since then we do this": no answer, whatever it looks like.
            uitkomst = Uitkomst(FALLBACK, 0.0, uitkomst.volgorde)
        if vraag and uitkomst.intent == "repeat_question" and wending.heeft_haast(begrip.tekst):
            # "Kan dat niet korter" wants no other words, but to be done soon; the action for what is not understood tells how.
            uitkomst = Uitkomst(FALLBACK, 0.0, uitkomst.volgorde)
        zwaar = uitkomst.intent == FALLBACK and (
            wending.heeft_het_zwaar(begrip.tekst) or wending.houdt_niet_vol(begrip.tekst)
        )
        if zwaar or (uitkomst.antwoorden and wending.houdt_zelf_niet_vol(begrip.tekst)):
            uitkomst = Uitkomst("chitchat", 1.0, uitkomst.volgorde)
        daad = (
            spelregels.daad_van(begrip.tekst, vraag is not None)
            if uitkomst.intent != "crisis" and gevaar != crisis.GENOEMD
            else None
        )
        if daad is None and uitkomst.intent != "crisis" and vraag not in INTAKE and achteraf.verbeterd(begrip.tekst):
            daad = "correct"
        if daad is None and uitkomst.intent != "crisis" and not vraag and wending.hoe_verder(begrip.tekst):
            daad = "help"
        if daad is None and uitkomst.intent != "crisis" and not gevaar:
            # Who takes leave with thanks has not only thanked; who fetches coffee makes no small talk.
            daad = "goodbye" if wending.neemt_afscheid(begrip.tekst) else None
            daad = "chitchat" if vraag and wending.neemt_pauze(begrip.tekst) else daad
        if daad:
            uitkomst = zeker(daad, uitkomst.volgorde)
        elif gevaar != crisis.GENOEMD or not crisis.over_iemand(begrip.norm):
            uitkomst = (
                intake.lees(begrip, uitkomst, vraag, vorm) if vraag or gevaar else intake.met_groet(begrip, uitkomst)
            )
        if vraag and _JA_STOP.fullmatch(begrip.norm):
            # The words of the button ("Ja, stop"): nearly as much a wish to stop as a yes, and at another question that wish.
            ja = [Entiteit("antwoord", JA, 0, len(begrip.tekst), "vraag")] if vraag == "bevestiging" else []
            uitkomst = replace(zeker("affirm" if ja else "stop", uitkomst.volgorde), antwoorden=ja)
        uitkomst = per_soort(verbeterd_getal(begrip, uitkomst, vraag))
        ranglijst = [{"name": naam, "confidence": kans} for naam, kans in uitkomst.volgorde]
        message.set(INTENT, {"name": uitkomst.intent, "confidence": uitkomst.zekerheid}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranglijst, add_to_output=True)
        antwoorden = [_als_dict(e) for e in (*uitkomst.onderwerp, *uitkomst.antwoorden)]
        gelezen = {e.soort for e in uitkomst.onderwerp} & {"doelgroep"}
        gelezen |= {"aantal"} if zwijgt else set()
        genoemd = [e for e in message.get(ENTITIES, []) if e["entity"] not in gelezen]
        message.set(ENTITIES, genoemd + self.add_extractor_name(antwoorden), add_to_output=True)
        if uitkomst.twijfel:
            message.set(TWIJFEL, uitkomst.twijfel, add_to_output=True)

    def _gewogen(
        self,
        message: Message,
        begrip: Begrip,
        volgorde: list[tuple[str, float]],
        vraag: str | None,
        score: float | None,
    ) -> Uitkomst:
        """The decision on a whole message; at an element the model of the four answers has its say."""
        onbekend = bool(message.get(ONBEKEND))
        uitkomst = los_op(begrip, volgorde, onbekend, vraag, score)
        rij = message.get_sparse_features(attribute=TEXT)[1]
        if self._vierweg and rij is not None and vraag and vierweg.over_element(vraag) and not onbekend:
            kansen = self._vierweg.kansen(csr_matrix(rij.features), begrip, vraag)
            return vierweg.weeg(begrip, uitkomst, kansen, vraag)
        return uitkomst


_JA_STOP = re.compile(r"ja(?: \w+)? (?:stop|stoppen)(?: maar| hoor)?")


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
