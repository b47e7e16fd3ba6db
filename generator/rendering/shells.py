"""The shell of each depth, municipality and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from generator import urls
from generator.cache.digests import digest
from generator.catalogue.asking import note, value
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.rendering.shell import Host, Shell
from generator.texts.spoken import speaking
from generator.views.around import shell

HOST = "host"
"""The question of all that the host makes shells of, besides what it is told of a place."""

_SHELL, _PLACE = "shell", "place"


class Shells:
    """The shell of each depth, municipality and language, rendered by the host when first asked for."""

    def __init__(self, catalogue: Catalogue, host: Host) -> None:
        self._catalogue = catalogue
        self._host = host
        self._shells: dict[tuple[str, str, str], Shell] = {}
        self.derived: Mapping[str, Callable[..., object]] = {_SHELL: self._html, _PLACE: self._place}
        """What derives a shell again, and what surrounds a place, by the first word of its name."""

    def get(self, page: Page) -> Shell:
        """The shell a page stands in. To stand in it is to depend on it."""
        key = (str(urls.depth(page.url)), page.municipality or "", page.language)
        shell = self._shells.get(key)
        if shell is None:
            with speaking(page.language):
                shell = self._shells[key] = Shell.cut(self._html(*key[:2]))
        note((_SHELL, *key, ""))  # as `Shared` calls it in that language
        return shell

    def _html(self, depth: str, municipality: str) -> str:
        """The shell of a depth in a municipality (or ``""``), in the language that is spoken."""
        make = partial(self._rendered, int(depth), municipality)
        return self._catalogue.shared.of((_SHELL, depth, municipality), make, digest)

    def _rendered(self, depth: int, municipality: str) -> str:
        note((HOST,))
        return self._host.shell(depth, self._place(municipality))

    def _place(self, municipality: str) -> Mapping[str, Any]:
        make = partial(shell.shell, self._catalogue, municipality or None)
        return self._catalogue.shared.of((_PLACE, municipality), make, value)

    def host(self) -> str:
        """A name for all that the host makes shells of."""
        return self._host.name
