"""Publish a built site on a web server of one's own: a whole release beside the old one, then one switch.

`DIR` is a symbolic link to the release of now, in `DIR.releases/`. Visitors see the old site or the new one,
never half of each.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from generator import durable, lock
from generator.building.output import WAITING, Output
from generator.edition import Edition

KEPT = 3
"""Releases that stay, the one of now included, so that a wrong one can be taken back."""


def refusal(edition: Edition, directory: Path) -> str | None:
    """Why a site can't be published there, as the key of a text; None when it can."""
    if not (edition.site / "index.html").is_file():
        return "publish-none"
    if Output(edition.site, edition.cache).interrupted:
        return "publish-unfinished"
    if _place(directory).is_relative_to(edition.site):
        return "publish-inside"
    if directory.exists() and not directory.is_symlink():
        return "publish-occupied"
    return None


def publish(edition: Edition, directory: Path) -> tuple[str, int]:
    """Copy the built site to a new release and switch to it. Returns its name and the number of files. Raises `Busy`
    when another site is being put there, and `OSError` when it can't be done: then visitors see what they saw."""
    directory = _place(directory)
    releases = directory.with_name(directory.name + ".releases")
    releases.mkdir(parents=True, exist_ok=True)
    with lock.held(releases / ".lock", "publish"):
        return _publish(edition, directory, releases)


def _publish(edition: Edition, directory: Path, releases: Path) -> tuple[str, int]:
    for left in durable.left_beside(directory.parent):  # by who was killed
        if left.name.startswith(f".{directory.name}."):
            left.unlink(missing_ok=True)
    taken = [int(path.name) for path in releases.iterdir() if path.name.isdigit()]
    name = f"{max(taken, default=0) + 1:06}"
    unfinished = releases / f".{name}"
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        # A hard link costs no room, and a later build puts new files in place instead of writing in old ones.
        ignored = shutil.ignore_patterns(WAITING)
        shutil.copytree(edition.site, unfinished, copy_function=_linked, ignore=ignored)
        durable.sync(releases)
        unfinished.rename(releases / name)
        _switch(directory, releases / name)
    except BaseException as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if directory.resolve() != releases / name:
            shutil.rmtree(releases / name, ignore_errors=True)
        if isinstance(error, shutil.Error):  # a list of what went wrong, of which the first says enough
            raise _first(error) from None
        raise
    for old in sorted(int(path.name) for path in releases.iterdir() if path.name.isdigit())[:-KEPT]:
        shutil.rmtree(releases / f"{old:06}", ignore_errors=True)
    return name, sum(len(files) for _, _, files in os.walk(releases / name))


def _first(error: shutil.Error) -> OSError:
    source, _, why = error.args[0][0]
    number = next((number for number in errno.errorcode if os.strerror(number) in why), errno.EIO)
    return OSError(number, os.strerror(number), source)


def _place(directory: Path) -> Path:
    """Where a directory stands, whatever `..` and links lead there; the directory itself may be a link."""
    named = Path(os.path.normpath(directory.absolute()))
    return named.parent.resolve() / named.name


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)


def _switch(directory: Path, release: Path) -> None:
    beside = directory.with_name(f".{directory.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(release, directory.parent))
    beside.replace(directory)
