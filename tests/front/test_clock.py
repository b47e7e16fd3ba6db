"""What a script works out again by the visitor's clock is what the build would have said on that day."""

from __future__ import annotations

import json
import re
from datetime import timedelta

from generator.engine import front
from generator.values.dates import is_stale, last_day
from generator.views.agenda.coming import NEXT
from tests.front import node


def test_a_check_grows_old_on_the_same_day() -> None:
    """Checks of a year, a month and a day, on each of the days around the one on which it is too long ago."""
    checks = ["2024", "2025", "2024-02", "2025-02", "2026-11", "2024-02-29", "2025-12-31", "2026-11-01"]
    asked = [
        (check, last_day(check) + timedelta(days=days)) for check in checks for days in (-40, 0, *range(363, 370), 800)
    ]
    pairs = json.dumps([[check, f"{day}T12:00Z"] for check, day in asked])
    by_script = node.evaluated(
        front() / "scripts/clock.mjs", f"{pairs}.map(([check, at]) => it.isStale(check, Date.parse(at)))"
    )
    by_build = [is_stale(check, day) for check, day in asked]
    assert by_script == by_build and {*by_build} == {True, False}


def test_as_many_dates_are_named() -> None:
    found = re.search(r"\bNAMED = ([0-9]+);", (front() / "components/passing/passing.mjs").read_text("utf-8"))
    assert found and int(found[1]) == NEXT
