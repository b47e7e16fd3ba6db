"""Shells that the host rendered before: while nothing they are made of changes, the host need not start."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.cache import sealed
from generator.cache.digests import contents, digest, engine_digest
from generator.cache.looking import seen
from generator.edition import Edition
from generator.engine import front
from generator.formats import jsontext
from generator.records.prose import is_record
from generator.rendering.prose_files import prose_folder
from generator.rendering.shell import Lent, SiteFacts


def _file(edition: Edition) -> Path:
    return edition.cache / "shells.json"


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


def own_files(edition: Edition) -> str:
    """How the edition's own files lie that are no records: who names what was read before reading it looks at the end
    whether anything was written meanwhile."""
    places = (edition.config, edition.content, edition.root / "overrides")
    return digest(*(repr(sorted(seen(str(place)).items())) for place in places))


def prose_digest(prose: Mapping[str, bytes]) -> str:
    """A name for what the host made of prose: it lies in the cache, and whoever uses it looks whether it is whole."""
    return digest(*(part for path in sorted(prose) for part in (path, prose[path])))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def forget(edition: Edition) -> None:
    """The host is about to make everything anew: until it is done, what it made before doesn't count."""
    _file(edition).unlink(missing_ok=True)


Shells = Mapping[str, tuple[str, str]]
"""For each depth, municipality and language (`_slot`) a name for the place that a shell was made of, and the shell."""


class RecordingHost:
    """A host that remembers every shell it renders, with the place it was for."""

    def __init__(self, host: Lent, name: str | None, known: Shells | None = None) -> None:
        """`name` is what `host_digest` said when the host began; `known` are shells it made under that name."""
        self._host = host
        self._known_as = name
        self.name = name or f"unknown {time.time_ns()}"
        self.shells: dict[str, tuple[str, str]] = dict(known or {})
        self._names = _Names()

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The other host's shell."""
        slot, name = _slot(depth, place), self._names.of(place)
        known = self.shells.get(slot)
        if known is None or known[0] != name:
            known = self.shells[slot] = name, self._host.shell(depth, place)
        return known[1]

    def save(self, edition: Edition, site: SiteFacts, prose: Mapping[str, bytes]) -> None:
        """Keep the shells for a build that finds everything as it was, the prose that the host made included. Where
        that can't be, the next build takes longer and nothing else."""
        if self._known_as:
            value = {
                "host": self._known_as,
                "site": list(astuple(site)),
                "prose": prose_digest(prose),
                "shells": self.shells,
            }
            with suppress(OSError):
                sealed.write(_file(edition), value)


class UnknownShell(LookupError):
    """A place or depth the host has not rendered yet: it must start after all."""


class CachedHost:
    """A host that only remembers."""

    def __init__(self, shells: Shells, site: SiteFacts, name: str, prose: str = "") -> None:
        """`name` is that of all the host read when it made them, `prose` that of what else it made: `prose_digest`."""
        self.shells = shells
        self.prose = prose
        self._names = _Names()
        self.site = site
        self.name = name

    @classmethod
    def of(cls, edition: Edition) -> CachedHost | None:
        """The shells of the last build, when all the host reads is as it was then."""
        kept = cls.kept(edition)
        return kept if kept is not None and kept.name == host_digest(edition) else None

    @staticmethod
    def may_do(edition: Edition) -> bool:
        """Whether there are shells of an earlier build at all."""
        return _file(edition).is_file()

    @classmethod
    def kept(cls, edition: Edition) -> CachedHost | None:
        """The shells of the last build, whatever the host reads now."""
        found = sealed.read(_file(edition))
        if not found or not prose_folder(edition).is_dir():
            return None
        return cls(found["shells"], SiteFacts(*found["site"]), found["host"], found["prose"])

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The remembered shell. Raises `UnknownShell`."""
        name, html = self.shells.get(_slot(depth, place), ("", ""))
        if name != self._names.of(place):
            raise UnknownShell(depth)
        return html


def _slot(depth: int, place: Mapping[str, Any]) -> str:
    return f"{depth} {place['id'] or ''} {place['language']}"


class _Names:
    """What places are called here. A place is the same for every depth, so its name is worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Mapping[str, Any], str]] = {}

    def of(self, place: Mapping[str, Any]) -> str:
        """A name that differs where two places do."""
        known = self._known.get(id(place))
        if known is None:
            name = digest(jsontext.written(place))
            known = self._known[id(place)] = (place, name)  # kept, so that nothing else gets its number
        return known[1]
