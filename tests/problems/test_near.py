"""What somebody may have meant."""

from __future__ import annotations

import pytest

from generator.problems.near import meant, near

HELP = {
    "maaltijden": ["Maaltijden en boodschappen", "eten", "Tafeltje dekje"],
    "gezelschap-en-activiteiten": ["Gezelschap", "iemand om mee te praten"],
    "vervangende-zorg": ["Even vrij", "respijtzorg"],
    "vervoer": ["Vervoer", "taxi"],
    "mantelzorgers": ["Mantelzorgers"],
    "nl": ["Nederlands"],
}


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("maaltijden", "maaltijden"),
        ("Maaltijden", "maaltijden"),
        ("MAALTIJD", "maaltijden"),
        ("eten", "maaltijden"),
        ("tafeltje-dekje", "maaltijden"),
        ("gezelschap", "gezelschap-en-activiteiten"),
        ("activiteit", "gezelschap-en-activiteiten"),
        ("vervangende zorg", "vervangende-zorg"),
        ("Respijtzorg", "vervangende-zorg"),
        ("vervoeer", "vervoer"),
        ("mantelzorger", "mantelzorgers"),
        ("Nederlands", "nl"),
        ("Vervoër!", "vervoer"),
        ("fietsenmaker", None),
        ("!", None),
        ("", None),
    ],
)
def test_the_word_that_was_meant(written: str, id: str | None) -> None:
    assert meant(written, HELP) == id


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("per km", "kilometer"), ("elke dag", "dag"), ("per dag", "dag"), ("dagen", "dag"), ("1 keer", "keer"),
        ("per persoon", "persoon"), ("op een dag in mei", None), ("eerste dag", None), ("voor het", None),
    ],
)  # fmt: skip
def test_a_short_word_is_not_found_by_chance(written: str, id: str | None) -> None:
    assert meant(written, {"dag": [], "keer": [], "persoon": [], "kilometer": ["km"]}) == id


def test_it_is_asked_and_not_taken() -> None:
    assert near("Stein", ["stein", "beek"]) == 'bedoelde u "stein"? '
    assert near("xyz", ["stein", "beek"]) == ""
