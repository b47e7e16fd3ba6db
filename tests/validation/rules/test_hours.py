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
        (f'[{WEEK}, {{days: [zo, vr, ma], from: "12:29", to: "13:00"}}]', ["opening_hours.1 hours-overlap"] * 2),
        (f"[{WEEK}, {WEEK}]", ["opening_hours.1 hours-overlap"] * 5),
        ("[{always: true}, {by_appointment: true}]", ["opening_hours.0.always hours-conflict"]),
        (f"[{WEEK}, {{always: true}}]", ["opening_hours.1.always hours-conflict"]),
        ("{always: soms}", ["opening_hours.always yes-or-no"]),
        ("[{closed: [morgen]}]", ["opening_hours.0.closed.0 date-format"]),
        (
            '[{days: [ma], from: "9", to: "10:00"}, {days: [ma], from: "11:00", to: "10:00"}]',
            ["opening_hours.0.from time-format", "opening_hours.1.to hours-order"],
        ),
        (
            '[{days: [], from: "11:00", to: "10:00"}]',
            ["opening_hours.0.days empty-list", "opening_hours.0.to hours-order"],
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
    assert found == ["phones.0.hours.0.to hours-order", "offerings.0.opening_hours.0.to hours-order"]
