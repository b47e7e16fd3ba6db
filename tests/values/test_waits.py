"""How long people wait: a number with its unit, from which an order can be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.texts.spoken import speaking
from generator.values import fields, waits
from generator.views.pieces.room import waiting
from tests.values.test_fields import kept, refused


@pytest.mark.parametrize(
    ("written", "shown", "least", "most", "said"),
    [
        ("geen", "geen", 0, 0, None), ("Geen", "geen", 0, 0, None), ("0 dagen", "geen", 0, 0, None),
        ("1 dag", "1 dag", 1, 1, "1 dag"), ("10 dagen", "10 dagen", 10, 10, "10 dagen"),
        ("6 weken", "6 weken", 42, 42, "6 weken"), ("ongeveer 6 weken", "6 weken", 42, 42, "6 weken"),
        ("1 week", "1 week", 7, 7, "1 week"), ("1 weken", "1 week", 7, 7, "1 week"),
        ("4-6 weken", "4-6 weken", 28, 42, "4 tot 6 weken"), ("4 tot 6 weken", "4-6 weken", 28, 42, "4 tot 6 weken"),
        ("4 – 6 wk", "4-6 weken", 28, 42, "4 tot 6 weken"), ("3 maanden", "3 maanden", 90, 90, "3 maanden"),
        ("2 weken tot 3 maanden", "2 weken - 3 maanden", 14, 90, "2 weken tot 3 maanden"),
        ("binnen 2 weken", "binnen 2 weken", 0, 14, "binnen 2 weken"),
        ("hooguit 5 dagen", "binnen 5 dagen", 0, 5, "binnen 5 dagen"),
        ("meer dan 1 jaar", "meer dan 1 jaar", 365, None, "meer dan 1 jaar"),
        ("langer dan 18 maanden", "meer dan 18 maanden", 540, None, "meer dan 18 maanden"),
    ],
)  # fmt: skip
def test_a_wait_is_a_number_of_days(written: str, shown: str, least: int, most: int | None, said: str | None) -> None:
    assert kept(fields.Wait, written) == kept(fields.Wait, shown) == shown
    wait = waits.parsed(written)
    assert wait and (wait.least, wait.most) == (least, most)
    assert said is None or waiting(shown) == said


def test_another_language_has_its_own_words_for_it() -> None:
    with speaking("en"):
        assert waiting("4-6 weken") == "4 to 6 weeks"
        assert waiting("binnen 1 maand") == "within 1 month"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("zes weken", "6 weken"),
        ("Een half jaar", "6 maanden"),
        ("anderhalf jaar", "18 maanden"),
        ("Twee tot vier weken.", "2-4 weken"),
        ("binnen een week", "binnen 1 week"),
        ("6-4 weken", None),
        ("binnenkort", None),
        ("6", None),
        ("weken", None),
        ("lang", None),
        ("6 x", None),
        ("", None),
        ("binnen 2-4 weken", "binnen 2-4 weken"),
    ],
)
def test_what_is_no_wait_gets_a_hint(written: str, meant: str | None) -> None:
    with pytest.raises(ValidationError) as failed:
        TypeAdapter(fields.Wait).validate_python(written)
    context = failed.value.errors()[0]["ctx"]
    assert context["code"] == "wait-format" == refused(fields.Wait, written)
    if meant and written != "binnen 2-4 weken":
        assert meant in context["values"]["near"]


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["dagen", "weken", "maanden", "jaar"]))
def test_the_first_of_two_is_never_the_longest(low: int, high: int, unit: str) -> None:
    wait = waits.parsed(f"{low}-{high} {unit}")
    assert (wait is None) == (low >= high)
    assert wait is None or (wait.most is not None and wait.least < wait.most)
