"""What lies in a folder of an edition, told so that nothing is passed over: what can't be read is no empty folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from generator.problems.printable import printable
from generator.problems.problem import Finding

How = Literal["file", "link", "strange", "unreadable", "no-folder", "loop", "name"]
"""A plain file, a link; something that only looks like a file (a pipe, a device); a folder that can't be read, or is
none; a link to itself; a name that is no text."""

_FINDINGS: dict[How, str] = {
    "strange": "file-strange",
    "unreadable": "folder-unreadable",
    "no-folder": "folder-expected",
    "loop": "file-loop",
    "name": "file-name-bytes",
}


class Lying(NamedTuple):
    """Something in a folder: its path from there ("" for the folder itself), and how it lies there."""

    path: str
    how: How

    def finding(self, folder: str) -> Finding | None:
        """What is wrong with it, if that shows without opening it; `folder` is what it lies in."""
        code = _FINDINGS.get(self.how)
        if code is None:
            return None
        name = (self.path or folder).rpartition("/")[2]
        return Finding(code, (), {"name": printable(name)})


def below(root: str, inside: str = "") -> Iterator[Lying]:
    """Everything below a folder but the folders themselves, in order; nothing when there is no such folder. Hidden
    files are nobody's."""
    try:
        entries = sorted(os.scandir(f"{root}/{inside}"), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield Lying(inside.rstrip("/"), _how(error))
        return
    for entry in entries:
        name = entry.name
        path = inside + name
        if name.startswith("."):
            continue
        if not name.isprintable():
            yield Lying(path, "name")
        elif entry.is_file(follow_symlinks=False):
            yield Lying(path, "file")
        elif entry.is_dir(follow_symlinks=False):
            yield from below(root, f"{path}/")
        elif entry.is_symlink():
            yield Lying(path, "loop" if _is_loop(f"{root}/{path}") else "link")
        else:
            yield Lying(path, "strange")


def files_in(folder: str) -> list[str]:
    """The names of the plain files right in a folder, in order; none where it can't be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:  # which is said of each folder that should be in there
        return []


def closed_by(folder: Path) -> Finding | None:
    """What keeps anybody from looking into a folder: then nothing is known of what is in there."""
    first = next(below(str(folder)), None)
    return first.finding(folder.name) if first is not None and not first.path else None


def _how(error: OSError) -> How:
    if isinstance(error, NotADirectoryError):
        return "no-folder"
    return "loop" if error.errno == errno.ELOOP else "unreadable"


def _is_loop(path: str) -> bool:
    try:
        Path(path).stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def is_inside(path: str | Path, folder: Path) -> bool:
    """Whether a path leads to something in a folder, whatever links it goes through."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_plain(path: Path) -> bool:
    """Whether there is a file that can be read to its end: no folder, no pipe."""
    try:
        return path.is_file()
    except OSError:
        return False
