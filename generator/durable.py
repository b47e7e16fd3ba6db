"""Files written so that they are whole or aren't there, whatever comes between: a full disk, a kill, no power.

A file is written beside its place and only then put there, in one step of the file system: a reader finds the old one
or the new one. What was written is counted, since a nearly full disk takes less than it was given and says nothing.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MODE = 0o644
"""How files are made: a web server may be somebody else."""

FOLDER_MODE = 0o755
"""The same for folders."""

UMASK = 0o022
"""What a command takes for its umask, whatever it was given, so that those modes are what comes of them."""


def written(path: str, content: bytes) -> os.stat_result:
    """Write a new file, whole. Returns how it lies there. Raises `OSError` when it can't be: what is there then is
    for who asked to take away."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
    try:
        count = os.write(descriptor, content)
        while count < len(content):  # a full disk takes a part, and says so only when it is given the rest
            count += os.write(descriptor, content[count:])
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def beside(file: Path, *parts: bytes) -> Iterator[Path]:
    """A file written beside its place, for who has something to do before it is put there. At the end of the block it
    is in place, or gone when the block failed. Raises `OSError`."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE), "wb") as opened:
            opened.writelines(parts)  # which goes on until all of it is written
        yield new
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def write(file: Path, *parts: bytes, made_again: bool = False) -> None:
    """Put a file in place, whole, in a folder that is made when it isn't there. Raises `OSError`, and leaves what was
    there. What can be `made_again`, and is checked when it is read, need not outlive a loss of power."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with beside(file, *parts) as new:
        if not made_again:
            _sync_file(new)


def left_beside(folder: Path) -> Iterator[Path]:
    """What killed processes left beside the files of a folder. For who knows that nobody is writing there."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(".") and path.suffix[1:].isdigit() and (path.is_symlink() or path.is_file()):
                yield path


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_OFTEN = 0.3
"""Seconds between two times that what was written is sent to the disk: little is left to wait for at the end."""


@contextmanager
def syncing(folder: Path) -> Iterator[None]:
    """In this block what is written in the file system of a folder goes to the disk meanwhile, so that `sync` waits for
    little. What can't be written there is for `sync` to say."""
    done = threading.Event()

    def go_on() -> None:
        while not done.wait(_OFTEN):
            with suppress(OSError):
                sync(folder)

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def sync(folder: Path) -> None:
    """See to it that all that was written in the file system of a folder outlives a loss of power. Raises `OSError`:
    some file systems only find out now that there is no room."""
    if sys.platform == "linux":
        from ctypes import CDLL, get_errno  # here, because most commands write nothing

        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if CDLL(None, use_errno=True).syncfs(descriptor) != 0:
                number = get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(descriptor)
    elif hasattr(os, "sync"):
        os.sync()
