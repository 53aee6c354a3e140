"""PowerPoint: native shapes that can be edited, and connectors that follow their boxes."""

from argmap.diagram.writers.pptx.package import write_pptx

__all__ = ["write_pptx"]
