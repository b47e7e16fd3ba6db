"""What a build has to know of an edition's files before it can begin: read and looked at by another process, while this
one still loads all that makes pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.building.naming import Named
from generator.building.output import Looked, look
from generator.edition import Edition
from generator.processes import Ahead
from generator.rendering.prose_files import prose_files, prose_folder
from generator.validation.keeping import ReadAhead, Tick, read_ahead


class Seen(NamedTuple):
    """What there is of an edition besides its records."""

    named: Named
    prose: Mapping[str, bytes]
    """What the host made, by path."""
    looked: Looked


class BuildAhead:
    """The records and files of one edition, read in another process from now on."""

    def __init__(self, edition: Edition, tick: Tick | None = None, *, besides: bool = True) -> None:
        """`besides` says whether anybody will ask for what there is besides records."""
        self._edition = edition
        self._other = Ahead(partial(_work, edition, tick, besides))

    def records(self) -> ReadAhead | None:
        """What `read_ahead` read; None where more has to be said of the records."""
        found: ReadAhead | None = self._other.next()
        return found

    def seen(self) -> Seen:
        """What there is besides, to be asked for after the records."""
        edition, found = self._edition, self._other.next()
        named, prose, manifest, moved = found or _see(edition)
        return Seen(Named(*named), prose, Looked(manifest, moved))

    def __enter__(self) -> BuildAhead:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """Let it keep what it read for the next time, unless somebody stopped the build."""
        while failed is None and self._other.next() is not None:
            pass
        self._other.end()


def _work(edition: Edition, tick: Tick | None, besides: bool) -> Iterator[Any]:
    reading = read_ahead(edition, tick)
    yield next(reading)
    if besides:
        yield _see(edition)
    for _ in reading:  # and it keeps what it read
        pass


def _see(edition: Edition) -> tuple[Any, ...]:
    named, looked = tuple(Named.now(edition)), look(edition.site, edition.cache)
    return named, prose_files(prose_folder(edition)), looked.manifest, looked.moved
