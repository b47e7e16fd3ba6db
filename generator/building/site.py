"""Build a site: the checklist from records to files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from generator import urls
from generator.building.assets import assets
from generator.building.loading import Loaded
from generator.building.making import Work, make_all
from generator.building.offline import OfflineCopies
from generator.building.output import Made, Output, file_of
from generator.building.sitemap import sitemap
from generator.cache.digests import digest
from generator.catalogue.making import Tick
from generator.edition import Edition
from generator.engine import front
from generator.formats import jsontext
from generator.pages.planning import DataFile, Page
from generator.rendering.renderer import Renderer
from generator.rendering.shell import Host, SiteFacts
from generator.rendering.shells import Shells
from generator.rendering.templates import environment


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    pages: int
    written: int
    removed: int
    bytes_written: int


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
    for done, (path, made, changed, size) in enumerate(make_all(todo, Work(renderer, output, shells)), 1):
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


def _templates(edition: Edition) -> Environment:
    return environment(edition.root / "overrides", front())
