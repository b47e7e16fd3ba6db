"""What changes in an edition's files when municipalities merge: line by line, so that every comment stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.records.files import RecordFile, content_of, find
from generator.records.parsing import Parsed, parse
from generator.validation.carried import REFERENCES, renamed
from generator.validation.content import read_content
from generator.validation.facts import facts_of, unpacked
from generator.validation.merging import Merging, merging_of
from generator.validation.reading import Reading
from generator.validation.shape import shape, without_gaps


class Line(NamedTuple):
    """A line that changes; what it becomes is None where it goes."""

    number: int
    before: str
    after: str | None


class Change(NamedTuple):
    """What becomes of one file."""

    path: Path
    to: Path | None
    """Where it stands afterwards; None when it goes."""
    content: str
    lines: tuple[Line, ...]
    by_hand: bool = False
    """Whether it can't be changed line by line, another file is in the way, or it must stay until another one says
    what it was."""


def days(edition: Edition, today: date) -> tuple[date, ...]:
    """Today, and the days to come on which something of the edition changes."""
    municipalities = list(_municipalities(edition))
    known = {reading.file.id for reading in municipalities}
    joinings = merging_of(municipalities, today).joinings.values()
    ahead = {j.day for j in joinings if j.day and j.day > today and not known.isdisjoint((j.old, j.into))}
    return (today, *sorted(ahead))


def changes(edition: Edition, day: date) -> list[Change]:
    """What has to change so that no record names a municipality that is part of another one by that day."""
    merging = merging_of(list(_municipalities(edition)), day)
    files = [file for file in find(edition)[0] if not file.national]
    found = [change for file in files if (change := _in_record(file, merging.done, edition))]
    return sorted([*found, *_of_municipalities(files, merging)])


def _municipalities(edition: Edition) -> Iterator[Reading]:
    for file in find(edition)[0]:
        if file.kind == "municipality":
            facts, found, _ = read_content(file, content_of(file))
            yield Reading(file, "", facts, found, None)


def _in_record(file: RecordFile, done: Mapping[str, str], edition: Edition) -> Change | None:
    """A record with its old ids replaced; None where it has none."""
    content = content_of(file)
    parsed = parse(file, content)[0] if any(old.encode() in content for old in done) else None
    kind = KINDS[file.kind]
    if parsed is None or kind.listed:
        return None
    record, _ = shape(kind.model, without_gaps(parsed.data))
    named = [(unpacked(path), id) for sort, id, path in facts_of(record).named() if sort in REFERENCES and id in done]
    if not named:
        return None
    text = content.decode()
    written = _replaced(text, parsed, named, done)
    path = Path(file.path)
    above, _, rest = file.id.partition("/")
    to = edition.root / kind.folder / done[above] / f"{rest}{kind.ending}" if kind.keyed and above in done else path
    again = parse(file, written.encode())[0]
    wanted = renamed(parse(file, content)[0].data, kind.model, done)  # type: ignore[union-attr]
    by_hand = again is None or _plain(again.data) != _plain(wanted) or (to != path and to.exists())
    return Change(path, to, written, _lines(text, written), by_hand)


def _replaced(text: str, parsed: Parsed, named: Sequence[tuple[Any, str]], done: Mapping[str, str]) -> str:
    """A text with each old id replaced, or taken out where its list has the new one already."""
    lines: list[str | None] = [*text.split("\n")]
    places = []
    seen: dict[tuple[Any, ...], set[str]] = {}
    for path, id in named:
        holder = path[:-1] if isinstance(path[-1], int) else path
        others = seen.setdefault(holder, {item for item in _at(parsed.data, holder) if item not in done})
        places.append((parsed.place(path), id, done[id] in others))
        others.add(done[id])
    for place, id, doubled in sorted(places, key=lambda found: (found[0].line, found[0].column), reverse=True):
        line = lines[place.line - 1]
        if line is not None:
            lines[place.line - 1] = _line(line, place.column - 1, id, "" if doubled else done[id])
    return "\n".join(line for line in lines if line is not None)


def _line(line: str, column: int, old: str, new: str) -> str | None:
    """A line with one id replaced; without a new one it is taken out, with its comma or its whole line."""
    token = re.compile(rf"([\"']?){re.escape(old)}\1")
    found = token.match(line, column)
    if found is None:
        return line
    before, after = line[:column], line[found.end() :]
    if new:
        return f"{before}{found[1]}{new}{found[1]}{after}"
    if re.fullmatch(r"\s*-\s*", before):
        return None
    behind = re.match(r"\s*,\s*", after)
    return before + after[behind.end() :] if behind else re.sub(r",\s*$", "", before) + after


def _at(data: Any, path: Sequence[str | int]) -> Sequence[str]:
    for step in path:
        data = data[step]
    return data if isinstance(data, list) else ()


def _plain(data: Any) -> Any:
    """Values as they are compared: a list is a list, whoever made it."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list | tuple) else data


def _lines(before: str, after: str) -> tuple[Line, ...]:
    from difflib import SequenceMatcher  # here, because most commands change nothing

    was, now = before.split("\n"), after.split("\n")
    found: list[Line] = []
    for tag, first, last, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = was[first:last], now[start:end]
            for place in range(max(len(old), len(new))):
                found.append(
                    Line(
                        min(first + place, max(last - 1, first)) + 1,
                        old[place] if place < len(old) else "",
                        new[place] if place < len(new) else None,
                    )
                )
    return tuple(found)


def _of_municipalities(files: Sequence[RecordFile], merging: Merging) -> Iterator[Change]:
    """The records of municipalities that are part of another one go; that one says in `formerly` what it was. As long
    as it doesn't, they stay: nothing else knows their addresses."""
    own = {file.id: file for file in files if file.kind == "municipality"}
    said: dict[str, set[str]] = {}
    for id, former in merging.former.items():
        said[id] = {*_formerly(own[id])}
        missing = [old for old in former if old not in said[id]]
        if missing:
            content = content_of(own[id])
            text = content.decode(errors="replace")
            written = _with_former(text, missing)
            by_hand = not _adds(own[id], content, written.encode(), missing)
            if not by_hand:
                said[id].update(missing)
            yield Change(Path(own[id].path), Path(own[id].path), written, _lines(text, written), by_hand)
    for old, into in merging.done.items():
        if old in own:
            by_hand = not said.get(into, set()).issuperset({old, *_formerly(own[old])})
            yield Change(Path(own[old].path), None, "", (), by_hand)


def _formerly(file: RecordFile) -> Sequence[str]:
    return read_content(file, content_of(file))[0].formerly


def _adds(file: RecordFile, content: bytes, written: bytes, ids: Sequence[str]) -> bool:
    """Whether these ids came into `formerly` beside what it said, in whatever order, and all else stayed."""
    (before, faults), (after, others) = parse(file, content), parse(file, written)
    if before is None or after is None or len(others) > len(faults):
        return False
    was, now = _plain(before.data), _plain(after.data)
    old, new = was.pop("formerly", []), now.pop("formerly", [])
    return was == now and isinstance(old, list) and isinstance(new, list) and sorted(new) == sorted([*old, *ids])


_BLOCK = re.compile(r"^formerly:[^\S\n]*(?:#.*)?\n(?:(?:[^\S\n]*(?:#.*)?\n)*([^\S\n]*)-[^\n]*\n?)+", re.MULTILINE)
"""A list of lines, with what is written between them."""


def _with_former(text: str, ids: Sequence[str]) -> str:
    """A municipality's record with more ids in its `formerly`."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    if found := re.search(r"^formerly:\s*\[([^\]]*)\]", text, re.MULTILINE):
        inside = ", ".join((*([found[1].strip().rstrip(",")] if found[1].strip() else []), *ids))
        return f"{text[: found.start(1)]}{inside}{text[found.end(1) :]}"
    if found := _BLOCK.search(text):
        block = found[0] if found[0].endswith("\n") else f"{found[0]}{line_end}"
        added = "".join(f"{found[1]}- {id}{line_end}" for id in ids)
        return f"{text[: found.start()]}{block}{added}{text[found.end() :]}"
    end = "" if not text or text.endswith("\n") else line_end
    return f"{text}{end}formerly: [{', '.join(ids)}]{line_end}"
