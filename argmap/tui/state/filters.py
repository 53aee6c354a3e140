"""Filters typed on one line: ``con unanswered tag:cost -implicit lost fares``.

A word that is the name of a filter is one; any other word must occur in the claim, as in a
search. ``-`` before either means the opposite, and quotes make anything a text to look for.
All must hold; only of what excludes each other, such as ``pro con``, either will do.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.errors import UsageError
from argmap.model import LinkKind, MapIndex, Side, Stance
from argmap.model.needs import UNANSWERED, UNCITED, UNSUPPORTED, unanswered, uncited, unsupported
from argmap.text import nearest
from argmap.tui.state.texts import folded

_TOKEN = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_TEXT = "text"


@dataclass(frozen=True)
class Ground:
    """What filters look at."""

    index: MapIndex
    sides: Mapping[str, Side]
    texts: Callable[[], Mapping[str, str]]
    """Gives the folded words of every claim; only asked for where a filter holds words."""


class Term(NamedTuple):
    """One condition of a filter."""

    key: str
    value: str
    negated: bool


@dataclass(frozen=True)
class Filter:
    """Conditions on claims, as they were typed."""

    line: str
    terms: tuple[Term, ...]

    @property
    def words(self) -> str:
        """The words that every match holds, for marking them."""
        return " ".join(term.value for term in self.terms if term[::2] == (_TEXT, False))

    def matches(self, ground: Ground) -> list[str]:
        """The claims that meet all conditions, in the order of the file."""
        found: Iterable[str] = ground.index.claims
        for key, negated, values in _conditions(self.terms):
            holds = _HOLDS[key]
            found = [
                claim
                for claim in found
                if any(holds(ground, claim, value) for value in values) != negated
            ]
        return list(found)


def _conditions(terms: Iterable[Term]) -> list[tuple[str, bool, list[str]]]:
    """What must hold, key by key; the values of one condition are alternatives."""
    alternatives: dict[str, list[str]] = {}
    made: list[tuple[str, bool, list[str]]] = []
    for key, value, negated in terms:
        if negated or key not in _EITHER:
            made.append((key, negated, [value]))
        elif key in alternatives:
            alternatives[key].append(value)
        else:
            made.append((key, False, alternatives.setdefault(key, [value])))
    # Words last: they ask for the texts of all claims, the rest for little.
    return sorted(made, key=lambda condition: condition[0] == _TEXT)


# -- what each key asks ----------------------------------------------------------------------


def _on_side(ground: Ground, claim: str, value: str) -> bool:
    return claim != ground.index.motion and ground.sides.get(claim) == value


def _linked(ground: Ground, claim: str, value: str) -> bool:
    links = ground.index.links_from(claim)
    if value == "root":
        return not links
    if value == "joint":
        return any(link.joint for link in links)
    return any(link.kind == value for link in links)


_IS: dict[str, Callable[[MapIndex, str], bool]] = {
    UNANSWERED: unanswered,
    UNSUPPORTED: unsupported,
    UNCITED: uncited,
    "implicit": lambda index, claim: index.claims[claim].implicit,
    "assumed": lambda index, claim: index.claims[claim].assumed,
}


def _cites(ground: Ground, claim: str, value: str) -> bool:
    sources = ground.index.sources
    cited = {cite.source for cite in ground.index.claims[claim].cites}
    return any(
        folded(name) == value or (name in sources and value in folded(sources[name].title))
        for name in cited
    )


# A further key, such as a status, is a line here, and one in _VALUES where its values are few.
_HOLDS: dict[str, Callable[[Ground, str, str], bool]] = {
    "side": _on_side,
    "link": _linked,
    "is": lambda ground, claim, value: _IS[value](ground.index, claim),
    "stance": lambda ground, claim, value: ground.index.claims[claim].stance == value,
    "tag": lambda ground, claim, value: (
        value in {folded(tag) for tag in ground.index.claims[claim].tags}
    ),
    "source": _cites,
    "kind": lambda ground, claim, value: folded(ground.index.claims[claim].kind) == value,
    "speaker": lambda ground, claim, value: value in folded(ground.index.claims[claim].speaker),
    _TEXT: lambda ground, claim, value: value in ground.texts()[claim],
}
_VALUES: dict[str, tuple[str, ...]] = {
    "side": tuple(side.value for side in Side),
    "link": (*(kind.value for kind in LinkKind), "joint", "root"),
    "is": tuple(_IS),
    "stance": tuple(stance.value for stance in Stance),
}
_EITHER = {"side", "link", "stance", "kind"}
_NAMES = {value: key for key, values in _VALUES.items() for value in values}
"""Words that are filters by themselves."""


# -- reading a line --------------------------------------------------------------------------


def parse(line: str) -> Filter:
    """The filter that a line asks for.

    Raises:
        UsageError: a key or a value is none, as in ``side:blue``.
    """
    return Filter(" ".join(line.split()), tuple(map(_term, _TOKEN.findall(line))))


def _term(token: str) -> Term:
    negated = token.startswith("-") and len(token) > 1
    bare = token[1:] if negated else token
    key, colon, value = bare.partition(":")
    key, value = key.lower(), folded(value.replace('"', ""))
    if colon and key in _HOLDS:
        return Term(key, _checked(key, value), negated)
    if colon and value and (near := nearest(key, _HOLDS)):
        raise UsageError(f"There is no filter `{key}:`.", f"Did you mean `{near}:{value}`?")
    if bare.lower() in _NAMES:
        return Term(_NAMES[bare.lower()], bare.lower(), negated)
    return Term(_TEXT, folded(bare.replace('"', "")), negated)


def _checked(key: str, value: str) -> str:
    known = _VALUES.get(key)
    if not value:
        raise UsageError(
            f"`{key}:` needs a word right behind it.", f"As in `{key}:{_sample(key)}`."
        )
    if known is not None and value not in known:
        near = nearest(value, known)
        hint = f"Did you mean `{key}:{near}`?" if near else f"Known are {', '.join(known)}."
        raise UsageError(f"There is no `{key}:{value}`.", hint)
    return value


def _sample(key: str) -> str:
    return _VALUES.get(key, ("word",))[0]


def known_tokens(index: MapIndex) -> list[str]:
    """Every filter that could be typed for a map: the fixed words, then its tags, sources, …."""
    claims = index.claims.values()
    named = {
        "tag": {tag for claim in claims for tag in claim.tags},
        "source": {cite.source for claim in claims for cite in claim.cites},
        "kind": {claim.kind for claim in claims if claim.kind},
        "speaker": {claim.speaker for claim in claims if claim.speaker},
    }
    return [
        *_NAMES,
        *(f"{key}:{_quoted(value)}" for key, values in named.items() for value in sorted(values)),
    ]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value
