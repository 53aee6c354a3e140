"""Diagrams: what to show, where to put it, and writers for the picture formats."""

from argmap.diagram.draw import FORMATS, Format, Picture, draw
from argmap.diagram.options import Options
from argmap.diagram.probe import Probe, engines, probe

__all__ = ["FORMATS", "Format", "Options", "Picture", "Probe", "draw", "engines", "probe"]
