"""What stops a command and is no fault of a record: a full disk, no permission, somebody else who is working here. A
sentence each, never a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import durable, lock
from generator.commands.said import say
from generator.edition import Edition
from generator.problems.printable import printable

_KINDS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
    errno.ENOTDIR: "no-folder",
    errno.EEXIST: "no-folder",
    errno.EISDIR: "is-folder",
    errno.ENOENT: "gone",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "long",
    errno.EIO: "disk",
}
"""What the system says, as the key of a sentence."""


class Stopped(Exception):
    """A command can't go on; the message says why, and what to do."""


def told(error: OSError) -> str:
    """What the system refused, where, and what to do, in Dutch."""
    if error.errno is None:  # one of ours, which says it already
        return str(error)
    named = isinstance(error.filename, str | bytes | os.PathLike)
    file = printable(os.path.relpath(os.fsdecode(error.filename))) if named else ""
    kind = _KINDS.get(error.errno, "other")
    said = say("trouble", kind, reason=error.strerror or "")
    return f"{file}: {said}" if file else said


def reason(error: BaseException, edition: Edition) -> str | None:
    """Why a command can't go on, in Dutch; None when that is a fault of ours, of which all is worth knowing."""
    if isinstance(error, Stopped):
        return str(error)
    if isinstance(error, OSError):
        return told(error)

    # Here, because most commands end well, and should not wait for it.
    from generator.problems.problem import Finding, problem
    from generator.problems.reporters import text_report
    from generator.rendering.templates import failing
    from generator.validation.reading import Changed

    if isinstance(error, Changed):
        return say("changed", file=error.args[0])
    found = failing(error, edition.root / "overrides")
    if found is None:
        return None
    finding = Finding("template-fails", (), {"reason": found.reason})
    return text_report([problem(edition.shown(Path(found.file)), found.line, 1, finding)]).rstrip("\n")


@contextmanager
def alone(file: Path, command: str, *, waits: bool = False) -> Iterator[None]:
    """In this block nobody else holds that lock: build, publish and whatever else writes in an edition take turns.
    What killed commands left beside it goes. Raises `Stopped` with who it is that is busy; who `waits` says so, and
    waits instead."""

    def waiting(holder: lock.Holder) -> None:
        print(say("waiting", **holder._asdict()), flush=True)

    try:
        with lock.held(file, command, waiting if waits else None):
            for left in durable.left_beside(file.parent):
                left.unlink(missing_ok=True)
            yield
    except lock.Busy as busy:
        holder = busy.holder
        raise Stopped(say("busy", **holder._asdict()) if holder.command else say("busy-unknown")) from None
