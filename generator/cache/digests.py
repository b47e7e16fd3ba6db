"""Short names for content: two contents with one name are the same."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import version
from pathlib import Path

from generator.cache import compiled
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


def fingerprint(content: bytes) -> str:
    """A name for the bytes of one file that a browser can work out as well: the first 144 bits of its SHA-256."""
    return urlsafe_b64encode(sha256(content).digest()[:18]).decode()


@cache
def engine_digest() -> str:
    """A name for the code, texts and libraries that read records: with another engine nothing counts as read."""
    installed = (f"{name} {version(name)}" for name in _LIBRARIES)
    files = [ENGINE / inside for inside in files_below(ENGINE) if not _is_no_engine(inside)]
    return digest(*installed, compiled.of_files("engine", files, _code))


def _code() -> str:
    return digest(*contents(ENGINE, without=_is_no_engine))


def _is_no_engine(path: str) -> bool:
    """Records of the national layer are read like any other, and the front has a name of its own."""
    record = path.startswith("national/") and path.count("/") > 1
    return record or not path.endswith((".py", ".yml", ".csv", ".txt")) or path.startswith(("overrides/", "libraries/"))


def contents(*folders: Path, without: Callable[[str], bool] = lambda _: False) -> Iterator[bytes | str]:
    """All files below folders, each as its path and what is in it: the parts of a `digest`."""
    for folder in folders:
        for inside in files_below(folder):
            if not without(inside):
                yield inside
                yield Path(folder, inside).read_bytes()


def files_below(folder: Path) -> list[str]:
    """The paths of all files below a folder, relative to it, in order; none when there is no such folder."""
    found: list[str] = []
    folders = [""]
    for inside in folders:
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(f"{inside}{entry.name}/")
                elif entry.is_file():
                    found.append(inside + entry.name)
    return sorted(found)
