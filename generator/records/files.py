"""Find the record files of an edition and parse them; keep file, line and column of every value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from generator.cache.digests import digest
from generator.edition import Edition
from generator.model.kinds import KINDS, Kind
from generator.national.layer import FOLDER as NATIONAL
from generator.problems.near import near
from generator.problems.problem import Finding, Problem, problem
from generator.values.fields import is_slug


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that should hold a record: `name` is how messages call it, `id` follows from its path."""

    path: str
    name: str
    kind: str
    id: str
    national: bool


def content_of(file: RecordFile) -> bytes:
    """What stands in a record file. Raises `OSError`."""
    # A small file is read at once: a buffer would cost half the time.
    with open(file.path, "rb", buffering=0) as opened:
        return opened.read()


def name_of(file: RecordFile, content: bytes, engine: str) -> str:
    """A name for what was read from a file, and what it is read with: whoever has that name knows what it says."""
    return digest(engine, file.kind, file.id, content)


def find(edition: Edition) -> tuple[list[RecordFile], list[Problem]]:
    """The record files of the national layer and of an edition, and what is wrong with their names."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for kind in KINDS.values():
        for root, name, national in _roots(kind, edition):
            if not national and not root.resolve().is_relative_to(edition.root):
                problems.append(problem(_printable(name), 1, 1, Finding("file-outside", (), {"name": root.name})))
                continue
            for path, is_link in _walk(str(root)):
                found = _record_file(root, path, f"{name}/{path}", kind, edition, national=national, is_link=is_link)
                if isinstance(found, Finding):
                    problems.append(problem(_printable(f"{name}/{path}"), 1, 1, found))
                elif found is not None:
                    files.append(found)
    return files, [*problems, *_strange_folders(edition)]


def _roots(kind: Kind, edition: Edition) -> Iterator[tuple[FilePath, str, bool]]:
    """(folder, how messages call it, whether it is the national one) of each layer that may hold a kind."""
    inside = kind.folder.partition("/")[2]
    if kind.national:
        yield NATIONAL / inside, f"national/{inside}", True
    root = edition.root / kind.folder
    yield root, edition.shown(root), False


def _strange_folders(edition: Edition) -> Iterator[Problem]:
    """A folder in `data/` that nothing reads is most likely a slip: `organisation` for `organisations`."""
    known = {kind.folder.split("/")[1] for kind in KINDS.values() if kind.folder.startswith("data/")}
    for path in sorted(edition.data.glob("*/")):
        if path.name not in known | {"coverage", "schemas"}:
            values = {"name": _printable(path.name), "near": near(path.name, known)}
            yield problem(_printable(edition.shown(path)), 1, 1, Finding("unknown-folder", (), values))


def _walk(root: str, inside: str = "") -> Iterator[tuple[str, bool]]:
    """The files below a folder, in order, relative to it, and whether each is a link; hidden ones are nobody's
    records."""
    try:
        entries = sorted(os.scandir(f"{root}/{inside}"), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, f"{inside}{entry.name}/")
        else:
            yield inside + entry.name, entry.is_symlink()


def _printable(name: str) -> str:
    """A file's name as it can be printed, also when it was not written in UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _record_file(
    root: FilePath, inside: str, name: str, kind: Kind, edition: Edition, *, national: bool, is_link: bool
) -> RecordFile | Finding | None:
    *folders, last = inside.split("/")
    if is_link and os.path.isdir(f"{root}/{inside}"):  # a link to a folder: nothing in it would be read
        return Finding("file-outside", (), {"name": _printable(last)})
    id, dot, ending = last.rpartition(".")
    if last == "README.md":
        return None
    if dot + ending != kind.ending:
        if ending in ("yaml", "yml", "md", "markdown"):
            return Finding("file-extension", (), {"name": _printable(last), "suffix": kind.ending})
        return None
    path = f"{root}/{inside}"
    if is_link and not FilePath(path).resolve().is_relative_to(edition.root):
        return Finding("file-outside", (), {"name": _printable(last)})
    valid = id.replace("_", "-") if kind.id == "vocabulary" else id
    if not is_slug(valid) or (kind.keyed and not all(map(is_slug, folders))):
        return Finding("file-name", (), {"name": _printable(last), "suffix": kind.ending})
    if kind.keyed:
        if len(folders) != 1:
            return Finding("backpack-folder", (), {"name": _printable(inside)})
        id = f"{folders[0]}/{id}"
    return RecordFile(path, _printable(name), kind.id, id, national)
