"""What was read before, kept by content: a record that did not change is not parsed again.

One file, written whole and read through memory mapping, so that processes forked from a build share it.
It holds JSON only: nothing in it can be executed. It may be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from generator.engine import ENGINE

_LIBRARIES = (
    "cmarkgfm", "email-validator", "holidays", "icalendar", "jinja2", "phonenumberslite", "pydantic", "python-dateutil",
    "pyyaml",
)  # fmt: skip
"""Libraries that decide what a record means or how a page is written."""


def digest(*parts: bytes | str) -> str:
    """A short name for content: equal only for equal parts."""
    state = blake2b(digest_size=16)
    for part in parts:
        piece = part.encode() if isinstance(part, str) else part
        state.update(len(piece).to_bytes(8, "big"))
        state.update(piece)
    return state.hexdigest()


@cache
def engine_digest() -> str:
    """A name for the code, texts and libraries that read records: with another engine nothing counts as read."""
    kinds = ("*.py", "texts/**/*.yml", "national/*.csv", "national/*.yml", "rules/*.txt")
    files = sorted({path for kind in kinds for path in ENGINE.rglob(kind)})
    installed = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest(*installed, *(part for path in files for part in (path.name, path.read_bytes())))


def contents(*folders: Path, without: Callable[[str], bool] = lambda _: False) -> Iterator[bytes | str]:
    """All files below folders, each as its path and what is in it: the parts of a `digest`."""
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            inside = path.relative_to(folder).as_posix()
            if not without(inside):
                yield inside
                yield path.read_bytes()
