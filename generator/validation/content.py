"""What stands in one record file: parsed, shaped and held against its own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.kinds import KINDS
from generator.problems.problem import Finding, Path
from generator.records.files import RecordFile, content_of, name_of
from generator.records.parsing import Parsed, parse
from generator.records.yamltext import Place
from generator.validation.facts import Facts, Found, facts_of, kept, nothing_known
from generator.validation.rules.record_rules import record_findings
from generator.validation.shape import shape, source_path, without_gaps


@dataclass(frozen=True)
class Content:
    """A file that was read, for who has more to say of it."""

    file: RecordFile
    parsed: Parsed

    @classmethod
    def of(cls, file: RecordFile, name: str, engine: str) -> Content | None:
        """What stands there, if it is still what has this name; None when it isn't, or can't be read."""
        try:
            content = content_of(file)
        except OSError:
            return None
        parsed = parse(file, content)[0] if name_of(file, content, engine) == name else None
        return cls(file, parsed) if parsed is not None else None

    def placed(self, finding: Finding) -> tuple[int, int, Finding]:
        """Line and column of a finding about the record, and the finding as the file has it."""
        path = _in_file(finding.path, self.file, self.parsed.data)
        place = self.parsed.place(path, finding.on_key)
        return place.line, place.column, Finding(finding.code, path, finding.values)


Read = tuple[str, Sequence[Any], list[Found], bytes]
"""A name for what was read of one file, its facts as the cache keeps them, findings, and its JSON (`b""` where it has
none)."""


def read_one(file: RecordFile, engine: str) -> Read | None:
    """What is in one file now, read once; None when it can't be read any more."""
    try:
        content = content_of(file)
    except OSError:
        return None
    facts, found, whole = read_content(file, content)
    return name_of(file, content, engine), kept(facts), found, whole or b""


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
