"""What claims, links, sources and the head of a map say: writing the differences into a script."""

from argmap.errors import RefusedEdit
from argmap.model import Claim, Link, MapIndex, Sides, Source
from argmap.store.fields import CLAIM_ORDER, ENTRY_ORDER, LINK_ORDER, field_lines, is_left_out
from argmap.store.nodes import Mapping, Scalar
from argmap.store.patch.brackets import NeedsBlock
from argmap.store.patch.homes import Names
from argmap.store.patch.layout import Entry, Layout
from argmap.store.patch.pen import Pen
from argmap.store.quoting import block, quote

TOP_ORDER = ("argmap", "title", "summary", "motion", "sides", "sources", "claims")
SIDES_ORDER = tuple(Sides.model_fields)
SOURCE_ORDER = tuple(name for name in Source.model_fields if name != "id")


class Contents:
    """Writes changed fields where they stand, and new ones where they belong."""

    def __init__(self, layout: Layout, names: Names, pen: Pen) -> None:
        self._layout, self._names, self._pen = layout, names, pen
        self._old, self._new = names.old, names.new

    def write(self) -> None:
        """All differences but those of structure."""
        for claim in self._new.claims.values():
            before = self._old.claims.get(self._names.claim_before(claim.id))
            entry = self._layout.stating.get(before.id) if before is not None else None
            if before is not None and entry is not None and before is not claim:
                self._fields(entry, before, claim, CLAIM_ORDER)
                if before.id != claim.id and self._states_id(entry):
                    self._set(entry, "id", claim.id)
        for link in self._new.links.values():
            was = self._old.links.get(self._names.link_before(link.id))
            entry = self._layout.drawing.get(was.id) if was is not None else None
            if was is not None and entry is not None and was is not link:
                self._fields(entry, was, link, LINK_ORDER)
        self._references()
        if self._layout.root is not None:
            self._head(self._layout.root)
            self._sources(self._layout.root)

    def name(self, claim: str) -> None:
        """State the id of a claim in the file."""
        entry = self._layout.stating.get(self._names.claim_before(claim))
        if entry is not None and not self._states_id(entry):
            self._set(entry, "id", claim)

    # -- claims and links ----------------------------------------------------------------

    @staticmethod
    def _states_id(entry: Entry) -> bool:
        return isinstance(entry.node, Mapping) and "id" in entry.node.values

    def _fields(
        self, entry: Entry, before: Claim | Link, after: Claim | Link, keys: tuple[str, ...]
    ) -> None:
        for key in keys:
            value = getattr(after, key)
            if value == getattr(before, key):
                continue
            if key != "claim" and is_left_out(after, key):
                if isinstance(entry.node, Mapping) and key in entry.node.values:
                    self._pen.remove(entry.node, key)
            else:
                self._set(entry, key, value)

    def _set(self, entry: Entry, key: str, value: object) -> None:
        node = entry.node
        if isinstance(node, Mapping):
            self._pen.set_value(node, key, value)
        elif isinstance(node, Scalar) and key == "claim":
            self._pen.restate(node, str(value), flowing=entry.items.end is not None)
        elif entry.items.end is not None:
            raise NeedsBlock(entry.items)
        elif isinstance(node, Scalar):
            column = int(entry.items.mark.column)
            lines = field_lines(key, value, column + 2)
            self._pen.open_line(node, column, key, lambda: lines)

    def _references(self) -> None:
        for entry in self._layout.entries:
            if entry.states or entry.joint or not isinstance(entry.node, Mapping):
                continue
            link = self._names.link_now(entry.link) if not entry.member else None
            now = self._names.claim_now(entry.claim)
            if link is not None and not link.joint:
                now = link.premises[0]
            if now and now != entry.claim and "ref" in entry.node.values:
                self._pen.set_value(entry.node, "ref", now, ENTRY_ORDER)

    # -- the head ------------------------------------------------------------------------

    def _head(self, root: Mapping) -> None:
        before, after = self._old.map, self._new.map
        for key in ("title", "summary", "motion"):
            value = getattr(after, key)
            if value != getattr(before, key):
                if value:
                    self._pen.set_value(root, key, value, TOP_ORDER)
                elif key in root.values:
                    self._pen.remove(root, key)
        if after.sides != before.sides:
            self._sides(root, after.sides)

    def _sides(self, root: Mapping, sides: Sides) -> None:
        node = root.values.get("sides")
        if isinstance(node, Mapping):
            for key, value in sides:
                known = node.values.get(key)
                if not (isinstance(known, Scalar) and known.value == value):
                    self._pen.set_value(node, key, value, SIDES_ORDER)
            return
        words = (f"{key}: {quote(value, flow=True)}" for key, value in sides)
        line = f"sides: {{{', '.join(words)}}}"
        if "sides" in root.values:
            self._pen.remove(root, "sides")
        self._pen.add_lines(root, "sides", lambda: [line], TOP_ORDER)

    def _sources(self, root: Mapping) -> None:
        if self._old.map.sources == self._new.map.sources:
            return
        node = root.values.get("sources")
        renamed = _renamed_sources(self._old, self._new)
        order = (*self._old.sources, *self._new.sources)
        coming: list[str] = []
        for source in self._new.map.sources:
            before = self._old.sources.get(renamed.get(source.id, source.id))
            if before is None and isinstance(node, Mapping) and source.id in node.values:
                coming += self._filled_source(node, source)
                continue
            if before is None or not isinstance(node, Mapping) or before.id not in node.values:
                coming += _source_lines(source, self._indent(node))
                continue
            if before.id != source.id:
                mark = node.keys[before.id].mark
                end = int(mark.index) + node.keys[before.id].length
                self._pen.script.replace(int(mark.index), end, source.id)
            self._source_fields(node, before, source)
        for name in self._old.sources:
            if name not in self._new.sources and name not in renamed.values():
                self._drop_source(root, node, name)
        if coming:
            self._add_sources(root, node, coming, order)

    @staticmethod
    def _indent(node: object) -> int:
        return int(node.mark.column) if isinstance(node, Mapping) and node.values else 2

    def _source_fields(self, node: Mapping, before: Source, after: Source) -> None:
        inner = node.values[before.id]
        said = {key for key in SOURCE_ORDER if getattr(after, key)}
        if isinstance(inner, Mapping) and not said and set(inner.values) <= set(SOURCE_ORDER):
            self._pen.empty(node, before.id)
            return
        for key in SOURCE_ORDER:
            value = getattr(after, key)
            if value == getattr(before, key):
                continue
            if not isinstance(inner, Mapping):
                raise _no_keys(before.id)
            if value:
                self._pen.set_value(inner, key, value, SOURCE_ORDER)
            elif key in inner.values:
                self._pen.remove(inner, key)

    def _filled_source(self, node: Mapping, source: Source) -> list[str]:
        """What is now said of a source that the file only names; the lines that come last."""
        value = node.values[source.id]
        if node.end is not None or not isinstance(value, Scalar) or value.quoted or value.value:
            raise _no_keys(source.id)
        ground, script = self._pen.ground, self._pen.script
        _, *lines = _source_lines(source, self._indent(node))
        stretch = ground.key(node, source.id)
        named = [ground.content(line) for line in range(stretch.first, stretch.behind)]
        if source.id != next(reversed(node.keys)):
            script.cut(stretch)
            return [*named, *lines]
        if lines:
            script.insert(stretch.behind, stretch.column, lambda: lines)
        else:
            colon = int(node.keys[source.id].end.index) + 1
            script.replace(colon, colon, " {}")
        return []

    def _drop_source(self, root: Mapping, node: object, name: str) -> None:
        if not isinstance(node, Mapping) or name not in node.values:
            return
        if self._new.map.sources or len(node.values) > 1:
            self._pen.remove(node, name)
        else:
            self._pen.remove(root, "sources")

    def _add_sources(
        self, root: Mapping, node: object, lines: list[str], order: tuple[str, ...]
    ) -> None:
        if isinstance(node, Mapping) and node.values:
            first = lines[0].strip().partition(":")[0]
            self._pen.add_lines(node, first, lambda: lines, order)
            return
        if "sources" in root.values:
            self._pen.remove(root, "sources")
        self._pen.add_lines(root, "sources", lambda: ["sources:", *lines], TOP_ORDER)


def _no_keys(source: str) -> RefusedEdit:
    return RefusedEdit(
        f"the source `{source}` has no keys in the file yet",
        f"Write `{source}: {{title: …}}` there; O opens your editor.",
    )


def _source_lines(source: Source, indent: int) -> list[str]:
    margin = " " * indent
    fields = [(key, getattr(source, key)) for key in SOURCE_ORDER if getattr(source, key)]
    if not fields:
        return [f"{margin}{quote(source.id)}: {{}}"]
    lines = [f"{margin}{quote(source.id)}:"]
    for key, value in fields:
        lines += f"{margin}  {key}: {block(value, indent + 2)}".split("\n")
    return lines


def _renamed_sources(old: MapIndex, new: MapIndex) -> dict[str, str]:
    """Sources that stand where one of another id stood and say the same: from new to old id."""
    return {
        after.id: before.id
        for before, after in zip(old.map.sources, new.map.sources, strict=False)
        if after.id != before.id
        and after.id not in old.sources
        and before.id not in new.sources
        and after.model_copy(update={"id": before.id}) == before
    }
