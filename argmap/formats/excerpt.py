"""A claim or a branch of a map in a form to paste elsewhere: text, Markdown or YAML."""

from dataclasses import replace

from argmap.formats.outline_markdown import generate_markdown
from argmap.formats.outline_text import generate_outline
from argmap.model import Sides
from argmap.model.submap import BranchIndex, branch
from argmap.sources import Opened
from argmap.store.write import write_map
from argmap.text import one_line


def claim_text(opened: Opened, *claims: str) -> str:
    """The claims as they are stated, each on a line."""
    return "\n".join(one_line(opened.index.claims[claim].claim) for claim in claims)


def branch_text(opened: Opened, *tops: str) -> str:
    """Some claims and all that hangs under them, as `argmap show` prints it."""
    lines = generate_outline(_excerpt(opened, "", *tops))
    return "\n".join(lines).strip("\n") + "\n"


def branch_markdown(opened: Opened, *tops: str) -> str:
    """Some claims and all that hangs under them as a Markdown handout with its passages."""
    return generate_markdown(_excerpt(opened, opened.index.claims[tops[0]].label, *tops))


def branch_yaml(opened: Opened, *tops: str) -> str:
    """Some claims and all that hangs under them as a map file."""
    return write_map(branch(opened.index, *tops))


def _excerpt(opened: Opened, title: str, *tops: str) -> Opened:
    """The branch as if it had been opened: passages are named by claims, so they stay right."""
    part = branch(opened.index, *tops)
    # The names of the sides go by the map's motion, which the branch need not be for.
    part = part.model_copy(update={"title": title, "sides": Sides()})
    loaded = replace(opened.loaded, map=part, index=BranchIndex(part))
    return replace(opened, loaded=loaded)
