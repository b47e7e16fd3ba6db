"""What a value that is none may have been meant as."""

from __future__ import annotations

import pytest

from generator.values import misread


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14-03-2026", "2026-03-14"),
        ("14/3/2026", "2026-03-14"),
        ("14.3.26", "2026-03-14"),
        ("14 maart 2026", "2026-03-14"),
        ("Zaterdag 14 maart 2026", "2026-03-14"),
        ("14 mrt. 2026", "2026-03-14"),
        ("1e mei 2026", "2026-05-01"),
        ("maart 2026", "2026-03"),
        ("03-2026", "2026-03"),
        ("2026/03/14", "2026-03-14"),
        ("2026-3-4", "2026-03-04"),
        ("20260314", "2026-03-14"),
        ("2026-02-30", None),
        ("30-02-2026", None),
        ("31 april 2026", None),
        ("14 foo 2026", None),
        ("binnenkort", None),
        ("", None),
    ],
)
def test_a_date_in_any_order(written: str, meant: str | None) -> None:
    assert misread.date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14-03-2026 19:30", "2026-03-14 19:30"),
        ("14 maart 2026 om 19.30 uur", "2026-03-14 19:30"),
        ("14 maart 2026, 9u30", "2026-03-14 09:30"),
        ("2026-03-14T19:30", "2026-03-14 19:30"),
        ("14 maart 2026", "2026-03-14"),
        ("14 maart 2026 om 25.30 uur", None),
        ("maart 2026", None),
    ],
)
def test_a_moment_in_any_order(written: str, meant: str | None) -> None:
    assert misread.moment(written) == meant


@pytest.mark.parametrize(
    ("code", "written", "meant"),
    [
        ("time-format", "9.00", "09:00"),
        ("time-format", "9 uur", "09:00"),
        ("time-format", "9u30", "09:30"),
        ("time-format", "17:30 uur", "17:30"),
        ("time-format", "half tien", None),
        ("time-format", "25:00", None),
        ("coordinate", "52,14", "52.14"),
        ("coordinate", "52.14 NB", "52.14"),
        ("coordinate", "52° 8'", None),
        ("amount", "€ 7,50 per keer", "7,50"),
        ("amount", "7,5", "7,50"),
        ("amount", "12 euro", "12"),
        ("amount", "gratis", None),
        ("amount", "1.000", None),
        ("whole-number", "vanaf 18 jaar", "18"),
        ("whole-number", "18-25", None),
        ("whole-number", "1,5", None),
        ("url-format", "www.stein.nl/zorg", "https://www.stein.nl/zorg"),
        ("url-format", "geen", None),
        ("email-format", "mailto:Info@stein.nl", "info@stein.nl"),
        ("email-format", "info @ stein.nl", "info@stein.nl"),
        ("email-format", "info(at)stein.nl", "info@stein.nl"),
        ("email-format", "info", None),
        ("kvk-format", "KvK 12.34.56.78", "12345678"),
        ("day-format", "28 december 2026", "2026-12-28"),
        ("day-format", "december 2026", None),
    ],
)
def test_other_values(code: str, written: str, meant: str | None) -> None:
    assert misread.MEANT[code](written) == meant
