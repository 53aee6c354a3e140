"""Edits: each a pure function from a map to an `Edit`, refused where it makes no sense.

They take the map as a `MapIndex`, and what they are about by ids, or as a row of the outline
where it matters which occurrence of a claim is meant. Each is imported when it is first used:
who only reads pays for none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from argmap.model.edits.naming import named, named_premises
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
    from argmap.model.edits.shifting import shift
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
    "named_premises",
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

_HOMES = {
    "AT_ROOT": "place",
    "CLAIM_FIELDS": "values",
    "Consequences": "remove",
    "Edit": "edit",
    "LINK_FIELDS": "values",
    "Place": "place",
    "SOURCE_FIELDS": "header",
    "Sprout": "add",
    "WEIGHING": "values",
    "add_citation": "fields",
    "add_claim": "add",
    "add_claims": "add",
    "add_occurrence": "add",
    "against": "place",
    "beside": "place",
    "change_kind": "move",
    "consequences": "remove",
    "field_words": "values",
    "joined": "place",
    "merge_claims": "reshape",
    "move_in": "move",
    "move_out": "move",
    "move_under": "move",
    "named": "naming",
    "named_premises": "naming",
    "parse_field": "values",
    "remove_branch": "remove",
    "remove_citation": "fields",
    "remove_claim": "remove",
    "remove_occurrence": "remove",
    "remove_source": "header",
    "rename_claim": "rename",
    "rename_source": "header",
    "replace_citation": "fields",
    "set_field": "fields",
    "set_link_field": "fields",
    "set_motion": "header",
    "set_sides": "header",
    "set_source": "header",
    "set_summary": "header",
    "set_title": "header",
    "shift": "shifting",
    "split_claim": "reshape",
    "under": "place",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
