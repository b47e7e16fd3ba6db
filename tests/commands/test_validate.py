"""`mantelkaart validate`: what is said, to whom, and what ends with which code."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from generator.commands.asked import FAULTS, FINE, MISUSED
from generator.model.anatomy import anatomy
from generator.model.organisation import Organisation
from tests.commands.typed import typed
from tests.editions import epoch
from tests.scratch import Scratch


def test_an_edition_without_faults_is_fine(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef")
    scratch.write("data/addresses.txt", "/stein/\n")
    assert typed("validate") == FINE
    output = capsys.readouterr()
    assert output.out == ""
    assert re.fullmatch(r"\d+ records gelezen: geen fouten en geen waarschuwingen\.\n", output.err)


def test_faults_are_reported_where_they_are(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: geen adres\nkleur: groen\n", website=None)
    assert typed("validate") == FAULTS
    output = capsys.readouterr()
    assert output.out == (
        'data/organisations/de-proef.yml:5:8: email: "geen adres" is geen e-mailadres [email-format]\n'
        '  Tip: schrijf het als naam@voorbeeld.nl, zonder spaties of "mailto:".\n'
        'data/organisations/de-proef.yml:6:1: kleur: het veld "kleur" bestaat hier niet [unknown-field]\n'
        f"  Tip: hier kan: {', '.join(field.key for field in anatomy(Organisation).fields)}.\n"
    )
    assert "2 fouten en geen waarschuwingen" in output.err


def test_warnings_count_only_when_somebody_is_strict(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", website=None)
    assert typed("validate") == FINE
    output = capsys.readouterr()
    assert "[no-contact]" in output.out
    assert "geen fouten en 1 waarschuwing." in output.err
    assert typed("validate", "--strict") == FAULTS


def test_addresses_are_checked_in_the_same_run_as_faulty_records(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an unreadable record may still answer is not called gone; what nothing can answer is."""
    scratch.write("data/addresses.txt", "/organisaties/de-proef/iets/\n/organisaties/oud/\n/stein/verdwenen/\n")
    scratch.organisation("de-proef", "email: geen adres\nformerly: [oud]\n")
    scratch.write("content/over.md", "[Weg](/nergens/) en [misschien](/organisaties/de-proef/iets/)\n")
    assert typed("validate") == FAULTS
    shown = capsys.readouterr().out
    assert [line.split(" ")[0] for line in shown.splitlines() if "[" in line and "Tip" not in line] == [
        "content/over.md:1:7:",
        "data/addresses.txt:3:1:",
        "data/organisations/de-proef.yml:6:8:",
    ]


def test_who_keeps_the_national_layer_can_see_its_warnings(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2036, 1, 1)))
    assert typed("validate", "--strict") == FINE
    assert capsys.readouterr().out == ""
    assert typed("validate", "--national") == FINE
    shown = capsys.readouterr().out
    assert "national/organisations/" in shown and "[stale]" in shown
    assert typed("validate", "--national", "--strict") == FAULTS


def test_a_path_narrows_what_is_reported(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("stein/goed")
    scratch.organisation("stein/fout", "email: x\n")
    scratch.organisation("beek/ook-fout", "email: x\n")
    assert typed("validate", "data/organisations/stein/goed.yml") == FINE
    assert capsys.readouterr().out == ""
    assert typed("validate", "data/organisations/stein") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 1
    assert typed("validate", "data/organisations/stein", "data/organisations/beek/ook-fout.yml") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 2
    assert typed("validate", ".") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 2


def test_a_path_that_does_not_exist_is_a_slip(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("validate", "data/organisatie") == MISUSED
    assert capsys.readouterr().err == "mantelkaart: data/organisatie bestaat niet\n"


def test_json_is_for_programs_and_nothing_else_is_said(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("validate", "--format", "json") == FINE
    output = capsys.readouterr()
    assert (json.loads(output.out), output.err) == ([], "")
    scratch.organisation("de-proef", "email: x\n")
    assert typed("validate", "--format", "json") == FAULTS
    output = capsys.readouterr()
    (entry,) = json.loads(output.out)
    assert (entry["file"], entry["line"], entry["column"]) == ("data/organisations/de-proef.yml", 6, 8)
    assert (entry["path"], entry["code"], entry["severity"]) == ("email", "email-format", "fault")


def test_github_shows_it_at_the_line(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: x\n")
    assert typed("validate", "--format", "github") == FAULTS
    assert capsys.readouterr().out.startswith(
        "::error file=data/organisations/de-proef.yml,line=6,col=8,title=email-format::"
    )


def test_files_are_named_as_seen_from_where_somebody_stands(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = scratch.organisation("de-proef", "email: x\n")
    for here, shown in (
        (scratch.root, "data/organisations/de-proef.yml"),
        (scratch.root.parent, f"{scratch.root.name}/data/organisations/de-proef.yml"),
        (scratch.root / "data", "organisations/de-proef.yml"),
        (scratch.root / "data/municipalities", str(file.resolve())),
    ):
        monkeypatch.chdir(here)
        assert typed("validate", "--format", "json", "-f", str(scratch.root / "mkdocs.yml")) == FAULTS
        (entry,) = json.loads(capsys.readouterr().out)
        assert entry["file"] == shown


def test_a_memory_that_is_not_text_is_reported(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.write("data/addresses.txt", b"/stein/\n/caf\xe9/\n")
    assert typed("validate") == FAULTS
    assert "data/addresses.txt:2:1:" in capsys.readouterr().out
