"""The JSON Schema of map files, for completion and checks in editors.

Field types, ranges and descriptions come from the model; only the nesting of entries is added.
"""

from typing import Any

from argmap.model import Claim, Link, Map, Sides, Source
from argmap.model.ids import ID_PATTERN
from argmap.store.entries import CHILD_KEYS, LINK_KEYS

Schema = dict[str, Any]
_ID: Schema = {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"}
_ENTRIES: Schema = {"type": "array", "items": {"$ref": "#/$defs/entry"}}
_MEANINGS = {
    "supports": "entries that back this claim",
    "rebuttals": "entries that attack this claim",
    "undercuts": "entries that attack the step from this entry to the claim above it",
}


def map_schema() -> Schema:
    """The schema of a whole map file (JSON Schema, draft 2020-12)."""
    claim = Claim.model_json_schema(ref_template="#/$defs/{model}")
    link = Link.model_json_schema(ref_template="#/$defs/{model}")
    definitions: Schema = {**claim.pop("$defs", {}), **link.pop("$defs", {})}
    definitions.pop("LinkKind", None)
    link_fields = {name: link["properties"][name] for name in LINK_KEYS}
    children = {key: {**_ENTRIES, "description": _MEANINGS[key]} for key in CHILD_KEYS}
    definitions |= {
        "entry": {
            "description": "a plain line, a claim, a reference to a claim, or joint premises",
            "anyOf": [{"type": "string"}, *({"$ref": f"#/$defs/{name}"} for name in _SHAPES)],
        },
        "claim": _closed({**claim["properties"], "id": _ID, **link_fields, **children}, ["claim"]),
        "reference": _closed({"ref": _ID, **link_fields, **children}, ["ref"]),
        "joint": _closed(
            {
                "joint": {**_ENTRIES, "minItems": 2, "description": "premises that work together"},
                **link_fields,
                "undercuts": children["undercuts"],
            },
            ["joint"],
        ),
        "source": _source_schema(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap map file",
        **_closed(_top_fields(), ["argmap", "claims"]),
        "$defs": definitions,
    }


_SHAPES = ("claim", "reference", "joint")


def _top_fields() -> Schema:
    fields = Map.model_json_schema()["properties"]
    sides = Sides.model_json_schema()
    return {
        "argmap": {"enum": [1, "1"], "description": "version of the file format"},
        "title": fields["title"],
        "summary": fields["summary"],
        "motion": {**_ID, "description": "id of the claim under debate"},
        "sides": _closed(sides["properties"], []),
        "sources": {
            "type": "object",
            "propertyNames": _ID,
            "additionalProperties": {"$ref": "#/$defs/source"},
        },
        "claims": _ENTRIES,
    }


def _source_schema() -> Schema:
    fields = dict(Source.model_json_schema()["properties"])
    del fields["id"]
    return _closed(fields, [])


def _closed(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
