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


def test_it_is_asked_and_not_taken() -> None:
    assert near("Stein", ["stein", "beek"]) == 'bedoelde u "stein"? '
    assert near("xyz", ["stein", "beek"]) == ""
