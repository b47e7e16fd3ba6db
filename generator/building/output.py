"""Files of the built site: only what changed is written, each one whole, removals last.

The manifest says what the last finished build made of what. It is written at the very end: a build that is
interrupted leaves the old one, and the next build mends whatever differs from it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.building.manifest import Asking, Made, Manifest, lying
from generator.cache.digests import digest


class Written(NamedTuple):
    """A file as it lies there now, and whether anything had to be written for that."""

    content: str
    size: int
    modified: int
    changed: bool


class Looked(NamedTuple):
    """What somebody saw who looked at a site a moment ago: which of its files don't lie as a manifest says."""

    manifest: tuple[int, int, int]
    """Which manifest that was: see `_state`."""
    moved: frozenset[str]


def manifest_of(target: Path, cache: Path) -> Path:
    """Where the manifest of a site is kept."""
    return cache / f"site-{digest(str(target))[:8]}.json"


def look(target: Path, cache: Path) -> Looked:
    """Look at every file of a site."""
    file = manifest_of(target, cache)
    state, folder = _state(file), str(target)
    every = lying(file, folder)
    return Looked(state, frozenset(path for path, size, time in every if not _lies_in(folder, path, size, time)))


def _state(file: Path) -> tuple[int, int, int]:
    """What is another when a file was written anew: nothing when there is none."""
    try:
        found = file.stat()
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns


def _lies_in(folder: str, path: str, size: int, modified: int) -> bool:
    """Whether a file of this size and time (in ns) lies there."""
    try:
        found = os.stat(f"{folder}/{path}", follow_symlinks=False)
    except OSError:
        return False
    return found.st_size == size and found.st_mtime_ns == modified


class Output:
    """The folder a site is built into. Paths are relative to it and use `/`."""

    kept = True
    """Whether browsers may keep what is in it, to be read without a network."""

    def __init__(self, target: Path, cache: Path) -> None:
        self._file = manifest_of(target, cache)
        self._state = _state(self._file)
        self._unfinished = self._file.with_suffix(".unfinished")
        self._know(target, Manifest.read(self._file, str(target)))

    def _know(self, target: Path, manifest: Manifest) -> None:
        """Start from what the last finished build made."""
        self.target = target
        self._folder = str(target)
        self.manifest = manifest
        self.before: Mapping[str, Made] = manifest.files
        # Where no finished build is known of, what lies there may be anything; where nothing lies, it can't be.
        self._uncertain = target.is_dir() and (self.interrupted or not self.before)
        self._affected: Collection[str] | None = None
        """The files that would come out otherwise; None where all may."""
        self._moved: Collection[str] | None = None
        self._folders: set[str] = {""}

    def looked_at(self, looked: Looked) -> None:
        """Somebody looked a moment ago whether everything lies there."""
        if looked.manifest == self._state:
            self._moved = looked.moved

    @property
    def interrupted(self) -> bool:
        """Whether the last build stopped before its end."""
        return self._unfinished.exists()

    def begin(self) -> None:
        """Say that a build has started: from here on the manifest may differ from what is on disk."""
        self._unfinished.parent.mkdir(parents=True, exist_ok=True)
        self._unfinished.touch()
        self.target.mkdir(parents=True, exist_ok=True)

    def ask_again(self, base: str, answers: Asking) -> None:
        """Find out which of the files would come out otherwise now: all of them where `base` is another."""
        if self.manifest.base == base:
            self._affected = self.manifest.affected(self.manifest.asked_again(answers))
        else:
            self.manifest = Manifest(base)

    def stands(self, path: str, asked_as: str) -> bool:
        """Whether the file is there as the last build made it, and would come out the same."""
        made = self.before.get(path)
        return (
            made is not None
            and made.asked_as == asked_as
            and self._affected is not None
            and path not in self._affected
            and self._lies(path, made)
        )

    def _lies(self, path: str, made: Made) -> bool:
        """Whether a file that need not be made lies there."""
        return self._untouched(path, made)

    def _untouched(self, path: str, made: Made) -> bool:
        if self._moved is not None:
            return path not in self._moved
        return _lies_in(self._folder, path, made.size, made.modified)

    def write(self, path: str, content: bytes) -> Written:
        """Put a file in place, whole, if another lies there. `path` stays inside the target."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"dit pad ligt buiten de site: {path}")
        name = digest(content)
        before = self.before.get(path)
        if before is not None and before.content == name and self._untouched(path, before):
            return Written(name, before.size, before.modified, False)
        folder, _, file = path.rpartition("/")
        self._make(folder)
        beside = f"{self.target}/{folder}/.{file}.{os.getpid()}"
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(descriptor, content) if len(content) < 1_000_000 else _write_all(descriptor, content)
            found = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        full = f"{self.target}/{path}"
        try:
            os.replace(beside, full)
        except IsADirectoryError:
            shutil.rmtree(full)
            os.replace(beside, full)
        return Written(name, found.st_size, found.st_mtime_ns, True)

    def _make(self, folder: str) -> None:
        """See to a real folder: a link in its place would lead out of the target, a file nowhere."""
        if folder in self._folders:
            return
        self._make(folder.rpartition("/")[0])
        full = f"{self.target}/{folder}"
        try:
            os.mkdir(full)
        except FileExistsError:
            if os.path.islink(full) or not os.path.isdir(full):
                with suppress(FileNotFoundError):
                    os.unlink(full)
                with suppress(FileExistsError):
                    os.mkdir(full)
        self._folders.add(folder)

    def finish(self, files: Mapping[str, Made]) -> int:
        """Remove what this build did not make, then write the manifest. How many files were removed."""
        gone = self._tidy(files)
        manifest, files = self.manifest.without_strangers(files)
        manifest.write(self._file, str(self.target), files)
        self._unfinished.unlink(missing_ok=True)
        return gone

    def _tidy(self, files: Mapping[str, Made]) -> int:
        gone = self._strangers(files) if self._uncertain else [p for p in self.before if p not in files]
        for path in gone:
            self._remove(path)
        for folder in sorted({os.path.dirname(path) for path in gone}, key=len, reverse=True):
            _remove_empty(self.target, folder)
        return len(gone)

    def _remove(self, path: str) -> None:
        """Take a file away, if that is where it lies: a manifest or a link may say that it lies elsewhere."""
        steps = path.split("/")
        above = ("/".join(steps[:count]) for count in range(1, len(steps)))
        if not path.startswith("/") and ".." not in steps and not any(map(self._is_link, above)):
            with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
                os.unlink(f"{self.target}/{path}")

    def _is_link(self, folder: str) -> bool:
        return os.path.islink(f"{self.target}/{folder}")

    def _strangers(self, files: Mapping[str, Made]) -> list[str]:
        found = []
        for folder, folders, names in os.walk(self.target):
            inside = os.path.relpath(folder, self.target)
            prefix = "" if inside == "." else inside.replace(os.sep, "/") + "/"
            found += [prefix + name for name in names if prefix + name not in files]
            found += [prefix + name for name in folders if self._is_link(prefix + name)]
        return sorted(found)


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def _remove_empty(target: Path, folder: str) -> None:
    while folder:
        try:
            os.rmdir(target / folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def file_of(url: str) -> str:
    """The file that answers an address: `stein/` is `stein/index.html`."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url
