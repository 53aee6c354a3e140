"""Any edits one after the other leave a map that a file can hold."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import RefusedEdit
from argmap.model import Citation, LinkKind, Map, MapIndex, Role, outline
from argmap.model import edits as e
from argmap.model.edits import Edit
from argmap.model.same import equivalent
from argmap.store import loads
from argmap.store.write import write_map
from tests.conftest import examples
from tests.maps import maps
from tests.model.edits.cases import check_sound

TEXTS = st.sampled_from(["", "One.", "Two words", "One.", "[b]\x1b evil\n\n& more", "城市" * 30])
KINDS = [LinkKind.SUPPORT, LinkKind.REBUTTAL]


class Chooser:
    """Draws what an edit is about."""

    def __init__(self, data: st.DataObject, index: MapIndex) -> None:
        self.data = data
        self.index = index
        self.rows = outline(index)

    def of(self, values: list[str]) -> str:
        return self.data.draw(st.sampled_from(values or [""]))

    def claim(self) -> str:
        return self.of(list(self.index.claims))

    def link(self) -> str:
        return self.of(list(self.index.links))

    def at(self) -> int:
        return self.data.draw(st.integers(0, len(self.rows) - 1))

    def text(self) -> str:
        return self.data.draw(TEXTS)

    def kind(self) -> LinkKind:
        return self.data.draw(st.sampled_from(KINDS))

    def place(self) -> e.Place:
        makers: list[Callable[[], e.Place]] = [
            lambda: e.under(self.claim(), self.kind()),
            lambda: e.against(self.link()),
            lambda: e.joined(self.link()),
            lambda: e.beside(self.index, self.rows[self.at()]),
            lambda: e.AT_ROOT,
        ]
        return self.data.draw(st.sampled_from(makers))()

    def unnamed(self) -> set[str]:
        return set(self.index.claims) if self.data.draw(st.booleans()) else set()


def tree(chooser: Chooser) -> list[e.Sprout]:
    kinds = st.sampled_from(list(LinkKind))
    leaf = st.builds(e.Sprout, TEXTS, kinds)
    below = st.builds(e.Sprout, TEXTS, kinds, st.lists(leaf, max_size=2).map(tuple))
    sprouts = st.builds(e.Sprout, TEXTS, kinds, st.lists(below, max_size=2).map(tuple))
    return chooser.data.draw(st.lists(sprouts, max_size=3))


EDITS: dict[str, Callable[[Chooser], Edit]] = {
    "add_claim": lambda c: e.add_claim(c.index, c.text(), c.place()),
    "add_claims": lambda c: e.add_claims(c.index, tree(c), c.place()),
    "add_occurrence": lambda c: e.add_occurrence(c.index, c.claim(), c.place()),
    "reword": lambda c: e.set_field(c.index, c.claim(), "claim", c.text(), c.unnamed()),
    "shorten": lambda c: e.set_field(c.index, c.claim(), "short", c.text(), c.unnamed()),
    "note": lambda c: e.set_field(c.index, c.claim(), "note", c.text()),
    "weigh": lambda c: e.set_field(c.index, c.claim(), "magnitude", c.text()),
    "strength": lambda c: e.set_link_field(c.index, c.link(), "strength", "0.3"),
    "cite": lambda c: e.add_citation(c.index, c.claim(), Citation(source="s1", quote=c.text())),
    "uncite": lambda c: e.remove_citation(c.index, c.claim(), 0),
    "rename_source": lambda c: e.rename_source(c.index, "s1", c.of(["s2", "no id", "s1"])),
    "add_source": lambda c: e.set_source(c.index, "s1", {"title": c.text(), "note": c.text()}),
    "motion": lambda c: e.set_motion(c.index, c.of(["", *c.index.claims])),
    "title": lambda c: e.set_title(c.index, c.text()),
    "change_kind": lambda c: e.change_kind(c.index, c.link()),
    "move_under": lambda c: e.move_under(c.index, c.rows[c.at()], c.claim(), c.kind()),
    "move_in": lambda c: e.move_in(c.index, c.rows, c.at()),
    "move_out": lambda c: e.move_out(c.index, c.rows, c.at()),
    "up": lambda c: e.shift(c.index, c.rows[c.at()], -1),
    "down": lambda c: e.shift(c.index, c.rows[c.at()], 1),
    "remove_occurrence": lambda c: e.remove_occurrence(c.index, c.rows[c.at()]),
    "remove_claim": lambda c: e.remove_claim(c.index, c.claim()),
    "remove_branch": lambda c: e.remove_branch(c.index, c.claim()),
    "rename": lambda c: e.rename_claim(c.index, c.claim(), c.of(["x", "no id", c.claim()])),
    "split": lambda c: e.split_claim(
        c.index,
        c.claim(),
        (c.text(), c.text()),
        joint=c.data.draw(st.booleans()),
        unnamed=c.unnamed(),
    ),
    "merge": lambda c: e.merge_claims(c.index, c.claim(), c.claim()),
}


@given(maps(), st.data())
@settings(max_examples=examples(120))
def test_edits_leave_a_map_that_a_file_can_hold(argument_map: Map, data: st.DataObject) -> None:
    index = MapIndex(argument_map)
    for _ in range(data.draw(st.integers(1, 6))):
        if not index.claims:
            break
        name = data.draw(st.sampled_from(sorted(EDITS)))
        try:
            edit = EDITS[name](Chooser(data, index))
        except RefusedEdit as refused:
            check_refusal(refused)
            continue
        check_edit(index, edit)
        index = MapIndex(edit.map)
    text = write_map(index.map)
    loaded = loads(text)
    assert [found for found in loaded.diagnostics if found.severity == "error"] == []
    assert equivalent(loaded.index, index)


def check_refusal(refused: RefusedEdit) -> None:
    assert refused.message.endswith(".")
    assert refused.remedy.endswith((".", "?"))


def check_edit(before: MapIndex, edit: Edit) -> None:
    check_sound(edit.map)
    index = MapIndex(edit.map)
    rows = {row.key for row in outline(index)}
    assert edit.focus in {"", *rows}
    assert edit.name
    assert "\n" not in edit.name
    assert edit.links.keys() <= before.links.keys()
    assert set(edit.links.values()) <= index.links.keys()
    assert edit.claims.keys() <= before.claims.keys()
    assert set(edit.claims.values()) <= index.claims.keys()
    for claim in edit.map.claims:
        assert claim is before.claims.get(claim.id) or claim != before.claims.get(claim.id)
    for name in index.links.keys() - set(edit.links.values()):
        link, known = index.links[name], before.links.get(name)
        assert link is known or link != known


@given(maps(), st.data())
@settings(max_examples=examples(60))
def test_the_motion_stays_unless_it_is_what_was_edited(
    argument_map: Map, data: st.DataObject
) -> None:
    index = MapIndex(argument_map)
    name = data.draw(st.sampled_from(["add_claim", "add_occurrence", "remove_occurrence", "down"]))
    chooser = Chooser(data, index)
    chooser.rows = [row for row in chooser.rows if row.role is not Role.MOTION] or chooser.rows
    try:
        edit = EDITS[name](chooser)
    except RefusedEdit:
        return
    assert MapIndex(edit.map).motion == index.motion
