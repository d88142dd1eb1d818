"""The spaCy components of the pipeline `nl_keuzehulp`, registered as factories.

No postponed annotations here: spaCy reads the types of a factory when it is called.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

from keuzehulp.nlu.begrip import Begrip, vind_vermeldingen, vul_antwoorden, vul_delen, zoeker
from keuzehulp.nlu.crisis import volgens_regels
from keuzehulp.nlu.spelling import spelling
from keuzehulp.nlu.woorden import TOKEN, maak_woorden, platte_tekst

PIJPLIJN = Path(__file__).with_name("nl_keuzehulp")
SPANS = "keuzehulp"


def _zet_uitbreidingen() -> None:
    """Register what the components add to a Doc: doc._.begrip and shortcuts into it."""
    if Doc.has_extension("begrip"):
        return
    Doc.set_extension("begrip", default=None)
    Doc.set_extension("paren", getter=lambda doc: {p.element: p.waarde for p in doc._.begrip.paren})
    Doc.set_extension("vermeldingen", getter=lambda doc: doc._.begrip.vermeldingen)
    Doc.set_extension("zinsdelen", getter=lambda doc: doc._.begrip.delen)
    Doc.set_extension("antwoord", getter=lambda doc: doc._.begrip.kaal or doc._.begrip.geheel)
    Doc.set_extension("crisis", getter=lambda doc: doc._.begrip.crisis)
    Token.set_extension("sleutel", default="")


_zet_uitbreidingen()


class Tokeniseerder:
    """Cuts a message into words and marks; needs no tables, so the pipeline folder stays small."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary of the pipeline."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut one message."""
        words, spaces = get_words_and_spaces(TOKEN.findall(text), text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, path: Any, **kwargs: Any) -> "Tokeniseerder":
        """Nothing to read."""
        return self

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to keep."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> "Tokeniseerder":
        """Nothing to read."""
        return self


@spacy.registry.tokenizers("keuzehulp_tokenizer")
def maak_tokeniseerder() -> Callable[[Language], Tokeniseerder]:
    """Factory of the tokenizer."""
    return lambda nlp: Tokeniseerder(nlp.vocab)


@Language.component("keuzehulp_normaliser", assigns=["token.norm", "doc._.begrip"])
def normaliser(doc: Doc) -> Doc:
    """Normal form of every token: case, accents, slips of the keyboard, stretched letters, short forms, emoji."""
    bedoeld = spelling().verbeteringen(doc.text)
    woorden = maak_woorden(((token.text, token.idx) for token in doc), bedoeld)
    plekken = {woord.begin: woord for woord in woorden}
    for token in doc:
        woord = plekken.get(token.idx)
        if woord and woord.norm:
            token.norm_ = woord.norm
    doc._.begrip = Begrip(doc.text, woorden, platte_tekst(woorden))
    return doc


@Language.component("keuzehulp_lemmas", requires=["token.norm"], assigns=["token.lemma"])
def lemmas(doc: Doc) -> Doc:
    """Lemma of every token from the Dutch tables of spacy-lookups-data."""
    plekken = {woord.begin: woord for woord in doc._.begrip.woorden}
    for token in doc:
        woord = plekken.get(token.idx)
        token.lemma_ = woord.lemma if woord else token.text
        if woord:
            token._.sleutel = woord.sleutel
    return doc


class ElementZoeker:
    """Marks elements, concepts and interventions of the knowledge base as spans."""

    def __init__(self, kennisbank: str | None) -> None:
        """Build the index from the knowledge base folder (None: the usual one)."""
        self.zoeker = zoeker(kennisbank)

    def __call__(self, doc: Doc) -> Doc:
        """Fill doc._.vermeldingen and doc.spans["keuzehulp"]."""
        begrip: Begrip = doc._.begrip
        begrip.vermeldingen = vind_vermeldingen(doc.text, begrip.woorden, begrip.delen, self.zoeker)
        begrip.signalen = self.zoeker.hints(begrip.woorden)
        spans = []
        for vermelding in begrip.vermeldingen:
            term = vermelding.kandidaten[0]
            span = doc.char_span(vermelding.begin, vermelding.eind, label=term.soort, kb_id=term.id)
            if isinstance(span, Span):
                spans.append(span)
        doc.spans[SPANS] = spans
        return doc


@Language.factory(
    "keuzehulp_elements", default_config={"kennisbank": None}, requires=["token.lemma", "doc._.zinsdelen"]
)
def elements(nlp: Language, name: str, kennisbank: str | None) -> ElementZoeker:
    """Factory of the element matcher."""
    return ElementZoeker(kennisbank)


@Language.component("keuzehulp_clauses", assigns=["doc._.zinsdelen"])
def clauses(doc: Doc) -> Doc:
    """Cut the message into parts that can carry their own answer."""
    vul_delen(doc._.begrip)
    return doc


@Language.component("keuzehulp_pairs", requires=["doc._.zinsdelen"], assigns=["doc._.paren"])
def pairs(doc: Doc) -> Doc:
    """Scope of negation and hedges: the answer per element, and of the message as a whole."""
    vul_antwoorden(doc._.begrip)
    return doc


def laad() -> Language:
    """The pipeline as Rasa loads it."""
    return spacy.load(PIJPLIJN)


def lees_kort(tekst: str) -> Begrip:
    """A message with its words, sentences and what the crisis rules say; without mentions and answers, so quick."""
    treffers = ((treffer.group(), treffer.start()) for treffer in TOKEN.finditer(tekst))
    woorden = maak_woorden(treffers, spelling().verbeteringen(tekst))
    begrip = Begrip(tekst, woorden, platte_tekst(woorden))
    vul_delen(begrip)
    begrip.crisis = volgens_regels(begrip.tekst, begrip.norm, begrip.woorden, begrip.delen)
    return begrip
