"""The knowledge base: typed values read from data/kennisbank, the single source of every statement."""

from keuzehulp.kennisbank.loader import DEFAULT_FOLDER, KennisbankFout, get_kennisbank, load
from keuzehulp.kennisbank.model import Kennisbank

__all__ = ["DEFAULT_FOLDER", "Kennisbank", "KennisbankFout", "get_kennisbank", "load"]
