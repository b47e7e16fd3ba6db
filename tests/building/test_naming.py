"""What a build read is named before it is read, and what was written meanwhile is made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.building.naming import Named
from generator.building.output import Output
from tests.building.saying import Saying
from tests.scratch import Scratch

WRITES: Mapping[str, Callable[[Scratch], object]] = {
    "the settings": lambda scratch: scratch.write("mkdocs.yml", (scratch.root / "mkdocs.yml").read_bytes()),
    "prose": lambda scratch: scratch.write("content/over.md", (scratch.root / "content/over.md").read_bytes()),
    "a picture": lambda scratch: scratch.write("content/foto.png", b"nieuw"),
    "a template": lambda scratch: scratch.write("overrides/partials/voet.html", "<p>Voet</p>"),
    "a sheet": lambda scratch: scratch.write("overrides/assets/eigen.css", "p { margin: 0 }"),
}


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    made = Scratch.stein(tmp_path / "editie")
    made.write("overrides/partials/voet.html", "<p>Voet</p>")
    made.write("content/over.md", "# Over\n")
    return made


@pytest.mark.parametrize("what", sorted(WRITES))
def test_what_is_written_again_as_it_was_is_noticed(what: str, scratch: Scratch) -> None:
    """It may have been something else in between, and been read then."""
    before = Named.now(scratch.edition)
    assert before.lasts(scratch.edition)
    WRITES[what](scratch)
    assert not before.lasts(scratch.edition)


def test_records_are_no_part_of_it(scratch: Scratch) -> None:
    """What was read of those has a name of its own."""
    before = Named.now(scratch.edition)
    scratch.organisation("de-proef")
    assert before == Named.now(scratch.edition)


@pytest.mark.parametrize("certain", [True, False])
def test_after_a_build_in_which_something_was_written_all_is_made_again(certain: bool, tmp_path: Path) -> None:
    for build in (1, 2):
        output = Output(tmp_path / "site", tmp_path / "cache")
        output.ask_again("motor", Saying(""))
        with output.begun():
            stands = output.stands("een.html", "een")
            assert stands is (build == 2 and certain)
            if not stands:
                output.take("een.html", output.write("een.html", b"een"), "een")
            assert output.finish(certain=certain) == (2 - build, 0)
