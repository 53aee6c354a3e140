"""Diagrams: what to show, where to put it, and writers for the picture formats."""

from argmap.diagram.draw import FORMATS, Format, Options, Picture, draw
from argmap.diagram.probe import Probe, engines, probe

__all__ = ["FORMATS", "Format", "Options", "Picture", "Probe", "draw", "engines", "probe"]
