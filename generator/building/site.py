"""Build a site: the checklist from records to files."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from itertools import groupby
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from jinja2 import Environment

from generator import urls
from generator.building.assets import assets
from generator.building.offline import OfflineCopies
from generator.building.output import Made, Output, file_of
from generator.cache.digests import contents, digest, engine_digest
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.making import Tick, validate
from generator.edition import Edition, front
from generator.formats import jsontext
from generator.pages.lasting import address_problems, file_problems, missing_pages, prose_problems, sitemap
from generator.pages.planning import DataFile, Page, Plan, plan
from generator.problems.problem import Problem
from generator.records.prose import Prose
from generator.rendering.renderer import Host, Renderer, Shell, SiteFacts
from generator.rendering.templates import environment
from generator.texts.spoken import speaking
from generator.views.help import municipality

ALONE = 300
"""Fewer pages than this are made faster by one process than handed out."""


@dataclass(frozen=True)
class Loaded:
    """An edition that was read: what is wrong, and the catalogue and the plan when nothing is."""

    problems: tuple[Problem, ...]
    count: int
    catalogue: Catalogue | None = None
    plan: Plan | None = None

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "fault")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    pages: int
    written: int
    removed: int
    bytes_written: int


def load(
    edition: Edition,
    today: date,
    tick: Tick | None = None,
    site: SiteFacts | None = None,
    *,
    national: bool = False,
) -> Loaded:
    """Read and judge an edition's records and addresses; with `national` also warn about the layer below."""
    validation = validate(edition, today, tick, national=national)
    base = digest(engine_digest(), _front_digest(edition), str(site))
    prose = Prose.of(edition)
    planned = plan(validation.sound, base, prose.addresses, site.url if site else "")
    problems = [
        *validation.problems,
        *file_problems(edition),
        # A doubled id is said once: two pages on one address are news only when the ids are fine.
        *(planned.problems if validation.catalogue else ()),
        *address_problems(edition, planned, prose, validation.lost),
        *prose_problems(edition, planned, prose, validation.lost),
        *missing_pages(edition, prose),
    ]
    loaded = Loaded(tuple(sorted(problems)), validation.count, validation.catalogue, planned)
    return replace(loaded, catalogue=None, plan=None) if loaded.faults else loaded


def build(
    edition: Edition,
    loaded: Loaded,
    site: SiteFacts,
    host: Host,
    target: Path,
    prose: Mapping[str, bytes],
    tick: Tick | None = None,
) -> Built:
    """Write the site of a faultless edition to `target`. `prose` are the host's own files, by path."""
    catalogue, planned = loaded.catalogue, loaded.plan
    assert catalogue is not None and planned is not None
    output = Output(target, edition.cache)
    output.begin()
    files: dict[str, Made] = {}
    tally = [0, 0]

    def put(path: str, content: bytes) -> None:
        made, changed = output.write(path, content)
        files[path] = made
        tally[0] += changed
        tally[1] += len(content) if changed else 0

    for path, content in assets(edition, catalogue):
        put(path, content)
    for path, content in prose.items():
        put(path, content)
    shells = Shells(catalogue, host)
    todo: list[Page | DataFile] = []
    for file in planned.files:
        if output.stands(file.path, file.fingerprint):
            files[file.path] = output.before[file.path]
        else:
            todo.append(file)
    for page in planned.pages.values():
        path, print_ = file_of(page.url), digest(page.fingerprint, shells.digest(page))
        if output.stands(path, print_):
            files[path] = output.before[path]
        else:
            todo.append(page)
    renderer = Renderer(catalogue, site, _templates(edition), shells.get)
    for done, (path, made, changed, size) in enumerate(_rendered(todo, _Work(renderer, output, shells)), 1):
        if tick is not None:
            tick(done, len(todo))
        files[path] = made
        tally[0] += changed
        tally[1] += size if changed else 0
    copies = OfflineCopies(catalogue, prose, files)
    for id in catalogue.municipalities:
        put(urls.offline_copy(id), jsontext.written(copies.of(id)) + b"\n")
    if site.url:  # a sitemap holds whole addresses only (sitemaps.org)
        put("sitemap.xml", sitemap(site.url, planned, prose))
    removed = output.finish(files)
    return Built(len(planned.pages), tally[0], removed, tally[1])


class Shells:
    """The shell of each depth, municipality and language, rendered by the host when first asked for."""

    def __init__(self, catalogue: Catalogue, host: Host) -> None:
        self._catalogue = catalogue
        self._host = host
        self._shells: dict[tuple[int, str | None, str], tuple[Shell, str]] = {}

    def get(self, page: Page) -> Shell:
        """The shell a page stands in."""
        return self._of(page)[0]

    def digest(self, page: Page) -> str:
        """A name for that shell."""
        return self._of(page)[1]

    def _of(self, page: Page) -> tuple[Shell, str]:
        key = (urls.depth(page.url), page.municipality, page.language)
        if key not in self._shells:
            with speaking(page.language):
                html = self._host.shell(key[0], municipality.shell(self._catalogue, page.municipality))
            self._shells[key] = (Shell.cut(html), digest(html))
        return self._shells[key]


@dataclass(frozen=True, slots=True)
class _Work:
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


_work: tuple[_Work, Sequence[Sequence[Page | DataFile]]] | None = None
"""What forked processes inherit instead of being sent: catalogue, shells and plan."""


def _make_batch(index: int) -> list[tuple[str, Made, bool, int]]:
    assert _work is not None
    work, batches = _work
    return [work.make(planned) for planned in batches[index]]


def _rendered(todo: Sequence[Page | DataFile], work: _Work) -> Iterator[tuple[str, Made, bool, int]]:
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


def _templates(edition: Edition) -> Environment:
    return environment(edition.root / "overrides", front())


def _front_digest(edition: Edition) -> str:
    """A name for all that fragments and views are made of, besides records."""
    return digest(*contents(front(), edition.root / "overrides"), version("mantelkaart"))
