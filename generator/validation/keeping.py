"""All record files as readings: what was kept of them before, and what is read anew and kept for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple

from pydantic_core import from_json

from generator.cache.store import Store
from generator.edition import Edition
from generator.formats import jsontext
from generator.problems.problem import Problem
from generator.records.files import RecordFile, find
from generator.validation.reading import Reading, names_of, read_new, readings_of

Tick = Callable[[int, int], None]
"""Hears how many records of how many have been read."""

ReadAhead = tuple[Sequence[tuple[str, str, str, str, bool, str]], Sequence[tuple[str, bytes, bytes]]]
"""What was read before it is asked for, as plain values: what each `RecordFile` holds, with the name of what stands
there, and what the store didn't know, its notes as JSON."""


def read_ahead(edition: Edition, tick: Tick | None = None) -> Iterator[ReadAhead | None]:
    """Read all records, then keep them for the next time. None when there is more to say of the files than that."""
    files, problems = find(edition)
    store = _store(edition)
    names, new = read_new(files, names_of(files), store, _counting(tick, files))
    if problems or not all(names):
        yield None
        return
    rows = [(*astuple(file), name) for file, name in zip(files, names, strict=True)]
    store.add(new)
    if len(new) > _FEW:
        _save(store, names)
        yield rows, []
    else:
        yield rows, [(name, jsontext.written(note), blob) for name, note, blob in new]
        _save(store, names)


_FEW = 100
"""As many records are told at once and kept afterwards; more are kept first, where whoever asked finds them."""


def _store(edition: Edition) -> Store:
    return Store(edition.cache / "records.store")


def _save(store: Store, names: Sequence[str]) -> None:
    """Keep what was read for the next time. Where that can't be, the next time takes longer and nothing else."""
    with suppress(OSError):
        store.save(names)


def _counting(tick: Tick | None, files: Sequence[RecordFile]) -> Callable[[int], None] | None:
    return (lambda done: tick(done, len(files))) if tick else None


def read(
    edition: Edition, tick: Tick | None, ahead: Callable[[], ReadAhead | None] | None
) -> tuple[list[Reading], list[Problem]]:
    """A reading of every file, and what is wrong with the files themselves."""
    problems: list[Problem] = []
    store, found = _store(edition), ahead() if ahead is not None else None
    if found is not None:
        rows, new = found
        files, names = [RecordFile(*row[:-1]) for row in rows], [row[-1] for row in rows]
        store.add((name, from_json(note), blob) for name, note, blob in new)
        if not store.has(names):
            store = _store(edition)  # as it was kept meanwhile
    if found is None or not store.has(names):
        files, problems = find(edition)
        names, unknown = read_new(files, names_of(files), store, _counting(tick, files))
        store.add(unknown)
        _save(store, names)
    readings = readings_of(files, names, store)
    store.forget_notes()
    return readings, problems
