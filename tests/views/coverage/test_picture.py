"""The picture of what there is: it says its numbers, and has the colours of where it stands."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from generator.views.coverage import picture, tables
from tests.scratch import Scratch
from tests.views.coverage.counted import counted

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_says_its_numbers(scratch: Scratch) -> None:
    """Well-formed, with a name and a description for who can't see it, and a number for every bar."""
    scratch.write("data/vocabularies/help.yml", '- {id: raar, label: "Zorg & <meer>"}\n')
    found = counted(scratch)
    drawing = ElementTree.fromstring(picture.picture(found))
    title, said = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None and title.text == "Hulp in Stein, per soort"
    assert said is not None and "Zorg & <meer>: niets" in (said.text or "")
    texts = ["".join(element.itertext()) for element in drawing.iter(f"{SVG}text")]
    for kind in found.single_kinds:
        label = texts.index(kind.term.label)
        total = found.of_kind(kind.term.id).total
        assert texts[label + 1].split()[0] == (str(total) if total else "niets")
    height = float(drawing.attrib["height"])
    assert all(float(element.attrib["y"]) < height for element in drawing.iter(f"{SVG}text"))
    assert not [e for e in drawing.iter() if "style" in e.attrib or e.tag in (f"{SVG}style", f"{SVG}script")]


def test_in_the_page_the_picture_has_the_colours_of_the_page(scratch: Scratch) -> None:
    """The same drawing as the file, without one colour of its own: dark is dark."""
    found = counted(scratch)
    drawn = str(tables.coverage(scratch.known(), "stein")["picture"])
    assert not re.search(r"#[0-9a-f]{6}|@\w", drawn) and "@" not in picture.picture(found).decode()
    texts = [
        ["".join(element.itertext()) for element in ElementTree.fromstring(one).iter(f"{SVG}text")]
        for one in (drawn, picture.picture(found))
    ]
    assert texts[0] == texts[1]
