"""The files of an edition that are no records: prose, pictures, documents and templates of its own. They are really
there, can be read, and hold nothing that works on whoever looks at them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.edition import Edition
from generator.formats.utf8 import place_of
from generator.problems.printable import printable
from generator.problems.problem import Finding, Problem, problem
from generator.records.lying import Lying, below, is_inside, is_plain
from generator.records.prose import is_record
from generator.validation.left_over import left_in

Placed = tuple[int, int, Finding]
"""A finding with its line and column in a file."""

Look = Callable[[bytes], Iterator[Placed]]
Looks = Mapping[str, Look]
"""How to look into the files of a folder, by how their names end."""


def file_problems(edition: Edition) -> Iterator[Problem]:
    """What is wrong with the files in `content/` and `overrides/`."""
    for folder, looks in ((edition.content, _IN_CONTENT), (edition.root / "overrides", _IN_FRONT)):
        for lying in below(str(folder)):
            name = printable(edition.shown(folder / lying.path))
            for line, column, finding in _placed(edition, folder, lying, looks):
                yield problem(name, line, column, finding)


def _placed(edition: Edition, folder: Path, lying: Lying, looks: Looks) -> Iterator[Placed]:
    path = folder / lying.path
    finding = lying.finding(folder.name)
    if finding is not None:
        yield 1, 1, finding
    elif lying.how == "link" and not is_inside(path, edition.root):
        yield 1, 1, Finding("file-outside", (), {"name": path.name})
    elif path.is_dir() or (folder == edition.content and is_record(lying.path)):
        return  # a link to what is looked at where it lies; and records are read elsewhere
    elif not is_plain(path) or not os.access(path, os.R_OK):
        yield 1, 1, Finding("file-unreadable")
    elif (look := looks.get(path.suffix.lower())) is not None:
        yield from _looked(path, look)


def _looked(path: Path, look: Look) -> Iterator[Placed]:
    try:
        content = path.read_bytes()
    except OSError:
        yield 1, 1, Finding("file-unreadable")
    else:
        yield from look(content)


def _text(content: bytes) -> Iterator[Placed]:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield (*place_of(error, content), Finding("encoding"))


def _prose(content: bytes) -> Iterator[Placed]:
    yield from _text(content)
    written = content.decode("utf-8", "replace")
    for at, found in left_in(written):
        before = written[:at]
        yield before.count("\n") + 1, at - before.rfind("\n"), Finding("starter-text", (), {"value": found})


def _template(content: bytes) -> Iterator[Placed]:
    wrong = list(_text(content))
    yield from wrong
    if not wrong:
        from jinja2 import Environment, TemplateSyntaxError  # here, because few editions have templates of their own

        try:
            Environment(autoescape=True).parse(content.decode("utf-8"))
        except TemplateSyntaxError as error:
            yield error.lineno, 1, Finding("template-syntax", (), {"reason": error.message or ""})


def _picture(content: bytes) -> Iterator[Placed]:
    from generator.formats import svg  # here, because few editions have pictures of this kind

    for line, column, code, value in svg.unsafe(content):
        yield line, column, Finding(code, (), {"value": value})


_IN_CONTENT: Looks = {".md": _prose, ".svg": _picture}
_IN_FRONT: Looks = {".css": _text, ".html": _template, ".svg": _picture}
