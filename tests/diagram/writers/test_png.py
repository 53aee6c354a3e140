"""PNG: text is really drawn, size and memory are bounded, missing letters are named."""

import struct
import zlib

import pytest

from argmap.diagram import Options, draw
from argmap.diagram.compose import compose
from argmap.diagram.view import view
from argmap.diagram.writers import png
from argmap.errors import UsageError
from argmap.model import MapIndex
from tests.diagram.maps import buses, chain, claim, indexed
from tests.diagram.writers.decks import full


def size_of(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return int(width), int(height)


def pixels_of(data: bytes) -> bytes:
    """The picture's compressed rows, unpacked: equal pictures give equal bytes."""
    rows, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            rows += data[at + 8 : at + 8 + length]
        at += 12 + length
    return zlib.decompress(rows)


@pytest.mark.parametrize(("dpi", "zoom"), [(72, 1), (144, 2), (36, 0.5)])
def test_the_size_follows_the_resolution(dpi: int, zoom: float) -> None:
    scene = compose(view(buses()))
    size = size_of(draw(buses(), "png", Options(dpi=dpi)).data)
    assert size == (round(scene.width * zoom), round(scene.height * zoom))


def test_other_text_gives_another_picture_of_the_same_size() -> None:
    one = draw(indexed(claim("a", "Trams are late.")), "png").data
    other = draw(indexed(claim("a", "Buses are late.")), "png").data
    assert size_of(one) == size_of(other)
    assert pixels_of(one) != pixels_of(other)


def test_drawing_twice_gives_the_same_bytes() -> None:
    assert draw(buses(), "png").data == draw(buses(), "png").data


def test_a_picture_too_long_is_drawn_coarser_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "LONGEST_SIDE", 500)
    picture = draw(chain(40), "png")
    assert max(size_of(picture.data)) <= 500
    assert "At 144 dpi the picture would be too large" in picture.warnings[0]


def test_a_picture_of_too_many_pixels_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 10_000)
    width, height = size_of(draw(buses(), "png").data)
    assert 8_000 < width * height < 11_000


def test_letters_that_nothing_can_draw_are_named() -> None:
    picture = draw(indexed(claim("a", "A private sign: \U0010abcd.")), "png")
    assert picture.warnings == ("No font on this machine was found to draw: \U0010abcd",)
    assert size_of(picture.data)[0] > 0


def test_plain_text_warns_of_nothing() -> None:
    assert draw(buses(), "png").warnings == ()


def test_an_empty_map_gives_a_picture() -> None:
    empty: MapIndex = indexed()
    assert size_of(draw(empty, "png").data)[0] > 100


def test_no_resolution_is_refused() -> None:
    with pytest.raises(UsageError, match="0 dpi"):
        draw(buses(), "png", Options(dpi=0))


@pytest.mark.parametrize("width", [1, 333, 1280, 1921])
def test_the_width_is_as_asked(width: int) -> None:
    scene = compose(view(buses()))
    for shown in (scene, full().pages[0].scene, scene._replace(width=841.89, height=595.28)):
        size = size_of(png.write_png(shown, width=width)[0])
        assert size[0] == width
        assert abs(size[1] - width * shown.height / shown.width) <= 1


@pytest.mark.parametrize("width", [0, -5, 16_385, 10**9])
def test_no_width_and_too_much_of_it_are_refused(width: int) -> None:
    with pytest.raises(UsageError, match="pixels"):
        png.write_png(compose(view(buses())), width=width)


def test_a_high_picture_is_narrower_than_asked_and_says_so() -> None:
    written, warnings = png.write_png(compose(view(chain(300))), width=16_000)
    width, height = size_of(written)
    assert width * height <= png.MOST_PIXELS * 1.01
    assert f"drawn at {width:,} pixels" in warnings[0]


def test_everything_of_a_page_is_drawn() -> None:
    scene = full().pages[0].scene
    drawn = pixels_of(png.write_png(scene, 72)[0])
    for less in (
        scene._replace(plates=()),
        scene._replace(around=()),
        scene._replace(legend=scene.legend[:1]),
        scene._replace(boxes=tuple(box._replace(more=None) for box in scene.boxes)),
    ):
        assert pixels_of(png.write_png(less, 72)[0]) != drawn
