"""The shell of each depth, municipality and language."""

from __future__ import annotations

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.catalogue import Catalogue
from generator.pages.planning import Page
from generator.rendering.shell import Host, Shell
from generator.texts.spoken import speaking
from generator.views.around import shell


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
                html = self._host.shell(key[0], shell.shell(self._catalogue, page.municipality))
            self._shells[key] = (Shell.cut(html), digest(html))
        return self._shells[key]
