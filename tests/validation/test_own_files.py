"""Files of an edition that are no records: they are looked into before anything is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path / "editie")


@pytest.mark.parametrize("name", ["logo.svg", "beelden/LOGO.SVG"])
def test_a_picture_that_does_something_is_not_published(name: str, scratch: Scratch) -> None:
    scratch.write(f"content/{name}", '<svg xmlns="http://www.w3.org/2000/svg">\n<script/>\n</svg>')
    (problem,) = scratch.problems()
    assert (scratch.inside(problem.file), problem.line, problem.code) == (f"content/{name}", 2, "svg-active")
    assert problem.severity == "fault"


def test_a_template_that_cannot_be_read_is_a_fault_on_its_line(scratch: Scratch) -> None:
    scratch.write("overrides/partials/voet.html", "<p>\n{% if %}\n</p>\n")
    scratch.write("overrides/partials/kop.html", "{% include 'partials/voet.html' %}{{ config.site_name }}\n")
    assert [(file, line, code) for file, line, _, code in scratch.found()] == [
        ("overrides/partials/voet.html", 2, "template-syntax")
    ]


def test_a_page_that_somebody_made_elsewhere_is_no_template(scratch: Scratch) -> None:
    """It is published as it is, whatever stands between braces in it."""
    scratch.write("content/kaart/index.html", b"<p>{% if %} {{ caf\xe9 }</p>")
    assert scratch.found() == []


def test_a_sheet_or_template_in_another_encoding_is_a_fault(scratch: Scratch) -> None:
    scratch.write("overrides/assets/eigen.css", b"/* \n caf\xe9 */")
    scratch.write("overrides/partials/voet.html", b"caf\xe9")
    assert scratch.found() == [
        ("overrides/assets/eigen.css", 2, 5, "encoding"),
        ("overrides/partials/voet.html", 1, 4, "encoding"),
    ]


def test_a_link_out_of_the_edition_is_refused_wherever_it_stands(scratch: Scratch) -> None:
    (scratch.root.parent / "geheim.txt").write_text("/stein/\n", "utf-8")
    for place in ("content/geheim.txt", "data/addresses.txt", "overrides/geheim.html"):
        (scratch.root / place).parent.mkdir(exist_ok=True)
        (scratch.root / place).symlink_to(scratch.root.parent / "geheim.txt")
    assert scratch.found() == [
        ("content/geheim.txt", 1, 1, "file-outside"),
        ("data/addresses.txt", 1, 1, "file-outside"),
        ("overrides/geheim.html", 1, 1, "file-outside"),
    ]
