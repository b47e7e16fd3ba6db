"""What stands in one record file: parsed, shaped and held against its own rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from generator.model.anatomy import field_at, model_at
from generator.model.kinds import KINDS, Kind
from generator.model.part import Part
from generator.model.resembling import resembled
from generator.problems.problem import Finding, Path
from generator.records.files import RecordFile, content_of, name_of
from generator.records.parsing import Parsed, parse, remains
from generator.records.yamltext import Place
from generator.texts.spoken import text
from generator.validation.facts import Facts, Found, TermFacts, VocabularyFacts, facts_of, kept, nothing_known
from generator.validation.indenting import beside_their_group, without
from generator.validation.paths import model_path, source_path
from generator.validation.rules.record_rules import record_findings
from generator.validation.shape import fits, gaps, shape, without_gaps


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
        if name_of(file, content, engine) != name:
            return None
        parsed, _ = parse(file, content)
        rest = None if parsed is not None else remains(file, content)
        parsed = rest[0] if rest is not None else parsed
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
    if parsed is None:
        return _read_remains(file, content, [_found(finding, place) for finding, place in written])
    if (elsewhere := _elsewhere(file, parsed)) is not None:
        return nothing_known(file.kind), [_found(elsewhere, parsed.place(()))], None
    record, misshapen, found, whole = _shaped(file, parsed, written)
    empty = {tuple(path) for _, _, path, code, _ in found if code == "no-value"}
    for finding in [*misshapen, *_beside(misshapen, empty, record_findings(record, file.id, content))]:
        found.append(_placed_in(file, parsed, finding))
    return facts_of(record, _placing(file, parsed)), _unique(found), record.kept() if whole else None


def _read_remains(file: RecordFile, content: bytes, stopped: list[Found]) -> tuple[Facts, list[Found], None]:
    """The same of a file that YAML can't read: what else is wrong in it, as far as that is certain."""
    rest = remains(file, content)
    if rest is None:
        return nothing_known(file.kind), stopped, None
    parsed, saved = rest
    record, misshapen, found, _ = _shaped(file, parsed, parsed.document.findings())
    found += [_placed_in(file, parsed, finding) for finding in misshapen]
    certain = [
        one
        for one in found
        if one[0] not in saved.lines
        and (one[3] != "missing-field" or one[4]["how"])  # what is missing may be in what can't be read
        and not (one[3] in ("missing-field", "no-value", "empty-list") and one[0] + 1 in saved.lines)
    ]
    broken = [_found(finding, place) for finding, place in saved.findings]
    facts = facts_of(record, _placing(file, parsed))
    if isinstance(facts, VocabularyFacts):
        facts = replace(facts, terms=(*_named_in(content), *facts.terms))
    else:
        facts = replace(facts, unread=True)
    return facts, _unique([*broken, *certain]), None


def _named_in(content: bytes) -> Iterator[TermFacts]:
    """Every id in a vocabulary, also those in what can't be read: so other records are still held against it."""
    for found in _ID.finditer(content):
        yield TermFacts(found[1].decode(), None)


_ID = re.compile(rb"""\bid:[ \t]*["']?([a-z0-9-]+)""")


def _shaped(
    file: RecordFile, parsed: Parsed, written: Iterable[tuple[Finding, Place]]
) -> tuple[Part, list[Finding], list[Found], bool]:
    """The record of a file or what remains of it, what is wrong with its shape, what with its writing, and whether it
    is whole."""
    kind = KINDS[file.kind]
    data = {kind.listed: parsed.data} if kind.listed else parsed.data
    found = [_found(finding, place) for finding, place in written if not _is_comment(finding, kind)]
    cut = {tuple(path) for _, _, path, code, _ in found if code == "hash-cut"}
    empty: set[Path] = set()
    if parsed.document.gaps:
        data = deepcopy(data)
        for beside in tuple(beside_their_group(kind.model, data)):
            found.append(_found(beside.finding, parsed.place(_in_file(beside.path, file, parsed.data), on_key=True)))
            empty.add(model_path(beside.path, kind.model))
            without(data, beside)
        for finding in gaps(kind.model, data):
            inside = _in_file(finding.path, file, parsed.data)
            empty.add(model_path(finding.path, kind.model))
            if inside not in cut:
                placed = Finding(finding.code, inside, finding.values)
                found.append(_found(placed, parsed.place(inside, finding.on_key)))
        data = without_gaps(data)
    record, misshapen = shape(kind.model, data)
    told = [one for one in misshapen if one.code != "missing-field" or one.path not in empty]
    return record, told, found, not misshapen


def _is_comment(finding: Finding, kind: Kind) -> bool:
    """Whether what stands behind a `#` can only be a comment, since the value would be none with it."""
    if finding.code != "hash-cut" or not finding.values["read"] or finding.values["cut"][1].isdigit():
        return False  # a number behind it may be a door, an extension, a colour
    path = model_path((kind.listed, *finding.path) if kind.listed else finding.path, kind.model)
    field, holder = field_at(kind.model, path), model_at(kind.model, path[:-1])
    if field is None or holder is None or isinstance(path[-1], int):
        return field is not None and bool(field.choices or field.reference)
    return not fits(holder, field.name, finding.values["whole"])


def _placing(file: RecordFile, parsed: Parsed) -> Callable[[Path], tuple[int, int, Path]]:
    def placed(path: Path) -> tuple[int, int, Path]:
        written = _in_file(path, file, parsed.data)
        place = parsed.place(written)
        return place.line, place.column, written

    return placed


def _placed_in(file: RecordFile, parsed: Parsed, finding: Finding) -> Found:
    """A finding about the record, as the file has it."""
    path = _in_file(finding.path, file, parsed.data)
    values = finding.values
    if finding.code == "unknown-field" and " " in values["field"] and parsed.document.in_braces(path[:-1]):
        values = {**values, "near": text("cli", "comma"), "choices": values["there"]}
    return _found(Finding(finding.code, path, values), parsed.place(path, finding.on_key))


def _elsewhere(file: RecordFile, parsed: Parsed) -> Finding | None:
    """That a file is a record of another kind than is read from its folder: it is not held against this one."""
    own = KINDS[file.kind]
    other = resembled(parsed.data.keys() - {"body"}, own) if isinstance(parsed.data, dict) else None
    if other is None:
        return None
    return Finding("record-elsewhere", (), {"kind": other.called, "own": own.called, "folder": other.folder})


_MISSES = {"no-help": "help", "no-first-step": "first_step", "no-place": "place"}
"""What rules say of a field that is not there."""


def _beside(misshapen: Sequence[Finding], empty: Set[Path], findings: Iterable[Finding]) -> Iterator[Finding]:
    """What rules found, except inside what is no group of fields at all, where they saw nothing, and but for what is
    there without a value, which was said."""
    findings = (one for one in findings if (*one.path, _MISSES.get(one.code, "")) not in empty)
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
