"""Reading and writing map files: strict YAML with positions, structural rules, canonical text."""

from argmap.store.assemble import Spans
from argmap.store.decode import lines_of
from argmap.store.files import write_file
from argmap.store.load import Loaded, load, loads
from argmap.store.write import write_map

__all__ = ["Loaded", "Spans", "lines_of", "load", "loads", "write_file", "write_map"]
