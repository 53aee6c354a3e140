"""Random map files as people write them: any style of quotes, brackets, comments and margins."""

from collections.abc import Iterator
from random import Random

_TEXTS = (
    "Buses are {}",
    "It costs too much: {} million",
    "Nobody said “{}”",
    "They'd walk, {} of them",
    "A #{} is no comment",
    'Say "{}" aloud',
    "{} \\ {}",
    "Fares, tolls [and] {{taxes}} of {}",
    "- {} minus one",
    "é 漢字 {}",
    "yes {}",
)
_CHILDREN = ("supports", "rebuttals")


class Handwritten:
    """Writes one file. Each claim, each comment and each text has a number of its own."""

    def __init__(self, chance: Random, size: int) -> None:
        self._chance = chance
        self._left = size
        self._number = 0
        self._ids: list[str] = []
        self._latest: list[str] = []
        self._sourced = False
        self._indent = chance.choice((0, 0, 2, 4))
        self._spaced = chance.random() < 0.3
        self._comments = chance.choice((0.0, 0.1, 0.4))
        self._brackets = chance.choice((0.0, 0.0, 0.2))

    def text(self) -> str:
        """The whole file."""
        chance = self._chance
        lines = [*self._above(0), "argmap: 1" + self._behind()]
        for key in ("title", "summary"):
            if chance.random() < 0.4:
                lines += [*self._above(0), f"{key}: {self._words()}{self._behind()}"]
        if chance.random() < 0.2:
            lines.append(f"sides: {{pro: For, con: 'Against'}}{self._behind()}")
        if self._spaced:
            lines.append("")
        lines += [*self._sources(), f"claims:{self._behind()}"]
        margin = chance.choice((0, 0, self._indent))
        top: list[list[str]] = []
        while self._left > 0:
            top.append(self._entry(margin, 0))
        lines += self._joined(top, margin)
        if chance.random() < self._comments:
            lines.append(f"# the end {self._next()}")
        newline = chance.choice(("\n", "\n", "\n", "\r\n"))
        return newline.join(lines) + chance.choice((newline, newline, ""))

    # -- pieces --------------------------------------------------------------------------

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _name(self) -> str:
        """A new id. It can be referred to once there is another, so seldom by its own children."""
        self._ids += self._latest
        self._latest = [f"c{self._next()}"]
        return self._latest[0]

    def _says(self, share: float) -> bool:
        return self._chance.random() < share

    def _above(self, margin: int) -> list[str]:
        if not self._says(self._comments):
            return []
        return [f"{' ' * margin}# above {self._next()}"]

    def _behind(self) -> str:
        return f"{' ' * self._chance.randint(1, 4)}# behind {self._next()}" * self._says(
            self._comments
        )

    def _plain_words(self) -> str:
        return self._chance.choice(_TEXTS).format(self._next(), self._number)

    def _words(self, *, flow: bool = False) -> str:
        """A text in any style that fits on its line."""
        words, style = self._plain_words(), self._chance.randrange(3)
        if style == 0:
            return "'" + words.replace("'", "''") + "'"
        if (
            style == 1
            or words[0] in "-'\""
            or any(sign in words for sign in (": ", " #", *(',[]{}"' if flow else "")))
        ):
            return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return words

    def _value(self, margin: int) -> list[str]:
        """A text behind a key at a margin, perhaps on several lines."""
        style = self._chance.randrange(6)
        inner = " " * (margin + self._chance.choice((1, 2, 4)))
        if style == 0:
            head = self._chance.choice(("|-", ">-", "|", "|+", ">", ">+"))
            gap = [""] * self._chance.randrange(2)
            return [
                head + self._behind(),
                f"{inner}{self._plain_words()}",
                *gap,
                f"{inner}and {self._next()} # more",
            ]
        if style == 1:
            first, second = self._next(), self._next()
            return [f'"Broken {first}', f'{inner}over {second} lines"{self._behind()}']
        if style == 2:
            return [
                f"Broken {self._next()}",
                f"{inner}over {self._next()} plain lines{self._behind()}",
            ]
        return [self._words() + self._behind()]

    def _sources(self) -> Iterator[str]:
        self._sourced = self._says(0.7)
        if not self._sourced:
            return
        yield f"sources:{self._behind()}"
        for name in ("s1", "s2")[: self._chance.randint(1, 2)]:
            yield from self._above(2)
            if self._says(0.3):
                yield f"  {name}: {{title: T {self._next()}, author: A}}{self._behind()}"
            else:
                yield f"  {name}:{self._behind()}"
                yield f"    title: {self._words()}{self._behind()}"
                if self._says(0.5):
                    yield f"    issued: '{1900 + self._next()}'{self._behind()}"

    # -- entries -------------------------------------------------------------------------

    def _joined(self, entries: list[list[str]], margin: int) -> list[str]:
        lines: list[str] = []
        for place, entry in enumerate(entries):
            if place and self._spaced:
                lines.append("")
            lines += [*self._above(margin), *entry]
        return lines

    def _entry(self, margin: int, depth: int) -> list[str]:
        """An item of a list of entries, its dash at a margin."""
        self._left -= 1
        form = self._chance.random()
        linked = depth > 0
        if self._says(self._brackets):
            return [f"{' ' * margin}- {self._in_brackets(2, linked=linked)}{self._behind()}"]
        if form < 0.25:
            return [f"{' ' * margin}- {self._words()}{self._behind()}"]
        if form < 0.4 and self._ids and linked:
            keys = [[f"ref: {self._chance.choice(self._ids)}{self._behind()}"]]
            keys += self._link_keys(margin + 2, depth)
        elif form < 0.55 and linked:
            keys = [self._joint(margin + 2, depth), *self._link_keys(margin + 2, depth)]
        else:
            keys = self._claim_keys(margin + 2)
            keys += self._link_keys(margin + 2, depth) if linked else []
            keys += self._children(_CHILDREN, margin + 2, depth)
        return self._laid_out(keys, margin)

    def _laid_out(self, keys: list[list[str]], margin: int) -> list[str]:
        inner = " " * (margin + 2)
        if self._says(0.1):
            self._chance.shuffle(keys)
        lines: list[str] = []
        for place, key in enumerate(keys):
            above = self._above(margin + 2) if place else []
            lines += [*above, f"{inner}{key[0]}", *key[1:]]
        if self._says(0.1):
            return [f"{' ' * margin}-{self._behind()}", *lines]
        return [f"{' ' * margin}- {lines[0].lstrip(' ')}", *lines[1:]]

    def _claim_keys(self, margin: int) -> list[list[str]]:
        chance = self._chance
        keys: list[list[str]] = []
        if self._says(0.6):
            keys.append([f"id: {self._name()}{self._behind()}"])
        said = self._value(margin)
        keys.append([f"claim: {said[0]}", *said[1:]])
        if self._says(0.3):
            keys.append([f"short: Short {self._next()}{self._behind()}"])
        if self._says(0.2):
            note = self._value(margin)
            keys.append([f"note: {note[0]}", *note[1:]])
        if self._says(0.2):
            keys.append([f"weight: 0.{chance.randint(1, 9)}{self._behind()}"])
        if self._says(0.2):
            keys.append(
                chance.choice(
                    (
                        [f"tags: [one, 'two']{self._behind()}"],
                        ["tags:", f"{' ' * margin}- one{self._behind()}", f"{' ' * margin}- two"],
                    )
                )
            )
        if self._sourced and self._says(0.3):
            keys.append(self._cites(margin))
        return keys

    def _cites(self, margin: int) -> list[str]:
        cites = [self._cite_in_brackets() for _ in range(self._chance.randint(1, 3))]
        if self._says(0.4):
            return [f"cites: [{', '.join(cites)}]{self._behind()}"]
        inner = " " * (margin + self._indent)
        lines = [f"cites:{self._behind()}"]
        for cite in cites:
            lines += [*self._above(len(inner)), f"{inner}- {cite}{self._behind()}"]
        if self._says(0.2):
            lines += [f"{inner}- source: s1", f"{inner}  quote: {self._words()}{self._behind()}"]
        if self._says(0.2):
            lines += [
                f"{inner}- start: {self._words()}{self._behind()}",
                *self._above(len(inner) + 2),
                f"{inner}  end: {self._words()}{self._behind()}",
                f"{inner}  source: s1",
            ]
        return lines

    def _cite_in_brackets(self) -> str:
        words = self._words(flow=True)
        forms = (
            f"{{source: s1, quote: {words}}}",
            f"{{source: s1, start: {words}, end: {words}}}",
            f"{{quote: {words}, note: {words}, source: s1}}",
        )
        return self._chance.choice(forms)

    def _link_keys(self, margin: int, depth: int) -> list[list[str]]:
        keys: list[list[str]] = []
        if self._says(0.2):
            keys.append([f"strength: 0.{self._chance.randint(1, 9)}{self._behind()}"])
        if self._says(0.2):
            words = self._value(margin)
            keys.append([f"warrant: {words[0]}", *words[1:]])
        return keys + self._children(("undercuts",), margin, depth)

    def _children(self, names: tuple[str, ...], margin: int, depth: int) -> list[list[str]]:
        found: list[list[str]] = []
        for name in names:
            if self._left <= 0 or not self._says(0.5):
                continue
            if self._says(self._brackets):
                items = ", ".join(self._in_brackets(2, linked=True) for _ in range(2))
                found.append([f"{name}: [{items}]{self._behind()}"])
                continue
            inner = margin + self._indent
            many = self._chance.randint(1, 3)
            entries = [self._entry(inner, depth + 1) for _ in range(many)]
            found.append([f"{name}:{self._behind()}", *self._joined(entries, inner)])
        return found

    def _joint(self, margin: int, depth: int) -> list[str]:
        inner = margin + self._indent
        members: list[list[str]] = []
        for _ in range(self._chance.choice((1, *(2, 3) * 6))):
            self._left -= 1
            if self._says(0.5):
                members.append([f"{' ' * inner}- {self._words()}{self._behind()}"])
            elif self._ids and self._says(0.3):
                members.append([f"{' ' * inner}- ref: {self._ids[-1]}{self._behind()}"])
            else:
                keys = self._claim_keys(inner + 2)
                keys += self._children(_CHILDREN, inner + 2, depth + 1)
                members.append(self._laid_out(keys, inner))
        return [f"joint:{self._behind()}", *self._joined(members, inner)]

    def _in_brackets(self, depth: int, *, linked: bool) -> str:
        self._left -= 1
        if self._says(0.5) or depth == 0:
            return self._words(flow=True)
        keys = [f"claim: {self._words(flow=True)}"]
        if self._says(0.5):
            keys.insert(0, f"id: {self._name()}")
        if self._says(0.3):
            keys.append(f"weight: 0.{self._chance.randint(1, 9)}")
        if linked and self._says(0.3):
            keys.append(f"strength: 0.{self._chance.randint(1, 9)}")
        if self._says(0.5):
            key = self._chance.choice(("rebuttals", *(("undercuts",) if linked else ())))
            keys.append(f"{key}: [{self._in_brackets(depth - 1, linked=True)}]")
        return "{" + ", ".join(keys) + "}"
