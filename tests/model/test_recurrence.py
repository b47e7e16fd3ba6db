"""What comes back comes back on the days that a person would say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from generator.formats.calendars import ZONE_TEXT
from generator.model import recurrence
from generator.model.network import Meeting
from generator.values import moments
from generator.views.pieces.when import exceptions, rhythm, span

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def meeting(start: str, end: str | None = None, **repeats: Any) -> Meeting:
    return Meeting.model_validate({"start": start, "end": end, "repeats": repeats or None})


def days(timed: Meeting, first: str, last: str) -> list[str]:
    found = recurrence.occurrences(timed, date.fromisoformat(first), date.fromisoformat(last))
    return [f"{occurrence.start:%Y-%m-%d}" for occurrence in found]


def test_what_is_once_is_once() -> None:
    once = meeting("2026-11-10 19:30", "2026-11-10 21:00")
    assert days(once, "2026-01-01", "2030-01-01") == ["2026-11-10"]
    assert days(once, "2026-11-11", "2030-01-01") == []
    assert recurrence.rule(once) is None


@pytest.mark.parametrize(
    ("start", "repeats", "expected", "said"),
    [
        ("2026-11-02", {"every": "week"}, ["11-02", "11-09", "11-16", "11-23"], "Elke maandag"),
        ("2026-11-02", {"every": "week", "on": ["do", "ma"]}, ["11-02", "11-05", "11-09"], "Elke maandag en donderdag"),
        ("2026-11-05", {"every": "week", "interval": 2, "on": ["ma", "do"]}, ["11-05", "11-16", "11-19", "11-30"],
         "Om de week op maandag en donderdag"),
        ("2026-10-20", {"every": "week", "interval": 6}, ["10-20", "12-01"], "Elke 6 weken op dinsdag"),
        ("2026-11-10", {"every": "maand"}, ["11-10", "12-10", "01-10"], "Elke maand op de 10e"),
        ("2026-10-31", {"every": "maand"}, ["10-31", "12-31", "01-31"], "Elke maand op de 31e"),
        ("2026-11-10", {"every": "maand", "on": ["2e di"]}, ["11-10", "12-08", "01-12"],
         "Elke maand op de tweede dinsdag"),
        ("2026-10-30", {"every": "maand", "on": ["laatste vr"]}, ["10-30", "11-27", "12-25"],
         "Elke maand op de laatste vrijdag"),
        ("2026-09-24", {"every": "maand", "interval": 3, "on": ["4e do"]}, ["09-24", "12-24", "03-25"],
         "Elke 3 maanden op de vierde donderdag"),
        ("2026-11-10", {"every": "jaar"}, ["11-10", "11-10", "11-10"], "Elk jaar op 10 november"),
        ("2026-09-19", {"every": "jaar", "on": ["3e za"]}, ["09-19", "09-18", "09-16"],
         "Elk jaar op de derde zaterdag van september"),
        ("2028-02-29", {"every": "jaar"}, ["02-29", "02-29"], "Elk jaar op 29 februari"),
    ],
)  # fmt: skip
def test_the_days_are_those_that_the_words_say(
    start: str, repeats: dict[str, Any], expected: list[str], said: str
) -> None:
    timed = meeting(start, **repeats)
    assert [day[5:] for day in days(timed, "2026-01-01", "2040-01-01")][: len(expected)] == expected
    assert rhythm(timed) == said


def test_until_counts_its_own_day_in_and_exceptions_are_out() -> None:
    timed = meeting("2026-12-14 10:00", every="week", until="2027-01-11", holidays="nee", **{"except": ["2026-12-21"]})
    assert days(timed, "2026-01-01", "2028-01-01") == ["2026-12-14", "2026-12-28", "2027-01-04", "2027-01-11"]
    easter = meeting("2027-03-22", every="week", holidays="nee")
    assert days(easter, "2027-01-01", "2027-04-06") == ["2027-03-22", "2027-04-05"], "tweede paasdag is 29 March"
    assert exceptions(timed, lambda day: day < "2026-12-01") == [
        "Tot en met 11 januari 2027.", "Niet op 21 december 2026.", "Niet op feestdagen.",
    ]  # fmt: skip
    assert exceptions(timed, lambda day: day < "2026-12-22") == ["Tot en met 11 januari 2027.", "Niet op feestdagen."]


def test_the_clock_on_the_wall_stays_when_summer_time_begins_and_ends() -> None:
    timed = meeting("2026-10-19 10:00", "2026-10-19 12:00", every="week")
    found = [*recurrence.occurrences(timed, date(2026, 10, 19), date(2027, 4, 12))]
    assert {f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found} == {"10:00-12:00"}
    utc = {one.start.astimezone(UTC).hour for one in found if isinstance(one.start, datetime)}
    assert utc == {8, 9}


def test_what_lasts_goes_on_until_its_last_day() -> None:
    week = meeting("2027-03-08", "2027-03-13")
    assert days(week, "2027-03-13", "2027-12-31") == ["2027-03-08"]
    assert days(week, "2027-03-14", "2027-12-31") == []
    (only,) = recurrence.occurrences(week, date(2027, 1, 1), date(2027, 12, 31))
    assert span(only) == "maandag 8 maart 2027 tot en met zaterdag 13 maart 2027"


def test_what_goes_on_into_other_days_ends_at_the_same_hour_every_time() -> None:
    """Summer time ends on 25 October 2026 and 31 October 2027: the guests go home at noon by the clock on the wall."""
    weekend = meeting("2026-10-24 16:00", "2026-10-26 12:00", every="jaar")
    ends = [one.end for one in recurrence.occurrences(weekend, date(2026, 1, 1), date(2029, 1, 1))]
    assert [f"{end:%Y-%m-%d %H:%M}" for end in ends] == ["2026-10-26 12:00", "2027-10-26 12:00", "2028-10-26 12:00"]


def test_a_night_in_which_the_clock_changes_does_not_move_all_others() -> None:
    """The first of these nights has an hour more; the record says when it ends, and all others end then too."""
    night = meeting("2026-10-24 22:00", "2026-10-25 08:00", every="week")
    ends = {f"{one.end:%H:%M}" for one in recurrence.occurrences(night, date(2026, 10, 24), date(2027, 3, 20))}
    assert ends == {"08:00"}


def test_what_ends_at_midnight_is_over_the_next_day() -> None:
    party = meeting("2026-11-20 20:00", "2026-11-21 00:00")
    assert days(party, "2026-11-21", "2026-12-31") == []
    (only,) = recurrence.occurrences(party, date(2026, 11, 1), date(2026, 12, 31))
    assert span(only) == "vrijdag 20 november 2026, 20.00 tot 0.00 uur"
    assert rhythm(meeting("2026-11-20 20:00", "2026-11-21 00:00", every="week")) == "Elke vrijdag, 20.00 tot 0.00 uur"


def test_times_are_said_as_people_say_them() -> None:
    def said(start: str, end: str | None = None) -> str:
        timed = meeting(start, end)
        return span(next(iter(recurrence.occurrences(timed, date(2026, 1, 1), date(2028, 1, 1)))))

    assert said("2026-11-10") == "dinsdag 10 november 2026"
    assert said("2026-11-10 09:00") == "dinsdag 10 november 2026, om 9.00 uur"
    assert said("2026-11-10 09:00", "2026-11-10 12:30") == "dinsdag 10 november 2026, 9.00 tot 12.30 uur"
    assert said("2027-05-28 16:00", "2027-05-30 15:00") == (
        "vrijdag 28 mei 2027, 16.00 uur, tot zondag 30 mei 2027, 15.00 uur"
    )
    assert rhythm(meeting("2026-11-09 10:00", "2026-11-09 11:30", every="week")) == "Elke maandag, 10.00 tot 11.30 uur"
    assert rhythm(meeting("2026-11-09 10:00", every="week")) == "Elke maandag, om 10.00 uur"


@pytest.mark.parametrize("year", range(1997, 2038))
def test_the_zone_in_calendars_is_the_zone_of_the_country(year: int) -> None:
    """The two Sundays that the file names are those on which the clock changes."""
    assert "BYMONTH=3;BYDAY=-1SU" in ZONE_TEXT and "BYMONTH=10;BYDAY=-1SU" in ZONE_TEXT
    changes = []
    hour = datetime(year, 1, 1, tzinfo=UTC)
    while hour.year == year:
        after = hour + timedelta(hours=1)
        if hour.astimezone(AMSTERDAM).utcoffset() != after.astimezone(AMSTERDAM).utcoffset():
            changes.append((after, hour.astimezone(AMSTERDAM).utcoffset()))
        hour = after
    assert [change.hour for change, _ in changes] == [1, 1]
    for (change, _), month in zip(changes, (3, 10), strict=True):
        assert (change.month, change.weekday()) == (month, 6) and (change + timedelta(days=7)).month == month + 1
    assert [before for _, before in changes] == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize(
    ("written", "skipped"),
    [("2027-03-28 01:59", False), ("2027-03-28 02:00", True), ("2027-03-28 02:59", True), ("2027-03-28 03:00", False),
     ("2026-10-25 02:30", False), ("2027-03-28", False)],
)  # fmt: skip
def test_an_hour_that_the_clock_skips_never_comes(written: str, skipped: bool) -> None:
    assert moments.is_skipped(written) is skipped
