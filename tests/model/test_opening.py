"""Whether something is open: by the product in Python, by the script in a browser, and by a plain slow reference."""

from __future__ import annotations

import json
from datetime import date, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.model import opening
from generator.model.hours import Hours
from generator.values.holidays import REGIONS
from generator.values.moments import ZONE
from generator.views.pieces.week import calendar, week
from tests.editions import ROOT
from tests.front import node
from tests.model.hours_at_random import Told, Written, moment, slowly, written_hours

SCRIPT = ROOT / "overrides" / "search" / "opening.mjs"

_hours: TypeAdapter[Any] = TypeAdapter(Hours)

AT_ONCE = 250
"""Pairs for which Node is started once."""


def by_python(hours: Written, at: datetime) -> Told:
    found = opening.at(_hours.validate_python(hours), at)
    return found.state, found.until, found.note


def by_script(pairs: list[tuple[Written, datetime]]) -> list[Told]:
    asked = [[week(_hours.validate_python(hours)), at.isoformat()] for hours, at in pairs]
    # The years that the moments lie in; the last of them is known as well, for nights and Mondays.
    days = {**calendar(2025, REGIONS), "school": {}}
    for year in (2025, 2028):
        later = calendar(year, REGIONS)
        days["free"] |= later["free"]
        days["doubtful"] |= later["doubtful"]
        for region, known in later["school"].items():
            before = days["school"].get(region, {"days": []})
            days["school"][region] = {"until": known["until"], "days": [*before["days"], *known["days"]]}
    each = f"([hours, at]) => it.state(hours ?? undefined, {json.dumps(days)}, new Date(at))"
    expression = f"{json.dumps(asked)}.map({each})"
    return [(one["state"], one.get("until"), one.get("note")) for one in node.evaluated(SCRIPT, expression)]


@settings(max_examples=20)
@given(st.randoms(use_true_random=True))
def test_python_script_and_reference_say_the_same(dice: Random) -> None:
    """Five thousand pairs of hours and moments, changes of the clock and holidays among them."""
    pairs = [(written_hours(dice), moment(dice)) for _ in range(AT_ONCE)]
    for (hours, at), script in zip(pairs, by_script(pairs), strict=True):
        wanted = slowly(hours, at)
        assert by_python(hours, at) == wanted, (hours, at)
        assert script == wanted, (hours, at)


NIGHT = [{"days": ["ma", "di", "wo", "do", "vr", "za", "zo"], "from": "22:00", "to": "07:00"}]
OFFICE = [{"days": ["ma", "di", "wo", "do", "vr"], "from": "09:00", "to": "17:00"}]
TUESDAYS = [{"days": ["1e di", "3e di"], "from": "10:00", "to": "12:00"}]
FORTNIGHT = [{"days": ["di"], "interval": 2, "valid": {"from": "2026-12-01"}, "from": "10:00", "to": "12:00"}]
SUMMER = [
    {"days": ["ma", "di"], "from": "09:00", "to": "17:00", "valid": {"from": "2027-04", "until": "2027-09"}},
    {"days": ["ma"], "from": "10:00", "to": "12:00", "valid": {"from": "2027-10", "until": "2028-03"}},
    {"closed": [{"from": "2026-12-24", "until": "2027-01-03"}]},
    {"closed": [{"date": "2027-04-12", "from": "12:00"}]},
]
BESIDE = [
    {"days": ["ma"], "from": "09:00", "to": "17:00", "note": "receptie"},
    {"days": ["ma"], "from": "10:00", "to": "12:00", "note": "inloop zonder afspraak"},
]
SCHOOL = [*OFFICE, {"school_holidays": "nee"}, {"school_region": "zuid"}]


@pytest.mark.parametrize(
    ("hours", "at", "told"),
    [
        # a night shelter
        (NIGHT, "2026-12-01 23:00", ("open", "07:00", None)),
        (NIGHT, "2026-12-02 06:59", ("open", "07:00", None)),
        (NIGHT, "2026-12-02 07:00", ("closed", None, None)),
        (NIGHT, "2026-10-25 02:30", ("open", "07:00", None)),  # the clock goes back
        ([*NIGHT, {"closed": ["2026-12-02"]}], "2026-12-02 03:00", ("open", "07:00", None)),
        ([*NIGHT, {"closed": ["2026-12-02"]}], "2026-12-02 23:00", ("closed", None, None)),
        # day and night, but for a day
        ([{"always": "ja"}, {"closed": ["2026-11-30"]}], "2026-11-30 12:00", ("closed", None, None)),
        ([{"always": "ja"}], "2026-12-25 12:00", ("open", None, None)),
        # days of a month, and every other week
        (TUESDAYS, "2026-12-01 11:00", ("open", "12:00", None)),
        (TUESDAYS, "2026-12-08 11:00", ("closed", None, None)),
        (TUESDAYS, "2026-12-15 11:00", ("open", "12:00", None)),
        (FORTNIGHT, "2026-12-08 11:00", ("closed", None, None)),
        (FORTNIGHT, "2026-12-15 11:00", ("open", "12:00", None)),
        # seasons, closed for a while, half a day, and what was said of a time that is over
        (SUMMER, "2027-04-13 16:00", ("open", "17:00", None)),
        (SUMMER, "2027-04-12 11:00", ("open", "12:00", None)),
        (SUMMER, "2027-04-12 12:00", ("closed", None, None)),
        (SUMMER, "2026-12-28 10:00", ("closed", None, None)),
        (SUMMER, "2028-04-03 10:00", ("unknown", None, None)),
        # two kinds of hours: what began first is said, until its own end
        (BESIDE, "2026-12-07 11:00", ("open", "17:00", "receptie")),
        # by appointment on one of the days
        ([*OFFICE, {"days": ["za"], "by_appointment": "ja"}], "2026-12-05 11:00", ("appointment", "24:00", None)),
        # holidays: said, not said, in doubt
        (OFFICE, "2026-12-25 11:00", ("holiday", "17:00", None)),
        ([*OFFICE, {"holidays": "ja"}], "2026-12-25 11:00", ("open", "17:00", None)),
        ([*OFFICE, {"holidays": "nee"}], "2026-12-25 11:00", ("closed", None, None)),
        ([*OFFICE, {"holidays": "nee"}], "2027-03-26 11:00", ("holiday", "17:00", None)),  # Good Friday
        ([*OFFICE, {"holidays": "nee"}], "2027-05-05 11:00", ("holiday", "17:00", None)),
        ([{"dates": ["2026-12-25"], "from": "10:00", "to": "14:00"}], "2026-12-25 11:00", ("open", "14:00", None)),
        # school holidays, and beyond the years of which they are known
        (SCHOOL, "2026-10-20 11:00", ("closed", None, None)),
        (SCHOOL, "2026-10-13 11:00", ("open", "17:00", None)),
        (SCHOOL, "2031-10-14 11:00", ("school", "17:00", None)),
        # nothing
        ([{"by_appointment": "ja"}], "2026-12-01 11:00", ("appointment", None, None)),
        ([{"closed": ["2026-12-24"]}], "2026-12-01 11:00", ("unknown", None, None)),
    ],
)
def test_hours_as_people_keep_them(hours: Written, at: str, told: Told) -> None:
    then = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    assert by_python(hours, then) == told
    if then.year < 2031:
        assert by_script([(hours, then)]) == [told]


def test_good_friday_and_5_may_are_days_in_doubt() -> None:
    """The library counts the one always and the other every fifth year; most counters do the opposite of one of these.
    Names are Dutch, whatever the machine speaks."""
    days = calendar(2029, ())
    assert days["doubtful"]["2029-03-30"] == "Goede vrijdag"
    assert days["doubtful"]["2029-05-05"] == days["free"]["2030-05-05"] == "Bevrijdingsdag"
    assert "2030-05-05" not in days["doubtful"] and days["free"]["2029-12-26"] == "Tweede kerstdag"


def test_what_nobody_wrote_down_is_not_known() -> None:
    assert opening.now(None, date(2026, 12, 1), 600) == opening.UNKNOWN
    assert by_script([([], datetime(2026, 12, 1, tzinfo=ZONE))]) == [("unknown", None, None)]
