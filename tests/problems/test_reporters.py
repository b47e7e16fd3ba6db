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
