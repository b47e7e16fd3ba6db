"""Whether a file stands as it was made: as it lies there, or as somebody saw it lie a moment ago."""

from __future__ import annotations

import os
import signal
from collections.abc import Collection
from pathlib import Path

import pytest

from generator.building.output import Looked, Output, look
from generator.processes import stoppable
from tests.building.saying import Saying


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two files, built once."""
    output = Output(tmp_path / "site", tmp_path / "cache")
    output.ask_again("motor", Saying(""))
    with output.begun():
        for name in ("een.html", "twee.html"):
            output.take(name, output.write(name, name.encode()), name)
        output.finish()
    return tmp_path


def standing(folder: Path, looked: Looked | None = None) -> list[str]:
    output = Output(folder / "site", folder / "cache")
    if looked is not None:
        output.looked_at(looked)
    output.ask_again("motor", Saying(""))
    return [name for name in ("een.html", "twee.html") if output.stands(name, name)]


@pytest.mark.parametrize("ahead", [False, True])
def test_what_somebody_changed_does_not_stand(ahead: bool, folder: Path) -> None:
    assert standing(folder) == ["een.html", "twee.html"]
    (folder / "site/twee.html").write_text("anders", "utf-8")
    assert standing(folder, look(folder / "site", folder / "cache") if ahead else None) == ["een.html"]


def test_who_is_asked_to_end_while_files_are_put_in_place_is_done_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is of one build then, and nothing says that it isn't."""
    place = Output._place

    def asked_to_end(output: Output, gone: Collection[str]) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        place(output, gone)

    monkeypatch.setattr(Output, "_place", asked_to_end)
    output = Output(folder / "site", folder / "cache")
    output.ask_again("motor", Saying(""))
    with pytest.raises(KeyboardInterrupt), stoppable(), output.begun():
        output.take("een.html", output.write("een.html", b"nieuw"), "een.html")
        output.finish()
    assert [path.name for path in (folder / "site").iterdir()] == ["een.html"]
    assert (folder / "site/een.html").read_bytes() == b"nieuw"
    again = Output(folder / "site", folder / "cache")
    assert not again.interrupted
    assert list(again.before) == ["een.html"]


def test_what_was_seen_of_another_build_does_not_count(folder: Path) -> None:
    looked = look(folder / "site", folder / "cache")
    (folder / "site/twee.html").write_text("anders", "utf-8")
    assert standing(folder, looked._replace(manifest=(0, 0, 0))) == ["een.html"]
