"""Publish a built site on a web server of one's own: a whole release beside the old one, then one switch.

`DIR` is a symbolic link to the release of now, in `DIR.releases/`. Visitors see the old site or the new one,
never half of each.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator import durable
from generator.building.output import WAITING, Output
from generator.cache.digests import files_below
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
    if not _place(directory).parent.is_dir():
        return "publish-nowhere"
    if directory.exists() and not directory.is_symlink():
        return "publish-occupied"
    return None


def lock_of(directory: Path) -> Path:
    """What to hold while a site is published there: another edition may be put in the same place."""
    return _releases(_place(directory)) / ".lock"


def _releases(place: Path) -> Path:
    return place.with_name(place.name + ".releases")


def publish(edition: Edition, directory: Path) -> tuple[str, int]:
    """Copy the built site to a new release and switch to it, for who holds `lock_of` it. Returns its name and how many
    files it has. Raises `OSError` when it can't be done: then visitors see what they saw."""
    directory = _place(directory)
    releases = _releases(directory)
    releases.mkdir(parents=True, exist_ok=True)
    taken = [int(path.name) for path in releases.iterdir() if path.name.isdigit()]
    name = f"{max(taken, default=0) + 1:06}"
    unfinished, release = releases / f".{name}", releases / name
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        count = _copy(edition.site, unfinished)
        durable.sync(releases)
        unfinished.rename(release)
        _switch(directory, release)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        if directory.resolve() != release:
            shutil.rmtree(release, ignore_errors=True)
        raise
    for old in sorted(int(path.name) for path in releases.iterdir() if path.name.isdigit())[:-KEPT]:
        shutil.rmtree(releases / f"{old:06}", ignore_errors=True)
    return name, count


def _copy(site: Path, release: Path) -> int:
    """All files of a site, but for what a killed build left waiting. How many."""
    files = [path for path in files_below(site) if not path.startswith(f"{WAITING}/")]
    for folder in sorted({(release / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        # A hard link costs no room, and a later build puts new files in place instead of writing in old ones.
        try:
            os.link(site / path, release / path)
        except OSError:  # another disk
            shutil.copy2(site / path, release / path)
    return len(files)


def _place(directory: Path) -> Path:
    """Where a directory stands, whatever `..` and links lead there; the directory itself may be a link."""
    named = Path(os.path.normpath(directory.absolute()))
    return named.parent.resolve() / named.name


def _switch(directory: Path, release: Path) -> None:
    beside = directory.with_name(f".{directory.name}.new")
    beside.unlink(missing_ok=True)  # of who was killed
    beside.symlink_to(os.path.relpath(release, directory.parent))
    beside.replace(directory)
