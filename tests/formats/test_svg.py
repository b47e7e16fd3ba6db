"""A picture that a site shows draws, and does nothing else."""

from __future__ import annotations

import pytest

from generator.engine import front
from generator.formats import svg

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def found(inside: str) -> list[tuple[str, str]]:
    return [(code, value) for _, _, code, value in svg.unsafe(f"{START}{inside}</svg>".encode())]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h10" fill="#127"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="fill: url(#a)"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a { fill: url('#a') }</style><title>on en script: maar woorden</title>",
        '<a href="over/"><text>verder</text></a>',
    ],
)
def test_what_only_draws_is_fine(inside: str) -> None:
    assert found(inside) == []


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        ("<script>1</script>", "script"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg"/>', "script"),
        ("<foreignObject/>", "foreignobject"),
        ('<rect onclick="x"/>', "onclick"),
        ('<rect ONLOAD="x"/>', "onload"),
    ],
)
def test_what_does_something_by_itself_is_found_where_it_stands(inside: str, value: str) -> None:
    assert found(inside) == [("svg-active", value)]
    assert svg.unsafe(f"{START}\n  {inside}</svg>".encode())[0][:2] == (2, 3)


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        ('<image href="https://elders.example/a.png"/>', "https://elders.example/a.png"),
        ('<image xlink:href="//elders.example/a.png"/>', "//elders.example/a.png"),
        ('<a href="java&#10;script:x"/>', "java\nscript:x"),
        ('<rect fill="url(https://elders.example/a.svg#b)"/>', "https://elders.example/a.svg#b"),
        ('<rect style="fill: u\\72l(//elders.example/a)"/>', "//elders.example/a"),
        ("<style>@import 'https://elders.example/a.css';</style>", "https://elders.example/a.css"),
        ("<style>/* a */ .a { background: url( 'http://elders.example/a' ) }</style>", "http://elders.example/a"),
        ('<set attributeName="href" to="https://elders.example/"/>', "https://elders.example/"),
        ('<image href="data:text/html,x"/>', "data:text/html,x"),
    ],
)
def test_what_leads_out_of_the_picture_is_found(inside: str, value: str) -> None:
    assert found(inside) == [("svg-outside", value)]


def test_what_stands_before_the_picture_counts_too() -> None:
    before = '<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!DOCTYPE svg [<!ENTITY naam "x">]>'
    codes = [code for _, _, code, _ in svg.unsafe(f"{before}{START}</svg>".encode())]
    assert codes == ["svg-outside", "svg-active"]
    usual = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert svg.unsafe(f"{usual}{START}</svg>".encode()) == []


@pytest.mark.parametrize(
    "content", [b"", b"<svg>", b"<svg></g>", b"\xff\xfe\x00", b'<?xml version="1.0" encoding="x-y"?><svg/>']
)
def test_a_picture_that_cannot_be_read_is_said_to_be_so(content: bytes) -> None:
    assert [code for _, _, code, _ in svg.unsafe(content)] == ["svg-broken"]


def test_our_own_pictures_only_draw() -> None:
    pictures = sorted(front().rglob("*.svg"))
    assert pictures
    assert [str(picture) for picture in pictures if svg.unsafe(picture.read_bytes())] == []
