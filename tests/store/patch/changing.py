"""Random edits of every kind."""

from collections.abc import Callable
from random import Random

from argmap.errors import RefusedEdit
from argmap.model import Citation, LinkKind
from argmap.model import edits as made
from argmap.model.edits import Edit, Place, Sprout
from argmap.model.outline import outline
from argmap.store.load import Loaded

_WORDS = ("Other words", "It pays: a lot", 'He said "no"', "- dash", "Fares, tolls", "no", "été 漢")


def random_edit(loaded: Loaded, chance: Random) -> Edit | None:
    """An edit of the map; None where the one that was tried makes no sense there."""
    try:
        return chance.choice(_KINDS)(_Picked(loaded, chance))
    except (RefusedEdit, IndexError):
        return None


class _Picked:
    """Random things of one map; an empty map has none."""

    def __init__(self, loaded: Loaded, chance: Random) -> None:
        self.index, self.unnamed, self.chance = loaded.index, loaded.unnamed, chance
        self.rows = outline(loaded.index)

    @property
    def claim(self) -> str:
        return self.chance.choice(list(self.index.claims))

    @property
    def link(self) -> str:
        return self.chance.choice(list(self.index.links))

    @property
    def at(self) -> int:
        return self.chance.randrange(max(1, len(self.rows)))

    @property
    def text(self) -> str:
        return f"{self.chance.choice(_WORDS)} {self.chance.randrange(1000)}"

    @property
    def kind(self) -> LinkKind:
        return self.chance.choice((LinkKind.SUPPORT, LinkKind.REBUTTAL))

    @property
    def place(self) -> Place:
        which = self.chance.randrange(6)
        if which == 0 or not self.index.claims:
            return made.AT_ROOT
        if which == 1 and self.index.links:
            return made.against(self.link)
        if which == 2 and self.index.links:
            return made.joined(self.link)
        if which == 3:
            return made.beside(self.index, self.rows[self.at])
        return made.under(self.claim, self.kind)

    @property
    def citation(self) -> Citation:
        source = self.chance.choice(list(self.index.sources))
        words: tuple[dict[str, str], ...] = (
            {"quote": self.text},
            {"start": self.text, "end": self.text},
            {"quote": self.text, "page": "4", "note": self.one_of("Why", "Two\nlines")},
            {"start": self.text, "end": self.text, "prefix": "so", "note": "Why"},
        )
        return Citation(source=source, **self.chance.choice(words))

    def one_of(self, *values: str) -> str:
        return self.chance.choice(values)


def _tree(pick: _Picked) -> Edit:
    deep = Sprout(pick.text, LinkKind.UNDERCUT)
    group = Sprout("", LinkKind.REBUTTAL, (Sprout(pick.text), Sprout(pick.text), deep))
    tree = Sprout(pick.text, pick.kind, (Sprout(pick.text, pick.kind, (deep,)), group))
    return made.add_claims(pick.index, (tree, Sprout(pick.text)), pick.place)


def _field(name: str, *values: str) -> "Callable[[_Picked], Edit]":
    return lambda pick: made.set_field(
        pick.index, pick.claim, name, pick.one_of(*values), pick.unnamed
    )


def _link_field(name: str, *values: str) -> "Callable[[_Picked], Edit]":
    return lambda pick: made.set_link_field(pick.index, pick.link, name, pick.one_of(*values))


_KINDS: tuple[Callable[[_Picked], Edit], ...] = (
    lambda pick: made.add_claim(pick.index, pick.text, pick.place),
    lambda pick: made.add_claim(pick.index, pick.text, pick.place),
    lambda pick: made.add_occurrence(pick.index, pick.claim, pick.place),
    lambda pick: made.add_occurrence(pick.index, pick.claim, pick.place),
    _tree,
    lambda pick: made.set_field(pick.index, pick.claim, "claim", pick.text, pick.unnamed),
    _field("short", "", "Two words", "Short: one"),
    _field("note", "", "A note", "Two\nlines", "With a gap\n\nin it", "With a # sign"),
    _field("weight", "", "0.3", "1"),
    _field("tags", "", "one", "one, three: four"),
    _field("implicit", "yes", "no"),
    _field("stance", "", "pro"),
    _field("magnitude", "", "vast", "so, so"),
    _link_field("strength", "", "0.3"),
    _link_field("warrant", "", "Because", "Since: so", "Lines\nof it"),
    _link_field("basis", "", "inferred"),
    lambda pick: made.add_citation(pick.index, pick.claim, pick.citation),
    lambda pick: made.remove_citation(pick.index, pick.claim, pick.chance.randrange(3)),
    lambda pick: made.replace_citation(
        pick.index, pick.claim, pick.chance.randrange(3), pick.citation
    ),
    lambda pick: made.move_under(
        pick.index, pick.rows[pick.at], pick.claim, pick.chance.choice((None, pick.kind))
    ),
    lambda pick: made.move_under(pick.index, pick.rows[pick.at], pick.claim),
    lambda pick: made.move_in(pick.index, pick.rows, pick.at),
    lambda pick: made.move_out(pick.index, pick.rows, pick.at),
    lambda pick: made.change_kind(pick.index, pick.link),
    lambda pick: made.shift(pick.index, pick.rows[pick.at], pick.chance.choice((-1, 1))),
    lambda pick: made.shift(pick.index, pick.rows[pick.at], pick.chance.choice((-1, 1))),
    lambda pick: made.remove_occurrence(pick.index, pick.rows[pick.at]),
    lambda pick: made.remove_claim(pick.index, pick.claim),
    lambda pick: made.remove_branch(pick.index, pick.claim),
    lambda pick: made.rename_claim(pick.index, pick.claim, f"r{pick.chance.randrange(1000)}"),
    lambda pick: made.merge_claims(pick.index, pick.claim, pick.claim),
    lambda pick: made.split_claim(
        pick.index,
        pick.claim,
        (pick.text, pick.text),
        joint=pick.chance.random() < 0.5,
        unnamed=pick.unnamed,
    ),
    lambda pick: made.set_title(pick.index, pick.one_of("", pick.text)),
    lambda pick: made.set_summary(pick.index, pick.one_of("", pick.text)),
    lambda pick: made.set_motion(pick.index, pick.chance.choice(("", pick.claim))),
    lambda pick: made.set_sides(pick.index, pick.one_of("", "Us"), pick.one_of("", "Them: all")),
    lambda pick: made.set_source(
        pick.index,
        f"s{pick.chance.randrange(4)}",
        {"title": pick.one_of("", pick.text), "note": pick.one_of("", "Two\nlines")},
    ),
    lambda pick: made.remove_source(pick.index, pick.chance.choice(list(pick.index.sources))),
    lambda pick: made.rename_source(
        pick.index, pick.chance.choice(list(pick.index.sources)), f"t{pick.chance.randrange(9)}"
    ),
)
