"""Reading the entries under `claims:` into drafts of claims and links.

An entry is a plain line, a claim with its keys, a `ref:` to a claim stated elsewhere, or a group
of `joint:` premises. Drafts keep the order of the file; ids are given out and refs are resolved
afterwards, when every claim is known.
"""

from dataclasses import dataclass, field

from argmap.model import Claim, LinkKind
from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.report import Report
from argmap.store.values import report_at, report_unknown_key

CLAIM_KEYS = tuple(Claim.model_fields)
LINK_KEYS = ("strength", "warrant", "scheme", "basis")
CHILD_KEYS = {
    "supports": LinkKind.SUPPORT,
    "rebuttals": LinkKind.REBUTTAL,
    "undercuts": LinkKind.UNDERCUT,
}
ENTRY_KEYS = (*CLAIM_KEYS, *LINK_KEYS, *CHILD_KEYS, "joint", "ref")
_OF_CLAIMS = frozenset(CLAIM_KEYS)


@dataclass(slots=True, eq=False)
class ClaimDraft:
    """A claim as the file states it; `id` is empty until one is given out."""

    node: Node
    fields: dict[str, Node]
    id: str = ""


@dataclass(slots=True, eq=False)
class RefDraft:
    """A claim named by its id."""

    node: Scalar

    @property
    def id(self) -> str:
        """The id that it names."""
        return self.node.value


@dataclass(slots=True, eq=False)
class LinkDraft:
    """A link as the file draws it."""

    node: Node
    kind: LinkKind
    target: "ClaimDraft | RefDraft | LinkDraft"
    fields: dict[str, Node]
    joint: bool = False
    premises: list[ClaimDraft | RefDraft] = field(default_factory=list)


@dataclass(slots=True)
class _Visit:
    """An entry still to be read, and where it hangs: a new link to a target, or a given link."""

    node: Node
    kind: LinkKind | None = None
    target: ClaimDraft | RefDraft | LinkDraft | None = None
    joint: LinkDraft | None = None


class EntryReader:
    """Walks the entries with a stack, so that depth costs no recursion."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.claims: list[ClaimDraft] = []
        self.links: list[LinkDraft] = []
        self._stack: list[_Visit] = []

    def read(self, node: Node) -> None:
        """Read the value of `claims:`."""
        self._push_list(node, "claims", _Visit(node))
        while self._stack:
            visit = self._stack.pop()
            if type(visit.node) is Scalar:
                self._read_line(visit, visit.node)
            elif type(visit.node) is Mapping:
                self._read_mapping(visit, visit.node)
            else:
                report_at(
                    self.report,
                    visit.node,
                    "AM105",
                    "an entry is a text or a mapping, not a list",
                    "Remove one '- ' or one pair of brackets.",
                )

    def _push_list(self, node: Node, key: str, like: _Visit) -> None:
        if type(node) is Scalar and not node.value:
            return
        if type(node) is not Sequence:
            report_at(
                self.report,
                node,
                "AM105",
                f"`{key}` takes a list",
                "Start each entry on a line of its own with '- '.",
            )
            return
        self._stack.extend(
            _Visit(item, like.kind, like.target, like.joint) for item in reversed(node.items)
        )

    def _read_line(self, visit: _Visit, node: Scalar) -> None:
        draft = ClaimDraft(node, {"claim": node})
        if not node.value.strip():
            report_at(
                self.report, node, "AM107", "this entry is empty", "Write a claim, or remove it."
            )
            return
        self.claims.append(draft)
        self._connect(visit, draft, {})

    def _read_mapping(self, visit: _Visit, node: Mapping) -> None:
        values = node.values
        if "joint" in values:
            self._read_joint(visit, node)
        elif "ref" in values:
            self._read_ref(visit, node)
        else:
            self._read_claim(visit, node)

    def _read_claim(self, visit: _Visit, node: Mapping) -> None:
        fields: dict[str, Node] = {}
        link_fields: dict[str, Node] = {}
        for key, value in node.values.items():
            if key in _OF_CLAIMS:
                fields[key] = value
            elif key in LINK_KEYS:
                link_fields[key] = value
            elif key not in CHILD_KEYS:
                report_unknown_key(self.report, node.keys[key], ENTRY_KEYS, "a claim")
        draft = ClaimDraft(node, fields)
        stated = fields.get("claim")
        if stated is None or (type(stated) is Scalar and not stated.value.strip()):
            report_at(
                self.report,
                fields.get("id", node),
                "AM107",
                "this entry states no claim",
                "Add `claim: …`, or write `ref: ID` for a claim stated elsewhere.",
            )
        self.claims.append(draft)
        link = self._connect(visit, draft, link_fields, node)
        self._push_children(node, draft, link)

    def _read_ref(self, visit: _Visit, node: Mapping) -> None:
        ref = node.values["ref"]
        if type(ref) is not Scalar:
            report_at(
                self.report, ref, "AM105", "`ref` takes the id of one claim", "Write `ref: ID`."
            )
            return
        link_fields: dict[str, Node] = {}
        for key, value in node.values.items():
            if key in LINK_KEYS:
                link_fields[key] = value
            elif key in _OF_CLAIMS:
                self._misplaced(node, key, f"Write it where `{ref.value}` is stated.")
            elif key not in CHILD_KEYS and key != "ref":
                report_unknown_key(self.report, node.keys[key], ENTRY_KEYS, "a `ref` entry")
        draft = RefDraft(ref)
        if visit.target is None and visit.joint is None:
            if not node.values.keys() & {"supports", "rebuttals"}:
                report_at(
                    self.report,
                    ref,
                    "AM108",
                    "`ref` at the top level points at nothing",
                    "Remove it, or give it `supports:` or `rebuttals:`.",
                )
                return
            self._push_children(node, draft, None)
            return
        self._push_children(node, draft, self._connect(visit, draft, link_fields, node))

    def _read_joint(self, visit: _Visit, node: Mapping) -> None:
        link_fields: dict[str, Node] = {}
        for key, value in node.values.items():
            if key in LINK_KEYS:
                link_fields[key] = value
            elif key in ENTRY_KEYS and key not in {"joint", "undercuts"}:
                self._misplaced(node, key, "Write it at one of the premises.")
            elif key not in {"joint", "undercuts"}:
                known = (*LINK_KEYS, "undercuts", "joint")
                report_unknown_key(self.report, node.keys[key], known, "a `joint` entry")
        members = node.values["joint"]
        link = None
        if visit.target is None or visit.kind is None:
            report_at(
                self.report,
                node.keys["joint"],
                "AM108",
                "`joint` stands under no claim",
                "Move it under `supports:` or `rebuttals:` of the claim it bears on.",
            )
        else:
            link = LinkDraft(node.keys["joint"], visit.kind, visit.target, link_fields, joint=True)
            self.links.append(link)
        if link is not None and "undercuts" in node.values:
            self._push_list(
                node.values["undercuts"], "undercuts", _Visit(node, LinkKind.UNDERCUT, link)
            )
        self._push_list(members, "joint", _Visit(node, joint=link))

    def _connect(
        self,
        visit: _Visit,
        draft: ClaimDraft | RefDraft,
        fields: dict[str, Node],
        node: Mapping | None = None,
    ) -> LinkDraft | None:
        """Tie an entry to what it hangs under; None where it has no link of its own."""
        if visit.target is not None and visit.kind is not None:
            link = LinkDraft(draft.node, visit.kind, visit.target, fields, premises=[draft])
            self.links.append(link)
            return link
        if visit.joint is not None:
            visit.joint.premises.append(draft)
        if node is not None:
            remedy = (
                "Write it beside `joint:`."
                if visit.joint is not None
                else "Remove it, or move the entry under the claim it bears on."
            )
            for key in fields:
                self._misplaced(node, key, remedy)
        return None

    def _push_children(
        self, node: Mapping, draft: ClaimDraft | RefDraft, link: LinkDraft | None
    ) -> None:
        for key in reversed(node.values):
            kind = CHILD_KEYS.get(key)
            if kind is LinkKind.UNDERCUT and link is None:
                self._misplaced(node, key, "Undercuts attack a link; write them where the link is.")
                self._push_list(node.values[key], key, _Visit(node))
            elif kind is LinkKind.UNDERCUT:
                self._push_list(node.values[key], key, _Visit(node, kind, link))
            elif kind is not None:
                self._push_list(node.values[key], key, _Visit(node, kind, draft))

    def _misplaced(self, node: Mapping, key: str, remedy: str) -> None:
        report_at(self.report, node.keys[key], "AM108", f"`{key}` does not belong here", remedy)
