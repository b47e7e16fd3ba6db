"""Build a site: the checklist from records to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.building import signs
from generator.building.answers import Answers
from generator.building.assets import assets, front_digest, themes
from generator.building.loading import Loaded
from generator.building.making import Planned, Work, make_all, path_of
from generator.building.manifest import Made
from generator.building.offline import OfflineCopies, differing
from generator.building.output import Output
from generator.building.sitemap import sitemap
from generator.cache.digests import digest
from generator.catalogue.asking import noted
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.making import Tick
from generator.edition import Edition
from generator.formats import jsontext
from generator.pages.page import Page
from generator.rendering.renderer import Renderer
from generator.rendering.shell import Host, SiteFacts
from generator.rendering.shells import Shells
from generator.rendering.templates import environment, fronts


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    pages: int
    written: int
    removed: int


def build(
    edition: Edition,
    loaded: Loaded,
    site: SiteFacts,
    host: Host,
    output: Output,
    prose: Mapping[str, bytes],
    tick: Tick | None = None,
    front: str | None = None,
) -> Built:
    """Write the site of a faultless edition. `prose` are the host's own files, by path; `front` is what `front_digest`
    said a moment ago."""
    catalogue, planned = loaded.catalogue, loaded.plan
    assert catalogue is not None and planned is not None
    shells = Shells(catalogue, host)
    answers = Answers(catalogue, planned, shells, prose)
    output.ask_again(digest(front or front_digest(edition), str(site)), answers)
    output.begin()
    files: dict[str, Made] = {}
    written = 0

    def put(path: str, content: bytes, asked: Iterable[int] = ()) -> None:
        nonlocal written
        now = output.write(path, content)
        files[path] = Made("", now.content, now.size, now.modified, signs.written(asked))
        written += now.changed

    for path, make in assets(edition):
        if output.stands(path, ""):
            files[path] = output.before[path]
        else:
            put(path, make())
    for path, content in prose.items():
        put(path, content)
    todo: list[Planned] = []
    every: list[Planned] = [*themes(catalogue), *planned.files, *planned.pages.values()]
    for plan in every:
        path = path_of(plan)
        if output.stands(path, plan.asked_as):
            files[path] = output.before[path]
        else:
            todo.append(plan)
    for plan in todo:
        if isinstance(plan, Page):
            shells.get(plan)  # here, because the host does not work in several processes
    work = Work(catalogue, Renderer(catalogue, site, environment(*fronts(edition)), shells.get), output)
    told: dict[int, list[int]] = {}  # the numbers here of the questions of each process, by its own
    for done, result in enumerate(make_all(todo, work), 1):
        if tick is not None:
            tick(done, len(todo))
        answers.hear(result.behind)
        numbers = told.setdefault(result.process, [])
        numbers += [output.manifest.number(question, answers) for question in result.questions]
        answers.forget(output.manifest.known(result.behind))
        asked = signs.written(sorted(numbers[number] for number in result.asked))
        name, size, modified, changed = result.written
        files[result.path] = Made(result.asked_as, name, size, modified, asked)
        written += changed
    if site.url:  # a sitemap holds whole addresses only (sitemaps.org)
        put("sitemap.xml", sitemap(site.url, planned, prose))
    if output.kept:
        for path, copy, asked_for in _offline(catalogue, prose, files, output, answers):
            put(path, copy, asked_for)
    return Built(len(planned.pages), written, output.finish(files))


def _offline(
    catalogue: Catalogue,
    prose: Mapping[str, bytes],
    files: dict[str, Made],
    output: Output,
    answers: Answers,
) -> Iterator[tuple[str, bytes, Iterable[int]]]:
    """The copies of municipalities that have to be written, each with what it asked; those that stand join `files`."""
    manifest, before = output.manifest, output.before
    paths = {urls.offline_copy(id): id for id in catalogue.municipalities.unasked}
    others = {path: before[path] for path in before.keys() - paths.keys()}
    affected = manifest.affected(manifest.numbers(differing(others, files)))
    copies = OfflineCopies(catalogue, prose, files)
    for path, id in paths.items():
        if path not in affected and output.stands(path, ""):
            files[path] = before[path]
        else:
            copy, asked = noted(partial(copies.of, id))
            yield path, jsontext.written(copy) + b"\n", manifest.note(asked, answers)
