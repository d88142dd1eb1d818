"""Dutch language understanding for conversations with school teams.

`import keuzehulp.nlu` registers the spaCy components, so that `spacy.load` of the folder nl_keuzehulp works.
"""

from keuzehulp.nlu.pijplijn import PIJPLIJN, laad

__all__ = ["PIJPLIJN", "laad"]
