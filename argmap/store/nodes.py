"""Strict YAML to nodes with positions.

The events of libyaml are put together here, not by `yaml.compose`: that way a map has strings
only, aliases and tags are seen and refused, duplicate keys are noticed, depth has a limit, and
what stands before a syntax error is not lost. Built with a stack, so depth costs no recursion.
"""

from typing import Any

from yaml._yaml import CParser
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.store.decode import Progress
from argmap.store.report import Report
from argmap.text import FORBIDDEN, REPLACEMENT, character_name

_Event = Any
"""One of libyaml's events. The stubs of PyYAML leave out that each has its marks."""

MAX_DEPTH = 1000
_EVENTS_PER_PROGRESS = 50_000


class Scalar:
    """A text. `quoted` tells a written-out empty text from a key without a value."""

    __slots__ = ("end", "mark", "quoted", "value")

    def __init__(self, value: str, mark: Mark, end: Mark, quoted: bool) -> None:
        self.value = value
        self.mark = mark
        self.end = end
        self.quoted = quoted

    @property
    def length(self) -> int:
        """Characters it takes up on its first line."""
        if self.end.line == self.mark.line:
            return int(self.end.column - self.mark.column)
        return 1


class Sequence:
    """A list. `end` is where its closing bracket ends; None for one of a line per item."""

    __slots__ = ("end", "items", "mark")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.end: Mark | None = None
        self.items: list[Node] = []

    length = 1


class Mapping:
    """Keys and values in their order; `keys` holds the key nodes for their positions.

    `end` is where the closing brace ends; None for a mapping of a line per key.
    """

    __slots__ = ("end", "keys", "mark", "values")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.end: Mark | None = None
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}

    length = 1


Node = Scalar | Sequence | Mapping

_DROPPED = Scalar("", Mark("", 0, 0, 0, None, 0), Mark("", 0, 0, 0, None, 0), False)
"""Stands for a key that is not kept, so that its value is not either."""


class YamlProblem(Exception):  # noqa: N818 - it is caught here and turned into a diagnostic
    """libyaml stopped; `root` is what had been read by then."""

    def __init__(self, error: YAMLError, root: Node | None) -> None:
        super().__init__(str(error))
        self.error = error
        self.root = root


def read_nodes(text: str, report: Report, progress: Progress | None = None) -> Node | None:
    """The nodes of a YAML text; None where it holds nothing.

    Raises:
        YamlProblem: the text is not well-formed; what was read so far is in it.
    """
    builder = _Builder(report)
    next_event = CParser(text).get_event
    total = max(1, len(text))
    seen = 0
    while True:
        try:
            event: _Event = next_event()
        except MarkedYAMLError as error:
            raise YamlProblem(error, builder.root) from None
        if type(event) is ScalarEvent:  # two of three events are
            builder.take_text(event)
        elif event is None or type(event) is StreamEndEvent or not builder.take(event):
            return builder.root
        seen += 1
        if progress is not None and seen % _EVENTS_PER_PROGRESS == 0:
            progress(event.start_mark.index / total)


def report_too_deep(report: Report, mark: Mark) -> None:
    """Note that nesting passes the limit, whether ours or libyaml's own, and where."""
    report.add(
        "AM004",
        f"the nesting is deeper than {MAX_DEPTH:,} levels; reading stopped here",
        line=mark.line + 1,
        column=mark.column + 1,
        remedy="Write deep claims at the top level and name them with `ref: ID`.",
    )


class _Builder:
    """Takes one event after the other and hangs the nodes together."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Node | None = None
        self._documents = 0
        self._stack: list[tuple[Sequence | Mapping | None, Scalar | None]] = []
        # The innermost open container, and the key that waits for its value. `_into` is None
        # within something that is read but not kept.
        self._into: Sequence | Mapping | None = None
        self._key: Scalar | None = None

    def take(self, event: _Event) -> bool:
        """Use one event that is no text; False to stop reading."""
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(event, Mapping if kind is MappingStartEvent else Sequence)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            if self._into is not None and event.end_mark.index > event.start_mark.index:
                self._into.end = event.end_mark
            self._into, self._key = self._stack.pop()
        elif kind is AliasEvent:
            self._refuse(
                event,
                f"the alias *{event.anchor} is not allowed",
                f"Write `ref: ID`, or put the text in quotes: '*{event.anchor}'.",
            )
            if self._key_is_due():
                self._key = _DROPPED
            else:
                self._place(None)
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse(
                    event,
                    "the file holds a second YAML document, which is not read",
                    "Remove the line ---, or put the rest in a file of its own.",
                )
                return False
        return True

    def take_text(self, event: _Event) -> None:
        """Use the event of a key, or of a text that is a value or an item."""
        value, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if style == '"' and FORBIDDEN.search(value):
            value = self._without_forbidden(event)
        node = Scalar(value, event.start_mark, event.end_mark, bool(style))
        into, key = self._into, self._key
        if type(into) is not Mapping:
            self._place(node)
        elif key is None:
            self._key = node
            if value == "<<" and not style:
                self._refuse(event, "the merge key << is not allowed", "Write the keys out.")
                self._key = _DROPPED
        elif key is _DROPPED or key.value in into.values:
            self._place(node)
        else:  # what `_place` does, for the many
            into.keys[key.value] = key
            into.values[key.value] = node
            self._key = None

    def _open(self, event: _Event, container: type[Mapping] | type[Sequence]) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if len(self._stack) >= MAX_DEPTH:
            report_too_deep(self.report, event.start_mark)
            return False
        if self._key_is_due():
            self._add(
                "AM105",
                "a key must be a plain text",
                event.start_mark,
                "Put braces and brackets in quotes.",
            )
            self._stack.append((self._into, _DROPPED))
            self._into = None
            return True
        node = container(event.start_mark)
        kept = self._place(node)
        self._stack.append((self._into, None))
        self._into = node if kept else None
        return True

    def _key_is_due(self) -> bool:
        return type(self._into) is Mapping and self._key is None

    def _place(self, node: Node | None) -> bool:
        """Put a finished node where it belongs; False where it is not kept."""
        into = self._into
        if type(into) is Mapping:
            key, self._key = self._key, None
            if key is None or key is _DROPPED or node is None:
                return False
            name, values = key.value, into.values
            if name in values:
                self._report_second(key, into.keys[name])
                return False
            into.keys[name] = key
            values[name] = node
            return True
        if type(into) is Sequence:
            if node is not None:
                into.items.append(node)
            return True
        if not self._stack:
            self.root = node
        return not self._stack

    def _report_second(self, key: Scalar, first: Scalar) -> None:
        self._add(
            "AM007",
            f"the key `{key.value}` stands here already, on line {first.mark.line + 1}",
            key.mark,
            "Put both under one key, or remove one.",
            len(key.value),
        )

    def _without_forbidden(self, event: _Event) -> str:
        for found in FORBIDDEN.finditer(event.value):
            self._add(
                "AM003",
                f"the text holds {character_name(found.group())}, written as an escape",
                event.start_mark,
                "Delete it. It is read as U+FFFD until then.",
            )
        return FORBIDDEN.sub(REPLACEMENT, event.value)

    def _refuse_decoration(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse(
                event,
                f"the anchor &{event.anchor} is not allowed",
                "Give the claim an id and use `ref: ID`, or put the text in quotes.",
            )
        if event.tag is not None:
            self._refuse(
                event,
                "a tag (!) is not allowed",
                "Remove it, or put a text that starts with ! in quotes.",
            )

    def _refuse(self, event: _Event, message: str, remedy: str) -> None:
        self._add("AM008", message, event.start_mark, remedy)

    def _add(self, code: str, message: str, mark: Mark, remedy: str, length: int = 1) -> None:
        self.report.add(
            code, message, line=mark.line + 1, column=mark.column + 1, length=length, remedy=remedy
        )
