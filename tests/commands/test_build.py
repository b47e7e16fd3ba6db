"""`mantelkaart build` with something wrong: nothing is built."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.commands.asked import FAULTS
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
