"""Work handed out ends when who handed it out does, whatever way that is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import get_context

import pytest

from generator import processes
from tests.benchmarks.measuring import members
from tests.editions import ROOT
from tests.serving import PATIENCE, hearing

SLEEPERS = """
import sys, time
from generator.processes import pool, stoppable
def work(seconds):
    time.sleep(seconds)
    return seconds
with stoppable():
    try:
        with pool(2) as others:
            done = sum(1 for _ in others.map(work, [float(sys.argv[1])] * int(sys.argv[2])))
    except KeyboardInterrupt:
        print("gestopt", flush=True)
        sys.exit(1)
print(done, flush=True)
"""


def sleepers(seconds: float, count: int) -> subprocess.Popen[str]:
    """A process with two others that sleep so long, so often; the three have a session of their own."""
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPERS, str(seconds), str(count)], cwd=ROOT, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=hearing,
    )  # fmt: skip
    soon(lambda: len(members(process.pid)) == 3 or process.poll() is not None)
    return process


def soon(true: Callable[[], bool]) -> None:
    """Wait for something that should come."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_work_is_done_by_several() -> None:
    process = sleepers(0.05, 8)
    assert process.communicate()[0] == "8\n"
    assert members(process.pid) == []


def test_workers_of_who_is_killed_do_not_go_on() -> None:
    process = sleepers(3600, 2)
    process.kill()
    process.wait()
    soon(lambda: members(process.pid) == [])


@pytest.mark.parametrize("everybody", [False, True], ids=["one", "all"])
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_is_asked_to_stop_does_not_begin_what_waits(asked: signal.Signals, everybody: bool) -> None:
    """A terminal asks all of them; `kill` and `timeout` ask only the first."""
    process = sleepers(0.3, 10_000)
    (os.killpg if everybody else os.kill)(process.pid, asked)
    said, _ = process.communicate(timeout=PATIENCE)
    assert (said, process.returncode) == ("gestopt\n", 1)
    assert members(process.pid) == []


def test_what_a_process_was_told_not_to_hear_it_does_not_hear() -> None:
    """`nohup` goes on when the terminal is closed."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with processes.stoppable():
            os.kill(os.getpid(), signal.SIGHUP)
        with pytest.raises(KeyboardInterrupt), processes.stoppable():
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(PATIENCE)
    finally:
        assert signal.signal(signal.SIGHUP, before) == signal.SIG_IGN


def test_asked_twice_at_once_is_asked_once() -> None:
    """Ctrl-C reaches a process from the terminal and from its parent: the second must not disturb clearing up."""
    cleared = False
    with pytest.raises(KeyboardInterrupt), processes.stoppable():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(PATIENCE)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.1)
            cleared = True
    assert cleared


@pytest.mark.parametrize("elsewhere", [False, True], ids=["", "heard by another thread"])
def test_what_may_not_be_broken_off_is_done_first(elsewhere: bool) -> None:
    """Whichever thread the system gives the signal to."""
    done = False
    with pytest.raises(KeyboardInterrupt), processes.stoppable():
        if elsewhere:
            threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
        with processes.unbroken():
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.2)
            done = True
        time.sleep(PATIENCE)
    assert done


@pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"])
def test_a_function_in_a_process_of_its_own(forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FORKS", forks)
    assert processes.run(time.sleep, 0) == 0
    assert processes.run(sys.exit, 3) == 3
    assert processes.run(os._exit, 7) == 7


@pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"])
def test_a_process_ends_with_the_one_that_was_killed(forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FORKS", forks)
    parent = get_context("fork").Process(target=processes.run, args=(time.sleep, 3600))
    parent.start()
    soon(lambda: bool(children(parent.pid)))
    (child,) = children(parent.pid)
    time.sleep(0.5 if forks else 2)
    parent.kill()
    parent.join()
    soon(lambda: not running(child))


def counting(until: int) -> Iterator[int]:
    yield from range(until)


def failing() -> Iterator[object]:
    yield ["goed"]
    raise ValueError


def unsayable() -> Iterator[object]:
    yield threading.Lock()


def endless() -> Iterator[int]:
    time.sleep(3600)
    yield 0


def test_parts_are_done_where_they_are_at_home_and_nobody_waits_while_there_is_work() -> None:
    shares = processes.Shares(2, [(0, "a"), (1, "b"), (1, "c"), (0, "d"), (1, "e")])
    assert len(shares) == 5
    assert [shares.next() for _ in range(5)] == ["a", "d", "b", "c", "e"]
    with pytest.raises(IndexError):
        shares.next()


def test_processes_share_parts_out_among_them() -> None:
    """Each takes its own in their order; every part is done once, whoever does it."""
    global _shares
    _shares = processes.Shares(2, [(number % 2, number) for number in range(20)])
    with processes.pool(2) as others:
        done = list(others.map(_next_part, range(20)))
    assert sorted(part for _, part in done) == list(range(20))
    by = {who: [part for one, part in done if one == who] for who, _ in done}
    assert {parts[0] for parts in by.values()} == {0, 1}


def test_who_has_no_parts_of_its_own_helps() -> None:
    global _shares
    _shares = processes.Shares(2, [(0, number) for number in range(20)])
    with processes.pool(2) as others:
        done = list(others.map(_next_part, range(20)))
    assert len({who for who, _ in done}) == 2


_shares: processes.Shares[int]


def _next_part(_: int) -> tuple[int, int]:
    part = _shares.next()
    time.sleep(0.02)
    return os.getpid(), part


def test_what_another_process_works_out_ahead_comes_in_order() -> None:
    ahead = processes.Ahead(partial(counting, 3))
    assert [ahead.next() for _ in range(5)] == [0, 1, 2, None, None]


@pytest.mark.parametrize(("work", "said"), [(failing, [["goed"], None]), (unsayable, [None, None])])
def test_what_goes_wrong_ahead_is_not_said(
    work: Callable[[], Iterator[object]], said: list[object], capfd: pytest.CaptureFixture[str]
) -> None:
    """It goes wrong again where somebody hears it."""
    ahead = processes.Ahead(work)
    assert [ahead.next(), ahead.next()] == said
    assert capfd.readouterr() == ("", "")


def test_where_nothing_forks_nothing_is_worked_out_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FORKS", False)
    ahead = processes.Ahead(partial(counting, 3))
    assert ahead.next() is None
    ahead.end()


def test_work_that_nobody_wants_any_more_ends_at_once() -> None:
    before = set(children(os.getpid()))
    ahead = processes.Ahead(endless)
    (child,) = set(children(os.getpid())) - before
    ahead.end()
    assert not running(child)
    assert ahead.next() is None


def wait_for_ahead() -> None:
    processes.Ahead(endless).next()


def test_work_ahead_ends_with_the_process_that_was_killed() -> None:
    parent = get_context("fork").Process(target=wait_for_ahead)
    parent.start()
    soon(lambda: bool(children(parent.pid)))
    (child,) = children(parent.pid)
    parent.kill()
    parent.join()
    soon(lambda: not running(child))


def children(pid: int | None) -> list[int]:
    """The processes that a process started, apart from the one with which Python counts what is shared."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    commands = {int(child): open(f"/proc/{child}/cmdline").read() for child in found}  # noqa: SIM115, PTH123
    return [child for child, command in commands.items() if "resource_tracker" not in command]


def running(pid: int) -> bool:
    try:
        return open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[0] != "Z"  # noqa: PTH123
    except FileNotFoundError:
        return False
