"""From drafts to claims and links: giving out ids, resolving refs, checking values."""

from dataclasses import dataclass, field
from typing import TypeGuard

from argmap.errors import Span
from argmap.model import Claim, Link, LinkKind, link_id
from argmap.model.claim import MAX_SHORT_WORDS
from argmap.model.ids import ClaimIds, LinkIds, is_id
from argmap.store.entries import ClaimDraft, EntryReader, LinkDraft, RefDraft
from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.report import Report
from argmap.store.values import plain, report_at, validate
from argmap.text import count, nearest, slug


@dataclass(frozen=True)
class Spans:
    """Where things stand in the file."""

    claims: dict[str, Span] = field(default_factory=dict)
    links: dict[str, Span] = field(default_factory=dict)
    sources: dict[str, Span] = field(default_factory=dict)
    cites: dict[tuple[str, int], Span] = field(default_factory=dict)
    """By claim id and position in the claim's `cites`."""


@dataclass(slots=True, weakref_slot=True, eq=False)
class Traces:
    """From which nodes of the file its claims and links were read; for writing edits back."""

    root: Mapping | None = None
    claims: dict[int, str] = field(default_factory=dict)
    """Claim ids by `id()` of the entries that state them."""
    links: dict[int, str] = field(default_factory=dict)
    """Link ids by `id()` of: the entry, the text behind `ref`, or the key `joint`."""
    nameless: list[str] = field(default_factory=list)

    def unnamed(self) -> frozenset[str]:
        """The claims whose id is not in the file."""
        return frozenset(self.nameless)


@dataclass(slots=True)
class Assembly:
    """What became of the entries of one file."""

    claims: list[Claim]
    links: list[Link]


def assemble(reader: EntryReader, report: Report, spans: Spans, traces: Traces) -> Assembly:
    """The claims and links of all entries that were read; fills in `spans` and `traces`."""
    _give_ids(reader.claims, report)
    for stated in reader.claims:
        traces.claims[id(stated.node)] = stated.id
        if type(stated.node) is not Mapping or "id" not in stated.node.values:
            traces.nameless.append(stated.id)
    claims = [_claim(draft, report, spans) for draft in reader.claims]
    links = _Links(report, spans, traces, {claim.id for claim in claims})
    for draft in reader.links:
        links.add(draft)
    return Assembly(claims, links.made)


def _give_ids(drafts: list[ClaimDraft], report: Report) -> None:
    stated: dict[str, Scalar] = {}
    nameless: list[ClaimDraft] = []
    for draft in drafts:
        node = draft.fields.pop("id", None)
        if node is None or not _is_usable(node, report):
            nameless.append(draft)
            continue
        first = stated.setdefault(node.value, node)
        if first is node:
            draft.id = node.value
        else:
            nameless.append(draft)
            report_at(
                report,
                node,
                "AM101",
                f"the id `{node.value}` is taken, on line {first.mark.line + 1}",
                f"Choose another id; or write `ref: {node.value}` if it is the same claim.",
            )
    ids = ClaimIds(stated)
    for draft in nameless:
        words = draft.fields.get("short") or draft.fields.get("claim")
        draft.id = ids.give(words.value if type(words) is Scalar else "")


def _is_usable(node: Node, report: Report) -> TypeGuard[Scalar]:
    if type(node) is Scalar and is_id(node.value):
        return True
    message = "`id` takes one word"
    if type(node) is Scalar:
        message = f"`{node.value[:64]}` is not an id" if node.value else "the id is empty"
    suggestion = slug(node.value) if type(node) is Scalar and node.value else ""
    report_at(
        report,
        node,
        "AM102",
        message,
        f"Write for instance `{suggestion}`." if suggestion else "Use letters, digits and '-'.",
    )
    return False


def _claim(draft: ClaimDraft, report: Report, spans: Spans) -> Claim:
    nodes = draft.fields
    values = {
        key: node.value if type(node) is Scalar else plain(node)
        for key, node in nodes.items()
        if type(node) is not Scalar or node.value or node.quoted
    }
    values["id"] = draft.id
    values.setdefault("claim", "")
    claim = validate(Claim, values, nodes, report)
    if claim is None:
        claim = Claim(id=draft.id, claim="")
    spans.claims[claim.id] = _span(report, draft.node)
    if claim.cites:
        _note_cites(claim, nodes["cites"], report, spans)
    if claim.short and len(claim.short.split()) > MAX_SHORT_WORDS:
        report_at(
            report,
            nodes["short"],
            "AM111",
            f"`short` has {count(len(claim.short.split()), 'word')}",
            f"Shorten it to {MAX_SHORT_WORDS} words or fewer.",
        )
    return claim


def _note_cites(claim: Claim, node: Node, report: Report, spans: Spans) -> None:
    if type(node) is Sequence:
        for place, item in enumerate(node.items):
            spans.cites[claim.id, place] = _span(report, item)


def _span(report: Report, node: Node) -> Span:
    if type(node) is Mapping and node.keys:
        node = next(iter(node.keys.values()))
    mark = node.mark
    return Span(report.path, mark.line + 1, mark.column + 1, node.length or 1)


class _Links:
    """Makes the links; keeps what an undercut needs to find the link it attacks."""

    def __init__(self, report: Report, spans: Spans, traces: Traces, claims: set[str]) -> None:
        self.made: list[Link] = []
        self._traces = traces
        self._report = report
        self._spans = spans
        self._claims = claims
        self._by_draft: dict[int, Link] = {}
        self._ids = LinkIds()

    def add(self, draft: LinkDraft) -> None:
        """Make a link of a draft, unless an end of it is missing or both ends are one."""
        target = self._target(draft)
        premises = self._premises(draft)
        if draft.joint and len(premises) < 2:
            had = count(len(draft.premises), "premise") if draft.premises else "no premises"
            message = (
                f"`joint` has {had}" if len(draft.premises) < 2 else "`joint` has one premise left"
            )
            remedy = "Add the other one, or write it as a plain entry."
            report_at(self._report, draft.node, "AM109", message, remedy)
        if target is None or not premises:
            return
        if self._serves_itself(draft, premises, target):
            name = target if target in premises else premises[0]
            message = f"`{name}` cannot {_DOES[draft.kind]} itself"
            report_at(self._report, draft.node, "AM201", message, "Remove it here.")
            return
        values = {key: plain(node) for key, node in draft.fields.items()}
        values |= {
            "id": self._ids.give(link_id(premises, target)),
            "kind": draft.kind,
            "premises": premises,
            "target": target,
        }
        link = validate(Link, values, draft.fields, self._report)
        if link is not None:
            self.made.append(link)
            self._by_draft[id(draft)] = link
            first = draft.premises[0]
            told = first.node is draft.node and isinstance(first, ClaimDraft)  # the entry of both
            span = self._spans.claims[first.id] if told else _span(self._report, draft.node)
            self._spans.links[link.id] = span
            self._traces.links[id(draft.node)] = link.id

    def _target(self, draft: LinkDraft) -> str | None:
        if isinstance(draft.target, LinkDraft):
            attacked = self._by_draft.get(id(draft.target))
            return attacked.id if attacked else None
        return draft.target.id if self._known(draft.target) else None

    def _premises(self, draft: LinkDraft) -> list[str]:
        known = [premise.id for premise in draft.premises if self._known(premise)]
        return list(dict.fromkeys(known))

    def _known(self, draft: ClaimDraft | RefDraft) -> bool:
        if isinstance(draft, ClaimDraft) or draft.id in self._claims:
            return True
        guess = nearest(draft.id, self._claims) if len(self._claims) <= 20_000 else None
        report_at(
            self._report,
            draft.node,
            "AM103",
            f"there is no claim `{draft.id}`",
            f"Did you mean `{guess}`?" if guess else "Name a claim that the file states.",
        )
        return False

    def _serves_itself(self, draft: LinkDraft, premises: list[str], target: str) -> bool:
        if not isinstance(draft.target, LinkDraft):
            return target in premises
        attacked = self._by_draft[id(draft.target)]
        return attacked.kind is LinkKind.UNDERCUT and set(premises) == set(attacked.premises)


_DOES = {LinkKind.SUPPORT: "support", LinkKind.REBUTTAL: "rebut", LinkKind.UNDERCUT: "undercut"}
