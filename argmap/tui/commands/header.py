"""The command that changes what the map says as a whole: title, motion, sides, sources."""

# ruff: noqa: D102 - `Command` says what these methods do

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.errors import RefusedEdit
from argmap.model import MapIndex, Source, edits
from argmap.text import count, ellipsis, slug
from argmap.tui.asking.prompts import Choice, Item, Option, Pick, TextPrompt
from argmap.tui.commands.asks import ask_for_edit, claim_items
from argmap.tui.commands.base import EditCommand, View

if TYPE_CHECKING:
    from argmap.model.edits import Edit

_ID_WORDS = 2
_NAME_CELLS = 40


class EditMap(EditCommand):
    """Change the map's title, summary, motion, names of the sides, and sources."""

    title, keys, group = "Title, motion, sides, sources", ("T",), "Change"

    @classmethod
    async def run(cls, view: View) -> None:
        match await view.ask(Choice("What to change of the map?", list(_options(view)))):
            case "t":
                await _ask_title(view)
            case "s":
                await _ask_summary(view)
            case "m":
                await _pick_motion(view)
            case "p":
                await _ask_side(view, "pro")
            case "c":
                await _ask_side(view, "con")
            case "a":
                await _add_source(view)
            case "o":
                await _change_source(view)


def _options(view: View) -> Iterator[Option]:
    index = view.state.index
    header = index.map
    yield Option("t", "title", header.title)
    yield Option("s", "summary", header.summary)
    if index.motion is not None:
        yield Option("m", "motion", index.claims[index.motion].claim)
    yield Option("p", "name of the side for the motion", header.sides.pro)
    yield Option("c", "name of the side against it", header.sides.con)
    yield Option("a", "add a source")
    if header.sources:
        yield Option("o", "change a source", count(len(header.sources), "source"))


async def _ask_title(view: View) -> None:
    prompt = TextPrompt("Title of the map", view.state.index.map.title, optional=True)
    await ask_for_edit(view, prompt, lambda words: edits.set_title(view.state.index, words))


async def _ask_summary(view: View) -> None:
    hint = "two or three sentences: what is argued about, and what the map is drawn from"
    value = view.state.index.map.summary
    prompt = TextPrompt("Summary of the map", value, hint=hint, optional=True)
    await ask_for_edit(view, prompt, lambda words: edits.set_summary(view.state.index, words))


async def _pick_motion(view: View) -> None:
    items = claim_items(view.state)
    if view.state.index.map.motion:
        items.insert(0, Item("", "the first claim that stands on its own", "as by default"))
    picked = await view.ask(
        Pick("Which claim is under debate?", items, "words of the claim", ids=True)
    )
    if picked is not None:
        view.apply(edits.set_motion(view.state.index, picked))


async def _ask_side(view: View, side: str) -> None:
    def name_side(words: str) -> "Edit":
        sides = view.state.index.map.sides
        return edits.set_sides(
            view.state.index, **{"pro": sides.pro, "con": sides.con, side: words}
        )

    value = getattr(view.state.index.map.sides, side)
    which = "for" if side == "pro" else "against"
    prompt = TextPrompt(f"Name of the side {which} the motion", value, optional=True)
    await ask_for_edit(view, prompt, name_side)


# -- sources -------------------------------------------------------------------------------


async def _add_source(view: View) -> None:
    title = await view.ask(TextPrompt("Title of the source", hint="as the document has it"))
    if title is None:
        return
    hint = "file with its text, below the map's folder; empty if it is not at hand"
    file = await view.ask(TextPrompt("File of the source", hint=hint, optional=True))
    if file is None:
        return

    def add(name: str) -> "Edit":
        if name in view.state.index.sources:
            raise RefusedEdit(f"There is a source `{name}` already.", "Choose another id.")
        return edits.set_source(view.state.index, name, {"title": title, "file": file})

    value = _free_id(view.state.index, title)
    prompt = TextPrompt("Id of the source", value, title, "a short word, as in `council`")
    await ask_for_edit(view, prompt, add)


def _free_id(index: MapIndex, title: str) -> str:
    name = slug(title, _ID_WORDS)
    taken = (f"{name}-{number}" for number in range(2, len(index.sources) + 3))
    return next(free for free in (name, *taken) if free not in index.sources)


async def _change_source(view: View) -> None:
    items = [
        Item(source.id, source.title or source.id, source.author)
        for source in view.state.index.map.sources
    ]
    picked: str | None = items[0].id
    if len(items) > 1:
        picked = await view.ask(Pick("Which source?", items, ids=True))
    if picked is None:
        return
    source = view.state.index.sources[picked]
    letters = {**_source_letters(), "i": "id"}
    options = [Option(key, name, getattr(source, name)) for key, name in letters.items()]
    options.append(Option("x", "remove it"))
    name = ellipsis(source.title or source.id, _NAME_CELLS)
    letter = await view.ask(Choice(f"What to change of {name}?", options))
    if letter == "x":
        view.apply(edits.remove_source(view.state.index, source.id))
    elif letter is not None:
        await _ask_source_field(view, source, letters[letter])


def _source_letters() -> dict[str, str]:
    """A letter for each field of a source: its first one that is free."""
    letters: dict[str, str] = {}
    for field in edits.SOURCE_FIELDS:
        free = next(letter for letter in field if letter not in {*letters, "i", "x"})
        letters[free] = field
    return letters


async def _ask_source_field(view: View, source: Source, field: str) -> None:
    def change(words: str) -> "Edit":
        if field == "id":
            return edits.rename_source(view.state.index, source.id, words)
        return edits.set_source(view.state.index, source.id, {field: words})

    prompt = TextPrompt(
        f"{field.capitalize()} of the source",
        getattr(source, field),
        source.title,
        Source.model_fields[field].description or "",
        lines=field == "note",
        optional=field != "id",
    )
    await ask_for_edit(view, prompt, change)
