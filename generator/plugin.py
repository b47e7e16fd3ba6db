"""The door for MkDocs: it lends its theme and its prose, the rest happens behind it.

The only module that imports `mkdocs`, so that the host stays replaceable.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator import urls
from generator.building.loading import Loaded, load
from generator.building.site import build
from generator.commands.progress import Progress
from generator.commands.said import built_report, not_built_report
from generator.edition import Edition
from generator.engine import front
from generator.formats.html import first_sentences
from generator.problems.reporters import text_report
from generator.records.prose import is_record
from generator.rendering.hosts import RecordingHost, forget
from generator.rendering.prose_files import prose_files, prose_folder
from generator.rendering.shell import Bulk, SiteFacts, from_root
from generator.texts.spoken import DUTCH, text
from generator.values import dates
from generator.views.around import shell

log = logging.getLogger("mkdocs.plugins.mantelkaart")


class MantelkaartPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Records in, site out."""

    _serving = False
    _loaded: Loaded | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """A build makes one catalogue and ends: looking for cycles in it all the while finds none.

        A served site has the address of this machine in it, so nothing of it may be kept for a build.
        """
        self._serving = command == "serve"
        if command == "build":
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records; give MkDocs a folder of its own, because it empties the one it builds into."""
        self._edition = Edition.at(Path(config.config_file_path or "mkdocs.yml"))
        self._target = Path(config.site_dir)
        config.site_dir = str(prose_folder(self._edition))
        config.theme.dirs.insert(0, str(front()))
        own = self._edition.root / "overrides"
        if own.is_dir() and own != front():
            config.theme.dirs.insert(0, str(own))
        config.theme["language"] = "nl"
        config.theme["font"] = False
        # Who is writing sees every change at once: no browser keeps a copy of what is served here.
        config.extra["serving"] = self._serving
        # Links from the root are checked by `addresses`, which knows the pages of records too.
        config.validation.links.absolute_links = logging.DEBUG
        config.theme.static_templates.discard("sitemap.xml")
        self._site = SiteFacts(config.site_name, (config.site_url or "").rstrip("/") + "/" if config.site_url else "")
        self._loaded = self._load()
        forget(self._edition)
        return config

    def _load(self) -> Loaded:
        loaded = load(self._edition, dates.today(), Progress(), self._site)
        if loaded.faults:
            print(text_report(loaded.faults), end="", flush=True)
            if self._serving and self._loaded is not None:
                # Who is writing sees the mistake, and meanwhile the site as it was.
                print(text("cli", "serving-before"), flush=True)
                return self._loaded
            raise Abort(not_built_report(loaded.faults))
        return loaded

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Markdown records are pages of ours, not of MkDocs."""
        return Files([file for file in files if not is_record(file.src_uri)])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Prose stands in the same shell as everything else."""
        assert self._loaded is not None and self._loaded.catalogue is not None
        catalogue = self._loaded.catalogue
        env.globals["place"] = shell.shell(catalogue, catalogue.only_municipality)
        self._env = env
        return env

    def on_page_content(self, html: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Links from the site's root work at any address the site may get; every page says what it is about."""
        if not page.meta.get("description") and (description := first_sentences(html)):
            page.meta["description"] = description
        return from_root(html, urls.upward(urls.depth(page.url)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages of records and put everything in place."""
        assert self._loaded is not None
        host = RecordingHost(ThemeHost(self._env, config))
        prose = prose_files(self._edition)
        built = build(self._edition, self._loaded, self._site, host, self._target, prose, Progress("making"))
        if not self._serving:
            host.save(self._edition, self._site)
        if "MANTELKAART_CLI" in os.environ:
            print(built_report(built))
        else:
            log.info("%s", built_report(built))

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """Live reload watches the records too."""
        for folder in (self._edition.data, front()):
            if folder.is_dir():
                server.watch(str(folder))
        return server


class ThemeHost:
    """Renders shells with MkDocs' environment and the theme's `main.html`."""

    def __init__(self, env: Environment, config: MkDocsConfig) -> None:
        self._env = env
        self._config = config

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The HTML around every page at a depth for a place, with the marks of `Bulk` in it."""
        page = SimpleNamespace(
            meta={}, title="", url="", canonical_url=None, is_homepage=False, toc=[], ancestors=[],
            previous_page=None, next_page=None, edit_url=None, content="", file=None, parent=None,
        )  # fmt: skip
        context = {
            "nav": [],
            "pages": [],
            "base_url": urls.upward(depth).rstrip("/"),
            "extra_css": [],
            "extra_javascript": [],
            "mkdocs_version": "",
            "config": self._config,
            "page": page,
            "place": place,
            "bulk": Bulk(),
        }
        html: str = self._env.get_template("main.html").render(context)
        # The theme says this where no template of ours can: it has one language for the whole site.
        return html.replace(f'<html lang="{DUTCH}"', f'<html lang="{place["language"]}"', 1)
