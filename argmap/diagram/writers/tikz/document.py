r"""A complete Beamer document with a frame for each page.

Every frame is a picture of absolute places, so it can be copied into other slides together with
what stands before ``\begin{document}``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.diagram.look.theme import LIGHT, Theme
from argmap.diagram.pages.page import Deck, Page
from argmap.diagram.scene import Scene
from argmap.diagram.writers.tikz.escaping import beyond_latin, escape
from argmap.diagram.writers.tikz.picture import Picture, colours

_CENTIMETRE = 28.45274
"""In points of TeX, of which there are 72.27 to the inch."""


class Paper(NamedTuple):
    """A size of slides that Beamer knows by number, in centimetres."""

    number: str
    width: float
    height: float


_PAPERS = (Paper("169", 16, 9), Paper("43", 12.8, 9.6), Paper("141", 14.85, 10.5))
_ALIKE = 0.01


def write_tikz(deck: Deck, theme: Theme = LIGHT) -> tuple[str, list[str]]:
    """A deck as a LaTeX document, and warnings. All its pages should have the same shape."""
    paper = _paper(deck.pages[0].scene)
    anchors = frozenset(page.anchor for page in deck.pages)
    frames = ["\n".join(_frame(page, paper, anchors, theme)) for page in deck.pages]
    text = "\n\n".join([*_preamble(deck, paper, theme), *frames, "\\end{document}\n"])
    return text, _warnings(deck)


def _paper(scene: Scene) -> Paper:
    """The paper of the scene's shape; one of its own where Beamer knows none."""
    shape = scene.width / scene.height
    for paper in _PAPERS:
        if abs(paper.width / paper.height - shape) < _ALIKE:
            return paper
    return Paper("", 16, round(16 / shape, 3))


def _preamble(deck: Deck, paper: Paper, theme: Theme) -> Iterator[str]:
    options = f"[aspectratio={paper.number}]" if paper.number else ""
    size = f"{{{paper.width:g}cm,{paper.height:g}cm}}"
    yield (
        "% An argument map for Beamer. Run pdflatex or lualatex on it twice.\n"
        "% With \\setbeameroption{show notes} there is a page of notes behind each slide."
    )
    yield f"\\documentclass{options}{{beamer}}" + (
        "" if paper.number else f"\n\\geometry{{papersize={size}}}"
    )
    yield _FONTS
    yield _COMMANDS
    yield "\n".join(
        f"\\definecolor{{{name}}}{{HTML}}{{{colour.removeprefix('#')}}}"
        for name, colour in colours(theme).items()
    )
    yield "\\setbeamertemplate{navigation symbols}{}\n\\setbeamercolor{background canvas}{bg=paper}"
    about = [f"\\title{{{escape(deck.title or 'Argument map')}}}"]
    if deck.summary:
        about.append(f"\\subject{{{escape(deck.summary)}}}")
    yield "\n".join(about)
    yield "\\begin{document}"


def _frame(page: Page, paper: Paper, anchors: frozenset[str], theme: Theme) -> Iterator[str]:
    scene = page.scene
    width, height = paper.width * _CENTIMETRE, paper.height * _CENTIMETRE
    scale = min(width / scene.width, height / scene.height)
    left, top = (width - scale * scene.width) / 2, (height - scale * scene.height) / 2
    shifts = f",xshift={left:.3f}pt,yshift=-{top:.3f}pt" if max(left, top) > 0.5 else ""
    if page.name:
        yield f"% {escape(page.name)}"
    yield f"\\begin{{frame}}[plain,label={page.anchor}]"
    yield (
        "\\begin{tikzpicture}[remember picture,overlay,shift={(current page.north west)},"
        f"x={scale:.5f}pt,y=-{scale:.5f}pt{shifts}]"
    )
    yield from Picture(scene, theme, scale, anchors).commands()
    yield "\\end{tikzpicture}"
    notes = [escape(line.strip()) for line in page.notes.split("\n") if line.strip()]
    if notes:
        yield "\\note{" + "\\par\n".join(notes) + "}"
    yield "\\end{frame}"


def _warnings(deck: Deck) -> list[str]:
    shown = {line for page in deck.pages for text in page.scene.texts() for line in text.lines}
    lacking = beyond_latin(shown | {page.notes for page in deck.pages})
    if not lacking:
        return []
    return [
        "The usual fonts of LaTeX lack these characters, and pdflatex draws boxes for them:"
        f" {' '.join(lacking[:60])}. Use lualatex, with a font that has them."
    ]


_FONTS = r"""\usepackage{iftex}
\iftutex
  \usepackage{fontspec}
  \IfFontExistsTF{Roboto}{\setsansfont{Roboto}}{}
\else
  \usepackage[T1]{fontenc}
  \usepackage{lmodern}
  \makeatletter
  \def\UTFviii@undefined@err#1{\rule{.5em}{.7em}} % signs that the font does not have
  \makeatother
\fi"""

_COMMANDS = r"""\usepackage{tikz}
\newsavebox\mapbox
% \maptext{x}{y}{size}{room}{colour}{text}: one line, narrowed where it would not fit
\newcommand\maptext[6]{\node[anchor=base west,inner sep=0pt,text=#5] at (#1,#2)
  {\fontsize{#3}{#3}\selectfont\sbox\mapbox{#6}%
  \ifdim\wd\mapbox>#4\resizebox{#4}{\height}{\usebox\mapbox}\else\usebox\mapbox\fi};}
% \maparea{x}{y}{width}{height}{slide}: a part of the picture that leads to another slide
\newcommand\maparea[5]{\node[anchor=north west,inner sep=0pt] at (#1,#2)
  {\hyperlink{#5}{\phantom{\rule{#3}{#4}}}};}"""
