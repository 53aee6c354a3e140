"""Loading a map: as much of it as can be read, and everything that is the matter with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.errors import Diagnostic, Span, in_reading_order
from argmap.model import Map, MapIndex, Sides, Source
from argmap.model.ids import is_id
from argmap.store.assemble import Spans, Traces, assemble
from argmap.store.decode import Decoded, Progress, decode, read_bytes
from argmap.store.entries import EntryReader
from argmap.store.garbage import no_collection
from argmap.store.nodes import Mapping, Node, Scalar
from argmap.store.report import Report
from argmap.store.rules import RULES
from argmap.store.syntax import read_through
from argmap.store.values import plain, report_at, report_unknown_key, validate

FORMAT_VERSION = "1"
TOP_KEYS = ("argmap", "title", "summary", "motion", "sides", "sources", "claims")
SOURCE_KEYS = tuple(name for name in Source.model_fields if name != "id")
_FOLLOW_FROM_LOST_LINES = frozenset({"AM103", "AM107", "AM109", "AM204", "AM205", "AM206"})


@dataclass(frozen=True)
class Loaded:
    """A map as it was read, with the text it was read from."""

    path: str
    text: str
    map: Map
    diagnostics: tuple[Diagnostic, ...]
    spans: Spans
    index: MapIndex
    raw: str = field(default="", repr=False)
    """The file as it is: code point for code point `text`, with undecodable bytes as surrogates."""
    bom: bool = False
    """Whether a byte order mark opens the file."""
    unnamed: frozenset[str] = frozenset()
    """Claims whose id the file does not state; it is made of their words."""
    traces: Traces = field(default_factory=Traces, repr=False, compare=False)
    """Which nodes of the file the claims and links were read from."""


def load(path: str | Path, progress: Progress | None = None) -> Loaded:
    """Read a map file (``-`` is standard input). Bad content never raises.

    Raises:
        FileError: the file cannot be read at all.
    """
    report = Report("<stdin>" if str(path) == "-" else str(path))
    return _loaded(decode(read_bytes(path), report), report, progress)


def loads(text: str, path: str = "<text>") -> Loaded:
    """Read a map from a text; `path` is what diagnostics call it."""
    report = Report(path)
    return _loaded(decode(text.encode("utf-8", "surrogatepass"), report), report, None)


def _loaded(decoded: Decoded, report: Report, progress: Progress | None) -> Loaded:
    text = decoded.text
    with no_collection():
        spans, traces = Spans(), Traces()
        root = read_through(text, report, progress) if text else None
        mended = bool(report.diagnostics())
        argument_map = _read_map(root, report, spans, traces) if root is not None else Map()
        if root is None and not mended:
            report.add(
                "AM005", "the file is empty", remedy="`argmap new MAP` writes a map to start from."
            )
        index = MapIndex(argument_map)
        for rule in RULES:
            for found in rule(index, spans):
                report.add_at(
                    found.code, found.message, found.span or Span(report.path), found.remedy
                )
    if any(found.code == "AM001" for found in report.diagnostics()):
        report.drop(_FOLLOW_FROM_LOST_LINES)
    diagnostics = tuple(in_reading_order(report.diagnostics()))
    return Loaded(
        report.path,
        text,
        argument_map,
        diagnostics,
        spans,
        index,
        decoded.raw,
        decoded.bom,
        traces.unnamed(),
        traces,
    )


def _read_map(root: Node, report: Report, spans: Spans, traces: Traces) -> Map:
    if type(root) is not Mapping:
        shape = "a plain text" if type(root) is Scalar else "a list"
        report_at(
            report,
            root,
            "AM006",
            f"the file holds {shape} at the top, not a map",
            "Start it with `argmap: 1`, then `claims:`. `argmap new MAP` shows how.",
        )
        return Map()
    _known_values(root, TOP_KEYS, report, "a map")
    _check_version(root, report)
    traces.root = root
    reader = EntryReader(report)
    if "claims" in root.values:
        reader.read(root.values["claims"])
    else:
        report_at(
            report, root, "AM107", "the file states no claims", "Add `claims:` and a list of them."
        )
    assembly = assemble(reader, report, spans, traces)
    return _with_header(
        root,
        report,
        spans,
        Map.model_construct(claims=tuple(assembly.claims), links=tuple(assembly.links)),
    )


def _with_header(root: Mapping, report: Report, spans: Spans, bare: Map) -> Map:
    header: dict[str, Any] = {"sources": tuple(_sources(root.values.get("sources"), report, spans))}
    for name in ("title", "summary", "motion"):
        node = root.values.get(name)
        if type(node) is Scalar:
            header[name] = node.value
        elif node is not None:
            report_at(report, node, "AM105", f"`{name}` takes a text", "Put it in quotes.")
    known = {claim.id for claim in bare.claims}
    if header.get("motion") and header["motion"] not in known:
        node = root.values["motion"]
        report_at(
            report,
            node,
            "AM205",
            f"there is no claim `{header['motion']}`",
            "Name a claim that the file states, or remove `motion:`.",
        )
        del header["motion"]
    sides = root.values.get("sides")
    if type(sides) is Mapping:
        values = _known_values(sides, tuple(Sides.model_fields), report, "`sides`")
        found = validate(Sides, values, sides.values, report)
        header["sides"] = found or Sides()
    elif sides is not None:
        report_at(
            report, sides, "AM105", "`sides` takes two names", "Write `sides: {pro: …, con: …}`."
        )
    return bare.model_copy(update=header)


def _sources(node: Node | None, report: Report, spans: Spans) -> Iterator[Source]:
    if node is None or (type(node) is Scalar and not node.value):
        return
    if type(node) is not Mapping:
        report_at(
            report,
            node,
            "AM105",
            "`sources` takes a mapping of ids",
            "Write the id, a colon, and below it `title:` and so on.",
        )
        return
    for name, value in node.values.items():
        key = node.keys[name]
        if not is_id(name):
            report_at(
                report, key, "AM102", f"`{name[:64]}` is not an id", "Use letters, digits and '-'."
            )
        elif type(value) is Mapping:
            values = _known_values(value, SOURCE_KEYS, report, "a source") | {"id": name}
            source = validate(Source, values, value.values, report)
            spans.sources[name] = Span(
                report.path, key.mark.line + 1, key.mark.column + 1, key.length
            )
            yield source or Source(id=name)
        else:
            report_at(
                report,
                value,
                "AM105",
                f"the source `{name}` takes keys such as `title:`",
                f"Write `{name}: {{title: …}}`.",
            )


def _known_values(
    node: Mapping, known: tuple[str, ...], report: Report, where: str
) -> dict[str, Any]:
    for key in node.keys.values():
        if key.value not in known:
            report_unknown_key(report, key, known, where)
    return {name: plain(value) for name, value in node.values.items() if name in known}


def _check_version(root: Mapping, report: Report) -> None:
    version = root.values.get("argmap")
    if version is None:
        report_at(
            report,
            root,
            "AM110",
            "the file does not name its format",
            f"Write `argmap: {FORMAT_VERSION}` as its first line.",
        )
    elif type(version) is not Scalar or version.value != FORMAT_VERSION:
        report_at(
            report,
            version,
            "AM110",
            "this version of the format is not known",
            f"Write `argmap: {FORMAT_VERSION}`, or use a newer argmap.",
        )
