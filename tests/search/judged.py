"""Judged questions, and how well a search answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Set = Literal["open", "frozen"]
FOLDER = Path(__file__).parent
UNSEEN = FOLDER / "unseen"


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks in an edition, with every record a good adviser would want in the first three: none where the
    edition has no answer."""

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


@dataclass(frozen=True, slots=True)
class Danger:
    """How much of what is danger brings a right line, and brings it first; how many lookalikes bring any."""

    count: int
    found: float
    first: float
    lookalikes: int
    false: float


def questions() -> tuple[Question, ...]:
    """All judged questions about the editions of this project."""
    return _read(FOLDER / "queries.yml")


def unseen() -> tuple[Question, ...]:
    """Those about municipalities that nobody tuned for."""
    return tuple(question for file in sorted(UNSEEN.glob("*-questions.yml")) for question in _read(file))


def _read(file: Path) -> tuple[Question, ...]:
    rows = yaml.safe_load(file.read_text("utf-8"))
    return tuple(
        Question(row["id"], row["set"], row["edition"], row["kind"], row["question"], frozenset(row["right"]))
        for row in rows
    )


def acute() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Questions of danger, and those that only look like it."""
    found: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load((FOLDER / "acute.yml").read_text("utf-8"))
    return found


def dangers() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Many more of both, written by who saw no vocabulary: `must` and `must_not`."""
    found: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load((UNSEEN / "danger.yml").read_text("utf-8"))
    return found


def danger(lines: Mapping[str, Sequence[str]], which: Set) -> Danger:
    """Judge the lines that a search puts above everything, by sentence, on one half."""
    must, must_not = ([row for row in dangers()[group] if row["set"] == which] for group in ("must", "must_not"))
    given = [(lines[row["question"]], row["terms"]) for row in must]
    return Danger(
        len(must),
        sum(any(line in terms for line in above) for above, terms in given) / len(must),
        sum(bool(above) and above[0] in terms for above, terms in given) / len(must),
        len(must_not),
        sum(bool(lines[row["question"]]) for row in must_not) / len(must_not),
    )


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
