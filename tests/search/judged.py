"""Judged questions, and how well a search answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Set = Literal["open", "frozen"]
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks in an edition, with every record a good adviser would want in the first three."""

    id: str
    set: Set
    edition: str
    kind: str
    question: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How often a right answer is among the first 1, 3 and 5, and the mean of 1 / its place (0 when missed)."""

    count: int
    first: float
    three: float
    five: float
    reciprocal: float


def questions() -> tuple[Question, ...]:
    """All judged questions."""
    rows = yaml.safe_load((FOLDER / "queries.yml").read_text("utf-8"))
    return tuple(
        Question(row["id"], row["set"], row["edition"], row["kind"], row["question"], frozenset(row["right"]))
        for row in rows
    )


def acute() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Questions of danger, and those that only look like it."""
    found: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load((FOLDER / "acute.yml").read_text("utf-8"))
    return found


def score(asked: Iterable[Question], answers: Callable[[Question], Sequence[str]]) -> Score:
    """Judge a search by the keys it gives, best first."""
    places = [
        next((place for place, key in enumerate(answers(question), 1) if key in question.right), 0)
        for question in asked
    ]
    count = len(places)

    def within(most: int) -> float:
        return sum(0 < place <= most for place in places) / count

    return Score(count, within(1), within(3), within(5), sum(1 / place for place in places if place) / count)
