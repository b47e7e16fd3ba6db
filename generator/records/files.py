"""Find the record files of an edition and parse them; keep file, line and column of every value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Literal

from frontmatter.default_handlers import YAMLHandler

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
from generator.problems.problem import Finding, Path, Problem, problem
from generator.records.yamltext import Document, Located, Place
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

MAX_BYTES = 500_000
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


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as text values: `data`, with the `Document` that knows their places and where a body starts."""

    data: Any
    document: Document
    body_line: int

    def place(self, path: Path, on_key: bool = False) -> Place:
        if path and path[0] == "body":
            line = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
            return Place(self.body_line + line, 1)
        return self.document.place(path, on_key)


def parse(file: RecordFile, content: bytes) -> tuple[Parsed | None, list[tuple[Finding, Place]]]:
    """The values of a file, or None, and what is wrong with its writing."""
    try:
        parsed = _parse(file, content)
    except Located as stop:
        return None, [(stop.finding, stop.place)]
    return parsed, parsed.document.findings()


def _parse(file: RecordFile, content: bytes) -> Parsed:
    text = _decoded(content)
    if file.kind not in _SUFFIX:
        document = Document(text)
        _require_root(document, list if file.kind == "vocabulary" else dict)
        return Parsed(document.data, document, 1)
    handler = YAMLHandler()
    if not handler.detect(text):
        raise Located(Finding("front-matter"), Place(1, 1))
    try:
        front, body = handler.split(text)
    except ValueError:
        raise Located(Finding("front-matter-end"), Place(1, 1)) from None
    start = text.index(front, 3)
    document = Document(front, first_line=text.count("\n", 0, start) + 1)
    _require_root(document, dict)
    data: dict[str, Any] = {**(document.data or {})}
    if "body" in data:
        del data["body"]
        document.refuse(Finding("unknown-field", ("body",), {"field": "body", "near": ""}, on_key=True))
    written = body.strip()
    if written:
        data["body"] = written + "\n"
    body_line = text.count("\n", 0, text.rindex(written)) + 1
    return Parsed(data, document, body_line)


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise Located(Finding("file-too-large", (), {"size": len(content), "limit": MAX_BYTES}), Place(1, 1))
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Located(Finding("byte-order-mark"), Place(1, 1))
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise Located(Finding("encoding"), Place(before.count(b"\n") + 1, column)) from None


def _require_root(document: Document, kind: type) -> None:
    if document.data is None:
        raise Located(Finding("file-empty"), Place(1, 1))
    if not isinstance(document.data, kind):
        code = "root-list" if kind is list else "root-mapping"
        raise Located(Finding(code), document.place(()))
