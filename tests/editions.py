"""Editions to build in tests: copies in a folder of their own, made with the command that people use."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from fcntl import LOCK_EX, flock
from hashlib import blake2b
from pathlib import Path

import pytest

from generator import cli

ROOT = Path(__file__).parent.parent
STEIN = ROOT
LINDEDAL = ROOT / "examples" / "lindedal"
SMALL = Path(__file__).parent / "site"
"""The miniature edition of two municipalities."""

TODAY = date(2026, 11, 21)
"""The day it is in every test that builds something."""


may_build = True
"""Whether the test that is running is one that builds a site, and says so with the mark `site` or `browser`."""


def epoch(day: date) -> str:
    """Noon of a day, as `SOURCE_DATE_EPOCH` wants it."""
    return str(int(datetime.combine(day, time(12), UTC).timestamp()))


def environment(today: date = TODAY, **more: str) -> dict[str, str]:
    """What a command sees around it: this environment on a fixed day."""
    return {**os.environ, "SOURCE_DATE_EPOCH": epoch(today), **more}


def copied(edition: Path, to: Path) -> Path:
    """Only what belongs to an edition: its settings, records and prose."""
    to.mkdir(parents=True, exist_ok=True)
    shutil.copy2(edition / "mkdocs.yml", to)
    own_front = () if edition == STEIN else ("overrides",)
    for folder in ("data", "content", *own_front):
        if (edition / folder).is_dir():
            shutil.copytree(edition / folder, to / folder)
    return to


def mantelkaart(
    *words: str, folder: Path, today: date = TODAY, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Give a command, as somebody who stands in a folder."""
    assert may_build or "build" not in words, "mark this test with pytest.mark.site: it builds one"
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *words],
        cwd=folder, env=environment(today, **(more or {})), capture_output=True, text=True, check=False,
    )  # fmt: skip


def build(edition: Path, today: date = TODAY) -> Path:
    """Build an edition that has no faults. Returns its site."""
    done = mantelkaart("build", folder=edition, today=today)
    assert done.returncode == 0, done.stdout + done.stderr
    return edition / "site"


def build_here(edition: Path, today: date = TODAY) -> Path:
    """The same in this process, which is quick when the host need not start."""
    assert may_build, "mark this test with pytest.mark.site: it builds one"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch(today))
        try:
            assert cli.main(["build", "-f", str(edition / "mkdocs.yml")]) == 0
        finally:
            gc.enable()  # a build that ends does without; the tests go on
    return edition / "site"


class Built:
    """A copy of an edition with its site, given out as often as wanted: each time as if it was built just now.

    A build knows its own site by the place where it stands, so the edition is put back at that same place.
    """

    def __init__(self, edition: Path, folder: Path) -> None:
        self._folder = folder
        self._kept = folder.with_name(f"{folder.name}-bewaard")
        build_here(copied(edition, folder / "editie"))
        self._folder.rename(self._kept)

    def again(self) -> Path:
        """The edition, whatever somebody did to it or put beside it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._kept, self._folder, symlinks=True)
        return self._folder / "editie"


def refused(edition: Path) -> str:
    """What a build says that finds faults."""
    done = mantelkaart("build", folder=edition)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    return said


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder with a digest of what is in it; links by where they lead."""
    found = {}
    folders = [str(folder)]
    for inside in folders:
        for entry in os.scandir(inside):
            name = entry.path.removeprefix(f"{folder}/")
            if entry.is_symlink():
                found[name] = f"-> {Path(entry).readlink()}"
            elif entry.is_dir():
                folders.append(entry.path)
            else:
                found[name] = named(Path(entry).read_bytes())
    return found


def named(content: bytes) -> str:
    """A name for content."""
    return blake2b(content, digest_size=16).hexdigest()


def different(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """The names under which two folders hold something else."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def written(folder: Path) -> dict[str, tuple[int, int]]:
    """When and where on the disk each file was put: differs for every file that was written anew."""
    stats = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (stat.st_mtime_ns, stat.st_ino) for path, stat in stats}


def replaced(file: Path, old: str, new: str) -> None:
    """Change a text in a file as an editor would."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    file.write_text(text.replace(old, new), "utf-8")


def record(edition: Path, path: str, text: str) -> Path:
    """Put a record or a page of prose in an edition."""
    file = edition / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One process at a time."""
    with lock.open("w") as file:
        flock(file, LOCK_EX)
        yield


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that several test processes share: the first one to come makes it."""
    ready = folder.with_name(folder.name + ".ready")
    with alone(folder.with_name(folder.name + ".lock")):
        if not ready.exists():
            make(folder)
            ready.touch()
    return folder
