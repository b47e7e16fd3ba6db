"""The shell of each depth, municipality and language."""

from __future__ import annotations

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.asking import note, noted
from generator.catalogue.catalogue import Catalogue
from generator.pages.planning import Page
from generator.rendering.shell import Host, Shell
from generator.texts.spoken import speaking
from generator.views.around import shell

SHELL = "shell"
"""The question of what a shell is like."""


class Shells:
    """The shell of each depth, municipality and language, rendered by the host when first asked for."""

    def __init__(self, catalogue: Catalogue, host: Host) -> None:
        self._catalogue = catalogue
        self._host = host
        self._shells: dict[tuple[str, str, str], tuple[Shell, str]] = {}

    def get(self, page: Page) -> Shell:
        """The shell a page stands in. To stand in it is to depend on it."""
        key = (str(urls.depth(page.url)), page.municipality or "", page.language)
        note((SHELL, *key))
        return self._of(*key)[0]

    def digest(self, depth: str, municipality: str, language: str) -> str:
        """A name for the shell of a depth in a municipality (or ``""``), in a language."""
        return self._of(depth, municipality, language)[1]

    def _of(self, depth: str, municipality: str, language: str) -> tuple[Shell, str]:
        key = (depth, municipality, language)
        if key not in self._shells:
            with speaking(language):  # what the shell asked is behind its digest: no page has to know
                around, _ = noted(lambda: shell.shell(self._catalogue, municipality or None))
                html = self._host.shell(int(depth), around)
            self._shells[key] = (Shell.cut(html), digest(html))
        return self._shells[key]
