"""Opening hours in words, and the same for machines."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.model.hours import Hours, OpeningHours
from generator.texts.spoken import speaking
from generator.views.pieces import hours as opening
from generator.views.pieces.schema_hours import specifications

_hours: TypeAdapter[OpeningHours] = TypeAdapter(Hours)
OFFICE = {"days": ["ma", "di"], "from": "09:00", "to": "17:00"}


def typed(*written: dict[str, Any]) -> OpeningHours:
    return _hours.validate_python(list(written))


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ([OFFICE], ["maandag en dinsdag 9.00–17.00 uur"]),
        (
            [{"days": ["ma", "di", "wo", "do", "vr", "za", "zo"], "from": "22:00", "to": "07:00"}],
            ["elke dag 22.00–7.00 uur, tot de volgende dag"],
        ),
        ([OFFICE | {"to": "00:00"}], ["maandag en dinsdag 9.00–0.00 uur"]),
        ([OFFICE | {"days": ["1e di", "3e di"]}], ["de eerste en derde dinsdag van de maand 9.00–17.00 uur"]),
        (
            [OFFICE | {"days": ["1e ma", "laatste vr"]}],
            ["de eerste maandag en de laatste vrijdag van de maand 9.00–17.00 uur"],
        ),
        (
            [OFFICE | {"interval": "2", "valid": {"from": "2026-12-01"}}],
            ["om de week op maandag en dinsdag 9.00–17.00 uur (vanaf 1 december 2026)"],
        ),
        (
            [OFFICE | {"days": ["1e di"], "interval": "3", "valid": {"from": "2026-12-01"}}],
            ["elke 3 maanden op de eerste dinsdag 9.00–17.00 uur (vanaf 1 december 2026)"],
        ),
        (
            [OFFICE | {"valid": {"from": "2027-04", "until": "2027-09"}}],
            ["maandag en dinsdag 9.00–17.00 uur (van april tot en met september 2027)"],
        ),
        (
            [OFFICE | {"season": {"from": "10", "until": "03-31"}, "holidays": "nee"}],
            ["maandag en dinsdag 9.00–17.00 uur (van oktober tot en met 31 maart; niet op feestdagen)"],
        ),
        (
            [OFFICE | {"note": "receptie"}, OFFICE | {"from": "10:00", "to": "12:00", "note": "inloop"}],
            ["maandag en dinsdag 9.00–17.00 uur (receptie)", "maandag en dinsdag 10.00–12.00 uur (inloop)"],
        ),
        ([{"dates": ["2026-12-27"], "from": "10:00", "to": "14:00"}], ["op 27 december 2026 10.00–14.00 uur"]),
        (
            [OFFICE, {"days": ["wo"], "by_appointment": "ja"}],
            ["maandag en dinsdag 9.00–17.00 uur", "woensdag op afspraak"],
        ),
        ([OFFICE | {"by_appointment": "ja"}], ["maandag en dinsdag 9.00–17.00 uur, op afspraak"]),
        (
            [OFFICE, {"school_holidays": "nee"}, {"school_region": "zuid"}, {"holidays": "ja"}],
            ["maandag en dinsdag 9.00–17.00 uur", "ook op feestdagen", "niet in schoolvakanties van regio Zuid"],
        ),
        (
            [{"always": "ja"}, {"closed": ["2026-12-24", "2027-05", "2026-12-31"]}],
            ["dag en nacht", "dicht op 24 december 2026 en 31 december 2026", "dicht in mei 2027"],
        ),
        (
            [{"closed": [{"from": "2026-12-24", "until": "2027-01-03", "note": "kerst"}]}],
            ["dicht van 24 december 2026 tot en met 3 januari 2027 (kerst)"],
        ),
        (
            [{"closed": [{"date": "2026-12-24", "from": "12:00"}, {"date": "2026-12-31", "to": "10:00"}]}],
            ["dicht op 24 december 2026 vanaf 12.00 uur", "dicht op 31 december 2026 tot 10.00 uur"],
        ),
        (
            [{"closed": [{"date": "2026-12", "from": "12:00", "to": "13:00"}]}],
            ["dicht in december 2026 van 12.00 tot 13.00 uur"],
        ),
    ],
)
def test_hours_are_said_as_people_say_them(written: list[dict[str, Any]], lines: list[str]) -> None:
    assert opening.lines(typed(*written)) == lines


def test_they_are_said_in_english_too() -> None:
    with speaking("en"):
        assert opening.lines(typed(OFFICE | {"days": ["1e di", "3e di"]})) == [
            "the first and third Tuesday of the month 9.00–17.00"
        ]
        assert opening.lines(typed(OFFICE | {"interval": "2", "valid": {"from": "2026-12-01"}})) == [
            "every other week on Monday and Tuesday 9.00–17.00 (from 1 December 2026)"
        ]


def told(*written: dict[str, Any]) -> list[dict[str, Any]]:
    """Without what every one of them is."""
    nodes = specifications(typed(*written), 2026)
    assert {node.pop("@type") for node in nodes} <= {"OpeningHoursSpecification"}
    return nodes


WEEK = {"dayOfWeek": ["Monday", "Tuesday"], "opens": "09:00", "closes": "17:00"}
SHUT = {"opens": "00:00", "closes": "00:00"}


def day(of: str) -> dict[str, str]:
    return {"validFrom": of, "validThrough": of}


def test_machines_are_told_the_same() -> None:
    assert told(OFFICE) == [WEEK]
    assert told(OFFICE | {"from": "22:00", "to": "07:00"}) == [WEEK | {"opens": "22:00", "closes": "07:00"}]
    assert told(OFFICE | {"to": "24:00"}) == [WEEK | {"closes": "23:59"}]
    assert told(OFFICE | {"valid": {"from": "2027-04", "until": "2027-09"}}) == [
        WEEK | {"validFrom": "2027-04-01", "validThrough": "2027-09-30"}
    ]
    winter = told(OFFICE | {"season": {"from": "10-15", "until": "02"}})
    assert winter[0] == WEEK | {"validFrom": "2025-10-15", "validThrough": "2026-02-28"}
    assert [node["validThrough"] for node in winter] == ["2026-02-28", "2027-02-28", "2028-02-29"]
    assert told(OFFICE, {"holidays": "nee"})[1] == {"dayOfWeek": ["PublicHolidays"], **SHUT}


def test_machines_are_told_the_days_of_what_they_have_no_words_for() -> None:
    first = told(OFFICE | {"days": ["1e di"]}, {"closed": ["2026-12-01"]})
    assert first[0] == {"opens": "09:00", "closes": "17:00", **day("2026-01-06")}
    # Of 2026 not the fifth of May, a day in doubt, nor the first of December.
    assert len(first) == 10 + 3 + 1 and first[-1] == SHUT | day("2026-12-01")
    # The next one would be Easter Monday.
    assert told(OFFICE | {"days": ["ma"], "interval": "2", "valid": {"from": "2027-03-01"}}) == [
        {"opens": "09:00", "closes": "17:00", **day(on)} for on in ("2027-03-01", "2027-03-15")
    ]


def test_machines_are_not_told_of_days_on_which_it_is_closed_anyhow() -> None:
    """Easter Monday is the first Monday of April 2026; the summer holidays of Noord begin on 4 July."""

    def days(*written: dict[str, Any]) -> set[str]:
        return {node["validFrom"] for node in told(*written) if "validFrom" in node}

    mondays = {"days": ["1e ma"]}
    assert {"2026-03-02", "2026-05-04"} <= days(OFFICE | mondays, {"holidays": "nee"}) - {"2026-04-06"}
    assert "2026-04-06" not in days(OFFICE | mondays, {"holidays": "nee"})
    assert "2026-04-06" in days(OFFICE | mondays, {"holidays": "ja"})
    told_of = days(OFFICE | {"days": ["1e di"], "school_holidays": "nee"}, {"school_region": "noord"})
    assert "2026-06-02" in told_of and {"2026-07-07", "2026-08-04"}.isdisjoint(told_of)
    assert told(OFFICE | {"holidays": "nee"})[1] == {"dayOfWeek": ["PublicHolidays"], **SHUT}
    assert len(told(OFFICE | {"holidays": "nee"}, OFFICE | {"days": ["za"], "holidays": "ja"})) == 2


def test_machines_are_told_when_it_is_closed() -> None:
    nodes = told(
        {"always": "ja"},
        {"closed": [{"from": "2026-12-24", "until": "2027-01-03"}, {"date": "2026-11-30", "from": "12:00"}]},
    )
    assert nodes[1:] == [
        SHUT | {"validFrom": "2026-12-24", "validThrough": "2027-01-03"},
        {"opens": "00:00", "closes": "12:00", **day("2026-11-30")},
    ]
    gone = told(OFFICE, {"school_holidays": "alleen"}, {"school_region": "zuid"})
    assert {"validFrom": "2026-10-17", "validThrough": "2026-10-25"}.items() <= gone[4].items()


def test_machines_are_not_told_that_something_is_open_that_is_by_appointment() -> None:
    assert told(OFFICE | {"by_appointment": "ja"}, {"closed": ["2026-12-24"]}) == []
    assert told({"by_appointment": "ja"}) == []
