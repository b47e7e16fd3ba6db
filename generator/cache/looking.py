"""How files lie on disk: another look gives another answer as soon as one of them was written, also with what it held
before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

Lies = tuple[int, int, int, int]
"""When a file was written, and when anything of it was changed (ns), how large it is, and which one it is."""

Look = Mapping[str, Lies]
"""What is seen of files, by their path."""


def seen(path: str) -> Look:
    """How every file at or below a path lies there. What an editor keeps for itself (`.x.swp`, `x~`) is left out."""
    return dict(_below(path) if Path(path).is_dir() else _lying(path, Path(path)))


def _below(folder: str) -> Iterator[tuple[str, Lies]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield from _lying(entry.path, entry)


def _lying(name: str, file: Path | os.DirEntry[str]) -> Iterator[tuple[str, Lies]]:
    try:
        found = file.stat()
    except OSError:
        return
    yield name, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
