"""Ages: years, and of the very young months or weeks."""

from __future__ import annotations

import pytest

from generator.values import ages, fields
from tests.values.test_fields import kept, refused


@pytest.mark.parametrize(
    ("written", "shown", "first", "last", "years"),
    [
        ("4", "4", 48, 60, 4), ("4 jaar", "4", 48, 60, 4), ("0", "0", 0, 12, 0), ("120", "120", 1440, 1452, 120),
        ("18 maanden", "18 maanden", 18, 19, 1.5), ("18mnd", "18 maanden", 18, 19, 1.5),
        ("1 maand", "1 maand", 1, 2, 0.08), ("2,5", "2,5 jaar", 30, 36, 2.5), ("2½ jaar", "2,5 jaar", 30, 36, 2.5),
        ("2½ jr.", "2,5 jaar", 30, 36, 2.5), ("4 jaren", "4", 48, 60, 4),
    ],
)  # fmt: skip
def test_an_age_is_years_or_what_it_says(written: str, shown: str, first: int, last: int, years: float) -> None:
    assert kept(fields.Age, written) == kept(fields.Age, shown) == shown
    age = ages.parsed(written)
    assert age and (age.first, age.last, age.years) == (first, last, years)


def test_weeks_are_part_of_months() -> None:
    six = ages.parsed("6 weken")
    assert six and 1 < six.first < six.last < 2 and six.years == 0.12


@pytest.mark.parametrize("written", ["1,3", "18 maandjes", "4-12", "4+", "1,5 maanden", "1441 maanden", "4 jaar oud"])
def test_what_is_no_age(written: str) -> None:
    assert refused(fields.Age, written) == "age-format"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vanaf 18 maanden", "18 maanden"), ("18 maandjes", "18 maanden"), ("4 jaar oud", "4"), ("4+", "4"),
        ("1,5 jaar oud", "1,5 jaar"), ("2½ jaar en ouder", "2,5 jaar"), ("4-12", None), ("1,3", None),
        ("1441 maanden", None), ("18 dagen", None), ("vier", None),
    ],
)  # fmt: skip
def test_which_age_may_be_meant(written: str, meant: str | None) -> None:
    assert ages.in_text(written) == meant
