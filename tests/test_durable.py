"""A file is whole, or what was there is there still."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import durable
from tests.editions import ROOT

LIMITED = """
import resource, sys
from pathlib import Path
from generator import durable
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))
try:
    if sys.argv[1] == "written":
        durable.written(sys.argv[2], bytes(10_000))
    else:
        durable.write(Path(sys.argv[2]), bytes(2_000), bytes(8_000))
except OSError as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize("way", ["written", "write"])
def test_a_write_that_takes_a_part_is_no_write(way: str, tmp_path: Path) -> None:
    """The system takes three of ten thousand bytes, and says no word of the others."""
    file = tmp_path / "pagina.html"
    file.write_bytes(b"oud")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, way, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "OSError\n"
    if way == "write":
        assert file.read_bytes() == b"oud"
        assert [path.name for path in tmp_path.iterdir()] == ["pagina.html"]


def test_a_file_is_put_in_place_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "pagina.html"
    with durable.beside(file, b"nieuw, ", b"in delen") as new:
        assert not file.exists()
        assert new.read_bytes() == b"nieuw, in delen"
    assert file.read_bytes() == b"nieuw, in delen"
    with pytest.raises(KeyboardInterrupt), durable.beside(file, b"halverwege"):
        raise KeyboardInterrupt
    assert file.read_bytes() == b"nieuw, in delen"
    assert [path.name for path in tmp_path.iterdir()] == ["pagina.html"]


def test_what_killed_processes_left_is_known_by_its_name(tmp_path: Path) -> None:
    for name in (".pagina.html.4711", "pagina.html", ".verborgen", ".map.12/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".link.99").symlink_to("nergens")
    assert sorted(path.name for path in durable.left_beside(tmp_path)) == [".link.99", ".pagina.html.4711"]
    assert list(durable.left_beside(tmp_path / "nergens")) == []


def test_a_file_can_be_read_by_others_whatever_the_umask(tmp_path: Path) -> None:
    """As commands set it: a web server may be somebody else."""
    before = os.umask(durable.UMASK)
    try:
        durable.write(tmp_path / "map/pagina.html", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "map/pagina.html").stat().st_mode & 0o777 == durable.MODE
    assert (tmp_path / "map").stat().st_mode & 0o777 == durable.FOLDER_MODE


def test_what_was_written_can_be_made_safe(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    durable.sync(tmp_path)
    with pytest.raises(FileNotFoundError):
        durable.sync(tmp_path / "nergens")


def test_what_is_being_written_goes_to_the_disk_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than once, whether or not it can; and no more once the block is over."""
    asked: list[Path] = []

    def full(folder: Path) -> None:
        asked.append(folder)
        raise OSError(28, "vol")

    monkeypatch.setattr(durable, "_OFTEN", 0.01)
    monkeypatch.setattr(durable, "sync", full)
    with durable.syncing(tmp_path):
        until = time.monotonic() + 10
        while len(asked) < 2 and time.monotonic() < until:
            time.sleep(0.01)
    assert len(asked) >= 2
    before = len(asked)
    time.sleep(0.05)
    assert asked == [tmp_path] * before
