"""What the last finished build made: every file, how it was asked for, and what was asked to make it.

Questions are kept once and files name them by number. So the next build asks each of them again, once for all files,
and knows which files would come out otherwise. What files share is a question with others behind it, its members; has
it a value of its own (it was derived), that is made anew when a member changed, and says whether files differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from generator.building import signs
from generator.cache.digests import digest
from generator.cache.sealed import seal, unsealed
from generator.catalogue.asking import Behind, Question

FORM = 6
"""The form of the file: what was written in another one counts as nothing."""

_SHORT = 33
"""Answers up to this long, a digest with a mark before it, are kept as they are; of longer ones a digest says all."""


class Made(NamedTuple):
    """One file of the site: how it was asked for, what is in it, how it lies on disk, and what was asked for it."""

    asked_as: str
    content: str
    size: int
    modified: int
    asked: str = ""
    """The numbers in `Manifest` of questions, and of what is shared, as `signs`."""


class _Lying(NamedTuple):
    """How the files of a site lie on disk: the first line of a manifest, for who only looks whether they do."""

    paths: Sequence[str]
    sizes: Sequence[int]
    modified: Sequence[int]

    @classmethod
    def of(cls, line: bytes, target: str) -> _Lying:
        """What such a line says. Raises `ValueError` when it is not of this form and target."""
        found: Any = unsealed(line)
        if found["form"] != FORM or found["target"] != target:
            raise ValueError
        return cls(found["paths"], found["sizes"], found["modified"])


def lying(path: Path, target: str) -> Iterator[tuple[str, int, int]]:
    """The path, size and time of every file of the manifest at a path; none when it can't be read."""
    try:
        with path.open("rb") as file:
            found = _Lying.of(file.readline().removesuffix(b"\n"), target)
        yield from zip(*found, strict=True)
    except (OSError, ValueError, LookupError, TypeError):
        return


class Asking(Protocol):
    """Who answers questions now."""

    def __call__(self, question: Question) -> str:
        """The answer to one question."""

    @property
    def behind(self) -> Mapping[Question, Behind]:
        """What is behind everything shared that was made so far."""

    def derive(self, name: Question) -> Behind:
        """What is behind a derived thing now."""


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
            first, second = path.read_bytes().split(b"\n")
            lying, found = _Lying.of(first, target), unsealed(second)
            made = cls(found["base"])
            "".join(found["asked"])  # texts, all of them
            columns = (found["asked_as"], found["content"], lying.sizes, lying.modified, found["asked"])
            made.files = dict(zip(lying.paths, map(Made._make, zip(*columns, strict=True)), strict=True))
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

    def content(self, target: str, files: Mapping[str, Made]) -> bytes:
        """The manifest of these files, as it is written."""
        asked_as, content, sizes, modified, asked = list(zip(*files.values(), strict=True)) or [()] * 5
        lying = {"form": FORM, "target": target, "paths": list(files), "sizes": sizes, "modified": modified}
        found = {
            "base": self.base,
            "asked_as": asked_as,
            "content": content,
            "asked": asked,
            "questions": self.questions,
            "answers": self.answers,
            "members": self._members,
            "settled": self._settled or len(self.questions),
        }
        return seal(lying) + b"\n" + seal(found)

    def affected(self, changed: Collection[int]) -> frozenset[str]:
        """The files that asked any of these questions."""
        paths = list(self.files)
        return frozenset(paths[place] for place in signs.holding([m.asked for m in self.files.values()], changed))

    def asked_again(self, answers: Asking) -> Collection[int]:
        """The numbers of the questions that have another answer now, with the shared things that come out otherwise."""
        changed: set[int] = set()
        groups: dict[int, Sequence[int]] = {}
        for number, (question, members) in enumerate(zip(self.questions, self._members, strict=True)):
            if members is not None:
                groups[number] = members
            elif (now := named(answers(question))) != self.answers[number]:
                self.answers[number] = now
                changed.add(number)
        self._add_groups(groups, changed, answers)
        return changed

    def _add_groups(self, groups: dict[int, Sequence[int]], changed: set[int], answers: Asking) -> None:
        """Add the shared things that hold something changed, until no more do: most stand after what they hold, but
        what is derived anew may hold what came later."""
        before = -1
        while len(changed) != before:
            before = len(changed)
            touched = [number for number, members in groups.items() if not changed.isdisjoint(members)]
            for number in touched:
                del groups[number]
                if not self.answers[number]:
                    # Who asks it again gets one with other members: the old one is nobody's.
                    self._numbers.pop(self.questions[number], None)
                    changed.add(number)
                elif self._derived_again(number, answers):
                    changed.add(number)

    def _derived_again(self, number: int, answers: Asking) -> bool:
        """Whether a derived thing has another value now."""
        found = answers.derive(self.questions[number])
        self._members[number] = self.note(found.asked, answers)
        before, self.answers[number] = self.answers[number], found.value or ""
        return self.answers[number] != before

    def known(self, questions: Iterable[Question]) -> Iterator[Question]:
        """Those of some questions that have a number."""
        return (question for question in questions if question in self._numbers)

    def numbers(self, questions: Iterable[Question]) -> frozenset[int]:
        """The numbers of those questions that some file asked."""
        return frozenset(map(self._numbers.__getitem__, self.known(questions)))

    def note(self, asked: Iterable[Question], answers: Asking) -> list[int]:
        """The numbers of questions, each asked now if it wasn't known."""
        return sorted({self.number(question, answers) for question in asked})

    def number(self, question: Question, answers: Asking) -> int:
        """The number of a question, which is asked now if it wasn't known."""
        known = self._numbers.get(question)
        if known is not None:
            return known
        group = answers.behind.get(question)
        members = self.note(group.asked, answers) if group else None
        answer = (group.value or "") if group else named(answers(question))
        number = self._numbers[question] = len(self.questions)
        self.questions.append(question)
        self._members.append(members)
        self.answers.append(answer)
        return number

    def without_strangers(self, files: Mapping[str, Made]) -> tuple[Manifest, Mapping[str, Made]]:
        """The same without questions that no file asks any more, which only renumbering can forget."""
        if len(self.questions) < 2 * self._settled:
            return self, files
        used = {signs.number(sign) for sign in set().union(*(made.asked for made in files.values()))}
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
        again = str.maketrans({signs.sign(old): signs.sign(new) for old, new in numbers.items()})
        return kept, {path: made._replace(asked=made.asked.translate(again)) for path, made in files.items()}


def named(answer: str) -> str:
    """An answer as the manifest keeps it."""
    return answer if len(answer) <= _SHORT else digest(answer)
