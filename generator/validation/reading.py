"""Read all record files: each one parsed, shaped and held against its own rules, in parallel and cached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from generator.cache.digests import digest
from generator.cache.store import Store
from generator.model.kinds import KINDS
from generator.problems.problem import Finding, Path, Problem, problem
from generator.processes import pool, workers
from generator.records.files import RecordFile, content_of
from generator.texts.spoken import text
from generator.validation.facts import Check, Facts, Found, again, nothing_known, unpacked

if TYPE_CHECKING:
    from generator.validation.content import Content

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
            yield _worded(self.file.name, line, column, Finding(code, tuple(path), values))

    def problem(self, finding: Finding) -> Problem:
        """A later finding about this record, placed in its file."""
        check = self._checks.get(finding.path)
        if check is not None:
            inside = Finding(finding.code, unpacked(check.written), finding.values)
            return _worded(self.file.name, check.line, check.column, inside)
        if self._content is None:
            return _worded(self.file.name, 1, 1, finding)
        return _worded(self.file.name, *self._content.placed(finding))

    @cached_property
    def _checks(self) -> dict[Path, Check]:
        """What a day alone can make wrong, by path: no file is parsed to say so."""
        return {unpacked(check.path): check for check in self.facts.checks}

    @cached_property
    def _content(self) -> Content | None:
        from generator.validation.content import Content  # here, because most files are as they were

        try:
            return Content.of(self.file, content_of(self.file))
        except OSError:
            return None


def names_of(files: Sequence[RecordFile], engine: str) -> list[str]:
    """A name for what stands in each file and what it is read with; none ("") for a file that can't be read."""
    return [_name_of(file, engine) for file in files]


def _name_of(file: RecordFile, engine: str) -> str:
    try:
        return digest(engine, file.kind, file.id, content_of(file))
    except OSError:
        return ""


Kept = tuple[str, Mapping[str, Any], bytes]
"""What the store keeps of one file: the name of what stands there, facts and findings, and the record itself."""


def read_new(
    files: Sequence[RecordFile], names: Sequence[str], store: Store, tick: Callable[[int], None] | None = None
) -> list[Kept]:
    """Read what the store doesn't know; `names` are those of `names_of`. `tick` hears how many are done."""
    todo = [(file, name) for file, name in zip(files, names, strict=True) if name and name not in store]
    new: list[Kept] = []
    for (_, name), (row, found, content) in zip(todo, _in_parallel(todo), strict=True):
        new.append((name, {"facts": row, "found": found, "valid": bool(content)}, content or b""))
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
    if not todo:
        return
    from generator.validation.content import read_one  # here, because most files are as they were

    count = workers(len(todo), ALONE)
    if count == 1:
        yield from (read_one(file) for file, _ in todo)
        return
    for kind in {file.kind for file, _ in todo}:
        KINDS[kind].model.model_rebuild()  # built when it is asked for first: once, and not in every process
    with pool(count) as others:
        yield from others.map(read_one, (file for file, _ in todo), chunksize=50)


def _worded(file: str, line: int, column: int, finding: Finding) -> Problem:
    if finding.code == "yaml-syntax":
        words, hint = text("problems", "yaml-syntax", "reasons", finding.values["reason"])
        finding = Finding(finding.code, finding.path, {"reason_text": words, "reason_hint": hint})
    return problem(file, line, column, finding)
