"""A kennisrugzak is shown as it was written, and names stand where people look for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.views.help import lists
from generator.views.knowledge import backpacks
from tests.scratch import Scratch

BACKPACK = """\
---
municipality: stein
core_theme: Samen
design_question: Hoe dan?
---
"""


@pytest.fixture
def pack(one: Scratch) -> Callable[[str], dict[str, list[str]]]:
    """What a kennisrugzak with a text says, per section."""

    def sections(body: str) -> dict[str, list[str]]:
        one.write("content/kennisrugzak/stein/samen.md", BACKPACK + body)
        made = backpacks.backpack(one.known(), "stein/samen")["sections"]
        return {section.label: [str(passage.text) for passage in section.passages] for section in made}

    return sections


def test_what_stands_above_the_first_heading_introduces(pack: Callable[[str], dict[str, list[str]]]) -> None:
    assert pack("Vooraf.\n\n## Huidige situatie\n\nNu.\n") == {
        "Inleiding": ["<p>Vooraf.</p>"],
        "Hoe is het nu?": ["<p>Nu.</p>"],
    }
    assert pack("Vooraf.\n\n## Huidige situatie\n\nNu.\n\n## Inleiding\n\nBegin.\n")["Inleiding"] == [
        "<p>Vooraf.</p>\n<p>Begin.</p>"
    ]


def test_names_stand_where_people_look_for_them(one: Scratch) -> None:
    for id, name in (("a", "Étape"), ("b", "'s Avonds samen"), ("c", "Eten"), ("d", "Zorg"), ("e", "100 Handen")):
        one.organisation(id, name=f'"{name}"')
    letters = lists.a_to_z(one.known(), "stein")["letters"]
    mine = {letter: [entry.name for entry in names if entry.url.count("/") == 2] for letter, _, names in letters}
    assert "100 Handen" in mine["0–9"] and "'s Avonds samen" in mine["S"] and "Zorg" in mine["Z"]
    assert [name for name in mine["E"] if name in ("Étape", "Eten")] == ["Étape", "Eten"]
