"""Find the record files of an edition and parse them; keep file, line and column of every value."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path as FilePath

from generator.cache.digests import digest
from generator.edition import Edition
from generator.model.kinds import KINDS, Kind
from generator.model.resembling import kind_in
from generator.national.layer import FOLDER as NATIONAL
from generator.problems.near import near
from generator.problems.printable import printable
from generator.problems.problem import Finding, Problem, problem
from generator.records.lying import Lying, below, closed_by, files_in, is_inside, is_plain
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
    closed = {top: shut for top in (edition.data, edition.content) if (shut := closed_by(top))}
    problems += [problem(printable(edition.shown(top)), 1, 1, shut) for top, shut in closed.items()]
    for kind in KINDS.values():
        for root, name, national in _roots(kind, edition):
            if not closed.keys().isdisjoint(root.parents):
                continue
            if not national and not is_inside(root, edition.root):
                problems.append(problem(printable(name), 1, 1, Finding("file-outside", (), {"name": root.name})))
                continue
            for lying in below(str(root)):
                path = lying.path
                found: RecordFile | Finding | None = lying.finding(name)
                found = found or _record_file(root, lying, name, kind, edition, national=national)
                if isinstance(found, Finding):
                    problems.append(problem(printable(f"{name}/{path}".rstrip("/")), 1, 1, found))
                elif found is not None:
                    files.append(found)
    return files, [*problems, *_astray(edition), *_strange_folders(edition)]


def _roots(kind: Kind, edition: Edition) -> Iterator[tuple[FilePath, str, bool]]:
    """(folder, how messages call it, whether it is the national one) of each layer that may hold a kind."""
    inside = kind.folder.partition("/")[2]
    if kind.national:
        yield NATIONAL / inside, f"national/{inside}", True
    root = edition.root / kind.folder
    yield root, edition.shown(root), False


_WRITTEN = frozenset({"doc", "docx", "odt", "rtf", "pages", "xls", "xlsx", "ods", "numbers"})
"""How the names of documents and sheets end, in which somebody may have written a record."""


def _not_read(path: str, name: str, kind: Kind) -> Finding | None:
    """What is wrong with a file that is not read where records of a kind are; None when it looks like no record."""
    ending = name.rpartition(".")[2].lower()
    values = {"name": printable(name), "suffix": kind.ending}
    if ending in ("yaml", "yml", "md", "markdown"):
        return Finding("file-extension", (), values)
    if ending in _WRITTEN and kind.folder.startswith("data/"):
        return Finding("file-document", (), values)
    if ending in ("txt", "text", "json", name.lower()) and kind_in(_begin_of(path), kind.ending) is not None:
        return Finding("file-extension", (), values)
    return None


_BEGIN = 20_000
"""Signs that tell what a file is."""


def _begin_of(path: str) -> str:
    """How a file begins that may hold anything; nothing where it can't be read."""
    if not is_plain(FilePath(path)):
        return ""
    try:
        with open(path, "rb") as opened:
            return opened.read(_BEGIN).decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return ""


def _astray(edition: Edition) -> Iterator[Problem]:
    """A record beside the folders in which records are: nothing reads it."""
    for lying in files_in(str(edition.data)):
        path = edition.data / lying
        if FilePath(lying).suffix.lower() in (".yml", ".yaml", ".txt", ".md"):
            kind = kind_in(_begin_of(str(path)))
            if kind is not None:
                values = {"name": printable(lying), "kind": kind.called, "folder": kind.folder}
                yield problem(printable(edition.shown(path)), 1, 1, Finding("file-astray", (), values))


def _strange_folders(edition: Edition) -> Iterator[Problem]:
    """A folder in `data/` that nothing reads is most likely a slip: `organisation` for `organisations`."""
    folders = [kind.folder.split("/")[1:] for kind in KINDS.values() if kind.folder.startswith("data/")]
    known = {folder[0] for folder in folders}
    yield from _unknown_in(edition, edition.data, known, {"coverage", "schemas"})
    for above, *inside in folders:
        if inside:  # a folder with a folder for each kind
            beside = {folder[1] for folder in folders if folder[0] == above and len(folder) > 1}
            yield from _unknown_in(edition, edition.data / above, beside, set())


def _unknown_in(edition: Edition, above: FilePath, known: Set[str], also: Set[str]) -> Iterator[Problem]:
    for name in _folders_in(above):
        if name not in known | also:
            values = {"name": printable(name), "near": near(name, known), "choices": ", ".join(sorted(known))}
            yield problem(printable(edition.shown(above / name)), 1, 1, Finding("unknown-folder", (), values))


def _folders_in(folder: FilePath) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:  # which is said of each folder that should be in there
        return []


def _record_file(
    root: FilePath, lying: Lying, above: str, kind: Kind, edition: Edition, *, national: bool
) -> RecordFile | Finding | None:
    inside, is_link = lying.path, lying.how == "link"
    *folders, last = inside.split("/")
    if is_link and os.path.isdir(f"{root}/{inside}"):  # a link to a folder: nothing in it would be read
        return Finding("file-outside", (), {"name": printable(last)})
    id, dot, ending = last.rpartition(".")
    if last == "README.md":
        return None
    if dot + ending != kind.ending:
        return _not_read(f"{root}/{inside}", last, kind)
    path = f"{root}/{inside}"
    if is_link and not is_inside(path, edition.root):
        return Finding("file-outside", (), {"name": printable(last)})
    valid = id.replace("_", "-") if kind.id == "vocabulary" else id
    if not is_slug(valid) or (kind.keyed and not all(map(is_slug, folders))):
        return Finding("file-name", (), {"name": printable(last), "suffix": kind.ending})
    if kind.keyed:
        if len(folders) != 1:
            return Finding("backpack-folder", (), {"name": printable(inside)})
        id = f"{folders[0]}/{id}"
    return RecordFile(path, f"{above}/{inside}", kind.id, id, national)
