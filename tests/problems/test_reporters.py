"""Problems as text for people, as JSON for programs, as annotations for GitHub.

The files in `golden/` are what each report must be, to the letter.
"""

from __future__ import annotations

import json
import re

import pytest

from generator.problems.problem import Finding, Problem, problem
from generator.problems.reporters import REPORTERS, github_report, json_report, text_report
from tests.editions import ROOT

GOLDEN = ROOT / "tests" / "golden"

PROBLEMS = [
    problem(
        "data/organisations/stein/de-brug.yml", 14, 13,
        Finding("phone-format", ("phones", 0, "number"), {"value": "06 1234"}),
    ),
    problem("data/organisations/stein/de-brug.yml", 3, 1, Finding("no-contact")),
    problem("content/tools/100% samen, ja: nu.md", 1, 1, Finding("file-name", (), {"name": "100% x", "suffix": ".md"})),
    problem("data/organisations/x.yml", 2, 7, Finding("url-format", ("website",), {"value": '"é" \\ 50%\r::error::'})),
]  # fmt: skip


@pytest.mark.parametrize("format", sorted(REPORTERS))
def test_a_report_is_to_the_letter_what_it_was(format: str) -> None:
    assert REPORTERS[format](PROBLEMS) == (GOLDEN / f"report.{format}").read_bytes().decode()


@pytest.mark.parametrize(("format", "nothing"), [("text", ""), ("json", "[]\n"), ("github", "")])
def test_without_problems_there_is_little_to_say(format: str, nothing: str) -> None:
    assert REPORTERS[format]([]) == nothing


def test_the_text_is_the_one_of_the_design() -> None:
    assert text_report(PROBLEMS[:1]) == (
        "data/organisations/stein/de-brug.yml:14:13: "
        'phones[0].number: "06 1234" is geen telefoonnummer [phone-format]\n'
        "  Tip: een Nederlands nummer heeft tien cijfers; 0800- en 0900-nummers hebben er acht of elf.\n"
    )


def test_json_has_exactly_these_keys() -> None:
    found = json.loads(json_report(PROBLEMS))
    keys = ["file", "line", "column", "path", "code", "severity", "message", "hint"]
    assert [list(entry) for entry in found] == [keys] * len(PROBLEMS)
    assert found[0]["line"] == 14 and found[0]["column"] == 13
    assert [entry["severity"] for entry in found] == ["fault", "warning", "fault", "fault"]
    assert [Problem(**entry) for entry in found] == PROBLEMS


def test_an_annotation_is_one_line_that_cannot_become_two_commands() -> None:
    lines = github_report(PROBLEMS).splitlines()
    assert len(lines) == len(PROBLEMS)
    command = re.compile(r"::(error|warning) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.+)")
    parts = [command.fullmatch(line) for line in lines]
    assert all(parts)
    assert parts[2] and parts[2][2] == "content/tools/100%25 samen%2C ja%3A nu.md"
    assert [part[1] for part in parts if part] == ["error", "warning", "error", "error"]
    assert all("%0ATip: " in line for line in lines)


STEERING = "\x1b[31m\n::error::x\r##vso[task.x]\u202e##[group]\x07\x9b"
"""What a name or a key may hold when somebody means harm: signs that steer a screen, and lines that are commands."""


@pytest.mark.parametrize("format", sorted(REPORTERS))
def test_what_was_read_cannot_speak_for_the_report(format: str) -> None:
    """Whichever part of a Problem it stands in: no line begins with it, and no sign of it steers."""
    loud = Problem(STEERING, 1, 1, STEERING, "code", "fault", STEERING, STEERING)
    report = REPORTERS[format]([loud])
    assert not set("\x1b\r\x07\x9b\u202e") & set(report)
    assert "##vso[" not in report and "##[" not in report
    commands = [line for line in report.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (1 if format == "github" else 0)
    assert all(line.startswith("::error file=") for line in commands)


def test_spaces_that_hold_words_together_stay() -> None:
    found = Problem("x.yml", 1, 1, "", "code", "fault", "meer dan 5\u00a0km", "## blijft")
    assert "5\u00a0km" in REPORTERS["text"]([found]) and "## blijft" in REPORTERS["text"]([found])
