"""How often each attack was tried and how often it did harm, as a table at the end; and how long attacks go on.

In `make test` each is tried a few times; with `MANTELKAART_DURABILITY` (`make durability`) as often as is promised.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.durability.states import States
from tests.editions import SMALL, once

WHOLE = "MANTELKAART_DURABILITY" in os.environ


class Tries:
    """What was tried of one attack, and what of it did harm."""

    def __init__(self, attack: str) -> None:
        self.attack = attack
        self.tried = 0
        self.bad: list[str] = []

    def tell(self, *harm: str) -> None:
        """One more try, with whatever harm it did."""
        self.tried += 1
        self.bad += [" ".join(harm)] if harm else []


@pytest.fixture
def tries(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Iterator[Tries]:
    """Counts for the table, under what the test is called; at the end nothing may have done harm."""
    found = Tries(request.node.name.removeprefix("test_").replace("_", " "))
    yield found
    record_property("tries", [found.attack, found.tried, len(found.bad)])
    assert found.tried, "an attack that was not tried shows nothing"
    assert not found.bad, "\n".join(found.bad)


@pytest.fixture
def often() -> Callable[[int, int], int]:
    """How often to try: a few times, or as often as is promised."""
    return lambda few, promised: promised if WHOLE else few


@pytest.fixture
def states(built: Path, shared: Path) -> States:
    """A miniature edition with its site, and what it looks like in each of its states when built from nothing."""
    return States(built, once(shared / "states", partial(States.references, SMALL)))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    ended = [report for report in reports if getattr(report, "when", "") == "teardown"]  # only then all is counted
    rows = [value for report in ended for name, value in report.user_properties if name == "tries"]
    if rows:
        terminalreporter.write_line("| attack | tried | bad |\n| --- | --- | --- |")
        for attack, tried, bad in sorted(map(tuple, rows)):
            terminalreporter.write_line(f"| {attack} | {tried} | {bad} |")
