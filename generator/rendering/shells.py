"""The shell of each depth, municipality and language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.asking import note, noted
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
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
        self._places: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._shells: dict[tuple[str, str, str], Shell] = {}

    def get(self, page: Page) -> Shell:
        """The shell a page stands in. To stand in it is to depend on it."""
        key = (str(urls.depth(page.url)), page.municipality or "", page.language)
        note((SHELL, *key))
        if key not in self._shells:
            self._shells[key] = Shell.cut(self._html(*key))
        return self._shells[key]

    def digest(self, depth: str, municipality: str, language: str) -> str:
        """A name for the shell of a depth in a municipality (or ``""``), in a language."""
        return digest(self._html(depth, municipality, language))

    def _html(self, depth: str, municipality: str, language: str) -> str:
        key = (municipality, language)
        with speaking(language):
            if key not in self._places:  # what this asks is behind the name of the shell: no page has to know
                self._places[key], _ = noted(lambda: shell.shell(self._catalogue, municipality or None))
            return self._host.shell(int(depth), self._places[key])
