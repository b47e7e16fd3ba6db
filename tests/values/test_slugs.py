"""From a name to an id, and from a slip to what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.national import layer as national
from generator.problems.near import near
from generator.values.fields import is_slug
from generator.values.slugs import slug


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Stichting De Brug", "stichting-de-brug"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("P.I.W. Welzijn & Zorg", "piw-welzijn-zorg"),
        ("  Café   Één ", "cafe-een"),
        ("../../etc/passwd", "etc-passwd"),
        ("Nr. 1", "nr-1"),
        ("???", ""),
        ("日本", ""),
    ],
)
def test_an_id_is_made_of_what_remains_of_a_name(name: str, id: str) -> None:
    assert slug(name) == id


@given(st.text(max_size=70))
def test_what_comes_out_is_an_id_or_nothing(name: str) -> None:
    made = slug(name)
    assert made == "" or is_slug(made[:80].strip("-"))
    assert slug(made) == made


def test_every_municipality_has_the_id_of_its_name() -> None:
    for id, known in national.municipalities().items():
        assert id == slug(known.name) or id == slug(f"{known.name} {known.province}")


@pytest.mark.parametrize(
    ("written", "meant"), [("stijn", "stein"), ("Stein", "stein"), ("sittardgeleen", "sittard-geleen")]
)
def test_a_slip_is_understood(written: str, meant: str) -> None:
    assert near(written, national.municipalities()) == f'bedoelde u "{meant}"? '


@pytest.mark.parametrize("written", ["", "qqq", "🙂"])
def test_what_looks_like_nothing_gets_no_guess(written: str) -> None:
    assert near(written, national.municipalities()) == ""
    assert near(written, ()) == ""
