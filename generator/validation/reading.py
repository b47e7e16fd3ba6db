"""Read all record files: each one parsed, shaped and held against its own rules, in parallel and cached."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path as FilePath
from typing import Any

from generator.cache.digests import digest
from generator.cache.store import Store
from generator.model.vocabulary import Terms
from generator.problems.problem import Finding, Path, Problem, problem
from generator.records.files import MODELS, RecordFile
from generator.records.parsing import Parsed, parse
from generator.records.yamltext import Place
from generator.texts.spoken import text
from generator.validation.facts import Facts, facts_of
from generator.validation.rules.record_rules import record_findings
from generator.validation.shape import shape, source_path, without_gaps

Found = tuple[int, int, list[Any], str, dict[str, Any]]
"""A finding with its place, as plain values: line, column, path, code, values."""

ALONE = 150
"""Fewer files than this are read faster by one process than handed out."""


@dataclass
class Reading:
    """What one file gave: its record as JSON (None when its shape failed), its facts, what was found."""

    file: RecordFile
    digest: str
    facts: Facts
    found: Sequence[Found]
    json: Callable[[], bytes] | None = field(repr=False)

    def problems(self) -> Iterator[Problem]:
        """What was found in the file itself, in words."""
        for line, column, path, code, values in self.found:
            yield _worded(self.file.name, Place(line, column), Finding(code, tuple(path), values))

    def problem(self, finding: Finding) -> Problem:
        """A later finding about this record, placed in its file."""
        if finding.path in self._places:
            line, column, inside = self._places[finding.path]
            return _worded(self.file.name, Place(line, column), Finding(finding.code, tuple(inside), finding.values))
        if self._parsed is None:
            return _worded(self.file.name, Place(1, 1), finding)
        path = _in_file(finding.path, self.file, self._parsed.data)
        place = self._parsed.place(path, finding.on_key)
        return _worded(self.file.name, place, Finding(finding.code, path, finding.values))

    @cached_property
    def _places(self) -> dict[Path, tuple[int, int, list[Any]]]:
        """Line, column and path in the file of what a day alone can make wrong: no file is parsed to say so."""
        return {tuple(path): (line, column, inside) for path, line, column, inside in self.facts["places"]}

    @cached_property
    def _parsed(self) -> Parsed | None:
        try:
            content = FilePath(self.file.path).read_bytes()
        except OSError:
            return None
        return parse(self.file, content)[0]


def read_all(
    files: Sequence[RecordFile], store: Store, engine: str, tick: Callable[[int], None] | None = None
) -> list[Reading]:
    """A reading for every file, in their order. `tick` hears how many are done."""
    readings: dict[str, Reading] = {}
    todo: list[tuple[RecordFile, str]] = []
    for file in files:
        try:
            key = digest(engine, file.kind, file.id, FilePath(file.path).read_bytes())
        except OSError:
            readings[file.path] = Reading(file, "", dict(_NO_FACTS), [(1, 1, [], "file-unreadable", {})], None)
            continue
        if key in store:
            note = store.notes[key]
            blob = partial(store.blob, key) if note["valid"] else None
            readings[file.path] = Reading(file, key, note["facts"], note["found"], blob)
        else:
            todo.append((file, key))
    kept: list[tuple[str, Any, bytes]] = []
    for (file, key), (facts, found, content) in zip(todo, _in_parallel(todo), strict=True):
        readings[file.path] = Reading(file, key, facts, found, partial(bytes, content) if content else None)
        kept.append((key, {"facts": facts, "found": found, "valid": bool(content)}, content or b""))
        if tick is not None and len(kept) % 100 == 0:
            tick(len(readings))
    result = [readings[file.path] for file in files]
    _keep(store, kept, result)
    return result


def _keep(store: Store, new: Sequence[tuple[str, Any, bytes]], readings: Sequence[Reading]) -> None:
    """Let the cache hold these readings and no others."""
    fresh = {key for key, *_ in new}
    old = {reading.digest for reading in readings} & store.notes.keys() - fresh
    if fresh or len(old) != len(store.notes):
        store.replace([*new, *((key, store.notes[key], store.blob(key)) for key in sorted(old))])


def _in_parallel(todo: Sequence[tuple[RecordFile, str]]) -> Iterator[tuple[Facts, list[Found], bytes | None]]:
    workers = min(os.cpu_count() or 1, 8)
    if len(todo) < ALONE or workers < 2 or "fork" not in get_all_start_methods():
        yield from (read_one(file) for file, _ in todo)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        yield from pool.map(read_one, (file for file, _ in todo), chunksize=50)


def read_one(file: RecordFile) -> tuple[Facts, list[Found], bytes | None]:
    """Facts, findings and JSON of one file."""
    return read_content(file, FilePath(file.path).read_bytes())


def read_content(file: RecordFile, content: bytes) -> tuple[Facts, list[Found], bytes | None]:
    """The same for content that need not be on disk. Never raises for what the content may be."""
    parsed, written = parse(file, content)
    found = [_found(finding, place) for finding, place in written]
    if parsed is None:
        return dict(_NO_FACTS), found, None
    model = MODELS.get(file.kind, Terms)
    data = without_gaps(parsed.data if file.kind != "vocabulary" else {"terms": parsed.data})
    record, misshapen = shape(model, data)
    for finding in [*misshapen, *_beside(misshapen, record_findings(record, file.id))]:
        path = _in_file(finding.path, file, parsed.data)
        placed = Finding(finding.code, path, finding.values)
        found.append(_found(placed, parsed.place(path, finding.on_key)))
    whole = None if misshapen else record.kept()
    facts = facts_of(record)
    return {**facts, "places": [*_places(facts, file, parsed)]}, _unique(found), whole


def _places(facts: Facts, file: RecordFile, parsed: Parsed) -> Iterator[list[Any]]:
    for path, _ in facts["checks"]:
        inside = _in_file(tuple(path), file, parsed.data)
        place = parsed.place(inside)
        yield [path, place.line, place.column, list(inside)]


def _beside(misshapen: Sequence[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """What rules found, except inside what is no group of fields at all: there they saw nothing."""
    shapeless = {finding.path for finding in misshapen if finding.code == "group-expected"}
    for finding in findings:
        if shapeless.isdisjoint(finding.path[:length] for length in range(1, len(finding.path) + 1)):
            yield finding


_NO_FACTS: Facts = {
    "references": [], "checks": [], "places": [], "formerly": [],
    "names": [], "area": [], "status": "active", "refers_to": [], "offerings": [], "unread": True,
}  # fmt: skip
"""What is known of a file that could not be read."""


def _unique(found: Iterable[Found]) -> list[Found]:
    once = {
        (line, column, code, str(path), str(values)): (line, column, path, code, values)
        for line, column, path, code, values in found
    }
    return sorted(once.values(), key=lambda item: (item[0], item[1], item[3], str(item[2])))


def _in_file(path: Path, file: RecordFile, data: Any) -> Path:
    if file.kind == "vocabulary":
        return path[1:] if path and path[0] == "terms" else path
    return source_path(path, data)


def _found(finding: Finding, place: Place) -> Found:
    values = {
        name: value if isinstance(value, str | int | float) else str(value) for name, value in finding.values.items()
    }
    return place.line, place.column, list(finding.path), finding.code, values


def _worded(file: str, place: Place, finding: Finding) -> Problem:
    if finding.code == "yaml-syntax":
        words, hint = text("problems", "yaml-syntax", "reasons", finding.values["reason"])
        finding = Finding(finding.code, finding.path, {"reason_text": words, "reason_hint": hint})
    return problem(file, place.line, place.column, finding)
