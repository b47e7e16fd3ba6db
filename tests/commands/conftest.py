"""Who types a command stands in an edition of Stein, on a fixed day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editions import epoch
from tests.scratch import TODAY, Scratch


@pytest.fixture(autouse=True)
def on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """An edition of Stein; whoever types stands in its folder."""
    scratch = Scratch.stein(tmp_path)
    monkeypatch.chdir(tmp_path)
    return scratch
