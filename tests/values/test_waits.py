"""How long people wait: a number with its unit, from which an order can be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("binnen 5 werkdagen", "binnen 5 werkdagen", 0, 7, "binnen 5 werkdagen"),
        ("1 werkdag", "1 werkdag", 2, 2, "1 werkdag"),
        ("binnen 24 uur", "binnen 24 uur", 0, 1, "binnen 24 uur"), ("36 uren", "36 uur", 2, 2, "36 uur"),
        ("geen wachttijd", "geen", 0, 0, None), ("Geen wachtlijst", "geen", 0, 0, None),
        ("4 t/m 6 weken", "4-6 weken", 28, 42, "4 tot 6 weken"), ("4 à 6 wkn", "4-6 weken", 28, 42, "4 tot 6 weken"),
        ("tussen 4 en 6 weken", "4-6 weken", 28, 42, "4 tot 6 weken"), ("2 of 3 mnd.", "2-3 maanden", 60, 90, None),
        ("van 2 weken tot 3 maanden", "2 weken - 3 maanden", 14, 90, None), ("3 dgn", "3 dagen", 3, 3, None),
        ("max. 2 weken", "binnen 2 weken", 0, 14, None), ("niet langer dan 3 weken", "binnen 3 weken", 0, 21, None),
        ("gemiddeld 6 weken", "6 weken", 42, 42, None), ("1 jr", "1 jaar", 365, 365, None),
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
        assert waiting("binnen 5 werkdagen") == "within 5 working days"
        assert waiting("1 uur") == "1 hour"


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
        ("binnen 2-4 weken", "2-4 weken"),
        ("2,5 jaar", "30 maanden"),
        ("2½ jaar", "30 maanden"),
        ("1,5 tot 2 jaar", "18-24 maanden"),
        ("2,5 week", None),
        ("minder dan 2 weken", "binnen 2 weken"),
        ("<2 weken", "binnen 2 weken"),
        ("minimaal 6 weken", "meer dan 6 weken"),
        ("> 6 maanden", "meer dan 6 maanden"),
        ("een week of zes", "6 weken"),
        ("4 naar 6 weken", None),
        ("12/3 weken", None),
        ("1.000 dagen", None),
    ],
)
def test_what_is_no_wait_gets_a_hint(written: str, meant: str | None) -> None:
    assert refused(fields.Wait, written) == "wait-format"
    assert waits.in_text(written) == meant


@pytest.mark.parametrize(
    ("sentence", "wait"),
    [
        ("De wachttijd is meer dan 6 maanden.", "meer dan 6 maanden"),
        ("U wacht hooguit 2 weken.", "binnen 2 weken"),
        ("Niet langer dan zes weken.", "binnen 6 weken"),
        ("Het kan oplopen tot wel een jaar.", "binnen 1 jaar"),
        ("Wij bellen u binnen 24 uur.", "binnen 24 uur"),
        ("Binnen vijf werkdagen hoort u meer.", "binnen 5 werkdagen"),
        ("Tussen de vier en zes weken.", "4-6 weken"),
        ("Meestal 4 t/m 6 weken", "4-6 weken"),
        ("Er is geen wachttijd.", "geen"),
        ("Er is geen wachtlijst.", None),
        ("Bel tussen 9 en 12 uur.", None),
        ("Wij zijn er tot 12 uur.", None),
        ("Elke 2 weken is er plek voor een nieuwe groep.", None),
        ("Meld u 2 weken van tevoren aan.", None),
        ("Hulp voor 2 uur per week.", None),
    ],
)
def test_a_sentence_may_name_a_wait(sentence: str, wait: str | None) -> None:
    assert waits.in_text(sentence) == wait


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["dagen", "weken", "maanden", "jaar"]))
def test_the_first_of_two_is_never_the_longest(low: int, high: int, unit: str) -> None:
    wait = waits.parsed(f"{low}-{high} {unit}")
    assert (wait is None) == (low >= high)
    assert wait is None or (wait.most is not None and wait.least < wait.most)
