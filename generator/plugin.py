"""The door for MkDocs, and the only module that imports it: the host lends theme and prose, and stays replaceable."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.commands.hosted import Hosted
from generator.commands.trouble import Stopped
from generator.commands.watching import watch
from generator.edition import Edition
from generator.records.prose import is_record
from generator.rendering.shell import SiteFacts
from generator.rendering.templates import fronts
from generator.rendering.theme_host import ThemeHost, prose


class MantelkaartPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Records in, site out."""

    config_scheme = (("report", Type(str, default="")), ("leave", Type(str, default="")))

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """MkDocs begins: it builds once, or serves."""
        self._site = Hosted(serving=command == "serve")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records; give MkDocs a folder of its own, because it empties the one it builds into."""
        edition = Edition.at(Path(config.config_file_path or "mkdocs.yml"))
        known = {name: self.config[name] for name, _ in self.config_scheme}  # MkDocs warns of others
        url = config.site_url.rstrip("/") + "/" if config.site_url else ""
        try:
            self._site.begin(edition, Path(config.site_dir), SiteFacts(config.site_name, url, **known))
        except Stopped as why:
            raise Abort(str(why)) from None
        config.site_dir = str(self._site.prose)
        config.theme.dirs[:0] = map(str, fronts(edition))
        config.theme.update(language="nl", font=False)
        # Who is writing sees every change at once: no browser keeps a copy of what is served here.
        config.extra["serving"] = self._site.serving
        # Links from the root are checked with the addresses, where the pages of records are known too.
        config.validation.links.absolute_links = logging.DEBUG
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Markdown records are pages of ours, not of MkDocs."""
        return Files([file for file in files if not is_record(file.src_uri)])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Prose stands in the same shell as everything else."""
        env.globals["place"] = self._site.surroundings()
        self._env = env
        return env

    def on_page_content(self, html: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Links work at any address the site may get; every page says what it is about."""
        return prose(html, page)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages of records and put everything in place."""
        self._site.finish(ThemeHost(self._env, config))

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Whatever is saved is seen at once; MkDocs works again only where it must."""
        if not config.watch:  # who has more watched than an edition, has MkDocs read it
            server.builder = partial(self._site.saved, builder)
        watch(server, config.docs_dir, self._site.before)
        return server

    def on_shutdown(self) -> None:
        """Nothing of a served site stays behind."""
        self._site.end()
