"""Find the record files of an edition and parse them; keep file, line and column of every value."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Literal

from frontmatter.default_handlers import YAMLHandler

from generator import model
from generator.edition import Edition
from generator.fields import is_slug
from generator.national import FOLDER as NATIONAL
from generator.problems import Finding, Path, Problem, problem
from generator.yamltext import Document, Located, Place

Kind = Literal["organisation", "municipality", "network", "vocabulary", "backpack", "tool", "example"]

MODELS: dict[str, type[model.Part]] = {
    "organisation": model.Organisation,
    "municipality": model.Municipality,
    "network": model.Network,
    "backpack": model.Backpack,
    "tool": model.Tool,
    "example": model.Example,
}

FOLDERS: dict[str, Kind] = {
    "data/organisations": "organisation",
    "data/municipalities": "municipality",
    "data/networks": "network",
    "data/vocabularies": "vocabulary",
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
        national = NATIONAL / folder.split("/", 1)[1]
        for layer, root in ((True, national), (False, edition.root / folder)):
            for path in _walk(root):
                name = _shown(path, layer, edition)
                found = _record_file(path, root, name, kind, layer, edition)
                if isinstance(found, Finding):
                    problems.append(problem(name, 1, 1, found))
                elif found is not None:
                    files.append(found)
    return files, problems


def _walk(root: FilePath) -> Iterator[FilePath]:
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if not name.startswith("."):
                yield FilePath(folder, name)


def _shown(path: FilePath, national: bool, edition: Edition) -> str:
    shown = "national/" + path.relative_to(NATIONAL).as_posix() if national else edition.shown(path)
    return _printable(shown)


def _printable(name: str) -> str:
    """A file's name as it can be printed, also when it was not written in UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _record_file(
    path: FilePath, root: FilePath, name: str, kind: Kind, national: bool, edition: Edition
) -> RecordFile | Finding | None:
    suffix = _SUFFIX.get(kind, ".yml")
    inside = path.relative_to(root)
    shown = _printable(path.name)
    if path.suffix != suffix:
        if path.suffix in (".yaml", ".yml", ".md", ".markdown") and path.name != "README.md":
            return Finding("file-extension", (), {"name": shown, "suffix": suffix})
        return None
    if path.is_symlink() and not path.resolve().is_relative_to(edition.root):
        return Finding("file-outside", (), {"name": shown})
    id = path.stem
    parts = [*inside.parent.parts, id]
    valid = id.replace("_", "-") if kind == "vocabulary" else id
    if not is_slug(valid) or (kind == "backpack" and not all(map(is_slug, parts))):
        return Finding("file-name", (), {"name": shown, "suffix": suffix})
    if kind == "backpack":
        if len(parts) != 2:
            return Finding("backpack-folder", (), {"name": _printable(inside.as_posix())})
        id = "/".join(parts)
    return RecordFile(str(path), name, kind, id, national)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as text values: `data`, with the `Document` that knows their places and where a body starts."""

    data: Any
    document: Document
    body_line: int

    def place(self, path: Path, on_key: bool = False) -> Place:
        if path and path[0] == "body":
            return Place(self.body_line + self._line_of_heading(path[1:]), 1)
        return self.document.place(path, on_key)

    def _line_of_heading(self, path: Path) -> int:
        lines = str(self.data.get("body", "")).split("\n")
        return next((i for i, line in enumerate(lines) if path and line.strip("# \t") == path[0]), 0)


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
