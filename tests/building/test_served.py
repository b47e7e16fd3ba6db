"""What is remembered of a site that is served, from one build to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.served import ServedOutput
from tests.building.saying import Saying

QUESTION = ("naam", "een")


def built(output: ServedOutput, answer: str) -> bool:
    """A build of one file, made of one answer. Whether it had to be made."""
    output = output.again()
    output.ask_again("motor", Saying(answer))
    with output.begun():
        stands = output.stands("een.html", "een")
        if not stands:
            now = output.write("een.html", answer.encode())
            output.take("een.html", now, "een", output.manifest.note([QUESTION], Saying(answer)))
        output.finish()
    return not stands


def test_only_what_would_come_out_otherwise_is_made(tmp_path: Path) -> None:
    output = ServedOutput(tmp_path / "site")
    assert built(output, "appel")
    assert not built(output, "appel")
    assert built(output, "peer")
    assert (tmp_path / "site/een.html").read_text("utf-8") == "peer"
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is kept beside it"


def test_a_build_that_stopped_is_as_if_it_had_not_begun_to_answer(tmp_path: Path) -> None:
    """It asked again and wrote half: what it was told doesn't count, and what it wrote never came in the site."""
    output = ServedOutput(tmp_path / "site")
    built(output, "appel")
    stopped = output.again()
    stopped.ask_again("motor", Saying("peer"))
    with pytest.raises(KeyboardInterrupt), stopped.begun():
        stopped.write("een.html", b"peer en nog wat")
        raise KeyboardInterrupt
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["een.html"]
    assert not built(output, "appel")
    assert (tmp_path / "site/een.html").read_text("utf-8") == "appel"
    stopped = output.again()
    stopped.ask_again("motor", Saying("peer"))
    assert built(output, "peer")


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_no_longer_made_is_removed(kept: bool, tmp_path: Path) -> None:
    output = ServedOutput(tmp_path / "site")
    built(output, "appel")
    output = output.again()
    output.ask_again("motor", Saying("appel"))
    with output.begun():
        if kept:
            assert output.stands("een.html", "een")
        assert output.finish() == (0, 0 if kept else 1)
    assert (tmp_path / "site/een.html").exists() is kept
