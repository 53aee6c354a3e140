"""Writing an edit into the text of a map file: only the lines of what changed are touched.

The text is the document. `patched` says which stretches of it an edit replaces; comments, the
order of keys, quotes and blank lines of the rest are not even looked at. The result is read back
and compared with the edited map before anybody sees it.
"""

from argmap.store.patch.writing import Patch, patched, prepare, refuse_unreadable, unreadable

__all__ = ["Patch", "patched", "prepare", "refuse_unreadable", "unreadable"]
