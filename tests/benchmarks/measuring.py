"""What one command costs: seconds, processor time, peak memory of its whole process tree, bytes written."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

_PAUSE = 0.05
_SHARE = 20
"""The sampler rests this many times as long as a sample took, so that it costs at most a twentieth."""

Snapshot = Mapping[str, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took. `peak` counts memory that processes share once."""

    seconds: float
    cpu: float
    peak: int
    written: int

    @classmethod
    def middle(cls, runs: Sequence[Cost]) -> Cost:
        """The median of each number."""
        rows = [asdict(run) for run in runs]
        return cls(**{name: median(row[name] for row in rows) for name in rows[0]})


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command that may write anywhere under `folder`. Raises `CalledProcessError` with what it said."""
    before = _snapshot(folder)
    os.sync()  # a build that sends what it wrote to the disk would else send what others wrote before it
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    peak = _Peak(process.pid)
    peak.start()
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    peak.stop()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    written = sum(after[2] for path, after in _snapshot(folder).items() if before.get(path) != after)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, max(peak.bytes, usage.ru_maxrss * 1024), written)


class _Peak(threading.Thread):
    """Watches the memory of every process of a session."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._session = session
        self._stopped = threading.Event()

    def run(self) -> None:
        took = 0.0
        while not self._stopped.wait(max(_PAUSE, took * _SHARE)):
            start = time.thread_time()
            self.bytes = max(self.bytes, sum(_memory(pid) for pid in members(self._session)))
            took = time.thread_time() - start

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def members(session: int) -> list[int]:
    """Every process of a session that has not ended."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                stat = (process / "stat").read_text()
            except OSError:
                continue
            state, _, _, its = stat.rpartition(")")[2].split()[:4]
            if int(its) == session and state != "Z":
                found.append(int(process.name))
    return found


def _memory(pid: int) -> int:
    """The proportional share of a process: what it has alone, and its part of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _snapshot(folder: Path) -> Snapshot:
    """Every file below a folder with what changes when it is written: time, inode, size."""
    found: dict[str, tuple[int, int, int]] = {}
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[entry.path] = (stat.st_mtime_ns, stat.st_ino, stat.st_size)
    return found
