"""Edits: each a pure function from a map to an `Edit`, refused where it makes no sense.

They take the map as a `MapIndex`, and what they are about by ids, or as a row of the outline
where it matters which occurrence of a claim is meant.
"""

from argmap.model.edits.add import Sprout, add_claim, add_claims, add_occurrence
from argmap.model.edits.edit import Edit
from argmap.model.edits.fields import (
    add_citation,
    remove_citation,
    replace_citation,
    set_field,
    set_link_field,
)
from argmap.model.edits.header import (
    SOURCE_FIELDS,
    remove_source,
    rename_source,
    set_motion,
    set_sides,
    set_source,
    set_summary,
    set_title,
)
from argmap.model.edits.move import change_kind, move_in, move_out, move_under
from argmap.model.edits.naming import named
from argmap.model.edits.place import AT_ROOT, Place, against, beside, joined, under
from argmap.model.edits.remove import (
    Consequences,
    consequences,
    remove_branch,
    remove_claim,
    remove_occurrence,
)
from argmap.model.edits.rename import rename_claim
from argmap.model.edits.reshape import merge_claims, split_claim
from argmap.model.edits.shift import shift
from argmap.model.edits.values import (
    CLAIM_FIELDS,
    LINK_FIELDS,
    WEIGHING,
    field_words,
    parse_field,
)

__all__ = [
    "AT_ROOT",
    "CLAIM_FIELDS",
    "LINK_FIELDS",
    "SOURCE_FIELDS",
    "WEIGHING",
    "Consequences",
    "Edit",
    "Place",
    "Sprout",
    "add_citation",
    "add_claim",
    "add_claims",
    "add_occurrence",
    "against",
    "beside",
    "change_kind",
    "consequences",
    "field_words",
    "joined",
    "merge_claims",
    "move_in",
    "move_out",
    "move_under",
    "named",
    "parse_field",
    "remove_branch",
    "remove_citation",
    "remove_claim",
    "remove_occurrence",
    "remove_source",
    "rename_claim",
    "rename_source",
    "replace_citation",
    "set_field",
    "set_link_field",
    "set_motion",
    "set_sides",
    "set_source",
    "set_summary",
    "set_title",
    "shift",
    "split_claim",
    "under",
]
