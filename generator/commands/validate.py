"""`mantelkaart validate`: every fault in every record, at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.building.loading import load
from generator.building.readiness import before_first
from generator.commands.asked import FAULTS, FINE, Misused, edition_of, today
from generator.commands.progress import Progress
from generator.commands.said import counts, first_report, say
from generator.problems.problem import Problem
from generator.problems.reporters import REPORTERS
from generator.texts.numbers import number


def validate(asked: argparse.Namespace) -> int:
    """Report what is wrong, in the format that was asked for."""
    edition = edition_of(asked)
    loaded = load(edition, today(), Progress(), national=asked.national, whole=True)
    problems = _within(loaded.problems, asked.paths)
    if asked.format == "text":  # what stops a publication stands last, where a long list ends
        problems.sort(key=lambda found: ("notice", "warning", "fault").index(found.severity))
    print(REPORTERS[asked.format](problems), end="")
    if asked.format == "text":
        print(say("summary", records=number(loaded.count), **counts(problems)), file=sys.stderr)
        if not asked.paths:
            print(first_report(before_first(edition, loaded.problems)), end="", file=sys.stderr)
    faults = any(problem.severity == "fault" for problem in problems)
    warnings = any(problem.severity == "warning" for problem in problems)
    return FAULTS if faults or (asked.strict and warnings) else FINE


def _within(problems: Sequence[Problem], paths: Sequence[str]) -> list[Problem]:
    if not paths:
        return list(problems)
    for path in paths:
        if not Path(path).exists():
            raise Misused(say("no-path", path=path))
    wanted = [Path(path).resolve() for path in paths]
    return [found for found in problems if any(Path(found.file).resolve().is_relative_to(path) for path in wanted)]
