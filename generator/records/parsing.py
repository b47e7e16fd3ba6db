"""From the bytes of a record file to its values, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from frontmatter.default_handlers import YAMLHandler

from generator.formats.utf8 import place_of
from generator.model.kinds import KINDS
from generator.problems.problem import Finding, Path
from generator.records.files import RecordFile
from generator.records.yamltext import Document, Located, Place
from generator.texts.spoken import text as said

if TYPE_CHECKING:
    from generator.records.salvage import Salvage

MAX_BYTES = 500_000


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
        parsed = _parse(file, _decoded(content))
    except Located as stop:
        return None, [(stop.finding, stop.place)]
    return parsed, parsed.document.findings()


def remains(file: RecordFile, content: bytes) -> tuple[Parsed, Salvage] | None:
    """What can be read of a file that can't be read as a whole, and what can't; None when that is nothing."""
    try:
        text = _decoded(content)
        before, written, after = _taken_apart(file, text)
    except Located:
        return None
    first_line = before.count("\n") + 1
    try:
        Document(written, first_line)
    except Located as stop:
        from generator.records.salvage import salvage  # here, because most files are whole

        saved = salvage(written, first_line, stop)
        try:
            return (_parse(file, before + saved.text + after), saved) if saved is not None else None
        except Located:
            return None
    return None


def _taken_apart(file: RecordFile, text: str) -> tuple[str, str, str]:
    """A text as what stands before its YAML, that, and what stands behind it. Raises `Located`."""
    if KINDS[file.kind].ending != ".md":
        return "", text, ""
    front, _ = _split(text)
    start = text.index(front, 3)
    return text[:start], front, text[start + len(front) :]


def _split(text: str) -> tuple[str, str]:
    """The front matter of a text, and the rest. Raises `Located`."""
    handler = YAMLHandler()
    if not handler.detect(text):
        raise Located(Finding("front-matter"), Place(1, 1))
    try:
        front, body = handler.split(text)
    except ValueError:
        raise Located(Finding("front-matter-end"), Place(1, 1)) from None
    return front, body


def _parse(file: RecordFile, text: str) -> Parsed:
    kind = KINDS[file.kind]
    if kind.ending != ".md":
        document = Document(text)
        _require_root(document, list if kind.listed else dict)
        return Parsed(document.data, document, 1)
    front, body = _split(text)
    start = text.index(front, 3)
    document = Document(front, first_line=text.count("\n", 0, start) + 1)
    _require_root(document, dict)
    data: dict[str, Any] = {**(document.data or {})}
    if "body" in data:
        del data["body"]
        values = {"field": "body", "near": "", "choices": said("cli", "body")}
        document.refuse(Finding("unknown-field", ("body",), values, on_key=True))
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
        raise Located(Finding("encoding"), Place(*place_of(error, content))) from None


def _require_root(document: Document, kind: type) -> None:
    if document.data is None:
        raise Located(Finding("file-empty"), Place(1, 1))
    if not isinstance(document.data, kind):
        code = "root-list" if kind is list else "root-mapping"
        raise Located(Finding(code), document.place(()))
