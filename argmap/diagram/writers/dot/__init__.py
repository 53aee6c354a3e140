r"""DOT: the same picture for Graphviz.

Boxes and links carry their places, so `neato -n2` draws this very picture; `dot` ignores them and
lays the graph out in its own way. Text from the map goes through one of two escape functions and
nowhere else: neither markup nor Graphviz's own escapes (``\N``, ``&amp;``) come to life in it.
"""

from argmap.diagram.writers.dot.graph import write_dot
from argmap.diagram.writers.dot.spelling import markup, quoted

__all__ = ["markup", "quoted", "write_dot"]
