"""Whether a file stands as it was made: as it lies there, or as somebody saw it lie a moment ago."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.output import Looked, Output, look
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


def test_what_was_seen_of_another_build_does_not_count(folder: Path) -> None:
    looked = look(folder / "site", folder / "cache")
    (folder / "site/twee.html").write_text("anders", "utf-8")
    assert standing(folder, looked._replace(manifest=(0, 0, 0))) == ["een.html"]
