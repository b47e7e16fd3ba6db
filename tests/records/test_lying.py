"""What lies in the folders of an edition and can't be read is a fault: it is not passed over as if it weren't there."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.editions import environment
from tests.scratch import Scratch


def _reads_no_more_than_it_may() -> None:
    """Root reads and writes all: without these two capabilities (capabilities(7)) it keeps to what files say."""
    if os.getuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    scratch = Scratch.stein(tmp_path / "editie")
    scratch.organisation("de-proef", "email: geen adres\n")
    return scratch


def told(scratch: Scratch, *command: str) -> subprocess.CompletedProcess[str]:
    """What a command says to who may read and write no more than the files themselves allow."""
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *command], cwd=scratch.root, env=environment(), check=False,
        capture_output=True, text=True, timeout=100, preexec_fn=_reads_no_more_than_it_may,
    )  # fmt: skip


def loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    "place", ["data/organisations/lus.yml", "content/lus.md", "data/addresses.txt", "data/networks"]
)
def test_what_leads_to_itself_is_a_fault(place: str, scratch: Scratch) -> None:
    loop(scratch.root / place)
    code = "file-unreadable" if place.endswith(".txt") else "file-loop"
    assert (place, 1, 1, code) in scratch.found()
    assert "email-format" in scratch.codes(), "and nothing else is hidden by it"


FILES = (
    "data/organisations/nieuw.yml", "content/nieuw.md", "content/foto.png", "data/coverage/stein/2026-01.csv",
    "data/addresses.txt", "overrides/main.html",
)  # fmt: skip
"""One of each kind of file that an edition may have."""


@pytest.mark.parametrize("place", FILES)
def test_a_pipe_is_no_file_and_nobody_waits_for_it(place: str, scratch: Scratch) -> None:
    file = scratch.root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(file)
    code = "file-unreadable" if place.endswith(".txt") else "file-strange"
    assert (place, 1, 1, code) in scratch.found()


def test_a_boundary_that_is_a_pipe_is_no_boundary(scratch: Scratch) -> None:
    os.mkfifo(scratch.root / "data/municipalities/grens.geojson")
    scratch.write("data/municipalities/stein.yml", "name: Stein\nboundary: grens.geojson\n")
    assert "boundary-file" in scratch.codes()


@pytest.mark.parametrize("place", ["data", "content", "data/organisations", "content/tools"])
def test_a_file_where_a_folder_belongs_is_a_fault(place: str, tmp_path: Path) -> None:
    """Said once, of the folder that isn't one."""
    scratch = Scratch(tmp_path)
    folder = scratch.root / place
    if folder.is_dir():
        folder.rename(tmp_path / "weg")
    scratch.write(place, "geen map")
    assert [found for found in scratch.found() if found[3] == "folder-expected"] == [(place, 1, 1, "folder-expected")]


@pytest.mark.parametrize(
    "place", ["data/organisations", "content", "content/tools", "data", "data/coverage", "overrides/partials"]
)
def test_a_folder_that_may_not_be_read_is_not_an_empty_one(place: str, scratch: Scratch) -> None:
    """Its pages would leave the site, and nobody would be told."""
    code = "folder-unreadable"
    folder = scratch.root / place
    folder.mkdir(parents=True, exist_ok=True)
    scratch.write("data/addresses.txt", "/organisaties/de-proef/\n/organisaties/nergens/\n")
    folder.chmod(0)
    try:
        done = told(scratch, "validate")
    finally:
        folder.chmod(0o755)
    assert done.returncode == 1
    assert f"{place}:1:1: " in done.stdout and f"[{code}]" in done.stdout
    unjudged = ("page-missing", "address-gone", "unknown-reference", "link-gone")
    assert not [word for word in unjudged if word in done.stdout], "who can't look doesn't know"
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("place", FILES)
def test_a_file_that_may_not_be_read_is_a_fault(place: str, scratch: Scratch) -> None:
    scratch.write(place, "iets").chmod(0)
    done = told(scratch, "validate")
    assert done.returncode == 1
    assert f"{place}:1:1: " in done.stdout and "[file-unreadable]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def read_only(scratch: Scratch) -> None:
    for path in [scratch.root, *scratch.root.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def without_room_for_a_cache(scratch: Scratch) -> None:
    (scratch.edition.cache / "records.store").unlink()
    scratch.edition.cache.rmdir()
    scratch.write(".cache", "geen map")


@pytest.mark.parametrize("made", [read_only, without_room_for_a_cache])
def test_who_only_looks_needs_to_write_nothing(made: Callable[[Scratch], None], scratch: Scratch) -> None:
    made(scratch)
    done = told(scratch, "validate")
    assert "[email-format]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (read_only, "u mag dit niet lezen of schrijven"),
        (without_room_for_a_cache, ".cache: dit is een bestand, en hier hoort een map"),
    ],
)
def test_who_builds_where_that_cannot_be_is_told_why(
    made: Callable[[Scratch], None], said: str, scratch: Scratch
) -> None:
    made(scratch)
    done = told(scratch, "build")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
