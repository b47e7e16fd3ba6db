"""What HTML says without its markup, and how a text is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.html import excerpt, first_sentences


@pytest.mark.parametrize(
    ("length", "cut"),
    [
        (12, "Eerst dit…"),
        (34, "Eerst dit, dan dat en nog veel…"),
        (35, "Eerst dit, dan dat en nog veel meer"),
    ],
)
def test_a_text_is_cut_after_a_whole_word_and_never_after_a_comma(length: int, cut: str) -> None:
    assert excerpt("Eerst dit, dan dat en nog veel meer", length) == cut


@given(st.text(), st.integers(1, 40))
def test_an_excerpt_is_never_longer_than_asked(words: str, length: int) -> None:
    assert len(excerpt(words, length)) <= length


def test_a_page_is_described_by_its_first_paragraph() -> None:
    made = "<h1>Over</h1>\n<p>Dit is <b>ons</b> werk\n&amp; meer.</p><p>Verder.</p>"
    assert first_sentences(made) == "Dit is ons werk & meer."
    assert first_sentences("<p>Dit is ons werk.</p>", 10) == "Dit is…"
    assert first_sentences("<h1>Niets</h1>") == ""
