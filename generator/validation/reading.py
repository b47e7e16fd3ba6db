"""Read all record files: each one parsed, shaped and held against its own rules, in parallel and cached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from generator.cache.digests import engine_digest
from generator.cache.store import Store
from generator.model.kinds import KINDS
from generator.problems.problem import Finding, Path, Problem, problem
from generator.processes import pool, workers
from generator.records.files import RecordFile, content_of, name_of
from generator.texts.spoken import DUTCH, text, worded
from generator.validation.facts import Check, Facts, Found, again, nothing_known, unpacked

if TYPE_CHECKING:
    from generator.validation.content import Content, Read

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

    def problems(
        self, meant: Callable[[Finding], Finding | None], told: Callable[[Reading, str], bool]
    ) -> Iterator[Problem]:
        """What was found in the file itself, in words, of the codes that are `told`; `meant` knows what other records
        are called."""
        for line, column, path, code, values in self.found:
            if told(self, code) and (finding := meant(Finding(code, tuple(path), values))) is not None:
                yield placed_problem(self.file.name, line, column, finding)

    def problem(self, finding: Finding) -> Problem:
        """A later finding about this record, placed in its file."""
        check = self._checks.get(finding.path)
        if check is not None:
            inside = Finding(finding.code, unpacked(check.written), finding.values)
            return placed_problem(self.file.name, check.line, check.column, inside)
        if self._content is None:
            return placed_problem(self.file.name, 1, 1, finding)
        return placed_problem(self.file.name, *self._content.placed(finding))

    @cached_property
    def _checks(self) -> dict[Path, Check]:
        """What a day alone can make wrong, by path: no file is parsed to say so."""
        return {unpacked(check.path): check for check in self.facts.checks}

    @cached_property
    def _content(self) -> Content | None:
        from generator.validation.content import Content  # here, because most files are as they were

        return Content.of(self.file, self.digest, engine_digest())


def names_of(files: Sequence[RecordFile]) -> list[str]:
    """A name for what stands in each file and what it is read with; none ("") for a file that can't be read."""
    return [_name_of(file, engine_digest()) for file in files]


def _name_of(file: RecordFile, engine: str) -> str:
    try:
        return name_of(file, content_of(file), engine)
    except OSError:
        return ""


Kept = tuple[str, Mapping[str, Any], bytes]
"""What the store keeps of one file: the name of what was read, facts and findings, and the record itself."""


def read_new(
    files: Sequence[RecordFile], names: Sequence[str], store: Store, tick: Callable[[int], None] | None = None
) -> tuple[list[str], list[Kept]]:
    """Read what the store doesn't know; `names` are those of `names_of`. `tick` hears how many are done.

    Returns the names of what was read, since a file may have been written anew meanwhile, and what the store didn't
    know.
    """
    read_as = list(names)
    todo = [place for place, name in enumerate(names) if name and name not in store]
    new: list[Kept] = []
    for done, (place, read) in enumerate(zip(todo, _in_parallel([files[place] for place in todo]), strict=True), 1):
        if read is None:
            read_as[place] = ""
        else:
            name, facts, found, whole = read
            read_as[place] = name
            new.append((name, {"facts": facts, "found": found, "valid": bool(whole)}, whole))
        if tick is not None and done % 100 == 0:
            tick(len(files) - len(todo) + done)
    return read_as, new


def readings_of(files: Sequence[RecordFile], names: Sequence[str], store: Store) -> list[Reading]:
    """A reading for every file, in their order: the store knows them all."""
    return [_reading(file, name, store) for file, name in zip(files, names, strict=True)]


def _reading(file: RecordFile, name: str, store: Store) -> Reading:
    if not name:
        return Reading(file, "", nothing_known(file.kind), [(1, 1, [], "file-unreadable", {})], None)
    note = store.notes[name]
    blob = partial(_whole, file, name, store) if note["valid"] else None
    return Reading(file, name, again(file.kind, note["facts"]), note["found"], blob)


def _whole(file: RecordFile, name: str, store: Store) -> bytes:
    """A record as JSON: from the store or, when it is damaged there, from its file. Raises `Changed` when that is
    another by now."""
    try:
        return store.blob(name)
    except KeyError:
        from generator.validation.content import read_one

        with worded(DUTCH, ""):  # whoever asks for it may be making a page in another language
            found = read_one(file, engine_digest())
        if found is None or found[0] != name:
            raise Changed(file.name) from None
        return found[-1]


class Changed(Exception):
    """A file was written anew while it was in use, and nothing is left of what it was."""


def _in_parallel(todo: Sequence[RecordFile]) -> Iterator[Read | None]:
    if not todo:
        return
    from generator.validation.content import read_one  # here, because most files are as they were

    count, engine = workers(len(todo), ALONE), engine_digest()
    if count == 1:
        yield from (read_one(file, engine) for file in todo)
        return
    for kind in {file.kind for file in todo}:
        KINDS[kind].model.model_rebuild()  # built when it is asked for first: once, and not in every process
    with pool(count) as others:
        yield from others.map(partial(read_one, engine=engine), todo, chunksize=50)


def placed_problem(file: str, line: int, column: int, finding: Finding) -> Problem:
    """A finding at its place, in words; of what YAML can't read with why."""
    if finding.code == "yaml-syntax":
        words, hint = text("problems", "yaml-syntax", "reasons", finding.values["reason"])
        hint = hint.replace("{quoted}", finding.values.get("quoted", ""))
        finding = Finding(finding.code, finding.path, {"reason_text": words, "how": hint})
    return problem(file, line, column, finding)
