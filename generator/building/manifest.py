"""What the last finished build made: every file, how it was asked for, and what was asked to make it.

Questions are kept once and files name them by number. So the next build asks each of them again, once for all files,
and knows which files would come out otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json

from generator.cache.digests import digest
from generator.cache.store import write_json
from generator.catalogue.asking import Question

FORM = 2
"""The form of the file: what was written in another one counts as nothing."""

_SHORT = 32
"""Answers up to this long are kept as they are; of longer ones a digest says as much."""


class Made(NamedTuple):
    """One file of the site: how it was asked for, what is in it, how it lies on disk, and what was asked for it."""

    asked_as: str
    content: str
    size: int
    modified: int
    asked: Sequence[int] = ()
    """The numbers of questions, and of groups of questions, in `Manifest`."""


class Manifest:
    """The files of a build by path, with all questions behind them and what came of each."""

    def __init__(self, base: str = "") -> None:
        """An empty one. `base` names what every file is made of: engine, front and site."""
        self.base = base
        self.files: Mapping[str, Made] = {}
        self.questions: list[Question] = []
        """Questions by number; a group has the name of what was shared, and its members in `_members`."""
        self.answers: list[str] = []
        self._members: list[Sequence[int] | None] = []
        self._numbers: dict[Question, int] = {}
        self._settled = 0
        """How many questions there were when all of them were asked by some file."""

    @classmethod
    def read(cls, path: Path, target: str) -> Manifest:
        """The manifest at a path, if it is of this target; an empty one when it can't be read."""
        try:
            found: Any = from_json(path.read_bytes())
            if found["form"] != FORM or found["target"] != target:
                return cls()
            made = cls(found["base"])
            columns = [found[name] for name in ("asked_as", "content", "size", "modified", "asked")]
            made.files = dict(zip(found["paths"], map(Made._make, zip(*columns, strict=True)), strict=True))
            made.questions = [tuple(question) for question in found["questions"]]
            made.answers, made._members, made._settled = found["answers"], found["members"], found["settled"]
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls()
        made._numbers = {question: number for number, question in enumerate(made.questions)}
        return made

    def again(self, files: Mapping[str, Made]) -> Manifest:
        """As the next build would read it, when these are the files; that build leaves this one as it is."""
        made = Manifest(self.base)
        made.files = files
        made.questions, made.answers, made._members = list(self.questions), list(self.answers), list(self._members)
        made._settled = self._settled or len(self.questions)
        made._numbers = {question: number for number, question in enumerate(made.questions)}
        return made

    def write(self, path: Path, target: str, files: Mapping[str, Made]) -> None:
        """Write the manifest of these files, whole."""
        columns = list(zip(*files.values(), strict=True)) or [()] * 5
        names = ("asked_as", "content", "size", "modified", "asked")
        write_json(
            path,
            {
                "form": FORM,
                "target": target,
                "base": self.base,
                "paths": list(files),
                **dict(zip(names, columns, strict=True)),
                "questions": self.questions,
                "answers": self.answers,
                "members": self._members,
                "settled": self._settled or len(self.questions),
            },
        )

    def asked_again(self, answer: Callable[[Question], str]) -> Collection[int]:
        """The numbers of the questions that have another answer now, with the groups that hold one of them."""
        changed: set[int] = set()
        for number, (question, members) in enumerate(zip(self.questions, self._members, strict=True)):
            if members is not None:  # a group comes after its members
                if not changed.isdisjoint(members):
                    changed.add(number)
            elif (now := named(answer(question))) != self.answers[number]:
                self.answers[number] = now
                changed.add(number)
        # Who asks a changed group again gets a group with other members: the old one is nobody's.
        for number in changed:
            if self._members[number] is not None:
                self._numbers.pop(self.questions[number], None)
        return changed

    def note(
        self,
        asked: Iterable[Question],
        groups: Mapping[Question, Iterable[Question]],
        answer: Callable[[Question], str],
    ) -> list[int]:
        """The numbers of questions, each asked now if it wasn't known; of groups, those that `groups` has."""
        return sorted({self._number(question, groups, answer) for question in asked})

    def _number(
        self, question: Question, groups: Mapping[Question, Iterable[Question]], answer: Callable[[Question], str]
    ) -> int:
        known = self._numbers.get(question)
        if known is not None:
            return known
        members = self.note(groups[question], groups, answer) if question in groups else None
        number = self._numbers[question] = len(self.questions)
        self.questions.append(question)
        self._members.append(members)
        self.answers.append(named(answer(question)) if members is None else "")
        return number

    def without_strangers(self, files: Mapping[str, Made]) -> tuple[Manifest, Mapping[str, Made]]:
        """The same without questions that no file asks any more, which only renumbering can forget."""
        if len(self.questions) < 2 * self._settled:
            return self, files
        used = {number for made in files.values() for number in made.asked}
        todo = list(used)
        while todo:
            below = [number for number in self._members[todo.pop()] or () if number not in used]
            used.update(below)
            todo += below
        order = sorted(used)
        numbers = {old: new for new, old in enumerate(order)}
        kept = Manifest(self.base)
        kept._settled = len(order)
        kept.questions = [self.questions[number] for number in order]
        kept.answers = [self.answers[number] for number in order]
        groups = (self._members[number] for number in order)
        kept._members = [None if group is None else [numbers[member] for member in group] for group in groups]
        return kept, {
            path: made._replace(asked=[numbers[number] for number in made.asked]) for path, made in files.items()
        }


def named(answer: str) -> str:
    """An answer as the manifest keeps it."""
    return answer if len(answer) <= _SHORT else digest(answer)
