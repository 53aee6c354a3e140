"""A user's own theme: colours and a font, with mistakes told at their place, and nothing else."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.compose import compose
from argmap.diagram.look.contrast import contrast
from argmap.diagram.look.named import theme_named
from argmap.diagram.look.own import OwnTheme, load_theme
from argmap.diagram.look.theme import OTHER, Theme
from argmap.diagram.look.themes import THEMES
from argmap.diagram.look.weak import weaknesses
from argmap.diagram.view import Kind, view
from argmap.diagram.writers.png import write_png
from argmap.diagram.writers.svg import write_svg
from argmap.errors import FileError, UsageError
from tests.diagram.maps import buses


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.yaml"


def loaded(file: Path, text: str) -> Theme:
    file.write_text(text, "utf-8")
    return load_theme(file)


def refused(file: Path, text: str) -> str:
    """The whole text of the error, without the folder."""
    with pytest.raises(FileError) as caught:
        loaded(file, text)
    return f"{caught.value.message}\n{caught.value.remedy}".replace(f"{file.parent}/", "")


def test_what_is_not_named_is_that_of_the_theme_below(file: Path) -> None:
    theme = loaded(file, 'based on: dark\nbackground: "#0a0b0c"\nundercut: {fill: "#102030"}\n')
    dark = THEMES["dark"]
    assert theme.background == "#0A0B0C"
    assert theme.looks[Kind.UNDERCUT].fill == "#102030"
    assert theme.looks[Kind.UNDERCUT].stripe == dark.looks[Kind.UNDERCUT].stripe
    assert theme.looks[Kind.SUPPORT] == dark.looks[Kind.SUPPORT]
    assert (theme.text, theme.line, theme.tints) == (dark.text, dark.line, dark.tints)
    assert theme.warnings == ()


def test_without_a_base_it_is_light(file: Path) -> None:
    assert loaded(file, 'text: "#000000"\n').looks == THEMES["light"].looks


def test_a_stripe_brings_its_border_and_a_sign_that_can_be_seen(file: Path) -> None:
    theme = loaded(
        file,
        'support: {stripe: "#003366"}\nrebuttal: {stripe: "#FFEE00", border: "#554400"}\n',
    )
    support, rebuttal = theme.looks[Kind.SUPPORT], theme.looks[Kind.REBUTTAL]
    assert (support.border, support.sign) == ("#003366", "#FFFFFF")
    assert (rebuttal.border, rebuttal.sign) == ("#554400", "#000000")
    assert rebuttal.dashes == THEMES["light"].looks[Kind.REBUTTAL].dashes


def test_tints_replace_the_first_ones(file: Path) -> None:
    theme = loaded(file, 'tints:\n- {stripe: "#003366"}\n')
    assert theme.tints[0].stripe == "#003366"
    assert theme.tints[1:] == THEMES["light"].tints[1:]


def test_mistakes_are_told_at_their_place_with_a_remedy(file: Path) -> None:
    told = refused(
        file,
        'based on: drak\nbackgroud: "#101418"\ntext: #FFFFFF\nline: red\n'
        'support: {stripe: "#3CCFA3", filll: "#0F3329"}\nanswer: [1]\n',
    )
    assert told.splitlines() == [
        "mine.yaml:1:11: `based on` names no theme, not “drak”",
        "Did you mean `dark`? Themes: light, dark, grey, contrast.",
        "mine.yaml:2:1: `backgroud` is not a key of a theme. Did you mean `background`?",
        "mine.yaml:3:6: `text` lacks its colour."
        ' Put it in quotes, as in "#1A2B3C": # begins a comment.',
        "mine.yaml:4:7: `line` takes a colour, not “red”."
        ' Write it in quotes as "#RRGGBB", for instance "#1A2B3C".',
        "mine.yaml:5:30: `filll` is not a key of `support`. Did you mean `fill`?",
        "mine.yaml:6:9: `answer` takes a mapping of keys. Write it as `{key: text}`.",
    ]


def test_many_mistakes_are_counted(file: Path) -> None:
    told = refused(file, "".join(f"wrong{number}: 1\n" for number in range(50)))
    assert "There are 40 more faults." in told
    assert len(told.splitlines()) == 12


@pytest.mark.parametrize(
    "font",
    [
        'x" onload="alert(1)',
        "<script>",
        "x'; fill: red",
        "a/b",
        "url(x)",
        "x" * 81,
        " , ",
        "Ünicode",
        "",
    ],
)
def test_markup_in_a_font_is_refused(file: Path, font: str) -> None:
    quoted = font.replace("'", "''")
    told = refused(file, f"font: '{quoted}'\n")
    assert told.startswith("mine.yaml:1:7: `font` takes names of font families")


def test_a_font_comes_first_in_svg_and_is_said_to_be_a_guess(file: Path) -> None:
    theme = loaded(file, "font: Open Sans, serif\n")
    svg = write_svg(compose(view(buses())), theme, embed=False)
    assert "font-family=\"'Open Sans', serif, Roboto, Arial" in svg
    assert "measured in Roboto" in theme.warnings[0]


def test_png_stays_in_the_font_that_was_measured(file: Path) -> None:
    scene = compose(view(buses()))
    assert write_png(scene, 72, loaded(file, "font: serif\n")) == write_png(scene, 72)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=90))
def test_no_font_that_is_taken_can_leave_its_attribute(font: str) -> None:
    try:
        taken = OwnTheme.model_validate({"font": font}).theme()
    except ValueError:
        return
    assert not set('<>&";(){}\\') & set(taken.families)
    assert taken.families.count("'") % 2 == 0


@pytest.mark.parametrize("colour", ["url(#x)", "#12345", "#1234567", "#GG0000", "#12345\n", "red"])
def test_only_plain_colours_are_taken(file: Path, colour: str) -> None:
    escaped = colour.replace("\n", "\\n")
    assert "mine.yaml:1:7: `text` takes a colour" in refused(file, f'text: "{escaped}"\n')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "just words\n",
        "a: b: c\n",
        "text: &x '#000000'\nline: *x\n",
        "text: !!python/object:os.system '#000000'\n",
        "based on: [light]\n",
        "support: {stripe: {stripe: {stripe: {stripe: {a: b}}}}}\n",
        "tints: '#000000'\n",
        "tints: [" + "{stripe: '#000000'}, " * (OTHER + 1) + "]\n",
        "[" * 5000,
        "? {a: b}\n: c\n",
        "text: '#000000'\ntext: '#000000'\n",
        "text: '#000000'\n---\ntext: '#000000'\n",
        "\ufffe\u202e: 1\n",
    ],
)
def test_anything_else_is_refused_with_a_remedy(file: Path, text: str) -> None:
    first, *remedy = refused(file, text).splitlines()
    assert first.startswith("mine.yaml:")
    assert remedy
    assert all(remedy)
    assert not any("claim" in line or "ref:" in line for line in remedy), "no advice on maps"


@pytest.mark.parametrize("data", [b"\xff\xfet\0", b"\0" * 50, b"text: '\xe9'\n", b"#" * 200_000])
def test_what_is_no_text_is_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(FileError) as caught:
        load_theme(file)
    assert caught.value.remedy


@given(text=st.text(max_size=60), key=st.sampled_from(["", "text: ", "tints: ", "font: "]))
def test_no_text_makes_it_fail_otherwise(
    text: str, key: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(key + text, "utf-8", "surrogatepass")
    with contextlib.suppress(FileError):
        assert load_theme(file).tints


def test_poor_contrast_is_told_with_the_colours_and_the_ratio(file: Path) -> None:
    theme = loaded(file, 'answer: {fill: "#1A1A1A"}\n')
    assert theme.warnings[0] == (
        "The theme's text #1A1A1A on fill of answer #1A1A1A has a contrast of 1.0:1;"
        " 4.5:1 can be read well."
    )
    assert contrast("#1A1A1A", "#1A1A1A") == 1


def test_much_poor_contrast_is_summed_up(file: Path) -> None:
    theme = loaded(file, 'based on: dark\nbackground: "#FEFEFE"\n')
    assert len(theme.warnings) == 5
    assert theme.warnings[-1].endswith("more pairs like that.")


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_no_built_in_theme_is_weak(theme: Theme) -> None:
    assert weaknesses(theme) == []
    assert weaknesses(theme.without_hues()) == []


def test_themes_go_by_name_or_file(file: Path) -> None:
    assert theme_named("grey") is THEMES["grey"]
    file.write_text('text: "#000000"\n')
    assert theme_named(str(file)).text == "#000000"


@pytest.mark.parametrize("name", ["drak", "", "x" * 5000, "Light\n"])
def test_an_unknown_name_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        theme_named(name)
    assert "Themes: light, dark, grey, contrast; or name a file" in caught.value.remedy


@pytest.mark.parametrize("name", ["no.yaml", "a/\0b", ".", "/" + "x" * 5000])
def test_a_file_that_cannot_be_read_is_told(name: str) -> None:
    with pytest.raises(FileError):
        theme_named(name)
