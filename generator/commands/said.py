"""What came of a build, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from generator.building.site import Built
from generator.problems.problem import Problem
from generator.texts.numbers import number
from generator.texts.spoken import text


def built_report(built: Built) -> str:
    """What a build did."""
    return str(text("cli", "built")).format(
        pages=number(built.pages), written=number(built.written), removed=number(built.removed)
    )


def not_built_report(faults: Sequence[Problem]) -> str:
    """Why there is no site."""
    one_or_many = text("cli", "fault-count")[1 if len(faults) == 1 else 2]
    return str(text("cli", "not-built")).format(faults=one_or_many.format(n=number(len(faults))))
