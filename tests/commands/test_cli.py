"""The command line, as somebody who types: help, slips, and what a shell does with it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.asked import FAULTS, FINE, MISUSED
from generator.texts.spoken import text
from tests.commands.typed import typed
from tests.editions import environment
from tests.scratch import Scratch

COMMANDS = sorted(text("cli", "commands"))


def test_help_is_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """What the parser says of itself too, for every command."""
    foreign = re.compile(r"usage|options:|optional|positional|arguments|show this|default|exit|None")
    wrong = []
    for command in ("", *COMMANDS):
        assert typed(*filter(None, (command,)), "--help") == FINE
        said = capsys.readouterr().out
        wanted = [text("cli", "commands", command)] if command else [text("cli", "description"), *COMMANDS]
        good = said.startswith(f"gebruik: mantelkaart {command}".rstrip()) and "toon deze uitleg" in said
        if not good or foreign.search(said) or any(words not in " ".join(said.split()) for words in wanted):
            wrong.append(f"{command or 'mantelkaart'}: {said}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "dit ontbreekt: OPDRACHT"),
        (["valideer"], "'valideer' kan niet"),
        (["validate", "--formaat"], "dit ken ik niet: --formaat"),
        (["validate", "--format", "xml"], "'xml' kan niet (kies uit"),
        (["validate", "-f"], "verwacht één waarde"),
        (["new"], "dit ontbreekt: SOORT, NAAM"),
        (["new", "gemeente", "Stein"], "'gemeente' kan niet"),
        (["init", "map"], "dit ontbreekt: --municipality"),
        (["publish"], "dit ontbreekt: MAP"),
        (["schema", "--check", "x"], "dit ken ik niet: x"),
    ],
)
def test_what_is_typed_wrongly_is_explained_in_dutch(
    words: list[str], said: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(*words) == MISUSED
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("gebruik: mantelkaart")
    assert said in output.err
    assert not re.search(r"usage|error|argument|choose|invalid|required|expected", output.err)


def test_without_an_edition_every_command_says_where_to_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    more = {"new": ("tool", "Kaart"), "publish": ("www",)}
    said = {}
    for command in sorted(set(COMMANDS) - {"init"}):
        code = typed(command, *more.get(command, ()))
        said[command] = (code, capsys.readouterr().err)
    where = "mantelkaart: hier is geen mkdocs.yml: ga naar de map van de editie, of noem het bestand met -f\n"
    assert said == dict.fromkeys(said, (MISUSED, where))
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_no_number_is_refused(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for nonsense in ("vandaag", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
        assert typed("validate") == MISUSED
        assert "SOURCE_DATE_EPOCH is geen getal" in capsys.readouterr().err


def test_the_module_is_the_command(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "email: geen adres\n")
    asked = [sys.executable, "-m", "generator.cli", "validate", "--format", "json"]
    done = subprocess.run(asked, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == FAULTS
    assert [entry["file"] for entry in json.loads(done.stdout)] == ["data/organisations/de-proef.yml"]
    assert done.stderr == ""


def test_a_reader_who_stops_reading_is_no_mishap(scratch: Scratch) -> None:
    for number in range(400):
        scratch.organisation(f"o-{number}", "email: geen adres\n" * 4)
    asked = f"{sys.executable} -m generator.cli validate | head -1"
    done = subprocess.run(
        asked, shell=True, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr
