"""Pages and files made, in the order that keeps every link answered; by several processes when there are many."""

from __future__ import annotations

import gc
import marshal
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from generator import durable
from generator.building.output import Output, Written, file_of
from generator.catalogue.asking import Behind, Question, noted
from generator.catalogue.catalogue import Catalogue
from generator.model.kinds import KINDS
from generator.pages.page import TURNS, DataFile, Page
from generator.processes import Shares, pool, workers
from generator.rendering.renderer import Renderer
from generator.rendering.templates import failing

Planned = Page | DataFile

ALONE = 300
"""Fewer pages than this are made faster by one process than handed out."""


class Result(NamedTuple):
    """A file that was made, with what was asked for it: numbers that the process that made it gives its questions."""

    path: str
    asked_as: str
    written: Written
    asked: Sequence[int]
    process: int
    questions: Sequence[Question]
    """The questions that it asked first in that process: they follow on those it told before."""
    behind: Mapping[Question, Behind]
    """What is behind the shared things that were made for it first in that process."""


class Work:
    """Makes what was planned of one catalogue."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer, output: Output, own: Path) -> None:
        """`own` is the folder of the edition's own templates."""
        self._own = own
        self._catalogue = catalogue
        self._renderer = renderer
        self.output = output
        self._told = 0
        self._numbers: dict[Question, int] = {}

    def make(self, planned: Planned) -> Result:
        """Make one file, which then waits for its place. Raises `OSError`, and `Failing` where a template of the
        edition's own doesn't work."""
        try:
            content, asked = noted(partial(self._content, planned))
        except Exception as error:
            # Said here, because from another process nobody hears on which line it was.
            if found := failing(error, self._own):
                raise found from None
            raise
        path = path_of(planned)
        written = self.output.write(path, content)
        numbers, new = self._numbered(asked)
        return Result(path, planned.asked_as, written, numbers, os.getpid(), new, self._news())

    def _numbered(self, asked: Iterable[Question]) -> tuple[list[int], list[Question]]:
        """The numbers of questions in this process, and those among them that are asked here for the first time."""
        known, numbers, new = self._numbers, [], []
        for question in asked:
            number = known.get(question)
            if number is None:
                number = known[question] = len(known)
                new.append(question)
            numbers.append(number)
        return numbers, new

    def _content(self, planned: Planned) -> bytes:
        if isinstance(planned, DataFile):
            return planned.view(self._catalogue, *planned.words)
        return self._renderer.html(planned).encode()

    def _news(self) -> Mapping[Question, Behind]:
        """What was shared for the first time in this process since it was told last. Told once, it is remembered by
        who was told."""
        shared = self._catalogue.shared
        new = shared.names[self._told :]
        self._told += len(new)
        return {name: shared.behind.pop(name) for name in new}


def path_of(planned: Planned) -> str:
    """Where the file of a page, or a file that pages load, lies in the site."""
    return planned.path if isinstance(planned, DataFile) else file_of(planned.url)


Batch = Sequence[Planned]

BATCH = 100
"""As many files of a municipality are handed out at once."""

_work: tuple[Work, Sequence[Shares[Batch]]] | None = None
"""What forked processes inherit instead of being sent: catalogue, shells and plan."""


def _make_next(stage: int) -> bytes:
    """Make a batch of a stage; the results as plain values, which cost a third to send of what objects do."""
    assert _work is not None
    work, stages = _work
    made = (work.make(planned) for planned in stages[stage].next())
    return marshal.dumps([_plain(result) for result in made])


def _plain(result: Result) -> tuple[Any, ...]:
    behind = {name: tuple(found) for name, found in result.behind.items()}
    return tuple(result._replace(written=tuple(result.written), behind=behind))  # type: ignore[arg-type]


def _results(sent: bytes) -> Iterator[Result]:
    for row in marshal.loads(sent):
        result = Result._make(row)
        behind = {name: Behind._make(found) for name, found in result.behind.items()}
        yield result._replace(written=Written._make(result.written), behind=behind)


def make_all(todo: Sequence[Planned], work: Work) -> Iterator[Result]:
    """Make files and pages, in the order that keeps every link answered; in parallel when there are many."""
    global _work
    ordered = sorted(todo, key=_place)
    count = workers(len(todo), ALONE)
    if count == 1:
        yield from (work.make(planned) for planned in ordered)
        return
    homes = _homes(ordered, count)
    stages = [
        Shares(count, [(homes[_municipality(batch[0])], batch) for batch in _batches(stage)])
        for _, stage in groupby(ordered, key=lambda planned: min(_place(planned)[0], TURNS["lists"]))
    ]
    _work = (work, stages)
    for kind in KINDS.values():
        kind.model.model_rebuild()  # built when it is asked for first: once, and not in every process
    gc.freeze()  # forked processes share this memory as long as nobody counts references in it
    # One pool for all stages: what a process read and drew for the first it has at hand for the next.
    with pool(count) as others, durable.syncing(work.output.target):
        for number, stage in enumerate(stages):
            for made in others.map(_make_next, [number] * len(stage)):
                yield from _results(made)
    gc.unfreeze()
    _work = None


def _place(planned: Planned) -> tuple[int, str, str]:
    """Where something stands in the order: what pages load first, then pages by what links to what."""
    if isinstance(planned, DataFile):
        return 0, planned.path.partition("/")[0], planned.path
    return TURNS[planned.turn], planned.municipality or "", planned.url


def _municipality(planned: Planned) -> str:
    return _place(planned)[1]


def _homes(todo: Iterable[Planned], count: int) -> Mapping[str, int]:
    """Which of so many processes makes what belongs to a municipality: it reads those records, and no other does."""
    homes: dict[str, int] = {}
    load = [0] * count
    for municipality, files in Counter(map(_municipality, todo)).most_common():
        home = homes[municipality] = load.index(min(load))
        load[home] += files
    return homes


def _batches(stage: Iterable[Planned]) -> Iterator[Batch]:
    """What shares something stays together: it belongs to one municipality, or to none."""
    for _, group in groupby(stage, key=_municipality):
        same = list(group)
        yield from (same[start : start + BATCH] for start in range(0, len(same), BATCH))
