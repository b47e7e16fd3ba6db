"""Read all record files: each one parsed, shaped and held against its own rules, in parallel and cached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from generator.cache.digests import digest
from generator.cache.store import Store
from generator.formats import jsontext
from generator.model.kinds import KINDS
from generator.problems.problem import Finding, Path, Problem, problem
from generator.processes import pool, workers
from generator.records.files import RecordFile, content_of
from generator.records.parsing import Parsed, parse
from generator.records.yamltext import Place
from generator.texts.spoken import text
from generator.validation.facts import Check, Facts, again, facts_of, kept, nothing_known, unpacked
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
        check = self._checks.get(finding.path)
        if check is not None:
            inside = Finding(finding.code, unpacked(check.written), finding.values)
            return _worded(self.file.name, Place(check.line, check.column), inside)
        if self._parsed is None:
            return _worded(self.file.name, Place(1, 1), finding)
        path = _in_file(finding.path, self.file, self._parsed.data)
        place = self._parsed.place(path, finding.on_key)
        return _worded(self.file.name, place, Finding(finding.code, path, finding.values))

    @cached_property
    def _checks(self) -> dict[Path, Check]:
        """What a day alone can make wrong, by path: no file is parsed to say so."""
        return {unpacked(check.path): check for check in self.facts.checks}

    @cached_property
    def _parsed(self) -> Parsed | None:
        try:
            content = content_of(self.file)
        except OSError:
            return None
        return parse(self.file, content)[0]


def names_of(files: Sequence[RecordFile], engine: str) -> list[str]:
    """A name for what stands in each file and what it is read with; none ("") for a file that can't be read."""
    return [_name_of(file, engine) for file in files]


def _name_of(file: RecordFile, engine: str) -> str:
    try:
        return digest(engine, file.kind, file.id, content_of(file))
    except OSError:
        return ""


Kept = tuple[str, bytes, bytes]
"""What the store keeps of one file: the name of what stands there, facts and findings, and the record itself."""


def read_new(
    files: Sequence[RecordFile], names: Sequence[str], store: Store, tick: Callable[[int], None] | None = None
) -> list[Kept]:
    """Read what the store doesn't know; `names` are those of `names_of`. `tick` hears how many are done."""
    todo = [(file, name) for file, name in zip(files, names, strict=True) if name and name not in store]
    new: list[Kept] = []
    for (_, name), (row, found, content) in zip(todo, _in_parallel(todo), strict=True):
        note = jsontext.written({"facts": row, "found": found, "valid": bool(content)})
        new.append((name, note, content or b""))
        if tick is not None and len(new) % 100 == 0:
            tick(len(files) - len(todo) + len(new))
    return new


def readings_of(files: Sequence[RecordFile], names: Sequence[str], store: Store) -> list[Reading]:
    """A reading for every file, in their order: the store knows them all."""
    return [_reading(file, name, store) for file, name in zip(files, names, strict=True)]


def _reading(file: RecordFile, name: str, store: Store) -> Reading:
    if not name:
        return Reading(file, "", nothing_known(file.kind), [(1, 1, [], "file-unreadable", {})], None)
    note = store.notes[name]
    blob = partial(store.blob, name) if note["valid"] else None
    return Reading(file, name, again(file.kind, note["facts"]), note["found"], blob)


def _in_parallel(todo: Sequence[tuple[RecordFile, str]]) -> Iterator[tuple[Sequence[Any], list[Found], bytes | None]]:
    count = workers(len(todo), ALONE)
    if count == 1:
        yield from (read_one(file) for file, _ in todo)
        return
    for kind in {file.kind for file, _ in todo}:
        KINDS[kind].model.model_rebuild()  # built when it is asked for first: here once, and not in every process
    with pool(count) as others:
        yield from others.map(read_one, (file for file, _ in todo), chunksize=50)


def read_one(file: RecordFile) -> tuple[Sequence[Any], list[Found], bytes | None]:
    """Facts as the cache keeps them, findings and JSON of one file."""
    facts, found, whole = read_content(file, content_of(file))
    return kept(facts), found, whole


def read_content(file: RecordFile, content: bytes) -> tuple[Facts, list[Found], bytes | None]:
    """Facts, findings and JSON of content that need not be on disk. Never raises for what the content may be."""
    parsed, written = parse(file, content)
    found = [_found(finding, place) for finding, place in written]
    if parsed is None:
        return nothing_known(file.kind), found, None
    kind = KINDS[file.kind]
    data = without_gaps({kind.listed: parsed.data} if kind.listed else parsed.data)
    record, misshapen = shape(kind.model, data)
    for finding in [*misshapen, *_beside(misshapen, record_findings(record, file.id))]:
        path = _in_file(finding.path, file, parsed.data)
        inside = Finding(finding.code, path, finding.values)
        found.append(_found(inside, parsed.place(path, finding.on_key)))
    whole = None if misshapen else record.kept()

    def placed(path: Path) -> tuple[int, int, Path]:
        written = _in_file(path, file, parsed.data)
        place = parsed.place(written)
        return place.line, place.column, written

    return facts_of(record, placed), _unique(found), whole


def _beside(misshapen: Sequence[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """What rules found, except inside what is no group of fields at all: there they saw nothing."""
    shapeless = {finding.path for finding in misshapen if finding.code == "group-expected"}
    for finding in findings:
        if shapeless.isdisjoint(finding.path[:length] for length in range(1, len(finding.path) + 1)):
            yield finding


def _unique(found: Iterable[Found]) -> list[Found]:
    once = {
        (line, column, code, str(path), str(values)): (line, column, path, code, values)
        for line, column, path, code, values in found
    }
    return sorted(once.values(), key=lambda item: (item[0], item[1], item[3], str(item[2])))


def _in_file(path: Path, file: RecordFile, data: Any) -> Path:
    if listed := KINDS[file.kind].listed:
        return path[1:] if path and path[0] == listed else path
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
