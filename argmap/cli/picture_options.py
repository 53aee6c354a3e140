"""The options of `argmap export` that say what a picture shows and how it looks."""

import argparse
import math
from collections.abc import Callable

from argmap.diagram.layout import LAYOUTS
from argmap.diagram.look.named import theme_named
from argmap.diagram.look.themes import THEMES
from argmap.diagram.options import Options
from argmap.diagram.pages.sheets import SLIDES
from argmap.diagram.view.choice import Choice
from argmap.model import Side

_LEAST_PT, _MOST_PT = 12, 96
_SLIDES = {name.lower(): name for name in SLIDES}


def add_picture_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options, in groups by what they are about."""
    _add_choice(parser.add_argument_group("what a diagram shows"))
    _add_look(parser.add_argument_group("how it looks"))
    _add_pages(parser.add_argument_group("slides"))
    _add_size(parser.add_argument_group("size of a PNG"))


def _add_choice(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--focus", metavar="ID", default="", help="this claim and what hangs under it"
    )
    group.add_argument(
        "--depth", metavar="N", type=_whole(0, 100_000), help="so many levels below the top"
    )
    group.add_argument(
        "--side", choices=("pro", "con"), help="the claims of one side, and what leads to them"
    )
    group.add_argument(
        "--only",
        metavar="TAG",
        action="append",
        default=[],
        help="claims with this tag, and what leads to them; repeatable",
    )
    group.add_argument(
        "--without",
        metavar="TAG",
        action="append",
        default=[],
        help="no claim with this tag, and nothing under one; repeatable",
    )
    group.add_argument(
        "--path-to",
        metavar="ID",
        default="",
        help="the way from the motion to this claim, and what stands at that way",
    )
    group.add_argument(
        "--labels",
        choices=("claim", "short", "both"),
        default="claim",
        help="what stands in the boxes (default: claim)",
    )
    group.add_argument(
        "--footnotes", action="store_true", help="number the claims' sources and name them below"
    )


def _add_look(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--layout",
        choices=tuple(LAYOUTS),
        default="hang",
        help="how the boxes are arranged (default: hang)",
    )
    group.add_argument(
        "--engine",
        choices=("builtin", "dot"),
        default="builtin",
        help="what arranges them; dot needs Graphviz (default: builtin)",
    )
    group.add_argument(
        "--theme",
        metavar="NAME|FILE",
        default="light",
        help=f"colours: {', '.join(THEMES)}, or a YAML file of your own (default: light)",
    )
    group.add_argument(
        "--colour-by",
        choices=("kind", "side", "tag"),
        default="kind",
        help="what colours stand for (default: kind)",
    )
    group.add_argument("--title", metavar="TEXT", help='instead of the map\'s; "" for none')
    group.add_argument("--caption", metavar="TEXT", default="", help="a line below the diagram")
    group.add_argument("--no-legend", action="store_true", help="leave out what the signs mean")


def _add_pages(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--slide",
        type=_slide,
        choices=tuple(SLIDES),
        help="draw on pages of exactly this size; a map that does not fit is spread over several",
    )
    group.add_argument(
        "--min-pt",
        metavar="N",
        type=_points,
        default=18.0,
        help="least size of text on a page, 12 or more; smaller takes fewer pages (default: 18)",
    )
    group.add_argument(
        "--build", action="store_true", help="a page for each step in which the map is told"
    )


def _add_size(group: argparse._ArgumentGroup) -> None:
    size = group.add_mutually_exclusive_group()
    size.add_argument(
        "--dpi",
        metavar="N",
        type=_whole(10, 1200),
        default=144,
        help="dots per inch (default: 144)",
    )
    size.add_argument("--width", metavar="N", type=_whole(16, 20_000), help="dots across")


def asked_for(options: argparse.Namespace) -> list[str]:
    """The options about pictures that were given and say something else than the default."""
    parser = argparse.ArgumentParser(add_help=False)
    add_picture_options(parser)
    return [
        action.option_strings[-1]
        for action in parser._actions  # noqa: SLF001 - argparse has no public list of them
        if getattr(options, action.dest) != action.default
    ]


def picture_options(options: argparse.Namespace) -> Options:
    """What was asked for.

    Raises:
        ArgmapError: there is no such theme, or its file is not one.
    """
    return Options(
        labels=options.labels,
        choice=Choice(
            focus=options.focus,
            depth=options.depth,
            side=Side(options.side) if options.side else None,
            only=frozenset(options.only),
            without=frozenset(options.without),
            path_to=options.path_to,
        ),
        engine=options.engine,
        layout=options.layout,
        theme=theme_named(options.theme),
        colour_by=options.colour_by,
        slide=options.slide or "",
        min_pt=options.min_pt,
        build=options.build,
        title=options.title,
        caption=options.caption,
        legend=not options.no_legend,
        sources=options.footnotes,
        dpi=options.dpi,
        width=options.width,
    )


def _slide(text: str) -> str:
    return _SLIDES.get(text.lower(), text)


def _points(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if _LEAST_PT <= number <= _MOST_PT:
        return number
    why = " (smaller text cannot be read from a seat: let the map take more pages)"
    raise argparse.ArgumentTypeError(
        f"takes points from {_LEAST_PT} to {_MOST_PT}, not `{text}`"
        f"{why if number < _LEAST_PT else ''}"
    )


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        found = int(text) if text.isdecimal() and len(text) < 10 else -1
        if not least <= found <= most:
            raise argparse.ArgumentTypeError(f"takes a number from {least} to {most}, not `{text}`")
        return found

    return number
