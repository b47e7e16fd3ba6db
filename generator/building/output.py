"""Files of the built site: only what changed is written, all of it put in place together, removals last.

While a build works, the site stays as it was: what is new waits in a folder of its own (`WAITING`). When all of it is
there and safe on the disk, it is put in place, file by file; only if a build is ended in that moment, the site is not
of one build, and a mark beside the manifest says so until the next build mended it. The manifest says what the last
finished build made of what, and is put in place at the very end.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from generator import durable
from generator.building import signs
from generator.building.manifest import Asking, Made, Manifest, lying
from generator.cache.digests import digest, fingerprint
from generator.processes import unbroken

WAITING = ".wacht"
"""The folder in a site in which new files wait until all of them are there. It is no part of the site."""


class Written(NamedTuple):
    """A file as it will lie in the site."""

    content: str
    size: int
    modified: int
    waits: str
    """Its name in `WAITING`; "" where it lies in its place already."""


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
    """Whether a file of this size and time (in ns) lies there, which a web server may read."""
    try:
        found = os.stat(f"{folder}/{path}", follow_symlinks=False)
    except OSError:
        return False
    readable = found.st_mode & durable.MODE == durable.MODE
    return found.st_size == size and found.st_mtime_ns == modified and readable


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
        self._waiting = f"{target}/{WAITING}"
        self._count = count()
        self.manifest = manifest
        self.before: Mapping[str, Made] = manifest.files
        self.files: dict[str, Made] = {}
        """What the site of this build holds, as far as it is known."""
        self._waits: dict[str, str] = {}
        """What of it waits for its place, by path: its name in `WAITING`."""
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
        """Whether the last build was ended while it put new files in place: the site is not of one build."""
        return self._unfinished.exists()

    @contextmanager
    def begun(self) -> Iterator[None]:
        """In this block files are made. However it ends, nothing is left but the site. Raises `OSError`."""
        existed = self.target.is_dir()
        self.target.mkdir(parents=True, exist_ok=True)
        self._open(self._folder)
        try:
            self._clear()  # of a build that was killed
            os.mkdir(self._waiting)
            yield
        except BaseException:
            with suppress(OSError):
                self._clear()
                self._leave_as_it_was(existed)
            raise
        self._clear()

    def _leave_as_it_was(self, existed: bool) -> None:
        """Take away the folders that were made for files which never came."""
        for folder, _, _ in os.walk(self.target, topdown=False):
            if folder != self._folder or not existed:
                with suppress(OSError):  # it holds something
                    os.rmdir(folder)

    def _clear(self) -> None:
        with suppress(FileNotFoundError):
            if os.path.islink(self._waiting) or not os.path.isdir(self._waiting):
                os.unlink(self._waiting)
            shutil.rmtree(self._waiting)

    @staticmethod
    def _open(folder: str) -> None:
        """Let a web server into a folder, whatever the umask was when it was made."""
        mode = stat.S_IMODE(os.stat(folder).st_mode)
        if mode & durable.FOLDER_MODE != durable.FOLDER_MODE:
            os.chmod(folder, mode | durable.FOLDER_MODE)

    def ask_again(self, base: str, answers: Asking) -> None:
        """Find out which of the files would come out otherwise now: all of them where `base` is another."""
        if self.manifest.base == base:
            self._affected = self.manifest.affected(self.manifest.asked_again(answers))
        else:
            self.manifest = Manifest(base)

    def stands(self, path: str, asked_as: str) -> bool:
        """Whether the file is there as the last build made it, and would come out the same: then it is of this build
        too."""
        made = self.before.get(path)
        if (
            made is None
            or made.asked_as != asked_as
            or self._affected is None
            or path in self._affected
            or not self._lies(path, made)
        ):
            return False
        self.files[path] = made
        return True

    def take(self, path: str, written: Written, asked_as: str = "", asked: Iterable[int] = ()) -> None:
        """A file was made for this build, by this process or another; `asked` are numbers in the manifest."""
        name, size, modified, waits = written
        self.files[path] = Made(asked_as, name, size, modified, signs.written(asked))
        if waits:
            self._waits[path] = waits

    def _lies(self, path: str, made: Made) -> bool:
        """Whether a file that need not be made lies there."""
        return self._untouched(path, made)

    def _untouched(self, path: str, made: Made) -> bool:
        if self._moved is not None:
            return path not in self._moved
        return _lies_in(self._folder, path, made.size, made.modified)

    def write(self, path: str, content: bytes) -> Written:
        """Let a file wait for its place, whole, if another lies there. `path` stays inside the target. Raises
        `OSError`."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"dit pad ligt buiten de site: {path}")
        name = fingerprint(content)
        before = self.before.get(path)
        if before is not None and before.content == name and self._untouched(path, before):
            return Written(name, before.size, before.modified, "")
        self._make(path.rpartition("/")[0])
        waits = f"{os.getpid()}-{next(self._count)}"  # several processes write at once
        found = durable.written(f"{self._waiting}/{waits}", content)
        return Written(name, found.st_size, found.st_mtime_ns, waits)

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
        self._open(full)
        self._folders.add(folder)

    def finish(self, *, certain: bool = True) -> tuple[int, int]:
        """Put what waits in place, remove what this build did not make, and keep the manifest; where it is not certain
        what was read, so that the next build makes all of it again. How many files were written and removed. Raises
        `OSError`: when there is no room, before anything is put in place."""
        manifest, files = self._settled(certain=certain)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        gone = self._gone()
        with ExitStack() as together:
            with durable.beside(self._file, manifest.content(self._folder, files)):
                if self._waits:
                    durable.sync(self.target)
                together.enter_context(unbroken())
                if self._waits or gone:
                    self._unfinished.touch()
                self._place(gone)
            self._unfinished.unlink(missing_ok=True)
        return len(self._waits), len(gone)

    def _settled(self, *, certain: bool) -> tuple[Manifest, Mapping[str, Made]]:
        """What the next build should know of this one, and of its files."""
        manifest, files = self.manifest.without_strangers(self.files)
        if not certain:
            manifest.base = ""
        return manifest, files

    def _place(self, gone: Collection[str]) -> None:
        """Put what waits in place, in the order in which it was made; then take away what is of no use any more."""
        for path, name in self._waits.items():
            full = f"{self._folder}/{path}"
            try:
                os.replace(f"{self._waiting}/{name}", full)
            except IsADirectoryError:
                shutil.rmtree(full)
                os.replace(f"{self._waiting}/{name}", full)
        for path in gone:
            self._remove(path)
        for folder in sorted({os.path.dirname(path) for path in gone}, key=len, reverse=True):
            _remove_empty(self.target, folder)

    def _gone(self) -> Collection[str]:
        """What lies in the site and is not of this build."""
        return self._strangers() if self._uncertain else [path for path in self.before if path not in self.files]

    def _remove(self, path: str) -> None:
        """Take a file away, if that is where it lies: a manifest or a link may say that it lies elsewhere."""
        steps = path.split("/")
        above = ("/".join(steps[:count]) for count in range(1, len(steps)))
        if not path.startswith("/") and ".." not in steps and not any(map(self._is_link, above)):
            with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
                os.unlink(f"{self.target}/{path}")

    def _is_link(self, folder: str) -> bool:
        return os.path.islink(f"{self.target}/{folder}")

    def _strangers(self) -> list[str]:
        found = []
        for folder, folders, names in os.walk(self.target):
            if WAITING in folders:
                folders.remove(WAITING)
            inside = os.path.relpath(folder, self.target)
            prefix = "" if inside == "." else inside.replace(os.sep, "/") + "/"
            found += [prefix + name for name in names if prefix + name not in self.files]
            found += [prefix + name for name in folders if self._is_link(prefix + name)]
        return sorted(found)


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
