"""Dates as people write them, and what day it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import dates


@pytest.mark.parametrize("written", ["2020", "1900", "2100", "2026-01", "2026-12", "2026-03-14", "2024-02-29"])
def test_years_months_and_days_are_dates(written: str) -> None:
    assert dates.is_when(written)


@pytest.mark.parametrize(
    "written",
    [
        "", "26", "1899", "2101", "2026-13", "2026-00", "2026-3", "2026-03-1", "2026-02-29", "2026-04-31",
        "2026-03-00", "14-03-2026", "2026/03/14", "2026-03-14T12:00", " 2026", "2026\n", "٢٠٢٦", "onbekend", "2026-",
    ],
)  # fmt: skip
def test_anything_else_is_none(written: str) -> None:
    assert not dates.is_when(written)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-03-14", date(2026, 3, 14), date(2026, 3, 14)),
    ],
)
def test_a_date_lasts_as_long_as_it_says(written: str, first: date, last: date) -> None:
    assert (dates.first_day(written), dates.last_day(written)) == (first, last)


@pytest.mark.parametrize(
    ("written", "words"),
    [("2020", "2020"), ("2026-03", "maart 2026"), ("2026-03-04", "4 maart 2026"), ("2026-12-31", "31 december 2026")],
)
def test_a_date_is_shown_in_words(written: str, words: str) -> None:
    assert dates.in_words(written) == words


@pytest.mark.parametrize(("days", "stale"), [(0, False), (365, False), (366, False), (367, True), (3000, True)])
def test_a_check_is_stale_after_twelve_months(days: int, stale: bool) -> None:
    on = date(2026, 11, 21)
    assert dates.is_stale((on - timedelta(days)).isoformat(), on) is stale


def test_twelve_months_is_never_less_than_a_year_also_in_a_leap_year() -> None:
    assert not dates.is_stale("2023-06-15", date(2024, 6, 15))
    assert not dates.is_stale("2024-06-15", date(2025, 6, 15))


def test_a_month_or_a_year_is_read_in_the_kindest_way() -> None:
    assert not dates.is_stale("2025", date(2026, 12, 31))
    assert dates.is_stale("2025", date(2027, 1, 2))
    assert not dates.is_stale("2025-11", date(2026, 11, 21))
    assert dates.is_stale("2025-11", date(2026, 12, 2))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_can_be_written_and_read_back(day: date) -> None:
    written = day.isoformat()
    assert dates.first_day(written) == dates.last_day(written) == day
    assert dates.first_day(written[:7]) <= day <= dates.last_day(written[:7])
    assert dates.first_day(written[:4]) <= day <= dates.last_day(written[:4])
    assert str(day.year) in dates.in_words(written)


@given(st.text(max_size=12))
def test_no_text_breaks_reading_a_date(text: str) -> None:
    if dates.is_when(text):
        assert dates.first_day(text) <= dates.last_day(text)


def test_today_is_what_the_builder_says_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert dates.today() == date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(86_400 - 1))
    assert dates.today() == date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(86_400))
    assert dates.today() == date(1970, 1, 2)


def test_today_does_not_depend_on_where_the_builder_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    found = set()
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        found.add(dates.today())
    assert found == {date(2026, 9, 21)}


@pytest.mark.parametrize("unset", [None, ""])
def test_without_it_the_clock_says_so(unset: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if unset is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", unset)
    assert abs(dates.today() - date.today()) <= timedelta(days=1)


@pytest.mark.parametrize("nonsense", ["gisteren", "12.5", "--1"])
def test_a_day_that_is_no_number_is_refused(nonsense: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    with pytest.raises(ValueError):
        dates.today()


@pytest.mark.parametrize(
    ("checked", "fresh", "stale"),
    [
        ("2026-11-01", "2027-11-02", "2027-11-03"),
        ("2026-11", "2027-12-01", "2027-12-02"),
        ("2026", "2028-01-01", "2028-01-02"),
        ("2024-02", "2025-03-01", "2025-03-02"),
    ],
)
def test_a_check_is_too_long_ago_on_the_same_day_as_in_a_browser(checked: str, fresh: str, stale: str) -> None:
    """`tests/front/clock.test.mjs` has the same days."""
    assert not dates.is_stale(checked, date.fromisoformat(fresh))
    assert dates.is_stale(checked, date.fromisoformat(stale))
