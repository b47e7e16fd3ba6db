"""What commands say, in the words of `texts/nl/cli.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.problems.problem import Problem
from generator.texts.numbers import number
from generator.texts.sentences import filled
from generator.texts.spoken import text

if TYPE_CHECKING:  # most commands build nothing
    from generator.building.site import Built


def say(*keys: str, **values: object) -> str:
    """A sentence with its values in place."""
    return filled(text("cli", *keys), values).rstrip(" ")


def counted(key: str, n: int) -> str:
    """So many of something: none, one or more, as people say it."""
    none, one, many = text("cli", key)
    return str(none if n == 0 else one if n == 1 else many).format(n=number(n))


def counts(problems: Sequence[Problem]) -> dict[str, str]:
    """How many `faults` and `warnings` there are."""
    faults = sum(problem.severity == "fault" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    return {"faults": counted("fault-count", faults), "warnings": counted("warning-count", warnings)}


def first_report(missing: Sequence[Problem]) -> str:
    """What is missing before a site is published for the first time; nothing where nothing is, or where it was."""
    items = []
    for found in missing:  # a tip of what is no warning stands nowhere else
        words = found.message if found.severity != "notice" else f"{found.message}; {found.hint.rstrip('.')}"
        items.append(say("first-item", file=found.file, message=words))
    return say("first", missing="\n".join(items)) if items else ""


def built_report(built: Built) -> str:
    """What a build did."""
    return say("built", pages=number(built.pages), written=number(built.written), removed=number(built.removed))


def not_built_report(faults: Sequence[Problem]) -> str:
    """Why there is no site."""
    return say("not-built", faults=counted("fault-count", len(faults)))
