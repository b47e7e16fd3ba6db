"""When records were checked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.validation.facts import Check, Facts
from generator.validation.rules.checks import checked_in_time

TODAY = date(2026, 11, 21)


def judged(when: str, today: date = TODAY) -> list[str]:
    facts = Facts(checks=(Check("checked.date", when),))
    return [finding.code for finding in checked_in_time(facts, today)]


@pytest.mark.parametrize(
    ("days", "found"),
    [(-1, ["check-in-future"]), (0, []), (365, []), (366, []), (367, ["stale"]), (4000, ["stale"])],
)
def test_a_check_is_good_for_a_year(days: int, found: list[str]) -> None:
    assert judged((TODAY - timedelta(days)).isoformat()) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2026", []), ("2025", []), ("2024", ["stale"]), ("2027", ["check-in-future"]),
        ("2026-11", []), ("2026-12", ["check-in-future"]), ("2025-11", []), ("2025-10", ["stale"]),
    ],
)  # fmt: skip
def test_a_month_or_a_year_is_read_in_the_kindest_way(when: str, found: list[str]) -> None:
    assert judged(when) == found


def test_a_source_without_a_date_is_neither_old_nor_new() -> None:
    assert judged("onbekend") == []


def test_every_check_of_a_record_is_judged_by_itself() -> None:
    facts = Facts(checks=(Check("checked.date", "2019"), Check("offerings.1.checked.date", "2031")))
    found = [(finding.code, finding.path, finding.values["date"]) for finding in checked_in_time(facts, TODAY)]
    assert found == [
        ("stale", ("checked", "date"), "2019"),
        ("check-in-future", ("offerings", 1, "checked", "date"), "2031"),
    ]
