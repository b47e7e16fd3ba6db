"""`mantelkaart links`: every address that was ever published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.asked import FAULTS, FINE
from tests.commands.typed import typed
from tests.scratch import VALID, Scratch


def test_links_are_shown_remembered_and_missed(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    file = scratch.organisation("de-proef")
    assert typed("links") == FINE
    shown = capsys.readouterr().out.splitlines()
    assert shown == sorted(shown)
    assert {"/", "/stein/", "/stein/hulp/", "/stein/a-z/", "/organisaties/de-proef/", "/tools/"} <= set(shown)
    memory = scratch.root / "data/addresses.txt"
    assert not memory.exists(), "showing writes nothing"

    assert typed("links", "--update") == FINE
    assert f"{len(shown)} nieuwe adressen toegevoegd aan data/addresses.txt." in capsys.readouterr().out
    assert memory.read_text("utf-8").splitlines()[1:] == shown
    assert typed("links", "--update") == FINE
    assert "Alle adressen staan al in data/addresses.txt." in capsys.readouterr().out

    file.rename(file.with_name("de-linde.yml"))
    assert typed("validate") == FAULTS
    line = shown.index("/organisaties/de-proef/") + 2
    assert (
        f"data/addresses.txt:{line}:1: het adres /organisaties/de-proef/ is ooit gepubliceerd"
        in capsys.readouterr().out
    )
    assert typed("links") == FAULTS
    assert typed("links", "--update") == FAULTS
    assert "[address-gone]" in capsys.readouterr().err
    assert memory.read_text("utf-8").splitlines()[1:] == shown, "a fault changes nothing"

    scratch.organisation("de-linde", "formerly: [de-proef]\n")
    assert typed("links", "--update") == FINE
    assert "1 nieuwe adressen" in capsys.readouterr().out
    kept = memory.read_text("utf-8").splitlines()
    assert {"/organisaties/de-proef/", "/organisaties/de-linde/"} <= set(kept)
    assert set(shown) <= set(kept)


def test_links_of_records_with_faults_are_not_known(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: x\n")
    assert typed("links") == FAULTS
    output = capsys.readouterr()
    assert output.out == ""
    assert "[email-format]" in output.err


def test_another_edition_is_named_with_f(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Scratch.copy(VALID, tmp_path / "editie")
    monkeypatch.chdir(tmp_path)
    assert typed("links", "-f", "editie/mkdocs.yml") == FINE
    assert "/organisaties/stichting-de-linde/even-vrij/" in capsys.readouterr().out.splitlines()
    assert {path.name for path in tmp_path.iterdir()} == {"editie"}
