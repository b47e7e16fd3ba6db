"""Who types a command stands in an edition of Stein, on a fixed day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editions import epoch
from tests.scratch import SETTINGS, TODAY, Scratch

COMPLETE = """\
    name: Stein
    contact:
      phones:
        - number: 0800 0000
      email: loket@stein.example
    urgent:
      name: Huisartsenpost
      phones:
        - number: 0800 0000
    """
"""A municipality with whom to ring and where to report."""


@pytest.fixture(autouse=True)
def on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """An edition of Stein that misses nothing; whoever types stands in its folder."""
    scratch = Scratch.stein(tmp_path)
    scratch.write("mkdocs.yml", f"{SETTINGS}site_url: https://stein.example/\n")
    scratch.write("data/municipalities/stein.yml", COMPLETE)
    monkeypatch.chdir(tmp_path)
    return scratch
