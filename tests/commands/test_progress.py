"""How far a command is that takes long."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generator.commands.progress import Progress


def test_reading_that_takes_long_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 1.9, 2.1, 2.5, 3.2])
    monkeypatch.setattr("generator.commands.progress.time", SimpleNamespace(monotonic=lambda: next(clock)))
    progress = Progress()
    for done in (100, 200, 300, 1400):
        progress(done, 12_000)
    assert capsys.readouterr().err.splitlines() == [
        "Bezig: 200 van 12.000 records gelezen …",
        "Bezig: 1.400 van 12.000 records gelezen …",
    ]
