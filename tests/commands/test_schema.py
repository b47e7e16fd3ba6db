"""`mantelkaart schema`: written, and checked without changing anything."""

from __future__ import annotations

import pytest

from generator.commands.asked import FAULTS, FINE
from tests.commands.typed import typed
from tests.scratch import Scratch


def test_schemas_are_written_and_checked(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("schema", "--check") == FAULTS
    assert capsys.readouterr().out.count("verouderd: ") == 11
    assert typed("schema") == FINE
    assert typed("schema", "--check") == FINE
    capsys.readouterr()
    file = scratch.root / "data/schemas/tool.json"
    before = file.read_text("utf-8")
    file.write_text(before.replace("Naam.", "Name."), "utf-8")
    assert typed("schema", "--check") == FAULTS
    assert capsys.readouterr().out == f"verouderd: {file}\n"
    assert "Name." in file.read_text("utf-8"), "checking changes nothing"
