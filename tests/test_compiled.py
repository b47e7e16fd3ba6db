"""What was kept of a library counts only for the code that asked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache import compiled


def test_another_engine_does_not_believe_what_an_earlier_one_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same version of the library: what was a list may be a table by now."""
    monkeypatch.setattr(compiled, "_FOLDER", tmp_path)
    code = tmp_path / "asks.py"
    code.write_text("# first\n")
    assert compiled.of_library("days", "holidays", code, lambda: ["first"]) == ["first"]
    assert compiled.of_library("days", "holidays", code, lambda: ["unasked"]) == ["first"]
    code.write_text("# another one\n")
    assert compiled.of_library("days", "holidays", code, lambda: {"first": "Nieuwjaarsdag"}) == {
        "first": "Nieuwjaarsdag"
    }
