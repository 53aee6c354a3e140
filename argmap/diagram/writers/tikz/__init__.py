"""Beamer: a deck as slides of LaTeX, drawn with TikZ."""

from argmap.diagram.writers.tikz.document import write_tikz

__all__ = ["write_tikz"]
