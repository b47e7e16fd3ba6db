"""One at a time: who writes somewhere holds a lock there, and lets go when it ends, whatever ends it.

The system holds it (`flock`), for a process and all that are forked from it: it is free when the last of them is no
more. The file itself only says who it was.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json, to_json

try:
    import fcntl
except ImportError:  # only where nothing forks: there is no lock there
    fcntl = None  # type: ignore[assignment]


_LAST = 15.0
"""Seconds that what a killed process left behind gets to end."""

_PAUSE = 0.02
"""Seconds between two looks whether it did."""


class Holder(NamedTuple):
    """Who holds a lock: the command, its process, and since when (`HH:MM`); "" and 0 when that isn't known."""

    command: str
    process: int
    since: str


class Busy(Exception):
    """Somebody else holds the lock."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def held(file: Path, command: str, waiting: Callable[[Holder], None] | None = None) -> Iterator[None]:
    """Hold the lock of this name in this block. Raises `Busy` when somebody else does; given `waiting`, that hears who
    it is, and the block waits for it. Raises `OSError` where no such file can be made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, waiting)
        os.ftruncate(descriptor, 0)
        with suppress(OSError):  # a full disk: then nobody knows who it is, and it is held all the same
            os.pwrite(descriptor, to_json(Holder(command, os.getpid(), time.strftime("%H:%M"))), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, waiting: Callable[[Holder], None] | None) -> None:
    if fcntl is None or _free(descriptor):
        return
    holder = _holder(descriptor)
    if waiting is not None:
        waiting(holder)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return
    until = time.monotonic() + _LAST
    while not _runs(holder.process) and time.monotonic() < until:
        time.sleep(_PAUSE)
        if _free(descriptor):
            return
    raise Busy(holder)


def _free(descriptor: int) -> bool:
    """Take the lock if nobody has it. Whether it was taken."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _runs(process: int) -> bool:
    """Whether a process of this number is there. One that was killed leaves others, which end a moment later."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return process > 0


def _holder(descriptor: int) -> Holder:
    try:
        command, process, since = from_json(os.pread(descriptor, 1000, 0))
        found = Holder(str(command), int(process), str(since))
        return found if f"{command}{since}".isprintable() else Holder("", 0, "")
    except (OSError, ValueError, TypeError):
        return Holder("", 0, "")
