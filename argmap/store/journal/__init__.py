"""The edits that are not saved yet, kept beside the map: they outlast the window that made them."""

from argmap.store.journal.left import Left, find_left
from argmap.store.journal.records import Base, Deed, Record
from argmap.store.journal.writing import Journal

__all__ = ["Base", "Deed", "Journal", "Left", "Record", "find_left"]
