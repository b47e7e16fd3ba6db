"""`mantelkaart build` with something wrong: nothing is built."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from generator.building import loading
from generator.catalogue.making import Validation, validate
from generator.commands.asked import FAULTS, FINE
from tests.commands.typed import typed
from tests.editions import environment
from tests.scratch import Scratch


def test_a_strict_build_stops_at_a_warning(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", website=None)
    assert typed("build", "--strict") == FAULTS
    output = capsys.readouterr()
    assert "[no-contact]" in output.out
    assert "geen fouten en 1 waarschuwing: met --strict is er niets gebouwd." in output.err
    assert not (scratch.root / "site").exists()


def test_a_build_that_finds_faults_builds_nothing(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "email: x\n")
    scratch.write("content/over.md", "# Over\n")
    asked = [sys.executable, "-m", "generator.cli", "build"]
    done = subprocess.run(asked, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == FAULTS
    assert "[email-format]" in done.stdout + done.stderr
    assert not (scratch.root / "site").exists()


@pytest.mark.site
@pytest.mark.parametrize("template", ["main.html", "fragments/municipality.html", "components/card/card.html"])
def test_a_template_that_does_not_work_is_named_with_its_line(
    template: str, scratch: Scratch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A template of the edition's own, wherever it is used: by the host, by this process, by another."""
    code = "template-fails"
    scratch.organisation("de-proef", "offerings: [{id: kring, name: Kring, summary: Een kring., first_step: Bel.}]\n")
    scratch.write(f"overrides/{template}", "<p>\n{{ niets.van.dat }}</p>\n")
    assert typed("build") == FAULTS
    said = "".join(capfd.readouterr())
    assert f"overrides/{template}:2:1: " in said and f"[{code}]" in said
    assert "Traceback" not in said
    assert not (scratch.root / "site").exists()


@pytest.mark.site
@pytest.mark.parametrize("strict", [[], ["--strict"]], ids=["plain", "strict"])
def test_a_build_reads_and_judges_once(
    strict: list[str], scratch: Scratch, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the host must start, in a process of its own; and when it turns out only later that it must."""
    judged = tmp_path_factory.mktemp("geteld") / "keren"

    def counting(*words: Any, **more: Any) -> Validation:
        with judged.open("a", encoding="utf-8") as file:
            file.write("x")
        return validate(*words, **more)

    monkeypatch.setattr(loading, "validate", counting)
    scratch.organisation("de-proef")
    assert typed("build", *strict) == FINE
    assert judged.read_text("utf-8") == "x", "the first time the host works"
    scratch.organisation("de-proef", summary="Iets anders.")
    assert typed("build", *strict) == FINE
    assert judged.read_text("utf-8") == "xx", "then it need not"
    scratch.write(
        "data/municipalities/stein.yml",
        "name: Stein\nurgent:\n  name: De post van Stein\n  phones: [{number: 0800 000 0900}]\n",
    )
    assert typed("build", *strict) == FINE
    assert judged.read_text("utf-8") == "xxx", "now what stands around every page is another"
    assert "De post van Stein" in (scratch.root / "site/stein/index.html").read_text("utf-8")
