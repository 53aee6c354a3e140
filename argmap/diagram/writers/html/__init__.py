"""One HTML file with everything in it: the pictures, the outline beside them, the passages."""

from argmap.diagram.writers.html.page import write_html

__all__ = ["write_html"]
