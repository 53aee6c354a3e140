"""Reading and writing map files: strict YAML with positions, structural rules, canonical text.

Writing has its own doors, `store.write` and `store.files`, so that reading stays quick to start.
"""

from argmap.store.assemble import Spans
from argmap.store.decode import lines_of
from argmap.store.load import Loaded, load, loads

__all__ = ["Loaded", "Spans", "lines_of", "load", "loads"]
