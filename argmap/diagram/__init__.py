"""Diagrams: what to show, where to put it, and writers for the picture formats."""
