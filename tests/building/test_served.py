"""What is remembered of a site that is served, from one build to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building import signs
from generator.building.manifest import Made
from generator.building.served import ServedOutput
from tests.building.saying import Saying

QUESTION = ("naam", "een")


def built(output: ServedOutput, answer: str) -> bool:
    """A build of one file, made of one answer. Whether it had to be made."""
    output = output.again()
    output.ask_again("motor", Saying(answer))
    output.begin()
    if output.stands("een.html", "een"):
        output.finish({"een.html": output.before["een.html"]})
        return False
    now = output.write("een.html", answer.encode())
    asked = output.manifest.note([QUESTION], Saying(answer))
    output.finish({"een.html": Made("een", now.content, now.size, now.modified, signs.written(asked))})
    return True


def test_only_what_would_come_out_otherwise_is_made(tmp_path: Path) -> None:
    output = ServedOutput(tmp_path / "site")
    assert built(output, "appel")
    assert not built(output, "appel")
    assert built(output, "peer")
    assert (tmp_path / "site/een.html").read_text("utf-8") == "peer"
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is kept beside it"


def test_a_build_that_stopped_is_as_if_it_had_not_begun_to_answer(tmp_path: Path) -> None:
    """It asked again and wrote half: what it was told doesn't count, and what it wrote is found out."""
    output = ServedOutput(tmp_path / "site")
    built(output, "appel")
    stopped = output.again()
    stopped.ask_again("motor", Saying("peer"))
    stopped.begin()
    stopped.write("een.html", b"peer en nog wat")
    assert built(output, "appel")
    assert (tmp_path / "site/een.html").read_text("utf-8") == "appel"
    stopped = output.again()
    stopped.ask_again("motor", Saying("peer"))
    assert built(output, "peer")


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_no_longer_made_is_removed(kept: bool, tmp_path: Path) -> None:
    output = ServedOutput(tmp_path / "site")
    built(output, "appel")
    files = dict(output.again().before)
    output.begin()
    assert output.finish(files if kept else {}) == (0 if kept else 1)
    assert (tmp_path / "site/een.html").exists() is kept
