"""Shells that the host rendered before: while nothing they are made of changes, the host need not start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.cache.digests import contents, digest, engine_digest, read_json, write_json
from generator.edition import Edition, front
from generator.records.prose import is_record
from generator.rendering.renderer import Host, SiteFacts


def _file(edition: Edition) -> Path:
    return edition.cache / "shells.json"


def prose_folder(edition: Edition) -> Path:
    """Where the host leaves the pages and files it made."""
    return edition.cache / "prose"


_ELSEWHERE = (b"!ENV", b"INHERIT", b"hooks:", b"custom_dir:", b"site_dir:", b"snippets")
"""Settings that make the host read, or write, more than is known here."""
_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions")


def host_digest(edition: Edition) -> str | None:
    """A name for the host and all it reads, or None when that can't be known (settings from outside the file)."""
    config = edition.config.read_bytes()
    if any(setting in config for setting in _ELSEWHERE):
        return None
    parts = (*contents(front(), edition.root / "overrides"), *contents(edition.content, without=is_record))
    return digest(engine_digest(), *map(_version, _PACKAGES), str(edition.root), config, *parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def forget(edition: Edition) -> None:
    """The host is about to make everything anew: until it is done, what it made before doesn't count."""
    _file(edition).unlink(missing_ok=True)


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
    every = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found)
    return {name: content for name, content in every if not _unused(name) and not _as_the_front(name, content)}


_UNUSED = ("assets/javascripts/", "search/", "sitemap.xml")
"""What the theme brings and no page of ours loads."""


def _unused(path: str) -> bool:
    return path.startswith(_UNUSED) or path.endswith((".map", ".gz"))


def _as_the_front(path: str, content: bytes) -> bool:
    """Whether the host only copied a file of the front: `assets` puts what pages need of those in its place."""
    file = front() / path
    return file.is_file() and file.read_bytes() == content
