"""The ring map is drawn twice: by Python for the page, and in a browser when somebody chooses. Both draw the same."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.views.rings.geometry import Drawing, Party, Term, Words, drawing
from tests.front.node import HERE, NODE

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")

Plan = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def planned() -> Iterator[Plan]:
    """What the script makes of the data of a ring map, in a Node that goes on running."""
    words = [NODE, HERE / "planned.mjs"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as node:
        assert node.stdin is not None and node.stdout is not None

        def plan(data: dict[str, Any]) -> dict[str, Any]:
            assert node.stdin is not None and node.stdout is not None
            node.stdin.write(json.dumps(data) + "\n")
            node.stdin.flush()
            made: dict[str, Any] = json.loads(node.stdout.readline())
            return made

        yield plan
        node.stdin.close()


signs = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
words = st.text(signs, max_size=40)
common = st.sampled_from(["Zorg", "mantel", "de", "Wijk-", "MWMW", "vereniging", "Öztürk", "i"])
names = st.tuples(st.characters(categories=("L",)), words).map("".join) | st.lists(common, min_size=1).map(" ".join)
"""What somebody is called: anything with a letter in it, or words as they are."""


@st.composite
def rings(draw: st.DrawFn) -> tuple[str, list[Term], list[Term], list[Party], Words]:
    """Any municipality with any levels, kinds and parties; some of unknown kind or level, some with a wish."""
    levels = [Term(f"niveau-{number}", draw(names)) for number in range(draw(st.integers(1, 8)))]
    kinds = [Term(f"soort-{number}", draw(names)) for number in range(draw(st.integers(1, 17)))]
    of = lambda terms: st.none() | st.sampled_from([term.id for term in terms])  # noqa: E731
    some = st.builds(Party, names, of(kinds), of(levels), of(levels))
    parties = draw(st.lists(some, max_size=12))
    # As many as a large municipality has: the same ones over and over, each with its number.
    turns = range(draw(st.integers(1, 20)))
    many = [party._replace(name=f"{party.name} {turn}") for turn in turns for party in parties]
    return draw(names), levels, kinds, many, Words(draw(names), draw(words), draw(words))


def numbers(value: object) -> list[float]:
    return [float(found) for found in _NUMBERS.findall(str(value))]


def close(one: list[float], other: list[float]) -> bool:
    """Whether numbers are the same but for what two machines may round to another tenth."""
    return len(one) == len(other) and all(abs(a - b) < 0.1001 for a, b in zip(one, other, strict=True))


def same(made: Drawing, plan: dict[str, Any]) -> None:
    """Element by element: tag, class, words, whose it is, and every number to a tenth."""
    assert close(list(map(float, made.box)), plan["box"])
    assert len(made.shapes) == len(plan["shapes"])
    for shape, other in zip(made.shapes, plan["shapes"], strict=True):
        assert (shape.tag, shape.style, shape.text) == (other["tag"], other["style"], other.get("text", ""))
        assert shape.party == other.get("party")
        assert shape.at.keys() == other["at"].keys()
        for name, value in shape.at.items():
            assert close(numbers(value), numbers(other["at"][name])), (shape, other)


@given(rings())
@settings(max_examples=100)
def test_python_and_the_browser_plan_the_same(
    planned: Plan, of: tuple[str, list[Term], list[Term], list[Party], Words]
) -> None:
    middle, levels, kinds, parties, words = of
    data = {
        "middle": middle,
        "levels": [level._asdict() for level in levels],
        "kinds": [kind._asdict() for kind in kinds],
        "parties": [party._asdict() for party in parties],
        "words": words._asdict(),
    }
    same(drawing(middle, levels, kinds, parties, words), planned(data))


def test_many_parties_stand_in_two_columns_in_both(planned: Plan) -> None:
    """What chance may not bring: as many as there are in the largest municipality."""
    levels = [Term(f"niveau-{number}", f"Niveau {number}") for number in range(6)]
    kinds = [Term(f"soort-{number}", f"Soort {number}") for number in range(17)]
    parties = [
        Party(f"Partij met een lange naam {n}", f"soort-{n % 17}", f"niveau-{n % 6}", f"niveau-{n * 5 % 6}")
        for n in range(240)
    ]
    words = Words("niemand", "onbekend", "anders")
    made = drawing("Lindedal", levels, kinds, parties, words)
    assert made.columns == 2
    data = {"levels": levels, "kinds": kinds, "parties": parties}
    rows = {name: [one._asdict() for one in terms] for name, terms in data.items()}
    same(made, planned({"middle": "Lindedal", "words": words._asdict(), **rows}))
