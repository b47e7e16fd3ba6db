"""Shells that the host rendered before: while nothing they are made of changes, the host need not start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.cache import digest, engine_digest, read_json, write_json
from generator.edition import Edition, front
from generator.prose import RECORD_FOLDERS
from generator.rendering import Host, SiteFacts


def _file(edition: Edition) -> Path:
    return edition.cache / "shells.json"


def prose_folder(edition: Edition) -> Path:
    """Where the host leaves the pages and files it made."""
    return edition.cache / "prose"


def host_digest(edition: Edition) -> str | None:
    """A name for all the host reads, or None when that can't be known (settings from outside the file)."""
    config = edition.config.read_bytes()
    if b"!ENV" in config or b"INHERIT" in config or b"hooks:" in config:
        return None
    folders = [front(), edition.root / "overrides", edition.content]
    files = sorted({path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()})
    own = str(edition.content) + "/"
    read = (path for path in files if not str(path).removeprefix(own).startswith(RECORD_FOLDERS))
    parts = (part for path in read for part in (path.name, path.read_bytes()))
    return digest(engine_digest(), str(edition.root), config, *parts)


class RecordingHost:
    """A host that remembers every shell it renders, with the place it was for."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._shells: dict[str, str] = {}

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The other host's shell."""
        html = self._host.shell(depth, place)
        self._shells[_key(depth, place)] = html
        return html

    def save(self, edition: Edition, site: SiteFacts) -> None:
        """Keep the shells for a build that finds everything as it was."""
        if name := host_digest(edition):
            value = {"host": name, "site": [site.name, site.url], "shells": self._shells}
            write_json(_file(edition), value)


class UnknownShell(LookupError):
    """A place or depth the host has not rendered yet: it must start after all."""


class CachedHost:
    """A host that only remembers."""

    def __init__(self, shells: Mapping[str, str], site: SiteFacts) -> None:
        self._shells = shells
        self.site = site

    @classmethod
    def of(cls, edition: Edition) -> CachedHost | None:
        """The shells of the last build, when all the host reads is as it was then."""
        found = read_json(_file(edition))
        if not found or not prose_folder(edition).is_dir() or found.get("host") != host_digest(edition):
            return None
        name, url = found["site"]
        return cls(found["shells"], SiteFacts(name, url))

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The remembered shell. Raises `UnknownShell`."""
        try:
            return self._shells[_key(depth, place)]
        except KeyError:
            raise UnknownShell(depth) from None


def _key(depth: int, place: Mapping[str, Any]) -> str:
    return f"{depth} {digest(json.dumps(place, sort_keys=True, default=str))}"


def prose_files(edition: Edition) -> dict[str, bytes]:
    """What the host made that the site carries, by path."""
    folder = prose_folder(edition)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    every = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in every if not _unused(name)}


_UNUSED = ("assets/javascripts/", "search/", "sitemap.xml")
"""What the theme brings and no page of ours loads."""


def _unused(path: str) -> bool:
    return path.startswith(_UNUSED) or path.endswith((".map", ".gz"))
