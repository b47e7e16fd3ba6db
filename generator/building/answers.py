"""What questions are answered with in this build: those to the catalogue, and those to what stands around it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping

from generator.building.offline import FOLDER, PROSE
from generator.catalogue.asking import Behind, Question, derive, lookups
from generator.catalogue.catalogue import Catalogue
from generator.pages.planning import Plan
from generator.rendering.shells import HOST, Shells

_NOTHING = "\0"
"""What is said of something that is no more."""


class Answers:
    """Answers to questions of any kind, as texts that differ where the answers do."""

    def __init__(self, catalogue: Catalogue, plan: Plan, shells: Shells, prose: Iterable[str]) -> None:
        """`prose` are the paths of the host's own files."""
        self._catalogue = catalogue
        self._others = shells.derived
        self._told: dict[Question, Behind] = {}
        self._behind = ChainMap(self._told, catalogue.shared.behind)
        things = (*catalogue.asked.values(), plan.addresses)
        self._by_name: Mapping[str, Callable[..., str]] = {
            **lookups(catalogue),
            **{thing.name: thing.answer for thing in things},
            **{thing.presence: thing.is_there for thing in things},
            HOST: shells.host,
            PROSE: lambda: "\n".join(prose),
            FOLDER: lambda _: "",  # see `offline`
        }

    def __call__(self, question: Question) -> str:
        """The answer to one question. Raises `UnknownShell` where only the host itself can answer, and `KeyError`
        where nobody knows such a question."""
        ask = self._by_name[question[0]]
        try:
            return ask(*question[1:])
        except (KeyError, IndexError):
            return _NOTHING

    @property
    def behind(self) -> Mapping[Question, Behind]:
        """What is behind everything shared that was made so far: in this process, and in others that told."""
        return self._behind

    def hear(self, told: Mapping[Question, Behind]) -> None:
        """Another process, or another part of this one, tells what is behind what it made."""
        self._told.update(told)

    def forget(self, names: Iterable[Question]) -> None:
        """What is behind these is known elsewhere by now: a large edition has tens of thousands."""
        for name in names:
            self._told.pop(name, None)

    def derive(self, name: Question) -> Behind:
        """What is behind a derived thing now, which may be that it is no more."""
        try:
            return derive(self._catalogue, name, self._others)
        except (KeyError, IndexError):
            return Behind(frozenset(), _NOTHING)
