"""The map as JSON, for other programs. The format is stable; ``"argmap": 1`` is its version.

::

    {"argmap": 1,
     "title": "…", "summary": "…",
     "motion": CLAIM ID | null,                    the claim under debate, named or not
     "sides": {"pro": "…", "con": "…"},
     "sources": {SOURCE ID: {"title": "…", "author": "…", …}},
     "claims": [{"id": "…", "claim": "…", "short": "…", "implicit": false,
                 "side": "pro" | "con" | "both" | null,
                 "weight": 0.5, "tags": [], "speaker": "…",
                 "cites": [{"source": SOURCE ID, "quote": "…", "start": "…", "end": "…",
                            "resolved": {"start": 0, "end": 9} | null}]}],
     "links": [{"id": "…", "kind": "support" | "rebuttal" | "undercut",
                "premises": [CLAIM IDS],           two or more are joint
                "target": {"claim": CLAIM ID} | {"link": LINK ID},
                "side": "pro" | "con" | "both" | null,
                "strength": 1.0, "warrant": "…", "basis": "stated" | "inferred" | null}]}

These keys are always there; a text that the map does not give is empty. Further fields of the map
file (``say kind assumed note stance weigh`` of a claim, ``prefix suffix page note`` of a citation,
``scheme`` of a link, all fields of a source) are there where they are set. ``side`` is relative
to the motion, and null where a claim does not bear on it. ``resolved`` is null where the passage
was not found or the source not at hand; its offsets count Unicode code points of the source file
decoded as UTF-8, a byte order mark left out and line ends as they are.
"""

import json
from typing import Any

from argmap.model import Citation, Claim, Link, LinkKind, Side, sides
from argmap.model.claim import Frozen
from argmap.sources import Opened

VERSION = 1

_Json = dict[str, Any]


def generate_json(opened: Opened) -> str:
    """The map as JSON, keys in a fixed order, one line end at the close."""
    stands = sides(opened.index)
    shown = opened.map
    content: _Json = {
        "argmap": VERSION,
        "title": shown.title,
        "summary": shown.summary,
        "motion": opened.index.motion,
        "sides": shown.sides.model_dump(),
        "sources": {source.id: _set_fields(source, "id") for source in shown.sources},
        "claims": [_claim(claim, stands.get(claim.id), opened) for claim in shown.claims],
        "links": [_link(link, stands.get(link.id)) for link in shown.links],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _claim(claim: Claim, side: Side | None, opened: Opened) -> _Json:
    always = {
        "id": claim.id,
        "claim": claim.claim,
        "short": claim.short,
        "implicit": claim.implicit,
        "side": side,
        "weight": claim.weight,
        "tags": list(claim.tags),
        "speaker": claim.speaker,
        "cites": [
            _citation(citation, (claim.id, number), opened)
            for number, citation in enumerate(claim.cites)
        ],
    }
    return always | _set_fields(claim, *always)


def _citation(citation: Citation, place: tuple[str, int], opened: Opened) -> _Json:
    passage = opened.passages.get(place)
    always = {
        "source": citation.source,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "resolved": {"start": passage.start, "end": passage.end} if passage else None,
    }
    return always | _set_fields(citation, *always)


def _link(link: Link, side: Side | None) -> _Json:
    target = "link" if link.kind is LinkKind.UNDERCUT else "claim"
    always = {
        "id": link.id,
        "kind": link.kind,
        "premises": list(link.premises),
        "target": {target: link.target},
        "side": side,
        "strength": link.strength,
        "warrant": link.warrant,
        "basis": link.basis,
    }
    return always | _set_fields(link, *always)


def _set_fields(record: Frozen, *without: str) -> _Json:
    """The fields of a record that differ from their defaults."""
    return record.model_dump(exclude_defaults=True, exclude=set(without))
