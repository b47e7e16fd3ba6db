"""A lock is held by one at a time, and is free as soon as nobody is left who took it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import lock
from tests.editions import ROOT
from tests.serving import hearing

HOLDS = """
import os, sys, time
from pathlib import Path
from generator import lock
with lock.held(Path(sys.argv[1]), "build"):
    child = os.fork() if sys.argv[2:] else 1
    if child == 0:
        time.sleep(float(sys.argv[2]))
        os._exit(0)
    print("bezet", flush=True)
    time.sleep(3600)
"""


def holding(file: Path, *child: str) -> subprocess.Popen[str]:
    """A process that holds a lock; given seconds, with another one that was forked from it and lives so long."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(file), *child], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        preexec_fn=hearing,
    )  # fmt: skip
    assert process.stdout is not None and process.stdout.readline() == "bezet\n"
    return process


def test_one_at_a_time_and_the_other_hears_who_it_is(tmp_path: Path) -> None:
    with lock.held(tmp_path / "slot", "publish"):
        with pytest.raises(lock.Busy) as busy, lock.held(tmp_path / "slot", "build"):
            pass
        assert busy.value.holder[:2] == ("publish", os.getpid())
    with lock.held(tmp_path / "slot", "build"):
        pass


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_whatever_ends_a_process_frees_its_lock(end: signal.Signals, tmp_path: Path) -> None:
    process = holding(tmp_path / "slot")
    with pytest.raises(lock.Busy), lock.held(tmp_path / "slot", "build"):
        pass
    process.send_signal(end)
    process.wait()
    with lock.held(tmp_path / "slot", "build"):
        pass


def test_who_comes_after_a_killed_one_waits_for_what_that_left_behind(tmp_path: Path) -> None:
    """And not longer than that: the others of a killed process notice within a moment that they are alone."""
    process = holding(tmp_path / "slot", "1")
    process.kill()
    process.wait()
    start = time.monotonic()
    with lock.held(tmp_path / "slot", "build"):
        assert time.monotonic() - start > 0.1


def test_what_goes_on_for_ever_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_LAST", 0.2)
    process = holding(tmp_path / "slot", "60")
    process.kill()
    process.wait()
    with pytest.raises(lock.Busy), lock.held(tmp_path / "slot", "build"):
        pass


def test_who_may_wait_is_told_for_whom(tmp_path: Path) -> None:
    process = holding(tmp_path / "slot")
    heard: list[lock.Holder] = []

    def waiting(holder: lock.Holder) -> None:
        heard.append(holder)
        process.kill()

    with lock.held(tmp_path / "slot", "new", waiting):
        assert [holder[:2] for holder in heard] == [("build", process.pid)]
    process.wait()


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'["build", "x", 3]', b'["\\u001b[31m", 1, "12:00"]'])
def test_a_damaged_lock_still_locks(content: bytes, tmp_path: Path) -> None:
    with lock.held(tmp_path / "slot", "publish"):
        (tmp_path / "slot").write_bytes(content)
        lock._LAST, before = 0.1, lock._LAST
        try:
            with pytest.raises(lock.Busy) as busy, lock.held(tmp_path / "slot", "build"):
                pass
        finally:
            lock._LAST = before
        assert busy.value.holder == ("", 0, "")
