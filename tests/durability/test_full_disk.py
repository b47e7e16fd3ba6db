"""A disk that is nearly full: the site is the old one or the new one, no file is cut off, and somebody is told."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.durability.conftest import WHOLE, Tries
from tests.durability.states import States, harm
from tests.editions import environment

pytestmark = pytest.mark.site

SIZE = 64_000_000
"""Bytes of the disk: an edition with its site, its cache, and a site that waits."""


@contextmanager
def disk(kind: str, folder: Path) -> Iterator[Path]:
    """A small disk of its own. Skips where nobody may mount one."""
    place = folder / "schijf"
    place.mkdir()
    if kind == "tmpfs":
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    else:
        image = folder / "schijf.img"
        image.touch()
        os.truncate(image, SIZE)
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-m", "0", str(image)], check=True, capture_output=True)
        command = ["mount", "-o", "loop", str(image), str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"no {kind} may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


def fill(disk: Path, left: int) -> Path:
    """Fill a disk up until so many bytes are left."""
    filler = disk / "vol"
    with filler.open("wb", buffering=0) as file:
        for size in (1_000_000, 10_000, 1_000):
            while free(disk) - left >= size:
                try:
                    file.write(bytes(size))
                except OSError:
                    break
    return filler


def free(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


@pytest.mark.parametrize("kind", ["tmpfs", "ext4"])
def test_disk_nearly_full(kind: str, states: States, tmp_path: Path, tries: Tries) -> None:
    steps = range(0, 1_500_001, 20_000) if WHOLE else (0, 4_000, 60_000, 220_000, 700_000)
    with disk(kind, tmp_path) as place:
        there = states.copied(place / "editie")
        assert there.run("build")[0] == 0
        before = "before"
        for number, left in enumerate(steps):
            after = ("record", "before", "everything", "before")[number % 4]
            there.turn(after)
            filler = fill(place, left)
            code, said = there.run("build")
            old, new = there.is_now(before), there.is_now(after)
            wrong = harm(code, said)
            wrong += ["neither old nor new", *old[:2], *new[:2]] if old and new else []
            wrong += ["no word of it"] if code and "de schijf is vol" not in said else []
            wrong += ["said to be done"] if code == 0 and new else []
            filler.unlink()
            code, said = there.run("build")
            wrong += [*harm(code, said), *([said] if code else []), *there.is_now(after)[:2]]
            tries.tell(*(f"{left}: {found}" for found in wrong))
            before = after


def test_a_file_that_does_not_fit(states: States, tries: Tries, often: Callable[[int, int], int]) -> None:
    """A write that takes a part of what it was given, wherever that may be: the system limits how large a file gets."""
    states.turn("record")
    for limit in [500, 3_000, 9_000, 20_000, 40_000][: often(3, 5)]:
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", "build"], cwd=states.edition, env=environment(), check=False,
            capture_output=True, text=True,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )  # fmt: skip
        said = done.stdout + done.stderr
        wrong = [*harm(done.returncode, said), *states.is_now("record" if done.returncode == 0 else "before")[:3]]
        tries.tell(*(f"{limit}: {found}" for found in wrong))
    assert states.run("build")[0] == 0
    assert states.is_now("record") == []
