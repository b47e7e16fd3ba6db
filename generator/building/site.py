"""Build a site: the checklist from records to files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.building.answers import Answers
from generator.building.assets import assets, themes
from generator.building.loading import Loaded
from generator.building.making import Planned, Work, make_all, path_of
from generator.building.naming import Named
from generator.building.offline import OfflineCopies, differing
from generator.building.output import Output
from generator.building.sitemap import sitemap
from generator.cache.digests import digest
from generator.catalogue.asking import noted
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.formats import jsontext
from generator.pages.page import Page, Plan
from generator.rendering.renderer import Renderer
from generator.rendering.shell import Host, SiteFacts
from generator.rendering.shells import Shells
from generator.rendering.templates import environment, fronts
from generator.validation.keeping import Tick


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
    named: Named,
    tick: Tick | None = None,
) -> Built:
    """Write the site of a faultless edition. `prose` are the host's own files, by path; `named` was said before
    anything was read. Raises `OSError` when that can't be, and leaves the site that was there."""
    catalogue, planned = loaded.catalogue, loaded.plan
    assert catalogue is not None and planned is not None
    shells = Shells(catalogue, host)
    answers = Answers(catalogue, planned, shells, prose)
    output.ask_again(digest(named.front, str(site)), answers)
    with output.begun():
        for path, make in assets(edition):
            if not output.stands(path, ""):
                output.take(path, output.write(path, make()))
        for path, content in prose.items():
            output.take(path, output.write(path, content))
        _make(edition, catalogue, planned, site, shells, output, answers, tick)
        if site.url:  # a sitemap holds whole addresses only (sitemaps.org)
            output.take("sitemap.xml", output.write("sitemap.xml", sitemap(site.url, planned, prose)))
        if output.kept:
            _keep_offline(catalogue, prose, output, answers)
        written, removed = output.finish(certain=named.lasts(edition))
    return Built(len(planned.pages), written, removed)


def _make(
    edition: Edition,
    catalogue: Catalogue,
    planned: Plan,
    site: SiteFacts,
    shells: Shells,
    output: Output,
    answers: Answers,
    tick: Tick | None,
) -> None:
    """Make the pages and files of records that don't stand."""
    every: Iterable[Planned] = (*themes(catalogue), *planned.files, *planned.pages.values())
    todo = [plan for plan in every if not output.stands(path_of(plan), plan.asked_as)]
    for plan in todo:
        if isinstance(plan, Page):
            shells.get(plan)  # here, because the host does not work in several processes
    own = edition.root / "overrides"
    work = Work(catalogue, Renderer(catalogue, site, environment(*fronts(edition)), shells.get), output, own)
    told: dict[int, list[int]] = {}  # the numbers here of the questions of each process, by its own
    for done, result in enumerate(make_all(todo, work), 1):
        if tick is not None:
            tick(done, len(todo))
        answers.hear(result.behind)
        numbers = told.setdefault(result.process, [])
        numbers += [output.manifest.number(question, answers) for question in result.questions]
        answers.forget(output.manifest.known(result.behind))
        asked = sorted(numbers[number] for number in result.asked)
        output.take(result.path, result.written, result.asked_as, asked)


def _keep_offline(catalogue: Catalogue, prose: Mapping[str, bytes], output: Output, answers: Answers) -> None:
    """Write the copies of municipalities that don't stand."""
    manifest, before = output.manifest, output.before
    paths = {urls.offline_copy(id): id for id in catalogue.municipalities.unasked}
    others = {path: before[path] for path in before.keys() - paths.keys()}
    affected = manifest.affected(manifest.numbers(differing(others, output.files)))
    copies = OfflineCopies(catalogue, prose, output.files)
    for path, id in paths.items():
        if path in affected or not output.stands(path, ""):
            copy, asked = noted(partial(copies.of, id))
            written = output.write(path, jsontext.written(copy) + b"\n")
            output.take(path, written, asked=manifest.note(asked, answers))
