"""Find the record files of an edition and parse them; keep file, line and column of every value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Literal

from generator.edition import Edition
from generator.model.activity import Activity
from generator.model.knowledge import Backpack, Example, Tool
from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.organisation import Organisation
from generator.model.parts import Part
from generator.model.worksheet import Worksheet
from generator.national.layer import FOLDER as NATIONAL
from generator.problems.near import near
from generator.problems.problem import Finding, Problem, problem
from generator.values.fields import is_slug

Kind = Literal[
    "organisation", "municipality", "network", "activity", "vocabulary", "backpack", "tool", "example", "worksheet"
]

MODELS: dict[str, type[Part]] = {
    "organisation": Organisation,
    "municipality": Municipality,
    "network": Network,
    "activity": Activity,
    "backpack": Backpack,
    "tool": Tool,
    "example": Example,
    "worksheet": Worksheet,
}

FOLDERS: dict[str, Kind] = {
    "data/organisations": "organisation",
    "data/municipalities": "municipality",
    "data/networks": "network",
    "data/activities": "activity",
    "data/vocabularies": "vocabulary",
    "data/worksheets": "worksheet",
    "content/kennisrugzak": "backpack",
    "content/tools": "tool",
    "content/praktijkvoorbeelden": "example",
}
"""Where the records of an edition are. The national layer has the same folders without the first word."""

_SUFFIX = {"backpack": ".md", "tool": ".md", "example": ".md"}


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that should hold a record: `name` is how messages call it, `id` follows from its path."""

    path: str
    name: str
    kind: Kind
    id: str
    national: bool


def find(edition: Edition) -> tuple[list[RecordFile], list[Problem]]:
    """The record files of the national layer and of an edition, and what is wrong with their names."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for folder, kind in FOLDERS.items():
        inside = folder.split("/", 1)[1]
        for root, shown in ((NATIONAL / inside, f"national/{inside}"), (edition.root / folder, None)):
            name = shown or edition.shown(root)
            if shown is None and not root.resolve().is_relative_to(edition.root):
                problems.append(problem(_printable(name), 1, 1, Finding("file-outside", (), {"name": root.name})))
                continue
            for path in _walk(str(root)):
                found = _record_file(root, path, f"{name}/{path}", kind, edition, national=shown is not None)
                if isinstance(found, Finding):
                    problems.append(problem(_printable(f"{name}/{path}"), 1, 1, found))
                elif found is not None:
                    files.append(found)
    return files, [*problems, *_strange_folders(edition)]


def _strange_folders(edition: Edition) -> Iterator[Problem]:
    """A folder in `data/` that nothing reads is most likely a slip: `organisation` for `organisations`."""
    known = {folder.split("/")[1] for folder in FOLDERS if folder.startswith("data/")}
    for path in sorted(edition.data.glob("*/")):
        if path.name not in known | {"coverage", "schemas"}:
            values = {"name": _printable(path.name), "near": near(path.name, known)}
            yield problem(_printable(edition.shown(path)), 1, 1, Finding("unknown-folder", (), values))


def _walk(root: str, inside: str = "") -> Iterator[str]:
    """The files below a folder, in order, relative to it; hidden ones are nobody's records."""
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
            yield inside + entry.name


def _printable(name: str) -> str:
    """A file's name as it can be printed, also when it was not written in UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _record_file(
    root: FilePath, inside: str, name: str, kind: Kind, edition: Edition, *, national: bool
) -> RecordFile | Finding | None:
    wanted = _SUFFIX.get(kind, ".yml")
    *folders, last = inside.split("/")
    if os.path.isdir(f"{root}/{inside}"):  # a link to a folder: nothing in it would be read
        return Finding("file-outside", (), {"name": _printable(last)})
    id, dot, ending = last.rpartition(".")
    if last == "README.md":
        return None
    if dot + ending != wanted:
        if ending in ("yaml", "yml", "md", "markdown"):
            return Finding("file-extension", (), {"name": _printable(last), "suffix": wanted})
        return None
    path = f"{root}/{inside}"
    if os.path.islink(path) and not FilePath(path).resolve().is_relative_to(edition.root):
        return Finding("file-outside", (), {"name": _printable(last)})
    valid = id.replace("_", "-") if kind == "vocabulary" else id
    if not is_slug(valid) or (kind == "backpack" and not all(map(is_slug, folders))):
        return Finding("file-name", (), {"name": _printable(last), "suffix": wanted})
    if kind == "backpack":
        if len(folders) != 1:
            return Finding("backpack-folder", (), {"name": _printable(inside)})
        id = f"{folders[0]}/{id}"
    return RecordFile(path, _printable(name), kind, id, national)
