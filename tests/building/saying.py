"""Answers to questions without a catalogue behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.catalogue.asking import Behind, Question


class Saying:
    """Who answers every question in the same way, and derives things of what it is told."""

    def __init__(
        self, answer: Callable[[Question], str] | str, *derived: tuple[Question, Callable[[], Behind]]
    ) -> None:
        self._answer = answer if callable(answer) else lambda _: answer
        self._derived = dict(derived)
        self.behind: Mapping[Question, Behind] = {}
        self.times = 0
        """How often something was derived."""

    def __call__(self, question: Question) -> str:
        return self._answer(question)

    def derive(self, name: Question) -> Behind:
        self.times += 1
        return self._derived[name]()
