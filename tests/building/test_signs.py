"""Numbers as signs: what was written is read again, and what is looked for is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building import signs
from generator.formats.jsontext import written as as_json

NUMBERS = st.integers(0, signs.MOST - 1) | st.integers(0xD600, 0xE100)


@given(st.lists(NUMBERS))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    text = signs.written(numbers)
    assert [signs.number(sign) for sign in text] == numbers
    assert len(as_json(text).decode()) == len(text) + 2, "JSON writes each sign as it is"


@given(st.lists(st.frozensets(st.integers(0, 40), max_size=6)), st.frozensets(st.integers(0, 40), max_size=6))
def test_the_texts_that_hold_a_number_are_found(sets: list[frozenset[int]], wanted: frozenset[int]) -> None:
    texts = [signs.written(sorted(numbers)) for numbers in sets]
    expected = [place for place, numbers in enumerate(sets) if numbers & wanted]
    assert list(signs.holding(texts, wanted)) == expected


def test_there_is_an_end_to_numbers() -> None:
    assert signs.sign(signs.MOST - 1) == chr(0x10FFFF)
    with pytest.raises(ValueError, match="range"):
        signs.sign(signs.MOST)
