"""The guide to ids is what the vocabularies and the model say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.editing import terms
from generator.model.anatomy import anatomy
from generator.model.kinds import models
from generator.model.vocabulary import VOCABULARIES
from generator.national import layer
from tests.editions import LINDEDAL, STEIN


@pytest.mark.parametrize("edition", [STEIN, LINDEDAL], ids=["stein", "lindedal"])
def test_the_committed_guide_is_what_the_vocabularies_say(edition: Path) -> None:
    assert (edition / "data" / terms.FILE).read_text("utf-8") == terms.guide(), 'geef "mantelkaart schema"'


def test_every_id_and_every_choice_is_in_the_guide() -> None:
    told = set(re.findall(r"`([^`]+)`", terms.guide()))
    fields = [field for model in models() for field in anatomy(model).fields]
    used = {field.reference for field in fields} & VOCABULARIES
    assert used == VOCABULARIES - {"acute"}
    wanted = {term["id"] for vocabulary in used for term in layer.vocabulary(vocabulary)}
    wanted |= {choice for field in fields for choice in field.choices}
    assert wanted - told == set()
