"""Pages and files made, in the order that keeps every link answered; by several processes when there are many."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_all_start_methods, get_context

from generator.building.output import Made, Output, file_of
from generator.cache.digests import digest
from generator.pages.planning import DataFile, Page
from generator.rendering.renderer import Renderer
from generator.rendering.shells import Shells

ALONE = 300
"""Fewer pages than this are made faster by one process than handed out."""


@dataclass(frozen=True, slots=True)
class Work:
    renderer: Renderer
    output: Output
    shells: Shells

    def make(self, planned: Page | DataFile) -> tuple[str, Made, bool, int]:
        if isinstance(planned, DataFile):
            path, content, print_ = planned.path, planned.make(), planned.fingerprint
        else:
            path, content = file_of(planned.url), self.renderer.html(planned).encode()
            print_ = digest(planned.fingerprint, self.shells.digest(planned))
        made, changed = self.output.write(path, content, print_)
        return path, made, changed, len(content)


_work: tuple[Work, Sequence[Sequence[Page | DataFile]]] | None = None
"""What forked processes inherit instead of being sent: catalogue, shells and plan."""


def _make_batch(index: int) -> list[tuple[str, Made, bool, int]]:
    assert _work is not None
    work, batches = _work
    return [work.make(planned) for planned in batches[index]]


def make_all(todo: Sequence[Page | DataFile], work: Work) -> Iterator[tuple[str, Made, bool, int]]:
    """Make files and pages, in the order that keeps every link answered; in parallel when there are many."""
    global _work
    ordered = sorted(todo, key=_place)
    workers = min(os.cpu_count() or 1, 8)
    if len(todo) < ALONE or workers < 2 or "fork" not in get_all_start_methods():
        yield from (work.make(planned) for planned in ordered)
        return
    stages = [
        list(_batches(list(stage))) for _, stage in groupby(ordered, key=lambda planned: min(_place(planned)[0], 3))
    ]
    _work = (work, [batch for stage in stages for batch in stage])
    gc.freeze()  # forked processes share this memory as long as nobody counts references in it
    # One pool for all stages: what a process read and drew for the first it has at hand for the next.
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        start = 0
        for stage in stages:
            for made in pool.map(_make_batch, range(start, start + len(stage))):
                yield from made
            start += len(stage)
    gc.unfreeze()
    _work = None


def _place(planned: Page | DataFile) -> tuple[int, str, str]:
    """Where something stands in the order: what pages load first, then pages by what links to what."""
    if isinstance(planned, DataFile):
        return 0, planned.path.partition("/")[0], planned.path
    return planned.order, planned.municipality or "", planned.url


def _batches(stage: Sequence[Page | DataFile], size: int = 200) -> Iterable[Sequence[Page | DataFile]]:
    """What shares something stays together: files and listings by municipality, other pages by the hundred."""
    places = ((_place(planned), planned) for planned in stage)
    for _, pairs in groupby(places, key=lambda pair: None if pair[0][0] in (1, 2) else pair[0][1]):
        same = [planned for _, planned in pairs]
        yield from (same[start : start + size] for start in range(0, len(same), size))
