"""Moving an occurrence: up and down, under another claim, in and out, and to the other side."""

from collections.abc import Sequence

from argmap.errors import RefusedEdit
from argmap.model.edits.edit import Edit
from argmap.model.edits.links import NEW, check_step, with_one_changed
from argmap.model.edits.naming import claim_in, link_in, named, named_premises
from argmap.model.edits.outcome import ANY_ROOT, outcome
from argmap.model.edits.place import Place, put_links, under
from argmap.model.edits.reach import above
from argmap.model.index import MapIndex
from argmap.model.link import Link, LinkKind
from argmap.model.outline import Role, Row

_CHOOSE_KIND = "Move it under a claim, and choose whether it supports or rebuts that."


def change_kind(index: MapIndex, link: str, kind: LinkKind | None = None) -> Edit:
    """A support as a rebuttal, or the other way round; it goes behind the others of its new kind.

    Raises:
        RefusedEdit: an undercut is concerned, or the premises do this already.
    """
    found = link_in(index, link)
    if found.kind is LinkKind.UNDERCUT:
        raise RefusedEdit("An undercut attacks a step, not a claim.", _CHOOSE_KIND)
    if kind is LinkKind.UNDERCUT:
        raise RefusedEdit(
            "Only a step between claims can be undercut.",
            "Add it as an undercut of that step, and remove it here.",
        )
    if kind is None:
        kind = LinkKind.REBUTTAL if found.kind is LinkKind.SUPPORT else LinkKind.SUPPORT
    name = f"make {named_premises(index, found)} a {kind.value}"
    if kind is found.kind:
        return outcome(index, name)
    check_step(index, kind, found.premises, found.target, found.id)
    links = [other for other in index.map.links if other is not found]
    changed = found.model_copy(update={"kind": kind})
    put_links(index, links, under(found.target, kind), [changed])
    return outcome(index, name, links=links)


def move_under(index: MapIndex, row: Row, target: str, kind: LinkKind | None = None) -> Edit:
    """What a row stands for, as the last support or rebuttal of a claim.

    Without a kind it does there what it did before; a root then becomes a support. The step keeps
    its fields and undercuts. A joint premise leaves the others and gets a step of its own.

    Raises:
        RefusedEdit: it stands there already, the claim hangs under it, or an undercut has no kind.
    """
    above = claim_in(index, target)
    link = link_in(index, row.link) if row.link else None
    kind = kind or (link.kind if link else LinkKind.SUPPORT)
    if kind is LinkKind.UNDERCUT:
        raise RefusedEdit("An undercut attacks a step, not a claim.", _CHOOSE_KIND)
    own = link is not None and row.role is not Role.PREMISE
    if own and link is not None and (link.target, link.kind) == (target, kind):
        raise RefusedEdit(f"{_subject(index, row)} stands there already.", "Choose another place.")
    return _rehung(
        index, row, under(target, kind), f"move {_subject(index, row)} under {named(above)}"
    )


def move_in(index: MapIndex, rows: Sequence[Row], place: int) -> Edit:
    """The row at an index of the outline, under the claim of the row before it on its level.

    Raises:
        RefusedEdit: there is none, it is a joint group, or what is moved is an undercut.
    """
    row = rows[place]
    if row.role is Role.PREMISE:
        raise RefusedEdit("A joint premise has no claim of its own above it.", _CHOOSE_KIND)
    before = place - 1
    while before > row.parent and rows[before].parent != row.parent:
        before = rows[before].parent
    if before <= row.parent:
        raise RefusedEdit("There is no claim before this one on its level.", _CHOOSE_KIND)
    target = rows[before].claim
    if target is None:
        raise RefusedEdit(
            "The row before this one is a group of joint premises.",
            "Move it under one of them, or use it as a premise there and remove it here.",
        )
    return move_under(index, row, target)


def move_out(index: MapIndex, rows: Sequence[Row], place: int) -> Edit:
    """The row at an index of the outline, one level up: right behind the row it hung under.

    A joint premise leaves the others and gets a step of its own to the same target.

    Raises:
        RefusedEdit: it is a root, or there is no claim for it to bear on further up.
    """
    row = rows[place]
    if row.link is None:
        raise RefusedEdit("This claim stands on its own already.", "Move it under a claim instead.")
    link = link_in(index, row.link)
    name = f"move {_subject(index, row)} out"
    if row.role is Role.PREMISE:
        return _rehung(index, row, Place(Role(link.kind.value), link.target, link.id), name)
    above = rows[row.parent]
    if link.kind is LinkKind.UNDERCUT or above.role is Role.UNDERCUT:
        raise RefusedEdit("An undercut attacks a step, not a claim.", _CHOOSE_KIND)
    if above.link is None:
        return _made_root(index, row, above.claim or "", link)
    onto = link_in(index, above.link)
    if onto.kind is LinkKind.UNDERCUT:
        raise RefusedEdit("The claim above bears on a step, not on a claim.", _CHOOSE_KIND)
    after = onto.id if onto.kind is link.kind else ""
    return _rehung(index, row, Place(Role(link.kind.value), onto.target, after), name)


def _made_root(index: MapIndex, row: Row, behind: str, link: Link) -> Edit:
    subject = _subject(index, row)
    if row.claim is None:
        raise RefusedEdit("Joint premises only work together for a claim.", "Move them one by one.")
    if len(index.links_from(row.claim)) > 1:
        raise RefusedEdit(
            f"{subject} is linked elsewhere too, so it cannot stand on its own.",
            "Remove it here instead.",
        )
    if index.undercuts_of(link.id):
        raise RefusedEdit(
            f"The step from {subject} is undercut, and a root has no step.",
            "Move or remove the undercuts first.",
        )
    moved = index.claims[row.claim]
    claims = [claim for claim in index.map.claims if claim is not moved]
    at = next(at for at, claim in enumerate(claims, 1) if claim.id == behind)
    claims.insert(at, moved)
    links = [other for other in index.map.links if other is not link]
    name = f"let {subject} stand on its own"
    return outcome(index, name, claims=claims, links=links, focus=("", moved.id))


def _rehung(index: MapIndex, row: Row, place: Place, name: str) -> Edit:
    """What a row stands for, at another place of its own."""
    kind = place.kind
    if kind is None:
        raise ValueError(place)
    before = index.links.get(row.link or "")
    links = list(index.map.links)
    premises: tuple[str, ...] = (row.claim or "",)
    if before is None or row.role is Role.PREMISE:
        moved = Link(id=NEW, kind=kind, premises=premises, target=place.target)
        if before is not None:
            rest = tuple(premise for premise in before.premises if premise != row.claim)
            links = with_one_changed(links, before, before.model_copy(update={"premises": rest}))
        check_step(index, kind, premises, place.target)
    else:
        premises = before.premises
        moved = before.model_copy(update={"kind": kind, "target": place.target})
        links = [link for link in links if link is not before]
        check_step(index, kind, premises, place.target, before.id)
    _check_not_below(index, place.target, {*premises, moved.id}, _subject(index, row))
    put_links(index, links, place, [moved])
    was_first_root = before is None and row.claim == index.motion and not index.map.motion
    return outcome(
        index,
        name,
        links=links,
        focus=(moved.id, row.claim or ""),
        motion=ANY_ROOT if was_first_root else None,
    )


def _check_not_below(index: MapIndex, target: str, moved: set[str], subject: str) -> None:
    """Refuse to move something under what hangs under it: both would be cut off from the rest."""
    if not moved.isdisjoint({target} | above(index, target)):
        raise RefusedEdit(
            f"{subject} cannot move there: that place hangs under it.",
            "Choose another place, or link the claim there once more.",
        )


def _subject(index: MapIndex, row: Row) -> str:
    if row.claim is not None:
        return named(claim_in(index, row.claim))
    return named_premises(index, link_in(index, row.link or ""))
