"""The terminal user interface. Textual and Rich are used here and nowhere else."""

from argmap.tui.run import run

__all__ = ["run"]
