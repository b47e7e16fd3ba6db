"""Opening hours in every form, and what makes no sense."""

from __future__ import annotations

import pytest

from tests.validation.rules.conftest import Judge

WEEK = '{days: [ma, di, wo, do, vr], from: "09:00", to: "12:30"}'


@pytest.mark.parametrize(
    "hours",
    [
        f"[{WEEK}]",
        f'[{WEEK}, {{days: [ma], from: "12:30", to: "17:00", note: inloop}}]',
        "[{by_appointment: true}]",
        "{by_appointment: ja}",
        "[{always: true}]",
        "{always: true, closed: [2026-12-25]}",
        f"[{WEEK}, {{by_appointment: true}}, {{closed: [2026-12-24, 2026]}}]",
        '[{days: [za, zo], from: "00:00", to: "24:00"}]',
        '[{days: [za], from: "22:00", to: "24:00"}, {days: [zo], from: "00:00", to: "02:00"}]',
        "[{days: [ma], from: 12:30, to: 17:00}]",
        '[{days: [ma, zo], from: "22:00", to: "07:00"}]',
        '[{days: [1e di, 3e di, laatste vr], from: "10:00", to: "12:00"}]',
        '[{days: [di], interval: 2, from: "10:00", to: "12:00", valid: {from: 2026-12-01}}]',
        '[{days: [ma], from: "09:00", to: "17:00", valid: {from: 2027-04, until: 2027-09}}]',
        '[{days: [ma], from: "09:00", to: "17:00", season: {from: 10, until: 03-31}, holidays: ja}]',
        f"[{WEEK}, {{closed: [{{from: 2026-12-24, until: 2027-01-03, note: kerst}}, 2027-05-05]}}]",
        f'[{WEEK}, {{closed: [{{date: 2026-12-24, from: "12:00"}}, {{date: 2026-12-31, to: "10:00"}}]}}]',
        f"[{WEEK}, {{days: [za], by_appointment: ja}}]",
        f'[{WEEK}, {{dates: [2026-12-27], from: "10:00", to: "14:00", note: koopzondag}}]',
        f"[{WEEK}, {{holidays: nee}}, {{school_holidays: alleen}}, {{school_region: zuid}}]",
        f'[{WEEK}, {{days: [ma], from: "10:00", to: "12:00", note: inloop zonder afspraak}}]',
    ],
)
def test_these_make_sense(hours: str, judge: Judge) -> None:
    assert judge(f"opening_hours: {hours}\n") == []


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ("zomaar", ["opening_hours hours-shape"]),
        ("09:00", ["opening_hours hours-shape"]),
        ("[ma]", ["opening_hours.0 group-expected"]),
        ('[{days: [ma], from: "12:00", to: "12:00"}]', ["opening_hours.0.to hours-order"]),
        ('[{days: [ma], from: "24:00", to: "12:00"}]', ["opening_hours.0.to hours-order"]),
        ('[{days: [ma], from: "17:00", to: "09:00"}]', ["opening_hours.0.to hours-night"]),
        ('[{from: "09:00", to: "12:00"}]', ["opening_hours.0 hours-days"]),
        ("[{days: [ma]}]", ["opening_hours.0 hours-time-missing"] * 2),
        ('[{days: [ma], from: "09:00"}]', ["opening_hours.0 hours-time-missing"]),
        ("[{days: [ma], by_appointment: misschien}]", ["opening_hours.0.by_appointment yes-or-no"]),
        ('[{days: [ma], by_appointment: ja, to: "09:00"}]', ["opening_hours.0 hours-time-missing"]),
        (
            '[{days: [ma], dates: [2026-12-27], from: "09:00", to: "12:00"}]',
            ["opening_hours.0.dates hours-days-and-dates"],
        ),
        ('[{days: [5e ma], from: "09:00", to: "12:00"}]', ["opening_hours.0.days.0 weekday-format"]),
        ('[{days: [ma], interval: 2, from: "09:00", to: "12:00"}]', ["opening_hours.0.interval hours-interval-start"]),
        (
            '[{days: [ma, 1e di], interval: 2, from: "09:00", to: "12:00", valid: {from: 2026-12}}]',
            ["opening_hours.0.days hours-mixed-days", "opening_hours.0.valid.from hours-interval-day"],
        ),
        (
            '[{days: [ma], from: "09:00", to: "12:00", valid: {from: 2027-09, until: 2027-04}}]',
            ["opening_hours.0.valid.until period-order"],
        ),
        (
            '[{days: [ma], from: "09:00", to: "12:00", season: {from: 13, until: 02-30}}]',
            ["opening_hours.0.season.from day-in-year", "opening_hours.0.season.until day-in-year"],
        ),
        ("[{closed: [{from: 2027-01-03, until: 2026-12-24}]}]", ["opening_hours.0.closed.0.until period-order"]),
        ("[{closed: [{from: 2027-01-03}]}]", ["opening_hours.0.closed.0 closed-when"]),
        ("[{closed: [{}]}]", ["opening_hours.0.closed.0 closed-when"]),
        ("[{closed: [{date: 2026-12-24, until: 2026-12-28}]}]", ["opening_hours.0.closed.0 closed-both"]),
        ('[{closed: [{date: 2026-12-24, from: "12:00", to: "10:00"}]}]', ["opening_hours.0.closed.0.to hours-order"]),
        ("[{closed: [{from: straks, until: 2026-12-28}]}]", ["opening_hours.0.closed.0.from time-or-date"]),
        ("[{always: ja}, {school_holidays: nee}]", ["opening_hours school-region"]),
        (
            "[{always: ja}, {school_holidays: nee}, {school_region: oost}]",
            ["opening_hours.2.school_region unknown-choice"],
        ),
        (f'[{WEEK}, {{days: [zo, vr, ma], from: "12:29", to: "13:00"}}]', ["opening_hours.1 hours-overlap"] * 2),
        (f"[{WEEK}, {WEEK}]", ["opening_hours.1 hours-overlap"] * 5),
        ("[{always: true}, {by_appointment: true}]", ["opening_hours.0.always hours-conflict"]),
        (f"[{WEEK}, {{always: true}}]", ["opening_hours.1.always hours-conflict"]),
        ("{always: soms}", ["opening_hours.always yes-or-no"]),
        ("[{closed: [morgen]}]", ["opening_hours.0.closed.0 date-format"]),
        (
            '[{days: [ma], from: "9", to: "10:00"}, {days: [ma], from: "11:00", to: "10:00"}]',
            ["opening_hours.0.from time-format", "opening_hours.1.to hours-night"],
        ),
        (
            '[{days: [], from: "11:00", to: "10:00"}]',
            ["opening_hours.0.days empty-list", "opening_hours.0.to hours-night"],
        ),
    ],
)
def test_these_do_not(hours: str, found: list[str], judge: Judge) -> None:
    assert judge(f"opening_hours: {hours}\n") == found


def test_hours_of_a_phone_and_of_an_offering_are_judged_too(judge: Judge) -> None:
    backwards = '[{days: [ma], from: "17:00", to: "09:00"}]'
    found = judge(f"""
        phones: [{{number: 0800 0000, hours: {backwards}}}]
        offerings:
          - {{id: a, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel., opening_hours: {backwards}}}
    """)
    assert found == ["phones.0.hours.0.to hours-night", "offerings.0.opening_hours.0.to hours-night"]
