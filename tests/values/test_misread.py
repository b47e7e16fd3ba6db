"""What a value that is none may have been meant as."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import fields, misread
from tests.values.test_fields import kept


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
        ("2026-03-14 00:00:00", "2026-03-14"),
        ("14-3-2026 0:00", "2026-03-14"),
        ("2026-03-14T00:00:00.000Z", "2026-03-14"),
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
        ("2026-03-14 19:30:00", "2026-03-14 19:30"),
        ("2026-03-14 24:00:00", None),
        ("28 maart 2027 om 2.30 uur", None),  # the clock skips that hour
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
        ("time-format", "9h30", "09:30"), ("time-format", "0930", "09:30"), ("time-format", "930", "09:30"),
        ("time-format", "9,30", "09:30"), ("time-format", "9.30 u.", "09:30"), ("time-format", "om 9 uur", "09:00"),
        ("time-format", "09:30:00", "09:30"), ("time-format", "9:30 AM", "09:30"), ("time-format", "1:30 pm", "13:30"),
        ("time-format", "12:00 AM", "00:00"), ("time-format", "13:00 PM", None), ("time-format", "24.00", "24:00"),
        ("time-format", "24.30", None), ("time-format", "2430", None), ("time-format", "9.5", None),
        ("time-format", "9.75", None), ("time-format", "12:30 - 17:00", None),
        ("day-in-year", "april", "04"), ("day-in-year", "4", "04"), ("day-in-year", "15-04", "04-15"),
        ("day-in-year", "15/4", "04-15"), ("day-in-year", "15 apr.", "04-15"), ("day-in-year", "1e mei", "05-01"),
        ("day-in-year", "4-15", "04-15"), ("day-in-year", "15-04-2026", "04-15"), ("day-in-year", "2026-04", "04"),
        ("day-in-year", "29 feb", "02-29"), ("day-in-year", "30 februari", None), ("day-in-year", "31-04", None),
        ("day-in-year", "13", None), ("day-in-year", "herfst", None), ("day-in-year", "2026", None),
        ("time-or-date", "12.00", "12:00"), ("time-or-date", "24-12-2026", "2026-12-24"),
        ("time-or-date", "kerst", None),
        ("postcode-area", "6171 AB", "6171"), ("postcode-area", "6171ab", "6171"),
        ("postcode-area", "postcode 6171", "6171"),
        ("postcode-area", "6171 t/m 6179", None), ("postcode-area", "61711", None), ("postcode-area", "0171", None),
        ("postcode-format", "6171-AB", "6171 AB"), ("postcode-format", "NL-6171ab", "6171 AB"),
        ("postcode-format", "61 71 A B", "6171 AB"), ("postcode-format", "6171 AB Stein", "6171 AB"),
        ("postcode-format", "6171 SA", None), ("postcode-format", "6171 ABC", None),
        ("postcode-format", "617 AB", None),
        ("whatsapp-number", "06 10000000 (alleen appen)", "06 10 00 00 00"), ("whatsapp-number", "06 1234", None),
        ("whatsapp-number", "https://wa.me/0610000000", "06 10 00 00 00"), ("whatsapp-number", "0800 2000", None),
        ("whatsapp-number", "0575 200000 / 06 10000000", None),
        ("amount", "ca. 10", "10"), ("amount", "vanaf € 10,- per keer", "vanaf 10"), ("amount", "10 €/keer", "10"),
        ("amount", "3,50 tot 7,50 per keer", "3,50 - 7,50"), ("amount", "max 40 p.p.", "tot 40"),
        ("amount", "10%", None), ("amount", "5-10-15", None), ("amount", "10 voor 2 personen", None),
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
)  # fmt: skip
def test_other_values(code: str, written: str, meant: str | None) -> None:
    assert misread.MEANT[code](written) == meant


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("eerste di", "1e di"), ("1ste ma", "1e ma"), ("2de woensdag", "2e wo"), ("1e dinsdag van de maand", "1e di"),
        ("laatste vrijdag v/d maand", "laatste vr"), ("eerste en derde dinsdag", "1e di, 3e di"), ("1e  di", "1e di"),
        ("maandag en wo", "ma, wo"), ("ma/wo/vr", "ma, wo, vr"), ("ma & di", "ma, di"), ("Maandag", "ma"),
        ("ma.", "ma"),
        ("ma-vr", "ma, di, wo, do, vr"), ("ma t/m vr", "ma, di, wo, do, vr"), ("Ma. tot en met do.", "ma, di, wo, do"),
        ("maandag \N{EN DASH} woensdag", "ma, di, wo"), ("vr-zo", "vr, za, zo"), ("za-ma", "za, zo, ma"),
        ("ma t/m do en za", "ma, di, wo, do, za"), ("werkdagen", "ma, di, wo, do, vr"), ("weekend", "za, zo"),
        ("elke dag", "ma, di, wo, do, vr, za, zo"), ("op dinsdagavond", "di"), ("wo-ochtend", "wo"), ("zondagen", "zo"),
        ("5e ma", None), ("1e", None), ("1e di en vr", None), ("1e ma t/m vr", None), ("tot vr", None),
        ("ma tot", None),
        ("om de week di", None), ("iets", None), ("", None),
    ],
)  # fmt: skip
def test_days_of_the_week(written: str, days: str | None) -> None:
    assert misread.MEANT["weekday-format"](written) == days


KINDS: dict[str, Any] = {
    "age-format": fields.Age, "agb-format": fields.Agb, "amount": fields.Euros, "date-format": fields.When,
    "day-format": fields.WholeDay, "day-in-year": fields.DayInYear, "email-format": fields.Email,
    "kvk-format": fields.Kvk,
    "moment-format": fields.Moment, "postcode-area": fields.PostcodeArea, "postcode-format": fields.Postcode,
    "time-format": fields.Time, "time-or-date": fields.TimeOrWhen, "url-format": fields.Url, "wait-format": fields.Wait,
    "weekday-format": fields.Weekday, "whatsapp-number": fields.WhatsApp,
}  # fmt: skip
"""What takes the place of a value with that fault."""

PIECES = re.findall(
    r"\S+",
    """0 1 2 4 6 9 12 24 30 31 50 99 120 2026 6171 06 10000000 , . : - / ½ € % + ab SA jaar weken mnd uur dag
    werkdagen april mei di vr 1e laatste tot en van t/m binnen vanaf max. info @ www. stein .nl u h pm""",
)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=7))
def test_what_is_advised_can_be_written(pieces: list[tuple[str, str]]) -> None:
    """Whatever somebody wrote, nobody is told to write what is refused as well."""
    written = "".join(piece + space for piece, space in pieces)
    for code, kind in KINDS.items():
        for said in (misread.MEANT[code](written) or "").split(", "):
            assert not said or kept(kind, said), (code, written, said)


def test_every_reader_is_held_to_that() -> None:
    assert KINDS.keys() | {"coordinate", "whole-number"} == misread.MEANT.keys()
